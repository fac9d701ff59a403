package docs_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/orgdeck/docs"
)

func TestGeneratedPagesAreUpToDate(t *testing.T) {
	support, err := docs.Support(t.Context(), "..")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"keys.md": docs.Keys(), "support.md": support} {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is not what the program does: run go generate ./docs", name)
		}
	}
}

// TestKeysHasASectionForEveryScope: also for one whose keys are all those of others.
func TestKeysHasASectionForEveryScope(t *testing.T) {
	declared := regexp.MustCompile(`(?m)^\t\w+ +scope = "([^"]+)"`)
	files, err := filepath.Glob("../keymap/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("the files of keymap: %v, %v", files, err)
	}
	keys := docs.Keys()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, scope := range declared.FindAllStringSubmatch(string(text), -1) {
			head := "\n## " + strings.ToUpper(scope[1][:1]) + scope[1][1:] + "\n\n| Key | Does | Id |\n|---|---|---|\n| `"
			if !strings.Contains(keys, head) {
				t.Errorf("%q has no section with keys in it", scope[1])
			}
		}
	}
}

func TestSupportNamesTheMethodAndTheScreensOfAnEndpoint(t *testing.T) {
	support, err := docs.Support(t.Context(), "..")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{
		"| create | `POST /v1/b2b/totp` | `TOTPs.Create` | yes | MFA |",
		"| search | `POST /v1/b2b/organizations/members/search` | `Members.Search` | yes | Members, Overview",
		"| whoami | `GET /v1/debug/whoami` | `Project.Whoami` | yes | – |",
	} {
		if !strings.Contains(support, row) {
			t.Errorf("there is no row %s", row)
		}
	}
	for line := range strings.Lines(support) {
		if strings.Contains(line, "| – | yes |") || strings.Contains(line, "| 501 |") {
			t.Errorf("the client or the sandbox lacks an endpoint: %s", line)
		}
	}
}

// TestEveryEndpointIsTestedThroughTheClient: some test of the sandbox or of the
// client, which runs against a sandbox, calls the method of each endpoint.
func TestEveryEndpointIsTestedThroughTheClient(t *testing.T) {
	support, err := docs.Support(t.Context(), "..")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	for _, pattern := range []string{"../sandbox/*_test.go", "../api/*_test.go"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			tests.Write(text)
		}
	}
	methods := regexp.MustCompile("\\| `([A-Z][A-Za-z0-9]+\\.[A-Z][A-Za-z0-9]+)` \\| yes \\|").FindAllStringSubmatch(support, -1)
	if len(methods) < 98 {
		t.Errorf("only %d endpoints have a method", len(methods))
	}
	for _, method := range methods {
		if !regexp.MustCompile(`\.` + regexp.QuoteMeta(method[1]) + `\b`).MatchString(tests.String()) {
			t.Errorf("no test calls %s", method[1])
		}
	}
}

func TestLinksLeadSomewhere(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)
	pages, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, "../README.md", "../CONTRIBUTING.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, match := range link.FindAllStringSubmatch(string(text), -1) {
			target := filepath.Join(filepath.Dir(page), filepath.FromSlash(match[1]))
			if _, err := os.Stat(target); err != nil && !strings.HasPrefix(match[1], "<") {
				t.Errorf("%s links to %s, which is not there", page, match[1])
			}
		}
	}
}
