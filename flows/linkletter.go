package flows

import (
	"slices"
	"strings"
	tmpl "text/template/parse"
)

// letter proves the own letter of a draft at a turn: what it calls exists, what it
// reads stands before, and no secret is told.
func (k *linker) letter(it *Item, own int) {
	if it.Draft == nil || it.Draft.Letter == nil {
		return
	}
	l := it.Draft.Letter
	l.of = k.p
	for _, lang := range l.Languages() {
		v := letterProof{linker: k, letter: l, text: l.texts[lang], own: own, rows: it.Each, row: it.Each != ""}
		v.list(v.text.root)
	}
}

// letterProof walks through one text of a letter.
type letterProof struct {
	*linker
	letter *Letter
	text   *letterText
	own    int    // turn of the draft
	rows   string // list whose rows are gone through; "" outside
	row    bool   // it is the row of the draft itself that .column reads
	value  bool   // a dot is the value of a with
}

// wrong tells a fault at a part of the text.
func (v *letterProof) wrong(at tmpl.Node, code string, args ...any) {
	v.fault(v.text.place(at.Position()), code, args...)
}

// doubt tells of what may not be meant.
func (v *letterProof) doubt(at tmpl.Node, code string, args ...any) {
	v.lint(v.text.place(at.Position()), code, args...)
}

func (v *letterProof) list(l *tmpl.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *tmpl.ActionNode:
			v.action(n.Pipe)
		case *tmpl.IfNode:
			v.branch(&n.BranchNode, v.value)
		case *tmpl.WithNode:
			v.branch(&n.BranchNode, true)
		case *tmpl.RangeNode:
			v.each(n)
		case *tmpl.TextNode, *tmpl.CommentNode:
		default:
			v.wrong(n, "lint.letter_part", "part", Short(n.String()))
		}
	}
}

// branch proves an if or a with.
func (v *letterProof) branch(n *tmpl.BranchNode, value bool) {
	v.pipe(n.Pipe)
	inside := *v
	inside.value = value
	inside.list(n.List)
	v.list(n.ElseList)
}

// each proves a range, which goes through the rows of a list, and through none
// within another: so a letter ends.
func (v *letterProof) each(n *tmpl.RangeNode) {
	inside := *v
	if len(n.Pipe.Cmds) == 1 && len(n.Pipe.Cmds[0].Args) == 2 && (v.rows == "" || v.row) {
		name, _ := n.Pipe.Cmds[0].Args[0].(*tmpl.IdentifierNode)
		if id, ok := n.Pipe.Cmds[0].Args[1].(*tmpl.StringNode); ok && name != nil && name.Ident == "rows" && len(n.Pipe.Decl) == 0 {
			v.reads(id, RefList)
			inside.rows, inside.row, inside.value = id.Text, false, false
			inside.list(n.List)
			v.list(n.ElseList)
			return
		}
	}
	v.wrong(n, "lint.letter_range")
}

// action proves what is written into the letter: a field alone, or a call.
func (v *letterProof) action(p *tmpl.PipeNode) {
	if name := v.alone(p); name != nil {
		v.named(name)
		return
	}
	v.pipe(p)
	if cell, alone := p.Cmds[0].Args[0].(*tmpl.FieldNode); alone && v.row && len(p.Cmds[0].Args) == 1 {
		v.note(&v.letter.Blanks, strings.Join(cell.Ident, "."))
	}
}

// alone is the name of a field that an action consists of; nil where it is
// anything else.
func (v *letterProof) alone(p *tmpl.PipeNode) *tmpl.IdentifierNode {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 1 {
		return nil
	}
	name, _ := p.Cmds[0].Args[0].(*tmpl.IdentifierNode)
	if name == nil || isLetterCall(name.Ident) {
		return nil
	}
	return name
}

// named proves a field that stands alone, as {{ field }}.
func (v *letterProof) named(name *tmpl.IdentifierNode) {
	id := name.Ident
	if v.field(name, id) != nil && !slices.Contains(v.letter.Names, id) {
		v.letter.Names = append(v.letter.Names, id)
	}
}

// names are what a letter can name: fields and functions.
func (v *letterProof) names() []string { return append(v.fieldIDs(), keys(letterCalls)...) }

// field proves a field that is told, and notes it; nil where it cannot be.
func (v *letterProof) field(at tmpl.Node, id string) *Item {
	it, turn := v.known.items[id], v.turns[Ref{RefField, id}]
	switch {
	case it == nil || turn == 0:
		v.wrong(at, "lint.letter_name", "name", Short(id), "hint", nearest(id, v.names()))
		return nil
	case it.Holds().Type == TypeSecret:
		v.wrong(at, "lint.letter_secret", "name", id)
		return nil
	case turn >= v.own:
		v.wrong(at, "lint.later", "name", id)
		return nil
	}
	v.note(&v.letter.Inputs, id)
	return it
}

// reads proves what is read by its id, without being a field's answer.
func (v *letterProof) reads(at *tmpl.StringNode, kind RefKind) {
	id := at.Text
	turn, known := v.turns[Ref{kind, id}]
	known = known && (kind != RefTask || v.known.refs[id] == KindTask)
	switch {
	case !known && kind == RefTask:
		v.wrong(at, "lint.no_ref", "kind", string(kind), "ref", Short(id), "hint", nearest(id, v.refsOf(KindTask)))
	case !known && kind == RefList:
		v.wrong(at, "lint.no_list", "list", Short(id), "hint", nearest(id, v.lists()))
	case !known:
		v.wrong(at, "lint.letter_name", "name", Short(id), "hint", nearest(id, v.fieldIDs()))
	case turn >= v.own:
		v.wrong(at, "lint.later", "name", id)
	case kind == RefList:
		v.note(&v.letter.Inputs, id)
	default:
		v.note(&v.letter.Asks, id)
	}
}

func (v *letterProof) note(ids *[]string, id string) {
	if !slices.Contains(*ids, id) {
		*ids = append(*ids, id)
	}
}

func (v *letterProof) lists() []string {
	var ids []string
	for ref := range v.turns {
		if ref.Kind == RefList {
			ids = append(ids, ref.ID)
		}
	}
	return ids
}

func (v *letterProof) refsOf(kind Kind) []string {
	var refs []string
	for ref, is := range v.known.refs {
		if is == kind {
			refs = append(refs, ref)
		}
	}
	return refs
}

// cell proves a column of the row that a range is at: .column.
func (v *letterProof) cell(n *tmpl.FieldNode) {
	id := strings.Join(n.Ident, ".")
	switch {
	case v.rows == "" || v.value:
		v.wrong(n, "lint.letter_cell", "name", Short(id))
	case v.known.listOf[id] != v.rows:
		var columns []string
		for column, list := range v.known.listOf {
			if list == v.rows {
				columns = append(columns, column)
			}
		}
		v.wrong(n, "lint.no_column", "list", v.rows, "column", Short(id), "hint", nearest(id, columns))
	case v.row:
		v.note(&v.letter.Cells, id)
	}
}
