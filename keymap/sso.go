package keymap

// Single sign-on of an organization.
const (
	SSONew      ID = "sso.new"
	SSOEdit     ID = "sso.edit"
	SSODelete   ID = "sso.delete"
	SSODefault  ID = "sso.make_default"
	SSOMetadata ID = "sso.load_metadata"
	SSORemove   ID = "sso.remove_key"
)

const (
	sso           scope = "SSO connections"
	ssoConnection scope = "SSO connection"
)

func ssoKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, list, sso},
			{global, ssoConnection},
		},
		entries: []entry{
			on(SSONew, sso, "new connection", "n"),
			on(SSOEdit, sso, "edit", "e"),
			on(SSODelete, sso, "delete", "d"),
			on(SSODefault, sso, "make it the default", "t"),
			on(SSOMetadata, ssoConnection, "take over metadata", "i"),
			on(SSORemove, ssoConnection, "remove certificate or key", "X"),
		},
		shared: []also{
			{SSOEdit, ssoConnection},
			{SSODelete, ssoConnection},
			{SSODefault, ssoConnection},
		},
	}
}
