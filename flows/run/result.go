package run

import (
	"encoding/json"

	"lotse/flows"
)

// CheckResult is what a check found.
type CheckResult struct {
	Status  string            `json:"status"` // passed, warned, failed, unknown
	Finding string            `json:"finding,omitempty"`
	Message flows.Message     `json:"message,omitzero"`
	Phases  []Phase           `json:"phases,omitempty"`
	Causes  []Cause           `json:"causes,omitempty"` // the likeliest first
	Inputs  map[string]string `json:"inputs,omitempty"` // snapshot; secrets by fingerprint
	Counts  map[string]int    `json:"counts,omitempty"` // of a check that finds many things: how often each finding
	// Levels says how serious each finding is that Counts counts, by the check
	// itself; the item's findings can say otherwise.
	Levels map[string]flows.Level `json:"levels,omitempty"`
	Report *File                  `json:"report,omitempty"` // all that was found, as a kept file
	// Columns are what a check of tables read, and NotRun the findings that it
	// could not look for, for want of one. Nil of any other check.
	Columns []Column `json:"columns,omitempty"`
	NotRun  []NotRun `json:"not_run,omitempty"`
	// Secrets are those that went out with the check, and those that were kept
	// back. They are told to whoever runs it, and never kept with the result: what
	// binds a secret is an event of its own.
	Secrets []SecretTo `json:"-"`
}

// Column is the header of the column that filled a field of a side; "" if none
// did.
type Column struct {
	Side   string `json:"side"`
	Field  string `json:"field"`
	Header string `json:"header,omitempty"`
}

// NotRun is a finding that a check did not look for, on one side or on both,
// and the columns that were missing, as "side.field".
type NotRun struct {
	Rule    string   `json:"rule"`
	Missing []string `json:"missing"`
	// Unread are the columns of which it could not look at some values, SIDE.FIELD,
	// with how many rows that were.
	Unread map[string]int `json:"unread,omitempty"`
}

// Phase is one part of a check.
type Phase struct {
	Name    string        `json:"name"`           // by which programs know it
	Label   flows.Message `json:"label,omitzero"` // what a person calls it; zero: its message says so, or an older version made it
	Status  string        `json:"status"`
	Message flows.Message `json:"message,omitzero"`
	Millis  int64         `json:"ms"`
	// Done is how much of a running phase is done, of 1. It is told while the
	// check runs and never kept.
	Done float64 `json:"-"`
}

// Says is the message of the phase for a person. If the message is only data,
// such as an address, the label comes before it.
func (p *Phase) Says() flows.Message {
	if p.Label.IsZero() || p.Message.IsZero() || !p.Message.IsData() {
		return p.Message
	}
	return flows.Msg("joined.label", "label", p.Label, "text", p.Message)
}

// Cause is a likely reason for a finding, and the answer to look at.
type Cause struct {
	Message flows.Message `json:"message,omitzero"`
	Item    flows.Address `json:"item,omitzero"` // zero where no answer is meant
}

// Events of the first versions hold sentences where a message stands today:
// summary, detail and text. They are read as they are.

// UnmarshalJSON reads a result of this version, or of one that stored a summary.
func (r *CheckResult) UnmarshalJSON(b []byte) error {
	type plain CheckResult
	older := struct {
		*plain
		Summary string `json:"summary"`
	}{plain: (*plain)(r)}
	return unmarshalOlder(b, &older, &r.Message, &older.Summary)
}

// UnmarshalJSON reads a phase of this version, or of one that stored a detail.
func (p *Phase) UnmarshalJSON(b []byte) error {
	type plain Phase
	older := struct {
		*plain
		Detail string `json:"detail"`
	}{plain: (*plain)(p)}
	return unmarshalOlder(b, &older, &p.Message, &older.Detail)
}

// UnmarshalJSON reads a cause of this version, or of one that stored a text.
func (c *Cause) UnmarshalJSON(b []byte) error {
	type plain Cause
	older := struct {
		*plain
		Text string `json:"text"`
	}{plain: (*plain)(c)}
	return unmarshalOlder(b, &older, &c.Message, &older.Text)
}

// unmarshalOlder decodes both forms at once, and uses the sentence of the
// older one as the message if there is no other.
func unmarshalOlder(b []byte, both any, m *flows.Message, sentence *string) error {
	if err := json.Unmarshal(b, both); err != nil {
		return err
	}
	if m.IsZero() {
		*m = flows.Said(*sentence)
	}
	return nil
}
