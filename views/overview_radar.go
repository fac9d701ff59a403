package views

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/keymap"
	"example.com/orgdeck/ui"
)

const (
	week          = 7 * 24 * time.Hour
	inviteLife    = week // of an invite that was made without saying otherwise
	invitesLooked = 100  // of the oldest invites
)

// urgency is how soon something has to be done, the soonest first.
type urgency int

const (
	overdue    urgency = iota // it has run out
	thisWeek                  // it runs out within 7 days
	coming                    // it runs out within 30 days
	standsOpen                // nothing runs out, but it stands open
)

// blip is one thing on the radar: what is the matter, and what to do about it.
type blip struct {
	urgency  urgency
	says, do string
}

// radar reads what the tally of members does not tell: the certificates of SSO, the
// tokens of SCIM, and by which clock they run out.
type radar struct {
	sso   async.Remote[*b2b.GetSSOConnectionsResponse]
	scim  async.Remote[b2b.SCIMConnection]
	clock async.Remote[api.SandboxClock]
}

// load reads what org has of those, and nothing that it has not.
func (r *radar) load(ctx context.Context, env *Env, org b2b.Organization) tea.Cmd {
	var cmds []tea.Cmd
	client, id := env.API, org.OrganizationID
	if len(org.SSOActiveConnections) > 0 {
		cmds = append(cmds, r.sso.Load(ctx, ssoConnectionsOf(client, id)))
	}
	if org.SCIMActiveConnection != nil {
		cmds = append(cmds, r.scim.Load(ctx, func(ctx context.Context) (b2b.SCIMConnection, error) { return client.SCIM.Get(ctx, id) }))
	}
	if env.Sandbox {
		cmds = append(cmds, r.clock.Load(ctx, client.Sandbox.Clock))
	}
	return tea.Batch(cmds...)
}

// take keeps an answer, and reports whether msg was one.
func (r *radar) take(env *Env, msg tea.Msg) (tea.Cmd, bool) {
	if r.clock.Take(msg) {
		clock, ok := r.clock.Value()
		if !ok || r.clock.Err() != nil {
			return nil, true
		}
		return env.clockIs(clock), true
	}
	return nil, r.sso.Take(msg) || r.scim.Take(msg)
}

// blips are all that has to be looked at, the most urgent first.
func (v *overview) blips() []blip {
	now := v.env.now()
	blips := slices.Concat(v.certificateBlips(now), v.scimBlips(now), v.inviteBlips(now), v.adminBlips(), v.breakglassBlips(), v.domainBlips())
	slices.SortStableFunc(blips, func(a, b blip) int { return cmp.Compare(a.urgency, b.urgency) })
	return blips
}

// urgencyOf says how soon something has to be done that runs out at a moment; false
// when it is too far away to be spoken of.
func urgencyOf(at, now time.Time) (urgency, bool) {
	switch left := at.Sub(now); {
	case left <= 0:
		return overdue, true
	case left <= week:
		return thisWeek, true
	case left <= soon:
		return coming, true
	}
	return 0, false
}

// runsOut says when something runs out, or that it has.
func runsOut(at, now time.Time) string {
	switch left := at.Sub(now); {
	case left <= -24*time.Hour:
		return "ran out " + plural(int(-left/(24*time.Hour)), "day") + " ago"
	case left <= 0:
		return "has run out"
	case left < 24*time.Hour:
		return "runs out today"
	default:
		return "runs out in " + plural(int(left/(24*time.Hour)), "day")
	}
}

// certificateBlips tell of the certificates of SAML connections. Of several of one
// kind the longest lasting counts: the others are there for a rotation.
func (v *overview) certificateBlips(now time.Time) []blip {
	all, ok := v.radar.sso.Value()
	if !ok {
		return nil
	}
	var blips []blip
	for _, c := range all.SAMLConnections {
		name := cmp.Or(c.DisplayName, c.ConnectionID)
		for kind, certificates := range map[string][]b2b.SAMLX509Certificate{
			"the identity provider's certificate": c.VerificationCertificates, "the signing certificate": c.SigningCertificates,
		} {
			last := lastCertificate(certificates)
			if last == nil {
				continue
			}
			if u, near := urgencyOf(*last, now); near {
				blips = append(blips, blip{u, "SAML " + name + ": " + kind + " " + runsOut(*last, now), v.tabTo("SSO") + ": put a new one there, or nobody signs in by it"})
			}
		}
	}
	return byText(blips, func(b blip) string { return b.says })
}

// lastCertificate is when the longest lasting certificate runs out; nil when there
// is none that does.
func lastCertificate(certificates []b2b.SAMLX509Certificate) *time.Time {
	var last *time.Time
	for _, c := range certificates {
		if c.ExpiresAt != nil && (last == nil || c.ExpiresAt.After(*last)) {
			last = c.ExpiresAt
		}
	}
	return last
}

