//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desk is an account whose editor is a shell script, and the directory where what
// is edited lies meanwhile.
type desk struct {
	account
	t         *testing.T
	temporary string
}

// newDesk makes script the editor of a new account. In it $1 is the file.
func newDesk(t *testing.T, script string) desk {
	t.Helper()
	user := newAccount(t)
	temporary := filepath.Join(user.home, "tmp")
	if err := os.Mkdir(temporary, 0o700); err != nil {
		t.Fatal(err)
	}
	head := `{ ls -ld "$1"; ls -ld "$(dirname "$1")"; } | cut -c 1-10 > "$HOME/modes"` + "\n"
	editor := user.write(t, head+script, "editor.sh")
	return desk{user.with("EDITOR=sh '"+editor+"'", "TMPDIR="+temporary), t, temporary}
}

// checkTidy fails the test when the file was not private, or is still there.
func (d desk) checkTidy() {
	d.t.Helper()
	modes, err := os.ReadFile(filepath.Join(d.home, "modes"))
	if err != nil || string(modes) != "-rw-------\ndrwx------\n" {
		d.t.Errorf("the file and its directory had the modes %q, %v", modes, err)
	}
	if left, err := os.ReadDir(d.temporary); err != nil || len(left) > 0 {
		d.t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestWhatTheEditorMakesOfAMemberIsShownAndThenSaved(t *testing.T) {
	d := newDesk(t, `sed 's/"Ada Lovelace"/"Ada King"/' "$1" > "$HOME/new" && cat "$HOME/new" > "$1"`)
	file := d.path(t, "team.db")
	x := d.open(t, 120, 36, answering, "--db", file)
	x.openMembersOfAcme()
	x.findMember(adaAddress)
	x.Press("E")
	x.WaitFor("Save the changes?")
	x.WaitFor("Ada Lovelace → Ada King")
	d.checkTidy()
	x.Press("y")
	x.WaitFor("Saved Ada King")
	x.Press("q")
	checkLeftClean(t, x)
	if m := d.member(t, file, adaAddress); m.Name != "Ada King" {
		t.Errorf("the member is %+v", m)
	}
}

func TestAnEditorThatIsOpenEndsWithTheConsoleAndLeavesNoFile(t *testing.T) {
	d := newDesk(t, `echo open > "$HOME/open"; exec sleep 60`)
	x := d.open(t, 120, 36, answering, "--db", d.path(t, "team.db"))
	x.openMembersOfAcme()
	x.findMember(adaAddress)
	x.Press("E")
	waitForFile(t, filepath.Join(d.home, "open"))
	x.Signal(syscall.SIGTERM)
	checkLeftClean(t, x)
	d.checkTidy()
}

// waitForFile waits until a file has something in it.
func waitForFile(t *testing.T, path string) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if text, err := os.ReadFile(path); err == nil && strings.Contains(string(text), "\n") {
			return
		}
	}
	t.Fatalf("%s never came", path)
}
