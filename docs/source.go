package docs

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// source is what the program's own source says about an endpoint, by its id.
type source struct {
	method map[string]string   // "Organizations.Create": of the client
	screen map[string][]string // "Organizations": where the console asks for it
}

// readSource reads the source below root, so that no table has to be kept by hand:
// which method of the client names which endpoint, and which screen calls which
// method.
func readSource(root string) (*source, error) {
	endpoints, err := endpointNames(filepath.Join(root, "api", "b2b", "endpoints_gen.go"))
	if err != nil {
		return nil, err
	}
	s := &source{method: map[string]string{}, screen: map[string][]string{}}
	ids := map[string][]string{} // of the endpoints that a method asks for
	services := map[string]bool{}
	err = eachFile(filepath.Join(root, "api"), func(_ string, file *ast.File) {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || serviceOf(f) == "" || !f.Name.IsExported() {
				continue
			}
			services[serviceOf(f)] = true
			name := serviceOf(f) + "." + f.Name.Name
			ids[name] = endpointsIn(f, endpoints)
			for _, id := range ids[name] {
				s.method[id] = better(s.method[id], name, id)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	err = s.readScreens(filepath.Join(root, "views"), ids, services)
	err = errors.Join(err, eachFile(filepath.Join(root, "transfer"), func(_ string, file *ast.File) {
		for _, d := range file.Decls {
			for _, method := range calledMethods(d, services, nil) {
				s.add(ids[method], "Import")
			}
		}
	}))
	return s, err
}

// readScreens notes which screen of the console asks for which endpoints. ids are
// those that a method asks for.
func (s *source) readScreens(dir string, ids map[string][]string, services map[string]bool) error {
	files := map[string]*ast.File{}
	held := map[string]string{}          // services, by the fields of views that hold them
	shared := map[string]*ast.FuncDecl{} // functions that belong to no screen, by name
	err := eachFile(dir, func(name string, file *ast.File) {
		files[name] = file
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				maps.Copy(held, typedServices(d))
			case *ast.FuncDecl:
				if screenOf(name) == "" {
					shared[d.Name.Name] = d
				}
			}
		}
	})
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if screenOf(name) == "" {
			continue
		}
		for _, d := range files[name].Decls {
			for _, d := range withShared(d, shared) {
				for _, method := range calledMethods(d, services, held) {
					s.add(ids[method], screenOf(name))
				}
			}
		}
	}
	return err
}

// withShared are d and the shared functions that it speaks of, itself or through
// others.
func withShared(d ast.Decl, shared map[string]*ast.FuncDecl) []ast.Decl {
	all := []ast.Decl{d}
	for i := 0; i < len(all); i++ {
		ast.Inspect(all[i], func(n ast.Node) bool {
			if name, ok := n.(*ast.Ident); ok && shared[name.Name] != nil && !slices.Contains(all, ast.Decl(shared[name.Name])) {
				all = append(all, shared[name.Name])
			}
			return true
		})
	}
	return all
}

// add notes that a screen asks for endpoints.
func (s *source) add(ids []string, screen string) {
	for _, id := range ids {
		if !slices.Contains(s.screen[id], screen) {
			s.screen[id] = append(s.screen[id], screen)
		}
	}
}

// better prefers the method that is called like the operation to those that only
// make use of the endpoint, such as an iterator.
func better(old, candidate, id string) string {
	_, method, _ := strings.Cut(candidate, ".")
	operation := id[strings.LastIndexByte(id, '.')+1:]
	if old == "" || strings.EqualFold(method, strings.ReplaceAll(operation, "_", "")) {
		return candidate
	}
	return old
}

// eachFile calls visit with every file of the package in dir, but for its tests.
func eachFile(dir string, visit func(name string, file *ast.File)) error {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("read source: %w", err)
		}
		visit(filepath.Base(path), file)
	}
	return nil
}

// endpointNames are the ids of the contract's endpoints, by the names of their
// variables.
func endpointNames(path string) (map[string]string, error) {
	return namedValues(path, func(value ast.Expr) string {
		literal, ok := value.(*ast.CompositeLit)
		if !ok || textField(literal, "Resource") == "" {
			return ""
		}
		return textField(literal, "Resource") + "." + textField(literal, "Operation")
	})
}

