package api_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

func TestExchange_tellsEveryAttempt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log api.Log
		c, _ := trying(t, func(n int) (*http.Response, error) {
			time.Sleep(20 * time.Millisecond)
			switch n {
			case 1:
				return nil, refused()
			case 2:
				return reply(503, http.Header{"Retry-After": {"1"}}, "<html>busy"), nil
			}
			return reply(200, nil, `{"request_id":"request-id-test-9","organizations":[],"results_metadata":{"total":0}}`), nil
		}, api.WithObserver(log.Add))
		search := b2b.SearchOrganizations{Limit: api.Ptr(5)}
		if _, err := c.Organizations.Search(t.Context(), search); err != nil {
			t.Fatal(err)
		}
		all := log.Exchanges()
		if len(all) != 3 {
			t.Fatalf("%d exchanges", len(all))
		}
		for i, x := range all {
			if x.Attempt != i+1 || x.ID != all[0].ID || x.Duration != 20*time.Millisecond || x.Method != http.MethodPost ||
				x.EndpointID != "organizations.search" || x.Path != "/v1/b2b/organizations/search" || string(x.RequestBody) != `{"limit":5}` || x.At.IsZero() {
				t.Errorf("%+v", x)
			}
		}
		if all[0].Err == nil || all[0].Status != 0 || all[1].Status != 503 || all[1].ResponseBody != nil || !all[1].Failed() ||
			all[2].Status != 200 || all[2].RequestID != "request-id-test-9" || all[2].Failed() {
			t.Errorf("%+v", all)
		}
		want := `curl -X POST https://test.stytch.com/v1/b2b/organizations/search -u "$STYTCH_PROJECT_ID:$STYTCH_SECRET" -H 'Content-Type: application/json' -d '{"limit":5}'`
		if got := all[2].Curl(); got != want {
			t.Error(got)
		}
		if got := all[2].Command(); got != `printf '%s' '{"limit":5}' | orgdeck api POST /v1/b2b/organizations/search --input -` {
			t.Error(got)
		}
	})
}

func TestExchange_ofHTMLIsAFailure(t *testing.T) {
	var log api.Log
	c, _ := trying(t, func(int) (*http.Response, error) { return reply(200, nil, "<html>"), nil }, api.WithObserver(log.Add))
	_, _ = c.Organizations.Get(t.Context(), "o")
	if x := log.Exchanges()[0]; !x.Failed() || x.Status != 200 || x.ResponseBody != nil {
		t.Errorf("%+v", x)
	}
}

func TestExchange_canceled(t *testing.T) {
	var log api.Log
	ctx, cancel := context.WithCancel(t.Context())
	c := client(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() }), api.WithObserver(log.Add))
	_, _ = c.Organizations.Get(ctx, "o")
	if x := log.Exchanges()[0]; !x.Canceled() {
		t.Errorf("%+v", x)
	}
}

func TestLog_keepsTheLast500(t *testing.T) {
	var log api.Log
	for i := range 600 {
		log.Add(api.Exchange{ID: int64(i), ResponseBody: make([]byte, 64<<10)})
	}
	all := log.Exchanges()
	if len(all) != 500 || all[0].ID != 100 || all[499].ID != 599 {
		t.Fatalf("%d, from %d", len(all), all[0].ID)
	}
	total := 0
	for _, x := range all {
		total += len(x.ResponseBody)
	}
	if total > 8<<20 || total < 7<<20 || all[499].ResponseBody == nil || !all[0].Truncated {
		t.Errorf("%d bytes of answers", total)
	}
	log.Clear()
	if len(log.Exchanges()) != 0 {
		t.Error("not cleared")
	}
}

func TestLog_wakesWhoWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log api.Log
		var woken sync.WaitGroup
		seen := log.Version()
		for range 3 {
			woken.Go(func() {
				if v, err := log.Wait(t.Context(), seen); err != nil || v == seen {
					t.Error(v, err)
				}
			})
		}
		synctest.Wait()
		log.Add(api.Exchange{})
		woken.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := log.Wait(ctx, log.Version()); err == nil {
			t.Error("woken by nothing")
		}
	})
}

func TestLog_manyAtOnce(t *testing.T) {
	var log api.Log
	c := client(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, found) }), api.WithObserver(log.Add), api.WithRateLimit(0, 0))
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			_, _ = c.Organizations.Get(t.Context(), "o")
			_ = log.Exchanges()
		})
	}
	all.Wait()
	ids := map[int64]bool{}
	for _, x := range log.Exchanges() {
		ids[x.ID] = true
	}
	if len(ids) != 50 {
		t.Errorf("%d requests told apart", len(ids))
	}
}

func TestExchange_cutsLargeAnswers(t *testing.T) {
	var log api.Log
	c := client(t, answering(`{"x":"`+strings.Repeat("y", 100<<10)+`"}`), api.WithObserver(log.Add))
	_, _ = c.Organizations.Get(t.Context(), "o")
	if x := log.Exchanges()[0]; len(x.ResponseBody) != 64<<10 || !x.Truncated {
		t.Error(len(x.ResponseBody), x.Truncated)
	}
}
