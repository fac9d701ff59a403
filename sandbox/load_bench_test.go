//go:build unix

package sandbox_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// loadClients is how many callers there are at once, each with a connection of its
// own that it keeps.
const loadClients = 8

// loadMembers is how many members those of BenchmarkLoadMemberUpdate are among.
const loadMembers = 10_000

// BenchmarkLoadMemberUpdate_8Clients renames members, each one in a write of its
// own that is in the log before the answer.
func BenchmarkLoadMemberUpdate_8Clients(b *testing.B) {
	server, address := loadServer(b)
	if err := sandbox.Seed(b.Context(), server, sandbox.SeedOptions{Members: loadMembers}); err != nil {
		b.Fatal(err)
	}
	paths := memberPaths(b, address)
	var n atomic.Int64
	underLoad(b, address, func(int) (method, path, body string) {
		i := n.Add(1)
		return http.MethodPut, paths[int(i*7919)%len(paths)], `{"name":"Member ` + strconv.FormatInt(i, 10) + `"}`
	})
}

// BenchmarkLoadSessionAuthenticate checks sessions, one for each caller.
func BenchmarkLoadSessionAuthenticate(b *testing.B) {
	_, address := loadServer(b)
	sessions := loadSessions(b, address, loadClients)
	for _, c := range []struct{ name, field string }{{"token", "session_token"}, {"jwt", "session_jwt"}} {
		b.Run(c.name, func(b *testing.B) {
			underLoad(b, address, func(caller int) (method, path, body string) {
				secret := sessions[caller].SessionToken
				if c.field == "session_jwt" {
					secret = sessions[caller].SessionJWT
				}
				return http.MethodPost, "/v1/b2b/sessions/authenticate", `{"` + c.field + `":"` + secret.Reveal() + `"}`
			})
		})
	}
}

// BenchmarkLoadManySessions checks each of a thousand sessions in turn, so that
// most checks have a moment of use to keep.
func BenchmarkLoadManySessions(b *testing.B) {
	_, address := loadServer(b)
	sessions := loadSessions(b, address, 1000)
	var n atomic.Int64
	underLoad(b, address, func(int) (method, path, body string) {
		secret := sessions[int(n.Add(1))%len(sessions)].SessionToken
		return http.MethodPost, "/v1/b2b/sessions/authenticate", `{"session_token":"` + secret.Reveal() + `"}`
	})
}

// loadServer serves a new sandbox in a file, as the program does.
func loadServer(b *testing.B) (server *sandbox.Server, address string) {
	b.Helper()
	server, err := sandbox.Open(b.Context(), sandbox.Options{Path: filepath.Join(b.TempDir(), "s.db")})
	if err != nil {
		b.Fatal(err)
	}
	listener, err := sandbox.Listen(b.Context(), "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(b.Context()))
	served := make(chan error, 1)
	go func() { served <- sandbox.Serve(ctx, listener, server) }()
	b.Cleanup(func() {
		stop()
		if err := errors.Join(<-served, server.Close()); err != nil {
			b.Error(err)
		}
	})
	return server, listener.Addr().String()
}

// underLoad sends the requests that ask makes up, from loadClients callers, and
// reports what the answers and all CPU time of both sides come to.
func underLoad(b *testing.B, address string, ask func(caller int) (method, path, body string)) {
	var left atomic.Int64
	left.Store(int64(b.N))
	before := processorTime()
	b.ReportAllocs()
	b.ResetTimer()
	var callers sync.WaitGroup
	for caller := range loadClients {
		callers.Go(func() {
			wire, err := dial(b.Context(), address)
			for err == nil && left.Add(-1) >= 0 {
				method, path, body := ask(caller)
				err = wire.send(method, path, body)
			}
			if err = errors.Join(err, wire.close()); err != nil {
				b.Error(err)
			}
		})
	}
	callers.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
	b.ReportMetric(float64((processorTime()-before).Microseconds())/float64(b.N), "cpu-µs/op")
}

// wire is a connection that does no more than a client must: it shares the
// processor with the server.
type wire struct {
	conn net.Conn
	in   *bufio.Reader
	head string
}

func dial(ctx context.Context, address string) (*wire, error) {
	conn, err := (&net.Dialer{Timeout: 10 * time.Second}).DialContext(ctx, "tcp", address)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address, http.NoBody)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
	head := "Host: " + address + "\r\nAuthorization: " + r.Header.Get("Authorization") + "\r\nContent-Type: application/json\r\n"
	return &wire{conn: conn, in: bufio.NewReaderSize(conn, 1<<14), head: head}, nil
}

