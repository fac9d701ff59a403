package views

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// issued is what a provider has issued for a member.
type issued struct {
	subject string
	tenant  string
	scopes  []string
	expires int // seconds that the access token has left; 0 when the provider does not say
	tokens  []namedToken
}

type namedToken struct {
	name  string
	token b2b.Secret
}

// readProviderValues asks before the tokens of a member are read: with them one
// acts as the member at the provider.
func readProviderValues(env *Env, m b2b.Member, link memberLink) tea.Cmd {
	return ui.Open(&ui.Confirm{
		Name: "Read what the provider has issued?",
		Body: "Its tokens act for " + memberName(m) + " at " + link.name + ". They come masked, and are forgotten when the page closes.",
		Verb: "Read it",
		Run:  func() tea.Cmd { return ui.Push(newProviderValues(env, m, link)) },
	})
}

// providerValues shows what a provider has issued for a member. The tokens live
// here and nowhere else; they go when the page closes.
type providerValues struct {
	env    *Env
	ctx    context.Context
	member b2b.Member
	link   memberLink
	read   async.Remote[[]issued]
	detail *ui.Detail

	width, height int
}

var _ ui.View = (*providerValues)(nil)

func newProviderValues(env *Env, m b2b.Member, link memberLink) *providerValues {
	v := &providerValues{env: env, member: m, link: link, detail: newDetail(env)}
	return v
}

// Title implements ui.View.
func (v *providerValues) Title() string { return "Issued by " + v.link.name }

// SetSize implements ui.View.
func (v *providerValues) SetSize(width, height int) {
	v.width, v.height = width, height
	v.detail.SetSize(width, max(0, height-len(v.failure())))
}

// Capturing implements ui.View.
func (v *providerValues) Capturing() bool { return false }

// Init implements ui.View.
func (v *providerValues) Init(ctx context.Context) tea.Cmd {
	v.ctx = ctx
	return v.load()
}

func (v *providerValues) load() tea.Cmd { return v.read.Load(v.ctx, issuedBy(v.env, v.member, v.link)) }

// Actions implements ui.View.
func (v *providerValues) Actions() []ui.Action {
	none, does := "", "show tokens"
	if values, ok := v.read.Value(); !ok || len(values) == 0 {
		none = "There is nothing to show."
	}
	if v.detail.Revealed() {
		does = "hide tokens"
	}
	return []ui.Action{
		called(v.env.act(keymap.ValuesReveal, v.reveal), does).Because(none),
		v.env.act(keymap.Copy, v.copy).Because(none),
		v.env.act(keymap.Refresh, v.load),
	}
}

func (v *providerValues) reveal() tea.Cmd {
	v.detail.Reveal(!v.detail.Revealed())
	return nil
}

// copy copies the value under the cursor, a token also while it is masked.
func (v *providerValues) copy() tea.Cmd {
	f, ok := v.detail.Selected()
	if !ok || f.CopyText() == "" {
		return ui.Toast(ui.Info, "There is nothing to copy here.")
	}
	return v.env.copy(f.CopyText(), f.Name)
}

// Update implements ui.View.
func (v *providerValues) Update(msg tea.Msg) tea.Cmd {
	if outdated(msg) {
		return v.load()
	}
	if v.read.Take(msg) {
		values, _ := v.read.Value()
		v.detail.SetSections(issuedSections(values)...)
		v.SetSize(v.width, v.height)
		return nil
	}
	if key, ok := msg.(tea.KeyMsg); ok {
		v.detail.Update(key)
	}
	return nil
}

func (v *providerValues) failure() []string {
	return failureLines(v.env, "read what "+v.link.name+" has issued", v.read.Err(), v.width, v.height)
}

// View implements ui.View.
func (v *providerValues) View() string {
	v.detail.Empty = v.link.name + " has issued nothing that is kept for this member. It comes with the next sign-in by it."
	switch _, loaded := v.read.Value(); {
	case v.read.Err() != nil:
		v.detail.Empty = ""
	case !loaded:
		v.detail.Empty = "Reading…"
	}
	return strings.Join(append(v.failure(), v.detail.View()), "\n")
}

// issuedSections list what was issued, with the tokens masked.
func issuedSections(all []issued) []ui.DetailSection {
	var sections []ui.DetailSection
	for i, one := range all {
		fields := []ui.DetailField{{Name: "Subject", Value: one.subject}}
		if one.tenant != "" {
			fields = append(fields, ui.DetailField{Name: "Tenant", Value: one.tenant})
		}
		fields = append(fields, ui.DetailField{Name: "Scopes", Value: strings.Join(one.scopes, " ")})
		if one.expires > 0 {
			fields = append(fields, ui.DetailField{Name: "Access token lives", Value: (time.Duration(one.expires) * time.Second).String()})
		}
		for _, t := range one.tokens {
			if t.token != "" {
				fields = append(fields, ui.DetailField{Name: t.name, Value: t.token.Reveal(), Secret: true})
			}
		}
		sections = append(sections, ui.DetailSection{Title: numbered("Registration", i, len(all)), Fields: fields})
	}
	return sections
}

