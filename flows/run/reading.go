package run

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"lotse/flows"
)

// Reading says how the table of a check's input is to be read, as far as a
// person had to say it: which column fills which field, and which row is the
// header. The zero Reading says nothing.
type Reading struct {
	Columns  map[string]string `json:"columns,omitempty"` // field -> the header of its column; "": none
	Header   int               `json:"header,omitempty"`  // the row of the header
	Sheet    string            `json:"sheet,omitempty"`
	Encoding string            `json:"encoding,omitempty"`
	// Headers are what the columns of the file were called for which a person said
	// this: of another file it may not be so.
	Headers []string `json:"headers,omitempty"`
}

// IsZero reports whether a reading says nothing.
func (r Reading) IsZero() bool {
	return len(r.Columns) == 0 && r.Header == 0 && r.Sheet == "" && r.Encoding == ""
}

// Fits reports whether the columns of a file have the names that they had when
// a person made this reading.
func (r Reading) Fits(headers []string) bool {
	return len(r.Headers) == 0 || slices.Equal(r.Headers, headers)
}

// Equal reports whether both say the same about the same columns.
func (r Reading) Equal(other Reading) bool {
	return maps.Equal(r.Columns, other.Columns) && slices.Equal(r.Headers, other.Headers) &&
		r.Header == other.Header && r.Sheet == other.Sheet && r.Encoding == other.Encoding
}

// Text is the reading in the form in which a result keeps it.
func (r Reading) Text() string {
	b, err := json.Marshal(r)
	if err != nil {
		return fmt.Sprint(r) // it has nothing that JSON does not take
	}
	return string(b)
}

// limits of what a person says of columns, in bytes and in number.
const (
	maxReading = 64 << 10
	maxColumns = 16_384
)

// decideMap decides how a check reads one of its inputs.
func (s *state) decideMap(c Map) ([]decision, error) {
	at, it, err := s.target(c.At, flows.KindCheck)
	if err != nil {
		return nil, err
	}
	if sides := s.tables(it.Check); !slices.Contains(sides, c.Side) {
		code := either(len(sides) == 0, "refuse.no_tables", "refuse.no_side")
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), code, "item", s.plan.name(at), "side", flows.Short(c.Side), "sides", sides)
	}
	if len(c.Reading.Text()) > maxReading || len(c.Reading.Headers) > maxColumns || c.Reading.Header < 0 {
		return nil, flows.Refuse(flows.ErrLimit, s.plan.address(at), "refuse.reading_long", "item", s.plan.name(at), "limit", maxReading)
	}
	r := c.Reading
	if r.IsZero() {
		r = Reading{}
	}
	if r.Equal(s.readings[readingKey{s.plan.name(at), c.Side}]) {
		return nil, nil
	}
	d := &Mapped{Item: s.plan.name(at), Check: it.Check.Run, Side: c.Side, Reading: r}
	return s.itemChange(EventMapped, at, "", d, &d.Effects), nil
}

// tables are the inputs of a check that are files, sorted.
func (s *state) tables(c *flows.Check) []string {
	sides := []string{}
	for param, ids := range c.With {
		if len(ids) != 1 {
			continue
		}
		if at, ok := s.plan.fields[ids[0]]; ok {
			if f := s.plan.item(at).Field; f != nil && f.Type == flows.TypeFile {
				sides = append(sides, param)
			}
		}
	}
	slices.Sort(sides)
	return sides
}

// readingKey is the input of a check: "step.item", and the parameter.
type readingKey struct{ item, side string }

// foldMapped records how an input is read. A result that was computed from
// another reading is stale.
func (s *state) foldMapped(e *Event, d *Mapped) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	key := readingKey{d.Item, d.Side}
	old := s.readings[key]
	s.readings[key] = d.Reading
	reread := func(s *state) {
		if m := s.marks[d.Item]; m != nil && m.result != nil {
			s.lookAgain(at, true)
		}
	}
	reread(s)
	s.recordChange(e, at, func(s *state) {
		s.readings[key] = old
		reread(s)
	})
	s.apply(d.Effects)
}

// Remembered is an earlier reading of an input of the same check for the same
// customer.
type Remembered struct {
	Reading
	Run string
	At  time.Time
	By  string
}

// mostRemembered is how many runs of a customer are searched.
const mostRemembered = 100

// Remember finds the last reading that was given for an input of a check for a
// customer, in the newest run that has one. except excludes items of a run,
// such as the one that asks. Nil if there is none.
func Remember(ctx context.Context, store Store, customer, check, side string, except func(run, item string) bool) (*Remembered, error) {
	var newest []*Remembered
	q := Query{Customer: customer, Limit: mostRemembered}
	page, err := store.Headers(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("find the customer's runs: %w", err)
	}
	for i := range page.Runs {
		h := &page.Runs[i]
		events, err := store.Events(ctx, h.ID, 0)
		if err != nil {
			return nil, fmt.Errorf("read events of run %s: %w", h.ID, err)
		}
		if r := remembered(events, check, side, func(item string) bool { return except != nil && except(h.ID, item) }); r != nil {
			newest = append(newest, r)
		}
	}
	if len(newest) == 0 {
		return nil, nil
	}
	return slices.MaxFunc(newest, func(a, b *Remembered) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Run, b.Run)) }), nil
}

// remembered is the last reading of an input in the events of a run; nil if
// there is none.
func remembered(events []Event, check, side string, except func(item string) bool) *Remembered {
	last := map[string]*Remembered{} // by item
	undone := map[int64]bool{}
	for i := len(events) - 1; i >= 0; i-- {
		e := &events[i]
		if e.Kind != EventMapped && e.Kind != EventUndone {
			continue
		}
		switch d, _ := e.Payload(); d := d.(type) {
		case *Undone:
			undone[d.Of] = true
		case *Mapped:
			if _, known := last[d.Item]; known || undone[e.Seq] || d.Check != check || d.Side != side || except(d.Item) {
				continue
			}
			last[d.Item] = &Remembered{Reading: d.Reading, Run: e.Run, At: e.At, By: e.By}
		}
	}
	var newest *Remembered
	for _, r := range last {
		if !r.IsZero() && (newest == nil || r.At.After(newest.At)) {
			newest = r
		}
	}
	return newest
}
