package ui

import "github.com/charmbracelet/x/ansi"

// Spread puts left and right, both styled and clean, at the two ends of a line
// of exactly width cells. When there is no room for both, left is cut first: the
// right end says where one is.
func Spread(left, right string, width int) string {
	room := width - ansi.StringWidth(right)
	if room < 0 {
		return FitStyled(right, width)
	}
	if ansi.StringWidth(left) >= room && right != "" {
		left = CutStyled(left, room-1)
	}
	return closed(padStyled(left, room)) + right
}

func padStyled(styled string, width int) string {
	return styled + spaces(max(0, width-ansi.StringWidth(styled)))
}
