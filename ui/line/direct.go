package line

import (
	"errors"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// cut takes the first part of what follows a word.
func cut(args string) (first, rest string) {
	first, rest, _ = strings.Cut(args, " ")
	return first, strings.TrimSpace(rest)
}

// set gives an answer to a field or a cell, wherever the dialogue stands.
func (w *dialogue) set(args string) error {
	name, text := cut(args)
	p, iv, ok := w.teller.place(name)
	if !ok {
		return nil
	}
	text, literal := unquoted(text)
	if text == "" && !literal {
		w.say(w.l.SetNothing)
		return nil
	}
	f, none := w.settable(p, iv)
	if f == nil {
		w.say(none)
		return nil
	}
	v := flows.Value(nil)
	if text != "" {
		if v, _, ok = w.understand(f, text); !ok {
			return nil
		}
	}
	t, err := w.carrier.carry(w.walk.AnswerAt(p, v, walk.Stay))
	if err != nil || t.Bad {
		return err
	}
	w.teller.changed(p)
	return nil
}

// settable is the field of an item, or of a cell, that takes an answer from the
// open command line; nil, and why, where there is none.
func (w *dialogue) settable(p flows.Address, iv *run.ItemView) (f *flows.Field, none string) {
	f = iv.Item.Field
	if p.Row != "" {
		col := iv.Column(p.Column)
		if col == nil {
			return nil, fmt.Sprintf(w.l.NoColumn, p.Column, strings.Join(columnNames(iv), ", "))
		}
		return col.Field, w.l.TickThat
	}
	if f != nil && f.Type == flows.TypeSecret {
		return nil, w.l.SetSecret
	}
	return f, w.l.NoField
}

// clear takes an answer away: of the item that is asked for, or of another.
func (w *dialogue) clear(args string) error {
	if args != "" {
		return w.set(args + ` ""`)
	}
	return w.carrier.acts(w.walk.Clear())
}

// tickWord ticks a task off, with its proof where it asks for one.
func (w *dialogue) tickWord(args string) error {
	name, proof := cut(args)
	p, _, ok := w.teller.place(name)
	if !ok {
		return nil
	}
	t := w.walk.TickAt(p, true, walk.Stay)
	if q, asked := t.Ask.(walk.Proof); asked && proof != "" {
		text, _ := unquoted(proof)
		t = w.walk.Proved(q.At, text)
	}
	return w.ticked(p, t)
}

func (w *dialogue) untickWord(args string) error {
	p, _, ok := w.teller.place(args)
	if !ok {
		return nil
	}
	return w.ticked(p, w.walk.TickAt(p, false, walk.Stay))
}

func (w *dialogue) ticked(p flows.Address, t walk.Turn) error {
	if t, err := w.carrier.carry(t); err != nil || !t.Done {
		return err
	}
	w.teller.changed(p)
	return nil
}

// cutSecret keeps, sealed, what the end of the input cut off.
func (w *dialogue) cutSecret(t flows.Address, err error) error {
	var cut *partial
	if errors.As(err, &cut) {
		w.carrier.keepAt(t, cut.text)
	}
	return whole(err)
}

// secretWord reads a secret: from the next line of a pipe, or without echo.
func (w *dialogue) secretWord(args string) error {
	iv := w.item()
	t := w.target()
	if args != "" || iv == nil {
		p, named, ok := w.teller.place(args)
		if !ok {
			return nil
		}
		iv, t = named, p.Whole()
	}
	if iv.Item.Field == nil || iv.Item.Field.Type != flows.TypeSecret {
		w.say(w.l.NoSecret)
		return nil
	}
	text, err := w.ear.hide(sentence(iv.Label())+" "+face.Capital(words.Say(w.Lang, iv.Item.Field.Form())), false)
	switch {
	case errors.Is(err, errLongSecret):
		w.sayf(w.l.LongSecret, flows.MaxSecret>>10)
		return nil
	case err != nil && w.ear.ends(err):
		return w.cutSecret(t, err)
	case err != nil:
		w.echoes(t)
		return nil
	}
	return w.seal(t, text, func() error {
		w.teller.changed(t)
		return nil
	})
}
