package views

import (
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// headLine is the line above a list: the search box, and at its right where one
// is. It is kept while neither changes, and its box while only the row does.
type headLine struct {
	box, state string
	width      int
	version    int
	drawn      string
}

// draw returns the line. box is styled, state is plain.
func (h *headLine) draw(th *theme.Theme, box, state string, width int) string {
	if h.drawn == "" || h.box != box || h.state != state || h.width != width || h.version != th.Version {
		h.box, h.state, h.width, h.version = box, state, width, th.Version
		h.drawn = ui.Spread(box, th.Muted.Render(ui.Clean(state)), width)
	}
	return h.drawn
}
