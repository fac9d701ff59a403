package ui

import (
	"context"
	"errors"

	"example.com/orgdeck/api/async"
)

// Danger is how much a write is to be asked about before it is sent.
type Danger int

// Kinds of danger.
const (
	DangerNone     Danger = iota // can be undone, or harms nobody
	DangerConfirm                // asks, with No as the default
	DangerTypeName               // asks for a word to be typed
)

// Write is one write, described before it is sent: nothing happens until Do
// runs.
type Write[T any] struct {
	Summary string // "Require MFA for all members of Acme Robotics"

	Method, Path string
	Body         string // indented JSON, with secrets redacted
	Curl         string // the same as a command, with $STYTCH_SECRET

	Fields []Difference // what it alters, where the object before is known
	Danger Danger
	Word   string // to be typed for DangerTypeName
	Undo   string // how it can be undone, or why it cannot; "" when that needs no words

	Do        async.Call[T]
	Overwrite async.Call[T] // sends it even though somebody else changed the object; nil when that cannot be
}

// Difference is one value that a write alters, as it is shown.
type Difference struct{ Name, Before, After string }

// Conflict is an error of a write whose object somebody else has changed since
// it was read. Before of a difference is what the server holds now, After is
// what this write would make of it.
type Conflict interface {
	error
	Differences() []Difference
}

// conflictOf is the conflict that err tells of; nil when it tells of none.
func conflictOf(err error) Conflict {
	conflict, _ := errors.AsType[Conflict](err)
	return conflict
}

// Explained is an error that can tell a person what went wrong.
type Explained interface {
	error
	Sentence() string  // one clear sentence
	Reference() string // the server's id of the request; "" when it has none
}

// explain turns an error into a sentence and the reference of the request.
func explain(err error) (sentence, reference string) {
	if e, ok := errors.AsType[Explained](err); ok {
		return e.Sentence(), e.Reference()
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return "The server took too long to answer.", ""
	case errors.Is(err, context.Canceled):
		return "The request was cancelled.", ""
	}
	return err.Error(), ""
}
