package findings

import (
	"strings"
	"testing"
)

// TestTheTableSaysWhatWasNotLookedAt holds that rules that did not run, and fields
// that were not compared, stand in the table, below what was found and where
// nothing was; and that nothing stands there where all was looked at.
func TestTheTableSaysWhatWasNotLookedAt(t *testing.T) {
	const right = "number;name;vat_number;is_barred\n1;A Oy;;\n2;B Oy;;\n"
	for name, tt := range map[string]struct {
		left  string
		shows []string
		hides []string
	}{
		"all looked at":     {"Asiakaskoodi;Nimi;Y-tunnus;Estetty\n1;A Oy;;\n2;B Oy;;\n", []string{"0 of 0", "Nothing of the kind"}, []string{"not run"}},
		"no names":          {"Asiakaskoodi;Y-tunnus;Estetty\n1;;\n2;;\n", []string{"0 of 0", "5 not run", "no column for name", "without name (Netvisor)"}, []string{"Nothing of the kind"}},
		"no ids, no names":  {"Asiakaskoodi;Estetty\n1;\n2;\n", []string{"9 not run", "no column for business ID, name"}, []string{"Nothing of the kind"}},
		"a name of no read": {"Asiakaskoodi;Nimi;Y-tunnus;Estetty\n1;#N/A;;\n2;B Oy;;\n", []string{"5 not run", "not compared: name in 1 row", "without name in 1 row (Netvisor)"}, []string{"no column for"}},
		"below a finding":   {"Asiakaskoodi;Nimi;Y-tunnus;Estetty\n1;#N/A;;\n2;B Oy;;\n3;C Oy;;\n", []string{"1 of 1", "5 not run", "not compared: name in 1 row", "C Oy"}, []string{"Nothing of the kind"}},
		"who is barred":     {"Asiakaskoodi;Nimi;Y-tunnus\n1;A Oy;\n2;B Oy;\n", []string{"1 not run", "no column for barred"}, []string{"Nothing of the kind"}},
	} {
		r := found(t, "", tt.left, right)
		for _, s := range tt.shows {
			if !strings.Contains(r.Screen(), s) {
				t.Errorf("%s: %q is not shown:\n%s", name, s, r.Screen())
			}
		}
		for _, s := range tt.hides {
			if strings.Contains(r.Screen(), s) {
				t.Errorf("%s: %q is shown:\n%s", name, s, r.Screen())
			}
		}
		r.keys("end")
		if foot := r.Screen(); len(tt.hides) > 0 && tt.hides[0] != "not run" && strings.Count(foot, "without ") < 2 {
			t.Errorf("%s: the chosen one does not stand below:\n%s", name, foot)
		}
		if r.keys("enter"); r.o.pair && r.o.chosen() == nil {
			t.Errorf("%s: a pair of nothing is opened", name)
		}
		if r.keys("tab"); r.o.filters.Level != "" && len(r.o.notLookedAt()) > 0 {
			t.Errorf("%s: it stands among filtered findings", name)
		}
	}
}
