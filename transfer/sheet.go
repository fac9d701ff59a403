package transfer

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// What a file of members may have at most.
const (
	maxSheetBytes = 64 << 20
	maxSheetRows  = 200_000
)

// Sheet is a CSV file of members to be made. Its first line names the columns;
// email_address is needed, every other is optional.
type Sheet struct {
	Rows    []Row
	Ignored []string // columns that an export writes and an import has no use for
	Hash    string   // of the file, in hexadecimal
}

// Row is one line of a Sheet.
type Row struct {
	Line    int // in the file, from 1
	Member  b2b.CreateMember
	Problem string // why it cannot be sent, in words; "" when it can
}

// SheetError is a file that is no list of members.
type SheetError struct {
	Line    int // from 1; 0 for the file as a whole
	Problem string
}

// Error implements error.
func (e *SheetError) Error() string {
	if e.Line == 0 {
		return "the file " + e.Problem
	}
	return fmt.Sprintf("line %d %s", e.Line, e.Problem)
}

// SheetColumns are the columns that an import takes, the needed one first.
func SheetColumns() []string {
	names := make([]string, len(settable))
	for i, s := range settable {
		names[i] = s.name
	}
	return names
}

// setter puts the text of a cell into a member.
type setter struct {
	name string
	set  func(m *b2b.CreateMember, text string) error
}

var settable = []setter{
	{"email_address", func(m *b2b.CreateMember, text string) error {
		m.EmailAddress = text
		return nil
	}},
	{"name", func(m *b2b.CreateMember, text string) error { return setText(&m.Name, text) }},
	{"roles", setRoles},
	{"external_id", func(m *b2b.CreateMember, text string) error { return setText(&m.ExternalID, text) }},
	{"mfa_phone_number", func(m *b2b.CreateMember, text string) error { return setText(&m.MFAPhoneNumber, text) }},
	{"mfa_enrolled", func(m *b2b.CreateMember, text string) error { return setBool(&m.MFAEnrolled, text) }},
	{"is_breakglass", func(m *b2b.CreateMember, text string) error { return setBool(&m.IsBreakglass, text) }},
	{"create_member_as_pending", func(m *b2b.CreateMember, text string) error { return setBool(&m.CreateMemberAsPending, text) }},
	{"trusted_metadata", func(m *b2b.CreateMember, text string) error { return setObject(&m.TrustedMetadata, text) }},
	{"untrusted_metadata", func(m *b2b.CreateMember, text string) error { return setObject(&m.UntrustedMetadata, text) }},
}

func setText(field **string, text string) error {
	*field = &text
	return nil
}

func setBool(field **bool, text string) error {
	yes := slices.Contains([]string{"true", "yes", "1"}, strings.ToLower(text))
	if !yes && !slices.Contains([]string{"false", "no", "0"}, strings.ToLower(text)) {
		return errors.New("is neither true nor false")
	}
	*field = &yes
	return nil
}

func setObject(field *b2b.Object, text string) error {
	if json.Unmarshal([]byte(text), field) != nil || *field == nil {
		return errors.New("is no JSON object")
	}
	return nil
}

// setRoles leaves out the role that everybody has, which an export writes.
func setRoles(m *b2b.CreateMember, text string) error {
	for role := range strings.SplitSeq(text, ",") {
		if role = strings.TrimSpace(role); role != "" && role != b2b.RoleMember {
			m.Roles = append(m.Roles, role)
		}
	}
	return nil
}

// OpenSheet reads the CSV file at path. What is no file at all is an error of the
// operating system, with its path.
func OpenSheet(path string) (*Sheet, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the members: %w", err)
	}
	defer func() { _ = file.Close() }() // it was only read
	return ReadSheet(file)
}

