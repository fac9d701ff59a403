package views_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// remembering opens the console with what an earlier run has kept.
func remembering(memory *views.Memory) setting {
	return func(env *views.Env, options *ui.Options) {
		env.Memory, options.Start = memory, memory.Section
	}
}

func TestMemory_listsAreAsTheyWereLeft(t *testing.T) {
	var memory views.Memory
	inConsole(t, 120, 36, func(c *console) {
		c.Press("s", "S", "c", "down", " ", "esc") // by name, backwards, without the slug
		c.sees("Name ▼")
		c.doesNotSee("Slug")
		c.Press("2")
		c.Press("s", "s")
		c.sees("E-mail ▲")
	}, remembering(&memory))

	text, err := json.Marshal(memory)
	if err != nil || strings.Contains(string(text), "Acme") {
		t.Fatalf("kept %s: %v", text, err)
	}
	var kept views.Memory
	if err := json.Unmarshal(text, &kept); err != nil {
		t.Fatal(err)
	}
	inConsole(t, 120, 36, func(c *console) {
		c.sees("Name ▼")
		c.doesNotSee("Slug")
		c.Press("m")
		c.doesNotSee("▲") // within an organization nothing was sorted
		c.Press("2")
		c.sees("E-mail ▲")
	}, remembering(&kept))
}

func TestMemory_beginsWhereItWasLeft(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.sees("▸5 Requests")
	}, remembering(&views.Memory{Section: "nav.requests"}))
}

func TestMemory_ofAColumnThatIsGoneIsLeftOut(t *testing.T) {
	memory := &views.Memory{Lists: map[string]*views.ListMemory{"organizations": {Sort: "Weight", Hidden: []string{"Weight"}}}}
	inConsole(t, 120, 36, func(c *console) {
		c.sees("Name", "Acme Robotics")
		c.doesNotSee("▲")
	}, remembering(memory))
}

func TestColumns_showWhatTheUserNamed(t *testing.T) {
	columns := func(env *views.Env, _ *ui.Options) {
		env.Columns = views.Columns{
			"members":       {{Title: "Plan", Path: "trusted_metadata.plan", Width: 10}, {Title: "First role", Path: "roles.0.role_id", Width: 14}},
			"organizations": {{Title: "Invites", Path: "email_invites", Width: 12}},
		}
	}
	inConsole(t, 160, 40, func(c *console) {
		m := c.member(ada)
		if _, err := c.connect().Members.Update(m, b2b.UpdateMember{TrustedMetadata: b2b.Object{"plan": []byte(`"` + hostilePlan + `"`)}}).Do(c.t.Context()); err != nil {
			c.t.Fatal(err)
		}
		c.sees("Invites", "ALL_ALLOWED")
		c.Press("m", "p")
		c.sees("Plan", "gold⏎", "First role", "stytch_")
		if bad := control(c.Frame()); bad != "" {
			c.t.Fatalf("the frame holds %q", bad)
		}
		c.Press("c")
		c.sees("[x] Plan")
	}, columns)
}

func TestColumns_showWhateverIsAtTheirPath(t *testing.T) {
	columns := views.Columns{}
	for _, path := range strings.Fields("account seats none paid nothing tags.-1 tags.1 tags.2 tags.first tags.1.more limits seats.more") {
		columns["members"] = append(columns["members"], views.CustomColumn{Title: path, Path: "trusted_metadata." + path, Width: 22})
	}
	inConsole(t, 400, 40, func(c *console) {
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{TrustedMetadata: b2b.Object{
			"account": []byte("12345678901234567890"), "seats": []byte("12"), "paid": []byte("true"), "nothing": []byte("null"),
			"tags": []byte(`["red","blue"]`), "limits": []byte(`{"disk":"1 GB"}`),
		}}))
		c.Press("m", "p") // without the pane
		for line := range strings.Lines(c.Screen()) {
			if _, row, found := strings.Cut(line, ada); found {
				shown := slices.DeleteFunc(strings.Fields(row), func(cell string) bool { return cell == "–" })
				if got := strings.Join(shown, " "); !strings.HasSuffix(got, ` 12345678901234567890 12 true blue {"disk":"1 GB"}`) {
					c.t.Errorf("the row shows %s", got)
				}
			}
		}
		c.sees("account", "seats.more")
	}, func(env *views.Env, _ *ui.Options) { env.Columns = columns })
}

const hostilePlan = `gold\n\u001b[31m`
