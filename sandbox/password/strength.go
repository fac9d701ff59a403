package password

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
)

// Strong enough is a score of zxcvbn from 3, or by LUDS eight characters of three
// kinds: lower case, upper case, digits, symbols.
const (
	minScore      = 3
	ludsLength    = 8
	ludsKinds     = 3
	longestScored = 100 // characters: what follows makes nothing weaker
)

// Score is how hard a password is to guess, from 0 to 4, and why. It counts what
// is known about its owner, such as the address, as easily guessed.
func Score(text string, known ...string) (score int, feedback b2b.ZxcvbnFeedback) {
	text = strings.ToValidUTF8(firstRunes(text, longestScored), "\ufffd")
	guesses, parts := likeliest(text, known)
	score = scoreOf(guesses)
	return score, feedbackOn(score, parts)
}

// IsStrong reports whether a score is enough.
func IsStrong(score int) bool { return score >= minScore }

// firstRunes is text without what follows its first n characters.
func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// LUDS says which kinds of characters a password has, and what it lacks.
func LUDS(text string) b2b.LudsFeedback {
	var f b2b.LudsFeedback
	for _, r := range text {
		switch {
		case unicode.IsLower(r):
			f.HasLowerCase = true
		case unicode.IsUpper(r):
			f.HasUpperCase = true
		case unicode.IsDigit(r):
			f.HasDigit = true
		default:
			f.HasSymbol = true
		}
	}
	kinds := 0
	for _, has := range []bool{f.HasLowerCase, f.HasUpperCase, f.HasDigit, f.HasSymbol} {
		if has {
			kinds++
		}
	}
	f.MissingComplexity = max(0, ludsKinds-kinds)
	f.MissingCharacters = max(0, ludsLength-utf8.RuneCountInString(text))
	return f
}
