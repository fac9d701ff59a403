package api

import (
	"context"
	"sync"
)

const (
	logLength = 500     // exchanges
	logBodies = 8 << 20 // bytes of answers, of which the oldest go first
)

// Log remembers the last 500 exchanges of a Client, redacted as they are. Give
// its Add to WithObserver. It is safe for concurrent use, and the zero value is
// ready.
type Log struct {
	mu      sync.Mutex
	entries []Exchange // oldest first
	bodies  int        // bytes
	version uint64     // grows with every change
	changed chan struct{}
}

// Add puts x behind the others, and forgets the oldest when there are too many.
// Of answers it keeps 8 MiB in all.
func (l *Log) Add(x Exchange) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, x)
	l.bodies += len(x.ResponseBody)
	if len(l.entries) > logLength {
		l.bodies -= len(l.entries[0].ResponseBody)
		l.entries[0] = Exchange{}
		l.entries = l.entries[1:]
	}
	for i := 0; l.bodies > logBodies; i++ {
		if old := &l.entries[i]; old.ResponseBody != nil {
			l.bodies -= len(old.ResponseBody)
			old.ResponseBody, old.Truncated = nil, true
		}
	}
	l.announce()
}

// Exchanges returns the exchanges, oldest first. The slice is the caller's; the
// bodies are not to be changed.
func (l *Log) Exchanges() []Exchange {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]Exchange(nil), l.entries...)
}

// Clear forgets everything.
func (l *Log) Clear() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries, l.bodies = nil, 0
	l.announce()
}

// announce wakes everybody who waits. The caller holds the lock.
func (l *Log) announce() {
	l.version++
	if l.changed != nil {
		close(l.changed)
		l.changed = nil
	}
}

// Version tells states of the log apart: it grows with every change.
func (l *Log) Version() uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.version
}

// Wait returns the version of the log as soon as it is not seen any more. It is
// the body of a command that redraws the log; ctx ends the wait.
func (l *Log) Wait(ctx context.Context, seen uint64) (uint64, error) {
	for {
		version, changed := l.watch()
		if version != seen {
			return version, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return seen, ctx.Err()
		}
	}
}

func (l *Log) watch() (uint64, <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.changed == nil {
		l.changed = make(chan struct{})
	}
	return l.version, l.changed
}
