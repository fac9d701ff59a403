package sandbox

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// scimPattern is below which directories speak SCIM to a connection: at its
// base_url. It matches ids of connections only, never other names of organizations.
const scimPattern = `/v1/b2b/scim/{connection_id:scim-connection-(?:test|live)-[0-9a-f-]{36}}/*`

// isSCIM reports whether a path, as it is escaped, is of the SCIM protocol: it is
// guarded by the connection's own token.
func isSCIM(path string) bool { return belowDirectory.MatchString(path) }

var belowDirectory = regexp.MustCompile(`^/v1/b2b/scim/scim-connection-(?:test|live)-[0-9a-f-]{36}/`)

// How many resources a page has.
const (
	defaultResources = 100
	maxResources     = 1000
)

// scimProblem is an answer that refuses a request, as SCIM has it.
type scimProblem struct {
	status       int
	kind, detail string // scimType and detail
}

// Error implements error.
func (p *scimProblem) Error() string { return p.kind + ": " + p.detail }

// refuseSCIM makes a scimProblem; detail is a format and its values.
func refuseSCIM(status int, kind, detail string, values ...any) error {
	return &scimProblem{status: status, kind: kind, detail: fmt.Sprintf(detail, values...)}
}

// directory is a request of the SCIM protocol, inside its transaction.
type directory struct {
	*call
	connection *store.Connection
	doc        *scimConnection
	base       string // the connection's base_url
	query      url.Values
	body       []byte
}

// scimAnswer is what a request of the SCIM protocol is answered with.
type scimAnswer struct {
	status   int
	location string
	body     any // nil for none
}

// scim answers a request of the SCIM protocol.
func (s *Server) scim(w http.ResponseWriter, r *http.Request) {
	d := &directory{call: &call{ctx: r.Context(), now: s.now().Truncate(time.Second).UTC()}, query: r.URL.Query()}
	var answer *scimAnswer
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		err = refuseSCIM(http.StatusRequestEntityTooLarge, "", "the body is longer than %d bytes, or ended too soon", maxBody)
	}
	d.body = body
	if err == nil {
		err = s.scimTransaction(r.Method)(r.Context(), func(tx *store.Tx) (err error) {
			d.tx = tx
			if err := s.openDirectory(r, d); err != nil {
				return err
			}
			answer, err = s.serveDirectory(r, d)
			return err
		})
	}
	if err != nil {
		s.failSCIM(w, r, err)
		return
	}
	if answer.location != "" {
		w.Header().Set("Location", answer.location)
	}
	writeSCIM(w, answer.status, answer.body)
}

func (s *Server) scimTransaction(method string) func(context.Context, func(*store.Tx) error) error {
	if method == http.MethodGet {
		return s.store.Read
	}
	return s.store.Write
}

// openDirectory finds the connection that the path names, and checks its token.
// Whoever has none cannot tell a connection that exists from one that does not.
func (s *Server) openDirectory(r *http.Request, d *directory) error {
	denied := refuseSCIM(http.StatusUnauthorized, "", "a bearer token of this connection is needed")
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	row, err := d.tx.Connection(chi.URLParam(r, "connection_id"))
	if err != nil {
		return err
	}
	if !ok || row == nil || row.Kind != store.ConnectionSCIM || row.Status != "active" {
		return denied
	}
	tokens, err := d.tx.SCIMTokens(row.ID)
	if err != nil {
		return err
	}
	hash := hashToken(token)
	valid := slices.ContainsFunc(tokens, func(k store.SCIMToken) bool {
		return subtle.ConstantTimeCompare(k.Hash, hash) == 1 && d.now.Unix() < k.ExpiresAt
	})
	if !valid {
		return denied
	}
	if d.org, err = d.tx.OrganizationBySeq(row.Organization); err != nil {
		return err
	}
	d.connection, d.doc = row, &scimConnection{}
	if err := s.openConnection(d.call, row, d.doc); err != nil {
		return err
	}
	d.base = d.doc.BaseURL
	return nil
}

// serveDirectory hands the request to its resource.
func (s *Server) serveDirectory(r *http.Request, d *directory) (*scimAnswer, error) {
	kind, id, deep := strings.Cut(chi.URLParam(r, "*"), "/")
	id, err := url.PathUnescape(id)
	if err != nil || deep && (id == "" || strings.Contains(id, "/")) {
		return nil, refuseSCIM(http.StatusNotFound, "", "there is no %s", r.URL.Path)
	}
	switch {
	case kind == "Users":
		return s.serveUsers(r.Method, id, d)
	case kind == "Groups":
		return s.serveGroups(r.Method, id, d)
	case r.Method != http.MethodGet && d.describes(kind):
		return nil, wrongMethod(r.Method)
	case kind == "ServiceProviderConfig" && id == "":
		return &scimAnswer{status: http.StatusOK, body: serviceProviderConfig(d.base)}, nil
	case kind == "Schemas":
		return described(schemas(d.base), id)
	case kind == "ResourceTypes":
		return described(resourceTypes(d.base), id)
	}
	return nil, refuseSCIM(http.StatusNotFound, "", "there is no %s", r.URL.Path)
}

