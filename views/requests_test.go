package views_test

import (
	"strings"
	"testing"
)

func TestRequests_showWhatWasSent(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("5")
		c.Press("G")
		c.sees("/v1/b2b/organizations/search", "✓ 200", "POST")
		c.Press("/")
		c.Type("organizations/search")
		c.Press("enter", "enter")
		c.sees("Answer, without secrets", "Request id")
		c.Press("C")
		if len(c.copied) != 1 || !strings.Contains(c.copied[0], "$STYTCH_SECRET") || strings.Contains(c.copied[0], "secret-test") {
			c.t.Fatalf("copied %q", c.copied)
		}
	})
}

func TestRequests_newOnesAppearByThemselves(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("5")
		c.doesNotSee("/members/search")
		c.Press("1", "m", "5")
		c.sees("/v1/b2b/organizations/members/search")
	})
}

func TestRequests_clear(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.Press("5", "X")
		c.sees("Nothing has been sent yet.")
	})
}
