package store_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"example.com/orgdeck/sandbox/store"
)

// firstSchema makes a database as the first version of the program did, with what
// statements add to it.
func firstSchema(t *testing.T, statements ...string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "first.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	schema, err := os.ReadFile("schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range append([]string{string(schema), "PRAGMA user_version = 1"}, statements...) {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestADirectoryOfTheFirstSchemaKeepsItsUsers(t *testing.T) {
	const id = "scim-connection-test-1"
	path := firstSchema(t,
		`INSERT INTO organizations(seq, id, name, slug, settings, created_at, updated_at) VALUES (1, 'organization-test-1', 'Acme', 'acme', '{}', 1, 1)`,
		`INSERT INTO connections(id, organization, kind, status, doc, created_at) VALUES ('`+id+`', 1, 'scim', 'active', '{"connection_id":"`+id+`"}', 1)`,
		`INSERT INTO members(seq, id, organization, email, email_id, status, name, scim_registration, created_at, updated_at)
			VALUES (7, 'member-test-7', 1, 'ada@acme.example', 'email-test-7', 'active', 'Ada', '{"connection_id":"`+id+`","external_id":"e7"}', 5, 6)`,
	)
	err := open(t, path).Read(t.Context(), func(tx *store.Tx) error {
		user, err := tx.SCIMUserByName(id, "ADA@acme.example")
		if err != nil || user == nil || user.MemberID != "member-test-7" || user.CreatedAt != 5 {
			t.Errorf("got %+v, %v", user, err)
		}
		connection, err := tx.Connection(id)
		if err != nil || connection == nil || connection.Secret != nil || connection.Status != "active" {
			t.Errorf("got %+v, %v", connection, err)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestConnectionsComeInTheOrderTheyWereMadeEvenWithinASecond(t *testing.T) {
	s := open(t, store.Memory)
	err := s.Write(t.Context(), func(tx *store.Tx) error {
		org, now := &store.Organization{}, time.Unix(1, 0)
		org.CreatedAt, org.UpdatedAt = &now, &now
		org.OrganizationID, org.OrganizationName, org.OrganizationSlug = "organization-test-1", "Acme", "acme"
		if err := tx.InsertOrganization(org); err != nil {
			return err
		}
		for _, id := range []string{"c", "a", "b"} {
			err := tx.AddConnection(&store.Connection{ID: id, Organization: org.Seq, Kind: store.ConnectionSAML, Status: "pending", Doc: "{}", CreatedAt: 1})
			if err != nil {
				return err
			}
		}
		found, err := tx.ConnectionsOf(org.Seq)
		if err != nil {
			return err
		}
		if len(found) != 3 || found[0].ID != "c" || found[1].ID != "a" || found[2].ID != "b" {
			t.Errorf("got %+v", found)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
