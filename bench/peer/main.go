// Command peer compares orgdeck's sandbox with PocketBase, another server in Go
// over SQLite: it starts both, makes the same members in both through HTTP, asks
// both the same, and prints a table. Run it from its own directory:
//
//	go build -C ../.. -o /tmp/orgdeck . && go run . -orgdeck /tmp/orgdeck -members 10000
//
// It is a module of its own, so that orgdeck does not depend on what it is
// compared with.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"
)

const (
	perOrganization = 200
	oneByOne        = 2000 // members made by one client, the others by several
	clients         = 8
	searches        = 200 // of each kind
)

func main() {
	binary := flag.String("orgdeck", "orgdeck", "the `binary` of orgdeck")
	members := flag.Int("members", 10_000, "how many members to make in each")
	serve := flag.String("serve", "", "serve PocketBase at this `address` (the comparison starts it so)")
	dir := flag.String("dir", "", "`directory` of PocketBase's database")
	flag.Parse()
	run := func() error { return servePocketBase(*dir, *serve) }
	if *serve == "" {
		run = func() error { return compare(*binary, max(*members, 2*oneByOne)) }
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// result is what one server took for one thing.
type result struct {
	what  string
	unit  string
	value float64
	total int // that a search has told
}

func compare(binary string, members int) (err error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	dir, err := os.MkdirTemp("", "orgdeck-peer-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	var results [2][]result
	for i, begin := range []func() (*server, error){
		func() (*server, error) { return startOrgdeck(ctx, binary, dir) },
		func() (*server, error) { return startPocketBase(ctx, dir) },
	} {
		s, err := begin()
		if err != nil {
			return err
		}
		results[i], err = s.measure(ctx, members)
		// One at a time: the other must not disturb it.
		err = errors.Join(err, s.process.Process.Kill())
		_ = s.process.Wait() // it was killed
		if err != nil {
			return err
		}
	}
	return report(members, results)
}

func report(members int, results [2][]result) error {
	fmt.Printf("\n%d members, %d organizations\n\n| What | orgdeck | PocketBase | orgdeck is |\n|---|---|---|---|\n", members, members/perOrganization)
	for i, ours := range results[0] {
		theirs := results[1][i]
		if ours.total != theirs.total {
			return fmt.Errorf("%s: orgdeck has found %d, PocketBase %d", ours.what, ours.total, theirs.total)
		}
		times := theirs.value / ours.value
		if ours.unit == "a second" {
			times = 1 / times
		}
		fmt.Printf("| %s | %.4g %s | %.4g %s | %.2g times as fast |\n", ours.what, ours.value, ours.unit, theirs.value, theirs.unit, times)
	}
	return nil
}

// measure fills the server and searches in it.
func (s *server) measure(ctx context.Context, members int) ([]result, error) {
	organizations := make([]string, members/perOrganization)
	for i := range organizations {
		path, body := s.api.createOrganization(fmt.Sprintf("organization-%05d", i))
		answer, err := s.ask(ctx, http.MethodPost, path, body)
		if err == nil {
			organizations[i], err = s.api.organizationID(answer)
		}
		if err != nil {
			return nil, err
		}
	}
	create := func(i int) error {
		path, body := s.api.createMember(organizations[i%len(organizations)], address(i, len(organizations)), "Member "+fmt.Sprint(i))
		_, err := s.ask(ctx, http.MethodPost, path, body)
		return err
	}
	single, err := throughput(1, 0, oneByOne, create)
	if err != nil {
		return nil, err
	}
	together, err := throughput(clients, oneByOne, members, create)
	if err != nil {
		return nil, err
	}
	results := []result{
		{what: "members made, 1 client", unit: "a second", value: single},
		{what: fmt.Sprintf("members made, %d clients", clients), unit: "a second", value: together},
	}
	for _, scope := range []struct {
		name          string
		organizations []string
	}{{"one organization", organizations[:1]}, {"all organizations", organizations}} {
		found, err := s.searches(ctx, scope.name, scope.organizations, address(0, len(organizations)))
		if err != nil {
			return nil, err
		}
		results = append(results, found...)
	}
	return results, nil
}

// families are what addresses have in common with others.
var families = [...]string{"nguyen", "mueller", "garcia", "obrien", "okafor", "dubois", "rossi", "patel", "silva", "haddad", "kim", "mensah"}

// address is that of the i-th member.
func address(i, organizations int) string {
	return fmt.Sprintf("m%06d.%s@organization-%05d.example", i, families[i/organizations%len(families)], i%organizations)
}

// throughput is how many calls of do a second so many clients make, for the numbers
// from and up to to.
func throughput(clients, from, to int, do func(int) error) (float64, error) {
	numbers := make(chan int)
	failures := make(chan error, clients)
	var group sync.WaitGroup
	start := time.Now()
	for range clients {
		group.Go(func() {
			for i := range numbers {
				if err := do(i); err != nil {
					failures <- err
					return
				}
			}
		})
	}
	var failed error
	for i := from; i < to && failed == nil; i++ {
		select {
		case numbers <- i:
		case failed = <-failures:
		}
	}
	close(numbers)
	group.Wait()
	select {
	case failed = <-failures:
	default:
	}
	return float64(to-from) / time.Since(start).Seconds(), failed
}

// searches measures a search of each kind.
func (s *server) searches(ctx context.Context, scope string, organizations []string, exact string) ([]result, error) {
	var results []result
	for _, search := range []struct{ name, address, part string }{
		{"first 100", "", ""}, {"exact address", exact, ""}, {"part of an address that 1 in 12 has", "", "silva"},
		{"part of an address that nobody has", "", "zzqxw"},
	} {
		var took []time.Duration
		var total int
		for range searches {
			method, path, body := s.api.search(organizations, search.address, search.part)
			start := time.Now()
			answer, err := s.ask(ctx, method, path, body)
			took = append(took, time.Since(start))
			if err == nil {
				total, err = s.api.total(answer)
			}
			if err != nil {
				return nil, err
			}
		}
		slices.Sort(took)
		results = append(results, result{
			what: search.name + ", " + scope, unit: "ms", value: float64(took[len(took)/2].Microseconds()) / 1000, total: total,
		})
	}
	return results, nil
}
