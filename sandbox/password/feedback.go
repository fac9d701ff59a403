package password

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn/match"

	"example.com/orgdeck/api/b2b"
)

// moreWords goes before all that is said of a weak password.
const moreWords = "Add another word or two. Uncommon words are better."

// feedbackOn says, in the words of zxcvbn, what is weak about a password: the
// longest part of it that is easily guessed.
func feedbackOn(score int, parts []*match.Match) b2b.ZxcvbnFeedback {
	if len(parts) == 0 {
		return b2b.ZxcvbnFeedback{Suggestions: []string{"Use a few words, avoid common phrases", "No need for symbols, digits, or uppercase letters"}}
	}
	if score >= minScore {
		return b2b.ZxcvbnFeedback{Suggestions: []string{}}
	}
	longest := parts[0]
	for _, part := range parts[1:] {
		if len(part.Token) > len(longest.Token) {
			longest = part
		}
	}
	warning, advice := weakness(longest, len(parts) == 1)
	return b2b.ZxcvbnFeedback{Warning: warning, Suggestions: append([]string{moreWords}, advice...)}
}

// weakness is what is weak about one part, and what helps.
func weakness(part *match.Match, alone bool) (warning string, advice []string) {
	switch part.Pattern {
	case "dictionary":
		return commonness(part, alone), habits(part)
	case "spatial":
		if part.Turns == 1 {
			return "Straight rows of keys are easy to guess", []string{"Use a longer keyboard pattern with more turns"}
		}
		return "Short keyboard patterns are easy to guess", []string{"Use a longer keyboard pattern with more turns"}
	case "repeat":
		if utf8.RuneCountInString(part.BaseToken) == 1 {
			return `Repeats like "aaa" are easy to guess`, []string{"Avoid repeated words and characters"}
		}
		return `Repeats like "abcabcabc" are only slightly harder to guess than "abc"`, []string{"Avoid repeated words and characters"}
	case "sequence":
		return "Sequences like abc or 6543 are easy to guess", []string{"Avoid sequences"}
	case "regex":
		return "Recent years are easy to guess", []string{"Avoid recent years", "Avoid years that are associated with you"}
	case "date":
		return "Dates are often easy to guess", []string{"Avoid dates and years that are associated with you"}
	}
	return "", nil
}

// commonness says how common a word is.
func commonness(part *match.Match, alone bool) string {
	plain := alone && !part.L33t && !part.Reversed
	switch part.DictionaryName {
	case "passwords":
		switch {
		case plain && part.Rank <= 10:
			return "This is a top-10 common password"
		case plain && part.Rank <= 100:
			return "This is a top-100 common password"
		case plain:
			return "This is a very common password"
		case math.Log10(part.Guesses) <= 4:
			return "This is similar to a commonly used password"
		}
	case "english_wikipedia":
		if alone {
			return "A word by itself is easy to guess"
		}
	case "surnames", "male_names", "female_names":
		if alone {
			return "Names and surnames by themselves are easy to guess"
		}
		return "Common names and surnames are easy to guess"
	}
	return ""
}

// habits says which ways of writing a word do not help.
func habits(part *match.Match) []string {
	var advice []string
	word := part.Token
	first, size := utf8.DecodeRuneInString(word)
	switch lower := strings.ToLower(word); {
	case word == strings.ToUpper(word) && word != lower:
		advice = append(advice, "All-uppercase is almost as easy to guess as all-lowercase")
	case unicode.IsUpper(first) && word[size:] == strings.ToLower(word[size:]):
		advice = append(advice, "Capitalization doesn't help very much")
	}
	if part.Reversed && len(word) >= 4 {
		advice = append(advice, "Reversed words aren't much harder to guess")
	}
	if part.L33t {
		advice = append(advice, "Predictable substitutions like '@' instead of 'a' don't help very much")
	}
	return advice
}
