package store

import "fmt"

// Counts says how much there is of what a project is measured by. Members are
// those not deleted.
type Counts struct{ Organizations, Members, M2MClients int }

// Counts reads them.
func (t *Tx) Counts() (Counts, error) {
	var c Counts
	_, err := t.row(`SELECT (SELECT count(*) FROM organizations), (SELECT ifnull(sum(live_members), 0) FROM organizations), (SELECT count(*) FROM m2m_clients)`,
		nil, &c.Organizations, &c.Members, &c.M2MClients)
	if err != nil {
		return c, fmt.Errorf("count what the project has: %w", err)
	}
	return c, nil
}
