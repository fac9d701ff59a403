package sandbox

// TrySCIMFilter parses a filter and runs it over a resource.
func TrySCIMFilter(text string, resource map[string]any) {
	if filter, err := parseSCIMFilter(text); err == nil {
		filter(resource)
	}
	if path, err := parseSCIMPath(text); err == nil {
		path.values(resource)
	}
	nameAsked(text)
}

// TrySCIMPatch applies the operations of a PATCH to a user and reads what comes of
// it.
func TrySCIMPatch(body []byte) {
	operations, err := readPatch(body)
	if err != nil {
		return
	}
	doc := map[string]any{
		"userName": "b@example.com", "emails": []any{map[string]any{"value": "b@example.com", "type": "work"}, "plain"},
		"members": []any{map[string]any{"value": "1"}}, "name": map[string]any{"familyName": "Jensen"},
	}
	if patched(doc, operations) == nil {
		_, _ = readUser(doc)
	}
}
