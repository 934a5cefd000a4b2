package line

import (
	"lotse/flows"
	"lotse/ui/face"
)

// values has the word that says a value in full.
type values struct {
	*wording
	announcer *itemAnnouncer
}

// value says the value of an item, or of the present one: whole, in groups where it
// is a code, with its problems, and who entered it when.
func (w *values) value(args string) error {
	at := w.at()
	if args != "" {
		named, _, ok := w.announcer.place(args)
		if !ok {
			return nil
		}
		at = named
	}
	of := face.ValueAt(w.t, w.now(), w.walk, w.s.Events(), at, false)
	if of.Text == "" {
		w.say(w.message(flows.Msg("page.value_none")))
		return nil
	}
	w.sayf("%s:", of.Name)
	w.say(of.Text)
	if of.Groups != "" {
		w.say(sentence(w.message(flows.Msg("page.value_groups", "text", of.Groups))))
	}
	for _, s := range of.Warnings {
		w.say("! " + w.plain(s))
	}
	for _, s := range of.About {
		w.say(sentence(s))
	}
	return nil
}
