package views

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// scimSections list all that is known of a connection, by subject.
func scimSections(env *Env, c b2b.SCIMConnection, groups string, now time.Time) []ui.DetailSection {
	th := env.Theme
	status, style := "✓ "+c.Status, th.Success
	if c.Status != connectionActive {
		status, style = "! "+c.Status, th.Warning
	}
	return []ui.DetailSection{
		{Title: "Connection", Fields: []ui.DetailField{
			{Name: "Name", Value: c.DisplayName},
			{Name: "Status", Value: status, Style: style},
			{Name: "Identity provider", Value: providerName(c.IdentityProvider)},
			{Name: "Connection id", Value: c.ConnectionID},
		}},
		{Title: "For the directory", Fields: append([]ui.DetailField{{Name: "Base URL", Value: c.BaseURL}}, tokenFields(th, c, now)...)},
		{Title: "Groups", Fields: append([]ui.DetailField{{Name: "Received", Value: groups}}, scimRoleFields(c)...)},
	}
}

// tokenFields show what is known of the tokens: they themselves were shown once.
func tokenFields(th *theme.Theme, c b2b.SCIMConnection, now time.Time) []ui.DetailField {
	fields := []ui.DetailField{
		{Name: "Bearer token", Value: lastFourWords(c.BearerTokenLastFour) + "\nuntil " + expiryWords(c.BearerTokenExpiresAt, now),
			Copy: c.BearerTokenLastFour, Style: expiryStyle(th, c.BearerTokenExpiresAt, now)},
	}
	if c.NextBearerTokenExpiresAt == nil {
		return append(fields, ui.DetailField{Name: "Next token", Value: ""})
	}
	return append(fields, ui.DetailField{
		Name: "Next token", Value: lastFourWords(c.NextBearerTokenLastFour) + "\nuntil " + expiryWords(c.NextBearerTokenExpiresAt, now),
		Copy: c.NextBearerTokenLastFour, Style: th.Warning,
	})
}

func lastFourWords(four string) string { return "ends in " + cmp.Or(four, "?") }

// scimRoleFields say which groups give which roles.
func scimRoleFields(c b2b.SCIMConnection) []ui.DetailField {
	var lines []string
	for _, a := range c.SCIMGroupImplicitRoleAssignments {
		lines = append(lines, cmp.Or(a.GroupName, a.GroupID)+roleArrow+a.RoleID)
	}
	return []ui.DetailField{{Name: "Roles by group", Value: strings.Join(lines, "\n")}}
}

// groupsWords say how many groups the directory has sent, as far as that is known.
func groupsWords(env *Env, page *api.Page[b2b.SCIMGroup], err error) string {
	key := env.Keys.Binding(keymap.Open).Help().Key
	switch {
	case err != nil:
		return "could not be read: " + api.Reason(err) + " " + env.Keys.Binding(keymap.Refresh).Help().Key + " tries again."
	case page == nil:
		return "reading…"
	case len(page.Items) == 0:
		return "none yet"
	case page.NextCursor != "":
		return strconv.Itoa(len(page.Items)) + " and more; " + key + " lists them, with their roles"
	}
	return plural(len(page.Items), "group") + "; " + key + " lists them, with their roles"
}
