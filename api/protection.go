package api

import (
	"slices"
	"sync"

	"example.com/orgdeck/api/b2b"
)

// WithProtection makes every Change of an organization, or of what is in one,
// that asks to be confirmed ask for the organization's name to be typed.
func WithProtection() Option { return func(c *Client) { c.names = &names{byID: map[string]string{}} } }

// Protected reports whether what destroys something asks for the organization's
// name.
func (c *Client) Protected() bool { return c.names != nil }

// names remembers what the organizations are called that the client has met. It
// is safe for concurrent use.
type names struct {
	mu   sync.Mutex
	byID map[string]string
}

// meet remembers the organizations in an answer.
func (n *names) meet(answer any) {
	switch r := answer.(type) {
	case *b2b.GetOrganizationResponse:
		n.keep(r.Organization)
	case *b2b.CreateOrganizationResponse:
		n.keep(r.Organization)
	case *b2b.UpdateOrganizationResponse:
		n.keep(r.Organization)
	case *b2b.DangerouslyGetMemberResponse:
		n.keep(r.Organization)
	case *b2b.SearchOrganizationsResponse:
		n.keep(r.Organizations...)
	case *b2b.SearchMembersResponse:
		for _, org := range r.Organizations {
			n.keep(org)
		}
	}
}

func (n *names) keep(orgs ...b2b.Organization) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, org := range orgs {
		n.byID[org.OrganizationID] = org.OrganizationName
	}
}

// of is the name of an organization; its id where the name is not known.
func (n *names) of(id string) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	if name := n.byID[id]; name != "" {
		return name
	}
	return id
}

// protected asks for the organization's name where the client is protected.
func (c Change[T]) protected() Change[T] {
	if c.Danger != Confirm || !c.client.Protected() {
		return c
	}
	at := slices.IndexFunc(c.Endpoint.PathParams, func(f b2b.Field) bool { return f.Name == "organization_id" })
	if at < 0 || at >= len(c.args) {
		return c
	}
	c.Danger, c.Word = TypeName, c.client.names.of(c.args[at])
	return c
}
