package ui

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

// Tab is one page of a Tabs.
type Tab struct {
	Name string
	Open func() View // makes the page when it is first shown
}

// Tabs is a View made of pages, one of which is in front. Pages are made when
// first shown and stay from then on; those behind still receive what goes to
// every view.
type Tabs struct {
	title   func() string
	tabs    []Tab
	pages   []View // nil until first shown
	current int

	ctx           context.Context
	th            *theme.Theme
	keys          keymap.Map
	width, height int
	walk          []Action
	bar           string
	barFor        barKey
}

type barKey struct{ width, current, version int }

var _ View = (*Tabs)(nil)

// NewTabs returns pages under a common breadcrumb. The first is in front.
func NewTabs(title func() string, tabs ...Tab) *Tabs {
	return &Tabs{title: title, tabs: tabs, pages: make([]View, len(tabs))}
}

// StartAt puts the page of that name in front before Init, and returns t. A
// name that no page has changes nothing.
func (t *Tabs) StartAt(name string) *Tabs {
	if i := t.index(name); i >= 0 {
		t.current = i
	}
	return t
}

// Show puts the page of that name in front.
func (t *Tabs) Show(name string) tea.Cmd {
	if i := t.index(name); i >= 0 {
		return t.turn(i)
	}
	return nil
}

func (t *Tabs) index(name string) int {
	return slices.IndexFunc(t.tabs, func(tab Tab) bool { return tab.Name == name })
}

// Current is the name of the page in front.
func (t *Tabs) Current() string { return t.tabs[t.current].Name }

// Title implements View.
func (t *Tabs) Title() string { return t.title() }

// SetSize implements View.
func (t *Tabs) SetSize(width, height int) {
	t.width, t.height = width, height
	for _, page := range t.pages {
		t.size(page)
	}
}

func (t *Tabs) size(page View) {
	if page == nil {
		return
	}
	bar := t.barHeight()
	if f, ok := page.(FullScreen); ok && f.FullScreen() {
		bar = 0
	}
	page.SetSize(t.width, max(0, t.height-bar))
}

// airyTabs is the height from which on a blank line sets the page off from the bar:
// that of a body whose header has a rule under it.
const airyTabs = roomy - 3

// barHeight is how many lines the names take, with what sets the page off from them.
func (t *Tabs) barHeight() int {
	if t.height >= airyTabs {
		return 2
	}
	return 1
}

// Init implements View.
func (t *Tabs) Init(ctx context.Context) tea.Cmd {
	t.ctx = ctx
	return t.turn(t.current)
}

// turn puts page i in front and makes it the first time.
func (t *Tabs) turn(i int) tea.Cmd {
	t.current = i
	if t.pages[i] != nil {
		return nil
	}
	page := t.tabs[i].Open()
	t.pages[i] = page
	Dress(page, t.th, t.keys)
	t.size(page)
	return page.Init(t.ctx)
}

func (t *Tabs) step(by int) func() tea.Cmd {
	return func() tea.Cmd { return t.turn((t.current + by + len(t.tabs)) % len(t.tabs)) }
}

// Update implements View.
func (t *Tabs) Update(msg tea.Msg) tea.Cmd {
	if forAll(msg) {
		var cmds []tea.Cmd
		for _, page := range t.pages {
			if page != nil {
				cmds = append(cmds, page.Update(msg))
			}
		}
		return tea.Batch(cmds...)
	}
	if m, ok := msg.(tea.MouseMsg); ok && !t.FullScreen() {
		switch bar := t.barHeight(); {
		case m.Y == 0:
			return t.click(m.X)
		case m.Y < bar:
			return nil
		default:
			m.Y -= bar
			msg = m
		}
	}
	return t.Front().Update(msg)
}

// Front implements Holding: the page in front.
func (t *Tabs) Front() View { return t.pages[t.current] }

