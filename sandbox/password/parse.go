package password

import (
	"crypto/subtle"
	"encoding/base64"
	"strconv"
	"strings"
)

// FormatError says that a hash, or what is said about it, cannot be used.
type FormatError struct {
	Type    string // error_type of the contract
	Problem string // "" leaves it to the type
}

// Error implements error.
func (e *FormatError) Error() string { return e.Type + ": " + e.Problem }

func bad(kind, problem string) error { return &FormatError{Type: kind, Problem: problem} }

// encoded are the parts of "$scheme$part$part": the scheme and what follows.
func encoded(text string) (scheme string, parts []string) {
	parts = strings.Split(text, "$")
	if len(parts) < 2 || parts[0] != "" {
		return "", nil
	}
	return parts[1], parts[2:]
}

// parameters reads "m=65536,t=3"; nil when it is something else.
func parameters(text string) map[string]int {
	found := map[string]int{}
	for pair := range strings.SplitSeq(text, ",") {
		name, value, _ := strings.Cut(pair, "=")
		n, err := strconv.Atoi(value)
		if err != nil {
			return nil
		}
		found[name] = n
	}
	return found
}

// decode64 reads base64 as other systems write it: with or without padding, and
// with a dot for the plus.
func decode64(text string) ([]byte, error) {
	return base64.RawStdEncoding.DecodeString(strings.TrimRight(strings.ReplaceAll(text, ".", "+"), "="))
}

func encode64(raw []byte) string { return base64.RawStdEncoding.EncodeToString(raw) }

// same compares without telling by its time where the difference is.
func same(a, b []byte) bool { return len(a) > 0 && subtle.ConstantTimeCompare(a, b) == 1 }

func within(n, low, high int) bool { return low <= n && n <= high }
