package flows

// Level says what a problem holds up.
type Level string

// The levels, from the shared list of facts: must holds the step open, warn can
// be accepted with a reason, tell has to be read.
const (
	Must Level = "must"
	Warn Level = "warn"
	Tell Level = "tell"
)

// Acceptance says how the warning of a problem is taken.
type Acceptance string

// The ways to take a warning.
const (
	AcceptOrLeave  Acceptance = ""         // accepted with a reason, or left as it is
	AcceptRequired Acceptance = "required" // it holds its step until it is accepted with a reason
)

// Problem is what a person reads when something is not as it should be: it
// names the thing and the way out. It is data; where it stands (item, row) is
// known by who holds it.
type Problem struct {
	Code    string     // stable, kebab-case or snake_case as the rule is named
	Level   Level      // what it holds up
	Accept  Acceptance // how it is taken, where Level is Warn
	Message Message
	Origin  // of the rule that it breaks
}

// problem is one whose sentence is that of its own code.
func problem(code string, level Level, args ...any) Problem {
	return Problem{Code: code, Level: level, Message: Msg(code, args...)}
}
