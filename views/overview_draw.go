package views

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

const (
	overviewWide   = 100 // cells from which on there are two columns
	columnGap      = 4
	overviewLabel  = 18
	overviewNumber = 16 // cells for the numbers beside a bar
	widestBar      = 40
)

// View implements ui.View.
func (v *overview) View() string {
	lines := v.lines()
	top := max(0, min(v.top, len(lines)-v.height))
	end := min(len(lines), top+max(0, v.height))
	shown := slices.Clone(lines[top:end])
	if below := len(lines) - end; below > 0 && len(shown) > 1 {
		shown[len(shown)-1] = v.env.Theme.Faint.Render(fmt.Sprintf(" ↓ %d more lines", below+1))
	}
	return strings.Join(shown, "\n")
}

// lines draws everything there is to see; the screen shows a window of it.
func (v *overview) lines() []string {
	failed := failureLines(v.env, "bring the overview up to date", v.err(), v.width, max(3, v.height/3))
	if v.width < overviewWide {
		w := max(1, v.width-1)
		return append(failed, stacked(v.radarBlock(w), v.membersBlock(w), v.factorsBlock(w), v.postureBlock(w), v.connectionsBlock(w), v.identityBlock(w))...)
	}
	w := (v.width - columnGap - 1) / 2
	left := stacked(v.membersBlock(w), v.factorsBlock(w), v.connectionsBlock(w))
	right := stacked(v.radarBlock(w), v.postureBlock(w), v.identityBlock(w))
	return append(failed, beside(left, right, w)...)
}

func (v *overview) err() error {
	if err := v.read.Err(); err != nil {
		return err
	}
	return cmp.Or(v.tally.err(), v.radar.sso.Err(), v.radar.scim.Err())
}

// stacked puts blocks under each other, with a line between.
func stacked(blocks ...[]string) []string {
	var lines []string
	for i, b := range blocks {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, b...)
	}
	return lines
}

// beside puts two columns of lines next to each other, the left one width cells
// wide.
func beside(left, right []string, width int) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines[i] = ui.FitStyled(l, width) + pad(columnGap) + r
	}
	return lines
}

func (v *overview) title(name string, width int) string {
	return v.env.Theme.Title.Render(ui.Cut(" "+name, width))
}

// membersBlock draws how many members have which status.
func (v *overview) membersBlock(width int) []string {
	lines := []string{v.title("Members", width)}
	counts, all := v.statuses()
	for _, c := range counts {
		if !c.known {
			lines = append(lines, v.fact(c.label, c.says, width)...)
			continue
		}
		lines = append(lines, v.bar(c.label, c.style, c.n, all, c.says, width))
	}
	return lines
}

// statusCount is one line of the members' block.
type statusCount struct {
	label string
	style lipgloss.Style
	n     int
	known bool
	says  string // the number, or why there is none
}

// statuses are the counts by status, and how many they are together.
func (v *overview) statuses() (counts []statusCount, all int) {
	th := v.env.Theme
	styles := map[string]lipgloss.Style{b2b.MemberStatusInvited: th.Warning, b2b.MemberStatusPending: th.Warning, b2b.MemberStatusDeleted: th.Faint}
	active := statusCount{label: b2b.MemberStatusActive, style: th.Success, says: v.waiting(v.tally.page.Err())}
	if f, ok := v.tally.factors(); ok {
		active.n, active.says, active.known = f.of, strconv.Itoa(f.of), true
		if f.of < 0 {
			active.n, active.says = f.counted, fmt.Sprintf("at least %d", f.counted)
		}
	}
	counts = append(counts, active)
	for i := range v.tally.totals {
		t := &v.tally.totals[i]
		c := statusCount{label: t.status, style: styles[t.status], says: v.waiting(t.page.Err())}
		if page, ok := t.page.Value(); ok {
			c.n, c.says, c.known = page.Total, strconv.Itoa(page.Total), true
			if page.Total < 0 {
				c.n, c.says, c.known = 0, "the server does not count", false
			}
		}
		counts = append(counts, c)
	}
	for _, c := range counts {
		all += c.n
	}
	return counts, all
}

// bar draws a part of a whole with its label and its numbers.
func (v *overview) bar(label string, style lipgloss.Style, part, whole int, says string, width int) string {
	th := v.env.Theme
	room := max(0, min(widestBar, width-overviewLabel-overviewNumber-3))
	bar := ui.Bar(room, part, whole)
	filled := strings.TrimRight(bar, "·")
	return " " + th.Muted.Render(ui.Fit(label, overviewLabel)) + style.Render(filled) + th.Faint.Render(bar[len(filled):]) + " " +
		ui.Fit(says, min(overviewNumber, max(1, width-overviewLabel-room-3)))
}

