package check

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

func TestRelations(t *testing.T) {
	const portal = "Organisation;Party number;TecCom ID\nMuster GmbH;4711;DE1\nPohjola Osat Oy; 0042 ;FI2\n"
	for _, c := range []struct {
		name, grouping, relations string
		status, finding           string
		without                   int
		says                      string
	}{
		{"all there", "party number;group\n4711;A\n0042;B\n", portal, Passed, "", 0, "All 2 entries"},
		{"two without", "party number;group\n4711;A\n42;B\n;C\n", portal, Failed, withoutRelation, 2, `2 of 3 entries`},
		{"rows are named", "party number;group\n4711;A\n42;B\n", portal, Failed, withoutRelation, 1, `3 ("42")`},
		{"another key", "TecCom-Nr.,Gruppe\nDE1,A\nFI3,A\n", portal, Failed, withoutRelation, 1, `3 ("FI3")`},
		{"no column", "buyer,group\n1,A\n", portal, Unknown, columnMissing, -1, "No column"},
		{"no common column", "customer number,group\n1,A\n", portal, Unknown, columnMissing, -1, "No column"},
		{"the same file", portal, portal, Unknown, sameFile, -1, "same file"},
		{"a quote that never closes", "party number;group\n\"4711;A\n", portal, Unknown, unreadable, -1, ""},
		{"binary", "party\x00number\n1\n", portal, Unknown, unreadable, -1, ""},
		{"empty", "", portal, Unknown, unreadable, -1, "empty"},
		{"hostile", "party number;group\n\x1b[31m\u202e47;A\n" + strings.Repeat("9", 9000) + ";B\n", portal, Failed, withoutRelation, 2, ""},
		{"many", "party number\n" + strings.Repeat("1\n", 5000), portal, Failed, withoutRelation, 5000, "11 (\"1\"), …"},
	} {
		for _, lang := range []string{"en", "de", "fi"} {
			var s shelf
			inputs := []run.CheckInput{
				{Param: "buyer_grouping", Item: "s.grouping", Label: "Grouping", Value: s.put("buyer_grouping.csv", c.grouping)},
				{Param: "relations", Item: "s.relations", Label: "Relations", Value: s.put("relations.csv", c.relations)},
			}
			got, err := NewRunner(s.env()).Run(t.Context(), Request{Check: "teccom.relations", Lang: lang, Inputs: inputs}, nil)
			if err != nil || got.Status != c.status || got.Finding != c.finding || c.without >= 0 && got.Counts[withoutRelation] != c.without {
				t.Errorf("%s, %s: %v, %+v", c.name, lang, err, got)
			}
			if lang == "en" && !strings.Contains(got.Summary, c.says) || len(got.Summary) > 1500 || got.Summary != flows.CleanLine(got.Summary) || strings.ContainsAny(got.Summary, "{}") {
				t.Errorf("%s: %q", c.name, got.Summary)
			}
			if got.Status != Passed && (len(got.Causes) == 0 || got.Causes[0].Item == "") {
				t.Errorf("%s: no cause leads anywhere: %+v", c.name, got.Causes)
			}
		}
	}
}
