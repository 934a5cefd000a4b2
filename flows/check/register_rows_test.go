package check

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"lotse/flows/register/compare"
)

// TestRegisterCheckSaysWhichRowsItDidNotLookAt holds that values that are held
// against nothing make a check warn, on whichever side they stand.
func TestRegisterCheckSaysWhichRowsItDidNotLookAt(t *testing.T) {
	const whole = "number;name;vat_number;is_barred\n1001;Muster Oy;01120389;\n1002;Pohjola Osat Oy;;\n"
	for name, tt := range map[string]struct {
		left, right               string
		status, summary, phase    string
		withoutRule, withoutPlace string
	}{
		"nothing":            {"1001;Muster Oy;0112038-9;\n1002;Pohjola Osat Oy;;\n", whole, Passed, "Customers: 2 match, nothing to put right.", "", "", ""},
		"a name":             {"1001;Muster Oy;0112038-9;\n1002;#N/A;;\n", whole, Warned, "Customers: 2 match, nothing to put right by the rules that ran. 5 rules did not run for all rows; not compared: name in 1 row.", "Netvisor's: not compared: name in 1 row.", "near-name", "left.name"},
		"a name over there":  {"1001;Muster Oy;0112038-9;\n1002;Pohjola Osat Oy;;\n", strings.Replace(whole, "Pohjola", "Pohj\ufffdla", 1), Warned, "Customers: 2 match, nothing to put right by the rules that ran. 5 rules did not run for all rows; not compared: name in 1 row.", "Rackbeat's: not compared: name in 1 row.", "merge-by-name", "right.name"},
		"names and ids":      {"1001;#REF!;#REF!;\n1002;#REF!;;\n", whole, Warned, "Customers: 2 match, nothing to put right by the rules that ran. 9 rules did not run for all rows; not compared: business ID in 1 row, name in 2 rows.", "Netvisor's: not compared: business ID in 1 row, name in 2 rows.", "same-code-other-company", "left.business_id"},
		"and a column":       {"1001;#REF!;0112038-9;\n1002;Pohjola Osat Oy;;\n", strings.ReplaceAll(whole, "vat_number", "colour"), Warned, "Customers: 2 match, nothing to put right by the rules that ran. 9 rules did not run, or not for all rows: no column for business ID; not compared: name in 1 row.", "Rackbeat's: no column for business ID.", "near-name", "left.name"},
		"who is barred":      {"1001;Muster Oy;0112038-9;perhaps\n1002;Pohjola Osat Oy;;\n", whole, Passed, "Customers: 2 match, nothing to put right.", "Netvisor's: not compared: barred in 1 row.", "barred", "left.barred"},
		"a code is a must":   {"#N/A;Muster Oy;0112038-9;\n1002;Pohjola Osat Oy;;\n", whole, Failed, "Customers: 2 match, 1 must be put right.", "", "", ""},
		"a total like codes": {"1001;Muster Oy;0112038-9;\n1002;Pohjola Osat Oy;;\n0002;Yhteensä;;\n", whole, Warned, "Customers: 2 match, nothing to put right by the rules that ran. 10 rules did not run for all rows; not compared: code in 1 row.", "Netvisor's: not compared: code in 1 row.", "code-duplicate", "left.code"},
	} {
		var s shelf
		got := s.compared(t, s.env(), compare.Customers, "en", "Asiakaskoodi;Nimi;Y-tunnus;Estetty\n"+tt.left, tt.right)
		if got.Status != tt.status || english(got.Message) != tt.summary {
			t.Errorf("%s: %s %q", name, got.Status, english(got.Message))
		}
		said := tt.phase == ""
		for _, p := range got.Phases {
			said = said || english(p.Message) == tt.phase
		}
		if !said {
			t.Errorf("%s: no phase %q: %v", name, tt.phase, got.Phases)
		}
		without := ""
		for _, n := range got.NotRun {
			if n.Rule == tt.withoutRule {
				without = strings.Join(slices.Sorted(maps.Keys(n.Unread)), " ")
			}
			if _, counted := got.Counts[n.Rule]; counted {
				t.Errorf("%s: %s counts", name, n.Rule)
			}
		}
		if !strings.Contains(without, tt.withoutPlace) || (tt.withoutRule == "") != (len(got.NotRun) == 0) {
			t.Errorf("%s: %q, %v", name, without, got.NotRun)
		}
	}
}
