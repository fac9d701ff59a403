package views_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// acme is the organization whose settings the tests change.
const acme = "acme-robotics"

// openSettings opens the settings of Acme Robotics, the first organization.
func openSettings(c *console) {
	c.t.Helper()
	c.sees("Acme Robotics")
	c.Press(",")
	c.sees("▸Settings", "Profile")
}

// toSetting puts the cursor on a setting, whose name is then at the bottom.
func toSetting(c *console, name string) {
	c.t.Helper()
	c.Press("g")
	for range len(b2b.OrganizationsUpdate.Request) {
		if focusedSetting(c) == name {
			return
		}
		c.Press("j")
	}
	c.t.Fatalf("there is no setting %s:\n%s", name, c.Screen())
}

func focusedSetting(c *console) string {
	for line := range strings.Lines(c.Screen()) {
		if rest, ok := strings.CutPrefix(line, "── "); ok {
			name, _, _ := strings.Cut(rest, " ")
			return name
		}
	}
	return ""
}

// saveSettings sends all changes, after looking at them.
func saveSettings(c *console) {
	c.t.Helper()
	c.Press("ctrl+s")
	c.sees("Save ")
	c.Press("enter")
	c.sees("Saved ")
}

// updates are the bodies of the updates that were sent.
func updates(c *console) []map[string]json.RawMessage {
	c.t.Helper()
	var bodies []map[string]json.RawMessage
	for _, x := range c.log.Exchanges() {
		if x.EndpointID != b2b.OrganizationsUpdate.ID() {
			continue
		}
		body := map[string]json.RawMessage{}
		if err := json.Unmarshal(x.RequestBody, &body); err != nil {
			c.t.Fatal(err)
		}
		bodies = append(bodies, body)
	}
	return bodies
}

// change changes Acme Robotics past the screen, as somebody else would.
func change(c *console, to b2b.UpdateOrganization) {
	c.t.Helper()
	if _, err := c.client.Organizations.Update(c.organization(acme), to).Overwrite().Do(c.t.Context()); err != nil {
		c.t.Fatal(err)
	}
	c.log.Clear()
}

func TestSettings_showEveryFieldThatCanBeUpdated(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		shown := map[string]bool{}
		for range 2 * len(b2b.OrganizationsUpdate.Request) {
			shown[focusedSetting(c)] = true
			c.Press("j")
		}
		want := map[string]bool{}
		for _, f := range b2b.OrganizationsUpdate.Request {
			want[f.Name] = true
		}
		if !maps.Equal(shown, want) {
			t.Errorf("shown %v\nwant %v", slices.Sorted(maps.Keys(shown)), slices.Sorted(maps.Keys(want)))
		}
	})
}

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

