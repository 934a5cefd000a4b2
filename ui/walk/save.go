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

// saving is how what was entered reaches the disk: one write at a time.
type saving struct {
	typing  map[flows.Address]Typing // to be kept with the next write
	writing map[flows.Address]Typing // with the write that is under way
	busy    bool
	forgot  map[flows.Address]bool // typing that the disk is to forget
	leaving map[flows.Address]bool // of it what the write under way takes away
	later   bool                   // typing is left for the write after it
	err     error                  // of the last write
}

func newSaving() saving {
	return saving{typing: map[flows.Address]Typing{}, forgot: map[flows.Address]bool{}}
}

// Save gives the request to write what there is; none while a write is under
// way, whose end asks again, and none where there is nothing to write.
func (w *course) Save() []Request {
	s := &w.save
	if s.busy || w.s.Pending() == 0 && s.err == nil && len(s.typing) == 0 && len(s.forgot) == 0 {
		return nil
	}
	return []Request{w.writes()}
}

// writes takes what the next write is about.
func (w *course) writes() Save {
	s := &w.save
	s.busy, s.writing, s.leaving = true, map[flows.Address]Typing{}, s.forgot
	s.forgot, s.later = map[flows.Address]bool{}, false
	for a, t := range s.typing {
		if s.leaving[a] { // the write would take away again what it keeps
			s.later = true
			continue
		}
		s.writing[a] = t
		delete(s.typing, a)
	}
	return Save{Typing: sorted(s.writing)}
}

// SaveAll gives the request to write all there is, also what a write that is
// under way may not bring home: before the run is left. Saved hears how it
// ended, or Ended where nobody can be asked any more.
func (w *course) SaveAll() Save {
	s := &w.save
	for a, t := range s.writing {
		if _, newer := s.typing[a]; !newer {
			s.typing[a] = t
		}
	}
	maps.Copy(s.forgot, s.leaving)
	r := w.writes()
	r.Then = sorted(s.typing) // what the write would take away again
	maps.Copy(s.writing, s.typing)
	clear(s.typing)
	s.later = false
	return r
}

// Leaving gives the last write before the program ends. An open conflict is not
// decided by it: what can stand in a field stands there, and Unsaved names the
// rest.
func (w *Walk) Leaving() Save {
	w.lost = append(w.lost, w.setAside()...)
	return w.SaveAll()
}

// Ended hears how the last write ended, and what another program's changes lost
// of it.
func (w *Walk) Ended(lost []run.Command, err error) {
	w.lost = append(w.lost, lost...)
	w.written(err)
}

// Saved hears how Save ended. What could not be written is kept for the next
// one; where another program has written, it is taken over first.
func (w *Walk) Saved(err error) Turn {
	w.written(err)
	switch {
	case errors.Is(err, flows.ErrConflict):
		w.save.busy = true
		return Turn{Do: []Request{Reload{}}}
	case err != nil:
		return warn(flows.Msg("dialogue.not_saved", "why", why(err)))
	case w.s.Pending() > 0 || len(w.save.forgot) > 0 || w.save.later:
		return Turn{Do: w.Save()}
	}
	return Turn{}
}

// written notes the end of a write; what it was to keep is kept for the next one
// where it failed.
func (w *course) written(err error) {
	s := &w.save
	if err != nil {
		for a, t := range s.writing {
			if _, newer := s.typing[a]; !newer {
				s.typing[a] = t
			}
		}
		maps.Copy(s.forgot, s.leaving)
	}
	s.leaving = nil
	s.busy, s.writing, s.err = false, nil, err
}

// Reloaded hears how Reload ended. What another program changed as well, and
// what can no longer be done, the person decides about.
func (w *Walk) Reloaded(lost []run.Command, err error) Turn {
	w.save.busy, w.save.err = false, err
	if err != nil {
		return warn(flows.Msg("dialogue.not_saved", "why", why(err)))
	}
	w.Look()
	c := w.conflict(lost)
	w.Look()
	t := Turn{Done: true, Do: w.Save()}
	switch none := len(c.Differences) == 0 && len(c.Lost) == 0; {
	case w.clash != nil: // it waits already
		w.clash.join(w.view, c)
		c = w.clash
		if none {
			return t.also(tell("dialogue.reloaded"))
		}
	case none:
		return t.also(tell("dialogue.reloaded")).also(w.again(c))
	}
	w.clash, t.Ask = c, c
	return t
}

// reasons are why something is not on disk, where the store says no more.
var reasons = map[flows.RefusalKind]string{
	flows.ErrFull: "dialogue.disk_full", flows.ErrReadOnly: "dialogue.read_only", flows.ErrLocked: "dialogue.locked",
	flows.ErrDamaged: "dialogue.damaged", flows.ErrNewer: "dialogue.newer",
}

// why is an error as a reason.
func why(err error) flows.Message {
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
	return flows.Msg("dialogue.store_failed", "why", err.Error())
}

// SaveState is what the disk has of what was entered.
type SaveState int

// The states.
const (
	IsSaved  SaveState = iota
	IsSaving           // a write is under way, or due
	NotSaved           // the last write failed; SaveError says why
)

// SaveState is what the disk has now.
func (w *Walk) SaveState() SaveState {
	switch {
	case w.save.err != nil:
		return NotSaved
	case w.save.busy || w.s.Pending() > 0 || w.files > 0:
		return IsSaving
	}
	return IsSaved
}

// SaveError is why the last write failed; nil where it did not.
func (w *course) SaveError() error { return w.save.err }

// Unsaved is what is not on disk, for last words: commands whose events are not
// acknowledged, what an open conflict would lose, and typing.
func (w *Walk) Unsaved() ([]run.Command, []Typing) {
	commands := slices.Clone(w.lost)
	if w.clash != nil {
		commands = append(commands, w.clash.unsaved()...)
	}
	if w.save.err == nil {
		return commands, nil
	}
	typing := slices.DeleteFunc(sorted(w.save.typing), Typing.empty)
	return append(commands, w.s.PendingCommands()...), typing
}

// mostUnsaved bounds how many lines say what is not on disk.
const mostUnsaved = 20

// LastWords say what is not on disk, a line each, with its value, so that it can
// be entered again; a secret is named without it. None where all is.
func (w *Walk) LastWords() []flows.Message {
	commands, typing := w.Unsaved()
	if len(commands)+len(typing) == 0 && w.save.err == nil {
		return nil
	}
	head := flows.Msg("dialogue.unsaved_clash")
	if w.save.err != nil {
		head = flows.Msg("dialogue.unsaved", "why", why(w.save.err))
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

// Change is what a command does, with the value that it has.
func (w *sight) Change(c run.Command) flows.Message {
	if value := w.valueOf(c); value != "" {
		return flows.Msg("dialogue.change", "what", w.Doing(c), "value", value)
	}
	return w.Doing(c)
}

func sorted(m map[flows.Address]Typing) []Typing {
	return slices.SortedFunc(maps.Values(m), func(a, b Typing) int { return cmp.Compare(a.At.String(), b.At.String()) })
}
