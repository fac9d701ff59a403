package docs

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
)

// raisedTypes are the error types that the source of the sandbox names, and those
// of the contract's rules that it applies.
func raisedTypes(root string) (map[string]bool, error) {
	kinds, err := errorNames(filepath.Join(root, "api", "b2b", "errors_gen.go"))
	if err != nil {
		return nil, err
	}
	raised := map[string]bool{}
	for _, dir := range []string{"sandbox", "sandbox/password", "sandbox/store", "api/b2b"} {
		err := eachFile(filepath.Join(root, filepath.FromSlash(dir)), func(name string, file *ast.File) {
			if !strings.HasSuffix(name, "_gen.go") {
				noteRaised(raised, kinds, file)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return raised, nil
}

// noteRaised notes the error types that a file names: by their constants, or by
// what follows "member_search_" and the like.
func noteRaised(raised map[string]bool, kinds map[string]string, file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if kind, ok := kinds[n.Name]; ok {
				raised[kind] = true
			}
		case *ast.CallExpr:
			what := searchRefusal(n)
			for _, kind := range kinds {
				if _, after, ok := strings.Cut(kind, "_search_"); ok && what != "" && strings.HasSuffix(after, what) {
					raised[kind] = true
				}
			}
		}
		return true
	})
}

// searchRefusal is the text in the first argument of k.refuse, which makes an error
// type of a search; "" when call is another.
func searchRefusal(call *ast.CallExpr) (what string) {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 || method.Sel.Name != "refuse" {
		return ""
	}
	if on, ok := method.X.(*ast.Ident); !ok || on.Name != "k" {
		return ""
	}
	ast.Inspect(call.Args[0], func(n ast.Node) bool {
		if text, ok := n.(*ast.BasicLit); ok {
			what, _ = strconv.Unquote(text.Value) // a literal that compiles
		}
		return true
	})
	return what
}

// errorNames are the error types of the contract, by the names of their constants.
func errorNames(path string) (map[string]string, error) {
	return namedValues(path, func(value ast.Expr) (text string) {
		if literal, ok := value.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			text, _ = strconv.Unquote(literal.Value) // a literal that compiles
		}
		return text
	})
}
