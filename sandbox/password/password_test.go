package password_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/password"
)

const phrase = "correct horse battery staple"

// imports are hashes that other programs have made: Python's hashlib, libcrypt,
// the reference implementation of argon2 and phpass.
var imports = []struct {
	name, text string
	from       b2b.MigratePassword
}{
	{"bcrypt", phrase, b2b.MigratePassword{HashType: "bcrypt", Hash: "$2b$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG"}},
	{"argon2i, encoded", "password", b2b.MigratePassword{HashType: "argon_2i", Hash: "$argon2i$v=19$m=65536,t=2,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b+dWRWJTmaaJObG"}},
	{"argon2i, hexadecimal", "password", b2b.MigratePassword{HashType: "argon2i", Hash: "45d7ac72e76f242b20b77b9bf9bf9d5915894e669a24e6c6",
		Argon2Config: &b2b.Argon2Config{Salt: "somesalt", IterationAmount: 2, Memory: 65536, Threads: 4, KeyLength: 24}}},
	{"argon2id, encoded", "password", b2b.MigratePassword{HashType: "argon2id", Hash: "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"}},
	{"md5", phrase, b2b.MigratePassword{HashType: "md_5", Hash: "9cc2ae8a1ba7a93da39b46fc1019c481"}},
	{"md5 with salts", phrase, b2b.MigratePassword{HashType: "md_5", Hash: "ce55c0a9dd796d1200be46ceac1e252a", Md5Config: &b2b.MD5Config{PrependSalt: "ab", AppendSalt: "cd"}}},
	{"sha1", phrase, b2b.MigratePassword{HashType: "sha_1", Hash: "abf7aad6438836dbe526aa231abde2d0eef74d42"}},
	{"sha1 with salts", phrase, b2b.MigratePassword{HashType: "sha_1", Hash: "79249dd4729192da19fb6e6665c0103975fcdcc0", Sha1Config: &b2b.SHA1Config{PrependSalt: "ab", AppendSalt: "cd"}}},
	{"sha512", phrase, b2b.MigratePassword{HashType: "sha_512", Hash: "be5ef7679d88ab9a9045f6267e55f5e5784b4b8cd764b5cd855a5244f91c626953cd46c43d7668873fd6efbd3b221249315580031963472a078781fe046e62ae"}},
	{"sha512 with salts", phrase, b2b.MigratePassword{HashType: "sha_512", Hash: "6bda6a13ca33622cb0add444f977aa83299369d5f6d10bda20d3831637aaca9606edbd77c5bcf6fa5df9eb3ab43e9c424b5e1dc09d25d1b5cbc32f2586ff059d",
		Sha512Config: &b2b.SHA512Config{PrependSalt: "ab", AppendSalt: "cd"}}},
	{"scrypt", phrase, b2b.MigratePassword{HashType: "scrypt", Hash: "JEiq31ToDXVLekoPiCYXO7eLgCBeYKHZ1ulgYbEEYcY=",
		ScryptConfig: &b2b.ScryptConfig{Salt: "c2FsdHNhbHQ=", NParameter: 1024, RParameter: 8, PParameter: 1, KeyLength: 32}}},
	{"scrypt, encoded", phrase, b2b.MigratePassword{HashType: "scrypt", Hash: "$scrypt$ln=10,r=8,p=1$c2FsdHNhbHQ$JEiq31ToDXVLekoPiCYXO7eLgCBeYKHZ1ulgYbEEYcY"}},
	{"pbkdf2 with SHA-256", phrase, b2b.MigratePassword{HashType: "pbkdf_2", Hash: "zzTVNkpdnDsQWZloN/zP8vUU74BCbHD/tDSXS4zXPSs=",
		Pbkdf2Config: &b2b.PBKDF2Config{Salt: "c2FsdHNhbHQ=", IterationAmount: 1000, KeyLength: 32}}},
	{"pbkdf2 with SHA-512", phrase, b2b.MigratePassword{HashType: "pbkdf_2", Hash: "1PpnSaWjT7JmjJ2+6arxMmUcoiX7YslJ/AIsSus8/q0nOw/WzYrS3GNem7VhSChp8LKV5qjPZc2BfNWBugVpOQ==",
		Pbkdf2Config: &b2b.PBKDF2Config{Salt: "c2FsdHNhbHQ=", IterationAmount: 1000, KeyLength: 64, Algorithm: "sha512"}}},
	{"phpass", "test12345", b2b.MigratePassword{HashType: "phpass", Hash: "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"}},
}

