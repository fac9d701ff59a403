package views_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/views"
)

// openEditor runs the program that the test's EDITOR names, as the console does.
func (c *console) openEditor(ctx context.Context, name, text string, done func(string, error) tea.Msg) tea.Cmd {
	variable := func(name string) string {
		if name == "EDITOR" {
			return c.editor
		}
		return ""
	}
	atOnce := func(e tea.ExecCommand, ended tea.ExecCallback) tea.Cmd {
		return func() tea.Msg { return ended(e.Run()) }
	}
	return views.NewEditor(nil, variable, atOnce)(ctx, name, text, done)
}

// desk is where a test's editor works: what it was given lies in "before", and
// the places where files of it could be left behind.
type desk struct {
	t   *testing.T
	dir string
}

// editWith makes a shell script the editor. In it $1 is the file.
func editWith(t *testing.T, script string) (*desk, func(*console)) {
	t.Helper()
	if _, err := demo(); err != nil { // made once, where it outlives this test's directories
		t.Fatal(err)
	}
	d := &desk{t, t.TempDir()}
	tmp := filepath.Join(d.dir, "tmp dir")
	if err := os.Mkdir(tmp, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", tmp)
	d.become(script)
	return d, func(c *console) { c.editor = "sh '" + filepath.Join(d.dir, "editor.sh") + "'" }
}

// become changes what the editor does.
func (d *desk) become(script string) {
	d.t.Helper()
	head := "set -e\ncp \"$1\" '" + d.dir + "/before'\nstat -c '%a' \"$1\" \"$(dirname \"$1\")\" > '" + d.dir + "/modes'\n"
	if err := os.WriteFile(filepath.Join(d.dir, "editor.sh"), []byte(head+script), 0o700); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) read(name string) string {
	d.t.Helper()
	text, err := os.ReadFile(filepath.Join(d.dir, name))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(text)
}

// isClean fails the test when a file was left behind.
func (d *desk) isClean() {
	d.t.Helper()
	left, err := os.ReadDir(filepath.Join(d.dir, "tmp dir"))
	if err != nil || len(left) > 0 {
		d.t.Errorf("left behind: %v %v", left, err)
	}
}

func TestEditJSON_ofAMember(t *testing.T) {
	d, ready := editWith(t, `sed -i 's/"Ada Lovelace"/"Ada King"/; s/"untrusted_metadata": {}/"untrusted_metadata": {"new": [1, 2]}/' "$1"`)
	onTab(t, 120, 40, "Profile", ready, func(c *console) {
		c.Press("E")
		c.sees("Save the changes?", "name", "Ada Lovelace → Ada King", "untrusted_metadata.new", "Save")
		if m := c.member(ada); m.Name != "Ada Lovelace" {
			t.Fatal("saved before yes")
		}
		d.isClean()
		if modes := d.read("modes"); modes != "600\n700\n" {
			t.Errorf("file and directory have the modes %q", modes)
		}
		before := d.read("before")
		for _, field := range []string{`"name": "Ada Lovelace"`, `"email_address": "` + ada, `"roles": [`, `"trusted_metadata": {`, `"external_id":`} {
			if !strings.Contains(before, field) {
				t.Errorf("%s is not in the file:\n%s", field, before)
			}
		}
		if strings.Contains(before, "member_id") || strings.Contains(before, "stytch_member") {
			t.Errorf("the file holds what no update takes:\n%s", before)
		}
		c.Press("y")
		c.sees("Saved Ada King.")
		if m := c.member(ada); m.Name != "Ada King" || string(m.UntrustedMetadata["new"]) != "[1,2]" {
			t.Errorf("got %q %s", m.Name, m.UntrustedMetadata["new"])
		}
	})
}

func TestEditJSON_sendsOnlyWhatChanged(t *testing.T) {
	_, ready := editWith(t, `sed -i 's/"Ada Lovelace"/"Ada King"/' "$1"`)
	onTab(t, 120, 40, "Profile", ready, func(c *console) {
		c.Press("E", "ctrl+d")
		c.sees("PUT /v1/b2b/organizations/", `"name": "Ada King"`)
		c.doesNotSee("email_address", "metadata", "roles")
	})
}

func TestEditJSON_nothingChanged(t *testing.T) {
	d, ready := editWith(t, `true`)
	onTab(t, 80, 24, "Profile", ready, func(c *console) {
		before := c.faults.requests()
		c.Press("E")
		c.sees("Nothing has changed.")
		c.doesNotSee("as JSON ─")
		if c.faults.requests() != before {
			t.Error("the server was asked")
		}
		d.isClean()
	})
}

func TestEditJSON_saysWhereItIsWrong(t *testing.T) {
	for name, tt := range map[string]struct {
		script string
		says   []string
	}{
		"broken":     {`printf '{\n  "name": "Ada",\n  "roles": [}\n}\n' > "$1"`, []string{"Line 3, column 13: invalid character '}'", `3 │   "roles": [}`, "↑"}},
		"cut short":  {`printf '{\n  "name": "Ada"' > "$1"`, []string{"Line 2, column 16: unexpected end of JSON input"}},
		"unknown":    {`printf '{\n  "colour": "Ada"\n}' > "$1"`, []string{`Line 2, column 3: an update does not take the field "colour"`}},
		"twice":      {`printf '{\n  "name": "A",\n  "name": "B"\n}' > "$1"`, []string{`Line 3, column 3: "name" is there twice`}},
		"wrong kind": {`printf '{\n  "name": 7\n}' > "$1"`, []string{"Line 2, column 3: name must be text in quotes"}},
		"no list":    {`printf '{\n  "roles": "admin"\n}' > "$1"`, []string{"roles must be a list"}},
		"a list":     {`printf '[1]' > "$1"`, []string{"Line 1, column 1: that is no object"}},
		"empty":      {`: > "$1"`, []string{"Line 1, column 1: unexpected end"}},
		"bad value":  {`printf '{\n\t"email_address": "nobody"\n}' > "$1"`, []string{"Line 2, column 2:", "e-mail"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, ready := editWith(t, tt.script)
			onTab(t, 80, 24, "Profile", ready, func(c *console) {
				c.Press("E")
				c.sees(append(tt.says, "What you typed is kept here")...)
				d.isClean()
			})
		})
	}
}

func TestEditJSON_nothingTypedIsLost(t *testing.T) {
	d, ready := editWith(t, `printf '{ "name": "Typed with care" ' > "$1"`)
	onTab(t, 80, 24, "Profile", ready, func(c *console) {
		c.Press("E")
		c.sees("unexpected end of JSON input")
		c.Press("esc")
		c.sees("?") // asks before it is thrown away
		c.Press("n")
		d.become(`echo '}' >> "$1"`)
		c.Press("enter")
		if before := d.read("before"); before != `{ "name": "Typed with care" ` {
			t.Errorf("the editor was given %q", before)
		}
		c.sees("Ada Lovelace → Typed with care")
		c.Press("n")
		c.sees("Nothing is saved yet.", "What you typed is kept here")
		c.Press("enter", "y")
		if m := c.member(ada); m.Name != "Typed with care" {
			t.Errorf("got %q", m.Name)
		}
	})
}

func TestEditJSON_anEditorThatFails(t *testing.T) {
	d, ready := editWith(t, `printf '{ "name": "Kept" }' > "$1"; exit 3`)
	onTab(t, 80, 24, "Profile", ready, func(c *console) {
		c.Press("E")
		c.sees("✗ the editor", "exit status 3", "What you typed is kept here")
		d.isClean()
		c.editor = "no-such-editor --wait"
		c.Press("E")
		c.sees(`the editor "no-such-editor" is not on this machine`, "What you typed is kept here")
		c.editor = "sh 'unclosed"
		c.Press("E")
		c.sees("EDITOR cannot be read: a quote is not closed")
		d.isClean()
	})
}

func TestEditJSON_aRefusalLeavesWhatWasTyped(t *testing.T) {
	_, ready := editWith(t, `sed -i 's/"Ada Lovelace"/"Ada King"/' "$1"`)
	onTab(t, 80, 24, "Profile", ready, func(c *console) {
		c.faults.fail("PUT", "/v1/b2b/organizations", 500)
		c.Press("E", "y")
		c.sees("✗")
		c.faults.heal()
		c.Press("n", "enter", "y")
		if m := c.member(ada); m.Name != "Ada King" {
			t.Errorf("got %q", m.Name)
		}
	})
}

func TestEditJSON_ofAnOrganization(t *testing.T) {
	d, ready := editWith(t, `sed -i 's/"mfa_policy": "OPTIONAL"/"mfa_policy": "REQUIRED_FOR_ALL"/; s/"renews": "2027-03-31"/"renews": "2028-03-31"/' "$1"`)
	inConsole(t, 120, 40, func(c *console) {
		ready(c)
		c.Press("E")
		c.sees("Save the changes?", "OPTIONAL → REQUIRED_FOR_ALL", "trusted_metadata.contract")
		c.Press("y")
		org := c.organization("acme-robotics")
		if org.MFAPolicy != b2b.MFAPolicyRequiredForAll || !strings.Contains(string(org.TrustedMetadata["contract"]), "2028") {
			t.Errorf("got %s %s", org.MFAPolicy, org.TrustedMetadata["contract"])
		}
		d.isClean()
		c.Press("enter")
		c.sees("▸Overview")
		d.become(`sed -i 's/REQUIRED_FOR_ALL/OPTIONAL/' "$1"`)
		c.Press("E", "y")
		if org := c.organization("acme-robotics"); org.MFAPolicy != b2b.MFAPolicyOptional {
			t.Errorf("got %s", org.MFAPolicy)
		}
	})
}

func TestEditJSON_hostileTextIsWrittenOut(t *testing.T) {
	d, ready := editWith(t, `true`)
	name := "Eve \u202egnp\u200b 👩‍🚀\u009b"
	onTab(t, 80, 24, "Profile", func(c *console) {
		ready(c)
		must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{Name: &name}))
	}, func(c *console) {
		c.Press("E")
		c.sees("Nothing has changed.")
		if before := d.read("before"); !strings.Contains(before, `"Eve \u202egnp\u200b 👩‍🚀\u009b"`) {
			t.Errorf("the file holds:\n%s", before)
		}
	})
}

