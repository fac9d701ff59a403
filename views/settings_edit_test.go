package views_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api/b2b"
)

// edit is one setting changed by keys: what is typed while its form is open,
// what the server holds then, and which fields were sent.
type settingEdit struct {
	name string
	keys func(c *console)
	sent []string // besides name
	got  func(b2b.Organization) any
	want any
}

func retyped(text string) func(c *console) {
	return func(c *console) {
		c.Press("ctrl+u")
		c.Type(text)
	}
}

func typed(text string) func(c *console) { return func(c *console) { c.Type(text) } }

func pressed(keys ...string) func(c *console) { return func(c *console) { c.Press(keys...) } }

func settingEdits() []settingEdit {
	return []settingEdit{
		{"organization_name", retyped("Acme Robots"), nil, func(o b2b.Organization) any { return o.OrganizationName }, "Acme Robots"},
		{"organization_slug", retyped("acme-robots"), nil, func(o b2b.Organization) any { return o.OrganizationSlug }, "acme-robots"},
		{"organization_external_id", retyped("crm|1"), nil, func(o b2b.Organization) any { return *o.OrganizationExternalID }, "crm|1"},
		{"organization_logo_url", retyped("https://x.example/l.png"), nil, func(o b2b.Organization) any { return o.OrganizationLogoURL }, "https://x.example/l.png"},
		{"auth_methods", pressed("down", "tab", "space", "down", "down", "space"), []string{"allowed_auth_methods"},
			func(o b2b.Organization) any { return []any{o.AuthMethods, o.AllowedAuthMethods} }, []any{"RESTRICTED", []string{"sso", "email_otp"}}},
		{"allowed_auth_methods", pressed("down", "space"), nil, func(o b2b.Organization) any { return o.AllowedAuthMethods }, []string{"magic_link"}},
		{"email_invites", pressed("down", "down"), nil, func(o b2b.Organization) any { return o.EmailInvites }, "NOT_ALLOWED"},
		{"email_jit_provisioning", pressed("down"), nil, func(o b2b.Organization) any { return o.EmailJITProvisioning }, "NOT_ALLOWED"},
		{"email_allowed_domains", func(c *console) { c.Press("enter"); c.Type("Robots.example ") }, nil,
			func(o b2b.Organization) any { return o.EmailAllowedDomains }, []string{"acme-robotics.example", "robots.example"}},
		{"claimed_email_domains", typed("acme-robotics.example"), nil, func(o b2b.Organization) any { return o.ClaimedEmailDomains }, []string{"acme-robotics.example"}},
		{"sso_jit_provisioning", pressed("down", "tab", "space"), []string{"sso_jit_provisioning_allowed_connections"},
			func(o b2b.Organization) any {
				return []any{o.SSOJITProvisioning, len(o.SSOJITProvisioningAllowedConnections)}
			}, []any{"RESTRICTED", 1}},
		{"sso_jit_provisioning_allowed_connections", pressed("space"), nil,
			func(o b2b.Organization) any { return len(o.SSOJITProvisioningAllowedConnections) }, 1},
		{"mfa_policy", pressed("up"), nil, func(o b2b.Organization) any { return o.MFAPolicy }, "REQUIRED_FOR_ALL"},
		{"mfa_methods", pressed("down", "tab", "space"), []string{"allowed_mfa_methods"},
			func(o b2b.Organization) any { return []any{o.MFAMethods, o.AllowedMFAMethods} }, []any{"RESTRICTED", []string{"totp"}}},
		{"allowed_mfa_methods", pressed("down", "space"), nil, func(o b2b.Organization) any { return o.AllowedMFAMethods }, []string{"sms_otp"}},
		{"rbac_email_implicit_role_assignments", typed("IT.acme-robotics.example -> stytch_admin"), nil,
			func(o b2b.Organization) any { return o.RBACEmailImplicitRoleAssignments },
			[]b2b.EmailImplicitRoleAssignment{{Domain: "it.acme-robotics.example", RoleID: "stytch_admin"}}},
		{"oauth_tenant_jit_provisioning", func(c *console) { c.Press("up", "tab"); c.Type("slack T024BE7LD") }, []string{"allowed_oauth_tenants"},
			func(o b2b.Organization) any { return []any{o.OAuthTenantJITProvisioning, o.AllowedOAuthTenants} },
			[]any{"RESTRICTED", map[string][]string{"slack": {"T024BE7LD"}}}},
		{"allowed_oauth_tenants", func(c *console) { c.Type("GitHub: 42"); c.Press("enter"); c.Type("github 43") }, nil,
			func(o b2b.Organization) any { return o.AllowedOAuthTenants }, map[string][]string{"github": {"42", "43"}}},
		{"first_party_connected_apps_allowed_type", func(c *console) { c.Press("down", "tab"); c.Type("app-1") }, []string{"allowed_first_party_connected_apps"},
			func(o b2b.Organization) any {
				return []any{o.FirstPartyConnectedAppsAllowedType, o.AllowedFirstPartyConnectedApps}
			},
			[]any{"RESTRICTED", []string{"app-1"}}},
		{"allowed_first_party_connected_apps", typed("app-2"), nil, func(o b2b.Organization) any { return o.AllowedFirstPartyConnectedApps }, []string{"app-2"}},
		{"third_party_connected_apps_allowed_type", pressed("down", "down"), nil, func(o b2b.Organization) any { return o.ThirdPartyConnectedAppsAllowedType }, "NOT_ALLOWED"},
		{"allowed_third_party_connected_apps", typed("app-3"), nil, func(o b2b.Organization) any { return o.AllowedThirdPartyConnectedApps }, []string{"app-3"}},
		{"trusted_metadata", func(c *console) { c.Press("backspace", "backspace"); c.Type(`,"vip":true}`) }, nil,
			func(o b2b.Organization) any {
				return string(o.TrustedMetadata["vip"]) + string(o.TrustedMetadata["plan"])
			}, `true"enterprise"`},
	}
}

