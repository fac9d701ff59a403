package sandbox

import (
	"errors"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/password"
)

// spellHashType takes other ways to write a hash_type.
func spellHashType(_ *Server, r *request[b2b.MigratePassword]) error {
	if r.sent.has("hash_type") {
		r.Body.HashType = password.HashType(r.Body.HashType)
		r.sent["hash_type"] = quoted(r.Body.HashType)
	}
	return nil
}

// migratePassword takes over the hash of a password, and makes the member when
// there is none. The hash stays in its own scheme.
func (s *Server) migratePassword(r *request[b2b.MigratePassword]) (*b2b.MigratePasswordResponse, error) {
	hash, err := password.Import(r.Body)
	if wrong, ok := errors.AsType[*password.FormatError](err); ok {
		if wrong.Problem == "" {
			return nil, refuse(wrong.Type)
		}
		return nil, refuse(wrong.Type, "%s", wrong.Problem)
	}
	if err != nil {
		return nil, err
	}
	created, err := s.migrant(r)
	if err != nil {
		return nil, err
	}
	if err := s.describeMigrant(r, created); err != nil {
		return nil, err
	}
	r.member.EmailAddressVerified = true
	if err := s.keepPassword(r.call, hash); err != nil {
		return nil, err
	}
	now, err := r.about(r.member, r.org)
	if err != nil {
		return nil, err
	}
	return &b2b.MigratePasswordResponse{MemberID: now.MemberID, MemberCreated: created, Member: now.Member, Organization: now.Organization}, nil
}

// migrant makes the member that the password is for the one that r is about, and a
// member when there is none.
func (s *Server) migrant(r *request[b2b.MigratePassword]) (created bool, err error) {
	email := strings.ToLower(r.Body.EmailAddress)
	if r.member, err = r.tx.MemberByEmail(r.org.Seq, email); err != nil {
		return false, err
	}
	if r.member == nil {
		return true, r.admitNew(email, b2b.MemberStatusActive)
	}
	stored, err := s.passwordOf(r.call)
	if err == nil && stored != nil {
		err = refuse(b2b.ErrPasswordAlreadyExists)
	}
	return false, err
}

// describeMigrant gives the member what else was sent. Only somebody new gets an
// external id.
func (s *Server) describeMigrant(r *request[b2b.MigratePassword], created bool) error {
	m, b := r.member, r.Body
	set(&m.Name, b.Name)
	if err := r.setMetadata(m, b.TrustedMetadata, b.UntrustedMetadata); err != nil {
		return err
	}
	if created {
		if err := r.setExternalID(m, b.ExternalID); err != nil {
			return err
		}
	}
	if err := r.setPhone(m, b.MFAPhoneNumber); err != nil {
		return err
	}
	if b.SetPhoneNumberVerified != nil && *b.SetPhoneNumberVerified && m.MFAPhoneNumber != "" {
		m.MFAPhoneNumberVerified = true
	}
	return s.replaceRoles(r.call, b2b.UpdateMember{Roles: b.Roles, PreserveExistingSessions: b.PreserveExistingSessions})
}
