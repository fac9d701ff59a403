package views_test

import (
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"testing"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/scrypt"

	"example.com/orgdeck/api/b2b"
)

// oldPassword is what a member has used at the system that the hashes come from.
const oldPassword = "purple monkey"

// kindOf presses the keys to a kind of hash, in the order that the form lists them.
func (c *console) kindOf(kind string) {
	c.t.Helper()
	at := slices.Index(b2b.HashTypeValues(), kind)
	if at < 0 {
		c.t.Fatalf("there is no kind %s", kind)
	}
	for range at {
		c.Press("down")
	}
}

func TestPassword_aHashOfEachKindIsTakenOver(t *testing.T) {
	hexOf, base64Of := hex.EncodeToString, base64.StdEncoding.EncodeToString
	sha1sum, sha512sum := sha1.Sum([]byte(oldPassword+"pepper")), sha512.Sum512([]byte("salt"+oldPassword))
	stretched, err := pbkdf2.Key(sha256.New, oldPassword, []byte("saltsalt"), 1000, 32)
	if err != nil {
		t.Fatal(err)
	}
	scrypted, err := scrypt.Key([]byte(oldPassword), []byte("saltsalt"), 1024, 8, 1, 32)
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		kind, hash string
		told       []string // what is typed after the hash, "" for what is left as it is
	}{
		{b2b.HashTypeSha1, hexOf(sha1sum[:]), []string{"", "pepper"}},
		{b2b.HashTypeSha512, hexOf(sha512sum[:]), []string{"salt"}},
		{b2b.HashTypePbkdf2, base64Of(stretched), []string{base64Of([]byte("saltsalt")), "1000", "32"}},
		{b2b.HashTypeScrypt, base64Of(scrypted), []string{"no", base64Of([]byte("saltsalt")), "1024", "8", "1", "32"}},
		{b2b.HashTypeArgon2id, hexOf(argon2.IDKey([]byte(oldPassword), []byte("saltsalt"), 2, 256, 1, 32)), []string{"no", "saltsalt", "2", "256", "1", "32"}},
		{b2b.HashTypeArgon2i, hexOf(argon2.Key([]byte(oldPassword), []byte("saltsalt"), 2, 256, 1, 32)), []string{"no", "saltsalt", "2", "256", "1", "32"}},
	} {
		t.Run(tc.kind, func(t *testing.T) {
			onTab(t, 100, 48, "Password", withoutPassword, func(c *console) {
				c.Press("i")
				c.kindOf(tc.kind)
				c.Press("tab")
				c.Paste(tc.hash)
				for _, text := range tc.told {
					c.Press("tab")
					if text == "no" {
						c.Press("right") // the hash does not say itself how it was made
						continue
					}
					c.Press("ctrl+u")
					c.Type(text)
				}
				c.Press("ctrl+s")
				c.sees("The password of Ada Lovelace is taken over.", "can sign in by password")
				must(c.t, c.client.Passwords.Authenticate(b2b.AuthenticatePassword{
					OrganizationID: c.acme(), EmailAddress: ada, Password: oldPassword,
				}))
			})
		})
	}
}

func TestPassword_whatAHashThatIsDescribedNeeds(t *testing.T) {
	onTab(t, 100, 48, "Password", withoutPassword, func(c *console) {
		before := c.faults.requests()
		c.Press("i")
		c.kindOf(b2b.HashTypePbkdf2)
		c.Press("tab")
		c.Paste("AAAA")
		c.Press("ctrl+s")
		c.sees("How it was made", "✗ the salt is needed")
		c.Type("c2FsdA==")
		c.Press("tab", "ctrl+u")
		c.Type("-1")
		c.Press("ctrl+s")
		c.sees("✗ a whole number above 0 is needed")
		if c.faults.requests() != before {
			c.t.Error("it was sent")
		}
	})
}

func TestPassword_aSaltThatIsRefusedIsToldBesideIt(t *testing.T) {
	onTab(t, 100, 48, "Password", withoutPassword, func(c *console) {
		c.Press("i")
		c.kindOf(b2b.HashTypePbkdf2)
		c.Press("tab")
		c.Paste("AAAA")
		for _, text := range []string{"c2FsdA==", "1000", "32"} {
			c.Press("tab", "ctrl+u")
			c.Type(text)
		}
		c.faults.refuse("POST", "/v1/b2b/passwords/migrate", 400, b2b.ErrInvalidPbkdf2Salt, "The salt is odd.")
		c.Press("ctrl+s")
		c.sees("Salt", "✗ The salt is odd")
		if c.member(ada).MemberPasswordID != "" {
			c.t.Error("there is a password now")
		}
	})
}