func TestHashesOfOtherSystemsAreVerifiedInTheirScheme(t *testing.T) {
	for _, c := range imports {
		t.Run(c.name, func(t *testing.T) {
			stored, err := password.Import(c.from)
			if err != nil {
				t.Fatal(err)
			}
			if !password.Verify(stored, c.text) {
				t.Error("the password is refused")
			}
			for _, wrong := range []string{c.text + " ", c.from.Hash.Reveal()} {
				if password.Verify(stored, wrong) {
					t.Errorf("%q is accepted", wrong)
				}
			}
		})
	}
}

func TestOurOwnHashesDifferAndAreVerified(t *testing.T) {
	long := strings.Repeat("x", 100)
	for _, text := range []string{phrase, "", "日本語\x00", long} {
		a, b := password.Hash(text), password.Hash(text)
		if a == b || !strings.HasPrefix(a, "$argon2id$v=19$m=19456,t=2,p=1$") {
			t.Errorf("got %s and %s", a, b)
		}
		if !password.Verify(a, text) || !password.Verify(b, text) || password.Verify(a, text+"x") {
			t.Errorf("%q is not verified", text)
		}
	}
	if password.Verify(password.Hash(long), long[:72]) {
		t.Error("the end of a long password does not count")
	}
}

func TestBcryptNeverCutsAPassword(t *testing.T) {
	const ofAs = "$2b$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe" // of 72 times a
	if !password.Verify(ofAs, strings.Repeat("a", 72)) {
		t.Error("the longest password that bcrypt sees is refused")
	}
	if password.Verify(ofAs, strings.Repeat("a", 73)) {
		t.Error("a password longer than bcrypt sees is accepted")
	}
}

func TestWhatIsNoHashVerifiesNothing(t *testing.T) {
	for _, stored := range []string{"", "$", "$$", "x", "$argon2id$", "$argon2id$v=19$m=x,t=2,p=1$YQ$YQ", "$argon2id$v=19$m=19456,t=2,p=1$$", "$scrypt$ln=99,r=8,p=1$YQ$YQ",
		"$pbkdf2-sha256$i=0$YQ$YQ", "$pbkdf2-md5$i=1$YQ$YQ", "$md5$$$", "$2b$", "$P$", "$P$9"} {
		if password.Verify(stored, "") || password.Verify(stored, "x") {
			t.Errorf("%q accepts", stored)
		}
	}
}

func argonHash(change func(*b2b.Argon2Config)) b2b.MigratePassword {
	c := &b2b.Argon2Config{Salt: "somesalt", IterationAmount: 2, Memory: 65536, Threads: 4, KeyLength: 24}
	change(c)
	return b2b.MigratePassword{HashType: "argon_2i", Hash: "45d7ac72e76f242b20b77b9bf9bf9d5915894e669a24e6c6", Argon2Config: c}
}

func scryptHash(change func(*b2b.ScryptConfig)) b2b.MigratePassword {
	c := &b2b.ScryptConfig{Salt: "c2FsdHNhbHQ=", NParameter: 1024, RParameter: 8, PParameter: 1, KeyLength: 32}
	change(c)
	return b2b.MigratePassword{HashType: "scrypt", Hash: "JEiq31ToDXVLekoPiCYXO7eLgCBeYKHZ1ulgYbEEYcY=", ScryptConfig: c}
}

func pbkdf2Hash(change func(*b2b.PBKDF2Config)) b2b.MigratePassword {
	c := &b2b.PBKDF2Config{Salt: "c2FsdHNhbHQ=", IterationAmount: 1000, KeyLength: 32}
	change(c)
	return b2b.MigratePassword{HashType: "pbkdf_2", Hash: "zzTVNkpdnDsQWZloN/zP8vUU74BCbHD/tDSXS4zXPSs=", Pbkdf2Config: c}
}

func plainHash(kind string, hash b2b.Secret) b2b.MigratePassword {
	return b2b.MigratePassword{HashType: kind, Hash: hash}
}

