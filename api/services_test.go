package api_test

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

var (
	acme = b2b.Organization{OrganizationID: "organization-test-1", OrganizationName: "Acme", OrganizationExternalID: api.Ptr("ext")}
	ada  = b2b.Member{OrganizationID: "organization-test-1", MemberID: "member-test-1", Name: "Ada", EmailAddress: "ada@acme.test", MemberPasswordID: "password-test-1"}
)

// do sends a change and forgets what it answered.
func do[T any](ctx context.Context, c api.Change[T]) error {
	_, err := c.Overwrite().Do(ctx)
	return err
}

// also forgets the value of a read.
func also[T any](_ T, err error) error { return err }

// calls are one call of each endpoint that the client has.
func calls(c *api.Client) map[string]func(context.Context) error {
	all := callsOfOrganizations(c)
	maps.Copy(all, callsOfMembers(c))
	maps.Copy(all, callsOfMembersApps(c))
	maps.Copy(all, callsOfFactors(c))
	maps.Copy(all, callsOfSignIn(c))
	maps.Copy(all, callsOfSessions(c))
	maps.Copy(all, callsOfPasswords(c))
	maps.Copy(all, callsOfProject(c))
	maps.Copy(all, callsOfM2M(c))
	maps.Copy(all, callsOfApps(c))
	maps.Copy(all, callsOfConnections(c))
	return all
}

