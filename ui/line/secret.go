package line

import (
	"errors"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// hidden asks for a secret without echo. Where that cannot be, it is not asked
// for at all: a screen that shows it, and a voice that reads it aloud, are not
// for secrets.
func (w *dialogue) hidden(q question) error {
	text, err := w.ear.hide(q.prompt, true)
	switch {
	case err == nil:
		return q.take(text)
	case errors.Is(err, errLongSecret):
		w.sayf(w.l.LongSecret, flows.MaxSecret>>10)
		return nil
	case w.ear.ends(err):
		return err
	}
	w.echoes(w.target())
	line, err := w.ear.read(q.prompt)
	if err != nil {
		return whole(err)
	}
	if word, args, ok := lookUp(line); ok {
		return w.obey(word, args)
	}
	if line != "" {
		w.say(w.l.SecretShown)
		return nil
	}
	return w.way.next()
}

// ends reports whether an error ends the question, and is not about the echo.
func (k *ear) ends(err error) bool {
	var word *instead
	return errors.Is(err, errEnd) || errors.Is(err, errLeave) || errors.As(err, &word) || !k.Typed
}

// echoes says why a secret is not asked for here, and what else there is.
func (w *dialogue) echoes(t flows.Address) { w.sayf(w.l.Echoes, w.s.ID(), t) }

// takeSecret seals a secret at once; an empty line keeps the one that is there.
func (w *dialogue) takeSecret(text string) error {
	if text == "" {
		draft, typed := w.walk.Typed(w.at())
		if !typed {
			return w.way.next()
		}
		text = string(draft.Secret.Reveal())
	}
	return w.seal(w.target(), text, func() error { return w.way.judge(w.way.next) })
}

// seal seals a secret for a field and goes on. Where there is no key to seal it
// with, that is made first.
func (w *dialogue) seal(t flows.Address, text string, on func() error) error {
	secret := run.NewSecret([]byte(text))
	came, err := w.carrier.carry(w.walk.SecretAt(t, secret, walk.Stay))
	if _, key := came.Ask.(walk.Passphrase); key && err == nil {
		came, err = w.makeKey() // what waits for it is sealed then
	}
	switch {
	case err != nil || came.Bad:
		return err
	case !came.Done:
		w.say(w.l.EmptySecret)
		return nil
	}
	w.say(w.l.Sealed)
	return on()
}

// makeKey makes the key that seals secrets, under a passphrase that is asked for
// twice.
func (w *dialogue) makeKey() (walk.Turn, error) {
	none := walk.Turn{Bad: true}
	o := &w.t.Overlay
	w.say(o.VaultWhat)
	pass, err := w.ear.hide(o.VaultPass, false)
	if err == nil && utf8.RuneCountInString(pass) < face.ShortestPassphrase {
		w.sayf("%s %s", o.VaultShort, w.l.NotSealed)
		return none, nil
	}
	again := ""
	if err == nil {
		again, err = w.ear.hide(o.VaultAgain, false)
	}
	switch {
	case err != nil && w.ear.ends(err):
		return none, whole(err)
	case err != nil:
		w.say(w.l.NoPassphrase)
		return none, nil
	case pass != again:
		w.sayf("%s %s", o.VaultDiffer, w.l.NotSealed)
		return none, nil
	}
	return w.carrier.carry(w.walk.MakeKey(run.NewSecret([]byte(pass))))
}
