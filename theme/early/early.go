// Package early keeps Bubble Tea from questioning the terminal at start.
//
// Bubble Tea v1 asks for the background colour in its init function and waits
// up to five seconds for a terminal that does not answer. Go initialises
// packages in the order of their import paths, so this package, which sorts
// before it and imports nothing of it, answers first. Dark is assumed until
// the terminal has been asked without waiting; see theme.AskBackground.
package early

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
