package walk

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// Warnings asks what becomes of the warnings that nobody has taken a stand on,
// before their step is completed: to go to the first (Walk.ToWarning), to accept
// them with one reason (Walk.AcceptWarnings), or to go on with them as they are
// (Walk.LeaveWarnings).
type Warnings struct {
	List []run.ProblemView

	events int // of the run, when it was asked
}

func (Warnings) question() {}

// Accepts reports whether any of them can be accepted with a reason. A check that
// was not run cannot.
func (q Warnings) Accepts() bool {
	return slices.ContainsFunc(q.List, func(pv run.ProblemView) bool { return pv.Acceptable })
}

// Leaves reports whether the step can be completed over them as they are: none
// has to be accepted.
func (q Warnings) Leaves() bool {
	return !slices.ContainsFunc(q.List, func(pv run.ProblemView) bool { return pv.MustAccept })
}

// Warned says which warnings there are, at most so many of them.
func (w *sight) Warned(q Warnings, most int) []flows.Message {
	var list []flows.Message
	for i := range q.List[:min(len(q.List), most)] {
		list = append(list, w.warned(w.at.Step, &q.List[i]))
	}
	if more := len(q.List) - len(list); more > 0 {
		list = append(list, flows.Msg("dialogue.held_more", "n", more))
	}
	return list
}

// warned is a warning with what it is about; one that is not for the eyes that
// look on is only there.
func (w *sight) warned(step string, pv *run.ProblemView) flows.Message {
	what := w.called(flows.Address{Step: step, Item: pv.Item, Row: pv.Row, Column: pv.Column})
	switch sv := w.view.Step(step); {
	case what.Code == "dialogue.hidden" || sv != nil && w.Veiled(sv):
		return flows.Msg("dialogue.hidden")
	case pv.MustAccept:
		return flows.Msg("dialogue.warning_required", "what", what, "text", pv.Message)
	}
	return flows.Msg("dialogue.warning", "what", what, "text", pv.Message)
}

// Remains says which warnings the run has, at most so many of them: what was left
// as it is, and what nobody has taken a stand on.
func (w *sight) Remains(most int) []flows.Message {
	var list []flows.Message
	n := 0
	for i := range w.view.Steps {
		sv := &w.view.Steps[i]
		for _, pv := range sv.Counted() {
			if n++; n <= most {
				list = append(list, w.warned(sv.Step.ID, &pv))
			}
		}
	}
	if n > most {
		list = append(list, flows.Msg("dialogue.held_more", "n", n-most))
	}
	return list
}

// Doubts says which warnings the answers of fields have, left ones included:
// before they are pasted somewhere, or go out in a letter.
func (w *sight) Doubts(fields []string) []flows.Message {
	var list []flows.Message
	for _, pv := range w.view.AnswerWarnings(fields...) {
		if at, _, err := w.s.Resolve(flows.Address{Item: pv.Item}); err == nil {
			list = append(list, w.warned(at.ID, &pv))
		}
	}
	return list
}

// ToWarning answers Warnings: it goes to the first of them, and nothing is
// completed.
func (w *Walk) ToWarning(q Warnings) Turn {
	if len(q.List) > 0 {
		first := q.List[0]
		w.ToAddress(flows.Address{Step: w.at.Step, Item: first.Item, Row: first.Row, Column: first.Column})
		w.Visit(w.at)
	}
	return Turn{}
}

// AcceptWarnings answers Warnings: it completes the step with one reason for all
// that can be accepted. A check that was not run is left as it is.
func (w *Walk) AcceptWarnings(q Warnings, why string) Turn {
	if why = strings.TrimSpace(why); why == "" {
		return warn(flows.Msg("dialogue.why_missing"))
	}
	if q, others := w.others(q); others {
		return Turn{Ask: q}
	}
	n := 0
	for i := range q.List {
		if q.List[i].Acceptable {
			n++
		}
	}
	return w.finish(run.Complete{Accept: why, Leave: n < len(q.List)},
		counted("dialogue.warnings_accepted", n), counted("dialogue.warnings_left", len(q.List)-n))
}

// LeaveWarnings answers Warnings: it completes the step over them as they are,
// and that goes on record.
func (w *Walk) LeaveWarnings(q Warnings) Turn {
	if q, others := w.others(q); others {
		return Turn{Ask: q}
	}
	return w.finish(run.Complete{Leave: true}, counted("dialogue.warnings_left", len(q.List)))
}

// others asks about the warnings of the step as they stand now, where the run has
// changed since it was asked, as by another program: what a person says holds for
// the values that they saw.
func (w *sight) others(q Warnings) (Warnings, bool) {
	sv := w.Step()
	if sv == nil {
		return q, false
	}
	now := w.asks(sv)
	return now, now.events != q.events && len(now.List) > 0
}

// asks is the question about the warnings of a step.
func (w *sight) asks(sv *run.StepView) Warnings { return Warnings{sv.Warnings(), len(w.s.Events())} }

func counted(code string, n int) flows.Message {
	if n == 0 {
		return flows.Message{}
	}
	return flows.Msg(code, "n", n)
}
