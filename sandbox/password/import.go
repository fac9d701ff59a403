package password

import "example.com/orgdeck/api/b2b"

// spellings are other ways to write a hash_type.
var spellings = map[string]string{
	"argon2i": b2b.HashTypeArgon2i, "argon2id": b2b.HashTypeArgon2id, "md5": b2b.HashTypeMd5,
	"sha1": b2b.HashTypeSha1, "sha512": b2b.HashTypeSha512, "pbkdf2": b2b.HashTypePbkdf2,
}

// HashType is the contract's spelling of a hash_type.
func HashType(text string) string {
	if name, ok := spellings[text]; ok {
		return name
	}
	return text
}

// Import returns what is to be stored of a password that another system has
// hashed, for Verify. Its errors are *FormatError.
func Import(m b2b.MigratePassword) (string, error) {
	hash := m.Hash.Reveal()
	switch HashType(m.HashType) {
	case b2b.HashTypeBcrypt:
		return importBcrypt(hash)
	case b2b.HashTypeArgon2i:
		return importArgon(argon2i, hash, m.Argon2Config)
	case b2b.HashTypeArgon2id:
		return importArgon(argon2id, hash, m.Argon2Config)
	case b2b.HashTypeScrypt:
		return importScrypt(hash, m.ScryptConfig)
	case b2b.HashTypePbkdf2:
		return importPBKDF2(hash, m.Pbkdf2Config)
	case b2b.HashTypePhpass:
		return importPhpass(hash)
	case b2b.HashTypeMd5:
		return importDigest("md5", hash, b2b.ErrInvalidMd5Hash, md5Salts(m.Md5Config))
	case b2b.HashTypeSha1:
		return importDigest("sha1", hash, b2b.ErrInvalidSha1Hash, sha1Salts(m.Sha1Config))
	case b2b.HashTypeSha512:
		return importDigest("sha512", hash, b2b.ErrInvalidSha512Hash, sha512Salts(m.Sha512Config))
	}
	return "", bad(b2b.ErrInvalidHashType, "")
}

func md5Salts(c *b2b.MD5Config) salts {
	if c == nil {
		return salts{}
	}
	return salts{c.PrependSalt.Reveal(), c.AppendSalt.Reveal()}
}

func sha1Salts(c *b2b.SHA1Config) salts {
	if c == nil {
		return salts{}
	}
	return salts{c.PrependSalt.Reveal(), c.AppendSalt.Reveal()}
}

func sha512Salts(c *b2b.SHA512Config) salts {
	if c == nil {
		return salts{}
	}
	return salts{c.PrependSalt.Reveal(), c.AppendSalt.Reveal()}
}
