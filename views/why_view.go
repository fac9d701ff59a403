package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// why tells where the roles of a member come from, and whether it may do
// something, and why.
type why struct {
	env    *Env
	ctx    context.Context
	member b2b.Member
	org    b2b.Organization
	read   async.Remote[rights]
	asked  *api.Permission // the right in question; nil for none yet
	detail *ui.Detail
	width  int
	height int
}

// rights are what the answers rest on.
type rights struct {
	policy b2b.Policy
	roles  []b2b.PolicyRole // of the project and of the organization
	member b2b.Member
}

var _ ui.View = (*why)(nil)

// newWhy tells about a member of org.
func newWhy(env *Env, member b2b.Member, org b2b.Organization) *why {
	v := &why{env: env, member: member, org: org, detail: newDetail(env)}
	return v
}

// Title implements ui.View.
func (v *why) Title() string { return "Rights of " + memberName(v.member) }

// SetSize implements ui.View.
func (v *why) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.failure())))
}

func (v *why) failure() []string {
	return failureLines(v.env, "load the rights of "+memberName(v.member), v.read.Err(), v.width, v.height)
}

// Capturing implements ui.View.
func (v *why) Capturing() bool { return false }

// Init implements ui.View.
func (v *why) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *why) load() tea.Cmd {
	client, m := v.env.API, v.member
	return v.read.Load(v.ctx, func(ctx context.Context) (rights, error) {
		policy, err := client.RBAC.Policy(ctx)
		if err != nil {
			return rights{}, err
		}
		own, err := client.RBAC.OrganizationPolicy(ctx, m.OrganizationID)
		if err == nil && m.Status != b2b.MemberStatusDeleted { // the API answers for live members only
			m, err = client.Members.Get(ctx, m.OrganizationID, b2b.GetMember{MemberID: &m.MemberID})
		}
		return rights{policy, append(policy.Roles[:len(policy.Roles):len(policy.Roles)], own.Roles...), m}, err
	})
}

// Actions implements ui.View.
func (v *why) Actions() []ui.Action {
	loading := ""
	if _, ok := v.read.Value(); !ok {
		loading = "The policy is not here yet."
	}
	return []ui.Action{
		v.env.act(keymap.WhyAsk, v.ask).Because(loading),
		called(v.env.act(keymap.Open, v.ask).Because(loading), "ask about a right"),
		v.env.act(keymap.Copy, func() tea.Cmd { return v.env.copySelected(v.detail) }),
		v.env.act(keymap.Refresh, v.load),
	}
}

// ask offers all rights there are, each with its answer.
func (v *why) ask() tea.Cmd {
	known, _ := v.read.Value()
	var items []ui.Item
	for _, resource := range known.policy.Resources {
		for _, action := range resource.Actions {
			p := api.Permission{Resource: resource.ResourceID, Action: action}
			items = append(items, ui.Item{
				Name: p.String(), Detail: shortVerdict(api.Judge(known.roles, known.member, p)),
				Run: func() tea.Cmd {
					v.asked = &p
					v.show()
					v.detail.Update(tea.KeyMsg{Type: tea.KeyHome})
					return nil
				},
			})
		}
	}
	return ui.Open(ui.NewMenu("May "+memberName(v.member)+" …?", items...))
}

// Update implements ui.View.
func (v *why) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if v.read.Take(msg) {
		if known, ok := v.read.Value(); ok {
			v.member = known.member
		}
		v.show()
		v.SetSize(v.width, v.height)
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.Member]:
		if msg.Value.MemberID == v.member.MemberID {
			return v.load()
		}
	case ui.Changed[b2b.Organization]:
		if msg.Value.OrganizationID == v.org.OrganizationID {
			v.org = msg.Value
			return v.load()
		}
	case ui.Changed[ownPolicy]:
		return v.load()
	case tea.KeyMsg:
		v.detail.Update(msg)
	}
	return nil
}

// show puts what is known on the screen.
func (v *why) show() {
	known, ok := v.read.Value()
	if !ok {
		return
	}
	sections := []ui.DetailSection{v.question(known)}
	roles := ui.DetailSection{Title: "Roles of " + memberName(v.member)}
	for _, held := range v.member.Roles {
		roles.Fields = append(roles.Fields, ui.DetailField{
			Name: held.RoleID, Value: strings.Join(sourceLines(v.org, held), "\n"), Copy: held.RoleID,
		})
	}
	v.detail.SetSections(append(sections, roles)...)
}

// question is the right that was asked about, and the answer.
func (v *why) question(known rights) ui.DetailSection {
	th := v.env.Theme
	title := "May " + memberName(v.member) + " do this?"
	if v.asked == nil {
		key := keymap.Names(v.env.Keys.Binding(keymap.WhyAsk).Keys())
		return ui.DetailSection{Title: title, Fields: []ui.DetailField{{Name: "Right", Value: "Press " + key + " to ask about one.", Style: th.Muted}}}
	}
	verdict := api.Judge(known.roles, known.member, *v.asked)
	answer := ui.DetailField{Name: "Answer", Value: "✗ no", Style: th.Danger}
	if verdict.Yes() {
		answer.Value, answer.Style = "✓ yes", th.Success
	} else if len(verdict.OnItself) > 0 {
		answer.Value, answer.Style = "◐ only to themselves", th.Warning
	}
	fields := []ui.DetailField{{Name: "Right", Value: verdict.Permission.String()}, answer}
	for _, held := range append(verdict.By, verdict.OnItself...) {
		fields = append(fields, ui.DetailField{Name: "By " + held.RoleID, Value: strings.Join(sourceLines(v.org, held), "\n"), Copy: held.RoleID})
	}
	if !verdict.Yes() {
		fields = append(fields, ui.DetailField{Name: "Roles that would", Value: orNone(strings.Join(verdict.Would, "\n"))})
	}
	return ui.DetailSection{Title: title, Fields: fields}
}

// View implements ui.View.
func (v *why) View() string {
	lines := v.failure()
	if _, ok := v.read.Value(); !ok {
		if len(lines) == 0 {
			lines = []string{v.env.Theme.Muted.Render("Loading the rights…")}
		}
		return strings.Join(lines, "\n")
	}
	return strings.Join(append(lines, v.detail.View()), "\n")
}
