package line

import (
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/face"
)

// follow has the run go on by what the author of its procedure has saved since the
// last prompt, or says what is wrong with that.
func (w *dialogue) follow() error {
	k := w.session
	if c, is := k.Preview.Next(); is {
		switch {
		case c.Procedure == nil:
			w.sayFault(&c.Fault)
		case k.faulty:
			w.say(words.Say(w.Lang, flows.Msg("preview.mended", "at", w.now().Format(time.TimeOnly))))
		}
		k.faulty = c.Procedure == nil
		if !k.faulty {
			k.written = c.Procedure
		}
	}
	if k.written == nil || k.written.Digest == w.view().Digest {
		return nil
	}
	t := w.walk.Follow(k.written)
	if t.Bad {
		k.written = nil // it is refused each time
	} else {
		w.say(words.Say(w.Lang, flows.Msg("preview.read", "at", w.now().Format(time.TimeOnly))))
		w.reset()
		w.headingSaid = ""
	}
	return w.requests.handle(t)
}

// sayFault says the first thing that is wrong, where, and how much more there is.
func (w *dialogue) sayFault(f *face.Fault) {
	said := words.Say(w.Lang, f.Message)
	if f.File != "" {
		said = fmt.Sprintf("%s:%d:%d: %s", flows.CleanLine(f.File), f.Line, f.Column, said)
	}
	w.say(said)
	if f.More > 0 {
		w.say(sentence(words.Say(w.Lang, flows.Msg("preview.more", "n", f.More))))
	}
	w.say(words.Say(w.Lang, flows.Msg("preview.still")))
}
