package sandbox

import (
	"maps"
	"slices"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

func (s *Server) searchOrganizations(req *request[searchBody]) (*b2b.SearchOrganizationsResponse, error) {
	kind := organizationSearch()
	query, err := s.query(kind, req.Body)
	if err != nil {
		return nil, err
	}
	page, err := req.tx.SearchOrganizations(query)
	if err != nil {
		return nil, err
	}
	answer := &b2b.SearchOrganizationsResponse{
		Organizations:   make([]b2b.Organization, len(page.Items)),
		ResultsMetadata: b2b.ResultsMetadata{Total: page.Total, NextCursor: s.cursor(kind, page.Next)},
	}
	for i, org := range page.Items {
		answer.Organizations[i] = org.Organization
	}
	return answer, nil
}

func (s *Server) searchMembers(req *request[searchBody]) (*b2b.SearchMembersResponse, error) {
	kind := memberSearch()
	query, err := s.query(kind, req.Body)
	if err != nil {
		return nil, err
	}
	orgs, err := req.searched(req.Body.OrganizationIDs)
	if err != nil {
		return nil, err
	}
	page, err := req.tx.SearchMembers(orgs, query)
	if err != nil {
		return nil, err
	}
	answer := &b2b.SearchMembersResponse{
		Members:         make([]b2b.Member, len(page.Items)),
		ResultsMetadata: b2b.ResultsMetadata{Total: page.Total, NextCursor: s.cursor(kind, page.Next)},
		Organizations:   map[string]b2b.Organization{},
	}
	bySeq, err := req.organizationsOf(page.Items)
	if err != nil {
		return nil, err
	}
	for i, m := range page.Items {
		org := bySeq[m.OrganizationSeq]
		answer.Members[i] = shown(m, org, req.now)
		answer.Organizations[org.OrganizationID] = org.Organization
	}
	return answer, nil
}

// organizationsOf returns the organizations of members, by number. Nobody may change
// them.
func (c *call) organizationsOf(members []*store.Member) (map[int64]*store.Organization, error) {
	seqs := map[int64]bool{}
	for _, m := range members {
		seqs[m.OrganizationSeq] = true
	}
	return c.tx.OrganizationsShown(slices.Collect(maps.Keys(seqs)))
}

// searched finds the organizations to search in, each once. A session may search
// its own only.
func (c *call) searched(refs []string) ([]int64, error) {
	seqs, missing, err := c.tx.OrganizationSeqs(refs)
	if err != nil {
		return nil, err
	}
	if missing != "" {
		return nil, refuse(b2b.ErrOrganizationNotFound, "there is no organization %q", missing)
	}
	if c.session != nil && slices.ContainsFunc(seqs, func(seq int64) bool { return seq != c.session.member.OrganizationSeq }) {
		return nil, refuse(b2b.ErrSessionAuthorizationTenancyError)
	}
	return seqs, nil
}
