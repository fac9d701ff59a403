//go:build unix

package e2e

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// steps are what node/flow.mjs says it has done.
var steps = []string{
	"sign-up by discovery", "the session's JWT is verified locally", "TOTP enrolment", "sign-in with MFA", "session authentication", "RBAC", "a machine", "sign-out",
}

func TestTheOfficialNodeSDKWorksWithAnotherAddressAlone(t *testing.T) {
	if os.Getenv("ORGDECK_NODE_SDK") == "" {
		t.Skip("ORGDECK_NODE_SDK is not set: it lets this test install the official Node SDK, which needs node and the npm registry")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal(err)
	}
	installSDK(t)
	user := newAccount(t, credentials()...)
	s := user.serve(t, "--db", ":memory:", "--seed", "none")
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, node, "flow.mjs")
	cmd.Dir = "node"
	cmd.Env = append(user.environ(), "BASE_URL="+s.url)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("node flow.mjs: %v\n%s", err, out)
	}
	want := "ok " + strings.Join(steps, "\nok ") + "\n"
	if string(out) != want {
		t.Errorf("it says\n%s\nwant\n%s", out, want)
	}
}

// installSDK installs what node/package-lock.json pins, where it is not there yet.
func installSDK(t *testing.T) {
	t.Helper()
	_, err := os.Stat(filepath.Join("node", "node_modules", "stytch", "package.json"))
	if err == nil {
		return
	}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 4*patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	cmd.Dir = "node"
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm ci, which needs the npm registry once: %v\n%s", err, out)
	}
}
