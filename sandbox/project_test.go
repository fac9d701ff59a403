package sandbox_test

import (
	"testing"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

func TestWhoamiNamesTheProjectOfTheCredentials(t *testing.T) {
	b := newWorld(t)
	got, err := b.client.Project.Whoami(t.Context())
	if err != nil || got.ProjectID != sandbox.DefaultProjectID || got.Name == "" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestProjectMetricsCountWhatIsThere(t *testing.T) {
	b := newWorld(t)
	b.org = b.makeOrg(b2b.CreateOrganization{OrganizationName: "Acme"})
	b.makeOrg(b2b.CreateOrganization{OrganizationName: "Other"})
	gone := b.addMember("gone@acme.example")
	b.addMember("ada@acme.example")
	do(t, b.client.Members.Delete(gone))
	metrics, err := b.client.Project.Metrics(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, m := range metrics {
		got[m.MetricType] = m.Count
	}
	for kind, want := range map[string]int{"USER_COUNT": 0, "ORGANIZATION_COUNT": 2, "MEMBER_COUNT": 1, "M2M_CLIENT_COUNT": 0} {
		if n, ok := got[kind]; !ok || n != want {
			t.Errorf("%s is %d, want %d", kind, n, want)
		}
	}
}
