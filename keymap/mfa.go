package keymap

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
	MFASetPhone      ID = "mfa.set_phone"
	MFASendCode      ID = "mfa.send_sms_code"
	MFAVerifyCode    ID = "mfa.verify_sms_code"
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

const (
	mfa   scope = "MFA"
	enrol scope = "TOTP enrolment"
	codes scope = "recovery codes"
)

func mfaKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, mfa},
			{enrol},
			{codes},
		},
		entries: []entry{
			on(MFAEnrol, mfa, "enrol authenticator app", "n"),
			on(MFAMigrate, mfa, "migrate a secret", "i"),
			on(MFADelete, mfa, "delete authenticator app", "d"),
			on(MFAShowCodes, mfa, "show recovery codes", "v"),
			on(MFARotateCodes, mfa, "rotate recovery codes", "R"),
			on(MFARecover, mfa, "recover with a code", "c"),
			on(MFAToggle, mfa, "require or waive MFA", "t"),
			on(MFADefault, mfa, "default method", "s"),
			on(MFASetPhone, mfa, "set phone", "p"),
			on(MFASendCode, mfa, "send a code by SMS", "S"),
			on(MFAVerifyCode, mfa, "verify a code sent by SMS", "V"),
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
		},
	}
}
