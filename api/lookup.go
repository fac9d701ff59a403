package api

import (
	"context"
	"regexp"
	"strings"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
)

// Kind is what a text that somebody typed or pasted seems to be.
type Kind string

// The kinds that Classify tells apart.
const (
	KindNothing      Kind = "nothing"
	KindOrganization Kind = "organization id"
	KindMember       Kind = "member id"
	KindConnection   Kind = "connection id"
	KindEmail        Kind = "e-mail address"
	KindPhone        Kind = "phone number"
	KindWord         Kind = "word" // maybe part of something, a slug or an external id
	KindText         Kind = "text" // several words
)

var (
	idShape    = regexp.MustCompile(`^([a-z]+(?:-[a-z]+)*)-(?:test|live)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
	phoneShape = regexp.MustCompile(`^\+[0-9]{3,15}$`)
	wordShape  = regexp.MustCompile(`^[A-Za-z0-9._~|-]{1,128}$`) // of a slug or an external id
)

// Classify says what text seems to be. Space around it does not count.
func Classify(text string) Kind {
	text = strings.TrimSpace(text)
	if id := idShape.FindStringSubmatch(text); id != nil {
		switch {
		case id[1] == "organization":
			return KindOrganization
		case id[1] == "member":
			return KindMember
		case strings.HasSuffix(id[1], "connection"):
			return KindConnection
		}
	}
	switch {
	case text == "":
		return KindNothing
	case b2b.IsEmail(text):
		return KindEmail
	case phoneShape.MatchString(plainPhone(text)):
		return KindPhone
	case strings.ContainsAny(text, " \t\n"):
		return KindText
	}
	return KindWord
}

// plainPhone is text without what people put between digits.
func plainPhone(text string) string {
	return strings.NewReplacer(" ", "", "-", "", "(", "", ")", "", ".", "").Replace(text)
}

// OrganizationQuery is the search for organizations that text and the other
// conditions ask for. Text that is too short to search for is a *QueryError;
// nothing asks for everything.
func OrganizationQuery(text string, and ...b2b.SearchOperand) (*b2b.SearchQuery, error) {
	text = strings.TrimSpace(text)
	switch Classify(text) {
	case KindNothing:
		return And(and...), nil
	case KindOrganization:
		return And(append(and, Filter(b2b.FilterOrganizationIDs, []string{text}))...), nil
	case KindConnection:
		return And(append(and, Filter(b2b.FilterSSOConnectionID, text))...), nil
	}
	fuzzy := b2b.FilterOrganizationNameFuzzy
	if strings.Contains(text, "@") {
		fuzzy = b2b.FilterMemberEmailFuzzy
	}
	name := Filter(fuzzy, text)
	if err := checkQuery(And(name), b2b.OrganizationFilters); err != nil {
		return nil, err
	}
	if len(and) == 0 && fuzzy == b2b.FilterOrganizationNameFuzzy && wordShape.MatchString(text) {
		return Or(name, Filter(b2b.FilterOrganizationSlugFuzzy, text)), nil
	}
	return And(append(and, name)...), nil
}

// MemberQuery is the search for members that text and the other conditions ask
// for. The API finds them by e-mail, phone number, member id or external id, not
// by name; of several words each has to be part of the e-mail. Text that is too
// short to search for is a *QueryError; nothing asks for everybody.
func MemberQuery(text string, and ...b2b.SearchOperand) (*b2b.SearchQuery, error) {
	text = strings.TrimSpace(text)
	var conditions []b2b.SearchOperand
	switch Classify(text) {
	case KindNothing:
	case KindMember:
		conditions = append(conditions, Filter(b2b.FilterMemberIDs, []string{text}))
	case KindPhone:
		conditions = append(conditions, Filter(b2b.FilterMemberMFAPhoneNumberFuzzy, plainPhone(text)))
	case KindText:
		conditions = wordsOfEmail(text)
	default:
		conditions = append(conditions, Filter(b2b.FilterMemberEmailFuzzy, text))
	}
	if err := checkQuery(And(conditions...), b2b.MemberFilters); err != nil {
		return nil, err
	}
	if len(and) == 0 && Classify(text) == KindWord && wordShape.MatchString(text) {
		return Or(append(conditions, Filter(b2b.FilterMemberIDs, []string{text}))...), nil
	}
	return And(append(and, conditions...)...), nil
}

// wordsOfEmail looks for each word that is long enough; if none is, for the
// first, so that the search is refused as too short.
func wordsOfEmail(text string) []b2b.SearchOperand {
	var conditions []b2b.SearchOperand
	all := strings.Fields(text)
	for _, word := range all {
		if f, _ := b2b.LookupFilter(b2b.MemberFilters, b2b.FilterMemberEmailFuzzy); utf8.RuneCountInString(word) >= f.FuzzyMin {
			conditions = append(conditions, Filter(b2b.FilterMemberEmailFuzzy, word))
		}
	}
	if len(conditions) == 0 {
		conditions = append(conditions, Filter(b2b.FilterMemberEmailFuzzy, all[0]))
	}
	return conditions
}

// Lookup searches for organizations by one typed or pasted text: an id, a slug,
// an external id, a member's e-mail, an SSO connection, or part of a name. The
// search has no filter for external ids, so a word that it does not find is asked
// for by itself: GET /v1/b2b/organizations/{organization_id}. The query of search
// is replaced.
func (s *OrganizationsService) Lookup(ctx context.Context, text string, search b2b.SearchOrganizations, and ...b2b.SearchOperand) (*Page[b2b.Organization], error) {
	text = strings.TrimSpace(text)
	query, err := OrganizationQuery(text, and...)
	if err != nil {
		return nil, &CallError{Endpoint: b2b.OrganizationsSearch, Host: hostOf(s.client.origin), Err: err}
	}
	search.Query = query
	page, err := s.Search(ctx, search)
	if err != nil || len(page.Items) > 0 || len(and) > 0 || Classify(text) != KindWord || !wordShape.MatchString(text) {
		return page, err
	}
	org, err := s.Get(ctx, text)
	if IsNotFound(err) {
		return page, nil
	}
	if err != nil {
		return nil, err
	}
	return &Page[b2b.Organization]{Items: []b2b.Organization{org}, Total: 1}, nil
}
