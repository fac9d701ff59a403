package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"example.com/orgdeck/theme"
)

const (
	emptyCell = "·"
	eighths   = 8
)

// Bar draws how much part is of whole, width cells long and exact to an eighth
// of a cell. Anything that is not nothing shows at least a sliver, and nothing
// short of everything is full; say the numbers beside it.
func Bar(width, part, whole int) string {
	width = max(0, width)
	filled := 0
	if whole > 0 {
		part = max(0, min(part, whole))
		filled = int(int64(width) * eighths * int64(part) / int64(whole))
		if part > 0 && width > 0 {
			filled = max(1, filled)
		}
	}
	bar := strings.Repeat("█", filled/eighths)
	used := filled / eighths
	if rest := filled % eighths; rest > 0 {
		bar += string(rune('█' + eighths - rest)) // the blocks follow each other, the widest first
		used++
	}
	return bar + strings.Repeat(emptyCell, width-used)
}

// Progress tells how far a long operation is, and how long it may still take.
// It has no timer: it moves when it is told.
type Progress struct {
	Total  int // 0 when it is not known
	Done   int
	Failed int // of those done

	Started, Now time.Time // Now as of the last step
}

// View draws the bar, the count and the estimate on one line.
func (p Progress) View(th *theme.Theme, width int) string {
	text := " " + p.count()
	if p.Failed > 0 {
		text += ", " + grouped(p.Failed) + " failed"
	}
	if left, known := p.left(); known {
		text += "  " + left
	}
	room := max(0, min(40, width-Width(text)))
	if room < 5 || p.Total <= 0 || th.Linear {
		return Cut(strings.TrimSpace(text), width)
	}
	return th.Accent.Render(Bar(room, p.Done, p.Total)) + text
}

func (p Progress) count() string {
	if p.Total <= 0 {
		return grouped(p.Done)
	}
	return grouped(p.Done) + "/" + grouped(p.Total)
}

// left is what remains at the speed so far; not known before there is one.
func (p Progress) left() (string, bool) {
	spent := p.Now.Sub(p.Started)
	if p.Total <= 0 || p.Done <= 0 || p.Done >= p.Total || spent < time.Second {
		return "", false
	}
	remaining := time.Duration(float64(spent) / float64(p.Done) * float64(p.Total-p.Done))
	switch {
	case remaining < time.Second:
		return "almost done", true
	case remaining < time.Minute:
		return fmt.Sprintf("about %d s left", int(remaining.Seconds()+0.5)), true
	case remaining < time.Hour:
		return fmt.Sprintf("about %d min left", int(remaining.Minutes()+0.5)), true
	}
	return fmt.Sprintf("about %d h left", int(remaining.Hours()+0.5)), true
}

// grouped writes a number with its thousands apart: 4,800.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
