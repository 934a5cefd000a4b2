package walk

import (
	"errors"

	"lotse/flows"
	"lotse/flows/run"
)

// Entry is an answer for one field among several; Secret holds that of a
// secret.
type Entry struct {
	At     flows.Address
	Value  flows.Value
	Secret run.Secret
	Hidden bool // it is a secret's
}

// AnswerAll answers several fields of the step at once, or none: secrets are
// sealed first. The dialogue goes on after the last of them.
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
		p.answers = append(p.answers, e.At)
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

// Sealed takes the result of Seal, in the order of the requests. If there is
// no key yet the turn asks for a passphrase, and the secret stays unsubmitted
// input. A dialogue that has moved on meanwhile stays where it is.
func (w *Walk) Sealed(set run.SetSecret, err error) Turn {
	if len(w.sealing) == 0 {
		return Turn{}
	}
	p := w.sealing[0]
	w.sealing = w.sealing[1:]
	switch {
	case errors.Is(err, flows.ErrNoIdentity):
		w.awaitsKey = &p
		return Turn{Ask: Passphrase{}}
	case err != nil:
		w.toCheck = flows.Address{}
		return w.failed(err)
	case p.from != w.at.Whole():
		p.then = Stay
	}
	at := p.entries[0].At
	p.entries = p.entries[1:]
	made := Turn{}
	if set.KeyMade {
		made = tell("dialogue.key_in_keychain")
	}
	if len(set.Lost) > 0 {
		made = made.merge(tell("team.sealed_without", "members", set.Lost))
	}
	if p.rotates {
		p.commands, p.answers = append(p.commands, set.InRotation()), nil
		return made.merge(w.rotated(at, w.enter(p)))
	}
	p.commands = append(p.commands, set)
	return made.merge(w.enter(p))
}

// MakeKey answers Passphrase: it requests the key that seals secrets.
func (w *Walk) MakeKey(passphrase run.Secret) Turn {
	return Turn{Do: []Request{NewKey{passphrase}}}
}

// KeyMade takes the result of NewKey. The secret that waited for the key is
// sealed then; without a key it stays unsubmitted input.
func (w *Walk) KeyMade(err error) Turn {
	p := w.awaitsKey
	w.awaitsKey = nil
	if err != nil {
		w.toCheck = flows.Address{}
		return w.failed(err)
	}
	t := tell("dialogue.key_made")
	if p == nil {
		return t
	}
	return t.merge(w.enter(*p))
}
