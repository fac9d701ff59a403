package ui

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

const (
	helpWidth    = 64
	helpIDsFrom  = 100 // the width from which the ids for the configuration are told too
	helpKeyWidth = 14
	helpIDWidth  = 26
	helpChrome   = 2 // lines beside the keys: the filter and a space
	helpIndent   = 2 // of the keys under the name of their group
)

// helpLine is one key with what it does, or the name of a group.
type helpLine struct {
	group, keys, does, id string
	blocked               bool
}

// help lists every key that works now, filtered by typing.
type help struct {
	all    []helpLine
	shown  []helpLine
	filter field
	first  int

	th            *theme.Theme
	keys          keymap.Map
	width, height int
}

func (a *App) openHelp() tea.Cmd {
	h := &help{}
	here, motions, everywhere := []helpLine{{group: "Here"}}, []helpLine{{group: "Moving"}}, []helpLine{{group: "Everywhere"}}
	own := len(a.top().Actions())
	for i, action := range a.actions() {
		line := a.helpLine(action)
		switch {
		case line.keys == "" || line.does == "":
		case keymap.Motion(action.ID):
			motions = append(motions, line)
		case i < own:
			here = append(here, line)
		default:
			everywhere = append(everywhere, line)
		}
	}
	motions = a.addMotions(motions)
	everywhere = append(everywhere, helpLine{keys: "ctrl+c", does: "quit, whatever is open"})
	for _, group := range [][]helpLine{here, motions, everywhere} {
		if len(group) > 1 {
			h.all = append(h.all, group...)
		}
	}
	h.match()
	return a.begin(&a.dialogs, h)
}

// addMotions adds the keys that tables and whatever scrolls take as they come.
func (a *App) addMotions(lines []helpLine) []helpLine {
	if len(a.dialogs) > 0 {
		return lines
	}
	for _, id := range keymap.Motions() {
		named := slices.ContainsFunc(lines, func(l helpLine) bool { return l.id == string(id) })
		if line := a.helpLine(Act(a.keys, id, nil)); !named && line.keys != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func (a *App) helpLine(action Action) helpLine {
	line := helpLine{does: action.Key.Help().Desc, id: string(action.ID)}
	if action.Key.Enabled() {
		line.keys = keymap.Names(action.Key.Keys())
	}
	if reason := a.refusal(action); reason != "" {
		line.id, line.blocked = reason, true
	}
	return line
}

// Title implements View.
func (h *help) Title() string { return "Keys that work here" }

// SetSize implements View.
func (h *help) SetSize(width, height int) {
	h.width, h.height = width, height
	h.scroll(0)
}

// Init implements View.
func (h *help) Init(context.Context) tea.Cmd { return nil }

// Capturing implements View: typing filters.
func (h *help) Capturing() bool { return true }

// Actions implements View.
func (h *help) Actions() []Action { return []Action{Act(h.keys, keymap.Back, h.close)} }

func (h *help) close() tea.Cmd { return Dismiss(h) }

// Update implements View.
func (h *help) Update(msg tea.Msg) tea.Cmd {
	pressed, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch pressed.Type {
	case tea.KeyEsc, tea.KeyEnter:
		return h.close()
	case tea.KeyUp:
		h.scroll(-1)
	case tea.KeyDown:
		h.scroll(1)
	case tea.KeyPgUp:
		h.scroll(-h.rows())
	case tea.KeyPgDown:
		h.scroll(h.rows())
	case tea.KeyHome:
		h.scroll(-len(h.shown))
	case tea.KeyEnd:
		h.scroll(len(h.shown))
	default:
		if h.filter.take(pressed) {
			h.match()
		}
	}
	return nil
}

// match keeps the lines that hold what was typed, and the groups they are in. Ids
// are searched where they are shown.
func (h *help) match() {
	h.shown, h.first = h.shown[:0], 0
	want := strings.ToLower(h.filter.value)
	group := -1
	for i, line := range h.all {
		switch {
		case line.group != "":
			group = i
		case strings.Contains(strings.ToLower(h.heard(line)), want):
			if group >= 0 {
				h.shown = append(h.shown, h.all[group])
				group = -1
			}
			h.shown = append(h.shown, line)
		}
	}
}

// heard is what of a line can be searched for.
func (h *help) heard(line helpLine) string {
	if h.showsIDs() || line.blocked {
		return line.keys + " " + line.does + " " + line.id
	}
	return line.keys + " " + line.does
}

func (h *help) showsIDs() bool { return h.width >= helpIDsFrom }

// rows is how many lines of keys are in sight: one fewer when a last line says
// that there are more.
func (h *help) rows() int {
	rows := h.height - helpChrome
	if len(h.drawn(h.shown, h.width)) > rows {
		rows--
	}
	return max(1, rows)
}

func (h *help) scroll(by int) {
	h.first = max(0, min(h.first+by, len(h.drawn(h.shown, h.width))-h.rows()))
}

// DialogSize implements DialogSize.
func (h *help) DialogSize(width, height int) (int, int) {
	if width = min(helpIDsFrom, width); width < helpIDsFrom {
		width = min(helpWidth, width)
	}
	return width, min(height, len(h.drawn(h.all, width))+helpChrome)
}

// View implements View.
func (h *help) View() string {
	filter := h.filter.line(h.th, "› ", "type to filter · esc closes", h.width)
	lines := []string{FitStyled(filter, h.width), ""}
	all := h.drawn(h.shown, h.width)
	last := min(len(all), h.first+h.rows())
	lines = append(lines, all[h.first:last]...)
	switch {
	case len(all) == 0:
		lines = append(lines, h.th.Muted.Render("No key does that here."))
	case last < len(all):
		lines = append(lines, h.th.Faint.Render("  ↓ more"))
	}
	return strings.Join(lines, "\n")
}

func (h *help) drawn(lines []helpLine, width int) []string {
	var drawn []string
	for _, line := range lines {
		drawn = append(drawn, h.draw(line, width)...)
	}
	return drawn
}

func (h *help) draw(line helpLine, width int) []string {
	if line.group != "" {
		return []string{h.th.Title.Render(line.group)}
	}
	keys := Fit(line.keys, helpKeyWidth)
	room := max(1, width-helpIndent-helpKeyWidth)
	switch {
	case line.blocked:
		return h.drawBlocked(keys, Wrap(line.does+" · "+line.id, room))
	case width < helpIDsFrom:
		return []string{spaces(helpIndent) + h.th.Key.Render(keys) + Cut(line.does, room)}
	}
	does := Fit(line.does, room-helpIDWidth)
	return []string{spaces(helpIndent) + h.th.Key.Render(keys) + does + h.th.Faint.Render(Cut(line.id, helpIDWidth))}
}

// drawBlocked says in full why a key does nothing now.
func (h *help) drawBlocked(keys string, words []string) []string {
	for i, part := range words {
		words[i] = spaces(helpIndent) + h.th.Faint.Render(keys+part)
		keys = spaces(helpKeyWidth)
	}
	return words
}

func (h *help) dress(th *theme.Theme, keys keymap.Map) { h.th, h.keys = th, keys }
