package api

import (
	"context"
	"errors"
	"iter"

	"example.com/orgdeck/api/b2b"
)

// walkLimit is the page size of the iterators: few requests, and yet answers
// that stay far below the largest the client takes.
const walkLimit = 250

// Page is one page of a search.
type Page[T any] struct {
	Items      []T
	Total      int    // of all pages; -1 when the workspace does not count
	NextCursor string // "" on the last page
}

// More reports whether there is another page.
func (p *Page[T]) More() bool { return p.NextCursor != "" }

func newPage[T any](items []T, meta b2b.ResultsMetadata) Page[T] {
	page := Page[T]{Items: items, Total: meta.Total}
	if meta.NextCursor != nil {
		page.NextCursor = *meta.NextCursor
	}
	return page
}

// errStuck ends a walk over a server that repeats itself.
var errStuck = errors.New("the server gave the same page twice")

// walk yields the items of all pages of search, from cursor on. It ends with the
// first error, and a page is asked for only when the items before it are spent.
func walk[T any](ctx context.Context, cursor *string, search func(ctx context.Context, cursor *string) (*Page[T], error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		for cursor := cursor; ; {
			page, err := search(ctx, cursor)
			if err != nil {
				yield(zero, err)
				return
			}
			for _, item := range page.Items {
				if !yield(item, nil) {
					return
				}
			}
			if !page.More() {
				return
			}
			if cursor != nil && *cursor == page.NextCursor {
				yield(zero, errStuck)
				return
			}
			cursor = &page.NextCursor
		}
	}
}

// orWalkLimit is limit, or the page size of a walk when none was asked for.
func orWalkLimit(limit *int) *int {
	if limit == nil || *limit == 0 {
		return Ptr(walkLimit)
	}
	return limit
}
