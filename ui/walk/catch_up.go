package walk

import (
	"encoding/hex"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// known is what the dialogue knew of the store when it asked for what others had
// written.
type known struct {
	events int
	head   string
}

func (w *position) known() known {
	k := known{events: w.s.Saved()}
	if k.events > 0 {
		k.head = hex.EncodeToString(w.s.Events()[k.events-1].Hash)
	}
	return k
}

// CatchUp asks for what others are said to have written. While something of one's own
// is on its way to the store, it comes behind that.
func (w *Walk) CatchUp() Turn {
	s := &w.save
	if s.busy || s.reading || w.s.Pending() > 0 {
		s.behind = true
		return Turn{}
	}
	s.reading, s.behind, w.knew = true, false, w.known()
	return Turn{Do: []Request{CatchUp{}}}
}

// CaughtUp takes the result of CatchUp. Of a store that does not answer it tells
// nothing: the next save does.
func (w *Walk) CaughtUp(lost []run.Command, err error) Turn {
	w.save.reading = false
	if err != nil {
		return Turn{Do: w.Save()}
	}
	return w.reread(lost, nil).merge(w.catchUpAgain())
}

// catchUpAgain asks again where more was said to be written meanwhile.
func (w *Walk) catchUpAgain() Turn {
	if !w.save.behind {
		return Turn{}
	}
	return w.CatchUp()
}

// heard are the events that others have written since the dialogue knew all of them.
func (w *position) heard(since known) []run.Event {
	return w.s.Events()[since.events:max(w.s.Saved(), since.events)]
}

// noteOvertaken notes what is typed where others have answered meanwhile: whoever
// submits it has to see both.
func (w *Walk) noteOvertaken(since known, theirs []run.Event) {
	for at, t := range w.typed {
		if c := typedCommand(at, t); c != nil && w.ItemAt(at) != nil {
			clashes, _ := w.s.ClashesSince(since.head, []run.Command{c})
			for _, k := range clashes {
				if slices.ContainsFunc(theirs, func(e run.Event) bool { return e.By == k.By && e.At.Equal(k.At) }) {
					w.overtaken[at] = k
				}
			}
		}
	}
}

// typedCommand is the command that would submit what is typed; nil where that is no
// answer, or that of a row which is not there yet.
func typedCommand(at flows.Address, t Typing) run.Command {
	switch _, _, inForm := at.Form(); {
	case inForm, at.Column != "" && at.Row == "":
		return nil
	case t.Hidden:
		return run.SetSecret{At: at}
	}
	return answerCommand(at, t.Text)
}

// askOvertaken asks about the commands of a proposal that submit what others have
// answered meanwhile, and proposes the others after that; nil where none does.
func (w *Walk) askOvertaken(p *proposal) *Conflict {
	c := &Conflict{}
	for _, command := range p.commands {
		if k, is := w.overtaken[About(command)]; is {
			k.Command = command
			d := w.difference(k)
			d.typed = true
			c.Differences = append(c.Differences, d)
		} else {
			c.reconfirm = append(c.reconfirm, command)
		}
	}
	if len(c.Differences) == 0 {
		return nil
	}
	for _, command := range c.reconfirm {
		for _, at := range answeredAddresses(command) {
			w.Forget(at)
		}
	}
	w.openConflict = c
	return c
}
