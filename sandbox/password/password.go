// Package password keeps passwords: as hashes of our own, and as hashes that come
// from other systems, each in its own scheme. It also says how strong a password
// is. It holds no state.
package password

import (
	"crypto/rand"
	"strings"
)

// Our own hashes are argon2id with the least that OWASP recommends: a sandbox has
// to be quick, and its passwords guard nothing else.
const (
	ownMemory = 19 * 1024 // KiB
	ownTime   = 2
	ownLanes  = 1
	ownKey    = 32 // bytes
	saltSize  = 16
)

// Hash returns what is to be stored of a password. No two hashes are the same.
func Hash(text string) string {
	var salt [saltSize]byte
	_, _ = rand.Read(salt[:]) // never fails: it ends the program instead
	a := argonHash{variant: argon2id, memory: ownMemory, time: ownTime, lanes: ownLanes, salt: salt[:]}
	a.sum = a.compute(text, ownKey)
	return a.String()
}

// Verify reports whether text is the password that stored was made of. It takes
// what Hash and Import return, and is false for everything else.
func Verify(stored, text string) bool {
	scheme, _, _ := strings.Cut(strings.TrimPrefix(stored, "$"), "$")
	switch {
	case strings.HasPrefix(scheme, "argon2"):
		return verifyArgon(stored, text)
	case strings.HasPrefix(scheme, "2"):
		return verifyBcrypt(stored, text)
	case strings.HasPrefix(scheme, "pbkdf2-"):
		return verifyPBKDF2(stored, text)
	case scheme == schemeScrypt:
		return verifyScrypt(stored, text)
	case scheme == "P" || scheme == "H":
		return verifyPhpass(stored, text)
	}
	return verifyDigest(stored, text)
}
