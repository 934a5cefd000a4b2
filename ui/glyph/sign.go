// Package glyph holds the signs that states are shown by. It imports flows/run for
// the states, and nothing of the screen.
package glyph

import "lotse/flows/run"

// Sign is how a state is shown: never by colour alone, always with a word at
// hand, and with an ASCII form for poor terminals.
type Sign struct {
	Mark  string // one cell
	ASCII string // three cells
}

// Of gives the form for a terminal.
func (s Sign) Of(ascii bool) string {
	if ascii {
		return s.ASCII
	}
	return s.Mark
}

// The signs that are no state of a step.
var (
	Here   = Sign{"●", "[>]"}
	Radio  = Sign{"○", "( )"}
	Chosen = Sign{"●", "(x)"}
	Box    = Sign{"☐", "[ ]"}
	Ticked = Sign{"☑", "[x]"}
	Hint   = Sign{"·", "-"}
	Alarm  = Sign{"!", "!"}
	Doubt  = Sign{"△", "[~]"} // a completed step with warnings
)

var steps = map[run.StepState]Sign{
	run.Done:      {"✓", "[x]"},
	run.Open:      {"○", "[ ]"},
	run.Waiting:   {"◷", "[w]"},
	run.Blocked:   {"·", "[.]"},
	run.Stale:     {"!", "[!]"},
	run.Skipped:   {"–", "[-]"},
	run.NotNeeded: {" ", "[ ]"},
}

// Step is the sign of a step's state.
func Step(s run.StepState) Sign { return steps[s] }

var statuses = map[run.Status]Sign{
	run.StatusOpen:      {"○", "[ ]"},
	run.StatusWaiting:   {"◷", "[w]"},
	run.StatusDone:      {"✓", "[x]"},
	run.StatusEnded:     {"–", "[-]"},
	run.StatusAbandoned: {"–", "[-]"},
}

// Status is the sign of a run's status.
func Status(s run.Status) Sign { return statuses[s] }
