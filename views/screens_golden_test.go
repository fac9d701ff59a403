package views_test

import (
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui/uitest"
)

// noRoom is all that a terminal of 40x12 shows, whatever is open.
const noRoom = "orgdeck needs 60x16; this is 40x12."

// changing is what is different each time: ids that are made up, and the time.
var changing = regexp.MustCompile(`(-test|state)-[0-9a-f-]{6,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+|[0-9a-f-]*[0-9a-f]{12}\b|\d\d:\d\d(:\d\d)?|-\d{6}\.`)

// shots compares what is on the screen with its goldens, at both sizes that there
// are goldens of, and sees that a terminal which is too small says so.
func (c *console) shots(name string) {
	c.t.Helper()
	for _, size := range []struct {
		at            string
		width, height int
	}{{"80x24", 80, 24}, {"120x36", 120, 36}} {
		c.Resize(size.width, size.height)
		c.golden(name + "-" + size.at)
	}
	c.Resize(40, 12)
	if got := strings.TrimSpace(c.Screen()); got != noRoom {
		c.t.Errorf("%s at 40x12 says %q", name, got)
	}
}

// golden compares the screen with a golden; dots stand for what is different each
// time, and spaces at line ends do not count.
func (c *console) golden(name string) {
	c.t.Helper()
	var lines []string
	for line := range strings.Lines(c.Screen()) {
		line = changing.ReplaceAllStringFunc(line, func(s string) string { return strings.Repeat(".", len(s)) })
		lines = append(lines, strings.TrimRight(line, " \n")+"\n")
	}
	got, file := strings.Join(lines, ""), filepath.Join("testdata", "screens", name+".golden")
	if want := uitest.Kept(c.t, file, got); got != want {
		c.t.Errorf("%s differs. got:\n%s\nwant:\n%s", file, got, want)
	}
}

func TestScreens_howTheyLookWithData(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.furnish("likes lace")
		for _, s := range screens() {
			if !s.own {
				c.goTo(s, 80, 24, nothingElse)
				c.shots(s.name)
			}
		}
	})
}

func TestScreens_howTheyLookWhileLoading(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		for _, s := range screens() {
			if s.reads == "" {
				continue
			}
			c.goTo(s, 80, 24, func() { c.faults.set(neverAnswering(s.reads)) })
			c.Wait(second)
			c.shots(s.name + "-loading")
			c.faults.heal()
		}
	})
}

func TestScreens_howTheyLookWhenReadingFails(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		for _, s := range screens() {
			if s.reads == "" {
				continue
			}
			c.goTo(s, 80, 24, func() { c.faults.set(broken(s.reads)) })
			c.shots(s.name + "-failed")
			c.faults.heal()
		}
	})
}

func TestScreens_howTheyLookEmpty(t *testing.T) {
	whenEmpty(t, func(c *console, s screen) {
		c.goTo(s, 80, 24, nothingElse)
		c.shots(s.name + "-empty")
	})
}

// whenEmpty runs a test of each screen that can be empty, in the world where it is.
func whenEmpty(t *testing.T, test func(c *console, s screen)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		c := openConsole(t, filepath.Join(t.TempDir(), "empty.db"), 80, 24)
		for holds := range aMember {
			c.addTo(holds)
			for _, s := range screens() {
				if s.empty == holds+1 {
					test(c, s)
				}
			}
		}
	})
}

// addTo makes the next world of one, past the screen.
func (c *console) addTo(holds world) {
	c.t.Helper()
	switch holds + 1 {
	case anOrg:
		must(c.t, c.client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Bare Cupboard", OrganizationSlug: api.Ptr("bare-cupboard")}))
	case aMember:
		must(c.t, c.client.Members.Create("bare-cupboard", b2b.CreateMember{EmailAddress: "grace.hopper@bare.example"}))
	}
}

// neverAnswering keeps every request waiting whose path begins so.
func neverAnswering(path string) func(http.ResponseWriter, *http.Request) bool {
	return func(_ http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, path) {
			return false
		}
		<-r.Context().Done()
		return true
	}
}

// broken answers every request with a failure whose path begins so.
func broken(path string) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, path) {
			return false
		}
		w.WriteHeader(http.StatusInternalServerError)
		_, _ = w.Write([]byte(`{"status_code":500,"request_id":"request-id-test-broken","error_type":"internal_server_error","error_message":"It is broken."}`))
		return true
	}
}
