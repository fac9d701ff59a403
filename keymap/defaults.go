package keymap

// scope is a set of actions that are live at the same time.
type scope string

const (
	global   scope = "everywhere"
	tabs     scope = "tabs"
	list     scope = "lists"
	orgs     scope = "organizations"
	overview scope = "overview"
	members  scope = "members"
	member   scope = "member"
	mfa      scope = "MFA"
	settings scope = "settings"
	requests scope = "requests"
	enrol    scope = "TOTP enrolment"
	codes    scope = "recovery codes"
	form     scope = "forms"
	confirm  scope = "questions"
	review   scope = "review of changes"
	progress scope = "progress"
)

// screens lists which scopes are live together.
func screens() [][]scope {
	return [][]scope{
		{global, list, orgs},
		{global, tabs, overview},
		{global, tabs, list, members},
		{global, tabs, settings},
		{global, tabs, member},
		{global, tabs, mfa},
		{global, list, requests},
		{form},
		{enrol},
		{codes},
		{confirm},
		{review},
		{progress},
	}
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

// shared lists actions that live in more scopes than their own.
func shared() []also {
	return []also{
		{OrgEdit, overview}, {OrgDelete, overview},
		{MemberEdit, member}, {MemberDelete, member},
		{MemberReactivate, member}, {MemberMFA, member},
	}
}

func defaults() []entry {
	return []entry{
		on(Quit, global, "quit", "q"),
		on(Help, global, "help", "?"),
		on(Palette, global, "commands", ":", "ctrl+k"),
		on(Mouse, global, "mouse on or off", "ctrl+t"),
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
		on(HalfPageUp, list, "half a page up", "ctrl+u"),
		on(HalfPageDown, list, "half a page down", "ctrl+d"),
		on(Top, global, "first", "g", "home"),
		on(Bottom, global, "last", "G", "end"),
		on(MarkOne, list, "mark", " "),
		on(MarkAll, list, "mark all that were fetched", "*"),
		on(Sort, list, "sort by next column", "s"),
		on(Reverse, list, "reverse order", "S"),
		on(Columns, list, "choose columns", "c"),
		on(Search, list, "search", "/"),
		on(Filter, list, "filters", "f"),
		on(Export, list, "export", "x"),
		on(Pane, list, "detail pane", "p"),

		on(OrgNew, orgs, "new organization", "n"),
		on(OrgEdit, orgs, "edit", "e"),
		on(OrgDelete, orgs, "delete", "d"),
		on(OrgSettings, orgs, "settings", ","),
		on(OrgMembers, orgs, "members", "m"),

		on(MemberNew, members, "new member", "n"),
		on(MemberEdit, members, "edit", "e"),
		on(MemberDelete, members, "delete", "d"),
		on(MemberReactivate, members, "reactivate", "R"),
		on(MemberMFA, members, "MFA", "m"),
		on(MemberBulk, members, "act on the marked", "b"),
		on(MemberOrg, members, "its organization", "o"),

		on(MFAEnrol, mfa, "enrol authenticator app", "n"),
		on(MFAMigrate, mfa, "migrate a secret", "i"),
		on(MFADelete, mfa, "delete authenticator app", "d"),
		on(MFAShowCodes, mfa, "show recovery codes", "v"),
		on(MFARotateCodes, mfa, "rotate recovery codes", "R"),
		on(MFARecover, mfa, "recover with a code", "c"),
		on(MFAToggle, mfa, "require or waive MFA", "t"),
		on(MFADefault, mfa, "default method", "s"),
		on(MFADeletePhone, mfa, "delete phone", "D"),

		on(EnrolFullScreen, enrol, "QR full screen", "ctrl+f"),
		on(EnrolReveal, enrol, "show secret", "ctrl+r"),
		on(EnrolCopySecret, enrol, "copy secret", "ctrl+y"),
		on(EnrolCopyURI, enrol, "copy link", "ctrl+l"),
		on(EnrolVerify, enrol, "verify", "enter"),
		on(CodesReveal, codes, "show or hide", "v"),
		on(CodesCopy, codes, "copy", "y"),
		on(CodesSave, codes, "save to a file", "s"),
		on(CodesAcknowledge, codes, "I have kept them", "enter"),

		on(SettingsEdit, settings, "edit", "e"),
		on(SettingsSave, settings, "save", "ctrl+s"),
		on(SettingsDiscard, settings, "discard changes", "ctrl+r"),
		on(SettingsPreview, settings, "dry run", "ctrl+d"),
		on(SettingsDefault, settings, "back to the saved value", "backspace"),

		on(RequestCurl, requests, "copy as curl", "C"),
		on(RequestCommand, requests, "copy as orgdeck command", "O"),
		on(RequestBody, requests, "copy the answer", "B"),
		on(RequestClear, requests, "clear the log", "X"),

		on(FormSave, form, "save", "ctrl+s"),
		on(FormPreview, form, "dry run", "ctrl+d"),
		on(FormNext, form, "next field", "tab"),
		on(FormPrev, form, "previous field", "shift+tab"),
		on(FormCancel, form, "cancel", "esc"),
		on(ConfirmYes, confirm, "yes", "y"),
		on(ConfirmNo, confirm, "no", "n", "esc"),
		on(ConfirmPreview, confirm, "dry run", "ctrl+d"),
		on(ReviewSend, review, "send", "enter", "ctrl+s"),
		on(ReviewCancel, review, "back", "esc"),
		on(ReviewCurl, review, "copy as curl", "y"),
		on(ReviewPreview, review, "whole request", "ctrl+d"),
		on(ReviewTheirs, review, "take theirs", "ctrl+r"),
		on(ReviewUp, review, "up", "up", "k"),
		on(ReviewDown, review, "down", "down", "j"),
		on(ProgressStop, progress, "stop", "esc"),
	}
}