func TestMetadata_ofOneThatHasNone(t *testing.T) {
	d, ready := editWith(t, `printf '{"trusted_metadata": {"plan": {"seats": 3}}}' > "$1"`)
	onTab(t, 80, 24, "Metadata", ready, func(c *console) {
		c.sees("Nothing is noted about Ada Lovelace", "e adds some", "none")
		c.Press("y")
		c.sees("There is no metadata to copy.")
		c.Press("E")
		if before := d.read("before"); before != "{\n  \"trusted_metadata\": {},\n  \"untrusted_metadata\": {}\n}\n" {
			t.Errorf("the file holds %s", before)
		}
		c.sees("trusted_metadata.plan")
		c.Press("y")
		c.sees("Saved Ada Lovelace.", "plan", `"seats": 3`)
		c.doesNotSee("Nothing is noted")
		c.Press("y", "enter")
		if len(c.copied) != 1 || !strings.Contains(c.copied[0], `"seats": 3`) {
			t.Errorf("copied %q", c.copied)
		}
		d.become(`printf '{"trusted_metadata": {}}' > "$1"`)
		c.Press("E", "y")
		if m := c.member(ada); len(m.TrustedMetadata) != 0 {
			t.Errorf("left: %v", m.TrustedMetadata)
		}
	})
}

func TestMetadata_byForm(t *testing.T) {
	onTab(t, 80, 24, "Metadata", nil, func(c *console) {
		c.Press("e")
		c.sees("Metadata of Ada Lovelace", "Trusted metadata", "Untrusted metadata")
		c.Press("esc")
		c.faults.fail("GET", "/v1/b2b/organizations", 500)
		c.Press("r")
		c.Wait(10 * second)
		c.sees("✗ Could not read the metadata of Ada Lovelace.", "r try again")
	})
}

func TestEditor_endsWithTheProgram(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	ctx, end := context.WithCancel(t.Context())
	started := filepath.Join(t.TempDir(), "started")
	if err := os.WriteFile(started, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "editor.sh")
	if err := os.WriteFile(script, []byte("rm '"+started+"'\nexec sleep 600\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	take := func(e tea.ExecCommand, _ tea.ExecCallback) tea.Cmd {
		go func() { ended <- e.Run() }()
		return nil
	}
	views.NewEditor(nil, func(string) string { return "sh " + script }, take)(ctx, "a.json", "{}", nil)
	for {
		if _, err := os.Stat(started); err != nil {
			break
		}
	}
	end()
	if err := <-ended; err == nil {
		t.Error("no error")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
