package walk

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// Warnings asks, before a step is completed, what to do with its open
// warnings: go to the first (Walk.ToWarning), accept them with one reason
// (Walk.AcceptWarnings), or leave them as they are (Walk.LeaveWarnings).
type Warnings struct {
	List []run.ProblemView

	events int // of the run, when it was asked
}

func (Warnings) question() {}

// CanAccept reports whether any of them can be accepted with a reason. A check
// that was not run cannot.
func (q Warnings) CanAccept() bool {
	return slices.ContainsFunc(q.List, func(pv run.ProblemView) bool { return pv.Acceptable })
}

// CanLeave reports whether the step can be completed with all of them left as
// they are: none must be accepted.
func (q Warnings) CanLeave() bool {
	return !slices.ContainsFunc(q.List, func(pv run.ProblemView) bool { return pv.MustAccept })
}

// WarningMessages say which warnings there are, at most most of them.
func (w *position) WarningMessages(q Warnings, most int) []flows.Message {
	var list []flows.Message
	for i := range q.List[:min(len(q.List), most)] {
		list = append(list, w.warningMessage(w.at.Step, &q.List[i]))
	}
	if more := len(q.List) - len(list); more > 0 {
		list = append(list, flows.Msg("dialogue.held_more", "n", more))
	}
	return list
}

// warningMessage is a warning with the name of its item; of a hidden item it
// says only that there is one.
func (w *position) warningMessage(step string, pv *run.ProblemView) flows.Message {
	what := w.PublicName(flows.Address{Step: step, Item: pv.Item, Row: pv.Row, Column: pv.Column})
	switch sv := w.view.Step(step); {
	case what.Code == "dialogue.hidden" || sv != nil && w.IsHidden(sv):
		return flows.Msg("dialogue.hidden")
	}
	return warningOf(what, pv)
}

// warningOf is a warning with the name of what it is about.
func warningOf(what flows.Message, pv *run.ProblemView) flows.Message {
	if pv.MustAccept {
		return flows.Msg("dialogue.warning_required", "what", what, "text", pv.Message)
	}
	return flows.Msg("dialogue.warning", "what", what, "text", pv.Message)
}

// AnswerWarnings say which warnings the answers of fields have, those that
// were left included, before they are pasted somewhere or sent in a letter.
func (w *position) AnswerWarnings(fields []string) []flows.Message {
	var list []flows.Message
	for _, pv := range w.view.AnswerWarnings(fields...) {
		if at, _, err := w.s.Resolve(flows.Address{Item: pv.Item}); err == nil {
			list = append(list, w.warningMessage(at.ID, &pv))
		}
	}
	return list
}

// ToWarning answers Warnings: it goes to the first one, and the step is not
// completed.
func (w *Walk) ToWarning(q Warnings) Turn {
	if len(q.List) > 0 {
		first := q.List[0]
		w.ToAddress(flows.Address{Step: w.at.Step, Item: first.Item, Row: first.Row, Column: first.Column})
		w.Visit(w.at)
	}
	return Turn{}
}

// AcceptWarnings answers Warnings: it completes the step with one reason for
// all that can be accepted. A check that was not run is left as it is.
func (w *Walk) AcceptWarnings(q Warnings, why string) Turn {
	if why = strings.TrimSpace(why); why == "" {
		return warn(flows.Msg("dialogue.why_missing"))
	}
	if q, others := w.refreshed(q); others {
		return Turn{Ask: q}
	}
	n := 0
	for i := range q.List {
		if q.List[i].Acceptable {
			n++
		}
	}
	return w.finish(run.Complete{Accept: why, Leave: n < len(q.List)},
		countMessage("dialogue.warnings_accepted", n), countMessage("dialogue.warnings_left", len(q.List)-n))
}

// LeaveWarnings answers Warnings: it completes the step with its warnings as
// they are, and records that.
func (w *Walk) LeaveWarnings(q Warnings) Turn {
	if q, others := w.refreshed(q); others {
		return Turn{Ask: q}
	}
	return w.finish(run.Complete{Leave: true}, countMessage("dialogue.warnings_left", len(q.List)))
}

// refreshed asks again if the run has changed since the question, for example
// by another program: an answer holds for the values that the person saw.
func (w *position) refreshed(q Warnings) (Warnings, bool) {
	sv := w.Step()
	if sv == nil {
		return q, false
	}
	now := w.warningsQuestion(sv)
	return now, now.events != q.events && len(now.List) > 0
}

// warningsQuestion is the question about the warnings of a step.
func (w *position) warningsQuestion(sv *run.StepView) Warnings {
	return Warnings{sv.Warnings(), len(w.s.Events())}
}

func countMessage(code string, n int) flows.Message {
	if n == 0 {
		return flows.Message{}
	}
	return flows.Msg(code, "n", n)
}
