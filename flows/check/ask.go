package check

import "lotse/flows"

// ask reads an answer of a type under a named rule, "" for its form alone, and
// makes a phase of it. It gives what is wrong; nil: nothing.
func (j *job) ask(t flows.Type, answer flows.Value, rule string, level flows.Level) *flows.Problem {
	it := flows.Item{Kind: flows.KindField, Field: &flows.Field{Type: t}}
	phase := rule
	if rule == "" {
		phase = "form"
	} else {
		it.Rules = []flows.Rule{{Name: rule, Level: level}}
	}
	_, problems := it.Read(answer, j.env.Now())
	for i := range problems {
		p := &problems[i]
		if p.Level == flows.Tell || rule != "" && p.Code != rule {
			continue
		}
		j.phase(phase, statusOf[p.Level], p.Message)
		return p
	}
	j.phase(phase, Passed, say("phase_"+phase))
	return nil
}

// statusOf is the status that a problem of a level gives a phase.
var statusOf = map[flows.Level]string{flows.Must: Failed, flows.Warn: Warned}
