package keymap

// ID names an action for good: in the palette, the user's key settings and the
// documentation.
type ID string

// scope is a set of actions that are live at the same time.
type scope string

// group is the actions of one part of the program, with where they are live.
type group struct {
	entries []entry
	shared  []also    // actions of other groups that live here too
	screens [][]scope // the scopes that are live together
}

// entry is one action with its scope, what it does and its keys.
type entry struct {
	id   ID
	in   scope
	does string
	keys []string
}

func on(id ID, in scope, does string, keys ...string) entry {
	return entry{id: id, in: in, does: does, keys: keys}
}

// also is an action that a further scope shares.
type also struct {
	id ID
	in scope
}

// groups are all keys of the program, in the order of the documentation.
func groups() []group {
	return []group{
		everywhereKeys(),
		listKeys(),
		organizationsKeys(),
		membersKeys(),
		importKeys(),
		mfaKeys(),
		sessionsKeys(),
		passwordsKeys(),
		jsonKeys(),
		settingsKeys(),
		rolesKeys(),
		actingKeys(),
		ssoKeys(),
		scimKeys(),
		connectionsKeys(),
		discoveryKeys(),
		requestsKeys(),
		sandboxKeys(),
		dialogsKeys(),
	}
}

func defaults() []entry {
	var all []entry
	for _, g := range groups() {
		all = append(all, g.entries...)
	}
	return all
}

func shared() []also {
	var all []also
	for _, g := range groups() {
		all = append(all, g.shared...)
	}
	return all
}

func screens() [][]scope {
	var all [][]scope
	for _, g := range groups() {
		all = append(all, g.screens...)
	}
	return all
}