// ReadSheet reads a CSV file, with commas or semicolons. What is wrong with a
// row is said in the row; only a file that makes no sense is a *SheetError.
func ReadSheet(r io.Reader) (*Sheet, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxSheetBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read the members: %w", err)
	}
	if len(data) > maxSheetBytes {
		return nil, &SheetError{Problem: "is larger than 64 MiB; split it"}
	}
	sum := sha256.Sum256(data)
	s := &Sheet{Hash: hex.EncodeToString(sum[:])}
	return s, s.parse(bytes.TrimPrefix(data, []byte("\ufeff")))
}

func (s *Sheet) parse(data []byte) error {
	if bytes.IndexByte(data, 0) >= 0 {
		return &SheetError{Problem: "is no text; save it from the spreadsheet as CSV in UTF-8"}
	}
	lines := csv.NewReader(bufio.NewReader(bytes.NewReader(data)))
	lines.FieldsPerRecord, lines.ReuseRecord, lines.Comma = -1, true, separator(data)
	head, err := lines.Read()
	if errors.Is(err, io.EOF) {
		return &SheetError{Problem: "is empty; its first line names the columns, such as email_address,name,roles"}
	}
	if err != nil {
		return sheetError(err)
	}
	columns, err := s.columns(head)
	if err != nil {
		return err
	}
	for {
		record, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return sheetError(err)
		}
		if len(s.Rows) == maxSheetRows {
			return &SheetError{Problem: fmt.Sprintf("has more than %d rows; split it", maxSheetRows)}
		}
		line, _ := lines.FieldPos(0)
		s.Rows = append(s.Rows, readRow(line, columns, record))
	}
}

// separator is what stands between the columns of the first line.
func separator(data []byte) rune {
	head, _, _ := bytes.Cut(data, []byte("\n"))
	if !bytes.ContainsRune(head, ',') && bytes.ContainsRune(head, ';') {
		return ';'
	}
	return ','
}

func sheetError(err error) error {
	if broken, ok := errors.AsType[*csv.ParseError](err); ok {
		return &SheetError{broken.Line, "is no CSV: " + broken.Err.Error()}
	}
	return fmt.Errorf("read the members: %w", err)
}

// columns finds what sets each column; nil for those that are ignored.
func (s *Sheet) columns(head []string) ([]*setter, error) {
	columns := make([]*setter, len(head))
	seen := map[string]bool{}
	for i, name := range head {
		name = strings.ToLower(strings.TrimSpace(name))
		at := slices.IndexFunc(settable, func(s setter) bool { return s.name == name })
		switch {
		case seen[name]:
			return nil, &SheetError{1, fmt.Sprintf("has the column %q twice", name)}
		case at >= 0:
			columns[i] = &settable[at]
		case slices.ContainsFunc(MemberColumns(), func(c Column[Member]) bool { return c.Name == name }):
			s.Ignored = append(s.Ignored, name)
		default:
			return nil, &SheetError{1, fmt.Sprintf("has the column %q, which is none of %s", name, strings.Join(SheetColumns(), ", "))}
		}
		seen[name] = true
	}
	if !seen["email_address"] {
		return nil, &SheetError{1, "names no column email_address; it has to name the columns"}
	}
	return columns, nil
}

func readRow(line int, columns []*setter, record []string) Row {
	row := Row{Line: line}
	var problems []string
	if len(record) != len(columns) {
		problems = append(problems, fmt.Sprintf("it has %d cells, and the first line %d", len(record), len(columns)))
	}
	for i, column := range columns[:min(len(columns), len(record))] {
		text := strings.TrimSpace(plainCell(record[i]))
		if column == nil || text == "" {
			continue
		}
		if !utf8.ValidString(text) {
			problems = append(problems, column.name+" is not in UTF-8; save the file so")
			continue
		}
		if err := column.set(&row.Member, text); err != nil {
			problems = append(problems, column.name+" "+err.Error())
		}
	}
	if len(problems) == 0 {
		for _, wrong := range api.Validate(b2b.OrganizationsMembersCreate, row.Member) {
			problems = append(problems, wrong.Field+" "+wrong.Problem)
		}
	}
	row.Problem = strings.Join(problems, "; ")
	return row
}
