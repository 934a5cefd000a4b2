package line

import (
	"errors"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/file"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// carrier carries out what came of an act: it tells, does what is requested, has
// asked what is asked, and tells the walk how each ended. It knows the archive and
// whether the run is saved.
type carrier struct {
	*wording
	talk    *talk
	decider *decider
}

// carry carries out what came of an act: it says what is told, does what is
// requested at once, and asks what is asked; and so on with what comes of that.
// The turn tells whether anything was done, and whether it was refused or let
// be. A passphrase is asked for by whoever has the secret: that stays asked.
func (w *carrier) carry(t walk.Turn) (walk.Turn, error) {
	w.tells(t)
	out := walk.Turn{Done: t.Done, Bad: t.Bad}
	for _, r := range t.Do {
		came, err := w.fulfil(r)
		if err != nil {
			return out, err
		}
		more, err := w.carry(came)
		if !saves(r) {
			out.Done, out.Ask = out.Done || more.Done, more.Ask
		}
		if !saves(r) || w.talk.unsaved == nil { // that it is not saved yet is not bad
			out.Bad = out.Bad || more.Bad
		}
		if err != nil {
			return out, err
		}
	}
	if _, secret := t.Ask.(walk.Passphrase); secret {
		out.Ask = t.Ask
	} else if t.Ask != nil {
		came, asked := w.decider.ask(t.Ask)
		more, err := w.carry(came)
		out.Done, out.Bad = out.Done || more.Done, out.Bad || more.Bad
		if err := errors.Join(asked, err); err != nil {
			return out, err
		}
	}
	w.arrive()
	return out, nil
}

// acts is carry where nothing more depends on it.
func (w *carrier) acts(t walk.Turn) error {
	_, err := w.carry(t)
	return err
}

// do decides commands and saves them. It is false where nothing was done, which
// was said then.
func (w *carrier) do(commands ...run.Command) (bool, error) {
	t, err := w.carry(w.walk.Propose(walk.Stay, commands...))
	return t.Done && !t.Bad, err
}

// tells says what is told; of what did not work it says first that it was not
// done, where the dialogue has no sentence of its own for it.
func (w *carrier) tells(t walk.Turn) {
	for _, m := range t.Tell {
		if t.Bad && !strings.HasPrefix(m.Code, "dialogue.") {
			w.sayf(w.l.Refused, w.message(m))
			continue
		}
		w.say(w.message(m))
	}
}

func saves(r walk.Request) bool {
	switch r.(type) {
	case walk.Save, walk.Reload:
		return true
	}
	return false
}

// fulfil does what is requested, and tells the walk how it ended.
func (w *carrier) fulfil(r walk.Request) (walk.Turn, error) {
	switch r := r.(type) {
	case walk.Save:
		return w.save(r), nil
	case walk.Reload:
		lost, err := w.s.Reload(w.talk.ctx)
		t := w.walk.Reloaded(lost, err)
		w.talk.unsaved = w.walk.SaveError()
		return t, nil
	case walk.Seal:
		return w.walk.Sealed(w.s.Seal(w.talk.ctx, w.Archive.Vault(), r.At, r.Secret)), nil
	case walk.NewKey:
		_, err := w.Archive.Vault().Init(w.talk.ctx, run.FilePlace, r.Passphrase)
		return w.walk.KeyMade(err), nil
	case walk.KeepFile:
		kept, err := w.keepFile(r.Path, r.Most)
		return w.walk.FileKept(r, kept, err), nil
	case walk.RunCheck:
		return w.run(r)
	}
	return walk.Turn{}, nil
}

// save keeps what was typed and writes what is pending. That it cannot be
// written is said once, and again when it could.
func (w *carrier) save(r walk.Save) walk.Turn {
	err := outside.Writer{Archive: w.Archive, Session: w.s, Run: w.s.ID(), Mode: w.view().Mode, At: w.now(), OnKept: w.kept}.Write(w.talk.ctx, r)
	was := w.talk.unsaved
	t := w.walk.Saved(err)
	w.talk.unsaved = w.walk.SaveError()
	switch {
	case was != nil && w.talk.unsaved == nil:
		w.say(w.l.SavedNow)
	case was != nil && t.Bad:
		t.Tell = nil
	}
	return t
}

// keepFile keeps a file of at most so many bytes.
func (w *carrier) keepFile(path string, most int64) (run.File, error) {
	kept, err := outside.KeepFile(w.talk.ctx, w.Archive, file.ResolveInput(w.Files, path), most)
	if err == nil {
		w.sayf(w.l.FileKept, flows.CleanLine(kept.Name), kept.Size)
	}
	return kept, err
}

// kept says of typing that is no answer whether it was kept.
func (w *carrier) kept(t walk.Typing, kept bool) {
	switch name := w.walk.Name(t.At.Whole()); {
	case !kept:
		w.tell(fmt.Sprintf(w.l.NotKept, name))
	case !t.Gone():
		w.tell(fmt.Sprintf(w.l.KeptTyping, name))
	}
}

// keep notes what was typed and is no answer yet, for the next save.
func (w *carrier) keep(text string) {
	if _, _, said := lookUp(text); said {
		return
	}
	if iv := w.item(); iv != nil && (iv.Item.Kind == flows.KindField || w.at().Column != "") {
		w.keepAt(w.at(), text)
	}
}

func (w *carrier) keepAt(at flows.Address, text string) {
	t := walk.Typing{At: at, Text: flows.Clean(text)}
	if iv := w.walk.ItemAt(at); iv != nil && iv.Item.Field != nil && iv.Item.Field.Type == flows.TypeSecret {
		t = walk.Typing{At: at, Secret: run.NewSecret([]byte(text)), Hidden: true}
	}
	w.walk.Type(t)
}
