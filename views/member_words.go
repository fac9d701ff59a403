package views

import (
	"strings"

	"example.com/orgdeck/api/b2b"
)

func verifiedWord(verified bool) string {
	if verified {
		return "  ✓ verified"
	}
	return "  not verified"
}

func yesOrNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func setOrNot(id string) string {
	if id == "" {
		return "none"
	}
	return "set"
}

func methodWords(method string) string {
	if method == "" {
		return "none yet"
	}
	return methodName(method)
}

func lockWords(m b2b.Member) string {
	if !m.IsLocked {
		return "no"
	}
	if until := moment(m.LockExpiresAt); until != "" {
		return "yes, until " + until
	}
	return "yes"
}

func phoneWords(m b2b.Member) string {
	if m.MFAPhoneNumber == "" {
		return "none"
	}
	return m.MFAPhoneNumber + verifiedWord(m.MFAPhoneNumberVerified)
}

// rolesWithSources says where each role comes from, a role a line.
func rolesWithSources(m b2b.Member) string {
	var lines []string
	for _, r := range m.Roles {
		var sources []string
		for _, s := range r.Sources {
			sources = append(sources, sourceWord(s.Type))
		}
		lines = append(lines, r.RoleID+"  ("+strings.Join(sources, ", ")+")")
	}
	return strings.Join(lines, "\n")
}

func sourceWord(source string) string {
	switch source {
	case b2b.MemberRoleSourceTypeDirectAssignment:
		return "given directly"
	case b2b.MemberRoleSourceTypeEmailAssignment:
		return "by e-mail domain"
	case b2b.MemberRoleSourceTypeSSOConnection:
		return "by SSO connection"
	case b2b.MemberRoleSourceTypeSSOConnectionGroup:
		return "by SSO group"
	case b2b.MemberRoleSourceTypeSCIMConnectionGroup:
		return "by SCIM group"
	}
	return source
}

func ssoWords(m b2b.Member) string {
	var lines []string
	for _, r := range m.SSORegistrations {
		lines = append(lines, r.ConnectionID+"  "+r.ExternalID)
	}
	return orNone(strings.Join(lines, "\n"))
}

func oauthWords(m b2b.Member) string {
	var lines []string
	for _, r := range m.OAuthRegistrations {
		lines = append(lines, r.ProviderType+"  "+r.ProviderSubject)
	}
	return orNone(strings.Join(lines, "\n"))
}

func scimWords(m b2b.Member) string {
	if m.SCIMRegistration == nil {
		return "none"
	}
	return m.SCIMRegistration.ConnectionID
}

func retiredWords(m b2b.Member) string {
	var lines []string
	for _, r := range m.RetiredEmailAddresses {
		lines = append(lines, r.EmailAddress)
	}
	return orNone(strings.Join(lines, "\n"))
}