func callsOfOrganizations(c *api.Client) map[string]func(context.Context) error {
	org := acme.OrganizationID
	return map[string]func(context.Context) error{
		"organizations.create": func(ctx context.Context) error {
			return do(ctx, c.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Acme"}))
		},
		"organizations.get": func(ctx context.Context) error { return also(c.Organizations.Get(ctx, org)) },
		"organizations.search": func(ctx context.Context) error {
			return also(c.Organizations.Search(ctx, b2b.SearchOrganizations{}))
		},
		"organizations.update": func(ctx context.Context) error {
			return do(ctx, c.Organizations.Update(acme, b2b.UpdateOrganization{OrganizationName: api.Ptr("New")}))
		},
		"organizations.delete":             func(ctx context.Context) error { return do(ctx, c.Organizations.Delete(acme)) },
		"organizations.connected_apps":     func(ctx context.Context) error { return also(c.Organizations.ConnectedApps(ctx, org)) },
		"organizations.get_connected_app":  func(ctx context.Context) error { return also(c.Organizations.ConnectedApp(ctx, org, "app")) },
		"organizations.delete_external_id": func(ctx context.Context) error { return do(ctx, c.Organizations.DeleteExternalID(acme)) },
		"organizations.metrics":            func(ctx context.Context) error { return also(c.Organizations.MemberCount(ctx, org)) },
	}
}

func callsOfMembers(c *api.Client) map[string]func(context.Context) error {
	org, member := acme.OrganizationID, ada.MemberID
	return map[string]func(context.Context) error{
		"organizations.members.create": func(ctx context.Context) error {
			return do(ctx, c.Members.Create(org, b2b.CreateMember{EmailAddress: "ada@acme.test"}))
		},
		"organizations.members.get": func(ctx context.Context) error {
			return also(c.Members.Get(ctx, org, b2b.GetMember{MemberID: &member}))
		},
		"organizations.members.search": func(ctx context.Context) error {
			return also(c.Members.Search(ctx, b2b.SearchMembers{OrganizationIDs: []string{org}}))
		},
		"organizations.members.update": func(ctx context.Context) error {
			return do(ctx, c.Members.Update(ada, b2b.UpdateMember{Name: api.Ptr("New")}))
		},
		"organizations.members.delete": func(ctx context.Context) error { return do(ctx, c.Members.Delete(ada)) },
		"organizations.members.dangerously_get": func(ctx context.Context) error {
			return also(c.Members.DangerouslyGet(ctx, member, b2b.DangerouslyGetMember{IncludeDeleted: api.Ptr(true)}))
		},
		"organizations.members.delete_mfa_phone_number": func(ctx context.Context) error { return do(ctx, c.Members.DeleteMFAPhoneNumber(ada)) },
		"organizations.members.delete_password":         func(ctx context.Context) error { return do(ctx, c.Members.DeletePassword(ada)) },
	}
}

func callsOfMembersApps(c *api.Client) map[string]func(context.Context) error {
	org, member := acme.OrganizationID, ada.MemberID
	return map[string]func(context.Context) error{
		"organizations.members.get_connected_apps": func(ctx context.Context) error { return also(c.Members.ConnectedApps(ctx, org, member)) },
		"organizations.members.delete_external_id": func(ctx context.Context) error { return do(ctx, c.Members.DeleteExternalID(ada)) },
		"organizations.members.oidc_providers": func(ctx context.Context) error {
			return also(c.Members.OIDCProviders(ctx, org, member, b2b.GetMemberOIDCProviders{}))
		},
		"organizations.members.reactivate": func(ctx context.Context) error { return do(ctx, c.Members.Reactivate(ada)) },
		"organizations.members.start_email_update": func(ctx context.Context) error {
			return do(ctx, c.Members.StartEmailUpdate(ada, b2b.StartMemberEmailUpdate{EmailAddress: "new@acme.test"}))
		},
		"organizations.members.delete_totp": func(ctx context.Context) error { return do(ctx, c.Members.DeleteTOTP(ada)) },
		"organizations.members.unlink_retired_email": func(ctx context.Context) error {
			return do(ctx, c.Members.UnlinkRetiredEmail(ada, b2b.UnlinkMemberRetiredEmail{EmailAddress: api.Ptr("old@acme.test")}))
		},
		"organizations.members.oauth_providers.github": func(ctx context.Context) error {
			return also(c.Members.OAuthGitHub(ctx, org, member, b2b.GetMemberOAuthProviderGitHub{}))
		},
		"organizations.members.oauth_providers.google": func(ctx context.Context) error {
			return also(c.Members.OAuthGoogle(ctx, org, member, b2b.GetMemberOAuthProviderGoogle{}))
		},
		"organizations.members.oauth_providers.hubspot": func(ctx context.Context) error {
			return also(c.Members.OAuthHubSpot(ctx, org, member, b2b.GetMemberOAuthProviderHubSpot{}))
		},
		"organizations.members.oauth_providers.microsoft": func(ctx context.Context) error {
			return also(c.Members.OAuthMicrosoft(ctx, org, member, b2b.GetMemberOAuthProviderMicrosoft{}))
		},
		"organizations.members.oauth_providers.slack": func(ctx context.Context) error { return also(c.Members.OAuthSlack(ctx, org, member)) },
		"organizations.members.connected_apps.revoke": func(ctx context.Context) error { return do(ctx, c.Members.RevokeConnectedApp(ada, "app")) },
	}
}

func callsOfFactors(c *api.Client) map[string]func(context.Context) error {
	org, member := acme.OrganizationID, ada.MemberID
	return map[string]func(context.Context) error{
		"totps.create": func(ctx context.Context) error { return do(ctx, c.TOTPs.Create(ada, b2b.CreateTOTP{})) },
		"totps.authenticate": func(ctx context.Context) error {
			return do(ctx, c.TOTPs.Authenticate(ada, b2b.AuthenticateTOTP{Code: "123456"}))
		},
		"totps.migrate":      func(ctx context.Context) error { return do(ctx, c.TOTPs.Migrate(ada, b2b.MigrateTOTP{Secret: "ABC"})) },
		"recovery_codes.get": func(ctx context.Context) error { return also(c.RecoveryCodes.Get(ctx, org, member)) },
		"recovery_codes.recover": func(ctx context.Context) error {
			return do(ctx, c.RecoveryCodes.Recover(ada, b2b.RecoverByRecoveryCode{RecoveryCode: "aaaa-bbbb-cccc"}))
		},
		"recovery_codes.rotate": func(ctx context.Context) error { return do(ctx, c.RecoveryCodes.Rotate(ada)) },
	}
}

func callsOfProject(c *api.Client) map[string]func(context.Context) error {
	return map[string]func(context.Context) error{
		"debug.whoami":    func(ctx context.Context) error { return also(c.Project.Whoami(ctx)) },
		"project.metrics": func(ctx context.Context) error { return also(c.Project.Metrics(ctx)) },
	}
}

func TestEveryEndpointHasAMethod(t *testing.T) {
	for _, e := range b2b.Endpoints {
		t.Run(e.ID(), func(t *testing.T) {
			s := answering(`{"request_id":"r","status_code":200}`)
			call, ok := calls(client(t, s))[e.ID()]
			if !ok {
				t.Fatal("the client has no method for it")
			}
			if err := call(t.Context()); err != nil {
				t.Fatal(err)
			}
			if len(s.requests) != 1 {
				t.Fatalf("%d requests", len(s.requests))
			}
			r := s.requests[0]
			if r.Method != e.Method || !fits(e.Path, r.Path) {
				t.Errorf("called %s %s, want %s %s", r.Method, r.Path, e.Method, e.Path)
			}
			for name := range r.Body {
				if _, ok := e.Field(name); !ok {
					t.Errorf("sent %q, which the endpoint does not take", name)
				}
			}
			for _, f := range e.Request {
				if _, ok := r.Body[f.Name]; f.Required && !ok {
					t.Errorf("did not send %q", f.Name)
				}
			}
			if (r.Body != nil) != (e.Method == http.MethodPost || e.Method == http.MethodPut) {
				t.Errorf("body %v with %s", r.Body, e.Method)
			}
		})
	}
	if n := len(calls(client(t, answering("{}")))); n != len(b2b.Endpoints) {
		t.Errorf("%d methods for %d endpoints", n, len(b2b.Endpoints))
	}
}

func fits(pattern, path string) bool {
	want, got := strings.Split(pattern, "/"), strings.Split(path, "/")
	return slices.EqualFunc(want, got, func(want, got string) bool {
		return want == got || strings.HasPrefix(want, "{") && got != ""
	})
}

func TestQueryParameters(t *testing.T) {
	s := answering(`{"status_code":200}`)
	c := client(t, s)
	_, _ = c.Members.Get(t.Context(), "org", b2b.GetMember{EmailAddress: api.Ptr("ada+x@acme.test")})
	_, _ = c.Members.DangerouslyGet(t.Context(), "m", b2b.DangerouslyGetMember{IncludeDeleted: api.Ptr(false)})
	_, _ = c.Members.OIDCProviders(t.Context(), "org", "m", b2b.GetMemberOIDCProviders{})
	for i, want := range []string{"email_address=ada%2Bx%40acme.test", "include_deleted=false", ""} {
		if got := s.requests[i].Query; got != want {
			t.Errorf("query %q, want %q", got, want)
		}
	}
}

func TestPathsWithoutAnIdentifierAreNotSent(t *testing.T) {
	for _, id := range []string{"", ".", ".."} {
		s := answering(`{}`)
		c := client(t, s)
		errs := []error{
			also(c.Organizations.Get(t.Context(), id)),
			do(t.Context(), c.Organizations.Delete(b2b.Organization{OrganizationID: id})),
			do(t.Context(), c.Members.DeletePassword(b2b.Member{OrganizationID: "o", MemberPasswordID: id})),
		}
		for _, err := range errs {
			if _, ok := asError[*api.ArgumentError](err); !ok {
				t.Errorf("id %q: %v", id, err)
			}
		}
		if len(s.requests) > 0 {
			t.Errorf("id %q: sent %+v", id, s.requests)
		}
	}
}
