package ui

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
)

// dryRunRows is how much room a dry run asks for; what is longer scrolls.
const dryRunRows = 18

// ConfirmWrite is a dialog that asks before it sends a write. No is the
// default; a write with DangerTypeName needs its word typed. The dry run shows
// the request without sending it. A write that fails stays to be tried again;
// one that somebody else came before shows both sides, and yes overwrites theirs.
type ConfirmWrite[T any] struct {
	Name  string // of the dialog: "Delete member"
	Body  string // what will follow from it, in sentences
	Verb  string // on the button that does it: "Delete"
	Write Write[T]
	Done  func(T) tea.Cmd // after the server has taken it; may be nil

	theme         *theme.Theme
	keys          keymap.Map
	ctx           context.Context
	sent          async.Remote[T]
	conflict      Conflict // what somebody else did meanwhile; nil for nothing
	word          field
	yes           bool // the button in focus
	preview       bool
	scroll        scroller
	width, height int
}

func (c *ConfirmWrite[T]) dress(th *theme.Theme, keys keymap.Map) { c.theme, c.keys = th, keys }

// Title implements View.
func (c *ConfirmWrite[T]) Title() string { return c.Name }

// SetSize implements View.
func (c *ConfirmWrite[T]) SetSize(width, height int) { c.width, c.height = width, height }

// DialogSize asks for as much room as the text needs.
func (c *ConfirmWrite[T]) DialogSize(width, height int) (int, int) {
	width = min(width, 76)
	request := min(dryRunRows, len(requestLines(c.theme, &c.Write, width)))
	return width, min(height, max(len(c.lines(width))+4, request+1))
}

// Init implements View.
func (c *ConfirmWrite[T]) Init(ctx context.Context) tea.Cmd {
	c.ctx = ctx
	return nil
}

// Capturing implements View.
func (c *ConfirmWrite[T]) Capturing() bool { return c.typing() && !c.preview }

func (c *ConfirmWrite[T]) typing() bool { return c.Write.Danger == DangerTypeName }

// Actions implements View.
func (c *ConfirmWrite[T]) Actions() []Action {
	if c.sent.Busy() {
		wait := Act(c.keys, keymap.ConfirmNo, nil)
		return []Action{wait.Because("The request is under way.")}
	}
	preview := Act(c.keys, keymap.ConfirmPreview, c.togglePreview)
	if c.preview {
		return append([]Action{preview, Act(c.keys, keymap.ReviewCancel, c.togglePreview)}, c.scrolling()...)
	}
	no := Act(c.keys, keymap.ConfirmNo, func() tea.Cmd { return Dismiss(c) })
	actions := []Action{no, preview}
	if !c.typing() {
		yes := Act(c.keys, keymap.ConfirmYes, c.send).Writing()
		if c.conflict != nil {
			yes.Key.SetHelp(yes.Key.Help().Key, strings.ToLower(c.verb()))
		}
		actions = append([]Action{yes}, actions...)
	}
	if c.overflows() {
		actions = append(actions, c.scrolling()...)
	}
	return actions
}

// overflows reports whether what is asked about is longer than its room.
func (c *ConfirmWrite[T]) overflows() bool { return len(c.lines(c.width)) > c.height-len(c.foot()) }

func (c *ConfirmWrite[T]) scrolling() []Action {
	return []Action{Act(c.keys, keymap.ReviewUp, c.scrollBy(-1)), Act(c.keys, keymap.ReviewDown, c.scrollBy(1))}
}

func (c *ConfirmWrite[T]) togglePreview() tea.Cmd {
	c.preview, c.scroll = !c.preview, scroller{}
	return nil
}

func (c *ConfirmWrite[T]) scrollBy(n int) func() tea.Cmd {
	return func() tea.Cmd {
		c.scroll.move(n)
		return nil
	}
}

func (c *ConfirmWrite[T]) send() tea.Cmd {
	if c.overwrites() {
		return c.sent.Send(c.ctx, c.Write.Overwrite)
	}
	return c.sent.Send(c.ctx, c.Write.Do)
}

// overwrites reports whether yes means to undo what somebody else did meanwhile.
func (c *ConfirmWrite[T]) overwrites() bool { return c.conflict != nil && c.Write.Overwrite != nil }

// failed keeps what somebody else did meanwhile, if that is what went wrong. It is
// asked about anew, and the views learn that what they show is of before.
func (c *ConfirmWrite[T]) failed(err error) tea.Cmd {
	conflict := conflictOf(err)
	if conflict == nil {
		return nil
	}
	c.conflict, c.yes, c.word, c.scroll = conflict, false, field{}, scroller{}
	return Announce(Outdated{})
}

