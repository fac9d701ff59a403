package views

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// migrant is what is typed about the hash of a password.
type migrant struct {
	kind, hash                  string
	salt, prepend, append       string
	iterations, memory, threads string
	length, n, r, p, digest     string
	encoded                     bool // the hash says all of it itself
}

// migratePasswordForm asks for the hash that another system has of m's password.
func migratePasswordForm(env *Env, m b2b.Member) ui.View {
	v := &migrant{kind: b2b.HashTypeBcrypt, encoded: true, digest: "sha256"}
	return &ui.Form[b2b.MigratePasswordResponse]{
		Name:   "Migrate a hash · " + memberName(m),
		Groups: v.groups,
		Send: func() ui.Write[b2b.MigratePasswordResponse] {
			return write(env.API.Passwords.Migrate(v.request(m)))
		},
		FieldOf: migrateFieldOf,
		Done: func(after b2b.MigratePasswordResponse) tea.Cmd {
			return tea.Batch(announceMember(after.Member), ui.Toast(ui.Success, "The password of "+memberName(after.Member)+" is taken over."))
		},
	}
}

// migrateFieldOf puts refusals of a hash on the field that they are about.
func migrateFieldOf(err error) string {
	refused, ok := errors.AsType[*api.Error](err)
	switch {
	case !ok:
		return ""
	case strings.Contains(refused.Type, "salt"):
		return "salt"
	case strings.Contains(refused.Type, "hash"):
		return "hash"
	}
	return api.FieldOf(err)
}

func (v *migrant) is(kinds ...string) bool { return slices.Contains(kinds, v.kind) }

// mayBeEncoded reports whether the hash may say itself how it was made.
func (v *migrant) mayBeEncoded() bool {
	return v.is(b2b.HashTypeArgon2i, b2b.HashTypeArgon2id, b2b.HashTypeScrypt)
}

// plain are the kinds that have salt around the password, if any.
func (v *migrant) plain() bool { return v.is(b2b.HashTypeMd5, b2b.HashTypeSha1, b2b.HashTypeSha512) }

// described reports whether the fields say how the hash was made.
func (v *migrant) described() bool {
	return v.is(b2b.HashTypePbkdf2) || v.mayBeEncoded() && !v.encoded
}

func hashKinds() []huh.Option[string] {
	words := map[string]string{
		b2b.HashTypeBcrypt: "bcrypt", b2b.HashTypeMd5: "MD5", b2b.HashTypeArgon2i: "Argon2i", b2b.HashTypeArgon2id: "Argon2id",
		b2b.HashTypeSha1: "SHA-1", b2b.HashTypeSha512: "SHA-512", b2b.HashTypeScrypt: "scrypt", b2b.HashTypePhpass: "phpass",
		b2b.HashTypePbkdf2: "PBKDF2",
	}
	var options []huh.Option[string]
	for _, kind := range b2b.HashTypeValues() {
		name := words[kind]
		if name == "" {
			name = kind
		}
		options = append(options, huh.NewOption(name, kind))
	}
	return options
}

func (v *migrant) groups() []ui.FormGroup {
	return []ui.FormGroup{
		{Fields: []ui.FormField{
			{Field: huh.NewSelect[string]().Key("hash_type").Title("Kind").Value(&v.kind).Options(hashKinds()...),
				Help: "How the other system hashed the password. The member goes on using the same password here."},
			{Field: secretInput("hash", "Hash", &v.hash).Validate(needed("paste the hash")), Secret: true,
				Help: "bcrypt, Argon2, scrypt and phpass as they are stored, beginning with $; MD5 and SHA in hexadecimal; PBKDF2 in base64."},
			{Field: huh.NewConfirm().Key("encoded").Title("The hash begins with $ and says itself how it was made").Value(&v.encoded),
				Help:   "Otherwise it is hexadecimal (Argon2) or base64 (scrypt), and the rest has to be told.",
				Hidden: func() bool { return !v.mayBeEncoded() }},
		}},
		{Title: "Salt around the password", Hidden: func() bool { return !v.plain() }, Fields: []ui.FormField{
			{Field: secretInput("prepend_salt", "Before it", &v.prepend), Help: "Nothing when empty.", Secret: true},
			{Field: secretInput("append_salt", "After it", &v.append), Help: "Nothing when empty.", Secret: true},
		}},
		{Title: "How it was made", Hidden: func() bool { return !v.described() }, Fields: v.madeOf()},
	}
}