// The providers of OAuth whose values the API keeps, as registrations call them
// in lower case.
const (
	oauthGoogle    = "google"
	oauthMicrosoft = "microsoft"
	oauthGitHub    = "github"
	oauthSlack     = "slack"
	oauthHubSpot   = "hubspot"
)

func providerKnown(provider string) bool {
	switch strings.ToLower(provider) {
	case oauthGoogle, oauthMicrosoft, oauthGitHub, oauthSlack, oauthHubSpot:
		return true
	}
	return false
}

// issuedBy is the call that reads what a link's provider has issued.
func issuedBy(env *Env, m b2b.Member, link memberLink) async.Call[[]issued] {
	members, org, id := env.API.Members, m.OrganizationID, m.MemberID
	if link.kind == linkSSO {
		return func(ctx context.Context) ([]issued, error) {
			all, err := members.OIDCProviders(ctx, org, id, b2b.GetMemberOIDCProviders{})
			return issuedByOIDC(all, link.id), explain(err)
		}
	}
	switch strings.ToLower(link.provider) {
	case oauthGoogle:
		return func(ctx context.Context) ([]issued, error) {
			r, err := members.OAuthGoogle(ctx, org, id, b2b.GetMemberOAuthProviderGoogle{})
			if err != nil {
				return nil, explain(err)
			}
			return []issued{{r.ProviderSubject, "", r.Scopes, orZero(r.AccessTokenExpiresIn), tokens(orZero(r.AccessToken), r.IDToken, r.RefreshToken)}}, nil
		}
	case oauthMicrosoft:
		return func(ctx context.Context) ([]issued, error) {
			r, err := members.OAuthMicrosoft(ctx, org, id, b2b.GetMemberOAuthProviderMicrosoft{})
			if err != nil {
				return nil, explain(err)
			}
			return []issued{{r.ProviderSubject, "", r.Scopes, r.AccessTokenExpiresIn, tokens(r.AccessToken, r.IDToken, r.RefreshToken)}}, nil
		}
	}
	return issuedByTenants(env, m, link)
}

// issuedByTenants is the call for providers that have several registrations of a
// member.
func issuedByTenants(env *Env, m b2b.Member, link memberLink) async.Call[[]issued] {
	members, org, id := env.API.Members, m.OrganizationID, m.MemberID
	return func(ctx context.Context) (all []issued, err error) {
		switch strings.ToLower(link.provider) {
		case oauthGitHub:
			r, err := members.OAuthGitHub(ctx, org, id, b2b.GetMemberOAuthProviderGitHub{})
			if err != nil {
				return nil, explain(err)
			}
			for _, g := range r.Registrations {
				all = append(all, issued{g.ProviderSubject, strings.Join(g.ProviderTenantIDs, ", "), g.Scopes, 0, tokens(g.AccessToken, "", nil)})
			}
		case oauthHubSpot:
			r, err := members.OAuthHubSpot(ctx, org, id, b2b.GetMemberOAuthProviderHubSpot{})
			if err != nil {
				return nil, explain(err)
			}
			for _, h := range r.Registrations {
				all = append(all, issued{h.ProviderSubject, h.ProviderTenantID, h.Scopes, h.AccessTokenExpiresIn, tokens(h.AccessToken, "", h.RefreshToken)})
			}
		case oauthSlack:
			r, err := members.OAuthSlack(ctx, org, id)
			if err != nil {
				return nil, explain(err)
			}
			for _, s := range r.Registrations {
				bot := namedToken{"Bot token", s.BotAccessToken}
				all = append(all, issued{s.ProviderSubject, s.ProviderTenantID, append(s.Scopes, s.BotScopes...), 0, append(tokens(s.AccessToken, "", nil), bot)})
			}
		default:
			return nil, errors.New("the API keeps no values of " + link.provider)
		}
		return all, nil
	}
}

// issuedByOIDC is what the provider of one OIDC connection has issued.
func issuedByOIDC(all []b2b.OIDCProviderInfo, connection string) []issued {
	var found []issued
	for _, r := range all {
		if r.ConnectionID == connection {
			found = append(found, issued{r.ProviderSubject, "", r.Scopes, r.AccessTokenExpiresIn, tokens(r.AccessToken, r.IDToken, r.RefreshToken)})
		}
	}
	return found
}

func tokens(access, id b2b.Secret, refresh *b2b.Secret) []namedToken {
	return []namedToken{{"Access token", access}, {"ID token", id}, {"Refresh token", orZero(refresh)}}
}

// orZero is what p points to; the zero value for nil.
func orZero[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