func TestSettings_refuseBesideTheFieldAndSendNothing(t *testing.T) {
	for _, tc := range []struct {
		name string
		keys func(c *console)
		says string
	}{
		{"organization_name", func(c *console) { c.Press("ctrl+u"); c.Paste(long(129)) }, "must be at most 128 characters long, and is 129"},
		{"organization_name", pressed("ctrl+u"), "must not be empty"},
		{"organization_slug", retyped("a"), "must be at least 2 characters long"},
		{"organization_slug", retyped("two words"), "may only have letters, digits and . _ ~ -"},
		{"organization_slug", retyped("--"), "needs at least one letter or digit"},
		{"organization_external_id", retyped("a/b"), "may only have letters, digits and . _ | -"},
		{"email_allowed_domains", func(c *console) { c.Press("enter"); c.Type("gmail.com") }, "has gmail.com, where anybody can get an address"},
		{"email_allowed_domains", func(c *console) { c.Press("enter"); c.Type("nonsense") }, "not a domain"},
		{"email_allowed_domains", func(c *console) { c.Press("enter"); c.Type("acme-robotics.example") }, "is there twice"},
		{"claimed_email_domains", typed("yahoo.co.uk"), "has yahoo.co.uk"},
		{"auth_methods", pressed("down", "ctrl+s"), "The list is needed"},
		{"mfa_methods", pressed("down", "ctrl+s"), "The list is needed"},
		{"sso_jit_provisioning", pressed("down", "ctrl+s"), "The list is needed"},
		{"oauth_tenant_jit_provisioning", pressed("up", "ctrl+s"), "The list is needed"},
		{"rbac_email_implicit_role_assignments", typed("example.com"), "Write a domain and a role"},
		{"rbac_email_implicit_role_assignments", typed("gmail.com stytch_admin"), "has gmail.com"},
		{"allowed_oauth_tenants", typed("teams 7"), "Write slack, hubspot, github and the tenant's id"},
		{"trusted_metadata", pressed("backspace"), "Not JSON, line 8"},
		{"trusted_metadata", func(c *console) { c.Press("backspace"); c.Paste(`,"big":"` + long(4100) + `"}`) }, "4096 bytes"},
	} {
		t.Run(tc.name+" "+tc.says, func(t *testing.T) {
			inConsole(t, 120, 36, func(c *console) {
				openSettings(c)
				toSetting(c, tc.name)
				before := c.faults.requests()
				c.Press("e")
				tc.keys(c)
				c.sees(tc.says)
				c.Press("ctrl+s")
				c.sees(tc.says)
				if sent := c.faults.requests() - before; sent != 0 {
					c.t.Errorf("%d requests were sent", sent)
				}
			})
		})
	}
}

func TestSettings_rulesBetweenFieldsAreToldBesideTheField(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		for _, closed := range []struct {
			name string
			keys []string
		}{
			{"email_invites", []string{"down", "down"}}, {"sso_jit_provisioning", []string{"down", "down"}}, {"email_jit_provisioning", []string{"down"}},
		} {
			c.doesNotSee("cannot be saved")
			toSetting(c, closed.name)
			c.Press("e")
			c.Press(closed.keys...)
			c.Press("ctrl+s")
		}
		toSetting(c, "email_invites")
		c.sees("Any address → Closed", "✗ One way in has to stay open", "3 changes · ✗ cannot be saved yet")
		toSetting(c, "mfa_policy")
		before := c.faults.requests()
		c.Press("ctrl+s")
		c.doesNotSee("Save 3 changes?")
		if focusedSetting(c) != "email_invites" {
			c.t.Errorf("the cursor is on %s", focusedSetting(c))
		}
		if sent := c.faults.requests() - before; sent != 0 {
			c.t.Errorf("%d requests were sent", sent)
		}
		c.Press("backspace")
		c.doesNotSee("cannot be saved")
	})
}

func TestSettings_aListInUseCannotBeEmptied(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "email_allowed_domains")
		c.Press("e")
		for range 40 {
			c.Press("backspace")
		}
		c.Press("ctrl+s")
		c.sees("acme-robotics.example → none", "✗ Invitations or joining by e-mail are restricted", "cannot be saved yet")
	})
}

func TestSettings_aRefusalOfTheServerLandsOnItsField(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "organization_slug")
		c.Press("e", "ctrl+u")
		c.Type("bluefin-logistics")
		c.Press("enter")
		toSetting(c, "mfa_policy")
		c.Press("e", "up", "ctrl+s", "ctrl+s", "enter")
		if focusedSetting(c) != "organization_slug" {
			c.t.Errorf("the cursor is on %s", focusedSetting(c))
		}
		c.sees("acme-robotics → bluefin-logistics", "✗ ", "2 changes not saved")
		if policy := c.organization(acme).MFAPolicy; policy != b2b.MFAPolicyOptional {
			c.t.Errorf("the MFA policy is %s", policy)
		}
		c.Press("e", "ctrl+u")
		c.Type("acme-robots")
		c.Press("enter")
		c.doesNotSee("✗")
		saveSettings(c)
	})
}

func TestSettings_aFailureKeepsEverythingToTryAgain(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "mfa_policy")
		c.Press("e", "up", "ctrl+s")
		c.faults.fail("PUT", "/v1/b2b/organizations/", http.StatusBadRequest)
		c.Press("ctrl+s", "enter")
		c.sees("Save 1 change?", "It is broken", "request-id-test-broken")
		c.faults.heal()
		c.Press("enter")
		c.sees("Saved 1 setting")
	})
}

