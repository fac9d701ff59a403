package ui

import (
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// busyTick is both the pace of the sign and how long a request may take before
// it is worth one.
const busyTick = 120 * time.Millisecond

const busySigns = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"

// busy counts the requests under way. It ticks only while there are any. A
// request may end before the shell hears of its start, so the count may for a
// moment be below zero.
type busy struct {
	count   int
	frame   int // 0 until the first tick: what is quick shows nothing
	ticking bool
}

type busyMsg struct{}

func (b *busy) started() tea.Cmd {
	b.count++
	if b.ticking || b.count <= 0 {
		return nil
	}
	b.ticking = true
	return tick()
}

func (b *busy) ended() {
	b.count--
	if b.count == 0 {
		b.frame = 0
	}
}

func (b *busy) tick() tea.Cmd {
	if b.count <= 0 {
		b.ticking, b.frame = false, 0
		return nil
	}
	b.frame++
	return tick()
}

func tick() tea.Cmd {
	return tea.Tick(busyTick, func(time.Time) tea.Msg { return busyMsg{} })
}

// sign draws the requests under way; "" when there is nothing to tell.
func (b *busy) sign() string {
	if b.frame == 0 {
		return ""
	}
	signs := []rune(busySigns)
	return string(signs[b.frame%len(signs)]) + " " + strconv.Itoa(b.count)
}