// madeOf are the fields that say how a hash was made.
func (v *migrant) madeOf() []ui.FormField {
	argon := []string{b2b.HashTypeArgon2i, b2b.HashTypeArgon2id}
	only := func(kinds ...string) func() bool { return func() bool { return !v.is(kinds...) } }
	return []ui.FormField{
		{Field: secretInput("salt", "Salt", &v.salt).Validate(v.whenDescribed(needed("the salt is needed"))), Help: "In base64 for PBKDF2 and scrypt.", Secret: true},
		{Field: v.number("iteration_amount", "Iterations", &v.iterations), Hidden: only(append(argon, b2b.HashTypePbkdf2)...)},
		{Field: v.number("memory", "Memory in KiB", &v.memory), Hidden: only(argon...)},
		{Field: v.number("threads", "Threads", &v.threads), Hidden: only(argon...)},
		{Field: v.number("n_parameter", "N", &v.n), Hidden: only(b2b.HashTypeScrypt), Help: "A power of two, at most 262144."},
		{Field: v.number("r_parameter", "r", &v.r), Hidden: only(b2b.HashTypeScrypt)},
		{Field: v.number("p_parameter", "p", &v.p), Hidden: only(b2b.HashTypeScrypt)},
		{Field: v.number("key_length", "Key length in bytes", &v.length)},
		{Field: huh.NewSelect[string]().Key("algorithm").Title("Digest").Value(&v.digest).Options(huh.NewOptions("sha256", "sha512")...),
			Hidden: only(b2b.HashTypePbkdf2)},
	}
}

func secretInput(name, title string, value *string) *huh.Input {
	return huh.NewInput().Key(name).Title(title).Value(value).EchoMode(huh.EchoModePassword).CharLimit(4096)
}

func (v *migrant) number(name, title string, value *string) *huh.Input {
	return huh.NewInput().Key(name).Title(title).Value(value).CharLimit(9).Validate(v.whenDescribed(func(typed string) error {
		if n := wholeNumber(typed); n == nil || *n <= 0 {
			return errors.New("a whole number above 0 is needed")
		}
		return nil
	}))
}

// whenDescribed is check as far as the hash does not say itself how it was made.
func (v *migrant) whenDescribed(check func(string) error) func(string) error {
	return func(typed string) error {
		if !v.described() {
			return nil
		}
		return check(typed)
	}
}

func needed(says string) func(string) error {
	return func(typed string) error {
		if strings.TrimSpace(typed) == "" {
			return errors.New(says)
		}
		return nil
	}
}

// request is what was typed, with the configuration of its kind alone.
func (v *migrant) request(m b2b.Member) b2b.MigratePassword {
	to := b2b.MigratePassword{
		EmailAddress: m.EmailAddress, OrganizationID: m.OrganizationID, HashType: v.kind, Hash: b2b.Secret(strings.TrimSpace(v.hash)),
	}
	around := b2b.MD5Config{PrependSalt: b2b.Secret(v.prepend), AppendSalt: b2b.Secret(v.append)}
	salted := v.prepend+v.append != ""
	switch salt := b2b.Secret(strings.TrimSpace(v.salt)); {
	case v.is(b2b.HashTypeMd5) && salted:
		to.Md5Config = &around
	case v.is(b2b.HashTypeSha1) && salted:
		to.Sha1Config = api.Ptr(b2b.SHA1Config(around))
	case v.is(b2b.HashTypeSha512) && salted:
		to.Sha512Config = api.Ptr(b2b.SHA512Config(around))
	case !v.described():
	case v.is(b2b.HashTypeScrypt):
		to.ScryptConfig = &b2b.ScryptConfig{Salt: salt, NParameter: number(v.n), RParameter: number(v.r), PParameter: number(v.p), KeyLength: number(v.length)}
	case v.is(b2b.HashTypePbkdf2):
		to.Pbkdf2Config = &b2b.PBKDF2Config{Salt: salt, IterationAmount: number(v.iterations), KeyLength: number(v.length), Algorithm: v.digest}
	default:
		to.Argon2Config = &b2b.Argon2Config{Salt: salt, IterationAmount: number(v.iterations), Memory: number(v.memory), Threads: number(v.threads), KeyLength: number(v.length)}
	}
	return to
}

// number is a field that was checked, as a number.
func number(typed string) int {
	n, _ := strconv.Atoi(strings.TrimSpace(typed)) // the field has refused what is none before
	return n
}
