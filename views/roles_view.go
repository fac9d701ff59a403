package views

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// roles shows what the roles of the project may do, or those that count in one
// organization.
type roles struct {
	env    *Env
	ctx    context.Context
	org    *b2b.Organization // nil: the project
	read   async.Remote[policies]
	ties   async.Remote[[]tie]            // of the connections of org
	fresh  async.Remote[b2b.Organization] // whose own rules are those by e-mail domain
	find   searchBox
	matrix rightsMatrix
	rules  *ui.Table[tie]
	ruled  bool // the rules are in front, not the matrix
	width  int
	height int
}

// policies are the roles that count: those of the project, and those that an
// organization has besides.
type policies struct {
	project b2b.Policy
	own     b2b.OrgPolicy
}

// ownPolicy are the roles that an organization has besides the project's.
type ownPolicy struct {
	organizationID string
	policy         b2b.OrgPolicy
}

var _ ui.View = (*roles)(nil)

// newRoles shows the roles of the project.
func newRoles(env *Env) *roles { return rolesView(env, nil) }

// newOrgRoles shows the roles that count in org.
func newOrgRoles(env *Env, org b2b.Organization) *roles { return rolesView(env, &org) }

func rolesView(env *Env, org *b2b.Organization) *roles {
	v := &roles{env: env, org: org, find: newSearchBox("resource, action or role")}
	v.rules = newTable(env, tieID, tieColumns(env.Theme)...)
	return v
}

// Title implements ui.View.
func (v *roles) Title() string { return "Roles" }

// SetSize implements ui.View.
func (v *roles) SetSize(width, height int) {
	v.width, v.height = width, height
	v.rules.SetSize(width, max(1, height-1-len(v.failure())))
}

// Capturing implements ui.View.
func (v *roles) Capturing() bool { return v.find.typing() }

// Init implements ui.View.
func (v *roles) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *roles) load() tea.Cmd {
	client := v.env.API
	if v.org == nil {
		return v.read.Load(v.ctx, func(ctx context.Context) (policies, error) {
			project, err := client.RBAC.Policy(ctx)
			return policies{project: project}, err
		})
	}
	org := *v.org
	return tea.Batch(
		v.read.Load(v.ctx, func(ctx context.Context) (policies, error) {
			project, err := client.RBAC.Policy(ctx)
			if err != nil {
				return policies{}, err
			}
			own, err := client.RBAC.OrganizationPolicy(ctx, org.OrganizationID)
			return policies{project, own}, err
		}),
		v.ties.Load(v.ctx, func(ctx context.Context) ([]tie, error) { return connectionTies(ctx, client, org) }),
		v.fresh.Load(v.ctx, func(ctx context.Context) (b2b.Organization, error) {
			return client.Organizations.Get(ctx, org.OrganizationID)
		}))
}

// Update implements ui.View.
func (v *roles) Update(msg tea.Msg) tea.Cmd {
	switch {
	case outdated(msg):
		return v.load()
	case v.read.Take(msg), v.ties.Take(msg):
		v.show()
		return nil
	case v.fresh.Take(msg):
		if org, ok := v.fresh.Value(); ok && v.fresh.Err() == nil {
			return ui.Announce(ui.Changed[b2b.Organization]{Value: org})
		}
		return nil
	}
	switch msg := msg.(type) {
	case ui.Changed[b2b.Organization]:
		if v.org != nil && v.org.OrganizationID == msg.Value.OrganizationID {
			v.org = &msg.Value
			v.show()
		}
	case ui.Changed[ownPolicy]:
		if v.org != nil && v.org.OrganizationID == msg.Value.organizationID {
			return v.load()
		}
	case tea.KeyMsg:
		v.pressed(msg)
	case tea.MouseMsg:
		v.clicked(msg)
	}
	return nil
}

func (v *roles) pressed(msg tea.KeyMsg) {
	switch {
	case v.find.typing():
		v.find.press(msg)
		v.show()
	case v.ruled:
		v.rules.Update(msg)
	}
}

