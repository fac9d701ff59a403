package sandbox

import (
	"bytes"
	"encoding/json"

	"example.com/orgdeck/api/b2b"
)

// validateMetadata checks one metadata field as it was sent.
func validateMetadata(f b2b.Field, raw json.RawMessage) error {
	if raw[0] != '{' {
		return refuse(b2b.ErrMetadataInvalidFormat, "%s: must be an object", f.Name)
	}
	var object b2b.Object
	if json.Unmarshal(raw, &object) != nil {
		return refuse(b2b.ErrMetadataInvalidFormat, "%s: must be an object", f.Name)
	}
	return checkMetadata(f, object)
}

// checkMetadata holds metadata to the limits of its field.
func checkMetadata(f b2b.Field, object b2b.Object) error {
	if limit := f.Limits.MaxTopLevelKeys; limit > 0 && len(object) > limit {
		return refuse(b2b.ErrMetadataTooManyKeys, "%s: at most %d keys", f.Name, limit)
	}
	text, err := json.Marshal(object)
	if err != nil {
		return refuse(b2b.ErrMetadataInvalidFormat, "%s: not valid JSON", f.Name)
	}
	if limit := f.Limits.MaxBytes; limit > 0 && len(text) > limit {
		return refuse(b2b.ErrMetadataTooLarge, "%s: at most %d bytes of JSON", f.Name, limit)
	}
	return nil
}

// mergeMetadata puts what was sent over what there was: key by key at the top,
// null deletes. The whole must keep the limits.
func (c *call) mergeMetadata(name string, old, sent b2b.Object) (b2b.Object, error) {
	if !c.sent.has(name) {
		return old, nil
	}
	merged := make(b2b.Object, len(old)+len(sent))
	for key, value := range old {
		merged[key] = value
	}
	for key, value := range sent {
		if bytes.Equal(bytes.TrimSpace(value), []byte("null")) {
			delete(merged, key)
			continue
		}
		merged[key] = value
	}
	f, _ := c.endpoint.Field(name)
	return merged, checkMetadata(f, merged)
}
