package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/ui"
)

func TestHeader_dropsTheLeastImportantFirst(t *testing.T) {
	live := ui.Profile{Kind: ui.Live, Name: "production · protected · system keyring"}
	for _, tc := range []struct {
		name, clock string
		profile     ui.Profile
		width       int
		want        string
	}{
		{"all of it", "", live, 120, " orgdeck  LIVE production · protected · system keyring   ▸1 SectionA  2 SectionB"},
		{"a moved clock", "2030-01-01 12:00", live, 120, " orgdeck  LIVE production · protected · system keyring   ▸1 SectionA  2 SectionB" + strings.Repeat(" ", 21) + "◷ 2030-01-01 12:00"},
		{"the store goes before the sections", "2030-01-01 12:00", live, 90, " orgdeck  LIVE production · protected   ▸1 SectionA  2 SectionB        ◷ 2030-01-01 12:00"},
		{"the names of sections go before the profile", "2030-01-01 12:00", live, 62, " orgdeck  LIVE production   ▸1 SectionA  2 ◷ 2030-01-01 12:00"},
		{"the product goes before the path is cut", "2030-01-01 12:00", ui.Profile{Name: "sandbox"}, 60, "  SANDBOX sandbox   ▸1 SectionA  2       ◷ 2030-01-01 12:00"},
		{"a name that is long in itself", "", ui.Profile{Kind: ui.Test, Name: strings.Repeat("n", 60)}, 60, " orgdeck  TEST " + strings.Repeat("n", 19) + "…   ▸1 SectionA  2"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := show(t, ui.Options{Profile: tc.profile}, &page{title: "one"}, &page{title: "two"})
				if tc.clock != "" {
					d.Run(ui.ShowClock(tc.clock))
				}
				d.Resize(tc.width, 24)
				if head, _, _ := strings.Cut(d.Screen(), "\n"); strings.TrimRight(head, " ") != tc.want {
					t.Errorf("\n%q\n%q", strings.TrimRight(head, " "), tc.want)
				}
			})
		})
	}
}

func TestHeader_namesAsManySectionsAsThereIsRoomFor(t *testing.T) {
	const named = " orgdeck  SANDBOX   ▸1 SectionA  2 SectionB  3 SectionC  4  5"
	synctest.Test(t, func(t *testing.T) {
		slow := newLoader("slow")
		d := show(t, ui.Options{}, slow, &page{}, &page{}, &page{}, &page{})
		d.Resize(70, 24)
		d.Wait(time.Second)
		if head, _, _ := strings.Cut(d.Screen(), "\n"); !strings.HasPrefix(head, named+"  ") || !strings.HasSuffix(head, " 1 ") {
			t.Errorf("with a request under way %q", head)
		}
		close(slow.gate)
		d.Wait(time.Second)
		if head, _, _ := strings.Cut(d.Screen(), "\n"); strings.TrimRight(head, " ") != named {
			t.Errorf("at rest %q", head)
		}
		before, _, _ := strings.Cut(named, "SectionC")
		d.Send(click(ui.Width(before), 0))
		wantOnScreen(t, d, "▸3 SectionC")
	})
}

func TestHeader_saysTheClockOnlyWhereThereIsRoomForMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := show(t, ui.Options{Profile: ui.Profile{Kind: ui.Live, Name: "a-name-that-is-quite-long"}, ReadOnly: "so it is said"}, &page{title: "one"}, &page{title: "two"})
		d.Run(ui.ShowClock("2030-01-01 12:00"))
		d.Resize(60, 24)
		wantOnScreen(t, d, "▸1 SectionA  2", "read-only", "LIVE a-name")
	})
}
