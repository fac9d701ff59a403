package sandbox

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"example.com/orgdeck/sandbox/store"
)

// maxSlug is the longest slug, in characters.
const maxSlug = 128

// freeSlug derives a slug from a name and makes it the project's only one of that
// kind by a number.
func freeSlug(tx *store.Tx, name string) (string, error) {
	base := slugOf(name)
	for n := 1; ; n++ {
		slug := base
		if n > 1 {
			suffix := fmt.Sprintf("-%d", n)
			slug = base[:min(len(base), maxSlug-len(suffix))] + suffix
		}
		if taken, err := tx.IsSlugTaken(slug, 0); err != nil || !taken {
			return slug, err
		}
	}
}

// slugOf is name in the letters that a slug may have: "Café Rücker" becomes
// "cafe-rucker". A name without any gives "organization".
func slugOf(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case isAlphanumeric(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'': // accents
		default:
			b.WriteByte('-')
		}
	}
	words := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' })
	slug := strings.Join(words, "-")
	if len(slug) < 2 {
		slug = strings.TrimSuffix("organization-"+slug, "-")
	}
	return strings.TrimSuffix(slug[:min(len(slug), maxSlug)], "-")
}
