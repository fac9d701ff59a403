package views

import (
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// Actions implements ui.View.
func (v *roles) Actions() []ui.Action {
	act := v.env.act
	if v.find.typing() {
		return v.find.whileTyping(v.env, v.showAll)
	}
	nothing := v.nothingThere()
	actions := []ui.Action{
		called(act(keymap.Open, v.open), "about this role").Because(nothing),
		act(keymap.Search, v.find.start),
	}
	if v.org != nil {
		actions = append(actions, v.toggleRules())
	}
	actions = append(actions,
		act(keymap.RoleNew, v.create).Because(v.notHere()).Because(nothing).Writing(),
		act(keymap.RoleEdit, v.edit).Because(v.notHere()).Because(nothing).Because(v.notOwn()).Writing(),
		act(keymap.RoleDelete, v.delete).Because(v.notHere()).Because(nothing).Because(v.notOwn()).Writing(),
		act(keymap.Copy, v.copy).Because(nothing),
		act(keymap.Refresh, v.load))
	if v.find.text() != "" {
		actions = append(actions, called(act(keymap.Back, v.showAll), "show all"))
	}
	if !v.ruled {
		actions = append(actions, v.moves()...)
	}
	return actions
}

// toggleRules shows the rules by which members get roles, or the matrix.
func (v *roles) toggleRules() ui.Action {
	does := "roles given by rules"
	if v.ruled {
		does = "what roles may do"
	}
	return called(v.env.act(keymap.RolesImplied, func() tea.Cmd {
		v.ruled = !v.ruled
		return nil
	}), does)
}

// moves are the keys of the matrix.
func (v *roles) moves() []ui.Action {
	m := &v.matrix
	page := max(1, v.matrixHeight()-2)
	rows := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			m.moveRow(n)
			return nil
		}
	}
	cols := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			m.moveCol(n)
			return nil
		}
	}
	act := v.env.act
	return []ui.Action{
		act(keymap.RolesLeft, cols(-1)), act(keymap.RolesRight, cols(1)),
		act(keymap.Up, rows(-1)), act(keymap.Down, rows(1)),
		act(keymap.PageUp, rows(-page)), act(keymap.PageDown, rows(page)),
		act(keymap.Top, rows(-len(m.rows))), act(keymap.Bottom, rows(len(m.rows))),
	}
}

func (v *roles) showAll() tea.Cmd {
	v.find.clear()
	v.show()
	return nil
}

// nothingThere says why there is no role to do something with.
func (v *roles) nothingThere() string {
	if _, loaded := v.read.Value(); !loaded {
		return "The roles are not here yet."
	}
	if v.selected().RoleID == "" {
		return "No role is selected."
	}
	return ""
}

// notHere says why the policy of the project cannot be changed.
func (v *roles) notHere() string {
	if v.org != nil {
		return ""
	}
	return "The API cannot change the project's roles: the Stytch dashboard does. An organization's own roles are in its Roles tab."
}

// notOwn says why a role cannot be changed.
func (v *roles) notOwn() string {
	if r := v.selected(); !r.own {
		return r.RoleID + " is a role of the project: here only the organization's own roles (◆) can be changed."
	}
	return ""
}

// selected is the role under the cursor.
func (v *roles) selected() matrixRole {
	if !v.ruled {
		return v.matrix.selectedRole()
	}
	rule, _ := v.rules.Selected()
	for _, r := range v.matrix.roles {
		if r.RoleID == rule.role {
			return r
		}
	}
	return matrixRole{}
}

// open shows all that is known of the role.
func (v *roles) open() tea.Cmd { return ui.Push(newRole(v.env, v.selected(), v.org, v.allTies())) }

func (v *roles) copy() tea.Cmd {
	role := v.selected()
	copies := []copyable{{"role id", role.RoleID}}
	if !v.ruled {
		right := v.matrix.selectedRight()
		copies = append(copies, copyable{"right", right.permission().String()}, copyable{"action", right.action})
	}
	path := b2b.RBACPolicy.URL()
	if v.org != nil {
		path = b2b.RBACOrganizationsGetOrgPolicy.URL(v.org.OrganizationID)
	}
	return copyMenu(v.env, append(copies, copyable{"as command", "orgdeck api GET " + path})...)
}

func (v *roles) create() tea.Cmd {
	known, _ := v.read.Value()
	return ui.Open(newRoleForm(v.env, *v.org, known))
}

func (v *roles) edit() tea.Cmd {
	known, _ := v.read.Value()
	return ui.Open(editRoleForm(v.env, *v.org, known, v.selected().PolicyRole))
}

func (v *roles) delete() tea.Cmd {
	known, _ := v.read.Value()
	return ui.Open(deleteRole(v.env, *v.org, known, v.selected().PolicyRole))
}
