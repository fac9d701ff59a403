package views

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

const (
	panelMin  = 32 // the narrowest that the words beside the QR code stand in
	panelMax  = 46
	panelGap  = 2
	airyLines = 16 // from here on the words have lines between them
	noteWidth = 64 // of the dialog while there is no code to draw
)

// DialogSize implements ui.DialogSize: it takes all there is, because only the
// server knows how large the code will be; the box is drawn around what is in
// it. What there is also decides whether the code needs the whole terminal.
func (v *enrolTOTP) DialogSize(width, height int) (int, int) {
	v.room = area{width, height}
	return width, height
}

// FullScreen implements ui.FullScreen: when the QR code was asked for alone, or
// when it fits beside the words only without the frame around them, or gets a
// proper margin only then.
func (v *enrolTOTP) FullScreen() bool {
	if !v.waiting() || v.qr == nil || v.env.Theme.Linear {
		return false
	}
	if v.alone || v.env.Mask.On() {
		return v.alone
	}
	screen := v.screen()
	framed := measure(v.qr.Draw(v.room.width-panelGap-panelMin, v.room.height)).width
	bare := measure(v.qr.Draw(screen.width-panelGap-panelMin, screen.height-2)).width
	least, _ := v.qr.Needs()
	return framed <= least && bare > framed
}

// screen is the size of the whole terminal: the frame takes four columns from a
// dialog, and at least four lines.
func (v *enrolTOTP) screen() area {
	return area{max(v.width, v.room.width+4), max(v.height, v.room.height+4)}
}

// View implements ui.View.
func (v *enrolTOTP) View() string {
	switch {
	case !v.waiting():
		return strings.Join(v.noticeLines(min(noteWidth, v.width)), "\n")
	case v.alone:
		return v.aloneView()
	case v.FullScreen():
		return v.screenView()
	}
	return strings.Join(v.beside(v.width, v.height), "\n")
}

// beside draws the QR code with the words beside it, or the words alone with
// what the code needs.
func (v *enrolTOTP) beside(width, height int) []string {
	drawn := ""
	if v.qr != nil {
		drawn = v.draw(width-panelGap-panelMin, height)
	}
	if drawn == "" {
		width = min(width, noteWidth)
		needs := v.needsLines(width)
		return firstLines(append(needs, v.panel(width, height-len(needs))...), height)
	}
	size := measure(drawn)
	panel := firstLines(v.panel(min(panelMax, width-size.width-panelGap), height), height)
	code := strings.Split(drawn, "\n")
	lines := make([]string, max(len(code), len(panel)))
	for i := range lines {
		left, right := strings.Repeat(" ", size.width), ""
		if i < len(code) {
			left = code[i]
		}
		if i < len(panel) {
			right = panel[i]
		}
		lines[i] = left + strings.Repeat(" ", panelGap) + right
	}
	return lines
}

// draw is the QR code for an area: as large as scans best where it has the
// whole terminal.
func (v *enrolTOTP) draw(width, height int) string {
	switch {
	case v.env.Mask.On(), v.env.Theme.Linear:
		return "" // whoever sees the code can scan it; whoever listens cannot
	case v.FullScreen():
		return v.qr.DrawLarge(width, height)
	}
	return v.qr.Draw(width, height)
}

// screenView draws everything without the frame, with a title and the keys.
func (v *enrolTOTP) screenView() string {
	th := v.env.Theme
	lines := []string{th.Title.Render(ui.Cut(" "+v.Title(), v.width))}
	lines = append(lines, firstLines(v.beside(v.width, v.height-2), v.height-2)...)
	for len(lines) < v.height-1 {
		lines = append(lines, "")
	}
	return strings.Join(append(lines, v.keyLine(v.width)), "\n")
}

// aloneView draws the QR code in the middle of the whole terminal.
func (v *enrolTOTP) aloneView() string {
	drawn := v.draw(v.width, v.height-1)
	withKeys := drawn != ""
	if !withKeys {
		drawn = v.draw(v.width, v.height)
	}
	if drawn == "" {
		lines := append(v.needsLines(v.width), "", v.keyLine(v.width))
		return strings.Join(firstLines(lines, v.height), "\n")
	}
	size := measure(drawn)
	margin := strings.Repeat(" ", (v.width-size.width)/2)
	lines := make([]string, (v.height-size.height)/2)
	lines = append(lines, strings.Split(margin+strings.ReplaceAll(drawn, "\n", "\n"+margin), "\n")...)
	if withKeys {
		for len(lines) < v.height-1 {
			lines = append(lines, "")
		}
		lines = append(lines, v.keyLine(v.width))
	}
	return strings.Join(lines, "\n")
}

// needsLines say why there is no QR code here, and what to do about it.
func (v *enrolTOTP) needsLines(width int) []string {
	th, screen := v.env.Theme, v.screen()
	if v.env.Mask.On() {
		return styled(th.Warning, ui.Wrap("! The QR code is hidden: "+v.env.Keys.Binding(keymap.Mask).Help().Key+" shows it, and all that is masked.", width))
	}
	if th.Linear {
		return []string{"A QR code cannot be read here. Show the secret (" + v.revealing().Key.Help().Key + "), or copy it, and type it into the app."}
	}
	if v.qr == nil {
		return styled(th.Warning, ui.Wrap("! The link is too long for a QR code. Use the secret, or copy the link.", width))
	}
	w, h := v.qr.Needs()
	text := fmt.Sprintf("! The QR code needs %dx%d cells", w, h)
	switch {
	case !v.qr.Fits(screen.width, screen.height):
		text += fmt.Sprintf("; this terminal has %dx%d. Enlarge it, or use the secret.", screen.width, screen.height)
	case !v.alone:
		text += ": " + v.env.Keys.Binding(keymap.EnrolFullScreen).Help().Key + " shows it full screen."
	}
	return styled(th.Warning, ui.Wrap(text, width))
}

// keyLine lists the keys where there is no footer.
func (v *enrolTOTP) keyLine(width int) string { return " " + keyLine(v.env, v.Actions(), width-1) }

func measure(drawn string) area {
	if drawn == "" {
		return area{}
	}
	first, _, _ := strings.Cut(drawn, "\n")
	return area{lipgloss.Width(first), strings.Count(drawn, "\n") + 1}
}

func firstLines(lines []string, n int) []string { return lines[:max(0, min(len(lines), n))] }

// inset wraps a sentence between the edges that titles keep to.
func inset(style lipgloss.Style, sentence string, width int) []string {
	lines := ui.Wrap(sentence, max(1, width-2))
	for i, line := range lines {
		lines[i] = " " + style.Render(line)
	}
	return lines
}

func styled(style lipgloss.Style, lines []string) []string {
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}
