package api_test

import (
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestProtection_asksForTheNameOfTheOrganization(t *testing.T) {
	s := &shop{org: fullOrg(), member: ada}
	c := client(t, s, api.WithProtection())
	if del := c.Members.Delete(ada); del.Danger != api.TypeName || del.Word != ada.OrganizationID {
		t.Errorf("before the organization is met it asks %v %q", del.Danger, del.Word)
	}
	if _, err := c.Organizations.Get(t.Context(), "acme"); err != nil {
		t.Fatal(err)
	}
	for name, plan := range map[string]api.Plan{
		"delete member": c.Members.Delete(ada).Plan(), "delete TOTP": c.Members.DeleteTOTP(ada).Plan(),
		"new e-mail": c.Members.Update(ada, b2b.UpdateMember{EmailAddress: api.Ptr("b@acme.test")}).Plan(),
		"delete org": c.Organizations.Delete(fullOrg()).Plan(),
	} {
		if plan.Danger != api.TypeName || plan.Word != "Acme" {
			t.Errorf("%s asks %v %q", name, plan.Danger, plan.Word)
		}
	}
	for name, plan := range map[string]api.Plan{
		"rename": c.Members.Update(ada, b2b.UpdateMember{Name: api.Ptr("B")}).Plan(),
		"create": c.Members.Create("acme", b2b.CreateMember{}).Plan(),
	} {
		if plan.Danger != api.None {
			t.Errorf("%s asks %v", name, plan.Danger)
		}
	}
	if invite := c.MagicLinks.Invite(b2b.InviteEmailMagicLink{}); invite.Danger != api.Confirm || !c.Protected() || client(t, s).Protected() {
		t.Error("an invitation destroys nothing", invite.Danger)
	}
}
