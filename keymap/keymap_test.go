package keymap_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/keymap"
)

func TestDefault_everyActionHasKeysAndHelp(t *testing.T) {
	m := keymap.Default()
	seen := map[keymap.ID]bool{}
	for _, id := range keymap.IDs() {
		if seen[id] {
			t.Errorf("%s is there twice", id)
		}
		seen[id] = true
		b := m.Binding(id)
		if len(b.Keys()) == 0 || b.Help().Key == "" || b.Help().Desc == "" {
			t.Errorf("%s: keys %q, help %+v", id, b.Keys(), b.Help())
		}
		if keymap.Describe(id) != b.Help().Desc {
			t.Errorf("%s: described as %q", id, keymap.Describe(id))
		}
	}
}

func TestLive_everyScopeHasActionsAndEveryActionAScope(t *testing.T) {
	somewhere := map[keymap.ID]bool{}
	for _, scope := range keymap.Scopes() {
		actions := keymap.Live(scope)
		if len(actions) == 0 {
			t.Errorf("nothing is live in %q", scope)
		}
		for _, id := range actions {
			somewhere[id] = true
		}
	}
	for _, id := range keymap.IDs() {
		if !somewhere[id] {
			t.Errorf("%s is live nowhere", id)
		}
	}
	if got := keymap.Live("no such scope"); got != nil {
		t.Errorf("somewhere unknown are %v", got)
	}
}

func TestLive_tellsSharedActionsAsWell(t *testing.T) {
	if got := keymap.Live("import of members"); !slices.Contains(got, keymap.Filter) {
		t.Errorf("in the import are %v", got)
	}
}

func TestDefault_noTwoLiveActionsShareAKey(t *testing.T) {
	if _, err := keymap.Default().Override(nil); err != nil {
		t.Fatal(err)
	}
}

func TestBinding_matchesWhatTheTerminalSends(t *testing.T) {
	m := keymap.Default()
	for id, msg := range map[keymap.ID]tea.KeyMsg{
		keymap.MarkOne:     {Type: tea.KeySpace, Runes: []rune{' '}},
		keymap.PageDown:    {Type: tea.KeyPgDown},
		keymap.Palette:     {Type: tea.KeyCtrlK},
		keymap.PrevTab:     {Type: tea.KeyShiftTab},
		keymap.Down:        {Type: tea.KeyRunes, Runes: []rune{'j'}},
		keymap.FormSave:    {Type: tea.KeyCtrlS},
		keymap.EnrolVerify: {Type: tea.KeyEnter},
	} {
		if !key.Matches(msg, m.Binding(id)) {
			t.Errorf("%s does not match %q", id, msg)
		}
	}
	if key.Matches(tea.KeyMsg{Type: tea.KeyEnter}, m.Binding("no.such")) {
		t.Error("an unknown action matches a key")
	}
}

func TestOverride(t *testing.T) {
	old := keymap.Default()
	m, err := old.Override(map[string][]string{"org.delete": {"D", "delete"}, "table.mark": {"space"}, "app.mouse": {}})
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Binding(keymap.OrgDelete); got.Help().Key != "D/delete" || got.Help().Desc != "delete" {
		t.Errorf("help %+v", got.Help())
	}
	if key.Matches(tea.KeyMsg{Type: tea.KeyCtrlT}, m.Binding(keymap.Mouse)) {
		t.Error("an action without keys still answers")
	}
	if old.Binding(keymap.OrgDelete).Help().Key != "d" {
		t.Error("the map that was overridden changed")
	}
}

func TestOverride_refuses(t *testing.T) {
	for name, tc := range map[string]struct {
		keys map[string][]string
		says string
	}{
		"an unknown action":        {map[string][]string{"org.delte": {"D"}}, `"org.delte" is not an action (did you mean org.delete?)`},
		"not a key":                {map[string][]string{"org.new": {"ctrl+ö"}}, `org.new: "ctrl+ö" is not a key`},
		"tab by another name":      {map[string][]string{"org.new": {"ctrl+i"}}, `not a key`},
		"ctrl+c":                   {map[string][]string{"app.quit": {"ctrl+c"}}, "ctrl+c always quits"},
		"a key taken here":         {map[string][]string{"org.delete": {"e"}}, "e is the key of both org.edit and org.delete"},
		"a key taken anywhere":     {map[string][]string{"org.delete": {"?"}}, "? is the key of both app.help and org.delete"},
		"a key of a shared screen": {map[string][]string{"member.delete": {"tab"}}, "tab is the key of both nav.next_tab and member.delete"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := keymap.Default().Override(tc.keys)
			if err == nil || !strings.Contains(err.Error(), tc.says) {
				t.Fatalf("got %v, want %q", err, tc.says)
			}
		})
	}
}

func TestOverride_tellsAllThatIsWrongAtOnce(t *testing.T) {
	_, err := keymap.Default().Override(map[string][]string{"nope": {"x"}, "org.new": {"banana"}})
	if err == nil || !strings.Contains(err.Error(), "nope") || !strings.Contains(err.Error(), "banana") {
		t.Fatal(err)
	}
}

func BenchmarkBinding(b *testing.B) {
	m := keymap.Default()
	b.ReportAllocs()
	for b.Loop() {
		m.Binding(keymap.MemberDelete)
	}
}
