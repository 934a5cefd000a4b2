package run

import (
	"slices"

	"lotse/flows"
)

// untaken are the warnings over which a step cannot be completed yet.
type untaken []ProblemView

// Error says so to whoever writes programs.
func (u untaken) Error() string { return "warnings are neither accepted nor left" }

// take decides what a Complete makes of the warnings that stand in its step: each
// is accepted, or left as it is. The ids are those of the left ones.
func (s *state) take(j *judge, c Complete, step int) (accepts []decision, left []string, err error) {
	reason, rest := "", untaken{}
	if c.Accept != "" {
		if reason, err = why(c.Accept, c.Step, "refuse.accept_why"); err != nil {
			return nil, nil, err
		}
	}
	for _, p := range j.warnings(step) {
		switch {
		case reason != "" && p.Can:
			accepts = append(accepts, s.about(EventAccepted, step, &Accepted{Problem: p.ID, Why: reason})...)
		case p.Left:
		case c.Leave && !p.Required:
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

// takeLate decides what a Complete makes of the warnings that came up in a step
// that is done.
func (s *state) takeLate(j *judge, c Complete, step int) ([]decision, error) {
	out, left, err := s.take(j, c, step)
	if len(left) > 0 {
		out = append(out, s.about(EventDone, step, &StepChanged{Round: s.steps[step].round, Left: left})...)
	}
	return out, err
}

// refusal names the first warning that keeps the step from being completed; all
// of them are its cause.
func (u untaken) refusal(step string) error {
	p, code := u[0], "refuse.warnings"
	required, notRun := 0, 0
	for i := range u {
		if u[i].Required {
			required++
		}
		if !u[i].Can {
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

// warnings lists the warnings of what applies in a step that are not accepted,
// left ones included.
func (j *judge) warnings(i int) []ProblemView {
	var all []ProblemView
	for k := range j.plan.proc.Steps[i].Items {
		at := place{i, k}
		if j.at(at) == flows.True {
			all = append(all, slices.DeleteFunc(j.item(at), ProblemView.isNoWarning)...)
			all = append(all, j.rowWarnings(at)...)
		}
	}
	return all
}

func (p ProblemView) isNoWarning() bool { return p.Level != flows.Warn || p.Accepted != nil }

// rowWarnings are those of a list's rows; most rows have none.
func (j *judge) rowWarnings(at place) []ProblemView {
	it := j.plan.item(at)
	rows := j.lists[it.ID]
	if it.Kind != flows.KindList || rows == nil {
		return nil
	}
	it = j.shown(at)
	var all []ProblemView
	for _, r := range rows.order {
		twice := j.twice(it, rows, r)
		if twice == nil && !slices.ContainsFunc(j.own(it, r).Problems, isWarning) {
			continue
		}
		for _, p := range j.row(it, at, r, twice).Problems {
			if !p.isNoWarning() {
				all = append(all, p)
			}
		}
	}
	return all
}

func isWarning(p ProblemView) bool { return p.Level == flows.Warn }

// warned counts, by step, what Progress has as Warnings.
func (s *states) warned() []int {
	if s.warns == nil {
		s.warns = make([]int, len(s.is))
		for i := range s.is {
			s.warns[i] = s.warnedIn(i)
		}
	}
	return s.warns
}

func (s *states) warnedIn(i int) int {
	completed := s.is[i] == Done || s.is[i] == Stale
	if !completed && !(s.steps[i].entered && (s.is[i] == Open || s.is[i] == Waiting)) {
		return 0
	}
	n := 0
	for _, p := range s.warnings(i) {
		if completed || p.Left || p.Code != codeNotRun {
			n++
		}
	}
	return n
}

// Warnings are the warnings of a step that nobody has taken a stand on, of what
// applies.
func (s *StepView) Warnings() []ProblemView { return s.those(ProblemView.Open) }

// Counted are the warnings that Progress counts of a step: those of a step that
// was not entered are none yet.
func (s *StepView) Counted() []ProblemView {
	if s.Warned == 0 {
		return nil
	}
	completed := s.State == Done || s.State == Stale
	return s.those(func(p ProblemView) bool {
		return !p.isNoWarning() && (completed || p.Left || p.Code != codeNotRun)
	})
}

// those are some of the problems of what applies.
func (s *StepView) those(which func(p ProblemView) bool) []ProblemView {
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

// Doubts are the warnings, left ones included, of the answers of fields: of what
// is about to be pasted somewhere, or to go out in a letter.
func (v *View) Doubts(fields ...string) []ProblemView {
	var all []ProblemView
	for _, id := range fields {
		if iv := v.Field(id); iv != nil && iv.State == Applies && !flows.Empty(iv.Value) {
			all = append(all, slices.DeleteFunc(slices.Clone(iv.AllProblems()), ProblemView.isNoWarning)...)
		}
	}
	return all
}
