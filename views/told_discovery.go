package views

import (
	"fmt"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/ui"
)

var _ ui.Teller = (*discovery)(nil)

// Tell implements ui.Teller: the step, who signs in, and the page of the step.
func (v *discovery) Tell() []string {
	lines := []string{v.stepTold()}
	if v.rest {
		return append(lines, v.purpose()...)
	}
	if said := v.says(); said != "" {
		lines = append(lines, ui.Clean(said))
	}
	if err := v.mail.Err(); err != nil && v.step < stepIn {
		lines = append(lines, "Error: "+ui.Clean(api.Reason(err)))
	}
	return append(lines, strings.Split(v.page().View(), "\n")...)
}

// stepTold says which of the steps this is, and which there are.
func (v *discovery) stepTold() string {
	line := fmt.Sprintf("Step %s, %d of %d: %s", stepNames[v.step], v.step+1, len(stepNames), strings.Join(stepNames[:], ", "))
	if v.step == stepIn && v.skipped {
		line += ". No second factor was asked for"
	}
	return line
}
