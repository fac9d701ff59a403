package views

import (
	"fmt"
	"strconv"
	"strings"
)

// Tell implements ui.Teller.
func (v *overview) Tell() []string {
	lines := failureLines(v.env, "bring the overview up to date", v.err(), listened, listened)
	for _, part := range [][]string{v.needsTold(), v.membersTold(), v.factorsTold(), v.postureTold(), v.connectionsTold(), v.identityTold()} {
		lines = append(lines, part...)
	}
	return lines
}

// needsTold says what has to be looked at, and where that is done.
func (v *overview) needsTold() []string {
	lines := []string{"What needs you"}
	for _, b := range v.blips() {
		urgency := "Warning: "
		if b.urgency == overdue {
			urgency = "Urgent: "
		}
		_, where, _ := strings.Cut(b.do, " ") // without the key
		lines = append(lines, urgency+b.says+". See "+strings.TrimPrefix(where, "to "))
	}
	lines = append(lines, v.unread()...)
	if len(lines) == 1 {
		lines = append(lines, "Nothing runs out within 30 days")
	}
	return lines
}

// membersTold says how many members there are, and how many of each status.
func (v *overview) membersTold() []string {
	counts, all := v.statuses()
	parts := []string{strconv.Itoa(all)}
	for _, c := range counts {
		if !c.known || all == 0 {
			parts[0] = "in all not known yet"
			parts = append(parts, c.label+" "+c.says)
			continue
		}
		parts = append(parts, fmt.Sprintf("%s %s (%d %%)", c.label, c.says, c.n*100/all))
	}
	return []string{"Members: " + strings.Join(parts, ", ")}
}

// factorsTold says how many active members have a second factor.
func (v *overview) factorsTold() []string {
	lines := []string{told("MFA policy", policyWords(v.org))}
	f, ok := v.tally.factors()
	if !ok {
		return append(lines, "Members with a second factor: "+v.waiting(v.tally.page.Err()))
	}
	return append(lines,
		fmt.Sprintf("Members with a second factor: %s, by authenticator app %s, by phone %s",
			share(f.having, f.counted), share(f.totp, f.counted), share(f.phone, f.counted)),
		"Members asked for it every time: "+share(f.enrolled, f.counted),
		v.basis(f))
}

// postureTold says what is open and what is closed.
func (v *overview) postureTold() []string {
	lines := []string{"Sign-in posture"}
	for _, f := range v.posture() {
		lines = append(lines, f.told())
	}
	return lines
}

// told says a finding with how well that stands.
func (f finding) told() string {
	switch f.openness {
	case wide:
		return "Open: " + f.says
	case tight:
		return "Closed: " + f.says
	}
	return f.says
}

func (v *overview) connectionsTold() []string {
	var lines []string
	for _, f := range ssoStates(v.org) {
		lines = append(lines, told("Single sign-on", f.says))
	}
	scim := scimState(v.org, v.env.now())
	line := told("Directory (SCIM)", scim.says)
	if scim.openness == wide {
		line = "Warning: " + line
	}
	return append(lines, line)
}

func (v *overview) identityTold() []string {
	var lines []string
	for _, f := range v.identity() {
		lines = append(lines, told(f[0], orNone(f[1])))
	}
	return lines
}
