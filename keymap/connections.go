package keymap

// What a member is known by elsewhere.
const (
	ConnectionRemove ID = "connections.remove"
	ConnectionValues ID = "connections.provider_values"
	ValuesReveal     ID = "values.reveal"
)

const (
	connections scope = "connections"
	values      scope = "provider values"
)

func connectionsKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, connections},
			{global, values},
		},
		entries: []entry{
			on(ConnectionRemove, connections, "revoke or free", "d"),
			on(ConnectionValues, connections, "provider's values", "v"),
			on(ValuesReveal, values, "show or hide tokens", "v"),
		},
	}
}
