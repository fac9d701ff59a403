package sandbox

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// The endpoints under /v1/public/{project_id}/oauth2/ speak OAuth 2.0: they take
// forms, need no project credentials and refuse with errors of their own shape.

// The errors of RFC 6749 that the contract has no name for.
const (
	oauthInvalidRequest   = "invalid_request"
	oauthInvalidGrant     = "invalid_grant"
	oauthUnsupportedGrant = "unsupported_grant_type"
	oauthServerError      = "server_error"
)

// isOAuth2 tells the paths that speak OAuth 2.0.
func isOAuth2(path string) bool {
	rest, ok := strings.CutPrefix(path, "/v1/public/")
	_, rest, _ = strings.Cut(rest, "/")
	return ok && strings.HasPrefix(rest, "oauth2/")
}

// oauth2Error is the object OAuth2Error of the contract.
func oauth2Error(r *http.Request, p *problem) b2b.OAuth2Error {
	kind := p.kind
	switch kind {
	case b2b.ErrBadRequest:
		kind = oauthInvalidRequest
	case b2b.ErrInternalServerError:
		kind = oauthServerError
	}
	return b2b.OAuth2Error{StatusCode: p.status, RequestID: requestID(r), Error: kind, ErrorDescription: p.message}
}

// readForm returns the fields of a form, as JSON texts. Some SDKs say that it is
// JSON, and some send JSON: what the text looks like decides.
func readForm(r *http.Request) (fields, error) {
	text, err := readText(r)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(text, []byte("{")) {
		return parseBody(text)
	}
	values, err := url.ParseQuery(string(text))
	if err != nil {
		return nil, refuse(b2b.ErrBadRequest, "the body is not a form")
	}
	sent := fields{}
	for name := range values {
		if len(values[name]) > 1 {
			return nil, refuse(b2b.ErrBadRequest, "%s: came more than once", name)
		}
		sent[name] = quoted(values.Get(name))
	}
	return sent, nil
}

// ownProject refuses the paths of other projects.
func (s *Server) ownProject(c *call) error {
	if c.path["project_id"] != s.projectID {
		return refuse(b2b.ErrProjectNotFound)
	}
	return nil
}

// isOf reports whether hash is that of secret; one that is nil is of none.
func (v *vault) isOf(hash []byte, secret, owner string) bool {
	return hash != nil && sameText(string(hash), string(v.hashSecret(secret, owner)))
}
