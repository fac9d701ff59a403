package store

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"example.com/orgdeck/api/b2b"
)

// M2MClient is a row of m2m_clients: the API's object, and what the API does not
// show.
type M2MClient struct {
	Seq                        int64 // 0 until inserted
	SecretHash, NextSecretHash []byte
	CreatedAt                  int64 // Unix seconds
	b2b.M2MClient
}

const m2mColumns = `c.seq, c.id, c.name, c.description, c.status, c.scopes, c.trusted_metadata, c.secret_hash, c.secret_last_four,
	c.next_secret_hash, c.next_secret_last_four, c.created_at`

// M2MClient finds a client by id; nil when there is none.
func (t *Tx) M2MClient(id string) (*M2MClient, error) {
	found, err := t.m2mClientsWhere("c.id = ?", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func (t *Tx) m2mClientsWhere(where string, args ...any) ([]*M2MClient, error) {
	var found []*M2MClient
	err := t.rows("SELECT "+m2mColumns+" FROM m2m_clients c WHERE "+where, args, func(rows *sql.Rows) error {
		c, err := scanM2MClient(rows)
		found = append(found, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read M2M clients: %w", err)
	}
	return found, nil
}

func scanM2MClient(rows *sql.Rows) (*M2MClient, error) {
	var c M2MClient
	var scopes, metadata string
	var next sql.NullString
	err := rows.Scan(&c.Seq, &c.ClientID, &c.ClientName, &c.ClientDescription, &c.Status, &scopes, &metadata,
		&c.SecretHash, &c.ClientSecretLastFour, &c.NextSecretHash, &next, &c.CreatedAt)
	if err != nil {
		return nil, err
	}
	c.NextClientSecretLastFour = pointer(next)
	if err := json.Unmarshal([]byte(scopes), &c.Scopes); err != nil {
		return nil, err
	}
	return &c, json.Unmarshal([]byte(metadata), &c.TrustedMetadata)
}

// documents are the columns of c that are JSON.
func (c *M2MClient) documents() (scopes, metadata string, err error) {
	scopes, err = list(c.Scopes)
	if err != nil || len(c.TrustedMetadata) == 0 {
		return scopes, "{}", err
	}
	text, err := json.Marshal(c.TrustedMetadata)
	return scopes, string(text), err
}

// InsertM2MClient adds c and sets its Seq. ErrTaken when the id is another's.
func (t *Tx) InsertM2MClient(c *M2MClient) error {
	scopes, metadata, err := c.documents()
	if err == nil {
		c.Seq, err = t.insert(`INSERT INTO m2m_clients(id, name, description, status, scopes, trusted_metadata, secret_hash, secret_last_four, created_at)
			VALUES (?,?,?,?,?,?,?,?,?)`, c.ClientID, c.ClientName, c.ClientDescription, c.Status, scopes, metadata, c.SecretHash, c.ClientSecretLastFour, c.CreatedAt)
	}
	if err != nil {
		return fmt.Errorf("insert M2M client: %w", taken(err))
	}
	return nil
}

// UpdateM2MClient writes every field of c.
func (t *Tx) UpdateM2MClient(c *M2MClient) error {
	scopes, metadata, err := c.documents()
	if err == nil {
		_, err = t.exec(`UPDATE m2m_clients SET name = ?, description = ?, status = ?, scopes = ?, trusted_metadata = ?, secret_hash = ?,
			secret_last_four = ?, next_secret_hash = ?, next_secret_last_four = ? WHERE seq = ?`, c.ClientName, c.ClientDescription, c.Status, scopes, metadata,
			c.SecretHash, c.ClientSecretLastFour, c.NextSecretHash, c.NextClientSecretLastFour, c.Seq)
	}
	if err != nil {
		return fmt.Errorf("update M2M client: %w", err)
	}
	return nil
}

// DeleteM2MClient removes the client numbered seq.
func (t *Tx) DeleteM2MClient(seq int64) error {
	if _, err := t.exec("DELETE FROM m2m_clients WHERE seq = ?", seq); err != nil {
		return fmt.Errorf("delete M2M client: %w", err)
	}
	return nil
}

// SearchM2MClients finds clients in the order of their creation.
func (t *Tx) SearchM2MClients(q Query) (Page[*M2MClient], error) {
	var page Page[*M2MClient]
	conditions := make([]condition, 0, len(q.Filters))
	for _, f := range q.Filters {
		c, err := m2mCondition(f)
		if err != nil {
			return page, err
		}
		conditions = append(conditions, c)
	}
	return searchPage(t, "m2m_clients c", join(q.operator(), conditions...), q, func(seqs string) ([]*M2MClient, error) {
		return t.m2mClientsWhere("c.seq IN "+listed, seqs)
	}, func(c *M2MClient) (int64, Position) { return c.Seq, Position{CreatedAt: c.CreatedAt, ID: c.ClientID} })
}

func m2mCondition(f Filter) (condition, error) {
	values, err := list(f.List)
	if err != nil {
		return condition{}, err
	}
	switch f.Name {
	case "client_id":
		return where("c.id IN "+listed, values), nil
	case "client_name":
		return where("c.name IN "+listed, values), nil
	case "scopes":
		return where("EXISTS (SELECT 1 FROM json_each(c.scopes) WHERE value IN "+listed+")", values), nil
	}
	return condition{}, fmt.Errorf("no filter %q", f.Name)
}

// searchPage finds one page of a small table, whose alias is c: rows reads those
// numbered by a JSON list, place tells where a row stands.
func searchPage[T any](t *Tx, from string, matching condition, q Query, rows func(seqs string) ([]T, error), place func(T) (int64, Position)) (Page[T], error) {
	var page Page[T]
	if _, err := t.row("SELECT count(*) FROM "+from+" WHERE "+matching.sql, matching.args, &page.Total); err != nil {
		return page, fmt.Errorf("count %s: %w", from, err)
	}
	seqs, err := t.seqs("SELECT c.seq FROM "+from, join("AND", matching, q.after("c")), "c", q.Limit+1)
	if err != nil {
		return page, fmt.Errorf("search %s: %w", from, err)
	}
	more := len(seqs) > q.Limit
	seqs = seqs[:min(len(seqs), q.Limit)]
	text, err := list(seqs)
	if err != nil {
		return page, err
	}
	found, err := rows(text)
	if err != nil {
		return page, err
	}
	page.Items = inOrder(found, seqs, func(row T) int64 { seq, _ := place(row); return seq })
	if last := len(page.Items) - 1; more && last >= 0 {
		_, position := place(page.Items[last])
		page.Next = &position
	}
	return page, nil
}
