package sandbox_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// seeded opens a sandbox in memory with the given data.
func seeded(t *testing.T, members int) (*sandbox.Server, *api.Client) {
	t.Helper()
	server := openServer(t, ":memory:")
	if err := sandbox.Seed(t.Context(), server, sandbox.SeedOptions{Members: members}); err != nil {
		t.Fatal(err)
	}
	return server, clientOf(t, server)
}

// demo is the demo project, for tests that only read it: seeding takes its time
// under the race detector.
var demo = sync.OnceValues(func() (*sandbox.Server, error) {
	server, err := sandbox.Open(context.Background(), sandbox.Options{Now: func() time.Time { return began }})
	if err != nil {
		return nil, err
	}
	return server, sandbox.Seed(context.Background(), server, sandbox.SeedOptions{})
})

func demoClient(t *testing.T) *api.Client {
	t.Helper()
	server, err := demo()
	if err != nil {
		t.Fatal(err)
	}
	return clientOf(t, server)
}

// project is all that the API shows of a seeded sandbox.
type project struct {
	organizations []b2b.Organization
	members       []b2b.Member
}

func allOf(t *testing.T, client *api.Client) project {
	t.Helper()
	var p project
	var ids []string
	for org, err := range client.Organizations.All(t.Context(), b2b.SearchOrganizations{}) {
		if err != nil {
			t.Fatal(err)
		}
		p.organizations = append(p.organizations, org)
		ids = append(ids, org.OrganizationID)
	}
	everyStatus, _ := json.Marshal(b2b.MemberStatusValues())
	query := &b2b.SearchQuery{Operator: "AND", Operands: []b2b.SearchOperand{{FilterName: b2b.FilterStatuses, FilterValue: everyStatus}}}
	for m, err := range client.Members.All(t.Context(), b2b.SearchMembers{OrganizationIDs: ids, Query: query}) {
		if err != nil {
			t.Fatal(err)
		}
		p.members = append(p.members, m)
	}
	return p
}

func (p project) count(is func(b2b.Member) bool) (n int) {
	for _, m := range p.members {
		if is(m) {
			n++
		}
	}
	return n
}

func TestDemoProjectHasWhatARealOneHas(t *testing.T) {
	p := allOf(t, demoClient(t))
	if len(p.organizations) != 24 || len(p.members) != 4800 {
		t.Fatalf("%d organizations, %d members", len(p.organizations), len(p.members))
	}
	firstByName := slices.MinFunc(p.organizations, func(a, b b2b.Organization) int { return strings.Compare(a.OrganizationName, b.OrganizationName) })
	if p.organizations[0].OrganizationSlug != "acme-robotics" || firstByName.OrganizationName != "Acme Robotics" {
		t.Errorf("the first organization is %q, by name %q", p.organizations[0].OrganizationSlug, firstByName.OrganizationName)
	}
	for _, status := range b2b.MemberStatusValues() {
		if p.count(func(m b2b.Member) bool { return m.Status == status }) < 100 {
			t.Errorf("hardly anybody is %s", status)
		}
	}
	for what, is := range map[string]func(b2b.Member) bool{
		"has a TOTP":              func(m b2b.Member) bool { return m.TOTPRegistrationID != "" },
		"has a phone":             func(m b2b.Member) bool { return m.MFAPhoneNumber != "" },
		"signs in by SMS":         func(m b2b.Member) bool { return m.DefaultMFAMethod == "sms_otp" },
		"is an admin":             func(m b2b.Member) bool { return m.IsAdmin },
		"breaks the glass":        func(m b2b.Member) bool { return m.IsBreakglass },
		"is locked":               func(m b2b.Member) bool { return m.IsLocked },
		"has a password":          func(m b2b.Member) bool { return m.MemberPasswordID != "" },
		"has a retired address":   func(m b2b.Member) bool { return len(m.RetiredEmailAddresses) > 0 },
		"came by SSO":             func(m b2b.Member) bool { return len(m.SSORegistrations) > 0 },
		"came by SCIM":            func(m b2b.Member) bool { return m.SCIMRegistration != nil },
		"came by OAuth":           func(m b2b.Member) bool { return len(m.OAuthRegistrations) > 0 },
		"has an external id":      func(m b2b.Member) bool { return m.ExternalID != nil },
		"has metadata":            func(m b2b.Member) bool { return len(m.TrustedMetadata) > 0 && len(m.UntrustedMetadata) > 0 },
		"has a name too long":     func(m b2b.Member) bool { return len(m.Name) > 100 },
		"has a name in Chinese":   func(m b2b.Member) bool { return strings.Contains(m.Name, "王") },
		"has a name in Arabic":    func(m b2b.Member) bool { return strings.Contains(m.Name, "أحمد") },
		"has an accent":           func(m b2b.Member) bool { return strings.Contains(m.Name, "é") },
		"has an emoji":            func(m b2b.Member) bool { return strings.Contains(m.Name, "🦄") },
		"sends escape sequences":  func(m b2b.Member) bool { return strings.Contains(m.Name, "\x1b[") },
		"turns the text around":   func(m b2b.Member) bool { return strings.Contains(m.Name, "\u202e") },
		"has a role of their own": func(m b2b.Member) bool { return slices.ContainsFunc(m.Roles, isCustom) },
	} {
		if p.count(is) == 0 {
			t.Errorf("nobody %s", what)
		}
	}
}