// namedValues are what text says of the values of a file's constants and variables,
// by their names, where it says anything.
func namedValues(path string, text func(value ast.Expr) string) (map[string]string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("read source: %w", err)
	}
	names := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if says := text(spec.Values[0]); says != "" {
			names[spec.Names[0].Name] = says
		}
		return false
	})
	return names, nil
}

// textField is the value of a field that is a string; "" when it is none.
func textField(literal *ast.CompositeLit, name string) string {
	for _, element := range literal.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, isName := pair.Key.(*ast.Ident)
		value, isText := pair.Value.(*ast.BasicLit)
		if isName && isText && key.Name == name {
			text, _ := strconv.Unquote(value.Value) // a literal that compiles
			return text
		}
	}
	return ""
}

// serviceOf is the service whose method f is: "Members" of *MembersService.
func serviceOf(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	pointer, ok := f.Recv.List[0].Type.(*ast.StarExpr)
	if !ok {
		return ""
	}
	receiver, ok := pointer.X.(*ast.Ident)
	if !ok {
		return ""
	}
	name, _ := strings.CutSuffix(receiver.Name, "Service")
	if name == receiver.Name {
		return ""
	}
	return name
}

// endpointsIn are the ids of the endpoints that f names.
func endpointsIn(f *ast.FuncDecl, endpoints map[string]string) []string {
	var ids []string
	ast.Inspect(f.Body, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if from, ok := selector.X.(*ast.Ident); ok && from.Name == "b2b" && endpoints[selector.Sel.Name] != "" {
			ids = append(ids, endpoints[selector.Sel.Name])
		}
		return true
	})
	return ids
}

// typedServices are the services that parameters and fields below n have the type
// of, by their names.
func typedServices(n ast.Node) map[string]string {
	typed := map[string]string{}
	ast.Inspect(n, func(n ast.Node) bool {
		field, ok := n.(*ast.Field)
		if !ok {
			return true
		}
		if pointer, ok := field.Type.(*ast.StarExpr); ok {
			if of, ok := pointer.X.(*ast.SelectorExpr); ok && strings.HasSuffix(of.Sel.Name, "Service") {
				for _, name := range field.Names {
					typed[name.Name] = strings.TrimSuffix(of.Sel.Name, "Service")
				}
			}
		}
		return true
	})
	return typed
}

// calledMethods are the methods of services that a declaration speaks of:
// "Members.Search" of env.API.Members.Search, and of members.Search where members
// is a parameter, or was made from env.API.Members or from a field that holds it.
func calledMethods(d ast.Decl, services map[string]bool, held map[string]string) []string {
	local := typedServices(d)
	service := func(e ast.Expr) string {
		switch e := e.(type) {
		case *ast.Ident:
			return local[e.Name]
		case *ast.SelectorExpr:
			if services[e.Sel.Name] {
				return e.Sel.Name
			}
			return held[e.Sel.Name]
		}
		return ""
	}
	ast.Inspect(d, func(n ast.Node) bool {
		if assigned, ok := n.(*ast.AssignStmt); ok {
			for i := range min(len(assigned.Lhs), len(assigned.Rhs)) {
				if name, ok := assigned.Lhs[i].(*ast.Ident); ok && service(assigned.Rhs[i]) != "" {
					local[name.Name] = service(assigned.Rhs[i])
				}
			}
		}
		return true
	})
	var called []string
	ast.Inspect(d, func(n ast.Node) bool {
		if method, ok := n.(*ast.SelectorExpr); ok && service(method.X) != "" {
			called = append(called, service(method.X)+"."+method.Sel.Name)
		}
		return true
	})
	return called
}

// screenOf is the screen that a file of views belongs to, by the beginning of its
// name; "" for what several share.
func screenOf(file string) string {
	stem, _, _ := strings.Cut(strings.TrimSuffix(file, ".go"), "_")
	named := map[string]string{
		"org": "Organizations", "orgs": "Organizations", "searchbox": "Organizations", "member": "Members", "bulk": "Bulk actions",
		"mfa": "MFA", "recovery": "MFA", "sso": "SSO", "scim": "SCIM", "acting": "Act as a member", "json": "Editing as JSON", "palette": "Commands",
	}
	if stem == "live" {
		return ""
	}
	return cmp.Or(named[stem], strings.ToUpper(stem[:1])+stem[1:])
}
