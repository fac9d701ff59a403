package views_test

import (
	"bytes"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestExport_isStoppedHalfWayAndThrownAway(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("2") // all members: several pages
		c.Wait(second)
		c.faults.slow()
		c.Press("x", "enter")
		c.Wait(1500 * time.Millisecond)
		c.sees("One page after the other…")
		c.Press("esc")
		c.Wait(1500 * time.Millisecond)
		c.sees("Stopped. Nothing was kept.")
		if left := c.files(); len(left) != 0 {
			c.t.Errorf("left behind: %q", left)
		}
		c.faults.heal()
	})
}

func TestExport_quittingInTheMiddleAsks(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("2")
		c.Wait(second)
		c.faults.slow()
		c.Press("x", "enter", "ctrl+c")
		c.sees("Quit all the same?")
		if c.Quit() {
			c.t.Fatal("it quit")
		}
		c.Press("n", "esc")
		c.Wait(5 * second)
		c.faults.heal()
	})
}

func TestExport_thatFailedIsTriedAgain(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.faults.fail(http.MethodPost, "/v1/b2b/organizations/search", http.StatusInternalServerError)
		c.Press("x", "enter")
		c.Wait(minute)
		c.sees("✗ Could not export the organizations.", "Nothing was kept.")
		c.Press("ctrl+c")
		if !c.Quit() {
			c.t.Error("quitting asks, and there is nothing to lose")
		}
		if left := c.files(); len(left) != 0 {
			c.t.Errorf("left behind: %q", left)
		}
		c.faults.heal()
		c.Press("r")
		c.Wait(second)
		c.sees("24 organizations")
		c.onlyFile()
	})
}

func TestExport_aServerThatGivesOnePageForEverEndsIt(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("2", "x")
		c.faults.set(func(_ http.ResponseWriter, r *http.Request) bool {
			body, _ := io.ReadAll(r.Body)
			body = regexp.MustCompile(`"cursor":"[^"]*",?`).ReplaceAll(body, nil)
			r.Body = io.NopCloser(bytes.NewReader(body))
			return false
		})
		c.Press("enter")
		c.Wait(second)
		c.sees("Could not export the members", "The server gave the same page twice.", "Nothing was kept.")
		if left := c.files(); len(left) != 0 {
			c.t.Errorf("left behind: %q", left)
		}
	})
}

func TestExport_organizationsAsJSON(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.search("orchard")
		c.Press("enter", "x", "down", "enter")
		c.Wait(second)
		file := string(c.onlyFile())
		org := c.organization("delta-orchard")
		for _, text := range []string{org.OrganizationID, `"mfa_policy"`, `"email_allowed_domains"`} {
			if !strings.Contains(file, text) {
				c.t.Errorf("%q is not in the file:\n%s", text, file)
			}
		}
	})
}

func TestExport_whatCannotBeAskedCannotBeExported(t *testing.T) {
	inDirectory(t, func(c *console) {
		c.Press("/")
		c.Type("or")
		c.Press("enter", "x")
		c.sees("This search cannot be asked: type 3 characters or more.")
		c.doesNotSee("╭─ Export")
	})
}
