package views_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

const (
	second = time.Second
	minute = time.Minute
)

func long(n int) string { return strings.Repeat("x", n) }

// hostile is text that would move the cursor, set the clipboard, turn the line
// around or end it, if it reached the terminal as it is.
const hostile = "Eve\x1b[2J\x1b]52;c;aGFja2Vk\a\u202egnp.exe\u202c\r\nnext\u200b\x9b31m"

func TestScreens_hostileTextIsHarmless(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		org, err := c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: hostile}).Do(c.t.Context())
		if err != nil {
			c.t.Fatal(err)
		}
		note := b2b.Object{"note": []byte(`"\u001b[31m\u0007\u202e"`)}
		if _, err := c.client.Members.Create(org.OrganizationID, b2b.CreateMember{
			EmailAddress: "eve@example.org", Name: api.Ptr(hostile), TrustedMetadata: note,
		}).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.Press("r", "G")
		steps := [][]string{{}, {"e"}, {"esc"}, {"d"}, {"esc"}, {"enter"}, {"tab"}, {"e"}, {"esc"}, {"enter"}, {"tab"}, {"esc"}, {"tab"}, {"5"}, {"enter"}, {":"}, {"esc"}, {"?"}}
		for _, keys := range steps {
			c.Press(keys...)
			c.Wait(second)
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("after %v the frame holds %q:\n%q", keys, bad, c.Frame())
			}
		}
	})
}

// control returns the first thing in frame that is neither text nor a style.
func control(frame string) string {
	for i := 0; i < len(frame); {
		if rest := frame[i:]; strings.HasPrefix(rest, "\x1b[") {
			end := strings.IndexFunc(rest[2:], func(r rune) bool { return r >= 0x40 && r <= 0x7e })
			if end < 0 || rest[2+end] != 'm' {
				return rest[:min(len(rest), 8)]
			}
			i += 2 + end + 1
			continue
		}
		r, size := rune(frame[i]), 1
		for _, first := range frame[i:] {
			r = first
			size = len(string(first))
			break
		}
		if r != '\n' && (unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200b || r == unicode.ReplacementChar && frame[i] >= 0x80 && !strings.HasPrefix(frame[i:], "\ufffd")) {
			return frame[i : i+size]
		}
		i += size
	}
	return ""
}
