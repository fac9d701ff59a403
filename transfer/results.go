package transfer

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// OutcomeColumns are the columns of a file of results.
func OutcomeColumns() []Column[Outcome] {
	return []Column[Outcome]{
		{"line", func(o Outcome) string { return strconv.Itoa(o.Line) }},
		{"email_address", func(o Outcome) string { return o.Row.Member.EmailAddress }},
		{"result", func(o Outcome) string { return string(o.Result) }},
		{"why", func(o Outcome) string { return o.Why }},
		{"member_id", func(o Outcome) string { return o.MemberID }},
		{"request_id", func(o Outcome) string { return o.RequestID }},
	}
}

// PlanColumns are the columns of a plan.
func PlanColumns() []Column[Planned] {
	return []Column[Planned]{
		{"line", func(p Planned) string { return strconv.Itoa(p.Line) }},
		{"email_address", func(p Planned) string { return p.Member.EmailAddress }},
		{"plan", func(p Planned) string { return string(p.Verdict) }},
		{"why", func(p Planned) string { return p.Why }},
	}
}

// ResultPath is where the results of importing a file go where nobody says
// otherwise: members.csv has its results in members.results.csv.
func ResultPath(sheet string) string {
	return strings.TrimSuffix(sheet, filepath.Ext(sheet)) + ".results.csv"
}

// WriteResults writes outcomes as CSV into a file that only its owner can read,
// in place of the results of an earlier run. The file is there as a whole or not
// at all.
func WriteResults(path string, outcomes []Outcome) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".results-*") // of mode 0600
	if err != nil {
		return fmt.Errorf("write the results: %w", err)
	}
	out := bufio.NewWriter(file)
	rows := CSV[Outcome]{Columns: OutcomeColumns()}
	err = errors.Join(rows.Begin(out), rows.Write(outcomes), rows.End(), out.Flush(), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write the results: %w", errors.Join(err, os.Remove(file.Name())))
	}
	return nil
}
