package run

import "lotse/flows"

// plan is an index of a procedure: where its items are and what reads what. It
// is made once per session.
type plan struct {
	proc      *flows.Procedure
	steps     map[string]int   // step id -> index
	items     map[string]place // "step.item" -> place
	names     [][]string       // the same, by place
	fields    map[string]place // field, value and list ids -> place
	columns   map[string]place // column id -> place of its list
	ends      []place
	drafts    []place
	values    []place
	repeating []place
	named     []bool         // steps whose texts name answers, or whose options depend on some
	naming    map[place]bool // items whose texts or options do
	show      Show
	closed    map[string]bool // lists whose columns depend on nothing outside their row
	loops     []loop
	gated     map[place][]string // check -> names of the gates that require its result
	derived   map[place]bool     // checks that read what is worked out
	rotates   map[place]place    // secret field -> action that offers to replace it
}

// loop is a wait that leads back to an earlier step: its place, and the steps
// that are done again after its answer.
type loop struct {
	at    place
	again map[int]bool
}

// place is the position of an item, by index: the engine visits every item
// with each command, and an Address would cost two look-ups. Item -1 is the
// step as a whole. An item that repeats has a place for every row of its list, and
// one without a row, which stands for all of them.
type place struct {
	step, item int
	row        string
}

// whole is the place without a row.
func (at place) whole() place { return place{step: at.step, item: at.item} }

func newPlan(p *flows.Procedure, show Show) *plan {
	if show == nil {
		show = func(_ string, f *flows.Field, v flows.Value) string { return f.Show(v) }
	}
	pl := &plan{
		show:    show,
		proc:    p,
		steps:   map[string]int{},
		items:   map[string]place{},
		fields:  map[string]place{},
		columns: map[string]place{},
		closed:  map[string]bool{},
		naming:  map[place]bool{},
		gated:   map[place][]string{},
		derived: map[place]bool{},
		rotates: map[place]place{},
		named:   make([]bool, len(p.Steps)),
	}
	for i := range p.Steps {
		pl.addStep(i)
	}
	pl.addRotations()
	pl.addDerived()
	for i := range pl.loops {
		l := &pl.loops[i]
		l.again = pl.dependents(pl.steps[pl.item(l.at).Wait.Then])
	}
	return pl
}

func (pl *plan) addStep(i int) {
	s := &pl.proc.Steps[i]
	pl.steps[s.ID] = i
	pl.names = append(pl.names, make([]string, len(s.Items)))
	for j := range s.Items {
		pl.addItem(place{step: i, item: j})
	}
	pl.named[i] = pl.named[i] || s.NamesAnswers()
}

func (pl *plan) addItem(at place) {
	s, it := &pl.proc.Steps[at.step], &pl.proc.Steps[at.step].Items[at.item]
	pl.names[at.step][at.item] = s.ID + "." + it.ID
	pl.items[pl.name(at)] = at
	if choosy := it.Field != nil && it.Field.Conditional(); choosy || it.NamesAnswers() {
		pl.naming[at] = true
		pl.named[at.step] = pl.named[at.step] || choosy
	}
	if it.Repeats() {
		pl.repeating = append(pl.repeating, at)
	}
	switch it.Kind {
	case flows.KindField:
		pl.fields[it.ID] = at
	case flows.KindValue:
		pl.fields[it.ID] = at
		pl.values = append(pl.values, at)
	case flows.KindList:
		pl.fields[it.ID] = at
		for k := range it.List.Columns {
			pl.columns[it.List.Columns[k].ID] = at
		}
		pl.closed[it.ID] = isClosed(it)
	case flows.KindDraft:
		pl.drafts = append(pl.drafts, at)
	case flows.KindEnd:
		pl.ends = append(pl.ends, at)
	case flows.KindGate:
		pl.addGate(at)
	case flows.KindWait:
		if it.Wait.Then != "" {
			pl.loops = append(pl.loops, loop{at: at})
		}
	}
}

// addRotations notes the secrets that an action offers to replace; it may come
// before them.
func (pl *plan) addRotations() {
	for i := range pl.proc.Steps {
		for j := range pl.proc.Steps[i].Items {
			a := pl.proc.Steps[i].Items[j].Action
			if a == nil || a.Run != flows.RotateSecret {
				continue
			}
			field, known := pl.fields[a.Of]
			if _, again := pl.rotates[field]; known && !again && isSecret(pl.item(field)) {
				pl.rotates[field] = place{step: i, item: j}
			}
		}
	}
}

func isSecret(it *flows.Item) bool { return it.Field != nil && it.Field.Type == flows.TypeSecret }

// addGate notes the checks that a gate requires; they come before it.
func (pl *plan) addGate(at place) {
	for _, p := range pl.item(at).Gate.Requires {
		for _, ref := range p.Cond.Reads() {
			if check, ok := pl.items[ref.ID]; ok && ref.Kind == flows.RefCheck {
				pl.gated[check] = append(pl.gated[check], pl.name(at))
			}
		}
	}
}

// step and item find a step and an item of the procedure by place.
func (pl *plan) step(at place) *flows.Step { return &pl.proc.Steps[at.step] }
func (pl *plan) item(at place) *flows.Item { return &pl.proc.Steps[at.step].Items[at.item] }

// name is the name of a place: "step.item", or the step's id.
func (pl *plan) name(at place) string {
	if at.item < 0 {
		return pl.step(at).ID
	}
	return inRow(pl.names[at.step][at.item], at.row)
}

// find is the place of the item at an address.
func (pl *plan) find(a flows.Address) (place, bool) {
	if a.Step == "" {
		at, ok := pl.fields[a.Item]
		return at, ok
	}
	at, ok := pl.at(a.ItemName())
	if ok && at.row == "" && pl.item(at).Repeats() {
		at.row = a.Row
	}
	return at, ok
}

// address is the address of a place.
func (pl *plan) address(at place) flows.Address {
	if at.item < 0 {
		return flows.AtStep(pl.step(at).ID)
	}
	return flows.Address{Step: pl.step(at).ID, Item: pl.id(at)}
}
