package line

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/file"
)

func (w *walk) taskPrompt(iv *run.ItemView) string {
	words := w.l.TaskOpen
	if iv.Done {
		words = w.l.TaskDone
	}
	if iv.Item.Help != "" {
		words += " " + w.l.MoreExplains
	}
	return sentence(iv.Label()) + " " + strings.TrimSuffix(words, ".")
}

// takeTask ticks a task with a yes and takes the tick back with a no.
func (w *walk) takeTask(text string) error {
	iv := w.item()
	switch {
	case text == "":
		return w.next()
	case isNo(text, w.l.No):
		if done, err := w.do(run.Untick{At: w.target()}); err != nil || !done {
			return err
		}
		return w.next()
	case isYes(text, w.l.Yes):
		return w.tick(iv)
	}
	w.say(w.l.YesOrNo)
	return nil
}

// tick ticks the task off; one that asks for evidence asks for it first.
func (w *walk) tick(iv *run.ItemView) error {
	c := run.Tick{At: w.target()}
	prompt := map[flows.Evidence]string{
		flows.SentenceEvidence: w.t.Overlay.ProofSentence, flows.FileEvidence: w.t.Overlay.ProofFile,
	}[iv.Item.Task.Evidence]
	if prompt != "" {
		proof, err := w.reply(prompt)
		if err != nil {
			return err
		}
		if proof == "" {
			w.say(w.t.Overlay.ProofMissing)
			return nil
		}
		if !w.prove(&c, iv.Item.Task, proof) {
			return nil
		}
	}
	if done, err := w.do(c); err != nil || !done {
		return err
	}
	return w.judge(w.next)
}

// prove adds the proof to a tick. It is false where a file could not be kept,
// which was said then.
func (w *walk) prove(c *run.Tick, t *flows.Task, proof string) bool {
	if t.Evidence != flows.FileEvidence {
		c.Note = proof
		return true
	}
	file, ok := w.kept(proof, flows.MaxEvidence)
	c.Evidence = &file
	return ok
}

// kept keeps a file of at most so many bytes; where that fails it says why.
func (w *walk) kept(path string, most int64) (run.File, bool) {
	file, err := face.KeepFile(w.ctx, w.Archive, file.In(w.Files, path), most)
	if err != nil {
		w.sayf("%s %s", w.l.Must, w.sentence(err))
		return file, false
	}
	w.sayf(w.l.FileKept, flows.CleanLine(file.Name), file.Size)
	return file, true
}

func (w *walk) waitStands(iv *run.ItemView) string {
	switch {
	case iv.Done:
		return w.t.Wizard.WaitAnswered
	case iv.Until != nil:
		return w.t.States.Waiting + ", " + fmt.Sprintf(w.t.Wizard.WaitUntil, w.day(*iv.Until))
	}
	return w.t.States.Waiting
}

// announceWait says who does what, and how long it usually takes.
func (w *walk) announceWait(iv *run.ItemView) {
	wait := iv.Item.Wait
	w.say(w.plain(sentence(capital(flows.CleanLine(wait.For) + " " + wait.Reason))))
	if wait.Usual != "" {
		w.say(w.plain(sentence(fmt.Sprintf(w.t.Overlay.WaitUsual, wait.Usual))))
	}
	if wait.Try != "" {
		w.prose("", wait.Try)
	}
	if iv.Done || iv.Until != nil {
		w.say(sentence(capital(w.waitStands(iv))))
	}
}

func (w *walk) waitPrompt(iv *run.ItemView) string {
	if iv.Done {
		return sentence(nameOf(iv)) + " " + w.l.EnterGoesOn
	}
	return sentence(nameOf(iv)) + " " + w.l.WaitPrompt
}

// nameOf is what an item is called: a wait without a label by who is waited for.
func nameOf(iv *run.ItemView) string {
	if iv.Item.Label == "" && iv.Item.Wait != nil {
		return capital(flows.CleanLine(iv.Item.Wait.For))
	}
	return iv.Label()
}

