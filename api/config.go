package api

import (
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"unicode"

	"example.com/orgdeck/api/b2b"
)

// The environment variables that a Config is usually read from.
const (
	EnvProjectID = "STYTCH_PROJECT_ID"
	EnvSecret    = "STYTCH_SECRET"
	EnvBaseURL   = "STYTCH_BASE_URL"
)

const (
	testPrefix = "project-test-"
	livePrefix = "project-live-"
)

// Config says which project a Client talks to, and with which credentials.
type Config struct {
	ProjectID string
	Secret    b2b.Secret `json:"-"`
	BaseURL   string     // a bare origin; "" for the one of the project's kind
}

// LogValue implements slog.LogValuer, without the secret.
func (c Config) LogValue() slog.Value {
	return slog.GroupValue(slog.String("project_id", c.ProjectID), slog.String("base_url", c.BaseURL))
}

// ConfigError says which setting a Client cannot be made with, and why.
type ConfigError struct {
	Variable string // that the setting is usually read from: STYTCH_SECRET
	Problem  string // "is not set"
}

// Error implements error. It never holds the value of the setting.
func (e *ConfigError) Error() string { return e.Variable + " " + e.Problem }

// origin checks c and returns the address to talk to.
func (c Config) origin() (string, error) {
	if problem := problemOf(c.ProjectID); problem != "" {
		return "", &ConfigError{EnvProjectID, problem}
	}
	if strings.Contains(c.ProjectID, ":") {
		return "", &ConfigError{EnvProjectID, "holds a colon: it looks like the id and the secret together"}
	}
	if problem := problemOf(c.Secret.Reveal()); problem != "" {
		return "", &ConfigError{EnvSecret, problem}
	}
	if c.BaseURL != "" {
		return checkOrigin(c.BaseURL)
	}
	switch {
	case strings.HasPrefix(c.ProjectID, testPrefix):
		return "https://test.stytch.com", nil
	case strings.HasPrefix(c.ProjectID, livePrefix):
		return "https://api.stytch.com", nil
	}
	return "", &ConfigError{EnvProjectID, "does not start with " + testPrefix + " or " + livePrefix}
}

func problemOf(credential string) string {
	odd := func(r rune) bool { return r > unicode.MaxASCII || unicode.IsControl(r) || unicode.IsSpace(r) }
	switch {
	case credential == "":
		return "is not set"
	case strings.TrimSpace(credential) != credential:
		return "starts or ends with white space"
	case strings.ContainsFunc(credential, odd):
		return "holds a character that no credential has"
	}
	return ""
}

// checkOrigin returns raw without a closing slash when it is a bare origin that
// credentials may be sent to.
func checkOrigin(raw string) (string, error) {
	refuse := func(problem string) (string, error) { return "", &ConfigError{EnvBaseURL, problem} }
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.Hostname() == "" {
		return refuse("is not an address such as https://test.stytch.com")
	}
	switch {
	case u.User != nil:
		return refuse("must not hold credentials")
	case u.Path != "" && u.Path != "/", u.RawQuery != "", u.ForceQuery, u.Fragment != "":
		return refuse("must be a bare origin, without path, query or fragment")
	case u.Scheme == "https", u.Scheme == "http" && isLoopback(u.Hostname()):
		return u.Scheme + "://" + u.Host, nil
	case u.Scheme == "http":
		return refuse("must start with https: plain http is only for this machine")
	}
	return refuse("must start with https")
}

func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && addr.IsLoopback()
}

// hostOf is the host name of an origin, for messages.
func hostOf(origin string) string {
	u, err := url.Parse(origin)
	if err != nil {
		return origin
	}
	if host, _, err := net.SplitHostPort(u.Host); err == nil && !isLoopback(host) {
		return host
	}
	return u.Host
}
