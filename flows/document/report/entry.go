package report

import (
	"cmp"
	"iter"
	"slices"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/flows/words"
)

// entry is what the record has of an item that applies.
func (b *builder) entry(sv *run.StepView, iv *run.ItemView) Entry {
	at := flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}
	e := Entry{
		Item: iv.Item.ID, Kind: iv.Item.Kind, Label: iv.Label(), Internal: iv.Item.Internal,
		Given: iv.Given(), Done: iv.Done, Status: iv.Status, Deed: b.who(at), Problems: b.problems(sv, iv.Problems),
	}
	if iv.Item.Value != nil || !e.Given && iv.Result == nil && iv.Until == nil {
		e.Deed = Deed{}
	}
	switch iv.Item.Kind {
	case flows.KindField, flows.KindValue:
		b.field(&e, at, iv)
	case flows.KindList:
		e.List = b.list(sv, at, iv)
	case flows.KindAttach:
		f := iv.Item.Attach
		e.Text = f.File
		e.Files = append(e.Files, File{Place: at, File: run.File{Name: f.File, Sum: f.Sum, Size: int64(len(f.Data))}})
	case flows.KindTask:
		e.Note = flows.Clean(iv.Note)
		for _, f := range iv.Evidence {
			e.Files = append(e.Files, b.file(File{Place: at, File: f, Note: e.Note, Deed: e.Deed}))
		}
	case flows.KindCheck:
		e.Check = b.check(at, iv)
	case flows.KindDraft:
		e.Note = flows.Clean(iv.Note)
	case flows.KindWait:
		e.For, e.Until = words.Say(b.Lang, awaited(iv.Item.Wait)), iv.Until
		if w := b.waits[at]; w != nil {
			e.Note = flows.Clean(w.Why)
		}
	case flows.KindGate:
		if g := b.gates[at]; g != nil && iv.Done {
			e.Decided, e.Note = flows.CleanLine(g.By), flows.Clean(g.Why)
		}
	}
	e.Files = append(e.Files, b.attached(at, iv.Attachments)...)
	return e
}

// field adds an answer. Of a secret it is only told that it is there.
func (b *builder) field(e *Entry, at flows.Address, iv *run.ItemView) {
	f := iv.Item.Holds()
	if e.Type = f.Type; f.Type == flows.TypeSecret {
		e.Set, e.Fingerprint = iv.Set, iv.Fingerprint
		return
	}
	e.Value, e.Default = cleaned(iv.Value), iv.Default
	if h := iv.ReadBack; h != nil {
		e.ReadBack = &Deed{flows.CleanLine(h.By), h.At}
	}
	e.Text = flows.Clean(document.Show(b.Lang, f, iv.Value))
	if file, ok := keptFile(iv.Value); ok && f.Type == flows.TypeFile {
		e.Files = append(e.Files, b.file(File{Place: at, File: file, Deed: e.Deed}))
	}
}

// cleaned is an answer that is safe to show.
func cleaned(v flows.Value) flows.Value {
	switch v := v.(type) {
	case string:
		return flows.Clean(v)
	case []string:
		all := make([]string, len(v))
		for i := range v {
			all[i] = flows.Clean(v[i])
		}
		return all
	}
	return v
}

// keptFile is the file that an answer names.
func keptFile(v flows.Value) (f run.File, ok bool) {
	text, _ := v.(string)
	f.Sum, f.Name, ok = flows.KeptFile(text)
	return f, ok
}

// file takes a file into the list of all of them.
func (b *builder) file(f File) File {
	f.Name = flows.CleanLine(f.Name)
	b.files = append(b.files, f)
	return f
}

func (b *builder) problems(sv *run.StepView, problems []run.ProblemView) []Problem {
	var all []Problem
	for i := range problems {
		p := &problems[i]
		one := Problem{ID: p.ID, Level: p.Level, Code: p.Code, Text: words.Say(b.Lang, problemMessage(p)), Column: p.Column, Missing: p.Missing(), Left: p.Left}
		if p.Accepted != nil {
			why := flows.Clean(*p.Accepted)
			one.Accepted, one.Deed = &why, b.accepted[[2]string{sv.Step.ID, p.ID}]
		}
		all = append(all, one)
	}
	return all
}

// check is what a check found last; nil where it was not run.
func (b *builder) check(at flows.Address, iv *run.ItemView) *Check {
	r := iv.Result
	if r == nil {
		return nil
	}
	c := &Check{Status: r.Status, Stale: iv.Status == "stale", Finding: r.Finding, Text: words.Say(b.Lang, r.Message), Runs: b.runs[at], Inputs: b.inputs(iv)}
	for i := range r.Phases {
		p := &r.Phases[i]
		c.Phases = append(c.Phases, Phase{p.Name, words.Say(b.Lang, p.Label), p.Status, words.Say(b.Lang, p.Says()), p.Millis})
	}
	for _, cause := range r.Causes {
		c.Causes = append(c.Causes, words.Say(b.Lang, cause.Message))
	}
	if r.Report != nil {
		f := b.file(File{Place: at, File: *r.Report, Deed: b.who(at)})
		c.Report = &f
	}
	return c
}

