//go:build !windows

package cli

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

func withoutEcho(state *term.State) { state.Lflag &^= unix.ECHO }
