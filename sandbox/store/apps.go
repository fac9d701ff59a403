package store

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"example.com/orgdeck/api/b2b"
)

// ConnectedApp is a row of connected_apps: the API's object, and what the API does
// not show.
type ConnectedApp struct {
	Seq                        int64  // 0 until inserted
	SecretHash, NextSecretHash []byte // nil where there is none
	CreatedAt                  int64  // Unix seconds
	b2b.ConnectedApp
}

const appColumns = "c.seq, c.doc, c.secret_hash, c.next_secret_hash, c.created_at"

// ConnectedApp finds an app by id; nil when there is none.
func (t *Tx) ConnectedApp(id string) (*ConnectedApp, error) {
	found, err := t.appsWhere("c.id = ?", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func (t *Tx) appsWhere(where string, args ...any) ([]*ConnectedApp, error) {
	var found []*ConnectedApp
	err := t.rows("SELECT "+appColumns+" FROM connected_apps c WHERE "+where, args, func(rows *sql.Rows) error {
		var app ConnectedApp
		err := app.scan(rows)
		found = append(found, &app)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read connected apps: %w", err)
	}
	return found, nil
}

// scan reads the columns of an app, and what a query has after them.
func (a *ConnectedApp) scan(rows *sql.Rows, more ...any) error {
	var doc string
	if err := rows.Scan(append([]any{&a.Seq, &doc, &a.SecretHash, &a.NextSecretHash, &a.CreatedAt}, more...)...); err != nil {
		return err
	}
	return json.Unmarshal([]byte(doc), &a.ConnectedApp)
}

// InsertConnectedApp adds a and sets its Seq.
func (t *Tx) InsertConnectedApp(a *ConnectedApp) error {
	doc, err := json.Marshal(a.ConnectedApp)
	if err == nil {
		a.Seq, err = t.insert("INSERT INTO connected_apps(id, doc, secret_hash, created_at) VALUES (?,?,?,?)", a.ClientID, string(doc), a.SecretHash, a.CreatedAt)
	}
	if err != nil {
		return fmt.Errorf("insert connected app: %w", err)
	}
	return nil
}

// UpdateConnectedApp writes every field of a.
func (t *Tx) UpdateConnectedApp(a *ConnectedApp) error {
	doc, err := json.Marshal(a.ConnectedApp)
	if err == nil {
		_, err = t.exec("UPDATE connected_apps SET doc = ?, secret_hash = ?, next_secret_hash = ? WHERE seq = ?", string(doc), a.SecretHash, a.NextSecretHash, a.Seq)
	}
	if err != nil {
		return fmt.Errorf("update connected app: %w", err)
	}
	return nil
}

// DeleteConnectedApp removes the app numbered seq, and what members have let it do.
func (t *Tx) DeleteConnectedApp(seq int64) error {
	if _, err := t.exec("DELETE FROM connected_apps WHERE seq = ?", seq); err != nil {
		return fmt.Errorf("delete connected app: %w", err)
	}
	return nil
}

// SearchConnectedApps lists apps in the order of their creation.
func (t *Tx) SearchConnectedApps(q Query) (Page[*ConnectedApp], error) {
	return searchPage(t, "connected_apps c", where("1"), q, func(seqs string) ([]*ConnectedApp, error) {
		return t.appsWhere("c.seq IN "+listed, seqs)
	}, func(a *ConnectedApp) (int64, Position) {
		return a.Seq, Position{CreatedAt: a.CreatedAt, ID: a.ClientID}
	})
}

// GrantedApp is an app that somebody has let in.
type GrantedApp struct {
	ConnectedApp
	MemberID string
	Scopes   []string
}

// Grants returns what live members have let apps do, the oldest app first: of the
// whole organization, of one member unless member is 0, and of one app unless app
// is 0.
func (t *Tx) Grants(organization, member, app int64) ([]GrantedApp, error) {
	var found []GrantedApp
	err := t.rows("SELECT "+appColumns+`, m.id, g.scopes FROM app_grants g JOIN connected_apps c ON c.seq = g.app JOIN members m ON m.seq = g.member
		WHERE m.organization = ?1 AND m.status <> 'deleted' AND (?2 = 0 OR m.seq = ?2) AND (?3 = 0 OR c.seq = ?3) ORDER BY c.seq, m.seq`,
		[]any{organization, member, app}, func(rows *sql.Rows) error {
			var g GrantedApp
			var scopes string
			if err := g.scan(rows, &g.MemberID, &scopes); err != nil {
				return err
			}
			err := json.Unmarshal([]byte(scopes), &g.Scopes)
			found = append(found, g)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("read connected apps of members: %w", err)
	}
	return found, nil
}

// PutGrant keeps what a member lets an app do, in the place of what it was.
func (t *Tx) PutGrant(app, member int64, scopes []string, at int64) error {
	text, err := list(scopes)
	if err == nil {
		_, err = t.exec("INSERT INTO app_grants(app, member, scopes, granted_at) VALUES (?,?,?,?) ON CONFLICT(app, member) DO UPDATE SET scopes = excluded.scopes, granted_at = excluded.granted_at",
			app, member, text, at)
	}
	if err != nil {
		return fmt.Errorf("write grant: %w", err)
	}
	return nil
}

// RevokeGrant takes back what a member has let an app do, with its codes and
// tokens. It reports whether there was anything.
func (t *Tx) RevokeGrant(app, member int64) (bool, error) {
	n, err := t.exec("DELETE FROM app_grants WHERE app = ? AND member = ?", app, member)
	if err == nil {
		_, err = t.exec("DELETE FROM app_tokens WHERE app = ? AND member = ?", app, member)
	}
	if err != nil {
		return false, fmt.Errorf("revoke grant: %w", err)
	}
	return n > 0, nil
}

// The kinds of AppToken.
const (
	AppCode   = "code"   // is changed for an access token, once
	AppAccess = "access" // is valid as long as it is there
)

// AppToken is an authorization code, or an access token by its id. Moments are
// Unix seconds.
type AppToken struct {
	Hash                 []byte `json:"-"`
	Kind                 string `json:"-"`
	App, Member          int64  `json:"-"` // seqs
	CreatedAt, ExpiresAt int64  `json:"-"`

	Scopes      []string `json:"scopes"`
	RedirectURI string   `json:"redirect_uri"`
	Challenge   string   `json:"code_challenge"` // "" where there is none
	Nonce       string   `json:"nonce"`
	Resources   []string `json:"resources"`
}

// AddAppToken keeps a token.
func (t *Tx) AddAppToken(k AppToken) error {
	doc, err := json.Marshal(k)
	if err == nil {
		_, err = t.exec("INSERT INTO app_tokens(hash, kind, app, member, doc, created_at, expires_at) VALUES (?,?,?,?,?,?,?)",
			k.Hash, k.Kind, k.App, k.Member, string(doc), k.CreatedAt, k.ExpiresAt)
	}
	if err != nil {
		return fmt.Errorf("write app token: %w", err)
	}
	return nil
}

// AppToken returns the token of that hash and kind, live at now; nil when there is
// none.
func (t *Tx) AppToken(hash []byte, kind string, now int64) (*AppToken, error) {
	k := AppToken{Hash: hash, Kind: kind}
	var doc string
	found, err := t.row("SELECT app, member, doc, created_at, expires_at FROM app_tokens WHERE hash = ? AND kind = ? AND expires_at > ?",
		[]any{hash, kind, now}, &k.App, &k.Member, &doc, &k.CreatedAt, &k.ExpiresAt)
	if err == nil && found {
		err = json.Unmarshal([]byte(doc), &k)
	}
	if err != nil {
		return nil, fmt.Errorf("read app token: %w", err)
	}
	if !found {
		return nil, nil
	}
	return &k, nil
}

// SpendAppToken removes a token.
func (t *Tx) SpendAppToken(hash []byte) error {
	if _, err := t.exec("DELETE FROM app_tokens WHERE hash = ?", hash); err != nil {
		return fmt.Errorf("spend app token: %w", err)
	}
	return nil
}
