package line

import (
	"errors"
	"fmt"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// save writes what is pending. Where it cannot be written it says so, and the
// next question tries again.
func (w *walk) save(commands []run.Command) error {
	err := w.s.Flush(w.ctx)
	if errors.Is(err, flows.ErrConflict) {
		var asked error
		if asked, err = w.conflict(commands); asked != nil {
			return asked
		}
	}
	if err != nil && w.unsaved == nil {
		w.sayf(w.l.NotSaved, face.Cause(w.t, err))
	}
	if err == nil && w.unsaved != nil {
		w.say(w.l.SavedNow)
	}
	w.unsaved = err
	return nil
}

// retry saves again what could not be saved.
func (w *walk) retry() error {
	if w.unsaved == nil {
		return nil
	}
	err := w.save(nil)
	w.look()
	return err
}

// conflict is another program's change to the run. Where both changed the same,
// both values are said and the person chooses; else both stand.
func (w *walk) conflict(commands []run.Command) (asked, err error) {
	theirs, err := run.Resume(w.ctx, w.Env, w.Archive, w.s.ID(), w.Load)
	if err != nil {
		return nil, err
	}
	mine, other := w.s.View(w.now()), theirs.View(w.now())
	for _, c := range commands {
		is, was := value(mine, c), value(w.v, c)
		there := value(other, c)
		if is == "" || there == was || there == is {
			continue
		}
		w.sayf(w.l.Conflict, labelIn(mine, c), there, is)
		yes, asked := w.agrees(fmt.Sprintf(w.l.ConflictTake, is))
		if asked != nil || !yes {
			w.s = theirs
			w.look()
			if asked != nil {
				w.keepAnswer(c)
			}
			return asked, nil
		}
	}
	return nil, w.merge()
}

// merge puts what is pending on top of what another program wrote.
func (w *walk) merge() error {
	lost, err := w.s.Reload(w.ctx)
	if err != nil {
		return err
	}
	kept := 0
	for _, c := range lost {
		if _, err := w.s.Do(true, c); err != nil {
			w.sayf(w.l.LostChange, w.sentence(err))
			continue
		}
		kept++
	}
	if len(lost) == kept {
		w.say(w.t.Wizard.Reloaded)
	}
	return w.s.Flush(w.ctx)
}

// value is what stands in a view at what a command changes; "" where that has no
// value.
func value(v *run.View, c run.Command) string {
	switch c := c.(type) {
	case run.Answer:
		if iv := itemOf(v, c.At); iv != nil && iv.Item.Field != nil {
			return show(iv.Item.Field, iv.Value)
		}
	case run.SetCell:
		if iv := itemOf(v, c.At); iv != nil && rowAt(iv, c.At.Row) >= 0 && iv.Column(c.At.Column) != nil {
			return show(iv.Column(c.At.Column).Field, iv.Rows[rowAt(iv, c.At.Row)].Values[c.At.Column])
		}
	}
	return ""
}

func labelIn(v *run.View, c run.Command) string {
	switch c := c.(type) {
	case run.Answer:
		return itemOf(v, c.At).Label()
	case run.SetCell:
		return labelOf(itemOf(v, c.At).Column(c.At.Column))
	}
	return ""
}

// itemOf finds the item that an address names; nil for none.
func itemOf(v *run.View, a flows.Address) *run.ItemView {
	for i := range v.Steps {
		for j := range v.Steps[i].Items {
			iv := &v.Steps[i].Items[j]
			if a.Item == iv.Item.ID && (a.Step == v.Steps[i].Step.ID || a.Step == "" && (iv.Item.Field != nil || iv.Item.List != nil)) {
				return iv
			}
		}
	}
	return nil
}

// keep keeps what was typed and is no answer yet.
func (w *walk) keep(text string) {
	iv := w.item()
	if _, _, said := lookUp(text); said {
		return
	}
	if iv != nil && (iv.Item.Kind == flows.KindField || w.at.Column != "") {
		w.keepFor(w.at, iv, text)
	}
}

func (w *walk) keepFor(at flows.Address, iv *run.ItemView, text string) {
	err := w.keepAt(at, iv, text)
	switch {
	case errors.Is(err, flows.ErrNoIdentity): // there is no key yet to keep it under
		w.tell(fmt.Sprintf(w.l.NotKept, iv.Label()))
		return
	case err != nil:
		w.unsaved = err
		return
	}
	w.tell(fmt.Sprintf(w.l.KeptTyping, iv.Label()))
}

func (w *walk) keepAt(at flows.Address, iv *run.ItemView, text string) error {
	u := run.Unsaved{Run: w.s.ID(), Step: at.Step, Item: at.Item, Row: at.Row, Column: at.Column, At: w.now()}
	if iv.Item.Field != nil && iv.Item.Field.Type == flows.TypeSecret {
		blob, err := w.Archive.Vault().SealUnsaved(w.ctx, w.v.Mode, u.Run, u.Item, run.NewSecret([]byte(text)))
		if err != nil {
			return fmt.Errorf("seal unsaved input: %w", err)
		}
		u.Text, u.Blob = "", blob
	} else {
		u.Text = flows.Clean(text)
	}
	return w.Archive.SaveUnsaved(w.ctx, u)
}

// keepAnswer keeps an answer about which nobody said whether it or another
// program's is to stand.
func (w *walk) keepAnswer(c run.Command) {
	a, ok := c.(run.Answer)
	if iv := itemOf(w.v, a.At); ok && iv != nil {
		w.keepFor(a.At, iv, flows.Format(a.Value))
	}
}

// forget forgets typing that became an answer, or was not wanted.
func (w *walk) forget(at flows.Address) {
	if _, ok := w.drafts[at]; !ok {
		return
	}
	delete(w.drafts, at)
	w.s.Taken(run.Unsaved{Step: at.Step, Item: at.Item, Row: at.Row, Column: at.Column})
	if err := w.s.Flush(w.ctx); err != nil {
		w.unsaved = err
	}
}