func (w *wire) close() error {
	if w == nil {
		return nil
	}
	return w.conn.Close()
}

// send sends a request and reads the answer, which must be 200.
func (w *wire) send(method, path, body string) error {
	request := method + " " + path + " HTTP/1.1\r\n" + w.head + "Content-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n" + body
	if _, err := io.WriteString(w.conn, request); err != nil {
		return err
	}
	status, err := w.in.ReadString('\n')
	if err != nil {
		return err
	}
	length := int64(-1)
	for line := ""; line != "\r\n"; {
		if line, err = w.in.ReadString('\n'); err != nil {
			return err
		}
		if text, ok := strings.CutPrefix(line, "Content-Length: "); ok {
			if length, err = strconv.ParseInt(strings.TrimSpace(text), 10, 64); err != nil {
				return err
			}
		}
	}
	if !strings.Contains(status, " 200 ") || length < 0 {
		return fmt.Errorf("%s %s: %s", method, path, status)
	}
	_, err = io.CopyN(io.Discard, w.in, length)
	return err
}

func loadAPI(b *testing.B, address string) *api.Client {
	b.Helper()
	client, err := api.New(api.Config{ProjectID: sandbox.DefaultProjectID, Secret: sandbox.DefaultSecret, BaseURL: "http://" + address})
	if err != nil {
		b.Fatal(err)
	}
	return client
}

// memberPaths are where the members of a few organizations are.
func memberPaths(b *testing.B, address string) (paths []string) {
	b.Helper()
	client := loadAPI(b, address)
	orgs, err := client.Organizations.Search(b.Context(), b2b.SearchOrganizations{})
	if err != nil {
		b.Fatal(err)
	}
	for _, org := range orgs.Items {
		limit := 1000
		found, err := client.Members.Search(b.Context(), b2b.SearchMembers{OrganizationIDs: []string{org.OrganizationID}, Limit: &limit})
		if err != nil {
			b.Fatal(err)
		}
		for _, m := range found.Items {
			paths = append(paths, "/v1/b2b/organizations/"+m.OrganizationID+"/members/"+m.MemberID)
		}
	}
	return paths
}

// loadSessions signs so many members in, by links that were mailed to them.
func loadSessions(b *testing.B, address string, n int) (sessions []b2b.AuthenticateMagicLinkResponse) {
	b.Helper()
	client := loadAPI(b, address)
	org, err := client.Organizations.Create(b2b.CreateOrganization{OrganizationName: "Acme"}).Do(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for i := range n {
		email := fmt.Sprintf("m%d@acme.example", i)
		in, err := signInByMail(b.Context(), client, org.OrganizationID, email)
		if err != nil {
			b.Fatal(err)
		}
		sessions = append(sessions, in)
	}
	return sessions
}

func signInByMail(ctx context.Context, client *api.Client, organization, email string) (in b2b.AuthenticateMagicLinkResponse, err error) {
	if _, err := client.Members.Create(organization, b2b.CreateMember{EmailAddress: email}).Do(ctx); err != nil {
		return in, err
	}
	if _, err = client.MagicLinks.Send(b2b.LoginOrSignupByEmailMagicLink{OrganizationID: organization, EmailAddress: email}).Do(ctx); err != nil {
		return in, err
	}
	raw, err := client.Raw(ctx, http.MethodGet, "/sandbox/v1/outbox?limit=1&to="+url.QueryEscape(email), nil)
	if err != nil {
		return in, err
	}
	var outbox struct{ Messages []sent }
	if err := json.Unmarshal(raw.Body, &outbox); err != nil {
		return in, err
	}
	if len(outbox.Messages) == 0 {
		return in, fmt.Errorf("nothing was sent to %s", email)
	}
	return client.MagicLinks.Authenticate(b2b.AuthenticateMagicLink{MagicLinksToken: b2b.Secret(outbox.Messages[0].Token)}).Do(ctx)
}

// processorTime is what this process has taken of the processor.
func processorTime() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
