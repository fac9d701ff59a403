package password

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/trustelem/zxcvbn/match"
	"github.com/trustelem/zxcvbn/scoring"
)

// Years that a date can be of.
const (
	firstYear = 1000
	lastYear  = 2050
)

var (
	onlyDigits   = regexp.MustCompile(`^\d{4,8}$`)
	withSeparate = regexp.MustCompile(`^(\d{1,4})([\s/\\_.-])(\d{1,2})([\s/\\_.-])(\d{1,4})$`)
)

// splits are where the second and the third number of a date begin, by the number
// of its digits.
var splits = map[int][][2]int{
	4: {{1, 2}, {2, 3}},
	5: {{1, 3}, {2, 3}},
	6: {{1, 2}, {2, 4}, {4, 5}},
	7: {{1, 3}, {2, 3}, {4, 5}, {4, 6}},
	8: {{2, 4}, {4, 6}},
}

// date is a day, as people write one.
type date struct{ year, month, day int }

// datesIn finds dates with and without separators, but none within another.
func datesIn(text string) []*match.Match {
	var found []*match.Match
	for i := range text {
		for end := i + 4; end <= min(i+10, len(text)); end++ {
			if d, separator, ok := readDate(text[i:end]); ok {
				found = append(found, &match.Match{
					Pattern: "date", I: i, J: end - 1, Token: text[i:end], Separator: separator, Year: d.year, Month: d.month, Day: d.day,
				})
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(found), func(m *match.Match) bool {
		return slices.ContainsFunc(found, func(other *match.Match) bool { return other != m && other.I <= m.I && other.J >= m.J })
	})
}

// readDate reads all of text as a date: the one closest to now where there are
// several.
func readDate(text string) (d date, separator string, ok bool) {
	if parts := withSeparate.FindStringSubmatch(text); len(parts) == 6 && parts[2] == parts[4] {
		d, ok = dateOf(parts[1], parts[3], parts[5])
		return d, parts[2], ok
	}
	if !onlyDigits.MatchString(text) {
		return d, "", false
	}
	distance := func(d date) int { return max(d.year-scoring.ReferenceYear, scoring.ReferenceYear-d.year) }
	for _, at := range splits[len(text)] {
		next, fits := dateOf(text[:at[0]], text[at[0]:at[1]], text[at[1]:])
		if fits && (!ok || distance(next) < distance(d)) {
			d, ok = next, true
		}
	}
	return d, "", ok
}

// dateOf makes a date of three numbers; the year is first or last.
func dateOf(first, second, third string) (date, bool) {
	a, _ := strconv.Atoi(first) // digits, and few
	b, _ := strconv.Atoi(second)
	c, _ := strconv.Atoi(third)
	if !couldBeDate(a, b, c) {
		return date{}, false
	}
	for _, n := range [][3]int{{c, a, b}, {a, b, c}} {
		if firstYear <= n[0] && n[0] <= lastYear { // then it is the year, or none is
			return dayAndMonth(n[1], n[2], n[0])
		}
	}
	for _, n := range [][3]int{{c, a, b}, {a, b, c}} {
		if d, ok := dayAndMonth(n[1], n[2], fullYear(n[0])); ok {
			return d, true
		}
	}
	return date{}, false
}

// couldBeDate sorts out numbers that are no date in whatever order.
func couldBeDate(a, b, c int) bool {
	var over31, over12, zero int
	for _, n := range []int{a, b, c} {
		if n > 99 && n < firstYear || n > lastYear {
			return false
		}
		if n > 31 {
			over31++
		}
		if n > 12 {
			over12++
		}
		if n == 0 {
			zero++
		}
	}
	return within(b, 1, 31) && over31 < 2 && over12 < 3 && zero < 2
}

func dayAndMonth(a, b, year int) (date, bool) {
	switch {
	case a <= 31 && b <= 12:
		return date{year: year, month: b, day: a}, true
	case b <= 31 && a <= 12:
		return date{year: year, month: a, day: b}, true
	}
	return date{}, false
}

// fullYear is the year that two digits mean.
func fullYear(n int) int {
	switch {
	case n > 99:
		return n
	case n > 50:
		return 1900 + n
	}
	return 2000 + n
}