func TestSettings_eachFieldReachesTheServerAlone(t *testing.T) {
	for _, edit := range settingEdits() {
		t.Run(edit.name, func(t *testing.T) {
			inConsole(t, 120, 36, func(c *console) {
				openSettings(c)
				id := c.organization(acme).OrganizationID
				toSetting(c, edit.name)
				c.Press("e")
				edit.keys(c)
				c.Press("ctrl+s")
				c.sees("●", "not saved")
				saveSettings(c)
				c.doesNotSee("not saved", "●")

				got, err := json.Marshal(edit.got(c.organization(id)))
				if err != nil {
					c.t.Fatal(err)
				}
				want, err := json.Marshal(edit.want)
				if err != nil {
					c.t.Fatal(err)
				}
				if string(got) != string(want) {
					c.t.Errorf("the server has %s, want %s", got, want)
				}
				sent := updates(c)
				fields := append([]string{edit.name}, edit.sent...)
				slices.Sort(fields)
				if len(sent) != 1 || !slices.Equal(slices.Sorted(maps.Keys(sent[0])), fields) {
					c.t.Errorf("sent %s, want only %v", sent, fields)
				}
			})
		})
	}
}

func TestSettings_everyFieldIsEditedByAnEdit(t *testing.T) {
	edited := map[string]bool{"sso_default_connection_id": true} // by the test of refusals: one connection leaves no choice
	for _, edit := range settingEdits() {
		edited[edit.name] = true
	}
	for _, f := range b2b.OrganizationsUpdate.Request {
		if !edited[f.Name] {
			t.Errorf("no test edits %s", f.Name)
		}
	}
}

