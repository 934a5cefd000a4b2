package line

import (
	"errors"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// hidden asks for a secret without echo. Where that cannot be, it is not asked
// for at all: a screen that shows it, and a voice that reads it aloud, are not
// for secrets.
func (w *walk) hidden(q question) error {
	text, err := w.hide(q.prompt, true)
	switch {
	case err == nil:
		return q.take(text)
	case errors.Is(err, errLongSecret):
		w.sayf(w.l.LongSecret, flows.MaxSecret>>10)
		return nil
	case w.ends(err):
		return err
	}
	w.echoes(w.target())
	line, err := w.read(q.prompt)
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
	return w.next()
}

// ends reports whether an error ends the question, and is not about the echo.
func (k *talk) ends(err error) bool {
	var word *instead
	return errors.Is(err, errEnd) || errors.Is(err, errLeave) || errors.As(err, &word) || !k.Typed
}

// echoes says why a secret is not asked for here, and what else there is.
func (w *walk) echoes(t flows.Address) { w.sayf(w.l.Echoes, w.s.ID(), t) }

// takeSecret seals a secret at once; an empty line keeps the one that is there.
func (w *walk) takeSecret(text string) error {
	if text == "" {
		draft, typed := w.drafts[w.at]
		if !typed {
			return w.next()
		}
		text = draft
	}
	return w.seal(w.target(), text, func() error { return w.judge(w.next) })
}

// seal seals a secret for a field and goes on. Where there is no key to seal it
// with, that is made first.
func (w *walk) seal(t flows.Address, text string, on func() error) error {
	plain, removed := flows.Normalise(flows.TypeSecret, text, false)
	if plain == "" {
		w.say(w.l.EmptySecret)
		return nil
	}
	at := w.at
	set, err := w.s.Seal(w.ctx, w.Archive.Vault(), t, run.NewSecret([]byte(plain)))
	if errors.Is(err, flows.ErrNoIdentity) {
		made, asked := w.makeKey()
		if asked != nil || !made {
			return asked
		}
		set, err = w.s.Seal(w.ctx, w.Archive.Vault(), t, run.NewSecret([]byte(plain)))
	}
	if err != nil {
		w.sayf("%s %s", w.l.Must, w.sentence(err))
		return nil
	}
	if done, err := w.do(set); err != nil || !done {
		return err
	}
	w.forget(at)
	if removed.Any() {
		w.say(w.said(removed.Problem().Message))
	}
	w.say(w.l.Sealed)
	return on()
}

// makeKey makes the key that seals secrets, under a passphrase that is asked for
// twice.
func (w *walk) makeKey() (bool, error) {
	o := &w.t.Overlay
	w.say(o.VaultWhat)
	pass, err := w.hide(o.VaultPass, false)
	if err == nil && utf8.RuneCountInString(pass) < face.ShortestPassphrase {
		w.sayf("%s %s", o.VaultShort, w.l.NotSealed)
		return false, nil
	}
	again := ""
	if err == nil {
		again, err = w.hide(o.VaultAgain, false)
	}
	switch {
	case err != nil && w.ends(err):
		return false, whole(err)
	case err != nil:
		w.say(w.l.NoPassphrase)
		return false, nil
	case pass != again:
		w.sayf("%s %s", o.VaultDiffer, w.l.NotSealed)
		return false, nil
	}
	if _, err := w.Archive.Vault().Init(w.ctx, run.FilePlace, run.NewSecret([]byte(pass))); err != nil {
		w.sayf("%s %s", w.l.Must, w.sentence(err))
		return false, nil
	}
	w.say(w.l.KeyMade)
	return true, nil
}
