package views

import (
	"example.com/orgdeck/api/b2b"
)

// nextSignIn says in words what a member has to do at the next sign-in, by what
// is enrolled and what the organization wants. It judges the member it is given,
// so that a question can say what will follow from a change.
func nextSignIn(m b2b.Member, org b2b.Organization) string {
	v := &mfa{liveMember: liveMember{member: m}, liveRules: liveRules{org: org}}
	app := v.hasApp() && v.allows(b2b.AllowedMFAMethodsTOTP)
	phone := v.hasVerifiedPhone() && v.allows(b2b.AllowedMFAMethodsSMSOTP)
	name := memberName(m)
	switch {
	case !v.required() && !m.MFAEnrolled:
		return "At the next sign-in " + name + " proves the first factor alone."
	case app && phone:
		return "At the next sign-in " + name + " is asked for a code from the app, or by SMS."
	case app:
		return "At the next sign-in " + name + " is asked for a code from the app; a recovery code works too."
	case phone:
		return "At the next sign-in " + name + " is asked for the code of an SMS to " + m.MFAPhoneNumber + "."
	case v.hasPhone() && v.allows(b2b.AllowedMFAMethodsSMSOTP):
		return "At the next sign-in " + name + " has to type the code of an SMS to " + m.MFAPhoneNumber + ", which verifies the phone."
	}
	return "At the next sign-in " + name + " has to enrol a second factor before being let in: " + v.mayEnrol() + "."
}

// mayEnrol are the methods that the organization leaves to the member.
func (v *mfa) mayEnrol() string {
	app, sms := v.allows(b2b.AllowedMFAMethodsTOTP), v.allows(b2b.AllowedMFAMethodsSMSOTP)
	switch {
	case app && sms:
		return "scan a new QR code with an app, or give a phone number"
	case app:
		return "scan a new QR code with an app"
	case sms:
		return "give a phone number"
	}
	return "but the organization allows no method"
}
