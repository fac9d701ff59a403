package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"example.com/orgdeck/sandbox/store"
)

// Of writes that come at once some fail and some panic; each is kept or undone by
// itself, and has been kept when it returns.
func TestWritesThatShareACommitAreUndoneOneByOne(t *testing.T) {
	refused := errors.New("refused")
	for _, path := range []string{store.Memory, filepath.Join(t.TempDir(), "s.db")} {
		s := open(t, path)
		var all sync.WaitGroup
		var want []string
		for i := range 300 {
			name := fmt.Sprintf("o%03d", i)
			if i%3 == 0 {
				want = append(want, name)
			}
			all.Go(func() {
				defer func() {
					if got := recover(); (got != nil) != (i%3 == 2) {
						t.Errorf("%s: panic %v", name, got)
					}
				}()
				err := s.Write(t.Context(), func(tx *store.Tx) error {
					if err := tx.InsertOrganization(organization(name)); err != nil {
						return err
					}
					switch i % 3 {
					case 1:
						return refused
					case 2:
						panic(name)
					}
					return nil
				})
				if i%3 == 1 && !errors.Is(err, refused) || i%3 == 0 && err != nil {
					t.Errorf("%s: got %v", name, err)
				}
				if i%3 == 0 && !slices.Contains(names(t, s), name) {
					t.Errorf("%s is not there", name)
				}
			})
		}
		all.Wait()
		got := names(t, s)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %d, want %d: %v", path, len(got), len(want), got)
		}
	}
}

func TestAWriteThatFillsTheDiskTellsAllThatShareItsCommit(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "s.db"))
	if err := s.LimitPages(t.Context(), 120); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	var mu sync.Mutex
	var kept []string
	full := 0
	for i := range 400 {
		all.Go(func() {
			org := organization(fmt.Sprintf("o%03d", i))
			org.OrganizationLogoURL = string(make([]byte, 2000))
			err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.InsertOrganization(org) })
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				kept = append(kept, org.OrganizationName)
			} else if _, ok := errors.AsType[*store.FullError](err); ok {
				full++
			} else {
				t.Error(err)
			}
		})
	}
	all.Wait()
	got := names(t, s)
	slices.Sort(got)
	slices.Sort(kept)
	if !slices.Equal(got, kept) || full == 0 {
		t.Errorf("%d are there, %d were answered, %d were refused", len(got), len(kept), full)
	}
}
