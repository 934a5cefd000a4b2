package flows

// The limits of what is taken in, in bytes but for the rows.
const (
	MaxText       = 64 << 10
	MaxSecret     = 16 << 10
	MaxNote       = 64 << 10
	MaxFluent     = 10_000  // rows of a list with which everything stays fluent
	MaxRows       = 100_000 // rows of a list; more are refused
	MaxAnswers    = 10 << 20
	MaxProcedure  = 1 << 20 // a document with its includes and overlays
	MaxEnclosure  = 2 << 20 // a file that a procedure brings along
	MaxEnclosures = 8 << 20 // all of them
	MaxEvidence   = 20 << 20
	MaxLarge      = 2 << 30 // the file of a field that is large: a register
)

// form bounds a procedure, which nests eight deep.
var form = Form{Depth: 24, Keys: 4000, Parts: 4000}
