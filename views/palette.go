package views

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// paletteFinds is how many organizations, and how many members, the palette
// shows beside its commands.
const paletteFinds = 5

// Palette finds the organizations and members that the command palette can go
// to. What is too short to be searched for finds nothing.
func Palette(env *Env) ui.PaletteSource {
	return func(text string) async.Call[[]ui.Item] {
		client := env.API
		return func(ctx context.Context) ([]ui.Item, error) { return destinations(ctx, env, client, text) }
	}
}

func destinations(ctx context.Context, env *Env, client *api.Client, text string) ([]ui.Item, error) {
	if !searchable(text) {
		return nil, nil
	}
	found, err := client.Organizations.Lookup(ctx, text, b2b.SearchOrganizations{Limit: api.Ptr(paletteFinds)})
	if err != nil {
		return nil, explain(err)
	}
	var items []ui.Item
	for _, org := range found.Items {
		items = append(items, orgItem(env, org))
	}
	members, err := membersAnywhere(ctx, client, text)
	if err != nil {
		return items, explain(err)
	}
	for _, m := range members {
		items = append(items, memberItem(env, m))
	}
	return items, nil
}

// searchable reports whether the API takes text in a search.
func searchable(text string) bool {
	_, err := api.OrganizationQuery(text)
	return err == nil && strings.TrimSpace(text) != ""
}

// membersAnywhere searches for members in those organizations that have one who
// is found by text: the search for members wants to be told where to look.
func membersAnywhere(ctx context.Context, client *api.Client, text string) ([]memberRow, error) {
	in, err := client.Organizations.Search(ctx, b2b.SearchOrganizations{
		Limit: api.Ptr(pageSize), Query: api.And(api.Filter(b2b.FilterMemberEmailFuzzy, strings.TrimSpace(text))),
	})
	if err != nil || len(in.Items) == 0 {
		return nil, err
	}
	search := b2b.SearchMembers{Limit: api.Ptr(paletteFinds)}
	for _, org := range in.Items {
		search.OrganizationIDs = append(search.OrganizationIDs, org.OrganizationID)
	}
	if search.Query, err = api.MemberQuery(text); err != nil {
		return nil, err
	}
	page, err := client.Members.Search(ctx, search)
	if err != nil {
		return nil, err
	}
	return memberRows(page).Items, nil
}

func orgItem(env *Env, org b2b.Organization) ui.Item {
	return ui.Item{
		Name: org.OrganizationName, Detail: "organization · " + org.OrganizationSlug,
		Run: func() tea.Cmd { return ui.Push(newOrg(env, org, "Overview")) },
	}
}

func memberItem(env *Env, row memberRow) ui.Item {
	return ui.Item{
		Name: memberName(row.Member), Detail: "member · " + row.EmailAddress,
		Run: func() tea.Cmd { return ui.Push(newMember(env, row.Member, row.org, "Profile")) },
	}
}
