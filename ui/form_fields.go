package ui

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textarea"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
)

// group is a FormGroup with the state of its fields.
type group struct {
	FormGroup
	fields []*formField
}

// formField is a FormField with what the form knows of it.
type formField struct {
	FormField
	group    int
	initial  string // its value when the form was opened
	touched  bool   // typed into, or found wrong when saving: errors are shown
	refused  error  // by the server, for the value it had then
	drawn    []string
	drawnFor string // the value and error it was drawn with; "" when it must be drawn anew
}

func (f *formField) value() string { return fmt.Sprintf("%#v", f.GetValue()) }

func (f *formField) changed() bool { return f.value() != f.initial }

// problem is what is wrong with the field, as far as the user should see it.
func (f *formField) problem() error {
	if f.refused != nil {
		return f.refused
	}
	if f.touched {
		return f.Error()
	}
	return nil
}

// check validates the field, in focus or not; huh validates when focus leaves.
func (f *formField) check(focused bool) {
	f.Blur()
	if focused {
		f.Focus()
	}
}

// showFirstOption scrolls a select back to its first option, with the same one
// chosen: huh v1.0.0 begins with the chosen one at the top and empty lines at the
// end, and only keys scroll.
func (f *formField) showFirstOption() {
	if !takesArrows(f) || takesEnter(f) || lipgloss.Height(f.View()) <= 2 {
		return
	}
	chosen := f.value()
	f.Update(tea.KeyMsg{Type: tea.KeyHome})
	first := f.value()
	for f.value() != chosen {
		f.Update(tea.KeyMsg{Type: tea.KeyDown})
		if f.value() == first { // all round: it was none of them
			return
		}
	}
}

// Reset builds the fields anew over the values as they are now; they count as
// saved from then on.
func (f *Form[T]) Reset() tea.Cmd {
	focus := f.focus
	cmd := f.build()
	if focus < len(f.fields()) {
		return tea.Batch(cmd, f.focusOn(focus))
	}
	return cmd
}

func (f *Form[T]) build() tea.Cmd {
	f.groups, f.focus, f.stage, f.failed = nil, 0, editing, nil
	f.refreshLook()
	var cmds []tea.Cmd
	for i, g := range f.Groups() {
		built := group{FormGroup: g}
		for _, field := range g.Fields {
			if asks, ok := field.Field.(*huh.Confirm); ok {
				asks.WithButtonAlignment(lipgloss.Left)
			}
			field.WithTheme(f.look).WithKeyMap(fieldKeys())
			cmds = append(cmds, field.Init())
			built.fields = append(built.fields, &formField{FormField: field, group: i})
		}
		f.groups = append(f.groups, built)
	}
	for _, field := range f.fields() {
		field.initial = field.value()
	}
	f.resizeFields()
	for _, g := range f.groups {
		for _, field := range g.fields {
			field.showFirstOption()
		}
	}
	if first := f.focused(); first != nil && first.Skip() {
		f.move(1)
	}
	if first := f.focused(); first != nil {
		cmds = append(cmds, first.Focus())
	}
	return tea.Batch(cmds...)
}

// fieldKeys are huh's keys without those that the form handles itself.
func fieldKeys() *huh.KeyMap {
	keys := huh.NewDefaultKeyMap()
	none := key.NewBinding()
	keys.Quit = none
	keys.Input.Next, keys.Input.Prev, keys.Input.Submit = none, none, none
	keys.Text.Next, keys.Text.Prev, keys.Text.Submit = none, none, none
	keys.Text.NewLine = key.NewBinding(key.WithKeys("enter", "alt+enter", "ctrl+j"), key.WithHelp("enter", "new line"))
	keys.Select.Next, keys.Select.Prev, keys.Select.Submit = none, none, none
	keys.Select.HalfPageDown, keys.Select.HalfPageUp = none, none
	keys.Select.Filter, keys.Select.SetFilter, keys.Select.ClearFilter = none, none, none // shows another option than it holds afterwards
	keys.MultiSelect.Next, keys.MultiSelect.Prev, keys.MultiSelect.Submit = none, none, none
	keys.MultiSelect.HalfPageDown, keys.MultiSelect.HalfPageUp = none, none
	keys.MultiSelect.Filter, keys.MultiSelect.SetFilter, keys.MultiSelect.ClearFilter = none, none, none // can panic without a match
	keys.Note.Next, keys.Note.Prev, keys.Note.Submit = none, none, none
	keys.Confirm.Next, keys.Confirm.Prev, keys.Confirm.Submit = none, none, none
	keys.Confirm.Toggle = key.NewBinding(key.WithKeys("h", "l", "right", "left", " "), key.WithHelp("←/→", "toggle"))
	return keys
}

// fields lists the fields that are not hidden, in order.
func (f *Form[T]) fields() []*formField {
	var all []*formField
	for _, g := range f.groups {
		if g.Hidden != nil && g.Hidden() {
			continue
		}
		for _, field := range g.fields {
			if field.Hidden == nil || !field.Hidden() {
				all = append(all, field)
			}
		}
	}
	return all
}

// focused is the field in focus; nil in a form without fields.
func (f *Form[T]) focused() *formField {
	fields := f.fields()
	if len(fields) == 0 {
		return nil
	}
	return fields[max(0, min(f.focus, len(fields)-1))]
}

