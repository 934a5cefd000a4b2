package run

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"

	"lotse/flows"
)

// CheckInput is one answer that a check works on, with its present value.
type CheckInput struct {
	Param       string        // of the check, as in its specification
	Item        flows.Address // zero for a constant of the procedure
	Label       string        // what a person calls it
	Value       flows.Value   // nil: none can be read (not given, invalid, hidden), or it is a secret
	SecretID    string        // of a secret that is there, in the vault
	Fingerprint string        // of that secret
	Origins     []string      // that it may be sent to; none: the first one that it is sent to
	Reading     Reading       // how a person said that a file is to be read

	names []CheckInput // what a constant names
}

// Given reports whether the input has a value.
func (in *CheckInput) Given() bool { return in.Value != nil || in.SecretID != "" }

// Text is the input in the form in which a result keeps it: a secret is its
// fingerprint.
func (in *CheckInput) Text() string {
	if in.SecretID != "" {
		return in.Fingerprint
	}
	text := flows.Format(in.Value)
	if !in.Reading.IsZero() {
		text += " " + in.Reading.Text()
	}
	return text
}

// CheckInputs gives the present inputs of the check at an address, by
// parameter. A field that cannot be read is included without a value.
func (s *Session) CheckInputs(a flows.Address) ([]CheckInput, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, _, err := s.state.target(a, flows.KindCheck)
	if err != nil {
		return nil, err
	}
	return s.state.evaluate().inputs(at), nil
}

// Round is the round of the step of an item; 0 if there is no such item.
func (s *Session) Round(a flows.Address) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, ok := s.state.plan.find(a)
	if !ok {
		return 0
	}
	return s.state.steps[at.step].round
}

// inputs are the inputs of the check at a place.
func (m *evaluation) inputs(at place) []CheckInput {
	c, in := m.plan.item(at).Check, inputReader{evaluation: m, name: m.plan.name(at)}
	if at.row != "" {
		in.row = m.rowAt(at)
	}
	var all []CheckInput
	for _, param := range slices.Sorted(maps.Keys(c.Const)) {
		all = append(all, in.constant(param, c.Const[param]))
	}
	for _, param := range slices.Sorted(maps.Keys(c.With)) {
		for _, id := range c.With[param] {
			all = append(all, in.with(param, id)...)
		}
	}
	return append(all, in.request(c.Request)...)
}

// inputReader reads what a check works on; of one that repeats, in a row.
type inputReader struct {
	*evaluation
	name string
	row  *rowScope // nil: it does not repeat
}

// with are the inputs that a name stands for: a field, all cells of a column, or as
// .column that of the row.
func (m inputReader) with(param, id string) []CheckInput {
	ref := flows.ParseColumn(id)
	switch {
	case ref.Column == "":
		in := m.fieldInput(param, id)
		in.Reading = m.readings[readingKey{m.name, param}]
		return []CheckInput{in}
	case ref.Item == "":
		return []CheckInput{m.cellInput(param, ref.Column)}
	}
	return m.columnInputs(param, ref.Item, ref.Column)
}

// cellInput is a cell of the row.
func (m inputReader) cellInput(param, column string) CheckInput {
	if m.row == nil || m.row.list.Column(column) == nil {
		return CheckInput{Param: param, Label: column} // a stored procedure may name it
	}
	list := m.plan.fields[m.row.list.ID]
	in := CheckInput{Param: param, Item: m.plan.address(list).In(m.row.row.id, column), Label: m.row.list.Column(column).Label}
	if m.applies(list) {
		in.Value = readable(m.row, column)
	}
	return in
}

// request are the inputs of a request: its address, what its header says,
// and the secrets that go with it.
func (m inputReader) request(r *flows.HTTPRequest) []CheckInput {
	if r == nil {
		return nil
	}
	all := []CheckInput{m.constantBy("url", r.URL, flows.FillURL)}
	for _, h := range r.Headers {
		all = append(all, m.constant("header."+h.Name, h.Text))
	}
	for _, id := range r.Secrets() {
		all = append(all, m.fieldInput("secret."+id, id))
	}
	return all
}

// constant is a text of the procedure with answers filled in. If an answer is
// missing the input has no value, and its label names what is missing.
func (m inputReader) constant(param, text string) CheckInput {
	return m.constantBy(param, text, flows.Fill)
}

