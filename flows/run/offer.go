package run

import "lotse/flows"

// codeNotOffered is the problem of an answer whose option is not offered. It comes
// and goes with what the option depends on, so that no event says it of an answer.
const codeNotOffered = "not_offered"

// codeNoneOffered is the problem of a choice of which no option is offered yet.
const codeNoneOffered = "none_offered"

// NothingOffered reports whether it says why nothing can be chosen, which is to be
// known before anybody tries.
func (p ProblemView) NothingOffered() bool { return p.Code == codeNoneOffered }

// isWithheld reports whether the field at a place has an answer whose option is not
// offered.
func (m *evaluation) isWithheld(at place) bool {
	it := m.plan.item(at)
	if it.Field == nil || m.answers[it.ID] == nil {
		return false
	}
	v := m.answers[it.ID].value
	return v != nil && !it.Field.Offers(v, m)
}

// missingProblems lists the problems of a field without an answer: of a choice of
// which nothing is offered, what that depends on.
func (f *problemFinder) missingProblems(it *flows.Item) []flows.Problem {
	waits := it.Field.WaitsFor()
	if len(it.Field.Options) > 0 || len(waits) == 0 {
		return it.Missing()
	}
	var labels []string
	for _, id := range waits {
		at, known := f.plan.fields[id]
		if known {
			labels = append(labels, flows.Cut(labelOf(f.shown(at)), newsName))
		} else {
			labels = append(labels, id)
		}
	}
	level := flows.Tell
	if it.Field.Required {
		level = flows.Must
	}
	return []flows.Problem{problem(codeNoneOffered, level, "on", labels)}
}
