package sandbox_test

import (
	"context"
	"encoding/base64"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

func TestClockMovesAndStaysMoved(t *testing.T) {
	client := clientOf(t, openServer(t, ":memory:"))
	put := func(body string) error {
		_, err := client.Raw(t.Context(), http.MethodPut, "/sandbox/v1/clock", []byte(body))
		return err
	}
	for _, step := range []struct {
		body   string
		offset int64
	}{{`{"advance_seconds":90}`, 90}, {`{"advance_seconds":10}`, 100}, {`{"advance_seconds":-40}`, 60}, {`{"offset_seconds":3600}`, 3600}, {`{"offset_seconds":0}`, 0}} {
		if err := put(step.body); err != nil {
			t.Fatal(err)
		}
		if got := clockOf(t, client); got.OffsetSeconds != step.offset || !got.Now.Equal(began.Add(time.Duration(step.offset)*time.Second)) {
			t.Errorf("after %s the clock says %+v", step.body, got)
		}
	}
	for _, body := range []string{``, `{}`, `{"advance_seconds":1,"offset_seconds":1}`, `{"advance_seconds":"soon"}`, `{"advance_seconds":1.5}`, `{"offset_seconds":9223372036854775807}`, `{"offset_seconds":-9223372036854775808}`, `[]`} {
		wantRefusal(t, put(body), 400, b2b.ErrBadRequest)
	}
	if got := clockOf(t, client); got.OffsetSeconds != 0 {
		t.Errorf("a refusal has moved the clock by %d", got.OffsetSeconds)
	}
}

type outbox struct {
	Messages []struct {
		Channel, Kind, To, Token, Code, URL, ID string
		CreatedAt                               time.Time `json:"created_at"`
		ExpiresAt                               time.Time `json:"expires_at"`
		MemberID                                string    `json:"member_id"`
	} `json:"messages"`
}

func TestOutboxShowsWhatWasSent(t *testing.T) {
	b := newBench(t, b2b.CreateOrganization{})
	if got := fetch[outbox](t, b.client, "/sandbox/v1/outbox"); got.Messages == nil || len(got.Messages) != 0 {
		t.Errorf("a new sandbox has sent %v", got.Messages)
	}
	_, client := seeded(t, 20)
	members := allOf(t, client).members
	member := members[slices.IndexFunc(members, func(m b2b.Member) bool { return m.Status == "active" && m.EmailAddressVerified })]
	for _, to := range []string{"ada@one.example", "ada@two.example", "ada@three.example"} {
		do(t, client.Members.StartEmailUpdate(member, b2b.StartMemberEmailUpdate{EmailAddress: to, LoginRedirectURL: ptr("http://localhost:3000/next?a=b")}))
	}
	all := fetch[outbox](t, client, "/sandbox/v1/outbox").Messages
	if len(all) != 3 || all[0].To != "ada@three.example" || all[0].Kind != "email_update" || all[0].Channel != "email" || all[0].MemberID != member.MemberID {
		t.Fatalf("the outbox holds %+v", all)
	}
	if !strings.HasPrefix(all[0].URL, "http://localhost:3000/next?a=b&") || !strings.Contains(all[0].URL, "token=") || all[0].Token == "" || !all[0].ExpiresAt.After(all[0].CreatedAt) {
		t.Errorf("the mail is %+v", all[0])
	}
	for query, want := range map[string]int{"?to=ada@two.example": 1, "?to=ada": 0, "?kind=email_update": 3, "?kind=otp": 0, "?limit=2": 2, "?limit=0": 3, "?to=ada@two.example&kind=invite": 0} {
		if got := fetch[outbox](t, client, "/sandbox/v1/outbox"+query).Messages; len(got) != want {
			t.Errorf("%s finds %d messages, want %d", query, len(got), want)
		}
	}
	for _, query := range []string{"?limit=-1", "?limit=1001", "?limit=x", "?kind=pigeon"} {
		_, err := client.Raw(t.Context(), http.MethodGet, "/sandbox/v1/outbox"+query, nil)
		wantRefusal(t, err, 400, b2b.ErrBadRequest)
	}
}

func TestHelpersNeedTheProjectsCredentials(t *testing.T) {
	server := openServer(t, ":memory:")
	client, err := api.New(api.Config{ProjectID: sandbox.DefaultProjectID, Secret: "wrong", BaseURL: "http://127.0.0.1:1"}, api.WithTransport(api.Local(server)))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/sandbox/v1/clock", "/sandbox/v1/outbox"} {
		_, err := client.Raw(t.Context(), http.MethodGet, path, nil)
		wantRefusal(t, err, 401, b2b.ErrUnauthorizedCredentials)
	}
}

func TestRateLimitAnswersWhenToComeBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, err := sandbox.Open(t.Context(), sandbox.Options{RateLimit: 3})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = server.Close() }()
		get := func() *http.Response {
			r, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://sandbox/sandbox/v1/clock", nil)
			r.SetBasicAuth(sandbox.DefaultProjectID, sandbox.DefaultSecret.Reveal())
			answer, err := api.Local(server).RoundTrip(r)
			if err != nil {
				t.Fatal(err)
			}
			_ = answer.Body.Close()
			return answer
		}
		for range 3 {
			if answer := get(); answer.StatusCode != http.StatusOK {
				t.Fatalf("within the limit: %s", answer.Status)
			}
		}
		if answer := get(); answer.StatusCode != http.StatusTooManyRequests || answer.Header.Get("Retry-After") != "1" {
			t.Errorf("over the limit: %s, Retry-After %q", answer.Status, answer.Header.Get("Retry-After"))
		}
		time.Sleep(time.Second)
		if answer := get(); answer.StatusCode != http.StatusOK {
			t.Errorf("a second later: %s", answer.Status)
		}
	})
}

func TestServeStopsWithItsContextAndFinishesWhatItBegan(t *testing.T) {
	listener, err := sandbox.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sandbox.Listen(t.Context(), listener.Addr().String()); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("listening twice says %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	began := make(chan struct{})
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(began)
		<-ctx.Done()
		_, _ = io.WriteString(w, "done")
	})
	ended := make(chan error, 1)
	go func() { ended <- sandbox.Serve(ctx, listener, handler) }()
	body := make(chan string, 1)
	go func() {
		answer, err := http.Get("http://" + listener.Addr().String())
		if err != nil {
			body <- err.Error()
			return
		}
		text, _ := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		body <- string(text)
	}()
	<-began
	stop()
	if got := <-body; got != "done" {
		t.Errorf("the request under way got %q", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", listener.Addr().String()); err == nil {
		t.Error("it still listens")
	}
}

func TestEncryptionKeyIsGuarded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sandbox.db")
	key := path + ".key"
	if err := openServer(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(key)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Fatalf("the key's mode is %v: %v", info.Mode(), err)
	}
	good, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	other := base64.StdEncoding.EncodeToString(make([]byte, 32))
	for _, c := range []struct {
		name, says string
		spoil      func() error
	}{
		{"lost", "is missing", func() error { return os.Remove(key) }},
		{"damaged", "is damaged", func() error { return os.WriteFile(key, []byte("?"), 0o600) }},
		{"of another database", "does not belong to", func() error { return os.WriteFile(key, []byte(other), 0o600) }},
		{"readable by others", "can be read by others", func() error {
			if runtime.GOOS == "windows" {
				return os.WriteFile(key, []byte("can be read by others: is damaged"), 0o600)
			}
			return os.Chmod(key, 0o640)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := c.spoil(); err != nil {
				t.Fatal(err)
			}
			_, err := sandbox.Open(t.Context(), sandbox.Options{Path: path})
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), key) {
				t.Errorf("opening says %v", err)
			}
			if err != nil && strings.Contains(err.Error(), string(good)) {
				t.Error("the error tells the key")
			}
			_ = os.Remove(key)
			if err := os.WriteFile(key, good, 0o600); err != nil {
				t.Fatal(err)
			}
		})
	}
	if err := openServer(t, path).Close(); err != nil {
		t.Errorf("the right key again: %v", err)
	}
}
