package ui

import (
	"slices"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

// press runs a key. Text goes to a view that takes text; everything else is
// looked up in the actions of the view in focus, then in the shell's own, and
// what nobody knows goes to the view.
func (a *App) press(msg tea.KeyMsg) tea.Cmd {
	if msg.Type == tea.KeyCtrlC {
		return a.interrupt()
	}
	view := a.top()
	if view.Capturing() && typed(msg) {
		return view.Update(msg)
	}
	if action, ok := find(a.actions(), msg.String()); ok {
		return a.perform(action)
	}
	return view.Update(msg)
}

// typed reports whether msg is text rather than a command.
func typed(msg tea.KeyMsg) bool {
	return !msg.Alt && (msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace)
}

// find returns the first action that a key runs.
func find(actions []Action, pressed string) (Action, bool) {
	for i := range actions {
		if k := actions[i].Key; k.Enabled() && slices.Contains(k.Keys(), pressed) {
			return actions[i], true
		}
	}
	return Action{}, false
}

// perform runs an action, or says why it cannot run.
func (a *App) perform(action Action) tea.Cmd {
	if reason := a.refusal(action); reason != "" {
		return a.toasts.add(Info, reason)
	}
	if action.Run == nil {
		return nil
	}
	return action.Run()
}

// refusal says why an action cannot run now; "" when it can.
func (a *App) refusal(action Action) string {
	if action.Writes && a.options.ReadOnly != "" {
		return a.options.ReadOnly
	}
	return action.Blocked
}

// actions lists what the keys do now: those of the view in focus, then those
// of the shell. They are asked for once after each Update.
func (a *App) actions() []Action {
	if a.fresh {
		return a.now
	}
	a.fresh = true
	view := a.top()
	a.now = append(a.now[:0], view.Actions()...)
	switch {
	case len(a.dialogs) > 0:
		a.addWorking(a.inDialogs, view.Capturing())
		return a.now
	case a.options.Actions != nil:
		a.now = append(a.now, a.options.Actions()...)
	}
	a.addWorking(a.everywhere, view.Capturing())
	return a.now
}

// addWorking adds those of actions that work now; typing says that the view
// takes text.
func (a *App) addWorking(actions []Action, typing bool) {
	for _, action := range actions {
		if !typing || worksWhileTyping(action) {
			a.now = append(a.now, action)
		}
	}
}

// worksWhileTyping reports whether one of the shell's actions may run over a
// view that takes text: it must not be a key that edits the text or ends it.
func worksWhileTyping(action Action) bool {
	switch action.ID {
	case keymap.Palette, keymap.Mouse, keymap.Mask:
		return true
	}
	return false
}

// always are the shell's actions that work over dialogs as well.
func (a *App) always() []Action {
	actions := []Action{
		Act(a.keys, keymap.Back, a.leaveTop),
		Act(a.keys, keymap.Help, a.openHelp),
		Act(a.keys, keymap.Mouse, a.toggleMouse),
	}
	if a.options.Mask != nil {
		actions = append(actions, Act(a.keys, keymap.Mask, a.toggleMask))
	}
	return actions
}

func (a *App) outsideDialogs() []Action {
	return []Action{
		Act(a.keys, keymap.Palette, a.openPalette),
		Act(a.keys, keymap.Quit, a.quit),
	}
}

// interrupt quits for ctrl+c. A second one does not ask again.
func (a *App) interrupt() tea.Cmd {
	if n := len(a.dialogs); n > 0 {
		if q, ok := a.dialogs[n-1].View.(*Confirm); ok && q.quits {
			return tea.Quit
		}
	}
	return a.quit()
}

// quit ends the program, after asking when something would be lost.
func (a *App) quit() tea.Cmd {
	loss := firstLoss(a.live())
	if loss == "" {
		return tea.Quit
	}
	return a.begin(&a.dialogs, &Confirm{
		Name:  "Quit all the same?",
		Body:  loss,
		Verb:  "Quit",
		Run:   func() tea.Cmd { return tea.Quit },
		quits: true,
	})
}

// helpKey is the first key of a binding, as help names it; "" when it has none.
func helpKey(b key.Binding) string {
	return firstKey(b, func(string) bool { return true })
}

// keyWhileTyping is the first key of a binding that is not text.
func keyWhileTyping(b key.Binding) string {
	return firstKey(b, func(k string) bool { return utf8.RuneCountInString(k) > 1 })
}

func firstKey(b key.Binding, fits func(string) bool) string {
	if i := slices.IndexFunc(b.Keys(), fits); i >= 0 && b.Enabled() {
		return keymap.Name(b.Keys()[i])
	}
	return ""
}
