package views

import (
	"example.com/orgdeck/keymap"
)

// Memory is what the console keeps of a profile from one run to the next. The
// zero value remembers nothing. It holds no data of the project.
type Memory struct {
	Section keymap.ID              `json:"section,omitzero"` // that was in front
	Lists   map[string]*ListMemory `json:"lists,omitzero"`   // by the name of the list
}

// ListMemory is how a list was arranged.
type ListMemory struct {
	Sort       string   `json:"sort,omitzero"` // title of the column; "" for the order of the server
	Descending bool     `json:"descending,omitzero"`
	Hidden     []string `json:"hidden,omitzero"` // titles of the columns that are not shown
}

// list returns what is remembered of a list, to be read and written.
func (m *Memory) list(name string) *ListMemory {
	if m == nil {
		return &ListMemory{}
	}
	if m.Lists == nil {
		m.Lists = map[string]*ListMemory{}
	}
	if m.Lists[name] == nil {
		m.Lists[name] = &ListMemory{}
	}
	return m.Lists[name]
}

// recall arranges the list as it was left. What has no such column any more is
// left out.
func (l *list[T]) recall(name string) *list[T] {
	l.memory = l.env.Memory.list(name)
	l.table.SetHidden(l.memory.Hidden)
	for i, o := range l.sort.orders {
		if o.column == l.memory.Sort {
			l.sort.by = i + 1
		}
	}
	l.sort.descending = l.memory.Descending
	return l
}

// remember keeps how the list is arranged.
func (l *list[T]) remember() {
	if l.memory == nil {
		return
	}
	*l.memory = ListMemory{Descending: l.sort.descending, Hidden: l.table.Hidden()}
	if l.sort.by > 0 {
		l.memory.Sort = l.sort.orders[l.sort.by-1].column
	}
}
