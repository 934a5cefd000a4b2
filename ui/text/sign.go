package text

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

// StepSign is the sign of a step's state.
func StepSign(s run.StepState) Sign { return steps[s] }

var statuses = map[run.Status]Sign{
	run.StatusOpen:      {"○", "[ ]"},
	run.StatusWaiting:   {"◷", "[w]"},
	run.StatusDone:      {"✓", "[x]"},
	run.StatusEnded:     {"–", "[-]"},
	run.StatusAbandoned: {"–", "[-]"},
}

// StatusSign is the sign of a run's status.
func StatusSign(s run.Status) Sign { return statuses[s] }

// State is the word for a step's state.
func (s *Strings) State(st run.StepState) string {
	w := &s.States
	return map[run.StepState]string{
		run.Done: w.Done, run.Open: w.Open, run.Waiting: w.Waiting, run.Blocked: w.Blocked,
		run.Stale: w.Stale, run.Skipped: w.Skipped, run.NotNeeded: w.NotNeeded,
	}[st]
}

// Status is the word for a run's status.
func (s *Strings) Status(st run.Status) string {
	w := &s.States
	return map[run.Status]string{
		run.StatusOpen: w.Open, run.StatusWaiting: w.Waiting, run.StatusDone: w.Done,
		run.StatusEnded: w.Ended, run.StatusAbandoned: w.Abandoned,
	}[st]
}

// Mode is the mark of a run's mode, "" for a real one.
func (s *Strings) Mode(m run.Mode) string {
	switch m {
	case run.Rehearsal:
		return s.States.Rehearsal
	case run.Demo:
		return s.States.Demo
	default:
		return ""
	}
}
