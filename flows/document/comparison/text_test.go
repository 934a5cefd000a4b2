package comparison_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
)

func textOf(t *testing.T, r *compare.Report, o comparison.TextOptions) string {
	t.Helper()
	var b strings.Builder
	if err := comparison.Text(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		kind  compare.Kind
		d     compare.Direction
		lang  string
		width int
		ascii bool
	}{
		{compare.Customers, compare.RackbeatToNetvisor, "en", 80, false},
		{compare.Suppliers, compare.NetvisorToRackbeat, "fi", 72, true},
		{compare.Products, compare.NoDirection, "de", 40, false},
	} {
		got := textOf(t, report(c.kind, c.d), comparison.TextOptions{Lang: c.lang, Width: c.width, ASCII: c.ascii, Most: 20})
		golden(t, fmt.Sprintf("%s.%s.%d.txt", c.kind, c.lang, c.width), got)
		for i, line := range strings.Split(got, "\n") {
			if n := utf8.RuneCountInString(line); n > c.width {
				t.Errorf("%s, line %d has %d columns: %s", c.kind, i+1, n, line)
			}
		}
	}
}

// TestBlanksStay: two codes that differ in blanks alone do so on paper.
func TestBlanksStay(t *testing.T) {
	r := report(compare.Products, compare.NoDirection)
	r.Findings = []compare.Finding{{Rule: compare.CodeCase, Side: compare.Both, Left: compare.Card{Row: 2, Code: "A  1"}, Right: compare.Card{Row: 3, Code: "A 1"}}}
	text := textOf(t, r, comparison.TextOptions{Lang: "en", Width: 80, Most: 20})
	if !strings.Contains(text, "Product A  1 in Netvisor is A 1 in Rackbeat") {
		t.Error(text)
	}
}
