package uitest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui/uitest"
)

// recorder shows what it was told, one message a line.
type recorder struct {
	told []string
	next func(tea.Msg) tea.Cmd
	init tea.Cmd
}

func (r *recorder) Init() tea.Cmd { return r.init }
func (r *recorder) View() string  { return "\x1b[1m" + strings.Join(r.told, "\n") + "\x1b[0m" }
func (r *recorder) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	r.told = append(r.told, fmt.Sprint(msg))
	if r.next != nil {
		return r, r.next(msg)
	}
	return r, nil
}

func TestDriver_pressesKeysByName(t *testing.T) {
	for _, name := range []string{
		"a", "漢", "?", "enter", "esc", "tab", "shift+tab", "up", "down", "left", "right", "home", "end",
		"pgup", "pgdown", "backspace", "delete", "ctrl+a", "ctrl+x", "ctrl+@", "f1", "f12", "alt+b", "alt+enter", " ",
		"ctrl+up", "shift+left", "ctrl+home",
	} {
		if msg, ok := uitest.Key(name); !ok || msg.String() != name {
			t.Errorf("%q gives %q, %v", name, msg, ok)
		}
	}
	if msg, _ := uitest.Key("space"); msg.String() != " " {
		t.Errorf("space gives %q", msg)
	}
	for _, name := range []string{"", "ctrl+ö", "banana"} {
		if msg, ok := uitest.Key(name); ok {
			t.Errorf("%q gives %q", name, msg)
		}
	}
}

func TestDriver_playsTheRuntime(t *testing.T) {
	say := func(s string) tea.Cmd { return func() tea.Msg { return s } }
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{init: say("first")}
		d := uitest.New(t, r, 80, 24)
		d.Type("ab")
		d.Paste("cd")
		d.Run(tea.Batch(say("batch"), nil))
		d.Run(tea.Sequence(say("one"), say("two"), nil, say("three")))
		d.Run(tea.Tick(time.Minute, func(time.Time) tea.Msg { return "tick" }))
		d.Wait(59 * time.Second)
		if strings.Contains(d.Screen(), "tick") {
			t.Error("a minute passed too soon")
		}
		d.Wait(2 * time.Second)
		want := "{80 24}\nfirst\na\nb\n[cd]\nbatch\none\ntwo\nthree\ntick"
		if d.Screen() != want {
			t.Errorf("told:\n%s\nwant:\n%s", d.Screen(), want)
		}
		if d.Frame() != "\x1b[1m"+want+"\x1b[0m" {
			t.Errorf("%q", d.Frame())
		}
		d.Run(tea.Quit)
		if !d.Quit() {
			t.Error("it did not end")
		}
	})
}

func TestDriver_golden(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		uitest.New(t, &recorder{}, 80, 24).Golden(t, "recorder")
	})
}
