package line

import (
	"strings"

	"lotse/flows"
	"lotse/flows/spell"
	"lotse/ui/face"
)

// spellings has the words for values that are read aloud: one spells, the other
// puts on record that it was read back.
type spellings struct {
	*wording
	announcer *itemAnnouncer
	requests  *requestRunner
}

// at is the item that the first word names, and the rest; without one it is the
// present item.
func (w *spellings) at(args string) (at flows.Address, rest string, ok bool) {
	first, rest := cut(args)
	if first == "" || spell.Alphabet(first).Known() {
		return w.walk.At(), args, true
	}
	at, _, ok = w.announcer.place(first)
	return at, rest, ok
}

// spell says an answer letter by letter, a line each.
func (w *spellings) spell(args string) error {
	at, rest, ok := w.at(args)
	if !ok {
		return nil
	}
	spoken := w.walk.Spoken(at)
	switch {
	case spoken.Secret:
		w.say(w.message(flows.Msg("spell.is_secret", "item", w.walk.Name(at))))
		return nil
	case spoken.Text == "":
		w.say(w.message(flows.Msg("spell.nothing")))
		return nil
	}
	alphabet := spell.Alphabet(strings.TrimSpace(rest))
	if !alphabet.Known() {
		alphabet = spell.For(w.view().Lang)
	}
	parts, all, more := face.Spell(alphabet, w.view().Lang, spoken.Text)
	if all != "" {
		w.say(all)
	}
	for _, p := range parts {
		line := p.Says
		if p.Text != "" {
			line = p.Text + ": " + p.Says
		}
		if p.Note != "" {
			line += ", " + p.Note
		}
		w.say(sentence(line))
	}
	if more > 0 {
		w.say(sentence(w.message(flows.Msg("spell.more", "n", more))))
	}
	return nil
}

// readBack puts on record that an answer was read back and is right.
func (w *spellings) readBack(args string) error {
	at, rest, ok := w.at(args)
	if !ok {
		return nil
	}
	return w.requests.handle(w.walk.ReadBack(at, strings.TrimSpace(rest)))
}
