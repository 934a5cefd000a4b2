package line

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// set answers a field or a cell, wherever the dialogue is.
func (w *answers) set(args string) error {
	name, text := cut(args)
	p, iv, ok := w.announcer.place(name)
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
	t, err := w.requests.handleTurn(w.walk.AnswerAt(p, v, walk.Stay))
	if err != nil || t.Bad {
		return err
	}
	w.announcer.changed(p)
	return nil
}

// settable is the field at an address that can be answered on an open command
// line; else nil, and the reason.
func (w *answers) settable(p flows.Address, iv *run.ItemView) (f *flows.Field, none string) {
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

// clear clears an answer: of the current item, or of another.
func (w *answers) clear(args string) error {
	if args != "" {
		return w.set(args + ` ""`)
	}
	return w.requests.handle(w.walk.Clear())
}
