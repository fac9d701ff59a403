package sandbox_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// overTheWire sends text as it is over a connection of its own to a served sandbox and
// returns the answer.
func overTheWire(t *testing.T, h http.Handler, text string) (*http.Response, string) {
	t.Helper()
	web := httptest.NewServer(h)
	defer web.Close()
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", web.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return answer, string(body)
}

// credentialsLine is the header that every request to the API needs.
func credentialsLine() string {
	r := httptest.NewRequest(http.MethodGet, "/", http.NoBody)
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	return "Authorization: " + r.Header.Get("Authorization") + "\r\n"
}

func TestOddPathsOnTheWireAreRefusedInTheAPIsShape(t *testing.T) {
	s := openServer(t, sandbox.Memory)
	ask(t, s, http.MethodPost, "/v1/b2b/organizations", `{"organization_name":"Acme"}`).want(t, "create", 200, "")
	for path, want := range map[string]struct {
		status int
		kind   string
	}{
		"/v1/b2b/organizations/%2F":                                 {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/acme%2Fmembers":                      {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/%00":                                 {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/acme%00":                             {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/..":                                  {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/%2e%2e":                              {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/acme;x=1":                            {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/acme%3Fx":                            {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/acme%250d":                           {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/%ff%fe":                              {400, b2b.ErrBadRequest},
		"/v1/b2b/organizations/acme/../acme":                        {404, b2b.ErrRouteNotFound},
		"/v1/b2b/organizations//acme":                               {404, b2b.ErrRouteNotFound},
		"//v1/b2b/organizations/acme":                               {404, b2b.ErrRouteNotFound},
		"/v1/b2b/Organizations/acme":                                {404, b2b.ErrRouteNotFound},
		"/v1%2Fb2b%2Forganizations%2Facme":                          {404, b2b.ErrRouteNotFound},
		"/v1/public/../b2b/organizations/acme":                      {404, b2b.ErrRouteNotFound},
		"/v1/b2b/organizations/acme/members/%00":                    {405, b2b.ErrMethodNotAllowed},
		"/v1/b2b/organizations/acme/member?email_address=%zz":       {400, b2b.ErrInvalidMemberGetFields},
		"/v1/b2b/organizations/acme/member?member_id=%00":           {404, b2b.ErrMemberNotFound},
		"/v1/b2b/organizations/acme/member?email_address=a;b@x.y":   {400, b2b.ErrInvalidMemberGetFields},
		"/v1/b2b/organizations/" + strings.Repeat("a", 16_000):      {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/" + strings.Repeat("%61%2F", 2_000):  {404, b2b.ErrOrganizationNotFound},
		"/v1/b2b/organizations/acme?" + strings.Repeat("x=1&", 900): {200, ""},
	} {
		answer, body := overTheWire(t, s, "GET "+path+" HTTP/1.1\r\nHost: sandbox\r\n"+credentialsLine()+"Connection: close\r\n\r\n")
		if answer.StatusCode != want.status || want.kind != "" && !strings.Contains(body, `"error_type":"`+want.kind+`"`) {
			t.Errorf("%.80s: got %d %.200s, want %d %s", path, answer.StatusCode, body, want.status, want.kind)
		}
	}
}

func TestEveryWayInBoundsItsBody(t *testing.T) {
	p := newProvisioner(t)
	long := strings.Repeat(" ", 1<<20) + "{}"
	for _, path := range []string{"POST /v1/b2b/organizations", "PUT /sandbox/v1/clock", "PUT /sandbox/v1/faults", "PUT /sandbox/v1/rbac_policy", "PUT /sandbox/v1/trusted_token_profiles"} {
		method, path, _ := strings.Cut(path, " ")
		ask(t, p.server, method, path, long).want(t, path, 413, b2b.ErrBadRequest)
	}
	ask(t, p.server, http.MethodPost, oauthPath+"token", long).oauthError(t, "form", 413, "invalid_request")
	p.scim(http.MethodPost, "Users", long, 413)
}

func TestDeepDocumentsAreNoFault(t *testing.T) {
	p := newProvisioner(t)
	for depth, kinds := range map[int][2]string{
		4_000:   {b2b.ErrMetadataTooLarge, b2b.ErrOrganizationSearchMissingFilterName}, // can be read
		200_000: {b2b.ErrBadRequest, b2b.ErrBadRequest},
	} {
		deep := strings.Repeat(`{"a":[`, depth/2) + strings.Repeat(`]}`, depth/2)
		ask(t, p.server, http.MethodPost, "/v1/b2b/organizations", `{"organization_name":"A","trusted_metadata":`+deep+`}`).want(t, "metadata", 400, kinds[0])
		ask(t, p.server, http.MethodPost, "/v1/b2b/organizations/search", `{"query":{"operator":"AND","operands":[`+deep+`]}}`).want(t, "search", 400, kinds[1])
		ask(t, p.server, http.MethodPut, "/sandbox/v1/state", deep).want(t, "state", 400, b2b.ErrBadRequest)
	}
	p.scim(http.MethodPost, "Users", `{"userName":"x@acme-robotics.example","name":`+strings.Repeat("[", 20_000)+strings.Repeat("]", 20_000)+`}`, 400)
	filter := strings.Repeat("(", 50_000) + "userName pr" + strings.Repeat(")", 50_000)
	p.scim(http.MethodGet, "Users?filter="+url.QueryEscape(filter), "", 400)
}

func TestAddressesInAnswersAreThoseOfTheHostThatWasAskedOrThePublicOne(t *testing.T) {
	addresses := func(public string) (saml, scim string) {
		s, err := sandbox.Open(t.Context(), sandbox.Options{PublicURL: public})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		proxied := func(r *http.Request) {
			r.Host = "auth.test:8080"
			r.Header.Set("X-Forwarded-Proto", "https")
			r.Header.Set("X-Forwarded-Host", "evil.example")
			r.Header.Set("Forwarded", "host=evil.example;proto=https")
		}
		ask(t, s, http.MethodPost, "/v1/b2b/organizations", `{"organization_name":"Acme"}`, proxied)
		made := ask(t, s, http.MethodPost, "/v1/b2b/sso/saml/acme", `{"display_name":"Okta"}`, proxied)
		return made.text("connection", "acs_url"), ask(t, s, http.MethodPost, "/v1/b2b/scim/acme/connection", `{}`, proxied).text("connection", "base_url")
	}
	for public, origin := range map[string]string{"": "http://auth.test:8080", "https://stytch.test/": "https://stytch.test"} {
		saml, scim := addresses(public)
		if !strings.HasPrefix(saml, origin+"/v1/b2b/sso/callback/saml-connection-test-") || !strings.HasPrefix(scim, origin+"/v1/b2b/scim/scim-connection-test-") {
			t.Errorf("with %q: %s and %s", public, saml, scim)
		}
	}
}

func TestAddressesToGoToCannotBringHeaders(t *testing.T) {
	b := newBrowsable(t)
	for _, evil := range []string{"http://localhost:3000/%0d%0aSet-Cookie:+a=b", "http://localhost:3000/\r\nSet-Cookie: a=b", "http://localhost:3000/?x=\nSet-Cookie: a=b", "http://local\thost/", "http://localhost:3000/#%0aSet-Cookie:a=b"} {
		path := "/v1/b2b/public/oauth/google/discovery/start?" + publicToken + "&discovery_redirect_url=" + url.QueryEscape(evil)
		answer, _ := overTheWire(t, b.server, "GET "+path+" HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n")
		if answer.StatusCode >= 500 || answer.Header.Get("Set-Cookie") != "" || strings.ContainsAny(answer.Header.Get("Location"), "\r\n") {
			t.Errorf("%q: %s with %v", evil, answer.Status, answer.Header)
		}
	}
	mail := `{"email_address":"ada@acme-robotics.example","discovery_redirect_url":"http://localhost/\r\nSet-Cookie: a=b"}`
	ask(t, b.server, http.MethodPost, b2b.MagicLinksEmailDiscoverySend.Path, mail).want(t, "mail", 400, b2b.ErrInvalidDiscoveryRedirectURL)
}

// pipes is a listener whose connections are in memory, so that the time of a test
// passes for them too.
type pipes struct {
	connections chan net.Conn
	closed      chan struct{}
	once        sync.Once
}

func newPipes() *pipes { return &pipes{connections: make(chan net.Conn), closed: make(chan struct{})} }

// Accept implements net.Listener.
func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.connections:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

// Close implements net.Listener.
func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

// Addr implements net.Listener.
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

func (p *pipes) dial() net.Conn {
	here, there := net.Pipe()
	p.connections <- there
	return here
}

// served runs do against a served sandbox in a time of its own.
func served(t *testing.T, do func(t *testing.T, p *pipes)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s, err := sandbox.Open(t.Context(), sandbox.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		ctx, stop := context.WithCancel(t.Context())
		p, ended := newPipes(), make(chan error, 1)
		go func() { ended <- sandbox.Serve(ctx, p, s) }()
		do(t, p)
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

// outlast reads from a connection until the server closes it, and returns what
// came and how long that took.
func outlast(t *testing.T, c net.Conn) (string, time.Duration) {
	t.Helper()
	start := time.Now()
	text, err := io.ReadAll(c)
	if err != nil {
		t.Errorf("the connection failed: %v", err)
	}
	return string(text), time.Since(start)
}

func TestCallersWhoSendTooSlowlyAreCutOff(t *testing.T) {
	for name, c := range map[string]struct {
		sent, answer string
		within       time.Duration
	}{
		"no request":     {"", "", time.Minute},
		"half a line":    {"GET /heal", "", time.Minute},
		"half a header":  {"GET /healthz HTTP/1.1\r\nHost: sandbox\r\nX-Slow: ", "", time.Minute},
		"half a body":    {"POST /v1/b2b/organizations HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 100\r\n" + credentialsLine() + "\r\n{", "400", time.Minute},
		"half a state":   {"PUT /sandbox/v1/state HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 100\r\n" + credentialsLine() + "\r\n{", "400", 15 * time.Minute},
		"nothing more":   {"GET /healthz HTTP/1.1\r\nHost: sandbox\r\n\r\n", "200", 5 * time.Minute},
		"without secret": {"POST /v1/b2b/organizations HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 100\r\n\r\n{", "401", time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			served(t, func(t *testing.T, p *pipes) {
				conn := p.dial()
				go func() { _, _ = io.WriteString(conn, c.sent) }()
				text, took := outlast(t, conn)
				if took > c.within || !strings.Contains(text, "HTTP/1.1 "+c.answer) && c.answer != "" {
					t.Errorf("after %v it was left with %q", took, text)
				}
			})
		})
	}
}

func TestCallersWhoDoNotReadAreCutOff(t *testing.T) {
	served(t, func(t *testing.T, p *pipes) {
		conn := p.dial()
		_, _ = io.WriteString(conn, "GET /healthz HTTP/1.1\r\nHost: sandbox\r\n\r\n")
		time.Sleep(2 * time.Minute)
		if text, _ := outlast(t, conn); text != "" {
			t.Errorf("two minutes later there is still %q", text)
		}
	})
}
