package views

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

// actAs adds the key by which a screen of a member begins to act as it; none while
// acting already, where the same key stops everywhere.
func (e *Env) actAs(actions []ui.Action, m b2b.Member, ways func() tea.Cmd) []ui.Action {
	if e.Scope != nil {
		return actions
	}
	start := e.act(keymap.ActAs, ways)
	return append(actions, start.Because(noSession(m)).Writing())
}

func noSession(m b2b.Member) string {
	if m.MemberID != "" && m.Status != b2b.MemberStatusActive {
		return "Nobody can act as " + memberName(m) + ": only an active member has sessions."
	}
	return ""
}

// waysToAct asks where the session is to come from.
func (e *Env) waysToAct(m b2b.Member) tea.Cmd {
	open := func(v func() ui.View) func() tea.Cmd { return func() tea.Cmd { return ui.Open(v()) } }
	return ui.Open(ui.NewMenu("Act as "+memberName(m),
		ui.Item{
			Name: "In a new session of an hour", Detail: "it ends when you stop",
			Blocked: e.noMint(), Run: open(func() ui.View { return mintedSession(e, m) }),
		},
		ui.Item{
			Name: "By a session token or session JWT", Detail: "of theirs, pasted",
			Run: open(func() ui.View { return pastedSession(e, m) }),
		},
		ui.Item{
			Name: "By an impersonation token", Detail: "of the dashboard, pasted",
			Run: open(func() ui.View { return pastedImpersonation(e, m) }),
		},
		ui.Item{
			Name: "By a token of a trusted issuer", Detail: "makes a session of it",
			Run: open(func() ui.View { return attestedSession(e, m) }),
		}))
}

// noMint says why no token can be minted here.
func (e *Env) noMint() string {
	if e.Sandbox {
		return ""
	}
	return "Only a sandbox opens sessions by itself; mint a token in the dashboard."
}

// mintedSession asks before a session is opened by a token of the sandbox.
func mintedSession(env *Env, m b2b.Member) ui.View {
	client := env.API
	mint := client.Sandbox.ImpersonationToken(m)
	w := toAct(write(mint), client, m, true, func(ctx context.Context) (opened, error) {
		token, err := mint.Do(ctx)
		if err != nil {
			return opened{}, err
		}
		return impersonated(ctx, client, token)
	})
	w.Summary = "Open a session of " + m.EmailAddress + " by impersonation"
	return &ui.ConfirmWrite[actedAs]{
		Name: "Act as " + memberName(m) + "?",
		Body: "Every call carries it until you stop or it runs out. What they may not do, you may not do.",
		Verb: "Act", Write: w, Done: env.beginActing,
	}
}

// opened is a session that a way of acting has come to.
type opened struct {
	member       b2b.Member
	organization b2b.Organization
	session      *b2b.MemberSession // nil when more is asked for than was given
	token        b2b.Secret
}

func impersonated(ctx context.Context, client *api.Client, token b2b.Secret) (opened, error) {
	r, err := client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: token}).Do(ctx)
	return opened{r.Member, r.Organization, r.MemberSession, r.SessionToken}, err
}

// toAct makes of a write that opens a session one that ends in acting as m: what
// the roles allow is read first, and the session must be that of m.
func toAct[T any](from ui.Write[T], client *api.Client, m b2b.Member, ours bool, open func(context.Context) (opened, error)) ui.Write[actedAs] {
	return ui.Write[actedAs]{
		Summary: "Act as " + memberName(m),
		Method:  from.Method, Path: from.Path, Body: from.Body, Curl: from.Curl,
		Do: explaining(func(ctx context.Context) (actedAs, error) {
			roles, err := rolesThatCount(ctx, client, m.OrganizationID)
			if err != nil {
				return actedAs{}, err
			}
			got, err := open(api.Aside(ctx))
			if err != nil {
				return actedAs{}, err
			}
			if problem := notOf(m, got); problem != nil {
				return actedAs{}, errors.Join(problem, undone(ctx, client, got, ours))
			}
			return actedAs{ours: ours, actor: api.Actor{
				Member: got.member, Organization: got.organization, Session: *got.session, Roles: roles, Token: got.token,
			}}, nil
		}),
	}
}

// notOf says why a session is not one to act as m in.
func notOf(m b2b.Member, got opened) error {
	switch {
	case got.session == nil:
		return errors.New("the sign-in is not complete: a second factor is asked for, which only the member has")
	case got.member.MemberID != m.MemberID:
		return errors.New("that is a session of " + memberName(got.member) + ", not of " + memberName(m))
	}
	return nil
}

