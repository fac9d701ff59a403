package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

func open(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// organization is one with that name, and slug.
func organization(name string) *store.Organization {
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	return &store.Organization{Organization: b2b.Organization{
		OrganizationID: "organization-test-" + name, OrganizationName: name, OrganizationSlug: name, CreatedAt: &now, UpdatedAt: &now,
	}}
}

func names(t *testing.T, s *store.Store) []string {
	t.Helper()
	var found []string
	err := s.Read(t.Context(), func(tx *store.Tx) error {
		page, err := tx.SearchOrganizations(store.Query{Limit: 1000})
		for _, org := range page.Items {
			found = append(found, org.OrganizationName)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestWhatWasWrittenIsThereAfterReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b%20#?.db")
	s := open(t, path)
	if err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.InsertOrganization(organization("acme")) }); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, open(t, path)); len(got) != 1 || got[0] != "acme" {
		t.Errorf("got %v", got)
	}
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the file has another name: %v", err)
	}
}

func TestAFailedWriteLeavesNothing(t *testing.T) {
	for _, path := range []string{store.Memory, filepath.Join(t.TempDir(), "s.db")} {
		s := open(t, path)
		refused := errors.New("refused")
		err := s.Write(t.Context(), func(tx *store.Tx) error {
			if err := tx.InsertOrganization(organization("acme")); err != nil {
				return err
			}
			return refused
		})
		if !errors.Is(err, refused) {
			t.Errorf("got %v", err)
		}
		if got := names(t, s); len(got) != 0 {
			t.Errorf("%s: got %v", path, got)
		}
	}
}

func TestACancelledRequestHarmsNobodyElse(t *testing.T) {
	for _, path := range []string{store.Memory, filepath.Join(t.TempDir(), "s.db")} {
		s := open(t, path)
		ctx, cancel := context.WithCancel(t.Context())
		err := s.Write(ctx, func(tx *store.Tx) error {
			cancel()
			return tx.InsertOrganization(organization("lost"))
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", path, err)
		}
		if err := s.Read(ctx, func(*store.Tx) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", path, err)
		}
		if err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.InsertOrganization(organization("kept")) }); err != nil {
			t.Fatal(err)
		}
		if got := names(t, s); len(got) != 1 || got[0] != "kept" {
			t.Errorf("%s: got %v", path, got)
		}
	}
}

func TestOpeningWaitsForNoOtherWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	writing := open(t, path)
	err := writing.Write(t.Context(), func(tx *store.Tx) error {
		if err := tx.InsertOrganization(organization("acme")); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second) // less than the busy timeout
		defer cancel()
		second, err := store.Open(ctx, path)
		if err != nil {
			return err
		}
		if got := names(t, second); len(got) != 0 {
			t.Errorf("it sees what is not committed: %v", got)
		}
		return second.Close()
	})
	if err != nil {
		t.Error(err)
	}
}

func TestTwoProcessesMayMakeTheSameDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	opened := make([]error, 8)
	var all sync.WaitGroup
	for i := range opened {
		all.Go(func() {
			s, err := store.Open(t.Context(), path)
			if err == nil {
				err = s.Close()
			}
			opened[i] = err
		})
	}
	all.Wait()
	if err := errors.Join(opened...); err != nil {
		t.Error(err)
	}
}

func TestAPanicEndsItsTransaction(t *testing.T) {
	s := open(t, store.Memory)
	func() {
		defer func() { _ = recover() }()
		_ = s.Write(t.Context(), func(tx *store.Tx) error {
			_ = tx.InsertOrganization(organization("lost"))
			panic("defect")
		})
	}()
	if got := names(t, s); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestValuesThatMustBeUniqueAreTaken(t *testing.T) {
	s := open(t, store.Memory)
	err := s.Write(t.Context(), func(tx *store.Tx) error {
		return errors.Join(tx.InsertOrganization(organization("acme")), tx.InsertOrganization(organization("acme")))
	})
	if !errors.Is(err, store.ErrTaken) {
		t.Errorf("got %v", err)
	}
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	if err := open(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = store.Open(t.Context(), path)
	newer, ok := errors.AsType[*store.NewerError](err)
	if !ok || newer.Have != 99 || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v", err)
	}
}

func TestAFileThatCannotBeUsedIsToldInOneSentence(t *testing.T) {
	dir := t.TempDir()
	garbage := filepath.Join(dir, "garbage.db")
	if err := os.WriteFile(garbage, []byte(strings.Repeat("not a database ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), garbage)
	if _, ok := errors.AsType[*store.NotDatabaseError](err); !ok || strings.Count(err.Error(), "\n") != 0 {
		t.Errorf("garbage: got %v", err)
	}
	for name, path := range map[string]string{"no directory": filepath.Join(dir, "none", "s.db"), "a directory": dir} {
		_, err := store.Open(t.Context(), path)
		if _, ok := errors.AsType[*store.ReadOnlyError](err); !ok || strings.Count(err.Error(), "\n") != 0 {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestAReadOnlyFileIsToldAtOnce(t *testing.T) {
	if os.Geteuid() == 0 {
		return // root may write anything
	}
	path := filepath.Join(t.TempDir(), "s.db")
	if err := open(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), path)
	if _, ok := errors.AsType[*store.ReadOnlyError](err); !ok {
		t.Errorf("got %v", err)
	}
}

func TestTheDatabaseIsItsOwnersOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	open(t, path)
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("got %v, %v", info.Mode(), err)
	}
}

func TestAFullDiskRefusesTheWriteAndKeepsTheRest(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "s.db"))
	if err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.InsertOrganization(organization("kept")) }); err != nil {
		t.Fatal(err)
	}
	if err := s.LimitPages(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	big := organization("big")
	big.OrganizationLogoURL = strings.Repeat("x", 1<<20)
	err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.InsertOrganization(big) })
	if _, ok := errors.AsType[*store.FullError](err); !ok {
		t.Errorf("got %v", err)
	}
	if got := names(t, s); len(got) != 1 {
		t.Errorf("got %v", got)
	}
}

// TestWriter is no test of its own: it is the process that the next one kills.
func TestWriter(t *testing.T) {
	path := os.Getenv("ORGDECK_TEST_WRITER")
	if path == "" {
		return
	}
	s := open(t, path)
	for i := 0; ; i++ {
		name := fmt.Sprintf("o%06d", i)
		if err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.InsertOrganization(organization(name)) }); err != nil {
			t.Fatal(err)
		}
		fmt.Println("acknowledged", name)
	}
}

func TestKillingTheProcessLosesNothingAcknowledged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	writer := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestWriter$", "-test.v")
	writer.Env = append(os.Environ(), "ORGDECK_TEST_WRITER="+path)
	out, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	buffer := make([]byte, 4096)
	for strings.Count(told.String(), "acknowledged") < 200 {
		n, err := out.Read(buffer)
		told.Write(buffer[:n])
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := writer.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(out)
	_ = writer.Wait() // it was killed
	told.Write(rest)
	acknowledged := strings.Count(told.String(), "acknowledged")
	var total int
	err = open(t, path).Read(t.Context(), func(tx *store.Tx) error {
		page, err := tx.SearchOrganizations(store.Query{Limit: 1})
		total = page.Total
		return err
	})
	if err != nil || total < acknowledged {
		t.Errorf("%d were acknowledged, %d are there, %v", acknowledged, total, err)
	}
}
