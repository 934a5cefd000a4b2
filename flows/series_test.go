package flows

import (
	"strings"
	"testing"
)

// TestSeriesApart: Rackbeat's series begin above Netvisor's
// largest number. used is the series in use, begins the other one.
func TestSeriesApart(t *testing.T) {
	for _, c := range []struct {
		used, begins string
		want         Truth
	}{
		{"4999", "5000", True},
		{"5000", "5000", False},
		{"5001", "5000", False},
		{"999", "1000", True}, // by worth, not by letters
		{"0999", "1000", True},
		{"1000", "0999", False},
		{"123456789012345678901234567890", "123456789012345678901234567891", True},

		{"1-4999", "5000", True}, // no range but the prefix 1-, since the ends have not the same length
		{"1000-4999", "5000", True},
		{"1000-5000", "5000", False},
		{"1000-4999", "4000", False},
		{"1000-1999", "2000-2999", True},
		{"2000-2999", "1000-1999", True}, // ranges may stand either way round
		{"2000-2999", "1000-2000", False},
		{"2000-2999", "2500-2600", False},
		{"2000", "1000-1999", False}, // what is used up to 2000 holds 1000 too
		{"2000-2999", "1000", False}, // what begins at 1000 comes to 2000

		{"5000", "RB1", True}, // another prefix is another series
		{"RB-100", "RB-101", True},
		{"rb-100", "RB-100", False},
		{"RB100-199", "RB200", True},
		{"RB-100-RB-199", "RB-199", False},
		{"2026-100", "2026-101", True},
		{"2026-100-200", "2026-150", False},

		{"none", "5000", Undecided},
		{"5000", "", Undecided},
	} {
		cond := seriesApart{textField("used"), textField("begins")}
		if got := cond.truth(world{fields: map[string]Value{"used": c.used, "begins": c.begins}}); got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.used, c.begins, got, c.want)
		}
		if got := cond.truth(world{fields: map[string]Value{"begins": c.begins}}); got != Undecided {
			t.Errorf("nothing, %s: %d", c.begins, got)
		}
	}
}

// TestSeriesInAProcedure holds that a procedure can use it, and is told where it
// cannot.
func TestSeriesInAProcedure(t *testing.T) {
	fields := func(rules, require string) string {
		return head + "      - {field: used, type: code, rules: [" + rules + "]}\n" +
			"      - {field: begins, type: code, rules: [number-series, {require: \"" + require + "\", code: series-apart, text: Begins too low.}]}\n"
	}
	p := loads(t, files("p.yaml", fields("number-series", "series_apart(used, begins)")))
	rule := p.Steps[0].Items[1].Rules[1]
	got := rule.Require.Eval(world{fields: map[string]Value{"used": "5000", "begins": "5000"}})
	if problem := rule.Problem(); got != False || problem.Code != "series-apart" || inEnglish(problem.Message) != "Begins too low." {
		t.Errorf("%d %+v", got, problem)
	}
	for _, c := range []struct{ rules, require, want string }{
		{"digits", "series_apart(used, begins)", "series_apart needs fields with the rule number-series; used is not one"},
		{"number-series", "series_apart(used, '5000')", "a text is not one"},
		{"number-series", "series_apart(used)", "series_apart needs two fields"},
		{"number-series", "series_apart(usde, begins)", "did you mean used?"},
	} {
		_, err := Open(files("p.yaml", fields(c.rules, c.require)), Specs{}).Procedure("p")
		if err == nil || !strings.Contains(sentences(err), c.want) {
			t.Errorf("%s: %v", c.require, err)
		}
	}
}
