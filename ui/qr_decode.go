package ui

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/png"
	"strings"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

const (
	maxQRBytes  = 1 << 20 // of the data URI
	maxQRPixels = 2048    // in width and in height
)

// DecodeQR reads the text out of a QR code that a server sent as
// "data:image/png;base64,…". Its errors hold nothing of the text.
func DecodeQR(dataURI string) (text string, err error) {
	img, err := decodePNG(dataURI)
	if err != nil {
		return "", fmt.Errorf("decode QR image: %w", err)
	}
	defer func() {
		if recover() != nil { // the decoder indexes by what it reads from the image
			text, err = "", errors.New("decode QR image: the code is damaged")
		}
	}()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		return "", fmt.Errorf("decode QR image: %w", err)
	}
	for _, hint := range []gozxing.DecodeHintType{gozxing.DecodeHintType_PURE_BARCODE, gozxing.DecodeHintType_TRY_HARDER} {
		result, decodeErr := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{hint: true})
		if decodeErr == nil {
			return result.GetText(), nil
		}
	}
	return "", errors.New("decode QR image: no code is found in it")
}

func decodePNG(dataURI string) (image.Image, error) {
	if len(dataURI) > maxQRBytes {
		return nil, fmt.Errorf("%d bytes are too many", len(dataURI))
	}
	kind, data, found := strings.Cut(dataURI, ",")
	if !found || !strings.HasPrefix(kind, "data:image/png") || !strings.HasSuffix(kind, ";base64") {
		return nil, errors.New("not a PNG in base64")
	}
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(data))
	if err != nil {
		return nil, errors.New("the base64 is damaged")
	}
	size, err := png.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read PNG: %w", err)
	}
	if size.Width > maxQRPixels || size.Height > maxQRPixels {
		return nil, fmt.Errorf("%dx%d pixels are too many", size.Width, size.Height)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read PNG: %w", err)
	}
	return img, nil
}
