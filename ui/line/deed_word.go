package line

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// tickWord ticks a task off, with its proof where it asks for one.
func (w *deeds) tickWord(args string) error {
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

func (w *deeds) untickWord(args string) error {
	p, _, ok := w.teller.place(args)
	if !ok {
		return nil
	}
	return w.ticked(p, w.walk.TickAt(p, false, walk.Stay))
}

func (w *deeds) ticked(p flows.Address, t walk.Turn) error {
	if t, err := w.carrier.carry(t); err != nil || !t.Done {
		return err
	}
	w.teller.changed(p)
	return nil
}

// waitWord says until when is waited, or that an answer has come.
func (w *deeds) waitWord(args string) error {
	name, rest := cut(args)
	p, _, ok := w.teller.place(name)
	if !ok {
		return nil
	}
	how, rest := cut(rest)
	switch how {
	case words.WaitAnswered:
		if t, err := w.carrier.carry(w.walk.Answered(p, rest)); err != nil || !t.Done {
			return err
		}
		w.teller.changed(p)
		return nil
	case words.WaitUntil:
		day, why := cut(rest)
		return w.waitUntil(p, day, why)
	}
	w.say(w.l.WaitHow)
	return nil
}

// gateWord passes a gate: its word, by whom, and why.
func (w *deeds) gateWord(args string) error {
	name, rest := cut(args)
	p, _, ok := w.teller.place(name)
	if !ok {
		return nil
	}
	said, who, found := strings.Cut(rest, " "+words.GateBy+" ")
	by, why, _ := strings.Cut(who, " "+words.GateWhy+" ")
	if !found || strings.TrimSpace(by) == "" {
		w.say(w.l.GateHow)
		return nil
	}
	c := run.PassGate{At: p, Word: strings.TrimSpace(said), By: strings.TrimSpace(by), Why: strings.TrimSpace(why)}
	if done, err := w.carrier.do(c); err != nil || !done {
		return err
	}
	w.teller.changed(p)
	return nil
}
