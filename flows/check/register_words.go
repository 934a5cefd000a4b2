package check

import (
	"strings"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/register/compare"
)

// show shows how far the comparison is. What was read is a phase, the left
// register's first, whichever was read first.
func (r *registers) show(p progress) {
	switch {
	case p.read != nil && p.side == r.right && len(r.phases) == 0:
		r.early = &p
	case p.read != nil:
		r.phase(p.side.Param, Passed, wasRead(p.side, p.read))
		r.notes(p.side, p.read.Notes)
		if early := r.early; early != nil {
			r.early = nil
			r.show(*early)
		}
	case p.side != nil:
		r.running(p.side.Param, flows.Msg("check.reading", "label", p.side.label()), p.done)
	default:
		r.running("match", flows.Msg("check.comparing"), p.done)
	}
}

// mostNotes is how many notes about a file are told one by one.
const mostNotes = 5

// notes makes phases of what a person has to know of a file.
func (r *registers) notes(s *side, notes []register.Issue) {
	for i, note := range notes {
		if i == mostNotes {
			r.phase(s.Param, Passed, flows.Msg("check.more_notes", "label", s.label(), "n", len(notes)-i))
			return
		}
		status := Passed
		if note.Level != flows.Tell {
			status = Warned
		}
		m := note.Message
		if note.Row > 0 {
			m = flows.Msg("place.row", "row", note.Row, "text", m)
		}
		r.phase(s.Param, status, flows.Msg("check.register_note", "label", s.label(), "note", m))
	}
}

// wasRead says what was understood of a side.
func wasRead(s *side, read *compare.Register) flows.Message {
	var how []string
	for _, part := range []string{read.Info.Sheet, read.Info.Encoding, read.Info.Delimiter} {
		if part != "" {
			how = append(how, part)
		}
	}
	if s.live {
		how = append(how, "API")
	}
	return flows.Msg("check.register_read", "label", s.label(), "n", read.Len(), "how", strings.Join(how, ", "))
}

// tell makes phases of what was matched and found.
func (r *registers) tell(report *compare.Report) {
	m := report.Matches
	r.phase("code", Passed, flows.Msg("check.matched_code", "n", m.Code))
	if r.kind != compare.Products && !report.Lacks(compare.OverwriteByID) {
		r.phase("business_id", Passed, flows.Msg("check.matched_business_id", "n", m.BusinessID))
	}
	if r.kind != compare.Products && !report.Lacks(compare.MergeByName) {
		r.phase("name", Passed, flows.Msg("check.matched_name", "n", m.Name))
	}
	for _, f := range ruleFindings(r.kind) {
		if n := report.Counts[compare.Rule(f.Code)]; n > 0 {
			r.phase(f.Code, f.Status, flows.Msg(f.Message, "rule", report.Title(compare.Rule(f.Code)), "n", n))
		}
	}
	r.unseen(report)
}

// kindName names a register.
func kindName(k compare.Kind) flows.Message { return flows.Msg(kindNames[k]) }

var kindNames = map[compare.Kind]string{
	compare.Customers: "check.customers", compare.Suppliers: "check.suppliers", compare.Products: "check.products",
}

// summary is one sentence about all of it: what matches, and how much there is
// to do.
func (r *registers) summary(report *compare.Report) flows.Message {
	found := map[compare.Level]int{}
	for _, rule := range r.kind.Rules() {
		found[r.kind.Level(rule)] += report.Counts[rule]
	}
	unseen := warnings(report)
	code := "check.compared_passed"
	switch {
	case found[compare.Must] > 0 && found[compare.Warn] > 0:
		code = "check.compared_both"
	case found[compare.Must] > 0:
		code = "check.compared_must"
	case found[compare.Warn] > 0:
		code = "check.compared_warn"
	case unseen > 0:
		code = "check.compared_seen"
	}
	m := report.Matches
	said := flows.Msg(code, "what", kindName(r.kind), "n", m.Code+m.BusinessID+m.Name,
		"must", found[compare.Must], "warn", found[compare.Warn])
	if unseen > 0 {
		said = flows.Joined("joined.sentence", said, notLookedAt(report, unseen))
	}
	return said
}
