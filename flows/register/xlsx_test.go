package register

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lotse/flows"
)

const first = "Sheet1"

// simple is a small catalogue as a workbook.
func simple(t testing.TB) []byte {
	return workbook(t, func(f *excelize.File) {
		row(t, f, first, "A1", "SKU", "Product", "Price")
		row(t, f, first, "A2", "0007", "Rohr", 1.5)
		row(t, f, first, "A4", "0008", "Blech", 2)
	})
}

func TestAWorkbookIsRead(t *testing.T) {
	b := simple(t)
	all, info, err := read(b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := grid(all); got != "SKU|Product|Price\n0007|Rohr|1.5\n0008|Blech|2" {
		t.Errorf("%s", got)
	}
	if all[2].Row != 4 {
		t.Errorf("the last row is %d", all[2].Row)
	}
	if info.Kind != "xlsx" || info.Sheet != first || len(info.Sum) != 64 || info.Encoding != "" {
		t.Errorf("%+v", info)
	}
}

func TestTheSheetIsChosen(t *testing.T) {
	b := workbook(t, func(f *excelize.File) {
		for _, name := range []string{"Hidden", "Prices", "Other & more"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		row(t, f, "Hidden", "A1", "hidden")
		row(t, f, "Prices", "B3", "x")
		row(t, f, "Other & more", "A1", "y")
		if err := f.SetSheetVisible("Hidden", false); err != nil {
			t.Fatal(err)
		}
	})
	for name, want := range map[string]string{"": "|x", "other & MORE": "y", "Hidden": "hidden"} {
		all, info, err := read(b, Options{Sheet: name})
		if err != nil || grid(all) != want || len(info.Sheets) != 4 {
			t.Errorf("%q: %q, %+v, %v", name, grid(all), info, err)
		}
	}
	_, _, err := read(b, Options{Sheet: "None"})
	if _, kind, _ := refused(err); kind != flows.ErrUsage || !strings.Contains(sentence(err), "Sheet1, Hidden, Prices, Other & more") {
		t.Errorf("%v", err)
	}
}

func TestWhatASheetDoesNotShowIsTold(t *testing.T) {
	b := workbook(t, func(f *excelize.File) {
		row(t, f, first, "A1", "SKU", "Product", "Price")
		row(t, f, first, "A2", 123456789012, "Rohr", 1)
		row(t, f, first, "A3", 1.23456789012345e+17, "Blech", 2)
		row(t, f, first, "A4", "0004", "Zink", nil)
		row(t, f, first, "A5", "0005", "Gold", nil)
		row(t, f, first, "A6", "0006", "Eisen", 3)
		row(t, f, first, "A7", "0007", nil, 4)
		row(t, f, first, "A8", 9, "Kupfer", 4)
		must := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		must(f.SetCellFormula(first, "C4", "1+1"))
		must(f.SetRowVisible(first, 5, false))
		must(f.MergeCell(first, "B6", "B7"))
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: ptr("0000")})
		must(err)
		must(f.SetCellStyle(first, "A8", "A8", style))
		style, err = f.NewStyle(&excelize.Style{NumFmt: 11}) // 0.00E+00
		must(err)
		must(f.SetCellStyle(first, "A2", "A2", style))
	})
	tab := table(t, b, Options{})
	r := report(t, tab)
	for _, want := range []struct {
		code IssueCode
		row  int
	}{
		{IssueRestored, 2}, {IssueSpoilt, 3}, {IssueNoValue, 4}, {IssueHidden, 5}, {IssueMerged, 6}, {IssueAnswer, 7},
	} {
		if !told(r, want.code, want.row) {
			t.Errorf("%s is not told for row %d: %+v", want.code, want.row, r.Issues)
		}
	}
	rows, err := tab.Rows(tab.Propose())
	if err != nil || rows[0]["part_number"] != "123456789012" || rows[6]["part_number"] != "0009" || rows[3]["product"] != "Gold" {
		t.Errorf("%v, %v", rows, err)
	}
}

