package views_test

import (
	"encoding/json"
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

const hostilePlan = `gold\n\u001b[31m`
