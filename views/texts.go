package views

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// textOrder compares texts by their number, as a dictionary has them: from their first
// letter or digit, whatever the case and the accents unless nothing else tells them
// apart, digits by the number that they write. Texts without any are behind the others.
func textOrder(n int, text func(int) string) func(i, j int) int {
	collator, keys := collate.New(language.Und, collate.Numeric), make([][]byte, n)
	var buffer collate.Buffer
	behind := []byte{0xff, 0xff}
	for i := range keys {
		keys[i] = behind
		if t := strings.TrimLeftFunc(text(i), isSign); t != "" {
			keys[i] = collator.KeyFromString(&buffer, t)
		}
	}
	return func(i, j int) int { return bytes.Compare(keys[i], keys[j]) }
}

func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// inOrder returns rows in another order; compare is given their numbers. Those that
// are equal stay as they are to each other.
func inOrder[T any](rows []T, descending bool, compare func(i, j int) int) []T {
	at := make([]int, len(rows))
	for i := range at {
		at[i] = i
	}
	slices.SortFunc(at, func(i, j int) int {
		c := compare(i, j)
		if descending {
			c = -c
		}
		return cmp.Or(c, cmp.Compare(i, j))
	})
	sorted := make([]T, len(rows))
	for i, from := range at {
		sorted[i] = rows[from]
	}
	return sorted
}

// byText returns rows in the order of a text of theirs.
func byText[T any](rows []T, text func(T) string) []T {
	return inOrder(rows, false, textOrder(len(rows), func(i int) string { return text(rows[i]) }))
}

// sortedTexts returns texts in order, and the same ones next to each other.
func sortedTexts(texts iter.Seq[string]) []string {
	return byText(slices.Sorted(texts), func(text string) string { return text })
}