func (m inputReader) constantBy(param, text string, fill func(text string, answer func(name string) string) string) CheckInput {
	in := CheckInput{Param: param}
	for _, name := range flows.Placeholders(text) {
		if name == flows.CustomerName {
			continue
		}
		if column, own := strings.CutPrefix(name, "."); own {
			in.names = append(in.names, m.cellInput(param, column))
		} else {
			in.names = append(in.names, m.fieldInput(param, name))
		}
	}
	for i := range in.names {
		if missing := &in.names[i]; missing.Value == nil {
			in.Item, in.Label = missing.Item, missing.Label
			return in
		}
	}
	use := flows.Passage{Use: flows.UseInput}
	in.Value = fill(text, func(name string) string {
		if m.row != nil {
			return m.inRow(m.row, use, name)
		}
		return m.answerFor(use, name)
	})
	return in
}

func (m *evaluation) fieldInput(param, id string) CheckInput {
	at, known := m.plan.fields[id]
	if !known {
		return CheckInput{Param: param, Label: id} // a constant of a stored procedure may name it
	}
	it := m.shown(at)
	in := CheckInput{Param: param, Item: m.plan.address(at), Label: it.Label}
	if it.Field != nil && it.Field.Type == flows.TypeSecret {
		if a := m.answers[id]; m.applies(at) && a != nil {
			secret := a.secret
			if r := m.rotations[at]; r.isSealed() {
				secret = r.fresh // a check in a rotation says whether the new value works
			}
			in.SecretID, in.Fingerprint = secret.Secret, secret.Fingerprint
			in.Origins = slices.Clone(m.hosts[in.SecretID])
		}
		return in
	}
	in.Value = readable(m, id)
	return in
}

// readable is the answer of a field if it can be read, else nil.
func readable(scope flows.Scope, id string) flows.Value {
	if v, ok := scope.Field(id); ok {
		return v
	}
	return nil
}

// columnInputs are the cells of a column, row by row.
func (m *evaluation) columnInputs(param, list, id string) []CheckInput {
	at := m.plan.fields[list]
	it, held := m.shown(at), m.lists[list]
	if held == nil || !m.applies(at) {
		return nil
	}
	col := it.Column(id)
	inputs := make([]CheckInput, 0, len(held.order))
	for _, row := range held.order {
		in := CheckInput{Param: param, Item: m.plan.address(at).In(row.id, id), Label: col.Label}
		in.Value = readable(&rowScope{evaluation: m, list: it, row: row}, id)
		inputs = append(inputs, in)
	}
	return inputs
}

// isOutdated reports whether an answer that a result was computed from has
// changed since; that can happen while a check is running. A result that does
// not name its inputs is never outdated.
func (m *evaluation) isOutdated(at place, result *CheckResult) bool {
	if len(result.Inputs) == 0 {
		return false
	}
	now := Snapshot(m.inputs(at))
	return !maps.Equal(now, result.Inputs)
}

// maxSnapshot is how many cells a result keeps one by one.
const maxSnapshot = 200

// Snapshot is what a result keeps of its inputs, by item: a secret as its
// fingerprint, a missing input as "". Of many rows it keeps their number and
// the SHA-256 of each column's cells with their rows.
func Snapshot(inputs []CheckInput) map[string]string {
	snap := make(map[string]string, min(len(inputs), maxSnapshot))
	columns := map[string][]*CheckInput{}
	for i := range inputs {
		in := &inputs[i]
		for k := range in.names {
			if name := &in.names[k]; !name.Item.IsZero() {
				snap[name.Item.String()] = name.Text()
			}
		}
		switch {
		case in.Item.IsZero():
		case in.Item.Row != "" && len(inputs) > maxSnapshot:
			name := in.Item.In("", in.Item.Column).String()
			columns[name] = append(columns[name], in)
		default:
			snap[in.Item.String()] = in.Text()
		}
	}
	for name, cells := range columns {
		snap[name] = digest(cells)
	}
	return snap
}

// digest is one value that stands for many cells.
func digest(cells []*CheckInput) string {
	sum := sha256.New()
	for _, in := range cells {
		for _, part := range []string{in.Item.String(), in.Text()} {
			fmt.Fprintf(sum, "%d:%s", len(part), part)
		}
	}
	return fmt.Sprintf("%d rows, sha256:%x", len(cells), sum.Sum(nil))
}
