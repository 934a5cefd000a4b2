// Package schema prints the grammars of procedures as a JSON Schema (draft 7), so
// that an editor completes their keys and explains them. It is made from what the
// loader itself asks of a document, from the named rules and from the checks. It
// may import flows and flows/words, and reads and writes nothing.
package schema

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"lotse/flows"
	"lotse/flows/words"
)

// Kind is a kind of document that has a schema.
type Kind string

// The kinds of documents: NAME.yaml, NAME.steps.yaml, NAME.LANG.yaml.
const (
	Procedure   Kind = "procedure"
	Steps       Kind = "steps"
	Translation Kind = "translation"
)

// Kinds are all kinds of documents, the usual one first.
var Kinds = []Kind{Procedure, Steps, Translation}

var roots = map[Kind]string{Procedure: "procedure", Steps: "steps", Translation: "overlay"}

// node is a part of a schema.
type node map[string]any

// Print gives the schema of a kind of document, indented, with a newline at its
// end; the names of checks and letters are those of specs. The same program prints
// the same bytes.
func Print(kind Kind, specs flows.Specs) ([]byte, error) {
	root, known := roots[kind]
	if !known {
		return nil, fmt.Errorf("print schema: no kind of document %q", kind)
	}
	p := &printer{specs: specs, defs: node{}}
	top := p.ref(root)
	top["$schema"] = "http://json-schema.org/draft-07/schema#"
	top["title"] = "Lotse: " + string(kind)
	top["definitions"] = p.defs
	doc, err := json.MarshalIndent(top, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("print schema: %w", err)
	}
	return append(doc, '\n'), nil
}

type printer struct {
	specs flows.Specs
	defs  node
}

// ref names a thing, and defines it when it is named first.
func (p *printer) ref(thing string) node {
	if p.defs[thing] == nil {
		p.defs[thing] = node{} // before its parts, which may name it
		p.defs[thing] = p.thing(grammar(thing))
	}
	return node{"$ref": "#/definitions/" + thing}
}

func grammar(thing string) flows.Grammar {
	all := flows.Grammars()
	return all[slices.IndexFunc(all, func(g flows.Grammar) bool { return g.Thing == thing })]
}

func (p *printer) thing(g flows.Grammar) node {
	properties, required := node{}, []string{}
	for _, key := range g.Keys {
		one := p.form(key.Form)
		if named := p.named(g.Thing, key.Name); named != nil {
			one = named
		}
		properties[key.Name] = explained(one, key.Doc)
		if key.Must {
			required = append(required, key.Name)
		}
	}
	n := node{"type": "object", "description": g.Doc, "properties": properties, "required": required, "additionalProperties": false}
	if g.Thing == "translation" { // the digest stands below a language
		n["patternProperties"] = node{"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": p.form(flows.KeyForm{Shape: flows.FormWritten})}
	}
	return n
}

// explained is a part with its explanation; draft 7 passes over what stands beside
// a reference.
func explained(n node, doc string) node {
	if n["$ref"] != nil {
		n = node{"allOf": []node{n}}
	}
	n["description"] = doc
	return n
}

// named are the texts that name what is outside of the document.
func (p *printer) named(thing, key string) node {
	if thing != "check" || key != "run" {
		return nil
	}
	var one []node
	for _, c := range p.specs.Checks {
		one = append(one, node{"const": c.Name, "description": words.Say("en", flows.Msg(c.Title))})
	}
	if one == nil {
		return nil
	}
	return node{"type": "string", "oneOf": one}
}

