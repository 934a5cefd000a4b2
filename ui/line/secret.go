package line

import (
	"errors"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// secrets has the prompts of secrets, and seals each at once, with a new key
// if there is none. It never says a secret.
type secrets struct {
	*wording
	prompter  *prompter
	announcer *itemAnnouncer
	requests  *requestRunner
	navigator *navigator
	answers   *answers
}

// ask asks for a secret, which is not to be seen.
func (w *secrets) ask(iv *run.ItemView) question {
	b := answerSlot{it: iv.Item, name: iv.Label(), value: iv.Value, standard: iv.Default, set: iv.Set}
	return question{prompt: w.answers.blankPrompt(b), hidden: true, take: w.take}
}

// take seals a secret at once; an empty line keeps the present one.
func (w *secrets) take(text string) error {
	if text == "" {
		draft, typed := w.walk.Typed(w.at())
		if !typed {
			return w.navigator.next()
		}
		text = string(draft.Secret.Reveal())
	}
	return w.seal(w.target(), text, func() error { return w.navigator.sayProblems(w.navigator.next) })
}

// seal seals a secret for a field and goes on. If there is no key, it makes
// one first.
func (w *secrets) seal(t flows.Address, text string, on func() error) error {
	secret := run.NewSecret([]byte(text))
	came, err := w.requests.handleTurn(w.walk.SecretAt(t, secret, walk.Stay))
	if came.Bad && err == nil { // the key does not open: an empty line tries again
		w.requests.noteInputAt(t, text)
	}
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

// makeKey makes the key that seals secrets, under a passphrase that is asked
// for twice.
func (w *secrets) makeKey() (walk.Turn, error) {
	none := walk.Turn{Bad: true}
	o := &w.t.Overlay
	w.say(o.VaultWhat)
	pass, err := w.prompter.askSecret(o.VaultPass, false)
	if err == nil {
		if short := run.CheckPassphrase(run.NewSecret([]byte(pass))); short != nil {
			w.sayf("%s %s", face.Capital(face.Sentence(w.Lang, short)), w.l.NotSealed)
			return none, nil
		}
	}
	again := ""
	if err == nil {
		again, err = w.prompter.askSecret(o.VaultAgain, false)
	}
	switch {
	case err != nil && w.prompter.isFinal(err):
		return none, withoutPartial(err)
	case err != nil:
		w.say(w.l.NoPassphrase)
		return none, nil
	case pass != again:
		w.sayf("%s %s", o.VaultDiffer, w.l.NotSealed)
		return none, nil
	}
	return w.requests.handleTurn(w.walk.MakeKey(run.NewSecret([]byte(pass))))
}

// secretWord reads a secret: from the next line of a pipe, or without echo.
func (w *secrets) secretWord(args string) error {
	iv := w.item()
	t := w.target()
	if args != "" || iv == nil {
		p, named, ok := w.announcer.place(args)
		if !ok {
			return nil
		}
		iv, t = named, p.Whole()
	}
	if iv.Item.Field == nil || iv.Item.Field.Type != flows.TypeSecret {
		w.say(w.l.NoSecret)
		return nil
	}
	text, err := w.prompter.askSecret(sentence(iv.Label())+" "+face.Capital(words.Say(w.Lang, iv.Item.Field.Form())), false)
	switch {
	case errors.Is(err, errLongSecret):
		w.sayf(w.l.LongSecret, flows.MaxSecret>>10)
		return nil
	case err != nil && w.prompter.isFinal(err):
		return w.cutSecret(t, err)
	case err != nil:
		w.sayEchoes(t)
		return nil
	}
	return w.seal(t, text, func() error {
		w.announcer.changed(t)
		return nil
	})
}

// cutSecret keeps, sealed, what the end of the input cut off.
func (w *secrets) cutSecret(t flows.Address, err error) error {
	var cut *partialInput
	if errors.As(err, &cut) {
		w.requests.noteInputAt(t, cut.text)
	}
	return withoutPartial(err)
}

// sayEchoes says why a secret is not asked for here, and what to do instead.
func (w *secrets) sayEchoes(t flows.Address) { w.sayf(w.l.Echoes, w.s.ID(), t) }
