package line

import (
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// dialogue is one conversation about a run: it takes turns, and knows who asks for
// what stands at the spot, who takes which line, and what each word does. What
// comes next walk decides.
type dialogue struct {
	*wording
	talk        *talk
	steps       *steps
	carrier     *carrier
	way         *way
	answers     *answers
	deeds       *deeds
	lists       *lists
	secrets     *secrets
	checks      *checks
	comparisons *comparisons
	letters     *letters
	reading     *reading
	moves       *moves
	rulings     *rulings
	means       map[string]act // what words do
}

// open talks about a run until it comes to its end.
func (k *talk) open(id string) error {
	o, err := outside.Resume(k.ctx, &k.Screen, id)
	if err != nil {
		return err
	}
	if o.Lost {
		k.say(k.t.Overlay.VaultForgot)
	}
	w := newDialogue(k, o.Session, o.Typing)
	w.begin()
	return w.talkOn()
}

// newDialogue is the dialogue about a run, with typing that was kept.
func newDialogue(k *talk, s *run.Session, kept []walk.Typing) *dialogue {
	said := &wording{k.voice, &spot{s: s}}
	w := &dialogue{wording: said, talk: k}
	teller := &teller{said}
	w.steps = &steps{said, teller, map[string]string{}}
	w.walk = walk.New(s, walk.Face{Now: k.now, Stops: stops, StopsAtEnd: true, Holding: mostOpen, Unread: w.steps.untold}, kept)

	decider := &decider{said, k.ear, w.steps}
	w.carrier = &carrier{said, k, decider}
	w.way = &way{said, teller, w.carrier}

	w.answers = &answers{said, k.ear, teller, w.carrier, w.way}
	w.deeds = &deeds{said, k.ear, teller, w.carrier, w.way}
	w.lists = &lists{said, teller, w.carrier, w.way, w.answers, w.deeds}
	w.secrets = &secrets{said, k.ear, teller, w.carrier, w.way, w.answers}
	w.checks = &checks{said, teller, w.carrier, w.way}
	w.comparisons = &comparisons{said, k, teller, w.carrier}
	w.letters = &letters{said, k.ear, teller, w.carrier, w.way, w.comparisons, map[flows.Address]string{}}

	w.reading = &reading{said, teller, w.steps, w.lists}
	w.moves = &moves{wording: said, talk: k, carrier: w.carrier, way: w.way}
	w.rulings = &rulings{said, teller, decider, w.carrier, w.way}
	w.means = w.meanings()
	return w
}

// stops are the kinds of items that ask for something; all else is only said.
func stops(k flows.Kind) bool {
	switch k {
	case flows.KindField, flows.KindList, flows.KindTask, flows.KindWait, flows.KindGate, flows.KindDraft, flows.KindCheck:
		return true
	}
	return false
}

// begin says whose run it is.
func (w *dialogue) begin() {
	p := w.view().Progress
	w.sayf(w.mode()+w.l.Begin, w.view().Customer.Name, w.view().Title, p.Done, p.Needed())
	w.arrive()
}

// talkOn asks and answers until the run ends or is left.
func (w *dialogue) talkOn() error {
	open := w.view().Current != ""
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
		case w.view().Current != "":
			open = true
		case open && w.at().Step == "":
			w.steps.tellEnd()
			return w.finish(nil)
		}
	}
}

// finish keeps what the end of the input cut off, and saves.
func (w *dialogue) finish(err error) error {
	var cut *partial
	if errors.As(err, &cut) {
		w.carrier.keep(cut.text)
	}
	err = w.carrier.acts(walk.Turn{Do: w.walk.Save()})
	last := w.view().Header
	w.talk.last = &last
	for _, m := range w.walk.LastWords() {
		w.talk.lost = append(w.talk.lost, w.message(m))
	}
	if word := (*instead)(nil); ends(err) || errors.As(err, &word) { // it asked, and nobody decided
		return nil
	}
	return err
}

// turn asks for what comes next and takes what is said.
func (w *dialogue) turn() error {
	w.arrive()
	if w.talk.unsaved != nil {
		if err := w.carrier.acts(walk.Turn{Do: w.walk.Save()}); err != nil {
			return err
		}
	}
	fresh := !w.told
	if fresh {
		w.told = true
		w.steps.announce()
	}
	q := w.question()
	if fresh && q.short != "" {
		q.prompt = q.short
	}
	if q.hidden {
		return w.hidden(q)
	}
	line, err := w.talk.read(q.prompt)
	if err != nil {
		return err
	}
	return w.answer(q, line)
}

// hidden asks for a secret without echo. Where that cannot be, it is not asked
// for at all: a screen that shows it, and a voice that reads it aloud, are not
// for secrets.
func (w *dialogue) hidden(q question) error {
	text, err := w.talk.hide(q.prompt, true)
	switch {
	case err == nil:
		return q.take(text)
	case errors.Is(err, errLongSecret):
		w.sayf(w.l.LongSecret, flows.MaxSecret>>10)
		return nil
	case w.talk.ends(err):
		return err
	}
	w.secrets.echoes(w.target())
	line, err := w.talk.read(q.prompt)
	if err != nil {
		return whole(err)
	}
	if word, args, ok := lookUp(line); ok {
		return w.obey(word, args)
	}
	if line != "" {
		w.say(w.l.SecretShown)
		return nil
	}
	return w.way.next()
}

// question is what is asked for at a spot.
type question struct {
	prompt string
	short  string // right behind what names it; "" where nothing does
	hidden bool
	own    string // what is said here, though it is a word elsewhere; "" for none
	take   func(text string) error
}

// hear does what a line says: a word, or else an answer to what is asked for.
func (w *dialogue) hear(line string) error { return w.answer(w.question(), line) }

func (w *dialogue) answer(q question, line string) error {
	text, literal := unquoted(line)
	if q.own != "" && strings.TrimSpace(text) == q.own {
		return q.take(text)
	}
	if word, args, ok := lookUp(text); ok && !literal {
		return w.obey(word, args)
	}
	return q.take(text)
}

// obey does a word, or says how it is written.
func (w *dialogue) obey(word words.Word, args string) error {
	if args == "" && word.Args != "" && !strings.HasPrefix(word.Args, "[") {
		w.sayf(w.l.Write, word.Name, words.Usage(w.Lang, word.Args))
		return nil
	}
	return w.means[word.Name](args)
}

// question finds what is asked for at the spot.
func (w *dialogue) question() question {
	iv := w.item()
	switch {
	case w.at().Step == "":
		return question{prompt: w.l.OverPrompt, take: w.moves.takeOver}
	case iv == nil:
		return question{prompt: w.moves.endPrompt(), take: w.moves.takeStepEnd}
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
		return question{prompt: w.deeds.taskPrompt(iv), take: w.deeds.takeTask}
	case flows.KindWait:
		return question{prompt: w.deeds.waitPrompt(iv), take: w.deeds.takeWait}
	case flows.KindGate:
		return question{prompt: w.deeds.gatePrompt(iv), own: iv.Item.Gate.Word, take: w.deeds.takeGate}
	case flows.KindDraft:
		return question{prompt: w.letters.letterPrompt(iv), take: w.way.onlyEnter}
	case flows.KindCheck:
		return question{prompt: w.checks.checkPrompt(iv), take: w.checks.take}
	default:
		return question{prompt: sentence(iv.Label()) + " " + w.l.EnterGoesOn, take: w.way.onlyEnter}
	}
}
