package cli

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// problem is the screen shown in place of all others when the credentials in
// the environment cannot be used.
type problem struct {
	cause         *api.ConfigError
	theme         *theme.Theme
	width, height int
}

var _ ui.View = (*problem)(nil)

// Title implements ui.View.
func (p *problem) Title() string { return "Credentials" }

// SetSize implements ui.View.
func (p *problem) SetSize(width, height int) { p.width, p.height = width, height }

// Init implements ui.View.
func (p *problem) Init(context.Context) tea.Cmd { return nil }

// Update implements ui.View.
func (p *problem) Update(tea.Msg) tea.Cmd { return nil }

// Actions implements ui.View.
func (p *problem) Actions() []ui.Action { return nil }

// Capturing implements ui.View.
func (p *problem) Capturing() bool { return false }

// View implements ui.View.
func (p *problem) View() string {
	paragraphs := []struct {
		text  string
		style func(...string) string
	}{
		{"✗ " + p.cause.Error() + ".", p.theme.Danger.Render},
		{"To work on a Stytch project, set both variables, then start orgdeck again:", p.theme.Text.Render},
		{"    export " + api.EnvProjectID + "=project-test-…\n    export " + api.EnvSecret + "=secret-test-…", p.theme.Accent.Render},
		{"To try orgdeck without an account, start the sandbox instead:", p.theme.Text.Render},
		{"    orgdeck --sandbox", p.theme.Accent.Render},
	}
	var lines []string
	for _, paragraph := range paragraphs {
		lines = append(lines, "")
		for line := range strings.Lines(paragraph.text) {
			for _, row := range p.wrap(strings.TrimRight(line, "\n")) {
				lines = append(lines, " "+paragraph.style(row))
			}
		}
	}
	if len(lines) > p.height {
		lines = lines[:max(0, p.height)]
	}
	return strings.Join(lines, "\n")
}

// wrap breaks a line to the width of the screen; an indented one is a command
// and stays whole.
func (p *problem) wrap(line string) []string {
	if strings.HasPrefix(line, " ") {
		return []string{ui.Cut(line, p.width-2)}
	}
	return ui.Wrap(line, max(1, p.width-2))
}
