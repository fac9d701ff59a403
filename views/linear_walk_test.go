package views_test

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/ui/uitest"
	"example.com/orgdeck/views"
)

// widestTold is how wide a line may be that is told: a link with its query is the
// longest thing that is said in one breath.
const widestTold = 500

// walker types the way to a screen, as far as it is asked for that, and then what
// answers on every screen.
type walker struct {
	t       *testing.T
	words   []string
	left    int    // words when the screen is about to open
	between func() // called then
	typed   bool   // the line before was text
	said    bytes.Buffer
}

// read implements ui.Lines.
func (w *walker) read(prompt string, _ bool) (string, error) {
	w.said.WriteString(prompt)
	line, ok := w.next(prompt != "> ", strings.Contains(prompt, "choice"))
	if !ok {
		return "", io.EOF
	}
	w.said.WriteString("\n")
	return line, nil
}

func (w *walker) next(typing, menu bool) (string, bool) {
	if len(w.words) == w.left {
		w.between()
	}
	if len(w.words) == 0 {
		return "", false
	}
	word := w.words[0]
	w.words = w.words[1:]
	_, isKey := uitest.Key(word)
	if name, ok := sectionNames[word]; ok && !typing {
		return w.numberOf(word, name), true
	}
	command := isKey || word == "where" || word == "help"
	after := w.typed
	w.typed = typing && !command
	switch {
	case word == "enter" && after && !typing:
		return w.next(typing, menu) // the line has entered it already
	case word == "enter" && menu:
		return "1", true
	case command && typing:
		return "." + word, true
	}
	return word, true
}

// sectionNames are the sections by their keys, which are numbers of other things here.
var sectionNames = map[string]string{"2": "members", "3": "discovery", "4": "roles", "5": "requests", "6": "sandbox"}

// numberOf is the number of a section in the list of all that can be done, which it asks
// for first.
func (w *walker) numberOf(word, name string) string {
	numbers := regexp.MustCompile(`(?m)^(\d+)\. `+name+`$`).FindAllStringSubmatch(w.said.String(), -1)
	if numbers == nil {
		w.words = append([]string{word}, w.words...)
		return "help"
	}
	return numbers[0][1]
}

// tell opens a screen in lines, and returns all that was told.
func (c *console) tell(s screen, between func(), masked bool) string {
	c.t.Helper()
	if s.open == "" {
		between()
	}
	var env *views.Env
	var options *ui.Options
	c.start(80, 24, func(e *views.Env, o *ui.Options) { env, options = e, o })
	opens := strings.Fields(s.open)
	w := &walker{t: c.t, words: append(strings.Fields(s.way), opens...), left: len(opens), between: between}
	if masked {
		w.words = append([]string{"ctrl+x"}, w.words...)
	}
	w.words = append(w.words, "where", "help")
	w.left = len(opens) + 2
	told := ui.NewLinear(ui.New(c.t.Context(), *options, views.Sections(env)...), ui.Lines{Out: &w.said, Read: w.read})
	d := uitest.New(c.t, told, 80, 24)
	for begun := time.Now(); !d.Quit() && time.Since(begun) < 10*time.Minute; {
		d.Wait(20 * time.Millisecond)
	}
	if !d.Quit() {
		c.t.Fatalf("%s: it never came to the end of its way:\n%s", s.name, w.said.String())
	}
	if said := w.said.String(); !strings.Contains(said, "You are at ") || !strings.Contains(said, "lists all") {
		c.t.Errorf("%s does not say where one is, or what can be done:\n%s", s.name, said)
	}
	return w.said.String()
}

// drawing is what only eyes are for: borders, blocks, Braille, arrows, bullets, and what
// is left of columns.
var drawing = regexp.MustCompile(`[\x{2190}-\x{21ff}\x{2500}-\x{25ff}\x{2800}-\x{28ff}•◐]|·|\.{4,}|-{4,}|={4,}|  +|, ,|, $|› `)

// onlyTold fails the test unless lines are words: nothing is drawn, nothing hangs over,
// nothing is too long to be heard.
func (c *console) onlyTold(name, said string) {
	c.t.Helper()
	for line := range strings.SplitSeq(strings.TrimSuffix(said, "\n"), "\n") {
		shown := strings.TrimSuffix(line, "> ")
		switch {
		case strings.ContainsFunc(line, unicode.IsControl):
			c.t.Errorf("%s: there is a control character in %q", name, line)
		case drawing.MatchString(line):
			c.t.Errorf("%s: something is drawn: %q", name, line)
		case strings.TrimRight(shown, " ") != shown:
			c.t.Errorf("%s: blanks are left at the end of %q", name, line)
		case ansi.StringWidth(line) > widestTold:
			c.t.Errorf("%s: a line is %d cells wide: %q", name, ansi.StringWidth(line), line)
		}
	}
}

func TestLinear_everyScreenIsToldInWords(t *testing.T) {
	if underRace {
		t.Skip("it starts the program for every screen, and on one goroutine alone")
	}
	inConsole(t, 80, 24, func(c *console) {
		c.furnish("likes lace")
		for _, s := range screens() {
			c.onlyTold(s.name, c.tell(s, nothingElse, false))
		}
	})
}

func TestLinear_everyEmptyScreenIsToldInWords(t *testing.T) {
	whenEmpty(t, func(c *console, s screen) { c.onlyTold(s.name+", empty", c.tell(s, nothingElse, false)) })
}

func TestLinear_everyScreenThatCannotReadSaysWhatToDo(t *testing.T) {
	if underRace {
		t.Skip("it starts the program for every screen, and on one goroutine alone")
	}
	inConsole(t, 80, 24, func(c *console) {
		for _, s := range screens() {
			if s.reads == "" {
				continue
			}
			said := c.tell(s, func() { c.faults.set(broken(s.reads)) }, false)
			c.faults.heal()
			c.onlyTold(s.name+", failed", said)
			if !strings.Contains(said, "\nError: Could not ") || !strings.Contains(said, " tries again.\n") {
				c.t.Errorf("%s: the failure is not told with what to do:\n%s", s.name, said)
			}
		}
	})
}

func TestLinear_noScreenTellsWhatIsMasked(t *testing.T) {
	if underRace {
		t.Skip("it starts the program for every screen, and on one goroutine alone")
	}
	inConsole(t, 80, 24, func(c *console) {
		for _, s := range screens() {
			said := c.tell(s, nothingElse, true)
			c.onlyTold(s.name+", masked", said)
			_, said, _ = strings.Cut(said, "are hidden.\n")
			for _, secret := range []string{"Acme Robotics", "Grace Hopper", "grace.hopper@", "Ada Lovelace", "ada.lovelace@"} {
				if strings.Contains(said, secret) {
					c.t.Errorf("%s, masked, tells %q:\n%s", s.name, secret, said)
				}
			}
		}
	})
}
