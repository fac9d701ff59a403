package views

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// bulk is what is about to be done to several members at once.
type bulk struct {
	env      *Env
	members  []b2b.Member
	beyond   string                  // what matches the search, too, and stays as it is; "" for nothing
	finished func(open []b2b.Member) // told whom it has not been done to, of those it was to be done to
}

func (v *members) noneMarked() string {
	switch {
	case v.list.table.MarkCount() == 0:
		return "Mark members first: space marks one, * all."
	case v.list.fresh:
		return "What is listed is not of this search yet: wait, or refresh."
	}
	return ""
}

// bulk asks what to do to the marked members. When all that were fetched are
// marked and more match, it first asks which are meant.
func (v *members) bulk() tea.Cmd {
	if v.list.table.MarkCount() == v.list.table.Len() && v.list.next != "" {
		return ui.Open(v.whichMenu())
	}
	return v.act()
}

func (v *members) act() tea.Cmd {
	marked := v.list.table.Marked()
	b := &bulk{env: v.env, members: make([]b2b.Member, len(marked)), finished: v.keepMarked}
	if len(marked) == v.list.table.Len() {
		b.beyond = v.list.beyond()
	}
	for i, row := range marked {
		b.members[i] = row.Member
	}
	return ui.Open(ui.NewMenu("Act on "+plural(len(marked), "marked member"), b.items()...))
}

// keepMarked leaves the marks on those to whom it is still to be done, so that
// it can be tried again.
func (v *members) keepMarked(open []b2b.Member) {
	ids := make([]string, len(open))
	for i, m := range open {
		ids[i] = m.MemberID
	}
	v.list.table.SetMarks(ids)
}

// items are the acts, each with the number of members it applies to.
func (b *bulk) items() []ui.Item {
	var items []ui.Item
	for _, act := range bulkActs(b.env.API) {
		items = append(items, b.item(act))
	}
	return append(items,
		ui.Item{Name: "Add a role…", Detail: b.applies(deletedAlready), Run: b.askRole},
		ui.Item{Name: "Remove a role…", Detail: b.applies(noDirectRole), Blocked: b.noRoles(), Run: b.chooseRole})
}

func (b *bulk) item(act bulkAct) ui.Item {
	item := ui.Item{Name: act.name, Detail: b.applies(act.not), Run: func() tea.Cmd { return b.propose(act) }}
	if plan := b.plan(act); len(plan.todo) == 0 {
		item.Blocked = "none: " + plan.reasons()
	}
	return item
}

// applies says to how many of the members an act applies.
func (b *bulk) applies(not func(b2b.Member) string) string {
	n := 0
	for _, m := range b.members {
		if not(m) == "" {
			n++
		}
	}
	if n == len(b.members) {
		return fmt.Sprintf("all %d", n)
	}
	return fmt.Sprintf("%d of %d", n, len(b.members))
}

// propose shows what an act would do, and does it when the user agrees.
func (b *bulk) propose(act bulkAct) tea.Cmd {
	plan := b.plan(act)
	if len(plan.todo) == 0 {
		return ui.Toast(ui.Info, "There is nothing to do: "+plan.reasons()+".")
	}
	return ui.Open(plan.question(func() tea.Cmd { return ui.Open(newBulkRun(b.env, plan.writes(b.finished))) }))
}

// askRole asks for the role to add.
func (b *bulk) askRole() tea.Cmd {
	var role string
	held := "None of the marked holds a role directly."
	if roles := b.directRoles(); len(roles) > 0 {
		held = "Held by some of the marked: " + strings.Join(roles, ", ") + "."
	}
	return ui.Open(&ui.Form[string]{
		Name: "Add a role to " + plural(len(b.members), "marked member"),
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{{
				Field: huh.NewInput().Key("role").Title("Role id").Value(&role).Validate(roleToGive),
				Help:  held,
			}}}}
		},
		Verb:  "go on",
		Apply: func() tea.Cmd { return b.propose(addRole(b.env.API.Members, strings.TrimSpace(role))) },
	})
}

func roleToGive(role string) error {
	switch strings.TrimSpace(role) {
	case "":
		return errors.New("type the id of a role, such as " + b2b.RoleAdmin)
	case b2b.RoleMember:
		return errors.New("everybody has " + b2b.RoleMember)
	}
	return nil
}

// chooseRole asks which role to remove, of those that some member holds.
func (b *bulk) chooseRole() tea.Cmd {
	var items []ui.Item
	for _, role := range b.directRoles() {
		act := removeRole(b.env.API.Members, role)
		item := b.item(act)
		item.Name = role
		items = append(items, item)
	}
	return ui.Open(ui.NewMenu("Remove a role from "+plural(len(b.members), "marked member"), items...))
}

func (b *bulk) noRoles() string {
	if len(b.directRoles()) == 0 {
		return "none holds a role directly"
	}
	return ""
}

func noDirectRole(m b2b.Member) string {
	if len(api.DirectRoles(m)) == 0 {
		return "no role held directly"
	}
	return ""
}

// directRoles are the roles that members hold directly, each once.
func (b *bulk) directRoles() []string {
	var roles []string
	for _, m := range b.members {
		roles = append(roles, api.DirectRoles(m)...)
	}
	return slices.Compact(sortedTexts(slices.Values(roles)))
}
