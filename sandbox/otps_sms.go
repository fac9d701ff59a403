package sandbox

import (
	"slices"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// smsCodeTime is how long a code by SMS lives.
const smsCodeTime = 2 * time.Minute

// smsRoutes are the endpoints of codes by SMS, which are second factors only.
func smsRoutes() []route {
	return []route{
		handle(&b2b.OTPsSMSSend, (*Server).sendSMSCode),
		handle(&b2b.OTPsSMSAuthenticate, (*Server).authenticateSMSCode),
	}
}

// sendSMSCode sends a code to the member's phone, which it may be given here.
func (s *Server) sendSMSCode(r *request[b2b.SendSMSOTP]) (*b2b.SendSMSOTPResponse, error) {
	if err := mayUseSMS(r.call); err != nil {
		return nil, err
	}
	held, err := s.holding(r.call, credentials{intermediate: r.Body.IntermediateSessionToken, token: r.Body.SessionToken, jwt: r.Body.SessionJWT})
	if err != nil {
		return nil, err
	}
	if err := r.linkPhone(held, orEmpty(r.Body.MFAPhoneNumber)); err != nil {
		return nil, err
	}
	if err := s.sendSMS(r.call); err != nil {
		return nil, err
	}
	return &b2b.SendSMSOTPResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
	}, nil
}

// mayUseSMS refuses members that cannot have codes by SMS.
func mayUseSMS(c *call) error {
	if c.member.Status != b2b.MemberStatusActive {
		return refuse(b2b.ErrActionAvailableOnlyForActiveMembers)
	}
	if !allowsMFA(c.org, c.member, b2b.AllowedMFAMethodsSMSOTP) {
		return refuse(b2b.ErrOperationRestrictedByOrganizationMFAMethods)
	}
	return nil
}

// linkPhone gives c's member the phone number that a code is to go to. A member
// with an authenticator app has to have proven it.
func (c *call) linkPhone(held *holding, phone string) error {
	switch {
	case phone == c.member.MFAPhoneNumber && phone != "", phone == "" && c.member.MFAPhoneNumber != "":
		return nil
	case phone == "":
		return refuse(b2b.ErrPhoneNumberNotFound)
	}
	proven := slices.ContainsFunc(held.factors, func(f b2b.AuthenticationFactor) bool {
		return f.Type == b2b.AuthenticationFactorTypeTOTP || f.Type == b2b.AuthenticationFactorTypeRecoveryCodes
	})
	if c.member.TOTPRegistrationID != "" && !proven {
		return refuse(b2b.ErrInsufficientFactors, "the member has an authenticator app as second factor: send a session that holds it")
	}
	if err := c.setPhone(c.member, &phone); err != nil {
		return err
	}
	c.member.UpdatedAt = &c.now
	return c.tx.UpdateMember(c.member)
}

// sendSMS sends a code to the phone of c's member; older ones stop working.
func (s *Server) sendSMS(c *call) error {
	m, code, expires := c.member, newCode(), c.now.Add(smsCodeTime)
	if err := c.tx.SupersedeTokens(store.TokenSMSCode, c.org.Seq, m.MFAPhoneNumber, c.now); err != nil {
		return err
	}
	err := c.tx.AddToken(store.Token{
		Hash: hashToken(c.codeToken(m.MFAPhoneNumber, code)), Kind: store.TokenSMSCode, Organization: c.org.Seq, Member: m.Seq, Email: m.MFAPhoneNumber,
		CreatedAt: c.now.Unix(), ExpiresAt: expires.Unix(),
	})
	if err != nil {
		return err
	}
	return s.mail(c.tx, store.Message{
		Channel: channelSMS, Kind: mailOTP, To: m.MFAPhoneNumber, Code: code,
		OrganizationID: c.org.OrganizationID, MemberID: m.MemberID,
	}, c.now, expires)
}

// authenticateSMSCode checks a code. The first success proves the number.
func (s *Server) authenticateSMSCode(r *request[b2b.AuthenticateSMSOTP]) (*b2b.AuthenticateSMSOTPResponse, error) {
	if err := unlocked(r.member, r.now); err != nil {
		return nil, err
	}
	if err := mayUseSMS(r.call); err != nil {
		return nil, err
	}
	with := credentials{r.Body.IntermediateSessionToken, r.Body.SessionToken, r.Body.SessionJWT, r.Body.SessionDurationMinutes, r.Body.SessionCustomClaims}
	held, err := s.holding(r.call, with)
	if err != nil {
		return nil, err
	}
	if r.member.MFAPhoneNumber == "" {
		return nil, refuse(b2b.ErrPhoneNumberNotFound)
	}
	if err := r.spendCode(store.TokenSMSCode, r.codeToken(r.member.MFAPhoneNumber, r.Body.Code.Reveal())); err != nil {
		return nil, err
	}
	r.member.MFAPhoneNumberVerified = true
	if err := r.passMFA(b2b.DefaultMFAMethodSMSOTP, r.Body.SetMFAEnrollment, r.Body.SetDefaultMFA); err != nil {
		return nil, err
	}
	in, err := s.signIn(r.call, held, smsFactor(r.member, r.now), with)
	if err != nil {
		return nil, err
	}
	return &b2b.AuthenticateSMSOTPResponse{
		MemberID: r.member.MemberID, Member: shown(r.member, r.org, r.now), Organization: r.org.Organization,
		SessionToken: in.token, MemberSession: in.session,
	}, nil
}

func smsFactor(m *store.Member, at time.Time) b2b.AuthenticationFactor {
	return b2b.AuthenticationFactor{
		Type: b2b.AuthenticationFactorTypeOTP, DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodSMS,
		LastAuthenticatedAt: &at, CreatedAt: &at, UpdatedAt: &at,
		PhoneNumberFactor: &b2b.PhoneNumberFactor{PhoneID: m.PhoneID, PhoneNumber: m.MFAPhoneNumber},
	}
}
