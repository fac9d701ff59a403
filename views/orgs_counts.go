package views

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/api/b2b"
)

// memberCounts knows how many members organizations have. The search does not
// tell, so it is asked for the rows in sight, one batch at a time, and kept.
type memberCounts struct {
	known map[string]int
	old   map[string]bool // of those that are known, what has changed since
	batch async.Remote[map[string]int]
}

func newMemberCounts() memberCounts {
	return memberCounts{known: map[string]int{}, old: map[string]bool{}}
}

// of returns the count of an organization, and whether it is known.
func (c *memberCounts) of(id string) (int, bool) {
	n, ok := c.known[id]
	return n, ok && n >= 0
}

// load asks for the counts of those of rows that have none, or an old one. While
// a batch is under way it does nothing: when that has come, the rows in sight are
// looked at again.
func (c *memberCounts) load(ctx context.Context, organizations *api.OrganizationsService, rows []b2b.Organization) tea.Cmd {
	missing := c.missing(rows)
	if len(missing) == 0 {
		return nil
	}
	return c.batch.Send(ctx, counting(organizations, missing))
}

// again counts the members of an organization anew, once nothing changes any
// more and if it is among rows.
func (c *memberCounts) again(ctx context.Context, organizations *api.OrganizationsService, id string, rows []b2b.Organization) tea.Cmd {
	c.old[id] = true
	missing := c.missing(rows)
	if len(missing) == 0 {
		return nil
	}
	return c.batch.LoadAfter(ctx, quiet, counting(organizations, missing))
}

// allOld has every count asked for anew.
func (c *memberCounts) allOld() {
	for id := range c.known {
		c.old[id] = true
	}
}

func (c *memberCounts) missing(rows []b2b.Organization) []string {
	var missing []string
	for _, o := range rows {
		if _, ok := c.known[o.OrganizationID]; !ok || c.old[o.OrganizationID] {
			missing = append(missing, o.OrganizationID)
		}
	}
	return missing
}

func counting(organizations *api.OrganizationsService, ids []string) async.Call[map[string]int] {
	return func(ctx context.Context) (map[string]int, error) {
		counts := map[string]int{}
		for _, id := range ids {
			counts[id] = -1 // asked, and not told: the list does without
			if n, err := organizations.MemberCount(ctx, id); err == nil {
				counts[id] = n
			}
		}
		return counts, ctx.Err()
	}
}

// take keeps a batch of counts, and reports whether msg was one.
func (c *memberCounts) take(msg tea.Msg) bool {
	if !c.batch.Take(msg) {
		return false
	}
	counts, _ := c.batch.Value()
	for id, n := range counts {
		c.known[id] = n
		delete(c.old, id)
	}
	return true
}