// inputs are the answers that a check is told to use, those of a list by their
// column.
func (b *builder) inputs(iv *run.ItemView) []Input {
	var all []Input
	for _, ids := range iv.Item.Check.With {
		for _, id := range ids {
			ref := flows.ParseColumn(id)
			step, of := b.where(ref.Item)
			if of == nil || !b.Internal && (step.Step.Internal || of.Item.Internal) {
				continue
			}
			in := Input{flows.Address{Step: step.Step.ID, Item: of.Item.ID, Column: ref.Column}, of.Label()}
			if c := of.Column(ref.Column); ref.Column != "" && c != nil {
				in.Label = flows.CleanLine(c.Label)
			}
			all = append(all, in)
		}
	}
	slices.SortStableFunc(all, func(x, y Input) int {
		return cmp.Or(b.order(x.At)-b.order(y.At), cmp.Compare(x.At.Column, y.At.Column))
	})
	return slices.Compact(all)
}

// where is the field, value or list of an id, with its step; nil where there is none.
func (b *builder) where(id string) (*run.StepView, *run.ItemView) {
	for i := range b.Steps {
		if iv := b.Steps[i].Item(id); iv != nil && (iv.Item.Holds() != nil || iv.Item.List != nil) {
			return &b.Steps[i], iv
		}
	}
	return nil, nil
}

// order is the place of an item in the run.
func (b *builder) order(at flows.Address) int {
	n := 0
	for i := range b.Steps {
		for k := range b.Steps[i].Items {
			if b.Steps[i].Step.ID == at.Step && b.Steps[i].Items[k].Item.ID == at.Item {
				return n
			}
			n++
		}
	}
	return n
}

// list is a list whose rows are made as they are asked for.
func (b *builder) list(sv *run.StepView, at flows.Address, iv *run.ItemView) *List {
	l := &List{Count: len(iv.Rows)}
	var shown []*flows.Item
	for i := range iv.Item.List.Columns {
		if c := &iv.Item.List.Columns[i]; b.Internal || !c.Internal {
			shown = append(shown, c)
			l.Columns = append(l.Columns, Column{c.ID, columnLabel(c)})
		}
	}
	rows := iv.Rows
	for i := range rows { // what is said of the whole list is known before its rows are written
		b.rowFiles(at, shown, &rows[i])
		l.Wrong = l.Wrong || slices.ContainsFunc(rows[i].Problems, func(p run.ProblemView) bool {
			return p.Level != flows.Tell && !p.Missing() && isShown(shown, p.Column)
		})
	}
	l.Rows = func(yield func(Row) bool) {
		for i := range rows {
			if !yield(b.row(sv, at, shown, &rows[i])) {
				return
			}
		}
	}
	return l
}

// isShown reports whether a column is among those that are shown; "" is the row.
func isShown(shown []*flows.Item, column string) bool {
	return column == "" || slices.ContainsFunc(shown, func(c *flows.Item) bool { return c.ID == column })
}

// columnLabel is what a column is called.
func columnLabel(c *flows.Item) string {
	if c.Label == "" {
		return c.ID
	}
	return flows.CleanLine(c.Label)
}

func (b *builder) row(sv *run.StepView, at flows.Address, shown []*flows.Item, rv *run.RowView) Row {
	problems := rv.Problems
	if len(problems) > 0 {
		problems = slices.DeleteFunc(slices.Clone(problems), func(p run.ProblemView) bool {
			return !isShown(shown, p.Column)
		})
	}
	r := Row{ID: rv.Row, Problems: b.problems(sv, problems), Cells: make([]Cell, 0, len(shown))}
	for _, c := range shown {
		if !rv.Hidden[c.ID] {
			r.Cells = append(r.Cells, b.cell(at.In(rv.Row, c.ID), c, rv))
		}
	}
	return r
}

func (b *builder) cell(at flows.Address, c *flows.Item, rv *run.RowView) Cell {
	value := rv.Values[c.ID]
	cell := Cell{Column: Column{c.ID, columnLabel(c)}, Kind: c.Kind, Value: cleaned(value), Deed: b.who(at), Note: flows.Clean(rv.Proofs[c.ID].Note)}
	for f := range cellFiles(at, c, rv) {
		cell.Files = append(cell.Files, f)
	}
	if c.Field != nil {
		cell.Text = flows.Clean(document.Show(b.Lang, c.Field, value))
	}
	return cell
}

// rowFiles takes the files of a row into the list of all of them.
func (b *builder) rowFiles(at flows.Address, shown []*flows.Item, rv *run.RowView) {
	for _, c := range shown {
		if rv.Hidden[c.ID] {
			continue
		}
		for f := range cellFiles(at.In(rv.Row, c.ID), c, rv) {
			f.Deed = b.who(f.Place)
			b.files = append(b.files, f)
		}
	}
}

// cellFiles are the files of a cell: its answer, or what its task was ticked with.
func cellFiles(at flows.Address, c *flows.Item, rv *run.RowView) iter.Seq[File] {
	return func(yield func(File) bool) {
		f, isFile := run.File{}, false
		if c.Field != nil && c.Field.Type == flows.TypeFile {
			f, isFile = keptFile(rv.Values[c.ID])
		} else if p := rv.Proofs[c.ID]; p.File != nil {
			f, isFile = *p.File, true
		}
		if isFile {
			f.Name = flows.CleanLine(f.Name)
			yield(File{Place: at, File: f, Note: flows.Clean(rv.Proofs[c.ID].Note)})
		}
	}
}
