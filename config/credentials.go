package config

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
)

// The variables that hold credentials.
const (
	ProjectIDVariable = "STYTCH_PROJECT_ID"
	SecretVariable    = "STYTCH_SECRET"
	BaseURLVariable   = "STYTCH_BASE_URL"
)

// Where Stytch answers, by the kind of project.
const (
	testURL = "https://test.stytch.com"
	liveURL = "https://api.stytch.com"
)

const (
	testProject = "project-test-"
	liveProject = "project-live-"
)

// Lookup finds a variable of the environment, as os.LookupEnv does.
type Lookup func(name string) (value string, ok bool)

// Credentials name a Stytch project and prove that it may be used. No way of
// printing them shows the secret.
type Credentials struct {
	ProjectID string
	BaseURL   string // origin, without a slash at the end
	secret    string
}

// NewCredentials returns credentials as they are, unchecked.
func NewCredentials(projectID, secret, baseURL string) Credentials {
	return Credentials{ProjectID: projectID, BaseURL: baseURL, secret: secret}
}

// Secret returns the secret itself, for the one place that sends it.
func (c Credentials) Secret() string { return c.secret }

// Live reports whether the project serves real users.
func (c Credentials) Live() bool { return strings.HasPrefix(c.ProjectID, liveProject) }

// Format implements fmt.Formatter: the project without its secret.
func (c Credentials) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, c.ProjectID+" at "+c.BaseURL+" with secret [redacted]")
}

// CredentialsError says which variable of the environment is missing or wrong.
type CredentialsError struct {
	Variable string
	Problem  string // "is not set", with what it should be
}

// Error implements error.
func (e *CredentialsError) Error() string { return e.Variable + " " + e.Problem }

// FromEnvironment returns the credentials that the environment holds, and
// whether it holds any. Half of them, or malformed ones, are a
// *CredentialsError. fallbackURL is where the project is asked when the
// environment names no address; "" is the project's own.
func FromEnvironment(lookup Lookup, fallbackURL string) (Credentials, bool, error) {
	get := func(name string) string {
		value, _ := lookup(name)
		return value
	}
	project, secret, base := get(ProjectIDVariable), get(SecretVariable), get(BaseURLVariable)
	if project == "" && secret == "" && base == "" {
		return Credentials{}, false, nil
	}
	if err := checkProject(project); err != nil {
		return Credentials{}, false, err
	}
	if err := checkSecret(secret, project); err != nil {
		return Credentials{}, false, err
	}
	if err := checkBaseURL(base); err != nil {
		return Credentials{}, false, &CredentialsError{BaseURLVariable, err.Error()}
	}
	if base == "" {
		base = fallbackURL
	}
	if base == "" {
		base = ownURL(project)
	}
	return NewCredentials(project, secret, strings.TrimRight(base, "/")), true, nil
}

func ownURL(project string) string {
	if strings.HasPrefix(project, liveProject) {
		return liveURL
	}
	return testURL
}

func checkProject(project string) error {
	if project == "" {
		return &CredentialsError{ProjectIDVariable, "is not set; it is the project id of the Stytch dashboard, such as project-test-…"}
	}
	id, test := strings.CutPrefix(project, testProject)
	if !test {
		rest, live := strings.CutPrefix(project, liveProject)
		if !live {
			return &CredentialsError{ProjectIDVariable, "is not a project id; it starts with project-test- or project-live-"}
		}
		id = rest
	}
	if id == "" || unprintable(id) || strings.Contains(id, ":") {
		return &CredentialsError{ProjectIDVariable, "is not a project id; copy it again from the Stytch dashboard"}
	}
	return nil
}

// checkSecret never repeats the secret, however wrong it is.
func checkSecret(secret, project string) error {
	if secret == "" {
		return &CredentialsError{SecretVariable, "is not set; it is the secret that belongs to " + ProjectIDVariable}
	}
	if unprintable(secret) {
		return &CredentialsError{SecretVariable, "holds a space, a line break or a control character; copy it again from the Stytch dashboard"}
	}
	live := strings.HasPrefix(project, liveProject)
	if live && strings.HasPrefix(secret, "secret-test-") || !live && strings.HasPrefix(secret, "secret-live-") {
		return &CredentialsError{SecretVariable, "and " + ProjectIDVariable + " are of different projects: one is test, the other live"}
	}
	return nil
}

// unprintable reports characters that no credential holds; a line break at the
// end is the usual one.
func unprintable(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}

// checkBaseURL accepts "" and origins; plain http only to this machine.
func checkBaseURL(base string) error {
	if base == "" {
		return nil
	}
	u, err := url.Parse(base)
	if err != nil || u.Hostname() == "" || u.Scheme != "https" && u.Scheme != "http" {
		return errors.New("is not an address such as https://test.stytch.com")
	}
	if strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return errors.New("is more than an address; leave out what follows the host")
	}
	if u.Scheme == "http" && !loopback(u.Hostname()) {
		return errors.New("is plain http to another machine, which would show the secret to the network; use https")
	}
	return nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
