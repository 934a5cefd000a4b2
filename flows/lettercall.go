package flows

import (
	"maps"
	"slices"
	tmpl "text/template/parse"
)

// letterArg is what an argument of a function of letters has to be.
type letterArg int

const (
	argField  letterArg = iota // id of a field that is told, in quotes
	argAsked                   // id of a field, a secret too, of which only is asked whether it is answered
	argOption                  // of the field before it, in quotes
	argTask                    // "step.task"
	argText                    // a text in quotes
	argAny                     // any of these, or a call
	argShown                   // argAny, or a field alone
	argMore                    // argAny, any number of them
	argPairs                   // an option and its text in quotes, any number of them
)

// letterCalls are what a letter can call, by their arguments. The package that
// writes letters carries them out; and, or, not, eq and ne are the template's.
var letterCalls = map[string][]letterArg{
	"customer": nil, "sender": nil, "today": nil, "code": nil,
	"answer": {argField}, "want": {argField}, "day": {argField}, "has": {argAsked}, "done": {argTask},
	"chose": {argField, argOption}, "chosen": {argField, argPairs}, "same": {argField, argField},
	"row": {argText, argShown}, "ticked": {argAny}, "rows": nil,
	"and": {argAny, argMore}, "or": {argAny, argMore}, "not": {argAny}, "eq": {argAny, argAny}, "ne": {argAny, argAny},
}

// LetterCalls are the names of the functions that a letter can call.
func LetterCalls() []string { return slices.Sorted(maps.Keys(letterCalls)) }

func isLetterCall(name string) bool {
	_, is := letterCalls[name]
	return is
}

// pipe proves a call. One call feeds no other, and no variable is kept: what a
// letter says is seen where it is said.
func (v *letterProof) pipe(p *tmpl.PipeNode) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 {
		v.wrong(p, "lint.letter_part", "part", Short(p.String()))
		return
	}
	args := p.Cmds[0].Args
	name, call := args[0].(*tmpl.IdentifierNode)
	switch {
	case call:
		v.call(name, args[1:])
	case len(args) == 1:
		v.argument(argAny, nil, args[0])
	default:
		v.wrong(p, "lint.letter_part", "part", Short(p.String()))
	}
}

// call proves a function and its arguments.
func (v *letterProof) call(name *tmpl.IdentifierNode, args []tmpl.Node) {
	wanted, known := letterCalls[name.Ident]
	switch {
	case !known && v.known.items[name.Ident] != nil:
		v.wrong(name, "lint.letter_bare", "name", name.Ident)
		return
	case !known:
		v.wrong(name, "lint.letter_name", "name", Short(name.Ident), "hint", nearest(name.Ident, v.names()))
		return
	case name.Ident == "rows":
		v.wrong(name, "lint.letter_range")
		return
	}
	if wanted == nil && v.known.items[name.Ident] != nil {
		v.doubt(name, "lint.letter_called", "name", name.Ident)
	}
	needed := len(slices.DeleteFunc(slices.Clone(wanted), func(k letterArg) bool { return k >= argMore }))
	for i, arg := range args {
		kind, fits := argumentAt(wanted, i)
		if !fits {
			v.wrong(name, "lint.letter_arguments", "name", name.Ident, "takes", needed)
			return
		}
		v.argument(kind, args[0], arg)
	}
	if len(args) < needed {
		v.wrong(name, "lint.letter_arguments", "name", name.Ident, "takes", needed)
	}
	if slices.Contains(wanted, argPairs) && len(args) > 0 && len(args)%2 == 0 {
		v.wrong(name, "lint.letter_pairs", "name", name.Ident)
	}
}

// argumentAt is what the argument at an index has to be; false where there is
// none more.
func argumentAt(wanted []letterArg, i int) (letterArg, bool) {
	last := len(wanted) - 1
	switch {
	case i < last || i == last && wanted[last] < argMore:
		return wanted[i], true
	case last < 0 || wanted[last] < argMore:
		return 0, false
	case wanted[last] == argMore:
		return argMore, true
	case (i-last)%2 == 0:
		return argOption, true
	}
	return argText, true
}

// argument proves one argument; first is the one before, which an option is of.
func (v *letterProof) argument(kind letterArg, first, arg tmpl.Node) {
	text, quoted := arg.(*tmpl.StringNode)
	if kind < argAny && !quoted {
		v.wrong(arg, "lint.letter_quotes", "part", Short(arg.String()))
		return
	}
	switch kind {
	case argField:
		v.field(text, text.Text)
	case argAsked:
		v.reads(text, RefField)
	case argTask:
		v.reads(text, RefTask)
	case argOption:
		v.option(first, text)
	case argShown:
		if name, bare := arg.(*tmpl.IdentifierNode); bare && !isLetterCall(name.Ident) {
			v.named(name)
			return
		}
		v.anything(arg)
	case argAny, argMore:
		v.anything(arg)
	}
}

// anything proves an argument of no particular kind.
func (v *letterProof) anything(arg tmpl.Node) {
	switch n := arg.(type) {
	case *tmpl.StringNode, *tmpl.NumberNode, *tmpl.BoolNode:
	case *tmpl.PipeNode:
		v.pipe(n)
	case *tmpl.IdentifierNode:
		v.call(n, nil)
	case *tmpl.FieldNode:
		v.cell(n)
	case *tmpl.DotNode:
		if !v.value {
			v.wrong(n, "lint.letter_dot")
		}
	default:
		v.wrong(arg, "lint.letter_part", "part", Short(arg.String()))
	}
}

// option proves an option of a field.
func (v *letterProof) option(of tmpl.Node, option *tmpl.StringNode) {
	field, _ := of.(*tmpl.StringNode)
	if field == nil {
		return
	}
	it := v.known.items[field.Text]
	if it == nil || it.Field == nil || it.Field.Type == "" {
		return // which is told already
	}
	var values []string
	for _, o := range it.Field.Options {
		values = append(values, o.Value)
	}
	if !slices.Contains(values, option.Text) {
		v.wrong(option, "lint.letter_option", "value", Short(option.Text), "name", it.ID, "hint", nearest(option.Text, values))
	}
}
