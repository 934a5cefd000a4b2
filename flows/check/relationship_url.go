package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// relationshipSpec takes a Microsoft reseller relationship link apart.
var relationshipSpec = flows.CheckSpec{
	Name:     "relationship.url",
	Title:    "The reseller relationship link is whole",
	Inputs:   []flows.Input{{Name: "url", Types: urlTypes, Required: true}},
	Findings: []string{"malformed", "twice", "scheme", "host", "path", "writing", "order", "invitation", "id", "parameter", "fragment", "missing"},
}

// partFindings are the findings for a doubt about a part.
var partFindings = map[string]string{
	"writing": "writing", "scheme": "scheme", "host": "host", "path": "path", "invType": "invitation",
	"partnerId": "id", "msppId": "id", "indirectCSPId": "id", "DAP": "parameter", "parameter": "parameter", "fragment": "fragment", "order": "order",
}

// relationshipURL explains every part of the link, and what is doubtful about
// it.
func relationshipURL(_ context.Context, j *job) run.CheckResult {
	link := j.inputs("url")[0]
	for _, first := range []struct{ rule, finding string }{{"", "malformed"}, {"relationship-once", "twice"}} {
		if p := j.ask(flows.TypeURL, link.Value, first.rule, flows.Must); p != nil {
			return j.result(Failed, first.finding, p.Message, run.Cause{Message: p.Message, Item: link.Item})
		}
	}
	finding, summary := "", flows.Message{}
	var causes []run.Cause
	for _, part := range flows.Relationship(flows.Format(link.Value)) {
		if part.Doubt.IsZero() {
			j.phase(part.Name, Passed, say("part_"+part.Name, "value", part.Value))
			continue
		}
		j.phase(part.Name, Warned, part.Doubt)
		causes = append(causes, run.Cause{Message: part.Doubt, Item: link.Item})
		if finding == "" {
			finding, summary = partFindings[part.Name], part.Doubt
		}
	}
	if finding != "" {
		return j.result(Warned, finding, summary, causes...)
	}
	return j.result(Passed, "", say("relationship_passed"))
}
