package keymap

// Metadata, and JSON in the user's editor.
const (
	MetadataEdit ID = "metadata.edit"
	JSONEdit     ID = "json.edit"
	JSONReview   ID = "json.review"
)

const (
	metadata scope = "metadata"
	edited   scope = "edited JSON"
)

func jsonKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, metadata},
			{edited},
		},
		entries: []entry{
			on(MetadataEdit, metadata, "edit", "e"),
			on(JSONEdit, metadata, "edit as JSON in $EDITOR", "E"),
			on(JSONReview, edited, "go on", "enter"),
		},
		shared: []also{
			{JSONEdit, edited},
			{JSONEdit, members},
			{JSONEdit, member},
			{JSONEdit, orgs},
			{JSONEdit, overview},
			{MemberMFA, metadata},
		},
	}
}
