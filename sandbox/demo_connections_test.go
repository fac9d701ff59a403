package sandbox_test

import (
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
)

func TestDemoConnectionsAreInEveryState(t *testing.T) {
	client := demoClient(t)
	saml := func(slug string) b2b.SAMLConnection {
		all, err := client.SSO.Connections(t.Context(), slug)
		if err != nil || len(all.SAMLConnections) != 1 {
			t.Fatalf("%s: %v, %d SAML connections", slug, err, len(all.SAMLConnections))
		}
		return all.SAMLConnections[0]
	}
	today := time.Date(2026, time.November, 20, 0, 0, 0, 0, time.UTC)
	if c := saml("meridian-airways").VerificationCertificates; len(c) != 1 || c[0].ExpiresAt.Sub(today) > 30*24*time.Hour || c[0].ExpiresAt.Before(today) {
		t.Errorf("the certificate that ends soon: %+v", c)
	}
	if c := saml("halcyon-insurance-emea").VerificationCertificates; len(c) != 2 || !c[0].ExpiresAt.Before(today) || c[0].CertificateID == c[1].CertificateID {
		t.Errorf("the certificates of which one was renewed: %+v", c)
	}
	if roles := saml("acme-robotics").SAMLGroupImplicitRoleAssignments; len(roles) != 2 || roles[0].Group != "Billing managers" {
		t.Errorf("roles by group: %+v", roles)
	}
}

func TestDemoDirectoriesHaveGroupsAndRotate(t *testing.T) {
	client := demoClient(t)
	acme, err := client.SCIM.Get(t.Context(), "acme-robotics")
	if err != nil {
		t.Fatal(err)
	}
	page, err := client.SCIM.Groups(t.Context(), acme, b2b.GetSCIMConnectionGroups{})
	if err != nil || len(page.Items) < 5 || page.Items[0].GroupName != "Billing managers" {
		t.Fatalf("groups %+v, %v", page, err)
	}
	if a := acme.SCIMGroupImplicitRoleAssignments; len(a) != 1 || a[0].GroupID != page.Items[0].GroupID {
		t.Errorf("the first group's roles: %+v", a)
	}
	rotating, err := client.SCIM.Get(t.Context(), "ueberfluss-maschinenbau")
	if err != nil || rotating.NextBearerTokenLastFour == "" {
		t.Fatalf("no rotation is under way: %+v, %v", rotating, err)
	}
}