// factorsBlock draws how many active members have a second factor.
func (v *overview) factorsBlock(width int) []string {
	th := v.env.Theme
	lines := append([]string{v.title("Second factor (MFA)", width)}, v.fact("policy", policyWords(v.org), width)...)
	f, ok := v.tally.factors()
	if !ok {
		return append(lines, v.sentence(th.Muted, "Members with MFA: "+v.waiting(v.tally.page.Err()), width)...)
	}
	for _, row := range []struct {
		label string
		n     int
	}{{"have a factor", f.having}, {"authenticator app", f.totp}, {"phone", f.phone}, {"asked every time", f.enrolled}} {
		lines = append(lines, v.bar(row.label, th.Accent, row.n, f.counted, share(row.n, f.counted), width))
	}
	return append(lines, v.sentence(th.Muted, v.basis(f), width)...)
}

func policyWords(org b2b.Organization) string {
	if org.MFAPolicy == b2b.MFAPolicyRequiredForAll {
		return "required for all"
	}
	return "optional"
}

func share(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%d (%d %%)", n, n*100/of)
}

// basis says over whom the factors were counted.
func (v *overview) basis(f factorCount) string {
	active := "active " + plural(f.counted, "member")
	if f.counted != 1 {
		active = fmt.Sprintf("%d active members", f.counted)
	}
	switch {
	case v.tally.counting() && v.tally.finished:
		return "Over " + active + "; counting again…"
	case v.tally.counting() && f.of > 0:
		return fmt.Sprintf("Counting… %d of %d active members so far.", f.counted, f.of)
	case v.tally.counting():
		return "Counting… over " + active + " so far."
	case f.next != "" && f.of > 0:
		return fmt.Sprintf("Over the first %d of %d active members.", f.counted, f.of)
	case f.next != "":
		return "Over the first " + active + "."
	}
	return "Over all " + active + "."
}

// postureBlock draws what is open and what is closed.
func (v *overview) postureBlock(width int) []string {
	lines := []string{v.title("Sign-in posture", width)}
	for _, f := range v.posture() {
		lines = append(lines, v.finding(f, width)...)
	}
	return lines
}

func (v *overview) finding(f finding, width int) []string {
	th := v.env.Theme
	sign, style := "✓", th.Success
	switch f.openness {
	case wide:
		sign, style = "!", th.Warning
	case untold:
		sign, style = "–", th.Faint
	}
	lines := ui.Wrap(f.says, max(1, width-4))
	for i, line := range lines {
		mark := " "
		if i == 0 {
			mark = sign
		}
		lines[i] = " " + style.Render(mark) + " " + line
	}
	return lines
}

// connectionsBlock draws the ways to the identity provider.
func (v *overview) connectionsBlock(width int) []string {
	lines := []string{v.title("Single sign-on", width)}
	for _, f := range ssoStates(v.org) {
		lines = append(lines, v.finding(f, width)...)
	}
	lines = append(lines, "", v.title("Directory (SCIM)", width))
	return append(lines, v.finding(scimState(v.org, v.env.now()), width)...)
}

// identityBlock draws what the organization is known by.
func (v *overview) identityBlock(width int) []string {
	lines := []string{v.title("Identity", width)}
	for _, f := range v.identity() {
		lines = append(lines, v.fact(f[0], orNone(f[1]), width)...)
	}
	return lines
}

// identity are the names and values that the organization is known by.
func (v *overview) identity() [][2]string {
	o := v.org
	return [][2]string{
		{"name", o.OrganizationName}, {"slug", o.OrganizationSlug}, {"id", o.OrganizationID},
		{"external id", deref(o.OrganizationExternalID)}, {"created", moment(o.CreatedAt)},
		{"allowed domains", strings.Join(o.EmailAllowedDomains, ", ")},
		{"claimed domains", strings.Join(o.ClaimedEmailDomains, ", ")},
	}
}

// fact draws a value with its label, over as many lines as it needs.
func (v *overview) fact(label, value string, width int) []string {
	label = ui.Fit(label, min(overviewLabel, max(1, width/3)))
	lines := ui.Wrap(value, max(1, width-1-ui.Width(label)))
	for i, line := range lines {
		if i > 0 {
			label = pad(ui.Width(label))
		}
		lines[i] = " " + v.env.Theme.Muted.Render(label) + line
	}
	return lines
}

func (v *overview) sentence(style lipgloss.Style, text string, width int) []string {
	lines := ui.Wrap(text, max(1, width-2))
	for i, line := range lines {
		lines[i] = " " + style.Render(line)
	}
	return lines
}
