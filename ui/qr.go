package ui

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/mdp/qrterminal/v3"
	"rsc.io/qr"
)

// The colours of a QR code are always said in full, whatever the theme and
// NO_COLOR say: a scanner needs black on white, and only white ink on black
// next to uniform backgrounds is read from every terminal.
const (
	qrOnBlack = "\x1b[38;5;231;48;5;16m"
	qrOnWhite = "\x1b[38;5;231;48;5;231m"
	qrEnd     = "\x1b[0m"
)

// quietZones are the white margins to try, in modules: the best first.
func quietZones() []int { return []int{4, 2, 1} }

// QR draws a text as a code that can be scanned off the terminal. It is drawn
// whole or not at all.
type QR struct {
	halves, blocks []drawing // the best first
}

type drawing struct {
	text          string
	width, height int
}

// NewQR encodes text. It fails when text is more than a QR code holds.
func NewQR(text string) (*QR, error) {
	if text == "" {
		return nil, errors.New("draw QR code: nothing to encode")
	}
	code, err := qr.Encode(text, qr.L) // qrterminal would panic
	if err != nil {
		return nil, fmt.Errorf("draw QR code of %d bytes: %w", len(text), err)
	}
	q := &QR{}
	for _, zone := range quietZones() {
		q.halves = append(q.halves, drawHalfBlocks(text, code.Size, zone))
		q.blocks = append(q.blocks, drawBlocks(text, code.Size, zone))
	}
	return q, nil
}

// Fits reports whether the code can be drawn whole in an area of this size.
func (q *QR) Fits(width, height int) bool { return q.Draw(width, height) != "" }

// Needs is the size of the smallest drawing of the code.
func (q *QR) Needs() (width, height int) {
	smallest := q.halves[len(q.halves)-1]
	return smallest.width, smallest.height
}

// Draw returns the code with the widest margin that fits, two modules a cell;
// "" when there is no room for any.
func (q *QR) Draw(width, height int) string { return largest(q.halves, width, height) }

// DrawLarge returns the code with two cells a module where there is room, which
// scans best, else as Draw does.
func (q *QR) DrawLarge(width, height int) string {
	if drawn := largest(q.blocks, width, height); drawn != "" {
		return drawn
	}
	return q.Draw(width, height)
}

func largest(drawings []drawing, width, height int) string {
	for _, d := range drawings {
		if d.width <= width && d.height <= height {
			return d.text
		}
	}
	return ""
}

func drawHalfBlocks(text string, modules, zone int) drawing {
	lines := generate(text, qrterminal.Config{
		HalfBlocks:     true,
		QuietZone:      zone,
		BlackChar:      qrOnBlack + " " + qrEnd,
		WhiteChar:      qrOnWhite + " " + qrEnd,
		BlackWhiteChar: qrOnBlack + "▄" + qrEnd,
		WhiteBlackChar: qrOnBlack + "▀" + qrEnd,
	})
	if zone%2 == 0 { // its last row is half white, half black, and belongs to nothing
		lines = lines[:len(lines)-1]
	}
	return drawing{strings.Join(lines, "\n"), modules + 2*zone, len(lines)}
}

func drawBlocks(text string, modules, zone int) drawing {
	lines := generate(text, qrterminal.Config{
		QuietZone: zone,
		BlackChar: qrOnBlack + "  " + qrEnd,
		WhiteChar: qrOnWhite + "  " + qrEnd,
	})
	return drawing{strings.Join(lines, "\n"), 2 * (modules + 2*zone), len(lines)}
}

func generate(text string, config qrterminal.Config) []string {
	var out bytes.Buffer
	config.Level = qr.L
	config.Writer = &out
	qrterminal.GenerateWithConfig(text, config)
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
}
