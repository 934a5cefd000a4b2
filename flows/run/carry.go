package run

import (
	"maps"
	"slices"
	"strings"

	"lotse/flows"
)

// carry is the state after a move to another version: what the procedure has still
// is where it is now, all else is kept on the shelf. It changes nothing of s, and
// depends on the event and the two documents alone.
func (s *state) carry(to *flows.Procedure, d *Moved, seq int64) *state {
	n := s.emptied(newPlan(to.In(s.lang), s.plan.show))
	c := carrier{
		from: s, to: n, pairs: flows.Compare(s.plan.proc, to), void: map[string]bool{}, seq: seq,
		moved: versionMove{seq: seq, from: s.plan.proc, back: map[string]string{}, restored: map[string]*shelved{}},
	}
	for _, name := range d.Void {
		c.void[name] = true
	}
	for i := range s.plan.proc.Steps {
		c.step(i)
	}
	s.eachItem(c.item)
	c.shelf(d.Back)
	n.spent = s.spent.renamed(c.moved.back)
	n.moves = append(slices.Clip(s.moves), c.moved)
	return n
}

// emptied is the state of another plan with all that belongs to the run as a whole,
// and nothing that belongs to a step or an item.
func (s *state) emptied(p *plan) *state {
	n := newState(p)
	n.versions, n.started, n.mode, n.begun, n.changed, n.lang, n.today, n.now = s.versions, s.started, s.mode, s.begun, s.changed, s.lang, s.today, s.now
	n.seq, n.head, n.closed, n.ended, n.called = s.seq, s.head, s.closed, s.ended, s.called
	n.erased, n.forks, n.hosts, n.condemned = maps.Clone(s.erased), maps.Clone(s.forks), maps.Clone(s.hosts), slices.Clone(s.condemned)
	return n
}

// carrier carries what a state holds over to another version.
type carrier struct {
	from, to *state
	pairs    *flows.Comparison
	void     map[string]bool // items, and columns, that lose their place
	seq      int64           // of the move
	moved    versionMove
}

// step carries what belongs to a step as a whole.
func (c *carrier) step(i int) {
	id := c.from.plan.proc.Steps[i].ID
	notes, files := c.from.notes[id], c.from.attached[id]
	p := c.pairs.Step(id)
	if p == nil || p.New == nil {
		if len(notes) > 0 || len(files) > 0 {
			c.lose(flows.AtStep(id), holding{notes: notes, attached: files})
		}
		return
	}
	k := c.to.plan.steps[p.New.ID]
	c.to.steps[k] = c.from.steps[i]
	c.moved.back[p.New.ID] = id
	if notes != nil {
		c.to.notes[p.New.ID] = notes
	}
	if files != nil {
		c.to.attached[p.New.ID] = files
	}
}

// item carries what belongs to an item.
func (c *carrier) item(at place) {
	name := c.from.plan.name(at)
	h, p := c.from.held(at), c.pairs.Item(c.from.plan.name(at.whole()))
	if p == nil || p.New == nil || !keepsRows(p, c.pairs) {
		c.lose(c.from.plan.address(at), h)
		return
	}
	c.moved.back[p.NewAt.String()] = c.from.plan.name(at.whole())
	for i := range p.Columns {
		if col := &p.Columns[i]; col.Old != nil && col.New != nil {
			c.moved.back[col.NewAt.String()] = col.OldAt.String()
		}
	}
	if c.void[name] {
		c.lose(c.from.plan.address(at), h)
		return
	}
	c.loseColumns(at, p, &h)
	h.rename(p, c.pairs)
	c.to.put(c.to.plan.placeOf(p.NewAt, at.row), h)
}

// keepsRows reports whether what is there once for every row of a list is so in both
// versions, and of the same list.
func keepsRows(p *flows.ItemPair, pairs *flows.Comparison) bool {
	if !p.Old.Repeats() && !p.New.Repeats() {
		return true
	}
	return p.Old.Repeats() && p.New.Repeats() && dataIn(pairs, p.Old.Each) == p.New.Each
}

// lose puts what has no place any more on the shelf.
func (c *carrier) lose(at flows.Address, h holding) {
	if h.any() {
		c.to.shelf = append(c.to.shelf, &shelved{proc: c.from.plan.proc, at: at, seq: c.seq, moves: len(c.from.moves), holding: h})
	}
}

