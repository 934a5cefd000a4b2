package walk

import (
	"maps"
	"slices"
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
)

// Columns is the choice of the columns of one file that a check compares.
// Changes in it are recorded only by Walk.Map.
type Columns struct {
	At         flows.Address // of the check
	Side       string        // the check's input
	Label      string        // its name for a person
	File       string
	Fields     []string // that columns fill, most important first
	Header     []string // the names of the columns
	SampleRows [][]string
	Given      run.Reading     // the recorded choice
	Earlier    *run.Remembered // an earlier choice for the same customer; nil: none
	Problem    flows.Message   // why the file cannot be read; zero: it can

	detected []int // by field: the column that was detected, -1 for none
	filledBy []int // by field: the column that fills it now
	chose    []bool
}

// SetDetected sets the columns by field: found are those that are detected
// without the person's choices, filled those with them.
func (c *Columns) SetDetected(found, filled map[string]string) {
	c.detected, c.filledBy, c.chose = make([]int, len(c.Fields)), make([]int, len(c.Fields)), make([]bool, len(c.Fields))
	for i, f := range c.Fields {
		c.detected[i], c.filledBy[i] = slices.Index(c.Header, found[f]), slices.Index(c.Header, filled[f])
		_, c.chose[i] = c.Given.Columns[f]
	}
}

// Filled is the header of the column that fills a field; "" for none.
func (c *Columns) Filled(field int) string {
	if i := c.filledBy[field]; i >= 0 {
		return c.Header[i]
	}
	return ""
}

// Chosen reports whether a person chose the column of a field.
func (c *Columns) Chosen(field int) bool { return c.chose[field] }

// Example is the first value below the header in the column of a field; "" for
// none.
func (c *Columns) Example(field int) string {
	for _, row := range c.SampleRows {
		if i := c.filledBy[field]; i >= 0 && i < len(row) && row[i] != "" {
			return flows.Short(row[i])
		}
	}
	return ""
}

// Choose fills a field by a column, by none with -1. A field that the column
// filled before is left without one.
func (c *Columns) Choose(field, column int) {
	for i := range c.filledBy {
		if column >= 0 && c.filledBy[i] == column && i != field {
			c.filledBy[i], c.chose[i] = -1, true
		}
	}
	c.filledBy[field], c.chose[field] = column, true
}

// Cycle fills a field by the next unused column, and by none after the last.
func (c *Columns) Cycle(field, by int) {
	filled := func(column int) bool { return slices.Contains(c.filledBy, column) }
	c.Choose(field, NextColumn(c.filledBy[field], by, len(c.Header), filled))
}

// NextColumn is the next of n columns that fills no field, and -1, for none,
// after the last; by is 1, or -1 to go back.
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

// FindColumn finds a column by its header, or by its number; ok is false if
// there is none, or if two have the same header.
func (c *Columns) FindColumn(header string) (column int, ok bool) {
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
		if c.filledBy[i] < 0 {
			missing = append(missing, f)
		}
	}
	return missing
}

// Forget drops all choices of columns.
func (c *Columns) Forget() {
	c.filledBy = slices.Clone(c.detected)
	clear(c.chose)
}

// UseEarlier takes over the earlier choice. If the file has other headers it
// takes nothing, and returns the headers that were chosen then.
func (c *Columns) UseEarlier() (other []string, ok bool) {
	if c.Earlier == nil {
		return nil, false
	}
	if !c.Earlier.Fits(c.Header) {
		return c.Earlier.Headers, false
	}
	c.Forget()
	for i, f := range c.Fields {
		header, said := c.Earlier.Columns[f]
		if !said {
			continue
		}
		column := -1
		if header != "" {
			if column, ok = c.FindColumn(header); !ok {
				return c.Earlier.Headers, false
			}
		}
		c.Choose(i, column)
	}
	return nil, true
}

// Reading is the choice as a reading of the file: the chosen columns, and what
// was said of the file before.
func (c *Columns) Reading() run.Reading {
	r := c.Given
	r.Columns = map[string]string{}
	for i, f := range c.Fields {
		if c.chose[i] {
			r.Columns[f] = c.columnName(i)
		}
	}
	if r.IsZero() {
		return run.Reading{}
	}
	r.Headers = slices.Clone(c.Header)
	return r
}

// columnName is the header of the column of a field; its number if two columns
// have the same header.
func (c *Columns) columnName(field int) string {
	header := c.Filled(field)
	if _, ok := c.FindColumn(header); header != "" && !ok {
		return strconv.Itoa(c.filledBy[field] + 1)
	}
	return header
}

// Changed reports whether the choice differs from the recorded one.
func (c *Columns) Changed() bool {
	now := c.Reading()
	return !maps.Equal(now.Columns, c.Given.Columns)
}

// Map records the choice of columns, and requests a run of the check.
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
	return t.merge(w.Check(all[0].At))
}
