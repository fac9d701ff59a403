package sandbox

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// demoToday is the day the seeded project has grown up to, in Unix seconds: it is
// fixed, so that the data are the same whenever they are made.
var demoToday = time.Date(2026, time.November, 1, 9, 0, 0, 0, time.UTC).Unix()

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour
)

// DemoPassword is the password of the members of the demo project that have one.
// It is no secret.
const DemoPassword = "correct horse battery staple"

// demoPassword is the hash of DemoPassword. It is made beforehand because hashing
// takes longer than all the rest of the project.
const demoPassword = "$argon2id$v=19$m=19456,t=2,p=1$b3JnZGVjay1kZW1vLXNsdA$23bjYg0HpFhApSnHVq0pjKqqhmN0ryTlsR1+KVrVVP4"

// populace makes the members of one organization.
type populace struct {
	*generator
	vault        *vault
	plan         blueprint
	organization *b2b.Organization
	connections  []connection
	groups       []store.SCIMGroup
	domain       string
	founded      int64
}

// member makes the i-th member. Later members are younger.
func (p *populace) member(i int) store.SeedMember {
	name, local := p.name(i)
	age := demoToday - p.founded - day
	born := p.founded + hour + age*int64(i)/int64(p.plan.members)
	m := store.SeedMember{
		ID: p.id("member"), Email: local + "@" + p.domain, EmailID: p.id("email"), Name: name,
		Status: p.status(i), CreatedAt: born, UpdatedAt: born,
	}
	if m.Status == b2b.MemberStatusInvited || m.Status == b2b.MemberStatusPending {
		if p.chance(60) {
			m.Name = ""
		}
		return m
	}
	m.UpdatedAt += p.rng.Int64N(demoToday - born)
	m.EmailVerified = p.chance(92) || p.founder(i)
	p.settle(&m, i)
	return m
}

// founder tells whether member i is one of those whom the documentation knows.
func (p *populace) founder(i int) bool { return p.plan.slug == acmeSlug && i < len(acmeFounders) }

// name returns the name of member i and the local part of the e-mail address.
func (p *populace) name(i int) (name, local string) {
	if p.founder(i) {
		return acmeFounders[i].written, acmeFounders[i].ascii
	}
	people := p.plan.people
	switch roll := p.rng.IntN(100); {
	case i%53 == 17:
		odd := curiosities[i/53%len(curiosities)]
		return odd.written, numbered(odd.ascii, i/53/len(curiosities))
	case roll < 3:
		people = &chinese
	case roll < 6:
		people = &japanese
	case roll < 8:
		people = &arabic
	}
	// 5503 is prime and divides no size: neighbours differ in both names, and
	// nobody comes twice before everybody has come once.
	size := people.size()
	name, local = people.person((i*5503 + len(p.plan.slug)*101) % size)
	return name, numbered(local, i/size)
}

// numbered tells apart those who share a name.
func numbered(local string, earlier int) string {
	if earlier == 0 {
		return local
	}
	return local + strconv.Itoa(earlier+1)
}

func (p *populace) status(i int) string {
	roll := p.rng.IntN(100)
	switch {
	case i == 0 || p.founder(i) || roll < 81:
		return b2b.MemberStatusActive
	case roll < 89:
		return b2b.MemberStatusInvited
	case roll < 94:
		return b2b.MemberStatusPending
	}
	return b2b.MemberStatusDeleted
}

// settle gives a member what one gathers by using the product.
func (p *populace) settle(m *store.SeedMember, i int) {
	p.roles(m, i)
	p.records(m, i)
	p.registrations(m, i)
	p.mfa(m, i)
	if m.Status != b2b.MemberStatusActive {
		return
	}
	if p.chance(3) {
		old := strings.Replace(m.Email, "@", "@mail.", 1)
		m.Retired = append(m.Retired, store.SeedRetiredEmail{ID: p.id("email"), Email: old, At: m.UpdatedAt})
	}
	if p.chance(12) || p.founder(i) {
		p.sessions(m)
	}
	if i == 9 && p.plan.members > 30 { // somebody always mistypes their code
		m.Failures, m.LockCreatedAt, m.LockExpiresAt = maxFailures, demoToday-hour, demoToday+5*365*day
	}
}

func (p *populace) roles(m *store.SeedMember, i int) {
	if i == 0 || p.chance(2) {
		m.Roles = append(m.Roles, b2b.RoleAdmin)
	}
	if len(p.plan.roles) > 0 && i != 0 && p.chance(20) {
		m.Roles = append(m.Roles, pick(p.generator, p.plan.roles))
	}
	m.IsBreakglass = i == 0 && p.plan.signIn == signInSSO || p.rng.IntN(300) == 0 && !p.founder(i)
}

var departments = []string{"Engineering", "Finance", "Legal", "Operations", "People", "Product", "Sales", "Support"}
var locales = []string{"en", "es", "pt-br", "fr"}

