package password

import (
	"bufio"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// BreachList is a set of passwords that have become known. The zero value is
// empty, and so is nil.
type BreachList struct{ sums map[[sha1.Size]byte]struct{} }

// ReadBreachList reads the passwords in file, one a line: in clear, or as SHA-1 in
// hexadecimal with anything after a colon, the way Have I Been Pwned gives them
// out. All of it is kept in memory.
func ReadBreachList(file string) (*BreachList, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("breach list %s is not there", file)
	}
	if err != nil {
		return nil, fmt.Errorf("read breach list: %w", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	list := &BreachList{sums: map[[sha1.Size]byte]struct{}{}}
	if err := list.read(f); err != nil {
		return nil, fmt.Errorf("read breach list %s: %w", file, err)
	}
	return list, nil
}

func (l *BreachList) read(from io.Reader) error {
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		if line := lines.Text(); line != "" {
			l.sums[sumOf(line)] = struct{}{}
		}
	}
	return lines.Err()
}

// sumOf is the SHA-1 that a line holds, or that of the password that it is.
func sumOf(line string) (sum [sha1.Size]byte) {
	digits, _, _ := strings.Cut(line, ":")
	if raw, err := hex.DecodeString(digits); err == nil && len(raw) == sha1.Size {
		return [sha1.Size]byte(raw)
	}
	return sha1.Sum([]byte(line))
}

// Has reports whether a password is on the list.
func (l *BreachList) Has(text string) bool {
	if l == nil {
		return false
	}
	_, has := l.sums[sha1.Sum([]byte(text))]
	return has
}
