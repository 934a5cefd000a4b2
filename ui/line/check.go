package line

import (
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

func (w *dialogue) checkPrompt(iv *run.ItemView) string {
	words := w.l.CheckPrompt
	if len(walk.Causes(iv)) > 0 {
		words = w.l.CheckCauses
	}
	return sentence(iv.Label()) + " " + words
}

// takeCheck goes to an answer that a check names, by its number.
func (w *dialogue) takeCheck(text string) error {
	if text == "" {
		return w.next()
	}
	all := walk.Causes(w.item())
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > len(all) {
		w.say(w.l.NotUnderstood)
		return nil
	}
	w.walk.ToAddress(all[n-1].Item)
	w.arrive()
	w.told, w.brief = false, true
	return nil
}

// check runs the check that is asked for, or another.
func (w *dialogue) check(args string) error {
	t, ok := w.checkNamed(args)
	if !ok {
		return nil
	}
	came, err := w.carry(w.walk.Check(t))
	if err != nil || !came.Done {
		return err
	}
	iv := w.walk.ItemAt(t)
	if w.target() == t && iv.Status != check.Passed {
		w.told, w.brief = false, true
		return nil
	}
	w.teller.describe(iv)
	if w.target() == t {
		return w.next()
	}
	return nil
}

// run runs a check, whose parts are said as they come.
func (w *dialogue) run(r walk.RunCheck) (walk.Turn, error) {
	ctx, done := w.talk.slow.during(w.talk.heard)
	w.say(w.mode() + w.l.Checking) // it may take its time
	record, err := w.talk.runner.Record(ctx, w.s, w.view().Mode, r.At, w.phases())
	stopped := done()
	switch {
	case w.talk.heard.Err() != nil:
		return walk.Turn{}, errLeave
	case stopped:
		w.say(w.t.Check.Cancelled)
		return walk.Turn{Bad: true}, nil
	}
	return w.walk.Checked(record, err), nil
}

// phases says the parts of a check's way as they come. One alone says no more
// than the result.
func (w *dialogue) phases() func(run.Phase) {
	var first *run.Phase
	said := false
	return func(p run.Phase) {
		if p.Status == check.Running { // a line cannot be drawn anew
			return
		}
		if first == nil {
			first = &p
			return
		}
		if !said {
			said = true
			w.phase(first)
		}
		w.phase(&p)
	}
}

func (w *dialogue) phase(p *run.Phase) {
	if _, word := face.CheckStatus(&w.t.Check, p.Status); !p.Message.IsZero() {
		w.sayf("%s: %s", face.Capital(word), w.said(p.Says()))
	}
}

// checkNamed finds the check that is meant: the one that is named, the one that
// is asked for, or the only one of the step. Where it finds none it says so.
func (w *dialogue) checkNamed(args string) (flows.Address, bool) {
	if p, iv, err := w.walk.Find(args); err == nil && iv.Item.Kind == flows.KindCheck {
		return p.Whole(), true
	}
	var found []flows.Address
	for _, iv := range w.items() {
		if iv.State == run.Applies && iv.Item.Kind == flows.KindCheck {
			found = append(found, flows.Address{Step: w.at().Step, Item: iv.Item.ID})
		}
	}
	if iv := w.item(); strings.TrimSpace(args) == "" && iv != nil && iv.Item.Kind == flows.KindCheck {
		return w.target(), true
	}
	if strings.TrimSpace(args) == "" && len(found) == 1 {
		return found[0], true
	}
	w.say(w.l.NoCheck)
	return flows.Address{}, false
}
