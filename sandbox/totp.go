package sandbox

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/base64"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"
	"rsc.io/qr"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

const (
	totpSecretBytes    = 20 // 32 characters of base32
	totpPeriod         = 30 // seconds
	totpDefaultMinutes = 60 // of an enrolment
	shortURI           = 106
)

// totpRoutes are the endpoints of authenticator apps.
func totpRoutes() []route {
	return []route{
		handle(&b2b.TOTPsCreate, (*Server).createTOTP),
		handle(&b2b.TOTPsAuthenticate, (*Server).authenticateTOTP),
		handle(&b2b.TOTPsMigrate, (*Server).migrateTOTP),
	}
}

// createTOTP begins an enrolment: it counts once a code was authenticated.
func (s *Server) createTOTP(r *request[b2b.CreateTOTP]) (*b2b.CreateTOTPResponse, error) {
	if err := mayHaveTOTP(r.call); err != nil {
		return nil, err
	}
	held, err := s.holding(r.call, credentials{intermediate: r.Body.IntermediateSessionToken, token: r.Body.SessionToken, jwt: r.Body.SessionJWT})
	if err != nil {
		return nil, err
	}
	if err := r.mayEnrol(held); err != nil {
		return nil, err
	}
	minutes := totpDefaultMinutes
	if r.Body.ExpirationMinutes != nil && *r.Body.ExpirationMinutes > 0 {
		minutes = *r.Body.ExpirationMinutes
	}
	secret, codes := newTOTPSecret(), newRecoveryCodes()
	row := store.TOTP{ID: newID("member-totp"), CreatedAt: r.now.Unix(), ExpiresAt: r.now.Unix() + int64(minutes)*minute}
	if err := s.keepTOTP(r.call, row, secret, codes); err != nil {
		return nil, err
	}
	image, err := qrCode(totpURI(r.org.OrganizationName, r.org.OrganizationSlug, r.member.EmailAddress, secret))
	if err != nil {
		return nil, err
	}
	return &b2b.CreateTOTPResponse{
		MemberID: r.member.MemberID, TOTPRegistrationID: row.ID, Secret: b2b.Secret(secret), QRCode: b2b.Secret(image),
		RecoveryCodes: secrets(codes), Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
	}, nil
}

// mayHaveTOTP refuses members that cannot have an authenticator app.
func mayHaveTOTP(c *call) error {
	if c.member.Status != b2b.MemberStatusActive {
		return refuse(b2b.ErrActionAvailableOnlyForActiveMembers)
	}
	if !allowsMFA(c.org, c.member, b2b.AllowedMFAMethodsTOTP) {
		return refuse(b2b.ErrOperationRestrictedByOrganizationMFAMethods)
	}
	return nil
}

// mayEnrol refuses a second authenticator app, and a second factor for a member
// whose session does not hold the first.
func (c *call) mayEnrol(held *holding) error {
	have, err := c.tx.TOTP(c.member.Seq)
	switch {
	case err != nil:
		return err
	case have != nil && have.Verified:
		return refuse(b2b.ErrActiveTOTPExists)
	case have != nil && have.ExpiresAt > c.now.Unix():
		return refuse(b2b.ErrPendingTOTPExists)
	}
	proven := slices.ContainsFunc(held.factors, func(f b2b.AuthenticationFactor) bool {
		return f.Type == b2b.AuthenticationFactorTypeOTP && f.DeliveryMethod == b2b.AuthenticationFactorDeliveryMethodSMS
	})
	if c.member.MFAPhoneNumberVerified && !proven {
		return refuse(b2b.ErrInsufficientFactors, "the member has SMS codes as second factor: send a session that holds one")
	}
	return nil
}

// keepTOTP encrypts and writes a registration.
func (s *Server) keepTOTP(c *call, row store.TOTP, secret string, codes []string) error {
	row.Secret = s.vault.seal(secret, c.member.MemberID)
	return c.tx.PutTOTP(c.member.Seq, row, s.sealCodes(c.member, codes))
}

// authenticateTOTP checks a code. The first success ends the enrolment.
func (s *Server) authenticateTOTP(r *request[b2b.AuthenticateTOTP]) (*b2b.AuthenticateTOTPResponse, error) {
	if err := unlocked(r.member, r.now); err != nil {
		return nil, err
	}
	if err := mayHaveTOTP(r.call); err != nil {
		return nil, err
	}
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	held, err := s.holding(r.call, with)
	if err != nil {
		return nil, err
	}
	row, err := s.acceptTOTP(r.call, r.Body.Code.Reveal())
	if err != nil {
		return nil, err
	}
	r.member.TOTPRegistrationID = row.ID
	if err := r.passMFA(b2b.DefaultMFAMethodTOTP, r.Body.SetMFAEnrollment, r.Body.SetDefaultMFA); err != nil {
		return nil, err
	}
	in, err := s.signIn(r.call, held, totpFactor(row.ID, r.now), with)
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticateTOTPResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		SessionToken: in.token, MemberSession: in.session,
	}, nil
}