func TestSettings_defaultConnectionIsChosenByName(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		addConnection(c, b2b.ActiveSSOConnection{ConnectionID: "oidc-connection-test-1", DisplayName: "Second floor", IdentityProvider: "generic"})
		openSettings(c)
		toSetting(c, "sso_default_connection_id")
		c.sees("SAML okta")
		c.Press("e")
		c.sees("Second floor")
		c.Press("down", "ctrl+s")
		c.sees("SAML okta → Second floor")
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

func TestSettings_conflict(t *testing.T) {
	begin := func(c *console) {
		openSettings(c)
		toSetting(c, "organization_slug")
		c.Press("e", "ctrl+u")
		c.Type("mine")
		c.Press("enter")
		toSetting(c, "organization_name")
		c.Press("e", "ctrl+u")
		c.Type("My Robots")
		c.Press("enter")
		change(c, b2b.UpdateOrganization{OrganizationSlug: api.Ptr("theirs"), MFAPolicy: api.Ptr(b2b.MFAPolicyRequiredForAll)})
		c.Press("ctrl+s", "enter")
		c.sees("Changed meanwhile", "acme-robotics", "theirs   theirs", "yours    mine", "MFA policy", "not touched: theirs stays")
		if sent := updates(c); len(sent) != 0 {
			c.t.Errorf("sent %s", sent)
		}
	}
	check := func(c *console, slug, name string) {
		c.t.Helper()
		org := c.organization(slug)
		if org.OrganizationName != name || org.MFAPolicy != b2b.MFAPolicyRequiredForAll {
			c.t.Errorf("the server has %s, %s", org.OrganizationName, org.MFAPolicy)
		}
	}
	t.Run("how it looks", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			begin(c)
			c.Golden(c.t, "settings-conflict-80x24")
		})
	})
	t.Run("take theirs", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			begin(c)
			c.Press("ctrl+r")
			c.sees("Slug                   theirs", "1 change not saved")
			saveSettings(c)
			check(c, "theirs", "My Robots")
		})
	})
	t.Run("overwrite", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			begin(c)
			c.Press("enter")
			c.sees("Saved 2 settings")
			check(c, "mine", "My Robots")
		})
	})
	t.Run("back, then look", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			begin(c)
			c.Press("esc", "r")
			c.sees("theirs → mine", "! Somebody else changed this too. It was:", "2 changes not saved")
		})
	})
}

func TestSettings_conflictInMetadataIsByKey(t *testing.T) {
	for name, tc := range map[string]struct{ key, want string }{
		"overwrite":   {"enter", `{"contract":{"renews":"2027-03-31","support":"24x7"},"plan":"mine","seats":7,"vip":true}`},
		"take theirs": {"ctrl+r", `{"contract":{"renews":"2027-03-31","support":"24x7"},"plan":"theirs","seats":7,"vip":true}`},
	} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, 80, 24, func(c *console) {
				openSettings(c)
				toSetting(c, "trusted_metadata")
				c.Press("e")
				for range 120 {
					c.Press("backspace")
				}
				c.Type(`{"contract":{"renews":"2027-03-31","support":"24x7"},"plan":"mine","seats":300,"vip":true}`)
				c.Press("ctrl+s")
				change(c, b2b.UpdateOrganization{TrustedMetadata: b2b.Object{"seats": []byte("7"), "plan": []byte(`"theirs"`)}})
				c.Press("ctrl+s", "enter")
				c.sees("Changed meanwhile", "trusted_metadata.plan", "trusted_metadata.seats")
				c.Press(tc.key)
				if name == "take theirs" {
					saveSettings(c)
				}
				got, err := json.Marshal(c.organization(acme).TrustedMetadata)
				if err != nil {
					c.t.Fatal(err)
				}
				if string(got) != tc.want {
					c.t.Errorf("the server has %s\nwant %s", got, tc.want)
				}
			})
		})
	}
}

