// Command gen writes the Go side of the contract: contract.json is read, and
// the *_gen.go files beside it are made from it. Run it by `go generate ./...`.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"log"
	"os"
	"path"
)

func main() {
	log.SetFlags(0)
	if err := run("contract.json"); err != nil {
		log.Fatalf("gen: %v", err)
	}
}

func run(source string) error {
	c, err := readContract(source)
	if err != nil {
		return err
	}
	files := []struct {
		name  string
		write func(*goFile, *contract)
	}{
		{"objects_gen.go", writeObjects},
		{"requests_gen.go", writeRequests},
		{"endpoints_gen.go", writeEndpoints},
		{"enums_gen.go", writeEnums},
		{"errors_gen.go", writeErrorTypes},
		{"search_gen.go", writeSearchFilters},
		{"rbac_gen.go", writeRBAC},
	}
	for _, f := range files {
		out := &goFile{}
		out.line("// Code generated from contract.json by gen; DO NOT EDIT.\n\npackage b2b\n")
		f.write(out, c)
		if err := out.save(f.name); err != nil {
			return err
		}
	}
	return nil
}

// goFile collects the text of one Go file.
type goFile struct{ bytes.Buffer }

func (s *goFile) line(format string, args ...any) {
	fmt.Fprintf(s, format, args...)
	s.WriteByte('\n')
}

func (s *goFile) save(name string) error {
	text, err := format.Source(withImports(s.Bytes()))
	if err != nil {
		return fmt.Errorf("format %s: %w", name, err)
	}
	return os.WriteFile(name, text, 0o644)
}

// withImports adds the imports that the text of a file needs.
func withImports(text []byte) []byte {
	var imports []byte
	for _, pkg := range []string{"encoding/json", "time"} {
		if bytes.Contains(text, []byte(path.Base(pkg)+".")) {
			imports = fmt.Appendf(imports, "import %q\n", pkg)
		}
	}
	clause := []byte("package b2b\n")
	return bytes.Replace(text, clause, append(clause, imports...), 1)
}
