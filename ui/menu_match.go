package ui

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
)

// fit is how well an item answers to what was typed: the less, the better.
type fit int

const (
	fitsWords     fit = iota // they are words of its name
	fitsBegin                // a word of its name begins so
	fitsAlso                 // it goes by such words as well, or they are said beside its name
	fitsElsewhere            // it was found on the server: too late to be put before what was meant
	fitsBegins               // words of its name begin with pieces of that: "neworg"
	fitsInside               // its name has that inside a word
	fitsScattered            // its name has those letters, close to each other
	fitsNot
)

// scatteredFrom is how many letters have to be typed before a name may have others
// between them: of two or three letters nearly every name has them somewhere.
const scatteredFrom = 4

// found is an item that fits the filter, with the bytes of its name that do.
type found struct {
	*Item
	fit  fit
	hits []int
}

// typedText is what was typed, ready to be compared.
type typedText string

func newTyped(text string) typedText {
	return typedText(strings.Join(strings.Fields(strings.ToLower(text)), " "))
}

// fits says how well an item does.
func (t typedText) fits(item *Item) found {
	name := strings.ToLower(item.Name)
	starts := wordStarts(name)
	if fit, hits := t.atWord(name, starts); fit != fitsNot {
		return found{item, fit, hits}
	}
	if t.allBegin(name + " " + strings.ToLower(item.Also+" "+item.Detail)) {
		return found{item, fitsAlso, nil}
	}
	if hits := t.pieces(name, starts); hits != nil {
		return found{item, fitsBegins, hits}
	}
	if at := strings.Index(name, string(t)); at >= 0 {
		return found{item, fitsInside, span(at, len(t))}
	}
	if hits := t.scattered(name); hits != nil {
		return found{item, fitsScattered, hits}
	}
	return found{item, fitsNot, nil}
}

// atWord looks where words of a name begin.
func (t typedText) atWord(name string, starts []int) (fit, []int) {
	begin := -1
	for _, at := range starts {
		if !strings.HasPrefix(name[at:], string(t)) {
			continue
		}
		if wordEnds(name, at+len(t)) {
			return fitsWords, span(at, len(t))
		}
		if begin < 0 {
			begin = at
		}
	}
	if begin >= 0 {
		return fitsBegin, span(begin, len(t))
	}
	return fitsNot, nil
}

// pieces finds the beginnings of words that make up t one after the other; nil for
// none.
func (t typedText) pieces(name string, starts []int) []int {
	for i := range starts {
		if hits := t.piecesFrom(name, starts[i:]); hits != nil {
			return hits
		}
	}
	return nil
}

// piecesFrom takes as much as it can from the beginning of each word, of which the
// first has to give something.
func (t typedText) piecesFrom(name string, starts []int) []int {
	rest := strings.ReplaceAll(string(t), " ", "")
	var hits []int
	for _, at := range starts {
		n := 0
		for n < len(rest) && at+n < len(name) && rest[n] == name[at+n] {
			n++
		}
		if hits = append(hits, span(at, n)...); len(hits) == 0 {
			return nil
		}
		if rest = rest[n:]; rest == "" {
			return hits
		}
	}
	return nil
}

// allBegin reports whether each word of t begins one of these.
func (t typedText) allBegin(words string) bool {
	starts := wordStarts(words)
	for word := range strings.FieldsSeq(string(t)) {
		if !slices.ContainsFunc(starts, func(at int) bool { return strings.HasPrefix(words[at:], word) }) {
			return false
		}
	}
	return true
}

// scattered finds the letters of t in a name; nil when that has more than one other
// between them for two of them.
func (t typedText) scattered(name string) []int {
	if utf8.RuneCountInString(string(t)) < scatteredFrom {
		return nil
	}
	for _, match := range fuzzy.Find(string(t), []string{name}) {
		hits := match.MatchedIndexes
		if first, last := hits[0], hits[len(hits)-1]; 2*(last-first+1) <= 3*len(hits) {
			return hits
		}
	}
	return nil
}

// better orders what fits: the best fit, then what can be chosen now, then where
// the name has it.
func (f found) better(than found) int {
	return cmp.Or(
		cmp.Compare(f.fit, than.fit),
		cmp.Compare(min(1, len(f.Blocked)), min(1, len(than.Blocked))),
		cmp.Compare(f.at(), than.at()),
	)
}

func (f found) at() int {
	if len(f.hits) == 0 {
		return math.MaxInt
	}
	return f.hits[0]
}

func wordStarts(text string) []int {
	var starts []int
	inside := false
	for at, r := range text {
		is := isWord(r)
		if is && !inside {
			starts = append(starts, at)
		}
		inside = is
	}
	return starts
}

func wordEnds(text string, at int) bool {
	r, size := utf8.DecodeRuneInString(text[at:])
	return size == 0 || !isWord(r)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func span(at, length int) []int {
	hits := make([]int, length)
	for i := range hits {
		hits[i] = at + i
	}
	return hits
}
