package flows

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// flat writes an element on one line.
func flat(e *Element) string {
	var parts []string
	switch {
	case e == nil || e.IsNull():
		return "null"
	case e.Shape == Mapping:
		for _, p := range e.Pairs {
			parts = append(parts, fmt.Sprintf("%q: %s", p.Key.Text, flat(p.Value)))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case e.Shape == Sequence:
		for _, part := range e.Parts {
			parts = append(parts, flat(part))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprintf("%q", e.Text)
}

// flatYAML writes what another parser of YAML reads as flat does.
func flatYAML(n ast.Node) string {
	var parts []string
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			parts = append(parts, fmt.Sprintf("%q: %s", v.Key.GetToken().Value, flatYAML(v.Value)))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case *ast.MappingValueNode:
		return fmt.Sprintf("{%q: %s}", n.Key.GetToken().Value, flatYAML(n.Value))
	case *ast.SequenceNode:
		for _, v := range n.Values {
			parts = append(parts, flatYAML(v))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case *ast.NullNode:
		return "null"
	case *ast.LiteralNode:
		return fmt.Sprintf("%q", n.Value.Value)
	case *ast.StringNode:
		return fmt.Sprintf("%q", n.Value)
	}
	return fmt.Sprintf("%q", n.GetToken().Value)
}

// TestReadsAsOthersDo: what is taken means the same to another parser of YAML.
func TestReadsAsOthersDo(t *testing.T) {
	n := 0
	for _, pattern := range []string{"library/*.yaml", "library/testdata/*.yaml", "../ui/journey/testdata/stories/*.yaml", "../ui/command/testdata/*/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if h := os.Getenv("HIST"); h != "" {
			names, _ = filepath.Glob(h + "/*")
		}
		for _, name := range names {
			doc, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			n++
			root, faults, traps := ReadDocument(name, doc, form)
			if len(faults)+len(traps) > 0 {
				t.Errorf("%s\n%s%s", name, sentences(faults), sentences(traps))
			}
			others, err := parser.ParseBytes(doc, 0)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if got, want := flat(root), flatYAML(others.Docs[0].Body); got != want {
				i := 0
				for i < len(got) && i < len(want) && got[i] == want[i] {
					i++
				}
				t.Errorf("%s: at %d\ngot  %.200s\nwant %.200s", name, i, got[max(0, i-60):], want[max(0, i-60):])
			}
		}
	}
	if n < 40 {
		t.Errorf("only %d documents are there", n)
	}
}
