package line

import (
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// cut takes the first part of what follows a word.
func cut(args string) (first, rest string) {
	first, rest, _ = strings.Cut(args, " ")
	return first, strings.TrimSpace(rest)
}

// place finds the item that an argument names, and of a list the row, by its id
// or its number. Where it finds none it says so.
func (w *walk) place(arg string) (p flows.Address, iv *run.ItemView, ok bool) {
	p, ok = flows.ParseItem(arg)
	if !ok {
		w.sayf(w.l.NoItem, arg)
		return p, nil, false
	}
	if iv = w.find(&p); iv == nil {
		w.sayf(w.l.NoItem, arg)
		return p, nil, false
	}
	if p.Row != "" {
		if iv.Item.Kind != flows.KindList {
			w.say(w.l.NoList)
			return p, nil, false
		}
		row := rowOf(iv, p.Row)
		if row == "" {
			w.sayf(w.l.NoRow, p.Row, w.rowCount(len(iv.Rows)))
			return p, nil, false
		}
		p.Row = row
	}
	return p, iv, true
}

// find finds an item by step.item, by the id of a field or list, or by that of
// any item in the present step, and completes its name.
func (w *walk) find(p *flows.Address) *run.ItemView {
	for _, t := range []flows.Address{p.Whole(), {Step: w.at.Step, Item: p.Item}} {
		if step, it, err := w.s.Resolve(t); err == nil {
			p.Step, p.Item = step.ID, it.ID
			return w.v.Step(step.ID).Item(it.ID)
		}
	}
	return nil
}

// after says how an item stands that a direct word changed, unless its prompt
// says so, and goes on where what was asked for is gone.
func (w *walk) after(p flows.Address) {
	if iv := itemOf(w.v, p); iv != nil {
		w.changed(iv, p)
	}
	if here := w.item(); w.at.Item != "" && (here == nil || !asks(here)) {
		w.toItem(w.neighbour(1))
	}
	if w.at.Step == "" && w.v.Current != "" {
		w.goTo(w.v.Current)
	}
}

func (w *walk) changed(iv *run.ItemView, p flows.Address) {
	switch {
	case w.target() == p.Whole() && w.at.Row == p.Row:
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
func (w *walk) set(args string) error {
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
	f, c := iv.Item.Field, run.Command(nil)
	switch {
	case p.Row != "":
		col := iv.Column(p.Column)
		if col == nil {
			w.sayf(w.l.NoColumn, p.Column, strings.Join(columnNames(iv), ", "))
			return nil
		}
		if f = col.Field; f == nil {
			w.say(w.l.TickThat)
			return nil
		}
	case f == nil:
		w.say(w.l.NoField)
		return nil
	case f.Type == flows.TypeSecret:
		w.say(w.l.SetSecret)
		return nil
	}
	v := flows.Value(nil)
	if text != "" {
		if v, _, ok = w.understand(f, text); !ok {
			return nil
		}
	}
	if p.Row != "" {
		c = run.SetCell{At: p, Value: v}
	} else {
		c = run.Answer{At: p, Value: v}
	}
	if done, err := w.do(c); err != nil || !done {
		return err
	}
	w.after(p)
	return nil
}

// clear takes an answer away: of the item that is asked for, or of another.
func (w *walk) clear(args string) error {
	if args != "" {
		return w.set(args + ` ""`)
	}
	iv := w.item()
	switch {
	case iv == nil:
	case iv.Item.Kind == flows.KindField && iv.Item.Field.Type == flows.TypeSecret:
		_, err := w.do(run.SetSecret{At: w.target()})
		return err
	case iv.Item.Kind == flows.KindField:
		w.forget(w.at)
		_, err := w.do(run.Answer{At: w.target()})
		return err
	case w.at.Row != "":
		w.forget(w.at)
		_, err := w.do(run.SetCell{At: w.at})
		return err
	}
	if iv == nil || w.at.Row == "" {
		w.say(w.l.NothingToClear)
	}
	return nil
}

// tickWord ticks a task off, with its proof where it asks for one.
func (w *walk) tickWord(args string) error {
	name, proof := cut(args)
	p, iv, ok := w.place(name)
	if !ok {
		return nil
	}
	c := run.Tick{At: p}
	if iv.Item.Task != nil && proof != "" {
		text, _ := unquoted(proof)
		if !w.prove(&c, iv.Item.Task, text) {
			return nil
		}
	}
	if done, err := w.do(c); err != nil || !done {
		return err
	}
	w.after(p)
	return nil
}

func (w *walk) untickWord(args string) error {
	p, _, ok := w.place(args)
	if !ok {
		return nil
	}
	if done, err := w.do(run.Untick{At: p}); err != nil || !done {
		return err
	}
	w.after(p)
	return nil
}

// cutSecret keeps, sealed, what the end of the input cut off.
func (w *walk) cutSecret(t flows.Address, iv *run.ItemView, err error) error {
	var cut *partial
	if errors.As(err, &cut) {
		w.keepFor(t, iv, cut.text)
	}
	return whole(err)
}

// secretWord reads a secret: from the next line of a pipe, or without echo.
func (w *walk) secretWord(args string) error {
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
	text, err := w.hide(sentence(iv.Label())+" "+capital(w.l.FormSecret), false)
	switch {
	case errors.Is(err, errLongSecret):
		w.sayf(w.l.LongSecret, flows.MaxSecret>>10)
		return nil
	case err != nil && w.ends(err):
		return w.cutSecret(t, iv, err)
	case err != nil:
		w.echoes(t)
		return nil
	}
	return w.seal(t, text, func() error {
		w.after(t)
		return nil
	})
}
