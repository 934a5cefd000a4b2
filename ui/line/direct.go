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

// place finds what an argument names. Where there is nothing by that name it
// says so.
func (w *dialogue) place(arg string) (flows.Address, *run.ItemView, bool) {
	p, iv, err := w.walk.Find(arg)
	if err == nil {
		return p, iv, true
	}
	words := w.message(walk.Sentence(err))
	if iv == nil && p.Row == "" {
		words += " " + w.l.NoItem
	}
	w.say(words)
	return p, nil, false
}

// noList says that there is no list.
func (w *dialogue) noList() { w.say(w.message(flows.Msg("dialogue.no_list"))) }

// changed says how an item stands that a direct word changed, unless its prompt
// says so.
func (w *dialogue) changed(p flows.Address) {
	iv := w.walk.ItemAt(p)
	switch {
	case iv == nil:
		return
	case w.target() == p.Whole() && w.at().Row == p.Row:
	case p.Row == "":
		w.say(sentence(named(nameOf(iv), w.stands(iv))))
	default:
		if at := rowAt(iv, p.Row); at >= 0 {
			w.say(w.row(iv, &iv.Rows[at]))
		}
	}
	for _, pv := range iv.AllProblems() {
		if pv.Row == p.Row && pv.Column == p.Column && pv.Accepted == nil && !pv.Missing() {
			w.say(w.problem(pv))
		}
	}
}

// set gives an answer to a field or a cell, wherever the dialogue stands.
func (w *dialogue) set(args string) error {
	name, text := cut(args)
	p, iv, ok := w.place(name)
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
	t, err := w.carry(w.walk.AnswerAt(p, v, walk.Stay))
	if err != nil || t.Bad {
		return err
	}
	w.changed(p)
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
	return w.acts(w.walk.Clear())
}

// tickWord ticks a task off, with its proof where it asks for one.
func (w *dialogue) tickWord(args string) error {
	name, proof := cut(args)
	p, _, ok := w.place(name)
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
	p, _, ok := w.place(args)
	if !ok {
		return nil
	}
	return w.ticked(p, w.walk.TickAt(p, false, walk.Stay))
}

func (w *dialogue) ticked(p flows.Address, t walk.Turn) error {
	if t, err := w.carry(t); err != nil || !t.Done {
		return err
	}
	w.changed(p)
	return nil
}

// cutSecret keeps, sealed, what the end of the input cut off.
func (w *dialogue) cutSecret(t flows.Address, err error) error {
	var cut *partial
	if errors.As(err, &cut) {
		w.keepAt(t, cut.text)
	}
	return whole(err)
}

// secretWord reads a secret: from the next line of a pipe, or without echo.
func (w *dialogue) secretWord(args string) error {
	iv := w.item()
	t := w.target()
	if args != "" || iv == nil {
		p, named, ok := w.place(args)
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
		w.changed(t)
		return nil
	})
}
