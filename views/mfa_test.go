package views_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

var recoveryCode = regexp.MustCompile(`\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\s`)

// registration is the answer to a new TOTP registration, the same every time.
func registration(image string) string {
	codes := make([]string, 10)
	for i := range codes {
		codes[i] = fmt.Sprintf(`"abcd-efgh-%04d"`, i)
	}
	return fmt.Sprintf(`{"status_code":200,"request_id":"request-id-test-1","member_id":"member-test-1",
		"totp_registration_id":"member-totp-test-1","secret":"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP","qr_code":%q,
		"recovery_codes":[%s],"member":{},"organization":{}}`, image, strings.Join(codes, ","))
}

// answer gives body as the server's answer to every such request.
func (f *faults) answer(method, path, body string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.broken = func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method != method || r.URL.Path != path {
			return false
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(body))
		return true
	}
}

// enrolled gives Ada an authenticator app past the screen.
func enrolled(c *console) {
	must(c.t, c.client.TOTPs.Migrate(c.member(ada), b2b.MigrateTOTP{Secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"}))
}

func TestMFA_saysHowTheMemberStands(t *testing.T) {
	for name, tt := range map[string]struct {
		email   string
		prepare func(*console)
		says    []string
	}{
		"nothing": {ada, nil, []string{"! Ada Lovelace signs in with one factor alone", "– none enrolled", "MFA is optional"}},
		"required of all": {ada, updateAcme(b2b.UpdateOrganization{MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)}),
			[]string{"! Ada Lovelace has to enrol a second factor", "MFA is required for all members of Acme", "asked for: the organization requires it"}},
		"an app":              {grace, nil, []string{"✓ enrolled", "member-totp-", "not read; v asks for them", "authenticator app"}},
		"an app nobody wants": {ada, enrolled, []string{"! A second factor is enrolled, but Ada Lovelace is not asked for it; t changes that."}},
		"an app not allowed": {grace, updateAcme(b2b.UpdateOrganization{
			MFAMethods: api.Ptr(b2b.MFAMethodsRestricted), AllowedMFAMethods: []string{b2b.AllowedMFAMethodsSMSOTP},
		}), []string{"! enrolled, but not allowed here any more", "only SMS code"}},
		"a phone": {ada, func(c *console) {
			must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{MFAPhoneNumber: api.Ptr("+12025550123")}))
		}, []string{"! +12025550123, not verified"}},
	} {
		t.Run(name, func(t *testing.T) {
			onMFA(t, 120, 36, tt.email, tt.prepare, func(c *console) { c.sees(tt.says...) })
		})
	}
}

func TestMFA_saysWhyAKeyCannotRun(t *testing.T) {
	onlySMS := updateAcme(b2b.UpdateOrganization{
		MFAMethods: api.Ptr(b2b.MFAMethodsRestricted), AllowedMFAMethods: []string{b2b.AllowedMFAMethodsSMSOTP},
	})
	required := updateAcme(b2b.UpdateOrganization{MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)})
	invited := func(c *console) {
		must(c.t, c.client.Members.Create(c.organization("acme-robotics").OrganizationID, b2b.CreateMember{
			EmailAddress: "new@acme-robotics.example", CreateMemberAsPending: api.Ptr(true),
		}))
	}
	for name, tt := range map[string]struct {
		email   string
		prepare func(*console)
		key     string
		says    string
	}{
		"enrol: one is there":          {grace, nil, "n", "An authenticator app is enrolled already; d deletes it."},
		"enrol: not active":            {"new@acme-robotics.example", invited, "n", "Only active members can have an authenticator app; this one is pending."},
		"enrol: not allowed":           {ada, onlySMS, "n", "Acme Robotics does not allow authenticator apps."},
		"migrate: one is there":        {grace, nil, "i", "An authenticator app is enrolled already; d deletes it."},
		"delete: none":                 {ada, nil, "d", "No authenticator app is enrolled."},
		"show codes: none":             {ada, nil, "v", "There are none: no app is enrolled."},
		"rotate codes: none":           {ada, nil, "R", "There are none: no app is enrolled."},
		"recover: none":                {ada, nil, "c", "There are none: no app is enrolled."},
		"toggle: required":             {ada, required, "t", "MFA is required for all members of Acme Robotics"},
		"default: none":                {ada, nil, "s", "No second factor is enrolled."},
		"default: one":                 {ada, enrolled, "s", "The authenticator app is the only method there is."},
		"delete phone: none":           {ada, nil, "D", "There is no phone number."},
		"enrol: break-glass may":       {ada, func(c *console) { onlySMS(c); breakGlass(c) }, "n", "Scan with an authenticator app"},
		"migrate: break-glass may too": {ada, func(c *console) { onlySMS(c); breakGlass(c) }, "i", "Migrate an authenticator app"},
	} {
		t.Run(name, func(t *testing.T) {
			onMFA(t, 120, 36, tt.email, tt.prepare, func(c *console) {
				c.Press(tt.key)
				lines := strings.Split(c.Screen(), "\n")
				if footer := lines[len(lines)-1]; !strings.Contains(footer, tt.says) && !strings.Contains(c.Screen(), "╭─") {
					t.Errorf("the footer says %q", footer)
				}
				c.sees(tt.says)
			})
		})
	}
}

