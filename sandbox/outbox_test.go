package sandbox_test

import (
	"encoding/json"
	"net/http"
	"testing"
)

func TestTheOutboxIsClearedAndItsLinksGoOnWorking(t *testing.T) {
	b := newWorld(t)
	ask(t, b.server, http.MethodPost, "/v1/b2b/magic_links/email/discovery/send", `{"email_address":"ada@acme.test"}`).want(t, "send", 200, "")
	var mail []struct{ Token string }
	text := ask(t, b.server, http.MethodGet, "/sandbox/v1/outbox", "").text("messages")
	if err := json.Unmarshal([]byte(text), &mail); err != nil || len(mail) != 1 {
		t.Fatal(text, err)
	}
	ask(t, b.server, http.MethodDelete, "/sandbox/v1/outbox", "").want(t, "clear", 200, "")
	if got := ask(t, b.server, http.MethodGet, "/sandbox/v1/outbox", "").text("messages"); got != "[]" {
		t.Errorf("the outbox holds %s", got)
	}
	ask(t, b.server, http.MethodPost, "/v1/b2b/magic_links/discovery/authenticate", `{"discovery_magic_links_token":"`+mail[0].Token+`"}`).
		want(t, "the link", 200, "")
}
