package face

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// Preview says that the run is a rehearsal of a procedure that is being written, in
// a store that is thrown away: the face follows what its author saves.
type Preview struct {
	// Changes holds what the author saved last, until a face takes it; at most one
	// face does.
	Changes <-chan Change
	// Load loads the procedure as it is saved now, for a run from its beginning.
	Load func() flows.Entry
}

// Change is what was saved: a procedure that can be walked, or why it can't be.
type Change struct {
	Procedure *flows.Procedure // nil where something is wrong
	Fault     Fault            // the first thing that is; zero where nothing is
}

// Fault is the first thing that is wrong with what was saved.
type Fault struct {
	File         string // as its author calls it; "" where it is no place in a file
	Line, Column int    // 1, 2, …
	// Before and Behind are the line as it stands there, up to the place and from it
	// on; of a long one what is near it.
	Before, Behind string
	Message        flows.Message
	More           int // how many more things are wrong
}

// Next gives what was saved since it was asked last.
func (p *Preview) Next() (c Change, is bool) {
	if p == nil {
		return c, false
	}
	select {
	case c, is = <-p.Changes:
	default:
	}
	return c, is
}

// Farewell are the last words about the run that was open last (Farewell); about one
// of a preview that nothing is left.
func (s *Screen) Farewell(t *words.Strings, h *run.Header, unsaved []string) []string {
	if s.Preview != nil {
		return []string{words.Say(t.Lang, flows.Msg("preview.over"))}
	}
	return Farewell(t, h, s.Flags, unsaved)
}

// Entries are the procedures of which a run can be begun: those of the library, or
// the one that is previewed.
func (s *Screen) Entries() []flows.Entry {
	if s.Preview != nil {
		return []flows.Entry{s.Preview.Load()}
	}
	return s.Library.Entries()
}
