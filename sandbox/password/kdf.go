package password

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"hash"
	"math/bits"
	"strings"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/scrypt"

	"example.com/orgdeck/api/b2b"
)

const schemeScrypt = "scrypt"

// Bounds of what somebody else's hashes may cost to check.
const (
	maxBcryptCost = 16
	maxBcryptText = 72 // bytes: bcrypt sees no more

	maxScryptN      = 262144
	maxScryptMemory = 1 << 21 // n times r: 256 MiB
	maxScryptLanes  = 16

	maxPBKDF2Iterations = 10_000_000
)

func importBcrypt(hash string) (string, error) {
	if !strings.HasPrefix(hash, "$2") || len(hash) != 60 {
		return "", bad(b2b.ErrInvalidBcryptHash, "a bcrypt hash begins with $2 and has 60 characters")
	}
	cost, err := bcrypt.Cost([]byte(hash))
	if err != nil {
		return "", bad(b2b.ErrInvalidBcryptHash, "")
	}
	if !within(cost, bcrypt.MinCost, maxBcryptCost) {
		return "", bad(b2b.ErrInvalidBcryptCost, fmt.Sprintf("the cost must be %d to %d", bcrypt.MinCost, maxBcryptCost))
	}
	return hash, nil
}

// verifyBcrypt refuses what bcrypt would cut: the rest of a long password would
// not count.
func verifyBcrypt(stored, text string) bool {
	return len(text) <= maxBcryptText && bcrypt.CompareHashAndPassword([]byte(stored), []byte(text)) == nil
}

// scryptHash is a scrypt hash taken apart.
type scryptHash struct {
	logN, r, p int
	salt, sum  []byte
}

func (s scryptHash) String() string {
	return fmt.Sprintf("$%s$ln=%d,r=%d,p=%d$%s$%s", schemeScrypt, s.logN, s.r, s.p, encode64(s.salt), encode64(s.sum))
}

func (s scryptHash) check() error {
	switch {
	case !within(s.logN, 1, bits.Len(maxScryptN)-1):
		return bad(b2b.ErrInvalidScryptNParameter, fmt.Sprintf("n_parameter: a power of two up to %d", maxScryptN))
	case s.r < 1, !within(s.p, 1, maxScryptLanes), s.r > maxScryptMemory>>s.logN:
		return bad(b2b.ErrInvalidScryptParameters, fmt.Sprintf("p_parameter: 1 to %d, r_parameter: from 1, n times r at most %d", maxScryptLanes, maxScryptMemory))
	case !within(len(s.sum), minKey, maxKey):
		return bad(b2b.ErrScryptKeyLengthMismatch, fmt.Sprintf("the hash must have %d to %d bytes", minKey, maxKey))
	}
	return nil
}

// parseScrypt reads an encoded scrypt hash.
func parseScrypt(text string) (scryptHash, error) {
	scheme, parts := encoded(text)
	if scheme != schemeScrypt || len(parts) != 3 {
		return scryptHash{}, bad(b2b.ErrInvalidHash, "not an encoded scrypt hash")
	}
	p := parameters(parts[0])
	salt, saltErr := decode64(parts[1])
	sum, sumErr := decode64(parts[2])
	switch {
	case p == nil:
		return scryptHash{}, bad(b2b.ErrInvalidScryptParameters, "ln, r and p are needed")
	case saltErr != nil:
		return scryptHash{}, bad(b2b.ErrInvalidBase64ScryptSalt, "")
	case sumErr != nil:
		return scryptHash{}, bad(b2b.ErrInvalidBase64ScryptHash, "")
	}
	s := scryptHash{logN: p["ln"], r: p["r"], p: p["p"], salt: salt, sum: sum}
	return s, s.check()
}

func verifyScrypt(stored, text string) bool {
	s, err := parseScrypt(stored)
	if err != nil {
		return false
	}
	sum, err := scrypt.Key([]byte(text), s.salt, 1<<s.logN, s.r, s.p, len(s.sum))
	return err == nil && same(s.sum, sum)
}

