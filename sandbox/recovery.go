package sandbox

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// The shape of a set of recovery codes.
const (
	recoveryCodeCount    = 10
	recoveryCodeAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789"
)

// recoveryRoutes are the endpoints of recovery codes.
func recoveryRoutes() []route {
	return []route{
		handle(&b2b.RecoveryCodesGet, (*Server).getRecoveryCodes),
		handle(&b2b.RecoveryCodesRecover, (*Server).recoverByCode),
		handle(&b2b.RecoveryCodesRotate, (*Server).rotateRecoveryCodes),
	}
}

// getRecoveryCodes shows the codes that were not spent.
func (s *Server) getRecoveryCodes(r *request[none]) (*b2b.GetRecoveryCodesResponse, error) {
	totp, err := r.tx.TOTP(r.member.Seq)
	if err != nil {
		return nil, err
	}
	if totp == nil || !totp.Verified {
		return nil, refuse(b2b.ErrRecoveryCodesNotFound)
	}
	unspent, err := s.unspentCodes(r.call)
	if err != nil {
		return nil, err
	}
	answer := &b2b.GetRecoveryCodesResponse{MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization}
	for _, code := range unspent {
		answer.RecoveryCodes = append(answer.RecoveryCodes, b2b.Secret(code.text))
	}
	return answer, nil
}

// rotateRecoveryCodes replaces all codes of a member, spent or not.
func (s *Server) rotateRecoveryCodes(r *request[b2b.RotateRecoveryCodes]) (*b2b.RotateRecoveryCodesResponse, error) {
	if err := backed(r.call); err != nil {
		return nil, err
	}
	codes := newRecoveryCodes()
	if err := r.tx.PutRecoveryCodes(r.member.Seq, s.sealCodes(r.member, codes)); err != nil {
		return nil, err
	}
	return &b2b.RotateRecoveryCodesResponse{
		MemberID: r.member.MemberID, RecoveryCodes: secrets(codes), Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
	}, nil
}

// recoverByCode takes a recovery code in place of the authenticator app's.
func (s *Server) recoverByCode(r *request[b2b.RecoverByRecoveryCode]) (*b2b.RecoverByRecoveryCodeResponse, error) {
	if err := unlocked(r.member, r.now); err != nil {
		return nil, err
	}
	if err := backed(r.call); err != nil {
		return nil, err
	}
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	held, err := s.holding(r.call, with)
	if err != nil {
		return nil, err
	}
	left, err := s.spend(r.call, r.Body.RecoveryCode.Reveal())
	if err != nil {
		return nil, err
	}
	forgive(r.member)
	if err := r.tx.UpdateMember(r.member); err != nil {
		return nil, err
	}
	in, err := s.signIn(r.call, held, recoveryFactor(r.now), with)
	if err != nil {
		return nil, err
	}
	return &b2b.RecoverByRecoveryCodeResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization, RecoveryCodesRemaining: left,
		SessionToken: in.token, MemberSession: in.session,
	}, nil
}

// backed refuses members without a factor that recovery codes stand in for.
func backed(c *call) error {
	totp, err := c.tx.TOTP(c.member.Seq)
	if err == nil && (totp == nil || !totp.Verified) {
		err = refuse(b2b.ErrNoActiveRecoveryCodeBackedFactor)
	}
	return err
}

// unspent is a code in clear, and where it is kept.
type unspent struct {
	position int
	text     string
}

func (s *Server) unspentCodes(c *call) ([]unspent, error) {
	rows, err := c.tx.RecoveryCodes(c.member.Seq)
	if err != nil {
		return nil, err
	}
	codes := make([]unspent, len(rows))
	for i, row := range rows {
		text, err := s.vault.open(row.Code, c.member.MemberID)
		if err != nil {
			return nil, fmt.Errorf("read recovery code: %w", err)
		}
		codes[i] = unspent{position: row.Position, text: text}
	}
	return codes, nil
}

var (
	totpCodeShape     = regexp.MustCompile(`^[0-9]{6}$`)
	recoveryCodeLook  = regexp.MustCompile(`^[a-zA-Z0-9]{4}-[a-zA-Z0-9]{4}-[a-zA-Z0-9]{4}$`)
	recoveryCodeShape = regexp.MustCompile(`^[a-z0-9]{4,64}$`)
)

// spend uses a code of c's member up and returns how many are left. Writes come
// one after the other, so that no code is spent twice.
func (s *Server) spend(c *call, sent string) (left int, err error) {
	codes, err := s.unspentCodes(c)
	if err != nil {
		return 0, err
	}
	if len(codes) == 0 {
		return 0, refuse(b2b.ErrRecoveryCodesNotFound)
	}
	plain, found := plainCode(sent), -1
	for i, code := range codes {
		if sameText(plainCode(code.text), plain) {
			found = i
		}
	}
	if found >= 0 {
		return len(codes) - 1, c.tx.SpendRecoveryCode(c.member.Seq, codes[found].position, c.now.Unix())
	}
	switch {
	case totpCodeShape.MatchString(sent):
		return 0, refuse(b2b.ErrTOTPCodeUsedAsRecoveryCode)
	case !recoveryCodeShape.MatchString(plain):
		return 0, refuse(b2b.ErrInvalidRecoveryCode)
	}
	return 0, c.failed(refuse(b2b.ErrUnableToAuthenticateRecoveryCode))
}

// plainCode is what of a code is compared: people type it as they like.
func plainCode(code string) string {
	return strings.ToLower(strings.ReplaceAll(strings.TrimSpace(code), "-", ""))
}

func recoveryFactor(at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypeRecoveryCodes, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodRecoveryCode,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
		RecoveryCodeFactor: &b2b.RecoveryCodeFactor{TOTPRecoveryCodeID: newID("totp-recovery-code")},
	}
}

// newRecoveryCodes mints a full set.
func newRecoveryCodes() []string {
	codes := make([]string, recoveryCodeCount)
	for i := range codes {
		codes[i] = recoveryCode(func(n int) int {
			v, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
			if err != nil { // the system's randomness never fails
				return 0
			}
			return int(v.Int64())
		})
	}
	return codes
}

// recoveryCode makes a code of the shape xxxx-xxxx-xxxx; below returns a random
// number below its argument.
func recoveryCode(below func(int) int) string {
	code := make([]byte, 0, 14)
	for i := range 12 {
		if i == 4 || i == 8 {
			code = append(code, '-')
		}
		code = append(code, recoveryCodeAlphabet[below(len(recoveryCodeAlphabet))])
	}
	return string(code)
}

// sealCodes encrypts codes for their member.
func (s *Server) sealCodes(m *store.Member, codes []string) [][]byte {
	sealed := make([][]byte, len(codes))
	for i, code := range codes {
		sealed[i] = s.vault.seal(code, m.MemberID)
	}
	return sealed
}

func secrets(texts []string) []b2b.Secret {
	list := make([]b2b.Secret, len(texts))
	for i, text := range texts {
		list[i] = b2b.Secret(text)
	}
	return list
}
