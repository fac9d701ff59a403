package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"
)

// press sends requests over one connection a client, each after the answer to
// the one before, for a while; and tells what came of it.
func (s *server) press(name string, length time.Duration, next func(client int) string) error {
	began, used := time.Now(), s.seconds()
	took := make([][]time.Duration, clients)
	failed := make([]error, clients)
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() { took[c], failed[c] = s.client(began.Add(length), func() string { return next(c) }) })
	}
	all.Wait()
	times := slices.Concat(took...)
	if err := errors.Join(failed...); err != nil || len(times) == 0 {
		return fmt.Errorf("%s: %w", name, err)
	}
	slices.Sort(times)
	n := float64(len(times))
	fmt.Printf("%-28s %6.0f a second, p50 %v, p99 %v, %.0f µs of the processor each; %s\n", name, n/time.Since(began).Seconds(),
		times[len(times)/2].Round(10*time.Microsecond), times[len(times)*99/100].Round(10*time.Microsecond), (s.seconds()-used)*1e6/n, s.memory())
	return nil
}

// client sends until the end, and returns how long each answer took.
func (s *server) client(end time.Time, next func() string) ([]time.Duration, error) {
	conn, err := net.Dial("tcp", s.addr)
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close() }()
	in := bufio.NewReader(conn)
	var took []time.Duration
	for time.Now().Before(end) {
		began := time.Now()
		if _, err := io.WriteString(conn, next()); err != nil {
			return took, err
		}
		answer, err := http.ReadResponse(in, nil)
		if err != nil {
			return took, err
		}
		_, err = io.Copy(io.Discard, answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK {
			return took, errors.Join(err, errors.New(answer.Status))
		}
		took = append(took, time.Since(began))
	}
	return took, nil
}
