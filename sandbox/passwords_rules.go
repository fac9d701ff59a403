package sandbox

import (
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/password"
	"example.com/orgdeck/sandbox/store"
)

// PasswordRules say which passwords the project takes, and where they hold. The
// zero value is zxcvbn, no breach list, and a password for each organization.
type PasswordRules struct {
	LUDS       bool   // by length and kinds of characters, in place of zxcvbn
	CrossOrg   bool   // one password for all organizations of an address
	BreachList string // file of passwords that have become known, one a line; "" is none
}

// passwordRules are the rules with the list that they name.
type passwordRules struct {
	PasswordRules
	breached *password.BreachList
}

// load reads the list that the rules name.
func (p PasswordRules) load() (passwordRules, error) {
	loaded := passwordRules{PasswordRules: p}
	if p.BreachList == "" {
		return loaded, nil
	}
	var err error
	loaded.breached, err = password.ReadBreachList(p.BreachList)
	return loaded, err
}

// strength is what can be said of a password before it is set.
func (p passwordRules) strength(text, email string) *b2b.CheckPasswordStrengthResponse {
	answer := &b2b.CheckPasswordStrengthResponse{StrengthPolicy: b2b.StrengthPolicyZxcvbn, BreachDetectionOnCreate: p.breached != nil}
	if p.LUDS {
		lacks := password.LUDS(text)
		answer.StrengthPolicy, answer.LudsFeedback = b2b.StrengthPolicyLuds, &lacks
		answer.ValidPassword = lacks.MissingComplexity == 0 && lacks.MissingCharacters == 0
	} else {
		score, feedback := password.Score(text, partsOf(email)...)
		answer.Score, answer.ZxcvbnFeedback, answer.ValidPassword = score, &feedback, password.IsStrong(score)
	}
	answer.BreachedPassword = email != "" && p.breached.Has(text)
	answer.ValidPassword = answer.ValidPassword && !answer.BreachedPassword
	return answer
}

// partsOf are the words that an address is made of, which others guess easily.
func partsOf(email string) []string {
	if email == "" {
		return nil
	}
	local, domain, _ := strings.Cut(email, "@")
	return append([]string{email, local, domain}, strings.FieldsFunc(email, func(r rune) bool { return strings.ContainsRune("@.+-_", r) })...)
}

// refuseWeak refuses a password that was found to be one that may not be set.
func refuseWeak(found *b2b.CheckPasswordStrengthResponse) error {
	switch {
	case found.BreachedPassword:
		return refuse(b2b.ErrBreachedPassword)
	case found.ValidPassword:
		return nil
	case found.ZxcvbnFeedback != nil:
		return refuse(b2b.ErrWeakPassword, "%s", strings.TrimSpace(found.ZxcvbnFeedback.Warning+" "+strings.Join(found.ZxcvbnFeedback.Suggestions, " ")))
	}
	return refuse(b2b.ErrWeakPassword, "%d more characters, and %d more kinds of lower case, upper case, digits and symbols, are needed",
		found.LudsFeedback.MissingCharacters, found.LudsFeedback.MissingComplexity)
}

// passwordOf is the password of c's member; nil when there is none.
func (s *Server) passwordOf(c *call) (*store.Password, error) {
	if s.passwords.CrossOrg {
		if found, err := c.tx.AddressPassword(c.member.EmailAddress); found != nil || err != nil {
			return found, err
		}
	}
	if c.member.MemberPasswordID == "" {
		return nil, nil
	}
	return &store.Password{ID: c.member.MemberPasswordID, Hash: c.member.PasswordHash}, nil
}

// setPassword gives c's member a new password that keeps the rules, and writes the
// member.
func (s *Server) setPassword(c *call, text string) error {
	hash, err := s.hashAllowed(c, text, c.member.EmailAddress)
	if err != nil {
		return err
	}
	return s.keepPassword(c, hash)
}

// What is computed before a transaction, by what it depends on.
type (
	passwordChoice  struct{ text, email string }
	passwordToHash  struct{ text string }
	passwordAttempt struct{ hash, text string }
)

// hashAllowed is the hash of a password that the rules let an address have.
func (s *Server) hashAllowed(c *call, text, email string) (string, error) {
	found, err := beforehand(s, c, passwordChoice{text, email}, func() *b2b.CheckPasswordStrengthResponse {
		return s.passwords.strength(text, email)
	})
	if err != nil {
		return "", err
	}
	if err := refuseWeak(found); err != nil {
		return "", err
	}
	return beforehand(s, c, passwordToHash{text}, func() string { return password.Hash(text) })
}

// isPassword reports whether text is the password of a hash.
func (s *Server) isPassword(c *call, hash, text string) (bool, error) {
	return beforehand(s, c, passwordAttempt{hash, text}, func() bool { return password.Verify(hash, text) })
}

// keepPassword gives c's member the password of a hash, and writes the member.
func (s *Server) keepPassword(c *call, hash string) error {
	m := c.member
	m.MemberPasswordID, m.PasswordHash, m.UpdatedAt = newID("member-password"), hash, &c.now
	if s.passwords.CrossOrg {
		if err := c.tx.PutAddressPassword(m.EmailAddress, store.Password{ID: m.MemberPasswordID, Hash: hash}); err != nil {
			return err
		}
	}
	return c.tx.UpdateMember(m)
}

// prove checks the password of c's member. A wrong one counts towards the lock.
func (s *Server) prove(c *call, text string) error {
	stored, err := s.passwordOf(c)
	switch {
	case err != nil:
		return err
	case stored == nil:
		return refuse(b2b.ErrMemberPasswordNotFound)
	case stored.Hash == "":
		return refuse(b2b.ErrMemberResetPassword, "a new password has to be set by e-mail first")
	}
	right, err := s.isPassword(c, stored.Hash, text)
	if err == nil && !right {
		err = c.failed(refuse(b2b.ErrUnauthorizedCredentials, "the password is wrong"))
	}
	return err
}