func TestMFA_ofAMemberThatIsDeletedMeanwhile(t *testing.T) {
	onMFA(t, 120, 36, ada, nil, func(c *console) {
		c.Press("shift+tab", "d", "y", "tab")
		c.sees("▸MFA", "– This member is deleted")
		for _, key := range []string{"n", "i", "d", "v", "R", "c", "t", "s", "D", "r"} {
			before := c.faults.requests()
			c.Press(key)
			c.doesNotSee("╭─")
			if c.faults.requests() != before {
				t.Errorf("%s asked the server", key)
			}
		}
	})
}

func TestMFA_anOldReadDoesNotBeatAWrite(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		newer := c.member(ada)
		newer.MFAEnrolled = true
		hold := make(chan struct{})
		c.faults.hold(hold)
		c.Press("r")
		c.Send(ui.Changed[b2b.Member]{Value: newer})
		close(hold)
		c.WaitIdle()
		c.sees("! Ada Lovelace has to enrol a second factor")
	})
}

func breakGlass(c *console) {
	must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{IsBreakglass: api.Ptr(true)}))
}

func TestMFA_deletesTheAppAfterAQuestion(t *testing.T) {
	onMFA(t, 80, 24, grace, nil, func(c *console) {
		c.Press("d")
		c.sees("Delete the authenticator app?", "the recovery codes go with it")
		c.Press("enter") // no is the default
		if c.member(grace).TOTPRegistrationID == "" {
			t.Fatal("it was deleted without a yes")
		}
		c.Press("d", "y")
		c.sees("The authenticator app of Grace Hopper is deleted.", "– none enrolled")
		if c.member(grace).TOTPRegistrationID != "" {
			t.Error("the server still holds it")
		}
	})
}

func TestMFA_asksForAndWaivesMFA(t *testing.T) {
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Press("t")
		c.sees("Ask for MFA?", "has to enrol a second factor")
		c.Press("y")
		c.sees("! Ada Lovelace has to enrol a second factor")
		if !c.member(ada).MFAEnrolled {
			t.Fatal("the server does not ask for MFA")
		}
		c.Press("t")
		c.sees("Waive MFA?")
		c.Press("y")
		if c.member(ada).MFAEnrolled {
			t.Error("the server still asks for MFA")
		}
	})
}

func TestMFA_dryRunSendsNothing(t *testing.T) {
	onMFA(t, 80, 24, grace, nil, func(c *console) {
		c.Press("d")
		before := c.faults.requests()
		c.Press("ctrl+d")
		c.sees("DELETE /v1/b2b/organizations/")
		if c.faults.requests() != before {
			t.Error("the dry run sent something")
		}
	})
}

func TestMFA_deletesThePhone(t *testing.T) {
	phone := func(c *console) {
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{MFAPhoneNumber: api.Ptr("+12025550123")}))
	}
	onMFA(t, 80, 24, ada, phone, func(c *console) {
		c.Press("D")
		c.sees("Delete the phone number?", "+12025550123")
		c.Press("y")
		c.sees("The phone number of Ada Lovelace is deleted.")
		if got := c.member(ada).MFAPhoneNumber; got != "" {
			t.Errorf("the server still holds %q", got)
		}
	})
}

func TestMFA_changesTheDefaultMethod(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		both := memberWithBoth(c)
		c.openMFA(both.EmailAddress)
		before := c.member(both.EmailAddress).DefaultMFAMethod
		c.Press("s", "y")
		c.sees("The default method is now the ")
		if after := c.member(both.EmailAddress).DefaultMFAMethod; after == before || after == "" {
			t.Errorf("the default method is %q, and was %q", after, before)
		}
		c.Press("s", "y")
		if after := c.member(both.EmailAddress).DefaultMFAMethod; after != before {
			t.Errorf("the default method is %q again", after)
		}
	})
}

// memberWithBoth finds a member of Acme Robotics with an app and a verified phone.
func memberWithBoth(c *console) b2b.Member {
	c.t.Helper()
	org := c.organization("acme-robotics")
	for m, err := range c.client.Members.All(c.t.Context(), b2b.SearchMembers{OrganizationIDs: []string{org.OrganizationID}}) {
		if err != nil {
			c.t.Fatal(err)
		}
		if m.Status == b2b.MemberStatusActive && m.TOTPRegistrationID != "" && m.MFAPhoneNumberVerified {
			return m
		}
	}
	c.t.Fatal("nobody has both")
	return b2b.Member{}
}