func TestSettings_unsavedChangesAreNotLostByAccident(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "mfa_policy")
		c.Press("e", "up", "ctrl+s")
		for _, key := range []string{"esc", "q"} {
			c.Press(key)
			c.sees("changes that are not saved")
			c.Press("n")
			c.sees("1 change not saved")
		}
		c.Press("r")
		c.sees("Optional → Required for all", "1 change not saved")
		c.Press("ctrl+r")
		c.sees("Discard 1 change?")
		c.Press("y")
		c.doesNotSee("not saved")
		c.Press("esc")
		c.doesNotSee("▸Settings")
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

func TestSettings_aFailedReadKeepsTheLastGoodValues(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		c.faults.fail("GET", "/v1/b2b/organizations/", http.StatusBadRequest)
		openSettings(c)
		c.sees("✗ Could not read the settings again", "request-id-test-broken", "Acme Robotics", "try again")
		c.Golden(c.t, "settings-failed-80x24")
		c.faults.heal()
		c.Press("r")
		c.doesNotSee("✗")
	})
}

func TestSettings_hostileTextIsHarmless(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		change(c, b2b.UpdateOrganization{
			OrganizationName:    api.Ptr(hostile),
			OrganizationLogoURL: api.Ptr(hostile),
			TrustedMetadata:     b2b.Object{"\u202enote": []byte(`"\u001b[31m\u0007\u009b\u202e"`)},
			AllowedOAuthTenants: map[string][]string{"slack": {hostile}},
		})
		addConnection(c, b2b.ActiveSSOConnection{ConnectionID: "oidc-connection-test-" + hostile, DisplayName: hostile, IdentityProvider: hostile})
		c.Press("r", ",")
		harmless := func() {
			c.t.Helper()
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("the frame holds %q:\n%q", bad, c.Frame())
			}
		}
		for _, f := range b2b.OrganizationsUpdate.Request {
			toSetting(c, f.Name)
			harmless()
			c.Press("e")
			harmless()
			c.Press("x", "space", "y")
			harmless()
			c.Press("ctrl+s")
			harmless()
			closeDialogs(c)
		}
		c.Press("ctrl+s")
		harmless()
		c.Press("ctrl+d")
		harmless()
		closeDialogs(c)
		c.Press("shift+tab", "shift+tab")
		c.sees("▸Overview")
		harmless()
	})
}

// closeDialogs leaves every dialog, and gives up what was typed there.
func closeDialogs(c *console) {
	for strings.Contains(c.Screen(), "╭") {
		c.Press("esc")
		if strings.Contains(c.Screen(), "Discard what you typed?") {
			c.Press("y")
		}
	}
}

func TestSettings_showTheValuesAtHandWhileTheyAreReadAgain(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		gate := make(chan struct{})
		c.faults.set(func(_ http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodGet {
				<-gate
			}
			return false
		})
		openSettings(c)
		c.sees("Acme Robotics", "Any address")
		close(gate)
		c.WaitIdle()
		c.sees("Acme Robotics", "Any address")
	})
}

func TestSettings_aSlowReadDoesNotBringBackWhatWasBefore(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		before, err := json.Marshal(b2b.GetOrganizationResponse{StatusCode: http.StatusOK, Organization: c.organization(acme)})
		if err != nil {
			c.t.Fatal(err)
		}
		gate, reads := make(chan struct{}), atomic.Int32{}
		c.faults.set(func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method != http.MethodGet || reads.Add(1) > 1 {
				return false
			}
			<-gate
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write(before)
			return true
		})
		c.Press("r")
		toSetting(c, "mfa_policy")
		c.Press("e", "up", "ctrl+s")
		saveSettings(c)
		close(gate)
		c.WaitIdle()
		c.sees("Required for all")
	})
}

