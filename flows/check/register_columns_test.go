package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// TestRegisterCheckSaysWhatItDidNotLookAt holds that a missing column is named,
// with the rules that did not run: they have no count, and warn.
func TestRegisterCheckSaysWhatItDidNotLookAt(t *testing.T) {
	const whole = "number;name;vat_number;is_barred\n1001;Muster Oy;01120389;\n1002;Pohjola Osat Oy;;\n"
	for name, tt := range map[string]struct {
		left, status, finding, summary string
		missing                        string
	}{
		"all columns":   {"Asiakaskoodi;Nimi;Y-tunnus;Estetty\n1001;Muster Oy;0112038-9;\n1002;Pohjola Osat Oy;;\n", Passed, "", "Customers: 2 match, nothing to put right.", ""},
		"who is barred": {"Asiakaskoodi;Nimi;Y-tunnus\n1001;Muster Oy;0112038-9\n1002;Pohjola Osat Oy;\n", Passed, "", "Customers: 2 match, nothing to put right.", "left.barred"},
		"names": {
			"Asiakaskoodi;Y-tunnus;Estetty\n1001;0112038-9;\n1002;;\n", Warned, "not_looked_at",
			"Customers: 2 match, nothing to put right by the rules that ran. 5 rules did not run, or not on both sides: no column for name.", "left.name",
		},
		"ids and names": {
			"Asiakaskoodi;Estetty\n1001;\n1002;\n", Warned, "not_looked_at",
			"Customers: 2 match, nothing to put right by the rules that ran. 9 rules did not run, or not on both sides: no column for business ID, name.", "left.business_id left.name",
		},
		"ids, and a warning": {
			"Asiakaskoodi;Nimi;Estetty\n1001;Muster Oy;\n1002;Pohjola;\n", Warned, "same-code-other-name",
			"Customers: 2 match, 1 to look at. 4 rules did not run, or not on both sides: no column for business ID.", "left.business_id",
		},
		"ids, and a must": {
			"Asiakaskoodi;Nimi;Estetty\n1001;Muster Oy;\n01002;Pohjola;\n", Failed, "code-leading-zero",
			"Customers: 1 matches, 1 must be put right. 4 rules did not run, or not on both sides: no column for business ID.", "left.business_id",
		},
	} {
		var s shelf
		got := s.compared(t, s.env(), compare.Customers, "en", tt.left, whole)
		if got.Status != tt.status || got.Finding != tt.finding || english(got.Message) != tt.summary {
			t.Errorf("%s: %s %s %q", name, got.Status, got.Finding, english(got.Message))
		}
		var missing []string
		for _, c := range got.Columns {
			if c.Header == "" {
				missing = append(missing, c.Side+"."+c.Field)
			}
		}
		if strings.Join(missing, " ") != tt.missing || len(got.Columns) != 8 {
			t.Errorf("%s: no column for %v of %v, want %s", name, missing, got.Columns, tt.missing)
		}
		for _, not := range got.NotRun {
			if n, counted := got.Counts[not.Rule]; counted {
				t.Errorf("%s: %s did not run and has the count %d", name, not.Rule, n)
			}
			if !slices.Contains(missing, not.Missing[0]) {
				t.Errorf("%s: %s did not run without %s", name, not.Rule, not.Missing)
			}
		}
		said := fmt.Sprint(slices.ContainsFunc(got.Phases, func(p run.Phase) bool {
			return p.Status == Warned && strings.Contains(english(p.Message), "no column for")
		}))
		if want := tt.missing != "" && tt.missing != "left.barred"; said != fmt.Sprint(want) {
			t.Errorf("%s: a phase warns of columns: %s", name, said)
		}
		if got.Status == Warned && got.Levels["not_looked_at"] != flows.Warn {
			t.Errorf("%s: what was not looked at has the level %q", name, got.Levels["not_looked_at"])
		}
	}
}

// TestWithoutCodesNoRuleRan holds that a comparison that was not made names every
// rule, and of a file without codes what its columns are.
func TestWithoutCodesNoRuleRan(t *testing.T) {
	for name, tt := range map[string]struct {
		left, right, finding string
		columns              string
		missing              []string // of code-empty
	}{
		"no codes on the left":  {"Nimi;Puhelin\nMuster Oy;1\n", sameCustomers, "column_missing", "left.name right.code right.business_id right.name", []string{"left.code"}},
		"no codes on the right": {netvisorCustomers, "name;foo\nx;1\n", "column_missing", "left.code left.business_id left.name right.name", []string{"right.code"}},
		"no codes at all":       {"Nimi;Puhelin\nMuster Oy;1\n", "name;foo\nx;1\n", "column_missing", "left.name right.name", []string{"left.code", "right.code"}},
		"nothing in it":         {"", sameCustomers, "unreadable", "", []string{}},
		"another register":      {netvisorCustomers, "Tuotekoodi;Nimeke\n1;x\n", "other_register", "", []string{}},
	} {
		var s shelf
		got := s.compared(t, s.env(), compare.Customers, "en", tt.left, tt.right)
		var there []string
		for _, c := range got.Columns {
			if c.Header != "" {
				there = append(there, c.Side+"."+c.Field)
			}
		}
		if got.Status != Unknown || got.Finding != tt.finding || strings.Join(there, " ") != tt.columns {
			t.Errorf("%s: %s %s, columns %v", name, got.Status, got.Finding, there)
		}
		if len(got.NotRun) != len(compare.Customers.Rules()) || got.NotRun[0].Rule != "code-empty" || !slices.Equal(got.NotRun[0].Missing, tt.missing) {
			t.Errorf("%s: not run: %v", name, got.NotRun)
		}
	}
}
