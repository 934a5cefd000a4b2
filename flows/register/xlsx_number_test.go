package register

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func TestNumbersAreWhatTheyAre(t *testing.T) {
	for _, tc := range []struct {
		raw, code string
		want      string
		restored  bool
	}{
		{"1.5", "General", "1.5", false},
		{"42", "", "42", false},
		{"0.30000000000000004", "General", "0.3", false},
		{"1.1000000000000001", "0.00", "1.1", false},
		{"123456789012", "General", "123456789012", false},
		{"123456789012", "0.00E+00", "123456789012", true},
		{"1.23456789012345E+17", "General", "1.23456789012345E+17", false},
		{"4006381333931", "0", "4006381333931", false},
		{"7", "00000", "00007", false},
		{"123456", "00000", "123456", false},
		{"7.5", "00000", "7.5", false},
		{"1234.5", `#,##0.00 "EUR"`, "1234.5", false},
		{"0.19", "0%", "0.19", false},
		{"-3", "0;[Red]-0", "-3", false},
		{"46347", "dd.mm.yyyy", "2026-11-21", false},
		{"46347", `[$-407]d\. mmmm yyyy;@`, "2026-11-21", false},
		{"46347.5", "yyyy-mm-dd hh:mm", "2026-11-21 12:00:00", false},
		{"0.75", "hh:mm", "18:00:00", false},
		{"1", "yyyy-mm-dd", "1900-01-01", false},
		{"59", "yyyy-mm-dd", "1900-02-28", false},
		{"60", "yyyy-mm-dd", "1900-03-01", false}, // the 29th of February 1900, which was none
		{"60.5", "yyyy-mm-dd hh:mm", "1900-03-01 12:00:00", false},
		{"61", "yyyy-mm-dd", "1900-03-01", false},
		{"1.5", "[h]:mm", "1900-01-01 12:00:00", false},
		{"-1", "yyyy-mm-dd", "-1", false},
		{"7", `"Nr. "0`, "7", false},
		{"7", `\d0`, "7", false},
		{"7", `0 "day"`, "7", false},
		{"7", `"open`, "7", false},
		{"NaN", "General", "NaN", false},
		{"x", "General", "x", false},
	} {
		got, restored := formatOf(tc.code).text(tc.raw, false)
		if got != tc.want || restored != tc.restored {
			t.Errorf("%s as %s: %q (restored: %v), wanted %q", tc.raw, tc.code, got, restored, tc.want)
		}
	}
	if got, _ := (format{kind: date}).text("44885", true); got != "2026-11-21" {
		t.Errorf("counted from 1904: %s", got)
	}
	for id, want := range map[int]formatKind{0: plainNumber, 1: plainNumber, 11: scientific, 14: date, 22: dateTime, 20: clock, 46: clock, 49: plainNumber} {
		if got := builtIn(id).kind; got != want {
			t.Errorf("format %d is %d, wanted %d", id, got, want)
		}
	}
}

func TestTextsOfAWorkbook(t *testing.T) {
	for s, want := range map[string]string{"a_x000D_b": "a\rb", "_x005F_x000D_": "_x000D_", "_xZZZZ_": "_xZZZZ_", "_x00": "_x00", "plain": "plain"} {
		if got := unescapeText(s); got != want {
			t.Errorf("%q: %q, wanted %q", s, got, want)
		}
	}
	b := patched(t, simple(t), "xl/sharedStrings.xml", func(s string) string {
		return strings.Replace(s, "<si><t>Rohr</t></si>", `<si><r><t>Ro</t></r><r><rPr><b/></rPr><t xml:space="preserve">hr </t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si>`, 1)
	})
	all, _, err := read(b, Options{})
	if err != nil || all[1].Cells[1] != "Rohr " {
		t.Errorf("%v, %v", all, err)
	}
}

func TestDatesFrom1904(t *testing.T) {
	b := workbook(t, func(f *excelize.File) {
		row(t, f, first, "A1", "SKU", "Day")
		row(t, f, first, "A2", "1", time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC))
	})
	all, _, err := read(b, Options{})
	if err != nil || !strings.HasPrefix(all[1].Cells[1], "2026-11-21") {
		t.Fatalf("%v, %v", all, err)
	}
	b = patched(t, b, "xl/workbook.xml", func(s string) string {
		return strings.Replace(s, "<workbookPr", `<workbookPr date1904="1"`, 1)
	})
	if all, _, err = read(b, Options{}); err != nil || !strings.HasPrefix(all[1].Cells[1], "2030-11-22") {
		t.Errorf("%v, %v", all, err)
	}
}

// TestSheetsAreReadAsExcelizeReadsThem: excelize is the oracle for texts and
// plain numbers.
func TestSheetsAreReadAsExcelizeReadsThem(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		b := workbook(t, func(f *excelize.File) { random(t, f, r) })
		f, err := excelize.OpenReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		want, err := f.GetRows(first)
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := read(b, Options{})
		if code, _, _ := refused(err); err != nil && (code != "register.no_data" || len(want) > 0) {
			t.Fatal(err)
		}
		k := 0
		for i, cells := range want {
			if filled(cells) == 0 {
				continue
			}
			if k >= len(got) || got[k].Row != i+1 || fmt.Sprintf("%q", got[k].Cells) != fmt.Sprintf("%q", trimmed(cells)) {
				t.Fatalf("sheet %d, row %d: %+v, excelize has %q", n, i+1, got[min(k, len(got)-1)], cells)
			}
			k++
		}
		if k != len(got) {
			t.Fatalf("sheet %d: %d rows, excelize has %d", n, len(got), k)
		}
	}
}

// trimmed leaves out empty cells at the end.
func trimmed(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// random fills a sheet with cells here and there.
func random(t *testing.T, f *excelize.File, r *rand.Rand) {
	t.Helper()
	for range r.IntN(60) {
		at, err := excelize.CoordinatesToCellName(1+r.IntN(30), 1+r.IntN(40))
		if err != nil {
			t.Fatal(err)
		}
		var v any
		switch r.IntN(6) {
		case 0:
			v = r.IntN(1_000_000)
		case 1:
			v = float64(r.IntN(100_000)) / 100
		case 2:
			v = r.IntN(2) == 0
		case 3:
			v = " a <b> & \"c\"\n\tÄ漢 "
		case 4:
			v = ""
		default:
			v = fmt.Sprintf("%06d", r.IntN(1000))
		}
		if err := f.SetCellValue(first, at, v); err != nil {
			t.Fatal(err)
		}
	}
}
