package flows

import (
	"maps"
	"slices"
	"strings"
)

// include is what an included file is given; nil in the document itself.
type include struct {
	at     FilePlace
	params map[string]string
	facts  map[string]string // "" drops the fact
	used   map[string]bool   // parameters and facts that were asked for
}

// fill puts parameters into a text: $name, ${name}; $$ is a $.
func (in *include) fill(l *loader, e *Element) string {
	if in == nil || !strings.Contains(e.Text, "$") {
		return e.Text
	}
	var b strings.Builder
	e.exact = false
	rest := e.Text
	for {
		before, after, found := strings.Cut(rest, "$")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, n := paramName(after)
		value, known := in.params[name]
		switch {
		case strings.HasPrefix(after, "$"):
			b.WriteByte('$')
			n = 1
		case name == "":
			b.WriteByte('$')
		case !known:
			l.fault(e.FilePlace, "lint.no_parameter", "name", name, "hint", nearest(name, keys(in.params)))
		default:
			in.used[name] = true
			b.WriteString(value)
		}
		rest = after[n:]
	}
}

// paramName is the name after a $, and how much of the text it takes.
func paramName(s string) (name string, n int) {
	if strings.HasPrefix(s, "{") {
		name, _, closed := strings.Cut(s[1:], "}")
		if closed && fieldID(name) {
			return name, len(name) + 2
		}
		return "", 0
	}
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || n > 0 && (s[n] == '_' || s[n] >= '0' && s[n] <= '9')) {
		n++
	}
	return s[:n], n
}

// fact is what a fact of the included steps is in this procedure.
func (in *include) fact(l *loader, at FilePlace, fact string) string {
	if in == nil {
		return fact
	}
	to, named := in.facts[fact]
	if !named {
		l.lint(at, "lint.fact_unmapped", "fact", fact, "file", in.at.File, "line", in.at.Row)
	}
	in.used[fact] = true
	return to
}

// includeSteps reads the steps of NAME.steps.yaml in the place of an include.
func (l *loader) includeSteps(o *object) []Step {
	name := o.text("include")
	in := &include{at: o.FilePlace, params: o.pairsOf("with", false), facts: o.pairsOf("facts", true), used: map[string]bool{}}
	o.done(Msg("thing.include"))
	switch {
	case l.include != nil:
		l.fault(o.FilePlace, "lint.include_nested")
		return nil
	case !stepID(name):
		l.fault(o.Get("include").FilePlace, "lint.include_name")
		return nil
	}
	root := l.document(name+".steps.yaml", l.elements[o.path+".include"])
	if root == nil {
		return nil
	}
	l.include = in
	defer func() { l.include = nil }()
	return l.included(in, root)
}

func (l *loader) included(in *include, root *Element) []Step {
	doc := l.object(root, "include."+root.File, Msg("thing.file"))
	if doc == nil {
		return nil
	}
	params := doc.texts("params")
	for _, name := range slices.Sorted(maps.Keys(in.params)) {
		if !slices.Contains(params, name) {
			l.fault(in.at, "lint.include_parameter", "name", name, "hint", nearest(name, params))
		}
	}
	for _, name := range params {
		if _, given := in.params[name]; !given {
			l.fault(in.at, "lint.include_needs", "name", name)
			in.params[name] = name
		}
	}
	steps := l.steps(doc)
	doc.done(Msg("thing.steps"))
	for _, fact := range slices.Sorted(maps.Keys(in.facts)) {
		if !in.used[fact] {
			l.lint(in.at, "lint.include_fact", "fact", fact)
		}
	}
	return steps
}

// pairsOf is a mapping of names to texts; with empty, a value may be null or "".
func (o *object) pairsOf(key string, empty bool) map[string]string {
	m := map[string]string{}
	e := o.take(key)
	if e == nil {
		return m
	}
	in := o.l.object(e, o.path+"."+key, value(key))
	if in == nil {
		return m
	}
	for _, p := range in.Pairs {
		if v := p.Value; empty && v.Shape == Scalar && (v.IsNull() || v.Text == "") {
			m[p.Key.Text] = ""
			continue
		}
		m[p.Key.Text] = o.l.text(p.Value, value(p.Key.Text))
	}
	return m
}
