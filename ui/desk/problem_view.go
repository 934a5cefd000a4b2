package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/theme"
)

// reserved is how many lines below an item are kept for its problems, so that
// nothing moves when one appears or disappears.
func (s *stepLayout) reserved(k flows.Kind) int {
	switch {
	case k == flows.KindField && s.h >= 14, k == flows.KindList && s.h >= 14:
		return 2
	case k == flows.KindField, k == flows.KindList:
		return 1
	default:
		return 0
	}
}

// problems draws an item's problems below it, in the reserved lines.
func (s *stepLayout) problems(iv *run.ItemView, lines []string) []string {
	head := 4
	if !s.stacked && iv.Item.Kind == flows.KindField {
		head = s.indent()
	}
	n := 0
	for _, pv := range s.shownProblems(iv) {
		for _, l := range s.problem(pv, head) {
			lines = append(lines, l)
			n++
		}
	}
	if iv.LookAgain && n == 0 {
		again := theme.Hang(strings.Repeat(" ", head), s.t.Warn.Render(s.m.t.Wizard.LookAgain), s.w)
		lines = append(lines, again...)
		n += len(again)
	}
	for ; n < s.reserved(iv.Item.Kind); n++ {
		lines = append(lines, "")
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
		if (pv.Missing() || empty) && (!seen || s.beingTyped(iv)) || isRedundant(iv, pv) {
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
func isRedundant(iv *run.ItemView, pv run.ProblemView) bool {
	switch iv.Item.Kind {
	case flows.KindTask, flows.KindWait, flows.KindGate:
		return pv.Missing()
	case flows.KindCheck:
		return pv.Code == "not_run" && pv.Level == flows.Tell
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
