package views

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

const (
	everyPath     = "/*"
	pathsBegin    = "/v1/b2b/" // every endpoint's; not repeated where they are listed
	anyMethod     = ""
	longestDelay  = 30_000 // ms
	defaultDelay  = "2000"
	defaultStatus = "500"
)

// What a fault does.
const (
	faultFails = "fail"
	faultSlow  = "slow"
	faultBusy  = "busy"
)

// add asks which calls shall fail, and then how.
func (v *faults) add() tea.Cmd {
	items := []ui.Item{{Name: "Every call", Detail: "but the helpers of the sandbox", Run: func() tea.Cmd {
		return ui.Open(v.form(&faultValues{path: everyPath, kind: faultFails}))
	}}}
	for _, e := range b2b.Endpoints {
		items = append(items, ui.Item{Name: e.ID(), Detail: e.Method + " " + strings.TrimPrefix(e.Path, pathsBegin), Also: e.Path, Run: func() tea.Cmd {
			return ui.Open(v.form(&faultValues{method: e.Method, path: faultPath(e.Path), kind: faultFails}))
		}})
	}
	return ui.Open(ui.NewMenu("Which call?", items...))
}

// faultPath is the pattern of a fault that fits every call of an endpoint.
func faultPath(path string) string {
	before, _, found := strings.Cut(path, "{")
	if found {
		return before + "*"
	}
	return path
}

// faultValues are what the form of a fault asks for.
type faultValues struct{ method, path, kind, status, errorType, delay, times string }

func (v *faults) form(values *faultValues) ui.View {
	values.status, values.delay, values.times = defaultStatus, defaultDelay, "1"
	before := v.inForce()
	return &ui.Form[[]api.Fault]{
		Name:   "New fault",
		Groups: func() []ui.FormGroup { return []ui.FormGroup{{Fields: values.fields()}} },
		Send: func() ui.Write[[]api.Fault] {
			return inWords(write(v.env.API.Sandbox.SetFaults(before, append([]api.Fault{values.fault()}, before...))))
		},
		Done: func(all []api.Fault) tea.Cmd {
			v.took(all)
			return ui.Toast(ui.Success, "The fault is in force.")
		},
	}
}

func (f *faultValues) fields() []ui.FormField {
	fails := func() bool { return f.kind != faultFails }
	return []ui.FormField{
		{
			Field: huh.NewSelect[string]().Key("kind").Title("What happens").Value(&f.kind).Options(
				huh.NewOption("The call fails", faultFails),
				huh.NewOption("The call waits, and then succeeds", faultSlow),
				huh.NewOption("Too many requests: 429, with Retry-After", faultBusy)),
			Help: "The console tries reads again after a 429, 502, 503 or 504; writes only after a 429.",
		},
		{
			Field: huh.NewInput().Key("path").Title("Path").Value(&f.path).Validate(checkFaultPath),
			Help:  "A * at the end stands for anything: also for other calls whose paths begin so. Put an id in its place to be exact.",
		},
		{
			Field: huh.NewSelect[string]().Key("method").Title("Method").Value(&f.method).Options(
				huh.NewOption("any", anyMethod), huh.NewOption("GET", "GET"), huh.NewOption("POST", "POST"),
				huh.NewOption("PUT", "PUT"), huh.NewOption("DELETE", "DELETE")),
			Help: "Searches are POST.",
		},
		{
			Field:  huh.NewInput().Key("status").Title("Status").Value(&f.status).Validate(inRange("the status", 400, 599)),
			Help:   "400 to 599.",
			Hidden: fails,
		},
		{
			Field: huh.NewInput().Key("error_type").Title("Error type").Value(&f.errorType).CharLimit(128).
				Validate(f.checkErrorType),
			Help:   "As the API has it, such as " + b2b.ErrMemberNotFound + ". Its status goes with it. Empty: one that goes with the status above.",
			Hidden: fails,
		},
		{
			Field:  huh.NewInput().Key("delay_ms").Title("Wait, in milliseconds").Value(&f.delay).Validate(inRange("the wait", 1, longestDelay)),
			Help:   "1 to 30,000.",
			Hidden: func() bool { return f.kind != faultSlow },
		},
		{
			Field: huh.NewInput().Key("times").Title("How often").Value(&f.times).Validate(inRange("the number", 0, 1_000_000)),
			Help:  "1 for the next call alone; 0 until it is cleared.",
		},
	}
}

// fault is what was asked for. The fields have refused what is no number.
func (f *faultValues) fault() api.Fault {
	times, _ := strconv.Atoi(strings.TrimSpace(f.times))
	fault := api.Fault{Method: f.method, Path: strings.TrimSpace(f.path), Times: times}
	switch f.kind {
	case faultSlow:
		fault.DelayMS, _ = strconv.Atoi(strings.TrimSpace(f.delay))
	case faultBusy:
		fault.Status = 429
	default:
		fault.Status, _ = strconv.Atoi(strings.TrimSpace(f.status))
		fault.ErrorType = strings.TrimSpace(f.errorType)
		if known, ok := b2b.LookupError(fault.ErrorType); ok {
			fault.Status = known.Status
		}
	}
	return fault
}

func checkFaultPath(path string) error {
	if !strings.HasPrefix(strings.TrimSpace(path), "/") {
		return errors.New("a path begins with /")
	}
	return nil
}

// checkErrorType refuses a name that the API does not have: it is mistyped.
func (f *faultValues) checkErrorType(typed string) error {
	typed = strings.TrimSpace(typed)
	if _, known := b2b.LookupError(typed); typed == "" || known {
		return nil
	}
	return errors.New("the API has no such error type")
}

// inRange checks a whole number.
func inRange(what string, least, most int) func(string) error {
	return func(typed string) error {
		n, err := strconv.Atoi(strings.TrimSpace(typed))
		if err != nil || n < least || n > most {
			return fmt.Errorf("%s is a whole number from %d to %d", what, least, most)
		}
		return nil
	}
}
