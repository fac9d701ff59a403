package sandbox_test

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func (b *bench) codesLeft() []b2b.Secret {
	b.Helper()
	answer, err := b.client.RecoveryCodes.Get(b.Context(), b.org.OrganizationID, b.member.MemberID)
	if err != nil {
		b.Fatal(err)
	}
	return answer.RecoveryCodes
}

func (b *bench) recover(code b2b.Secret) api.Change[b2b.RecoverByRecoveryCodeResponse] {
	return b.client.RecoveryCodes.Recover(b.member, b2b.RecoverByRecoveryCode{RecoveryCode: code})
}

func TestRecoveryCodesAreSpentOneByOne(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, _ := b.activate()
	for _, code := range created.RecoveryCodes {
		if !regexp.MustCompile(`^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$`).MatchString(code.Reveal()) {
			t.Error("a code has another shape")
		}
	}
	spellings := []func(string) string{
		func(s string) string { return s },
		strings.ToUpper,
		func(s string) string { return strings.ReplaceAll(s, "-", "") },
	}
	for i, code := range created.RecoveryCodes {
		typed := b2b.Secret(spellings[i%len(spellings)](code.Reveal()))
		answer := do(t, b.recover(typed))
		if answer.RecoveryCodesRemaining != 9-i || !slices.Equal(b.codesLeft(), created.RecoveryCodes[i+1:]) {
			t.Errorf("after code %d, %d are left", i, answer.RecoveryCodesRemaining)
		}
		f := answer.MemberSession.AuthenticationFactors
		if len(f) != 1 || f[0].Type != "recovery_codes" || f[0].DeliveryMethod != "recovery_code" || f[0].RecoveryCodeFactor == nil {
			t.Errorf("the factors are %+v", f)
		}
		if i < 9 {
			refused(t, b.recover(code), 401, b2b.ErrUnableToAuthenticateRecoveryCode)
		}
	}
	refused(t, b.recover(created.RecoveryCodes[0]), 404, b2b.ErrRecoveryCodesNotFound)
}

func TestRotateReplacesAllRecoveryCodes(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, _ := b.activate()
	do(t, b.recover(created.RecoveryCodes[3]))
	rotated := do(t, b.client.RecoveryCodes.Rotate(b.member))
	if len(rotated.RecoveryCodes) != 10 || !slices.Equal(b.codesLeft(), rotated.RecoveryCodes) {
		t.Error("the new codes are not those that work")
	}
	refused(t, b.recover(created.RecoveryCodes[0]), 401, b2b.ErrUnableToAuthenticateRecoveryCode)
	do(t, b.recover(rotated.RecoveryCodes[0]))
}

func TestRecoveryCodeRefusals(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	refused(t, b.recover("aaaa-bbbb-cccc"), 400, b2b.ErrNoActiveRecoveryCodeBackedFactor)
	refused(t, b.client.RecoveryCodes.Rotate(b.member), 400, b2b.ErrNoActiveRecoveryCodeBackedFactor)
	created := b.enrol()
	refused(t, b.recover(created.RecoveryCodes[0]), 400, b2b.ErrNoActiveRecoveryCodeBackedFactor)
	refused(t, b.client.RecoveryCodes.Rotate(b.member), 400, b2b.ErrNoActiveRecoveryCodeBackedFactor)
	_, err := b.client.RecoveryCodes.Get(t.Context(), b.org.OrganizationID, b.member.MemberID)
	wantRefusal(t, err, 404, b2b.ErrRecoveryCodesNotFound)
	b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)})

	refused(t, b.recover(""), 400, b2b.ErrInvalidRecoveryCode)
	refused(t, b.recover("what is this?"), 400, b2b.ErrInvalidRecoveryCode)
	refused(t, b.recover("123456"), 400, b2b.ErrTOTPCodeUsedAsRecoveryCode)
	refused(t, b.recover("aaaa-bbbb-cccc"), 401, b2b.ErrUnableToAuthenticateRecoveryCode)
	_, err = b.client.RecoveryCodes.Get(t.Context(), "nowhere", b.member.MemberID)
	wantRefusal(t, err, 404, b2b.ErrOrganizationNotFound)
	_, err = b.client.RecoveryCodes.Get(t.Context(), b.org.OrganizationID, "nobody")
	wantRefusal(t, err, 404, b2b.ErrMemberNotFound)

	request := b2b.RecoverByRecoveryCode{RecoveryCode: created.RecoveryCodes[0], SessionDurationMinutes: ptr(4)}
	refused(t, b.client.RecoveryCodes.Recover(b.member, request), 400, b2b.ErrInvalidSessionDurationMinutes)
	request = b2b.RecoverByRecoveryCode{RecoveryCode: created.RecoveryCodes[0], SessionToken: ptr(unknownToken)}
	refused(t, b.client.RecoveryCodes.Recover(b.member, request), 404, b2b.ErrSessionNotFound)
	if len(b.codesLeft()) != 10 {
		t.Error("a refusal has spent a code")
	}
}

func TestFiftyAtOnceSpendACodeOnce(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	created, _ := b.activate()
	var succeeded atomic.Int32
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			_, err := b.recover(created.RecoveryCodes[0]).Do(t.Context())
			if err == nil {
				succeeded.Add(1)
			} else if !api.HasType(err, b2b.ErrUnableToAuthenticateRecoveryCode, b2b.ErrUserLockLimitReached) {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if succeeded.Load() != 1 || len(b.codesLeft()) != 9 {
		t.Errorf("%d succeeded, %d codes are left", succeeded.Load(), len(b.codesLeft()))
	}
}
