package check

import (
	"strings"

	"lotse/flows"
	"lotse/flows/register/compare"
)

// told tells a person how far the comparison is. What was read is a phase, the
// left register's first, whichever was read first.
func (r *registers) told(p Progress) {
	s := map[string]*side{PartLeft: r.left, PartRight: r.right}[p.Part]
	switch {
	case s != nil && p.Half != nil && s == r.right && len(r.phases) == 0:
		r.early = &p
		return
	case s != nil && p.Half != nil:
		r.phase(s.Param, Passed, r.wasRead(s, p.Half))
		r.noted(s, &p)
		if early := r.early; early != nil {
			r.early = nil
			r.told(*early)
		}
		return
	}
	name, now := p.Part, flows.Msg("check.comparing")
	if s != nil {
		name, now = s.Param, flows.Msg("check.reading", "label", s.label())
	}
	r.running(name, now, min(max(p.Done, 0), 1))
}

// noted makes phases of what a person has to know of a file.
func (r *registers) noted(s *side, p *Progress) {
	for _, note := range p.Notes[:min(len(p.Notes), mostNotes)] {
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
	if p.More > 0 {
		r.phase(s.Param, Passed, flows.Msg("check.more_notes", "label", s.label(), "n", p.More))
	}
}

// wasRead says what was understood of a side.
func (r *registers) wasRead(s *side, h *compare.Half) flows.Message {
	var how []string
	for _, part := range []string{h.Sheet, h.Encoding, h.Delimiter} {
		if part != "" {
			how = append(how, part)
		}
	}
	if s.live {
		how = append(how, "API")
	}
	return flows.Msg("check.register_read", "label", s.label(), "n", h.Rows, "how", strings.Join(how, ", "))
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
