package docs

import (
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// unraised is a group of the API's error types that the sandbox has no cause to
// answer with, and why.
type unraised struct {
	why   string
	kinds []string
}

// ledger holds every error type that the sandbox does not raise by itself.
func ledger() []unraised {
	return []unraised{
		{"raised inside official SDKs, never by a server", []string{
			b2b.ErrClientLibraryError, b2b.ErrM2MAuthorizationError, b2b.ErrOAuth2InvalidTokenError,
		}},
		{"the plan, the state or the kind of a workspace at Stytch: a sandbox has every feature and no quota", []string{
			b2b.ErrClaimedEmailDomainsNotSupported, b2b.ErrDeprecatedEndpoint, b2b.ErrEndpointNotAuthorizedForSdk, b2b.ErrEnterpriseEndpoint, b2b.ErrInvalidB2bEndpoint,
			b2b.ErrInvalidConsumerEndpoint, b2b.ErrInvalidSessionDuration, b2b.ErrOrganizationSuspended, b2b.ErrTestIDUsedInLiveEnvironment, b2b.ErrTooManyConnectedApps,
			b2b.ErrTooManyDomains, b2b.ErrTooManyRoles, b2b.ErrUnauthorizedAction,
		}},
		{"delivery of mail and SMS, and what keeps it from abuse: the sandbox's outbox takes everything", []string{
			b2b.ErrCaptchaFailed, b2b.ErrInactiveEmail, b2b.ErrInvalidPhoneNumberCountryCode, b2b.ErrOrganizationNameIncludesBannedWords, b2b.ErrTooFewTokensAuthenticated, b2b.ErrUnsubscribedPhoneNumber,
		}},
		{"templates of mails: the sandbox has none, and ignores which is asked for", []string{
			b2b.ErrEmailTemplateNotFound, b2b.ErrInvalidTemplateID,
		}},
		{"redirect URLs that a project has not set: the sandbox has a default, and names the field of one that it refuses", []string{
			b2b.ErrNoDiscoveryRedirectURLsSet, b2b.ErrNoInviteRedirectURLsSet, b2b.ErrNoLoginRedirectURLsSet, b2b.ErrNoMatchForProvidedMagicLinkURL, b2b.ErrNoPasswordResetRedirectURL, b2b.ErrNoSignupRedirectURLsSet,
		}},
		{"faults and limits of a large service", []string{
			b2b.ErrPasswordValidationTimeout, b2b.ErrSearchTimeout, b2b.ErrServerUnavailable, b2b.ErrUseHttps,
		}},
		{"another type comes first: what is not found by a name, an external id or an id of another organization is `…_not_found`; recovery codes exist only beside a TOTP, which is refused itself; who may not join is told of the rule for addresses", []string{
			b2b.ErrInvalidID, b2b.ErrInvalidOrganizationID, b2b.ErrMemberDoesNotExistInOrganization, b2b.ErrOAuthTenantJITProvisioningNotAllowed, b2b.ErrRecoveryCodesAlreadyExist,
		}},
		{"accepted or ignored here, as the texts of the API say: any secret may be chosen for a sandbox, any text is a verifier, reserved claims are left out, an unverified address may create an organization", []string{
			b2b.ErrEmailVerificationRequired, b2b.ErrInvalidPKCECodeVerifier, b2b.ErrInvalidSecretAuthentication, b2b.ErrM2MClientInvalidClientSecret, b2b.ErrReservedClaimsInCustomClaims,
		}},
		{"no public text says which call answers with it, and when", []string{
			b2b.ErrAttributeMismatch, b2b.ErrConnectedAppConsentRevoked, b2b.ErrRequiresActiveSSOConnection, b2b.ErrSecondaryFactorNotFound, b2b.ErrStaleFactors,
		}},
	}
}

// errorTypes is the part of support.md about error types. It is an error when the
// ledger says of a type what the source of the sandbox does not.
func errorTypes(root string) (string, error) {
	raised, err := raisedTypes(root)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	known, listed := len(b2b.ErrorTypes()), map[string]bool{}
	fmt.Fprintf(&b, "\n## Error types\n\nOf the API's %d error types the sandbox raises %d by itself. Any of them comes on demand, as a [fault](sandbox.md#failures-on-demand).\nThese come only so:\n\n| Error types | Why |\n|---|---|\n", known, len(raised))
	for _, group := range ledger() {
		slices.Sort(group.kinds)
		for _, kind := range group.kinds {
			if _, ok := b2b.LookupError(kind); !ok || raised[kind] || listed[kind] {
				return "", fmt.Errorf("error type %s is raised, unknown or listed twice: mend the ledger in docs/errors.go", kind)
			}
			listed[kind] = true
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", strings.Join(group.kinds, "`, `"), group.why)
	}
	for _, kind := range b2b.ErrorTypes() {
		if !raised[kind] && !listed[kind] {
			return "", fmt.Errorf("error type %s is not raised by the sandbox: say why in the ledger of docs/errors.go", kind)
		}
	}
	return b.String(), nil
}
