package check

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

func TestRelations(t *testing.T) {
	const portal = "Organisation;Party number;TecCom ID\nMuster GmbH;4711;DE1\nPohjola Osat Oy; 0042 ;FI2\n"
	for _, c := range []struct {
		name, grouping, relations string
		status, finding           string
		without                   int
		says                      string
	}{
		{"an error value in both", "party number;group\n4711;A\n#N/A;B\n", portal + "Tukku Oy;#N/A;FI3\n", Warned, keysUnread.Code, 0, "2 rows have no key that can be read"},
		{"an error value, and one without", "party number;group\n42;A\n#NV;B\n", portal, Failed, withoutRelation.Code, 1, "1 row has no key that can be read"},
		{"a sign that could not be read", "party number;group\n4711;A\n00\ufffd42;B\n", portal, Warned, keysUnread.Code, 0, "1 row has no key"},
		{"formulas", "party number;group\n=\"4711\";A\n=\"0042\";B\n", portal, Passed, "", 0, "(2 entries)"},
		{"apostrophes", "party number;group\n'4711;A\n'0042;B\n", portal, Passed, "", 0, "(2 entries)"},
		{"floats", "party number;group\n4711.0;A\n", portal, Passed, "", 0, "(1 entry)"},
		{"a total", "party number;group\n4711;A\nTotal;1\n", portal, Passed, "", 0, "(1 entry)"},
		{"the header again", "party number;group\n4711;A\nparty number;group\n0042;B\n", portal, Passed, "", 0, "(2 entries)"},
		{"nothing but a header", "party number;group\n", portal, Unknown, unreadable.Code, -1, "It has nothing but a header"},
		{"no relation at all", "party number;group\n4711;A\n", "Party number;Name\n", Unknown, unreadable.Code, -1, "It has nothing but a header"},
		{"many columns", "id;name;street;zip;city;country;party number\n1;A;B;20100;C;FI;4711\n", portal, Passed, "", 0, "(1 entry)"},
		{"below titles", "Grouping of 2026;;\n;;\nparty number;group;remark\n4711;A;\n", portal, Passed, "", 0, "(1 entry)"},
		{"all there", "party number;group\n4711;A\n0042;B\n", portal, Passed, "", 0, "(2 entries)"},
		{"two without", "party number;group\n4711;A\n42;B\n;C\n", portal, Failed, withoutRelation.Code, 2, `2 of 3 entries`},
		{"rows are named", "party number;group\n4711;A\n42;B\n", portal, Failed, withoutRelation.Code, 1, `3 ("42")`},
		{"another key", "TecCom-Nr.,Gruppe\nDE1,A\nFI3,A\n", portal, Failed, withoutRelation.Code, 1, `3 ("FI3")`},
		{"no column", "buyer,group\n1,A\n", portal, Unknown, columnMissing.Code, -1, "No column"},
		{"no common column", "customer number,group\n1,A\n", portal, Unknown, columnMissing.Code, -1, "No column"},
		{"the same file", portal, portal, Unknown, sameFile.Code, -1, "same file"},
		{"a quote that never closes", "party number;group\n\"4711;A\n", portal, Unknown, unreadable.Code, -1, ""},
		{"binary", "party\x00number\n1\n", portal, Unknown, unreadable.Code, -1, ""},
		{"empty", "", portal, Unknown, unreadable.Code, -1, "empty"},
		{"hostile", "party number;group\n\x1b[31m\u202e47;A\n" + strings.Repeat("9", 9000) + ";B\n", portal, Failed, withoutRelation.Code, 2, ""},
		{"many", "party number\n" + strings.Repeat("1\n", 5000), portal, Failed, withoutRelation.Code, 5000, "11 (\"1\"), …"},
	} {
		var s shelf
		inputs := []run.CheckInput{
			{Param: "buyer_grouping", Item: flows.At("s.grouping"), Label: "Grouping", Value: s.put("buyer_grouping.csv", c.grouping)},
			{Param: "relations", Item: flows.At("s.relations"), Label: "Relations", Value: s.put("relations.csv", c.relations)},
		}
		got, err := NewRunner(s.env()).Run(t.Context(), Request{Check: "teccom.relations", Inputs: inputs}, nil)
		if err != nil || got.Status != c.status || got.Finding != c.finding || c.without >= 0 && got.Counts[withoutRelation.Code] != c.without {
			t.Errorf("%s: %v, %+v", c.name, err, got)
		}
		if got.Status != Passed && (len(got.Causes) == 0 || got.Causes[0].Item.IsZero()) {
			t.Errorf("%s: no cause leads anywhere: %+v", c.name, got.Causes)
		}
		for _, lang := range words.Languages() {
			said := words.Say(lang, got.Message)
			if lang == "en" && !strings.Contains(said, c.says) || len(said) > 1500 || said != flows.CleanLine(said) || strings.ContainsAny(said, "{}") {
				t.Errorf("%s, %s: %q", c.name, lang, said)
			}
		}
	}
}
