package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
)

// server is the orgdeck serve that is measured.
type server struct {
	addr, authorization string
	pid                 int
}

// ask makes one call and decodes its answer.
func (s *server) ask(method, path string, body, answer any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	r, err := http.NewRequest(method, "http://"+s.addr+path, bytes.NewReader(text))
	if err != nil {
		return err
	}
	r.Header.Set("Authorization", s.authorization)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	read, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s", method, path, read)
	}
	return json.Unmarshal(read, answer)
}

// request is one call as it goes over the wire.
func (s *server) request(method, path, body string) string {
	return fmt.Sprintf("%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nContent-Length: %d\r\n\r\n%s",
		method, path, s.addr, s.authorization, len(body), body)
}

// someMembers searches in so many organizations, and returns the paths of the
// members found.
func (s *server) someMembers(searches int) ([]string, error) {
	var in struct {
		Organizations []struct {
			ID string `json:"organization_id"`
		} `json:"organizations"`
	}
	if err := s.ask("POST", "/v1/b2b/organizations/search", map[string]any{"limit": 1000}, &in); err != nil {
		return nil, err
	}
	var paths []string
	for range searches {
		org := in.Organizations[rand.IntN(len(in.Organizations))].ID
		var found struct {
			Members []struct {
				ID string `json:"member_id"`
			} `json:"members"`
		}
		search := map[string]any{"limit": 500, "organization_ids": []string{org}}
		if err := s.ask("POST", "/v1/b2b/organizations/members/search", search, &found); err != nil {
			return nil, err
		}
		for _, m := range found.Members {
			paths = append(paths, "/v1/b2b/organizations/"+org+"/members/"+m.ID)
		}
	}
	return paths, nil
}

// signIn makes an organization with so many members, signs each in by a link of
// the outbox, and returns the requests that check their sessions.
func (s *server) signIn(members int) (tokens, jwts []string, err error) {
	var made struct {
		Organization struct {
			ID string `json:"organization_id"`
		} `json:"organization"`
	}
	name := fmt.Sprintf("Load %d", rand.IntN(1e9))
	if err := s.ask("POST", "/v1/b2b/organizations", map[string]any{"organization_name": name}, &made); err != nil {
		return nil, nil, err
	}
	for i := range members {
		email := fmt.Sprintf("m%d-%d@load.example", i, rand.IntN(1e9))
		token, jwt, err := s.session(made.Organization.ID, email)
		if err != nil {
			return nil, nil, err
		}
		tokens = append(tokens, s.request("POST", "/v1/b2b/sessions/authenticate", fmt.Sprintf(`{"session_token":%q}`, token)))
		jwts = append(jwts, s.request("POST", "/v1/b2b/sessions/authenticate", fmt.Sprintf(`{"session_jwt":%q}`, jwt)))
	}
	return tokens, jwts, nil
}

// session signs a new member in.
func (s *server) session(org, email string) (token, jwt string, err error) {
	who := map[string]any{"organization_id": org, "email_address": email}
	if err := s.ask("POST", "/v1/b2b/organizations/"+org+"/members", map[string]any{"email_address": email}, &struct{}{}); err != nil {
		return "", "", err
	}
	if err := s.ask("POST", "/v1/b2b/magic_links/email/login_or_signup", who, &struct{}{}); err != nil {
		return "", "", err
	}
	var outbox struct {
		Messages []struct {
			Token string `json:"token"`
		} `json:"messages"`
	}
	if err := s.ask("GET", "/sandbox/v1/outbox?limit=1&to="+email, nil, &outbox); err != nil {
		return "", "", err
	}
	if len(outbox.Messages) == 0 {
		return "", "", fmt.Errorf("no mail to %s", email)
	}
	var in struct {
		Token string `json:"session_token"`
		JWT   string `json:"session_jwt"`
	}
	err = s.ask("POST", "/v1/b2b/magic_links/authenticate", map[string]any{"magic_links_token": outbox.Messages[0].Token}, &in)
	return in.Token, in.JWT, err
}

// memory is what the process holds now, and held at most.
func (s *server) memory() string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.pid))
	if err != nil {
		return "memory unknown: " + err.Error()
	}
	var now, most int
	for line := range strings.Lines(string(text)) {
		_, _ = fmt.Sscanf(line, "VmRSS: %d kB", &now) // other lines do not scan
		_, _ = fmt.Sscanf(line, "VmHWM: %d kB", &most)
	}
	return fmt.Sprintf("%d MB, at most %d MB", now/1000, most/1000)
}

// seconds is the processor time that the process has used.
func (s *server) seconds() float64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.pid))
	if err != nil {
		return 0
	}
	_, fields, _ := strings.Cut(string(text), ") ")
	columns := strings.Fields(fields)
	var user, system float64
	_, _ = fmt.Sscan(columns[11], &user)
	_, _ = fmt.Sscan(columns[12], &system)
	return (user + system) / 100
}
