package line

import (
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// checks has the prompt of a check, runs checks, and goes to the answers that
// a result names.
type checks struct {
	*wording
	announcer *itemAnnouncer
	requests  *requestRunner
	navigator *navigator
}

func (w *checks) checkPrompt(iv *run.ItemView) string {
	words := w.l.CheckPrompt
	if len(walk.Causes(iv)) > 0 {
		words = w.l.CheckCauses
	}
	return sentence(iv.Label()) + " " + words
}

// take goes to an answer that a check names, by its number.
func (w *checks) take(text string) error {
	if text == "" {
		return w.navigator.next()
	}
	all := walk.Causes(w.item())
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > len(all) {
		w.say(w.l.NotUnderstood)
		return nil
	}
	w.walk.ToAddress(all[n-1].Item)
	w.arrive()
	w.announced, w.skipBefore = false, true
	return nil
}

// check runs the current check, or another.
func (w *checks) check(args string) error {
	t, ok := w.checkNamed(args)
	if !ok {
		return nil
	}
	turn := w.walk.Check
	if args == "" {
		turn = w.walk.CheckRows
	}
	came, err := w.requests.handleTurn(turn(t))
	if err != nil || !came.Done {
		return err
	}
	iv := w.walk.ItemAt(t)
	if w.target() == t && iv.Status != check.Passed {
		w.announced, w.skipBefore = false, true
		return nil
	}
	w.announcer.describe(iv)
	if w.target() == t {
		return w.navigator.next()
	}
	return nil
}

// checkNamed finds the check that is meant: the named one, the current one, or
// the only one of the step. If it finds none it says so.
func (w *checks) checkNamed(args string) (flows.Address, bool) {
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
