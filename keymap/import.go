package keymap

// Members that come out of a file.
const (
	MemberImport ID = "member.import"
)

const (
	importing scope = "import of members"
)

func importKeys() group {
	return group{
		screens: [][]scope{
			{global, importing},
		},
		entries: []entry{
			on(MemberImport, members, "import from a file", "I"),
		},
		shared: []also{
			{Filter, importing},
			{HalfPageUp, importing},
			{HalfPageDown, importing},
		},
	}
}
