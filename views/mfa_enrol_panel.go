package views

import (
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

const factLabel = 9 // columns of a label in the panel

// panel draws the words beside the QR code.
func (v *enrolTOTP) panel(width int) []string {
	th := v.env.Theme
	var lines []string
	add := func(more ...string) { lines = append(lines, more...) }
	add(th.Bold.Render(ui.Cut("Scan with an authenticator app", width)), "")
	add(v.fact("Account", v.key.account, width), v.fact("Issuer", v.key.issuer, width))
	add(v.fact("Valid", "until "+v.until.UTC().Format("15:04 UTC")+" ("+plural(registrationMinutes, "minute")+")", width), "")
	add(v.secretLines(width)...)
	if v.key.note != "" {
		add(styled(th.Warning, ui.Wrap("! "+v.key.note, width))...)
	}
	add("", th.Bold.Render(ui.Cut("Code from the app", width)))
	add(ui.CutStyled(v.code.View(), width))
	add(v.standing.line(th, width))
	if said := v.said(width); len(said) > 0 {
		add("")
		add(said...)
	}
	return lines
}

func (v *enrolTOTP) fact(label, value string, width int) string {
	return v.env.Theme.Muted.Render(ui.Fit(label, factLabel)) + ui.Cut(value, width-factLabel)
}

// secretLines draw the secret in groups of four, as many in a line as fit.
func (v *enrolTOTP) secretLines(width int) []string {
	th := v.env.Theme
	row := max(1, (width-factLabel+1)/5)
	if row >= 4 {
		row = 4 // the same number in every line reads best
	}
	label := "Secret"
	var lines []string
	for parts := groups(v.key.secret, !v.revealed); len(parts) > 0; {
		n := min(row, len(parts))
		lines = append(lines, th.Muted.Render(ui.Fit(label, factLabel))+ui.Cut(strings.Join(parts[:n], " "), width-factLabel))
		parts, label = parts[n:], ""
	}
	hint := v.revealing().Key.Help()
	return append(lines, strings.Repeat(" ", factLabel)+th.Key.Render(hint.Key)+" "+th.Muted.Render(hint.Desc))
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
	lines := styled(env.Theme.Danger, ui.Wrap("✗ "+api.Explain(err), width))
	if id := api.RequestID(err); id != "" {
		lines = append(lines, env.Theme.Muted.Render(ui.Cut("Request "+id, width)))
	}
	return lines
}
