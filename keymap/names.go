package keymap

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Names writes keys the way help shows them: "↑/k".
func Names(keys []string) string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = Name(k)
	}
	return strings.Join(names, "/")
}

// Name writes one key the way help shows it.
func Name(k string) string {
	switch k {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "pgdn"
	case " ":
		return "space"
	}
	return k
}

// canonical turns what a user wrote into what Bubble Tea calls the keys, or
// says what is wrong with it.
func canonical(keys []string) (canon []string, wrong string) {
	for _, k := range keys {
		c, ok := canonicalKey(k)
		switch {
		case !ok:
			return nil, fmt.Sprintf("%q is not a key", k)
		case c == "ctrl+c":
			return nil, "ctrl+c always quits and cannot be used"
		case !slices.Contains(canon, c):
			canon = append(canon, c)
		}
	}
	return canon, ""
}

func canonicalKey(k string) (string, bool) {
	switch k {
	case "space":
		return " ", true
	case "pgdn":
		return "pgdown", true
	case "escape":
		return "esc", true
	case "return":
		return "enter", true
	}
	if utf8.RuneCountInString(k) == 1 || named(k) {
		return k, true
	}
	mod, rest, ok := strings.Cut(k, "+")
	if !ok {
		return "", false
	}
	switch mod {
	case "ctrl":
		letter := len(rest) == 1 && strings.ContainsAny(rest, `abcdefghjklnopqrstuvwxyz@\]^_`)
		return k, letter || arrow(strings.TrimPrefix(rest, "shift+")) || rest == "pgup" || rest == "pgdown"
	case "shift":
		return k, rest == "tab" || arrow(rest)
	case "alt":
		inner, good := canonicalKey(rest)
		return "alt+" + inner, good && !strings.HasPrefix(inner, "alt+")
	}
	return "", false
}

func named(k string) bool {
	switch k {
	case "enter", "esc", "tab", "backspace", "delete", "insert", "pgup", "pgdown":
		return true
	case "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12":
		return true
	}
	return arrow(k)
}

func arrow(k string) bool {
	switch k {
	case "up", "down", "left", "right", "home", "end":
		return true
	}
	return false
}
