package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which version this is",
		Args:  arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), version())
			return err
		},
	}
}

// version names the build: its version, commit and tool chain.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "orgdeck (unknown version)"
	}
	setting := map[string]string{}
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	text := "orgdeck " + info.Main.Version
	if revision := setting["vcs.revision"]; revision != "" {
		text += fmt.Sprintf(", commit %.12s of %s", revision, setting["vcs.time"])
		if setting["vcs.modified"] == "true" {
			text += " and later changes"
		}
	}
	return fmt.Sprintf("%s, %s %s/%s", text, info.GoVersion, runtime.GOOS, runtime.GOARCH)
}
