package sandbox

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
)

// vaultKeySize is that of AES-256, in bytes.
const vaultKeySize = 32

// tokenBytes are 44 characters of base64.
const tokenBytes = 33

// vault encrypts what the API has to give back in clear: TOTP secrets and
// recovery codes. Its key never enters the database in clear.
type vault struct{ current atomic.Pointer[vaultKey] }

// vaultKey is a key and what follows from it. It remembers the one before it: a
// state that was imported comes with its own key, and whoever still reads the old
// state needs the old one.
type vaultKey struct {
	raw    []byte
	aead   cipher.AEAD
	tokens []byte // that session tokens are made with
	before *vaultKey
}

// newVault makes a vault of key.
func newVault(key []byte) (*vault, error) {
	k, err := newVaultKey(key)
	if err != nil {
		return nil, err
	}
	v := &vault{}
	v.current.Store(k)
	return v, nil
}

func newVaultKey(raw []byte) (*vaultKey, error) {
	block, err := aes.NewCipher(raw)
	if err != nil {
		return nil, fmt.Errorf("use encryption key: %w", err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("use encryption key: %w", err)
	}
	tokens, err := hkdf.Key(sha256.New, raw, nil, "session tokens", sha256.Size)
	if err != nil {
		return nil, fmt.Errorf("derive token key: %w", err)
	}
	return &vaultKey{raw: raw, aead: aead, tokens: tokens}, nil
}

// use changes the key, and returns what changes it back.
func (v *vault) use(raw []byte) (back func(), err error) {
	k, err := newVaultKey(raw)
	if err != nil {
		return nil, err
	}
	old := v.current.Load()
	k.before = &vaultKey{raw: old.raw, aead: old.aead, tokens: old.tokens}
	v.current.Store(k)
	return func() { v.current.Store(old) }, nil
}

// key is the key in use, in base64.
func (v *vault) key() string { return base64.StdEncoding.EncodeToString(v.current.Load().raw) }

// seal encrypts plain for owner: it cannot be opened for any other, so that a row
// copied to another member is worthless.
func (v *vault) seal(plain, owner string) []byte {
	aead := v.current.Load().aead
	nonce := make([]byte, aead.NonceSize(), aead.NonceSize()+len(plain)+aead.Overhead())
	_, _ = rand.Read(nonce) // never fails: it ends the program instead
	return aead.Seal(nonce, nonce, []byte(plain), []byte(owner))
}

// open decrypts what seal made for owner.
func (v *vault) open(sealed []byte, owner string) (string, error) {
	k := v.current.Load()
	plain, err := k.open(sealed, owner)
	if err != nil && k.before != nil {
		plain, err = k.before.open(sealed, owner)
	}
	return plain, err
}

func (k *vaultKey) open(sealed []byte, owner string) (string, error) {
	size := k.aead.NonceSize()
	if len(sealed) < size {
		return "", errors.New("decrypt: too short")
	}
	plain, err := k.aead.Open(nil, sealed[:size], sealed[size:], []byte(owner))
	if err != nil {
		return "", fmt.Errorf("decrypt: %w", err)
	}
	return string(plain), nil
}

// sessionToken returns the token of a session: always the same, so that it can be
// given again to whoever proves the session by a JWT, though only its hash is kept.
func (v *vault) sessionToken(id string) string {
	mac := hmac.New(sha512.New, v.current.Load().tokens)
	mac.Write([]byte(id))
	return base64.URLEncoding.EncodeToString(mac.Sum(nil)[:tokenBytes])
}

// hashSecret is what is stored of a secret that a person may have chosen, of the
// owner of that id: it says nothing to who has the database without the key.
func (v *vault) hashSecret(secret, owner string) []byte {
	mac := hmac.New(sha256.New, v.current.Load().tokens)
	mac.Write([]byte(owner + " " + secret))
	return mac.Sum(nil)
}

// keyFile is where the encryption key of the database at path is kept.
func keyFile(path string) string { return path + ".key" }

// readKey returns the key in file; the error is fs.ErrNotExist when there is none.
func readKey(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("encryption key %s can be read by others (mode %04o): run chmod 600 on it", file, info.Mode().Perm())
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	key, err := base64.StdEncoding.DecodeString(string(text))
	if err != nil || len(key) != vaultKeySize {
		return nil, fmt.Errorf("encryption key %s is damaged: restore it from a backup", file)
	}
	return key, nil
}

// makeKey writes a new key to file, or reads the one that another process wrote
// first: the file appears whole or not at all.
func makeKey(file string) ([]byte, error) {
	key := make([]byte, vaultKeySize)
	_, _ = rand.Read(key)
	tmp, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*") // mode 0600
	if err != nil {
		return nil, fmt.Errorf("create encryption key: %w", err)
	}
	defer func() { _ = os.Remove(tmp.Name()) }()
	_, err = tmp.WriteString(base64.StdEncoding.EncodeToString(key))
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err != nil {
		return nil, fmt.Errorf("create encryption key: %w", err)
	}
	err = os.Link(tmp.Name(), file)
	if errors.Is(err, fs.ErrExist) {
		return readKey(file)
	}
	if err != nil { // a file system without hard links
		err = os.Rename(tmp.Name(), file)
	}
	if err != nil {
		return nil, fmt.Errorf("create encryption key: %w", err)
	}
	return key, nil
}

// hashToken is what is stored of a token or code that only has to be recognised.
// Tokens are random, so that a plain hash suffices.
func hashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// sameText compares without telling by its time where the difference is.
func sameText(a, b string) bool {
	return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1
}

// newToken returns a random token of 44 URL-safe characters.
func newToken() string {
	var raw [tokenBytes]byte
	_, _ = rand.Read(raw[:]) // never fails: it ends the program instead
	return base64.URLEncoding.EncodeToString(raw[:])
}
