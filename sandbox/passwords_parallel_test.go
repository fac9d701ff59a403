package sandbox_test

import (
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// atOnce runs do so many times in parallel, and counts the errors by their type;
// "" is success.
func atOnce(times int, do func() error) map[string]int {
	var mu sync.Mutex
	var all sync.WaitGroup
	kinds := map[string]int{}
	for range times {
		all.Go(func() {
			kind := ""
			if err := do(); err != nil {
				kind = err.Error()
				if e, ok := errors.AsType[*api.Error](err); ok {
					kind = e.Type
				}
			}
			mu.Lock()
			defer mu.Unlock()
			kinds[kind]++
		})
	}
	all.Wait()
	return kinds
}

// newCompanyInFile is newCompany over a file, where reads and writes run at once.
func newCompanyInFile(t *testing.T) *bench {
	t.Helper()
	b := &bench{T: t, server: openServer(t, filepath.Join(t.TempDir(), "s.db"))}
	b.client = clientOf(t, checked(t, b.server))
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme Robotics"})
	b.member = b.addMember("ada@acme-robotics.example")
	return b
}

func TestWrongPasswordsAreCountedExactlyHoweverManyComeAtOnce(t *testing.T) {
	b := newCompanyInFile(t)
	b.setPassword(oldPassword)
	kinds := atOnce(25, func() error {
		_, err := b.withPassword("wrong").Do(t.Context())
		return err
	})
	if kinds[b2b.ErrUnauthorizedCredentials] != 10 || kinds[b2b.ErrUserLockLimitReached] != 15 {
		t.Errorf("got %v, want 10 that count and 15 that are locked out", kinds)
	}
}

func TestAResetLinkSetsOnePasswordHoweverManyFollowIt(t *testing.T) {
	b := newCompanyInFile(t)
	do(t, b.client.Passwords.StartEmailReset(b2b.ResetPasswordByEmailStart{OrganizationID: b.org.OrganizationID, EmailAddress: b.member.EmailAddress}))
	token := b2b.Secret(b.newest(b.member.EmailAddress).Token)
	kinds := atOnce(20, func() error {
		_, err := b.client.Passwords.ResetByEmail(b2b.ResetPasswordByEmail{PasswordResetToken: token, Password: oldPassword}).Do(t.Context())
		return err
	})
	if kinds[""] != 1 || kinds[b2b.ErrUnableToAuthPasswordResetToken] != 19 {
		t.Errorf("got %v", kinds)
	}
	if n := len(b.sessionsOf(b.member)); n != 1 {
		t.Errorf("%d sessions were opened", n)
	}
}

func TestSessionsThatAreCheckedAtOnceAreEachGivenAJWTOfOneKey(t *testing.T) {
	b := newCompanyInFile(t)
	in := b.byLink(b.member.EmailAddress)
	kinds := atOnce(40, func() error {
		again, err := b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionToken: &in.SessionToken}).Do(t.Context())
		if err != nil {
			return err
		}
		_, err = b.client.Sessions.Authenticate(b2b.AuthenticateSession{SessionJWT: &again.SessionJWT}).Do(t.Context())
		return err
	})
	if kinds[""] != 40 {
		t.Errorf("got %v", kinds)
	}
	keys, err := b.client.Sessions.JWKS(t.Context())
	if err != nil || len(keys) != 1 {
		t.Errorf("%d keys, %v", len(keys), err)
	}
}
