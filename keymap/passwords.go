package keymap

// The password of a member.
const (
	PasswordStrength ID = "password.strength"
	PasswordReset    ID = "password.mail_reset"
	PasswordRequire  ID = "password.require_reset"
	PasswordMigrate  ID = "password.migrate"
	PasswordDelete   ID = "password.delete"
	PasswordReveal   ID = "password.reveal"
)

const (
	password scope = "password"
	strength scope = "password strength"
)

func passwordsKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, password},
			{strength},
		},
		entries: []entry{
			on(PasswordReset, password, "mail a reset link", "n"),
			on(PasswordStrength, password, "check a password", "c"),
			on(PasswordRequire, password, "require a reset", "R"),
			on(PasswordMigrate, password, "migrate a hash", "i"),
			on(PasswordDelete, password, "delete", "d"),
			on(PasswordReveal, strength, "show or hide", "ctrl+r"),
		},
		shared: []also{{MemberMFA, password}},
	}
}
