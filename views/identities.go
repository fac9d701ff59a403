package views

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.com/orgdeck/ui"
)

// How many names are remembered, and the fewest letters of one that was cut.
const (
	knownNames   = 200_000
	fewestOfACut = 2
)

// Identities knows what the server has said of people and organizations: their
// names, addresses and numbers. It finds them, and whatever looks like an address
// or an id, in what is drawn. It is safe for concurrent use; the zero value is
// ready.
type Identities struct {
	mu    sync.Mutex
	names index
	tails index // what may begin a line when a name was broken before it
}

// index finds clean text by its first word.
type index struct {
	by     map[string][]string
	words  []string // the keys, in order while sorted
	sorted bool
	count  int
}

func (x *index) add(text string) {
	if x.by == nil || x.count >= knownNames {
		*x = index{by: map[string][]string{}}
	}
	first, _, _ := strings.Cut(text, " ")
	known, seen := x.by[first]
	if slices.Contains(known, text) {
		return
	}
	if !seen {
		x.words, x.sorted = append(x.words, first), false
	}
	x.by[first] = append(known, text)
	x.count++
}

// goingOn are the texts whose first word begins with a part of a word.
func (x *index) goingOn(part string) []string {
	if !x.sorted {
		slices.Sort(x.words)
		x.sorted = true
	}
	var all []string
	at, _ := slices.BinarySearch(x.words, part)
	for _, word := range x.words[at:] {
		if !strings.HasPrefix(word, part) {
			break
		}
		all = append(all, x.by[word]...)
	}
	return all
}

// Learn takes an answer of the server, as JSON. What is none teaches nothing.
func (k *Identities) Learn(answer []byte) {
	decoder := json.NewDecoder(bytes.NewReader(answer))
	var found []string
	collectNames(decoder, "", &found)
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, name := range found {
		k.add(ui.Clean(name))
	}
}

// collectNames walks one value, which stands under key, and adds what identifies
// somebody. It reports whether the walk can go on: a broken answer ends it.
func collectNames(decoder *json.Decoder, key string, found *[]string) bool {
	token, err := decoder.Token()
	if err != nil {
		return false
	}
	switch token := token.(type) {
	case json.Delim:
		return collectWithin(decoder, token, key, found)
	case string:
		if identifies(key) && token != "" && (key != "display_name" || !isProvider(token)) {
			*found = append(*found, token)
		}
	}
	return true
}

// collectWithin walks the values of an object or a list to its end.
func collectWithin(decoder *json.Decoder, begin json.Delim, key string, found *[]string) bool {
	for decoder.More() {
		if begin == '{' {
			name, err := decoder.Token()
			if err != nil {
				return false
			}
			key, _ = name.(string)
		}
		if !collectNames(decoder, key, found) {
			return false
		}
	}
	_, err := decoder.Token()
	return err == nil
}

// identifies reports whether the values under a key of the API tell who somebody
// is.
func identifies(key string) bool {
	switch key {
	case "name", "first_name", "middle_name", "last_name", "display_name", "email_address", "email", "username",
		"organization_name", "organization_slug", "slug", "external_id", "mfa_phone_number", "phone_number",
		"email_allowed_domains", "claimed_email_domains", "sso_jit_provisioning_allowed_domains", "domain", "to":
		return true
	}
	return false
}

// add remembers a name. The caller holds the lock.
func (k *Identities) add(name string) {
	if utf8.RuneCountInString(name) < 2 {
		return // hiding every lonely letter would hide nothing but the screen
	}
	k.names.add(name)
	for at := strings.IndexByte(name, ' '); at >= 0; {
		name = name[at+1:]
		k.tails.add(name)
		at = strings.IndexByte(name, ' ')
	}
}

// looks finds what is an address, an id or a number by its looks.
var looks = regexp.MustCompile(`[^\s@│|"'<>(),;:]+@[^\s@│|"'<>(),;]*` + // e-mail
	`|\b[a-z0-9_]+(?:-[a-z0-9_]+)*-(?:test|live)-[0-9a-zA-Z-]+…?` + // id
	`|\+[0-9]{5,15}…?`) // phone number

