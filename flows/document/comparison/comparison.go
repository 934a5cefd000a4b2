// Package comparison puts what two registers were found to hold on paper: an
// HTML page that stands by itself, CSV, XLSX, and plain text. It shows a
// compare.Report and needs nothing else: no file, no clock, no network. It
// imports flows, flows/words, flows/register/compare, flows/document/paper, x/text
// and the standard library.
//
// Every value in a report comes from somebody's file. Nothing of it is obeyed:
// not by a terminal, a browser or a spreadsheet.
package comparison

import (
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"lotse/flows/register/compare"
)

// Formats are the kinds of file that there are, by the ending of their names.
func Formats() []string { return []string{".csv", ".html", ".xlsx"} }

// Writer is what writes a report into a file of a kind; nil where there is no
// such kind. Lang is the language of what is said.
func Writer(ending string) func(w io.Writer, r *compare.Report, lang string) error {
	return map[string]func(io.Writer, *compare.Report, string) error{".csv": CSV, ".html": HTML, ".xlsx": XLSX}[strings.ToLower(ending)]
}

// mostValue is the most characters of a code, a name or an id on paper; a cell
// of a sheet takes 32,767, an eye far fewer.
const mostValue = 1000

// mark is what a report begins with where it must not be taken for a real one.
func mark(r *compare.Report) string {
	if r.Mark == "" {
		return ""
	}
	return r.Mark + " · "
}

// value is a value from outside, on one clean line.
func value(s string) string { return compare.Short(s, mostValue) }

// group are the findings of a rule.
type group struct {
	rule     compare.Rule
	level    compare.Level
	findings []compare.Finding
}

// groups are the rules that found something, in their order.
func groups(r *compare.Report) iter.Seq[group] {
	return func(yield func(group) bool) {
		rest := r.Findings
		for len(rest) > 0 {
			n := 1
			for n < len(rest) && rest[n].Rule == rest[0].Rule {
				n++
			}
			if !yield(group{rest[0].Rule, r.Kind.Level(rest[0].Rule), rest[:n]}) {
				return
			}
			rest = rest[n:]
		}
	}
}

// notes are what is said once of the findings of a group: what happens, with the
// system before it where it differs by side, and the ways to put it right.
func notes(said *Words, g group) (effects, repairs []string) {
	var sides []compare.Side
	for _, side := range []compare.Side{compare.Left, compare.Right, compare.Both} {
		if slices.ContainsFunc(g.findings, func(f compare.Finding) bool { return f.Side == side }) {
			sides = append(sides, side)
			effects = append(effects, said.RuleEffect(g.rule, side))
			repairs = append(repairs, said.RuleRepair(g.rule, side))
		}
	}
	repairs, effects = slices.Compact(repairs), slices.Compact(effects)
	if len(effects) > 1 {
		for i := range effects {
			effects[i] = system(said.Plan, said.lang, sides[i]) + ": " + effects[i]
		}
	}
	return effects, repairs
}

// system is whose side it is; "" of both.
func system(p *compare.Plan, lang string, side compare.Side) string {
	name := ""
	switch side {
	case compare.Left:
		name = compare.SystemName(p.Left)
	case compare.Right:
		name = compare.SystemName(p.Right)
	default:
		return ""
	}
	if name == "" {
		return word(lang, string(side))
	}
	return name
}

// isPair reports whether a finding has a row of each side.
func isPair(f *compare.Finding) bool { return f.Side == compare.Both }

// rowNumber is a row's number; "" where there is no row.
func rowNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
