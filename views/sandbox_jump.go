package views

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/ui"
)

const day24 = 24 * time.Hour

// furthestJump keeps a typed span far from what a time.Duration can hold.
const furthestJump = 36_500 // days

// jumps are the steps that are offered, with what runs out meanwhile.
var jumps = []struct {
	by   time.Duration
	name string
	why  string
}{
	{time.Minute, "1 minute", "an authenticator code"},
	{5 * time.Minute, "5 minutes", "a session JWT, an impersonation token"},
	{10 * time.Minute, "10 minutes", "a mailed code, an intermediate session"},
	{time.Hour, "1 hour", "a link, a session, a TOTP registration, a lock"},
	{day24, "1 day", "a TOTP registration of the longest kind"},
	{7 * day24, "7 days", "an invite"},
	{30 * day24, "30 days", "a session of a month"},
	{365 * day24, "365 days", "a session of the longest kind"},
}

// jump asks how far to jump.
func (v *sandboxClock) jump() tea.Cmd {
	var items []ui.Item
	for _, j := range jumps {
		items = append(items, ui.Item{Name: j.name, Detail: "runs out: " + j.why, Run: func() tea.Cmd {
			return v.send(v.env.API.Sandbox.AdvanceClock(j.by))
		}})
	}
	items = append(items, ui.Item{Name: "Another span or moment…", Detail: "90m, 36h, 2d, -1h, 2026-12-24 18:00", Run: v.jumpForm})
	return ui.Open(ui.NewMenu("Jump ahead by", items...))
}

// jumpForm asks for a span or a moment.
func (v *sandboxClock) jumpForm() tea.Cmd {
	clock, _ := v.read.Value()
	typed := ""
	field := huh.NewInput().Key("advance_seconds").Title("Span or moment").Value(&typed).Placeholder("2d 6h").CharLimit(40).
		Validate(func(s string) error {
			_, err := parseJump(s, clock.Now)
			return err
		})
	return ui.Open(&ui.Form[api.SandboxClock]{
		Name: "Move the clock of the sandbox",
		Verb: "jump",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{{
				Field: field,
				Help:  "A span such as 90s, 45m, 36h, 2d or 1w, several of them together, with - in front to go back; or a moment in UTC such as 2026-12-24 18:00.",
			}}}}
		},
		Send: func() ui.Write[api.SandboxClock] {
			by, _ := parseJump(typed, clock.Now) // the field has refused what cannot be read
			return inWords(write(v.env.API.Sandbox.AdvanceClock(by)))
		},
		Done: func(clock api.SandboxClock) tea.Cmd {
			v.read.Set(clock)
			return tea.Batch(v.show(clock), ui.Toast(ui.Success, "In the sandbox it is now "+moment(&clock.Now)+"."))
		},
	})
}

// parseJump reads how far to jump from now: a span, or a moment in UTC.
func parseJump(text string, now time.Time) (time.Duration, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, errors.New("type a span such as 2d, or a moment such as 2026-12-24 18:00")
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly} {
		if at, err := time.Parse(layout, text); err == nil {
			return inReach(at.Sub(now).Truncate(time.Second))
		}
	}
	return parseSpan(text)
}

// parseSpan reads a sum such as "1w 2d 6h30m".
func parseSpan(text string) (time.Duration, error) {
	text, back := strings.CutPrefix(text, "-")
	text = strings.TrimPrefix(strings.ReplaceAll(text, " ", ""), "+")
	var sum time.Duration
	for rest := text; rest != ""; {
		digits := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
		if digits < 1 {
			return 0, fmt.Errorf("%q is no span: write 90s, 45m, 36h, 2d or 1w", text)
		}
		n, err := strconv.Atoi(rest[:digits])
		unit, known := map[byte]time.Duration{'s': time.Second, 'm': time.Minute, 'h': time.Hour, 'd': day24, 'w': 7 * day24}[rest[digits]]
		if err != nil || !known {
			return 0, fmt.Errorf("%q is no span: the units are s, m, h, d and w", text)
		}
		if n > furthestJump*int(day24/unit) {
			return 0, errTooFar
		}
		sum += time.Duration(n) * unit
		if _, err := inReach(sum); err != nil {
			return 0, err
		}
		rest = rest[digits+1:]
	}
	if back {
		sum = -sum
	}
	return inReach(sum)
}

var errTooFar = errors.New("the clock stays within 100 years of the real time")

func inReach(by time.Duration) (time.Duration, error) {
	switch {
	case by == 0:
		return 0, errors.New("that is no jump at all")
	case by > furthestJump*day24 || by < -furthestJump*day24:
		return 0, errTooFar
	}
	return by, nil
}

// long is a span in its two largest units: "2 days 6 h".
func long(d time.Duration) string {
	units := []struct {
		of   time.Duration
		name string
	}{{day24, "day"}, {time.Hour, "h"}, {time.Minute, "min"}, {time.Second, "s"}}
	var parts []string
	for _, u := range units {
		n := int(d / u.of)
		d -= time.Duration(n) * u.of
		switch {
		case n == 0:
			continue
		case u.name == "day":
			parts = append(parts, plural(n, u.name))
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n, u.name))
		}
	}
	return strings.Join(parts[:min(len(parts), 2)], " ")
}
