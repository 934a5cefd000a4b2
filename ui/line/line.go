// Package line is line mode: the same runs as the full screen, as plain lines
// of text, for people who cannot see the screen, for terminals that can do
// little, and for pipes. It asks one question at a time, draws nothing, moves no
// cursor, and writes no control character but the line break.
//
// What comes next, what holds a step, what becomes of a conflict or of typing is
// decided by ui/walk: here it is said, and carried out at once. What is carried
// out beside is in ui/face; of ui/theme it takes what that knows of Markdown and
// widths. It never imports storage, Bubble Tea or huh. It exists so that nobody is
// kept from a run by how it is shown.
package line

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/stream"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// talk is one dialogue with a person: what is said and heard in it, and what is
// known of the disk when it is left.
type talk struct {
	*ear
	ctx    context.Context // for the archive: no signal ends it
	runner *check.Runner
	slow   *stopper

	last    *run.Header // of the run last open
	unsaved error       // why the last changes are not on disk
	lost    []string    // what is not on disk, when a run was left
}

// What ends a question without an answer.
var (
	errEnd   = errors.New("the input has ended")
	errLeave = errors.New("a signal came")
	errQuit  = errors.New("asked to quit")
	errDesk  = errors.New("asked for the list of runs")
)

// errCrashed tells of a fault of our own, and of no value.
var errCrashed error = &flows.Refusal{Kind: flows.ErrFailed, Message: flows.Message{Code: "dialogue.crashed"}}

// Run talks until it is left, and gives the exit code: 0 where the run that was
// named came to its end or the person asked to quit, 3 where the input ended,
// 130 after a signal. Prompts and all that is said to them go to Out, last words
// to Err. Everything entered is saved after each answer.
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
		return e.code, e.err
	case <-twice: // it may wait for a disk
		return face.Interrupted, nil
	}
}

func newTalk(ctx, heard context.Context, s face.Screen) *talk {
	if s.Now == nil {
		s.Now = s.Env.Now
	}
	t := words.For(s.Lang)
	v := &voice{Screen: s, now: s.Now, t: t, l: &t.Line}
	return &talk{ear: &ear{voice: v, heard: heard, in: &reader{in: stream.Reader(s.In)}}, ctx: ctx, runner: outside.Runner(&s), slow: &stopper{}}
}

// catchSignals interrupts with the first signal, so that all is saved before the
// program goes; a second one waits for nothing. Ctrl+c stops what takes its time,
// where there is such a thing, and that alone.
func catchSignals(slow *stopper, interrupt func(), twice chan<- struct{}) (stop func()) {
	sig := make(chan os.Signal, 4)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
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

// converse is the whole dialogue. Of a fault of its own it tells no value.
func (k *talk) converse() (code int, err error) {
	defer func() {
		if recover() != nil {
			code, err = face.Failed, errCrashed
		}
	}()
	if k.Run != "" {
		err = k.open(k.Run)
	}
	if k.Run == "" || errors.Is(err, errDesk) {
		err = k.desk()
	}
	return k.leave(err)
}

// leave says the last words.
func (k *talk) leave(err error) (int, error) {
	code := face.Done
	switch {
	case err == nil:
		for _, words := range k.lost {
			k.tell(words)
		}
		return k.saved(code), nil
	case errors.Is(err, errQuit):
	case errors.Is(err, errEnd):
		code = face.NotComplete
		k.tell(k.l.Ended)
	case errors.Is(err, errLeave):
		code = face.Interrupted
	default:
		return face.Failed, err
	}
	for _, words := range face.Farewell(k.t, k.last, k.Flags, k.lost) {
		k.tell(words)
	}
	return k.saved(code), nil
}

// saved is the exit code: leaving with changes that are not on disk has failed,
// however it was asked for.
func (k *talk) saved(code int) int {
	if k.unsaved != nil && code == face.Done {
		return face.Failed
	}
	return code
}
