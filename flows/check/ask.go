package check

import "lotse/flows"

// askForm reads an answer of a type and makes a phase of it. It returns the
// problem of its form; nil if there is none.
func (j *job) askForm(t flows.Type, answer flows.Value) *flows.Problem {
	return j.readAnswer(t, answer, nil, "form", "check.phase_form")
}

// askRule reads an answer of a type under a named rule and makes a phase of
// it; right is the code of the message if the rule holds. It returns the
// problem; nil if there is none.
func (j *job) askRule(t flows.Type, answer flows.Value, r flows.Rule, right string) *flows.Problem {
	return j.readAnswer(t, answer, []flows.Rule{r}, r.Name, right)
}

func (j *job) readAnswer(t flows.Type, answer flows.Value, rules []flows.Rule, phase, right string) *flows.Problem {
	it := flows.Item{Kind: flows.KindField, Field: &flows.Field{Type: t}, Rules: rules}
	_, problems := it.Read(answer, j.env.Now())
	for i := range problems {
		p := &problems[i]
		if p.Level == flows.Tell || rules != nil && p.Code != rules[0].Name {
			continue
		}
		j.phase(phase, statusOf[p.Level], p.Message)
		return p
	}
	j.phase(phase, Passed, flows.Msg(right))
	return nil
}

// statusOf is the status of a phase with a problem of a level.
var statusOf = map[flows.Level]string{flows.Must: Failed, flows.Warn: Warned, flows.Tell: Passed}