// describes reports whether a resource tells about the server.
func (d *directory) describes(kind string) bool {
	return kind == "ServiceProviderConfig" || kind == "Schemas" || kind == "ResourceTypes"
}

func wrongMethod(method string) error {
	return refuseSCIM(http.StatusMethodNotAllowed, "", "%s does not go here", method)
}

// described answers with the one of all that has the id, or with all.
func described(all []map[string]any, id string) (*scimAnswer, error) {
	if id == "" {
		return &scimAnswer{status: http.StatusOK, body: listOf(all, len(all), 1)}, nil
	}
	for _, one := range all {
		if one["id"] == id {
			return &scimAnswer{status: http.StatusOK, body: one}, nil
		}
	}
	return nil, refuseSCIM(http.StatusNotFound, "", "there is no %s", id)
}

// listOf is a page of resources, the first of which is number start.
func listOf(resources []map[string]any, total, start int) map[string]any {
	if resources == nil {
		resources = []map[string]any{}
	}
	return map[string]any{
		"schemas": []string{scimListMessage}, "totalResults": total, "startIndex": start, "itemsPerPage": len(resources), "Resources": resources,
	}
}

// window is which part of a list a request asks for.
func (d *directory) window() (start, count int, err error) {
	start, count = 1, defaultResources
	for name, into := range map[string]*int{"startIndex": &start, "count": &count} {
		text := d.query.Get(name)
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			return 0, 0, refuseSCIM(http.StatusBadRequest, "invalidValue", "%s: %q is no number", name, text)
		}
		*into = n
	}
	return max(start, 1), min(max(count, 0), maxResources), nil
}

// filter is that of the request; nil when it has none.
func (d *directory) filter() (scimFilter, error) {
	text := d.query.Get("filter")
	if text == "" {
		return nil, nil
	}
	return parseSCIMFilter(text)
}

// object is the body, which must be one JSON object.
func (d *directory) object() (map[string]any, error) {
	var object map[string]any
	if err := json.Unmarshal(d.body, &object); err != nil || object == nil {
		return nil, refuseSCIM(http.StatusBadRequest, "invalidSyntax", "the body is not a JSON object")
	}
	return object, nil
}

// shaped is a resource with the attributes that the request wants.
func (d *directory) shaped(resource map[string]any) map[string]any {
	always := func(name string) bool { return name == "schemas" || name == "id" }
	if wanted := attributeNames(d.query.Get("attributes")); wanted != nil {
		for name := range resource {
			if !always(name) && !slices.Contains(wanted, strings.ToLower(name)) {
				delete(resource, name)
			}
		}
		return resource
	}
	for _, unwanted := range attributeNames(d.query.Get("excludedAttributes")) {
		if key := keyOf(resource, unwanted); !always(key) {
			delete(resource, key)
		}
	}
	return resource
}

// attributeNames reads a list of attributes, of which only the first part counts.
func attributeNames(text string) []string {
	var names []string
	for name := range strings.SplitSeq(text, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "" {
			continue
		}
		if urn := knownSchema(name); urn != "" {
			names = append(names, strings.ToLower(urn))
			continue
		}
		if i := strings.LastIndexByte(name, ':'); i >= 0 {
			if urn := name[:i]; isExtension(knownSchema(urn)) {
				names = append(names, urn)
				continue
			}
			name = name[i+1:]
		}
		name, _, _ = strings.Cut(name, ".")
		names = append(names, name)
	}
	return names
}

// failSCIM answers with err. A problem of the API becomes one of SCIM.
func (s *Server) failSCIM(w http.ResponseWriter, r *http.Request, err error) {
	p, ok := errors.AsType[*scimProblem](err)
	if !ok {
		p = s.scimProblemOf(r, err)
	}
	if p.status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", "Bearer")
	}
	body := map[string]any{"schemas": []string{scimErrorMessage}, "status": strconv.Itoa(p.status), "detail": p.detail}
	if p.kind != "" {
		body["scimType"] = p.kind
	}
	writeSCIM(w, p.status, body)
}

func (s *Server) scimProblemOf(r *http.Request, err error) *scimProblem {
	known, ok := errors.AsType[*problem](err)
	if !ok {
		known = s.fault(r, err)
	}
	p := &scimProblem{status: known.status, detail: known.Error()}
	switch known.kind {
	case b2b.ErrDuplicateMemberEmail, b2b.ErrRetiredMemberEmail, b2b.ErrDesiredEmailDeactivatedByDifferentMember, b2b.ErrDesiredEmailUpdatingForDifferentMember:
		p.status, p.kind = http.StatusConflict, "uniqueness"
	default:
		if p.status == http.StatusBadRequest {
			p.kind = "invalidValue"
		}
	}
	return p
}

// writeSCIM sends v; nil is no body.
func writeSCIM(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/scim+json")
	w.WriteHeader(status)
	if v == nil {
		return
	}
	body, err := json.Marshal(v)
	if err == nil { // of maps that were JSON before
		_, _ = w.Write(append(body, '\n'))
	}
}
