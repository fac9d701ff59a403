package sandbox

import (
	"strings"

	"example.com/orgdeck/api/b2b"
)

// isID reports whether text can be an id of that kind: kind-test-… or kind-live-….
func isID(kind, text string) bool {
	rest, ok := strings.CutPrefix(text, kind+"-")
	return ok && (strings.HasPrefix(rest, "test-") || strings.HasPrefix(rest, "live-"))
}

// notFound is why nothing was found by an id of that kind, or by another name in
// its place: errorType, unless the id is of a live project. All ids of a sandbox
// are those of test projects.
func notFound(errorType, kind, text string) error {
	if strings.HasPrefix(text, kind+"-live-") {
		return refuse(b2b.ErrLiveIDUsedInTestEnvironment, "%s is the id of a live project", text)
	}
	return refuse(errorType)
}
