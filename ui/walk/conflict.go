package walk

import (
	"errors"
	"reflect"
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Conflict is the question that two programs raise who changed the same: which
// of both values is to hold. Theirs stands; yours is kept until it is decided.
// Walk.Decide and Walk.SetAside answer it.
type Conflict struct {
	Differences []Difference
	Lost        []run.Command // what can no longer be done at all

	again []run.Command // what has to be agreed to again, as theirs has consequences for it
}

// Difference is one thing that both changed.
type Difference struct {
	Command run.Command // yours
	At      flows.Address
	Theirs  Side
	Yours   Side
	By      string // who changed it
	When    time.Time
}

// Side is what one of both gave.
type Side struct {
	Kind        SideKind
	Value       flows.Value  // of an answer or a cell; nil: none
	Field       *flows.Field // of which it is
	Fingerprint string       // of a secret; "" where none is set
	Done        bool         // of a tick
	Rows        int          // of a list
}

// SideKind says what a Side is about.
type SideKind string

// The kinds of sides.
const (
	SideValue  SideKind = "value"
	SideSecret SideKind = "secret"
	SideTick   SideKind = "tick"
	SideRows   SideKind = "rows"
	SideOther  SideKind = "other" // a change that has no value to show
)

func (w *sight) conflict(lost []run.Command) *Conflict {
	c := &Conflict{}
	if len(lost) == 0 { // the clashes are those of an earlier Reload
		return c
	}
	clashes := w.s.Clashes()
	for _, k := range clashes {
		c.Differences = append(c.Differences, w.difference(k))
	}
	for _, command := range lost {
		if slices.ContainsFunc(clashes, func(k run.Clash) bool { return reflect.DeepEqual(k.Command, command) }) {
			continue
		}
		var r *flows.Refusal
		switch _, err := w.s.Do(false, command); {
		case errors.As(err, &r) && r.Kind == flows.ErrRipple:
			c.again = append(c.again, command)
		case err != nil:
			c.Lost = append(c.Lost, command)
		}
	}
	return c
}

// join adds a later conflict to one that waits. What stands is theirs as it
// stands now.
func (c *Conflict) join(v *run.View, later *Conflict) {
	for i, d := range c.Differences {
		c.Differences[i].Theirs = Differ(v, d.Command).Theirs
	}
	c.Differences = append(c.Differences, later.Differences...)
	c.Lost = append(c.Lost, later.Lost...)
	c.again = append(c.again, later.again...)
}

// again proposes what has to be agreed to again.
func (w *Walk) again(c *Conflict) Turn {
	if len(c.again) == 0 {
		return Turn{Do: w.Save()}
	}
	return w.Propose(Stay, c.again...)
}

func (w *sight) difference(k run.Clash) Difference {
	d := Differ(w.view, k.Command)
	d.By, d.When = flows.CleanLine(k.By), k.At
	return d
}

// Conflict is the one that waits for a decision; nil for none.
func (w *Walk) Conflict() *Conflict { return w.clash }

// Decide answers a conflict: of each difference whether yours is to hold. What
// follows from theirs is followed by what follows from yours: both were looked
// at. What came to it since it was asked is asked about then.
func (w *Walk) Decide(mine []bool) Turn {
	c := w.clash
	w.clash = nil
	if c == nil {
		return Turn{}
	}
	rest := c.Differences[min(len(mine), len(c.Differences)):]
	if len(rest) == 0 {
		return w.decide(c, mine).also(w.again(c))
	}
	w.clash = &Conflict{Differences: rest, again: c.again}
	return w.decide(c, mine).also(Turn{Ask: w.clash})
}

func (w *Walk) decide(c *Conflict, mine []bool) Turn {
	var again []run.Command
	for i, d := range c.Differences {
		if i < len(mine) && mine[i] {
			again = append(again, d.Command)
		}
	}
	if len(again) == 0 {
		return tell("dialogue.theirs_hold").also(Turn{Do: w.Save()})
	}
	t := w.Record(Stay, again...)
	if t.Done {
		t.Tell = append(t.Tell, flows.Msg("dialogue.yours_hold", "n", len(again)))
	}
	return t
}

// SetAside decides nothing about a conflict: an answer of yours stands in its
// field as typed and not taken. A secret cannot stand there, so it has to be
// decided.
func (w *Walk) SetAside() Turn {
	c := w.clash
	if c == nil {
		return Turn{}
	}
	if slices.ContainsFunc(c.Differences, func(d Difference) bool { return d.Yours.Kind == SideSecret }) {
		return warn(flows.Msg("dialogue.secret_decides"))
	}
	w.setAside()
	return tell("dialogue.set_aside").also(w.again(c))
}

// setAside has what can stand in a field stand there, and gives back the rest,
// which leaving now would lose.
func (w *Walk) setAside() []run.Command {
	c := w.clash
	w.clash = nil
	if c == nil {
		return nil
	}
	w.keepTyped(c)
	return c.unsaved()
}

// Undecided ends the dialogue with a conflict that nobody decided: theirs holds,
// an answer of yours is kept as typed, and what cannot be kept so is told.
func (w *Walk) Undecided() Turn {
	var t Turn
	for _, command := range w.setAside() {
		t.Bad = true
		t.Tell = append(t.Tell, flows.Msg("dialogue.not_kept", "what", w.Doing(command)))
	}
	t.Do = w.Save()
	return t
}

// keepTyped keeps answers of yours as typed and not taken.
func (w *course) keepTyped(c *Conflict) {
	for _, d := range c.Differences {
		if d.Yours.Kind == SideValue {
			w.Type(Typing{At: d.At, Text: flows.Format(d.Yours.Value)})
		}
	}
}

// unsaved is what leaving now would lose: what cannot stand in a field as typed.
func (c *Conflict) unsaved() []run.Command {
	all := slices.Concat(c.Lost, c.again)
	for _, d := range c.Differences {
		if d.Yours.Kind != SideValue {
			all = append(all, d.Command)
		}
	}
	return all
}
