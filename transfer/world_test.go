package transfer_test

import (
	"errors"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
	"example.com/orgdeck/transfer"
)

// wire carries requests to a sandbox, and loses what a test wants lost.
type wire struct {
	http.RoundTripper
	lose func(r *http.Request) (request, answer bool)
	sent []string // "POST /path"
}

var errLost = errors.New("the line was cut")

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	var request, answer bool
	if w.lose != nil {
		request, answer = w.lose(r)
	}
	if request {
		return nil, errLost
	}
	w.sent = append(w.sent, r.Method+" "+r.URL.Path)
	resp, err := w.RoundTripper.RoundTrip(r)
	if answer && err == nil {
		_ = resp.Body.Close()
		return nil, errLost
	}
	return resp, err
}

// world is a sandbox with one organization, and how to get there.
type world struct {
	t   *testing.T
	to  transfer.Import
	on  *wire
	dir string
}

func newWorld(t *testing.T) *world {
	t.Helper()
	server, err := sandbox.Open(t.Context(), sandbox.Options{Path: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	on := &wire{RoundTripper: api.Local(server)}
	w := &world{t: t, on: on, dir: t.TempDir()}
	w.to.Client = w.connect()
	w.to.Organization, err = w.to.Client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Acme"}).Do(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// connect makes a client of the sandbox.
func (w *world) connect(options ...api.Option) *api.Client {
	w.t.Helper()
	config := api.Config{ProjectID: sandbox.DefaultProjectID, Secret: sandbox.DefaultSecret}
	client, err := api.New(config, append(options, api.WithTransport(w.on), api.WithRateLimit(0, 0))...)
	if err != nil {
		w.t.Fatal(err)
	}
	return client
}

func (w *world) plan(sheet string) *transfer.Plan {
	w.t.Helper()
	s, err := transfer.ReadSheet(strings.NewReader(sheet))
	if err != nil {
		w.t.Fatal(err)
	}
	p, err := w.to.Plan(w.t.Context(), s, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return p
}

func (w *world) results() string { return filepath.Join(w.dir, "members.results.csv") }

func (w *world) start(p *transfer.Plan) *transfer.Run {
	w.t.Helper()
	s, err := transfer.OpenState(transfer.StatePath(w.results(), p), p)
	if err != nil {
		w.t.Fatal(err)
	}
	return transfer.NewRun(p, s)
}

// finish sends all that is left.
func (w *world) finish(r *transfer.Run) {
	w.t.Helper()
	for r.Left() > 0 {
		if _, err := r.Step(w.t.Context()); err != nil {
			w.t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		w.t.Fatal(err)
	}
}

// emails are those of all members, in order.
func (w *world) emails() []string {
	w.t.Helper()
	var all []string
	for m, err := range w.to.Client.Members.All(w.t.Context(), b2b.SearchMembers{OrganizationIDs: []string{w.to.Organization.OrganizationID}}) {
		if err != nil {
			w.t.Fatal(err)
		}
		all = append(all, m.EmailAddress)
	}
	slices.Sort(all)
	return all
}

func (w *world) member(email string) b2b.Member {
	w.t.Helper()
	m, err := w.to.Client.Members.Get(w.t.Context(), w.to.Organization.OrganizationID, b2b.GetMember{EmailAddress: &email})
	if err != nil {
		w.t.Fatal(err)
	}
	return m
}

func (w *world) create(m b2b.CreateMember) {
	w.t.Helper()
	if _, err := w.to.Client.Members.Create(w.to.Organization.OrganizationID, m).Do(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) stateFiles() []string {
	files, _ := filepath.Glob(filepath.Join(w.dir, "*.jsonl"))
	return files
}
