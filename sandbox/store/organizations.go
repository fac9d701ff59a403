package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// ErrTaken says that a value which must be unique is used already.
var ErrTaken = errors.New("already used")

// Organization is a row of organizations: the API's object, with what is derived
// from its connections filled in.
type Organization struct {
	Seq         int64 // 0 until inserted
	LiveMembers int   // those not deleted; kept by the database
	b2b.Organization
}

const organizationColumns = `o.seq, o.live_members, o.id, o.name, o.slug, o.external_id, o.settings, o.created_at, o.updated_at,
	(SELECT json_group_array(json_array(kind, doc) ORDER BY created_at, position, id) FROM connections WHERE organization = o.seq AND status = 'active')`

// Organization finds an organization by id, slug or external id, in this order;
// nil when there is none.
func (t *Tx) Organization(ref string) (*Organization, error) {
	for _, column := range []string{"id", "slug", "external_id"} {
		found, err := t.organizationsWhere("o."+column+" = ?", ref)
		if err != nil {
			return nil, fmt.Errorf("find organization: %w", err)
		}
		if len(found) > 0 {
			return found[0], nil
		}
	}
	return nil, nil
}

// OrganizationSeqs returns the numbers, sorted, of the organizations that refs
// name by id, slug or external id, each once; missing is the first of refs that
// names none.
func (t *Tx) OrganizationSeqs(refs []string) (seqs []int64, missing string, err error) {
	known, err := t.directory()
	if err != nil {
		return nil, "", err
	}
	seqs, unknown := known.seqsOf(refs)
	if len(unknown) > 0 {
		found, err := t.findSeqs(unknown)
		if err != nil {
			return nil, "", fmt.Errorf("find organizations: %w", err)
		}
		for _, ref := range unknown {
			if found[ref] == 0 {
				return nil, ref, nil
			}
			seqs = append(seqs, found[ref])
		}
		known.learnSeqs(found)
	}
	slices.Sort(seqs)
	return slices.Compact(seqs), "", nil
}

// findSeqs looks up the numbers of those of the organizations that there are, by
// what refs call them.
func (t *Tx) findSeqs(refs []string) (map[string]int64, error) {
	found := make(map[string]int64, len(refs))
	for _, column := range []string{"id", "slug", "external_id"} {
		text, err := list(refs)
		if err != nil {
			return nil, err
		}
		err = t.rows("SELECT "+column+", seq FROM organizations WHERE "+column+" IN "+listed, []any{text}, func(rows *sql.Rows) error {
			var ref string
			var seq int64
			err := rows.Scan(&ref, &seq)
			found[ref] = seq
			return err
		})
		if err != nil {
			return nil, err
		}
		refs = slices.DeleteFunc(slices.Clone(refs), func(ref string) bool { return found[ref] != 0 })
		if len(refs) == 0 {
			break
		}
	}
	return found, nil
}

// OrganizationsShown returns those of the organizations that exist, by number, as
// the API shows them, without nil lists and maps. They are shared: nobody may change
// them, and their LiveMembers may be of an earlier moment.
func (t *Tx) OrganizationsShown(seqs []int64) (map[int64]*Organization, error) {
	known, err := t.directory()
	if err != nil {
		return nil, err
	}
	shown, unknown := known.rowsOf(seqs)
	if len(unknown) == 0 {
		return shown, nil
	}
	found, err := t.OrganizationsBySeq(unknown)
	if err != nil {
		return nil, fmt.Errorf("find organizations: %w", err)
	}
	for _, org := range found {
		b2b.Normalize(&org.Organization)
		shown[org.Seq] = org
	}
	known.learnRows(found)
	return shown, nil
}

