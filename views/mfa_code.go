package views

import (
	"fmt"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

const (
	codeDigits   = 6
	allowedDrift = 1  // steps that the server forgives
	searchDrift  = 20 // steps over which a wrong clock is told from a wrong code
)

// verdict is how a code stands against a secret at one moment.
type verdict int

const (
	codeEmpty verdict = iota
	codeShort
	codeLong
	codeMalformed // something else than digits
	codeRight
	codeDrifted // the server forgives it: one step early or late
	codeOff     // right at another time: a clock is wrong
	codeWrong
)

// standing says how what was typed stands against a key.
type standing struct {
	verdict verdict
	missing int // digits, when short
	steps   int // how many the code is ahead of our clock; negative behind
	period  uint
}

// sendable reports whether the code has the shape that the server takes. What
// the server thinks of it, only the server decides: our clock may be the wrong
// one.
func (s standing) sendable() bool { return s.verdict >= codeRight }

// judge compares what was typed with the codes of key around now.
func judge(typed string, key totpKey, now time.Time) standing {
	code := compact(typed)
	switch {
	case code == "":
		return standing{verdict: codeEmpty}
	case strings.ContainsFunc(code, func(r rune) bool { return r < '0' || r > '9' }):
		return standing{verdict: codeMalformed}
	case len(code) < codeDigits:
		return standing{verdict: codeShort, missing: codeDigits - len(code)}
	case len(code) > codeDigits:
		return standing{verdict: codeLong}
	}
	steps, found := driftOf(code, key, now)
	s := standing{steps: steps, period: key.period, verdict: codeOff}
	switch {
	case !found:
		s.verdict = codeWrong
	case steps == 0:
		s.verdict = codeRight
	case steps >= -allowedDrift && steps <= allowedDrift:
		s.verdict = codeDrifted
	}
	return s
}

// driftOf finds the step nearest to now that a code belongs to.
func driftOf(code string, key totpKey, now time.Time) (steps int, found bool) {
	for distance := range searchDrift + 1 {
		for _, steps := range []int{distance, -distance} {
			if codeAt(key, now.Add(time.Duration(steps)*time.Duration(key.period)*time.Second)) == code {
				return steps, true
			}
		}
	}
	return 0, false
}

// codeAt is the code of key at one moment; "" for a secret that is not base32.
func codeAt(key totpKey, at time.Time) string {
	code, err := totp.GenerateCodeCustom(key.secret.Reveal(), at, totp.ValidateOpts{
		Period: key.period, Digits: otp.DigitsSix, Algorithm: key.algorithm,
	})
	if err != nil {
		return ""
	}
	return code
}

// text says the standing with a sign and in words.
func (s standing) text() string {
	switch s.verdict {
	case codeShort:
		return fmt.Sprintf("· %d to go", s.missing)
	case codeLong:
		return "✗ too long: a code has 6 digits"
	case codeMalformed:
		return "✗ digits only: a code has 6 of them"
	case codeRight:
		return "✓ right"
	case codeDrifted:
		return "✓ right, " + s.early() + " (the clocks differ)"
	case codeOff:
		return "✗ " + s.early() + ": check the clock of the phone"
	case codeWrong:
		return "✗ wrong: not a code of this secret"
	}
	return "· 6 digits, as the app shows them"
}

// early says how far a code is from our clock.
func (s standing) early() string {
	n, word := s.steps, "early"
	if n < 0 {
		n, word = -n, "late"
	}
	if n == 1 {
		return "one step " + word
	}
	away := time.Duration(n) * time.Duration(s.period) * time.Second
	return fmt.Sprintf("%d steps (%s) %s", n, long(away), word)
}

// lines draw the standing in lines of at most width cells.
func (s standing) lines(th *theme.Theme, width int) []string {
	style := th.Muted
	switch s.verdict {
	case codeRight:
		style = th.Success
	case codeDrifted:
		style = th.Warning
	case codeLong, codeMalformed, codeOff, codeWrong:
		style = th.Danger
	}
	return styled(style, ui.Wrap(s.text(), width))
}
