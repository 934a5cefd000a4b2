package flows

import (
	"fmt"
)

// CheckStatuses are the results that a finished check can have.
var CheckStatuses = []string{"passed", "warned", "failed", "unknown"}

// WaitOutcomes are the outcomes that a finished wait can have.
var WaitOutcomes = []string{"answered"}

// ticked is a task column of the row.
type ticked string

func (n ticked) truth(s Scope) Truth {
	v, ok := s.Field(string(n))
	if !ok {
		return Undecided
	}
	done, ok := v.(bool)
	if !ok {
		return Undecided
	}
	return truthOf(done)
}

// ofList compiles any, all, none, count, len and sum.
func (c *compiler) ofList(n *callNode) (operand, *misfit) {
	if n.Name == "sum" {
		c.newer = true
	}
	if len(n.Arguments) == 0 || len(n.Arguments) > 2 {
		return operand{}, misfitAt(n, "lint.cond_needs_list", "name", n.Name)
	}
	list, bad := c.listArgument(n)
	if bad != nil {
		return operand{}, bad
	}
	if list == "" {
		return c.sizeOfSet(n)
	}
	switch {
	case n.Name == "sum":
		return c.sum(list, n)
	case len(n.Arguments) == 1:
		return operand{numberer: count{list: list}}, nil
	}
	match, bad := c.predicate(list, n.Arguments[1])
	if bad != nil {
		return operand{}, bad
	}
	switch n.Name {
	case "any":
		return operand{truth: some{list, match}}, nil
	case "none":
		return operand{truth: not{some{list, match}}}, nil
	case "all":
		return operand{truth: not{some{list, not{match}}}}, nil
	}
	return operand{numberer: count{list, match}}, nil
}

// listArgument is the list that a function goes through; "" where its argument
// is no list, which is right for len alone.
func (c *compiler) listArgument(n *callNode) (string, *misfit) {
	if c.known.names != nil {
		return c.listName(n)
	}
	id, ok := n.Arguments[0].(*identifierNode)
	if ok {
		if item := c.known.items[id.Value]; item != nil && item.Kind == KindList {
			if c.list != "" {
				return "", misfitAt(n, "lint.cond_nested", "name", n.Name)
			}
			c.read(RefList, id.Value, id)
			return id.Value, nil
		}
	}
	if n.Name == "len" {
		return "", nil
	}
	if !ok {
		return "", misfitAt(n.Arguments[0], "lint.cond_needs_list_id", "name", n.Name)
	}
	return "", misfitAt(id, "lint.no_list", "list", id.Value, "hint", nearest(id.Value, c.lists()))
}

func (c *compiler) lists() []string {
	var ids []string
	for id, item := range c.known.items {
		if item.Kind == KindList {
			ids = append(ids, id)
		}
	}
	return ids
}

func (c *compiler) sizeOfSet(n *callNode) (operand, *misfit) {
	v, bad := c.operand(n.Arguments[0])
	if bad != nil {
		return v, bad
	}
	switch {
	case len(n.Arguments) > 1:
	case v.setter != nil:
		return operand{numberer: sizeOfSet{v.setter}}, nil
	case v.texter != nil && !v.date:
		c.newer = true
		return operand{numberer: length{v.texter}}, nil
	}
	return v, misfitAt(n, "lint.cond_len")
}

// predicate compiles what a row of the list is asked.
func (c *compiler) predicate(list string, n syntax) (node, *misfit) {
	p, ok := n.(*predicateNode)
	if !ok {
		return nil, misfitAt(n, "lint.cond_predicate")
	}
	c.list = list
	defer func() { c.list = "" }()
	return c.condition(p.Node)
}

// sum compiles the sum of what is worked out of every row: sum(list, .column).
func (c *compiler) sum(list string, n *callNode) (operand, *misfit) {
	if len(n.Arguments) != 2 {
		return operand{}, misfitAt(n, "lint.expr_sum")
	}
	p, ok := n.Arguments[1].(*predicateNode)
	if !ok {
		return operand{}, misfitAt(n.Arguments[1], "lint.expr_sum")
	}
	c.list = list
	defer func() { c.list = "" }()
	v, bad := c.operand(p.Node)
	switch {
	case bad != nil:
		return v, bad
	case v.numberer == nil || v.span:
		return v, misfitAt(p.Node, "lint.expr_sum")
	}
	return operand{numberer: sum{list, v.numberer}}, nil
}

