package views_test

import (
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestMFA_aPhoneIsSetVerifiedAndDeleted(t *testing.T) {
	onMFA(t, 100, 40, ada, nil, func(c *console) {
		c.Press("S")
		c.sees("There is no phone number; p sets one.")
		c.Press("p")
		c.Type("555")
		c.Press("ctrl+s")
		c.sees("must be a phone number with its country code")
		c.Press("ctrl+u")
		c.Type(" +1 (415) 555-0123 ") // as people write it
		c.Press("ctrl+s")
		c.sees("! +14155550123, not verified")
		c.Press("esc")
		c.doesNotSee("sms") // in the list: no code can be asked for yet
		c.Press("enter", "m")
		c.Press("p")
		c.sees("There is a phone number already; D deletes it.")
		token := c.signIn(nil).SessionToken
		c.Press("S")
		c.sees("It goes to +14155550123 and works for 2 minutes")
		c.Press("y")
		c.sees("Sent: the code is in the outbox of the sandbox.")
		code := c.newestSMS("+14155550123")
		c.Press("V")
		c.Type("12ab")
		c.Press("ctrl+s")
		c.sees("a code has 6 digits", "paste the token")
		c.Press("ctrl+u")
		c.Type(code)
		c.Press("tab", "down", "tab")
		c.Paste(token.Reveal())
		c.doesNotSee(token.Reveal())
		c.Press("ctrl+s")
		c.sees("+14155550123, verified")
		c.Press("D")
		c.sees("proves the first factor alone.")
		c.Press("y")
		if c.member(ada).MFAPhoneNumber != "" {
			t.Error("still there")
		}
	})
}

// newestSMS is the code of the newest SMS to a phone.
func (c *console) newestSMS(to string) string {
	c.t.Helper()
	found, err := c.client.Sandbox.Outbox(c.t.Context(), api.OutboxQuery{To: to, Limit: 1})
	if err != nil || len(found) == 0 {
		c.t.Fatalf("no SMS to %s: %v", to, err)
	}
	return found[0].Code.Reveal()
}

func TestMFA_saysWhatComesNext(t *testing.T) {
	required := updateAcme(b2b.UpdateOrganization{MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)})
	withPhone := func(c *console) {
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{MFAPhoneNumber: api.Ptr("+14155550123")}))
	}
	for name, tt := range map[string]struct {
		prepare func(*console)
		says    string
	}{
		"nothing asked":      {nil, "proves the first factor alone."},
		"nothing enrolled":   {required, "has to enrol a second factor before being let in: scan a new QR code with an app, or give a phone number."},
		"an app":             {func(c *console) { required(c); enrolled(c) }, "is asked for a code from the app; a recovery code works too."},
		"a phone, unproven":  {func(c *console) { required(c); withPhone(c) }, "has to type the code of an SMS to +14155550123, which verifies the phone."},
		"only apps, a phone": {func(c *console) { required(c); withPhone(c); onlyApps(c) }, "before being let in: scan a new QR code with an app."},
	} {
		t.Run(name, func(t *testing.T) {
			onMFA(t, 100, 40, ada, tt.prepare, func(c *console) {
				if said := strings.Join(strings.Fields(c.Screen()), " "); !strings.Contains(said, tt.says) {
					t.Errorf("%q is not on the screen:\n%s", tt.says, c.Screen())
				}
			})
		})
	}
}

func onlyApps(c *console) {
	updateAcme(b2b.UpdateOrganization{MFAMethods: api.Ptr(b2b.MFAMethodsRestricted), AllowedMFAMethods: []string{b2b.AllowedMFAMethodsTOTP}})(c)
}
