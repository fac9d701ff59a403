package views

import (
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/textinput"

	"example.com/orgdeck/ui"
)

var (
	_ ui.Teller = (*scimToken)(nil)
	_ ui.Teller = (*strengthCheck)(nil)
	_ ui.Teller = (*jwtDialog)(nil)
)

// Tell implements ui.Teller. The token is told only when that is asked for.
func (v *scimToken) Tell() []string {
	token := "hidden; show tells it"
	if v.shown {
		token = v.token.Reveal()
	}
	lines := []string{
		"Put it into the directory now: it is not shown again.", v.follows(),
		told("Bearer token", token), told("Base URL", v.connection.BaseURL),
	}
	if v.note != "" {
		lines = append(lines, ui.Clean(v.note))
	}
	return lines
}

// Tell implements ui.Teller. What was typed is told only when that is asked for.
func (v *strengthCheck) Tell() []string {
	if v.input.EchoMode == textinput.EchoNormal && v.input.Value() != "" {
		return append([]string{told("Password", v.input.Value())}, v.lines()...)
	}
	return v.lines()
}

// Tell implements ui.Teller. What was typed is told only when that is asked for.
func (v *jwtDialog) Tell() []string {
	var lines []string
	if v.input.EchoMode == textinput.EchoNormal && v.text() != "" {
		lines = append(lines, told("JWT", v.text()))
	}
	lines = append(lines, v.notice()...)
	if v.nothingIn() == "" {
		lines = append(lines, strings.Split(v.detail.View(), "\n")...)
	}
	return lines
}

// Tell implements ui.Teller: what is wrong with the text, and where.
func (v *jsonEdit[T, U]) Tell() []string {
	var lines []string
	switch {
	case v.open:
		return []string{"The editor is open…"}
	case v.failed != nil:
		lines = []string{"Error: " + ui.Clean(v.failed.Error())}
	case v.trouble != nil:
		lines = append([]string{"Error: " + ui.Clean(v.trouble.Error())}, v.placeTold()...)
	default:
		lines = []string{"Nothing is saved yet."}
	}
	if v.Unsaved() != "" {
		lines = append(lines, "What you typed is kept here until you save it or throw it away.")
	}
	return lines
}

// placeTold is the line of the text that is wrong, and where in it.
func (v *jsonEdit[T, U]) placeTold() []string {
	trouble, ok := errors.AsType[*jsonTrouble](v.trouble)
	if !ok {
		return nil
	}
	all := strings.Split(v.text, "\n")
	text := strings.TrimSpace(untabbed(all[min(trouble.line, len(all))-1]))
	return []string{fmt.Sprintf("Line %d, at character %d: %s", trouble.line, trouble.column, ui.Clean(text))}
}
