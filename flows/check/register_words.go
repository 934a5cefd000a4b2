package check

import (
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
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
	now := run.Phase{Name: p.Part, Status: Running, Detail: r.say("comparing"), Done: min(max(p.Done, 0), 1)}
	if s != nil {
		now.Name, now.Detail = s.Param, r.say("reading", "label", label(&s.CheckInput))
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
		text := (&register.Fault{Row: note.Row, Text: note.Text}).Error()
		r.phase(s.Param, status, r.say("register_note", "label", label(&s.CheckInput), "note", text))
	}
	if p.More > 0 {
		r.phase(s.Param, Passed, r.say("more_notes", "label", label(&s.CheckInput), "n", strconv.Itoa(p.More)))
	}
}

// wasRead says what was understood of a side.
func (r *registers) wasRead(s *side, h *compare.Half) string {
	var how []string
	for _, part := range []string{h.Sheet, h.Encoding, h.Delimiter} {
		if part != "" {
			how = append(how, part)
		}
	}
	if s.live {
		how = append(how, "API")
	}
	return r.say("register_read", "label", label(&s.CheckInput), "n", strconv.Itoa(h.Rows), "how", strings.Join(how, ", "))
}

// tell makes phases of what was matched and found.
func (r *registers) tell(report *compare.Report) {
	m := report.Matches
	for _, tier := range []struct {
		name string
		n    int
	}{{"code", m.Code}, {"business_id", m.BusinessID}, {"name", m.Name}} {
		if tier.name == "code" || r.kind != compare.Products {
			r.phase(tier.name, Passed, r.say("matched_"+tier.name, "n", strconv.Itoa(tier.n)))
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
		r.phase(string(rule), status, r.say("rule_found", "rule", report.Title(r.Lang, rule), "n", strconv.Itoa(n)))
	}
}

// summary is one sentence about all of it: what matches, and how much there is
// to do.
func (r *registers) summary(report *compare.Report) string {
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
	return r.say(code, "what", r.say(string(r.kind)), "n", strconv.Itoa(m.Code+m.BusinessID+m.Name),
		"must", strconv.Itoa(found[compare.Must]), "warn", strconv.Itoa(found[compare.Warn]))
}
