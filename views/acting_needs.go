package views

import (
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// needs are the calls that the keys lead to, as far as a key leads to one: while
// acting as a member, a key is marked by what the member may not do.
func needs() map[keymap.ID]b2b.Endpoint {
	return map[keymap.ID]b2b.Endpoint{
		keymap.Open:             b2b.OrganizationsGet,
		keymap.OrgMembers:       b2b.OrganizationsMembersSearch,
		keymap.OrgSettings:      b2b.OrganizationsGet,
		keymap.OrgNew:           b2b.OrganizationsCreate,
		keymap.OrgEdit:          b2b.OrganizationsUpdate,
		keymap.OrgDelete:        b2b.OrganizationsDelete,
		keymap.SettingsEdit:     b2b.OrganizationsUpdate,
		keymap.SettingsSave:     b2b.OrganizationsUpdate,
		keymap.SettingsDefault:  b2b.OrganizationsUpdate,
		keymap.MemberNew:        b2b.OrganizationsMembersCreate,
		keymap.MemberInvite:     b2b.MagicLinksEmailInvite,
		keymap.MemberImport:     b2b.OrganizationsMembersCreate,
		keymap.MemberEdit:       b2b.OrganizationsMembersUpdate,
		keymap.MemberDelete:     b2b.OrganizationsMembersDelete,
		keymap.MemberReactivate: b2b.OrganizationsMembersReactivate,
		keymap.MemberMFA:        b2b.OrganizationsMembersGet,
		keymap.MemberOrg:        b2b.OrganizationsGet,
		keymap.MemberWhy:        b2b.OrganizationsMembersGet,
		keymap.MFAEnrol:         b2b.TOTPsCreate,
		keymap.MFAMigrate:       b2b.TOTPsMigrate,
		keymap.MFADelete:        b2b.OrganizationsMembersDeleteTOTP,
		keymap.MFARotateCodes:   b2b.RecoveryCodesRotate,
		keymap.MFARecover:       b2b.RecoveryCodesRecover,
		keymap.MFAToggle:        b2b.OrganizationsMembersUpdate,
		keymap.MFADefault:       b2b.OrganizationsMembersUpdate,
		keymap.MFADeletePhone:   b2b.OrganizationsMembersDeleteMFAPhoneNumber,
		keymap.SessionRevoke:    b2b.SessionsRevoke,
		keymap.SessionRevokeAll: b2b.SessionsRevoke,
		keymap.MFASetPhone:      b2b.OrganizationsMembersUpdate,
		keymap.MFASendCode:      b2b.OTPsSMSSend,
		keymap.MFAVerifyCode:    b2b.OTPsSMSAuthenticate,
		keymap.MFAShowCodes:     b2b.RecoveryCodesGet,
		keymap.PasswordReset:    b2b.PasswordsEmailResetStart,
		keymap.PasswordRequire:  b2b.PasswordsEmailRequireReset,
		keymap.PasswordMigrate:  b2b.PasswordsMigrate,
		keymap.PasswordDelete:   b2b.OrganizationsMembersDeletePassword,
		keymap.SSONew:           b2b.SSOSAMLCreateConnection,
		keymap.SSOEdit:          b2b.SSOSAMLUpdateConnection,
		keymap.SSODelete:        b2b.SSODeleteConnection,
		keymap.SSODefault:       b2b.OrganizationsUpdate,
		keymap.SSOMetadata:      b2b.SSOSAMLUpdateByURL,
		keymap.SSORemove:        b2b.SSOSAMLDeleteVerificationCertificate,
		keymap.SCIMNew:          b2b.SCIMConnectionCreate,
		keymap.SCIMEdit:         b2b.SCIMConnectionUpdate,
		keymap.SCIMDelete:       b2b.SCIMConnectionDelete,
		keymap.SCIMRotate:       b2b.SCIMConnectionRotateStart,
		keymap.SCIMComplete:     b2b.SCIMConnectionRotateComplete,
		keymap.SCIMCancel:       b2b.SCIMConnectionRotateCancel,
		keymap.SCIMGroupRoles:   b2b.SCIMConnectionUpdate,
		keymap.RoleNew:          b2b.RBACOrganizationsSetOrgPolicy,
		keymap.RoleEdit:         b2b.RBACOrganizationsSetOrgPolicy,
		keymap.RoleDelete:       b2b.RBACOrganizationsSetOrgPolicy,
	}
}

// within marks those of the actions that the member as whom everything is done may
// not do to what belongs to an organization, or to one of its members, with what
// is missing. For the project nothing is marked.
func (e *Env) within(organizationID, memberID string, actions []ui.Action) []ui.Action {
	actor := e.actor()
	if actor == nil {
		return actions
	}
	known := needs()
	known[keymap.JSONEdit], known[keymap.MetadataEdit] = b2b.OrganizationsUpdate, b2b.OrganizationsUpdate
	if memberID != "" {
		known[keymap.JSONEdit], known[keymap.MetadataEdit] = b2b.OrganizationsMembersUpdate, b2b.OrganizationsMembersUpdate
	}
	for i, a := range actions {
		if endpoint, ok := known[a.ID]; ok {
			actions[i] = a.Because(actor.Refusal(endpoint, organizationID, memberID))
		}
	}
	return actions
}
