package run

import (
	"lotse/flows"
)

// Placeless is something that was entered in an earlier version of the procedure and
// has no place in the present one: it stays readable, and can be erased.
type Placeless struct {
	At       flows.Address // in that version; with a column, all cells of it
	Version  int
	Title    string      // of its step
	Item     *flows.Item // nil: the step as a whole; of a column that
	Internal bool        // not for the customer's eyes
	// What was entered: of a field its value, of a secret its fingerprint, of a list or
	// a column the rows, of a task that it was done, of a check its result.
	Value       flows.Value
	Set         bool
	Fingerprint string
	SecretID    string
	Done        bool
	Note        string
	Why         string
	Evidence    []File
	Rows        []RowView
	Result      *CheckResult
	NotWorked   *NotWorked
	Attachments []Attachment
	Notes       []NoteView
}

// Label is what a person calls it.
func (p *Placeless) Label() string {
	if p.Item == nil {
		return flows.CleanLine(p.Title)
	}
	return labelOf(p.Item)
}

// placeless is what is on the shelf, the oldest first.
func (s *state) placeless() []Placeless {
	var all []Placeless
	for _, x := range s.shelf {
		all = append(all, x.view(s.lang))
	}
	return all
}

// view is a shelved thing as a person sees it.
func (x *shelved) view(lang string) Placeless {
	proc := x.proc.In(lang)
	v := Placeless{At: x.at, Version: proc.Version, Attachments: x.attached, Notes: x.notes, NotWorked: x.failure}
	step := proc.Step(x.at.Step)
	v.Title = step.Title
	v.Internal = step.Internal || v.Notes != nil
	id, _ := splitRow(x.at.Item)
	if v.Item = step.Item(id); v.Item != nil {
		v.Internal = v.Internal || v.Item.Internal
	}
	if v.Item != nil && x.at.Column != "" {
		v.Item = v.Item.Column(x.at.Column)
	}
	if a := x.answer; a != nil {
		v.Value, v.Set, v.Fingerprint, v.SecretID = a.value, a.secret.Secret != "", a.secret.Fingerprint, a.secret.Secret
	}
	if m := x.mark; m != nil {
		v.Done, v.Note, v.Why, v.Evidence, v.Result = m.done, m.note, m.why, m.evidence, m.result
	}
	for _, r := range x.rows.ordered() {
		row := RowView{Row: r.id, Values: map[string]flows.Value{}}
		for _, c := range r.cells {
			row.Values[c.column] = c.value
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

// ordered are the rows in their order; none where there is no list.
func (r *rows) ordered() []*row {
	if r == nil {
		return nil
	}
	return r.order
}