// records fills in external id, metadata and password.
func (p *populace) records(m *store.SeedMember, i int) {
	if p.chance(15) {
		m.ExternalID = "emp|" + strconv.Itoa(100000+i)
	}
	if p.chance(70) {
		m.TrustedMetadata = `{"department":"` + pick(p.generator, departments) + `","employee_number":` + strconv.Itoa(100000+i) + `}`
	}
	if p.chance(40) {
		m.UntrustedMetadata = `{"locale":"` + pick(p.generator, locales) + `","theme":"` + pick(p.generator, []string{"dark", "light"}) + `"}`
	}
	if p.plan.signIn == signInPassword && p.chance(60) || p.plan.signIn == signInAny && p.chance(10) {
		m.PasswordID, m.PasswordHash = p.id("member-password"), demoPassword
	}
}

// registrations ties a member to the organization's connections and to Google.
func (p *populace) registrations(m *store.SeedMember, i int) {
	for _, c := range p.connections {
		switch {
		case c.kind == store.ConnectionSCIM && p.chance(45):
			external := strconv.Itoa(40000 + i)
			m.SCIMRegistration = encode(b2b.SCIMRegistration{ConnectionID: c.id, RegistrationID: p.id("scim-registration"), ExternalID: &external})
			m.SCIMConnection, m.SCIMUser = c.id, demoUser(m, external)
		case c.kind != store.ConnectionSCIM && c.active && p.chance(55):
			m.SSORegistrations = encode([]b2b.SSORegistration{{ConnectionID: c.id, ExternalID: m.Email, RegistrationID: p.id("saml-member-registration")}})
		}
	}
	if p.plan.signIn == signInPassword && p.chance(30) {
		m.OAuthRegistrations = encode([]b2b.OAuthRegistration{{ProviderType: "Google", ProviderSubject: strconv.Itoa(1_000_000 + i), MemberOAuthRegistrationID: p.id("oauth-user")}})
	}
}

// demoUser is m as its directory has sent it.
func demoUser(m *store.SeedMember, external string) string {
	return encode(map[string]any{
		"schemas": []string{scimUserSchema}, "userName": m.Email, "externalId": external, "displayName": m.Name,
		"emails": []map[string]any{{"value": m.Email, "type": "work", "primary": true}},
	})
}

// encode writes v as the database keeps it.
func encode(v any) string {
	text, err := json.Marshal(v)
	if err != nil { // v is one of the contract's own objects
		return ""
	}
	return string(text)
}

// mfa enrols a member's second factors.
func (p *populace) mfa(m *store.SeedMember, i int) {
	rate := 25
	if p.plan.mfa == b2b.MFAPolicyRequiredForAll {
		rate = 85
	}
	isGrace := p.founder(i) && i == grace
	if p.founder(i) && i == ada || !p.chance(rate) && !isGrace {
		return
	}
	m.MFAEnrolled = true
	byApp := p.plan.totpOnly || p.chance(60) || isGrace
	if byApp {
		m.DefaultMFAMethod = b2b.DefaultMFAMethodTOTP
		m.TOTP = p.totp(m)
	}
	if !byApp || !p.plan.totpOnly && p.chance(25) {
		m.Phone, m.PhoneID, m.PhoneVerified = p.phone(i), p.id("phone-number"), p.chance(90)
	}
	if !byApp {
		m.DefaultMFAMethod = b2b.DefaultMFAMethodSMSOTP
	}
}

// totp registers an authenticator app for m, with recovery codes.
func (p *populace) totp(m *store.SeedMember) *store.SeedTOTP {
	t := &store.SeedTOTP{ID: p.id("member-totp"), Secret: p.vault.seal(p.totpSecret(), m.ID), CreatedAt: m.CreatedAt + hour}
	for _, code := range p.recoveryCodes() {
		t.RecoveryCodes = append(t.RecoveryCodes, p.vault.seal(code, m.ID))
	}
	return t
}

var dialling = []string{"+1415555", "+1212555", "+44770090", "+4930555", "+8190555", "+5511555", "+9715055"}

// phone returns a number that nobody else has, in an organization of at most
// 10,000 members.
func (p *populace) phone(i int) string {
	digits := strconv.Itoa(10000 + i%10000)
	return pick(p.generator, dialling) + digits[1:]
}

// sessions signs a member in, once or a few times.
func (p *populace) sessions(m *store.SeedMember) {
	for range 1 + p.rng.IntN(3) {
		start := demoToday - p.rng.Int64N(20*day)
		began := time.Unix(start, 0).UTC()
		factors := []b2b.AuthenticationFactor{{
			Type: "magic_link", DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodEmail,
			LastAuthenticatedAt: &began, CreatedAt: &began, UpdatedAt: &began,
			EmailFactor: &b2b.EmailFactor{EmailID: m.EmailID, EmailAddress: m.Email},
		}}
		if m.TOTP != nil {
			factors = append(factors, b2b.AuthenticationFactor{
				Type: "totp", DeliveryMethod: b2b.AuthenticationFactorDeliveryMethodAuthenticatorApp,
				LastAuthenticatedAt: &began, CreatedAt: &began, UpdatedAt: &began,
				AuthenticatorAppFactor: &b2b.AuthenticatorAppFactor{TOTPID: m.TOTP.ID},
			})
		}
		id := p.id("session")
		m.Sessions = append(m.Sessions, store.SeedSession{
			ID: id, TokenHash: hashToken(p.vault.sessionToken(id)), Factors: encode(factors),
			StartedAt: start, LastAccessedAt: start + p.rng.Int64N(demoToday-start+1), ExpiresAt: start + 365*day,
		})
	}
}