func ptr(s string) *string { return &s }

// TestAFormulasLastValueIsTaken puts into a sheet what Excel writes: a formula
// and what it came to.
func TestAFormulasLastValueIsTaken(t *testing.T) {
	b := patched(t, simple(t), "xl/worksheets/sheet1.xml", func(xml string) string {
		return strings.Replace(xml, `<c r="C4"><v>2</v></c>`, `<c r="C4"><f>A2*2</f><v>14</v></c>`, 1)
	})
	tab := table(t, b, Options{})
	if got := tab.Row(1).Cells[2]; got != "14" {
		t.Errorf("%q", got)
	}
	if r := report(t, tab); !told(r, IssueFormula, 4) || told(r, IssueNoValue, 4) {
		t.Errorf("%+v", r.Issues)
	}
}

// patched changes one part of a ZIP.
func patched(t testing.TB, b []byte, part string, change func(string) string) []byte {
	t.Helper()
	parts := unzipped(t, b)
	was := parts[part]
	if parts[part] = change(was); parts[part] == was {
		t.Fatalf("%s was not changed: %s", part, was)
	}
	return zipped(t, parts)
}

// unzipped are the parts of a ZIP.
func unzipped(t testing.TB, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// zipped makes a ZIP of parts.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, s := range parts {
		p, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestBadWorkbooks(t *testing.T) {
	sheet1 := "xl/worksheets/sheet1.xml"
	good := simple(t)
	bomb := zipped(t, map[string]string{"xl/workbook.xml": strings.Repeat(" ", MaxUnpacked+1)})
	lying := bytes.Clone(zipped(t, map[string]string{"xl/workbook.xml": strings.Repeat(" ", 1<<20)}))
	// the size that the central directory claims, ZIP 6.3.10, 4.3.12: make it small
	at := bytes.LastIndex(lying, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(lying[at+24:], 10)
	change := func(f func(string) string) []byte { return patched(t, good, sheet1, f) }
	replace := func(old, new string) []byte {
		return change(func(s string) string { return strings.Replace(s, old, new, 1) })
	}
	many := zipped(t, map[string]string{"xl/workbook.xml": "x", "xl/other.xml": "y"})
	for i := bytes.Index(many, []byte("PK\x01\x02")); i >= 0; {
		binary.LittleEndian.PutUint32(many[i+24:], 150<<20)
		next := bytes.Index(many[i+4:], []byte("PK\x01\x02"))
		if i += 4 + next; next < 0 {
			break
		}
	}
	for _, tc := range []struct {
		name string
		file []byte
		kind flows.RefusalKind
		code string
		says string
	}{
		{"a bomb", bomb, flows.ErrLimit, "register.workbook_large", "200 MiB"},
		{"a bomb of several parts", many, flows.ErrLimit, "register.workbook_large", "300 MiB"},
		{"a bomb that lies", lying, flows.ErrUnreadable, "register.broken", "cannot be read"},
		{"too many parts", zipped(t, manyParts()), flows.ErrLimit, "register.parts_many", "parts"},
		{"another ZIP", zipped(t, map[string]string{"a.txt": "x"}), flows.ErrUnreadable, "register.is_zip", "no Excel workbook"},
		{"cut off", good[:len(good)/2], flows.ErrUnreadable, "register.broken", "cannot be read"},
		{"no sheet", zipped(t, map[string]string{"xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": "<Relationships/>"}), flows.ErrUnreadable, "register.no_sheets", "no sheet"},
		{"a text over the limit", patched(t, good, "xl/sharedStrings.xml", func(s string) string {
			return strings.Replace(s, "Rohr", strings.Repeat("x", MaxField+1), 1)
		}), flows.ErrLimit, "register.text_long", "1 MiB"},
		{"a text that is not there", replace(`t="s"><v>0<`, `t="s"><v>99<`), flows.ErrUnreadable, "register.no_text", "no text"},
		{"a sheet that ends early", change(func(s string) string { return s[:strings.Index(s, "<row r=\"4\"")] }), flows.ErrUnreadable, "register.broken", "ends in the middle"},
		{"rows out of order", replace(`<row r="4"`, `<row r="1"`), flows.ErrUnreadable, "register.rows_wrong", "not in order"},
		{"a row beyond the sheet", replace(`<row r="4"`, `<row r="2000000000"`), flows.ErrUnreadable, "register.rows_wrong", "not in order"},
		{"a cell of another row", replace(`r="B4"`, `r="B9"`), flows.ErrUnreadable, "register.cell_wrong", "a cell"},
		{"a cell beyond the sheet", replace(`r="B4"`, `r="ZZZ4"`), flows.ErrLimit, "register.columns_many", "columns"},
		{"no cells", workbook(t, func(*excelize.File) {}), flows.ErrUnreadable, "register.no_data", "has data"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, _, err := read(tc.file, Options{})
			if code, kind, _ := refused(err); code != tc.code || kind != tc.kind || !strings.Contains(sentence(err), tc.says) {
				t.Errorf("%v", err)
			}
		})
	}
}

func manyParts() map[string]string {
	parts := map[string]string{"xl/workbook.xml": ""}
	for i := range maxParts {
		parts[fmt.Sprint(i)] = ""
	}
	return parts
}

func TestASheetWithTooManyRows(t *testing.T) {
	b := workbook(t, func(f *excelize.File) {
		w, err := f.NewStreamWriter(first)
		if err != nil {
			t.Fatal(err)
		}
		for i := range flows.MaxRows + 2 {
			cell := any(i)
			if i == 0 {
				cell = "SKU"
			}
			if err := w.SetRow(fmt.Sprintf("A%d", i+1), []any{cell, "Product"}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	})
	_, err := ReadTable(context.Background(), source(b), Options{}, catalogue())
	if _, kind, at := refused(err); kind != flows.ErrLimit || at.Row != flows.MaxRows+2 {
		t.Errorf("%v", err)
	}
}

func TestColumnsAreCalledAsInASheet(t *testing.T) {
	for n, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := columnName(n); got != want {
			t.Errorf("%d is %s, wanted %s", n, got, want)
		}
		if row, column, ok := placeOf(want + "12"); !ok || row != 12 || column != n {
			t.Errorf("%s12 is %d, %d", want, row, column)
		}
	}
}

// FuzzWorkbook breaks workbooks: bytes of the ZIP, and the sheet's XML.
func FuzzWorkbook(f *testing.F) {
	good := simple(f)
	f.Add(0, []byte{}, "")
	f.Add(30, []byte("PK"), "")
	f.Add(len(good)-20, []byte{0xff, 0xff}, "")
	f.Add(0, []byte{}, `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>`)
	f.Add(0, []byte{}, `<worksheet><sheetData><row r="-1"><c r="A1" s="999999" t="d"><v>x</v></c></row></sheetData></worksheet>`)
	f.Add(0, []byte{}, `<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c><f/><v>1e999</v></c></row></sheetData><mergeCells><mergeCell ref=":"/></mergeCells></worksheet>`)
	f.Fuzz(func(t *testing.T, at int, bad []byte, xml string) {
		b := bytes.Clone(good)
		if xml != "" {
			b = patched(t, b, "xl/worksheets/sheet1.xml", func(s string) string { return xml + strings.Repeat(" ", max(1, len(s)-len(xml))) })
		}
		if at >= 4 && at < len(b) {
			copy(b[at:], bad)
		}
		tab, err := ReadTable(context.Background(), source(b), Options{}, catalogue())
		if err != nil {
			if code, _, _ := refused(err); code == "" {
				t.Fatalf("%v is no refusal", err)
			}
			return
		}
		if _, err := tab.Check(context.Background(), tab.Propose(), today); err != nil {
			t.Fatal(err)
		}
	})
}
