package api

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"example.com/orgdeck/api/b2b"
)

// Error is an answer of the server other than success. It keeps its status even
// when the answer was not JSON; Type and Message are empty then.
type Error struct {
	StatusCode                    int
	RequestID, Type, Message, URL string
	RetryAfter                    time.Duration // that the server asked to wait; 0 when it did not
}

// Error implements error.
func (e *Error) Error() string {
	text := e.Message
	if text == "" {
		text = fmt.Sprintf("%d %s", e.StatusCode, http.StatusText(e.StatusCode))
	}
	if e.Type != "" {
		text += " (" + e.Type + ")"
	}
	if e.RequestID != "" {
		text += " [" + e.RequestID + "]"
	}
	return strings.TrimSpace(text)
}

// CallError says which call failed. The reason is in Err: an *Error, an
// *AnswerError, a *ReadOnlyError or what the network said.
type CallError struct {
	Endpoint b2b.Endpoint
	Host     string // that was called
	Err      error
}

// Error implements error.
func (e *CallError) Error() string { return doing(e.Endpoint) + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *CallError) Unwrap() error { return e.Err }

// Problem is what is wrong with an answer that cannot be used.
type Problem string

// The problems of an AnswerError.
const (
	NotJSON  Problem = "is not JSON"
	Cut      Problem = "was cut off"
	TooLarge Problem = "is larger than 10 MiB"
	Empty    Problem = "is empty"
	BadShape Problem = "has another shape than expected"
)

// AnswerError is an answer that says success but cannot be used.
type AnswerError struct {
	StatusCode int
	RequestID  string
	Problem    Problem
	Err        error // nil when the problem says all
}

// Error implements error.
func (e *AnswerError) Error() string {
	text := fmt.Sprintf("the answer (status %d) %s", e.StatusCode, e.Problem)
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns the error that reading the answer ended with.
func (e *AnswerError) Unwrap() error { return e.Err }

// ReadOnlyError refuses a write of a read-only client. Nothing was sent.
type ReadOnlyError struct{ Method, Path string }

// Error implements error.
func (e *ReadOnlyError) Error() string {
	return "read-only: " + e.Method + " " + e.Path + " was not sent"
}

// ArgumentError is an argument that makes no sense in a path. Nothing was sent.
type ArgumentError struct{ Name string }

// Error implements error.
func (e *ArgumentError) Error() string { return e.Name + " is missing or not an identifier" }

// IsNotFound reports whether err says that the thing does not exist.
func IsNotFound(err error) bool { return hasStatus(err, http.StatusNotFound) }

// IsUnauthorized reports whether err says that the credentials are wrong.
func IsUnauthorized(err error) bool { return hasStatus(err, http.StatusUnauthorized) }

// IsForbidden reports whether err says that the session's roles do not allow it.
func IsForbidden(err error) bool { return hasStatus(err, http.StatusForbidden) }

// IsRateLimited reports whether err says that there were too many requests.
func IsRateLimited(err error) bool { return hasStatus(err, http.StatusTooManyRequests) }

// IsNotImplemented reports whether the server has no such endpoint yet.
func IsNotImplemented(err error) bool { return hasStatus(err, http.StatusNotImplemented) }

// IsReadOnly reports whether the write was refused by a read-only client.
func IsReadOnly(err error) bool {
	_, ok := errors.AsType[*ReadOnlyError](err)
	return ok
}

// HasType reports whether the server answered with one of these error types.
func HasType(err error, types ...string) bool {
	e, ok := errors.AsType[*Error](err)
	if !ok {
		return false
	}
	for _, t := range types {
		if e.Type == t {
			return true
		}
	}
	return false
}

// RequestID returns the id that the server gave the failed request, or "".
func RequestID(err error) string {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.RequestID
	}
	if e, ok := errors.AsType[*AnswerError](err); ok {
		return e.RequestID
	}
	return ""
}

func hasStatus(err error, status int) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.StatusCode == status
}
