package portal

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lotse/flows/check"
)

// TestPortalsDoWhatTheChecksName holds the two together: every fault that a
// check names is done here, and everything that is done here is named. That each
// is done at its check is held by TestEveryFaultIsNamed of the checks.
func TestPortalsDoWhatTheChecksName(t *testing.T) {
	named := map[string]bool{}
	for name, faults := range check.FaultNames() {
		if services[name] == nil && name != "mail.domain" && name != "dns.txt" {
			t.Errorf("nothing stands behind %s", name)
		}
		for _, f := range faults {
			named[f] = true
		}
	}
	done := done(t)
	for name := range named {
		if !done[name] {
			t.Errorf("no portal does %s", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(done)) {
		if !named[name] {
			t.Errorf("no check names %s", name)
		}
	}
	for name := range services {
		if check.FaultsOf(name) == nil {
			t.Errorf("no check asks %s", name)
		}
	}
}

// done are the names of the faults that are done: those of answers and of
// refusals, and what stands in a call of has.
func done(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for _, a := range answers {
		names[a.name] = true
	}
	for _, r := range refusals {
		names[r.fault] = true
	}
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && called(call) == "has" {
				for _, arg := range call.Args {
					if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
						name, _ := strconv.Unquote(lit.Value)
						names[name] = true
					}
				}
			}
			return true
		})
	}
	return names
}

// called is the name of what is called.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}
