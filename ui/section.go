package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

// Section is a top-level entry of the navigation bar, with its own stack of
// views that stay while others show.
type Section struct {
	ID   keymap.ID
	Key  key.Binding
	Name string
	Open func() View // makes its first view, once
	Tabs []Tab       // of which its first view is made, instead of Open
}

func (s *Section) first() View {
	if s.Open != nil {
		return s.Open()
	}
	return NewTabs(func() string { return s.Name }, s.Tabs...)
}

type section struct {
	Section
	views []layer // the current view last; empty until first shown
}

// show brings section i to the front and opens it the first time. The section
// that is in front already goes back to its first view.
func (a *App) show(i int) tea.Cmd {
	s := &a.sections[i]
	if i == a.current && len(s.views) > 1 {
		return a.unlessUnsaved(s.views[1:], func() tea.Cmd {
			s.views = closeFrom(s.views, 1)
			return nil
		})
	}
	a.current = i
	if len(s.views) == 0 {
		return a.begin(&s.views, s.first())
	}
	return nil
}

// shelf makes the actions that switch sections.
func (a *App) shelf() []Action {
	var actions []Action
	for i, s := range a.sections {
		actions = append(actions, Action{ID: s.ID, Key: s.Key, Run: func() tea.Cmd { return a.show(i) }})
	}
	return actions
}
