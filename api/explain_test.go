package api_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"testing"
	"testing/synctest"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestExplain_answers(t *testing.T) { synctest.Test(t, explainAnswers) }

func explainAnswers(t *testing.T) {
	for _, tt := range []struct {
		status int
		header http.Header
		body   string
		want   string
	}{
		{400, nil, `{"error_type":"duplicate_member_email","error_message":"This e-mail is taken.","request_id":"request-id-test-1"}`,
			"Could not change the member: This e-mail is taken [request-id-test-1]"},
		{400, nil, `{"error_type":"duplicate_member_email"}`, "Could not change the member: email already used in the organization (also: inviting an active member)."},
		{400, nil, `{"error_type":"brand_new_id"}`, "Could not change the member: brand new ID."},
		{401, nil, `{"error_type":"unauthorized_credentials","error_message":"x"}`, "Could not change the member: the server refused the credentials: check STYTCH_PROJECT_ID and STYTCH_SECRET."},
		{401, nil, `{"error_type":"unable_to_authenticate_totp","error_message":"Wrong code."}`, "Could not change the member: Wrong code."},
		{500, http.Header{"X-Request-Id": {"request-id-test-2"}}, `<html>`, "Could not change the member: the server answered 500 Internal Server Error [request-id-test-2]"},
		{502, nil, ``, "Could not change the member: the server answered 502 Bad Gateway."},
		{200, nil, `<html>`, "Could not change the member: test.stytch.com did not answer in JSON (status 200): is it the Stytch API?"},
		{200, nil, ``, "Could not change the member: the answer of test.stytch.com is empty (status 200)."},
	} {
		c, _ := trying(t, func(int) (*http.Response, error) { return reply(tt.status, tt.header, tt.body), nil })
		err := do(t.Context(), c.Members.Update(ada, b2b.UpdateMember{Name: api.Ptr("x")}))
		if got := api.Explain(err); got != tt.want {
			t.Errorf("%d %s\n got %s\nwant %s", tt.status, tt.body, got, tt.want)
		}
	}
	c, _ := trying(t, func(int) (*http.Response, error) {
		return reply(429, http.Header{"Retry-After": {"90"}}, `{"error_type":"too_many_requests","error_message":"Slow down."}`), nil
	})
	_, err := c.Organizations.Search(t.Context(), b2b.SearchOrganizations{})
	if got := api.Explain(err); got != "Could not search organizations: Slow down; try again in 1m30s." {
		t.Error(got)
	}
}

func TestExplain_theNetwork(t *testing.T) { synctest.Test(t, explainNetwork) }

func explainNetwork(t *testing.T) {
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	for _, tt := range []struct {
		err  error
		want string
	}{
		{refused(), "nothing answers at test.stytch.com: is the server running?"},
		{reset(), "the connection to test.stytch.com was cut."},
		{io.EOF, "the connection to test.stytch.com was cut."},
		{io.ErrUnexpectedEOF, "the connection to test.stytch.com was cut."},
		{context.DeadlineExceeded, "test.stytch.com did not answer in time."},
		{dial(&net.DNSError{Name: "test.stytch.com", IsNotFound: true}), "there is no host test.stytch.com: are the address and the network right?"},
		{dial(&net.DNSError{Name: "test.stytch.com", IsTemporary: true}), "the name test.stytch.com could not be looked up: is the network there?"},
		{dial(errors.New("network is unreachable")), "test.stytch.com cannot be reached: is the network there?"},
		{&tls.CertificateVerificationError{Err: errors.New("expired")}, "the certificate of test.stytch.com cannot be trusted (expired)."},
		{tls.RecordHeaderError{}, "test.stytch.com does not speak TLS: is the address right?"},
		{errors.New("something else"), "something else."},
	} {
		c, _ := trying(t, func(int) (*http.Response, error) { return nil, tt.err })
		err := do(t.Context(), c.Members.Delete(ada))
		if got, want := api.Explain(err), "Could not delete the member: "+tt.want; got != want {
			t.Errorf("%v\n got %s\nwant %s", tt.err, got, want)
		}
		if !errors.Is(err, tt.err) {
			t.Errorf("%v cannot be found in %v", tt.err, err)
		}
	}
}

