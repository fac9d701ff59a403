package views

import (
	"context"
	"errors"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/async"
	"example.com/orgdeck/ui"
)

// write describes a change to the dialogs of ui, which do not know the api.
func write[T any](c api.Change[T]) ui.Write[T] {
	w := ui.Write[T]{
		Summary: c.Summary,
		Method:  c.Endpoint.Method, Path: c.Path, Body: c.BodyJSON(), Curl: c.Curl(),
		Danger: danger(c.Danger), Word: c.Word, Undo: noWayBack(c.OneWay()),
		Do: explaining(c.Do),
	}
	for _, f := range c.Fields {
		w.Fields = append(w.Fields, ui.Difference{Name: f.Name, Before: f.Before, After: f.After})
	}
	if c.Guarded() {
		w.Overwrite = explaining(c.Overwrite().Do)
	}
	return w
}

// noWayBack says that a change cannot be undone, and why; "" when it can.
func noWayBack(why string) string {
	if why == "" {
		return ""
	}
	return "This cannot be undone: " + why + "."
}

func danger(d api.Danger) ui.Danger {
	switch d {
	case api.Confirm:
		return ui.DangerConfirm
	case api.TypeName:
		return ui.DangerTypeName
	}
	return ui.DangerNone
}

// explaining is call with errors that tell a person what went wrong.
func explaining[T any](call async.Call[T]) async.Call[T] {
	return func(ctx context.Context) (T, error) {
		value, err := call(ctx)
		return value, explain(err)
	}
}

// explain gives an error of the api the words that ui shows.
func explain(err error) error {
	if err == nil {
		return nil
	}
	if conflict, ok := errors.AsType[*api.Conflict](err); ok {
		return conflicted{explained{err}, conflict}
	}
	return explained{err}
}

// explained is an error of the api in one sentence; it implements ui.Explained.
type explained struct{ error }

// Sentence implements ui.Explained.
func (e explained) Sentence() string { return api.Reason(e.error) }

// Reference implements ui.Explained.
func (e explained) Reference() string { return api.RequestID(e.error) }

// Unwrap returns the error of the api.
func (e explained) Unwrap() error { return e.error }

// conflicted is a write that somebody else came before; it implements
// ui.Conflict.
type conflicted struct {
	explained
	conflict *api.Conflict
}

// Differences implements ui.Conflict.
func (e conflicted) Differences() []ui.Difference {
	differences := make([]ui.Difference, len(e.conflict.Fields))
	for i, f := range e.conflict.Fields {
		differences[i] = ui.Difference{Name: f.Name, Before: f.Theirs, After: f.Mine}
		if !f.Touched {
			differences[i].After = "not touched: theirs stays"
		}
	}
	return differences
}
