package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/theme"
)

// problems are an item's problems, as they stand below it.
func (s *stepLayout) problems(iv *run.ItemView) []string {
	head := 4
	if !s.stacked && iv.Item.Holds() != nil {
		head = s.indent()
	}
	var lines []string
	for _, pv := range s.shownProblems(iv) {
		lines = append(lines, s.problem(pv, head)...)
	}
	if iv.LookAgain && len(lines) == 0 {
		lines = theme.Hang(strings.Repeat(" ", head), s.t.Warn.Render(s.m.t.Wizard.LookAgain), s.w)
	}
	if offered := s.earlier(iv, head, mostOffered-len(lines)); len(offered) > 0 {
		lines = append(lines, offered...)
	}
	return lines
}

// shownProblems leaves out that something is missing if nobody has visited the
// item yet, and of a list everything but the problems of the focused cell, or
// else row.
func (s *stepLayout) shownProblems(iv *run.ItemView) []run.ProblemView {
	p := s.p
	at := flows.Address{Step: s.sv.Step.ID, Item: iv.Item.ID}
	seen := p.WasLeft(at) || p.WasTried(s.sv.Step.ID)
	empty := iv.Item.Field != nil && field.Empty(iv.Value) && !iv.Set || iv.Item.List != nil && len(iv.Rows) == 0
	var out []run.ProblemView
	for _, pv := range iv.Problems {
		if (pv.Missing() || empty && !pv.NothingOffered()) && (!seen || s.beingTyped(iv)) || s.isRedundant(iv, pv) {
			continue
		}
		out = append(out, pv)
	}
	if iv.Item.Kind != flows.KindList {
		return out
	}
	return append(out, s.rowProblems(iv)...)
}

// isRedundant reports whether the item's own line already says a problem.
func (s *stepLayout) isRedundant(iv *run.ItemView, pv run.ProblemView) bool {
	switch iv.Item.Kind {
	case flows.KindTask, flows.KindWait, flows.KindGate:
		return pv.Missing()
	case flows.KindCheck:
		return pv.Code == "not_run" && (pv.Level == flows.Tell || iv.Result == nil && !s.p.WasTried(s.sv.Step.ID))
	}
	return false
}

// beingTyped reports whether something is being typed in the field.
func (s *stepLayout) beingTyped(iv *run.ItemView) bool {
	if iv.Item.ID != s.p.At().Item || s.p.widget == nil {
		return false
	}
	typed, ok := field.Draft(s.p.widget)
	return ok && typed != ""
}

func (s *stepLayout) rowProblems(iv *run.ItemView) []run.ProblemView {
	t, ok := s.p.table()
	if !ok || iv.Item.ID != s.p.At().Item {
		return nil
	}
	row, column := t.FocusedCell()
	var cell, rest []run.ProblemView
	for i := range iv.Rows {
		if iv.Rows[i].Row != row {
			continue
		}
		for _, pv := range iv.Rows[i].Problems {
			switch {
			case pv.Column == column && !pv.Missing():
				cell = append(cell, pv)
			case s.p.WasTried(s.sv.Step.ID):
				rest = append(rest, pv)
			}
		}
	}
	if len(cell) > 0 {
		return cell
	}
	return rest[:min(len(rest), 2)]
}

// problem is a problem in words, with a sign before it and what can be done
// about it after it.
func (s *stepLayout) problem(pv run.ProblemView, head int) []string {
	t := s.t
	ink, sign := t.Bad, "!"
	switch {
	case pv.Accepted != nil:
		ink, sign = t.Dim, "·"
	case pv.Level == flows.Warn:
		ink = t.Warn
	case pv.Level == flows.Tell:
		ink, sign = t.Dim, "·"
	}
	if t.ASCII && sign != "!" {
		sign = "-"
	}
	words := strings.Join(t.Prose(s.p.runText(pv.Message), 2000), " ")
	if pv.Column != "" {
		words = drawing{s.p}.columnLabel(pv) + ": " + words
	}
	switch {
	case pv.Accepted != nil && s.m.share: // why is internal, as a note is
	case pv.Accepted != nil:
		words += " " + fmt.Sprintf("("+s.m.t.Wizard.Accepted+")", flows.CleanLine(*pv.Accepted))
	case pv.Acceptable:
		words += t.Dot + s.m.t.Wizard.AcceptKey
	}
	return theme.Hang(strings.Repeat(" ", head-2)+ink.Render(sign)+" ", ink.Render(words), s.w)
}

func (d drawing) columnLabel(pv run.ProblemView) string {
	sv := d.Step()
	if iv := sv.Item(pv.Item); iv != nil && iv.Item.List != nil {
		for _, c := range iv.Item.List.Columns {
			if c.ID == pv.Column && c.Label != "" {
				return flows.CleanLine(c.Label)
			}
		}
	}
	return pv.Column
}
