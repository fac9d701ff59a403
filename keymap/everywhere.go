package keymap

// What works everywhere.
const (
	Quit           ID = "app.quit"
	Help           ID = "app.help"
	Palette        ID = "app.palette"
	Mouse          ID = "app.mouse"
	Mask           ID = "app.mask"
	Undo           ID = "app.undo"
	Back           ID = "nav.back"
	Organizations  ID = "nav.organizations"
	MembersSection ID = "nav.members"
	Requests       ID = "nav.requests"
	NextTab        ID = "nav.next_tab"
	PrevTab        ID = "nav.prev_tab"
	Open           ID = "nav.open"
	Refresh        ID = "nav.refresh"
	Copy           ID = "nav.copy"
	Up             ID = "table.up"
	Down           ID = "table.down"
	PageUp         ID = "table.page_up"
	PageDown       ID = "table.page_down"
	Top            ID = "table.top"
	Bottom         ID = "table.bottom"
)

const (
	global scope = "everywhere"
	tabs   scope = "tabs"
)

func everywhereKeys() group {
	return group{
		entries: []entry{
			on(Quit, global, "quit", "q"),
			on(Help, global, "help", "?"),
			on(Palette, global, "commands", ":", "ctrl+k"),
			on(Mouse, global, "mouse on or off", "ctrl+t"),
			on(Mask, global, "hide or show names", "ctrl+x"),
			on(Undo, global, "undo the last change", "u"),
			on(Back, global, "back", "esc"),
			on(Organizations, global, "organizations", "1"),
			on(MembersSection, global, "members", "2"),
			on(Requests, global, "requests", "5"),
			on(NextTab, tabs, "next tab", "tab"),
			on(PrevTab, tabs, "previous tab", "shift+tab"),
			on(Open, global, "open", "enter"),
			on(Refresh, global, "refresh", "r"),
			on(Copy, global, "copy", "y"),
			on(Up, global, "up", "up", "k"),
			on(Down, global, "down", "down", "j"),
			on(PageUp, global, "page up", "pgup", "ctrl+b"),
			on(PageDown, global, "page down", "pgdown", "ctrl+f"),
			on(Top, global, "first", "g", "home"),
			on(Bottom, global, "last", "G", "end"),
		},
	}
}
