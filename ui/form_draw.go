package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/huh"
)

const airyHeight = 30 // with fewer lines there are none between the fields

// refreshLook keeps the one theme that all fields of the form point at: huh
// takes the theme of a field only once.
func (f *Form[T]) refreshLook() {
	if f.look == nil || f.version != f.Theme.Version {
		fresh := f.Theme.Huh()
		bracketChoices(&fresh.Focused)
		bracketChoices(&fresh.Blurred)
		if f.look == nil {
			f.look = fresh
		} else {
			*f.look = *fresh
		}
		f.version = f.Theme.Version
		f.forgetDrawings()
	}
}

// bracketChoices tells the chosen button by a sign as well as by its colour.
func bracketChoices(styles *huh.FieldStyles) {
	around := func(before, after string) func(string) string {
		return func(text string) string { return before + text + after }
	}
	styles.FocusedButton = styles.FocusedButton.Padding(0).MarginLeft(1).Transform(around("[ ", " ]"))
	styles.BlurredButton = styles.BlurredButton.Padding(0).MarginLeft(1).Transform(around("  ", "  "))
}

func (f *Form[T]) forgetDrawings() {
	for _, g := range f.groups {
		for _, field := range g.fields {
			field.drawnFor = ""
		}
	}
}

func (f *Form[T]) resizeFields() {
	for _, g := range f.groups {
		for _, field := range g.fields {
			if f.Theme.Linear {
				listed(field.Field)
			}
			field.WithWidth(max(1, f.fieldWidth()-f.look.Focused.Base.GetHorizontalBorderSize()))
		}
	}
	f.forgetDrawings()
}

// wanted is how many lines the whole form takes.
func (f *Form[T]) wanted(width int) int {
	if len(f.groups) == 0 || width != f.width {
		return airyHeight
	}
	lines, _, _ := f.fieldLines()
	return len(lines) + 4
}

// View implements View.
func (f *Form[T]) View() string {
	if f.width <= 0 || f.height <= 0 {
		return ""
	}
	f.refreshLook()
	if f.stage != editing && f.Theme.Linear {
		return strings.Join(f.stageTold(), "\n")
	}
	if f.stage != editing {
		lines, foot := f.stageLines()
		if f.sent.Busy() {
			foot = []string{f.Theme.Muted.Render("Saving…")}
		}
		lines = f.scroll.window(f.Theme, lines, max(1, f.height-len(foot)-1))
		return firstLines(append(append(lines, ""), foot...), f.height)
	}
	head, foot := f.formHead(), f.formFoot()
	if f.Theme.Linear {
		return strings.Join(append(append(head, f.linear()...), foot...), "\n")
	}
	lines, from, to := f.fieldLines()
	lines = around(lines, from, to, f.height-len(head)-len(foot))
	return firstLines(append(append(head, lines...), foot...), f.height)
}

// firstLines joins as many lines as there is room for.
func firstLines(lines []string, height int) string {
	return strings.Join(lines[:min(len(lines), height)], "\n")
}

// formHead draws what went wrong with the whole form.
func (f *Form[T]) formHead() []string {
	if f.failed == nil || f.sent.Busy() {
		return nil
	}
	return append(failureLines(f.Theme, f.failed, f.width), "")
}

// formFoot says how the form stands.
func (f *Form[T]) formFoot() []string {
	if f.sent.Busy() {
		return []string{"", f.Theme.Muted.Render("Saving…")}
	}
	if n := f.wrong(); n > 0 {
		return []string{"", f.Theme.Danger.Render(Cut("✗ "+count(n, "field needs", "fields need")+" attention", f.width))}
	}
	return nil
}

func (f *Form[T]) wrong() int {
	n := 0
	for _, field := range f.fields() {
		if field.problem() != nil {
			n++
		}
	}
	return n
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// fieldLines draws all fields, and says which lines are those of the field in
// focus.
func (f *Form[T]) fieldLines() (lines []string, from, to int) {
	focused := f.focused()
	section := -1
	for _, field := range f.fields() {
		start := len(lines)
		if field.group != section {
			section = field.group
			lines = append(lines, f.sectionLines(section, start > 0)...)
		} else if f.height >= airyHeight {
			lines = append(lines, "")
		}
		lines = append(lines, f.draw(field, field == focused)...)
		if field == focused {
			from, to = start, len(lines)
		}
	}
	return lines, from, to
}

func (f *Form[T]) sectionLines(i int, apart bool) []string {
	g := f.groups[i]
	var lines []string
	if g.Title == "" {
		return lines
	}
	if apart {
		lines = append(lines, "")
	}
	rule := max(0, f.width-Width(Clean(g.Title))-3)
	lines = append(lines, f.Theme.Border.Render("─ ")+f.Theme.Title.Render(Cut(g.Title, f.width-4))+" "+
		f.Theme.Border.Render(strings.Repeat("─", rule)))
	if g.Help != "" {
		for _, line := range Wrap(g.Help, f.width-2) {
			lines = append(lines, "  "+f.Theme.Muted.Render(line))
		}
	}
	return lines
}

// draw returns a field with what is wrong with it, and, in focus, its help.
// Fields out of focus are drawn once for each value.
func (f *Form[T]) draw(field *formField, focused bool) []string {
	problem := ""
	if err := field.problem(); err != nil {
		problem = err.Error()
	}
	state := fmt.Sprint(focused, "\x00", field.value(), "\x00", problem)
	if field.drawnFor == state {
		return field.drawn
	}
	lines := strings.Split(field.View(), "\n")
	for i, line := range lines {
		lines[i] = CutStyled(cleanStyled(line), f.width)
	}
	lines = f.fold(field, lines, focused)
	if problem != "" {
		for _, line := range Wrap("✗ "+problem, f.width-2) {
			lines = append(lines, "  "+f.Theme.Danger.Render(line))
		}
	}
	if focused && field.Help != "" {
		for _, line := range Wrap(field.Help, f.width-2) {
			lines = append(lines, "  "+f.Theme.Muted.Render(line))
		}
	}
	field.drawn, field.drawnFor = lines, state
	return lines
}

// around returns the height lines that hold the lines from…to, near the middle.
func around(lines []string, from, to, height int) []string {
	height = max(1, height)
	if len(lines) <= height {
		return lines
	}
	top := from - max(0, height-(to-from))/2
	top = max(0, min(top, len(lines)-height))
	return lines[top : top+height]
}

// cleanStyled cleans a line that a library has styled: colours stay, whatever
// else the text of others could do does not.
func cleanStyled(line string) string {
	if !strings.Contains(line, "\x1b") {
		return Clean(line)
	}
	var b strings.Builder
	for line != "" {
		text, rest, found := strings.Cut(line, "\x1b")
		b.WriteString(Clean(text))
		if !found {
			break
		}
		n := sgrLen(rest)
		if n == 0 {
			b.WriteString(Clean("\x1b"))
		} else {
			b.WriteString("\x1b" + rest[:n])
		}
		line = rest[n:]
	}
	return b.String()
}

// sgrLen is how long the rest of a colour sequence is, after its escape; 0 when
// it is something else.
func sgrLen(s string) int {
	if s == "" || s[0] != '[' {
		return 0
	}
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}
