package views_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

func TestEnrol_byScanningTheTerminal(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 50}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			onMFA(t, size[0], size[1], ada, nil, func(c *console) {
				c.Press("n")
				uri := c.scan()
				secret := secretOf(t, uri)
				c.sees("Enrol authenticator app · Ada Lovelace", "Acme Robotics", "until 01:00 UTC", "•••• •••• •••• ••••")
				c.Type(codeOf(t, secret, 0))
				c.sees("✓ right")
				c.Press("enter")
				c.sees("Recovery codes · Ada Lovelace", "Keep these 10 codes")
				c.Press("enter")
				c.doesNotSee("Keep these 10 codes")
				c.sees("✓ Ada Lovelace proves a second factor at each sign-in.")
				after := c.member(ada)
				if after.TOTPRegistrationID == "" || !after.MFAEnrolled || after.DefaultMFAMethod != b2b.DefaultMFAMethodTOTP {
					t.Errorf("the server holds %q, %v, %q", after.TOTPRegistrationID, after.MFAEnrolled, after.DefaultMFAMethod)
				}
			})
		})
	}
}

func TestEnrol_showsTheQRFullScreen(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		uri := c.scan()
		c.Press("ctrl+f")
		c.sees("back to the code")
		c.doesNotSee("Issuer")
		if got := c.scan(); got != uri {
			t.Errorf("full screen it says %q, not %q", got, uri)
		}
		c.Press("esc")
		c.sees("Issuer")
		c.Resize(200, 50)
		c.Press("ctrl+f")
		if got := c.scan(); got != uri {
			t.Errorf("large it says %q, not %q", got, uri)
		}
	})
}

func TestEnrol_saysWhatRoomTheQRNeeds(t *testing.T) {
	onMFA(t, 60, 20, ada, nil, func(c *console) {
		c.Press("n")
		c.sees("! The QR code needs 39x20 cells", "ctrl+f shows it full", "Code     › ")
		c.Press("ctrl+f")
		c.scan()
		c.Resize(60, 16)
		c.sees("this terminal has 60x16")
		c.Press("esc")
		c.sees("Account", "Secret", "Code     › ")
	})
}

func TestEnrol_followsTheTerminalsSize(t *testing.T) {
	onMFA(t, 120, 36, ada, nil, func(c *console) {
		c.Press("n")
		uri := c.scan()
		for _, size := range [][2]int{{80, 24}, {60, 16}, {200, 50}, {80, 24}, {120, 36}} {
			c.Resize(size[0], size[1])
			if size[1] > 16 && c.scan() != uri {
				t.Errorf("another code at %v", size)
			}
		}
	})
}

func TestEnrol_judgesTheCodeWhileTyping(t *testing.T) {
	onMFA(t, 120, 36, ada, nil, func(c *console) {
		c.Press("n")
		secret := secretOf(t, c.scan())
		for _, tt := range []struct{ typed, says string }{
			{"12", "· 4 to go"},
			{"12a", "✗ digits only"},
			{"1234567", "✗ too long"},
			{codeOf(t, secret, 0)[:3] + " " + codeOf(t, secret, 0)[3:], "✓ right"},
			{codeOf(t, secret, 1), "✓ right, one step early"},
			{codeOf(t, secret, -1), "✓ right, one step late"},
			{codeOf(t, secret, 4), "✗ 4 steps (2 min) early: check the clock"},
			{codeOf(t, secret, -6), "✗ 6 steps (3 min) late: check the clock"},
			{codeOf(t, secret, 900), "✗ wrong"},
		} {
			c.Press("ctrl+u")
			c.sees("· 6 digits")
			c.Type(tt.typed)
			c.sees(tt.says)
		}
	})
}

func TestEnrol_sendsNothingOfAnotherShape(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		before := c.faults.requests()
		c.Type("123")
		c.Press("enter")
		c.sees("Type the 6 digits")
		if c.faults.requests() != before {
			t.Error("a code of three digits was sent")
		}
	})
}

func TestEnrol_aWrongCodeLeavesTheRegistration(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		secret := secretOf(t, c.scan())
		c.Type(codeOf(t, secret, 900))
		c.Press("enter")
		c.sees("✗ Could not", "request-id-test-", "Code     › 123 456")
		c.Type(codeOf(t, secret, 1)) // one step early is forgiven
		c.Press("enter")
		c.sees("Keep these 10 codes")
		c.Press("enter")
		c.sees("✓ 10 codes left")
	})
}

func TestEnrol_aRegistrationThatWaits(t *testing.T) {
	waiting := func(c *console) { must(c.t, c.client.TOTPs.Create(c.member(ada), b2b.CreateTOTP{})) }
	t.Run("is replaced", func(t *testing.T) {
		onMFA(t, 80, 24, ada, waiting, func(c *console) {
			c.Press("n")
			c.sees("! A registration of Ada Lovelace still waits", "Starting anew deletes it")
			c.Press("enter")
			c.Type(codeOf(t, secretOf(t, c.scan()), 0))
			c.Press("enter")
			c.sees("Keep these 10 codes")
		})
	})
	t.Run("is left", func(t *testing.T) {
		onMFA(t, 80, 24, ada, waiting, func(c *console) {
			c.Press("n", "esc")
			c.doesNotSee("still waits")
			_, err := c.client.TOTPs.Create(c.member(ada), b2b.CreateTOTP{}).Do(c.t.Context())
			if err == nil || !strings.Contains(err.Error(), b2b.ErrPendingTOTPExists) {
				t.Errorf("it is gone: %v", err)
			}
		})
	})
}

