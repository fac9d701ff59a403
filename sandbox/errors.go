package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// problem is an answer that refuses a request, in Stytch's shape. The transaction
// of the request is undone, unless the problem keeps it.
type problem struct {
	status        int
	kind, message string
	keeps         bool
	headers       http.Header // to answer with; nil for none
}

// Error implements error.
func (p *problem) Error() string { return p.kind + ": " + p.message }

// refuse makes a problem of one of the contract's error types. The message is a
// format and its values; without one it says when the type comes.
func refuse(kind string, message ...any) *problem {
	known, ok := b2b.LookupError(kind)
	p := &problem{status: http.StatusBadRequest, kind: kind, message: known.When}
	if ok {
		p.status = known.Status
	}
	if len(message) > 0 {
		format, _ := message[0].(string)
		p.message = fmt.Sprintf(format, message[1:]...)
	}
	return p
}

// isProblem reports whether err refuses a request, and is no fault of the server.
func isProblem(err error) bool {
	_, ok := errors.AsType[*problem](err)
	return ok
}

// keeping makes the transaction stay, as for the count of wrong codes.
func (p *problem) keeping() *problem {
	p.keeps = true
	return p
}

// errorBody is the object Error of the contract.
type errorBody struct {
	StatusCode   int    `json:"status_code"`
	RequestID    string `json:"request_id"`
	ErrorType    string `json:"error_type"`
	ErrorMessage string `json:"error_message"`
	ErrorURL     string `json:"error_url"`
}

// fail answers with err. What is not a problem is a fault of the server: the
// answer says nothing of it, the log everything.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	p, ok := errors.AsType[*problem](err)
	if !ok {
		p = s.fault(r, err)
	}
	for name, values := range p.headers {
		w.Header()[name] = values
	}
	if isOAuth2(r.URL.Path) {
		writeJSON(w, p.status, oauth2Error(r, p))
		return
	}
	writeJSON(w, p.status, errorBody{
		StatusCode: p.status, RequestID: requestID(r), ErrorType: p.kind, ErrorMessage: p.message,
		ErrorURL: "https://stytch.com/docs/api/errors/" + strconv.Itoa(p.status) + "#" + p.kind,
	})
}

// fault makes a problem of a failure that is not the caller's.
func (s *Server) fault(r *http.Request, err error) *problem {
	p := refuse(b2b.ErrInternalServerError)
	if r.Context().Err() != nil && errors.Is(err, context.Canceled) {
		return p // the caller has gone; nobody reads this
	}
	if full, ok := errors.AsType[*store.FullError](err); ok {
		p.message = full.Error()
	}
	if readOnly, ok := errors.AsType[*store.ReadOnlyError](err); ok {
		p.message = readOnly.Error()
	}
	s.log.ErrorContext(r.Context(), "request failed", "request_id", requestID(r), "method", r.Method, "path", r.URL.Path, "error", err)
	return p
}

// writeJSON sends v. A caller that has gone is no error of ours.
func writeJSON(w http.ResponseWriter, status int, v any) {
	var body bytes.Buffer
	if json.NewEncoder(&body).Encode(v) != nil { // of our own types only, which always marshal
		status = http.StatusInternalServerError
		body.WriteString(`{"status_code":500,"error_type":"internal_server_error"}`)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(body.Len())) // else a long answer is sent in chunks
	w.WriteHeader(status)
	_, _ = w.Write(body.Bytes())
}
