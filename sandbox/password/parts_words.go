package password

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn/match"
)

// l33t says which letters a character is written for.
var l33t = map[rune]string{
	'4': "a", '@': "a", '8': "b", '(': "c", '{': "c", '[': "c", '<': "c", '3': "e", '6': "g", '9': "g", '1': "il", '!': "i",
	'|': "il", '0': "o", '$': "s", '5': "s", '+': "t", '7': "lt", '%': "x", '2': "z",
}

// wordsIn finds the words of dictionaries, whatever their case.
func wordsIn(text string, dictionaries map[string]ranks) []*match.Match {
	var found []*match.Match
	for i := range text {
		for size := range len(text) - i {
			end := i + size + 1
			if end < len(text) && !utf8.RuneStart(text[end]) {
				continue
			}
			word := strings.ToLower(text[i:end])
			for name, rank := range dictionaries {
				if n, ok := rank[word]; ok {
					found = append(found, &match.Match{
						Pattern: "dictionary", I: i, J: end - 1, Token: text[i:end], MatchedWord: word, Rank: n, DictionaryName: name,
					})
				}
			}
		}
	}
	return found
}

// reversedWordsIn finds words written from back to front.
func reversedWordsIn(text string, dictionaries map[string]ranks) []*match.Match {
	found := wordsIn(reversed(text), dictionaries)
	for _, m := range found {
		m.Token, m.Reversed = reversed(m.Token), true
		m.I, m.J = len(text)-1-m.J, len(text)-1-m.I
	}
	return found
}

func reversed(text string) string {
	runes := []rune(text)
	slices.Reverse(runes)
	return string(runes)
}

// disguisedWordsIn finds words with characters in place of letters: p4ssw0rd.
func disguisedWordsIn(text string, dictionaries map[string]ranks) []*match.Match {
	var found []*match.Match
	for _, instead := range disguises(text) {
		plain := strings.Map(func(r rune) rune {
			if letter, ok := instead[r]; ok {
				return letter
			}
			return r
		}, text)
		for _, m := range wordsIn(plain, dictionaries) {
			token := text[m.I : m.J+1]
			if len(token) < 2 || strings.EqualFold(token, m.MatchedWord) {
				continue // a single character is noise, and the rest no disguise
			}
			m.Token, m.L33t, m.Sub = token, true, map[string]string{}
			for from, to := range instead {
				if strings.ContainsRune(token, from) {
					m.Sub[string(from)] = string(to)
				}
			}
			found = append(found, m)
		}
	}
	return found
}

// disguises are the ways to read the characters of text as letters.
func disguises(text string) []map[rune]rune {
	var ways []map[rune]rune
	for _, r := range text {
		letters, ok := l33t[r]
		if !ok || len(ways) > 0 && ways[0][r] != 0 {
			continue
		}
		if len(ways) == 0 {
			ways = []map[rune]rune{{}}
		}
		var more []map[rune]rune
		for _, letter := range letters {
			for _, way := range ways {
				next := map[rune]rune{r: letter}
				for from, to := range way {
					next[from] = to
				}
				more = append(more, next)
			}
		}
		ways = more
	}
	return ways
}
