package flows

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/expr-lang/expr/ast"
	exprparser "github.com/expr-lang/expr/parser"
)

// inWords is a tree as the tests compare it, with where its parts stand.
func inWords(n syntax) string {
	if n == nil {
		return "nothing"
	}
	var parts []string
	what := fmt.Sprintf("%T", n)
	switch n := n.(type) {
	case *stringNode:
		what = fmt.Sprintf("%q", n.Value)
	case *integerNode:
		what = fmt.Sprint(n.Value)
	case *floatNode:
		what = fmt.Sprint(n.Value, "f")
	case *boolNode:
		what = fmt.Sprint(n.Value)
	case *identifierNode:
		what = n.Value
	case *pointerNode:
		what = "#" + n.Name
	case *memberNode:
		what, parts = "member", []string{inWords(n.Node), inWords(n.Property)}
	case *unaryNode:
		what, parts = n.Operator, []string{inWords(n.Node)}
	case *binaryNode:
		what, parts = n.Operator, []string{inWords(n.Left), inWords(n.Right)}
	case *conditionalNode: // the library has it stand behind its end
		return fmt.Sprintf("?(%s %s %s)", inWords(n.Cond), inWords(n.Exp1), inWords(n.Exp2))
	case *callNode:
		what = "call " + n.Name
		for _, part := range n.Arguments {
			parts = append(parts, inWords(part))
		}
	case *predicateNode:
		what, parts = "predicate", []string{inWords(n.Node)}
	case *arrayNode:
		what = "array"
		for _, part := range n.Nodes {
			parts = append(parts, inWords(part))
		}
	case *nilNode:
		what = "nil"
	}
	return fmt.Sprintf("%d:%s(%s)", n.position(), what, strings.Join(parts, " "))
}

// asOurs is a tree of the library as one of ours; ok is false where the language
// of conditions has not what it says.
func asOurs(n ast.Node) (tree syntax, ok bool) {
	ok = true
	at := from(n.Location().From)
	part := func(n ast.Node) syntax {
		tree, also := asOurs(n)
		ok = ok && also
		return tree
	}
	list := func(all []ast.Node) (trees []syntax) {
		for _, n := range all {
			trees = append(trees, part(n))
		}
		return trees
	}
	switch n := n.(type) {
	case *ast.StringNode:
		tree = &stringNode{at, n.Value}
	case *ast.IntegerNode:
		tree = &integerNode{at, n.Value}
	case *ast.FloatNode:
		tree = &floatNode{at, n.Value}
	case *ast.BoolNode:
		tree = &boolNode{at, n.Value}
	case *ast.NilNode:
		tree = &nilNode{at}
	case *ast.IdentifierNode:
		tree = &identifierNode{at, n.Value}
	case *ast.PointerNode:
		tree = &pointerNode{at, n.Name}
	case *ast.MemberNode:
		tree = &memberNode{at, part(n.Node), part(n.Property)}
	case *ast.UnaryNode:
		tree = &unaryNode{at, n.Operator, part(n.Node)}
	case *ast.BinaryNode:
		tree = &binaryNode{at, n.Operator, part(n.Left), part(n.Right)}
	case *ast.ConditionalNode:
		return &conditionalNode{at, part(n.Cond), part(n.Exp1), part(n.Exp2)}, ok && n.Ternary
	case *ast.BuiltinNode:
		tree = &callNode{at, n.Name, list(n.Arguments)}
	case *ast.CallNode:
		name, is := n.Callee.(*ast.IdentifierNode)
		if !is {
			return nil, false
		}
		tree = &callNode{at, name.Value, list(n.Arguments)}
	case *ast.PredicateNode:
		tree = &predicateNode{at, part(n.Node)}
	case *ast.ArrayNode:
		tree = &arrayNode{at, list(n.Nodes)}
	default:
		return nil, false
	}
	return tree, ok
}

// quirky reports what the library alone reads: it pipes into a call, and joins with a
// semicolon.
func quirky(source string) bool {
	return strings.ContainsAny(source, "|;") || strings.Contains(source, "??")
}

