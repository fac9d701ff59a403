package api

import (
	"context"

	"example.com/orgdeck/api/b2b"
)

// RecoveryCodesService shows, replaces and spends recovery codes.
type RecoveryCodesService service

// Get returns the codes of a member that are not spent:
// GET /v1/b2b/recovery_codes/{organization_id}/{member_id}.
func (s *RecoveryCodesService) Get(ctx context.Context, organizationID, memberID string) (*b2b.GetRecoveryCodesResponse, error) {
	return call[b2b.GetRecoveryCodesResponse](ctx, s.client, b2b.RecoveryCodesGet, nil, organizationID, memberID)
}

// Recover spends a code in place of the second factor:
// POST /v1/b2b/recovery_codes/recover. The ids of request are those of member.
func (s *RecoveryCodesService) Recover(member b2b.Member, request b2b.RecoverByRecoveryCode) Change[b2b.RecoverByRecoveryCodeResponse] {
	request.OrganizationID, request.MemberID = member.OrganizationID, member.MemberID
	return write(s.client, b2b.RecoveryCodesRecover, nil, request, whole[b2b.RecoverByRecoveryCodeResponse]).
		saying("Spend a recovery code of "+nameOfMember(member), Confirm).
		final("a recovery code works once")
}

// Rotate replaces all codes of member by new ones:
// POST /v1/b2b/recovery_codes/rotate.
func (s *RecoveryCodesService) Rotate(member b2b.Member) Change[b2b.RotateRecoveryCodesResponse] {
	request := b2b.RotateRecoveryCodes{OrganizationID: member.OrganizationID, MemberID: member.MemberID}
	return write(s.client, b2b.RecoveryCodesRotate, nil, request, whole[b2b.RotateRecoveryCodesResponse]).
		saying("Replace the recovery codes of "+nameOfMember(member), Confirm).
		final("the old codes stop working at once")
}
