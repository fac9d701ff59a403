package views

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// How much of a plan stands in its question, and in its dry run.
const (
	plannedLines    = 4
	skippedNames    = 3
	plannedRequests = 200
)

// bulkPlan says to whom an act is done, and to whom it is not and why.
type bulkPlan struct {
	act       bulkAct
	beyond    string
	protected bool // what destroys something asks for the organization's name
	todo      []b2b.Member
	skipped   []skips
}

// skips are the members that an act does not apply to, for one reason.
type skips struct {
	reason  string
	members []b2b.Member
}

func (b *bulk) plan(act bulkAct) *bulkPlan {
	p := &bulkPlan{act: act, beyond: b.beyond, protected: b.env.API.Protected()}
	for _, m := range b.members {
		if reason := act.not(m); reason != "" {
			p.skip(m, reason)
			continue
		}
		p.todo = append(p.todo, m)
	}
	return p
}

func (p *bulkPlan) skip(m b2b.Member, reason string) {
	for i := range p.skipped {
		if p.skipped[i].reason == reason {
			p.skipped[i].members = append(p.skipped[i].members, m)
			return
		}
	}
	p.skipped = append(p.skipped, skips{reason, []b2b.Member{m}})
}

// writes are what the plan comes to. finished is told to whom it has not been
// done.
func (p *bulkPlan) writes(finished func(open []b2b.Member)) writes {
	w := writes{
		name: p.act.name, title: p.act.name + ": " + plural(len(p.todo), "member"), n: len(p.todo),
		unit: "member", does: "changed", skipped: p.skips(),
		remains: "Whom it was not done to stays marked, so that it can be tried again.",
	}
	w.at = func(i int) bulkWrite {
		m := p.todo[i]
		return bulkWrite{name: memberName(m), address: m.EmailAddress, id: m.MemberID, Undoer: p.act.change(m)}
	}
	w.finished = func(open []int) {
		members := make([]b2b.Member, len(open))
		for i, at := range open {
			members[i] = p.todo[at]
		}
		finished(members)
	}
	return w
}

// skips is how many members the act does not apply to.
func (p *bulkPlan) skips() int {
	n := 0
	for _, s := range p.skipped {
		n += len(s.members)
	}
	return n
}

// reasons says why members are skipped: "2 deleted, 1 not deleted".
func (p *bulkPlan) reasons() string {
	parts := make([]string, len(p.skipped))
	for i, s := range p.skipped {
		parts[i] = fmt.Sprintf("%d %s", len(s.members), s.reason)
	}
	return strings.Join(parts, ", ")
}

// question asks whether to do it. It sends nothing itself: the writes go one by
// one, in the view that agreed opens.
func (p *bulkPlan) question(agreed func() tea.Cmd) ui.View {
	n := len(p.todo)
	w := ui.Write[struct{}]{
		Summary: p.summary(), Danger: ui.DangerConfirm,
		Method: plural(n, "request") + ",", Path: "one after the other:", Body: p.requests(),
		Do: func(context.Context) (struct{}, error) { return struct{}{}, nil },
	}
	for _, m := range p.todo[:min(n, plannedLines)] {
		before, after := p.act.shows(m)
		w.Fields = append(w.Fields, ui.Difference{Name: memberName(m), Before: before, After: after})
	}
	if p.act.word != "" {
		w.Danger, w.Word = ui.DangerTypeName, fmt.Sprintf("%s %d", p.act.word, n)
	}
	if first := p.act.change(p.todo[0]).Plan(); p.protected && first.Danger == api.TypeName {
		w.Danger, w.Word = ui.DangerTypeName, first.Word
	}
	return &ui.ConfirmWrite[struct{}]{
		Name: p.act.name, Verb: p.act.verb, Body: p.body(), Write: w,
		Done: func(struct{}) tea.Cmd { return agreed() },
	}
}

func (p *bulkPlan) summary() string {
	if n := p.skips(); n > 0 {
		return fmt.Sprintf("This changes %s, and skips %d.", plural(len(p.todo), "member"), n)
	}
	return "This changes " + plural(len(p.todo), "member") + "."
}

// body says what follows, who is skipped and why, and what is left out.
func (p *bulkPlan) body() string {
	lines := []string{p.act.follows}
	if p.act.warns != nil {
		lines = append(lines, p.act.warns(p.todo))
	}
	for _, s := range p.skipped {
		lines = append(lines, fmt.Sprintf("Skipped, %s: %s.", s.reason, s.names(skippedNames)))
	}
	if p.beyond != "" {
		lines = append(lines, p.beyond)
	}
	if n := len(p.todo); n > plannedLines {
		lines = append(lines, "", fmt.Sprintf("The first %d of %d:", plannedLines, n))
	}
	return strings.Join(lines, "\n")
}

// names lists members by name, the first most of them.
func (s skips) names(most int) string {
	var names []string
	for _, m := range s.members[:min(most, len(s.members))] {
		names = append(names, memberName(m))
	}
	text := strings.Join(names, ", ")
	if rest := len(s.members) - len(names); rest > 0 {
		text += fmt.Sprintf(" and %d more", rest)
	}
	return text
}

// requests lists the writes, and everybody who is skipped, for the dry run.
func (p *bulkPlan) requests() string {
	var b strings.Builder
	if p.looksFirst() {
		b.WriteString("Before each, the member is read: who was changed by somebody else meanwhile is left alone.\n\n")
	}
	listRequests(&b, len(p.todo), func(i int) api.Plan { return p.act.change(p.todo[i]).Plan() })
	for _, s := range p.skipped {
		fmt.Fprintf(&b, "\nNothing for %d, %s:\n  %s\n", len(s.members), s.reason, s.names(len(s.members)))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// listRequests writes the first of n requests, one a line, and how many follow.
func listRequests(b *strings.Builder, n int, at func(i int) api.Plan) {
	for i := range min(n, plannedRequests) {
		fmt.Fprintf(b, "%d. %s\n", i+1, requestLine(at(i)))
	}
	if n > plannedRequests {
		fmt.Fprintf(b, "… and %d more of the same kind.\n", n-plannedRequests)
	}
}

// requestLine is what a write sends, on one line.
func requestLine(p api.Plan) string {
	line := p.Method + " " + p.Path
	if body := oneLine(p.Body); body != "" {
		line += " " + body
	}
	return line
}

// looksFirst reports whether each write is sent only if nobody else has changed
// the member since it was listed.
func (p *bulkPlan) looksFirst() bool {
	guarded, ok := p.act.change(p.todo[0]).(interface{ Guarded() bool })
	return ok && guarded.Guarded()
}

// oneLine is JSON on one line.
func oneLine(text string) string {
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(text)); err != nil {
		return text
	}
	return b.String()
}
