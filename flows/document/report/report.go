// Package report is the record of a run: who set up what for whom, when, what was
// answered and checked and with which result, what was accepted and why, what is
// open, and the chain of its events. There is one model of it, Record, made of a
// view and its events alone, and several writers: a document for people (package
// paper writes it), JSON and CSV for programs, a few lines for a ticket.
//
// It imports the standard library, flows, flows/run, flows/document,
// flows/document/paper and flows/words; it opens no file and asks no clock. It
// exists so that every form in which a run leaves the house says the same.
//
// No secret stands in a record, only that one is set, with its fingerprint. What
// is hidden in the run stands in none; what is internal only where it was asked
// for. Every text from outside is clean.
package report

import (
	"iter"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Record is the record of a run, in the language of whoever reads it.
type Record struct {
	run.Header                  // Lang is the recipient's language, not the run's
	Provenance flows.Provenance // of the procedure
	Internal   bool             // what is internal is in it
	Version    string           // of Lotse
	Written    time.Time        // in the zone of whoever reads
	Sender     string           // who hands it out; "" where nobody is named

	Ended    *time.Time    // when the last step was completed, or it was given up; nil while it goes on
	Worked   time.Duration // of which things happened, without the breaks
	People   []string      // who did something, in that order
	Brought  []string      // who brought to a team's store what others did elsewhere, in that order
	Achieved string        // in one sentence
	Open     []Point
	Steps    []Step
	Letters  []Letter
	Files    []File
	Secrets  []Rotation
	// Placeless is what was entered in another version of the procedure and has no place
	// in the present one.
	Placeless []Placeless
	Links     []run.Link // the chain of the events, by which its head can be computed again
}

// Step is a step of the run. Of one that is not needed, only Because is more than
// its name and state.
type Step struct {
	ID, Title string
	Number    int // among the needed ones in this record, from 1; 0 where it is not needed
	Actor     flows.Actor
	Internal  bool
	State     run.StepState
	Round     int
	Why       string   // it was skipped, or opened again
	Because   []string // why it is not needed: what was answered, or the end that was reached
	BlockedBy string   // titles
	Begun     *time.Time
	Done      *time.Time
	Worked    time.Duration
	By        []string // who did something in it
	Notes     []Note   // internal
	Files     []File   // attached to the step, or to what has no entry
	Entries   []Entry
}

// Note is a remark on a step.
type Note struct {
	Deed
	Text string
}

// Deed is who did something, and when; zero where that is not known.
type Deed struct {
	By string
	At time.Time
}

// Entry is an item that applies: an answer, a list, a task, a check, a letter, a
// wait, a gate, an action.
type Entry struct {
	Item     string
	Kind     flows.Kind
	Type     flows.Type // of a field
	Label    string
	Internal bool

	Value       flows.Value // as it is kept; nil of a secret
	Text        string      // as a person reads it; "" of a secret
	Given       bool        // somebody entered it, or did it
	Default     bool        // it is the procedure's own
	Set         bool        // a secret is there
	Fingerprint string      // of that
	Done        bool        // as in run.ItemView
	Status      string      // as in run.ItemView
	Note        string      // a task's sentence, how a letter went, why a gate was passed or a wait is over
	Decided     string      // who decided to pass a gate
	For         string      // who is waited for, and what they do
	Until       *time.Time  // when to look again
	Deed
	ReadBack *Deed // who heard the answer read back; nil: nobody
	Files    []File
	Problems []Problem
	Check    *Check
	List     *List
}

// Problem is a problem that stands in the run.
type Problem struct {
	ID       string // as in run.ProblemView
	Level    flows.Level
	Code     string
	Text     string
	Column   string // of a cell
	Missing  bool   // it only says that something is not there yet
	Accepted *string
	Deed     // of whoever accepted it
	Left     bool
}

// Open reports whether nobody has settled the problem.
func (p *Problem) Open() bool { return p.Accepted == nil && p.Level != flows.Tell }

// Check is what a check found last.
type Check struct {
	Status  string // passed, warned, failed, unknown
	Stale   bool   // an answer has changed since
	Finding string
	Text    string
	Phases  []Phase
	Causes  []string
	Inputs  []Input
	Runs    int // how often it was run
	Report  *File
}

// Phase is a part of a check.
type Phase struct {
	Name, Label, Status, Text string
	Millis                    int64
}

// Input is an answer that a check used.
type Input struct {
	At    flows.Address
	Label string
}

// List is a list with its rows, which are made when they are asked for.
type List struct {
	Columns []Column
	Count   int
	Wrong   bool // in some row there is a problem other than of something missing
	Rows    iter.Seq[Row]
}

// Column is a column of a list.
type Column struct{ ID, Label string }

// Row is a row of a list. What is hidden in it has no cell.
type Row struct {
	ID       string
	Cells    []Cell
	Problems []Problem
}

// Cell is a cell of a row.
type Cell struct {
	Column Column
	Kind   flows.Kind // a field or a task
	Value  flows.Value
	Text   string
	Note   string // of a task
	Deed
	Files []File
}

// Letter is a letter that went out.
type Letter struct {
	Place flows.Address
	Label string
	How   string
	Deed
	Sum   string // SHA-256 of its text
	Text  string // as it was sent
	Kept  bool   // Text is there
	Stale bool   // an answer in it has changed since
}

// File is a kept file, and where it belongs.
type File struct {
	Place flows.Address
	run.File
	Note string
	Deed
}

// Rotation is the last rotation of a secret.
type Rotation struct {
	At       flows.Address
	Label    string
	State    run.RotationState
	Begun    time.Time
	Ended    *time.Time
	Users    []run.RotationUser
	Old, New run.SealedView
}