// Update implements View.
func (c *ConfirmWrite[T]) Update(msg tea.Msg) tea.Cmd {
	if c.sent.Take(msg) {
		value, ok := c.sent.Value()
		if err := c.sent.Err(); err != nil || !ok {
			return c.failed(err)
		}
		if c.Done == nil {
			return Dismiss(c)
		}
		return tea.Sequence(Dismiss(c), c.Done(value))
	}
	key, ok := msg.(tea.KeyMsg)
	if !ok || c.sent.Busy() || c.preview {
		return nil
	}
	return c.press(key)
}

func (c *ConfirmWrite[T]) press(key tea.KeyMsg) tea.Cmd {
	switch {
	case key.Type == tea.KeyEnter && c.confirmed():
		return c.send()
	case key.Type == tea.KeyEnter && c.typing():
		return Toast(Info, "Type "+Clean(c.Write.Word)+" to go on.")
	case key.Type == tea.KeyEnter:
		return Dismiss(c)
	case c.typing():
		c.word.take(key)
		return nil
	}
	switch key.String() {
	case "left", "right", "tab", "shift+tab", "h", "l":
		c.yes = !c.yes
	}
	return nil
}

// confirmed reports whether enter sends the write.
func (c *ConfirmWrite[T]) confirmed() bool {
	if c.typing() {
		return c.word.value == c.Write.Word && c.Write.Word != ""
	}
	return c.yes
}

// View implements View.
func (c *ConfirmWrite[T]) View() string {
	if c.preview {
		lines := c.scroll.window(c.theme, requestLines(c.theme, &c.Write, c.width), max(1, c.height-1))
		return strings.Join(append([]string{c.theme.Muted.Render("Dry run: this would be sent.")}, lines...), "\n")
	}
	foot := c.foot()
	body := c.scroll.window(c.theme, c.lines(c.width), max(1, c.height-len(foot)))
	return strings.Join(append(body, foot...), "\n")
}

// lines says what would be done, or what somebody else did meanwhile.
func (c *ConfirmWrite[T]) lines(width int) []string {
	if c.conflict != nil {
		lines := append(labelled(c.theme.Warning, "", "! Somebody else changed this meanwhile. Nothing has been sent.", width), "")
		lines = append(lines, differenceLines(c.theme, c.conflict.Differences(), width, "theirs: ", "yours: ")...)
		return append(lines, "")
	}
	var lines []string
	for _, text := range []string{c.Write.Summary, c.Body, c.Write.Undo} {
		if text != "" {
			lines = append(append(lines, Wrap(text, width)...), "")
		}
	}
	if len(c.Write.Fields) > 0 {
		lines = append(append(lines, differenceLines(c.theme, c.Write.Fields, width, "", "")...), "")
	}
	return lines
}

// foot draws the question, which is always in view.
func (c *ConfirmWrite[T]) foot() []string {
	var lines []string
	if err := c.sent.Err(); err != nil && !c.sent.Busy() && conflictOf(err) == nil {
		lines = append(failureLines(c.theme, err, c.width), "")
	}
	switch {
	case c.sent.Busy():
		return append(lines, c.theme.Muted.Render("Sending…"))
	case c.typing() && c.theme.Linear:
		return append(lines, c.asks())
	case c.typing():
		ask := Wrap("Type "+c.Write.Word+" and press enter to "+strings.ToLower(c.verb())+".", c.width)
		lines = append(lines, ask...)
		return append(lines, c.word.line(c.theme, "› ", c.Write.Word, c.width))
	}
	if c.theme.Linear {
		return lines // its keys are listed after it
	}
	return append(lines, buttons(c.theme, c.yes, "No", c.verb()))
}

func (c *ConfirmWrite[T]) verb() string {
	switch {
	case c.overwrites():
		return "Overwrite theirs"
	case c.Verb == "":
		return "Send"
	}
	return c.Verb
}

// buttons draws two choices; the one in focus has brackets as well as a style.
func buttons(th *theme.Theme, second bool, texts ...string) string {
	var b strings.Builder
	for i, text := range texts {
		if i > 0 {
			b.WriteString("  ")
		}
		if (i == 1) == second {
			b.WriteString(th.Selected.Render("[ " + text + " ]"))
		} else {
			b.WriteString(th.Muted.Render("  " + text + "  "))
		}
	}
	return b.String()
}
