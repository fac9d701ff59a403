package views

import (
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// allows reports whether the organization lets the member use a method.
// Break-glass members are free of the restriction.
func (v *mfa) allows(method string) bool {
	return v.org.MFAMethods != b2b.MFAMethodsRestricted || v.member.IsBreakglass ||
		slices.Contains(v.org.AllowedMFAMethods, method)
}

// inactive says why a member has no second factor yet.
func (v *mfa) inactive() string {
	if v.member.Status == b2b.MemberStatusActive {
		return ""
	}
	if reason := isDeleted(v.member); reason != "" {
		return reason
	}
	return "Only active members can have an authenticator app; this one is " + v.member.Status + "."
}

// cannotAdd says why no authenticator app can be added; "" when one can.
func (v *mfa) cannotAdd() string {
	switch {
	case v.inactive() != "":
		return v.inactive()
	case v.hasApp():
		return "An authenticator app is enrolled already; " + v.key(keymap.MFADelete) + " deletes it."
	case !v.allows(b2b.AllowedMFAMethodsTOTP):
		return ui.Clean(v.org.OrganizationName) + " does not allow authenticator apps."
	}
	return ""
}

// cannotEnrol says why no authenticator app can be enrolled; a secret that the
// member has already may still be taken over.
func (v *mfa) cannotEnrol() string {
	if reason := v.cannotAdd(); reason != "" || !v.hasVerifiedPhone() {
		return reason
	}
	return "The phone is a second factor already: another one is added only in a session that has proved it; " +
		v.key(keymap.MFADeletePhone) + " deletes the phone."
}

func (v *mfa) noApp() string {
	if isDeleted(v.member) == "" && !v.hasApp() {
		return "No authenticator app is enrolled."
	}
	return isDeleted(v.member)
}

func (v *mfa) noCodes() string {
	if isDeleted(v.member) == "" && !v.hasApp() {
		return "There are none: no app is enrolled."
	}
	return isDeleted(v.member)
}

// cannotRecover says why no code can be spent.
func (v *mfa) cannotRecover() string {
	switch reason := v.noCodes(); {
	case reason != "":
		return reason
	case v.knowsCodes() && v.codes.left == 0:
		return "No recovery codes are left; " + v.key(keymap.MFARotateCodes) + " makes new ones."
	}
	return v.locked()
}

func (v *mfa) locked() string {
	if !v.member.IsLocked {
		return ""
	}
	if until := moment(v.member.LockExpiresAt); until != "" {
		return "This member is locked until " + until + "."
	}
	return "This member is locked."
}

func (v *mfa) cannotToggle() string {
	switch {
	case isDeleted(v.member) != "":
		return isDeleted(v.member)
	case v.required():
		return "MFA is required for all members of " + ui.Clean(v.org.OrganizationName) + "; its settings hold the policy."
	}
	return ""
}

// noOtherMethod says why the default method cannot be another one.
func (v *mfa) noOtherMethod() string {
	switch {
	case isDeleted(v.member) != "":
		return isDeleted(v.member)
	case v.hasApp() && v.hasVerifiedPhone():
		return ""
	case v.hasApp():
		return "The authenticator app is the only method there is."
	case v.hasVerifiedPhone():
		return "The phone is the only method there is."
	}
	return "No second factor is enrolled."
}

func (v *mfa) noPhone() string {
	if isDeleted(v.member) == "" && !v.hasPhone() {
		return "There is no phone number."
	}
	return isDeleted(v.member)
}

func (v *mfa) nothingToCopy() string {
	if !v.hasApp() && !v.hasPhone() {
		return "There is nothing to copy."
	}
	return ""
}

// key names the key of an action.
func (v *mfa) key(id keymap.ID) string { return v.env.Keys.Binding(id).Help().Key }