// scimBlips tell of the tokens of the directory.
func (v *overview) scimBlips(now time.Time) []blip {
	c, ok := v.radar.scim.Value()
	if !ok || v.org.SCIMActiveConnection == nil {
		return nil
	}
	rotating := c.NextBearerTokenExpiresAt != nil || c.NextBearerTokenLastFour != ""
	var blips []blip
	if at := c.BearerTokenExpiresAt; at != nil {
		if u, near := urgencyOf(*at, now); near && !rotating {
			blips = append(blips, blip{u, "SCIM " + c.DisplayName + ": the token " + runsOut(*at, now), v.tabTo("SCIM") + ": start a rotation, and give the new token to the directory"})
		}
	}
	if !rotating {
		return blips
	}
	b := blip{standsOpen, "SCIM " + c.DisplayName + ": a rotation is under way", v.tabTo("SCIM") + ": complete it once the directory has the new token, or cancel it"}
	if at := c.BearerTokenExpiresAt; at != nil {
		if u, near := urgencyOf(*at, now); near {
			b.urgency = u
		}
		b.says += "; the old token " + runsOut(*at, now)
	}
	return append(blips, b)
}

// inviteBlips tell of invites that are older than an invite usually lives: the API
// does not say when one runs out.
func (v *overview) inviteBlips(now time.Time) []blip {
	page, ok := v.tally.invites().Value()
	if !ok {
		return nil
	}
	old, of := 0, plural(len(page.Items), "invite")
	for _, m := range page.Items {
		old += btoi(m.CreatedAt != nil && now.Sub(*m.CreatedAt) > inviteLife)
	}
	if old == 0 {
		return nil
	}
	if page.More() {
		of = "the oldest " + of
	}
	are := "are"
	if old == 1 {
		are = "is"
	}
	return []blip{{coming, fmt.Sprintf("%d of %s %s older than the 7 days that an invite usually lives", old, of, are), v.keyTo(keymap.OrgMembers, "Members") + ": invite them again, or delete them"}}
}

// adminBlips tell of administrators with a password or a mail alone.
func (v *overview) adminBlips() []blip {
	f := v.adminFinding()
	if f.openness != wide {
		return nil
	}
	todo := ": enrol them, or make somebody else the administrator"
	if page, ok := v.tally.admins.Value(); ok && len(page.Items) == 0 {
		todo = ": give somebody the role " + b2b.RoleAdmin
	}
	return []blip{{standsOpen, f.says, v.keyTo(keymap.OrgMembers, "Members") + todo}}
}

func (v *overview) breakglassBlips() []blip {
	f := v.breakglassFinding()
	if f.openness != wide {
		return nil
	}
	return []blip{{standsOpen, f.says, v.keyTo(keymap.OrgMembers, "Members") + ": keep as few as you need"}}
}

// domainBlips tell of domains at which anybody can have an address, and so join.
func (v *overview) domainBlips() []blip {
	if v.org.EmailJITProvisioning != restricted {
		return nil
	}
	var public []string
	for _, domain := range v.org.EmailAllowedDomains {
		if kind := b2b.CheckEmailDomain(domain); kind == b2b.ErrOrganizationSettingsDomainTooCommon || kind == b2b.ErrOrganizationSettingsDisposableDomain {
			public = append(public, domain)
		}
	}
	if len(public) == 0 {
		return nil
	}
	return []blip{{overdue, "Anybody can join: " + strings.Join(public, ", ") + " gives addresses to everybody", v.keyTo(keymap.OrgSettings, "Settings") + ": take it off the allowed domains"}}
}

func (v *overview) tabTo(tab string) string {
	return v.env.Keys.Binding(keymap.NextTab).Help().Key + " to " + tab
}

func (v *overview) keyTo(id keymap.ID, name string) string {
	return v.env.Keys.Binding(id).Help().Key + " " + name
}

// radarBlock draws what has to be looked at, or that there is nothing.
func (v *overview) radarBlock(width int) []string {
	th := v.env.Theme
	lines := []string{v.title("What needs you", width)}
	blips := v.blips()
	for _, b := range blips {
		sign, style := "!", th.Warning
		if b.urgency == overdue {
			sign, style = "✗", th.Danger
		}
		for i, line := range ui.Wrap(b.says, max(1, width-4)) {
			if i > 0 {
				sign = " "
			}
			lines = append(lines, " "+style.Render(sign)+" "+line)
		}
		for _, line := range ui.Wrap(b.do, max(1, width-6)) {
			lines = append(lines, "     "+th.Muted.Render(line))
		}
	}
	for _, open := range v.unread() {
		lines = append(lines, v.finding(finding{untold, open}, width)...)
	}
	if len(lines) == 1 {
		lines = append(lines, v.finding(finding{tight, "Nothing runs out within 30 days"}, width)...)
	}
	return lines
}

// unread are what the radar cannot see, because it was not read.
func (v *overview) unread() []string {
	var open []string
	if _, ok := v.radar.sso.Value(); !ok && len(v.org.SSOActiveConnections) > 0 {
		open = append(open, "Certificates of SSO: "+reading(v.radar.sso.Err()))
	}
	if _, ok := v.radar.scim.Value(); !ok && v.org.SCIMActiveConnection != nil {
		open = append(open, "Tokens of SCIM: "+reading(v.radar.scim.Err()))
	}
	if _, ok := v.tally.invites().Value(); !ok {
		open = append(open, "Old invites: "+v.waiting(v.tally.invites().Err()))
	}
	return open
}

func reading(err error) string {
	if err != nil {
		return "could not be read"
	}
	return "reading…"
}
