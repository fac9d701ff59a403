package views

import (
	"slices"
	"strings"
	"unicode"

	"example.com/orgdeck/api/b2b"
)

// settingsEdits are the changes that have been made to an organization's
// settings and not been sent.
type settingsEdits struct {
	base   b2b.Organization // as the server had it when last asked
	all    []setting
	lines  map[string][]string // what fields become, by name
	theirs map[string][]string // of edited fields that somebody else changed meanwhile: what they were before
}

func newSettingsEdits(org b2b.Organization, all []setting) settingsEdits {
	return settingsEdits{base: org, all: all, lines: map[string][]string{}, theirs: map[string][]string{}}
}

// before is the saved value of s.
func (e *settingsEdits) before(s setting) []string { return s.value.get(e.base) }

// value is what s is with the edits.
func (e *settingsEdits) value(s setting) []string {
	if lines, edited := e.lines[s.name]; edited {
		return lines
	}
	return e.before(s)
}

func (e *settingsEdits) edited(s setting) bool {
	_, edited := e.lines[s.name]
	return edited
}

// set makes s become lines. What is saved already is no edit.
func (e *settingsEdits) set(s setting, lines []string) {
	if sameLines(e.before(s), lines) {
		e.drop(s.name)
		return
	}
	e.lines[s.name] = lines
}

func (e *settingsEdits) drop(name string) {
	delete(e.lines, name)
	delete(e.theirs, name)
}

func (e *settingsEdits) dropAll() {
	clear(e.lines)
	clear(e.theirs)
}

// changes lists the settings that differ, in the order of the page.
func (e *settingsEdits) changes() []setting {
	var changes []setting
	for _, s := range e.all {
		if e.edited(s) {
			changes = append(changes, s)
		}
	}
	return changes
}

// draft is the organization as it would be.
func (e *settingsEdits) draft() b2b.Organization {
	org := e.base
	for _, s := range e.changes() {
		s.value.set(&org, e.lines[s.name])
	}
	return org
}

// update is the request that sends what differs, and nothing else.
func (e *settingsEdits) update() b2b.UpdateOrganization {
	var u b2b.UpdateOrganization
	for _, s := range e.changes() {
		s.value.send(&u, e.base, e.lines[s.name])
	}
	return u
}

// rebase puts the edits on what the server holds now, and returns the settings
// that both sides have changed.
func (e *settingsEdits) rebase(now b2b.Organization) []setting {
	var both []setting
	for _, s := range e.changes() {
		was, is := e.before(s), s.value.get(now)
		collide := !sameLines(was, is)
		if s.kind == jsonSetting {
			e.lines[s.name], collide = rebaseMetadata(was, e.lines[s.name], is)
		}
		switch {
		case sameLines(e.lines[s.name], is):
			e.drop(s.name)
		case collide:
			e.theirs[s.name] = was
			both = append(both, s)
		}
	}
	e.base = now
	return both
}

// rebaseMetadata makes the changes from was to mine in what is there now: the
// server keeps every key apart. It reports whether both sides changed a key.
func rebaseMetadata(was, mine, is []string) (lines []string, collide bool) {
	patch := metadataMerge(objectOf(was), objectOf(mine))
	theirs := metadataMerge(objectOf(was), objectOf(is))
	now := objectOf(is)
	for key, value := range patch {
		_, changed := theirs[key]
		collide = collide || changed
		now[key] = value
	}
	return linesOf(now), collide
}

// yield gives up one field of a request, or one key of the metadata, to what the
// server holds.
func (e *settingsEdits) yield(s setting, key string) {
	if key == "" {
		e.drop(s.name)
		return
	}
	mine, base := objectOf(e.value(s)), objectOf(e.before(s))
	delete(mine, key)
	if value, there := base[key]; there {
		mine[key] = value
	}
	e.set(s, linesOf(mine))
}

// sameLines reports whether a is b but for the control characters that no field
// to type in keeps: what was not touched is not changed.
func sameLines(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool { return x == y || typable(x) == typable(y) })
}

func typable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}
