package keymap

// ID names an action for good: in the palette, the user's key settings and the
// documentation.
type ID string

// What works everywhere.
const (
	Quit           ID = "app.quit"
	Help           ID = "app.help"
	Palette        ID = "app.palette"
	Mouse          ID = "app.mouse"
	Back           ID = "nav.back"
	Organizations  ID = "nav.organizations"
	MembersSection ID = "nav.members"
	Requests       ID = "nav.requests"
	NextTab        ID = "nav.next_tab"
	PrevTab        ID = "nav.prev_tab"
	Open           ID = "nav.open"
	Refresh        ID = "nav.refresh"
	Copy           ID = "nav.copy"
)

// Lists and whatever scrolls.
const (
	Up           ID = "table.up"
	Down         ID = "table.down"
	PageUp       ID = "table.page_up"
	PageDown     ID = "table.page_down"
	HalfPageUp   ID = "table.half_page_up"
	HalfPageDown ID = "table.half_page_down"
	Top          ID = "table.top"
	Bottom       ID = "table.bottom"
	MarkOne      ID = "table.mark"
	MarkAll      ID = "table.mark_all"
	Sort         ID = "table.sort"
	Reverse      ID = "table.reverse"
	Columns      ID = "table.columns"
	Search       ID = "table.search"
	Filter       ID = "table.filter"
	Export       ID = "table.export"
	Pane         ID = "table.pane"
)

// Organizations.
const (
	OrgNew      ID = "org.new"
	OrgEdit     ID = "org.edit"
	OrgDelete   ID = "org.delete"
	OrgSettings ID = "org.settings"
	OrgMembers  ID = "org.members"
)

// Members.
const (
	MemberNew        ID = "member.new"
	MemberEdit       ID = "member.edit"
	MemberDelete     ID = "member.delete"
	MemberReactivate ID = "member.reactivate"
	MemberMFA        ID = "member.mfa"
	MemberBulk       ID = "member.bulk"
	MemberOrg        ID = "member.organization"
)

// The second factor of a member.
const (
	MFAEnrol         ID = "mfa.enrol_totp"
	MFAMigrate       ID = "mfa.migrate_totp"
	MFADelete        ID = "mfa.delete_totp"
	MFAShowCodes     ID = "mfa.show_recovery_codes"
	MFARotateCodes   ID = "mfa.rotate_recovery_codes"
	MFARecover       ID = "mfa.recover"
	MFAToggle        ID = "mfa.toggle_enrolment"
	MFADefault       ID = "mfa.default_method"
	MFADeletePhone   ID = "mfa.delete_phone"
	EnrolFullScreen  ID = "enrol.full_screen"
	EnrolReveal      ID = "enrol.reveal_secret"
	EnrolCopySecret  ID = "enrol.copy_secret"
	EnrolCopyURI     ID = "enrol.copy_uri"
	EnrolVerify      ID = "enrol.verify"
	CodesReveal      ID = "codes.reveal"
	CodesCopy        ID = "codes.copy"
	CodesSave        ID = "codes.save"
	CodesAcknowledge ID = "codes.acknowledge"
)

// Settings of an organization.
const (
	SettingsEdit    ID = "settings.edit"
	SettingsSave    ID = "settings.save"
	SettingsDiscard ID = "settings.discard"
	SettingsPreview ID = "settings.preview"
	SettingsDefault ID = "settings.default"
)

// The request log.
const (
	RequestCurl    ID = "requests.copy_curl"
	RequestCommand ID = "requests.copy_command"
	RequestBody    ID = "requests.copy_body"
	RequestClear   ID = "requests.clear"
)

// Dialogs.
const (
	FormSave       ID = "form.save"
	FormPreview    ID = "form.preview"
	FormNext       ID = "form.next"
	FormPrev       ID = "form.previous"
	FormCancel     ID = "form.cancel"
	ConfirmYes     ID = "confirm.yes"
	ConfirmNo      ID = "confirm.no"
	ConfirmPreview ID = "confirm.preview"
	ReviewSend     ID = "review.send"
	ReviewCancel   ID = "review.cancel"
	ReviewCurl     ID = "review.copy_curl"
	ReviewPreview  ID = "review.preview"
	ReviewTheirs   ID = "review.take_theirs"
	ReviewUp       ID = "review.up"
	ReviewDown     ID = "review.down"
	ProgressStop   ID = "progress.stop"
)
