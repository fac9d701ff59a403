package views

import (
	"errors"

	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// metadataField asks for metadata as JSON, by the limits of the contract.
func metadataField(name, title string, value *string, help string) ui.FormField {
	return ui.FormField{
		Field: huh.NewText().Key(name).Title(title).Value(value).Lines(4).Validate(func(s string) error {
			if _, err := parseMetadata(s); err != nil {
				return errors.New(jsonProblem(s, err))
			}
			return api.ValidateField(b2b.OrganizationsMembersUpdate, name, s)
		}),
		Help: help,
	}
}

// metadata is what was typed as metadata; nil when nothing was.
func metadata(text string) b2b.Object {
	object, err := parseMetadata(text)
	if err != nil || len(object) == 0 {
		return nil // the field has refused what is no JSON before
	}
	return object
}

// metadataText is metadata laid out to be read and typed into; "" for none.
func metadataText(object b2b.Object) string {
	if len(object) == 0 {
		return ""
	}
	return indentedJSON(compactJSON(object))
}

// metadataUpdate is what turns metadata into what was typed; nil when that is
// the same.
func metadataUpdate(before b2b.Object, text string) b2b.Object {
	after, err := parseMetadata(text)
	if err != nil {
		return nil
	}
	if merge := metadataMerge(before, after); len(merge) > 0 {
		return merge
	}
	return nil
}
