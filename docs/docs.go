// Package docs makes those pages of the documentation that must agree with the
// program: the keys, and what the sandbox supports.
package docs

//go:generate go run ./gen

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/sandbox"
)

// Keys is keys.md: every action with its id and its standard keys.
func Keys() string {
	var b strings.Builder
	b.WriteString(`# Keys

<!-- Made by go generate from keymap; change it there. -->

The standard keys. ` + "`?`" + ` shows those that work on the screen in front of you. Any of them can be changed by its id in the
[configuration file](configuration.md); two actions of one screen on the same key are refused. ` + "`ctrl+c`" + ` always quits.
`)
	for _, scope := range scopes() {
		fmt.Fprintf(&b, "\n## %s\n\n| Key | Does | Id |\n|---|---|---|\n", strings.ToUpper(scope[:1])+scope[1:])
		for _, id := range keymap.IDs() {
			if keymap.Scope(id) == scope {
				fmt.Fprintf(&b, "| %s | %s | `%s` |\n", keyCell(keymap.Default().Binding(id).Keys()), keymap.Describe(id), id)
			}
		}
	}
	return b.String()
}

// scopes are where actions are live, in the order of keymap.
func scopes() []string {
	var all []string
	for _, id := range keymap.IDs() {
		if scope := keymap.Scope(id); !slices.Contains(all, scope) {
			all = append(all, scope)
		}
	}
	return all
}

func keyCell(keys []string) string {
	cells := make([]string, len(keys))
	for i, key := range keys {
		cells[i] = "`" + strings.ReplaceAll(keymap.Name(key), "|", `\|`) + "`"
	}
	return strings.Join(cells, " ")
}

// Support is support.md: every endpoint of the contract, and whether the sandbox
// has it. It asks a sandbox, so that it cannot say what is not so.
func Support(ctx context.Context) (string, error) {
	server, err := sandbox.Open(ctx, sandbox.Options{})
	if err != nil {
		return "", err
	}
	defer func() { _ = server.Close() }()
	var b strings.Builder
	b.WriteString(supportIntro)
	have, resource := 0, ""
	for _, e := range b2b.Endpoints {
		if e.Resource != resource {
			resource = e.Resource
			fmt.Fprintf(&b, "\n## %s\n\n| Operation | Call | Sandbox |\n|---|---|---|\n", resource)
		}
		answer := "501"
		if implemented(ctx, server, e) {
			answer = "yes"
			have++
		}
		fmt.Fprintf(&b, "| %s | `%s %s` | %s |\n", e.Operation, e.Method, e.Path, answer)
	}
	fmt.Fprintf(&b, "\n%d of %d endpoints.\n", have, len(b2b.Endpoints))
	return b.String(), nil
}

const supportIntro = `# What is supported

<!-- Made by go generate from the contract and the sandbox itself. -->

## Not yet

| What | Why |
|---|---|
| endpoints marked 501 below | they come resource by resource; until then they answer 501 in the shape of a Stytch error, with ` + "`error_type` `not_implemented`" + ` |
| SMS as a second factor, in the console | it comes with the screen that shows the sandbox's outbox |
| screens for sessions, passwords, connections, roles, discovery | they come with their endpoints |
| stored profiles and system keyrings | credentials come from the environment |
| member import from CSV | it comes with the commands for scripts |
| TLS in ` + "`orgdeck serve`" + ` | the sandbox is for this machine; put a proxy in front of it where you need more |

The sandbox follows the documented behaviour of the Stytch B2B API. Where the documentation is silent it takes the stricter
way, so that what works here works there.
`

// implemented reports whether server answers e with anything but 501.
func implemented(ctx context.Context, server http.Handler, e *b2b.Endpoint) bool {
	args := make([]string, len(e.PathParams))
	for i := range args {
		args[i] = "none"
	}
	r := httptest.NewRequestWithContext(ctx, e.Method, e.URL(args...), strings.NewReader("{}"))
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	w := httptest.NewRecorder()
	server.ServeHTTP(w, r)
	return w.Code != http.StatusNotImplemented
}
