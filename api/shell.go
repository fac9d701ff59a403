package api

import (
	"strings"

	"example.com/orgdeck/api/b2b"
)

// curl is a command line for a POSIX shell. The credentials come from its
// environment, so that the line can be shared.
func curl(e b2b.Endpoint, method, url, body string, acting bool) string {
	var b strings.Builder
	b.WriteString("curl -X " + method + " " + shellQuote(url))
	if e.ContentType != "" {
		b.WriteString(" -H " + shellQuote("Content-Type: "+e.ContentType) + " -d " + shellQuote(string(wireBody(e, []byte(body)))))
		return b.String()
	}
	b.WriteString(` -u "$` + EnvProjectID + ":$" + EnvSecret + `"`)
	if acting {
		b.WriteString(` -H "X-Stytch-Member-Session: $STYTCH_SESSION_TOKEN"`)
	}
	if body != "" {
		b.WriteString(" -H 'Content-Type: application/json' -d " + shellQuote(body))
	}
	return b.String()
}

// command is the orgdeck line for the same request, for a POSIX shell.
func command(method, path, body string) string {
	line := "orgdeck api " + method + " " + shellQuote(path)
	if body == "" {
		return line
	}
	return "printf '%s' " + shellQuote(body) + " | " + line + " --input -"
}

// ShellLine is words as one line for a POSIX shell, each of them one word there,
// whatever is in it.
func ShellLine(words ...string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = shellQuote(word)
	}
	return strings.Join(quoted, " ")
}

// shellQuote makes s one word of a POSIX shell, whatever is in it.
func shellQuote(s string) string {
	harmless := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/:._%-", r)
	}
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !harmless(r) }) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
