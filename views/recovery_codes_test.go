package views_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

// codes reads the recovery codes of a member of Acme Robotics past the screen.
func (c *console) codes(email string) []string {
	c.t.Helper()
	m := c.member(email)
	answer, err := c.client.RecoveryCodes.Get(c.t.Context(), m.OrganizationID, m.MemberID)
	if err != nil {
		c.t.Fatal(err)
	}
	var codes []string
	for _, code := range answer.RecoveryCodes {
		codes = append(codes, code.Reveal())
	}
	return codes
}

func TestRecoveryCodes_areReadOnlyAfterAQuestion(t *testing.T) {
	onMFA(t, 80, 24, grace, nil, func(c *console) {
		before := c.faults.requests()
		c.Press("v")
		c.sees("Read the recovery codes?")
		c.Press("enter")
		if c.faults.requests() != before {
			t.Fatal("they were read without a yes")
		}
		c.Press("v", "y")
		codes := c.codes(grace)
		c.sees("••••-••••-••••", "left. Each works once")
		c.doesNotSee(codes...)
		c.Press("v")
		c.sees(codes...)
		c.Press("v")
		c.doesNotSee(codes...)
		c.Press("enter")
		c.sees(fmt.Sprintf("✓ %d codes left", len(codes)))
	})
}

func TestRecoveryCodes_whenNoneIsLeft(t *testing.T) {
	onMFA(t, 80, 24, grace, func(c *console) {
		m := c.member(grace)
		for _, code := range c.codes(grace) {
			must(c.t, c.client.RecoveryCodes.Recover(m, b2b.RecoverByRecoveryCode{RecoveryCode: b2b.Secret(code)}))
		}
	}, func(c *console) {
		c.Press("v", "y")
		c.sees("! No recovery codes are left. R on the MFA page makes new ones.")
		c.Press("esc")
		c.sees("! none left; R makes new ones")
		c.Press("c")
		c.sees("No recovery codes are left; R makes new ones.")
	})
}

func TestRecoveryCodes_aFailedReadIsTriedAgain(t *testing.T) {
	onMFA(t, 80, 24, grace, nil, func(c *console) {
		c.faults.fail(http.MethodGet, "/v1/b2b/recovery_codes", http.StatusInternalServerError)
		c.Press("v", "y")
		c.pass(time.Minute)
		c.sees("✗ Could not read the recovery codes.", "request-id-test-broken")
		c.faults.heal()
		c.Press("r")
		c.sees("••••-••••-••••")
	})
}

func TestRecoveryCodes_rotate(t *testing.T) {
	onMFA(t, 80, 24, grace, nil, func(c *console) {
		old := c.codes(grace)
		c.Press("R")
		c.sees("Rotate the recovery codes?")
		c.Press("y")
		c.sees("Keep these 10 codes")
		c.sees(c.codes(grace)...)
		c.doesNotSee(old...)
	})
}

func TestRecoveryCodes_newOnesAreNotLeftBehind(t *testing.T) {
	onMFA(t, 80, 24, grace, nil, func(c *console) {
		c.Press("R", "y", "esc")
		c.sees("Close without keeping the codes?")
		c.Press("esc")
		c.sees("Keep these 10 codes")
		c.Press("y")
		c.sees("✓ The recovery codes are in the clipboard.")
		if want := strings.Join(c.codes(grace), "\n") + "\n"; len(c.copied) != 1 || c.copied[0] != want {
			t.Errorf("copied %q", c.copied)
		}
		c.Press("esc") // they are kept now
		c.doesNotSee("Keep these 10 codes", "Close without")
	})
}

func TestRecoveryCodes_areSavedForOneReader(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("recovery-codes-grace.hopper.txt", []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	onMFA(t, 120, 36, grace, nil, func(c *console) {
		c.Press("R", "y", "s")
		c.sees("✓ Saved to", "readable by you alone")
		const name = "recovery-codes-grace.hopper-2.txt"
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range c.codes(grace) {
			if !strings.Contains(string(data), code+"\n") {
				t.Errorf("%s is not in the file", code)
			}
		}
		if info, err := os.Stat(name); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
		if mine, err := os.ReadFile("recovery-codes-grace.hopper.txt"); err != nil || string(mine) != "mine" {
			t.Errorf("the file that was there holds %q, %v", mine, err)
		}
	})
}

func TestRecoveryCodes_cannotBeSaved(t *testing.T) {
	if os.Geteuid() == 0 && runtime.GOOS == "windows" {
		return
	}
	gone := filepath.Join(t.TempDir(), "gone")
	if err := os.Mkdir(gone, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(gone)
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	onMFA(t, 80, 24, grace, nil, func(c *console) {
		c.Press("R", "y", "s")
		c.sees("✗ Not saved:")
		c.Press("esc")
		c.sees("Close without keeping the codes?")
	})
}

func TestRecoveryCodes_recover(t *testing.T) {
	onMFA(t, 80, 24, grace, nil, func(c *console) {
		codes := c.codes(grace)
		c.Press("c")
		c.Type("123456")
		c.sees("that is a code from the app, not a recovery code")
		c.Press("ctrl+u")
		c.Type("aaaa-bbbb")
		c.sees("a recovery code has 12 letters and digits")
		c.Press("ctrl+u")
		c.Type("aaaa-bbbb-cccc")
		c.Press("ctrl+s")
		c.Press("enter")
		c.sees("✗ ", "Recovery code")
		c.Press("ctrl+u")
		c.Type(strings.ToUpper(strings.ReplaceAll(codes[0], "-", "")))
		c.Press("ctrl+s")
		c.Press("enter")
		left := len(codes) - 1
		c.sees("The code is right, and spent", fmt.Sprintf("%d recovery codes left.", left), "Is the app lost?")
		c.Press("n")
		c.sees(fmt.Sprintf("✓ %d codes left", left))
		if got := len(c.codes(grace)); got != left {
			t.Errorf("the server holds %d codes", got)
		}
		for _, x := range c.log.Exchanges() {
			if strings.Contains(string(x.RequestBody), codes[0]) {
				t.Error("the code is in the log")
			}
		}
	})
}

func TestRecoveryCodes_areBlockedForLockedMembers(t *testing.T) {
	onMFA(t, 120, 36, grace, func(c *console) {
		m := c.member(grace)
		for range 10 {
			_, _ = c.client.RecoveryCodes.Recover(m, b2b.RecoverByRecoveryCode{RecoveryCode: "aaaa-bbbb-cccc"}).Do(c.t.Context())
		}
	}, func(c *console) {
		c.sees("✗ This member is locked until ")
		c.Press("c")
		c.sees("This member is locked until ")
		c.doesNotSee("Recover with a code")
	})
}
