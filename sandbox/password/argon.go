package password

import (
	"encoding/hex"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"

	"example.com/orgdeck/api/b2b"
)

// Variants of argon2, as encoded hashes call them.
const (
	argon2i  = "argon2i"
	argon2id = "argon2id"
)

// Bounds of what somebody else's argon2 hashes may cost to check.
const (
	maxArgonMemory = 256 * 1024 // KiB
	maxArgonTime   = 100
	maxArgonLanes  = 64
	minKey, maxKey = 4, 512 // bytes
)

// argonHash is an argon2 hash taken apart.
type argonHash struct {
	variant             string
	memory, time, lanes int
	salt, sum           []byte
}

// String is the hash as it is written everywhere.
func (a argonHash) String() string {
	return fmt.Sprintf("$%s$v=%d$m=%d,t=%d,p=%d$%s$%s", a.variant, argon2.Version, a.memory, a.time, a.lanes, encode64(a.salt), encode64(a.sum))
}

// compute hashes text to size bytes. The parameters are within their bounds.
func (a argonHash) compute(text string, size int) []byte {
	hash := argon2.IDKey
	if a.variant == argon2i {
		hash = argon2.Key
	}
	return hash([]byte(text), a.salt, uint32(a.time), uint32(a.memory), uint8(a.lanes), uint32(size))
}

// check holds the parameters to what can be computed.
func (a argonHash) check() error {
	switch {
	case len(a.salt) == 0:
		return bad(b2b.ErrInvalidArgon2Salt, "")
	case !within(a.lanes, 1, maxArgonLanes):
		return bad(b2b.ErrInvalidArgon2Threads, fmt.Sprintf("threads: 1 to %d", maxArgonLanes))
	case !within(a.memory, 8*a.lanes, maxArgonMemory):
		return bad(b2b.ErrInvalidArgon2Memory, fmt.Sprintf("memory: %d to %d KiB", 8*a.lanes, maxArgonMemory))
	case !within(a.time, 1, maxArgonTime):
		return bad(b2b.ErrInvalidArgon2IterationAmount, fmt.Sprintf("iteration_amount: 1 to %d", maxArgonTime))
	case !within(len(a.sum), minKey, maxKey):
		return bad(b2b.ErrInvalidArgon2KeyLength, fmt.Sprintf("key_length: %d to %d", minKey, maxKey))
	}
	return nil
}

// parseArgon reads an encoded argon2 hash.
func parseArgon(text string) (argonHash, error) {
	variant, parts := encoded(text)
	if variant != argon2i && variant != argon2id || len(parts) != 4 || parts[0] != fmt.Sprintf("v=%d", argon2.Version) {
		return argonHash{}, bad(b2b.ErrInvalidHash, "not an encoded argon2i or argon2id hash of version 19")
	}
	p := parameters(parts[1])
	salt, saltErr := decode64(parts[2])
	sum, sumErr := decode64(parts[3])
	if p == nil || saltErr != nil || sumErr != nil {
		return argonHash{}, bad(b2b.ErrInvalidHash, "the encoded argon2 hash is damaged")
	}
	a := argonHash{variant: variant, memory: p["m"], time: p["t"], lanes: p["p"], salt: salt, sum: sum}
	return a, a.check()
}

func verifyArgon(stored, text string) bool {
	a, err := parseArgon(stored)
	return err == nil && same(a.sum, a.compute(text, len(a.sum)))
}

// importArgon takes an encoded hash, or a hexadecimal one with what is said of it.
func importArgon(variant, hash string, config *b2b.Argon2Config) (string, error) {
	if strings.HasPrefix(hash, "$") {
		a, err := parseArgon(hash)
		if err == nil && a.variant != variant {
			err = bad(b2b.ErrInvalidHash, "the hash is "+a.variant+", not "+variant)
		}
		return a.String(), err
	}
	sum, err := hex.DecodeString(hash)
	if err != nil || len(sum) == 0 {
		return "", bad(b2b.ErrInvalidHash, "neither an encoded argon2 hash nor hexadecimal")
	}
	if config == nil {
		return "", bad(b2b.ErrInvalidArgon2Salt, "a hexadecimal hash needs argon_2_config")
	}
	a := argonHash{variant: variant, memory: config.Memory, time: config.IterationAmount, lanes: config.Threads, salt: []byte(config.Salt.Reveal()), sum: sum}
	if !within(config.KeyLength, minKey, maxKey) {
		return "", bad(b2b.ErrInvalidArgon2KeyLength, fmt.Sprintf("key_length: %d to %d", minKey, maxKey))
	}
	if config.KeyLength != len(sum) {
		return "", bad(b2b.ErrArgon2KeyLengthMismatch, fmt.Sprintf("key_length is %d, the hash has %d bytes", config.KeyLength, len(sum)))
	}
	return a.String(), a.check()
}
