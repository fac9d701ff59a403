package views

import (
	"path/filepath"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

// exported is how the rows of a list are written to a file.
type exported[T any] struct {
	things  string // "members"
	of      string // the organization they are in, as in its slug; "" for all
	columns []transfer.Column[T]
	object  func(T) any // what stands in a JSON file
}

func (v *members) export() tea.Cmd {
	kind := exported[memberRow]{
		things: "members", columns: memberExport(),
		object: func(r memberRow) any { return r.Member },
	}
	if v.org != nil {
		kind.of = v.org.OrganizationSlug
	}
	return v.list.export(kind)
}

func (v *orgs) export() tea.Cmd {
	return v.list.export(exported[b2b.Organization]{
		things: "organizations", columns: transfer.OrganizationColumns(),
		object: func(o b2b.Organization) any { return o },
	})
}

// cannotExport says why there is nothing to export.
func (l *list[T]) cannotExport() string {
	switch {
	case l.reason != "":
		return "This search cannot be asked: " + l.reason + "."
	case l.fetch == nil:
		return "The list is not there yet."
	}
	return ""
}

// export asks for the format, and writes what the search and the filters match.
func (l *list[T]) export(kind exported[T]) tea.Cmd {
	write := func(ext string, format transfer.Writer[T]) func() tea.Cmd {
		return func() tea.Cmd { return l.exportAs(kind, ext, format) }
	}
	return ui.Open(ui.NewMenu("Export "+l.matching(kind.things),
		ui.Item{Name: "CSV", Detail: "a table for spreadsheets", Run: write("csv", &transfer.CSV[T]{Columns: kind.columns})},
		ui.Item{Name: "JSON", Detail: "all that the API tells of each", Run: write("json", &transfer.JSON[T]{Object: kind.object})},
	))
}

// matching says how many rows the search has, as far as the server says it.
func (l *list[T]) matching(things string) string {
	if page, ok := l.page.Value(); ok && page.Total >= 0 {
		return plural(page.Total, strings.TrimSuffix(things, "s"))
	}
	return "all " + things
}

func (l *list[T]) exportAs(kind exported[T], ext string, format transfer.Writer[T]) tea.Cmd {
	fetch, reason := l.plan(l.box.text(), walkRows)
	if fetch == nil {
		return ui.Toast(ui.Failure, reason)
	}
	file := &exportFile[T]{name: kind.fileName(ext, time.Now()), format: format}
	return ui.Open(&walk[T]{
		env: l.env, name: "Export to " + file.name, what: "export the " + kind.things, fetch: fetch, total: l.total(),
		take: file.write, end: file.finish, drop: file.drop,
		done: func() tea.Cmd {
			path := absolute(file.path)
			return ui.Toast(ui.Success, "Exported "+plural(file.rows, strings.TrimSuffix(kind.things, "s"))+
				" to "+filepath.Base(path)+" in "+filepath.Dir(path))
		},
	})
}

// fileName is a name such as members-acme-robotics-20261120-104512.csv.
func (e exported[T]) fileName(ext string, now time.Time) string {
	parts := []string{e.things}
	if e.of != "" {
		parts = append(parts, plainName(e.of, "organization"))
	}
	return strings.Join(append(parts, now.Format("20060102-150405")), "-") + "." + ext
}