// clicked puts the cursor where the mouse is.
func (v *roles) clicked(msg tea.MouseMsg) {
	above := 1 + len(v.failure())
	if v.ruled {
		msg.Y -= above
		v.rules.Mouse(msg)
		return
	}
	row := v.matrix.top + msg.Y - above - 1
	if msg.Y <= above || row >= len(v.matrix.rows) || v.matrix.empty() {
		return
	}
	v.matrix.row = row
	v.matrix.offHeading(1)
	label, cols := v.matrix.window(v.width, v.matrixHeight())
	for i, w := range cols {
		if msg.X >= label && msg.X < label+w {
			v.matrix.col = v.matrix.left + i
			return
		}
		label += w
	}
}

// show puts what is known on the screen, as far as the filter leaves it.
func (v *roles) show() {
	known, ok := v.read.Value()
	if !ok {
		return
	}
	var all []matrixRole
	for _, r := range known.project.Roles {
		all = append(all, matrixRole{PolicyRole: r})
	}
	for _, r := range known.own.Roles {
		all = append(all, matrixRole{r, true})
	}
	v.matrix.set(known.project.Resources, all, v.find.text())
	var rules []tie
	for _, t := range v.allTies() {
		if containsAll(t.role+" "+t.by+" "+t.what, strings.Fields(strings.ToLower(v.find.text()))) {
			rules = append(rules, t)
		}
	}
	v.rules.SetRows(rules)
	v.SetSize(v.width, v.height)
}

// allTies are the rules that are known so far.
func (v *roles) allTies() []tie {
	if v.org == nil {
		return nil
	}
	byConnection, _ := v.ties.Value()
	return append(emailTies(*v.org), byConnection...)
}

func (v *roles) failure() []string {
	if err := cmp.Or(v.ties.Err(), v.fresh.Err()); err != nil && v.read.Err() == nil {
		return failureLines(v.env, "load the roles that rules give", err, v.width, v.height)
	}
	return failureLines(v.env, "load the roles", v.read.Err(), v.width, v.height)
}

// wordLines are the lines under the matrix: a space, and at most what the cursor is on.
const wordLines = 5

func (v *roles) matrixHeight() int { return max(2, v.height-1-len(v.failure())-wordLines) }

// View implements ui.View.
func (v *roles) View() string {
	th := v.env.Theme
	head := ui.Spread(v.find.view(th, v.env.Keys.Binding(keymap.Search)), th.Muted.Render(v.state()), v.width)
	lines := append([]string{head}, v.failure()...)
	_, loaded := v.read.Value()
	switch {
	case !loaded && v.read.Err() == nil:
		lines = append(lines, " "+th.Muted.Render("Loading the roles…"))
	case !loaded:
	case v.ruled:
		v.rules.Empty = v.noRules()
		lines = append(lines, v.rules.View())
	case v.matrix.empty():
		lines = append(lines, "", "   "+th.Muted.Render(ui.Cut("Nothing matches “"+ui.Clean(v.find.text())+"”. esc shows all again.", v.width-6)))
	default:
		lines = append(lines, v.matrix.draw(th, v.width, v.matrixHeight())...)
		lines = append(append(lines, ""), v.matrix.words(th, v.width)...)
	}
	return strings.Join(lines, "\n")
}

func (v *roles) noRules() string {
	switch {
	case v.find.text() != "":
		return "Nothing matches “" + v.find.text() + "”. esc shows all again."
	case v.ties.Busy():
		return "Loading…"
	}
	return "No role is given by a rule here. Settings gives roles by e-mail domain, SSO and SCIM by connection and group."
}

// state says in a few words what is shown.
func (v *roles) state() string {
	known, ok := v.read.Value()
	if !ok {
		return ""
	}
	if v.ruled {
		return strings.TrimSuffix(plural(v.rules.Len(), "rule")+" · "+v.rules.Position(), " · ")
	}
	text := plural(len(known.project.Roles)+len(known.own.Roles), "role")
	if v.org != nil {
		text += fmt.Sprintf(", %d of its own · %s", len(known.own.Roles), plural(len(v.allTies()), "rule"))
	}
	at, of := v.matrix.position()
	return fmt.Sprintf("%s · right %d/%d", text, at, of)
}
