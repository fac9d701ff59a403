package sandbox

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"example.com/orgdeck/api/b2b"
)

// Bounds of what can be asked for.
const (
	maxFaults     = 100
	maxFaultDelay = 30 * time.Second // shorter than a connection may be silent
)

// fault is a failure that was asked for: requests of a method to a path are
// answered with a status, after a delay, so many times.
type fault struct {
	Method    string `json:"method"`     // "" is any
	Path      string `json:"path"`       // "/v1/b2b/organizations/*": a * at the end stands for anything
	Status    int    `json:"status"`     // 0: only the delay
	ErrorType string `json:"error_type"` // "" is one that goes with the status
	DelayMS   int    `json:"delay_ms"`
	Times     int    `json:"times"` // how often still; 0 is for ever
}

// faultList is the body of GET and PUT /sandbox/v1/faults.
type faultList struct {
	Faults     []fault `json:"faults"`
	RequestID  string  `json:"request_id"`
	StatusCode int     `json:"status_code"`
}

// faults are those in force, the first that fits first. They last as long as the
// server.
type faults struct {
	guard sync.Mutex
	list  []fault
}

func (f *faults) all() []fault {
	f.guard.Lock()
	defer f.guard.Unlock()
	return append([]fault{}, f.list...)
}

func (f *faults) set(list []fault) {
	f.guard.Lock()
	defer f.guard.Unlock()
	f.list = list
}

// next returns the fault that a request meets, and counts it.
func (f *faults) next(r *http.Request) (fault, bool) {
	f.guard.Lock()
	defer f.guard.Unlock()
	i := slices.IndexFunc(f.list, func(f fault) bool { return f.fits(r) })
	if i < 0 {
		return fault{}, false
	}
	met := f.list[i]
	switch met.Times {
	case 0:
	case 1:
		f.list = slices.Delete(f.list, i, i+1)
	default:
		f.list[i].Times--
	}
	return met, true
}

func (f fault) fits(r *http.Request) bool {
	if f.Method != "" && f.Method != r.Method {
		return false
	}
	if start, open := strings.CutSuffix(f.Path, "*"); open {
		return strings.HasPrefix(r.URL.Path, start)
	}
	return f.Path == r.URL.Path
}

// problem is the answer of the fault.
func (f fault) problem() *problem {
	kind := f.ErrorType
	if kind == "" {
		kind = kindOfStatus(f.Status)
	}
	p := refuse(kind, "this failure was asked for at /sandbox/v1/faults")
	p.status = f.Status
	if f.Status == http.StatusTooManyRequests {
		p.headers = http.Header{"Retry-After": {"1"}}
	}
	return p
}

// kindOfStatus is the error type that says no more than a status does.
func kindOfStatus(status int) string {
	switch {
	case status == http.StatusUnauthorized:
		return b2b.ErrUnauthorizedCredentials
	case status == http.StatusForbidden:
		return b2b.ErrSessionAuthorizationError
	case status == http.StatusNotFound:
		return b2b.ErrRouteNotFound
	case status == http.StatusTooManyRequests:
		return b2b.ErrTooManyRequests
	case status >= http.StatusInternalServerError:
		return b2b.ErrInternalServerError
	}
	return b2b.ErrBadRequest
}

// injectFaults lets the requests through that meet no fault. The helpers never
// do: whoever has asked for a fault must be able to end it.
func (s *Server) injectFaults(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, helperPrefix) {
			next.ServeHTTP(w, r)
			return
		}
		met, ok := s.faults.next(r)
		if ok && !waited(r, time.Duration(met.DelayMS)*time.Millisecond) {
			return // nobody is there to answer
		}
		if ok && met.Status != 0 {
			s.fail(w, r, met.problem())
			return
		}
		next.ServeHTTP(w, r)
	})
}

// waited waits, and reports whether the caller is still there.
func waited(r *http.Request, delay time.Duration) bool {
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-r.Context().Done():
		return false
	}
}

func (s *Server) showFaults(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusOK, faultList{Faults: s.faults.all(), RequestID: requestID(r), StatusCode: http.StatusOK})
}

// setFaults replaces the faults.
func (s *Server) setFaults(w http.ResponseWriter, r *http.Request) {
	sent, err := readBody(r)
	var list []fault
	if err == nil {
		list, err = readFaults(sent)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.faults.set(list)
	s.showFaults(w, r)
}

// readFaults reads and checks what PUT takes.
func readFaults(sent fields) ([]fault, error) {
	var list []fault
	if json.Unmarshal(sent["faults"], &list) != nil || list == nil {
		return nil, refuse(b2b.ErrBadRequest, `faults: must be a list of {"method","path","status","error_type","delay_ms","times"}`)
	}
	if len(list) > maxFaults {
		return nil, refuse(b2b.ErrBadRequest, "faults: at most %d", maxFaults)
	}
	for i := range list {
		list[i].Method = strings.ToUpper(list[i].Method)
		if list[i].Method == "*" {
			list[i].Method = ""
		}
		if known, ok := b2b.LookupError(list[i].ErrorType); ok && list[i].Status == 0 {
			list[i].Status = known.Status
		}
		if err := list[i].check(i); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (f fault) check(i int) error {
	longest := int(maxFaultDelay / time.Millisecond)
	switch {
	case !strings.HasPrefix(f.Path, "/"):
		return refuse(b2b.ErrBadRequest, "faults[%d].path: must begin with /", i)
	case f.Status != 0 && (f.Status < 400 || f.Status > 599):
		return refuse(b2b.ErrBadRequest, "faults[%d].status: must be 400 to 599, or 0 for a delay alone", i)
	case f.ErrorType != "" && f.Status == 0:
		return refuse(b2b.ErrBadRequest, "faults[%d].status: is needed, for the API has no error_type %q", i, f.ErrorType)
	case f.DelayMS < 0 || f.DelayMS > longest:
		return refuse(b2b.ErrBadRequest, "faults[%d].delay_ms: must be 0 to %d", i, longest)
	case f.Times < 0:
		return refuse(b2b.ErrBadRequest, "faults[%d].times: must not be negative", i)
	case f.Status == 0 && f.DelayMS == 0:
		return refuse(b2b.ErrBadRequest, "faults[%d]: needs a status or a delay_ms", i)
	}
	return nil
}
