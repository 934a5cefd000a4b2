package check

import (
	"context"
	"slices"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// columnsOf are the columns of a comparison as a result keeps them.
func columnsOf(all []compare.Column) []run.Column {
	columns := make([]run.Column, len(all))
	for i, c := range all {
		columns[i] = run.Column{Side: string(c.Side), Field: string(c.Field), Header: c.Header}
	}
	return columns
}

// notRunOf are the rules that did not run, as a result keeps them: of each what it
// did without, in all rows or in some.
func notRunOf(all []compare.NotRun) []run.NotRun {
	not := make([]run.NotRun, len(all))
	for i, n := range all {
		not[i] = run.NotRun{Rule: string(n.Rule), Missing: []string{}}
		for _, at := range n.Missing {
			not[i].Missing = append(not[i].Missing, at.String())
		}
		for at, rows := range n.Unread {
			if not[i].Unread == nil {
				not[i].Unread = map[string]int{}
			}
			not[i].Unread[at.String()] = rows
		}
	}
	return not
}

// looked are the columns of two files of which one has no codes, as far as they
// can be looked at.
func (r *registers) looked(ctx context.Context) []run.Column {
	var columns [2]map[compare.Field]string
	for i, s := range []*side{r.left, r.right} {
		columns[i] = map[compare.Field]string{}
		if s.live {
			for _, f := range r.kind.Fields() {
				columns[i][f] = string(f)
			}
			continue
		}
		look, err := compare.LookAt(ctx, s.source(), r.kind, optionsOf(s.Reading))
		if err != nil {
			continue // what is wrong with it was said, or is of no matter beside the other
		}
		columns[i] = look.Columns
	}
	plan := r.plan()
	return columnsOf(plan.Columns(columns))
}

// idle are all rules of the register: none ran.
func (r *registers) idle(columns []run.Column) []run.NotRun {
	var known [2]map[compare.Field]string
	for i, side := range []compare.Side{compare.Left, compare.Right} {
		known[i] = map[compare.Field]string{}
		for _, f := range r.kind.Fields() {
			known[i][f] = string(f) // not that it is missing
		}
		for _, c := range columns {
			if c.Side == string(side) {
				known[i][compare.Field(c.Field)] = c.Header
			}
		}
	}
	plan := r.plan()
	not := notRunOf(plan.NotRun(known))
	for _, rule := range r.kind.Rules() {
		if !slices.ContainsFunc(not, func(n run.NotRun) bool { return n.Rule == string(rule) }) {
			not = append(not, run.NotRun{Rule: string(rule), Missing: []string{}})
		}
	}
	return not
}

// fieldNames are what the fields of a register are called.
var fieldNames = map[compare.Field]string{
	compare.Code: "check.field_code", compare.BusinessID: "check.field_business_id", compare.Name: "check.field_name", compare.Barred: "check.field_barred",
}

// lacking names the fields of one side, or of both, that no column fills: those
// that warn, or the others.
func lacking(report *compare.Report, warns bool, sides ...compare.Side) flows.Message {
	var names []flows.Message
	for _, f := range report.Kind.Fields() {
		if warns != (f == compare.Barred) && slices.ContainsFunc(report.Lacking(), func(at compare.Place) bool { return at.Field == f && slices.Contains(sides, at.Side) }) {
			names = append(names, flows.Msg(fieldNames[f]))
		}
	}
	return flows.Joined("joined.comma", names...)
}

// uncompared names the fields of one side, or of both, that are not compared in
// some rows: those that warn, or the others.
func uncompared(report *compare.Report, warns bool, sides ...compare.Side) flows.Message {
	var names []flows.Message
	for _, f := range report.Kind.Fields() {
		rows := 0
		for _, u := range report.Unread() {
			if u.Field == f && slices.Contains(sides, u.Side) {
				rows += u.Rows
			}
		}
		if rows > 0 && warns != (f == compare.Barred) {
			names = append(names, flows.Msg("check.field_rows", "field", flows.Msg(fieldNames[f]), "n", rows))
		}
	}
	return flows.Joined("joined.comma", names...)
}

// notLookedAt says that so many rules did not run, or not for all, and why.
func notLookedAt(report *compare.Report, n int) flows.Message {
	fields, rows := lacking(report, true, compare.Left, compare.Right), uncompared(report, true, compare.Left, compare.Right)
	code := "check.not_looked_both"
	switch {
	case rows.IsZero():
		code = notLooked.Message
	case fields.IsZero():
		code = "check.not_looked_rows"
	}
	return flows.Msg(code, "n", n, "fields", fields, "rows", rows)
}

// unseen tells what was not looked at: of each side the fields without a column
// and those not compared in some rows, and the rules that did not run. What these would only have told warns of
// nothing.
func (r *registers) unseen(report *compare.Report) {
	for i, s := range []*side{r.left, r.right} {
		of := []compare.Side{compare.Left, compare.Right}[i]
		for _, level := range []string{Warned, Passed} {
			if fields := lacking(report, level == Warned, of); !fields.IsZero() {
				r.phase(s.Param, level, flows.Msg("check.no_column", "label", s.label(), "fields", fields))
			}
			if fields := uncompared(report, level == Warned, of); !fields.IsZero() {
				r.phase(s.Param, level, flows.Msg("check.rows_left_out", "label", s.label(), "fields", fields))
			}
		}
	}
	status := Passed
	if warnings(report) > 0 {
		status = Warned
	}
	var rules []flows.Message
	for _, n := range report.NotRun {
		rules = append(rules, report.Title(n.Rule))
	}
	if len(rules) > 0 {
		r.phase(notLooked.Code, status, flows.Msg("check.rules_not_run", "rules", flows.Joined("joined.semicolon", rules...)))
	}
}

// warnings counts the rules that did not run and would have found more than what
// is only told.
func warnings(report *compare.Report) int {
	return len(report.Unseen(compare.Must)) + len(report.Unseen(compare.Warn))
}
