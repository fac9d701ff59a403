package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"example.com/orgdeck/keymap"
	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

func helpPage() *page {
	keys := keymap.Default()
	return &page{actions: []ui.Action{
		ui.Act(keys, keymap.OrgNew, nil),
		ui.Act(keys, keymap.OrgDelete, nil).Because("No organization is selected."),
	}}
}

func TestHelp_listsEveryKeyThatWorksHere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, helpPage())
		d.Resize(120, 50)
		d.Press("?")
		wantOnScreen(t, d, "Here", "new organization", "org.new", "No organization is selected.",
			"Moving", "↑/k", "table.page_down", "Everywhere", ":/ctrl+k", "app.palette", "SectionA", "ctrl+c")
		d.Press("esc")
		wantOffScreen(t, d, "app.palette")
	})
}

func TestHelp_filtersWhileTyping(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, helpPage())
		d.Resize(120, 50)
		d.Press("?")
		beforeX, beforeY := find(t, d, "Keys that work here")
		d.Type("PAL")
		if x, y := find(t, d, "Keys that work here"); x != beforeX || y != beforeY {
			t.Errorf("the dialog jumps from %d,%d to %d,%d", beforeX, beforeY, x, y)
		}
		wantOnScreen(t, d, "app.palette", "Everywhere")
		wantOffScreen(t, d, "org.new", "Here\n", "Moving")
		d.Press("backspace", "backspace", "backspace")
		wantOnScreen(t, d, "org.new")
		d.Type("no such key")
		wantOnScreen(t, d, "No key does that here.")
		if x, y := find(t, d, "Keys that work here"); x != beforeX || y != beforeY {
			t.Errorf("the dialog jumps from %d,%d to %d,%d", beforeX, beforeY, x, y)
		}
	})
}

func TestHelp_tellsIdsOnlyWhereThereIsRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, helpPage())
		d.Press("?")
		wantOnScreen(t, d, "new organization")
		wantOffScreen(t, d, "org.new")
		d.Type("org.new")
		wantOnScreen(t, d, "No key does that here.")
	})
}

func TestHelp_saysInFullWhyAKeyDoesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		why := "The selected organization is in the middle of a move to another project, and that takes a while."
		d := show(t, ui.Options{}, &page{actions: []ui.Action{ui.Act(keymap.Default(), keymap.OrgDelete, nil).Because(why)}})
		d.Press("?")
		wantOnScreen(t, d, "delete · The selected organization is in the", "takes a while.")
		wantOffScreen(t, d, "…")
	})
}

func TestHelp_scrolls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, helpPage())
		d.Resize(80, 16)
		d.Press("?", "down")
		wantOffScreen(t, d, "Here")
		wantOnScreen(t, d, "↓ more")
		d.Press("end")
		wantOffScreen(t, d, "↓ more")
		wantOnScreen(t, d, "quit, whatever is open")
		d.Press("down", "pgdown", "home")
		wantOnScreen(t, d, "Here")
	})
}

func TestHelp_inDialogsListsWhatWorksThere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, helpPage())
		d.Run(ui.Open(&page{actions: []ui.Action{{Key: bind("c")}}}))
		d.Press("?")
		wantOnScreen(t, d, "do c", "back")
		wantOffScreen(t, d, "new organization", "hide or show names", "commands", "↑/k")
	})
}

func TestMenu_filtersAndRunsAfterItHasClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		item := func(name string) ui.Item {
			return ui.Item{Name: name, Run: func() tea.Cmd { return ui.Toast(ui.Info, "chose "+name) }}
		}
		stuck := item("Export")
		stuck.Blocked = "Nothing to export."
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Open(ui.NewMenu("Copy", item("Member ID"), item("E-mail address"), stuck)))
		wantOnScreen(t, d, "╭─ Copy", "› Member ID", "Nothing to export.")
		d.Press("down", "down", "down", "enter")
		wantOnScreen(t, d, "╭─ Copy", "• Nothing to export.")
		_, before := find(t, d, "╭─ Copy")
		d.Type("ema")
		if _, after := find(t, d, "╭─ Copy"); after != before {
			t.Errorf("the dialog jumps from line %d to %d", before, after)
		}
		wantOnScreen(t, d, "› E-mail address")
		d.Press("enter")
		wantOnScreen(t, d, "• chose E-mail address")
		wantOffScreen(t, d, "╭─ Copy")
	})
}

func TestMenu_beginsAtTheFirstThatCanRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		items := []ui.Item{{Name: "Invite", Blocked: "read-only"}, {Name: "Import", Blocked: "read-only"}, {Name: "Export"}, {Name: "Copy"}}
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Open(ui.NewMenu("Do", items...)))
		wantOnScreen(t, d, "  Invite", "› Export")
		d.Type("im")
		wantOnScreen(t, d, "› Import")
		d.Press("backspace", "backspace")
		wantOnScreen(t, d, "  Invite", "› Export")
		d.Press("up", "enter")
		wantOnScreen(t, d, "› Import", "• read-only")
		d.Press("esc")
		d.Run(ui.Open(ui.NewMenu("Do", items[:2]...)))
		wantOnScreen(t, d, "› Invite")
	})
}

func TestMenu_putsWhatIsSaidOfItsItemsInOneColumn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Open(ui.NewMenu("Copy", ui.Item{Name: "Slug", Detail: "acme"}, ui.Item{Name: "Organization id", Detail: "42"},
			ui.Item{Name: "Something with nothing said of it"})))
		wantOnScreen(t, d, "› Slug             acme", "  Organization id  42")
	})
}

func TestMenu_scrollsWithTheCursor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var items []ui.Item
		for r := 'a'; r <= 'z'; r++ {
			items = append(items, ui.Item{Name: "item " + string(r)})
		}
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Open(ui.NewMenu("Letters", items...)))
		wantOnScreen(t, d, "↓ more")
		wantOffScreen(t, d, "item z")
		d.Press(strings.Split(strings.Repeat("down,", 29)+"down", ",")...)
		wantOnScreen(t, d, "› item z")
		wantOffScreen(t, d, "item a", "↓ more")
		d.Press("pgup", "pgup", "pgup")
		wantOnScreen(t, d, "› item a")
		d.Resize(80, 16)
		wantOnScreen(t, d, "› item a")
		d.Type("zzz")
		wantOnScreen(t, d, "Nothing fits.")
		d.Press("enter")
		wantOnScreen(t, d, "Letters")
	})
}

func TestMenu_editsItsFilter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Open(ui.NewMenu("Copy", ui.Item{Name: "Member ID"}, ui.Item{Name: "名前"})))
		d.Type("one two")
		d.Press("ctrl+w")
		wantOnScreen(t, d, "› one ▏")
		d.Press("ctrl+u")
		wantOnScreen(t, d, "type to filter", "Member ID")
		d.Paste("名\n前")
		d.Press("backspace", "backspace")
		wantOnScreen(t, d, "› 名▏", "› 名前")
		d.Press("alt+x", "ctrl+u")
		d.Type(strings.Repeat("long ", 40) + "end")
		wantOnScreen(t, d, "long end▏")
		wantFrameThatFits(t, d, 80, 24)
	})
}

func TestMenu_marksWhatItMatched(t *testing.T) {
	defer lipgloss.SetColorProfile(lipgloss.ColorProfile())
	lipgloss.SetColorProfile(termenv.TrueColor)
	synctest.Test(t, func(t *testing.T) {
		th := theme.New(true)
		d := show(t, ui.Options{Theme: th}, &page{})
		d.Run(ui.Open(ui.NewMenu("Copy", ui.Item{Name: "ID"}, ui.Item{Name: "Member ID"})))
		d.Type("id")
		if want := "Member " + th.Match.Render("I") + th.Match.Render("D"); !strings.Contains(d.Frame(), want) {
			t.Errorf("no %q in %q", want, d.Frame())
		}
	})
}

func TestMenu_clicksChoose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{}, &page{})
		d.Run(ui.Open(ui.NewMenu("Copy",
			ui.Item{Name: "nothing"}, ui.Item{Name: "e-mail", Run: func() tea.Cmd { return ui.Toast(ui.Info, "copied") }})))
		x, y := find(t, d, "e-mail")
		d.Send(click(x, y))
		wantOnScreen(t, d, "• copied")
		wantOffScreen(t, d, "╭─ Copy")
	})
}
