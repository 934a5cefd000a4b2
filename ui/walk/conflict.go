package walk

import (
	"errors"
	"reflect"
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Conflict asks which of two values is kept after two programs changed the
// same thing. Theirs is stored; yours is kept until it is decided. Walk.Decide
// and Walk.SetAside answer it.
type Conflict struct {
	Differences []Difference
	Lost        []run.Command // what can no longer be done at all

	reconfirm []run.Command // what has to be agreed to again, as theirs has consequences for it
}

// Difference is one thing that both programs changed.
type Difference struct {
	Command run.Command // yours
	At      flows.Address
	Theirs  Side
	Yours   Side
	By      string // who changed it
	When    time.Time

	typed bool // yours stays typed until it is decided
}

// Side is the value of one of the two programs.
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

func (w *position) newConflict(lost []run.Command) *Conflict {
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
			c.reconfirm = append(c.reconfirm, command)
		case err != nil:
			c.Lost = append(c.Lost, command)
		}
	}
	return c
}

// join adds a later conflict to one that is open; theirs is the value that is
// stored now.
func (c *Conflict) join(v *run.View, later *Conflict) {
	for i, d := range c.Differences {
		c.Differences[i].Theirs = NewDifference(v, d.Command).Theirs
	}
	c.Differences = append(c.Differences, later.Differences...)
	c.Lost = append(c.Lost, later.Lost...)
	c.reconfirm = append(c.reconfirm, later.reconfirm...)
}

// proposeReconfirm proposes the commands that need a new confirmation.
func (w *Walk) proposeReconfirm(c *Conflict) Turn {
	if len(c.reconfirm) == 0 {
		return Turn{Do: w.Save()}
	}
	return w.Propose(Stay, c.reconfirm...)
}

func (w *position) difference(k run.Clash) Difference {
	d := NewDifference(w.view, k.Command)
	d.By, d.When = flows.CleanLine(k.By), k.At
	return d
}

// Conflict is the open conflict; nil for none.
func (w *Walk) Conflict() *Conflict { return w.openConflict }

// Decide answers a conflict: for each difference, whether yours is kept. It
// needs no confirmation of consequences, since the person has seen both
// values. Differences that were added since the question was asked are asked
// about next.
func (w *Walk) Decide(mine []bool) Turn {
	c := w.openConflict
	w.openConflict = nil
	if c == nil {
		return Turn{}
	}
	rest := c.Differences[min(len(mine), len(c.Differences)):]
	if len(rest) == 0 {
		return w.decide(c, mine).merge(w.proposeReconfirm(c))
	}
	w.openConflict = &Conflict{Differences: rest, reconfirm: c.reconfirm}
	return w.decide(c, mine).merge(Turn{Ask: w.openConflict})
}

func (w *Walk) decide(c *Conflict, mine []bool) Turn {
	var again []run.Command
	for i, d := range c.Differences {
		if d.typed {
			w.Forget(d.At)
		}
		if i < len(mine) && mine[i] {
			again = append(again, d.Command)
		}
	}
	if len(again) == 0 {
		return tell("dialogue.theirs_hold").merge(Turn{Do: w.Save()})
	}
	t := w.Record(Stay, again...)
	if t.Done {
		t.Tell = append(t.Tell, flows.Msg("dialogue.yours_hold", "n", len(again)))
	}
	return t
}

// SetAside leaves a conflict undecided: your answers stay in their fields as
// unsubmitted input. A secret cannot, so it has to be decided.
func (w *Walk) SetAside() Turn {
	c := w.openConflict
	if c == nil {
		return Turn{}
	}
	if slices.ContainsFunc(c.Differences, func(d Difference) bool { return d.Yours.Kind == SideSecret }) {
		return warn(flows.Msg("dialogue.secret_decides"))
	}
	w.setAsideAnswers()
	return tell("dialogue.set_aside").merge(w.proposeReconfirm(c))
}

// setAsideAnswers keeps answers as unsubmitted input, and returns the commands
// that cannot be kept so and would be lost by leaving now.
func (w *Walk) setAsideAnswers() []run.Command {
	c := w.openConflict
	w.openConflict = nil
	if c == nil {
		return nil
	}
	w.keepTyped(c)
	return c.unsaved()
}

// EndUndecided ends the dialogue with an open conflict: theirs stays, your
// answers are kept as unsubmitted input, and what cannot be kept so is told.
func (w *Walk) EndUndecided() Turn {
	var t Turn
	for _, command := range w.setAsideAnswers() {
		t.Bad = true
		t.Tell = append(t.Tell, flows.Msg("dialogue.not_kept", "what", w.ActionMessage(command)))
	}
	t.Do = w.Save()
	return t
}

// keepTyped keeps your answers as unsubmitted input.
func (w *navigator) keepTyped(c *Conflict) {
	for _, d := range c.Differences {
		if d.Yours.Kind == SideValue {
			w.Type(Typing{At: d.At, Text: flows.Format(d.Yours.Value)})
		}
	}
}

// unsaved are the commands that leaving now would lose.
func (c *Conflict) unsaved() []run.Command {
	all := slices.Concat(c.Lost, c.reconfirm)
	for _, d := range c.Differences {
		if d.Yours.Kind != SideValue {
			all = append(all, d.Command)
		}
	}
	return all
}
