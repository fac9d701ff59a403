package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// server is one of the two that are compared, running in a process of its own.
type server struct {
	name, origin, authorization string
	process                     *exec.Cmd
	client                      *http.Client
	api                         dialect
}

// dialect is how a server is spoken to: method, path and body of each request.
type dialect interface {
	createOrganization(name string) (path string, body any)
	createMember(organization, email, name string) (path string, body any)
	// search finds a page of 100 with the total, in order of creation: with the
	// address, or a part of it, where one is given.
	search(organizations []string, address, part string) (method, path string, body any)
	organizationID(answer []byte) (string, error)
	total(answer []byte) (int, error)
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// start runs a program and returns it with its first lines, up to one that begins
// with last.
func start(ctx context.Context, env []string, last string, name string, args ...string) (*exec.Cmd, []string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env, cmd.Stderr = append(os.Environ(), env...), os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	var lines []string
	for scanner := bufio.NewScanner(out); scanner.Scan(); {
		lines = append(lines, scanner.Text())
		if strings.HasPrefix(scanner.Text(), last) {
			go discard(out)
			return cmd, lines, nil
		}
	}
	return nil, nil, fmt.Errorf("%s ended before it served", name)
}

func startOrgdeck(ctx context.Context, binary, dir string) (*server, error) {
	const project, secret = "project-test-11111111-1111-4111-8111-111111111111", "secret-test-of-the-comparison-with-a-peer-0000000000"
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	cmd, _, err := start(ctx, []string{"STYTCH_PROJECT_ID=" + project, "STYTCH_SECRET=" + secret}, "listening", binary,
		"serve", "--db", filepath.Join(dir, "orgdeck.db"), "--seed", "none", "--listen", address)
	if err != nil {
		return nil, fmt.Errorf("start orgdeck: %w", err)
	}
	credentials := base64.StdEncoding.EncodeToString([]byte(project + ":" + secret))
	return &server{name: "orgdeck", origin: "http://" + address, authorization: "Basic " + credentials, process: cmd, client: newClient(), api: orgdeck{}}, nil
}

func startPocketBase(ctx context.Context, dir string) (*server, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd, lines, err := start(ctx, nil, "", self, "-serve", address, "-dir", filepath.Join(dir, "pocketbase"))
	if err != nil {
		return nil, fmt.Errorf("start PocketBase: %w", err)
	}
	s := &server{name: "PocketBase", origin: "http://" + address, authorization: lines[0], process: cmd, client: newClient(), api: pocketbase{}}
	return s, s.await(ctx)
}

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}
}

// await waits until the server answers.
func (s *server) await(ctx context.Context) error {
	for ctx.Err() == nil {
		if conn, err := new(net.Dialer).DialContext(ctx, "tcp", strings.TrimPrefix(s.origin, "http://")); err == nil {
			return conn.Close()
		}
	}
	return ctx.Err()
}

// ask sends a request and returns the answer, which must be a success.
func (s *server) ask(ctx context.Context, method, path string, body any) ([]byte, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, method, s.origin+path, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Authorization", s.authorization)
	r.Header.Set("Content-Type", "application/json")
	resp, err := s.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	answer, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s %s: %s %.300s", s.name, method, path, resp.Status, answer)
	}
	return answer, err
}

type orgdeck struct{}

func (orgdeck) createOrganization(name string) (string, any) {
	return "/v1/b2b/organizations", map[string]any{"organization_name": name, "organization_slug": name}
}

func (orgdeck) createMember(organization, email, name string) (string, any) {
	return "/v1/b2b/organizations/" + organization + "/members", map[string]any{"email_address": email, "name": name, "trusted_metadata": map[string]any{"plan": "team"}}
}

func (orgdeck) search(organizations []string, address, part string) (string, string, any) {
	operands := []any{}
	if address != "" {
		operands = append(operands, map[string]any{"filter_name": "member_emails", "filter_value": []string{address}})
	}
	if part != "" {
		operands = append(operands, map[string]any{"filter_name": "member_email_fuzzy", "filter_value": part})
	}
	return http.MethodPost, "/v1/b2b/organizations/members/search", map[string]any{
		"organization_ids": organizations, "limit": 100, "query": map[string]any{"operator": "AND", "operands": operands},
	}
}

func (orgdeck) organizationID(answer []byte) (string, error) {
	var made struct {
		Organization struct {
			ID string `json:"organization_id"`
		} `json:"organization"`
	}
	err := json.Unmarshal(answer, &made)
	return made.Organization.ID, err
}

func (orgdeck) total(answer []byte) (int, error) {
	var found struct {
		Metadata struct {
			Total int `json:"total"`
		} `json:"results_metadata"`
	}
	err := json.Unmarshal(answer, &found)
	return found.Metadata.Total, err
}

type pocketbase struct{}

func (pocketbase) createOrganization(name string) (string, any) {
	return "/api/collections/organizations/records", map[string]any{"name": name, "slug": name}
}

func (pocketbase) createMember(organization, email, name string) (string, any) {
	return "/api/collections/members/records", map[string]any{
		"organization": organization, "email": email, "name": name, "status": "active", "trusted_metadata": map[string]any{"plan": "team"},
	}
}

// search names an organization where there is one; several are all there are.
func (pocketbase) search(organizations []string, address, part string) (string, string, any) {
	var terms []string
	if len(organizations) == 1 {
		terms = append(terms, "organization = '"+organizations[0]+"'")
	}
	if address != "" {
		terms = append(terms, "email = '"+address+"'")
	}
	if part != "" {
		terms = append(terms, "email ~ '"+part+"'")
	}
	query := url.Values{"perPage": {"100"}, "sort": {"created,id"}, "filter": {strings.Join(terms, " && ")}}
	return http.MethodGet, "/api/collections/members/records?" + query.Encode(), nil
}

func (pocketbase) organizationID(answer []byte) (string, error) {
	var made struct {
		ID string `json:"id"`
	}
	err := json.Unmarshal(answer, &made)
	return made.ID, err
}

func (pocketbase) total(answer []byte) (int, error) {
	var found struct {
		Total int `json:"totalItems"`
	}
	err := json.Unmarshal(answer, &found)
	return found.Total, err
}
