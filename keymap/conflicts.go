package keymap

import (
	"fmt"
	"slices"

	"github.com/sahilm/fuzzy"
)

// conflicts names every pair of actions that one key would run on some screen.
func (m Map) conflicts() []string {
	var found []string
	for _, screen := range screens() {
		taken := map[string]ID{}
		for _, id := range live(screen) {
			for _, k := range m.bindings[id].Keys() {
				other, clash := taken[k]
				if !clash {
					taken[k] = id
					continue
				}
				told := fmt.Sprintf("%s is the key of both %s and %s", Name(k), other, id)
				if other != id && !slices.Contains(found, told) {
					found = append(found, told)
				}
			}
		}
	}
	return found
}

// live returns the actions of a screen, each once.
func live(screen []scope) []ID {
	var ids []ID
	add := func(id ID, in scope) {
		if slices.Contains(screen, in) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, e := range defaults() {
		add(e.id, e.in)
	}
	for _, s := range shared() {
		add(s.id, s.in)
	}
	return ids
}

// nearest suggests the action that was probably meant.
func nearest(id string) string {
	var names []string
	for _, known := range IDs() {
		names = append(names, string(known))
	}
	if hits := fuzzy.Find(id, names); len(hits) > 0 {
		return fmt.Sprintf(" (did you mean %s?)", hits[0].Str)
	}
	return ""
}
