package check

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// catalogue are the cells of rows of product|part number|SKU, as a run gives
// them: column by column.
func catalogue(rows ...string) (inputs []run.CheckInput) {
	for k, column := range []string{"product", "provider_part_number", "techdata_sku"} {
		for i, row := range rows {
			cells := strings.Split(row, "|")
			in := run.CheckInput{Param: "catalogue", Item: flows.At("sync.products[r" + string(rune('1'+i)) + "]." + column), Label: column}
			if cells[k] != "" {
				in.Value = cells[k]
			}
			inputs = append(inputs, in)
		}
	}
	return inputs
}

func TestCatalogue(t *testing.T) {
	for _, c := range []struct {
		name  string
		rows  []string
		want  map[string]int // findings
		cells string         // of the causes, by the row and the column's first letter
	}{
		{"sound", []string{"A|CFQ7TTC0LH16|CFQ7TTC0LH16", "B|CFQ7TTC0LH18|", "C|1E05|1E05"}, nil, ""},
		{"missing", []string{"A||", "B|X1|X1", "C| |"}, map[string]int{partMissing.Code: 2}, "1p 3p"},
		{"twice", []string{"A|X1|X1", "B|X2|X2", "C|X1|X1", "D|X1|X1"}, map[string]int{partTwice.Code: 2}, "3p 4p"},
		{"differs", []string{"A|X1|X2", "B|x1|x1", "C|a1|A1"}, map[string]int{partDiffers.Code: 2}, "1t 3t"},
		{"scientific", []string{"A|1,23E+11|", "B|1.23457E+11|1.23457E+11"}, map[string]int{partSpoilt.Code: 2}, "1p 2p"},
		{"errors of a sheet", []string{"A|#N/A|#N/A", "B|#PUUTTUU!|", "C|#1|#1"}, map[string]int{partSpoilt.Code: 2}, "1p 2p"},
		{"guards", []string{"A|=\"X1\"|X1", "B|'X2|X2", "C|O'X|O'X", "D|=X|=X"}, map[string]int{partSpoilt.Code: 2}, "1p 2p"},
		{"a sign that was not read", []string{"A|X\ufffd1|X\ufffd1"}, map[string]int{partSpoilt.Code: 1}, "1p"},
		{"zeros lost beside the column", []string{"A|00123|", "B|04567|", "C|789|", "D|11111|"}, map[string]int{partSpoilt.Code: 1}, "3p"},
		{"zeros lost beside the SKU", []string{"A|123|00123", "B|X|X"}, map[string]int{partSpoilt.Code: 1}, "1p"},
		{"no zeros in the column", []string{"A|11123|", "B|24567|", "C|789|"}, nil, ""},
		{"blanks", []string{"A| X1|X1", "B|X\u00a02|X2", "C|X3\u200b|X3", "D|X 4|X 4"}, map[string]int{partBlank.Code: 4}, "1p 2p 3p 4p"},
		{"hostile", []string{"A\x1b[31m|X\u202e1\x1b]52;c;eA==\x07|Y", "B|" + strings.Repeat("9", 100_000) + "|Z"}, map[string]int{partDiffers.Code: 2}, "1t 2t"},
	} {
		got := ran(t, Request{Check: "techdata.catalogue", Inputs: catalogue(c.rows...)})
		found := maps.Clone(got.Counts)
		maps.DeleteFunc(found, func(_ string, n int) bool { return n == 0 })
		var cells []string
		for _, cause := range got.Causes {
			cells = append(cells, cause.Item.Row[1:]+cause.Item.Column[:1])
		}
		slices.Sort(cells)
		if !maps.Equal(found, c.want) || strings.Join(cells, " ") != c.cells || len(got.Counts) != 5 || len(got.Phases) != 5 {
			t.Errorf("%s: found %v at %q, want %v at %q; %+v", c.name, found, cells, c.want, c.cells, got.Phases)
		}
		if (got.Status == Passed) != (len(c.want) == 0) || len(c.want) == 1 && c.want[got.Finding] == 0 {
			t.Errorf("%s: %s %s %+v", c.name, got.Status, got.Finding, got.Message)
		}
		for _, lang := range words.Languages() {
			for _, s := range textsOf(lang, &got) {
				if len(s) > 300 || s != flows.CleanLine(s) || strings.ContainsAny(s, "{}\x1b") {
					t.Errorf("%s, %s: %q", c.name, lang, s)
				}
			}
		}
	}
}

func TestCatalogueLevels(t *testing.T) {
	got := ran(t, Request{Check: "techdata.catalogue", Inputs: catalogue("A|X|Y", "B||")})
	if got.Status != Failed || got.Finding != partMissing.Code || got.Levels[partMissing.Code] != flows.Must || got.Levels[partDiffers.Code] != flows.Warn || len(got.Levels) != 2 {
		t.Errorf("%+v", got)
	}
	if said := english(got.Message); said != `2 products, 2 to look at: "B" has no part number.` {
		t.Errorf("%q", said)
	}
}

// TestCatalogueOutsideAList takes what stands in no list for part numbers.
func TestCatalogueOutsideAList(t *testing.T) {
	got := ran(t, Request{Check: "techdata.catalogue", Inputs: given("catalogue=X1", "catalogue=X1")})
	if got.Status != Warned || got.Finding != partTwice.Code || got.Counts[partTwice.Code] != 1 {
		t.Errorf("%+v", got)
	}
}