// importScrypt takes an encoded hash, or base64 with what is said of it.
func importScrypt(hash string, config *b2b.ScryptConfig) (string, error) {
	if strings.HasPrefix(hash, "$") {
		s, err := parseScrypt(hash)
		return s.String(), err
	}
	sum, err := decode64(hash)
	if err != nil || len(sum) == 0 {
		return "", bad(b2b.ErrInvalidBase64ScryptHash, "")
	}
	if config == nil {
		return "", bad(b2b.ErrInvalidScryptParameters, "a base64 hash needs scrypt_config")
	}
	salt, err := decode64(config.Salt.Reveal())
	if err != nil || len(salt) == 0 {
		return "", bad(b2b.ErrInvalidBase64ScryptSalt, "")
	}
	n := config.NParameter
	if !within(n, 2, maxScryptN) || n&(n-1) != 0 {
		return "", bad(b2b.ErrInvalidScryptNParameter, fmt.Sprintf("n_parameter: a power of two up to %d", maxScryptN))
	}
	if config.KeyLength != len(sum) {
		return "", bad(b2b.ErrScryptKeyLengthMismatch, fmt.Sprintf("key_length is %d, the hash has %d bytes", config.KeyLength, len(sum)))
	}
	s := scryptHash{logN: bits.Len(uint(n)) - 1, r: config.RParameter, p: config.PParameter, salt: salt, sum: sum}
	return s.String(), s.check()
}

// pbkdf2Hashes are the hash functions by their name in a configuration.
func pbkdf2Hash(algorithm string) func() hash.Hash {
	switch algorithm {
	case "", "sha256":
		return sha256.New
	case "sha512":
		return sha512.New
	}
	return nil
}

func verifyPBKDF2(stored, text string) bool {
	scheme, parts := encoded(stored)
	if len(parts) != 3 {
		return false
	}
	algorithm := pbkdf2Hash(strings.TrimPrefix(scheme, "pbkdf2-"))
	p := parameters(parts[0])
	salt, saltErr := decode64(parts[1])
	sum, sumErr := decode64(parts[2])
	if algorithm == nil || saltErr != nil || sumErr != nil || !within(p["i"], 1, maxPBKDF2Iterations) {
		return false
	}
	got, err := pbkdf2.Key(algorithm, text, salt, p["i"], len(sum))
	return err == nil && same(sum, got)
}

// importPBKDF2 takes base64 with what is said of it.
func importPBKDF2(hash string, config *b2b.PBKDF2Config) (string, error) {
	sum, err := decode64(hash)
	if err != nil || !within(len(sum), minKey, maxKey) {
		return "", bad(b2b.ErrInvalidPbkdf2Hash, fmt.Sprintf("base64 of %d to %d bytes", minKey, maxKey))
	}
	if config == nil {
		return "", bad(b2b.ErrInvalidPbkdf2Salt, "the hash needs pbkdf_2_config")
	}
	salt, err := decode64(config.Salt.Reveal())
	switch {
	case err != nil || len(salt) == 0:
		return "", bad(b2b.ErrInvalidPbkdf2Salt, "")
	case !within(config.IterationAmount, 1, maxPBKDF2Iterations):
		return "", bad(b2b.ErrInvalidPbkdf2IterationAmount, fmt.Sprintf("iteration_amount: 1 to %d", maxPBKDF2Iterations))
	case pbkdf2Hash(config.Algorithm) == nil:
		return "", bad(b2b.ErrInvalidPbkdf2Algorithm, "")
	case config.KeyLength != len(sum):
		return "", bad(b2b.ErrPbkdf2KeyLengthMismatch, fmt.Sprintf("key_length is %d, the hash has %d bytes", config.KeyLength, len(sum)))
	}
	algorithm := config.Algorithm
	if algorithm == "" {
		algorithm = "sha256"
	}
	return fmt.Sprintf("$pbkdf2-%s$i=%d$%s$%s", algorithm, config.IterationAmount, encode64(salt), encode64(sum)), nil
}