// calls are the functions that read what is no field: the kind of item that
// they take, with another that they take too, and what becomes of it.
var calls = map[string]struct {
	kind, also Kind
	ref        RefKind
	make       func(ref string) operand
}{
	"check":   {KindCheck, "", RefCheck, func(ref string) operand { return operand{texter: checkStatus(ref), options: CheckStatuses} }},
	"outcome": {KindWait, "", RefOutcome, func(ref string) operand { return operand{texter: waitOutcome(ref), options: WaitOutcomes} }},
	"done":    {KindTask, KindGate, RefTask, func(ref string) operand { return operand{truth: done{ref}} }},
}

// call compiles check("step.check"), outcome("step.wait"), done("step.task") or
// done("step.gate"), given(field) and series_apart(field, field).
func (c *compiler) call(n *callNode) (operand, *misfit) {
	switch n.Name {
	case "any", "all", "none", "count", "len", "sum":
		return c.ofList(n)
	case "given":
		return c.given(n)
	case "series_apart":
		return c.seriesApart(n)
	}
	call, ok := calls[n.Name]
	if !ok || c.known.names != nil {
		return c.function(n, n.Name, n.Arguments)
	}
	var ref *stringNode
	if len(n.Arguments) == 1 {
		ref, _ = n.Arguments[0].(*stringNode)
	}
	if ref == nil {
		return operand{}, misfitAt(n, "lint.cond_one_name", "name", n.Name, "kind", string(call.kind))
	}
	if kind := c.known.refs[ref.Value]; kind == "" || kind != call.kind && kind != call.also {
		return operand{}, misfitAt(ref, "lint.no_ref", "kind", string(call.kind), "ref", ref.Value, "hint", nearest(ref.Value, c.refsOf(call.kind)))
	}
	c.read(call.ref, ref.Value, ref)
	v := call.make(ref.Value)
	if v.texter != nil {
		v.name = fmt.Sprintf("%s(%q)", n.Name, ref.Value)
	}
	return v, nil
}

// given compiles given(field), in a row given(column), in a predicate
// given(.column).
func (c *compiler) given(n *callNode) (operand, *misfit) {
	if len(n.Arguments) == 1 && c.known.names != nil {
		return c.givenName(n.Arguments[0])
	}
	if len(n.Arguments) == 1 {
		if part, ok := n.Arguments[0].(*memberNode); ok {
			return c.givenPart(part)
		}
	}
	var id *identifierNode
	if len(n.Arguments) == 1 {
		id, _ = n.Arguments[0].(*identifierNode)
	}
	if id == nil {
		return operand{}, misfitAt(n, "lint.cond_given")
	}
	item := c.known.items[id.Value]
	list, column := c.known.listOf[id.Value]
	switch {
	case item == nil || item.Holds() == nil || column && (list != c.row || c.list != ""):
		return operand{}, misfitAt(id, "lint.cond_given_none", "name", id.Value, "hint", nearest(id.Value, c.fields()))
	case column:
		c.read(RefColumn, id.Value, id)
	default:
		c.read(RefField, id.Value, id)
	}
	return operand{truth: given(id.Value)}, nil
}

// givenPart compiles given(.column) of the row that a predicate looks at.
func (c *compiler) givenPart(n *memberNode) (operand, *misfit) {
	v, bad := c.member(n)
	switch {
	case bad != nil:
		return v, bad
	case v.truth != nil: // a task, which has no answer
		return operand{}, misfitAt(n, "lint.cond_given")
	}
	return operand{truth: given(v.name)}, nil
}

// fields are the fields outside lists.
func (c *compiler) fields() []string {
	var ids []string
	for id, item := range c.known.items {
		if _, column := c.known.listOf[id]; item.Holds() != nil && !column {
			ids = append(ids, id)
		}
	}
	return ids
}

func (c *compiler) refsOf(kind Kind) []string {
	var refs []string
	for ref, k := range c.known.refs {
		if k == kind {
			refs = append(refs, ref)
		}
	}
	return refs
}
