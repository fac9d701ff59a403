package ui

import (
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Banner is a line under the header, on every screen, for a state that must not
// be forgotten. The zero Banner is none.
type Banner struct {
	Text  string         // "acting as Ada Lovelace (Acme Robotics)"
	Hint  string         // how to leave it: "a to stop"
	Until time.Time      // it is over then; the banner says how long that is
	Over  func() tea.Cmd // runs at Until, once the banner is gone; may be nil
}

// ShowBanner puts b in the place of the banner that is shown; the zero Banner
// takes it away.
func ShowBanner(b Banner) tea.Cmd { return send(bannerMsg{b}) }

type bannerMsg struct{ banner Banner }

// bannerTickMsg comes once a minute while banner n is shown.
type bannerTickMsg struct{ n int }

// setBanner shows b, and has it counted down.
func (a *App) setBanner(b Banner) tea.Cmd {
	shown := a.banner.Text != ""
	a.banner = b
	a.banners++
	if shown != (b.Text != "") {
		a.layout()
	}
	return a.bannerTick()
}

// bannerTick comes back when what the banner says will have changed.
func (a *App) bannerTick() tea.Cmd {
	if a.banner.Text == "" || a.banner.Until.IsZero() {
		return nil
	}
	n, left := a.banners, time.Until(a.banner.Until)
	wait := left % time.Minute
	if wait <= 0 {
		wait = max(0, min(left, time.Minute))
	}
	return tea.Tick(wait, func(time.Time) tea.Msg { return bannerTickMsg{n} })
}

// countDown draws the banner anew, or ends it.
func (a *App) countDown(n int) tea.Cmd {
	if n != a.banners || a.banner.Text == "" {
		return nil // of a banner that is gone
	}
	if time.Until(a.banner.Until) > 0 {
		return a.bannerTick()
	}
	over := a.banner.Over
	cmd := a.setBanner(Banner{})
	if over == nil {
		return cmd
	}
	return tea.Batch(cmd, over())
}

// bannerLine is the banner as one line of exactly the terminal's width.
func (a *App) bannerLine() string {
	text := a.banner.Text
	tail := a.banner.Hint
	if !a.banner.Until.IsZero() {
		tail = minutesLeft(time.Until(a.banner.Until)) + " · " + tail
	}
	tail = Cut(tail, a.width/2)
	text = Cut(" ● "+text, max(0, a.width-Width(tail)-3))
	return a.theme.BadgeTest.Render(Fit(text+", "+tail, a.width))
}

// minutesLeft is a time in whole minutes, the one that has begun included.
func minutesLeft(d time.Duration) string {
	if d <= time.Minute {
		return "less than a minute left"
	}
	return fmt.Sprintf("%d min left", int((d+time.Minute-1)/time.Minute))
}
