package ui_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

type person struct {
	id, name, email, status, role, mfa string
}

func people(n int) []person {
	status, role, mfa := []string{"active", "invited", "pending"}, []string{"member", "admin"}, []string{"totp", "none", "sms"}
	rows := make([]person, n)
	for i := range rows {
		number := strconv.Itoa(i)
		id := "member-" + "0000000"[:7-len(number)] + number
		rows[i] = person{id, "Person " + number, "person" + number + "@acme.example", status[i%3], role[i%2], mfa[i%3]}
	}
	return rows
}

func peopleTable(th *theme.Theme) *ui.Table[person] {
	styled := func(s lipgloss.Style) func(person) lipgloss.Style {
		return func(person) lipgloss.Style { return s }
	}
	return ui.NewTable(th, func(p person) string { return p.id },
		ui.Column[person]{Title: "Name", Cell: func(p person) string { return p.name }, Style: styled(th.Bold)},
		ui.Column[person]{Title: "E-mail", Cell: func(p person) string { return p.email }, Style: styled(th.Muted)},
		ui.Column[person]{Title: "Status", Width: 8, Priority: 1, Cell: func(p person) string { return p.status }, Style: styled(th.Success)},
		ui.Column[person]{Title: "Role", Width: 8, Priority: 2, Cell: func(p person) string { return p.role }, Style: styled(th.Accent)},
		ui.Column[person]{Title: "MFA", Width: 6, Priority: 3, Cell: func(p person) string { return p.mfa }, Style: styled(th.Warning)},
		ui.Column[person]{Title: "ID", Width: 16, Priority: 9, Cell: func(p person) string { return p.id }, Style: styled(th.Faint)},
	)
}

// colours makes this test's output coloured, as on a terminal.
func colours(tb testing.TB) {
	before := lipgloss.ColorProfile()
	lipgloss.SetColorProfile(termenv.TrueColor)
	tb.Cleanup(func() { lipgloss.SetColorProfile(before) })
}