// Find returns what is to be hidden in a line, for ui.Mask.
func (k *Identities) Find(line string) [][2]int {
	var hidden [][2]int
	for _, at := range looks.FindAllStringIndex(line, -1) {
		hidden = append(hidden, [2]int{at[0], at[1]})
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	begins := true // a line of the screen, or of a dialog
	for at := 0; at < len(line); {
		r, size := utf8.DecodeRuneInString(line[at:])
		n := k.nameAt(line, at, begins && r != ' ')
		if n > 0 {
			hidden = append(hidden, [2]int{at, at + n})
		}
		begins = r == '│' || begins && r == ' '
		at += max(n, size)
	}
	return merged(hidden)
}

// nameAt is how many bytes the name takes that begins at a place of a line; 0
// when none does. A name may have been cut, or broken between two lines. The
// caller holds the lock.
func (k *Identities) nameAt(line string, at int, begins bool) int {
	if before, _ := utf8.DecodeLastRuneInString(line[:at]); isWord(before) {
		return 0
	}
	rest := line[at:]
	longest := 0
	for _, name := range starting(&k.names, rest) {
		longest = max(longest, matches(name, rest))
	}
	if begins && longest == 0 {
		for _, tail := range starting(&k.tails, rest) {
			longest = max(longest, matches(tail, rest))
		}
	}
	return longest
}

// starting are the texts that rest may begin with: those of its first word, also
// when a sign follows it, or all that go on like it when the word was cut.
func starting(in *index, rest string) []string {
	first := rest
	if end := strings.IndexFunc(rest, func(r rune) bool { return r == ' ' || r == '…' }); end >= 0 {
		first = rest[:end]
	}
	if strings.HasPrefix(rest[len(first):], "…") {
		if utf8.RuneCountInString(first) < fewestOfACut {
			return nil
		}
		return in.goingOn(first)
	}
	found := in.by[first]
	for end, r := range first {
		if known := in.by[first[:end]]; len(known) > 0 && !isWord(r) {
			found = slices.Concat(found, known)
		}
	}
	return found
}

// matches is how much of the beginning of text shows name: all of it, or a part
// that was cut or that ends the line.
func matches(name, text string) int {
	shared := 0
	for shared < len(name) && shared < len(text) && name[shared] == text[shared] {
		shared++
	}
	for shared > 0 && shared < len(text) && !utf8.RuneStart(text[shared]) {
		shared--
	}
	after := text[shared:]
	switch next, _ := utf8.DecodeRuneInString(after); {
	case shared == len(name):
		if isWord(next) {
			return 0
		}
		return shared
	case next == '…' && shared > 0:
		return shared + len("…")
	}
	// The first words of it, at the end of a line that was broken.
	whole := strings.TrimRight(name[:shared], " ")
	if name[len(whole)] == ' ' && endsLine(text[len(whole):]) && !ownWord(whole) {
		return len(whole)
	}
	return 0
}

// ownWord reports whether a text is a word that the program itself ends lines
// with. It may begin a name, such as that of a connection, and tells nobody which.
func ownWord(text string) bool {
	switch text {
	case "SSO", "SCIM", "SAML", "OIDC", "MFA", "SMS", "TOTP", "JIT", "OAuth", "locked", "break-glass", "active", "pending",
		"invited", "deleted", "on", "off", "yes", "no", "none", "all", "app", "phone", "ends":
		return true
	}
	return false
}

// endsLine reports whether nothing but blanks follows up to the end of a line or
// of the dialog it stands in.
func endsLine(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest == "" || strings.HasPrefix(rest, "│")
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// merged sorts ranges and joins those that touch.
func merged(ranges [][2]int) [][2]int {
	slices.SortFunc(ranges, func(a, b [2]int) int { return a[0] - b[0] })
	var out [][2]int
	for _, r := range ranges {
		if n := len(out); n > 0 && r[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], r[1])
			continue
		}
		out = append(out, r)
	}
	return out
}
