package views

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// maxSameName is how many files of one name are made before giving up.
const maxSameName = 100

// codesFileName is a file name for the codes of member: "recovery-codes-ada.txt".
// What an outsider wrote becomes plain letters.
func codesFileName(member b2b.Member) string {
	local, _, _ := strings.Cut(member.EmailAddress, "@")
	return "recovery-codes-" + plainName(local, "member") + ".txt"
}

// plainName is text as a part of a file name: plain letters, and not too many;
// what to call it when nothing is left of it.
func plainName(text, otherwise string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '_':
			return r
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		}
		return '-'
	}, text)
	plain = strings.Trim(plain[:min(len(plain), 40)], ".-_")
	if plain == "" {
		return otherwise
	}
	return plain
}

// codesFile is what stands in the file.
func codesFile(member b2b.Member, org b2b.Organization, codes []string) string {
	head := fmt.Sprintf("Recovery codes of %s at %s. Each works once.\n\n", ui.Clean(member.EmailAddress), ui.Clean(org.OrganizationName))
	return head + strings.Join(codes, "\n") + "\n"
}

// saveSecret writes text to a new file in the working directory that only its
// owner can read, and returns its path.
func saveSecret(name, text string) (string, error) {
	f, err := createPrivate(name)
	if err != nil {
		return "", err
	}
	return absolute(f.Name()), writeAndClose(f, text)
}

// createPrivate makes a new file that only its owner can read. A file that is
// there already is left alone: the new one gets a number.
func createPrivate(name string) (*os.File, error) {
	stem, ext := strings.TrimSuffix(name, filepath.Ext(name)), filepath.Ext(name)
	for i := 1; i <= maxSameName; i++ {
		path := name
		if i > 1 {
			path = fmt.Sprintf("%s-%d%s", stem, i, ext)
		}
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("create file: %w", err)
		}
		return f, nil
	}
	return nil, fmt.Errorf("there are %d files called %s already", maxSameName, name)
}

// writeAndClose writes all of text, or leaves no file.
func writeAndClose(f *os.File, text string) error {
	_, err := f.WriteString(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", f.Name(), errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
