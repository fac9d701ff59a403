package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
)

// kind is what the commands on objects of one kind share. Row is an object as it
// is found and written, with what belongs beside it.
type kind[Object, Row any] struct {
	world    World
	to       *targetFlags
	complete cobra.CompletionFunc // of the argument that names one; nil for none
	find     func(ctx context.Context, d *desk, text string) (Row, error)
	listing  func() listing[Row]
	row      func(known Row, answered Object) Row // known is what was known before
	field    string                               // that holds the id
	name     func(Row) string
}

// onOne makes cmd run do on the object that its argument names.
func (k kind[Object, Row]) onOne(cmd *cobra.Command, do func(ctx context.Context, d *desk, one Row) error) *cobra.Command {
	cmd.Args, cmd.ValidArgsFunction = arguments(cobra.ExactArgs(1)), k.complete
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return k.to.with(cmd.Context(), k.world, func(d *desk) error {
			one, err := k.find(cmd.Context(), d, args[0])
			if err != nil {
				return err
			}
			return do(cmd.Context(), d, one)
		})
	}
	return cmd
}

// getting makes cmd write one object.
func (k kind[Object, Row]) getting(cmd *cobra.Command) *cobra.Command {
	l := k.listing()
	l.register(cmd)
	return k.onOne(cmd, func(_ context.Context, d *desk, one Row) error { return l.one(d.world.Out, one) })
}

// deleting makes cmd send the change that deletes one object.
func (k kind[Object, Row]) deleting(cmd *cobra.Command, change func(*api.Client, Row) api.Change[string]) *cobra.Command {
	var how actFlags
	var format string
	registerFormat(cmd, &format)
	how.register(cmd)
	return k.onOne(cmd, func(ctx context.Context, d *desk, one Row) error {
		return act(ctx, d, how, format, change(d.client(), one), func(id string) error { return d.deleted(format, k.field, id, k.name(one)) })
	})
}

// deleted tells that something is gone: in words, or as an object for programs.
func (d *desk) deleted(format, field, id, name string) error {
	if format == "json" {
		return writeJSON(d.world.Out, map[string]string{field: id})
	}
	d.say("Deleted %s.", clean(name))
	return nil
}

// planner makes the change that a request asks for, and says what is known
// already of the object that it makes or changes.
type planner[Request, Object, Row any] func(ctx context.Context, d *desk, args []string, request Request) (api.Change[Object], Row, error)

// sending makes cmd send one request, whose fields are flags, and write the object
// that it makes or changes.
func sending[Request, Object, Row any](k kind[Object, Row], cmd *cobra.Command, fields fieldFlags, plan planner[Request, Object, Row]) *cobra.Command {
	var how actFlags
	l := k.listing()
	l.register(cmd)
	fields.register(cmd)
	how.register(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var request Request
		if err := fields.request(k.world, cmd, &request); err != nil {
			return err
		}
		return k.to.with(cmd.Context(), k.world, func(d *desk) error {
			change, known, err := plan(cmd.Context(), d, args, request)
			if err != nil {
				return err
			}
			err = act(cmd.Context(), d, how, l.format, change, func(o Object) error { return l.one(d.world.Out, k.row(known, o)) })
			if errors.Is(err, api.ErrNothingToChange) {
				d.say("It is so already; nothing was sent.")
				err = l.one(d.world.Out, known)
			}
			return err
		})
	}
	return cmd
}