func isCustom(role b2b.MemberRole) bool { return !strings.HasPrefix(role.RoleID, "stytch_") }

func TestDemoProjectBeginsWithAdaAndGrace(t *testing.T) {
	client := demoClient(t)
	page, err := client.Members.Search(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{"acme-robotics"}})
	if err != nil {
		t.Fatal(err)
	}
	ada, grace := page.Items[0], page.Items[1]
	if ada.EmailAddress != "ada.lovelace@acme-robotics.example" || ada.Name != "Ada Lovelace" || !ada.IsAdmin || ada.Status != "active" ||
		ada.MFAEnrolled || ada.TOTPRegistrationID != "" || ada.MFAPhoneNumber != "" {
		t.Errorf("Ada is %+v", ada)
	}
	if grace.EmailAddress != "grace.hopper@acme-robotics.example" || grace.TOTPRegistrationID == "" || !grace.MFAEnrolled || grace.DefaultMFAMethod != "totp" {
		t.Errorf("Grace is %+v", grace)
	}
	codes, err := client.RecoveryCodes.Get(t.Context(), grace.OrganizationID, grace.MemberID)
	if err != nil || len(codes.RecoveryCodes) != 10 {
		t.Errorf("Grace has %d recovery codes: %v", len(codes.RecoveryCodes), err)
	}
}

func TestSeedsAreTheSameEverywhere(t *testing.T) {
	same := func(one, two *api.Client) {
		t.Helper()
		if a, b := dump(t, one), dump(t, two); len(a) < 10_000 || a != b {
			t.Errorf("two seeds differ: %d and %d bytes", len(a), len(b))
		}
	}
	_, again := seeded(t, 0)
	same(demoClient(t), again)
	_, one := seeded(t, 450)
	_, two := seeded(t, 450)
	same(one, two)
}

// dump is all that the API shows, secrets too, as text.
func dump(t *testing.T, client *api.Client) string {
	t.Helper()
	p := allOf(t, client)
	all := []any{p.organizations, p.members}
	for _, m := range p.members {
		if m.TOTPRegistrationID == "" || m.Status != "active" || len(all) > 50 {
			continue
		}
		codes, err := client.RecoveryCodes.Get(t.Context(), m.OrganizationID, m.MemberID)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, codes.RecoveryCodes)
	}
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestSeedMakesSoManyMembers(t *testing.T) {
	for _, c := range []struct{ members, organizations int }{{1, 1}, {199, 1}, {450, 2}, {1001, 5}} {
		_, client := seeded(t, c.members)
		p := allOf(t, client)
		if len(p.members) != c.members || len(p.organizations) != c.organizations {
			t.Errorf("%d members over %d organizations, want %d over %d", len(p.members), len(p.organizations), c.members, c.organizations)
		}
	}
}

func TestSeedLeavesNoLogAsLargeAsTheDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "seeded.db")
	server, err := sandbox.Open(t.Context(), sandbox.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = server.Close() }()
	if err := sandbox.Seed(t.Context(), server, sandbox.SeedOptions{Members: 5000}); err != nil {
		t.Fatal(err)
	}
	log, err := os.Stat(path + "-wal")
	if err != nil || log.Size() > 1<<20 {
		t.Errorf("the log: %v, %v", log, err)
	}
}

