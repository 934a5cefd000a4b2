package walk

import (
	"errors"

	"lotse/flows"
	"lotse/flows/run"
)

// Entry is an answer for one field among several; of a secret Secret holds it.
type Entry struct {
	At     flows.Address
	Value  flows.Value
	Secret run.Secret
	Hidden bool // it is a secret's
}

// AnswerAll answers several fields of the step at once, or none: secrets are
// sealed first. The dialogue goes on behind the last of them.
func (w *Walk) AnswerAll(entries []Entry) Turn {
	if len(entries) == 0 {
		return Turn{}
	}
	last := entries[len(entries)-1].At
	for _, e := range entries {
		w.Visit(e.At)
	}
	w.To(last.Item)
	return w.enter(proposal{entries: entries, then: Forward, tell: []flows.Message{flows.Msg("dialogue.all_answered", "n", len(entries))}})
}

// enter makes commands of the entries, until a secret has to be sealed.
func (w *Walk) enter(p proposal) Turn {
	for len(p.entries) > 0 {
		e := p.entries[0]
		if e.Hidden {
			w.asked = &p
			return Turn{Do: []Request{Seal{At: e.At, Secret: e.Secret}}}
		}
		p.commands = append(p.commands, run.Answer{At: e.At, Value: e.Value})
		p.entries = p.entries[1:]
	}
	return w.propose(p)
}

// Sealed hears how Seal ended. Where there is no key yet to seal with, the
// person is asked for a passphrase, and what was typed stays typed.
func (w *Walk) Sealed(set run.SetSecret, err error) Turn {
	p := w.asked
	switch {
	case p == nil || len(p.entries) == 0:
		return Turn{}
	case errors.Is(err, flows.ErrNoIdentity):
		return Turn{Ask: Passphrase{}}
	}
	w.asked = nil
	if err != nil {
		return w.failed(err)
	}
	p.commands, p.entries = append(p.commands, set), p.entries[1:]
	return w.enter(*p)
}

// MakeKey answers Passphrase: it makes the key that seals secrets.
func (w *Walk) MakeKey(passphrase run.Secret) Turn {
	return Turn{Do: []Request{NewKey{passphrase}}}
}

// KeyMade hears how NewKey ended. The secret that waited for the key is sealed
// then; where there is no key it stays typed.
func (w *Walk) KeyMade(err error) Turn {
	p := w.asked
	w.asked = nil
	if err != nil {
		return w.failed(err)
	}
	t := tell("dialogue.key_made")
	if p == nil || len(p.entries) == 0 {
		return t
	}
	return t.also(w.enter(*p))
}
