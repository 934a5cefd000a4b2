package line

import (
	"context"
	"errors"
	"io"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// keptSecrets has the words that give a kept secret back: shown on a screen that
// leaves nothing behind, or copied. What a secret is opened for is done once its
// use is saved.
type keptSecrets struct {
	*wording
	session   *lineSession
	prompter  *prompter
	announcer *itemAnnouncer
	requests  *requestRunner

	use    walk.SecretUse
	secret run.Secret    // that was opened last
	pasted flows.Address // what was copied last
}

// opened keeps a secret that was opened, until its use is saved.
func (w *keptSecrets) opened(r walk.OpenSecret, secret run.Secret) { w.use, w.secret = r.Use, secret }

// revealWord shows the kept secret of an item. Where the terminal cannot take it
// away again, it asks first.
func (w *keptSecrets) revealWord(args string) error {
	at, ok := w.named(args)
	if !ok {
		return nil
	}
	if _, _, kept := w.walk.KeptSecret(at); kept && w.Glimpse == nil {
		w.say(w.message(flows.Msg("use.stays")))
		if yes, err := w.yes("use.show_anyway"); err != nil || !yes {
			return err
		}
	}
	return w.do(w.walk.RevealSecret(at), w.show)
}

// copySecret copies a kept secret.
func (w *keptSecrets) copySecret(at flows.Address) error {
	reach := outside.Reach(w.Tools)
	if reach.Program == "" {
		w.say(w.message(flows.Msg("use.nowhere")))
		return nil
	}
	return w.do(w.walk.CopySecret(at, reach), func() error { return w.lend(reach) })
}

// named is the item that is meant: the present one, or the one that is named.
func (w *keptSecrets) named(args string) (flows.Address, bool) {
	if args == "" {
		return w.at(), true
	}
	p, _, ok := w.announcer.place(args)
	return p, ok
}

// do carries out the turn, and then, once the use is saved, what it is for.
func (w *keptSecrets) do(t walk.Turn, then func() error) error {
	defer w.opened(walk.OpenSecret{}, run.Secret{})
	came, err := w.requests.handleTurn(t)
	switch {
	case err != nil || came.Bad || !came.Done:
		return err
	case w.session.unsaved != nil:
		w.say(w.message(flows.Msg("use.unsaved")))
		return nil
	}
	return then()
}

// show shows the secret that was opened.
func (w *keptSecrets) show() error {
	iv := w.walk.ItemAt(w.use.At)
	g := face.NewGlimpse(nameOf(iv), w.secret, w.view().Mode, w.message)
	if w.Glimpse == nil {
		for _, note := range g.Notes {
			w.say(note)
		}
		w.sayf("%s:", nameOf(iv))
		_, w.broken = io.WriteString(w.Out, g.Value+"\n") // whole: a break would be read as part of it
		return nil
	}
	err := w.Glimpse(w.prompter.heard, g)
	switch {
	case errors.Is(err, context.Canceled):
		return errLeave
	case err != nil:
		w.say(w.printer.sentence(err))
	}
	return nil
}

// sayMode says that a rehearsal's secrets are protected by nothing.
func (w *keptSecrets) sayMode() {
	if m := face.SecretNote(w.view().Mode); !m.IsZero() {
		w.say(w.message(m))
	}
}

// lend puts the secret that was opened on the clipboard for a while.
func (w *keptSecrets) lend(reach walk.Reach) error {
	loan := outside.NewLoan(w.Tools, w.secret)
	if err := loan.Begin(w.session.ctx, w.secret); err != nil {
		w.say(w.message(flows.Reason(err)))
		return nil
	}
	w.sayMode()
	if !reach.Readable {
		w.say(w.message(flows.Msg("use.lent_kept", "program", reach.Program)))
		return nil
	}
	w.say(w.message(flows.Msg("use.lent", "program", reach.Program, "n", int(face.LendTime.Seconds()))))
	w.session.lendFor(loan)
	return nil
}

// yes asks a question that is answered by yes or no; anything else is no.
func (w *keptSecrets) yes(code string) (bool, error) {
	text, err := w.prompter.reply(words.Say(w.Lang, flows.Msg(code)))
	if err != nil {
		return false, err
	}
	yes := words.IsYes(text, w.l.Yes)
	if !yes {
		w.say(w.message(flows.Msg("use.left")))
	}
	return yes, nil
}

// openSecret opens a kept secret and puts its use into the log.
func (w *requestRunner) openSecret(r walk.OpenSecret) walk.Turn {
	secret, locked, err := outside.OpenSecret(w.session.ctx, w.Archive, w.view().Mode, r)
	if err == nil && !locked && r.Use.Purpose == run.SecretCopied {
		err = outside.Copyable(secret)
	}
	t := w.walk.SecretOpened(r, locked, err)
	if t.Done {
		w.opened(r, secret)
	}
	return t
}

// expose says where a copied secret stays, and asks whether it is copied all the
// same.
func (w *questioner) expose(q walk.Expose) (walk.Turn, error) {
	for _, m := range q.Why {
		w.say(w.message(m))
	}
	text, err := w.prompter.reply(words.Say(w.Lang, flows.Msg("use.expose")))
	if err != nil {
		return walk.Turn{Bad: true}, err
	}
	if !words.IsYes(text, w.l.Yes) {
		return walk.Turn{Tell: []flows.Message{flows.Msg("use.left")}}, nil
	}
	return w.walk.CopyAnyway(q), nil
}

// unlock asks for the passphrase of the key; an empty one leaves the secret
// closed.
func (w *questioner) unlock(q walk.Unlock) (walk.Turn, error) {
	if !q.Why.IsZero() {
		w.say(w.message(q.Why))
	}
	pass, err := w.prompter.askSecret(words.Say(w.Lang, flows.Msg("use.passphrase")), false)
	switch {
	case err != nil && w.prompter.isFinal(err):
		return walk.Turn{Bad: true}, withoutPartial(err)
	case err != nil:
		return walk.Turn{Bad: true, Tell: []flows.Message{flows.Msg("use.no_echo")}}, nil
	case pass == "":
		return walk.Turn{Tell: []flows.Message{flows.Msg("use.left")}}, nil
	}
	return w.walk.Unlock(q, run.NewSecret([]byte(pass))), nil
}
