package transfer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// lookupBatch is how many members one search asks for.
const lookupBatch = 100

// Verdict is what a Plan has in mind with a row.
type Verdict string

// The verdicts.
const (
	Create   Verdict = "create"   // nobody has the address: the member is made, or invited
	Skip     Verdict = "skip"     // the member is there as the row has it, or an earlier row makes it
	Conflict Verdict = "conflict" // somebody else is in the way; nothing is sent
	Invalid  Verdict = "invalid"  // the row cannot be sent
)

// Import is where the members of a Sheet go, and how.
type Import struct {
	Client       *api.Client
	Organization b2b.Organization
	Invite       *b2b.InviteEmailMagicLink // every member is mailed an invitation made from it; nil to create them without
	PerSecond    float64                   // writes at most; 0 leaves it to the Client
}

// Plan says of every row of a Sheet what would be done, before anything is.
type Plan struct {
	Import  Import
	Rows    []Planned
	Ignored []string // columns of the Sheet

	key string // of this file into this organization in this way
}

// Planned is a row, and what is to be done about it.
type Planned struct {
	Row
	Verdict Verdict
	Why     string // not create, in words; "" for create
	Found   string // the id of the member who has the address already
}

// Count is how many rows have a verdict.
func (p *Plan) Count(v Verdict) int {
	n := 0
	for i := range p.Rows {
		if p.Rows[i].Verdict == v {
			n++
		}
	}
	return n
}

// Change is the write of a row.
func (p *Plan) Change(row Planned) api.Change[b2b.Member] {
	to := p.Import
	if to.Invite == nil {
		return to.Client.Members.Create(to.Organization.OrganizationID, row.Member)
	}
	invitation := *to.Invite
	invitation.OrganizationID, invitation.EmailAddress = to.Organization.OrganizationID, row.Member.EmailAddress
	invitation.Name, invitation.Roles = row.Member.Name, slices.Concat(invitation.Roles, row.Member.Roles)
	invitation.TrustedMetadata, invitation.UntrustedMetadata = row.Member.TrustedMetadata, row.Member.UntrustedMetadata
	return to.Client.MagicLinks.Invite(invitation)
}

// Plan looks up who of the sheet is there already, and writes nothing. told
// hears how many rows have been looked up; it may be nil.
func (i Import) Plan(ctx context.Context, sheet *Sheet, told func(done, total int)) (*Plan, error) {
	p := &Plan{Import: i, Ignored: sheet.Ignored, key: i.key(sheet)}
	p.Rows = make([]Planned, len(sheet.Rows))
	for n, row := range sheet.Rows {
		p.Rows[n] = Planned{Row: row, Verdict: Create}
		if row.Problem == "" {
			row.Problem = i.cannotInvite(row.Member)
		}
		if row.Problem != "" {
			p.Rows[n].Verdict, p.Rows[n].Why = Invalid, row.Problem
		}
	}
	p.compareRows()
	for n := 0; n < len(p.Rows); n += lookupBatch {
		batch := p.Rows[n:min(n+lookupBatch, len(p.Rows))]
		if err := p.lookUp(ctx, batch); err != nil {
			return nil, fmt.Errorf("look up who is there already: %w", err)
		}
		if told != nil {
			told(n+len(batch), len(p.Rows))
		}
	}
	return p, nil
}

func (i Import) key(sheet *Sheet) string {
	way := "create"
	if i.Invite != nil {
		way = "invite"
	}
	sum := sha256.Sum256([]byte(sheet.Hash + "|" + i.Organization.OrganizationID + "|" + way))
	return hex.EncodeToString(sum[:])
}