func TestExplain_whatWasNotSent(t *testing.T) {
	c := client(t, answering("{}"), api.WithReadOnly())
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	_, tooShort := api.OrganizationQuery("ab")
	_, noConfig := api.New(api.Config{ProjectID: "project-test-1"})
	for want, err := range map[string]error{
		"":                            nil,
		"STYTCH_SECRET is not set.":   noConfig,
		"There is nothing to change.": api.ErrNothingToChange,
		"Could not delete the member: this session is read-only, so nothing was sent.":          do(t.Context(), c.Members.Delete(ada)),
		"Could not read the organization: the organization ID is missing or not an identifier.": also(c.Organizations.Get(t.Context(), "")),
		"Stopped: read the organization.":                                                       also(c.Organizations.Get(canceled, "o")),
		"Organization name fuzzy needs at least 3 characters.":                                  tooShort,
		"Could not search members: organization IDs needs at least one organization.":           also(c.Members.Search(t.Context(), b2b.SearchMembers{})),
		"Somebody else has changed the MFA policy meanwhile, so nothing was sent.":              &api.Conflict{Fields: []api.ConflictField{{Name: "mfa_policy", Label: "MFA policy"}}},
	} {
		if got := api.Explain(err); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
}

func TestExplain_saysWhatEveryEndpointIsFor(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range b2b.Endpoints {
		text := api.Explain(&api.CallError{Endpoint: *e, Err: errors.New("x")})
		if seen[e.Resource+text] {
			t.Errorf("%s is told like another one: %s", e.ID(), text)
		}
		seen[e.Resource+text] = e.Operation != "dangerously_get" && e.Operation != "get"
	}
}

func TestFieldOf(t *testing.T) {
	refusal := func(e b2b.Endpoint, errorType, message string) error {
		return &api.CallError{Endpoint: e, Err: &api.Error{StatusCode: 400, Type: errorType, Message: message}}
	}
	for _, tt := range []struct {
		endpoint                 b2b.Endpoint
		errorType, message, want string
	}{
		{b2b.OrganizationsUpdate, "organization_slug_already_used", "", "organization_slug"},
		{b2b.OrganizationsCreate, "organization_name_missing", "", "organization_name"},
		{b2b.OrganizationsMembersCreate, "duplicate_member_email", "", "email_address"},
		{b2b.OrganizationsMembersUpdate, "invalid_phone_number", "", "mfa_phone_number"},
		{b2b.OrganizationsMembersUpdate, "metadata_too_large", "trusted_metadata is too large", "trusted_metadata"},
		{b2b.OrganizationsMembersUpdate, "metadata_too_large", "untrusted_metadata is too large", "untrusted_metadata"},
		{b2b.TOTPsAuthenticate, "unable_to_authenticate_totp", "", "code"},
		{b2b.OrganizationsMembersGet, "invalid_email", "", "email_address"},
		{b2b.OrganizationsMembersUpdate, "organization_slug_already_used", "", ""}, // the request has no such field
		{b2b.OrganizationsUpdate, "internal_server_error", "", ""},
		{b2b.MagicLinksEmailInvite, "invalid_expiration", "", "invite_expiration_minutes"},
		{b2b.MagicLinksEmailLoginORSignup, "invalid_expiration", "signup_expiration_minutes: must be 5 to 10080", "signup_expiration_minutes"},
		{b2b.MagicLinksDiscoveryAuthenticate, "magic_link_not_found", "", "discovery_magic_links_token"},
	} {
		if got := api.FieldOf(refusal(tt.endpoint, tt.errorType, tt.message)); got != tt.want {
			t.Errorf("%s of %s: %q, want %q", tt.errorType, tt.endpoint.ID(), got, tt.want)
		}
	}
	if api.FieldOf(nil) != "" || api.FieldOf(io.EOF) != "" {
		t.Error("found a field in an error without one")
	}
}

// TestFieldOf_coversTheContract holds every refusal that the contract lists for
// an endpoint against the table: it speaks of one field, or of none at all.
func TestFieldOf_coversTheContract(t *testing.T) {
	ofNoField := map[string]bool{
		"organization_not_found": true, "member_not_found": true, "session_not_found": true, "session_authorization_error": true,
		"session_authorization_tenancy_error": true, "email_unverified_for_reactivation": true, "no_deleted_member_found_for_reactivation": true,
		"reactivation_email_belongs_to_another_member": true, "email_updates_available_only_for_active_members": true,
		"member_has_no_active_verified_email": true, "active_totp_exists": true, "pending_totp_exists": true, "expired_totp": true,
		"action_available_only_for_active_members": true, "member_session_member_id_mismatch": true, "insufficient_factors": true,
		"operation_restricted_by_organization_mfa_methods": true, "intermediate_session_not_found": true, "invalid_session_token": true,
		"unable_to_parse_session_jwt": true, "totp_not_found": true, "no_associated_session_passed_in": true, "recovery_codes_not_found": true,
		"action_available_only_once_primary_authentication_is_met": true, "invalid_intermediate_session_token_for_organization": true,
		"too_many_session_arguments": true, "user_lock_limit_reached": true, "no_active_recovery_code_backed_factor": true,
		"operation_restricted_by_organization_auth_methods": true, "too_many_requests": true, "no_session_arguments": true,
		"oauth_tenant_jit_provisioning_not_allowed": true, "invalid_oauth_tenant_for_jit_provisioning": true,
		"unable_to_verify_member_email_update": true, "email_verification_required": true, "phone_number_not_found": true,
		"organization_settings_claimed_domain_too_common": true,
		"email_jit_provisioning_not_allowed":              true, "invalid_email_for_jit_provisioning": true,
	}
	for _, e := range []b2b.Endpoint{
		b2b.OrganizationsCreate, b2b.OrganizationsUpdate, b2b.OrganizationsMembersCreate, b2b.OrganizationsMembersUpdate,
		b2b.OrganizationsMembersStartEmailUpdate, b2b.OrganizationsMembersUnlinkRetiredEmail, b2b.TOTPsCreate, b2b.TOTPsAuthenticate,
		b2b.TOTPsMigrate, b2b.RecoveryCodesRecover, b2b.MagicLinksAuthenticate, b2b.MagicLinksEmailInvite, b2b.MagicLinksEmailLoginORSignup,
		b2b.MagicLinksEmailDiscoverySend, b2b.MagicLinksDiscoveryAuthenticate, b2b.OTPsEmailLoginORSignup, b2b.OTPsEmailAuthenticate,
		b2b.OTPsEmailDiscoverySend, b2b.OTPsEmailDiscoveryAuthenticate, b2b.OTPsSMSSend, b2b.OTPsSMSAuthenticate,
		b2b.DiscoveryOrganizationsList, b2b.DiscoveryOrganizationsCreate, b2b.DiscoveryIntermediateSessionsExchange,
	} {
		for _, errorType := range e.Errors {
			field := api.FieldOf(&api.CallError{Endpoint: e, Err: &api.Error{Type: errorType}})
			if field == "" && !ofNoField[errorType] {
				t.Errorf("%s: %s speaks of which field?", e.ID(), errorType)
			}
		}
	}
}
