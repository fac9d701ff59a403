package ui

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"
)

// layer is a live view with its size and the end of its lifetime.
type layer struct {
	View
	cancel        context.CancelFunc
	width, height int
}

func (l *layer) resize(width, height int) {
	if l.width != width || l.height != height {
		l.width, l.height = width, height
		l.SetSize(width, height)
	}
}

func (l *layer) fullScreen() bool {
	f, ok := l.View.(FullScreen)
	return ok && f.FullScreen()
}

// unsaved says what closing v would lose; "" for nothing.
func unsaved(v View) string {
	if u, ok := v.(Unsaved); ok {
		return u.Unsaved()
	}
	return ""
}

// firstLoss says what closing the first of views that would lose something would
// lose.
func firstLoss(views []layer) string {
	for _, l := range views {
		if loss := unsaved(l.View); loss != "" {
			return loss
		}
	}
	return ""
}

// begin puts v on top of stack and starts it.
func (a *App) begin(stack *[]layer, v View) tea.Cmd {
	ctx, cancel := context.WithCancel(a.ctx)
	Dress(v, a.theme, a.keys)
	if stack == &a.dialogs {
		a.toasts.forgetInfo() // who goes on has read why something else did not work
	}
	*stack = append(*stack, layer{View: v, cancel: cancel, width: -1})
	a.layout()
	return v.Init(ctx)
}

// closeFrom ends every layer from i upwards, with the requests it still has
// under way.
func closeFrom(stack []layer, i int) []layer {
	for _, l := range stack[i:] {
		l.cancel()
	}
	return slices.Delete(stack, i, len(stack))
}

// closeTop closes the top dialog, or the top view unless it is the section's
// first.
func (a *App) closeTop() {
	if n := len(a.dialogs); n > 0 {
		a.dialogs = closeFrom(a.dialogs, n-1)
		return
	}
	s := &a.sections[a.current]
	if n := len(s.views); n > 1 {
		s.views = closeFrom(s.views, n-1)
	}
}

// leaveTop is closeTop for a user who may have forgotten what would be lost.
func (a *App) leaveTop() tea.Cmd {
	if !a.canLeave() {
		return nil
	}
	top := a.top()
	return a.unlessUnsaved([]layer{*top}, func() tea.Cmd {
		a.dismiss(top.View)
		return nil
	})
}

// canLeave reports whether there is something under the top view.
func (a *App) canLeave() bool {
	return len(a.dialogs) > 0 || len(a.sections[a.current].views) > 1
}

// dismiss closes v and what was opened over it. The first view of a section
// stays.
func (a *App) dismiss(v View) {
	if i := indexOf(a.dialogs, v); i >= 0 {
		a.dialogs = closeFrom(a.dialogs, i)
		return
	}
	for i := range a.sections {
		s := &a.sections[i]
		if at := indexOf(s.views, v); at > 0 {
			s.views = closeFrom(s.views, at)
		}
	}
}

// holder is a View made of others.
type holder interface{ holds(v View) bool }

func indexOf(stack []layer, v View) int {
	return slices.IndexFunc(stack, func(l layer) bool {
		if l.View == v {
			return true
		}
		h, ok := l.View.(holder)
		return ok && h.holds(v)
	})
}

// unlessUnsaved runs then, after asking when one of the views holds what would be
// lost.
func (a *App) unlessUnsaved(views []layer, then func() tea.Cmd) tea.Cmd {
	loss := firstLoss(views)
	if loss == "" {
		return then()
	}
	return a.begin(&a.dialogs, &Confirm{Name: "Leave all the same?", Body: loss, Verb: "Leave", Run: then})
}

// top is the view in focus: the top dialog, else the top view.
func (a *App) top() *layer {
	if n := len(a.dialogs); n > 0 {
		return &a.dialogs[n-1]
	}
	return a.screen()
}

// screen is the top view of the section in front.
func (a *App) screen() *layer {
	views := a.sections[a.current].views
	return &views[len(views)-1]
}

// live lists every view that has not been closed.
func (a *App) live() []layer {
	all := slices.Clone(a.dialogs)
	for _, s := range a.sections {
		all = append(all, s.views...)
	}
	return all
}

// layout gives every view its area.
func (a *App) layout() {
	_, height := a.body()
	for i := range a.sections {
		for j := range a.sections[i].views {
			a.place(&a.sections[i].views[j], a.width, height)
		}
	}
	maxWidth, maxHeight := max(0, a.width-dialogChromeX), max(0, height-dialogChromeY)
	for i := range a.dialogs {
		d := &a.dialogs[i]
		width, height := min(dialogWidth, maxWidth), maxHeight
		if s, ok := d.View.(DialogSize); ok {
			w, h := s.DialogSize(maxWidth, maxHeight)
			width, height = clamp(w, maxWidth), clamp(h, maxHeight)
		}
		if a.theme.Linear {
			width = linearWidth
		}
		a.place(d, width, height)
	}
	a.full = a.fullScreen()
}

// fullScreen reports whether the view in focus has the whole terminal.
func (a *App) fullScreen() bool {
	started := len(a.sections[a.current].views) > 0
	return started && a.top().fullScreen()
}

func (a *App) place(l *layer, width, height int) {
	if l.fullScreen() {
		width, height = a.width, a.height
	}
	l.resize(width, height)
}

func clamp(n, most int) int { return max(0, min(n, most)) }
