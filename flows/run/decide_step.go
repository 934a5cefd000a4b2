package run

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// decideStep decides the commands about a step or the whole run.
func (s *state) decideStep(c Command, now time.Time) ([]decision, error) {
	switch c := c.(type) {
	case Accept:
		return s.decideAccept(c, now)
	case Note:
		return s.decideNote(c)
	case Complete:
		return s.decideComplete(c, now)
	case Skip:
		return s.decideSkip(c, now)
	case Reopen:
		return s.decideReopen(c)
	case Abandon:
		return s.decideAbandon(c)
	case SetLanguage:
		return s.decideLanguage(c)
	}
	return nil, unknownCommand(c)
}

func unknownCommand(c Command) error {
	return flows.Refuse(flows.ErrUsage, nil, "refuse.unknown_command", "command", fmt.Sprintf("%T", c))
}

// findStep finds a step by its id; the refusal names the steps that there are.
func (s *state) findStep(id string) (int, error) {
	if i, ok := s.plan.steps[id]; ok {
		return i, nil
	}
	var ids []string
	for i := range s.plan.proc.Steps {
		ids = append(ids, s.plan.proc.Steps[i].ID)
	}
	return 0, flows.Refuse(flows.ErrNotFound, flows.AtStep(id), "refuse.no_step", "step", id, "steps", strings.Join(ids, ", "))
}

// requireReason cleans a reason; without one it refuses with the given code.
func requireReason(text, step, code string) (string, error) {
	text = flows.Clean(strings.TrimSpace(text))
	if text == "" {
		return "", flows.Refuse(flows.ErrUsage, flows.AtStep(step), code)
	}
	return text, checkNoteLimit(text)
}

func (s *state) stepDecision(kind EventKind, step int, data any) []decision {
	return []decision{{kind: kind, step: s.plan.proc.Steps[step].ID, data: data, at: place{step: step, item: -1}}}
}

func (s *state) decideAccept(c Accept, now time.Time) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	reason, err := requireReason(c.Why, c.Step, "refuse.accept_why")
	if err != nil {
		return nil, err
	}
	p, err := s.problem(i, c.Problem, now)
	switch {
	case err != nil:
		return nil, err
	case p.Code == codeNotRun:
		return nil, flows.Refuse(flows.ErrNotAcceptable, flows.Address{Step: c.Step, Item: p.Item}, "refuse.not_run", "problem", c.Problem)
	case !p.Acceptable && p.Level == flows.Must:
		return nil, flows.Refuse(flows.ErrNotAcceptable, flows.Address{Step: c.Step, Item: p.Item}, "refuse.must", "problem", p.ID, "text", p.Message)
	case !p.Acceptable:
		return nil, flows.Refuse(flows.ErrNotAcceptable, flows.Address{Step: c.Step, Item: p.Item}, "refuse.tell", "problem", p.ID)
	case p.Accepted != nil && *p.Accepted == reason:
		return nil, nil
	}
	return s.stepDecision(EventAccepted, i, &Accepted{Problem: c.Problem, Why: reason}), nil
}

// problem finds a problem of a step by its id.
func (s *state) problem(step int, id string, now time.Time) (ProblemView, error) {
	f := newProblemFinder(s.evaluateOn(now), now)
	var known []string
	for _, at := range s.placesOf(step) {
		for _, p := range f.allProblems(at) {
			if p.ID == id || p.Code == codeNotRun && id == p.Item+"."+statusUnknown {
				return p, nil
			}
			if p.Acceptable && len(known) < 5 {
				known = append(known, p.ID)
			}
		}
	}
	code := "refuse.no_problem"
	if len(known) == 0 {
		code = "refuse.no_problem_at_all"
	}
	stepID := s.plan.proc.Steps[step].ID
	return ProblemView{}, flows.Refuse(flows.ErrNotFound, flows.AtStep(stepID), code, "step", stepID, "problem", id, "known", strings.Join(known, ", "))
}

func (s *state) decideNote(c Note) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	text := flows.Clean(strings.TrimSpace(c.Text))
	if text == "" {
		return nil, flows.Refuse(flows.ErrUsage, flows.AtStep(c.Step), "refuse.note_empty")
	}
	if err := checkNoteLimit(text); err != nil {
		return nil, err
	}
	return s.stepDecision(EventNoted, i, &Noted{Text: text}), nil
}

