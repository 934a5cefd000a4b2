// Package line is line mode: the same runs as the full screen, as plain lines
// of text, for people who cannot see the screen, for terminals that can do
// little, and for pipes. It asks one question at a time, draws nothing, moves no
// cursor, and writes no control character but the line break and, on a terminal, the
// bell when something is due.
//
// ui/walk decides what comes next, what holds a step open, and what happens to a
// conflict or to unsubmitted input; this package says it and carries it out at
// once, with the effects of ui/outside. It takes Markdown and widths from ui/theme,
// and never imports storage, Bubble Tea or huh. It exists so that no way of display
// keeps anybody from a run.
package line

import (
	"context"
	"errors"
	"os"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/stream"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/palette"
	"lotse/ui/tty"
)

// lineSession is line mode with one person, from start to end: input and
// output, and what is known of the disk when it ends.
type lineSession struct {
	*prompter
	ctx    context.Context // for the archive: no signal ends it
	runner *check.Runner
	slow   *stopper

	last    *run.Header    // of the run last open
	unsaved error          // why the last changes are not on disk
	lost    []string       // what is not on disk, when a run was left
	lent    lending        // a secret on the clipboard
	next    *palette.Entry // the run to be opened when this one is left; nil: none
	alarm   alarm
	ear     *outside.Ear // hears what others change; nil: the store is one person's own
	unheard chan error   // why nothing is heard any more

	written *flows.Procedure // what the author of a preview saved last; nil: nothing yet
	faulty  bool             // what was saved last cannot be walked
}

// The errors that end a question without an answer.
var (
	errEnd   = errors.New("the input has ended")
	errLeave = errors.New("a signal came")
	errQuit  = errors.New("asked to quit")
	errDesk  = errors.New("asked for the list of runs")
)

// Run runs line mode until the person leaves, and returns the exit code: 0 if
// the named run came to its end or the person asked to quit, 3 if the input
// ended, 130 after a signal. Prompts and everything said go to Out, last words
// to Err. Every answer is saved at once.
func Run(ctx context.Context, s face.Screen) (int, error) {
	if s.Prepare != nil {
		var err error
		if s, err = s.Prepare(ctx); err != nil {
			return face.Failed, err
		}
	}
	heard, interrupt := context.WithCancel(ctx)
	defer interrupt()
	twice := make(chan struct{})
	k := newTalk(context.WithoutCancel(ctx), heard, s)
	stop := catchSignals(k.slow, interrupt, twice)
	defer stop()
	type end struct {
		code int
		err  error
	}
	ended := make(chan end, 1)
	go func() {
		code, err := k.converse()
		ended <- end{code, err}
	}()
	select {
	case e := <-ended:
		k.endLoan()
		return e.code, e.err
	case <-twice: // it may wait for a disk
		k.clearLoan()
		return face.Interrupted, nil
	}
}

func newTalk(ctx, heard context.Context, s face.Screen) *lineSession {
	if s.Now == nil {
		s.Now = s.Env.Now
	}
	t := words.For(s.Lang)
	v := &printer{Screen: s, now: s.Now, t: t, l: &t.Line}
	k := &lineSession{prompter: &prompter{printer: v, heard: heard, in: &reader{in: stream.Reader(s.In)}}, ctx: ctx, runner: outside.Runner(&s), slow: &stopper{}, unheard: make(chan error, 1)}
	k.alarm.minute = make(chan struct{})
	k.in.tick, k.in.each = k.alarm.minute, k.passMinute
	return k
}

// catchSignals interrupts at the first signal, so that everything is saved
// before the program ends; a second signal waits for nothing. If something
// slow is running, ctrl+c stops only that.
func catchSignals(slow *stopper, interrupt func(), twice chan<- struct{}) (stop func()) {
	sig := make(chan os.Signal, 4)
	tty.NotifyEnding(sig)
	done := make(chan struct{})
	go func() {
		for n := 0; ; {
			select {
			case s := <-sig:
				if s == os.Interrupt && slow.stopped() {
					continue
				}
				if n++; n == 1 {
					interrupt()
				} else if n == 2 {
					close(twice)
				}
			case <-done:
				return
			}
		}
	}()
	return func() { close(done) }
}

// converse is the whole session. After a bug of the program, which is its error
// then, the last words still say how to go on.
func (k *lineSession) converse() (code int, err error) {
	bug := flows.Try(func() { code, err = k.dialogues() })
	if bug == nil {
		return code, err
	}
	_ = flows.Try(func() {
		for _, words := range k.Farewell(k.t, k.last, k.lost) {
			k.sayAside(words)
		}
	})
	return face.Failed, face.Crashed(bug)
}

// dialogues are those about one run, or about all that are opened from the list.
func (k *lineSession) dialogues() (code int, err error) {
	for _, told := range k.Told {
		k.say(words.Say(k.Lang, told))
	}
	defer k.watchOthers()()
	k.look()
	if k.isEchoed() {
		k.nextMinute()
	}
	if k.Run != "" {
		err = k.open(k.Run)
	}
	if k.Run == "" || errors.Is(err, errDesk) {
		err = k.desk()
	}
	return k.leave(err)
}

// leave says the last words.
func (k *lineSession) leave(err error) (int, error) {
	code := face.Done
	switch {
	case err == nil:
		for _, words := range k.lost {
			k.sayAside(words)
		}
		return k.saved(code), nil
	case errors.Is(err, errQuit):
	case errors.Is(err, errEnd):
		code = face.NotComplete
		k.sayAside(k.l.Ended)
	case errors.Is(err, errLeave):
		code = face.Interrupted
		if k.isEchoed() { // the terminal has what was begun of a line, and gives it to nobody
			k.sayAside(words.Say(k.Lang, flows.Msg("dialogue.line_not_kept")))
		}
	default:
		return face.Failed, err
	}
	for _, words := range k.Farewell(k.t, k.last, k.lost) {
		k.sayAside(words)
	}
	return k.saved(code), nil
}

// saved is the exit code: leaving with unsaved changes has failed, however the
// person asked to leave.
func (k *lineSession) saved(code int) int {
	if k.unsaved != nil && code == face.Done {
		return face.Failed
	}
	return code
}
