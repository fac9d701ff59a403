package cli

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

func withoutEcho(state *term.State) { state.Mode &^= windows.ENABLE_ECHO_INPUT }
