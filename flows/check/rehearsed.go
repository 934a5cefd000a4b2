package check

import (
	"slices"
	"strings"

	"lotse/flows"
)

// OwnFaults are the faults that a check of a procedure brings along; nil for most.
// Each says what it does in its own words.
func OwnFaults(c *flows.Check) []Fault {
	if c == nil || c.Request == nil {
		return nil
	}
	var own []Fault
	for _, f := range c.Request.Faults {
		own = append(own, Fault{Name: f.Name, Does: f.Does})
	}
	return own
}

// OfferedAt are the faults of a check of a procedure in the order in which a person
// chooses: its own first.
func OfferedAt(c *flows.Check) []Fault { return slices.Concat(OwnFaults(c), OfferedFaults(c.Run)) }

// FaultsIn are the faults that the checks of a name have in a procedure, its own
// first; p may be nil.
func FaultsIn(p *flows.Procedure, name string) []Fault {
	var own []Fault
	if p != nil {
		for i := range p.Steps {
			for k := range p.Steps[i].Items {
				if c := p.Steps[i].Items[k].Check; c != nil && c.Run == name {
					own = append(own, OwnFaults(c)...)
				}
			}
		}
	}
	return slices.Concat(own, FaultsOf(name))
}

// Says is what the fault does, for whoever chooses it: by the code of its sentence,
// or in the words of the procedure.
func (f Fault) Says() flows.Message {
	if strings.HasPrefix(f.Does, "check.") {
		return flows.Msg(f.Does)
	}
	return flows.Said(f.Does)
}

// KnowsFault reports whether a check has a fault of that name. Those of http.json
// stand in the procedure, which says by itself which there are.
func KnowsFault(name, fault string) bool {
	return HasFault(name, fault) || name == flows.HTTPJSON && isFaultName(fault)
}

// HasFault reports whether the portal of a check has a fault by itself.
func HasFault(name, fault string) bool {
	return slices.ContainsFunc(FaultsOf(name), func(f Fault) bool { return f.Name == fault })
}

func isFaultName(s string) bool {
	return s != "" && len(s) <= 64 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// AnswerOf is what the portal of a rehearsal answers to a request of http.json, with
// the faults that are switched on; ok is false for any other check.
func AnswerOf(q *Request, faults []string) (method, address string, answer flows.HTTPAnswer, ok bool) {
	if q.HTTP == nil || q.Check != flows.HTTPJSON {
		return "", "", answer, false
	}
	j := job{Request: *q}
	answer = q.HTTP.Answer
	for _, f := range q.HTTP.Faults {
		if slices.Contains(faults, f.Name) {
			answer = f.HTTPAnswer
		}
	}
	return q.HTTP.Method, j.text("url"), answer, true
}
