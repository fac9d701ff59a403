package ui

import (
	"math"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
)

const (
	crumbMark    = " › "
	profileWidth = 48 // the widest name of a profile, with what is said after it
	shortProfile = 20 // the widest where there is little room
	headerPath   = 20 // cells that the sections need to say anything
	busyRoom     = 5  // kept for the requests under way, so that no name comes and goes with them
)

// spot is where something stands in a line: cells from up to, not including, to.
type spot struct{ from, to int }

// headerCache is a drawn header with all it was drawn from.
type headerCache struct {
	width, version, current int
	clock, busy             string
	masked                  bool
	crumbs                  []string
	line, rule              string
}

// header draws product, profile, sections with the path of the one in front,
// and at the right the clock and the requests under way.
func (a *App) header() string {
	h := &a.frame.header
	sign := a.busy.sign()
	if h.line != "" && h.width == a.width && h.version == a.theme.Version && h.current == a.current &&
		h.clock == a.clock && h.busy == sign && h.masked == a.options.Mask.On() && a.sameCrumbs() {
		return h.line
	}
	h.width, h.version, h.current, h.clock, h.busy = a.width, a.theme.Version, a.current, a.clock, sign
	h.masked = a.options.Mask.On()
	h.crumbs = h.crumbs[:0]
	for i := range a.sections[a.current].views {
		h.crumbs = append(h.crumbs, a.crumb(i))
	}
	h.line = a.drawHeader(sign)
	h.rule = a.theme.Border.Render(strings.Repeat("─", a.width))
	return h.line
}

// crumb names the i-th view of the section in front.
func (a *App) crumb(i int) string {
	s := &a.sections[a.current]
	if i == 0 && s.Name != "" {
		return s.Name
	}
	return s.views[i].Title()
}

func (a *App) sameCrumbs() bool {
	crumbs := a.frame.header.crumbs
	if len(crumbs) != len(a.sections[a.current].views) {
		return false
	}
	for i, c := range crumbs {
		if c != a.crumb(i) {
			return false
		}
	}
	return true
}

func (a *App) drawHeader(sign string) string {
	left, labels, right := a.arrange(sign)
	a.frame.spots = a.frame.spots[:0]
	var line strings.Builder
	line.WriteString(left)
	at := Width(left)
	for i, label := range labels {
		w := Width(label)
		a.frame.spots = append(a.frame.spots, spot{at, at + w})
		style := a.theme.TabIdle
		if i == a.current {
			style = a.theme.Accent.Bold(true)
		}
		line.WriteString(style.Render(label))
		at += w
	}
	line.WriteString(spaces(a.width - at - Width(right)))
	line.WriteString(right)
	return closed(FitStyled(line.String(), a.width))
}

// heading is one way to fill the header.
type heading struct {
	profile  string
	product  bool // names the product
	sections bool // names the sections behind, whose keys are always there
}

// arrange fills the header with as much as there is room for. What the profile
// says after its name goes first, then the names of the sections behind, the last
// first; then the path of the one in front is cut. Where nothing of it would be left,
// the product goes, and the clock.
func (a *App) arrange(sign string) (left string, labels []string, right string) {
	right = a.status(sign, a.clock)
	named := a.width - Width(a.status("", a.clock)) - busyRoom
	var h heading
	for _, h = range a.headings() {
		left = a.brand(h)
		room := a.width - Width(right) - 1
		if h.sections {
			room = min(room, named)
		}
		var whole bool
		if labels, whole = a.labels(room-Width(left), h.sections); !whole {
			continue
		}
		if !h.sections {
			a.nameSome(labels, named-Width(left))
		}
		return left, labels, right
	}
	if a.width-Width(left)-Width(right) < headerPath {
		h.product = false
		left = a.brand(h)
	}
	if a.width-Width(left)-Width(right) < headerPath {
		right = a.status(sign, "")
	}
	labels, _ = a.labels(max(0, a.width-Width(left)-Width(right)-1), false)
	return left, labels, right
}

// headings are the ways to fill the header, the fullest first.
func (a *App) headings() []heading {
	name := Cut(a.options.Profile.Name, profileWidth)
	short, _, _ := strings.Cut(name, " · ")
	less := name
	if at := strings.LastIndex(name, " · "); at >= 0 {
		less = name[:at]
	}
	return []heading{
		{name, true, true}, {less, true, true}, {name, true, false}, {less, true, false},
		{Cut(short, shortProfile), true, false},
	}
}

// brand is the product and the badge of the profile.
func (a *App) brand(h heading) string {
	badge := " " + a.options.Profile.Kind.String() + " "
	if h.profile != "" {
		badge += h.profile + " "
	}
	line := " "
	if h.product {
		line += a.theme.Title.Render("orgdeck") + " "
	}
	return line + a.badgeStyle().Render(badge) + " "
}

func (a *App) badgeStyle() lipgloss.Style {
	switch a.options.Profile.Kind {
	case Test, Nowhere:
		return a.theme.BadgeTest
	case Live:
		return a.theme.BadgeLive
	}
	return a.theme.BadgeSandbox
}

// status says at the right what is not as usual, and what is under way.
func (a *App) status(sign, clock string) string {
	var parts []string
	if sign != "" {
		parts = append(parts, a.theme.Accent.Render(sign))
	}
	if clock != "" {
		parts = append(parts, a.theme.Warning.Render("◷ "+Cut(clock, 24)))
	}
	if a.options.Mask.On() {
		parts = append(parts, a.theme.Warning.Render("masked"))
	}
	if a.options.ReadOnly != "" {
		parts = append(parts, a.theme.Warning.Render("read-only"))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "  ") + " "
}

// labels names the sections, those behind by key and name or by key alone, and
// reports whether all of it fits into room cells.
func (a *App) labels(room int, named bool) (labels []string, whole bool) {
	labels = make([]string, len(a.sections))
	for i, s := range a.sections {
		if i == a.current {
			continue
		}
		labels[i] = "  " + helpKey(s.Key)
		if named {
			labels[i] += " " + Clean(s.Name)
		}
		room -= Width(labels[i])
	}
	lead := " ▸" + helpKey(a.sections[a.current].Key) + " "
	room -= Width(lead)
	path := a.path(max(0, room))
	labels[a.current] = lead + path
	return labels, room >= 0 && path == a.path(math.MaxInt)
}

// nameSome names those of the sections behind, from the first on, that there is room
// for in a header of so many cells: a digit alone says nothing to somebody new.
func (a *App) nameSome(labels []string, room int) {
	for _, label := range labels {
		room -= Width(label)
	}
	for i, s := range a.sections {
		if i == a.current {
			continue
		}
		name := " " + Clean(s.Name)
		if room -= Width(name); room < 0 {
			return
		}
		labels[i] += name
	}
}

// path joins the breadcrumbs within room cells: those in the middle go first,
// then the last is cut.
func (a *App) path(room int) string {
	crumbs := slices.Clone(a.frame.header.crumbs)
	for i := range crumbs {
		crumbs[i] = Clean(crumbs[i])
	}
	joined := strings.Join(crumbs, crumbMark)
	for hidden := 0; Width(joined) > room && hidden < len(crumbs)-1; hidden++ {
		joined = ellipsis + crumbMark + strings.Join(crumbs[hidden+1:], crumbMark)
	}
	return cut(joined, room)
}