func TestHashesThatCannotBeAreRefusedByName(t *testing.T) {
	for i, c := range []struct {
		want string
		from b2b.MigratePassword
	}{
		{b2b.ErrInvalidHashType, plainHash("crc32", "x")},
		{b2b.ErrInvalidBcryptHash, plainHash("bcrypt", "x")},
		{b2b.ErrInvalidBcryptHash, plainHash("bcrypt", b2b.Secret("$2b$"+strings.Repeat("x", 56)))},
		{b2b.ErrInvalidBcryptCost, plainHash("bcrypt", "$2b$31$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG")},
		{b2b.ErrInvalidMd5Hash, plainHash("md_5", "9cc2")},
		{b2b.ErrInvalidSha1Hash, plainHash("sha_1", "9cc2ae8a1ba7a93da39b46fc1019c481")},
		{b2b.ErrInvalidSha512Hash, plainHash("sha_512", "not hexadecimal")},
		{b2b.ErrInvalidPhpassHashFormat, plainHash("phpass", "$P$")},
		{b2b.ErrInvalidPhpassHashFormat, plainHash("phpass", "$P$~IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0")},
		{b2b.ErrInvalidHash, plainHash("argon_2id", "$argon2i$v=19$m=65536,t=2,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b+dWRWJTmaaJObG")},
		{b2b.ErrInvalidHash, plainHash("argon_2i", "$argon2i$v=16$m=65536,t=2,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b+dWRWJTmaaJObG")},
		{b2b.ErrInvalidHash, plainHash("argon_2i", "not hexadecimal")},
		{b2b.ErrInvalidArgon2Salt, plainHash("argon_2i", "45d7ac72")},
		{b2b.ErrInvalidArgon2Salt, argonHash(func(c *b2b.Argon2Config) { c.Salt = "" })},
		{b2b.ErrInvalidArgon2Memory, argonHash(func(c *b2b.Argon2Config) { c.Memory = 31 })},
		{b2b.ErrInvalidArgon2Memory, argonHash(func(c *b2b.Argon2Config) { c.Memory = 1 << 30 })},
		{b2b.ErrInvalidArgon2Threads, argonHash(func(c *b2b.Argon2Config) { c.Threads = 0 })},
		{b2b.ErrInvalidArgon2IterationAmount, argonHash(func(c *b2b.Argon2Config) { c.IterationAmount = 0 })},
		{b2b.ErrInvalidArgon2KeyLength, argonHash(func(c *b2b.Argon2Config) { c.KeyLength = 0 })},
		{b2b.ErrArgon2KeyLengthMismatch, argonHash(func(c *b2b.Argon2Config) { c.KeyLength = 32 })},
		{b2b.ErrInvalidBase64ScryptHash, plainHash("scrypt", "***")},
		{b2b.ErrInvalidScryptParameters, plainHash("scrypt", "YWJjZA==")},
		{b2b.ErrInvalidBase64ScryptSalt, scryptHash(func(c *b2b.ScryptConfig) { c.Salt = "***" })},
		{b2b.ErrInvalidScryptNParameter, scryptHash(func(c *b2b.ScryptConfig) { c.NParameter = 1000 })},
		{b2b.ErrInvalidScryptNParameter, scryptHash(func(c *b2b.ScryptConfig) { c.NParameter = 524288 })},
		{b2b.ErrInvalidScryptParameters, scryptHash(func(c *b2b.ScryptConfig) { c.RParameter = 0 })},
		{b2b.ErrInvalidScryptParameters, scryptHash(func(c *b2b.ScryptConfig) { c.RParameter = 1 << 30 })},
		{b2b.ErrInvalidScryptParameters, scryptHash(func(c *b2b.ScryptConfig) { c.PParameter = 17 })},
		{b2b.ErrScryptKeyLengthMismatch, scryptHash(func(c *b2b.ScryptConfig) { c.KeyLength = 31 })},
		{b2b.ErrInvalidPbkdf2Hash, plainHash("pbkdf_2", "***")},
		{b2b.ErrInvalidPbkdf2Salt, plainHash("pbkdf_2", "YWJjZA==")},
		{b2b.ErrInvalidPbkdf2Salt, pbkdf2Hash(func(c *b2b.PBKDF2Config) { c.Salt = "***" })},
		{b2b.ErrInvalidPbkdf2IterationAmount, pbkdf2Hash(func(c *b2b.PBKDF2Config) { c.IterationAmount = 0 })},
		{b2b.ErrInvalidPbkdf2Algorithm, pbkdf2Hash(func(c *b2b.PBKDF2Config) { c.Algorithm = "md5" })},
		{b2b.ErrPbkdf2KeyLengthMismatch, pbkdf2Hash(func(c *b2b.PBKDF2Config) { c.KeyLength = 64 })},
	} {
		_, err := password.Import(c.from)
		if wrong, ok := errors.AsType[*password.FormatError](err); !ok || wrong.Type != c.want {
			t.Errorf("%d: got %v, want %s", i, err, c.want)
		}
	}
}