// OrganizationBySeq returns the organization that seq numbers, or nil.
func (t *Tx) OrganizationBySeq(seq int64) (*Organization, error) {
	found, err := t.organizationsWhere("o.seq = ?", seq)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// OrganizationsBySeq returns those of the organizations that exist, in no order.
func (t *Tx) OrganizationsBySeq(seqs []int64) ([]*Organization, error) {
	text, err := list(seqs)
	if err != nil {
		return nil, err
	}
	return t.organizationsWhere("o.seq IN (SELECT value FROM json_each(?))", text)
}

func (t *Tx) organizationsWhere(where string, args ...any) ([]*Organization, error) {
	var found []*Organization
	err := t.few("SELECT "+organizationColumns+" FROM organizations o WHERE "+where, args, func(rows *sql.Rows) error {
		org, err := scanOrganization(rows)
		found = append(found, org)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

func scanOrganization(rows *sql.Rows) (*Organization, error) {
	var org Organization
	var id, name, slug, settings, connections string
	var external sql.NullString
	var created, updated sql.NullInt64
	err := rows.Scan(&org.Seq, &org.LiveMembers, &id, &name, &slug, &external, &settings, &created, &updated, &connections)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal([]byte(settings), &org.Organization); err != nil {
		return nil, fmt.Errorf("settings of %s: %w", id, err)
	}
	org.OrganizationID, org.OrganizationName, org.OrganizationSlug = id, name, slug
	org.OrganizationExternalID = pointer(external)
	org.CreatedAt, org.UpdatedAt = moment(created), moment(updated)
	return &org, eachIn(connections, org.addConnection)
}

// addConnection fills in what follows from an active connection: its kind and
// document.
func (o *Organization) addConnection(row [2]string) error {
	kind, doc := row[0], row[1]
	if kind == "scim" {
		o.SCIMActiveConnection = &b2b.ActiveSCIMConnection{}
		return json.Unmarshal([]byte(doc), o.SCIMActiveConnection)
	}
	var active b2b.ActiveSSOConnection
	if err := json.Unmarshal([]byte(doc), &active); err != nil {
		return err
	}
	o.SSOActiveConnections = append(o.SSOActiveConnections, active)
	return nil
}

// settings is what the column of that name keeps of o: not what has columns of
// its own, nor what is derived.
func (o *Organization) settings() (string, error) {
	kept := o.Organization
	kept.OrganizationID, kept.OrganizationName, kept.OrganizationSlug = "", "", ""
	kept.OrganizationExternalID, kept.CreatedAt, kept.UpdatedAt = nil, nil, nil
	kept.SSOActiveConnections, kept.SCIMActiveConnection = nil, nil
	text, err := json.Marshal(kept)
	return string(text), err
}

// InsertOrganization adds org and sets its Seq. ErrTaken when slug or external id
// are another's.
func (t *Tx) InsertOrganization(org *Organization) error {
	settings, err := org.settings()
	if err != nil {
		return err
	}
	org.Seq, err = t.insert(`INSERT INTO organizations(id, name, slug, external_id, settings, created_at, updated_at)
		VALUES (?,?,?,?,?,?,?)`, org.OrganizationID, org.OrganizationName, org.OrganizationSlug,
		org.OrganizationExternalID, settings, unix(org.CreatedAt), unix(org.UpdatedAt))
	if err != nil {
		return fmt.Errorf("insert organization: %w", taken(err))
	}
	return t.indexOrganization(org)
}

// UpdateOrganization writes every field of org. ErrTaken when slug or external id
// are another's.
func (t *Tx) UpdateOrganization(org *Organization) error {
	settings, err := org.settings()
	if err != nil {
		return err
	}
	_, err = t.exec(`UPDATE organizations SET name = ?, slug = ?, external_id = ?, settings = ?, updated_at = ? WHERE seq = ?`,
		org.OrganizationName, org.OrganizationSlug, org.OrganizationExternalID, settings, unix(org.UpdatedAt), org.Seq)
	if err != nil {
		return fmt.Errorf("update organization: %w", taken(err))
	}
	if _, err := t.exec(`DELETE FROM organization_text WHERE rowid = ?`, org.Seq); err != nil {
		return err
	}
	if _, err := t.exec(`DELETE FROM organization_domains WHERE organization = ?`, org.Seq); err != nil {
		return err
	}
	return t.indexOrganization(org)
}

// indexOrganization makes org findable by text and by domain.
func (t *Tx) indexOrganization(org *Organization) error {
	_, err := t.exec(`INSERT INTO organization_text(rowid, name, slug, domains) VALUES (?,?,?,?)`,
		org.Seq, org.OrganizationName, org.OrganizationSlug, strings.Join(org.EmailAllowedDomains, "\n"))
	if err != nil {
		return fmt.Errorf("index organization: %w", err)
	}
	for kind, domains := range map[string][]string{"allowed": org.EmailAllowedDomains, "claimed": org.ClaimedEmailDomains} {
		for i, domain := range domains {
			_, err := t.exec(`INSERT INTO organization_domains(organization, kind, position, domain) VALUES (?,?,?,?)`,
				org.Seq, kind, i, strings.ToLower(domain))
			if err != nil {
				return fmt.Errorf("index domain: %w", err)
			}
		}
	}
	return nil
}

// DeleteOrganization removes the organization and all that belongs to it.
func (t *Tx) DeleteOrganization(seq int64) error {
	if _, err := t.exec(`DELETE FROM organization_text WHERE rowid = ?`, seq); err != nil {
		return fmt.Errorf("delete organization: %w", err)
	}
	if _, err := t.exec(`DELETE FROM organizations WHERE seq = ?`, seq); err != nil {
		return fmt.Errorf("delete organization: %w", err)
	}
	return nil
}

// IsSlugTaken reports whether an organization other than the one numbered except
// has slug.
func (t *Tx) IsSlugTaken(slug string, except int64) (bool, error) {
	var one int
	return t.row(`SELECT 1 FROM organizations WHERE slug = ? AND seq <> ?`, []any{slug, except}, &one)
}

// IsOrganizationExternalIDTaken is IsSlugTaken for external ids.
func (t *Tx) IsOrganizationExternalIDTaken(id string, except int64) (bool, error) {
	var one int
	return t.row(`SELECT 1 FROM organizations WHERE external_id = ? AND seq <> ?`, []any{id, except}, &one)
}

// IsDomainClaimedElsewhere reports whether other organizations claim domain, in
// lower case, and the one numbered seq does not.
func (t *Tx) IsDomainClaimedElsewhere(domain string, seq int64) (bool, error) {
	var others, own int
	_, err := t.row(`SELECT count(*) FILTER (WHERE organization <> ?), count(*) FILTER (WHERE organization = ?)
		FROM organization_domains WHERE kind = 'claimed' AND domain = ?`, []any{seq, seq, domain}, &others, &own)
	return others > 0 && own == 0, err
}

// taken turns a violated UNIQUE index into ErrTaken.
func taken(err error) error {
	if isTaken(err) {
		return errors.Join(ErrTaken, err)
	}
	return err
}
