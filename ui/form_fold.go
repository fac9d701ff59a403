package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/x/ansi"
)

const (
	tallField = 9 // lines that a list of options may take in any form
	fieldEdge = 2 // cells at the left of every line of a field
)

// tallest is how many lines a list of options takes before it scrolls.
func (f *Form[T]) tallest() int { return max(tallField, f.height/3) }

// fold shortens what a field draws to what can be made use of now. A long list of
// options shows those around the cursor and, out of focus, only what is chosen; a
// text out of focus ends where it ends; the answers to a question stand right
// under it.
func (f *Form[T]) fold(field *formField, lines []string, focused bool) []string {
	_, asks := field.Field.(*huh.Confirm)
	switch {
	case asks:
		return slices.DeleteFunc(lines, func(line string) bool { return inside(line) == "" })
	case takesEnter(field) && !focused:
		return f.written(lines)
	case takesEnter(field), !takesArrows(field), len(lines) <= f.tallest():
		return lines
	}
	title, options := lines[:1:1], lines[1:]
	switch {
	case focused:
		options = f.window(options, cursorLine(options))
	case field.many():
		options = f.chosen(options)
	default:
		at := cursorLine(options)
		of := f.Theme.Muted.Render(fmt.Sprintf("  · one of %d", len(options)))
		options = []string{CutStyled(strings.TrimRight(options[at], " ")+of, f.width)}
	}
	return append(title, options...)
}

// window returns the options around one of them, and how many more there are.
func (f *Form[T]) window(options []string, at int) []string {
	room := f.tallest() - 2 // title and hint
	if len(options) <= room+1 {
		return options
	}
	top := max(0, min(at-room/2, len(options)-room))
	return append(slices.Clone(options[top:top+room]), f.inField(scrollHint(top, len(options)-room-top)))
}

// chosen returns those of several options that are.
func (f *Form[T]) chosen(options []string) []string {
	ticked := slices.DeleteFunc(slices.Clone(options), func(line string) bool {
		return !strings.HasPrefix(inside(line), "[x]")
	})
	if len(ticked) == 0 {
		return []string{f.inField(fmt.Sprintf("none of %d", len(options)))}
	}
	return f.window(ticked, 0)
}

// inField draws a remark among the options of a field.
func (f *Form[T]) inField(remark string) string {
	return CutStyled(spaces(2*fieldEdge)+f.Theme.Muted.Render(remark), f.width)
}

// written leaves out the empty lines at the end of a text. Where nothing is
// written stands what stands before every line to be typed into.
func (f *Form[T]) written(lines []string) []string {
	end := len(lines)
	for end > 1 && inside(lines[end-1]) == "" {
		end--
	}
	if end > 1 {
		return lines[:end]
	}
	return append(lines[:1:1], f.look.Blurred.TextInput.Prompt.Render(spaces(fieldEdge)+">"))
}

// cursorLine is the option under the cursor; the first when none is.
func cursorLine(options []string) int {
	return max(0, slices.IndexFunc(options, func(line string) bool {
		return strings.HasPrefix(inside(line), strings.TrimSpace(optionSign))
	}))
}

// inside is the text of a line of a field.
func inside(line string) string {
	return strings.TrimSpace(ansi.TruncateLeft(ansi.Strip(line), fieldEdge, ""))
}
