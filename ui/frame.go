package ui

import (
	"fmt"
	"slices"
	"strings"
)

const (
	minWidth  = 60
	minHeight = 16
	roomy     = 30 // lines from which on the header gets a rule under it
)

// frame keeps what was drawn last, so that only what changed is drawn anew.
type frame struct {
	header headerCache
	footer footerCache
	body   fitter
	spots  []spot // where the sections stand in the header
	box    box    // where the top dialog stands
	out    []byte
	lines  []string
}

type box struct{ x, y, width, height int }

// tooSmall reports whether there is no room for the frame.
func (a *App) tooSmall() bool { return a.width < minWidth || a.height < minHeight }

// body returns the first line and the number of lines between header and
// footer.
func (a *App) body() (top, height int) {
	top = 1
	if a.height >= roomy {
		top++
	}
	if a.banner.Text != "" {
		top++
	}
	return top, max(0, a.height-top-1)
}

// View implements tea.Model. The frame has exactly as many lines as the
// terminal, none of them wider.
func (a *App) View() string {
	frame := a.draw()
	if a.options.Mask.On() {
		return a.options.Mask.frame(frame)
	}
	return frame
}

func (a *App) draw() string {
	switch {
	case a.width == 0 || a.height == 0:
		return ""
	case a.tooSmall():
		return a.needsRoom()
	}
	f := &a.frame
	f.out = f.out[:0]
	if view := a.top(); view.fullScreen() {
		f.lines = splitLines(f.lines[:0], view.View.View())
		a.writeBody(f.lines, a.height)
		return string(f.out)
	}
	_, height := a.body()
	f.out = append(append(f.out, a.header()...), '\n')
	if a.height >= roomy {
		f.out = append(append(f.out, f.header.rule...), '\n')
	}
	if a.banner.Text != "" {
		f.out = append(append(f.out, a.bannerLine()...), '\n')
	}
	f.lines = splitLines(f.lines[:0], a.screen().View.View())
	lines := f.lines
	for i := range a.dialogs {
		lines = a.drawDialog(lines, &a.dialogs[i], height)
	}
	a.writeBody(a.underToast(lines, height), height)
	f.out = append(append(f.out, '\n'), a.footer()...)
	return string(f.out)
}

// keysStay reports whether the footer keeps its keys while there is a toast: who has a
// dialog in front, or types, needs them to go on.
func (a *App) keysStay() bool { return len(a.dialogs) > 0 || a.top().Capturing() }

// underToast puts those lines of a toast over the body that the footer has no room
// for: all but the last, or all where the keys stay.
func (a *App) underToast(lines []string, height int) []string {
	toast := a.toastLines()
	if len(toast) > 0 && !a.keysStay() {
		toast = toast[:len(toast)-1]
	}
	if len(toast) == 0 {
		return lines
	}
	lines = slices.Clone(lines[:min(len(lines), height-len(toast))])
	for len(lines) < height-len(toast) {
		lines = append(lines, "")
	}
	return append(lines, toast...)
}

// writeBody appends exactly height lines, each exactly as wide as the terminal.
func (a *App) writeBody(lines []string, height int) {
	f := &a.frame
	f.body.reset(a.width, height)
	for y := range height {
		if y > 0 {
			f.out = append(f.out, '\n')
		}
		line := ""
		if y < len(lines) {
			line = lines[y]
		}
		f.out = append(f.out, withoutBlanks(f.body.fit(y, line))...)
	}
}

// withoutBlanks leaves out the blanks at the end of a line, if no style shows on
// them: the renderer clears the rest of a short line with three bytes.
func withoutBlanks(line string) string {
	text := strings.TrimRight(line, " ")
	last := strings.LastIndexByte(text, 0x1b)
	if last < 0 || strings.HasPrefix(text[last:], "\x1b[0m") || strings.HasPrefix(text[last:], "\x1b[m") {
		return text
	}
	return line
}

// needsRoom says in one line how much room is needed.
func (a *App) needsRoom() string {
	says := fmt.Sprintf("orgdeck needs %dx%d; this is %dx%d.", minWidth, minHeight, a.width, a.height)
	if Width(says) > a.width {
		says = fmt.Sprintf("%dx%d, please", minWidth, minHeight)
	}
	blank := "\n" + spaces(a.width)
	return Fit(says, a.width) + strings.Repeat(blank, a.height-1)
}

// drawDialog draws d in a box over lines, which become the faint base.
func (a *App) drawDialog(lines []string, d *layer, height int) []string {
	content := splitLines(nil, d.View.View())
	b := boxed(a.theme, Clean(d.Title()), content, a.width, height)
	at := box{width: Width(b[0]), height: len(b)}
	reserved := at.height
	if _, ok := d.View.(DialogSize); ok {
		reserved = max(reserved, d.height+dialogChromeY)
	}
	at.x, at.y = max(0, (a.width-at.width)/2), max(0, (height-reserved)/2)
	a.frame.box = at
	base := slices.Grow(slices.Clone(lines[:min(len(lines), height)]), height)
	for len(base) < height {
		base = append(base, "")
	}
	if a.options.Mask.On() { // the box cuts names anywhere, and half a name is not found
		a.options.Mask.lines(base)
	}
	return over(base, b, at.x, at.y, a.width, a.theme.Faint)
}

// splitLines appends the lines of s to dst without copying them.
func splitLines(dst []string, s string) []string {
	for {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			return append(dst, s)
		}
		dst = append(dst, s[:i])
		s = s[i+1:]
	}
}