// move puts the focus n fields on, over those that take no focus; it stays
// where it is at the ends.
func (f *Form[T]) move(n int) tea.Cmd {
	fields := f.fields()
	to := f.focus + n
	for to >= 0 && to < len(fields) && fields[to].Skip() {
		to += n
	}
	if to < 0 || to >= len(fields) {
		return nil
	}
	return f.focusOn(to)
}

func (f *Form[T]) focusOn(i int) tea.Cmd {
	old := f.focused()
	old.Blur()
	old.touched = old.touched || old.changed()
	old.drawnFor = ""
	f.focus = i
	now := f.focused()
	now.drawnFor = ""
	return now.Focus()
}

func (f *Form[T]) next() tea.Cmd     { return f.move(1) }
func (f *Form[T]) previous() tea.Cmd { return f.move(-1) }

// section goes to the first field of the next section, or of this one and then
// the one before.
func (f *Form[T]) section(n int) tea.Cmd {
	fields := f.fields()
	starts := []int{}
	for i, field := range fields {
		if !field.Skip() && (len(starts) == 0 || field.group != fields[starts[len(starts)-1]].group) {
			starts = append(starts, i)
		}
	}
	if n < 0 {
		slices.Reverse(starts)
	}
	for _, i := range starts {
		if (i-f.focus)*n > 0 {
			return f.focusOn(i)
		}
	}
	return nil
}

// press gives a key to the field in focus, unless it moves between fields.
func (f *Form[T]) press(msg tea.KeyMsg) tea.Cmd {
	field := f.focused()
	if field == nil || breaksInput(field, msg) {
		return nil
	}
	switch {
	case msg.Type == tea.KeyEnter && !takesEnter(field):
		return f.enter()
	case msg.Type == tea.KeyUp && !takesArrows(field):
		return f.previous()
	case msg.Type == tea.KeyDown && !takesArrows(field):
		return f.next()
	case msg.Type == tea.KeyPgUp && !takesEnter(field):
		return f.section(-1)
	case msg.Type == tea.KeyPgDown && !takesEnter(field):
		return f.section(1)
	}
	return f.edited(field, msg)
}

// breaksInput reports whether a key must not reach the field because of what
// bubbles v1.0.0 does with it: "delete the next word" at the last character of a
// line is an index out of range, and "one word back" in a text that begins with
// blanks never ends.
func breaksInput(field *formField, msg tea.KeyMsg) bool {
	switch field.Field.(type) {
	case *huh.Input:
		return key.Matches(msg, textinput.DefaultKeyMap.DeleteWordForward)
	case *huh.Text:
		return key.Matches(msg, textarea.DefaultKeyMap.WordBackward)
	}
	return false
}

// edited types into the field in focus, and checks whatever has been touched:
// a value may make another field wrong, or right.
func (f *Form[T]) edited(field *formField, msg tea.KeyMsg) tea.Cmd {
	before := field.value()
	model, cmd := field.Update(msg)
	if updated, ok := model.(huh.Field); ok {
		field.Field = updated
	}
	field.drawnFor = ""
	if field.value() != before {
		field.touched, field.refused = true, nil
	}
	f.checkTouched()
	f.keepFocus(field)
	return cmd
}

// keepFocus finds the field in focus again after others were hidden or shown.
func (f *Form[T]) keepFocus(field *formField) {
	for i, other := range f.fields() {
		if other == field {
			f.focus = i
		}
	}
}

func (f *Form[T]) checkTouched() {
	focused := f.focused()
	for _, field := range f.fields() {
		if field.touched {
			field.check(field == focused)
		}
	}
}

// enter goes to the next field, and saves on the last.
func (f *Form[T]) enter() tea.Cmd {
	before := f.focus
	cmd := f.next()
	if f.focus == before {
		return f.save()
	}
	return cmd
}

// tellFields hands on what is not a key. The blinking of cursors is left out:
// an idle program writes nothing.
func (f *Form[T]) tellFields(msg tea.Msg) tea.Cmd {
	if _, blink := msg.(cursor.BlinkMsg); blink {
		return nil
	}
	var cmds []tea.Cmd
	for _, field := range f.fields() {
		model, cmd := field.Update(msg)
		if updated, ok := model.(huh.Field); ok {
			field.Field = updated
		}
		cmds = append(cmds, cmd)
	}
	if field := f.focused(); field != nil {
		field.drawnFor = "" // it may look otherwise now, such as with something to complete
	}
	return tea.Batch(cmds...)
}

// invalid checks every field and returns the first that is wrong; -1 when all
// are right.
func (f *Form[T]) invalid() int {
	focused := f.focused()
	first := -1
	for i, field := range f.fields() {
		if field.Skip() {
			continue
		}
		field.touched = true
		field.check(field == focused)
		if field.Error() != nil && first < 0 {
			first = i
		}
	}
	return first
}

func takesEnter(field *formField) bool {
	_, ok := field.Field.(*huh.Text)
	return ok
}

// takesArrows reports whether up and down do something in a field.
func takesArrows(field *formField) bool {
	switch field.Field.(type) {
	case *huh.Input, *huh.Confirm, *huh.Note:
		return false
	}
	return true
}
