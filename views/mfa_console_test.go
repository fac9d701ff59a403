package views_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

const (
	ada   = "ada.lovelace@acme-robotics.example" // active, without a second factor
	grace = "grace.hopper@acme-robotics.example" // with an authenticator app
)

// onMFA runs a test on the MFA page of a member of Acme Robotics. What prepare
// changes on the server is there before the page opens.
func onMFA(t *testing.T, width, height int, email string, prepare, test func(c *console)) {
	t.Helper()
	inConsole(t, width, height, func(c *console) {
		if prepare != nil {
			prepare(c)
		}
		c.openMFA(email)
		test(c)
	})
}

// openMFA goes from the list of organizations to the MFA page of a member.
func (c *console) openMFA(email string) {
	c.t.Helper()
	c.Press("m")
	c.search(email)
	c.Press("enter", "m")
	c.sees("▸MFA")
}

// pass lets a long time pass at once, and what it brings settle.
func (c *console) pass(d time.Duration) {
	time.Sleep(d)
	c.WaitIdle()
}

// must sends a change past the screen.
func must[T any](t *testing.T, change api.Change[T]) T {
	t.Helper()
	value, err := change.Do(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// updateAcme changes the settings of Acme Robotics past the screen.
func updateAcme(to b2b.UpdateOrganization) func(*console) {
	return func(c *console) {
		must(c.t, c.client.Organizations.Update(c.organization("acme-robotics"), to))
	}
}

// scan reads the QR code off the cells of the terminal, the way a camera does.
func (c *console) scan() string {
	c.t.Helper()
	text, err := ui.DecodeQR(photograph(c.t, c.Frame()))
	if err != nil {
		c.t.Fatalf("no QR code can be read off the terminal: %v\n%s", err, c.Screen())
	}
	return text
}

// secretOf is the secret in an otpauth link.
func secretOf(t *testing.T, uri string) string {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil || u.Query().Get("secret") == "" {
		t.Fatalf("%q holds no secret", uri)
	}
	return u.Query().Get("secret")
}

// codeOf is the code that an app shows some steps from now.
func codeOf(t *testing.T, secret string, steps int) string {
	t.Helper()
	code, err := totp.GenerateCode(secret, time.Now().Add(time.Duration(steps)*30*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// photograph makes a picture of the code's cells in a frame: 4 by 8 pixels each.
// Whatever is not drawn in the colours of the code is dark, as terminals are.
func photograph(t *testing.T, frame string) string {
	t.Helper()
	var rows [][2][]byte
	for line := range strings.SplitSeq(frame, "\n") {
		rows = append(rows, halves(line))
	}
	width := 0
	for _, row := range rows {
		width = max(width, len(row[0]))
	}
	img := image.NewGray(image.Rect(0, 0, 4*width, 8*len(rows)))
	code := image.Rectangle{} // where its colours are: a camera is held over it
	for y, row := range rows {
		for half, cells := range row {
			for x, shade := range cells {
				if shade == 255 {
					code = code.Union(image.Rect(4*x, 8*y+4*half, 4*x+4, 8*y+4*half+4))
				}
				for i := range 16 {
					img.SetGray(4*x+i%4, 8*y+4*half+i/4, color.Gray{Y: shade})
				}
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img.SubImage(code)); err != nil {
		t.Fatal(err)
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(out.Bytes())
}

var token = regexp.MustCompile(`\x1b\[([0-9;]*)m|.`)

// halves are the upper and the lower halves of the cells of a line.
func halves(line string) (row [2][]byte) {
	const dark = 40
	ink, paper := byte(dark), byte(dark)
	for _, m := range token.FindAllStringSubmatch(line, -1) {
		switch {
		case m[1] == "38;5;231;48;5;16":
			ink, paper = 255, 0
			continue
		case m[1] == "38;5;231;48;5;231":
			ink, paper = 255, 255
			continue
		case strings.HasPrefix(m[0], "\x1b"):
			ink, paper = dark, dark
			continue
		}
		upper, lower := paper, paper
		switch m[0] {
		case "▀":
			upper = ink
		case "▄":
			lower = ink
		}
		row[0], row[1] = append(row[0], upper), append(row[1], lower)
	}
	return row
}
