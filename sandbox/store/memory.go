package store

import (
	"fmt"
	"maps"
	"sync"
)

// memory is what connections that only read need not look up again.
type memory struct {
	organizations organizationsKnown
	searches      searchesKnown
}

// remember gives the pool's connections, which must only read, a memory that they share.
func (p *pool) remember() {
	shared := &memory{searches: searchesKnown{found: map[string]*matches{}}}
	for _, c := range p.idle {
		c.memory = shared
	}
}

// How many organizations are remembered at most: those named by id or another name,
// and whole rows, of some KiB each.
const (
	maxSeqsKnown = 20_000
	maxRowsKnown = 2000
)

// organizationsKnown are organizations of one version, which the database counts.
type organizationsKnown struct {
	mutex   sync.Mutex
	version int64
	seqs    map[string]int64 // by id, slug or external id
	rows    map[int64]*Organization
}

// directory is what is known of organizations as a transaction sees them.
type directory struct {
	*organizationsKnown // nil where nothing may be remembered
	version             int64
}

// directory returns what is known of the organizations that t sees.
func (t *Tx) directory() (d directory, err error) {
	if t.conn.memory == nil {
		return d, nil
	}
	d.organizationsKnown = &t.conn.memory.organizations
	if _, err := t.row("SELECT n FROM organizations_version", nil, &d.version); err != nil {
		return d, fmt.Errorf("read the version of the organizations: %w", err)
	}
	return d, nil
}

// open reports whether what is known is of the version that is seen, and makes
// it so, by forgetting, where that is newer. It must be closed then.
func (d directory) open() bool {
	if d.organizationsKnown == nil {
		return false
	}
	d.mutex.Lock()
	if known := d.organizationsKnown; known.seqs == nil || known.version < d.version {
		known.version, known.seqs, known.rows = d.version, map[string]int64{}, map[int64]*Organization{}
	}
	if d.organizationsKnown.version != d.version {
		d.mutex.Unlock()
		return false
	}
	return true
}

func (d directory) close() { d.mutex.Unlock() }

// seqsOf returns the numbers of the organizations that refs name, as far as they
// are known.
func (d directory) seqsOf(refs []string) (seqs []int64, unknown []string) {
	if !d.open() {
		return nil, refs
	}
	defer d.close()
	seqs = make([]int64, 0, len(refs))
	for _, ref := range refs {
		if seq, ok := d.seqs[ref]; ok {
			seqs = append(seqs, seq)
		} else {
			unknown = append(unknown, ref)
		}
	}
	return seqs, unknown
}

// learnSeqs remembers the numbers of organizations by what names them.
func (d directory) learnSeqs(found map[string]int64) {
	if !d.open() {
		return
	}
	defer d.close()
	if len(d.seqs)+len(found) > maxSeqsKnown {
		clear(d.seqs)
	}
	maps.Copy(d.seqs, found)
}

// rowsOf returns the organizations that seqs number, as far as they are known.
func (d directory) rowsOf(seqs []int64) (rows map[int64]*Organization, unknown []int64) {
	rows = make(map[int64]*Organization, len(seqs))
	if !d.open() {
		return rows, seqs
	}
	defer d.close()
	for _, seq := range seqs {
		if org, ok := d.rows[seq]; ok {
			rows[seq] = org
		} else {
			unknown = append(unknown, seq)
		}
	}
	return rows, unknown
}

// learnRows remembers organizations, which nobody may change from now on.
func (d directory) learnRows(found []*Organization) {
	if !d.open() {
		return
	}
	defer d.close()
	if len(d.rows)+len(found) > maxRowsKnown {
		clear(d.rows)
	}
	for _, org := range found {
		d.rows[org.Seq] = org
	}
}
