package line

import (
	"errors"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/file"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// requestRunner carries out the result of an act of the dialogue: it says the
// messages, carries out the requests, asks the question, and tells the walk
// how each ended. It knows the archive, and whether the run is saved.
type requestRunner struct {
	*wording
	session   *lineSession
	questions *questioner
	opened    func(r walk.OpenSecret, secret run.Secret) // hears of a secret that was opened
}

// handleTurn carries out a turn: it says the messages, carries out the
// requests at once, and asks the question; then it does the same with the turn
// that results from these. The returned turn tells whether anything was done,
// and whether it was refused or cancelled. A question for a passphrase is left
// to the caller, which has the secret, and that of a rotation to its conversation.
func (w *requestRunner) handleTurn(t walk.Turn) (walk.Turn, error) {
	w.sayMessages(t)
	out := walk.Turn{Done: t.Done, Bad: t.Bad}
	for _, r := range t.Do {
		came, err := w.runRequest(r)
		if err != nil {
			return out, err
		}
		more, err := w.handleTurn(came)
		if !isSave(r) {
			out.Done, out.Ask = out.Done || more.Done, more.Ask
		}
		if !isSave(r) || w.session.unsaved == nil { // that it is not saved yet is not bad
			out.Bad = out.Bad || more.Bad
		}
		if err != nil {
			return out, err
		}
	}
	if isLeft(t.Ask) {
		out.Ask = t.Ask
	} else if t.Ask != nil {
		came, asked := w.questions.ask(t.Ask)
		more, err := w.handleTurn(came)
		out.Done, out.Bad = out.Done || more.Done, out.Bad || more.Bad
		if err := errors.Join(asked, err); err != nil {
			return out, err
		}
	}
	w.arrive()
	return out, nil
}

// isLeft reports whether a question is left to the caller.
func isLeft(q walk.Question) bool {
	switch q.(type) {
	case walk.Passphrase, walk.Rotate:
		return true
	}
	return false
}

// handle is handleTurn for callers that do not need the resulting turn.
func (w *requestRunner) handle(t walk.Turn) error {
	_, err := w.handleTurn(t)
	return err
}

// do decides commands and saves them. It returns false if nothing was done,
// which was said then.
func (w *requestRunner) do(commands ...run.Command) (bool, error) {
	t, err := w.handleTurn(w.walk.Propose(walk.Stay, commands...))
	return t.Done && !t.Bad, err
}

// sayMessages says the messages of a turn. Before a failure it says that
// nothing was done, unless the dialogue has a sentence of its own for it.
func (w *requestRunner) sayMessages(t walk.Turn) {
	for _, m := range t.Tell {
		if t.Bad && !strings.HasPrefix(m.Code, "dialogue.") {
			w.sayf(w.l.Refused, w.message(m))
			continue
		}
		w.say(w.message(m))
	}
}

func isSave(r walk.Request) bool {
	switch r.(type) {
	case walk.Save, walk.Reload:
		return true
	}
	return false
}

// runRequest carries out a request, and tells the walk how it ended.
func (w *requestRunner) runRequest(r walk.Request) (walk.Turn, error) {
	switch r := r.(type) {
	case walk.Save:
		return w.save(r), nil
	case walk.Reload:
		lost, err := w.s.Reload(w.session.ctx)
		t := w.walk.Reloaded(lost, err)
		if w.session.ear != nil {
			w.sayHeard(t.Heard)
		}
		w.session.unsaved = w.walk.SaveError()
		return t, nil
	case walk.CatchUp:
		lost, err := w.s.Reload(w.session.ctx)
		t := w.walk.CaughtUp(lost, err)
		w.sayHeard(t.Heard)
		return t, nil
	case walk.Seal:
		return w.walk.Sealed(w.s.Seal(w.session.ctx, w.Archive.Vault(), r.At, check.OriginFor(w.s, r.At), r.Secret)), nil
	case walk.NewKey:
		_, err := w.Archive.Vault().Init(w.session.ctx, run.FilePlace, r.Passphrase)
		return w.walk.KeyMade(err), nil
	case walk.KeepFile:
		kept, err := w.keepFile(r.Path, r.Most)
		return w.walk.FileKept(r, kept, err), nil
	case walk.KeepPage:
		return w.walk.PageKept(r, w.Archive.SetPage(w.session.ctx, r.Customer, r.System, r.Address)), nil
	case walk.OpenPage:
		told, _ := outside.OpenAddress(w.session.ctx, w.Tools, &w.t.Typing, r.Address)
		w.say(told)
	case walk.OpenSecret:
		return w.openSecret(r), nil
	case walk.RunCheck:
		return w.run(r)
	}
	return walk.Turn{}, nil
}

// save saves input and pending events. A failure is said once, and said again
// when saving works again.
func (w *requestRunner) save(r walk.Save) walk.Turn {
	err := outside.Writer{Archive: w.Archive, Session: w.s, Run: w.s.ID(), Mode: w.view().Mode, At: w.now(), OnKept: w.sayKept}.Write(w.session.ctx, r)
	was := w.session.unsaved
	t := w.walk.Saved(err)
	w.session.unsaved = w.walk.SaveError()
	switch {
	case was != nil && w.session.unsaved == nil:
		w.say(w.l.SavedNow)
	case was != nil && t.Bad:
		t.Tell = nil
	}
	return t
}

// keepFile keeps a file of at most most bytes.
func (w *requestRunner) keepFile(path string, most int64) (run.File, error) {
	kept, err := outside.KeepFile(w.session.ctx, w.Archive, file.ResolveInput(w.Files, path), most)
	if err == nil {
		w.sayf(w.l.FileKept, flows.CleanLine(kept.Name), kept.Size)
	}
	return kept, err
}

// sayKept says whether input that is no answer yet was saved.
func (w *requestRunner) sayKept(t walk.Typing, kept bool) {
	switch name := w.walk.Name(t.At.Whole()); {
	case !kept:
		w.sayAside(fmt.Sprintf(w.l.NotKept, name))
	case !t.Gone():
		w.sayAside(fmt.Sprintf(w.l.KeptTyping, name))
	}
}

// noteInput notes input that is no answer yet, for the next save.
func (w *requestRunner) noteInput(text string) {
	if _, _, said := lookUp(text); said {
		return
	}
	if iv := w.item(); iv != nil && (iv.Item.Kind == flows.KindField || w.at().Column != "") {
		w.noteInputAt(w.at(), text)
	}
}

func (w *requestRunner) noteInputAt(at flows.Address, text string) {
	t := walk.Typing{At: at, Text: flows.Clean(text)}
	if iv := w.walk.ItemAt(at); iv != nil && iv.Item.Field != nil && iv.Item.Field.Type == flows.TypeSecret {
		t = walk.Typing{At: at, Secret: run.NewSecret([]byte(text)), Hidden: true}
	}
	w.walk.Type(t)
}