func TestScoresAndWhatIsWeak(t *testing.T) {
	for text, want := range map[string]struct {
		score   int
		warning string
	}{
		"password":         {0, "This is a top-10 common password"},
		"Password":         {0, "This is a top-10 common password"},
		"P@ssw0rd1":        {1, "This is similar to a commonly used password"},
		"aaaaaaaa":         {0, `Repeats like "aaa" are easy to guess`},
		"abcabcabc":        {0, `Repeats like "abcabcabc" are only slightly harder to guess than "abc"`},
		"abcdefgh":         {0, "Sequences like abc or 6543 are easy to guess"},
		"1990-05-12":       {1, "Dates are often easy to guess"},
		"":                 {0, ""},
		phrase:             {4, ""},
		"zX9!kdq0Lm-77-tQ": {4, ""},
	} {
		score, feedback := password.Score(text)
		if score != want.score || feedback.Warning != want.warning || feedback.Suggestions == nil {
			t.Errorf("%q: got %d %+v, want %d %q", text, score, feedback, want.score, want.warning)
		}
		if password.IsStrong(score) != (score >= 3) {
			t.Errorf("%d is judged wrong", score)
		}
	}
	_, feedback := password.Score("p4ssw0rd")
	if !slices.Contains(feedback.Suggestions, "Predictable substitutions like '@' instead of 'a' don't help very much") {
		t.Errorf("got %+v", feedback)
	}
	if score, _ := password.Score("ada.lovelace@acme.example", "ada.lovelace@acme.example"); score > 1 {
		t.Errorf("one's own address scores %d", score)
	}
}

func TestLUDSCountsKindsAndCharacters(t *testing.T) {
	for text, want := range map[string]b2b.LudsFeedback{
		"":         {MissingComplexity: 3, MissingCharacters: 8},
		"abc":      {HasLowerCase: true, MissingComplexity: 2, MissingCharacters: 5},
		"Abcdefg1": {HasLowerCase: true, HasUpperCase: true, HasDigit: true},
		"abc 1":    {HasLowerCase: true, HasDigit: true, HasSymbol: true, MissingCharacters: 3},
		"ÄÖÜäöü12": {HasLowerCase: true, HasUpperCase: true, HasDigit: true},
		"日本語日本語日本": {HasSymbol: true, MissingComplexity: 2},
	} {
		if got := password.LUDS(text); got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

func TestBreachListsHoldPasswordsOrTheirSHA1(t *testing.T) {
	file := filepath.Join(t.TempDir(), "breached.txt")
	const sums = "hunter2\r\nABF7AAD6438836DBE526AA231ABDE2D0EEF74D42:12\n\nletmein\n"
	if err := os.WriteFile(file, []byte(sums), 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := password.ReadBreachList(file)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"hunter2": true, phrase: true, "letmein": true, "Letmein": false, "": false} {
		if list.Has(text) != want {
			t.Errorf("%q: got %t", text, !want)
		}
	}
	if (*password.BreachList)(nil).Has("hunter2") {
		t.Error("no list has a password")
	}
	if _, err := password.ReadBreachList(file + ".none"); err == nil || !strings.Contains(err.Error(), "is not there") {
		t.Errorf("got %v", err)
	}
}

func FuzzScore(f *testing.F) {
	for _, seed := range []string{"", "password", "日本語パスワード4@$", "ﬀ1İı", "\xff\xfe", "aab日aab日", "4４@@日$5"} {
		f.Add(seed, "ada@acme.example")
	}
	f.Fuzz(func(t *testing.T, text, known string) {
		score, feedback := password.Score(text, known)
		if score < 0 || score > 4 || feedback.Suggestions == nil || !utf8.ValidString(feedback.Warning) {
			t.Errorf("%q: %d %+v", text, score, feedback)
		}
	})
}

func FuzzVerify(f *testing.F) {
	for _, c := range imports {
		f.Add(c.from.Hash.Reveal(), c.from.HashType)
	}
	f.Fuzz(func(_ *testing.T, hash, kind string) {
		if stored, err := password.Import(b2b.MigratePassword{Hash: b2b.Secret(hash), HashType: kind}); err == nil && len(stored) == 0 {
			panic("an empty hash was taken")
		}
	})
}
