package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestReadOnly_letsOnlyReadsOut(t *testing.T) {
	for id, call := range calls(client(t, answering("{}"))) {
		_ = call
		t.Run(id, func(t *testing.T) {
			s := answering(`{"status_code":200}`)
			c := client(t, s, api.WithReadOnly())
			err := calls(c)[id](t.Context())
			var e *b2b.Endpoint
			for _, candidate := range b2b.Endpoints {
				if candidate.ID() == id {
					e = candidate
				}
			}
			reads := e.Method == http.MethodGet || e.Operation == "search" || e.Operation == "strength_check" || id == "discovery.organizations.list" ||
				id == "idp.introspect_token_network" || id == "idp.oauth.authorize_start"
			if reads && (err != nil || len(s.requests) != 1) {
				t.Errorf("a read was refused: %v", err)
			}
			if !reads && (!api.IsReadOnly(err) || len(s.requests) != 0) {
				t.Errorf("a write left: %v, %+v", err, s.requests)
			}
		})
	}
}

func TestReadOnly_refusesBeforeTheGuardReads(t *testing.T) {
	s := answering(found)
	c := client(t, s, api.WithReadOnly())
	_, err := c.Organizations.Update(acme, b2b.UpdateOrganization{OrganizationName: api.Ptr("New")}).Do(t.Context())
	if !api.IsReadOnly(err) || len(s.requests) != 0 {
		t.Errorf("%v, %d requests", err, len(s.requests))
	}
}

func TestAnswersThatCannotBeUsed(t *testing.T) {
	for name, tt := range map[string]struct {
		header http.Header
		body   string
		want   api.Problem
	}{
		"HTML":           {http.Header{"Content-Type": {"text/html"}}, "<html>", api.NotJSON},
		"half JSON":      {nil, `{"organization":`, api.NotJSON},
		"nothing":        {nil, "", api.Empty},
		"another shape":  {nil, `{"organization":[]}`, api.BadShape},
		"11 MiB of JSON": {nil, `"` + strings.Repeat("x", 11<<20) + `"`, api.TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			h := tt.header
			if h == nil {
				h = http.Header{}
			}
			h.Set("X-Request-ID", "request-id-test-7")
			c, _ := trying(t, func(int) (*http.Response, error) { return reply(200, h, tt.body), nil })
			_, err := c.Organizations.Get(t.Context(), "o")
			e, ok := asError[*api.AnswerError](err)
			if !ok || e.Problem != tt.want || e.StatusCode != http.StatusOK || api.RequestID(err) != "request-id-test-7" {
				t.Fatalf("%#v", err)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	for name, tt := range map[string]struct {
		status int
		body   string
		want   api.Error
	}{
		"as the API refuses": {404, `{"status_code":404,"request_id":"r1","error_type":"organization_not_found","error_message":"None.","error_url":"https://x"}`,
			api.Error{StatusCode: 404, RequestID: "r1", Type: "organization_not_found", Message: "None.", URL: "https://x"}},
		"as OAuth refuses":                  {400, `{"error":"invalid_grant","error_description":"No."}`, api.Error{StatusCode: 400, RequestID: "h1", Type: "invalid_grant", Message: "No."}},
		"HTML":                              {500, `<html>`, api.Error{StatusCode: 500, RequestID: "h1"}},
		"nothing":                           {401, ``, api.Error{StatusCode: 401, RequestID: "h1"}},
		"a redirect":                        {302, ``, api.Error{StatusCode: 302, RequestID: "h1"}},
		"another JSON":                      {403, `[1]`, api.Error{StatusCode: 403, RequestID: "h1"}},
		"a status in the body that differs": {409, `{"status_code":200}`, api.Error{StatusCode: 409, RequestID: "h1"}},
	} {
		t.Run(name, func(t *testing.T) {
			c, attempts := trying(t, func(int) (*http.Response, error) {
				return reply(tt.status, http.Header{"X-Request-Id": {"h1"}}, tt.body), nil
			})
			_, err := c.Organizations.Get(t.Context(), "o")
			e, ok := asError[*api.Error](err)
			if !ok || *e != tt.want || attempts.Load() != 1 {
				t.Errorf("got %+v", e)
			}
			if api.IsNotFound(err) != (tt.status == 404) || api.IsUnauthorized(err) != (tt.status == 401) || api.IsForbidden(err) != (tt.status == 403) {
				t.Error("the wrong kind of error")
			}
		})
	}
}

func TestRaw(t *testing.T) {
	s := &server{reply: func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/gone") {
			w.WriteHeader(http.StatusNotFound)
		}
		_, _ = fmt.Fprint(w, `{"request_id":"r","secret":"shown"}`)
	}}
	var log api.Log
	c := client(t, s, api.WithObserver(log.Add))
	a, err := c.Raw(t.Context(), "DELETE", "/v1/b2b/organizations/o/members/passwords/p?x=1", nil)
	if err != nil || string(a.Body) != `{"request_id":"r","secret":"shown"}` || a.RequestID != "r" {
		t.Fatal(a, err)
	}
	if x := log.Exchanges()[0]; x.EndpointID != "organizations.members.delete_password" || s.requests[0].Query != "x=1" {
		t.Errorf("%+v", x)
	}
	if a, err = c.Raw(t.Context(), "GET", "/v1/b2b/organizations/gone", nil); !api.IsNotFound(err) || a.StatusCode != http.StatusNotFound {
		t.Error(a, err)
	}
	if _, err = c.Raw(t.Context(), "GET", "//evil.example/", nil); err == nil {
		t.Error("a path that is an address was taken")
	}
	if _, err = client(t, s, api.WithReadOnly()).Raw(t.Context(), "POST", "/v1/b2b/organizations", []byte("{}")); !api.IsReadOnly(err) {
		t.Error(err)
	}
	if _, err = client(t, s, api.WithReadOnly()).Raw(t.Context(), "POST", "/v1/b2b/organizations/search", []byte("{}")); err != nil {
		t.Error("a search was refused:", err)
	}
}
