package api_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api"
)

func get(t *testing.T, h http.HandlerFunc, body io.Reader) (*http.Response, error) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://test.stytch.com/a%2Fb?c=d", body)
	if err != nil {
		t.Fatal(err)
	}
	return api.Local(h).RoundTrip(r)
}

func TestLocal_answersAsAServer(t *testing.T) {
	resp, err := get(t, func(w http.ResponseWriter, r *http.Request) {
		in, err := io.ReadAll(r.Body)
		if err != nil || string(in) != "hello" || r.Host != "test.stytch.com" || r.RequestURI != "/a%2Fb?c=d" || r.URL.Path != "/a/b" || r.RemoteAddr == "" {
			t.Errorf("%q %v %+v", in, err, r)
		}
		w.Header().Set("X-One", "1")
		w.WriteHeader(http.StatusTeapot)
		w.WriteHeader(http.StatusOK)
		w.Header().Set("X-Late", "1")
		_, _ = io.WriteString(w, "short and stout")
	}, strings.NewReader("hello"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	out, _ := io.ReadAll(resp.Body)
	if resp.StatusCode != http.StatusTeapot || string(out) != "short and stout" || resp.Header.Get("X-One") != "1" || resp.Header.Get("X-Late") != "" || resp.ContentLength != 15 {
		t.Errorf("%+v %q", resp, out)
	}
}

func TestLocal_aHandlerThatSaysNothing(t *testing.T) {
	resp, err := get(t, func(_ http.ResponseWriter, r *http.Request) {
		if _, err := r.Body.Read(make([]byte, 1)); err != io.EOF {
			t.Error(err)
		}
	}, nil)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatal(resp, err)
	}
	_ = resp.Body.Close()
}

func TestLocal_panics(t *testing.T) {
	resp, err := get(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "half"); panic("boom") }, nil)
	if err != nil || resp.StatusCode != http.StatusInternalServerError || resp.ContentLength != 0 {
		t.Fatal(resp, err)
	}
	_ = resp.Body.Close()
	if resp, err = get(t, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, nil); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(resp, err)
	}
}

func TestLocal_cancel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		r, _ := http.NewRequestWithContext(ctx, http.MethodGet, "https://test.stytch.com/", nil)
		began := time.Now()
		_, err := api.Local(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { time.Sleep(time.Minute) })).RoundTrip(r)
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(began) != time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		time.Sleep(time.Hour) // the handler's own end
		if _, err = api.Local(nil).RoundTrip(r); !errors.Is(err, context.DeadlineExceeded) {
			t.Error("a canceled request was made:", err)
		}
	})
}
