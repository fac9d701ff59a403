package keymap

// Lists and whatever scrolls.
const (
	HalfPageUp   ID = "table.half_page_up"
	HalfPageDown ID = "table.half_page_down"
	MarkOne      ID = "table.mark"
	MarkAll      ID = "table.mark_all"
	Sort         ID = "table.sort"
	Reverse      ID = "table.reverse"
	Columns      ID = "table.columns"
	Search       ID = "table.search"
	Filter       ID = "table.filter"
	Export       ID = "table.export"
	Pane         ID = "table.pane"
)

const (
	list scope = "lists"
)

func listKeys() group {
	return group{
		entries: []entry{
			on(HalfPageUp, list, "half a page up", "ctrl+u"),
			on(HalfPageDown, list, "half a page down", "ctrl+d"),
			on(MarkOne, list, "mark", " "),
			on(MarkAll, list, "mark all that were fetched", "*"),
			on(Sort, list, "sort by next column", "s"),
			on(Reverse, list, "reverse order", "S"),
			on(Columns, list, "choose columns", "c"),
			on(Search, list, "search", "/"),
			on(Filter, list, "filters", "f"),
			on(Export, list, "export", "x"),
			on(Pane, list, "detail pane", "p"),
		},
	}
}
