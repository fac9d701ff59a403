package views_test

import (
	"testing"
	"time"

	"example.com/orgdeck/ui"
	"example.com/orgdeck/views"
)

// jump moves the clock of the sandbox on its page, by one of the steps there.
func (c *console) jump(step string) {
	c.t.Helper()
	c.Press("6", "tab", "+")
	c.Type(step)
	c.Press("enter")
	c.sees("ahead", "◷ clock +")
}

func TestClock_whatIsOpenGoesByTheClockOfTheSandbox(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		plain := c.plain()
		c.session(plain)
		c.onMember(plain.EmailAddress)
		c.Press("enter", "tab", "tab")
		c.sees("▸Sessions", "1 live session", "in 60 min")
		c.doesNotSee("ended")
		c.jump("365 days")
		c.Press("1")
		c.sees("0 live sessions, 1 ended", "365 days ago")
		c.Press("enter")
		c.sees("365 days ago")
		c.Press("6", "0")
		c.sees("✓ none")
		c.Press("1")
		c.doesNotSee("365 days ago")
		c.Press("esc")
		c.sees("1 live session", "in 60 min")
	})
}

func TestClock_mailsThatHaveRunOutSaySo(t *testing.T) {
	inConsole(t, 140, 30, func(c *console) {
		invites(c, "late.comer@acme-robotics.example")
		c.Press("6")
		c.doesNotSee("expired")
		c.Press("enter")
		c.sees("in 7 days")
		c.Press("esc")
		c.jump("30 days")
		c.Press("shift+tab")
		c.sees("late.comer@acme-robotics.example", "✗ expired")
		c.Press("enter")
		c.sees("23 days ago")
	})
}

func TestClock_isKnownFromTheStart(t *testing.T) {
	ahead := func(env *views.Env, _ *ui.Options) {
		env.Clock = &views.Clock{}
		env.Clock.Set(365 * 24 * time.Hour)
	}
	inConsole(t, 120, 36, func(c *console) {
		plain := c.plain()
		c.session(plain)
		c.onMember(plain.EmailAddress)
		c.Press("enter", "tab", "tab")
		c.sees("▸Sessions", "0 live sessions, 1 ended", "365 days ago")
	}, ahead)
}

func TestClock_thatWasMovedElsewhereIsNoticed(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		must(c.t, c.client.Sandbox.AdvanceClock(48*time.Hour))
		c.Press("enter")
		c.sees("▸Overview", "◷ clock +2 days")
	})
}

func TestClock_aJumpEndsTheSessionThatOneActsIn(t *testing.T) {
	inConsole(t, 120, 36, func(c *console) {
		plain := c.plain()
		c.onMember(plain.EmailAddress)
		c.actAs("Plain Jane")
		c.Press("6", "tab", "+")
		c.Type("10 minutes")
		c.Press("enter")
		c.sees("50 min left · a to stop")
		c.Press("+")
		c.Type("1 hour")
		c.Press("enter")
		c.sees("You are the project again")
		c.doesNotSee("a to stop")
	})
}
