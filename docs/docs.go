// Package docs makes those pages of the documentation that must agree with the
// program: the keys, and what is supported.
package docs

//go:generate go run ./gen

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
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
[configuration file](configuration.md), in all places at once; two actions of one screen on the same key are refused.
` + "`ctrl+c`" + ` always quits.
`)
	for _, scope := range keymap.Scopes() {
		fmt.Fprintf(&b, "\n## %s\n\n| Key | Does | Id |\n|---|---|---|\n", strings.ToUpper(scope[:1])+scope[1:])
		for _, id := range keymap.Live(scope) {
			fmt.Fprintf(&b, "| %s | %s | `%s` |\n", keyCell(keymap.Default().Binding(id).Keys()), keymap.Describe(id), id)
		}
	}
	return b.String()
}

func keyCell(keys []string) string {
	cells := make([]string, len(keys))
	for i, key := range keys {
		cells[i] = "`" + strings.ReplaceAll(keymap.Name(key), "|", `\|`) + "`"
	}
	return strings.Join(cells, " ")
}

// Support is support.md: every endpoint of the contract, the method of the client
// that calls it, whether the sandbox has it, and the screens that use it. It asks a
// sandbox, and the source below root, so that it cannot say what is not so.
func Support(ctx context.Context, root string) (string, error) {
	server, err := sandbox.Open(ctx, sandbox.Options{})
	if err != nil {
		return "", err
	}
	defer func() { _ = server.Close() }()
	from, err := readSource(root)
	if err != nil {
		return "", err
	}
	kinds, err := errorTypes(root)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(supportIntro + kinds)
	var count struct{ method, sandbox, screen int }
	resource := ""
	for _, e := range b2b.Endpoints {
		if e.Resource != resource {
			resource = e.Resource
			fmt.Fprintf(&b, "\n## %s\n\n| Operation | Call | Client | Sandbox | Screens |\n|---|---|---|---|---|\n", resource)
		}
		method, answer, screens := from.method[e.ID()], "501", strings.Join(from.screen[e.ID()], ", ")
		if implemented(ctx, server, e) {
			answer = "yes"
			count.sandbox++
		}
		if method != "" {
			count.method++
			method = "`" + method + "`"
		}
		if screens != "" {
			count.screen++
		}
		fmt.Fprintf(&b, "| %s | `%s %s` | %s | %s | %s |\n", e.Operation, e.Method, e.Path, cmp.Or(method, "–"), answer, cmp.Or(screens, "–"))
	}
	fmt.Fprintf(&b, "\nOf %d endpoints the client calls %d, the sandbox answers %d, and screens use %d.\n", len(b2b.Endpoints), count.method, count.sandbox, count.screen)
	return b.String(), nil
}

const supportIntro = `# What is supported

<!-- Made by go generate from the contract, the sandbox itself and the source; the lists below are in docs.go and errors.go. -->

Each endpoint of the API with the method of the Go client (package api) that calls it, whether the sandbox answers it, and the
screens of the console that use it. Everything that has no screen can be called by ` + "`orgdeck api METHOD PATH`" + `.

## Not supported

| What | Why |
|---|---|
| the consumer product (users), fraud protection, the hosted dashboard | orgdeck is about organizations; fraud protection is another host |
| ID tokens, refresh tokens and token templates of connected apps | the contract of the API describes none of their answers; codes are exchanged for access tokens only |
| screens for M2M clients, connected apps and their clients | they belong to the project rather than to one organization; what a member has let in is on the member's Connections |
| screens for what only your app does: sign-in by password or OAuth, exchanging and migrating sessions, signing up by mail | discovery shows the way in as members go it; the rest has no use in a console |
| changing the roles of the project | the API cannot; roles of an organization can be changed |
| TLS in ` + "`orgdeck serve`" + ` | the sandbox is for this machine; put a proxy in front of it where you need more |

## Decided where the documentation is silent

The sandbox follows the documented behaviour of the Stytch B2B API. Where the documentation is silent it takes the stricter
way, so that what works here works there.

| What | Here |
|---|---|
| ` + "`error`" + ` of the OAuth 2.0 endpoints | the API's own error type where it has one (` + "`m2m_client_not_found`, `invalid_client_secret`, `invalid_m2m_client_scope`" + `), else that of RFC 6749 |
| introspection | an access token is active only for the client that it was given to |
| M2M clients | names to 128 characters, at most 100 scopes, ids of letters, digits and ` + "`. _ | ~ -`" + ` |
| consent | third parties ask until the member has granted the same scopes; first parties only for ` + "`offline_access`" + ` |
| authorization codes | 10 minutes, once; public apps must use PKCE |
| scopes of the RBAC policy | can be granted by a member who holds every permission of the scope |
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
