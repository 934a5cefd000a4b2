package line

import (
	"errors"

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
	others      *others
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
	defer w.others.enter()()
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
	w.others = &others{wording: said, session: k}
	w.wordActions = w.newWordActions()
	return w
}

// begin says whose run it is, and what there is to know of it that its page does
// not say itself.
func (w *dialogue) begin() {
	if w.session.Preview != nil {
		w.say(words.Say(w.Lang, flows.Msg("preview.begins")))
	}
	if w.session.Env.LooksOn {
		w.say(words.Say(w.Lang, run.LookingOn().Message))
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
