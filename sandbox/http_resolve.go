package sandbox

import (
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// ref is the value of an identifier that the path, the body or a required part of
// the query names.
func (c *call) ref(name string) string {
	if value, ok := c.path[name]; ok {
		return value
	}
	isRequired := func(f b2b.Field) bool { return f.Name == name && f.Required }
	if _, ok := c.endpoint.Field(name); !ok && !slices.ContainsFunc(c.endpoint.Query, isRequired) {
		return ""
	}
	return c.sent.text(name)
}

// accepts reports whether the endpoint takes that kind of identifier for name.
func (c *call) accepts(name, kind string) bool {
	for _, list := range [][]b2b.Field{c.endpoint.PathParams, c.endpoint.Request, c.endpoint.Query} {
		for _, f := range list {
			if f.Name == name && slices.Contains(f.Accepts, kind) {
				return true
			}
		}
	}
	return false
}

// resolve finds the organization and the member that the request names. One that
// is named nowhere is left to validation.
func (c *call) resolve() error {
	if ref := c.ref("organization_id"); ref != "" {
		org, err := c.findOrganization(ref)
		if err != nil {
			return err
		}
		c.org = org
	}
	return c.resolveMember()
}

// findOrganization finds an organization by any of its identifiers.
func (c *call) findOrganization(ref string) (*store.Organization, error) {
	org, err := c.tx.Organization(ref)
	if err != nil {
		return nil, err
	}
	if org == nil {
		return nil, notFound(b2b.ErrOrganizationNotFound, "organization", ref)
	}
	return org, nil
}

func (c *call) resolveMember() (err error) {
	if c.org == nil {
		return nil
	}
	if password := c.path["member_password_id"]; password != "" {
		return c.resolvePassword(password)
	}
	ref := c.ref("member_id")
	if ref == "" {
		return nil
	}
	if c.member, err = c.findMember(ref); err == nil && c.member == nil {
		return notFound(b2b.ErrMemberNotFound, "member", ref)
	}
	return err
}

func (c *call) resolvePassword(id string) (err error) {
	const kind = "member-password"
	if !isID(kind, id) {
		return refuse(b2b.ErrInvalidPasswordID)
	}
	if c.member, err = c.tx.MemberByPasswordID(c.org.Seq, id); err == nil && c.member == nil {
		return notFound(b2b.ErrMemberPasswordNotFound, kind, id)
	}
	return err
}

// findMember finds a member of the request's organization, by what the endpoint
// accepts; nil when there is none. Only reactivation sees deleted ones.
func (c *call) findMember(ref string) (*store.Member, error) {
	if c.accepts("member_id", "external_id") {
		return c.tx.LiveMember(c.org.Seq, ref)
	}
	m, err := c.tx.MemberByID(ref)
	if m == nil || m.OrganizationSeq != c.org.Seq {
		return nil, err
	}
	if m.Status == b2b.MemberStatusDeleted && c.endpoint.ID() != b2b.OrganizationsMembersReactivate.ID() {
		return nil, err
	}
	return m, err
}
