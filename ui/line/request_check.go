package line

import (
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// run runs a check and says its phases as they come.
func (w *requestRunner) run(r walk.RunCheck) (walk.Turn, error) {
	ctx, done := w.session.slow.start(w.session.heard)
	w.say(w.mode() + w.l.Checking) // it may take its time
	record, err := w.session.runner.Record(ctx, w.s, w.view().Mode, r.At, w.phases())
	stopped := done()
	switch {
	case w.session.heard.Err() != nil:
		return walk.Turn{}, errLeave
	case stopped:
		w.say(w.t.Check.Cancelled)
		return walk.Turn{Bad: true}, nil
	}
	return w.walk.Checked(record, err), nil
}

// phases says the phases of a check as they come. A single phase is not said,
// since it says no more than the result.
func (w *requestRunner) phases() func(run.Phase) {
	var first *run.Phase
	said := false
	return func(p run.Phase) {
		if p.Status == check.Running { // a line cannot be drawn anew
			return
		}
		if first == nil {
			first = &p
			return
		}
		if !said {
			said = true
			w.phase(first)
		}
		w.phase(&p)
	}
}

func (w *requestRunner) phase(p *run.Phase) {
	if _, word := face.CheckStatus(&w.t.Check, p.Status); !p.Message.IsZero() {
		w.sayf("%s: %s", face.Capital(word), w.runText(p.Says()))
	}
}