// loseColumns takes the columns out of the rows that have no place any more.
func (c *carrier) loseColumns(at place, p *flows.ItemPair, h *holding) {
	for i := range p.Columns {
		col := &p.Columns[i]
		if col.Old == nil || col.New != nil && !c.void[col.OldAt.String()] {
			continue
		}
		gone := &rows{}
		for k, r := range h.rows.ordered() {
			if one := r.cell(col.Old.ID); one.value != nil || one.evidence != nil {
				gone.order = append(gone.order, &row{id: r.id, cells: []cell{one}})
			}
			h.rows.order[k] = r.without(col.Old.ID)
		}
		if len(gone.order) > 0 {
			c.lose(col.OldAt, holding{rows: gone})
		}
	}
}

// shelf keeps what was on the shelf before, but for what has a place again. Of two by
// one name the later one has it; and a list has it before what belongs to its rows.
func (c *carrier) shelf(back []string) {
	brought := map[*shelved]bool{}
	for _, ofRows := range []bool{false, true} {
		for _, x := range slices.Backward(c.from.shelf) {
			if x.isOfRows() == ofRows && slices.Contains(back, x.name()) && (x.at.Item == "" || c.from.shelvedAs(x.name()) == x) {
				brought[x] = c.bring(x, flows.Compare(x.proc, c.to.plan.proc))
			}
		}
	}
	kept := slices.DeleteFunc(slices.Clone(c.from.shelf), func(x *shelved) bool { return brought[x] })
	c.to.shelf = append(kept, c.to.shelf...)
}

// bring gives something on the shelf its place again, if there is one.
func (c *carrier) bring(x *shelved, pairs *flows.Comparison) bool {
	whole, row := splitRow(x.at.Whole().String())
	switch p := pairs.Item(whole); {
	case x.at.Item == "":
		return c.bringStep(x, pairs.Step(x.at.Step))
	case p == nil || p.New == nil || !keepsRows(p, pairs):
		return false
	case x.at.Column != "":
		return c.bringColumn(x, p, x.column(pairs))
	default:
		return c.bringItem(x, p, row, pairs)
	}
}

// bringItem brings what belongs to an item, in a row that is there still.
func (c *carrier) bringItem(x *shelved, p *flows.ItemPair, row string, pairs *flows.Comparison) bool {
	name, rows := inRow(p.NewAt.String(), row), c.to.lists[p.New.Each]
	if c.moved.restored[name] != nil || row != "" && (rows == nil || rows.at(row) < 0) {
		return false
	}
	h := x.holding.copied()
	h.rename(p, pairs)
	c.to.put(c.to.plan.placeOf(p.NewAt, row), h)
	c.moved.restored[name] = x
	return true
}

// bringStep brings the notes and the files of a step.
func (c *carrier) bringStep(x *shelved, p *flows.StepPair) bool {
	if p == nil || p.New == nil {
		return false
	}
	id := p.New.ID
	c.to.notes[id] = append(slices.Clip(x.notes), c.to.notes[id]...)
	c.to.attached[id] = append(slices.Clip(x.attached), c.to.attached[id]...)
	if _, came := c.moved.back[id]; !came {
		c.moved.restored[id] = x
	}
	return true
}

// bringColumn brings the cells of a column to the rows that are still there.
func (c *carrier) bringColumn(x *shelved, list, column *flows.ItemPair) bool {
	rows := c.to.lists[list.New.ID]
	if rows == nil || column == nil {
		return false
	}
	for _, r := range x.rows.ordered() {
		one := r.cell(x.at.Column)
		one.column = column.New.ID
		if i := rows.at(r.id); i >= 0 && rows.order[i].cell(one.column).value == nil {
			rows.order[i] = rows.order[i].with(one)
		}
	}
	return true
}

// renamedIn gives the new name of an item or a column that an id, or the beginning
// of a name, stands for.
func renamedIn(pairs *flows.Comparison, input string) string {
	name, rest := input, ""
	if i := strings.IndexByte(input, '['); i >= 0 {
		name, rest = input[:i], input[i:]
	}
	p := pairs.Item(name)
	if p == nil || p.New == nil {
		return input
	}
	row, column, cell := strings.Cut(rest, "].")
	if c := p.Column(column); cell && c != nil && c.New != nil {
		rest = row + "]." + c.New.ID
	}
	return p.NewAt.String() + rest
}
