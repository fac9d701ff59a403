package api

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// call sends in, a request of the contract or nil, to e and decodes the answer
// into a new T. The args fill the parameters of the path. Every failure comes as
// a *CallError.
func call[T any](ctx context.Context, c *Client, e b2b.Endpoint, in any, args ...string) (*T, error) {
	v, _, err := answered[T](ctx, c, e, in, args...)
	return v, err
}

// answered is call, and the id that the server gave the request.
func answered[T any](ctx context.Context, c *Client, e b2b.Endpoint, in any, args ...string) (v *T, requestID string, err error) {
	a, err := c.callPath(ctx, e, in, args)
	if err == nil {
		v, err = decode[T](a)
	}
	if err != nil {
		return nil, RequestID(err), &CallError{Endpoint: e, Host: hostOf(c.origin), Err: c.noted(e, in, err)}
	}
	if c.names != nil {
		c.names.meet(v)
	}
	return v, a.requestID(), nil
}

func (c *Client) callPath(ctx context.Context, e b2b.Endpoint, in any, args []string) (*answer, error) {
	path, err := pathOf(e, in, args)
	if err != nil {
		return nil, err
	}
	body, err := bodyOf(e, in)
	if err != nil {
		return nil, err
	}
	return c.send(ctx, e, path, body)
}

// send checks that e may be called, and calls it.
func (c *Client) send(ctx context.Context, e b2b.Endpoint, path string, body []byte) (*answer, error) {
	if c.readOnly && !isRead(e) {
		return nil, &ReadOnlyError{Method: e.Method, Path: path}
	}
	if c.actor != nil {
		if err := c.actor.admit(e, path, body); err != nil {
			return nil, err
		}
	}
	header := http.Header{"Accept": {"application/json"}, "User-Agent": {"orgdeck"}}
	if body != nil {
		header.Set("Content-Type", cmp.Or(e.ContentType, "application/json"))
	}
	if e.ContentType == "" { // the others are OAuth 2.0, where the body says who asks
		c.authorize(header, e)
	}
	return c.sender.send(ctx, &request{endpoint: e, origin: c.origin, path: path, header: header, body: body})
}

// isRead reports whether e changes nothing, so that it may be asked again and
// asked by a read-only client.
func isRead(e b2b.Endpoint) bool {
	return e.Method == http.MethodGet || e.Operation == b2b.OrganizationsSearch.Operation ||
		e.ID() == b2b.IDPIntrospectTokenNetwork.ID() || e.ID() == b2b.IDPOAuthAuthorizeStart.ID() ||
		e.ID() == b2b.PasswordsStrengthCheck.ID() || e.ID() == b2b.DiscoveryOrganizationsList.ID()
}

// pathOf is the path and query of a request.
func pathOf(e b2b.Endpoint, in any, args []string) (string, error) {
	for i, p := range e.PathParams {
		if i >= len(args) || args[i] == "" || args[i] == "." || args[i] == ".." {
			return "", &ArgumentError{Name: p.Name}
		}
	}
	path := e.URL(args...)
	if query := queryOf(in).Encode(); query != "" {
		path += "?" + query
	}
	return path, nil
}

// queryOf holds the members of in that have a query tag and a value.
func queryOf(in any) url.Values {
	values := url.Values{}
	v := reflect.Indirect(reflect.ValueOf(in))
	if v.Kind() != reflect.Struct {
		return values
	}
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("query")
		f := v.Field(i)
		if name == "" || f.IsZero() {
			continue
		}
		values.Set(name, fmt.Sprint(reflect.Indirect(f).Interface()))
	}
	return values
}

// bodyOf is the JSON text that goes to e: nil where it takes none.
func bodyOf(e b2b.Endpoint, in any) ([]byte, error) {
	if e.Method == http.MethodGet || e.Method == http.MethodDelete {
		return nil, nil
	}
	if in == nil {
		return []byte("{}"), nil
	}
	body, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("encode request: %w", err)
	}
	return body, nil
}

// wireBody is a body as it travels: some endpoints take a form. What is no object
// of JSON is sent as it is.
func wireBody(e b2b.Endpoint, body []byte) []byte {
	var members map[string]any
	if e.ContentType == "" || json.Unmarshal(body, &members) != nil {
		return body
	}
	form := url.Values{}
	for name, value := range members {
		form.Set(name, fmt.Sprint(value))
	}
	return []byte(form.Encode())
}

// decode turns an answer into a T, or into the error that it is.
func decode[T any](a *answer) (*T, error) {
	if a.status/100 != 2 {
		return nil, a.refusal()
	}
	if problem := a.problem(); problem != "" {
		return nil, a.unusable(problem, nil)
	}
	v := new(T)
	err := json.Unmarshal(a.body, v)
	if err == nil {
		return v, nil
	}
	if _, broken := errors.AsType[*json.SyntaxError](err); broken {
		return nil, a.unusable(NotJSON, err)
	}
	return nil, a.unusable(BadShape, err)
}

// problem is what can be seen of a body without reading all of it.
func (a *answer) problem() Problem {
	body := bytes.TrimSpace(a.body)
	switch {
	case len(body) == 0:
		return Empty
	case body[0] == '<' || strings.Contains(a.header.Get("Content-Type"), "html"):
		return NotJSON
	}
	return ""
}

func (a *answer) unusable(p Problem, err error) error {
	return &AnswerError{StatusCode: a.status, RequestID: a.requestID(), Problem: p, Err: err}
}

// refusal is the error of an answer other than success, whatever its body is.
func (a *answer) refusal() *Error {
	var body struct {
		RequestID string `json:"request_id"`
		Type      string `json:"error_type"`
		Message   string `json:"error_message"`
		URL       string `json:"error_url"`
		OAuth     string `json:"error"`
		OAuthText string `json:"error_description"`
	}
	_ = json.Unmarshal(a.body, &body) // what is not JSON still has a status
	e := &Error{StatusCode: a.status, RequestID: body.RequestID, Type: body.Type, Message: body.Message, URL: body.URL}
	if e.Type == "" {
		e.Type, e.Message = body.OAuth, body.OAuthText
	}
	if e.RequestID == "" {
		e.RequestID = a.header.Get("X-Request-ID")
	}
	e.RetryAfter, _ = retryAfter(a.header)
	return e
}

// requestID is the id that the server gave the request: a member of the body,
// usually the first one, or a header.
func (a *answer) requestID() string {
	dec := json.NewDecoder(bytes.NewReader(a.body))
	if start, err := dec.Token(); err != nil || start != json.Delim('{') {
		return a.header.Get("X-Request-ID")
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			break
		}
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			break
		}
		if name != "request_id" {
			continue
		}
		if id, ok := decoded(value).(string); ok {
			return id
		}
	}
	return a.header.Get("X-Request-ID")
}
