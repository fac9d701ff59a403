//go:build unix

package e2e

import (
	"encoding/json"
	"fmt"
	"net/url"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
)

const adaAddress = "ada.lovelace@acme-robotics.example"

// TestFromFirstRunToAnEnrolledMember is the way of a new user through the whole
// program, on the two sizes that terminals usually have.
func TestFromFirstRunToAnEnrolledMember(t *testing.T) {
	for _, size := range []struct{ width, height int }{{80, 24}, {120, 36}} {
		t.Run(fmt.Sprintf("%dx%d", size.width, size.height), func(t *testing.T) {
			j := startJourney(t, size.width, size.height)
			j.openAcme()
			j.findAda()
			j.enrol()
			j.requireMFA()
			j.console.Press("q")
			checkLeftClean(t, j.console)
			j.checkDatabase()
		})
	}
}

// journey is a console on a served sandbox, with a proxy between that has seen
// what the server answered.
type journey struct {
	t       *testing.T
	user    account
	file    string
	server  *served
	seen    *recording
	console *terminal
}

func startJourney(t *testing.T, width, height int) *journey {
	t.Helper()
	j := &journey{t: t, user: newAccount(t, credentials()...)}
	j.file = j.user.path(t, "team.db")
	j.server = j.user.serve(t, "--db", j.file)
	j.seen = record(t, j.server.url)
	j.console = j.user.with("STYTCH_BASE_URL="+j.seen.url).open(t, width, height, answering)
	return j
}

// openAcme opens the first organization of the list at its members.
func (j *journey) openAcme() {
	x := j.console
	x.WaitFor("Acme Robotics")
	x.Press("enter")
	x.WaitFor("Overview")
	x.Press("tab")
}

// findAda searches by typing; nothing has to be pressed for it.
func (j *journey) findAda() {
	x := j.console
	x.WaitFor(`1/\d{3}$`)
	x.Press("/")
	x.Type("ada.lovelace")
	x.WaitFor(`1/1$`)
	x.WaitFor("ada.lovelace@")
	x.Press("enter", "m")
}

// enrol reads the QR code off the screen and answers it with a code.
func (j *journey) enrol() {
	x := j.console
	x.WaitFor("none enrolled")
	x.Press("n")
	shown := x.ScanQR()
	answer := j.seen.last(j.t, "POST", "/totp")
	picture, _ := answer["qr_code"].(string)
	sent, err := decodePNG(picture)
	if err != nil {
		j.t.Fatalf("the server's picture cannot be read: %v", err)
	}
	if shown != sent {
		j.t.Fatalf("the screen shows %s, the server sent %s", shown, sent)
	}
	x.Type(codeOf(j.t, shown))
	x.Press("enter")
	x.WaitFor("Recovery codes · Ada Lovelace")
	codes, _ := answer["recovery_codes"].([]any)
	if len(codes) == 0 {
		j.t.Fatal("the server sent no recovery codes")
	}
	for _, code := range codes {
		x.WaitFor(fmt.Sprint(code))
	}
	x.Press("enter")
	x.WaitGone("Recovery codes · ")
	x.WaitFor(`Authenticator app\s+✓ enrolled`)
}

// codeOf computes the code that an authenticator app would show now.
func codeOf(t *testing.T, uri string) string {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil {
		t.Fatal(err)
	}
	code, err := totp.GenerateCode(u.Query().Get("secret"), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// requireMFA goes back to the organization and changes its MFA policy.
func (j *journey) requireMFA() {
	x := j.console
	x.Press("esc")
	x.WaitGone("Authenticator app")
	x.Press("tab")
	x.WaitFor("▸Settings")
	x.Seek("down", "▸.*MFA policy")
	x.Press("e")
	x.WaitFor("› Optional")
	x.Press("up")
	x.WaitFor("› Required for all")
	x.Press("ctrl+s")
	x.WaitFor("1 change not saved")
	x.Press("ctrl+s")
	x.WaitFor("Save 1 change")
	x.WaitFor("OPTIONAL → REQUIRED_FOR_ALL")
	x.Press("enter")
	x.WaitFor("Saved 1 setting of Acme Robotics")
	x.WaitGone("not saved")
}

// checkDatabase asks for what has changed, without the console or its server.
func (j *journey) checkDatabase() {
	j.t.Helper()
	if _, err := j.server.stop(); err != nil {
		j.t.Error(err)
	}
	read := func(path string, into any) {
		got := j.user.run(j.t, "", "api", "GET", path, "--sandbox", "--db", j.file)
		if err := json.Unmarshal([]byte(got.stdout), into); err != nil {
			j.t.Fatalf("%s: %v\n%s%s", path, err, got.stdout, got.stderr)
		}
	}
	var organization struct {
		Organization struct {
			MFAPolicy string `json:"mfa_policy"`
		}
	}
	read("/v1/b2b/organizations/acme-robotics", &organization)
	if organization.Organization.MFAPolicy != "REQUIRED_FOR_ALL" {
		j.t.Errorf("the MFA policy is %q", organization.Organization.MFAPolicy)
	}
	var member struct {
		Member struct {
			TOTP     string `json:"totp_registration_id"`
			Enrolled bool   `json:"mfa_enrolled"`
			Default  string `json:"default_mfa_method"`
		}
	}
	read("/v1/b2b/organizations/acme-robotics/member?email_address="+url.QueryEscape(adaAddress), &member)
	if member.Member.TOTP == "" || !member.Member.Enrolled || member.Member.Default != "totp" {
		j.t.Errorf("the member is %+v", member.Member)
	}
}
