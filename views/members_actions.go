package views

import (
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// memberActions is room for all actions of the list: they are asked for after
// every key.
const memberActions = 40

// Actions implements ui.View.
func (v *members) Actions() []ui.Action {
	if v.Capturing() {
		return v.list.actions()
	}
	act, none := v.env.act, v.noneSelected()
	row, _ := v.list.table.Selected()
	actions := append(make([]ui.Action, 0, memberActions),
		act(keymap.Open, v.toProfile).Because(none),
		act(keymap.MemberMFA, v.toMFA).Because(none),
		act(keymap.MemberBulk, v.bulk).Because(v.noneMarked()).Writing(),
		act(keymap.MemberNew, v.create).Because(v.noOrganization()).Writing(),
		act(keymap.MemberInvite, v.invite).Because(noInvites(v.org)).Writing(),
		act(keymap.MemberImport, v.importFile).Because(noImports(v.org)).Writing(),
		act(keymap.MemberEdit, v.edit).Because(none).Because(isDeleted(row.Member)).Writing(),
		act(keymap.JSONEdit, v.editJSON).Because(none).Because(isDeleted(row.Member)).Because(v.env.noEditor()).Writing(),
		act(keymap.MemberDelete, v.delete).Because(none).Because(isDeleted(row.Member)).Writing(),
		act(keymap.MemberReactivate, v.reactivate).Because(none).Because(notDeleted(row.Member)).Writing(),
		act(keymap.Filter, v.filter),
		act(keymap.Copy, v.copy).Because(v.list.nothingToCopy()),
		act(keymap.Export, v.export).Because(v.list.cannotExport()),
		act(keymap.Pane, v.togglePane).Because(v.noPane()),
		act(keymap.MarkOne, v.mark).Because(none),
		act(keymap.MarkAll, v.markAll).Because(none),
	)
	if v.org == nil {
		actions = append(actions, act(keymap.MemberOrg, v.openOrganization).Because(none))
	}
	actions = v.env.actAs(append(actions, act(keymap.MemberWhy, v.why).Because(none)), row.Member, v.actAs)
	actions = v.env.within(v.organizationOf(row).OrganizationID, row.MemberID, actions)
	if v.org != nil {
		return v.list.addActions(actions)
	}
	return v.list.refreshedBy(v.loadOrganizations, v.list.addActions(actions)) // one may have been added
}

func (v *members) noneSelected() string {
	if _, ok := v.list.table.Selected(); !ok {
		return "No member is selected."
	}
	return ""
}

func (v *members) noOrganization() string {
	if v.org == nil {
		return "Open an organization first: a member is created in one."
	}
	return ""
}

func (v *members) noPane() string {
	if v.width < paneFrom || v.env.Theme.Linear {
		return needsRoom
	}
	return ""
}

func isDeleted(m b2b.Member) string {
	if m.Status == b2b.MemberStatusDeleted {
		return "This member is deleted: reactivate it first."
	}
	return ""
}

func notDeleted(m b2b.Member) string {
	if m.Status != b2b.MemberStatusDeleted {
		return "This member is not deleted."
	}
	return ""
}