// View implements View.
func (t *Tabs) View() string {
	if t.th.Linear {
		return t.linear() + "\n" + words(t.Front())
	}
	if t.FullScreen() {
		return t.Front().View()
	}
	return t.drawBar() + strings.Repeat("\n", t.barHeight()) + t.Front().View()
}

func (t *Tabs) drawBar() string {
	want := barKey{t.width, t.current, t.th.Version}
	if t.bar != "" && t.barFor == want {
		return t.bar
	}
	var line strings.Builder
	gap, from, to := t.layout()
	if from > 0 {
		line.WriteString(t.th.TabIdle.Render(moreBefore))
	}
	for i := from; i < to; i++ {
		style := t.th.TabIdle
		if i == t.current {
			style = t.th.TabActive
		}
		line.WriteString(spaces(gap) + style.Render(t.label(i)) + spaces(gap))
	}
	if to < len(t.tabs) {
		line.WriteString(t.th.TabIdle.Render(moreAfter))
	}
	t.bar, t.barFor = closed(FitStyled(line.String(), t.width)), want
	return t.bar
}

// The signs that there are tabs which the bar has no room for.
const (
	moreBefore = "‹"
	moreAfter  = " ›"
)

// layout fits the names into the width: with a blank on either side of each, else
// without, else only some of them, with the one in front among them.
func (t *Tabs) layout() (gap, from, to int) {
	for _, gap = range []int{1, 0} {
		if t.barWidth(gap, 0, len(t.tabs)) <= t.width {
			return gap, 0, len(t.tabs)
		}
	}
	from, to = t.current, t.current+1
	for {
		switch room := t.width - Width(moreBefore) - Width(moreAfter); {
		case to < len(t.tabs) && t.barWidth(0, from, to+1) <= room:
			to++
		case from > 0 && t.barWidth(0, from-1, to) <= room:
			from--
		default:
			return 0, from, to
		}
	}
}

func (t *Tabs) barWidth(gap, from, to int) int {
	width := 0
	for i := from; i < to; i++ {
		width += Width(t.label(i)) + 2*gap
	}
	return width
}

func (t *Tabs) label(i int) string {
	if i == t.current {
		return "▸" + Clean(t.tabs[i].Name)
	}
	return " " + Clean(t.tabs[i].Name)
}

// click turns to the page whose name is at column x.
func (t *Tabs) click(x int) tea.Cmd {
	gap, from, to := t.layout()
	at := 0
	if from > 0 {
		if at = Width(moreBefore); x < at {
			return t.turn(from - 1)
		}
	}
	for i := from; i < to; i++ {
		if at += Width(t.label(i)) + 2*gap; x < at {
			return t.turn(i)
		}
	}
	if to < len(t.tabs) && x < at+Width(moreAfter) {
		return t.turn(to)
	}
	return nil
}

// Actions implements View: those of the page in front, and the way to the
// others.
func (t *Tabs) Actions() []Action {
	actions := t.Front().Actions()
	if t.Front().Capturing() {
		return actions
	}
	return append(actions, t.walk...)
}

// Capturing implements View.
func (t *Tabs) Capturing() bool { return t.Front().Capturing() }

// FullScreen implements FullScreen.
func (t *Tabs) FullScreen() bool {
	f, ok := t.Front().(FullScreen)
	return ok && f.FullScreen()
}

// Unsaved implements Unsaved: any page counts, shown or not.
func (t *Tabs) Unsaved() string {
	for _, page := range t.pages {
		if loss := unsaved(page); loss != "" {
			return loss
		}
	}
	return ""
}

func (t *Tabs) holds(v View) bool { return slices.Contains(t.pages, v) }

func (t *Tabs) dress(th *theme.Theme, keys keymap.Map) {
	t.th, t.keys = th, keys
	t.walk = []Action{Act(keys, keymap.NextTab, t.step(1)), Act(keys, keymap.PrevTab, t.step(-1))}
}
