package ui

import (
	"slices"
	"strings"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

const hintGap = "  "

// hint is one key of the footer with what it does.
type hint struct{ key, does string }

// footerCache is a drawn footer with all it was drawn from.
type footerCache struct {
	width, version, toast, toasts int
	hints, next                   []hint
	line                          string
	drawn                         map[hint]string // hints by themselves, at this version of the theme
}

// draw renders a hint. Which hints there are changes with the row under the
// cursor, what one looks like does not.
func (f *footerCache) draw(th *theme.Theme, h hint) string {
	if f.drawn == nil {
		f.drawn = map[hint]string{}
	}
	text, ok := f.drawn[h]
	if !ok {
		text = th.Key.Render(h.key) + " " + th.KeyDesc.Render(Clean(h.does))
		f.drawn[h] = text
	}
	return text
}

// width is how many cells a hint takes.
func (h hint) width() int { return Width(h.key) + 1 + Width(h.does) }

// footer draws the keys that work now, or in their place the last line of the newest
// toast, unless the keys stay.
func (a *App) footer() string {
	f := &a.frame.footer
	f.next = a.hints(f.next[:0])
	toast, toasts := a.toasts.newest(), len(a.toasts.list)
	if a.keysStay() {
		toast, toasts = 0, 0
	}
	if f.line != "" && f.width == a.width && f.version == a.theme.Version &&
		f.toast == toast && f.toasts == toasts && slices.Equal(f.hints, f.next) {
		return f.line
	}
	if f.version != a.theme.Version {
		f.drawn = nil
	}
	f.width, f.version, f.toast, f.toasts = a.width, a.theme.Version, toast, toasts
	f.hints = append(f.hints[:0], f.next...)
	line := a.drawHints(f.hints)
	if toast != 0 {
		said := a.toastLines()
		line = said[len(said)-1]
	}
	f.line = closed(FitStyled(line, a.width))
	return f.line
}

func (a *App) toastLines() []string { return a.toasts.draw(a.theme, a.options.Mask, a.width) }

// hints lists the keys worth room in the footer, the most important first.
func (a *App) hints(dst []hint) []hint {
	named := helpKey
	if a.top().Capturing() {
		named = keyWhileTyping
	}
	for _, action := range a.actions() {
		if !a.worthAHint(action) {
			continue
		}
		k := named(action.Key)
		taken := slices.ContainsFunc(dst, func(h hint) bool { return h.key == k })
		if k != "" && !taken {
			dst = append(dst, hint{k, action.Key.Help().Desc})
		}
	}
	return dst
}

func (a *App) worthAHint(action Action) bool {
	switch action.ID {
	case keymap.Help, keymap.Mouse, keymap.Mask: // help has a place of its own; the others are about no screen in particular
		return false
	case keymap.Back:
		return a.canLeave() && !a.escTaken()
	}
	section := slices.ContainsFunc(a.sections, func(s section) bool { return s.ID == action.ID && s.ID != "" })
	return !section && !keymap.Motion(action.ID) && action.Key.Help().Desc != "" && a.refusal(action) == ""
}

// escTaken reports whether the view in focus has a use of its own for a key
// that would go back.
func (a *App) escTaken() bool {
	back := a.keys.Binding(keymap.Back).Keys()
	for _, action := range a.actions() {
		if action.ID == keymap.Back {
			return false
		}
		for _, k := range action.Key.Keys() {
			if slices.Contains(back, k) {
				return true
			}
		}
	}
	return false
}

// drawHints packs as many hints as there is room for, with help at the right.
func (a *App) drawHints(hints []hint) string {
	cache := &a.frame.footer
	help, helpWidth := "", 0
	if k := helpKey(a.keys.Binding(keymap.Help)); !a.top().Capturing() && k != "" {
		h := hint{k, "help"}
		help, helpWidth = cache.draw(a.theme, h)+" ", h.width()+1
	}
	var line strings.Builder
	line.Grow(8 * a.width)
	line.WriteByte(' ')
	used := 1
	for _, h := range hints {
		w := h.width() + len(hintGap)
		if used+w > a.width-helpWidth-1 {
			continue
		}
		line.WriteString(cache.draw(a.theme, h))
		line.WriteString(hintGap)
		used += w
	}
	line.WriteString(spaces(a.width - used - helpWidth))
	line.WriteString(help)
	return line.String()
}
