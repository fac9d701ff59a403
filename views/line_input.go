package views

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// lineInput asks for one line. What is typed stays on the screen as it was typed; the
// value is what clean makes of it, since people paste more than the API takes.
func lineInput(key, title string, value *string, clean func(string) string) *huh.Input {
	return huh.NewInput().Key(key).Title(title).Accessor(&cleaned{value: value, before: *value, clean: clean})
}

// cleaned keeps what is typed clean. What was there before stays as it was, so that
// nothing changes by being passed.
type cleaned struct {
	value  *string
	before string
	clean  func(string) string
}

// Get returns the clean value.
func (c *cleaned) Get() string { return *c.value }

// Set keeps what clean makes of typed.
func (c *cleaned) Set(typed string) {
	if typed != c.before {
		typed = c.clean(typed)
	}
	*c.value = typed
}

// phoneField asks for a phone number, which may have blanks and signs between its
// digits. keep says why it may not be emptied.
func phoneField(e b2b.Endpoint, title string, value *string, help, keep string) ui.FormField {
	return ui.FormField{Field: phoneInput(title, value).Validate(textCheck(e, phoneName, keep)), Help: help}
}

// neededPhoneField asks for a phone number that must be given.
func neededPhoneField(e b2b.Endpoint, value *string, help string) ui.FormField {
	return ui.FormField{Field: phoneInput("Phone number", value).Placeholder("+14155550123").Validate(phoneCheck(e)), Help: help}
}

const phoneName = "mfa_phone_number"

func phoneInput(title string, value *string) *huh.Input {
	return lineInput(phoneName, title, value, dialled).CharLimit(32)
}

// phoneCheck says what is wrong with a phone number that must be given.
func phoneCheck(e b2b.Endpoint) func(string) error {
	given := needed("type the phone number")
	return func(phone string) error {
		if err := given(phone); err != nil {
			return err
		}
		return api.ValidateField(e, phoneName, phone)
	}
}

// dialled is a phone number as the API takes it: without what people write between
// the digits.
func dialled(typed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("-.()/", r) {
			return -1
		}
		return r
	}, typed)
}
