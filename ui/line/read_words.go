package line

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
)

// readWords has the words that say something again or in full: help, folded
// texts, a whole step, the steps of the run.
type readWords struct {
	*wording
	announcer *itemAnnouncer
	steps     *stepAnnouncer
	lists     *lists
}

// help says what can be entered.
func (w *readWords) help(string) error {
	for _, line := range w.helpLines() {
		w.say(line)
	}
	return nil
}

// helpLines are the lines of help: each word in them is written as it is typed.
func (w *readWords) helpLines() []string {
	h := &w.l.Help
	lines := []string{
		h.Prompt, h.Words, h.More, h.Read, h.List, h.Say, h.Back, h.Go, h.Done, h.Clear, h.Accept, h.Note, h.Edit, h.Check, h.Draft, h.Quit,
		h.Ids, h.Set, h.Add, h.Wait, h.Problem,
	}
	for _, code := range []string{
		"use.help_line", "attach.help_line", "page.other", "find.help_line", "failed.help", "spell.help_line", "line.help", "papers.help", "fault.help", "earlier.help", "move.help",
	} {
		lines = append(lines, words.Say(w.Lang, flows.Msg(code)))
	}
	return append(lines, h.Literal)
}

// more says what is folded: the help of the current item, and of the step.
func (w *readWords) more(string) error {
	sv, iv := w.walk.Step(), w.item()
	said := false
	tell := func(body string) {
		if body != "" {
			w.prose("", body)
			said = true
		}
	}
	if iv != nil {
		tell(iv.Item.Help)
		if c := iv.Column(w.at().Column); c != nil {
			tell(c.Help)
		}
		if iv.Item.Action != nil {
			tell(iv.Item.Action.Body)
		}
	}
	for i := range w.items() {
		it := &sv.Items[i]
		if it.State != run.Applies {
			continue
		}
		if it.Item.Text != nil && it.Item.Text.Fold {
			tell(it.Item.Text.Body)
		} else if it.Item.Help != "" && !w.asks(it) {
			tell(it.Item.Help)
		}
	}
	if !said {
		w.say(w.l.NoMore)
	}
	return nil
}

// readStep says the whole step, with its answers.
func (w *readWords) readStep(string) error {
	sv := w.walk.Step()
	if sv == nil {
		w.steps.tellEnd()
		return nil
	}
	w.steps.heading(sv)
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.State != run.Applies {
			continue
		}
		w.announcer.describe(iv)
		if w.asks(iv) {
			w.announcer.problems(withoutMissing(iv.Problems))
		}
	}
	for _, n := range sv.Notes {
		w.sayf(w.l.NoteBy, flows.CleanLine(n.By), w.day(n.At), flows.CleanLine(n.Text))
	}
	return nil
}

// list says the steps, or the rows of a list.
func (w *readWords) list(args string) error {
	if args != "" {
		return w.lists.readNamed(args)
	}
	for i := range w.view().Steps {
		sv := &w.view().Steps[i]
		if sv.State == run.NotNeeded {
			continue
		}
		here := ""
		if sv.Step.ID == w.at().Step {
			here = w.l.Here
		}
		w.say(strings.TrimSpace(fmt.Sprintf("%d: %s %s. %s", w.view().Number(sv.Step.ID), sentence(flows.CleanLine(sv.Step.Title)), w.state(sv), here)))
	}
	if n := w.view().Progress.NotNeeded; n > 0 {
		w.say(sentence(face.Capital(fmt.Sprintf(w.t.Wizard.NotNeeded, n))))
	}
	if left := w.walk.Left(); left > 0 {
		w.say(w.message(flows.Msg("spent.line_left", "n", run.Minutes(left))))
	}
	return nil
}

func (w *readWords) repeatSay(string) error {
	if sv := w.walk.Step(); sv != nil && sv.Step.Say != "" {
		w.sayf(w.l.Say, flows.CleanLine(sv.Step.Say))
		return nil
	}
	w.say(w.t.Overlay.SayNothing)
	return nil
}

func (w *readWords) repeatSee(string) error {
	sv := w.walk.Step()
	if sv == nil || sv.Step.See == "" && len(sv.Step.IfNot) == 0 {
		w.say(w.l.SeeNothing)
		return nil
	}
	w.steps.see(sv, false)
	return nil
}
