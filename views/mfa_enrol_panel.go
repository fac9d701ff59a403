package views

import (
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

const factLabel = 9 // columns of a label in the panel

// panel draws the words beside the QR code: what is typed into always has its
// place, and where there is little room, what else there is to say takes that of
// what can be done without.
func (v *enrolTOTP) panel(width, height int) []string {
	said := v.said(width)
	if height < airyLines {
		return v.tightPanel(said, width)
	}
	lines := []string{v.env.Theme.Bold.Render(ui.Cut("Scan with an authenticator app", width)), ""}
	lines = append(lines, v.fact("Account", v.key.account, width, 2)...)
	lines = append(lines, v.fact("Issuer", v.key.issuer, width, 2)...)
	lines = append(lines, v.validFact(width)...)
	lines = append(append(lines, ""), v.secretLines(width)...)
	lines = append(append(lines, ""), v.codeLines(width)...)
	return append(append(lines, ""), said...)
}

func (v *enrolTOTP) tightPanel(said []string, width int) []string {
	lines := v.fact("Account", v.key.account, width, 1)
	if len(said) == 0 {
		lines = append(append(lines, v.fact("Issuer", v.key.issuer, width, 1)...), v.validFact(width)...)
	}
	lines = append(append(lines, v.secretLines(width)...), v.codeLines(width)...)
	return append(lines, said...)
}

func (v *enrolTOTP) validFact(width int) []string {
	return v.fact("Valid", "until "+v.until.UTC().Format("15:04 UTC"), width, 1)
}

// codeLines draw the field for the code, and how what is typed stands.
func (v *enrolTOTP) codeLines(width int) []string {
	th := v.env.Theme
	field := th.Bold.Render(ui.Fit("Code", factLabel)) + ui.CutStyled(v.code.View(), width-factLabel)
	return append([]string{field}, v.standing.lines(th, width)...)
}

// fact draws a value behind its name, in at most so many lines.
func (v *enrolTOTP) fact(label, value string, width, most int) []string {
	values := ui.Wrap(value, width-factLabel)
	if len(values) > most {
		values = append(values[:most-1], ui.Cut(strings.Join(values[most-1:], ""), width-factLabel))
	}
	for i, line := range values {
		values[i] = v.env.Theme.Muted.Render(ui.Fit(label, factLabel)) + line
		label = ""
	}
	return values
}

// secretLines draw the secret in groups of four, all in one line or four in
// each, with the key that shows it.
func (v *enrolTOTP) secretLines(width int) []string {
	th := v.env.Theme
	parts := groups(v.key.secret, !v.revealed || v.env.Mask.On())
	row := max(1, (width-factLabel+1)/5)
	if row < len(parts) && row > 4 {
		row = 4
	}
	label := th.Muted.Render(ui.Fit("Secret", factLabel))
	var lines []string
	for len(parts) > 0 {
		n := min(row, len(parts))
		lines = append(lines, label+ui.Cut(strings.Join(parts[:n], " "), width-factLabel))
		parts, label = parts[n:], th.Key.Render(ui.Fit(v.revealing().Key.Help().Key, factLabel))
	}
	return lines
}

// said is what there is to say under the code: what is under way, what failed,
// or what has just been done.
func (v *enrolTOTP) said(width int) []string {
	th := v.env.Theme
	switch {
	case v.verified.Busy():
		return []string{th.Muted.Render("Verifying…")}
	case v.cleared.Busy():
		return []string{th.Muted.Render("Deleting the registration…")}
	case v.expired():
		return styled(th.Danger, ui.Wrap("✗ The time is over: this registration takes no code any more. Start anew with enter.", width))
	case v.cleared.Err() != nil:
		text := "The registration waits until " + v.until.UTC().Format("15:04 UTC") + ". Try again with enter, or leave it with esc."
		return append(refusalLines(v.env, v.cleared.Err(), width), styled(th.Muted, ui.Wrap(text, width))...)
	case v.verified.Err() != nil && v.code.Value() == "":
		return refusalLines(v.env, v.verified.Err(), width)
	case v.note != "":
		return styled(th.Info, ui.Wrap(v.note, width))
	case v.key.note != "":
		return styled(th.Warning, ui.Wrap("! "+v.key.note, width))
	}
	return nil
}

// noticeLines are the dialog while there is no registration to show.
func (v *enrolTOTP) noticeLines(width int) []string {
	th := v.env.Theme
	switch {
	case v.created.Busy():
		return []string{th.Muted.Render("Making the registration…")}
	case v.cleared.Busy():
		return []string{th.Muted.Render("Deleting the registration that waits…")}
	case v.pendingExists() && v.cleared.Err() == nil:
		lines := styled(th.Warning, ui.Wrap("! A registration of "+memberName(v.member)+" still waits for its first code.", width))
		return append(append(lines, ""), ui.Wrap("Its QR code cannot be shown again. Starting anew deletes it and makes another one: "+
			"an app that has scanned the old code must scan the new one.", width)...)
	case v.cleared.Err() != nil:
		return refusalLines(v.env, v.cleared.Err(), width)
	case v.created.Err() != nil:
		lines := refusalLines(v.env, v.created.Err(), width)
		if api.HasType(v.created.Err(), b2b.ErrInsufficientFactors) {
			lines = append(append(lines, ""), ui.Wrap("The member has a second factor already, and another one may be added "+
				"only in a session that has proved it. Deleting the phone number here lifts that.", width)...)
		}
		return lines
	}
	return nil
}

// refusalLines draw why a write failed, with the server's id of the request.
func refusalLines(env *Env, err error, width int) []string {
	return styled(env.Theme.Danger, ui.Wrap("✗ "+api.Explain(err), width))
}
