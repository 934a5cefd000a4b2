package line

import (
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// walk is the dialogue about one run. The address at which something is asked
// for has no item at the end of a step, and no step at the end of the run. A
// column without a row is in a row to come.
type walk struct {
	*talk
	s *run.Session
	v *run.View

	at     flows.Address
	told   bool   // what stands at the spot was said
	headed string // the step whose heading was said last
	one    bool   // only this cell of the row is asked for
	brief  bool   // what stands before the item was said
	quiet  bool   // back from a row: the list was said, too

	drafts map[flows.Address]string // typed earlier, and not taken
	langs  map[flows.Address]string // in which letters are wished for
	warned bool                     // that quitting loses something
}

// open talks about a run until it comes to its end.
func (k *talk) open(id string) error {
	s, err := run.Resume(k.ctx, k.Env, k.Archive, id, k.Load)
	if err != nil {
		return err
	}
	w := &walk{talk: k, s: s, drafts: map[flows.Address]string{}, langs: map[flows.Address]string{}}
	w.look()
	if err := w.restore(); err != nil {
		return err
	}
	w.begin()
	return w.talkOn()
}

// look takes the run as it stands now.
func (w *walk) look() {
	w.v = w.s.View(w.now())
	h := w.v.Header
	w.last = &h
}

func (w *walk) restore() error {
	drafts, lost, err := face.Restore(w.ctx, w.Archive, w.s.ID(), w.v.Mode)
	for _, d := range drafts {
		w.drafts[flows.Address{Step: d.Step, Item: d.Item, Row: d.Row, Column: d.Column}] = d.Value
	}
	if lost {
		w.say(w.t.Overlay.VaultForgot)
	}
	return err
}

// begin says whose run it is, and goes to where it is gone on with.
func (w *walk) begin() {
	p := w.v.Progress
	w.sayf(w.mode()+w.l.Begin, w.v.Customer.Name, w.v.Title, p.Done, p.Needed())
	w.goTo(w.v.Current)
}

// mode is a word before what must not be taken for real; "" in a real run.
func (w *walk) mode() string {
	if word := w.t.Mode(string(w.v.Mode)); word != "" {
		return word + ". "
	}
	return ""
}

// talkOn asks and answers until the run ends or is left.
func (w *walk) talkOn() error {
	open := w.v.Current != ""
	for {
		err := w.turn()
		for word := (*instead)(nil); errors.As(err, &word); {
			err = w.hear(word.line)
		}
		if err == nil {
			err = w.broken
		}
		switch {
		case err != nil:
			return errors.Join(err, w.finish(err))
		case w.v.Current != "":
			open = true
		case open && w.at.Step == "":
			w.tellEnd()
			return w.finish(nil)
		}
	}
}

// finish keeps what the end of the input cut off, and saves.
func (w *walk) finish(err error) error {
	var cut *partial
	if errors.As(err, &cut) {
		w.keep(cut.text)
	}
	return w.save(nil)
}

// turn asks for what comes next and takes what is said.
func (w *walk) turn() error {
	if err := w.retry(); err != nil {
		return err
	}
	fresh := !w.told
	if fresh {
		w.told = true
		w.announce()
	}
	q := w.question()
	if fresh && q.short != "" {
		q.prompt = q.short
	}
	if q.hidden {
		return w.hidden(q)
	}
	line, err := w.read(q.prompt)
	if err != nil {
		return err
	}
	return w.answer(q, line)
}

// question is what is asked for at a spot.
type question struct {
	prompt string
	short  string // right behind what names it; "" where nothing does
	hidden bool
	take   func(text string) error
}

// hear does what a line says: a word, or else an answer to what is asked for.
func (w *walk) hear(line string) error { return w.answer(w.question(), line) }

func (w *walk) answer(q question, line string) error {
	text, literal := unquoted(line)
	if word, args, ok := lookUp(text); ok && !literal {
		return w.obey(word, args)
	}
	return q.take(text)
}

// obey does a word, or says how it is written.
func (w *walk) obey(word word, args string) error {
	if args == "" && word.args != "" && !strings.HasPrefix(word.args, "[") {
		w.sayf(w.l.Write, word.name, word.args)
		return nil
	}
	return word.do(w, args)
}

// question finds what is asked for at the spot.
func (w *walk) question() question {
	iv := w.item()
	switch {
	case w.at.Step == "":
		return question{prompt: w.l.OverPrompt, take: w.takeOver}
	case iv == nil:
		return question{prompt: w.endPrompt(), take: w.takeStepEnd}
	}
	switch iv.Item.Kind {
	case flows.KindField:
		return w.askField(iv)
	case flows.KindList:
		return w.askList(iv)
	case flows.KindTask:
		return question{prompt: w.taskPrompt(iv), take: w.takeTask}
	case flows.KindWait:
		return question{prompt: w.waitPrompt(iv), take: w.takeWait}
	case flows.KindGate:
		return question{prompt: w.gatePrompt(iv), take: w.takeGate}
	case flows.KindDraft:
		return question{prompt: w.letterPrompt(iv), take: w.onlyEnter}
	case flows.KindCheck:
		return question{prompt: w.checkPrompt(iv), take: w.takeCheck}
	default:
		return question{prompt: sentence(iv.Label()) + " " + w.l.EnterGoesOn, take: w.onlyEnter}
	}
}

// onlyEnter takes nothing but an empty line.
func (w *walk) onlyEnter(text string) error {
	if text != "" {
		w.say(w.l.NotUnderstood)
		return nil
	}
	return w.next()
}

// step and item are those of the spot; nil for none.
func (w *walk) step() *run.StepView {
	if w.at.Step == "" {
		return nil
	}
	return w.v.Step(w.at.Step)
}

func (w *walk) item() *run.ItemView {
	sv := w.step()
	if sv == nil || w.at.Item == "" {
		return nil
	}
	return sv.Item(w.at.Item)
}

func (w *walk) target() flows.Address { return w.at.Whole() }

// asks reports whether an item asks for something; all else is only said.
func asks(iv *run.ItemView) bool {
	if iv.State != run.Applies {
		return false
	}
	switch iv.Item.Kind {
	case flows.KindField, flows.KindList, flows.KindTask, flows.KindWait, flows.KindGate, flows.KindDraft, flows.KindCheck:
		return true
	}
	return false
}

// items are those of the step; none at the end of the run.
func (w *walk) items() []run.ItemView {
	if sv := w.step(); sv != nil {
		return sv.Items
	}
	return nil
}
