// Gen writes the generated pages into the directory it is run in.
package main

import (
	"context"
	"fmt"
	"os"

	"example.com/orgdeck/docs"
)

func main() {
	if err := write(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "docs:", err)
		os.Exit(1)
	}
}

func write(ctx context.Context) error {
	support, err := docs.Support(ctx, "..")
	if err != nil {
		return err
	}
	for name, text := range map[string]string{"keys.md": docs.Keys(), "support.md": support} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
