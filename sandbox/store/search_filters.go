package store

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// statusFilter is the one filter that finds deleted members.
const statusFilter = b2b.FilterStatuses

// memberFilter is a filter in two parts, of which a member m meets one: what
// members are counted by, and what an index lists.
type memberFilter struct {
	counted condition
	given   condition // a SELECT that finds nothing where nobody can meet counted; none for not known
	listed  *listing  // nil for none
	alive   bool      // deleted members do not meet it
}

// listing is members that an index lists.
type listing struct {
	rows     condition // a SELECT of organization and seq, of these and other organizations
	is       condition // tells of a member m that it is one of them
	exact    bool      // the rows are no others than those
	unique   bool      // and come once
	isText   bool      // an index of text finds them
	isPassed bool      // but all members of the organizations are sooner looked at
	scan     condition // the same of a member m, told by the index of numbers; none where that does not help
	length   length
}

// isScanned reports whether all numbers are sooner looked at one by one.
func (l *listing) isScanned() bool { return l.length == frequent && l.scan.sql != "" }

// length is about how many members a listing has.
type length int

// The lengths, the shortest first.
const (
	named length = iota // one by one
	rare
	some
	frequent
)

// with is a listing of those of both; l may be nil.
func (l *listing) with(other *listing) *listing {
	if l == nil {
		return other
	}
	return &listing{
		rows: where(l.rows.sql+" UNION ALL "+other.rows.sql, slices.Concat(l.rows.args, other.rows.args)...),
		is:   join("OR", l.is, other.is), length: max(l.length, other.length),
	}
}

// living adds to c that the member is not deleted, where that is asked for.
func (f memberFilter) living(c condition) condition {
	if !f.alive {
		return c
	}
	return join("AND", c, where("m.status <> 'deleted'"))
}

// whole is the condition of both parts. Whoever the listing known has is known to
// be in it.
func (f memberFilter) whole(known *listing) condition {
	if f.listed == nil {
		return f.living(f.counted)
	}
	is := f.listed.is
	if f.listed == known && known.exact {
		is = always()
	}
	return f.living(join("OR", f.counted, is))
}

func counting(c condition) memberFilter { return memberFilter{counted: c} }

// naming is the filter that one of the values is in a column, which the listing
// has an index of.
func naming(column, values string) memberFilter {
	return memberFilter{counted: never(), listed: &listing{
		rows: where("SELECT organization, seq FROM members WHERE "+column+" IN "+listed, values), is: where("m."+column+" IN "+listed, values),
		exact: true, unique: true, length: named,
	}}
}

// breakglass finds the few members who may get in whatever their organization
// demands. They have an index of their own.
func breakglass() memberFilter {
	return memberFilter{counted: never(), listed: &listing{
		rows: where("SELECT organization, seq FROM members INDEXED BY members_breakglass WHERE is_breakglass = 1"), is: where("m.is_breakglass = 1"),
		exact: true, unique: true, length: some,
	}}
}

func (s *memberSearch) filter(f Filter) (memberFilter, error) {
	values, err := list(f.List)
	if err != nil {
		return memberFilter{}, err
	}
	switch f.Name {
	case b2b.FilterMemberIDs:
		if slices.ContainsFunc(f.List, IsMemberID) {
			return naming("id", values), nil
		}
		return naming("external_id", values), nil
	case b2b.FilterMemberEmails:
		return naming("email", values), nil
	case b2b.FilterMemberMFAPhoneNumbers:
		if values, err = list(slices.DeleteFunc(slices.Clone(f.List), func(number string) bool { return number == "" })); err != nil {
			return memberFilter{}, err
		}
		return naming("phone", values), nil
	case b2b.FilterMemberEmailFuzzy:
		return s.address(strings.ToLower(f.Text)), nil
	case b2b.FilterMemberMFAPhoneNumberFuzzy:
		return phone(f.Text), nil
	case b2b.FilterMemberIsBreakglass:
		if f.Flag {
			return breakglass(), nil
		}
		return counting(where("m.is_breakglass = 0")), nil
	case b2b.FilterStatuses:
		return counting(where("m.status IN "+listed, values)), nil
	case b2b.FilterMemberPasswordExists:
		return counting(where("m.has_password = ?", f.Flag)), nil
	case b2b.FilterMemberRoles:
		return s.role(f.List, values), nil
	}
	return memberFilter{}, fmt.Errorf("no filter %q", f.Name)
}

// IsMemberID tells a member id from an external id.
func IsMemberID(id string) bool {
	return strings.HasPrefix(id, "member-test-") || strings.HasPrefix(id, "member-live-")
}

// role finds the members that hold one of the roles: by the domain of their
// address, or stored.
func (s *memberSearch) role(roles []string, values string) memberFilter {
	if slices.Contains(roles, b2b.RoleMember) {
		return counting(always()) // everybody's
	}
	within := s.within("organization")
	args := append(slices.Clone(within.args), values)
	domains := "SELECT organization, domain FROM organization_role_domains WHERE " + within.sql + " AND role_id IN " + listed
	return memberFilter{
		counted: where("(m.organization, m.email_domain) IN ("+domains+")", args...),
		given:   where("SELECT 1 FROM ("+domains+") d CROSS JOIN member_counts m ON m.organization = d.organization AND m.email_domain = d.domain", args...),
		listed: &listing{
			rows: where("SELECT organization, member AS seq FROM member_roles WHERE "+within.sql+" AND role_id IN "+listed, args...),
			is:   where("EXISTS (SELECT 1 FROM member_roles r WHERE r.member = m.seq AND r.role_id IN "+listed+")", values), exact: true, length: some,
		},
	}
}
