package ui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

// tabbed is a Tabs, or a View made around one.
type tabbed interface {
	Current() string
	names() []string
	turn(i int) tea.Cmd
}

// tabsHere are the other tabs of the view in front, without those that one of these
// actions leads to.
func (a *App) tabsHere(actions []Item) []Item {
	tabs, ok := a.top().View.(tabbed)
	if !ok || !slices.ContainsFunc(a.actions(), func(action Action) bool { return action.ID == keymap.NextTab }) {
		return nil
	}
	var items []Item
	for i, name := range tabs.names() {
		led := slices.ContainsFunc(actions, func(action Item) bool { return strings.EqualFold(action.Name, name) })
		if !led && name != tabs.Current() {
			items = append(items, Item{Name: name, Detail: "tab", Run: func() tea.Cmd { return tabs.turn(i) }})
		}
	}
	return items
}

// tabsElsewhere are the tabs that the other sections begin with.
func (a *App) tabsElsewhere() []Item {
	if a.top().Capturing() {
		return nil
	}
	var items []Item
	for i, s := range a.sections {
		if i == a.current && len(s.views) == 1 {
			continue
		}
		for tab, t := range s.Tabs {
			items = append(items, Item{Name: t.Name, Detail: s.Name, Run: func() tea.Cmd { return a.visit(i, tab) }})
		}
	}
	return items
}

// visit puts a tab of a section's first view in front.
func (a *App) visit(i, tab int) tea.Cmd {
	var opened tea.Cmd
	if i != a.current {
		opened = a.show(i)
	}
	s := &a.sections[i]
	return tea.Batch(opened, a.unlessUnsaved(s.views[1:], func() tea.Cmd {
		s.views = closeFrom(s.views, 1)
		tabs, ok := s.views[0].View.(tabbed)
		if !ok {
			return nil
		}
		return tabs.turn(tab)
	}))
}
