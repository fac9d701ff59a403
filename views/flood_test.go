package views_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

const (
	floods       = 20   // sandboxes that are flooded, each on its own
	keysOfAFlood = 1000 // so that there are 20,000 in all
	perResize    = 40   // keys, so that there are 500 resizes in all
	floodSeed    = 20261120
)

// flood is somebody who presses whatever key there is.
type flood struct {
	*console
	random        *rand.Rand
	keys          []string
	width, height int
}

// everyKey are the keys that do something somewhere, and some that are typed.
func everyKey() []string {
	keys := strings.Split("abcdefghijklmnopqrstuvwxyz0123456789@.-_ é漢🦄", "")
	keymaps := keymap.Default()
	for _, id := range keymap.IDs() {
		keys = append(keys, keymaps.Binding(id).Keys()...)
	}
	for range 8 { // what leads on is pressed more often than the rest
		keys = append(keys, "enter", "tab", "down", "esc")
	}
	return append(keys, "ctrl+c", "backspace", "ctrl+w", "delete", "alt+x", "f1")
}

func TestConsole_survivesWhoeverPressesAnything(t *testing.T) {
	t.Chdir(t.TempDir()) // where exports go
	n := floods
	if underRace {
		n = 1
	}
	for i := range n {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			inConsole(t, 80, 24, func(c *console) {
				f := &flood{console: c, random: rand.New(rand.NewPCG(floodSeed, uint64(i))), keys: everyKey()}
				f.restart(80, 24)
				f.pressAnything()
				f.isSilent()
			})
		})
	}
}

// restart starts the program, which opens no editor.
func (f *flood) restart(width, height int) {
	f.width, f.height = width, height
	f.start(width, height, func(env *views.Env, _ *ui.Options) { env.Editor = nil })
}

func (f *flood) pressAnything() {
	for n := range keysOfAFlood {
		if n%perResize == 0 {
			f.width, f.height = 1+f.random.IntN(200), 1+f.random.IntN(60)
			if f.random.IntN(4) > 0 { // most are large enough to show something
				f.width, f.height = max(f.width, 60), max(f.height, 16)
			}
			f.Resize(f.width, f.height)
			f.Wait(300 * time.Millisecond)
			f.clean(fmt.Sprintf("resize %d", n), f.width, f.height)
		}
		key := f.keys[f.random.IntN(len(f.keys))]
		if strings.Contains("/~.", key) && strings.Contains(f.Screen(), "File") {
			continue // the file that is written must be one of this directory
		}
		f.Press(key)
		if f.Quit() {
			f.restart(f.width, f.height)
		}
		f.clean(fmt.Sprintf("key %d, %q,", n, key), f.width, f.height)
	}
}

// isSilent sees that nothing is asked of the server when nobody does anything.
func (f *flood) isSilent() {
	f.t.Helper()
	time.Sleep(10 * time.Minute)
	f.Wait(second)
	before := f.faults.requests()
	f.Wait(minute)
	if n := f.faults.requests() - before; n > 0 {
		f.t.Errorf("%d requests were sent while nobody did anything, on:\n%s", n, f.Screen())
	}
}
