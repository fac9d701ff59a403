package views_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
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
	text, err := ui.DecodeQR(c.photograph())
	if err != nil {
		c.t.Fatalf("no QR code can be read off the terminal: %v\n%s", err, c.Screen())
	}
	return text
}

// photograph is a picture of the QR code on the terminal.
func (c *console) photograph() string { return uitest.CloseUp(c.t, c.Frame()) }

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
