package run

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// decideStep decides what is about a step or the whole run.
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
	return nil, &Refusal{Code: RefusedUsage, Message: fmt.Sprintf("unknown command %T", c)}
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
	return 0, &Refusal{Code: RefusedNotFound, Step: id, Message: fmt.Sprintf("there is no step %s; the steps are %s", flows.Clean(id), strings.Join(ids, ", "))}
}

// why demands a reason.
func why(text, step, what string) (string, error) {
	text = flows.Clean(strings.TrimSpace(text))
	if text == "" {
		return "", &Refusal{Code: RefusedUsage, Step: step, Message: what + " needs a reason (--why)"}
	}
	return text, limitNote(text)
}

func (s *state) about(kind EventKind, step int, data any) []decision {
	return []decision{{kind: kind, step: s.plan.proc.Steps[step].ID, data: data, at: place{step, -1}}}
}

func (s *state) decideAccept(c Accept, now time.Time) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	reason, err := why(c.Why, c.Step, "accepting a problem")
	if err != nil {
		return nil, err
	}
	p, err := s.problem(i, c.Problem, now)
	switch {
	case err != nil:
		return nil, err
	case !p.Can && p.Level == flows.Must:
		return nil, &Refusal{Code: RefusedLevel, Step: c.Step, Item: p.Item, Message: p.ID + " cannot be accepted, it has to be mended: " + p.Text}
	case !p.Can:
		return nil, &Refusal{Code: RefusedLevel, Step: c.Step, Item: p.Item, Message: p.ID + " needs no accepting: completing the step says that it was read"}
	case p.Accepted != nil && *p.Accepted == reason:
		return nil, nil
	}
	return s.about(EventAccepted, i, &acceptedData{Problem: c.Problem, Why: reason}), nil
}

// problem finds a problem of a step by its id.
func (s *state) problem(step int, id string, now time.Time) (ProblemView, error) {
	j := newJudge(s.moment(), s.lang, now)
	var known []string
	for k := range s.plan.proc.Steps[step].Items {
		at := place{step, k}
		for _, p := range j.all(s.plan.item(at), at) {
			if p.ID == id {
				return p, nil
			}
			if p.Can && len(known) < 5 {
				known = append(known, p.ID)
			}
		}
	}
	tail := "nothing there can be accepted"
	if len(known) > 0 {
		tail = "what can be accepted there: " + strings.Join(known, ", ")
	}
	stepID := s.plan.proc.Steps[step].ID
	return ProblemView{}, &Refusal{Code: RefusedNotFound, Step: stepID, Message: fmt.Sprintf("%s has no problem %s; %s", stepID, flows.Clean(id), tail)}
}

func (s *state) decideNote(c Note) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	text := flows.Clean(strings.TrimSpace(c.Text))
	if text == "" {
		return nil, &Refusal{Code: RefusedUsage, Step: c.Step, Message: "the note is empty"}
	}
	if err := limitNote(text); err != nil {
		return nil, err
	}
	return s.about(EventNoted, i, &notedData{Text: text}), nil
}

// decideComplete completes a step that nothing blocks and nothing holds open.
// Where an end applies in it, the run ends.
func (s *state) decideComplete(c Complete, now time.Time) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	j := newJudge(s.moment(), s.lang, now)
	st := newStates(j)
	switch st.is[i] {
	case Done:
		return nil, nil
	case NotNeeded:
		return nil, &Refusal{Code: RefusedBlocked, Step: c.Step, Message: c.Step + " is not needed here: nothing to complete"}
	}
	if missing := st.blockers(i); st.step[i] != flows.True || len(missing) > 0 {
		return nil, &Refusal{Code: RefusedBlocked, Step: c.Step, Message: fmt.Sprintf("%s cannot be completed yet: %s is missing", c.Step, strings.Join(missing, ", "))}
	}
	if holding := j.holding(i); len(holding) > 0 {
		return nil, notComplete(c.Step, holding)
	}
	out := s.about(EventDone, i, &stepData{Round: s.steps[i].round, Read: j.tells(i)})
	for _, at := range s.plan.ends {
		if at.step == i && j.at(at) == flows.True {
			e := s.plan.item(at).End
			out = append(out, s.about(EventEnded, i, &endedData{Item: s.plan.name(at), Outcome: e.Outcome, Why: e.Reason})...)
		}
	}
	return out, nil
}

func notComplete(step string, holding []ProblemView) error {
	p := holding[0]
	more := ""
	if n := len(holding) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more)", n)
	}
	return &Refusal{Code: RefusedNotComplete, Step: step, Item: p.Item, Message: fmt.Sprintf("%s is not complete: %s: %s%s", step, p.ID, p.Text, more)}
}

// blockers lists what has to come before a step, by names.
func (s *states) blockers(i int) []string {
	if s.step[i] == flows.Undecided {
		return s.missing(i)
	}
	return s.unmet(i)
}

// tells lists the items of a step that had to be read.
func (j *judge) tells(i int) []string {
	var ids []string
	for k := range j.plan.proc.Steps[i].Items {
		it := &j.plan.proc.Steps[i].Items[k]
		if it.Text != nil && it.Text.Tell && j.at(place{i, k}) == flows.True {
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
	reason, err := why(c.Why, c.Step, "skipping a step")
	if err != nil {
		return nil, err
	}
	switch is := newStates(newJudge(s.moment(), s.lang, now)).is[i]; is {
	case Done, NotNeeded:
		return nil, &Refusal{Code: RefusedUsage, Step: c.Step, Message: fmt.Sprintf("%s is %s: there is nothing to skip", c.Step, strings.ReplaceAll(string(is), "_", " "))}
	case Skipped:
		return nil, nil
	}
	return s.about(EventSkipped, i, &stepData{Why: reason}), nil
}

func (s *state) decideReopen(c Reopen) ([]decision, error) {
	i, err := s.findStep(c.Step)
	if err != nil {
		return nil, err
	}
	if err := limitNote(c.Why); err != nil {
		return nil, err
	}
	if m := s.steps[i]; !m.done && !m.skipped && s.closed == nil {
		return nil, &Refusal{Code: RefusedNothing, Step: c.Step, Message: c.Step + " is not completed or skipped: there is nothing to reopen"}
	}
	return s.about(EventReopened, i, &stepData{Why: flows.Clean(strings.TrimSpace(c.Why))}), nil
}

func (s *state) decideAbandon(c Abandon) ([]decision, error) {
	reason, err := why(c.Why, "", "giving a run up")
	if err != nil {
		return nil, err
	}
	outcome := flows.Clean(strings.TrimSpace(c.Outcome))
	if outcome == "" {
		return nil, &Refusal{Code: RefusedUsage, Message: "giving a run up needs an outcome (--outcome)"}
	}
	return []decision{{kind: EventAbandoned, data: &endedData{Outcome: outcome, Why: reason}}}, nil
}

func (s *state) decideLanguage(c SetLanguage) ([]decision, error) {
	if c.Lang == s.lang {
		return nil, nil
	}
	if !slices.Contains(s.plan.proc.Languages, c.Lang) {
		return nil, &Refusal{Code: RefusedUsage, Message: fmt.Sprintf("%s is not to be had in %q; it is in %s", s.plan.proc.ID, flows.Clean(c.Lang), strings.Join(s.plan.proc.Languages, ", "))}
	}
	return []decision{{kind: EventLanguage, data: &languageData{Lang: c.Lang}}}, nil
}
