package flows

import (
	"slices"
	"strconv"
)

// rules reads the rules of a field or list: NAME, {NAME: {arg: v}},
// {rule: NAME, arg: v}, or {require: EXPR}; each but the first may have level,
// accept, code, text, from and source.
func (l *loader) rules(o *object) []Rule {
	e := o.take("rules")
	if e == nil {
		return nil
	}
	var rules []Rule
	codes := map[string]bool{}
	for _, part := range l.parts(e, value("rules")) {
		path := o.path + ".rules." + strconv.Itoa(len(rules)) // one that is none is left out
		l.elements[path] = part
		rule, ok := l.rule(part, path)
		if !ok {
			continue
		}
		code := rule.code()
		if codes[code] {
			l.fault(part.FilePlace, "lint.rule_code_twice", "code", code)
		}
		if !itemID(code) {
			l.fault(part.FilePlace, "lint.rule_code", "code", code)
		}
		codes[code] = true
		if text := l.elements[path+".text"]; text != nil {
			l.elements[o.path+".rules."+code] = text
		}
		rules = append(rules, rule)
	}
	return rules
}

// code is the code of the rule's problem.
func (r *Rule) code() string {
	switch {
	case r.Code != "":
		return r.Code
	case r.Name != "":
		return r.Name
	}
	return "require"
}

func (l *loader) rule(e *Element, path string) (Rule, bool) {
	if e.Shape == Scalar {
		name := l.text(e, Msg("thing.rule"))
		return l.named(Rule{Name: name}, e), name != ""
	}
	o := l.object(e, path, Msg("thing.rule"))
	if o == nil {
		return Rule{}, false
	}
	switch {
	case o.Get("require") != nil:
		r := l.ruleWords(o)
		r.Require = o.cond("require")
		o.done(Msg("thing.require"))
		return r, r.Require != nil
	case o.Get("rule") != nil:
		r := l.ruleWords(o)
		r.Name = o.text("rule")
		return l.arguments(r, o, "rule"), r.Name != ""
	case len(o.Pairs) == 1:
		return l.shortRule(o)
	}
	l.fault(o.FilePlace, "lint.rule_form")
	return Rule{}, false
}

// shortRule is {NAME: {arg: v}}, or {NAME: v} for a rule with one argument.
func (l *loader) shortRule(o *object) (Rule, bool) {
	name := o.Pairs[0].Key.Text
	e := o.take(name)
	if e.Shape == Mapping {
		in := l.object(e, o.path, value(name))
		r := l.ruleWords(in)
		r.Name = name
		return l.arguments(r, in), true
	}
	r := Rule{Name: name}
	if spec, known := Rules[name]; known && len(spec.Args) == 1 {
		r.Args = map[string]string{spec.Args[0].Name: l.written(e, value(name))}
	} else if known {
		l.fault(e.FilePlace, "lint.rule_by_name", "rule", name)
	}
	return l.named(r, o.Element), true
}

func (l *loader) ruleWords(o *object) Rule {
	level := o.level("level")
	return Rule{Level: level, Accept: o.acceptance(level), Code: o.text("code"), Text: o.text("text"), Origin: o.origin()}
}

// arguments takes what is left of the object as the rule's arguments; also is a
// key that it may have beside them.
func (l *loader) arguments(r Rule, o *object, also ...string) Rule {
	for _, a := range Rules[r.Name].Args {
		also = append(also, a.Name)
		if o.Get(a.Name) != nil {
			if r.Args == nil {
				r.Args = map[string]string{}
			}
			r.Args[a.Name] = o.written(a.Name)
		}
	}
	if _, known := Rules[r.Name]; known {
		o.done(Msg("thing.the_rule", "rule", r.Name), also...)
	}
	return l.named(r, o.Element)
}

// named proves that the rule exists and has its arguments.
func (l *loader) named(r Rule, e *Element) Rule {
	spec, known := Rules[r.Name]
	if !known {
		if r.Name != "" {
			l.fault(e.FilePlace, "lint.no_rule", "rule", r.Name, "hint", nearest(r.Name, keys(Rules)))
		}
		return r
	}
	for _, a := range spec.Args {
		arg, given := r.Args[a.Name]
		if !given {
			l.fault(e.FilePlace, "lint.rule_needs", "rule", r.Name, "argument", a.Name, "doc", a.Doc)
		} else if wrong := a.fits(arg); !wrong.IsZero() {
			l.fault(e.FilePlace, "lint.rule_argument", "rule", r.Name, "argument", a.Name, "wrong", wrong)
		}
	}
	return r
}

// fits reports whether a named rule can be used with a type.
func (spec RuleSpec) fits(t Type) bool {
	if len(spec.Types) == 0 {
		return t != TypeSecret
	}
	return slices.Contains(spec.Types, t)
}
