package theme

import "github.com/charmbracelet/lipgloss"

// Palette holds the colours by the part they play. Ordinary text has none: it
// is drawn in the terminal's own foreground.
type Palette struct {
	Muted, Faint, Accent, Match lipgloss.CompleteColor
	Success, Warning, Danger    lipgloss.CompleteColor
	Border, BorderFocus         lipgloss.CompleteColor
	SelectedText, SelectedBase  lipgloss.CompleteColor
	SandboxText, SandboxBase    lipgloss.CompleteColor
	TestText, TestBase          lipgloss.CompleteColor
	LiveText, LiveBase          lipgloss.CompleteColor
}

func colour(rgb, ansi256, ansi string) lipgloss.CompleteColor {
	return lipgloss.CompleteColor{TrueColor: rgb, ANSI256: ansi256, ANSI: ansi}
}

// darkPalette returns the colours for a dark terminal.
func darkPalette() Palette {
	return Palette{
		Muted:        colour("#a9b1bf", "249", "7"),
		Faint:        colour("#9098a6", "246", "7"),
		Accent:       colour("#7cc4ff", "117", "14"),
		Match:        colour("#ffd479", "222", "11"),
		Success:      colour("#7fd88f", "114", "10"),
		Warning:      colour("#f0c674", "222", "11"),
		Danger:       colour("#ff8f93", "210", "9"),
		Border:       colour("#5c6475", "241", "8"),
		BorderFocus:  colour("#7cc4ff", "117", "14"),
		SelectedText: colour("#f4f7fd", "255", "15"),
		SelectedBase: colour("#2b3d5c", "24", "4"),
		SandboxText:  colour("#0e2412", "22", "0"),
		SandboxBase:  colour("#7fd88f", "114", "10"),
		TestText:     colour("#2b2000", "234", "0"),
		TestBase:     colour("#f0c674", "222", "11"),
		LiveText:     colour("#ffffff", "231", "15"),
		LiveBase:     colour("#c4262e", "160", "1"),
	}
}

// lightPalette returns the colours for a light terminal.
func lightPalette() Palette {
	return Palette{
		Muted:        colour("#4f5863", "240", "8"),
		Faint:        colour("#5d6671", "241", "8"),
		Accent:       colour("#0550ae", "25", "4"),
		Match:        colour("#953800", "94", "5"),
		Success:      colour("#116329", "22", "2"),
		Warning:      colour("#7a4b00", "94", "3"),
		Danger:       colour("#b3131e", "124", "1"),
		Border:       colour("#a8b0ba", "248", "7"),
		BorderFocus:  colour("#0550ae", "25", "4"),
		SelectedText: colour("#0b1f3a", "17", "0"),
		SelectedBase: colour("#d3e4ff", "153", "14"),
		SandboxText:  colour("#ffffff", "231", "15"),
		SandboxBase:  colour("#17702f", "22", "2"),
		TestText:     colour("#2b2000", "234", "0"),
		TestBase:     colour("#f2c14e", "221", "11"),
		LiveText:     colour("#ffffff", "231", "15"),
		LiveBase:     colour("#c4262e", "160", "1"),
	}
}
