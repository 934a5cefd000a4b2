package line

import (
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// dialogue is the conversation about one run. It knows which part asks for the
// current item, which handles a line, and what each word does. ui/walk decides
// what comes next.
type dialogue struct {
	*wording
	session     *lineSession
	steps       *stepAnnouncer
	requests    *requestRunner
	navigator   *navigator
	answers     *answers
	actions     *actionItems
	lists       *lists
	secrets     *secrets
	rotations   *rotations
	keptSecrets *keptSecrets
	checks      *checks
	faults      *faults
	comparisons *comparisons
	letters     *letters
	papers      *papers
	readWords   *readWords
	moveWords   *moveWords
	recordWords *recordWords
	files       *files
	spellings   *spellings
	finder      *finder
	clocks      *clocks
	values      *values
	versions    *versions
	wordActions map[string]wordAction // what words do
	cameToEnd   bool                  // the run has ended in this dialogue, which still stands there
	taking      string                // the answer that is being taken; "" between answers
}

// open talks about a run until it ends or is left.
func (k *lineSession) open(id string) error {
	o, err := outside.Resume(k.ctx, &k.Screen, id)
	if err != nil {
		return err
	}
	if o.Lost {
		k.say(k.t.Overlay.VaultForgot)
	}
	w := newDialogue(k, o.Session, o.Typing)
	w.walk.SetPages(o.Pages)
	w.walk.Learn(o.Learned)
	earlier, err := outside.EarlierAnswers(k.ctx, &k.Screen, w.view().Header)
	if err != nil {
		return err
	}
	w.walk.Remember(earlier)
	if b := flows.Try(func() { w.begin(); err = w.talkOn() }); b != nil {
		w.wreck()
		flows.Throw(b)
	}
	return err
}

// wreck keeps, after a fault of the program, the answer that was being taken and
// what is not on disk, as far as the fault lets it.
func (w *dialogue) wreck() {
	last := w.view().Header
	w.session.last = &last
	_ = flows.Try(func() { w.requests.noteInput(w.taking) })
	_ = flows.Try(func() { _ = w.finish(nil) }) // why it failed stands in the last words
}

// newDialogue is the dialogue about a run, with unsubmitted input that was
// kept.
func newDialogue(k *lineSession, s *run.Session, kept []walk.Typing) *dialogue {
	said := &wording{k.printer, &position{s: s}}
	w := &dialogue{wording: said, session: k}
	announcer := &itemAnnouncer{wording: said}
	w.steps = &stepAnnouncer{said, announcer, map[string]string{}}
	w.walk = walk.New(s, walk.Face{Now: k.now, Stops: stops, StopsAtEnd: true, MaxMustMessages: mostOpen, Unread: w.steps.unsaidChanges}, kept)

	questions := &questioner{said, k.prompter, w.steps}
	w.requests = &requestRunner{wording: said, session: k, questions: questions}
	w.navigator = &navigator{said, announcer, w.requests}

	w.answers = &answers{said, k.prompter, announcer, w.requests, w.navigator}
	w.actions = &actionItems{said, k.prompter, announcer, w.requests, w.navigator}
	w.lists = &lists{said, announcer, w.requests, w.navigator, w.answers, w.actions}
	w.secrets = &secrets{said, k.prompter, announcer, w.requests, w.navigator, w.answers}
	w.rotations = &rotations{said, k.prompter, announcer, w.requests, w.secrets}
	w.keptSecrets = &keptSecrets{wording: said, session: k, prompter: k.prompter, announcer: announcer, requests: w.requests}
	w.requests.opened = w.keptSecrets.opened
	w.checks = &checks{said, announcer, w.requests, w.navigator}
	w.faults = &faults{said, k, w.checks}
	announcer.armed = w.faults.armedAt
	w.comparisons = &comparisons{said, k, announcer, w.requests}
	w.letters = &letters{said, k.prompter, announcer, w.requests, w.navigator, w.comparisons, map[flows.Address]string{}}
	w.papers = &papers{wording: said, session: k, prompter: k.prompter, letters: w.letters, rotations: w.rotations}

	w.readWords = &readWords{said, announcer, w.steps, w.lists}
	w.moveWords = &moveWords{wording: said, session: k, requests: w.requests, navigator: w.navigator}
	w.recordWords = &recordWords{said, announcer, questions, w.requests, w.navigator}
	w.files = &files{said, k, questions, w.requests}
	w.spellings = &spellings{said, announcer, w.requests}
	w.finder = &finder{wording: said, session: k, moves: w.moveWords, deeds: deeds(w.readWords.helpLines()), do: w.doWord}
	w.clocks = &clocks{said, k}
	w.values = &values{said, announcer}
	w.versions = &versions{said, k.prompter, w.requests}
	w.wordActions = w.newWordActions()
	return w
}

// stops reports whether items of a kind ask for something; all others are only
// said.
func stops(k flows.Kind) bool {
	switch k {
	case flows.KindField, flows.KindList, flows.KindTask, flows.KindWait, flows.KindGate, flows.KindDraft, flows.KindCheck:
		return true
	}
	return false
}

// begin says whose run it is, and what there is to know of it that its page does
// not say itself.
func (w *dialogue) begin() {
	if w.session.Preview != nil {
		w.say(words.Say(w.Lang, flows.Msg("preview.begins")))
	}
	p := w.view().Progress
	w.sayf(w.mode()+w.l.Begin, w.view().Customer.Name, w.view().Title, p.Done, p.Needed())
	for _, line := range face.News(w.Lang, w.view().Lang, w.s.Brief(w.now())) {
		w.say(line)
	}
	if newer := outside.Newer(w.Library, w.view()); newer != nil {
		w.say(words.Say(w.Lang, flows.Msg("move.newer_word", "to", newer.Version)))
	}
	if half := w.walk.Arrive(w.session.At); !half.IsZero() {
		w.say(w.message(half))
	}
	w.session.At = flows.Address{} // of the first run alone
	w.arrive()
}

// talkOn asks and answers until the run is left. At the end of a run it stays, for
// what can go out; input that ends there has left nothing unanswered.
func (w *dialogue) talkOn() error {
	open := w.view().Current != ""
	for {
		err := w.turn()
		for word := (*wordError)(nil); errors.As(err, &word); {
			err = w.handleLine(word.line)
		}
		if err == nil {
			err = w.broken
		}
		switch {
		case w.cameToEnd && errors.Is(err, errEnd):
			return w.finish(nil)
		case err != nil:
			return errors.Join(err, w.finish(err))
		}
		w.cameToEnd = w.at().Step == "" && (w.cameToEnd || open)
		open = open || w.view().Current != ""
	}
}

// finish keeps what the end of the input cut off, and saves.
func (w *dialogue) finish(err error) error {
	var cut *partialInput
	if errors.As(err, &cut) {
		w.requests.noteInput(cut.text)
	}
	err = w.requests.handle(walk.Turn{Do: w.walk.Save()})
	last := w.view().Header
	w.session.last = &last
	for _, m := range w.walk.LastWords() {
		w.session.lost = append(w.session.lost, w.message(m))
	}
	if word := (*wordError)(nil); ends(err) || errors.As(err, &word) { // it asked, and nobody decided
		return nil
	}
	return err
}

// turn asks for what comes next, and handles the line.
func (w *dialogue) turn() error {
	if err := w.follow(); err != nil {
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
	if q.hidden {
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
	w.taking = text
	err := q.take(text)
	w.taking = ""
	return err
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
