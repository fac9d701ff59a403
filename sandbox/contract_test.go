package sandbox_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
)

// provenBy says of a rule of the API which tests hold it: the first place to look
// when a client and the sandbox disagree.
type provenBy struct {
	rule  string
	tests string // by their names
}

// easilyMistaken are the rules of the API that clients and servers get wrong most.
func easilyMistaken() []provenBy {
	return []provenBy{
		{"patterns of the path table collide: static segments win", "TestLiteralSegmentsWinOverParameters"},
		{"the JWKS needs no credentials; a JWT has iat, iss, aud, and RFC 3339 times inside the session claim", "TestHealthAndKeysNeedNoCredentials TestSessionJWTHoldsItsClaimsAndIsSignedByAPublishedKey"},
		{"clients repeat path parameters in bodies and drop zero values; limit 0 is the default", "TestUnknownMembersOfABodyAreIgnored TestSearchesThatCannotBeAreRefused TestGroupsAreListed"},
		{"wrong code or unknown link 404, used or expired 401, unknown session 404, taken slug 400", "TestALinkSignsAMemberInAndVerifiesTheAddress TestOnlyTheNewestCodeWorksAndNotForLong TestSessionArgumentsThatSayNothing TestOrganizationFieldsOutsideTheirLimitsAreRefused"},
		{"only four error types are 403; cannot_update_trusted_metadata is 400", "TestOnlyFourErrorTypesAreForbidden TestWhatNoSessionMayDo"},
		{"email_invites is ALL_ALLOWED only without an authentication setting; sso_jit_provisioning is ALL_ALLOWED", "TestInvitesAreClosedByDefaultOnceAnotherWayInIsSet TestANewOrganizationHasTheDocumentedDefaults"},
		{"one way in stays open; RESTRICTED needs its list, also when an update empties it", "TestOrganizationFieldsOutsideTheirLimitsAreRefused TestARefusedUpdateChangesNothing"},
		{"MFA owed: no session, empty tokens, an intermediate one; duration and claims are ignored; a valid session waives it", "TestASecondFactorIsOwedAndSentBySMS TestASessionOfTheMemberWaivesTheSecondFactor"},
		{"metadata merges at the top level and null deletes; other lists are replaced; 20 keys, 4 KB", "TestMetadataMergesAtTheTopAndNullDeletes TestMemberMetadataMerges TestRolesAreReplacedAndComeWithTheirSources"},
		{"a changed address clears password and verification and retires the old one, which blocks others until unlinked", "TestANewAddressRetiresTheOldOneAndBlocksItForOthers TestAnAddressCanBeForgottenAtOnceOrLater"},
		{"organization ids also take slug and external id, member ids external_id; reactivate and dangerously_get the real one only", "TestAnOrganizationIsFoundByIDSlugAndExternalID TestMemberExternalIDsAreUniqueInTheOrganization TestDangerouslyGetTakesTheRealIDAndCanShowDeletedMembers TestReactivationNeedsADeletedVerifiedMemberWithAFreeAddress"},
		{"deleted members appear only through statuses; member_ids does not mix kinds; both spellings of the phone filters", "TestEveryMemberFilter TestSearchesThatCannotBeAreRefused"},
		{"PKCE: code_challenge on the reset of a password by e-mail, pkce_code_challenge elsewhere", "TestResetLinksEndAndCanBeBoundToTheirAsker TestPKCEBindsALinkToWhoAskedForIt TestAFlowWithAChallengeNeedsItsVerifier"},
		{"checks use the session's roles; self-actions suffice on the own member only; update.settings.is-breakglass", "TestASessionMayDoWhatItsRolesGrant TestRolesOfAConnectionHoldInItsSessions"},
		{"formats: member-totp-test-…, session-test-…, a PNG as data URI, 10 recovery codes xxxx-xxxx-xxxx", "TestEnrolmentFromQRCodeToSession TestSessionsAreRevokedByEachSelector TestRecoveryCodesAreSpentOneByOne"},
	}
}

