package run

import (
	"slices"

	"lotse/flows"
)

// undecidedWarnings are the warnings that keep a step from being completed:
// they are neither accepted nor left.
type undecidedWarnings []ProblemView

// Error is for developers; a person reads the refusal.
func (u undecidedWarnings) Error() string { return "warnings are neither accepted nor left" }

// decideWarnings decides what a Complete does with the warnings of its step:
// each is accepted or left as it is. It gives the ids of those that are left.
func (s *state) decideWarnings(f *problemFinder, c Complete, step int) (accepts []decision, left []string, err error) {
	reason, rest := "", undecidedWarnings{}
	if c.Accept != "" {
		if reason, err = requireReason(c.Accept, c.Step, "refuse.accept_why"); err != nil {
			return nil, nil, err
		}
	}
	for _, p := range f.unacceptedWarnings(step) {
		switch {
		case reason != "" && p.Acceptable:
			accepts = append(accepts, s.stepDecision(EventAccepted, step, &Accepted{Problem: p.ID, Why: reason})...)
		case p.Left:
		case c.Leave && !p.MustAccept:
			left = append(left, p.ID)
		default:
			rest = append(rest, p)
		}
	}
	if len(rest) > 0 {
		return nil, nil, rest.refusal(c.Step)
	}
	return accepts, left, nil
}

// decideLateWarnings does the same for warnings that came up after the step
// was done.
func (s *state) decideLateWarnings(f *problemFinder, c Complete, step int) ([]decision, error) {
	out, left, err := s.decideWarnings(f, c, step)
	if len(left) > 0 {
		out = append(out, s.stepDecision(EventDone, step, &StepChanged{Round: s.steps[step].round, Left: left})...)
	}
	return out, err
}

// refusal names the first warning that keeps the step from being completed;
// its cause has all of them.
func (u undecidedWarnings) refusal(step string) error {
	p, code := u[0], "refuse.warnings"
	required, notRun := 0, 0
	for i := range u {
		if u[i].MustAccept {
			required++
		}
		if !u[i].Acceptable {
			notRun++
		}
	}
	switch {
	case required == len(u):
		code = "refuse.warnings_required"
	case notRun == len(u):
		code = "refuse.warnings_not_run"
	case notRun > 0:
		code = "refuse.warnings_some_not_run"
	}
	return flows.Refuse(flows.ErrWarnings, flows.Address{Step: step, Item: p.Item}, code,
		"step", step, "n", len(u), "problem", p.ID, "text", p.Message).Because(u)
}

// unacceptedWarnings lists the warnings of what applies in a step that are not
// accepted. Those that were left are among them.
func (f *problemFinder) unacceptedWarnings(i int) []ProblemView {
	var all []ProblemView
	for _, at := range f.placesOf(i) {
		if f.truth(at) == flows.True {
			all = append(all, slices.DeleteFunc(f.itemProblems(at), ProblemView.isNoWarning)...)
			all = append(all, f.rowWarnings(at)...)
		}
	}
	return all
}

func (p ProblemView) isNoWarning() bool { return p.Level != flows.Warn || p.Accepted != nil }

// rowWarnings lists those of a list's rows; most rows have none.
func (f *problemFinder) rowWarnings(at place) []ProblemView {
	it := f.plan.item(at)
	rows := f.lists[it.ID]
	if it.Kind != flows.KindList || rows == nil {
		return nil
	}
	it = f.shown(at)
	var all []ProblemView
	for _, r := range rows.order {
		twice := f.duplicateColumns(it, rows, r)
		if twice == nil && !slices.ContainsFunc(f.rowViewAlone(it, r).Problems, isWarning) {
			continue
		}
		for _, p := range f.rowView(it, at, r, twice).Problems {
			if !p.isNoWarning() {
				all = append(all, p)
			}
		}
	}
	return all
}

func isWarning(p ProblemView) bool { return p.Level == flows.Warn }

// countWarnings counts, by step, the warnings that Progress.Warnings counts.
func (s *stepStates) countWarnings() []int {
	if s.warningCounts == nil {
		s.warningCounts = make([]int, len(s.states))
		for i := range s.states {
			s.warningCounts[i] = s.countWarningsIn(i)
		}
	}
	return s.warningCounts
}

func (s *stepStates) countWarningsIn(i int) int {
	completed := s.states[i] == Done || s.states[i] == Stale
	if !completed && !(s.steps[i].entered && (s.states[i] == Open || s.states[i] == Waiting)) {
		return 0
	}
	n := 0
	for _, p := range s.unacceptedWarnings(i) {
		if completed || p.Left || p.Code != codeNotRun {
			n++
		}
	}
	return n
}

// Warnings are the open warnings of the items that apply in a step: neither
// accepted nor left.
func (s *StepView) Warnings() []ProblemView { return s.problemsWhere(ProblemView.Open) }

// Counted are the warnings of a step that Progress counts. A step that was not
// entered has none.
func (s *StepView) Counted() []ProblemView {
	if s.Warned == 0 {
		return nil
	}
	completed := s.State == Done || s.State == Stale
	return s.problemsWhere(func(p ProblemView) bool {
		return !p.isNoWarning() && (completed || p.Left || p.Code != codeNotRun)
	})
}

// problemsWhere selects problems of the items that apply.
func (s *StepView) problemsWhere(which func(p ProblemView) bool) []ProblemView {
	var some []ProblemView
	for i := range s.Items {
		if s.Items[i].State != Applies {
			continue
		}
		for _, p := range s.Items[i].AllProblems() {
			if which(p) {
				some = append(some, p)
			}
		}
	}
	return some
}

// cellWarnings are the warnings of a cell, as LIST[ROW].COLUMN.
func (v *View) cellWarnings(id string) []ProblemView {
	a, _ := flows.ParseItem(id)
	if a.Column == "" {
		return nil
	}
	for i := range v.Steps {
		if iv := v.Steps[i].Item(a.Item); iv != nil && iv.State == Applies {
			return slices.DeleteFunc(slices.Clone(iv.AllProblems()), func(p ProblemView) bool { return p.Row != a.Row || p.Column != a.Column || p.isNoWarning() })
		}
	}
	return nil
}

// AnswerWarnings are the warnings of the answers of fields, those that were
// left included: of values that are about to be pasted somewhere, or sent in a
// letter.
func (v *View) AnswerWarnings(fields ...string) []ProblemView {
	var all []ProblemView
	for _, id := range fields {
		all = append(all, v.cellWarnings(id)...)
		if iv := v.Field(id); iv != nil && iv.State == Applies && !flows.Empty(iv.Value) {
			all = append(all, slices.DeleteFunc(slices.Clone(iv.AllProblems()), ProblemView.isNoWarning)...)
		}
	}
	return all
}
