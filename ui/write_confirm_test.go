package ui_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/ui"
)

// deletion is a confirmation of a delete against a server that can refuse.
type deletion struct {
	fail error
	sent int
	gate chan struct{}
}

func (d *deletion) confirm(danger ui.Danger) *ui.ConfirmWrite[string] {
	return &ui.ConfirmWrite[string]{
		Name: "Delete member", Verb: "Delete", Body: "The member can no longer sign in.",
		Write: ui.Write[string]{
			Summary: "Delete Ada Lovelace", Method: "DELETE", Path: "/v1/b2b/organizations/o-1/members/m-1", Curl: "curl -X DELETE https://test.stytch.com/…",
			Fields: []ui.Difference{{Name: "Status", Before: "active", After: "deleted"}},
			Danger: danger, Word: "Acme", Undo: "Can be undone for a while.",
			Do: func(ctx context.Context) (string, error) {
				d.sent++
				if d.gate != nil {
					<-d.gate
				}
				return "m-1", d.fail
			},
		},
		Done: func(id string) tea.Cmd { return ui.Toast(ui.Success, "Deleted "+id+".") },
	}
}

func TestConfirmWrite_noIsTheDefault(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, k := range []string{"enter", "n", "esc"} {
			var s deletion
			d := open(t, s.confirm(ui.DangerConfirm), 80, 24)
			expect(t, d, "Delete Ada Lovelace", "The member can no longer sign in.", "active → deleted", "[ No ]", "Can be undone")
			d.Press(k)
			refuse(t, d, "Delete Ada Lovelace")
			if s.sent != 0 {
				t.Fatalf("%s sent it", k)
			}
		}
	})
}

func TestConfirmWrite_sendsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := deletion{gate: make(chan struct{})}
		d := open(t, s.confirm(ui.DangerConfirm), 80, 24)
		d.Press("y", "y", "enter", "esc")
		expect(t, d, "Sending…")
		close(s.gate)
		d.Send(nil)
		expect(t, d, "Deleted m-1.")
		refuse(t, d, "Delete Ada Lovelace")
		if s.sent != 1 {
			t.Fatalf("sent %d times", s.sent)
		}
	})
}

func TestConfirmWrite_byButton(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s deletion
		d := open(t, s.confirm(ui.DangerConfirm), 80, 24)
		d.Press("right")
		expect(t, d, "[ Delete ]")
		d.Press("enter")
		expect(t, d, "Deleted m-1.")
	})
}

func TestConfirmWrite_wantsTheWord(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s deletion
		d := open(t, s.confirm(ui.DangerTypeName), 80, 24)
		d.Press("y", "enter")
		if s.sent != 0 {
			t.Fatal("sent without the word")
		}
		expect(t, d, "Type Acme")
		d.Press("backspace", "A", "c", "m", "e", "enter")
		expect(t, d, "Deleted m-1.")
	})
}

func TestConfirmWrite_staysAfterAFailure(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := deletion{fail: refusal{text: "You may not delete the last admin.", request: "request-id-7"}}
		d := open(t, s.confirm(ui.DangerConfirm), 80, 24)
		d.Press("y")
		expect(t, d, "✗ You may not delete the last admin.", "request-id-7", "Delete Ada Lovelace")
		s.fail = nil
		d.Press("y")
		expect(t, d, "Deleted m-1.")
	})
}

func TestConfirmWrite_dryRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s deletion
		d := open(t, s.confirm(ui.DangerTypeName), 80, 24)
		d.Press("A", "ctrl+d")
		expect(t, d, "DELETE /v1/b2b/organizations/o-1/members/m-1", "curl -X DELETE")
		d.Press("ctrl+d")
		expect(t, d, "Delete Ada Lovelace", "› A")
		if s.sent != 0 {
			t.Fatal("a dry run was sent")
		}
	})
}

func TestConfirmWrite_keepsTheQuestionInView(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s deletion
		c := s.confirm(ui.DangerConfirm)
		c.Body = strings.Repeat("A long story about what will happen. ", 60)
		d := open(t, c, 80, 24)
		expect(t, d, "[ No ]", "more")
	})
}
