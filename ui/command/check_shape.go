package command

import (
	"cmp"
	"strings"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
)

// checksShape is what check prints.
type checksShape struct {
	Version int          `json:"version"`
	Mode    run.Mode     `json:"mode"`
	Checks  []checkShape `json:"checks"`
}

// checkShape is what one check found; step and item are "" outside a run.
type checkShape struct {
	Check         string       `json:"check"`
	Step          string       `json:"step,omitempty"`
	Item          string       `json:"item,omitempty"`
	Status        string       `json:"status"`
	Finding       string       `json:"finding"`
	Summary       string       `json:"summary"`
	Phases        []phaseShape `json:"phases"`
	Causes        []causeShape `json:"causes"`
	*columnsShape              // of a check of registers
}

type phaseShape struct {
	Name   string `json:"name"`
	Label  string `json:"label"`
	Status string `json:"status"`
	Detail string `json:"detail"`
	Millis int64  `json:"ms"`
}

type causeShape struct {
	Text string `json:"text"`
	Item string `json:"item"`
}

func checkOf(lang, name string, r run.CheckResult) checkShape {
	s := checkShape{
		Check: name, Status: r.Status, Finding: r.Finding, Summary: words.Say(lang, r.Message),
		Phases: make([]phaseShape, len(r.Phases)), Causes: make([]causeShape, len(r.Causes)),
	}
	for i, p := range r.Phases {
		s.Phases[i] = phaseShape{p.Name, words.Say(lang, p.Label), p.Status, words.Say(lang, p.Message), p.Millis}
	}
	for i, c := range r.Causes {
		s.Causes[i] = causeShape{words.Say(lang, c.Message), c.Item.String()}
	}
	if strings.HasPrefix(name, registerChecks) {
		s.columnsShape = columnsOfResult(&r)
	}
	return s
}

// registerChecks begins the names of the checks that compare registers.
const registerChecks = "register."

// columnsOfResult is what a check of registers looked at.
func columnsOfResult(r *run.CheckResult) *columnsShape {
	s := &columnsShape{Columns: []columnShape{}, NotRun: []notRunShape{}}
	for _, c := range r.Columns {
		one := columnShape{Side: c.Side, Field: c.Field}
		if c.Header != "" {
			one.Header = &c.Header
		}
		s.Columns = append(s.Columns, one)
	}
	for _, n := range r.NotRun {
		s.NotRun = append(s.NotRun, notRunShape{Rule: n.Rule, Missing: append([]string{}, n.Missing...), Unread: n.Unread})
	}
	return s
}

// bad reports whether the check failed, or could not be run.
func (s *checkShape) bad() bool { return s.Status == check.Failed || s.Status == check.Unknown }

// checked is the word for what a check, or a part of it, came to.
func (s *sheet) checked(status string) string {
	_, word := face.CheckStatus(&words.For(s.lang).Check, status)
	return word
}

func (s checksShape) lines(p *sheet) {
	p.mark(s.Mode)
	for i := range s.Checks {
		s.Checks[i].lines(p)
	}
}

// lines are the result, what led to it, and the answers to look at.
func (s checkShape) lines(p *sheet) {
	name := s.Check
	if s.Item != "" {
		name = s.Step + "." + s.Item + " (" + s.Check + ")"
	}
	p.line("%s: %s", name, p.checked(s.Status))
	if s.Summary != "" {
		p.line("  %s", s.Summary)
	}
	for _, phase := range s.Phases {
		p.row("  "+cmp.Or(phase.Label, phase.Name), p.checked(phase.Status), phase.Detail)
	}
	for _, cause := range s.Causes {
		at := cause.Item
		if at != "" {
			at += ": "
		}
		p.line("  > %s%s", at, cause.Text)
	}
}