// decideComplete completes a step that is neither blocked nor held open. If an
// end applies in it, the run ends.
func (s *state) decideComplete(c Complete, now time.Time) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	f := newProblemFinder(s.evaluateOn(now), now)
	st := newStepStates(f)
	switch st.states[i] {
	case Done:
		return s.decideLateWarnings(f, c, i)
	case NotNeeded:
		return nil, flows.Refuse(flows.ErrBlocked, flows.AtStep(c.Step), "refuse.not_needed", "step", c.Step)
	}
	if missing := st.blockers(i); st.step[i] != flows.True || len(missing) > 0 {
		return nil, flows.Refuse(flows.ErrBlocked, flows.AtStep(c.Step), "refuse.blocked", "step", c.Step, "missing", strings.Join(missing, ", "))
	}
	if holding := slices.DeleteFunc(f.mustProblems(i), isWarning); len(holding) > 0 {
		return nil, notComplete(c.Step, holding)
	}
	out, left, err := s.decideWarnings(f, c, i)
	if err != nil {
		return nil, err
	}
	out = append(out, s.stepDecision(EventDone, i, &StepChanged{Round: s.steps[i].round, Read: f.tellIDs(i), Left: left})...)
	for _, at := range s.plan.ends {
		if at.step == i && f.truth(at) == flows.True {
			out = append(out, s.stepDecision(EventEnded, i, &Ended{Item: s.plan.name(at), Outcome: s.plan.item(at).End.Outcome})...)
		}
	}
	return out, nil
}

func notComplete(step string, holding []ProblemView) error {
	p := holding[0]
	code := "refuse.not_complete"
	if len(holding) > 1 {
		code = "refuse.not_complete_more"
	}
	return flows.Refuse(flows.ErrNotComplete, flows.Address{Step: step, Item: p.Item}, code, "step", step, "problem", p.ID, "text", p.Message, "n", len(holding)-1)
}

// blockers names what must be done before a step.
func (s *stepStates) blockers(i int) []string {
	if s.step[i] == flows.Undecided {
		return s.missingItems(i)
	}
	return s.unmetNeeds(i)
}

// tellIDs lists the items of a step that must be read before it is completed.
func (f *problemFinder) tellIDs(i int) []string {
	var ids []string
	for k := range f.plan.proc.Steps[i].Items {
		it := &f.plan.proc.Steps[i].Items[k]
		if it.Text != nil && it.Text.Tell && f.truth(place{step: i, item: k}) == flows.True {
			ids = append(ids, it.ID)
		}
	}
	return ids
}

func (s *state) decideSkip(c Skip, now time.Time) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	reason, err := requireReason(c.Why, c.Step, "refuse.skip_why")
	if err != nil {
		return nil, err
	}
	switch is := newStepStates(newProblemFinder(s.evaluateOn(now), now)).states[i]; is {
	case Done, NotNeeded:
		return nil, flows.Refuse(flows.ErrUsage, flows.AtStep(c.Step), "refuse.nothing_to_skip", "step", c.Step, "state", flows.Msg("state."+string(is)))
	case Skipped:
		return nil, nil
	}
	return s.stepDecision(EventSkipped, i, &StepChanged{Why: reason}), nil
}

func (s *state) decideReopen(c Reopen) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	if err := checkNoteLimit(c.Why); err != nil {
		return nil, err
	}
	if m := s.steps[i]; !m.done && !m.skipped && s.closed == nil {
		return nil, flows.Refuse(flows.ErrNothing, flows.AtStep(c.Step), "refuse.nothing_to_reopen", "step", c.Step)
	}
	return s.stepDecision(EventReopened, i, &StepChanged{Why: flows.Clean(strings.TrimSpace(c.Why))}), nil
}

func (s *state) decideAbandon(c Abandon) ([]decision, error) {
	reason, err := requireReason(c.Why, "", "refuse.abandon_why")
	if err != nil {
		return nil, err
	}
	outcome := flows.Clean(strings.TrimSpace(c.Outcome))
	if outcome == "" {
		return nil, flows.Refuse(flows.ErrUsage, nil, "refuse.abandon_outcome")
	}
	return []decision{{kind: EventAbandoned, data: &Ended{Outcome: outcome, Why: reason}}}, nil
}

func (s *state) decideLanguage(c SetLanguage) ([]decision, error) {
	if c.Lang == s.lang {
		return nil, nil
	}
	if !slices.Contains(s.plan.proc.Languages, c.Lang) {
		return nil, flows.Refuse(flows.ErrUsage, nil, "refuse.no_language", "procedure", s.plan.proc.ID, "lang", c.Lang, "langs", s.plan.proc.Languages)
	}
	return []decision{{kind: EventLanguage, data: &LanguageSet{Lang: c.Lang}}}, nil
}
