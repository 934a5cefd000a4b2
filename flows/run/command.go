package run

import (
	"time"

	"lotse/flows"
)

// Command is something that a person asks a run to do. The set is closed: the
// types below. A command is decided against the state (Session.Do) and becomes
// events, or is refused with a *flows.Refusal.
type Command interface{ command() }

type (
	// Answer gives a field's answer: a string as typed, or a number, a bool, a
	// list of strings. Empty ("" or nil or an empty list) clears it.
	Answer struct {
		At    flows.Address
		Value flows.Value
	}
	// SetSecret names a secret that the vault has sealed; Sealed travels with the
	// events into the same transaction. A nil Sealed clears the field.
	SetSecret struct {
		At         flows.Address
		Sealed     *Sealed
		Violations []flows.RuleViolation // what the item's rules say of the value; see flows.Item.CheckSecret
		KeyMade    bool                  // a key was made for it, without asking
		Lost       []string              // members of the team for whom the old value opens, and this one does not
	}
	// AddRow adds a row to a list, after the row After ("" is last), and gives
	// its cells.
	AddRow struct {
		List  flows.Address
		After string
		Cells map[string]flows.Value
	}
	// RemoveRow removes a row; undo brings it back.
	RemoveRow struct {
		At flows.Address
	}
	// SetCell gives one cell's answer; a task column takes a bool.
	SetCell struct {
		At    flows.Address
		Value flows.Value
	}
	// ReplaceRows replaces all rows of a list (an import, an answers file), or
	// appends to those that are there (a paste). Source is the file that the rows
	// came from; it need not be kept. It is one event, and one undo.
	ReplaceRows struct {
		List   flows.Address
		Rows   []map[string]flows.Value
		Append bool
		Source *File
	}
	// Tick ticks a task off, or the cell of a list's task column.
	Tick struct {
		At       flows.Address
		Evidence *File
		Note     string
	}
	// Untick takes a tick back.
	Untick struct {
		At flows.Address
	}
	// Accept accepts a problem of a step, by its id in the view.
	Accept struct {
		Step    string
		Problem string
		Why     string
	}
	// Note puts a remark on record.
	Note struct {
		Step string
		Text string
	}
	// Undo takes back the last answer, tick or skip of an open step.
	Undo struct{}
	// Complete completes a step. Where warnings stand in it, each has to be taken:
	// Accept accepts all that can be accepted, with this reason; Leave goes on over
	// the others as they are, but for those that have to be accepted.
	Complete struct {
		Step   string
		Accept string
		Leave  bool
	}
	// Skip leaves a step undone, with a reason.
	Skip struct{ Step, Why string }
	// Reopen opens a completed or skipped step, or an abandoned run, again.
	Reopen struct{ Step, Why string }
	// WaitUntil says when to look again.
	WaitUntil struct {
		At    flows.Address
		Until time.Time
		Why   string
	}
	// WaitAnswered says that whoever was waited for has answered.
	WaitAnswered struct {
		At  flows.Address
		Why string
	}
	// PassGate passes a point of no return.
	PassGate struct {
		At   flows.Address
		Word string
		By   string
		Why  string
	}
	// RecordCheck puts a check's finished result on record, with the answers
	// that it read (name -> value or fingerprint).
	RecordCheck struct {
		At     flows.Address
		Result CheckResult
	}
	// Map says how a check reads the table of one of its inputs, a parameter: zero
	// takes back what was said. Undo takes back the last of these.
	Map struct {
		At      flows.Address
		Side    string
		Reading Reading
	}
	// RecordSent puts on record that a draft was sent. Text is the letter, which the
	// event keeps; Read are the ids of the fields and lists that stand in it: where
	// one of them changes later, what was sent has to be looked at again.
	RecordSent struct {
		At   flows.Address
		How  string
		Text string
		Read []string
	}
	// Abandon ends the run, with a reason.
	Abandon struct{ Outcome, Why string }
	// SetLanguage changes the run's language.
	SetLanguage struct{ Lang string }
)

func (Answer) command()       {}
func (SetSecret) command()    {}
func (AddRow) command()       {}
func (RemoveRow) command()    {}
func (SetCell) command()      {}
func (ReplaceRows) command()  {}
func (Tick) command()         {}
func (Untick) command()       {}
func (Accept) command()       {}
func (Note) command()         {}
func (Undo) command()         {}
func (Complete) command()     {}
func (Skip) command()         {}
func (Reopen) command()       {}
func (WaitUntil) command()    {}
func (WaitAnswered) command() {}
func (PassGate) command()     {}
func (RecordCheck) command()  {}
func (Map) command()          {}
func (RecordSent) command()   {}
func (Abandon) command()      {}
func (SetLanguage) command()  {}

// File names a piece of evidence that is kept already.
type File struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"` // hex
	Size int64  `json:"size"`
}
