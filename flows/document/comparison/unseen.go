package comparison

import (
	"strings"

	"lotse/flows/register/compare"
)

// Unseen says what a comparison did not look at, in whole sentences; none where
// it looked at all.
func Unseen(r *compare.Report, lang string) []string {
	all := unseen(r, lang)
	for _, n := range r.NotRun {
		all = append(all, NotRun(r, lang, n.Rule))
	}
	return all
}

// NotRun says why a rule did not run, or not for all; "" where it did.
func NotRun(r *compare.Report, lang string, rule compare.Rule) string {
	for _, n := range r.NotRun {
		if n.Rule == rule {
			return NewWords(&r.Plan, lang).Title(rule) + ": " + without(r, lang, n) + "."
		}
	}
	return ""
}

// unseen says of each side which fields no column fills, and which are not
// compared in some rows, in whole sentences.
func unseen(r *compare.Report, lang string) []string {
	var all []string
	for _, side := range []compare.Side{compare.Left, compare.Right} {
		var fields []string
		for _, at := range r.Lacking() {
			if at.Side == side {
				fields = append(fields, word(lang, string(at.Field)))
			}
		}
		if len(fields) > 0 {
			all = append(all, wordf(lang, "no_column", "system", system(&r.Plan, lang, side), "fields", strings.Join(fields, ", ")))
		}
		fields = nil
		for _, u := range r.Unread() {
			if u.Side == side {
				fields = append(fields, inRows(lang, u.Place, u.Rows))
			}
		}
		if len(fields) > 0 {
			all = append(all, wordf(lang, "not_compared", "system", system(&r.Plan, lang, side), "fields", strings.Join(fields, ", ")))
		}
	}
	return all
}

// without says why a rule did not run: what it would have read, by side.
func without(r *compare.Report, lang string, n compare.NotRun) string {
	missing := make([]string, len(n.Missing), len(n.Missing)+len(n.Unread))
	for i, at := range n.Missing {
		missing[i] = word(lang, string(at.Field)) + " (" + system(&r.Plan, lang, at.Side) + ")"
	}
	for _, c := range r.Columns() {
		if rows := n.Unread[c.Place]; rows > 0 {
			missing = append(missing, inRows(lang, c.Place, rows)+" ("+system(&r.Plan, lang, c.Side)+")")
		}
	}
	return wordf(lang, "without", "missing", strings.Join(missing, ", "))
}

// inRows names a field that is not compared in some rows.
func inRows(lang string, at compare.Place, rows int) string {
	return wordf(lang, "in_rows", "field", word(lang, string(at.Field)), "n", rows)
}

// nothing is the word for a comparison that found nothing: of what it looked at.
func nothing(r *compare.Report) string {
	if len(r.NotRun) > 0 {
		return "nothing_seen"
	}
	return "nothing"
}

// silent counts the rules that ran and found nothing.
func silent(r *compare.Report) int {
	n := 0
	for _, rule := range r.Kind.Rules() {
		if r.Counts[rule] == 0 && r.Ran(rule) {
			n++
		}
	}
	return n
}

// found counts the rules that found something.
func found(r *compare.Report) int {
	n := 0
	for _, count := range r.Counts {
		if count > 0 {
			n++
		}
	}
	return n
}
