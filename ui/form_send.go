package ui

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

// save sends what was typed, after showing what it alters where that is
// wanted. What is wrong is shown first.
func (f *Form[T]) save() tea.Cmd {
	if f.Apply != nil {
		return f.apply()
	}
	if cmd, ok := f.prepare(); !ok {
		return cmd
	}
	switch {
	case f.Review && len(f.write.Fields) == 0:
		return Toast(Info, "Nothing has changed.")
	case f.Review || f.write.Danger != DangerNone:
		f.stage, f.scroll, f.word = reviewing, scroller{}, field{}
		return nil
	}
	return f.send()
}

// apply hands over the values of a form that sends nothing.
func (f *Form[T]) apply() tea.Cmd {
	if i := f.invalid(); i >= 0 {
		return f.focusOn(i)
	}
	return tea.Sequence(Dismiss(f), f.Apply())
}

// prepare describes the write, or goes to the first field that is wrong.
func (f *Form[T]) prepare() (tea.Cmd, bool) {
	f.failed = nil
	if i := f.invalid(); i >= 0 {
		return f.focusOn(i), false
	}
	f.write = f.Send()
	return nil, true
}

func (f *Form[T]) showDryRun() tea.Cmd {
	cmd, ok := f.prepare()
	if ok {
		f.stage, f.scroll = dryRun, scroller{}
	}
	return cmd
}

func (f *Form[T]) edit() tea.Cmd {
	f.stage = editing
	return nil
}

func (f *Form[T]) send() tea.Cmd {
	f.failed = nil
	return f.sent.Send(f.ctx, f.write.Do)
}

func (f *Form[T]) overwrite() tea.Cmd { return f.sent.Send(f.ctx, f.write.Overwrite) }

// answered takes what the server said to the write.
func (f *Form[T]) answered() tea.Cmd {
	if err := f.sent.Err(); err != nil {
		return f.refused(err)
	}
	value, _ := f.sent.Value()
	var cmds []tea.Cmd
	if f.Stay {
		cmds = append(cmds, f.Reset())
	} else {
		cmds = append(cmds, Dismiss(f))
	}
	if f.Done != nil {
		cmds = append(cmds, f.Done(value))
	}
	return tea.Sequence(cmds...)
}

// refused shows an error at its field, or above the form; a conflict gets a
// page of its own, and the views learn that what they show is of before.
func (f *Form[T]) refused(err error) tea.Cmd {
	if _, conflict := errors.AsType[Conflict](err); conflict {
		f.stage, f.scroll = conflicting, scroller{}
		return Announce(Outdated{})
	}
	f.stage = editing
	if i := f.fieldOf(err); i >= 0 {
		sentence, _ := explain(err)
		field := f.fields()[i]
		field.refused, field.drawnFor = errors.New(sentence), ""
		return f.focusOn(i)
	}
	f.failed = err
	return nil
}

func (f *Form[T]) fieldOf(err error) int {
	if f.FieldOf == nil {
		return -1
	}
	name := f.FieldOf(err)
	for i, field := range f.fields() {
		if name != "" && field.GetKey() == name {
			return i
		}
	}
	return -1
}

// needsWord reports whether sending asks for a word to be typed.
func (f *Form[T]) needsWord() bool { return f.write.Danger == DangerTypeName }

func (f *Form[T]) pressWord(msg tea.KeyMsg) tea.Cmd {
	f.word.take(msg)
	return nil
}

func (f *Form[T]) reviewActions() []Action {
	back := Act(f.Keys, keymap.ReviewCancel, f.edit)
	if f.stage == conflicting {
		send := Act(f.Keys, keymap.ReviewSend, f.overwrite).Writing()
		send.Key.SetHelp(send.Key.Help().Key, "overwrite")
		if f.write.Overwrite == nil {
			send = send.Because("Somebody else changed it; go back, and open it again.")
		}
		return append(f.scrollActions(), send, back)
	}
	send := Act(f.Keys, keymap.ReviewSend, f.send).Writing()
	if f.needsWord() && f.word.value != f.write.Word {
		send = send.Because("Type " + Clean(f.write.Word) + " to go on.")
	}
	return append([]Action{send, back, Act(f.Keys, keymap.ReviewPreview, f.showDryRun)}, f.scrollActions()...)
}

func (f *Form[T]) scrollActions() []Action {
	by := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			f.scroll.move(n)
			return nil
		}
	}
	return []Action{Act(f.Keys, keymap.ReviewUp, by(-1)), Act(f.Keys, keymap.ReviewDown, by(1))}
}

// stageLines draws the pages before sending.
func (f *Form[T]) stageLines() (lines, foot []string) {
	th := f.Theme
	switch f.stage {
	case dryRun:
		return requestLines(th, &f.write, f.width), []string{th.Muted.Render("Dry run: nothing was sent.")}
	case conflicting:
		lines = Wrap("Somebody else changed this meanwhile. What the server holds now, and what you typed:", f.width)
		if conflict, ok := errors.AsType[Conflict](f.sent.Err()); ok {
			lines = append(append(lines, ""), differenceLines(th, conflict.Differences(), f.width, "theirs: ", "yours: ")...)
		}
		return lines, f.conflictFoot()
	}
	return paragraphs(
		Wrap(f.write.Summary, f.width),
		differenceLines(th, f.write.Fields, f.width, "", ""),
		Wrap(f.write.Undo, f.width),
	), f.reviewFoot()
}

// paragraphs joins blocks of lines with a blank line between; those that say
// nothing are left out.
func paragraphs(blocks ...[]string) []string {
	var lines []string
	for _, block := range blocks {
		if strings.Join(block, "") == "" {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, block...)
	}
	return lines
}

func (f *Form[T]) conflictFoot() []string {
	th := f.Theme
	if f.write.Overwrite == nil {
		return []string{f.hints(keymap.ReviewCancel, "back")}
	}
	return []string{th.Warning.Render("Overwriting loses theirs."), f.hints(keymap.ReviewSend, "overwrite", keymap.ReviewCancel, "back")}
}

func (f *Form[T]) reviewFoot() []string {
	foot := []string{f.hints(keymap.ReviewSend, "send", keymap.ReviewCancel, "back", keymap.ReviewPreview, "whole request")}
	if !f.needsWord() {
		return foot
	}
	ask := Wrap("Type "+f.write.Word+" and press enter to go on.", f.width)
	return append(append(ask, f.word.line(f.Theme, "› ", f.write.Word, f.width)), foot...)
}

// hints names keys: pairs of an action id and what it does here.
func (f *Form[T]) hints(pairs ...any) string {
	var parts []string
	for i := 0; i+1 < len(pairs); i += 2 {
		id, _ := pairs[i].(keymap.ID)
		does, _ := pairs[i+1].(string)
		parts = append(parts, f.Theme.Key.Render(helpKey(f.Keys.Binding(id)))+" "+f.Theme.KeyDesc.Render(does))
	}
	return strings.Join(parts, "   ")
}
