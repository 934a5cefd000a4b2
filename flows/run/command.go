package run

import (
	"time"

	"lotse/flows"
)

// Command is something that a person asks a run to do. The set is closed: the
// types below. A command is decided against the state (Session.Do) and becomes
// events, or is refused with a *Refusal.
type Command interface{ command() }

// Target names an item: "step.item", or a field's or list's id alone.
type Target string

type (
	// Answer gives a field's answer: a string as typed, or a number, a bool, a
	// list of strings. Empty ("" or nil or an empty list) clears it.
	Answer struct {
		Item  Target
		Value flows.Value
	}
	// SetSecret names a secret that the vault has sealed; Sealed travels with the
	// events into the same transaction. A nil Sealed clears the field.
	SetSecret struct {
		Item   Target
		Sealed *Sealed
		Doubts []flows.Doubt // what the item's rules say of the value; see Item.Doubts
	}
	// AddRow adds a row to a list, after the row After ("" is last), and gives
	// its cells.
	AddRow struct {
		List  Target
		After string
		Cells map[string]flows.Value
	}
	// RemoveRow removes a row; undo brings it back.
	RemoveRow struct {
		List Target
		Row  string
	}
	// SetCell gives one cell's answer; a task column takes a bool.
	SetCell struct {
		List   Target
		Row    string
		Column string
		Value  flows.Value
	}
	// ReplaceRows replaces all rows of a list (an import, an answers file), or
	// appends to those that are there (a paste). Source is the file that the rows
	// came from; it need not be kept. It is one event, and one undo.
	ReplaceRows struct {
		List   Target
		Rows   []map[string]flows.Value
		Append bool
		Source *File
	}
	// Tick ticks a task off; Row is the row of a list's task column.
	Tick struct {
		Item     Target
		Row      string // with Item "step.list" and Column, or empty
		Column   string
		Evidence *File
		Note     string
	}
	// Untick takes a tick back.
	Untick struct {
		Item   Target
		Row    string
		Column string
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
	// Complete completes a step.
	Complete struct{ Step string }
	// Skip leaves a step undone, with a reason.
	Skip struct{ Step, Why string }
	// Reopen opens a completed or skipped step, or an abandoned run, again.
	Reopen struct{ Step, Why string }
	// WaitUntil says when to look again.
	WaitUntil struct {
		Item  Target
		Until time.Time
		Why   string
	}
	// WaitAnswered says that whoever was waited for has answered.
	WaitAnswered struct {
		Item Target
		Why  string
	}
	// PassGate passes a point of no return.
	PassGate struct {
		Item Target
		Word string
		By   string
		Why  string
	}
	// RecordCheck puts a check's finished result on record, with the answers
	// that it read (name -> value or fingerprint).
	RecordCheck struct {
		Item   Target
		Result CheckResult
	}
	// RecordSent puts on record that a draft was sent; Sum is the SHA-256 of
	// its text, and Read are the ids of the fields and lists that stand in it:
	// where one of them changes later, what was sent has to be looked at again.
	RecordSent struct {
		Item Target
		How  string
		Sum  string
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
func (RecordSent) command()   {}
func (Abandon) command()      {}
func (SetLanguage) command()  {}

// CheckResult is what a check found.
type CheckResult struct {
	Status  string            `json:"status"` // passed, warned, failed, unknown
	Finding string            `json:"finding,omitempty"`
	Summary string            `json:"summary,omitempty"`
	Phases  []Phase           `json:"phases,omitempty"`
	Causes  []Cause           `json:"causes,omitempty"` // the likeliest first
	Inputs  map[string]string `json:"inputs,omitempty"` // snapshot; secrets by fingerprint
	Counts  map[string]int    `json:"counts,omitempty"` // of a check that finds many things: how often each finding
	// Levels says how serious each finding is that Counts counts, by the check
	// itself; the item's findings can say otherwise.
	Levels map[string]flows.Level `json:"levels,omitempty"`
	Report *File                  `json:"report,omitempty"` // all that was found, as a kept file
}

// Phase is one part of a check's way.
type Phase struct {
	Name   string `json:"name"`
	Status string `json:"status"`
	Detail string `json:"detail,omitempty"`
	Millis int64  `json:"ms"`
	// Done is how much of a running phase is done, of 1. It is told while the
	// check runs and never kept.
	Done float64 `json:"-"`
}

// Cause is a likely reason for a finding, and where to look for it.
type Cause struct {
	Text string `json:"text"`
	Item string `json:"item,omitempty"` // "step.field", "step.list[row].column"; "" where no answer is meant
}

// File names a piece of evidence that is kept already.
type File struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"` // hex
	Size int64  `json:"size"`
}

// Refusal says why a command was not taken. Its sentence is for a person.
type Refusal struct {
	Code    RefusalCode
	Message string
	Step    string
	Item    string
}

// Error is the sentence.
func (r *Refusal) Error() string { return r.Message }

// RefusalCode tells refusals apart.
type RefusalCode string

// The codes of refusals.
const (
	RefusedUsage       RefusalCode = "usage"          // the command does not make sense (exit 2)
	RefusedNotFound    RefusalCode = "not_found"      // step, item, row or problem does not exist; names what does (exit 5)
	RefusedLimit       RefusalCode = "limit"          // a value is over a limit, which is named (exit 2)
	RefusedNotComplete RefusalCode = "not_complete"   // must problems hold the step (exit 3)
	RefusedBlocked     RefusalCode = "blocked"        // something before it is missing (exit 3)
	RefusedRipple      RefusalCode = "ripple"         // consequences are not confirmed (exit 3)
	RefusedSecret      RefusalCode = "secret"         // a secret on a way that secrets must not go (exit 2)
	RefusedLevel       RefusalCode = "not_acceptable" // a must problem cannot be accepted (exit 3)
	RefusedClosed      RefusalCode = "closed"         // the run was abandoned (exit 3)
	RefusedNothing     RefusalCode = "nothing"        // nothing to undo (exit 3)
)
