package line

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// tickWord ticks a task, with its evidence if it asks for one.
func (w *actionItems) tickWord(args string) error {
	name, proof := cut(args)
	p, _, ok := w.announcer.place(name)
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

func (w *actionItems) untickWord(args string) error {
	p, _, ok := w.announcer.place(args)
	if !ok {
		return nil
	}
	return w.ticked(p, w.walk.TickAt(p, false, walk.Stay))
}

func (w *actionItems) ticked(p flows.Address, t walk.Turn) error {
	if t, err := w.requests.handleTurn(t); err != nil || !t.Done {
		return err
	}
	w.announcer.changed(p)
	return nil
}

// waitWord sets until when to wait, or records that an answer has come.
func (w *actionItems) waitWord(args string) error {
	name, rest := cut(args)
	p, _, ok := w.announcer.place(name)
	if !ok {
		return nil
	}
	how, rest := cut(rest)
	switch how {
	case words.WaitAnswered:
		if t, err := w.requests.handleTurn(w.walk.WaitAnswered(p, rest)); err != nil || !t.Done {
			return err
		}
		w.announcer.changed(p)
		return nil
	case words.WaitUntil:
		day, why := cut(rest)
		return w.waitUntil(p, day, why)
	}
	w.say(w.l.WaitHow)
	return nil
}

// gateWord passes a gate: its word, who decided, and why.
func (w *actionItems) gateWord(args string) error {
	name, rest := cut(args)
	p, _, ok := w.announcer.place(name)
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
	if done, err := w.requests.do(c); err != nil || !done {
		return err
	}
	w.announcer.changed(p)
	return nil
}
