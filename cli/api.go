package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
)

type apiFlags struct {
	input string
	targetFlags
}

func apiCommand(w World) *cobra.Command {
	var f apiFlags
	cmd := &cobra.Command{
		Use:   "api METHOD PATH",
		Short: "Make one call of the API",
		Long: `Make one authenticated call of the API, and write the answer to standard output:
indented on a terminal, as it came otherwise. An answer other than success is
written too, told in one sentence on standard error, and exits with 1.`,
		Example: `  orgdeck api GET /v1/b2b/organizations/acme-robotics
  echo '{"limit": 2}' | orgdeck api POST /v1/b2b/organizations/search --input -`,
		Args: arguments(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), w, args[0], args[1]) },
	}
	cmd.Flags().StringVar(&f.input, "input", "", "`file` that holds the body of the request; - is standard input")
	f.register(cmd)
	return cmd
}

func (f *apiFlags) run(ctx context.Context, w World, method, path string) error {
	if !strings.HasPrefix(path, "/") {
		return &usageError{fmt.Sprintf("%q is no path; it begins with /, such as /v1/b2b/organizations/acme-robotics", path)}
	}
	body, err := readInput(w, f.input)
	if err != nil {
		return err
	}
	return f.with(ctx, w, func(d *desk) error {
		answer, err := d.client().Raw(ctx, strings.ToUpper(method), path, body)
		if answer != nil && len(answer.Body) > 0 {
			err = errors.Join(writeAnswer(w.Out, answer.Body), err)
		}
		return err
	})
}

// readInput returns the body that --input names; nil for none.
func readInput(w World, name string) ([]byte, error) {
	var body []byte
	var err error
	switch name {
	case "":
		return nil, nil
	case "-":
		body, err = io.ReadAll(w.In)
	default:
		body, err = os.ReadFile(name)
	}
	if err != nil {
		return nil, fmt.Errorf("read --input: %w", err)
	}
	return body, nil
}

// writeAnswer writes an answer for a person or, as it came, for a program.
func writeAnswer(out io.Writer, answer []byte) error {
	var pretty bytes.Buffer
	if isTerminal(out) && json.Indent(&pretty, answer, "", "  ") == nil {
		answer = harmless(pretty.Bytes())
	}
	if !bytes.HasSuffix(answer, []byte("\n")) {
		answer = append(answer, '\n')
	}
	if _, err := out.Write(answer); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

// harmless writes every character that could act on a terminal, or hide, the way
// JSON escapes it: the text means the same.
func harmless(text []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(text) {
		switch {
		case r == '\n' || unicode.IsGraphic(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := (r-0x10000)>>10+0xd800, (r-0x10000)&0x3ff+0xdc00
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}
