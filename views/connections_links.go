package views

import (
	"cmp"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// linkKind is how a member is tied to something elsewhere.
type linkKind int

const (
	linkNone linkKind = iota // the field says that there is none
	linkSSO
	linkSCIM
	linkOAuth
	linkApp
	linkRetired
	linkExternalID
)

// removal is what taking such a link away is called; "" where nothing does.
func (k linkKind) removal() string {
	switch k {
	case linkApp:
		return "revoke access"
	case linkRetired:
		return "free the address"
	case linkExternalID:
		return "remove the id"
	}
	return ""
}

// memberLink is one thing that ties a member to something elsewhere.
type memberLink struct {
	kind     linkKind
	key      string // of its field: what copying the field alone would yield
	id       string // by which the API knows it
	name     string
	provider string // of OAuth: "Google"
	copies   []copyable
}

// noValues says why there is nothing that the provider has issued.
func (l memberLink) noValues() string {
	switch {
	case l.kind == linkSSO && strings.HasPrefix(l.provider, kindOIDC):
		return ""
	case l.kind == linkSSO && l.provider != "":
		return "Only OIDC connections issue tokens; this one is " + l.provider + "."
	case l.kind == linkSSO:
		return "The connections are being read, or could not be."
	case l.kind == linkOAuth && providerKnown(l.provider):
		return ""
	case l.kind == linkOAuth:
		return "The API keeps no values of " + ui.Clean(l.provider) + "."
	}
	return "Move to an OIDC or OAuth registration first."
}

// cannotRemove says why what is under the cursor stays.
func (l memberLink) cannotRemove() string {
	switch l.kind {
	case linkApp, linkRetired, linkExternalID:
		return ""
	case linkSSO:
		return "The API cannot remove a registration; deleting the connection, on the SSO tab of the organization, does."
	case linkSCIM:
		return "The directory decides: take the member out there."
	case linkOAuth:
		return "The API cannot remove an OAuth registration."
	}
	return "Move to a connected app, a retired address or an external id first."
}

func (l memberLink) nothingToCopy() string {
	if len(l.copies) == 0 {
		return "There is nothing to copy here."
	}
	return ""
}

// linksOf gathers the fields of the page with what each is about.
type linksOf struct {
	sections []ui.DetailSection
	links    []memberLink
}

// begin starts a section.
func (b *linksOf) begin(title string) {
	b.sections = append(b.sections, ui.DetailSection{Title: title})
}

// add puts a link under the section that was begun last.
func (b *linksOf) add(name, value string, link memberLink) {
	last := &b.sections[len(b.sections)-1]
	last.Fields = append(last.Fields, ui.DetailField{Name: name, Value: value, Copy: link.key})
	b.links = append(b.links, link)
}

// say puts words under the section that was begun last: that there is nothing.
func (b *linksOf) say(name, words string, field ui.DetailField) {
	last := &b.sections[len(b.sections)-1]
	field.Name, field.Value = name, words
	last.Fields = append(last.Fields, field)
}

// sections are all that ties the member to something elsewhere, by subject.
func (v *memberConnections) sections() ([]ui.DetailSection, []memberLink) {
	b := &linksOf{}
	v.ssoSection(b)
	v.scimSection(b)
	v.oauthSection(b)
	v.appsSection(b)
	v.addressSection(b)
	v.externalSection(b)
	return b.sections, b.links
}

// faint is a field that says that there is nothing.
func (v *memberConnections) faint() ui.DetailField { return ui.DetailField{Style: v.env.Theme.Muted} }

func (v *memberConnections) ssoSection(b *linksOf) {
	b.begin("Single sign-on")
	if len(v.member.SSORegistrations) == 0 {
		b.say("Registrations", "none: they come with the first sign-in by a connection", v.faint())
		return
	}
	answer, _ := v.sso.Value()
	var all []ssoConnection
	if answer != nil {
		all = connectionsIn(answer)
	}
	for _, r := range v.member.SSORegistrations {
		name, provider := r.ConnectionID, ""
		if c, ok := connectionByID(all, r.ConnectionID); ok {
			name, provider = c.name(), strings.TrimSpace(c.facts().kind+" "+providerName(c.facts().provider))
		}
		value := strings.Join(nonEmpty(provider, "known there as "+r.ExternalID, r.RegistrationID), "\n")
		b.add(name, value, memberLink{kind: linkSSO, key: "sso " + r.RegistrationID, id: r.ConnectionID, name: name, provider: provider, copies: []copyable{
			{"registration id", r.RegistrationID}, {"connection id", r.ConnectionID}, {"id at the provider", r.ExternalID},
		}})
	}
}

func (v *memberConnections) scimSection(b *linksOf) {
	b.begin("Directory (SCIM)")
	r := v.member.SCIMRegistration
	if r == nil {
		b.say("Registration", "none: no directory keeps this member up to date", v.faint())
		return
	}
	value := strings.Join(nonEmpty("external id "+cmp.Or(deref(r.ExternalID), "none"), r.RegistrationID), "\n")
	if r.ExternalID == nil {
		value = r.RegistrationID
	}
	b.add("Registration", value, memberLink{kind: linkSCIM, key: "scim " + r.RegistrationID, id: r.RegistrationID, copies: []copyable{
		{"registration id", r.RegistrationID}, {"connection id", r.ConnectionID}, {"external id", deref(r.ExternalID)},
	}})
}

func (v *memberConnections) oauthSection(b *linksOf) {
	b.begin("OAuth")
	if len(v.member.OAuthRegistrations) == 0 {
		b.say("Registrations", "none: they come with the first sign-in by Google, Microsoft, GitHub, Slack or HubSpot", v.faint())
		return
	}
	for _, r := range v.member.OAuthRegistrations {
		value := strings.Join(nonEmpty("subject "+r.ProviderSubject, r.MemberOAuthRegistrationID), "\n")
		b.add(r.ProviderType, value, memberLink{
			kind: linkOAuth, key: "oauth " + r.MemberOAuthRegistrationID, id: r.MemberOAuthRegistrationID, name: r.ProviderType, provider: r.ProviderType,
			copies: []copyable{{"registration id", r.MemberOAuthRegistrationID}, {"subject at the provider", r.ProviderSubject}, {"picture URL", deref(r.ProfilePictureURL)}},
		})
	}
}

func (v *memberConnections) appsSection(b *linksOf) {
	b.begin("Connected apps")
	apps, read := v.apps.Value()
	switch {
	case v.apps.Err() != nil:
		b.say("Apps", "✗ could not be read: "+api.Reason(v.apps.Err())+" "+v.env.Keys.Binding(keymap.Refresh).Help().Key+" tries again.", ui.DetailField{Style: v.env.Theme.Danger})
	case !read && v.apps.Busy():
		b.say("Apps", "reading…", v.faint())
	case len(apps) == 0:
		b.say("Apps", "none: this member has let no app in", v.faint())
	}
	for _, app := range apps {
		value := strings.Join(nonEmpty(appKind(app.ClientType), "may "+cmp.Or(app.ScopesGranted, "nothing"), app.Description, app.ConnectedAppID), "\n")
		name := cmp.Or(app.Name, app.ConnectedAppID)
		b.add(name, value, memberLink{kind: linkApp, key: "app " + app.ConnectedAppID, id: app.ConnectedAppID, name: name, copies: []copyable{
			{"app id", app.ConnectedAppID}, {"name", app.Name}, {"scopes", app.ScopesGranted},
		}})
	}
}

// appKind is the kind of an app in words.
func appKind(clientType string) string {
	switch clientType {
	case b2b.ClientTypeFirstParty, b2b.ClientTypeFirstPartyPublic:
		return "of your own"
	case b2b.ClientTypeThirdParty, b2b.ClientTypeThirdPartyPublic:
		return "of a third party"
	}
	return clientType
}

func (v *memberConnections) addressSection(b *linksOf) {
	b.begin("Retired e-mail addresses")
	if len(v.member.RetiredEmailAddresses) == 0 {
		b.say("Addresses", "none: the address has not changed, or the old ones are free", v.faint())
		return
	}
	for i, r := range v.member.RetiredEmailAddresses {
		b.add(numbered("Address", i, len(v.member.RetiredEmailAddresses)), r.EmailAddress+"\nnobody else can have it\n"+r.EmailID,
			memberLink{kind: linkRetired, key: "email " + r.EmailID, id: r.EmailID, name: r.EmailAddress, copies: []copyable{
				{"address", r.EmailAddress}, {"e-mail id", r.EmailID},
			}})
	}
}

func (v *memberConnections) externalSection(b *linksOf) {
	b.begin("Your own id")
	id := deref(v.member.ExternalID)
	if id == "" {
		b.say("External id", "none", v.faint())
		return
	}
	b.add("External id", id, memberLink{kind: linkExternalID, key: "external " + id, id: id, copies: []copyable{{"external id", id}}})
}

// nonEmpty are those texts that say something.
func nonEmpty(texts ...string) []string {
	var kept []string
	for _, text := range texts {
		if text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}
