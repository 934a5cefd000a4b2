package line

import (
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// run runs a check, whose parts are said as they come.
func (w *carrier) run(r walk.RunCheck) (walk.Turn, error) {
	ctx, done := w.talk.slow.during(w.talk.heard)
	w.say(w.mode() + w.l.Checking) // it may take its time
	record, err := w.talk.runner.Record(ctx, w.s, w.view().Mode, r.At, w.phases())
	stopped := done()
	switch {
	case w.talk.heard.Err() != nil:
		return walk.Turn{}, errLeave
	case stopped:
		w.say(w.t.Check.Cancelled)
		return walk.Turn{Bad: true}, nil
	}
	return w.walk.Checked(record, err), nil
}

// phases says the parts of a check's way as they come. One alone says no more
// than the result.
func (w *carrier) phases() func(run.Phase) {
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

func (w *carrier) phase(p *run.Phase) {
	if _, word := face.CheckStatus(&w.t.Check, p.Status); !p.Message.IsZero() {
		w.sayf("%s: %s", face.Capital(word), w.said(p.Says()))
	}
}
