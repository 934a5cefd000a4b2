package run

import (
	"time"

	"lotse/flows"
)

type (
	// ConfirmReadBack puts on record that somebody read an answer back, and that it is
	// right. It holds of the answer as it stands, of a field or of a cell: a later
	// change of the answer voids it; undo of that change brings it back.
	ConfirmReadBack struct {
		At     flows.Address
		Method string // how it was spelled: the name of an alphabet; "" where it was only read
	}
	// RecordCall puts on record that a call about the run has ended, and how long it
	// took.
	RecordCall struct{ Length time.Duration }

	// ReadBack says that an answer was read back and is right.
	ReadBack struct {
		Item   string `json:"item"`
		Row    string `json:"row,omitempty"`
		Column string `json:"column,omitempty"`
		Method string `json:"method,omitempty"`
	}
	// Called says how long a call took.
	Called struct {
		Seconds int `json:"seconds"`
	}
	// ReadBackView is who heard an answer read back, and when.
	ReadBackView struct {
		At     time.Time
		By     string
		Method string
	}
)

func (ConfirmReadBack) command() {}
func (RecordCall) command()      {}

// maxMethod is the length of the name of a method.
const maxMethod = 40

func (s *state) decideReadBack(c ConfirmReadBack) ([]decision, error) {
	at, field, given, err := s.answerAt(c.At)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	switch {
	case field == nil:
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.read_back_field", "item", name)
	case field.Type == flows.TypeSecret:
		return nil, flows.Refuse(flows.ErrSecret, s.plan.address(at), "refuse.read_back_secret", "item", name)
	case !given:
		return nil, flows.Refuse(flows.ErrNothing, s.plan.address(at), "refuse.read_back_empty", "item", name)
	}
	return s.itemDecision(EventReadBack, at, &ReadBack{Item: name, Row: c.At.Row, Column: c.At.Column, Method: flows.Cut(flows.CleanLine(c.Method), maxMethod)}), nil
}

// answerAt finds what an address names: the field, or that of a cell's column, and
// whether it has an answer. The field is nil where the item is none.
func (s *state) answerAt(a flows.Address) (at place, field *flows.Field, given bool, err error) {
	if a.Row != "" {
		at, it, row, err := s.rowOf(a)
		if err != nil {
			return at, nil, false, err
		}
		c := it.Column(a.Column)
		if c == nil {
			return at, nil, false, s.noColumn(at, it, a.Column, "")
		}
		return at, c.Field, row.cell(a.Column).value != nil, nil
	}
	at, ok := s.plan.find(a)
	if !ok {
		return at, nil, false, s.plan.unknown(a)
	}
	it := s.plan.item(at)
	return at, it.Field, s.answers[it.ID].given(), nil
}

func (s *state) decideCall(c RecordCall) ([]decision, error) {
	seconds := int(c.Length / time.Second)
	if seconds <= 0 {
		return nil, nil
	}
	return []decision{{kind: EventCalled, data: &Called{Seconds: seconds}}}, nil
}

// foldReadBack keeps who heard the answer that stands; of an answer that was erased
// nothing is kept.
func (s *state) foldReadBack(e *Event, d *ReadBack) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	v := &ReadBackView{At: e.At, By: e.By, Method: d.Method}
	if d.Row == "" {
		if a := s.answers[s.plan.item(at).ID]; a.given() {
			a.readBack = v
		}
		return
	}
	r := s.rows(s.plan.item(at).ID)
	i := r.at(d.Row)
	if i < 0 {
		return
	}
	if c := r.order[i].cell(d.Column); c.value != nil {
		c.readBack = v
		r.put(i, r.order[i].with(c))
	}
}

func (s *state) foldCalled(_ *Event, d *Called) {
	s.called += time.Duration(d.Seconds) * time.Second
}

// addReadBack adds who heard the answer of a cell read back.
func (v *RowView) addReadBack(column string, c cell) {
	if c.readBack == nil {
		return
	}
	if v.ReadBacks == nil {
		v.ReadBacks = map[string]ReadBackView{}
	}
	v.ReadBacks[column] = *c.readBack
}

// ReadBackAt is who heard the answer at an address read back, as it stands; nil
// where nobody did.
func (v *View) ReadBackAt(a flows.Address) *ReadBackView {
	sv := v.Step(a.Step)
	if sv == nil {
		return nil
	}
	iv := sv.Item(a.Item)
	if iv == nil || a.Row == "" {
		if iv == nil {
			return nil
		}
		return iv.ReadBack
	}
	for i := range iv.Rows {
		if back, is := iv.Rows[i].ReadBacks[a.Column]; is && iv.Rows[i].Row == a.Row {
			return &back
		}
	}
	return nil
}