func press(k string) tea.KeyMsg {
	for _, t := range []tea.KeyType{tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown, tea.KeyHome, tea.KeyEnd, tea.KeySpace} {
		if msg := (tea.KeyMsg{Type: t}); msg.String() == k {
			return msg
		}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
}

func selected(t *testing.T, table *ui.Table[person]) string {
	t.Helper()
	row, ok := table.Selected()
	if !ok {
		return ""
	}
	return row.id
}

func TestTable_drawsWhatIsMissingTheSameInEveryColumn(t *testing.T) {
	table := ui.NewTable(theme.New(true), func(p person) string { return p.id },
		ui.Column[person]{Title: "Name", Width: 6, Cell: func(p person) string { return p.name }},
		ui.Column[person]{Title: "Logins", Width: 6, Right: true, Cell: func(p person) string { return p.role }},
		ui.Column[person]{Title: "Status", Width: 6, Cell: func(p person) string { return p.status }})
	table.SetSize(30, 4)
	table.SetRows([]person{{id: "1", name: "Ada", role: "12", status: "active"}, {id: "2"}})
	lines := strings.Split(ansi.Strip(table.View()), "\n")
	if got := strings.TrimRight(lines[2], " "); got != "   –           – –" {
		t.Errorf("%q", got)
	}
}

func TestTable_saysWhichColumnsThereIsNoRoomFor(t *testing.T) {
	table := peopleTable(theme.New(true))
	fitting := func() string {
		var titles []string
		for _, c := range table.Columns() {
			if c.Fits {
				titles = append(titles, c.Title)
			}
		}
		return strings.Join(titles, " ")
	}
	for _, step := range []struct {
		width  int
		hidden []string
		want   string
	}{
		{80, nil, "Name E-mail Status Role MFA ID"},
		{40, nil, "Name E-mail Status Role"},
		{40, []string{"Name"}, "Name E-mail Status Role MFA"},
		{40, []string{"Name", "E-mail", "Status"}, "Name E-mail Status Role MFA ID"},
		{20, nil, "Name E-mail"},
	} {
		table.SetSize(step.width, 10)
		table.SetHidden(step.hidden)
		if got := fitting(); got != step.want {
			t.Errorf("at %d without %v there is room for %q, want %q", step.width, step.hidden, got, step.want)
		}
	}
}

func TestTable_movesByKeys(t *testing.T) {
	table := peopleTable(theme.New(true))
	table.SetSize(80, 11)
	table.SetRows(people(100))
	for _, c := range []struct {
		keys string
		want int
	}{
		{"down", 1}, {"j", 2}, {"k", 1}, {"up", 0}, {"up", 0}, {"pgdown", 10}, {"pgup", 0}, {"G", 99}, {"down", 99}, {"g", 0}, {"end", 99}, {"home", 0},
	} {
		if !table.Update(press(c.keys)) {
			t.Errorf("%s is not a key of the table", c.keys)
		}
		if got, want := selected(t, table), fmt.Sprintf("member-%07d", c.want); got != want {
			t.Errorf("after %s: %s, want %s", c.keys, got, want)
		}
		if view := ansi.Strip(table.View()); !strings.Contains(view, "▸  Person "+fmt.Sprint(c.want)+" ") {
			t.Errorf("after %s the cursor is not seen:\n%s", c.keys, view)
		}
	}
	if table.Update(press("x")) {
		t.Error("x is taken")
	}
}

func TestTable_drawsExactlyItsArea(t *testing.T) {
	colours(t)
	rapid.Check(t, func(t *rapid.T) {
		rows := people(rapid.IntRange(0, 30).Draw(t, "rows"))
		for i := range rows {
			rows[i].name = hostile().Draw(t, "name")
		}
		table := peopleTable(theme.New(true))
		width, height := rapid.IntRange(1, 140).Draw(t, "width"), rapid.IntRange(1, 20).Draw(t, "height")
		table.SetSize(width, height)
		table.SetRows(rows)
		table.SetMatch(rapid.SampledFrom([]string{"", "son", "e", "株"}).Draw(t, "match"))
		for _, k := range rapid.SliceOf(rapid.SampledFrom([]string{"down", "G", " ", "*", "pgup"})).Draw(t, "keys") {
			table.Update(press(k))
		}
		lines := strings.Split(table.View(), "\n")
		if len(lines) != height {
			t.Fatalf("%d lines in %d", len(lines), height)
		}
		for _, line := range lines {
			if line != "" && ui.Width(line) != width && len(rows) > 0 {
				t.Fatalf("a line is %d wide in %d: %q", ui.Width(line), width, line)
			}
			checkClean(t, ansi.Strip(line))
			if plain := ansi.Strip(line); ui.Clean(plain) != plain {
				t.Fatalf("not clean: %q", line)
			}
		}
	})
}

func TestTable_keepsTheCursorOnItsRow(t *testing.T) {
	table := peopleTable(theme.New(true))
	table.SetSize(80, 11)
	rows := people(50)
	table.SetRows(rows)
	table.Move(20)

	backwards := slices.Clone(rows)
	slices.Reverse(backwards)
	table.SetRows(backwards)
	if got := selected(t, table); got != "member-0000020" {
		t.Fatalf("after sorting: %s", got)
	}
	table.Remove("member-0000030")
	if got := selected(t, table); got != "member-0000020" {
		t.Fatalf("after a removal above: %s", got)
	}
	changed := rows[20]
	changed.name = "Renamed"
	if !table.Replace(changed) || !strings.Contains(table.View(), "Renamed") {
		t.Fatalf("not replaced:\n%s", table.View())
	}
	if table.Replace(person{id: "nobody"}) || table.Remove("nobody") {
		t.Fatal("an unknown row was found")
	}
	table.SetRows(nil)
	if _, ok := table.Selected(); ok {
		t.Fatal("a row is selected in an empty table")
	}
	if table.AppendRows(rows...); selected(t, table) != "member-0000000" {
		t.Fatal("nothing is selected after the first page")
	}
}

func TestTable_marks(t *testing.T) {
	table := peopleTable(theme.New(true))
	table.SetSize(80, 11)
	rows := people(5)
	table.SetRows(rows)
	table.Update(press(" "))
	table.Update(press(" "))
	if m := table.Marked(); len(m) != 2 || m[1].id != "member-0000001" {
		t.Fatal(m)
	}
	if n := strings.Count(table.View(), "✓"); n != 2 {
		t.Fatalf("%d marks are seen:\n%s", n, table.View())
	}
	table.SetRows(rows[1:])
	if m := table.Marked(); len(m) != 1 || table.MarkCount() != 1 {
		t.Fatalf("a mark outlived its row: %v", m)
	}
	table.Update(press("*"))
	if table.MarkCount() != 4 {
		t.Fatal(table.MarkCount())
	}
	table.Update(press("*"))
	if table.MarkCount() != 0 || table.ClearMarks() {
		t.Fatal("not unmarked")
	}
}

func TestTable_columnsVanishByPriority(t *testing.T) {
	table := peopleTable(theme.New(true))
	table.SetRows(people(3))
	head := func(width int) string {
		table.SetSize(width, 5)
		return strings.Join(strings.Fields(ansi.Strip(strings.Split(table.View(), "\n")[0])), " ")
	}
	for width, want := range map[int]string{120: "Name E-mail Status Role MFA ID", 50: "Name E-mail Status Role MFA", 30: "Name E-mail Status", 20: "Name E-mail", 12: "Name"} {
		if got := head(width); got != want {
			t.Errorf("%d: %q, want %q", width, got, want)
		}
	}
	table.SetHidden([]string{"E-mail", "Role", "no such column"})
	if got := head(120); got != "Name Status MFA ID" {
		t.Error(got)
	}
	table.SetSort("Status", true)
	if got := head(120); !strings.Contains(got, "Status ▼") {
		t.Error(got)
	}
	table.SetSort("Status", false)
	if got := head(120); !strings.Contains(got, "Status ▲") {
		t.Error(got)
	}
	table.SetHidden([]string{"Name", "E-mail", "Status", "Role", "MFA", "ID"})
	if got := head(120); got == "" {
		t.Error("no column is left")
	}
}

func TestTable_paging(t *testing.T) {
	table := peopleTable(theme.New(true))
	table.SetSize(80, 11)
	table.SetRows(people(100))
	if table.AtEnd() {
		t.Fatal("at the end on the first row of 100")
	}
	table.Move(90)
	if !table.AtEnd() {
		t.Fatal("not at the end on a last page")
	}
	table.SetTotal(250)
	if got := table.Position(); got != "91/250" {
		t.Fatal(got)
	}
	table.SetTotal(-1)
	if got := table.Position(); got != "91/100+" {
		t.Fatal(got)
	}
}

func TestTable_highlightsMatches(t *testing.T) {
	colours(t)
	th := theme.New(true)
	table := peopleTable(th)
	table.SetSize(80, 5)
	table.SetRows(people(3))
	table.SetMatch("PERSON 1")
	if want := th.Match.Render("Person") + ""; strings.Contains(table.View(), want) {
		t.Fatal("half a match is highlighted")
	}
	if on, _, _ := strings.Cut(th.Match.Inline(true).Render("x"), "x"); !strings.Contains(table.View(), on+"Person 1") {
		t.Fatalf("%q", table.View())
	}
}

func TestTable_drawsAnewWhenTheThemeChanges(t *testing.T) {
	colours(t)
	th := theme.New(true)
	table := peopleTable(th)
	table.SetSize(80, 5)
	table.SetRows(people(3))
	_, before, _ := strings.Cut(table.View(), "\n")
	th.SetDark(false)
	if _, after, _ := strings.Cut(table.View(), "\n"); after == before {
		t.Fatal("the same rows on dark and light")
	}
	lipgloss.SetColorProfile(termenv.Ascii)
	if view := table.View(); strings.Contains(view, "\x1b") {
		t.Fatalf("colour without colours: %q", view)
	}
}

func TestTable_mouse(t *testing.T) {
	table := peopleTable(theme.New(true))
	table.SetSize(80, 11)
	table.SetRows(people(30))
	table.Mouse(tea.MouseMsg{Button: tea.MouseButtonWheelDown})
	if got := selected(t, table); got != "member-0000003" {
		t.Fatal(got)
	}
	click := func(y int) bool {
		return table.Mouse(tea.MouseMsg{Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	}
	if !click(6) || selected(t, table) != "member-0000005" {
		t.Fatal(selected(t, table))
	}
	if click(0) || click(11) {
		t.Fatal("a click beside the rows was taken")
	}
}

func TestTable_saysWhyItIsEmpty(t *testing.T) {
	table := peopleTable(theme.New(true))
	table.SetSize(30, 6)
	table.Empty = "No members match. Press esc to clear the search."
	if view := table.View(); !strings.Contains(view, "No members match.") {
		t.Fatal(view)
	}
}

func TestTable_saysHowManyRowsThereAreOnceThatIsKnown(t *testing.T) {
	table := peopleTable(theme.New(true))
	if got := table.Position(); got != "" {
		t.Errorf("before any rows were given it says %q", got)
	}
	table.SetRows(nil)
	if got := table.Position(); got != "0/0" {
		t.Errorf("with no rows it says %q", got)
	}
}
