package views_test

import (
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestEditJSON_nullEmptiesWhatWasThere(t *testing.T) {
	_, ready := editWith(t, `sed -i 's/"name": "Ada Lovelace"/"name": null/; /"roles": \[/,/\]/c\  "roles": null,' "$1"`)
	onTab(t, 120, 40, "Profile", ready, func(c *console) {
		c.Press("E")
		c.sees("Save the changes?", "name", "Ada Lovelace → ")
		c.Press("y")
		c.sees("Saved ")
		m := c.member(ada)
		if m.Name != "" || len(api.DirectRoles(m)) != 0 {
			c.t.Errorf("the server has %q, %v", m.Name, api.DirectRoles(m))
		}
	})
}

func TestEditJSON_saysOfWhatKindAFieldIs(t *testing.T) {
	for name, tc := range map[string]struct{ script, says string }{
		"true or false":       {`printf '{\n  "is_breakglass": "yes"\n}' > "$1"`, "is breakglass must be true or false"},
		"null for a bool":     {`printf '{\n  "mfa_enrolled": null\n}' > "$1"`, "MFA enrolled must be true or false"},
		"an object":           {`printf '{\n  "trusted_metadata": [1]\n}' > "$1"`, "trusted metadata must be an object, between { and }"},
		"an id to be emptied": {`printf '{\n  "external_id": null\n}' > "$1"`, "external ID cannot be emptied by an update; leave it out"},
		"no list of a text":   {`printf '{\n  "roles": {}\n}' > "$1"`, "roles must be a list, between [ and ]"},
	} {
		t.Run(name, func(t *testing.T) {
			d, ready := editWith(t, tc.script)
			prepare := func(c *console) {
				ready(c)
				must(c.t, c.client.Members.Update(c.member(ada), b2b.UpdateMember{ExternalID: api.Ptr("ada-1")}))
			}
			onTab(t, 100, 30, "Profile", prepare, func(c *console) {
				before := c.faults.requests()
				c.Press("E")
				c.sees(tc.says)
				d.isClean()
				if c.faults.requests() != before {
					c.t.Error("something was sent")
				}
			})
		})
	}
}

func TestEditJSON_ofAnOrganizationEmptiesALogoAndAList(t *testing.T) {
	_, ready := editWith(t, `sed -i 's|"organization_logo_url": "[^"]*"|"organization_logo_url": null|' "$1"`)
	onOrgTab(t, "Overview", func(c *console) {
		ready(c)
		updateAcme(b2b.UpdateOrganization{OrganizationLogoURL: api.Ptr("https://acme.example/logo.png")})(c)
	}, func(c *console) {
		c.Press("r", "E")
		c.sees("Save the changes?", "https://acme.example/logo.png → ")
		c.Press("y")
		c.sees("Saved Acme Robotics.")
		if logo := c.organization(acme).OrganizationLogoURL; logo != "" {
			c.t.Errorf("the server has the logo %q", logo)
		}
	})
}
