package line

import (
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// stops reports whether items of a kind ask for something; all others are only
// said.
func stops(k flows.Kind) bool {
	switch k {
	case flows.KindField, flows.KindList, flows.KindTask, flows.KindWait, flows.KindGate, flows.KindDraft, flows.KindCheck:
		return true
	}
	return false
}

// turn asks for what comes next, and handles the line.
func (w *dialogue) turn() error {
	if err := w.follow(); err != nil {
		return err
	}
	if err := w.requests.handle(w.others.hear()); err != nil {
		return err
	}
	w.arrive()
	w.session.sayLoanEnd()
	w.session.sayDue()
	if w.session.unsaved != nil {
		if err := w.requests.handle(walk.Turn{Do: w.walk.Save()}); err != nil {
			return err
		}
	}
	fresh := !w.announced
	if fresh {
		w.announced = true
		w.steps.announce()
	}
	q := w.question()
	if fresh && q.short != "" {
		q.prompt = q.short
	}
	if q.hidden && !w.session.Env.LooksOn {
		return w.hidden(q)
	}
	line, err := w.session.read(q.prompt)
	if err != nil {
		return err
	}
	return w.answer(q, line)
}

// hidden asks for a secret without echo. If that is impossible the secret is
// not asked for, since neither a screen nor a screen reader may show it.
func (w *dialogue) hidden(q question) error {
	text, err := w.session.askSecret(q.prompt, true)
	switch {
	case err == nil:
		return w.take(q, text)
	case errors.Is(err, errLongSecret):
		w.sayf(w.l.LongSecret, flows.MaxSecret>>10)
		return nil
	case w.session.isFinal(err):
		return err
	}
	w.secrets.sayEchoes(w.target())
	line, err := w.session.read(q.prompt)
	if err != nil {
		return withoutPartial(err)
	}
	if word, args, ok := lookUp(line); ok {
		return w.runWord(word, args)
	}
	if line != "" {
		w.say(w.l.SecretShown)
		return nil
	}
	return w.navigator.next()
}

// question is the prompt of an item.
type question struct {
	prompt string
	short  string // right behind what names it; "" where nothing does
	hidden bool
	own    func(text string) bool // what is an answer here, though it may be a word elsewhere; nil: nothing
	take   func(text string) error
}

// handleLine carries out a line: a word, or else an answer to the current
// prompt.
func (w *dialogue) handleLine(line string) error { return w.answer(w.question(), line) }

func (w *dialogue) answer(q question, line string) error {
	text, literal := unquoted(line)
	if q.own != nil && q.own(text) {
		return w.take(q, text)
	}
	if word, args, ok := lookUp(text); ok && !literal {
		return w.runWord(word, args)
	}
	return w.take(q, text)
}

// take takes an answer, which is not lost if the program itself fails over it.
func (w *dialogue) take(q question, text string) error {
	if w.session.Env.LooksOn {
		return w.lookOn(text)
	}
	w.taking = text
	err := q.take(text)
	w.taking = ""
	return err
}

// lookOn goes on where somebody who may only read answers nothing, and says why
// what they wrote is no answer.
func (w *dialogue) lookOn(text string) error {
	if text == "" {
		return w.navigator.next()
	}
	w.say(words.Say(w.Lang, run.LookingOn().Message))
	return nil
}

// runWord runs a word, or says how it is written.
func (w *dialogue) runWord(word words.Word, args string) error {
	if args == "" && word.Args != "" && !strings.HasPrefix(word.Args, "[") {
		w.sayf(w.l.Write, word.Name, words.Usage(w.Lang, word.Args))
		return nil
	}
	return w.wordActions[word.Name](args)
}

// doWord runs a word that was chosen by its name.
func (w *dialogue) doWord(name string) error {
	word, _, _ := lookUp(name)
	return w.runWord(word, "")
}

// question is the current prompt.
func (w *dialogue) question() question {
	iv := w.item()
	switch {
	case w.at().Step == "":
		return question{prompt: w.l.OverPrompt, take: w.moveWords.takeOver}
	case iv == nil:
		return question{prompt: w.moveWords.endPrompt(), take: w.moveWords.takeStepEnd}
	}
	switch iv.Item.Kind {
	case flows.KindField:
		if iv.Item.Field.Type == flows.TypeSecret {
			return w.secrets.ask(iv)
		}
		return w.answers.ask(iv)
	case flows.KindList:
		return w.lists.ask(iv)
	case flows.KindTask:
		return question{prompt: w.actions.taskPrompt(iv), take: w.actions.takeTask}
	case flows.KindWait:
		return question{prompt: w.actions.waitPrompt(iv), take: w.actions.takeWait}
	case flows.KindGate:
		return question{prompt: w.actions.gatePrompt(iv), own: iv.Item.Gate.Takes, take: w.actions.takeGate}
	case flows.KindDraft:
		return question{prompt: w.letters.letterPrompt(iv), take: w.navigator.onlyEnter}
	case flows.KindCheck:
		return question{prompt: w.checks.checkPrompt(iv), take: w.checks.take}
	default:
		return question{prompt: sentence(iv.Label()) + " " + w.l.EnterGoesOn, take: w.navigator.onlyEnter}
	}
}
