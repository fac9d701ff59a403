package password

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn/adjacency"
	"github.com/trustelem/zxcvbn/match"
)

const (
	shifted      = `~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?`
	maxStep      = 5 // between the characters of a sequence
	fewestInWalk = 3
)

var recentYear = regexp.MustCompile(`19\d\d|20[0-2]\d`)

// keyWalksIn finds keys that lie beside each other: qwerty.
func keyWalksIn(text string) []*match.Match {
	var found []*match.Match
	for _, graph := range adjacency.Graphs {
		for i := 0; i < len(text)-1; {
			walk := walkFrom(text, i, graph)
			if walk.J-i+1 >= fewestInWalk {
				found = append(found, walk)
			}
			i = walk.J + 1
		}
	}
	return found
}

// walkFrom is the longest walk that begins at i, of one key at least.
func walkFrom(text string, i int, graph *adjacency.Graph) *match.Match {
	walk := &match.Match{Pattern: "spatial", I: i, J: i, Graph: graph.Name}
	hasShift := graph.Name == "qwerty" || graph.Name == "dvorak"
	if hasShift && strings.IndexByte(shifted, text[i]) >= 0 {
		walk.ShiftedCount = 1
	}
	direction := -1
	for j := i + 1; j < len(text); j++ {
		next, isShifted := neighbour(graph, text[j-1], text[j])
		if next < 0 {
			break
		}
		if isShifted {
			walk.ShiftedCount++
		}
		if next != direction {
			walk.Turns, direction = walk.Turns+1, next
		}
		walk.J = j
	}
	walk.Token = text[i : walk.J+1]
	return walk
}

// neighbour says in which direction a key lies from another, -1 for none, and
// whether it is typed with shift.
func neighbour(graph *adjacency.Graph, from, to byte) (direction int, isShifted bool) {
	for direction, keys := range graph.Graph[string(rune(from))] {
		if at := strings.IndexByte(keys, to); at >= 0 {
			return direction, at == 1
		}
	}
	return -1, false
}

// repeatsIn finds what comes several times in a row: abcabc.
func repeatsIn(text string) []*match.Match {
	var found []*match.Match
	for i := 0; i < len(text); i++ {
		unit, times := repeatAt(text, i)
		if times < 2 {
			continue
		}
		whole := text[i : i+unit*times]
		guesses, parts := likeliest(whole[:unit], nil)
		found = append(found, &match.Match{
			Pattern: "repeat", I: i, J: i + len(whole) - 1, Token: whole,
			BaseToken: whole[:unit], BaseGuesses: guesses, BaseMatches: parts, RepeatCount: times,
		})
		i += len(whole) - 1
	}
	return found
}

// repeatAt is the longest repetition that begins at i, of the shortest unit.
func repeatAt(text string, i int) (unit, times int) {
	rest := text[i:]
	if !utf8.RuneStart(rest[0]) {
		return 0, 0
	}
	for size := 1; size <= len(rest)/2; size++ {
		n := 1
		for strings.HasPrefix(rest[n*size:], rest[:size]) {
			n++
		}
		if n > 1 && n*size > unit*times && utf8.RuneStart(rest[size]) {
			unit, times = size, n
		}
	}
	return unit, times
}

// sequencesIn finds characters at the same distance from each other: abc, 9753.
func sequencesIn(text string) []*match.Match {
	var found []*match.Match
	if len(text) < 2 {
		return nil
	}
	begin, step := 0, int(text[1])-int(text[0])
	for k := 2; k <= len(text); k++ {
		next := 0
		if k < len(text) {
			if next = int(text[k]) - int(text[k-1]); next == step {
				continue
			}
		}
		if s := sequence(text, begin, k-1, step); s != nil {
			found = append(found, s)
		}
		begin, step = k-1, next
	}
	return found
}

// sequence is text[i:j+1] as a sequence; nil when it is too short or too wide.
func sequence(text string, i, j, step int) *match.Match {
	width := max(step, -step)
	if width == 0 || width > maxStep || j-i < 2 && width != 1 {
		return nil
	}
	token := text[i : j+1]
	name, space := "unicode", 26
	switch {
	case consistsOf(token, 'a', 'z'):
		name = "lower"
	case consistsOf(token, 'A', 'Z'):
		name = "upper"
	case consistsOf(token, '0', '9'):
		name, space = "digits", 10
	}
	return &match.Match{Pattern: "sequence", I: i, J: j, Token: token, SequenceName: name, SequenceSpace: space, Ascending: step > 0}
}

func consistsOf(text string, low, high rune) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r < low || r > high || r > unicode.MaxASCII }) < 0
}

// yearsIn finds years that people have lived in.
func yearsIn(text string) []*match.Match {
	var found []*match.Match
	for _, at := range recentYear.FindAllStringIndex(text, -1) {
		found = append(found, &match.Match{Pattern: "regex", RegexName: "recent_year", I: at[0], J: at[1] - 1, Token: text[at[0]:at[1]]})
	}
	return found
}