func TestEnrol_stoppingAsksAndDeletes(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		uri := c.scan()
		c.Press("esc")
		c.sees("Stop enrolling?", "The registration is deleted")
		c.Press("esc")
		if c.scan() != uri {
			t.Error("it went on with another registration")
		}
		c.Press("esc", "y")
		c.sees("Stopped: the registration that waited was deleted.")
		c.doesNotSee("Code     ›")
		must(c.t, c.client.TOTPs.Create(c.member(ada), b2b.CreateTOTP{})) // refused if one were waiting
	})
}

func TestEnrol_canBeLeftWhenTheServerIsGone(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		c.faults.fail(http.MethodDelete, "/v1/b2b/organizations", http.StatusInternalServerError)
		c.Press("esc", "y")
		c.pass(time.Minute)
		c.sees("✗ Could not delete", "The registration waits until", "esc leave it")
		c.Press("esc")
		c.doesNotSee("Code     ›")
		c.sees("one factor alone")
	})
}

func TestEnrol_stoppingWhatSomebodyElseHasStopped(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		must(c.t, c.client.Members.DeleteTOTP(c.member(ada)))
		c.Press("esc", "y")
		c.sees("Stopped: the registration that waited was deleted.")
	})
}

func TestEnrol_quittingAsks(t *testing.T) {
	onMFA(t, 120, 36, ada, nil, func(c *console) {
		c.Press("n", "ctrl+c")
		c.sees("Quit all the same?")
		if c.Quit() {
			t.Error("it quit without a yes")
		}
	})
}

func TestEnrol_aQROfAnotherSecretIsNotShown(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		other := c.photograph()
		c.Press("esc", "y")
		c.faults.answer(http.MethodPost, "/v1/b2b/totp", registration(other))
		c.Press("n")
		c.sees("! The server's QR image holds")
		if got := secretOf(t, c.scan()); got != "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" {
			t.Errorf("the code holds %q", got)
		}
	})
}

func TestEnrol_afterTheTimeIsOver(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		uri := c.scan()
		secret := secretOf(t, uri)
		c.pass(61 * time.Minute)
		c.Type(codeOf(t, secret, 0))
		c.sees("! By this clock the time is over")
		c.Press("enter")
		c.sees("✗ The time is over")
		c.Press("enter")
		if c.scan() == uri {
			t.Error("the old registration is still shown")
		}
		c.Type(codeOf(t, secretOf(t, c.scan()), 0))
		c.Press("enter")
		c.sees("Keep these 10 codes")
	})
}

func TestEnrol_withoutTheServersImage(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.faults.answer(http.MethodPost, "/v1/b2b/totp", registration("data:image/png;base64,AAAA"))
		c.Press("n")
		c.sees("! The server's QR image cannot be")
		const want = "otpauth://totp/Acme%20Robotics:ada.lovelace@acme-robotics.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme%20Robotics"
		if got := c.scan(); got != want {
			t.Errorf("got %q", got)
		}
	})
}

func TestEnrol_aRefusalIsTold(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.faults.fail(http.MethodPost, "/v1/b2b/totp", http.StatusInternalServerError)
		c.Press("n")
		c.sees("✗ ", "request-id-test-broken")
		c.faults.heal()
		c.Press("r")
		c.scan()
	})
}

func TestEnrol_copies(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		uri := c.scan()
		c.Press("ctrl+y")
		c.sees("✓ The secret is in the clipboard.")
		c.Press("ctrl+l")
		c.sees("✓ The link is in the clipboard.")
		if len(c.copied) != 2 || c.copied[0] != secretOf(t, uri) || c.copied[1] != uri {
			t.Errorf("copied %q", c.copied)
		}
	})
}

func TestEnrol_keepsItsSecrets(t *testing.T) {
	onMFA(t, 120, 36, ada, nil, func(c *console) {
		c.Press("n")
		secret := secretOf(t, c.scan())
		c.doesNotSee(secret[:4])
		c.Press("ctrl+r")
		c.sees(secret[:4] + " " + secret[4:8])
		c.Press("ctrl+r")
		c.doesNotSee(secret[:4])
		code := codeOf(t, secret, 0)
		c.Type(code)
		c.Press("enter")
		codes := recoveryCode.FindAllString(c.Screen(), -1)
		if len(codes) != 10 {
			t.Fatalf("%d codes are shown", len(codes))
		}
		for i := range codes {
			codes[i] = strings.TrimSpace(codes[i])
		}
		c.Press("enter")
		frames := c.Screen()
		c.Press("5")
		frames += c.Screen()
		c.Press("enter")
		frames += c.Screen()
		said := frames + fmt.Sprintf("%+v", c.log.Exchanges())
		for _, x := range c.log.Exchanges() {
			said += x.Curl() + x.Command() + string(x.RequestBody) + string(x.ResponseBody)
		}
		for _, secret := range append(codes, secret, secret[:4]+" "+secret[4:8], code) {
			if strings.Contains(said, secret) {
				t.Errorf("%q is left behind", secret)
			}
		}
	})
}

func TestEnrol_idlesWithoutATimer(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("n")
		before := c.Frame()
		c.pass(10 * time.Minute)
		if c.Frame() != before {
			t.Error("the dialog changes by itself")
		}
	})
}
