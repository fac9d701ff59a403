package sandbox

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
)

// maxClaimBytes bounds the custom claims of a session, as JSON.
const maxClaimBytes = 4096

// stytchClaims is what the names of the API's own claims begin with.
const stytchClaims = "https://stytch.com/"

// validateClaims checks session_custom_claims as they were sent.
func validateClaims(raw json.RawMessage) error {
	if raw[0] != '{' {
		return refuse(b2b.ErrBadRequest, "session_custom_claims: must be an object")
	}
	if len(raw) > maxClaimBytes {
		return refuse(b2b.ErrCustomClaimsTooLarge)
	}
	var sent b2b.Object
	if json.Unmarshal(raw, &sent) != nil {
		return refuse(b2b.ErrBadRequest, "session_custom_claims: must be an object")
	}
	for name := range sent {
		if strings.HasPrefix(name, stytchClaims) {
			return refuse(b2b.ErrStytchClaimsInCustomClaims, "session_custom_claims: %q is not for custom claims", name)
		}
	}
	return nil
}

// mergeClaims adds custom claims to those a session has: null deletes, and names
// that JWTs reserve are ignored.
func mergeClaims(have, sent b2b.Object) (b2b.Object, error) {
	merged := maps.Clone(have)
	if merged == nil {
		merged = b2b.Object{}
	}
	for name, value := range sent {
		switch {
		case slices.Contains(reservedClaims(), name):
		case string(value) == "null":
			delete(merged, name)
		default:
			merged[name] = value
		}
	}
	text, err := json.Marshal(merged)
	if err != nil || len(text) > maxClaimBytes {
		return nil, refuse(b2b.ErrCustomClaimsTooLarge)
	}
	return merged, nil
}

func reservedClaims() []string {
	return []string{"iss", "sub", "aud", "exp", "nbf", "iat", "jti", claimSession, claimOrganization}
}
