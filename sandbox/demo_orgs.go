package sandbox

import "example.com/orgdeck/api/b2b"

// ways of signing in that organizations of the demo project have chosen.
const (
	signInAny      = iota // every method
	signInSSO             // SSO only
	signInEmail           // links and codes by e-mail
	signInPassword        // passwords and Google
)

// blueprint says how an organization of the demo project is.
type blueprint struct {
	name, slug string
	members    int
	people     *culture // most of its members
	signIn     int
	saml, oidc string // identity provider; "" for no such connection
	scim       string
	mfa        string // MFA policy
	totpOnly   bool   // no SMS as second factor
	roles      []string
	claimed    bool // claims its domain
	rotating   bool // the token of its directory is being replaced

	certificate int  // how those of its SAML connection stand
	closed      bool // no provisioning by e-mail domain
}

// demoBlueprints are the organizations of the demo project, the oldest first.
func demoBlueprints() []blueprint {
	const required = b2b.MFAPolicyRequiredForAll
	return []blueprint{
		{name: "Acme Robotics", slug: "acme-robotics", members: 250, people: &western, saml: "okta", scim: "okta", roles: []string{"billing_manager", "support_agent"}},
		{name: "Bluefin Logistics", slug: "bluefin-logistics", members: 1200, people: &western, signIn: signInSSO, saml: "microsoft-entra", scim: "microsoft-entra", mfa: required, roles: []string{"auditor", "dispatcher"}},
		{name: "Café Lumière", slug: "cafe-lumiere", members: 35, people: &western, signIn: signInEmail},
		{name: "Copperline Energy", slug: "copperline-energy", members: 640, people: &western, saml: "okta", oidc: "okta", mfa: required, totpOnly: true, roles: []string{"auditor"}},
		{name: "Delta Orchard Farms", slug: "delta-orchard", members: 70, people: &western},
		{name: "Evergreen Health", slug: "evergreen-health", members: 480, people: &western, signIn: signInSSO, saml: "onelogin", scim: "onelogin", mfa: required, totpOnly: true, claimed: true, closed: true, roles: []string{"auditor", "nurse", "physician"}},
		{name: "Fjord & Sønner AS", slug: "fjord-sonner", members: 95, people: &western, oidc: "microsoft-entra"},
		{name: "Giraffe Games 🦒", slug: "giraffe-games", members: 130, people: &western, signIn: signInPassword},
		{name: "Halcyon Insurance Group International – Claims, Underwriting & Reinsurance Services (Europe, Middle East and Africa)", slug: "halcyon-insurance-emea", members: 320, people: &western, saml: "pingfederate", mfa: required, certificate: certificateRenewed},
		{name: "Ironwood Bank", slug: "ironwood-bank", members: 400, people: &western, signIn: signInSSO, saml: "pingfederate", scim: "generic", mfa: required, totpOnly: true, claimed: true, closed: true, roles: []string{"auditor", "teller"}},
		{name: "Juniper Street Bakery", slug: "juniper-street", members: 4, people: &western, signIn: signInEmail, closed: true},
		{name: "Kumo Cloud", slug: "kumo-cloud", members: 110, people: &japanese, oidc: "google-workspace"},
		{name: "Lantern Learning", slug: "lantern-learning", members: 260, people: &western, signIn: signInPassword},
		{name: "Meridian Airways", slug: "meridian-airways", members: 220, people: &western, saml: "shibboleth", mfa: required, certificate: certificateEnds},
		{name: "Nimbus Analytics", slug: "nimbus-analytics", members: 80, people: &western, oidc: "okta", roles: []string{"analyst"}},
		{name: "Oasis \u202eletoH\u202c Partners", slug: "oasis-partners", members: 15, people: &western, signIn: signInEmail},
		{name: "Quill Legal", slug: "quill-legal", members: 45, people: &western, signIn: signInEmail, mfa: required, closed: true},
		{name: "Solo Studio", slug: "solo-studio", members: 2, people: &western, signIn: signInEmail},
		{name: "Überfluß Maschinenbau GmbH & Co. KG", slug: "ueberfluss-maschinenbau", members: 150, people: &western, saml: "keycloak", scim: "generic", rotating: true},
		{name: "Zhōngguó Trading 中国贸易有限公司", slug: "zhongguo-trading", members: 55, people: &chinese},
		{name: "Žižkov Brewery", slug: "zizkov-brewery", members: 20, people: &western, signIn: signInEmail},
		{name: "شركة النخيل للتقنية", slug: "alnakheel-tech", members: 31, people: &arabic, oidc: "generic"},
		{name: "株式会社さくらテクノロジー", slug: "sakura-technology", members: 180, people: &japanese, saml: "okta", mfa: required},
		{name: "👾 Pixel Party", slug: "pixel-party", members: 8, people: &western, signIn: signInPassword},
	}
}
