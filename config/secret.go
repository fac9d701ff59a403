package config

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/zalando/go-keyring"

	"example.com/orgdeck/api/b2b"
)

// keyringService is under what the keyring keeps the secrets.
const keyringService = "orgdeck"

// secretPatience is how long a secret_command may take: it may ask for a finger.
const secretPatience = 60 * time.Second

// SecretError says why the secret of a profile cannot be had, and what to do. It
// never holds a secret.
type SecretError struct {
	Profile string
	Store   Store
	Problem string
}

// Error implements error.
func (e *SecretError) Error() string {
	return fmt.Sprintf("the secret of profile %s: %s", e.Profile, e.Problem)
}

// SecretPath is the file that holds the secret of a profile whose store is a
// file: $XDG_CONFIG_HOME/orgdeck/secrets/NAME.
func SecretPath(name string) string {
	return filepath.Join(xdg.ConfigHome, "orgdeck", "secrets", name)
}

// Secret fetches the secret of the profile called name from where it is kept,
// and from nowhere else. What goes wrong is a *SecretError.
func (p Profile) Secret(ctx context.Context, name string) (b2b.Secret, error) {
	var text, problem string
	switch p.Store() {
	case SecretFile:
		text, problem = readSecretFile(SecretPath(name))
	case FromCommand:
		text, problem = runSecretCommand(ctx, p.SecretCommand)
	default:
		text, problem = readKeyring(name)
	}
	if problem == "" && strings.TrimSpace(text) == "" {
		problem = "it is empty"
	}
	if problem != "" {
		return "", &SecretError{name, p.Store(), problem}
	}
	return b2b.Secret(strings.TrimSpace(text)), nil
}

func readKeyring(name string) (text, problem string) {
	text, err := keyring.Get(keyringService, name)
	if errors.Is(err, keyring.ErrNotFound) {
		return "", "the keyring has none; store it with: orgdeck profile add " + name + " --replace"
	}
	return text, keyringProblem(err)
}

func keyringProblem(err error) string {
	if err == nil {
		return ""
	}
	return "the keyring cannot be used (" + err.Error() + "); unlock it, or keep the secret elsewhere: --store file, or --secret-command"
}

func readSecretFile(path string) (text, problem string) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", "there is no file " + path
	}
	if err != nil {
		return "", reason(err)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 && runtime.GOOS != "windows" {
		return "", fmt.Sprintf("others can read %s (mode %#o), so it is not used; make it private with chmod 600, and replace the secret", path, mode)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", reason(err)
	}
	return string(data), ""
}

func runSecretCommand(ctx context.Context, line string) (text, problem string) {
	ctx, cancel := context.WithTimeout(ctx, secretPatience)
	defer cancel()
	shell, flag := "sh", "-c"
	if runtime.GOOS == "windows" {
		shell, flag = "cmd", "/C"
	}
	cmd := exec.CommandContext(ctx, shell, flag, line) // the user's own line, from the user's own file
	cmd.WaitDelay = time.Second
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		return "", fmt.Sprintf("secret_command did not end within %v", secretPatience)
	}
	if err != nil {
		return "", strings.TrimSpace("secret_command failed (" + err.Error() + ") " + strings.Join(strings.Fields(stderr.String()), " "))
	}
	return stdout.String(), ""
}

// KeepSecret puts the secret of the profile called name where p says. A profile
// whose secret is printed by a command has nothing to keep.
func (p Profile) KeepSecret(name string, secret b2b.Secret) error {
	switch p.Store() {
	case FromCommand:
		return nil
	case SecretFile:
		if err := writePrivate(SecretPath(name), []byte(secret.Reveal()+"\n")); err != nil {
			return &SecretError{name, SecretFile, "cannot be written: " + reason(err)}
		}
		return nil
	}
	if problem := keyringProblem(keyring.Set(keyringService, name, secret.Reveal())); problem != "" {
		return &SecretError{name, Keyring, problem}
	}
	return nil
}

// ForgetSecret removes the secret of the profile called name from where it is
// kept. None is no error.
func (p Profile) ForgetSecret(name string) error {
	switch p.Store() {
	case FromCommand:
		return nil
	case SecretFile:
		if err := os.Remove(SecretPath(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return &SecretError{name, SecretFile, "cannot be removed: " + reason(err)}
		}
		return nil
	}
	err := keyring.Delete(keyringService, name)
	if errors.Is(err, keyring.ErrNotFound) {
		return nil
	}
	if problem := keyringProblem(err); problem != "" {
		return &SecretError{name, Keyring, problem}
	}
	return nil
}

// writePrivate puts data into a file of mode 0600, whole or not at all.
func writePrivate(path string, data []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(dir, ".new-*") // of mode 0600
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}
