package sandbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"unicode/utf8"

	"github.com/go-chi/chi/v5"

	"example.com/orgdeck/api/b2b"
)

// fields are the members of a request that the contract knows, and that are not
// null, by name.
type fields map[string]json.RawMessage

// has reports whether the request has a field, whatever its value.
func (f fields) has(name string) bool { _, ok := f[name]; return ok }

// any reports whether the request has one of the fields.
func (f fields) any(names ...string) bool {
	for _, name := range names {
		if f.has(name) {
			return true
		}
	}
	return false
}

// hasAll reports whether every one of the fields says something.
func (f fields) hasAll(names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !f.has(name) || string(f[name]) == `""` })
}

// text is the value of a string field; "" when it is none.
func (f fields) text(name string) string {
	var s string
	if json.Unmarshal(f[name], &s) != nil {
		return ""
	}
	return s
}

// read takes path, query and body of r apart; body is a pointer to what the
// endpoint takes. Unknown members are ignored, and null is the same as absent.
func (c *call) read(r *http.Request, body any) error {
	c.path = map[string]string{}
	for _, p := range c.endpoint.PathParams {
		value, err := url.PathUnescape(chi.URLParam(r, p.Name))
		if err != nil || !utf8.ValidString(value) {
			return refuse(b2b.ErrBadRequest, "%s: not a valid path segment", p.Name)
		}
		c.path[p.Name] = value
	}
	sent, err := c.readSent(r)
	if err != nil {
		return err
	}
	c.sent = fields{}
	if len(c.endpoint.Query) > 0 {
		return c.readQuery(r.URL.Query(), body)
	}
	for _, f := range c.endpoint.Request {
		if raw, ok := sent[f.Name]; ok && !bytes.Equal(raw, []byte("null")) {
			c.sent[f.Name] = raw
		}
	}
	return c.fill(body)
}

// readSent reads the body as the endpoint wants it.
func (c *call) readSent(r *http.Request) (fields, error) {
	if c.endpoint.ContentType != "" {
		return readForm(r)
	}
	return readBody(r)
}

// readBody returns the members of a JSON object; no body is an empty one.
func readBody(r *http.Request) (fields, error) {
	text, err := readText(r)
	if err != nil {
		return nil, err
	}
	return parseBody(text)
}

// readText reads a body that is UTF-8 and not too long.
func readText(r *http.Request) ([]byte, error) {
	text, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, maxBody))
	if _, tooLong := errors.AsType[*http.MaxBytesError](err); tooLong {
		p := refuse(b2b.ErrBadRequest, "the body is longer than %d bytes", maxBody)
		p.status = http.StatusRequestEntityTooLarge
		return nil, p
	}
	if err != nil {
		return nil, refuse(b2b.ErrBadRequest, "the body ended too soon")
	}
	if !utf8.Valid(text) {
		return nil, refuse(b2b.ErrBadRequest, "the body is not UTF-8")
	}
	return bytes.TrimSpace(text), nil
}

func parseBody(text []byte) (fields, error) {
	if len(text) == 0 {
		return nil, nil
	}
	var sent fields
	if err := json.Unmarshal(text, &sent); err != nil {
		return nil, refuse(b2b.ErrBadRequest, "the body is not a JSON object")
	}
	return sent, nil
}

// readQuery reads the query of a GET into the fields of body, a pointer to a
// struct of texts and pointers. An empty value is the same as none.
func (c *call) readQuery(query url.Values, body any) error {
	v := reflect.ValueOf(body).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("query")
		text := query.Get(name)
		if name == "" || text == "" {
			continue
		}
		if v.Field(i).Kind() == reflect.String {
			v.Field(i).SetString(text)
			c.sent[name] = quoted(text)
			continue
		}
		value := reflect.New(v.Field(i).Type().Elem())
		raw := json.RawMessage(text)
		switch into := value.Interface().(type) {
		case *string:
			*into, raw = text, quoted(text)
		case *bool, *int:
			if json.Unmarshal([]byte(text), into) != nil {
				return refuse(b2b.ErrBadRequest, "%s: cannot be %q", name, text)
			}
		}
		v.Field(i).Set(value)
		c.sent[name] = raw
	}
	return nil
}

// quoted is text as JSON.
func quoted(text string) json.RawMessage {
	raw, _ := json.Marshal(text) // a string always marshals
	return raw
}

// fill decodes the fields into body. Metadata that is no object is left out: it
// has an error type of its own, later.
func (c *call) fill(body any) error {
	text := []byte{'{'}
	for _, f := range c.endpoint.Request {
		raw, ok := c.sent[f.Name]
		if !ok || f.Type == "object" && raw[0] != '{' {
			continue
		}
		if len(text) > 1 {
			text = append(text, ',')
		}
		text = append(append(append(text, '"'), f.Name...), '"', ':')
		text = append(text, raw...)
	}
	err := json.Unmarshal(append(text, '}'), body)
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return refuse(b2b.ErrBadRequest, "%s: cannot be a %s", wrong.Field, wrong.Value)
	}
	if err != nil {
		return refuse(b2b.ErrBadRequest, "the body has a value of the wrong kind")
	}
	return nil
}
