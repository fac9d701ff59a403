package views

import (
	"context"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// holdersShown is how many members who have a role are named.
const holdersShown = 50

// roleView tells all about one role.
type roleView struct {
	env    *Env
	ctx    context.Context
	role   matrixRole
	org    *b2b.Organization // where it counts; nil for the project
	ties   []tie
	who    async.Remote[*api.MemberPage]
	detail *ui.Detail
	width  int
	height int
}

var _ ui.View = (*roleView)(nil)

// newRole tells about a role in org, where ties are the rules that give roles.
func newRole(env *Env, role matrixRole, org *b2b.Organization, ties []tie) *roleView {
	v := &roleView{env: env, role: role, org: org, ties: ties, detail: newDetail(env)}
	v.show()
	return v
}

// Title implements ui.View.
func (v *roleView) Title() string { return v.role.RoleID }

// SetSize implements ui.View.
func (v *roleView) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.failure())))
}

func (v *roleView) failure() []string {
	return failureLines(v.env, "look who has "+v.role.RoleID, v.who.Err(), v.width, v.height)
}

// Capturing implements ui.View.
func (v *roleView) Capturing() bool { return false }

// Init implements ui.View.
func (v *roleView) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

// load looks who has the role, where there is an organization to look in.
func (v *roleView) load() tea.Cmd {
	if v.org == nil {
		return nil
	}
	members := v.env.API.Members
	search := b2b.SearchMembers{
		OrganizationIDs: []string{v.org.OrganizationID}, Limit: api.Ptr(holdersShown),
		Query: api.And(api.Filter(b2b.FilterMemberRoles, []string{v.role.RoleID})),
	}
	return v.who.Load(v.ctx, func(ctx context.Context) (*api.MemberPage, error) { return members.Search(ctx, search) })
}

// Actions implements ui.View.
func (v *roleView) Actions() []ui.Action {
	noOrg := ""
	if v.org == nil {
		noOrg = "Who has a role is told in an organization: open its Roles tab."
	}
	return []ui.Action{
		v.env.act(keymap.Copy, func() tea.Cmd { return v.env.copySelected(v.detail) }),
		v.env.act(keymap.Refresh, v.load).Because(noOrg),
	}
}

// Update implements ui.View.
func (v *roleView) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if v.who.Take(msg) {
		v.show()
		v.SetSize(v.width, v.height)
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[ownPolicy]:
		return v.changed(msg.Value)
	case tea.KeyMsg:
		v.detail.Update(msg)
	}
	return nil
}

// changed shows the role as it is now; one that is gone has no view.
func (v *roleView) changed(own ownPolicy) tea.Cmd {
	if !v.role.own || v.org == nil || own.organizationID != v.org.OrganizationID {
		return nil
	}
	for _, r := range own.policy.Roles {
		if r.RoleID == v.role.RoleID {
			v.role.PolicyRole = r
			v.show()
			return nil
		}
	}
	return ui.Dismiss(v)
}

// show puts what is known on the screen.
func (v *roleView) show() {
	r := v.role
	whose, _, _ := strings.Cut(roleInWords(matrixRole{PolicyRole: b2b.PolicyRole{RoleID: r.RoleID}, own: r.own}), ".")
	sections := []ui.DetailSection{
		{Title: "Role", Fields: []ui.DetailField{
			{Name: "Id", Value: r.RoleID}, {Name: "Whose", Value: whose}, {Name: "Description", Value: r.Description},
		}},
		{Title: "May", Fields: permissionFields(r.PolicyRole)},
	}
	if v.org != nil {
		sections = append(sections, v.givenBy(), v.holders())
	}
	v.detail.SetSections(sections...)
}

func permissionFields(role b2b.PolicyRole) []ui.DetailField {
	if len(role.Permissions) == 0 {
		return []ui.DetailField{{Name: "Nothing", Value: "the role grants no right"}}
	}
	var fields []ui.DetailField
	for _, p := range role.Permissions {
		actions := strings.Join(p.Actions, "\n")
		if len(p.Actions) == 1 && p.Actions[0] == api.Everything {
			actions = "everything, also what is to come"
		}
		fields = append(fields, ui.DetailField{Name: p.ResourceID, Value: actions})
	}
	return fields
}

// givenBy are the rules by which members get the role.
func (v *roleView) givenBy() ui.DetailSection {
	section := ui.DetailSection{Title: "Given by rules"}
	for _, t := range v.ties {
		if t.role == v.role.RoleID {
			section.Fields = append(section.Fields, ui.DetailField{Name: "By " + t.by, Value: "to " + t.what})
		}
	}
	if v.role.RoleID == b2b.RoleMember {
		section.Fields = append(section.Fields, ui.DetailField{Name: "To everybody", Value: "it cannot be taken away"})
	}
	if len(section.Fields) == 0 {
		section.Fields = []ui.DetailField{{Name: "No rule", Value: "members have it only where it was given to them"}}
	}
	return section
}

// holders are the members who have the role.
func (v *roleView) holders() ui.DetailSection {
	page, ok := v.who.Value()
	if !ok {
		return ui.DetailSection{Title: "Who has it", Fields: []ui.DetailField{{Name: "Members", Value: "looking…"}}}
	}
	section := ui.DetailSection{Title: "Who has it: " + plural(max(page.Total, len(page.Items)), "member")}
	for _, m := range page.Items {
		section.Fields = append(section.Fields, ui.DetailField{Name: memberName(m), Value: m.EmailAddress})
	}
	if more := page.Total - len(page.Items); more > 0 {
		section.Fields = append(section.Fields, ui.DetailField{Name: "And", Value: fmt.Sprintf("%d more", more)})
	}
	if len(section.Fields) == 0 {
		section.Fields = []ui.DetailField{{Name: "Nobody", Value: "in " + v.org.OrganizationName}}
	}
	return section
}

// View implements ui.View.
func (v *roleView) View() string { return strings.Join(append(v.failure(), v.detail.View()), "\n") }
