package views

import (
	"slices"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// sections say what the JWT is worth, and then what it says.
func (v *jwtDialog) sections(now time.Time) []ui.DetailSection {
	t := v.token
	return []ui.DetailSection{
		{Title: "What it is worth", Fields: []ui.DetailField{
			v.signature(), v.validity(now), v.whose(), v.session(now), v.issuer(),
		}},
		{Title: "Header", Fields: []ui.DetailField{
			{Name: "Algorithm", Value: t.head.Alg}, {Name: "Key id", Value: t.head.Kid}, {Name: "Type", Value: t.head.Typ},
		}},
		{Title: "Claims", Fields: []ui.DetailField{{Name: "All of them", Value: laidOut(t.claims)}}},
	}
}

func (v *jwtDialog) right(name, text string) ui.DetailField {
	return ui.DetailField{Name: name, Value: "✓ " + text, Style: v.env.Theme.Success}
}

func (v *jwtDialog) doubtful(name, text string) ui.DetailField {
	return ui.DetailField{Name: name, Value: "! " + text, Style: v.env.Theme.Warning}
}

func (v *jwtDialog) bad(name, text string) ui.DetailField {
	return ui.DetailField{Name: name, Value: "✗ " + text, Style: v.env.Theme.Danger}
}

// signature says whether the project has signed it.
func (v *jwtDialog) signature() ui.DetailField {
	const name = "Signature"
	keys, known := v.keys.Value()
	switch {
	case v.keys.Busy():
		return ui.DetailField{Name: name, Value: "reading the keys of the project…", Style: v.env.Theme.Muted}
	case !known:
		return v.doubtful(name, "not checked: "+api.Reason(v.keys.Err()))
	}
	if err := v.token.signedBy(keys); err != nil {
		return v.bad(name, err.Error())
	}
	return v.right(name, "signed by this project")
}

// validity says whether it has run out.
func (v *jwtDialog) validity(now time.Time) ui.DetailField {
	const name = "Time"
	exp := v.token.says.Expires
	switch {
	case exp == nil:
		return v.doubtful(name, "it does not say when it runs out")
	case exp.After(now):
		return v.right(name, "runs out "+fromNow(&exp.Time, now)+", at "+clockTime(exp))
	}
	return v.bad(name, "ran out "+fromNow(&exp.Time, now)+", at "+clockTime(exp)+"; the session may still be live")
}

func clockTime(t *jwt.NumericDate) string { return t.UTC().Format("2006-01-02 15:04:05 UTC") }

// whose says whether it belongs to the member.
func (v *jwtDialog) whose() ui.DetailField {
	const name = "Member"
	switch v.token.says.Subject {
	case v.member.MemberID:
		return v.right(name, memberName(v.member)+" of "+orNone(v.token.says.Organization.Slug))
	case "":
		return v.doubtful(name, "it names none")
	}
	return v.bad(name, "not "+memberName(v.member)+": it belongs to "+v.token.says.Subject)
}

// session says whether its session is one of those that are live.
func (v *jwtDialog) session(now time.Time) ui.DetailField {
	const name = "Session"
	id := v.token.says.Session.ID
	i := slices.IndexFunc(v.known, func(s b2b.MemberSession) bool { return s.MemberSessionID == id })
	switch {
	case id == "":
		return v.doubtful(name, "none: this is no JWT of a session")
	case i >= 0:
		return v.right(name, id+" is live, and ends "+ending(v.known[i], now))
	}
	return v.doubtful(name, id+" is not among the live sessions listed here")
}

// issuer says whether it was made for this project.
func (v *jwtDialog) issuer() ui.DetailField {
	says, project := v.token.says, v.env.API.ProjectID()
	if slices.Contains(says.Audience, project) {
		return v.right("Made for", "this project, by "+says.Issuer)
	}
	return v.bad("Made for", orNone(strings.Join(says.Audience, ", "))+" by "+orNone(says.Issuer)+", not for "+project)
}
