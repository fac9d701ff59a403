package theme

import (
	"fmt"
	"strings"
)

// Mode is what the user said about the background.
type Mode string

// Modes of the --theme flag.
const (
	ModeAuto  Mode = "auto" // ask the terminal; dark until it has answered
	ModeDark  Mode = "dark"
	ModeLight Mode = "light"
)

// ParseMode reads the value of --theme; "" is auto.
func ParseMode(s string) (Mode, error) {
	switch m := Mode(s); m {
	case ModeAuto, ModeDark, ModeLight:
		return m, nil
	case "":
		return ModeAuto, nil
	}
	return "", fmt.Errorf("theme is %q; it can be auto, dark or light", s)
}

// Dark reports which palette to begin with. In auto mode a terminal that says
// in COLORFGBG that its background is light is believed until it is asked.
func (m Mode) Dark(getenv func(string) string) bool {
	if m != ModeAuto {
		return m != ModeLight
	}
	fields := strings.Split(getenv("COLORFGBG"), ";")
	background := fields[len(fields)-1]
	return background != "7" && background != "15"
}
