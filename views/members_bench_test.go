package views

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// cursorDown is how the whole screen, frame included, answers one key over a
// list of n members.
func cursorDown(tb testing.TB, n int) func() {
	tb.Helper()
	client, err := api.New(api.Config{ProjectID: "project-test-bench", Secret: "secret-test-bench", BaseURL: "http://127.0.0.1"},
		api.WithTransport(api.Local(http.NotFoundHandler())))
	if err != nil {
		tb.Fatal(err)
	}
	env := &Env{API: client, Log: &api.Log{}, Keys: keymap.Default(), Theme: theme.New(true)}
	view := newMembers(env, b2b.Organization{OrganizationID: "o", OrganizationName: "Acme Robotics"})
	app := ui.New(context.Background(), ui.Options{Theme: env.Theme, Keys: env.Keys}, ui.Section{Name: "Members", Open: func() ui.View { return view }})
	app.Init()
	app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	view.list.page.Cancel()
	view.list.table.SetRows(manyMembers(n))
	down := tea.KeyMsg{Type: tea.KeyDown}
	return func() {
		if view.list.table.AtEnd() { // at the last row a key would change nothing
			view.list.table.Move(-n)
		}
		app.Update(down)
		_ = app.View()
	}
}

func manyMembers(n int) []memberRow {
	created := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	statuses := b2b.MemberStatusValues()
	rows := make([]memberRow, n)
	for i := range rows {
		rows[i] = memberRow{Member: b2b.Member{
			MemberID: fmt.Sprintf("member-test-%08d", i), EmailAddress: fmt.Sprintf("someone.with.a.name.%d@acme-robotics.example", i),
			Name: fmt.Sprintf("Someone Named %d", i), Status: statuses[i%len(statuses)], MFAEnrolled: i%3 == 0, CreatedAt: &created,
		}}
	}
	return rows
}

func BenchmarkMembers_cursorDown(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			press := cursorDown(b, n)
			b.ReportAllocs()
			for b.Loop() {
				press()
			}
		})
	}
}

// TestMembers_aKeyIsCheap holds the whole screen to the bar of a key: at most
// fifty allocations, whatever the length of the list.
func TestMembers_aKeyIsCheap(t *testing.T) {
	for _, n := range []int{1_000, 100_000} {
		press := cursorDown(t, n)
		if allocs := testing.AllocsPerRun(200, press); allocs > 50 {
			t.Errorf("a key over %d members costs %.0f allocations", n, allocs)
		}
	}
}