func TestMFA_aVerifiedPhoneBlocksAnotherFactor(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		both := memberWithBoth(c)
		must(c.t, c.client.Members.DeleteTOTP(both))
		c.openMFA(both.EmailAddress)
		c.Press("n")
		c.sees("The phone is a second factor already")
		c.doesNotSee("Scan with")
	})
}

func TestMFA_migratesASecret(t *testing.T) {
	const secret = "jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp"
	t.Run("with new recovery codes", func(t *testing.T) {
		onMFA(t, 80, 24, ada, nil, func(c *console) {
			c.Press("i")
			c.Type("short!")
			c.sees("that is not base32")
			c.Press("ctrl+u")
			c.Paste(secret)
			c.doesNotSee("jbsw", "JBSW")
			c.Press("ctrl+s")
			c.sees("Keep these 10 codes")
			c.Press("enter")
			c.sees("✓ enrolled", "✓ 10 codes left", "member-totp-")
		})
	})
	t.Run("with those the member has", func(t *testing.T) {
		onMFA(t, 80, 24, ada, nil, func(c *console) {
			c.Press("i")
			c.Paste(secret)
			c.Press("tab")
			c.Paste("aaaa-bbbb-cccc")
			c.Press("ctrl+s")
			c.sees("The authenticator app of Ada Lovelace is taken over.", "✓ 1 code left")
			c.doesNotSee("Keep these")
			m := c.member(ada)
			got, err := c.client.RecoveryCodes.Get(c.t.Context(), m.OrganizationID, m.MemberID)
			if err != nil || len(got.RecoveryCodes) != 1 || got.RecoveryCodes[0].Reveal() != "aaaa-bbbb-cccc" {
				t.Errorf("the server holds %d codes, %v", len(got.RecoveryCodes), err)
			}
		})
	})
}

func TestMFA_hostileNamesAreHarmless(t *testing.T) {
	const hostile = "\x1b]0;owned\x07\x1b[2J\u202eevil\u200b\nname"
	prepare := func(c *console) {
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{Name: api.Ptr(hostile)}))
		must(c.t, c.client.Organizations.Update(c.organization("acme-robotics"), b2b.UpdateOrganization{OrganizationName: api.Ptr(hostile)}))
	}
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		onMFA(t, size[0], size[1], ada, prepare, func(c *console) {
			harmless := func() {
				t.Helper()
				for _, r := range strings.ReplaceAll(c.Screen(), "\n", "") {
					if r < 0x20 || r >= 0x7f && r < 0xa0 || strings.ContainsRune("\u202e\u200b", r) {
						t.Fatalf("%q is on the screen:\n%q", r, c.Screen())
					}
				}
			}
			harmless()
			c.Press("n")
			harmless()
			secret := secretOf(t, c.scan())
			c.Press("ctrl+f")
			harmless()
			c.Press("esc")
			c.Type(codeOf(t, secret, 0))
			c.Press("enter")
			harmless()
			c.Press("enter")
			for _, key := range []string{"d", "v", "R", "c", "t"} {
				c.Press(key)
				harmless()
				c.Press("esc")
			}
		})
	}
}

func TestMFA_goldens(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		at := fmt.Sprintf("%dx%d", size[0], size[1])
		onMFA(t, size[0], size[1], ada, nil, func(c *console) {
			c.Golden(t, "mfa-none-"+at)
			c.faults.answer(http.MethodPost, "/v1/b2b/totp", registration("data:image/png;base64,AAAA"))
			c.Press("n")
			c.Golden(t, "mfa-enrol-"+at)
		})
		onMFA(t, size[0], size[1], grace, nil, func(c *console) {
			c.Golden(t, "mfa-enrolled-"+at)
			c.faults.fail(http.MethodGet, "/v1/b2b/organizations", http.StatusInternalServerError)
			c.Press("r")
			c.pass(time.Minute)
			c.Golden(t, "mfa-failed-"+at)
			c.faults.heal()
			hold := make(chan struct{})
			c.faults.hold(hold)
			c.Press("r")
			c.Golden(t, "mfa-loading-"+at)
			close(hold)
			c.WaitIdle()
		})
	}
	onMFA(t, 80, 24, ada, nil, func(c *console) {
		c.Resize(40, 12)
		c.Golden(t, "mfa-40x12")
	})
}

// hold lets every request wait until the channel closes.
func (f *faults) hold(until chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.broken = func(http.ResponseWriter, *http.Request) bool {
		<-until
		return false
	}
}
