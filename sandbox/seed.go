package sandbox

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// ErrNotEmpty says that a sandbox was to be seeded which holds something already.
var ErrNotEmpty = errors.New("the sandbox holds organizations already")

// membersPerOrganization is what SeedOptions.Members is divided by.
const membersPerOrganization = 200

// progressEvery is after how many members the progress is told. Writing them is
// so many percent of the work; the rest is to index them.
const (
	progressEvery  = 2000
	writingPercent = 70
)

// SeedOptions says what to fill a sandbox with.
type SeedOptions struct {
	Members  int                   // how many, over a two-hundredth as many organizations; 0 is the demo project
	Progress func(done, total int) // called now and then, from the same goroutine, with the share of the work as members; nil for none
}

// IsEmpty reports whether the sandbox holds no organization: then it may be seeded.
func (s *Server) IsEmpty(ctx context.Context) (empty bool, err error) {
	err = s.store.Read(ctx, func(tx *store.Tx) error {
		empty, err = tx.IsEmpty()
		return err
	})
	return empty, err
}

// Seed fills an empty sandbox with a project that is the same every time: ids,
// names and secrets do not depend on machine or date. All of it is written or,
// when ctx ends or the program is killed, nothing. ErrNotEmpty when there is data.
func Seed(ctx context.Context, s *Server, o SeedOptions) error {
	plans, total := demoBlueprints(), 0
	g := newGenerator()
	if o.Members > 0 {
		plans = g.blueprints(o.Members)
	}
	for _, plan := range plans {
		total += plan.members
	}
	err := s.store.Bulk(ctx, func(tx *store.Tx, b *store.Bulk) error {
		if empty, err := tx.IsEmpty(); err != nil || !empty {
			return errors.Join(err, ErrNotEmpty)
		}
		progress := o.afterEach(total)
		for i, plan := range plans {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := g.populace(plan, i, len(plans), s.vault).settleIn(tx, b, progress); err != nil {
				return fmt.Errorf("seed %s: %w", plan.slug, err)
			}
		}
		return nil
	}, func(done, of int) {
		written := total * writingPercent / 100
		o.tell(written+(total-written)*done/of, total)
	})
	if err != nil {
		return err
	}
	o.tell(total, total)
	return nil
}

func (o SeedOptions) tell(done, total int) {
	if o.Progress != nil {
		o.Progress(done, total)
	}
}

// afterEach returns what is called after each of total members.
func (o SeedOptions) afterEach(total int) func() {
	done := 0
	return func() {
		if done++; done%progressEvery == 0 {
			o.tell(done*writingPercent/100, total)
		}
	}
}

// settleIn writes the organization and its members.
func (p *populace) settleIn(tx *store.Tx, b *store.Bulk, progress func()) error {
	org := &store.Organization{Organization: *p.organization}
	if err := tx.InsertOrganization(org); err != nil {
		return err
	}
	if err := p.connectIn(tx, b, org.Seq); err != nil {
		return err
	}
	for i := range p.plan.members {
		m := p.member(i)
		if err := b.Member(org.Seq, &m); err != nil {
			return err
		}
		progress()
	}
	return nil
}

// connectIn writes the connections of the organization, and what its directory has
// sent but for the members.
func (p *populace) connectIn(tx *store.Tx, b *store.Bulk, organization int64) error {
	for _, c := range p.connections {
		status := "pending"
		if c.active {
			status = "active"
		}
		if err := b.Connection(store.Connection{
			ID: c.id, Organization: organization, Kind: c.kind, Status: status, Doc: c.doc, Secret: c.secret, CreatedAt: p.founded,
		}); err != nil {
			return err
		}
		if c.nextToken == nil {
			continue
		}
		if err := tx.SetSCIMToken(c.id, true, *c.nextToken); err != nil {
			return err
		}
	}
	for _, g := range p.groups {
		if err := tx.PutSCIMGroup(g); err != nil {
			return err
		}
	}
	return nil
}

// blueprints makes plans for a project of so many members.
func (g *generator) blueprints(members int) []blueprint {
	plans := make([]blueprint, max(1, members/membersPerOrganization))
	for i := range plans {
		number := fmt.Sprintf("%05d", i+1)
		adjective, trade := pick(g, adjectives), pick(g, trades)
		plans[i] = blueprint{
			name:    adjective + " " + trade + " " + strconv.Itoa(i+1),
			slug:    strings.ToLower(adjective+"-"+trade) + "-" + number,
			members: members/len(plans) + min(1, max(0, members%len(plans)-i)),
			people:  &western, signIn: g.rng.IntN(4),
		}
		if g.chance(30) {
			plans[i].saml = "okta"
		}
		if g.chance(25) {
			plans[i].mfa = b2b.MFAPolicyRequiredForAll
		}
	}
	return plans
}
