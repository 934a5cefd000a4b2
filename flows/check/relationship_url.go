package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// What can be found about a link: the sentence is that of the warning about the
// part.
var (
	linkMalformed  = Finding{Code: "malformed", Status: Failed, Message: "url", Also: []string{"url_user", "too_long"}}
	linkTwice      = Finding{Code: "twice", Status: Failed, Message: "relationship-once"}
	linkScheme     = Finding{Code: "scheme", Status: Warned, Message: "relationship_scheme"}
	linkHost       = Finding{Code: "host", Status: Warned, Message: "relationship_host", Also: []string{"relationship_wrapped"}}
	linkPath       = Finding{Code: "path", Status: Warned, Message: "relationship_path"}
	linkWriting    = Finding{Code: "writing", Status: Warned, Message: "relationship_amp", Also: []string{"relationship_escape", "relationship_break"}}
	linkOrder      = Finding{Code: "order", Status: Warned, Message: "relationship_order"}
	linkInvitation = Finding{Code: "invitation", Status: Warned, Message: "relationship_invitation", Also: []string{"relationship_missing"}}
	linkID         = Finding{
		Code: "id", Status: Warned, Message: "relationship_guid",
		Also: []string{"relationship_missing", "relationship_zero", "relationship_digits", "relationship_direct", "relationship_same"},
	}
	linkParameter = Finding{Code: "parameter", Status: Warned, Message: "relationship_unknown", Also: []string{"relationship_double"}}
	linkFragment  = Finding{Code: "fragment", Status: Warned, Message: "relationship_fragment", Also: []string{"relationship_missing"}}
)

// relationshipCheck explains a Microsoft reseller relationship link.
func relationshipCheck() Check {
	return Check{
		Name:   "relationship.url",
		Title:  "check.title_relationship_url",
		Inputs: []flows.Input{{Name: "url", Types: urlTypes, Required: true}},
		Findings: []Finding{
			linkMalformed, linkTwice, linkScheme, linkHost, linkPath, linkWriting, linkOrder, linkInvitation, linkID, linkParameter, linkFragment, missing,
		},
		run: relationshipURL,
	}
}

// linkParts are the parts of a link by name: the message if one is right, and
// the finding if there is a warning about it.
var linkParts = map[string]struct {
	right   string // "": the part is named only where it is doubtful
	warning Finding
}{
	"writing":       {"", linkWriting},
	"scheme":        {"check.part_scheme", linkScheme},
	"host":          {"check.part_host", linkHost},
	"path":          {"check.part_path", linkPath},
	"order":         {"", linkOrder},
	"invType":       {"check.part_invType", linkInvitation},
	"partnerId":     {"check.part_partnerId", linkID},
	"msppId":        {"check.part_msppId", linkID},
	"indirectCSPId": {"check.part_indirectCSPId", linkID},
	"DAP":           {"check.part_DAP", linkParameter},
	"parameter":     {"", linkParameter},
	"fragment":      {"check.part_fragment", linkFragment},
}

// relationshipURL explains every part of the link, and what may be wrong with
// it.
func relationshipURL(_ context.Context, j *job) run.CheckResult {
	link := j.inputs("url")[0]
	refused := func(f Finding, p *flows.Problem) run.CheckResult {
		return j.found(f, p.Message, run.Cause{Message: p.Message, Item: link.Item})
	}
	if p := j.askForm(flows.TypeURL, link.Value); p != nil {
		return refused(linkMalformed, p)
	}
	if p := j.askRule(flows.TypeURL, link.Value, flows.Rule{Name: "relationship-once", Level: flows.Must}, "check.phase_relationship-once"); p != nil {
		return refused(linkTwice, p)
	}
	var first Finding
	var causes []run.Cause
	for _, part := range flows.Relationship(flows.Format(link.Value)) {
		known := linkParts[part.Name]
		if part.Warning.IsZero() {
			j.phase(part.Name, Passed, flows.Msg(known.right, "value", part.Value))
			continue
		}
		j.phase(part.Name, Warned, part.Warning)
		if len(causes) == 0 {
			first = known.warning
		}
		causes = append(causes, run.Cause{Message: part.Warning, Item: link.Item})
	}
	if len(causes) > 0 {
		return j.found(first, causes[0].Message, causes...)
	}
	return j.result(Passed, "", flows.Msg("check.relationship_passed"))
}
