package line

import (
	"os"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// outdated is a run in the harbour, at its first version, while the second is installed.
func outdated(t *testing.T) *rig {
	t.Helper()
	r := harbour(t).begun("harbour", run.Rehearsal)
	r.types("Aurora", "a@example.org", "1", "set flags red", "quit")
	r.s.Library, r.paper = flows.Open(os.DirFS("../desk/testdata/renewed"), specs), transcript{}
	return r
}

// at is the version at which the run is.
func (r *rig) atVersion(want int) {
	r.t.Helper()
	h, err := r.a.Header(r.t.Context(), r.s.Run)
	if err != nil || h.ProcedureVersion != want {
		r.t.Errorf("the run is at version %d, want %d: %v\n%s", h.ProcedureVersion, want, err, r.said())
	}
}

// TestMoveInLines: it is said that there is a newer version; the word says what a move
// does and asks, and anything but yes leaves the run as it is.
func TestMoveInLines(t *testing.T) {
	r := outdated(t)
	r.types("move", "", "move 2", "no", "move 1", "move 7", "move soon", "quit")
	r.shows(
		"Version 2 of this procedure is there: move says what a move to it does.", "From version 1 (", "Keep: Ship: was called ship.", "Look again: Address of the agent: another question.",
		"Void: Flags: is no longer there.", "Kept: 2, to look at again: 1, without a place: 1.", "Move the run to version 2?",
		"It stays at version 1.", "The run is at this version already.", "There is no version 7 of harbour here. There are: 2", "There is no version soon of harbour here.",
	)
	r.atVersion(1)
	r.paper = transcript{}
	r.types("move", "yes", "undo", "move 1", "yes", "move", "quit")
	r.shows(
		"The run goes on by version 2.", "undo does not take a move back: move 1 does.", "There is nothing to undo since the run was moved to another version.",
		"Answers without a place in this version:", "Flags, version 1: Red.", "Keep: Flags: has its place again.",
		"The run goes on by version 1.",
	)
	r.atVersion(1)
}

// TestMoveInLinesIsNotOffered where there is no other version, or the run is finished.
func TestMoveInLinesIsNotOffered(t *testing.T) {
	r := harbour(t).begun("harbour", run.Rehearsal)
	r.types("move", "quit")
	r.shows("There is no other version of this procedure here.")
	r = outdated(t)
	r.types("abandon nothing \"they left\"", "move", "quit")
	r.shows("The run is finished: it stays at the version by which it was finished.")
	r.atVersion(1)
}
