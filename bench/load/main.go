// Command load presses a running orgdeck serve with eight clients, and tells how
// many requests it answers in a second, what processor time each costs it, and
// how much memory it holds meanwhile. It reads /proc, and so runs on Linux.
//
//	orgdeck serve --db million.db &
//	cd bench/load && go run . -addr 127.0.0.1:4010 -pid $! -for 10s
//
// The credentials are those of the environment, or of the sandbox's demo project.
package main

import (
	"cmp"
	"encoding/base64"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"sync/atomic"
	"time"
)

const clients = 8

// Credentials of the demo project, which are no secret.
const (
	demoProject = "project-test-0f6f5f3c-6a5c-4f0a-9d3e-1f0c2f9a7b11"
	demoSecret  = "secret-test-not-a-secret-but-long-enough-0123="
)

func main() {
	s := &server{}
	length := flag.Duration("for", 10*time.Second, "how long each load lasts")
	flag.StringVar(&s.addr, "addr", "127.0.0.1:4010", "where orgdeck serve listens")
	flag.IntVar(&s.pid, "pid", 0, "the process of orgdeck serve")
	flag.Parse()
	id, secret := cmp.Or(os.Getenv("STYTCH_PROJECT_ID"), demoProject), cmp.Or(os.Getenv("STYTCH_SECRET"), demoSecret)
	s.authorization = "Basic " + base64.StdEncoding.EncodeToString([]byte(id+":"+secret))
	if err := measure(s, *length); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// measure searches first, so that memory holds what a server at work holds, and
// then presses it with one kind of request after the other.
func measure(s *server, length time.Duration) error {
	members, err := s.someMembers(150)
	if err != nil {
		return err
	}
	fmt.Printf("%-28s %s\n", "after 150 searches", s.memory())
	tokens, jwts, err := s.signIn(clients)
	if err != nil {
		return err
	}
	var n atomic.Int64
	update := func(int) string {
		return s.request("PUT", members[rand.IntN(len(members))], fmt.Sprintf(`{"name":"Member %d"}`, n.Add(1)))
	}
	loads := []struct {
		name string
		next func(client int) string
	}{
		{"member updates", update},
		{"session checks by token", func(c int) string { return tokens[c] }},
		{"session checks by JWT", func(c int) string { return jwts[c] }},
		{"half updates, half JWTs", func(c int) string {
			if c%2 == 0 {
				return update(c)
			}
			return jwts[c]
		}},
	}
	for _, load := range loads {
		if err := s.press(load.name, length, load.next); err != nil {
			return err
		}
	}
	return nil
}
