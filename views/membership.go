package views

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// quiet is how long nothing has to change before what was counted is counted
// again, so that a run of many writes is followed by one count.
const quiet = 500 * time.Millisecond

// membership is who belongs to an organization: ui.Changed of it tells every view
// that there may be more or fewer than before.
type membership struct{ organizationID string }

func announceMembership(organizationID string) tea.Cmd {
	return ui.Announce(ui.Changed[membership]{Value: membership{organizationID}})
}

// announceComer tells every view of a member who was not there before, or was
// deleted.
func announceComer(m b2b.Member) tea.Cmd {
	return tea.Sequence(announceMember(m), announceMembership(m.OrganizationID))
}

// announceMemberGone tells every view that the server holds a member no more.
func announceMemberGone(organizationID, id string) tea.Cmd {
	return tea.Sequence(ui.Announce(ui.Removed[b2b.Member]{ID: id}), announceMembership(organizationID))
}

// peopleOf is the organization whose members msg says something of; "" when it
// says nothing of any.
func peopleOf(msg tea.Msg) string {
	switch msg := msg.(type) {
	case ui.Changed[b2b.Member]:
		return msg.Value.OrganizationID
	case ui.Changed[membership]:
		return msg.Value.organizationID
	}
	return ""
}
