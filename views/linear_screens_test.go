package views_test

import (
	"strings"
	"testing"
)

// tells fails the test unless all of these were told, in this order.
func tells(t *testing.T, told string, wanted ...string) {
	t.Helper()
	rest := told
	for _, want := range wanted {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Errorf("%q was not told, or not in its place:\n%s", want, told)
			return
		}
		rest = after
	}
}

func TestLinear_settingsAreChangedHeardAndTakenBack(t *testing.T) {
	steps := append(lines("/", "acme", "settings", "go mfa", "edit", ".?", "1", "dry run", "esc", "save", "send"), func(l *listener) string {
		if org := l.organization("acme-robotics"); org.MFAPolicy != "REQUIRED_FOR_ALL" {
			t.Errorf("the policy is %s", org.MFAPolicy)
		}
		return "undo"
	})
	steps = append(append(steps, lines("yes")...), func(l *listener) string {
		if org := l.organization("acme-robotics"); org.MFAPolicy != "OPTIONAL" {
			t.Errorf("the policy is %s", org.MFAPolicy)
		}
		return "quit"
	})
	isTranscript(t, "settings", listen(t, nil, steps...))
}

func TestLinear_optionsAreChosenByNumberAndByName(t *testing.T) {
	told := listen(t, nil, lines("filters", "maybe", "YES", ".save", "members", "filters", "1 9", "1 2", "", ".save", "quit")...)
	tells(t, told,
		"Option 1: either, chosen\n", "Option 2: yes\n", "Option 3: no\n",
		"Note: There is no option “maybe”.\n", "Active SSO connection: yes\nField 2 of 9: Slug contains\n",
		"SSO: yes\n", "Row 1 of 13.",
		"Option 1: pending\n", "Note: There is no option “1 9”.\n",
		"Status: pending, invited\n", "Option 1: pending, chosen\n", "Option 2: invited, chosen\n",
		"status: pending, invited\n", "Row 1 of 35.")
}

func TestLinear_rowsAreReadPageByPage(t *testing.T) {
	told := listen(t, nil, lines("rows", "next", "next", "previous", "previous", "go 7", "go 70", "where", "rows please", "quit")...)
	tells(t, told,
		"Rows 1 to 20 of 24. Columns: Name, Slug, Members, MFA, Sign-in, SSO, Created\n1. Acme Robotics, acme-robotics, 245, optional, all, 1, 2024-05-15\n2. ",
		"\n20. ", "> next\nRows 21 to 24 of 24, the last. Columns: ", "\n24. ", "> next\nNote: the last rows are those from here on; rows reads them.\n",
		"> previous\nRows 1 to 20 of 24. ", "> previous\nNote: this is the first row.\n",
		"> go 7\nRow 7 of 24. Name: ", "> go 70\nRow 24 of 24. Name: ", "Note: there is no row 70; this is the last.\n",
		"> where\nYou are at Organizations.\nRow 24 of 24. Name: ", "orgdeck, SANDBOX sandbox\n",
		"Note: nothing here is called “rows please”; ? lists all.\n")
}

func TestLinear_rowsThatWereNotFetchedAreFetched(t *testing.T) {
	told := listen(t, nil, lines("/", "acme", "members", "go 150", "go 150", "rows", "quit")...)
	tells(t, told, "Row 100 of 245. ", "Note: row 150 was not fetched yet", "> go 150\nRow 150 of 245. ", "> rows\nRows 150 to 169 of 245. ")
}

func TestLinear_overviewAndRolesAreToldInWords(t *testing.T) {
	isTranscript(t, "overview", listen(t, nil, lines("/", "acme", "open", "roles", "go billing", "go stytch", "quit")...))
}

func TestLinear_commandsHelpAndQuittingInAForm(t *testing.T) {
	steps := lines("commands", "delete", ".clear", "disc", ".esc", "edit", "Acme Machines", ".help", ".where", ".quit", "no", ".quit", "yes")
	told := listen(t, nil, steps...)
	tells(t, told,
		"Dialog: Commands\nChoice 1: Open\n", "number of a choice, or text to find> delete\n", "What fits “delete”:\nChoice 1: Delete\n",
		"Dialog: Edit Acme Robotics\n", "Name: Acme Machines\n",
		"Commands:\n1. save (ctrl+s)\n", "With a dot before it, it is a command",
		"You are at Organizations.\nDialog: Edit Acme Robotics\nField 2 of ",
		"Dialog: Quit all the same?\n", "You can: 1 quit, 2 no, ",
		"> no\nDialog: Edit Acme Robotics\n", "Dialog: Quit all the same?\n", "> yes\n")
	if strings.Contains(told, "org.delete") || strings.HasSuffix(told, "orgdeck ends.\n") {
		t.Errorf("ids were told, or it did not quit by itself:\n%s", told)
	}
}

func TestLinear_aWordRunsOnlyWhatItIsCalled(t *testing.T) {
	told := listen(t, nil, lines("sso", "dlt", "open", "sso", "quit")...)
	tells(t, told, "nothing here is called “sso”", "nothing here is called “dlt”", "Tab SSO, 4 of 6: ")
}

func TestLinear_listsAreExported(t *testing.T) {
	t.Chdir(t.TempDir())
	tells(t, listen(t, nil, lines("export", "1", "rows", "quit")...), "Dialog: Export 24 organizations\nChoice 1: CSV, ", "24 organizations", ".csv")
}