func (p *printer) form(f flows.KeyForm) node {
	switch f.Shape {
	case flows.FormText:
		if f.Pattern != "" {
			return node{"type": "string", "pattern": "^(?:" + f.Pattern + ")$"}
		}
		return node{"type": "string", "minLength": 1}
	case flows.FormWritten:
		return node{"type": []string{"string", "number", "boolean"}}
	case flows.FormFlag:
		return node{"type": "boolean"}
	case flows.FormNumber:
		return node{"type": "integer", "minimum": 0, "maximum": f.Max}
	case flows.FormWord:
		return node{"type": "string", "enum": f.Words}
	case flows.FormNothing:
		return node{"type": "null"}
	case flows.FormList:
		return node{"type": "array", "minItems": 1, "items": p.form(f.Parts[0])}
	case flows.FormNames:
		return node{"type": "object", "additionalProperties": p.form(f.Parts[0])}
	case flows.FormMapping:
		return p.things(f.Things)
	case flows.FormRule:
		return p.oneRule()
	case flows.FormChoice:
		var any []node
		for _, part := range f.Parts {
			any = append(any, p.form(part))
		}
		return node{"anyOf": any}
	}
	panic("no schema of the form " + f.Shape)
}

// things is a mapping that is one of several: which one, the first key says that it
// has to have. So what is wrong in it is told of that one alone.
func (p *printer) things(things []string) node {
	if len(things) == 1 {
		return p.ref(things[0])
	}
	var which, each []node
	for _, thing := range things {
		key := telling(grammar(thing))
		which = append(which, node{"required": []string{key}})
		each = append(each, node{"if": node{"required": []string{key}}, "then": p.ref(thing)})
	}
	return node{"type": "object", "anyOf": which, "allOf": each}
}

// telling is the first key that a thing has to have.
func telling(g flows.Grammar) string {
	i := slices.IndexFunc(g.Keys, func(k flows.Key) bool { return k.Must })
	return g.Keys[i].Name
}

// oneRule is NAME, {NAME: {argument: value}}, {NAME: value}, {rule: NAME, argument:
// value} and {require: CONDITION}, as each named rule has it.
func (p *printer) oneRule() node {
	names := slices.Sorted(maps.Keys(flows.Rules))
	var bare []node
	short, each := node{}, []node{{"if": node{"required": []string{"require"}}, "then": p.ref("require")}}
	for _, name := range names {
		spec := flows.Rules[name]
		doc := words.Say("en", spec.Doc)
		if len(spec.Args) == 0 {
			bare = append(bare, node{"const": name, "description": doc})
		}
		short[name] = explained(p.shortRule(spec), doc)
		each = append(each, node{
			"if":   node{"properties": node{"rule": node{"const": name}}, "required": []string{"rule"}},
			"then": p.rule(spec, "rule"),
		})
	}
	properties := node{"rule": node{"enum": names, "description": "the name of a rule"}, "require": node{"description": "a condition that must not be false"}}
	maps.Copy(properties, short)
	mapping := node{"type": "object", "minProperties": 1, "properties": properties, "allOf": each}
	mapping["if"] = node{"not": node{"anyOf": []node{{"required": []string{"rule"}}, {"required": []string{"require"}}}}}
	mapping["then"] = node{"properties": short, "additionalProperties": false, "maxProperties": 1}
	return node{"anyOf": []node{{"type": "string", "oneOf": bare}, mapping}}
}

// shortRule is what stands below the name of a rule: its arguments, or its only one.
func (p *printer) shortRule(spec flows.RuleSpec) node {
	mapping := p.rule(spec)
	if len(spec.Args) == 1 {
		return node{"anyOf": []node{mapping, p.form(flows.KeyForm{Shape: flows.FormWritten})}}
	}
	return mapping
}

// rule is a mapping with the arguments of a rule, its words, and the keys also.
func (p *printer) rule(spec flows.RuleSpec, also ...string) node {
	n := p.thing(grammar("the_rule"))
	properties, required := n["properties"].(node), n["required"].([]string)
	for _, a := range spec.Args {
		properties[a.Name] = explained(p.form(flows.KeyForm{Shape: flows.FormWritten}), words.Say("en", a.Doc))
		required = append(required, a.Name)
	}
	for _, key := range also {
		properties[key] = node{}
	}
	n["required"] = required
	return n
}