// cannotInvite says what of m an invitation has no place for.
func (i Import) cannotInvite(m b2b.CreateMember) string {
	if i.Invite == nil {
		return ""
	}
	var names []string
	for name, set := range map[string]bool{
		"external_id": m.ExternalID != nil, "mfa_phone_number": m.MFAPhoneNumber != nil, "mfa_enrolled": m.MFAEnrolled != nil,
		"is_breakglass": m.IsBreakglass != nil, "create_member_as_pending": m.CreateMemberAsPending != nil,
	} {
		if set {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return "an invitation cannot set " + strings.Join(names, ", ")
}

// compareRows finds rows that say something about the same member.
func (p *Plan) compareRows() {
	emails, externals := map[string]*Planned{}, map[string]*Planned{}
	for n := range p.Rows {
		row := &p.Rows[n]
		if row.Verdict != Create {
			continue
		}
		email, external := strings.ToLower(row.Member.EmailAddress), orEmpty(row.Member.ExternalID)
		earlier, same := emails[email], externals[external]
		switch {
		case earlier != nil && reflect.DeepEqual(earlier.Member, row.Member):
			row.Verdict, row.Why = Skip, fmt.Sprintf("the same as line %d", earlier.Line)
		case earlier != nil:
			row.Verdict, row.Why = Conflict, fmt.Sprintf("line %d has the same address and says something else", earlier.Line)
		case external != "" && same != nil:
			row.Verdict, row.Why = Conflict, fmt.Sprintf("line %d has the same external_id", same.Line)
		default:
			emails[email], externals[external] = row, row
		}
	}
}

// lookUp compares rows with the members who have their addresses or external
// ids.
func (p *Plan) lookUp(ctx context.Context, rows []Planned) error {
	var emails, externals []string
	for _, row := range rows {
		if row.Verdict != Create {
			continue
		}
		emails = append(emails, strings.ToLower(row.Member.EmailAddress))
		if row.Member.ExternalID != nil {
			externals = append(externals, *row.Member.ExternalID)
		}
	}
	byEmail, byExternal := map[string]b2b.Member{}, map[string]b2b.Member{}
	for m, err := range p.Import.members(ctx, b2b.FilterMemberEmails, emails) {
		if err != nil {
			return err
		}
		byEmail[strings.ToLower(m.EmailAddress)] = m
	}
	for m, err := range p.Import.members(ctx, b2b.FilterMemberIDs, externals) {
		if err != nil {
			return err
		}
		byExternal[orEmpty(m.ExternalID)] = m
	}
	for n := range rows {
		rows[n].meet(byEmail, byExternal)
	}
	return nil
}

// members are those that a filter with a list finds; nobody for an empty list.
func (i Import) members(ctx context.Context, filter string, values []string) iter.Seq2[b2b.Member, error] {
	if len(values) == 0 {
		return func(func(b2b.Member, error) bool) {}
	}
	return i.Client.Members.All(ctx, b2b.SearchMembers{
		OrganizationIDs: []string{i.Organization.OrganizationID}, Query: api.And(api.Filter(filter, values)),
	})
}

func (row *Planned) meet(byEmail, byExternal map[string]b2b.Member) {
	if row.Verdict != Create {
		return
	}
	if m, there := byEmail[strings.ToLower(row.Member.EmailAddress)]; there {
		row.Found = m.MemberID
		row.Verdict, row.Why = Skip, "is a member already"
		if other := differences(row.Member, m); len(other) > 0 {
			row.Verdict, row.Why = Conflict, "is a member already, with other values of "+strings.Join(other, ", ")
		}
		return
	}
	if m, there := byExternal[orEmpty(row.Member.ExternalID)]; there && row.Member.ExternalID != nil {
		row.Verdict, row.Why = Conflict, m.EmailAddress+" has this external_id already"
	}
}

// differences names what a row wants otherwise than the member is.
func differences(want b2b.CreateMember, is b2b.Member) []string {
	var names []string
	differs := func(name string, other bool) {
		if other {
			names = append(names, name)
		}
	}
	differs("name", want.Name != nil && *want.Name != is.Name)
	differs("external_id", want.ExternalID != nil && *want.ExternalID != orEmpty(is.ExternalID))
	differs("mfa_phone_number", want.MFAPhoneNumber != nil && *want.MFAPhoneNumber != is.MFAPhoneNumber)
	differs("mfa_enrolled", want.MFAEnrolled != nil && *want.MFAEnrolled != is.MFAEnrolled)
	differs("is_breakglass", want.IsBreakglass != nil && *want.IsBreakglass != is.IsBreakglass)
	if want.Roles != nil {
		wanted, held := slices.Clone(want.Roles), api.DirectRoles(is)
		slices.Sort(wanted)
		slices.Sort(held)
		differs("roles", !slices.Equal(slices.Compact(wanted), held))
	}
	return names
}
