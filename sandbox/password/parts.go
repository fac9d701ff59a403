package password

import (
	"maps"
	"strings"
	"sync"

	"github.com/trustelem/zxcvbn/frequency"
	"github.com/trustelem/zxcvbn/match"
	"github.com/trustelem/zxcvbn/scoring"
)

// The matchers of zxcvbn are here, and not taken from its package matching: that
// one builds its dictionaries when the program starts, which takes longer than
// all of the program's own start. Words, graphs and scores are the library's.

// ranks are the words of a dictionary, the most common first, from 1.
type ranks map[string]int

func ranked(words []string) ranks {
	r := make(ranks, len(words))
	for i, word := range words {
		r[strings.ToLower(word)] = i + 1
	}
	return r
}

// dictionaries are those of the library, by name; they are built when first
// needed and never change.
var dictionaries = sync.OnceValue(func() map[string]ranks {
	built := make(map[string]ranks, len(frequency.FrequencyLists))
	for name, words := range frequency.FrequencyLists {
		built[name] = ranked(words)
	}
	return built
})

// partsOf finds all parts of text that are guessed more easily than by trying
// every character.
func partsOf(text string, known []string) []*match.Match {
	words := maps.Clone(dictionaries())
	if len(known) > 0 {
		words["user_inputs"] = ranked(known)
	}
	var parts []*match.Match
	for _, found := range [][]*match.Match{
		wordsIn(text, words), reversedWordsIn(text, words), disguisedWordsIn(text, words),
		keyWalksIn(text), repeatsIn(text), sequencesIn(text), yearsIn(text), datesIn(text),
	} {
		parts = append(parts, found...)
	}
	match.Sort(parts)
	return parts
}

// likeliest is the way through text that takes the fewest guesses.
func likeliest(text string, known []string) (guesses float64, parts []*match.Match) {
	best := scoring.MostGuessableMatchSequence(text, partsOf(text, known), false)
	return best.Guesses, best.Sequence
}

// scoreOf is the score of zxcvbn for so many guesses.
func scoreOf(guesses float64) int {
	score := 0
	for _, limit := range []float64{1e3, 1e6, 1e8, 1e10} {
		if guesses >= limit+5 {
			score++
		}
	}
	return score
}
