package sandbox_test

import (
	"fmt"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

const purgedAfter = 30 * 24 * time.Hour

func TestWhatEndedLongAgoIsForgottenWithTheNextWrite(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	b.byLink(b.member.EmailAddress)
	used := b.newest(b.member.EmailAddress).Token
	b.advance(time.Hour + purgedAfter - time.Second)
	b.update(b2b.UpdateMember{Name: ptr("Ada")})
	refused(t, b.follow(used), 401, b2b.ErrUnableToAuthMagicLink) // still known
	if n := len(b.outbox(b.member.EmailAddress)); n != 1 {
		t.Errorf("%d messages are left", n)
	}
	b.advance(time.Hour) // for the next purge
	refused(t, b.follow(used), 401, b2b.ErrUnableToAuthMagicLink)
	b.update(b2b.UpdateMember{Name: ptr("Ada L.")})
	refused(t, b.follow(used), 404, b2b.ErrMagicLinkNotFound)
	if n := len(b.outbox(b.member.EmailAddress)); n != 0 {
		t.Errorf("%d messages are left", n)
	}
}

func TestNoWriteForgetsMuchAtOnce(t *testing.T) {
	b := newCompany(t, b2b.CreateOrganization{})
	const letters = 450
	for range letters {
		b.sendLink(b.member.EmailAddress)
	}
	b.advance(2*time.Hour + purgedAfter)
	for i, left := range []int{250, 50, 0} {
		b.update(b2b.UpdateMember{Name: ptr(fmt.Sprint("Ada ", i))})
		path := "/sandbox/v1/outbox?limit=1000&to=" + b.member.EmailAddress
		if n := len(fetch[struct{ Messages []any }](t, b.client, path).Messages); n != left {
			t.Errorf("write %d leaves %d messages, want %d", i+1, n, left)
		}
	}
}
