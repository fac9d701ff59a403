package sandbox

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"

	"example.com/orgdeck/sandbox/store"
)

// keyCheck is sealed into the database, so that a wrong key is noticed at once.
const keyCheck = "orgdeck sandbox"

// start makes ready what the server needs besides the database: the encryption
// key and the clock's offset. Signing keys are made when first needed: that takes
// longer than all the rest.
func (s *Server) start(ctx context.Context, path string) error {
	var check, dataKey string
	err := s.store.Read(ctx, func(tx *store.Tx) (err error) {
		if check, err = tx.Setting(store.SettingKeyCheck); err != nil {
			return err
		}
		if dataKey, err = tx.Setting(store.SettingDataKey); err != nil {
			return err
		}
		return s.skew.load(tx)
	})
	if err != nil {
		return err
	}
	if s.lock, err = unlock(path, check != ""); err != nil {
		return err
	}
	if check == "" {
		err := s.store.Write(ctx, func(tx *store.Tx) error {
			return tx.SetSetting(store.SettingKeyCheck, base64.StdEncoding.EncodeToString(s.lock.seal(keyCheck, "")))
		})
		if err != nil {
			return err
		}
		return s.openVault(dataKey)
	}
	sealed, err := base64.StdEncoding.DecodeString(check)
	if err == nil {
		_, err = s.lock.open(sealed, "")
	}
	if err != nil {
		return fmt.Errorf("encryption key %s does not belong to %s: put back the one it was made with, or start anew with another file", keyFile(path), path)
	}
	return s.openVault(dataKey)
}

// dataKeyOwner is what the key of an imported state is sealed for.
const dataKeyOwner = "encryption key of the state"

// openVault opens the vault. Its key is the one of the file beside the database,
// or the one that an imported state came with, which is sealed with the former.
func (s *Server) openVault(dataKey string) (err error) {
	if dataKey == "" {
		s.vault, err = newVault(s.lock.current.Load().raw)
		return err
	}
	sealed, err := base64.StdEncoding.DecodeString(dataKey)
	if err != nil {
		return fmt.Errorf("read encryption key of the state: %w", err)
	}
	plain, err := s.lock.open(sealed, dataKeyOwner)
	if err != nil {
		return fmt.Errorf("read encryption key of the state: %w", err)
	}
	s.vault, err = newVault([]byte(plain))
	return err
}

// unlock returns the vault of the database at path. A database that is used has a
// key already: another would not open what it holds.
func unlock(path string, used bool) (*vault, error) {
	if path == store.Memory {
		key := make([]byte, vaultKeySize)
		_, _ = rand.Read(key)
		return newVault(key)
	}
	file := keyFile(path)
	key, err := readKey(file)
	switch {
	case errors.Is(err, fs.ErrNotExist) && used:
		return nil, fmt.Errorf("encryption key %s is missing, and %s cannot be read without it: put it back, or start anew with another file", file, path)
	case errors.Is(err, fs.ErrNotExist):
		key, err = makeKey(file)
	}
	if err != nil {
		return nil, err
	}
	return newVault(key)
}
