package compare

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lotse/flows"
	"lotse/flows/register"
)

// TestSheets takes the sheet that has the codes, and names the others.
func TestSheets(t *testing.T) {
	customers := [][]any{{"Asiakaskoodi", "Nimi"}, {"1", "A"}}
	suppliers := [][]any{{"Toimittajakoodi", "Nimi"}, {"2", "B"}}
	info := [][]any{{"Vienti 20.11.2026"}}
	empty := [][]any{}
	for name, c := range map[string]struct {
		sheets [][][]any // called S1, S2, …
		ask    string
		hide   string
		want   string // the sheet, or what refuses all
		says   string
	}{
		"one":                     {[][][]any{customers}, "", "", "S1", ""},
		"an empty one behind":     {[][][]any{customers, empty}, "", "", "S1", ""},
		"the second":              {[][][]any{info, customers}, "", "", "S2", `"S2" was read. Not read: S1.`},
		"behind another register": {[][][]any{suppliers, info, customers}, "", "", "S3", "Not read: S2, S1."},
		"two that fit":            {[][][]any{info, customers, customers, suppliers}, "", "", "S2", `these have such columns too: S3. `},
		"the first fits, as well": {[][][]any{customers, info, customers}, "", "", "S1", `these have such columns too: S3. `},
		"asked for":               {[][][]any{info, customers, customers}, "S3", "", "S3", ""},
		"asked for, and wrong":    {[][][]any{info, customers}, "S1", "", NoCodes, "there are Vienti"},
		"none":                    {[][][]any{info, info}, "", "", NoCodes, `on the sheet "S1", and no codes on the other sheets either, which are S2.`},
		"another register alone":  {[][][]any{suppliers, info}, "", "", OtherRegister, "a register of suppliers"},
		"a hidden one":            {[][][]any{info, customers}, "", "S2", "S2", `"S2" was read. Not read: S1.`},
	} {
		b := workbook(t, func(f *excelize.File) {
			for i, rows := range c.sheets {
				sheet := "S" + string(rune('1'+i))
				if _, err := f.NewSheet(sheet); err != nil {
					t.Fatal(err)
				}
				for n, cells := range rows {
					if err := f.SetSheetRow(sheet, "A"+string(rune('1'+n)), &cells); err != nil {
						t.Fatal(err)
					}
				}
			}
			if err := f.DeleteSheet("Sheet1"); err != nil {
				t.Fatal(err)
			}
			if c.hide != "" {
				if err := f.SetSheetVisible(c.hide, false); err != nil {
					t.Fatal(err)
				}
			}
		})
		r, err := Read(t.Context(), register.Source{Name: "r.xlsx", R: bytes.NewReader(b), Size: int64(len(b))}, Customers, Options{Options: register.Options{Sheet: c.ask}})
		if err != nil {
			if code, _, said := refused(err); code != c.want || !strings.Contains(said, c.says) {
				t.Errorf("%s: %s, %v", name, said, err)
			}
			continue
		}
		said := ""
		for _, n := range r.Notes {
			if n.Code == register.IssueSheet {
				said += say(n.Message)
				if doubt := strings.Contains(said, "?"); doubt != (n.Level == flows.Warn) {
					t.Errorf("%s: %s: %s", name, n.Level, said)
				}
			}
		}
		if r.Info.Sheet != c.want || !strings.Contains(said, c.says) || (c.says == "") != (said == "") {
			t.Errorf("%s: %s, %q", name, r.Info.Sheet, said)
		}
	}
}
