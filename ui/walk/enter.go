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
		p.settles = append(p.settles, e.At)
		if e.Hidden {
			p.from = w.at.Whole()
			w.sealing = append(w.sealing, p)
			return Turn{Do: []Request{Seal{At: e.At, Secret: e.Secret}}}
		}
		p.commands = append(p.commands, run.Answer{At: e.At, Value: e.Value})
		p.entries = p.entries[1:]
	}
	return w.propose(p)
}

// Sealed hears how Seal ended, the first one first. Where there is no key yet to
// seal with, the person is asked for a passphrase, and what was typed stays
// typed. Whoever has gone elsewhere meanwhile stays there.
func (w *Walk) Sealed(set run.SetSecret, err error) Turn {
	if len(w.sealing) == 0 {
		return Turn{}
	}
	p := w.sealing[0]
	w.sealing = w.sealing[1:]
	switch {
	case errors.Is(err, flows.ErrNoIdentity):
		w.keyless = &p
		return Turn{Ask: Passphrase{}}
	case err != nil:
		return w.failed(err)
	case p.from != w.at.Whole():
		p.then = Stay
	}
	p.commands, p.entries = append(p.commands, set), p.entries[1:]
	return w.enter(p)
}

// MakeKey answers Passphrase: it makes the key that seals secrets.
func (w *Walk) MakeKey(passphrase run.Secret) Turn {
	return Turn{Do: []Request{NewKey{passphrase}}}
}

// KeyMade hears how NewKey ended. The secret that waited for the key is sealed
// then; where there is no key it stays typed.
func (w *Walk) KeyMade(err error) Turn {
	p := w.keyless
	w.keyless = nil
	if err != nil {
		return w.failed(err)
	}
	t := tell("dialogue.key_made")
	if p == nil {
		return t
	}
	return t.also(w.enter(*p))
}
