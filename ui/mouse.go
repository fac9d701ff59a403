package ui

import tea "github.com/charmbracelet/bubbletea"

// wheelLines is how far one notch of the wheel moves.
const wheelLines = 3

// point turns the wheel into the arrow keys and hands clicks to the view in
// focus, in its own coordinates.
func (a *App) point(msg tea.MouseMsg) tea.Cmd {
	switch msg.Button {
	case tea.MouseButtonWheelUp:
		return a.wheel(tea.KeyUp)
	case tea.MouseButtonWheelDown:
		return a.wheel(tea.KeyDown)
	}
	if msg.Action != tea.MouseActionPress {
		return nil
	}
	if i, ok := a.sectionAt(msg.X, msg.Y); ok {
		return a.show(i)
	}
	x, y, width, height := a.focusArea()
	msg.X, msg.Y = msg.X-x, msg.Y-y
	if msg.X < 0 || msg.Y < 0 || msg.X >= width || msg.Y >= height {
		return nil
	}
	return a.top().Update(msg)
}

func (a *App) wheel(key tea.KeyType) tea.Cmd {
	var cmds []tea.Cmd
	for range wheelLines {
		cmds = append(cmds, a.press(tea.KeyMsg{Type: key}))
		a.fresh = false
	}
	return tea.Batch(cmds...)
}

// sectionAt finds the section whose name is drawn at a place of the header.
func (a *App) sectionAt(x, y int) (int, bool) {
	if y != 0 || len(a.dialogs) > 0 || a.full {
		return 0, false
	}
	for i, s := range a.frame.spots {
		if x >= s.from && x < s.to {
			return i, true
		}
	}
	return 0, false
}

// focusArea is where the view in focus is drawn.
func (a *App) focusArea() (x, y, width, height int) {
	top, height := a.body()
	switch {
	case a.full:
		return 0, 0, a.width, a.height
	case len(a.dialogs) == 0:
		return 0, top, a.width, height
	}
	b := a.frame.box
	return b.x + dialogChromeX/2, top + b.y + 1, b.width - dialogChromeX, b.height - dialogChromeY
}

// toggleMouse gives the mouse back to the terminal, so that text can be
// selected with it, or takes it.
func (a *App) toggleMouse() tea.Cmd {
	a.mouse = !a.mouse
	if a.mouse {
		return tea.Batch(tea.EnableMouseCellMotion, a.toasts.add(Info, "Mouse on: wheel and click work here."))
	}
	return tea.Batch(tea.DisableMouse, a.toasts.add(Info, "Mouse off: text can be selected."))
}
