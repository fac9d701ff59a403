package keymap

import "strings"

// Also are other words that an action is looked for by, such as "csv" for the
// export: those of its id, and what users of like programs call it.
func Also(id ID) string {
	_, words, _ := strings.Cut(string(id), ".")
	return strings.TrimSpace(strings.ReplaceAll(words, "_", " ") + " " + furtherWords()[id])
}

func furtherWords() map[ID]string {
	const (
		making   = "add create"
		changing = "change rename update"
		removing = "remove"
	)
	return map[ID]string{
		Quit:             "exit close",
		Help:             "keys shortcuts",
		Mask:             "streaming privacy e-mails",
		Undo:             "revert take back",
		Copy:             "curl command clipboard yank",
		Refresh:          "reload",
		Search:           "find",
		Export:           "csv json save file",
		Columns:          "fields",
		Requests:         "log history",
		RolesSection:     "rbac policy permissions",
		DiscoverySection: "sign in login",
		OrgNew:           making,
		OrgEdit:          changing,
		OrgDelete:        removing,
		MemberNew:        making,
		MemberEdit:       changing,
		MemberDelete:     removing,
		MemberImport:     "csv json upload",
		MemberMFA:        "2fa totp sms phone recovery",
		MemberBulk:       "bulk",
		MemberWhy:        "permissions rbac",
		ActAs:            "impersonate session",
		MFAEnrol:         "2fa qr",
		SessionRevoke:    "sign out",
		SessionRevokeAll: "sign out",
		SSONew:           making,
		SCIMNew:          making,
		RoleNew:          making,
		FaultNew:         making,
		ClockAdvance:     "time ahead",
	}
}
