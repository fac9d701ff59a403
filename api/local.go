package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
)

// Local is a transport that calls h instead of a server: no socket, no stream,
// whole answers only. A canceled request returns at once, also when h has not
// noticed yet. A panic of h is an answer with status 500, and a panic with
// http.ErrAbortHandler is a connection that was cut. It works inside a
// testing/synctest bubble.
func Local(h http.Handler) http.RoundTripper { return local{h} }

type local struct{ handler http.Handler }

// RoundTrip implements http.RoundTripper.
func (l local) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		closeBody(r)
		return nil, err
	}
	done := make(chan *recorder, 1) // so that nobody waits for an answer nobody wants
	go func() { done <- l.serve(r) }()
	select {
	case w := <-done:
		if w.cut {
			return nil, io.ErrUnexpectedEOF
		}
		return w.response(r), nil
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
}

// serve calls the handler with r as a server would have read it.
func (l local) serve(r *http.Request) (w *recorder) {
	defer closeBody(r)
	w = &recorder{header: http.Header{}}
	in := r.Clone(context.WithValue(r.Context(), http.LocalAddrContextKey, localAddr{}))
	in.RequestURI, in.RemoteAddr = r.URL.RequestURI(), localAddr{}.String()
	in.Proto, in.ProtoMajor, in.ProtoMinor = "HTTP/1.1", 1, 1
	if in.Host == "" {
		in.Host = r.URL.Host
	}
	if in.Body == nil {
		in.Body = http.NoBody
	}
	defer func() {
		switch v := recover(); {
		case v == nil:
		case isAbort(v):
			w.cut = true
		default:
			w = &recorder{header: http.Header{}, sent: http.Header{}, status: http.StatusInternalServerError}
		}
	}()
	l.handler.ServeHTTP(w, in)
	return w
}

func isAbort(v any) bool {
	err, ok := v.(error)
	return ok && errors.Is(err, http.ErrAbortHandler)
}

func closeBody(r *http.Request) {
	if r.Body != nil {
		_ = r.Body.Close()
	}
}

type localAddr struct{}

// Network implements net.Addr.
func (localAddr) Network() string { return "local" }

// String implements net.Addr.
func (localAddr) String() string { return "127.0.0.1:0" }

// recorder keeps an answer. It belongs to the handler until ServeHTTP returns.
type recorder struct {
	header, sent http.Header // sent is the header as it was at WriteHeader
	status       int
	body         bytes.Buffer
	cut          bool
}

// Header implements http.ResponseWriter.
func (w *recorder) Header() http.Header { return w.header }

// WriteHeader implements http.ResponseWriter.
func (w *recorder) WriteHeader(status int) {
	if w.status == 0 && status >= 200 {
		w.status, w.sent = status, w.header.Clone()
	}
}

// Write implements http.ResponseWriter.
func (w *recorder) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}

func (w *recorder) response(r *http.Request) *http.Response {
	w.WriteHeader(http.StatusOK)
	return &http.Response{
		Status: http.StatusText(w.status), StatusCode: w.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.sent, Body: io.NopCloser(&w.body), ContentLength: int64(w.body.Len()), Request: r,
	}
}
