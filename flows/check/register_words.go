package check

import (
	"strings"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
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
	if r.progress == nil {
		return
	}
	now := run.Phase{Name: p.Part, Status: Running, Message: say("comparing"), Done: min(max(p.Done, 0), 1)}
	if s != nil {
		now.Name, now.Message = s.Param, say("reading", "label", s.label())
	}
	r.progress(now)
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
		r.phase(s.Param, status, say("register_note", "label", s.label(), "note", m))
	}
	if p.More > 0 {
		r.phase(s.Param, Passed, say("more_notes", "label", s.label(), "n", p.More))
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
	return say("register_read", "label", s.label(), "n", h.Rows, "how", strings.Join(how, ", "))
}

// tell makes phases of what was matched and found.
func (r *registers) tell(report *compare.Report) {
	m := report.Matches
	for _, tier := range []struct {
		name string
		n    int
	}{{"code", m.Code}, {"business_id", m.BusinessID}, {"name", m.Name}} {
		if tier.name == "code" || r.kind != compare.Products {
			r.phase(tier.name, Passed, say("matched_"+tier.name, "n", tier.n))
		}
	}
	for _, rule := range r.kind.Rules() {
		n := report.Counts[rule]
		if n == 0 {
			continue
		}
		status := statusOf[levelOf[r.kind.Level(rule)]]
		if status == "" {
			status = Passed
		}
		r.phase(string(rule), status, say("rule_found", "rule", report.Title(r.Lang, rule), "n", n))
	}
}

// summary is one sentence about all of it: what matches, and how much there is
// to do.
func (r *registers) summary(report *compare.Report) flows.Message {
	found := map[compare.Level]int{}
	for _, rule := range r.kind.Rules() {
		found[r.kind.Level(rule)] += report.Counts[rule]
	}
	code := "compared_passed"
	switch {
	case found[compare.Must] > 0 && found[compare.Warn] > 0:
		code = "compared_both"
	case found[compare.Must] > 0:
		code = "compared_must"
	case found[compare.Warn] > 0:
		code = "compared_warn"
	}
	m := report.Matches
	return say(code, "what", say(string(r.kind)), "n", m.Code+m.BusinessID+m.Name,
		"must", found[compare.Must], "warn", found[compare.Warn])
}