func TestSeedTellsItsProgressAndRefusesASecondTime(t *testing.T) {
	server := openServer(t, t.TempDir()+"/sandbox.db")
	var told []int
	options := sandbox.SeedOptions{Members: 4100, Progress: func(done, total int) {
		if told = append(told, done); total != 4100 {
			t.Errorf("total is %d", total)
		}
	}}
	if err := sandbox.Seed(t.Context(), server, options); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(told) || len(told) < 3 || told[len(told)-1] != 4100 {
		t.Errorf("the progress was %v", told)
	}
	if err := sandbox.Seed(t.Context(), server, options); !errors.Is(err, sandbox.ErrNotEmpty) {
		t.Errorf("a second seed says %v", err)
	}
	if empty, err := server.IsEmpty(t.Context()); err != nil || empty {
		t.Errorf("empty is %v, %v", empty, err)
	}
}

func TestSeededDataObeyTheRulesOfLaterChanges(t *testing.T) {
	_, client := seeded(t, 0)
	acme, err := client.Members.Search(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{"acme-robotics"}})
	if err != nil {
		t.Fatal(err)
	}
	ada := acme.Items[0]
	created := do(t, client.TOTPs.Create(ada, b2b.CreateTOTP{}))
	if uri := decodeQR(t, created.QRCode); len(uri.String()) > 106 {
		t.Errorf("Ada's QR code holds %d bytes, too many for a terminal of 80x24", len(uri.String()))
	}
	name := "Countess"
	do(t, client.Members.Update(ada, b2b.UpdateMember{Name: &name}).Overwrite())
	_, err = client.Members.Create(ada.OrganizationID, b2b.CreateMember{EmailAddress: ada.EmailAddress}).Do(t.Context())
	wantRefusal(t, err, 400, b2b.ErrDuplicateMemberEmail)
	fragment, _ := json.Marshal("lovelace")
	page, err := client.Members.Search(t.Context(), b2b.SearchMembers{OrganizationIDs: []string{ada.OrganizationID},
		Query: &b2b.SearchQuery{Operator: "AND", Operands: []b2b.SearchOperand{{FilterName: b2b.FilterMemberEmailFuzzy, FilterValue: fragment}}}})
	if err != nil || page.Total != 1 || page.Items[0].Name != name {
		t.Errorf("searching finds %+v: %v", page, err)
	}
	for org, err := range client.Organizations.All(t.Context(), b2b.SearchOrganizations{}) { // as they are, every rule between settings holds
		if err != nil {
			t.Fatal(err)
		}
		do(t, client.Organizations.Update(org, b2b.UpdateOrganization{OrganizationLogoURL: ptr("https://example.com/" + org.OrganizationSlug)}).Overwrite())
	}
}

func TestSeedingManyIsNotSlowerPerMember(t *testing.T) {
	took := func(members int) time.Duration {
		server := openServer(t, t.TempDir()+"/sandbox.db")
		start := time.Now()
		if err := sandbox.Seed(t.Context(), server, sandbox.SeedOptions{Members: members}); err != nil {
			t.Fatal(err)
		}
		return time.Since(start)
	}
	took(200) // the first pays for what is loaded once
	var ratio float64
	for range 5 { // something else may be busy during one try, hardly during all
		few, many := took(400), took(3200)
		if ratio = float64(many) / float64(few); ratio <= 8*2.5 {
			return
		}
	}
	t.Errorf("eight times the members took %.1f times as long", ratio)
}

func TestAnInterruptedSeedLeavesNothing(t *testing.T) {
	server := openServer(t, t.TempDir()+"/sandbox.db")
	ctx, stop := context.WithCancel(t.Context())
	err := sandbox.Seed(ctx, server, sandbox.SeedOptions{Members: 2500, Progress: func(int, int) { stop() }})
	if err == nil {
		t.Fatal("it went on")
	}
	if empty, err := server.IsEmpty(t.Context()); err != nil || !empty {
		t.Errorf("empty is %v, %v", empty, err)
	}
	if err := sandbox.Seed(t.Context(), server, sandbox.SeedOptions{Members: 300}); err != nil {
		t.Errorf("seeding again: %v", err)
	}
}