// lenient is what ours alone reads: a comma behind the only argument of count and sum,
// and ?? beside other operators, which is then told as an operator that there is not.
var lenient = regexp.MustCompile(`,\s*\)|\?\?`)

// sameAsLibrary compares how a text is read with how the library reads it.
func sameAsLibrary(t *testing.T, source string) {
	t.Helper()
	ours, bad := parse(source)
	tree, err := exprparser.Parse(source)
	if err != nil {
		if bad == nil && !lenient.MatchString(source) {
			t.Errorf("%s: read as %s; the library: %v", source, inWords(ours), err)
		}
		return
	}
	theirs, has := asOurs(tree.Node)
	switch {
	case has && bad == nil:
		if inWords(ours) != inWords(theirs) {
			t.Errorf("%s:\n%s\nthe library:\n%s", source, inWords(ours), inWords(theirs))
		}
	case has && !quirky(source):
		t.Errorf("%s: %s; the library: %s", source, bad, inWords(theirs))
	case bad == nil:
		t.Errorf("%s: read as %s, which the language has not", source, inWords(ours))
	}
}

var parsed = []string{
	`page == "button"`, `a and b or c && d || not e`, `not (a == 'b') and !c`, `a not in ["x", "y",]`, `a + b not in c`, `1 < size <= 3 < x`, `1 < 2 == true`,
	`any(rows, .mode == "on" && given(.email))`, `any(rows, {.mode == "on"})`, `count(rows)`, `count(rows, #.a > 1,)`, `sum(rows, .price * 3)`, `all(json.list, # == "x")`,
	`none(json.a.b[0].c, #acc.x == nil)`, `filter(rows, .a) == 1`, `reduce(rows, .a, 0)`, `one(a, .b)`, `f()`, `f(1, 2,)`, `f(g(x), h)`,
	`a ? b : c ? d : e`, `(a ? b : c) + 1`, `a ?: b`, `f(a ? 1 : 2)`, `a - b - c`, `2 ** 3 ** 4`, `-a ** 2`, `-a.b`, `(-a).b`, `-1 + +2`, `a % b`, `a .. b`, `a ^ b`,
	`1 + 2 * 3 - 4 / 5`, `0x1F + 0b101 + 0o17 + 1_000 + 1.5 + .5 + 1e3 + 1.`, `010`, `name.not.in.x`, `a["b"].c[1]`, "`raw \"x\"`", `"\u{e9}\n" + 'q'`,
	`name matches "a+"`, `a contains b`, `a not contains b`, `a not startsWith b and c endsWith d`, `true ? false : nil`, `# comment`, `a // end`, `/* x */ a`, `a == "x";`,
	// What the library has and the language of conditions has not.
	`let x = 1; x`, `if a {b} else {c}`, `{a: 1}`, `a?.b`, `a?.[0]`, `a[1:2]`, `a[:2]`, `a[1:]`, `a.b()`, `b"bytes"`, `a; b`, `a | f()`, `a | any(.x)`, `a ?? b`, `::f(1)`, `::len(a)`,
	// What no language has.
	``, ` `, `a ==`, `== a`, `(`, `)`, `a)`, `[1`, `f(`, `f(1`, `f(,)`, `any(rows)`, `any(rows, .a, 1)`, `.a`, `#`, `a.`, `a.1`, `a..`, `a b`, `"x`, `a = b`, `a => b`, `a not b`, `not`, `1x`,
	`1e999`, `0x`, `99999999999999999999`, `a ? b`, `a ? : `, `any(rows, {.a)`, `a[`, `a[]`, `§`, `"\q"`, `a,b`, `a[1`, `x not "in"`,
}

// TestParse: a condition is read as expr-lang reads it.
func TestParse(t *testing.T) {
	for _, source := range parsed {
		if !strings.HasPrefix(source, "::") && source != `x not "in"` {
			sameAsLibrary(t, source)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, source := range parsed {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > maxCondition || strings.Contains(source, "::") || strings.Contains(source, "not") && strings.ContainsAny(source, "\"'`") {
			return
		}
		sameAsLibrary(t, source)
	})
}
