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
	helpWidth    = 76
	helpKeyWidth = 14
	helpIDWidth  = 26
	helpChrome   = 2 // lines beside the keys: the filter and a space
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

// match keeps the lines that hold what was typed, and the groups they are in.
func (h *help) match() {
	h.shown, h.first = h.shown[:0], 0
	want := strings.ToLower(h.filter.value)
	group := -1
	for i, line := range h.all {
		switch {
		case line.group != "":
			group = i
		case strings.Contains(strings.ToLower(line.keys+" "+line.does+" "+line.id), want):
			if group >= 0 {
				h.shown = append(h.shown, h.all[group])
				group = -1
			}
			h.shown = append(h.shown, line)
		}
	}
}

func (h *help) rows() int { return max(1, h.height-helpChrome) }

func (h *help) scroll(by int) {
	h.first = max(0, min(h.first+by, len(h.shown)-h.rows()))
}

// DialogSize implements DialogSize.
func (h *help) DialogSize(width, height int) (int, int) {
	return min(helpWidth, width), min(height, len(h.all)+helpChrome)
}

// View implements View.
func (h *help) View() string {
	filter := h.filter.line(h.th, "› ", "type to filter · esc closes", h.width)
	lines := []string{FitStyled(filter, h.width), ""}
	for _, line := range h.shown[h.first:min(len(h.shown), h.first+h.rows())] {
		lines = append(lines, h.draw(line))
	}
	if len(h.shown) == 0 {
		lines = append(lines, h.th.Muted.Render("No key does that here."))
	}
	return strings.Join(lines, "\n")
}

func (h *help) draw(line helpLine) string {
	if line.group != "" {
		return h.th.Title.Render(line.group)
	}
	keys := Fit(line.keys, helpKeyWidth)
	room := max(0, h.width-helpKeyWidth-2)
	if line.blocked {
		return "  " + h.th.Faint.Render(keys+Cut(line.does+" · "+line.id, room))
	}
	id := max(0, min(helpIDWidth, room/2))
	return "  " + h.th.Key.Render(keys) + Fit(line.does, room-id) + h.th.Faint.Render(Fit(line.id, id))
}

func (h *help) dress(th *theme.Theme, keys keymap.Map) { h.th, h.keys = th, keys }
