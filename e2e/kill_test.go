//go:build unix

package e2e

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"

	_ "modernc.org/sqlite" // reads the server's file
)

const (
	writers  = 8    // clients at a time
	writings = 1000 // that they are to do together
	killAt   = 500  // after so many answers
)

// writer is a client that writes without pause and remembers what was answered.
type writer struct {
	base    string // address of the organization
	email   string // of the member that it renames
	member  string // its id
	renamed int    // the number in the newest name that was answered
	created []string
}

func TestAKilledServerHasLostNoWriteThatItAnswered(t *testing.T) {
	user := newAccount(t, credentials()...)
	file := user.path(t, "team.db")
	s := user.serve(t, "--db", file, "--seed", "none")
	if _, err := write(http.MethodPost, s.url+"/v1/b2b/organizations", map[string]any{"organization_name": "Acme", "organization_slug": "acme"}); err != nil {
		t.Fatal(err)
	}
	all := startWriters(t, s)
	answered := 0
	for _, w := range all {
		answered += w.renamed + len(w.created)
	}
	if answered < killAt || answered >= writings {
		t.Errorf("it was killed after %d of %d answers, not in their midst", answered, writings)
	}

	s = user.serve(t, "--db", file, "--seed", "none")
	for _, w := range all {
		w.check(t, s.url)
	}
	if _, err := write(http.MethodPost, s.url+"/v1/b2b/organizations/acme/members", map[string]any{"email_address": "later@acme.example"}); err != nil {
		t.Errorf("it takes no more writes: %v", err)
	}
	if _, err := s.stop(); err != nil {
		t.Error(err)
	}
	checkFile(t, file)
}

// startWriters lets the writers loose on s, kills it in their midst and returns
// them when all have noticed.
func startWriters(t *testing.T, s *served) []*writer {
	t.Helper()
	var answers atomic.Int64
	var running sync.WaitGroup
	all := make([]*writer, writers)
	for i := range all {
		w := &writer{base: s.url + "/v1/b2b/organizations/acme/members", email: fmt.Sprintf("writer-%d@acme.example", i)}
		var err error
		if w.member, err = write(http.MethodPost, w.base, map[string]any{"email_address": w.email}); err != nil {
			t.Fatal(err)
		}
		all[i] = w
		running.Go(func() {
			for w.again() {
				if answers.Add(1) == killAt {
					_ = s.cmd.Process.Kill()
				}
			}
		})
	}
	running.Wait()
	<-s.done
	return all
}

// again renames the writer's member and makes a new one in turn; false when there
// was no answer, or there is nothing left to do.
func (w *writer) again() bool {
	turn := w.renamed + len(w.created)
	if turn >= writings/writers {
		return false
	}
	if turn%2 == 0 {
		_, err := write(http.MethodPut, w.base+"/"+w.member, map[string]any{"name": fmt.Sprint(w.renamed + 1)})
		if err == nil {
			w.renamed++
		}
		return err == nil
	}
	email := fmt.Sprintf("%d-of-%s", turn, w.email)
	_, err := write(http.MethodPost, w.base, map[string]any{"email_address": email})
	if err == nil {
		w.created = append(w.created, email)
	}
	return err == nil
}

// check asks a server for everything that w was told is written. A name may be one
// further: that of the write that was under way.
func (w *writer) check(t *testing.T, url string) {
	t.Helper()
	members := url + "/v1/b2b/organizations/acme/member?email_address="
	for _, email := range w.created {
		if status, body := get(t, members+email, projectID, secret); status != http.StatusOK {
			t.Errorf("%s was created, and now: %d %s", email, status, body)
		}
	}
	var answer struct{ Member struct{ Name string } }
	_, body := get(t, members+w.email, projectID, secret)
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	if name := answer.Member.Name; name != fmt.Sprint(w.renamed) && name != fmt.Sprint(w.renamed+1) {
		t.Errorf("the newest name of %s was %d, and now it is %q", w.email, w.renamed, name)
	}
}

// checkFile lets SQLite check the whole database.
func checkFile(t *testing.T, file string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, pragma := range []string{"integrity_check", "foreign_key_check"} {
		checkPragma(t, db, pragma)
	}
}

// checkPragma runs a check of SQLite, which says "ok" or nothing.
func checkPragma(t *testing.T, db *sql.DB, pragma string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "PRAGMA "+pragma)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var said string
		if err := rows.Scan(&said); err != nil || said != "ok" {
			t.Errorf("%s: %q, %v", pragma, said, err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Error(err)
	}
}

// write sends a write and returns the id of the member in the answer; an error
// when it was not answered with 200.
func write(method, url string, body map[string]any) (memberID string, err error) {
	text, err := json.Marshal(body)
	if err != nil {
		return "", err
	}
	req, err := http.NewRequest(method, url, bytes.NewReader(text))
	if err != nil {
		return "", err
	}
	req.SetBasicAuth(projectID, secret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s %s: %s %s", method, url, resp.Status, answer)
	}
	var found struct {
		MemberID string `json:"member_id"`
	}
	return found.MemberID, json.Unmarshal(answer, &found)
}
