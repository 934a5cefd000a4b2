package walk

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// saving is the state of writing to disk: one write at a time.
type saving struct {
	typing     map[flows.Address]Typing // to be kept with the next write
	writing    map[flows.Address]Typing // with the write that is under way
	busy       bool
	forgotten  map[flows.Address]bool // typing that the disk is to forget
	leaving    map[flows.Address]bool // of it what the write under way takes away
	writeAgain bool                   // typing is left for the write after it
	reading    bool                   // what others have written is being read: nothing is written meanwhile
	behind     bool                   // more of that is said to be there
	err        error                  // of the last write
}

func newSaving() saving {
	return saving{typing: map[flows.Address]Typing{}, forgotten: map[flows.Address]bool{}}
}

// Save is the request to write what is unsaved. There is none while a write is
// in progress, whose end asks again, and none if there is nothing to write.
func (w *navigator) Save() []Request {
	s := &w.save
	if s.busy || s.reading {
		s.writeAgain = s.writeAgain || len(s.typing) > 0 // who asked asks no more
		return nil
	}
	if w.s.Pending() == 0 && s.err == nil && len(s.typing) == 0 && len(s.forgotten) == 0 {
		return nil
	}
	return []Request{w.nextWrite()}
}

// nextWrite is the content of the next write.
func (w *navigator) nextWrite() Save {
	s := &w.save
	s.busy, s.writing, s.leaving = true, map[flows.Address]Typing{}, s.forgotten
	s.forgotten, s.writeAgain = map[flows.Address]bool{}, false
	for a, t := range s.typing {
		if s.leaving[a] { // the write would take away again what it keeps
			s.writeAgain = true
			continue
		}
		s.writing[a] = t
		delete(s.typing, a)
	}
	return Save{Typing: sorted(s.writing)}
}

// SaveAll is the request to write everything before the run is left, including
// what a write in progress may fail to write. Its result goes to Saved, or to
// Ended if nobody can be asked any more.
func (w *navigator) SaveAll() Save {
	s := &w.save
	for a, t := range s.writing {
		if _, newer := s.typing[a]; !newer {
			s.typing[a] = t
		}
	}
	maps.Copy(s.forgotten, s.leaving)
	r := w.nextWrite()
	r.Then = sorted(s.typing) // what the write would take away again
	maps.Copy(s.writing, s.typing)
	clear(s.typing)
	s.writeAgain = false
	return r
}

// Leaving is the last write before the program ends. It does not decide an
// open conflict: answers stay as unsubmitted input, and Unsaved names the
// rest.
func (w *Walk) Leaving() Save {
	w.lost = append(w.lost, w.setAsideAnswers()...)
	return w.SaveAll()
}

// Ended takes the result of the last write: its error, and the commands that
// were lost because another program had changed the same.
func (w *Walk) Ended(lost []run.Command, err error) {
	w.lost = append(w.lost, lost...)
	w.endWrite(err)
}

// Saved takes the result of Save. What could not be written is kept for the
// next write; if another program has written, its changes are read first.
func (w *Walk) Saved(err error) Turn {
	w.endWrite(err)
	switch {
	case errors.Is(err, flows.ErrConflict):
		w.save.busy, w.knew = true, w.known()
		return Turn{Do: []Request{Reload{}}}
	case err != nil:
		w.toCheck = flows.Address{}
		return warn(flows.Msg("dialogue.not_saved", "why", reasonMessage(err)))
	case w.destroys(): // the write did that
		w.Refresh()
	}
	if w.s.Pending() > 0 || len(w.save.forgotten) > 0 || w.save.writeAgain {
		return Turn{Do: w.Save()}
	}
	return w.dueCheck().merge(w.catchUpAgain())
}

// endWrite ends a write; if it failed, the input that it had is kept for the
// next one.
func (w *navigator) endWrite(err error) {
	s := &w.save
	if err != nil {
		for a, t := range s.writing {
			if _, newer := s.typing[a]; !newer {
				s.typing[a] = t
			}
		}
		maps.Copy(s.forgotten, s.leaving)
	}
	s.leaving = nil
	s.busy, s.writing, s.err = false, nil, err
}

// Reloaded takes the result of Reload. The person decides about what the other
// program changed as well, and about commands that can no longer be done.
func (w *Walk) Reloaded(lost []run.Command, err error) Turn {
	w.save.busy, w.save.err = false, err
	if err != nil {
		return warn(flows.Msg("dialogue.not_saved", "why", reasonMessage(err)))
	}
	w.save.behind = false
	return w.reread(lost, tell("dialogue.reloaded").Tell)
}

