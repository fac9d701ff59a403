//go:build unix

package e2e

import (
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
)

const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

func TestDiscoveryAsksForTheSecondFactorThatTheOrganizationRequires(t *testing.T) {
	user := newAccount(t)
	file := user.path(t, "team.db")
	user.addMember(t, file, jane, "Plain Jane")
	user.migrateTOTP(t, file, jane, totpSecret)
	succeeds(t, user, "orgs", "update", "acme-robotics", "--mfa-policy", "REQUIRED_FOR_ALL", "--sandbox", "--db", file)

	x := user.open(t, 120, 36, answering, "--db", file)
	x.WaitFor("Acme Robotics")
	x.Press("3", "enter")
	x.WaitFor("How to prove it")
	x.Type(jane)
	x.Press("enter", "down")
	x.WaitFor("Send a code of 6 digits")
	x.Press("ctrl+s")
	x.WaitFor("Mail a discovery")
	x.Press("enter")
	x.WaitFor("▸ Proof")
	x.Press("ctrl+o")
	x.WaitFor("▸ Organization")
	x.WaitFor("Acme Robotics.*! MFA")
	x.Press("enter")
	x.WaitFor("Acme Robotics wants a second factor")
	x.Press("enter")
	x.Type(appCode(t, totpSecret))
	x.Press("enter")
	x.WaitFor("▸ Signed in")
	x.WaitFor("e-mail code \\+ authenticator app")
	x.Press("q")
	checkLeftClean(t, x)
}

// appCode is what an authenticator app with this secret shows now.
func appCode(t *testing.T, secret string) string {
	t.Helper()
	code, err := totp.GenerateCode(secret, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// migrateTOTP gives a member of Acme Robotics the app that holds secret.
func (a account) migrateTOTP(t *testing.T, file, email, secret string) {
	t.Helper()
	m := a.member(t, file, email)
	request := `{"organization_id": "acme-robotics", "member_id": "` + m.ID + `", "secret": "` + secret + `", "recovery_codes": ["aaaa-bbbb-cccc"]}`
	if got := a.run(t, request, "api", "POST", "/v1/b2b/totp/migrate", "--input", "-", "--sandbox", "--db", file); got.code != 0 {
		t.Fatalf("migrate: %s%s", got.stdout, got.stderr)
	}
}
