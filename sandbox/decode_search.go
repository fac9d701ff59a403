package sandbox

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// defaultPage is how many results a page has when limit is 0 or absent.
const defaultPage = 100

// searchBody is what every search takes, or a part of it. The operands stay raw: what is wrong with
// them has error types of its own.
type searchBody struct {
	OrganizationIDs []string `json:"organization_ids"`
	Cursor          string   `json:"cursor"`
	Limit           int      `json:"limit"`
	Query           *struct {
		Operator *string           `json:"operator"`
		Operands []json.RawMessage `json:"operands"`
	} `json:"query"`
}

// searchKind is what the searches differ in.
type searchKind struct {
	name    string // "member", "organization" or "m2m", as in the error types
	filters []b2b.Filter
	known   func(string) string // the contract's name of a filter
}

func organizationSearch() searchKind {
	return searchKind{name: "organization", filters: b2b.OrganizationFilters, known: func(name string) string { return name }}
}

func memberSearch() searchKind {
	return searchKind{name: "member", filters: b2b.MemberFilters, known: b2b.MemberFilterName}
}

// refuse is one of the error types that each search has for itself, as far as it
// has one.
func (k searchKind) refuse(what, message string, args ...any) error {
	kind := k.name + "_search_" + what
	if _, ok := b2b.LookupError(kind); !ok {
		kind = b2b.ErrBadRequest
	}
	return refuse(kind, append([]any{message}, args...)...)
}

// query reads body as a query of the store.
func (s *Server) query(k searchKind, body searchBody) (store.Query, error) {
	q := store.Query{Limit: body.Limit}
	if q.Limit == 0 {
		q.Limit = defaultPage
	}
	if body.Cursor != "" {
		after, ok := s.position(k, body.Cursor)
		if !ok {
			return q, refuse(b2b.ErrBadRequest, "cursor: not one of this search")
		}
		q.After = &after
	}
	if body.Query == nil || len(body.Query.Operands) == 0 && body.Query.Operator == nil {
		return q, nil
	}
	switch operator := body.Query.Operator; {
	case operator == nil:
		return q, refuse(b2b.ErrBadRequest, "query.operator is required: AND or OR")
	case strings.EqualFold(*operator, "OR"):
		q.Any = true
	case !strings.EqualFold(*operator, "AND"):
		return q, refuse(b2b.ErrBadRequest, "query.operator: must be AND or OR")
	}
	for _, raw := range body.Query.Operands {
		f, err := k.filter(raw)
		if err != nil {
			return q, err
		}
		q.Filters = append(q.Filters, f)
	}
	return q, nil
}

// filter reads one operand.
func (k searchKind) filter(raw json.RawMessage) (store.Filter, error) {
	var operand map[string]json.RawMessage
	if json.Unmarshal(raw, &operand) != nil || operand == nil {
		return store.Filter{}, refuse(b2b.ErrBadRequest, "query.operands: each must be an object")
	}
	var name string
	switch raw, ok := operand["filter_name"]; {
	case !ok || isNull(raw) || string(raw) == `""`:
		return store.Filter{}, k.refuse("missing_filter_name", "an operand has no filter_name")
	case json.Unmarshal(raw, &name) != nil:
		return store.Filter{}, k.refuse("filter_name_must_be_string", "filter_name must be a string")
	}
	name = k.known(name)
	known, ok := b2b.LookupFilter(k.filters, name)
	if !ok {
		return store.Filter{}, k.refuse("filter_name_not_recognized", "there is no filter %q", name)
	}
	value, ok := operand["filter_value"]
	if !ok || isNull(value) {
		return store.Filter{}, k.refuse("missing_filter_value", "%s has no filter_value", name)
	}
	return k.value(known, value)
}

func isNull(raw json.RawMessage) bool { return bytes.Equal(raw, []byte("null")) }

// value reads the value of a filter.
func (k searchKind) value(known b2b.Filter, raw json.RawMessage) (store.Filter, error) {
	f := store.Filter{Name: known.Name}
	switch known.Value {
	case "boolean":
		if json.Unmarshal(raw, &f.Flag) != nil {
			return f, k.refuse("expected_boolean", "%s takes true or false", known.Name)
		}
	case "array<string>":
		if !isStrings(raw, &f.List) {
			return f, k.refuse("expected_array_of_strings", "%s takes a list of strings", known.Name)
		}
		return f, checkList(&f)
	default:
		if json.Unmarshal(raw, &f.Text) != nil {
			return f, k.refuse("expected_string", "%s takes a string", known.Name)
		}
		if utf8.RuneCountInString(f.Text) < known.FuzzyMin {
			return f, k.refuse(known.Name+"_too_short", "%s takes at least %d characters", known.Name, known.FuzzyMin)
		}
	}
	return f, nil
}

// isStrings reads a list of strings, none of them null.
func isStrings(raw json.RawMessage, into *[]string) bool {
	var items []*string
	if json.Unmarshal(raw, &items) != nil {
		return false
	}
	for _, item := range items {
		if item == nil {
			return false
		}
		*into = append(*into, *item)
	}
	return true
}

// checkList checks and evens out the values of a list filter.
func checkList(f *store.Filter) error {
	switch f.Name {
	case b2b.FilterMemberEmails, b2b.FilterAllowedDomains, b2b.FilterClaimedEmailDomains:
		f.List = lowered(f.List)
	case b2b.FilterStatuses:
		for _, status := range f.List {
			if !slices.Contains(b2b.MemberStatusValues(), status) {
				return refuse(b2b.ErrSearchInvalidStatusFilter, "statuses: %q is no status of a member", status)
			}
		}
	case b2b.FilterMemberIDs:
		internal := 0
		for _, id := range f.List {
			if store.IsMemberID(id) {
				internal++
			}
		}
		if internal != 0 && internal != len(f.List) {
			return refuse(b2b.ErrMemberSearchCannotMixInternalANDExternalMemberIDs)
		}
	}
	return nil
}

// macSize is how many bytes of a cursor prove that it is ours.
const macSize = 12

// cursor is p as the opaque text that continues a search of that kind.
func (s *Server) cursor(k searchKind, p *store.Position) *string {
	if p == nil {
		return nil
	}
	body := append(binary.BigEndian.AppendUint64(nil, uint64(p.CreatedAt)), p.ID...)
	text := base64.RawURLEncoding.EncodeToString(append(s.cursorMAC(k, body), body...))
	return &text
}

// position is the inverse of cursor; false when text is none of ours.
func (s *Server) position(k searchKind, text string) (store.Position, bool) {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(raw) < macSize+8 {
		return store.Position{}, false
	}
	body := raw[macSize:]
	if !hmac.Equal(raw[:macSize], s.cursorMAC(k, body)) {
		return store.Position{}, false
	}
	return store.Position{CreatedAt: int64(binary.BigEndian.Uint64(body)), ID: string(body[8:])}, true
}

func (s *Server) cursorMAC(k searchKind, body []byte) []byte {
	mac := hmac.New(sha256.New, []byte(k.name+" "+s.secret.Reveal()))
	_, _ = mac.Write(body) // never fails
	return mac.Sum(nil)[:macSize]
}