func TestSettings_keysLeapFromSectionToSection(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		for _, step := range []struct{ key, name string }{
			{"pgdown", "auth_methods"}, {"pgdown", "email_invites"}, {"down", "email_jit_provisioning"}, {"pgup", "email_invites"},
			{"pgup", "auth_methods"}, {"G", "trusted_metadata"}, {"pgdown", "trusted_metadata"}, {"pgup", "first_party_connected_apps_allowed_type"},
		} {
			c.Press(step.key)
			if got := focusedSetting(c); got != step.name {
				c.t.Fatalf("%s leads to %s, want %s", step.key, got, step.name)
			}
		}
	})
}

func TestSettings_copy(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		toSetting(c, "email_allowed_domains")
		c.Press("y")
		toSetting(c, "claimed_email_domains")
		c.Press("y")
		c.sees("there is nothing to copy")
		if len(c.copied) != 1 || c.copied[0] != "acme-robotics.example" {
			c.t.Errorf("copied %q", c.copied)
		}
	})
}

func TestSettings_aClickChoosesAndASecondEdits(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		row := slices.IndexFunc(strings.Split(c.Screen(), "\n"), func(l string) bool { return strings.Contains(l, "Invitations") })
		click := tea.MouseMsg{X: 10, Y: row, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}
		c.Send(click)
		if focusedSetting(c) != "email_invites" {
			c.t.Fatalf("the cursor is on %s", focusedSetting(c))
		}
		c.Send(tea.MouseMsg{X: 10, Y: row, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
		c.doesNotSee("╭")
		row = slices.IndexFunc(strings.Split(c.Screen(), "\n"), func(l string) bool { return strings.Contains(l, "Invitations") })
		click.Y = row
		c.Send(click)
		c.sees("╭─ Invitations")
	})
}

func TestSettings_showChangesMadeElsewhere(t *testing.T) {
	inConsole(t, 80, 24, func(c *console) {
		openSettings(c)
		change(c, b2b.UpdateOrganization{OrganizationName: api.Ptr("New Robots")})
		c.Press("r")
		c.sees("New Robots")
	})
}

func TestSettings_golden(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x36": {120, 36}, "40x12": {40, 12}} {
		t.Run(name, func(t *testing.T) {
			inConsole(t, size[0], size[1], func(c *console) {
				c.Press(",")
				c.Golden(c.t, "settings-"+name)
			})
		})
	}
	t.Run("changed", func(t *testing.T) {
		inConsole(t, 80, 24, func(c *console) {
			openSettings(c)
			toSetting(c, "auth_methods")
			c.Press("e", "down", "tab", "space", "ctrl+s")
			toSetting(c, "email_invites")
			c.Press("e", "down", "down", "ctrl+s")
			c.Golden(c.t, "settings-changed-80x24")
			c.Press("e")
			c.Golden(c.t, "settings-form-80x24")
			c.Press("esc", "ctrl+s")
			c.Golden(c.t, "settings-review-80x24")
			c.Press("ctrl+d")
			c.Golden(c.t, "settings-dry-run-80x24")
		})
	})
}

func TestSettings_framesFillTheTerminalExactly(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {101, 31}, {200, 50}} {
		inConsole(t, size[0], size[1], func(c *console) {
			change(c, b2b.UpdateOrganization{OrganizationName: api.Ptr(strings.Repeat("漢字 👩‍👩‍👧 ", 12))})
			fits := func() {
				c.t.Helper()
				lines := strings.Split(c.Frame(), "\n")
				if len(lines) != size[1] {
					c.t.Errorf("%d lines at %v", len(lines), size)
				}
				for _, l := range lines {
					if w := ui.Width(l); w > size[0] {
						c.t.Fatalf("%d cells at %v: %q", w, size, l)
					}
				}
			}
			c.Press("r", ",")
			for range b2b.OrganizationsUpdate.Request {
				c.Press("j")
				fits()
				c.Press("e", "down", "tab", "space", "x", "ctrl+s")
				fits()
				closeDialogs(c)
			}
			c.Press("ctrl+s")
			fits()
			c.Press("ctrl+d")
			fits()
			closeDialogs(c)
			c.Press("shift+tab", "shift+tab", "j", "G")
			fits()
		})
	}
}
