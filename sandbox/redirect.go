package sandbox

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// defaultRedirect is where links lead that were asked for without a redirect URL:
// a real project has its own default.
const defaultRedirect = "http://localhost:3000/authenticate"

// redirectURL checks where a mail or a sign-in may lead; "" is the default. This
// machine always, other hosts unless Options.RedirectHosts names some and not
// that one.
func (s *Server) redirectURL(text string) (string, error) {
	if text == "" {
		return defaultRedirect, nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" && u.Opaque == "" || u.Scheme == "" || strings.EqualFold(u.Scheme, "javascript") {
		return "", fmt.Errorf("redirect URL %q: needs a scheme and a host", text)
	}
	host := strings.ToLower(u.Hostname())
	if len(s.redirects) > 0 && !isLoopback(host) && !slices.Contains(s.redirects, host) {
		return "", fmt.Errorf("redirect URL %q: the sandbox leads only to this machine and to %s", text, strings.Join(s.redirects, ", "))
	}
	return text, nil
}
