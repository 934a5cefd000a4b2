package walk

import (
	"maps"
	"slices"
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
)

// Columns is the choice of the columns of one file that a check compares. What a
// person changes in it is on record only once Walk.Map takes it.
type Columns struct {
	At     flows.Address // of the check
	Side   string        // the check's input
	Label  string        // what a person calls it
	File   string
	Fields []string // that columns fill, the one that counts most first
	Header []string // what the columns are called
	Below  [][]string
	Said   run.Reading     // what was said of it so far
	Before *run.Remembered // what was said before, for the customer; nil: nothing
	Fails  flows.Message   // why the file cannot be looked at; zero: it can

	found []int // by field: the column that is understood without a word, -1 for none
	from  []int // by field: the column that fills it now
	chose []bool
}

// Understood begins the choice: found are the headers that fill the fields
// without a word, filled those that do with what was said.
func (c *Columns) Understood(found, filled map[string]string) {
	c.found, c.from, c.chose = make([]int, len(c.Fields)), make([]int, len(c.Fields)), make([]bool, len(c.Fields))
	for i, f := range c.Fields {
		c.found[i], c.from[i] = slices.Index(c.Header, found[f]), slices.Index(c.Header, filled[f])
		_, c.chose[i] = c.Said.Columns[f]
	}
}

// Filled is the header of the column that fills a field; "" for none.
func (c *Columns) Filled(field int) string {
	if i := c.from[field]; i >= 0 {
		return c.Header[i]
	}
	return ""
}

// Chosen reports whether a person chose the column of a field.
func (c *Columns) Chosen(field int) bool { return c.chose[field] }

// Example is what stands below the header in the column of a field; "" for
// nothing.
func (c *Columns) Example(field int) string {
	for _, row := range c.Below {
		if i := c.from[field]; i >= 0 && i < len(row) && row[i] != "" {
			return flows.Short(row[i])
		}
	}
	return ""
}

// Choose fills a field by a column, -1 by none; a field that the column filled
// goes without.
func (c *Columns) Choose(field, column int) {
	for i := range c.from {
		if column >= 0 && c.from[i] == column && i != field {
			c.from[i], c.chose[i] = -1, true
		}
	}
	c.from[field], c.chose[field] = column, true
}

// Turn fills a field by the next column that fills no other, by nothing after the
// last.
func (c *Columns) Turn(field, by int) {
	filled := func(column int) bool { return slices.Contains(c.from, column) }
	c.Choose(field, NextColumn(c.from[field], by, len(c.Header), filled))
}

// NextColumn is the next of n columns that fills no field, and -1, for none, after
// the last; by is 1, or -1 to go back.
func NextColumn(at, by, n int, filled func(column int) bool) int {
	for range n + 1 {
		at += by
		switch {
		case at < -1:
			at = n - 1
		case at >= n:
			at = -1
		}
		if at < 0 || !filled(at) {
			break
		}
	}
	return at
}

// Name finds a column by its header, or by its number; ok is false where there is
// none, or where two are called so.
func (c *Columns) Name(header string) (column int, ok bool) {
	first := slices.Index(c.Header, header)
	if first >= 0 {
		return first, slices.Index(c.Header[first+1:], header) < 0
	}
	n, err := strconv.Atoi(header)
	return n - 1, err == nil && n >= 1 && n <= len(c.Header)
}

// Missing are the fields that no column fills.
func (c *Columns) Missing() []string {
	var missing []string
	for i, f := range c.Fields {
		if c.from[i] < 0 {
			missing = append(missing, f)
		}
	}
	return missing
}

// Forget takes back all that was said of the columns.
func (c *Columns) Forget() {
	c.from = slices.Clone(c.found)
	clear(c.chose)
}

// Recall takes what was said before. Where the columns are called otherwise
// nothing is taken: it gives the headers that were meant.
func (c *Columns) Recall() (other []string, ok bool) {
	if c.Before == nil {
		return nil, false
	}
	if !c.Before.Fits(c.Header) {
		return c.Before.Headers, false
	}
	c.Forget()
	for i, f := range c.Fields {
		header, said := c.Before.Columns[f]
		if !said {
			continue
		}
		column := -1
		if header != "" {
			if column, ok = c.Name(header); !ok {
				return c.Before.Headers, false
			}
		}
		c.Choose(i, column)
	}
	return nil, true
}

// Reading is what a person says by the choice: the columns that were chosen, and
// what was said of the file.
func (c *Columns) Reading() run.Reading {
	r := c.Said
	r.Columns = map[string]string{}
	for i, f := range c.Fields {
		if c.chose[i] {
			r.Columns[f] = c.word(i)
		}
	}
	if r.IsZero() {
		return run.Reading{}
	}
	r.Headers = slices.Clone(c.Header)
	return r
}

// word is what names the column of a field: its header, or its number where two
// are called so.
func (c *Columns) word(field int) string {
	header := c.Filled(field)
	if _, ok := c.Name(header); header != "" && !ok {
		return strconv.Itoa(c.from[field] + 1)
	}
	return header
}

// Changed reports whether anything was chosen that is not on record.
func (c *Columns) Changed() bool {
	now := c.Reading()
	return !maps.Equal(now.Columns, c.Said.Columns)
}

// Map puts the choice of columns on record, and has the check run.
func (w *Walk) Map(all ...*Columns) Turn {
	var commands []run.Command
	for _, c := range all {
		if c.Changed() {
			commands = append(commands, run.Map{At: c.At, Side: c.Side, Reading: c.Reading()})
		}
	}
	if len(commands) == 0 {
		return tell("dialogue.columns_same")
	}
	t := w.Propose(Stay, commands...)
	if !t.Done {
		return t // it waits for a yes, and the result is stale then
	}
	return t.also(w.Check(all[0].At))
}
