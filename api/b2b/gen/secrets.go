package main

import (
	"slices"
	"strings"
)

// isSecret says which fields hold what must never be printed: they become
// b2b.Secret, and are blacked out in request logs.
func isSecret(name, typ string) bool {
	if typ != "string" && typ != "array<string>" {
		return false
	}
	if strings.HasSuffix(name, "_token") || strings.HasSuffix(name, "_secret") || strings.HasSuffix(name, "_salt") {
		return true
	}
	return slices.Contains([]string{
		"authorization_code", "code", "code_verifier", "existing_password", "hash", "new_password", "password", "pkce_code_verifier",
		"private_key", "qr_code", "recovery_code", "recovery_codes", "salt", "saml_encryption_private_key", "secret", "session_jwt",
		"signing_private_key", "token",
	}, name)
}