// numbers are the limits and times of the API.
func numbers() []provenBy {
	return []provenBy{
		{"a body of 1 MiB", "TestOddBodiesAreRefused TestEveryWayInBoundsItsBody"},
		{"slugs of 2 to 128, external ids and names to 128 characters", "TestOrganizationFieldsOutsideTheirLimitsAreRefused TestOrganizationLimitsThemselvesAreAccepted"},
		{"pages of 100 unless told otherwise, to 1000; substrings from 3 characters", "TestSearchesThatCannotBeAreRefused TestPagesShowEveryMemberOnceInOrder"},
		{"metadata of 20 keys and 4 KB; custom claims of 4 KB", "TestOrganizationLimitsThemselvesAreAccepted TestMemberFieldsOutsideTheirLimitsAreRefused TestCustomClaimsMergeAndCannotBeReserved"},
		{"sessions of 5 to 527040 minutes, 60 unless told otherwise", "TestSessionArgumentGetsTheFactorAdded TestSessionArgumentsThatSayNothing TestALinkSignsAMemberInAndVerifiesTheAddress"},
		{"JWTs of 5 minutes; keys of 6 months, and a month more", "TestSessionJWTHoldsItsClaimsAndIsSignedByAPublishedKey TestSigningKeysAreReplacedAndTheOldOneStaysAMonth"},
		{"intermediate sessions of 10 minutes", "TestIntermediateSessionRefusals TestExchangesThatAreRefusedUseNothingUp"},
		{"links of 5 to 10080 minutes: 60 for a login, 10080 for an invitation, 30 for a password", "TestLinksLiveAnHourUnlessToldOtherwise TestRequestsForLinksThatAreRefused TestAnInvitationMakesAMemberAndTheLinkAcceptsIt TestResetByEmailProvesTheAddressAndEndsOtherSessions TestResetLinksEndAndCanBeBoundToTheirAsker"},
		{"codes by e-mail of 2 to 15 minutes, 10 unless told otherwise; by SMS of 2", "TestOnlyTheNewestCodeWorksAndNotForLong TestCodeRequestsThatAreRefused TestAnSMSCodeIsTheNewestLivesTwoMinutesAndWorksOnce"},
		{"a new address is proven within 5 minutes", "TestAnAddressUpdateIsMailedToTheNewAddress"},
		{"TOTP: a window of 5 to 1440 minutes, 60 unless told otherwise; one step either way, once", "TestEnrolmentWindowEnds TestTOTPCreateRefusals TestTOTPCodesWorkOnceAndOneStepEitherWay"},
		{"ten failures lock for an hour", "TestTenWrongCodesLockForAnHour TestTenWrongPasswordsLockAnHour TestTenWrongCodesLockTheMember TestTenWrongSMSCodesLockTheMember"},
		{"a password is set by a session whose factor is younger than 5 minutes", "TestASessionSetsAPasswordWhileItsFactorIsFresh"},
		{"tokens of OAuth and SSO of 5 minutes", "TestATokenOfAFlowLivesFiveMinutes"},
		{"impersonation: a token of 5 minutes, a session of 60 that cannot grow", "TestImpersonationTokensEndAndAreForActiveMembers TestImpersonationOpensAnHourThatCannotGrow"},
		{"5 certificates, of which an active connection keeps one", "TestAConnectionHasAtMostFiveCertificatesAndKeepsOne"},
		{"one SCIM connection and one phone number", "TestAnOrganizationHasOneSCIMConnection TestAMemberHasOnePhoneNumber"},
	}
}

func TestEveryRuleHasTheTestsThatAreNamedForIt(t *testing.T) {
	there := testNames(t)
	if n := len(easilyMistaken()); n != 15 {
		t.Errorf("%d rules are easily mistaken, want 15", n)
	}
	for _, rule := range append(easilyMistaken(), numbers()...) {
		for name := range strings.FieldsSeq(rule.tests) {
			if !there[name] {
				t.Errorf("%q is to be proven by %s, which is no test here", rule.rule, name)
			}
		}
	}
}

// testNames are the tests of this package.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
				names[f.Name.Name] = true
			}
		}
	}
	return names
}

func TestOnlyFourErrorTypesAreForbidden(t *testing.T) {
	allowed := map[string]bool{
		b2b.ErrOrganizationSuspended: true, b2b.ErrSessionAuthorizationError: true, b2b.ErrSessionAuthorizationTenancyError: true, b2b.ErrUseHttps: true,
		b2b.ErrM2MAuthorizationError: true, // which no server raises
	}
	for _, name := range b2b.ErrorTypes() {
		if kind, _ := b2b.LookupError(name); (kind.Status == 403) != allowed[name] {
			t.Errorf("%s is %d", name, kind.Status)
		}
	}
}
