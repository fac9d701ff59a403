package api

import (
	"context"
	"encoding/json"
	"iter"

	"example.com/orgdeck/api/b2b"
)

// MembersService manages the members of organizations. Wherever it takes the id
// of an organization, a slug or an external id does as well.
type MembersService service

// MemberPage is one page of a member search, with the organizations, by id, that
// its members belong to.
type MemberPage struct {
	Page[b2b.Member]
	Organizations map[string]b2b.Organization
}

// Get returns one member, by member id, external id or e-mail:
// GET /v1/b2b/organizations/{organization_id}/member. Deleted members are not
// found.
func (s *MembersService) Get(ctx context.Context, organizationID string, by b2b.GetMember) (b2b.Member, error) {
	r, err := call[b2b.GetMemberResponse](ctx, s.client, b2b.OrganizationsMembersGet, by, organizationID)
	if err != nil {
		return b2b.Member{}, err
	}
	return r.Member, nil
}

// DangerouslyGet returns a member of whatever organization, with it, and deleted
// ones too when asked: GET /v1/b2b/organizations/members/dangerously_get/{member_id}.
func (s *MembersService) DangerouslyGet(ctx context.Context, memberID string, by b2b.DangerouslyGetMember) (*b2b.DangerouslyGetMemberResponse, error) {
	return call[b2b.DangerouslyGetMemberResponse](ctx, s.client, b2b.OrganizationsMembersDangerouslyGet, by, memberID)
}

// Search returns one page of members: POST /v1/b2b/organizations/members/search.
// At least one organization has to be named. A query that the server would
// refuse is a *QueryError, and unsent.
func (s *MembersService) Search(ctx context.Context, search b2b.SearchMembers) (*MemberPage, error) {
	err := checkQuery(search.Query, b2b.MemberFilters)
	if len(search.OrganizationIDs) == 0 {
		err = &QueryError{Filter: "organization_ids", Problem: "needs at least one organization"}
	}
	if err != nil {
		return nil, &CallError{Endpoint: b2b.OrganizationsMembersSearch, Host: hostOf(s.client.origin), Err: err}
	}
	r, err := call[b2b.SearchMembersResponse](ctx, s.client, b2b.OrganizationsMembersSearch, search)
	if err != nil {
		return nil, err
	}
	return &MemberPage{newPage(r.Members, r.ResultsMetadata), r.Organizations}, nil
}

// All walks every page of a search: POST /v1/b2b/organizations/members/search.
func (s *MembersService) All(ctx context.Context, search b2b.SearchMembers) iter.Seq2[b2b.Member, error] {
	search.Limit = orWalkLimit(search.Limit)
	return walk(ctx, search.Cursor, func(ctx context.Context, cursor *string) (*Page[b2b.Member], error) {
		search.Cursor = cursor
		page, err := s.Search(ctx, search)
		if err != nil {
			return nil, err
		}
		return &page.Page, nil
	})
}

// Create makes a member: POST /v1/b2b/organizations/{organization_id}/members.
func (s *MembersService) Create(organizationID string, member b2b.CreateMember) Change[b2b.Member] {
	return write(s.client, b2b.OrganizationsMembersCreate, []string{organizationID}, member, func(r *b2b.CreateMemberResponse) b2b.Member { return r.Member }).
		saying("Create the member "+member.EmailAddress, None).
		undoneBy(func(after b2b.Member) Undoer { return s.Delete(after) })
}

// Update changes member to what to says, sending only the fields that differ:
// PUT /v1/b2b/organizations/{organization_id}/members/{member_id}. Metadata
// merges at the top level, and null deletes a key; Roles are the directly
// assigned ones. Do fails with a *Conflict when somebody else has changed member
// since it was read.
func (s *MembersService) Update(member b2b.Member, to b2b.UpdateMember) Change[b2b.Member] {
	return update(s.client, edit[b2b.Member, b2b.UpdateMember]{
		endpoint: b2b.OrganizationsMembersUpdate,
		path:     pathOfMember(member),
		name:     nameOfMember(member),
		current:  settableOfMember,
		read: func(ctx context.Context) (b2b.Member, error) {
			return s.Get(ctx, member.OrganizationID, b2b.GetMember{MemberID: &member.MemberID})
		},
		again: s.Update,
		clear: map[string]func(b2b.Member) Change[b2b.Member]{
			"external_id": s.DeleteExternalID, "mfa_phone_number": s.DeleteMFAPhoneNumber,
		},
		lossy:  map[string]string{"email_address": "a new e-mail address also takes away the verification and the password"},
		danger: dangerOfMemberUpdate,
	}, member, to, func(r *b2b.UpdateMemberResponse) b2b.Member { return r.Member })
}

// dangerOfMemberUpdate asks before a new address, which takes the password away.
func dangerOfMemberUpdate(_ b2b.Member, fields []FieldChange) Danger {
	for _, f := range fields {
		if f.field == "email_address" {
			return Confirm
		}
	}
	return None
}

// settableOfMember are the fields of member that an update sets. It assigns
// roles directly, so roles with another source are none of its business.
func settableOfMember(member b2b.Member) values {
	v := valuesOf(member)
	roles, err := json.Marshal(DirectRoles(member))
	if err != nil {
		return v
	}
	v["roles"] = roles
	return v
}

// DirectRoles are the roles that were given to member itself, and not by way of
// a domain, a connection or a group. The one that everybody has is left out.
func DirectRoles(member b2b.Member) []string {
	direct := []string{}
	for _, role := range member.Roles {
		if role.RoleID == memberRole {
			continue
		}
		for _, source := range role.Sources {
			if source.Type == b2b.MemberRoleSourceTypeDirectAssignment {
				direct = append(direct, role.RoleID)
				break
			}
		}
	}
	return direct
}

// memberRole is held by everybody and can be neither given nor taken.
const memberRole = "stytch_member"

// Delete deletes member and returns its id; its sessions end:
// DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}.
func (s *MembersService) Delete(member b2b.Member) Change[string] {
	ch := write(s.client, b2b.OrganizationsMembersDelete, pathOfMember(member), nil, func(r *b2b.DeleteMemberResponse) string { return r.MemberID }).
		saying("Delete "+nameOfMember(member), Confirm)
	if !member.EmailAddressVerified {
		return ch.final("only a member with a verified e-mail address can be reactivated")
	}
	return ch.undoneBy(func(string) Undoer { return s.Reactivate(member) })
}

// Reactivate makes a deleted member active again:
// PUT /v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate.
func (s *MembersService) Reactivate(member b2b.Member) Change[b2b.Member] {
	return write(s.client, b2b.OrganizationsMembersReactivate, pathOfMember(member), nil, func(r *b2b.ReactivateMemberResponse) b2b.Member { return r.Member }).
		saying("Reactivate "+nameOfMember(member), None).
		undoneBy(func(after b2b.Member) Undoer { return s.Delete(after) })
}

func pathOfMember(member b2b.Member) []string {
	return []string{member.OrganizationID, member.MemberID}
}

func nameOfMember(member b2b.Member) string {
	switch {
	case member.Name != "":
		return member.Name
	case member.EmailAddress != "":
		return member.EmailAddress
	}
	return member.MemberID
}