// acceptTOTP checks a code of c's member and uses it up.
func (s *Server) acceptTOTP(c *call, code string) (*store.TOTP, error) {
	row, err := c.tx.TOTP(c.member.Seq)
	switch {
	case err != nil:
		return nil, err
	case row == nil:
		return nil, refuse(b2b.ErrTOTPNotFound)
	case !row.Verified && row.ExpiresAt <= c.now.Unix():
		return nil, refuse(b2b.ErrExpiredTOTP)
	}
	secret, err := s.vault.open(row.Secret, c.member.MemberID)
	if err != nil {
		return nil, fmt.Errorf("read TOTP secret: %w", err)
	}
	step, err := matchingStep(secret, code, c.now)
	switch {
	case err != nil:
		return nil, err
	case step == 0:
		return nil, c.failed(refuse(b2b.ErrUnableToAuthenticateTOTP))
	case step <= row.LastStep:
		return nil, refuse(b2b.ErrTOTPCodeAlreadyAuthenticated)
	}
	return row, c.tx.TOTPAccepted(c.member.Seq, step)
}

// matchingStep returns the time step, of the present one and its two neighbours,
// whose code that is; 0 when there is none.
func matchingStep(secret, code string, now time.Time) (int64, error) {
	present := now.Unix() / totpPeriod
	for _, step := range []int64{present, present - 1, present + 1} {
		want, err := totp.GenerateCodeCustom(secret, time.Unix(step*totpPeriod, 0), totp.ValidateOpts{Period: totpPeriod, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err != nil {
			return 0, fmt.Errorf("compute TOTP code: %w", err)
		}
		if sameText(code, want) {
			return step, nil
		}
	}
	return 0, nil
}

func totpFactor(id string, at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypeTOTP, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodAuthenticatorApp,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
		AuthenticatorAppFactor: &b2b.AuthenticatorAppFactor{TOTPID: id},
	}
}

// migratedCode is the shape of recovery codes that come from elsewhere.
var migratedCode = regexp.MustCompile(`^[A-Za-z0-9-]{4,64}$`)

// migrateTOTP takes over a secret that the member's app knows already.
func (s *Server) migrateTOTP(r *request[b2b.MigrateTOTP]) (*b2b.MigrateTOTPResponse, error) {
	if r.member.Status != b2b.MemberStatusActive {
		return nil, refuse(b2b.ErrActionAvailableOnlyForActiveMembers)
	}
	secret := strings.TrimRight(strings.ToUpper(strings.ReplaceAll(r.Body.Secret.Reveal(), " ", "")), "=")
	if raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret); err != nil || len(raw) < totpSecretBytes/2 {
		return nil, refuse(b2b.ErrInvalidArgument, "secret: must be base32 of at least %d bytes", totpSecretBytes/2)
	}
	codes := newRecoveryCodes()
	if len(r.Body.RecoveryCodes) > 0 {
		codes = codes[:0]
	}
	for _, code := range r.Body.RecoveryCodes {
		if !migratedCode.MatchString(code.Reveal()) {
			return nil, refuse(b2b.ErrInvalidArgument, "recovery_codes: 4 to 64 letters, digits and hyphens each")
		}
		codes = append(codes, code.Reveal())
	}
	if have, err := r.tx.TOTP(r.member.Seq); err != nil || have != nil && have.Verified {
		if err != nil {
			return nil, err
		}
		return nil, refuse(b2b.ErrActiveTOTPExists)
	}
	row := store.TOTP{ID: newID("member-totp"), Verified: true, CreatedAt: r.now.Unix(), ExpiresAt: r.now.Unix()}
	if err := s.keepTOTP(r.call, row, secret, codes); err != nil {
		return nil, err
	}
	r.member.TOTPRegistrationID, r.member.UpdatedAt = row.ID, &r.now
	if err := r.tx.UpdateMember(r.member); err != nil {
		return nil, err
	}
	return &b2b.MigrateTOTPResponse{
		MemberID: r.member.MemberID, TOTPRegistrationID: row.ID, RecoveryCodes: secrets(codes),
		Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
	}, nil
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

func newTOTPSecret() string {
	var raw [totpSecretBytes]byte
	_, _ = rand.Read(raw[:])
	return base32.StdEncoding.EncodeToString(raw[:])
}

// totpURI is what an authenticator app reads off the QR code. Where it can be, it
// has at most 106 bytes: then its code fits a terminal of 80x24. What goes first
// is the issuer's repetition, then the issuer's name for its slug. The algorithm,
// digits and period are those every app takes for granted.
func totpURI(name, slug, account, secret string) string {
	label := func(issuer string) string {
		return "otpauth://totp/" + url.PathEscape(issuer) + ":" + url.PathEscape(account) + "?secret=" + secret
	}
	candidates := []string{label(name) + "&issuer=" + url.PathEscape(name), label(name), label(slug)}
	for _, uri := range candidates {
		if len(uri) <= shortURI {
			return uri
		}
	}
	return slices.MinFunc(candidates, func(a, b string) int { return len(a) - len(b) })
}

// qrCode draws text as a PNG in a data URI, with a quiet zone of four modules.
func qrCode(text string) (string, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return "", fmt.Errorf("draw QR code: %w", err)
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(code.PNG()), nil
}