// reread goes on with what others have written. said says that they have, where
// nothing has to be decided.
func (w *Walk) reread(lost []run.Command, said []flows.Message) Turn {
	before, theirs := w.view, w.heard(w.knew)
	w.Refresh()
	c := w.newConflict(lost)
	w.Refresh()
	w.noteOvertaken(w.knew, theirs)
	if len(theirs) > 0 {
		w.theirs = flows.CleanLine(theirs[len(theirs)-1].By)
	}
	t := Turn{Done: true, Do: w.Save(), Heard: theirs}
	moved := w.movedElsewhere(before)
	told := Turn{Tell: said}.merge(moved)
	switch none := len(c.Differences) == 0 && len(c.Lost) == 0; {
	case w.openConflict != nil: // it waits already
		w.openConflict.join(w.view, c)
		c = w.openConflict
		if none {
			return t.merge(told)
		}
	case none:
		return t.merge(told).merge(w.proposeReconfirm(c))
	}
	w.openConflict, t.Ask = c, c
	return t.merge(moved)
}

// reasons are the reasons why something is not on disk, by kind of refusal.
var reasons = map[flows.RefusalKind]string{
	flows.ErrFull: "dialogue.disk_full", flows.ErrReadOnly: "dialogue.read_only", flows.ErrLocked: "dialogue.locked",
	flows.ErrDamaged: "dialogue.damaged", flows.ErrNewer: "dialogue.newer",
}

// reasonMessage is an error as such a reason.
func reasonMessage(err error) flows.Message {
	var r *flows.Refusal
	var kind flows.RefusalKind
	switch {
	case errors.Is(err, context.Canceled):
		return flows.Msg("dialogue.cancelled")
	case errors.As(err, &r) && !r.Message.IsZero():
		return r.Message
	case errors.As(err, &kind) && reasons[kind] != "":
		return flows.Msg(reasons[kind])
	}
	return flows.Msg("dialogue.store_failed", "why", flows.Reason(err))
}

// SaveState tells whether everything is on disk.
type SaveState int

// The states.
const (
	IsSaved  SaveState = iota
	IsSaving           // a write is under way, or due
	NotSaved           // the last write failed; SaveError says why
)

// SaveState is the present state.
func (w *Walk) SaveState() SaveState {
	switch {
	case w.save.err != nil:
		return NotSaved
	case w.save.busy || w.s.Pending() > 0 || w.files > 0:
		return IsSaving
	}
	return IsSaved
}

// SaveError is why the last write failed; nil if it did not.
func (w *navigator) SaveError() error { return w.save.err }

// Unsaved is what is not on disk, for last words: commands whose events are
// not acknowledged, what an open conflict would lose, and unsubmitted input.
func (w *Walk) Unsaved() ([]run.Command, []Typing) {
	commands := slices.Clone(w.lost)
	if w.openConflict != nil {
		commands = append(commands, w.openConflict.unsaved()...)
	}
	if w.save.err == nil {
		return commands, nil
	}
	typing := slices.DeleteFunc(sorted(w.save.typing), Typing.empty)
	return append(commands, w.s.PendingCommands()...), typing
}

// mostUnsaved is the most lines that say what is not on disk.
const mostUnsaved = 20

// LastWords say what is not on disk, a line each, with its value so that it
// can be entered again; a secret is named without it. There are none if
// everything is on disk.
func (w *Walk) LastWords() []flows.Message {
	commands, typing := w.Unsaved()
	if len(commands)+len(typing) == 0 && w.save.err == nil {
		return nil
	}
	head := flows.Msg("dialogue.unsaved_clash")
	if w.save.err != nil {
		head = flows.Msg("dialogue.unsaved", "why", reasonMessage(w.save.err))
	}
	lines := []flows.Message{head}
	for _, c := range commands {
		lines = append(lines, w.Change(c))
	}
	for _, t := range typing {
		what := flows.Msg("dialogue.typed", "what", w.Name(t.At), "text", t.Text)
		if t.Hidden {
			what = flows.Msg("dialogue.typed_secret", "what", w.Name(t.At))
		}
		lines = append(lines, what)
	}
	if more := len(lines) - 1 - mostUnsaved; more > 0 {
		lines = append(lines[:mostUnsaved+1], flows.Msg("dialogue.unsaved_more", "n", more))
	}
	return lines
}

// Change says what a command does, with its value.
func (w *position) Change(c run.Command) flows.Message {
	if value := w.reenterValue(c); value != "" {
		return flows.Msg("dialogue.change", "what", w.ActionMessage(c), "value", value)
	}
	return w.ActionMessage(c)
}

func sorted(m map[flows.Address]Typing) []Typing {
	return slices.SortedStableFunc(maps.Values(m), func(a, b Typing) int { return cmp.Compare(a.At.String(), b.At.String()) })
}
