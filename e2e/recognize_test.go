//go:build unix

package e2e

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestAServedSandboxIsRecognizedWithItsOutboxAndItsClock(t *testing.T) {
	user := newAccount(t, credentials()...)
	user = user.with("STYTCH_BASE_URL=" + user.serve(t, "--db", ":memory:").url)
	moveClock := user.run(t, `{"advance_seconds": 7200}`, "api", "PUT", "/sandbox/v1/clock", "--input", "-")
	if moveClock.code != 0 {
		t.Fatal(moveClock.stderr)
	}
	x := user.open(t, 160, 36, answering)
	x.WaitFor("6 Sandbox")
	x.WaitFor(`clock \+2 h`)
	x.WaitFor("Acme Robotics")
	x.Press("6")
	x.WaitFor("No mail and no SMS yet")
	x.Press("q")
	checkLeftClean(t, x)
}

func TestAnotherServerOnThisMachineIsNoSandbox(t *testing.T) {
	another := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(another.Close)
	x := newAccount(t, append(credentials(), "STYTCH_BASE_URL="+another.URL)...).open(t, 160, 36, answering)
	x.WaitFor("5 Requests")
	x.WaitFor("Could not")
	x.Settle()
	x.WaitGone("6 Sandbox")
	x.Press("q")
	checkLeftClean(t, x)
}
