//go:build unix

package e2e

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// dot is how many pixels wide and high a half cell is drawn for the decoder.
const dot = 6

// ScanQR waits for a QR code on the screen and reads it.
func (x *terminal) ScanQR() string {
	x.t.Helper()
	var text string
	x.waitUntil("QR code that can be read", func() bool {
		var err error
		text, err = x.scan()
		return err == nil
	})
	return text
}

// scan looks at the screen as a camera would: at the colour of every half cell,
// whatever was meant by it.
func (x *terminal) scan() (string, error) {
	width, height := x.screen.Width(), x.screen.Height()
	picture := image.NewGray(image.Rect(0, 0, width*dot, 2*height*dot))
	for row := range height {
		for column := range width {
			upper, lower := halves(x.screen.CellAt(column, row))
			fill(picture, column, 2*row, upper)
			fill(picture, column, 2*row+1, lower)
		}
	}
	return decode(picture)
}

// halves returns the brightness of the upper and the lower half of a cell. A
// cell that holds text counts by its background.
func halves(cell *uv.Cell) (upper, lower color.Gray) {
	black := color.Gray{}
	if cell == nil {
		return black, black
	}
	ink, paper := gray(cell.Style.Fg, color.Gray{Y: 255}), gray(cell.Style.Bg, black)
	switch cell.Content {
	case "▀":
		return ink, paper
	case "▄":
		return paper, ink
	case "█":
		return ink, ink
	}
	return paper, paper
}

func gray(c color.Color, unset color.Gray) color.Gray {
	if c == nil {
		return unset
	}
	g, _ := color.GrayModel.Convert(c).(color.Gray)
	return g
}

func fill(picture *image.Gray, column, row int, g color.Gray) {
	for y := row * dot; y < (row+1)*dot; y++ {
		for x := column * dot; x < (column+1)*dot; x++ {
			picture.SetGray(x, y, g)
		}
	}
}

// decodePNG reads the QR code out of a data URI, such as the API answers with.
func decodePNG(dataURI string) (string, error) {
	_, text, ok := strings.Cut(dataURI, "base64,")
	if !ok {
		return "", fmt.Errorf("%.40q is no data URI", dataURI)
	}
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
	if err != nil {
		return "", err
	}
	picture, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return "", err
	}
	return decode(picture)
}

// decode reads the code in a picture. The decoder now and then finds none among
// other things, so it is shown the white part alone.
func decode(picture image.Image) (string, error) {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(whitePart(picture))
	if err != nil {
		return "", err
	}
	var result *gozxing.Result
	for _, hint := range []gozxing.DecodeHintType{gozxing.DecodeHintType_PURE_BARCODE, gozxing.DecodeHintType_TRY_HARDER} {
		if result, err = qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{hint: true}); err == nil {
			return result.GetText(), nil
		}
	}
	return "", err
}

// whitePart is what of a picture is around all that is white in it.
func whitePart(picture image.Image) image.Image {
	part := image.Rectangle{}
	white := color.Gray{Y: 255}
	all := picture.Bounds()
	out := image.NewGray(all)
	for y := all.Min.Y; y < all.Max.Y; y++ {
		for x := all.Min.X; x < all.Max.X; x++ {
			out.Set(x, y, picture.At(x, y))
			if out.GrayAt(x, y) == white {
				part = part.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out.SubImage(part)
}
