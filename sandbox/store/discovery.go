package store

import (
	"database/sql"
	"fmt"
)

// MembersByEmail returns the live members of every organization with that address,
// in lower case, the oldest first.
func (t *Tx) MembersByEmail(email string) ([]*Member, error) {
	return t.membersWhere("m.email = ? AND m.status <> 'deleted' ORDER BY m.created_at, m.seq", email)
}

// OrganizationsOpenTo returns those that list a domain as allowed, and have an
// active member who has proven an address of it other than email.
func (t *Tx) OrganizationsOpenTo(domain, email string) ([]*Organization, error) {
	found, err := t.organizationsWhere(`o.seq IN (SELECT d.organization FROM organization_domains d
		WHERE d.kind = 'allowed' AND d.domain = ?1 AND EXISTS (SELECT 1 FROM members m
			WHERE m.organization = d.organization AND m.email_domain = ?1 AND m.email_verified = 1 AND m.status = 'active' AND m.email <> ?2))
		ORDER BY o.created_at, o.seq`, domain, email)
	if err != nil {
		return nil, fmt.Errorf("find organizations by domain: %w", err)
	}
	return found, nil
}

// OrganizationsOfTenants returns those that allow one of the OAuth tenants, listed
// by provider.
func (t *Tx) OrganizationsOfTenants(tenants map[string][]string) ([]*Organization, error) {
	if len(tenants) == 0 {
		return nil, nil
	}
	text, err := encode(tenants, len(tenants))
	if err != nil {
		return nil, err
	}
	found, err := t.organizationsWhere(`o.seq IN (SELECT a.seq FROM organizations a,
			json_each(a.settings, '$.allowed_oauth_tenants') provider, json_each(provider.value) allowed,
			json_each(?) held, json_each(held.value) tenant
		WHERE provider.key = held.key AND allowed.value = tenant.value)
		ORDER BY o.created_at, o.seq`, text)
	if err != nil {
		return nil, fmt.Errorf("find organizations by OAuth tenant: %w", err)
	}
	return found, nil
}

// AddressFailures counts wrong codes for an address, in a row.
type AddressFailures struct {
	Failures    int
	LockedUntil int64 // Unix seconds; 0 when it never was
}

// AddressFailures returns the count of an address; zero when there is none.
func (t *Tx) AddressFailures(email string) (AddressFailures, error) {
	var count AddressFailures
	var locked sql.NullInt64
	_, err := t.row("SELECT failures, locked_until FROM address_failures WHERE email = ?", []any{email}, &count.Failures, &locked)
	if err != nil {
		return count, fmt.Errorf("read wrong codes: %w", err)
	}
	count.LockedUntil = locked.Int64
	return count, nil
}

// PutAddressFailures keeps the count of an address; zero forgets it.
func (t *Tx) PutAddressFailures(email string, count AddressFailures) error {
	query, args := "INSERT OR REPLACE INTO address_failures(email, failures, locked_until) VALUES (?, ?, ?)", []any{email, count.Failures, zeroNull(count.LockedUntil)}
	if count == (AddressFailures{}) {
		query, args = "DELETE FROM address_failures WHERE email = ?", []any{email}
	}
	if _, err := t.exec(query, args...); err != nil {
		return fmt.Errorf("count wrong codes: %w", err)
	}
	return nil
}
