package comparison_test

import (
	"strings"
	"testing"

	"lotse/flows/register/compare"
)

// TestMark: findings of a run that is not real say so where one begins to read, and
// those of a real one do not.
func TestMark(t *testing.T) {
	r := report(compare.Customers, compare.NetvisorToRackbeat)
	for _, mark := range []string{"", "DEMO"} {
		r.Mark = mark
		page := htmlOf(t, r, "en")
		cell, err := workbook(t, r, "en").GetCellValue("Found", "A1")
		if err != nil {
			t.Fatal(err)
		}
		for where, is := range map[string]bool{
			"title":   strings.Contains(page, "<title>DEMO · Customers: "),
			"heading": strings.Contains(page, "<h1>DEMO · Customers: "),
			"sheet":   strings.HasPrefix(cell, "DEMO · "),
		} {
			if is != (mark != "") {
				t.Errorf("marked %q, %s: %v (%q)", mark, where, is, cell)
			}
		}
	}
}