// takeWait takes that somebody has answered, or the day to look again.
func (w *walk) takeWait(text string) error {
	iv := w.item()
	switch {
	case text == "":
		return w.next()
	case iv.Done:
		w.say(w.l.NotUnderstood)
		return nil
	case hasPrefix("answered", text) && len(text) > 1:
		return w.answered(w.target(), "", w.next)
	}
	return w.waitUntil(w.target(), text, "")
}

// answered says that whoever was waited for has answered, and goes to the step
// that this leads back to; where it talks about that one already, it goes on.
func (w *walk) answered(t flows.Address, why string, on func() error) error {
	if done, err := w.do(run.WaitAnswered{At: t, Why: why}); err != nil || !done {
		return err
	}
	if then := itemOf(w.v, t).Item.Wait.Then; then != "" && then != w.at.Step && w.v.Current != "" {
		w.goTo(w.v.Current)
		return nil
	}
	return on()
}

// waitUntil sets the day to look again, and goes on with what can be done
// meanwhile.
func (w *walk) waitUntil(t flows.Address, text, why string) error {
	day, ok := flows.ParseDate(text, w.now())
	switch {
	case !ok:
		w.say(w.l.WaitUnknown)
		return nil
	case day.Before(w.now()):
		w.say(w.t.Overlay.WaitPast)
		return nil
	}
	w.say(w.understood(day))
	if done, err := w.do(run.WaitUntil{At: t, Until: flows.Morning(day), Why: why}); err != nil || !done {
		return err
	}
	if w.v.Current != w.at.Step && w.v.Current != "" {
		w.say(w.l.Meanwhile)
		w.goTo(w.v.Current)
		return nil
	}
	return w.next()
}

// announceGate says what cannot be undone, and what has to hold first.
func (w *walk) announceGate(iv *run.ItemView) {
	w.sayf("%s: %s", w.t.Overlay.GateTitle, sentence(iv.Label()))
	g := iv.Item.Gate
	if g.Warning != "" {
		w.prose("", g.Warning)
	}
	for i, r := range g.Requires {
		word := w.t.Overlay.GateUnmet
		if iv.Met[i] {
			word = w.t.Overlay.GateMet
		}
		w.sayf("%s %s.", sentence(flows.CleanLine(r.Text)), capital(word))
	}
}

func (w *walk) gatePrompt(iv *run.ItemView) string {
	if iv.Done {
		return sentence(iv.Label()) + " " + capital(w.t.Wizard.GatePassed) + ". " + w.l.EnterGoesOn
	}
	return sentence(iv.Label()) + " " + fmt.Sprintf(w.l.GatePrompt, iv.Item.Gate.Word)
}

// takeGate passes a point of no return: after the word it asks who decided.
func (w *walk) takeGate(text string) error {
	iv := w.item()
	switch {
	case text == "":
		return w.next()
	case iv.Done:
		w.say(w.l.NotUnderstood)
		return nil
	case strings.TrimSpace(text) != iv.Item.Gate.Word:
		w.sayf(w.l.GateOther, iv.Item.Gate.Word)
		return nil
	}
	if i := slices.Index(iv.Met, false); i >= 0 {
		w.sayf(w.l.GateUnmet, sentence(flows.CleanLine(iv.Item.Gate.Requires[i].Text)), w.t.Overlay.GateUnmet)
		return nil
	}
	by, err := w.reply(w.t.Overlay.GateBy)
	if err != nil {
		return err
	}
	if by == "" {
		w.say(w.l.GateNobody)
		return nil
	}
	why, err := w.reply(w.t.Overlay.GateWhy + ". " + w.l.OrNothing)
	if err != nil {
		return err
	}
	if done, err := w.do(run.PassGate{At: w.target(), Word: text, By: by, Why: why}); err != nil || !done {
		return err
	}
	return w.next()
}