// undone ends a session that was opened in vain.
func undone(ctx context.Context, client *api.Client, got opened, ours bool) error {
	if !ours || got.session == nil {
		return nil
	}
	return (&Scope{project: client}).end(ctx, *got.session)
}

// rolesThatCount are the roles of the project and, on top, those of an
// organization.
func rolesThatCount(ctx context.Context, client *api.Client, organizationID string) ([]b2b.PolicyRole, error) {
	policy, err := client.RBAC.Policy(ctx)
	if err != nil {
		return nil, err
	}
	own, err := client.RBAC.OrganizationPolicy(ctx, organizationID)
	if err != nil {
		return nil, err
	}
	return append(policy.Roles, own.Roles...), nil
}

// secretField asks for a token, which is never shown.
func secretField(title string, value *string, help string) ui.FormField {
	return ui.FormField{
		Field: huh.NewInput().Key("token").Title(title).Value(value).EchoMode(huh.EchoModePassword).CharLimit(8192).
			Validate(func(s string) error {
				if strings.TrimSpace(s) == "" {
					return errors.New("paste the token")
				}
				return nil
			}),
		Help:   help,
		Secret: true,
	}
}

// pastedSession asks for a token of a session that the member has.
func pastedSession(env *Env, m b2b.Member) ui.View {
	typed, client := "", env.API
	return &ui.Form[actedAs]{
		Name: "Act as " + memberName(m),
		Verb: "act",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{secretField("Session token or session JWT", &typed,
				"It is kept in memory only, and the session goes on when you stop: it is theirs.")}}}
		},
		Send: func() ui.Write[actedAs] {
			check := client.Sessions.Authenticate(sessionOf(typed))
			return toAct(write(check), client, m, false, func(ctx context.Context) (opened, error) {
				r, err := check.Do(ctx)
				return opened{r.Member, r.Organization, &r.MemberSession, r.SessionToken}, err
			})
		},
		Done: env.beginActing,
	}
}

// sessionOf tells a session JWT, which has three parts, from a session token.
func sessionOf(typed string) b2b.AuthenticateSession {
	secret := b2b.Secret(strings.TrimSpace(typed))
	if strings.Count(typed, ".") == 2 {
		return b2b.AuthenticateSession{SessionJWT: &secret}
	}
	return b2b.AuthenticateSession{SessionToken: &secret}
}

// pastedImpersonation asks for a token that the dashboard has minted.
func pastedImpersonation(env *Env, m b2b.Member) ui.View {
	typed, client := "", env.API
	return &ui.Form[actedAs]{
		Name: "Act as " + memberName(m),
		Verb: "act",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{secretField("Impersonation token", &typed,
				"From the dashboard: the member, then Impersonate. It works once, within 5 minutes; the session lasts an hour and ends when you stop.")}}}
		},
		Send: func() ui.Write[actedAs] {
			token := b2b.Secret(strings.TrimSpace(typed))
			plan := client.Impersonation.Authenticate(b2b.AuthenticateImpersonation{ImpersonationToken: token})
			return toAct(write(plan), client, m, true, func(ctx context.Context) (opened, error) { return impersonated(ctx, client, token) })
		},
		Done: env.beginActing,
	}
}

// attestedSession asks for a token that an issuer has signed whom the project
// trusts.
func attestedSession(env *Env, m b2b.Member) ui.View {
	typed, profile, client := "", "", env.API
	return &ui.Form[actedAs]{
		Name: "Act as " + memberName(m),
		Verb: "act",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: []ui.FormField{
				textField(b2b.SessionsAttest, "profile_id", "Profile of the issuer", &profile, "The trusted auth token profile of the project that the issuer has."),
				secretField("Token of the issuer", &typed, "A JWT about this member's address. The session that is made of it ends when you stop."),
			}}}
		},
		Send: func() ui.Write[actedAs] {
			change := client.Sessions.Attest(b2b.AttestSession{ProfileID: profile, Token: b2b.Secret(strings.TrimSpace(typed)), OrganizationID: &m.OrganizationID})
			return toAct(write(change), client, m, true, func(ctx context.Context) (opened, error) {
				r, err := change.Do(ctx)
				return opened{r.Member, r.Organization, &r.MemberSession, r.SessionToken}, err
			})
		},
		Done: env.beginActing,
	}
}
