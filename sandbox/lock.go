package sandbox

import (
	"net/http"
	"strconv"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// Wrong second factors lock a member.
const (
	maxFailures  = 10 // in a row
	lockDuration = time.Hour
)

// unlocked refuses a member who is locked. A lock that has run out is forgotten,
// together with what led to it.
func unlocked(m *store.Member, now time.Time) error {
	if m.LockExpiresAt == nil {
		return nil
	}
	if now.Before(*m.LockExpiresAt) {
		return lockedUntil("the member", *m.LockExpiresAt, now)
	}
	forgive(m)
	return nil
}

// lockedUntil refuses somebody who is locked.
func lockedUntil(who string, until, now time.Time) *problem {
	p := refuse(b2b.ErrUserLockLimitReached, "%s is locked until %s", who, until.UTC().Format(time.RFC3339))
	p.headers = http.Header{"Retry-After": {strconv.Itoa(int(until.Sub(now).Seconds()))}}
	return p
}

// forgive ends the count of wrong secrets, and the lock.
func forgive(m *store.Member) {
	m.Failures, m.LockCreatedAt, m.LockExpiresAt = 0, nil, nil
}

// failed counts a wrong secret of c's member, and locks the member after too many.
// It returns why, whose transaction stays: nothing else may have been written.
func (c *call) failed(why *problem) error {
	m := c.member
	m.Failures++
	if m.Failures >= maxFailures {
		until := c.now.Add(lockDuration)
		m.LockCreatedAt, m.LockExpiresAt = &c.now, &until
	}
	if err := c.tx.UpdateMember(m); err != nil {
		return err
	}
	return why.keeping()
}
