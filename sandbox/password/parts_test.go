package password_test

import (
	"strings"
	"testing"

	"github.com/trustelem/zxcvbn"
	"pgregory.net/rapid"

	"example.com/orgdeck/sandbox/password"
)

// TestScoresAreThoseOfZxcvbn holds our matchers to those of the library. It finds
// fewer disguises than we do, and no years since 2020.
func TestScoresAreThoseOfZxcvbn(t *testing.T) {
	pieces := []string{
		"password", "Tr0ub4dour", "&", "correct", "horse", "qwerty", "zxcvbn", "asdfgh", "!QAZ", "2wsx", "aaa", "abcabc", "abcdef", "9753", "1987", "2014",
		"13/8/1991", "1-1-04", "111504", "drowssap", "ada", "acme", "p4ss", "$ecret", "x", "Q", "7", "-", " ", "ZYX", "lovelace", "kJ#9", "hunter2",
	}
	known := []string{"ada", "acme"}
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "pieces") {
			text.WriteString(rapid.SampledFrom(pieces).Draw(t, "piece"))
		}
		got, _ := password.Score(text.String(), known...)
		want := zxcvbn.PasswordStrength(text.String(), known).Score
		mayDiffer := strings.ContainsAny(text.String(), "0123456789$@!")
		if got > want || got < want && !mayDiffer {
			t.Fatalf("%q scores %d, the library says %d", text.String(), got, want)
		}
	})
}
