package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// source is a Go file of the repository that is no test, by its path from the
// root.
type source struct {
	path string
	file *ast.File
}

// folder is the package's folder from the root.
func (s source) folder() string { return path.Dir(s.path) }

var fileSet = token.NewFileSet()

// at is where a node stands, as an editor takes it.
func at(n ast.Node) string {
	p := fileSet.Position(n.Pos())
	return p.Filename + ":" + strconv.Itoa(p.Line)
}

var parsed = sync.OnceValues(func() (all []source, err error) {
	root := os.DirFS("../..")
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fileSet, name, text, parser.SkipObjectResolution)
		all = append(all, source{name, file})
		return err
	})
	return all, err
})

// sources are all Go files of the repository that are no tests.
func sources(t *testing.T) []source {
	t.Helper()
	all, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 100 {
		t.Fatalf("only %d files: the repository is not there", len(all))
	}
	return all
}

// text is the text of a string literal; ok is false where a node is none.
func text(n ast.Node) (s string, ok bool) {
	lit, isLit := n.(*ast.BasicLit)
	if !isLit || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// callee is the name of what is called, without what it is called on.
func callee(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// calls visits every call of a file.
func (s source) calls(visit func(call *ast.CallExpr)) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			visit(call)
		}
		return true
	})
}
