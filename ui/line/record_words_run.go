package line

import (
	"lotse/flows"
	"lotse/flows/run"
)

// reopen opens a completed or skipped step again, or an abandoned run.
func (w *recordWords) reopen(args string) error {
	step, why := w.at().Step, args
	first, rest := cut(args)
	if w.view().Step(first) != nil {
		step, why = first, rest
	}
	if step == "" {
		w.say(w.message(flows.Msg("dialogue.no_step")))
		return nil
	}
	why, _ = unquoted(why)
	if done, err := w.requests.do(run.Reopen{Step: step, Why: why}); err != nil || !done {
		return err
	}
	w.goTo(step)
	return nil
}

// abandon abandons the run.
func (w *recordWords) abandon(args string) error {
	outcome, why := cut(args)
	why, _ = unquoted(why)
	if outcome == "" || why == "" {
		w.say(w.l.AbandonHow)
		return nil
	}
	if done, err := w.requests.do(run.Abandon{Outcome: outcome, Why: why}); err != nil || !done {
		return err
	}
	w.goTo("")
	return nil
}

// language changes the language of the run.
func (w *recordWords) language(args string) error {
	if done, err := w.requests.do(run.SetLanguage{Lang: args}); err != nil || !done {
		return err
	}
	w.reset()
	w.headingSaid = ""
	return nil
}