func TestSettings_metadataSendsWhatDiffersAndNullForWhatIsGone(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "trusted_metadata")
		c.Press("e")
		c.sees("A JSON object of at most 20 keys and 4 KB", `"plan": "enterprise"`)
		for range 120 {
			c.Press("backspace")
		}
		c.Type(`{"plan":"enterprise","seats":7,"contract":null}`)
		c.Press("ctrl+s")
		saveSettings(c)
		sent := updates(c)
		if len(sent) != 1 || string(sent[0]["trusted_metadata"]) != `{"contract":null,"seats":7}` {
			c.t.Fatalf("sent %s", sent)
		}
		got := c.organization(acme).TrustedMetadata
		if len(got) != 2 || string(got["seats"]) != "7" {
			c.t.Errorf("the server has %s", got)
		}
	})
}

func TestSettings_externalIDIsEmptiedByItsOwnCall(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "organization_external_id")
		c.Press("e", "ctrl+u", "ctrl+s")
		c.sees("Remove the external id?", "call of its own")
		c.Press("y")
		c.sees("External id removed.")
		if id := c.organization(acme).OrganizationExternalID; id != nil {
			c.t.Errorf("the external id is still %s", *id)
		}
		if sent := updates(c); len(sent) != 0 {
			c.t.Errorf("sent %s", sent)
		}
	})
}

func TestSettings_defaultConnectionIsChosenByName(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		addConnection(c, b2b.ActiveSSOConnection{ConnectionID: "oidc-connection-test-1", DisplayName: "Second floor", IdentityProvider: "generic"})
		openSettings(c)
		toSetting(c, "sso_default_connection_id")
		c.sees("Okta")
		c.Press("e")
		c.sees("Second floor")
		c.Press("down", "ctrl+s")
		c.sees("Okta → Second floor")
		c.Press("ctrl+s", "enter")
		c.sees("▸● Default connection", "✗ ") // the sandbox does not know the second one
		sent := updates(c)
		if len(sent) != 1 || len(sent[0]) != 1 || string(sent[0]["sso_default_connection_id"]) != `"oidc-connection-test-1"` {
			c.t.Errorf("sent %s", sent)
		}
	})
}

// addConnection lets the server tell of one more active connection of Acme.
func addConnection(c *console, extra b2b.ActiveSSOConnection) {
	org := c.organization(acme)
	org.SSOActiveConnections = append(org.SSOActiveConnections, extra)
	body, err := json.Marshal(b2b.GetOrganizationResponse{StatusCode: http.StatusOK, Organization: org})
	if err != nil {
		c.t.Fatal(err)
	}
	c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method != http.MethodGet || !strings.HasSuffix(r.URL.Path, org.OrganizationID) {
			return false
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(body)
		return true
	})
}

func TestSettings_dryRunSendsNothing(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		openSettings(c)
		toSetting(c, "mfa_policy")
		c.Press("e", "up")
		before := c.faults.requests()
		c.Press("ctrl+d") // in the form of one setting
		c.sees("PUT /v1/b2b/organizations/organization-test-", `"mfa_policy": "REQUIRED_FOR_ALL"`)
		c.Press("ctrl+d", "ctrl+s", "ctrl+d") // on the page
		c.sees("Nothing has been sent", "PUT /v1/b2b/organizations/", `"mfa_policy": "REQUIRED_FOR_ALL"`, "mfa_policy: OPTIONAL → REQUIRED_FOR_ALL", "curl -X PUT")
		c.Press("y")
		c.Press("ctrl+d") // the changes
		c.sees("Save 1 change?", "Optional → Required for all", "OPTIONAL → REQUIRED_FOR_ALL")
		c.Press("esc")
		if sent := c.faults.requests() - before; sent != 0 {
			c.t.Errorf("%d requests were sent", sent)
		}
		if len(c.copied) != 1 || !strings.Contains(c.copied[0], "$STYTCH_SECRET") {
			c.t.Errorf("copied %q", c.copied)
		}
	})
}
