package register

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// rezip is a ZIP anew: with other names, other texts, or without a part ("").
func rezip(t *testing.T, b []byte, name func(string) string, text func(name, text string) string) []byte {
	t.Helper()
	parts := map[string]string{}
	for from, s := range unzipped(t, b) {
		if text != nil {
			s = text(from, s)
		}
		if name != nil {
			from = name(from)
		}
		if from != "" {
			parts[from] = s
		}
	}
	return zipped(t, parts)
}

// TestWorkbooksOfOtherWriters: the parts are where the relationships say.
func TestWorkbooksOfOtherWriters(t *testing.T) {
	const officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	moved := func(from, to string) func(string) string {
		return func(name string) string { return strings.Replace(name, from, to, 1) }
	}
	for name, c := range map[string]struct {
		name func(string) string
		text func(name, text string) string
	}{
		"as excelize has it":   {nil, nil},
		"backslashes":          {func(name string) string { return strings.ReplaceAll(name, "/", `\`) }, nil},
		"capitals":             {strings.ToUpper, nil},
		"no package relations": {moved("_rels/.rels", ""), nil},
		"another workbook part": {moved("workbook.xml", "workbook2.xml"), func(_, text string) string {
			return strings.Replace(text, "xl/workbook.xml", "xl/workbook2.xml", 1)
		}},
		"another folder": {moved("xl/", "office/book/"), func(name, text string) string {
			return strings.NewReplacer("xl/workbook.xml", "/office/book/workbook.xml", "/xl/", "/office/book/").Replace(text)
		}},
		"strict": {nil, func(_, text string) string {
			return strings.ReplaceAll(text, officeRelation, "http://purl.oclc.org/ooxml/officeDocument/relationships")
		}},
		"texts of another name": {moved("sharedStrings.xml", "texts1.xml"), func(_, text string) string {
			return strings.ReplaceAll(text, "sharedStrings.xml", "texts1.xml")
		}},
		"cells in small letters": {nil, func(_, text string) string {
			return strings.NewReplacer(`r="A`, `r="a`, `r="B`, `r="b`, `r="C`, `r="c`).Replace(text)
		}},
	} {
		b := rezip(t, simple(t), c.name, c.text)
		all, _, err := read(b, Options{})
		if got := grid(all); err != nil || got != "SKU|Product|Price\n0007|Rohr|1.5\n0008|Blech|2" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestAZIPThatIsNoWorkbook is named as what it is.
func TestAZIPThatIsNoWorkbook(t *testing.T) {
	for name, c := range map[string]struct {
		parts []string
		code  string
	}{
		"ODS":             {[]string{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"}, "register.is_ods"},
		"an ODS template": {[]string{"content.xml", "<x/>", "mimetype", "application/vnd.oasis.opendocument.spreadsheet-template"}, "register.is_ods"},
		"ODT":             {[]string{"mimetype", "application/vnd.oasis.opendocument.text"}, "register.is_document"},
		"Word": {[]string{
			"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
			"word/document.xml", "<x/>",
		}, "register.is_document"},
		"XLSB":               {[]string{"xl/workbook.bin", "x"}, "register.is_xlsb"},
		"Numbers":            {[]string{"Index/Document.iwa", "x"}, "register.is_numbers"},
		"old Numbers":        {[]string{"Index.zip", "x"}, "register.is_numbers"},
		"another mimetype":   {[]string{"mimetype", "application/epub+zip"}, "register.is_zip"},
		"a CSV in a ZIP":     {[]string{"list.csv", "a;b\n"}, "register.is_zip"},
		"a workbook outside": {[]string{"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" TargetMode="External" Target="xl/other.xml"/></Relationships>`, "xl/other.xml", "x"}, "register.is_zip"},
	} {
		parts := map[string]string{}
		for i := 0; i < len(c.parts); i += 2 {
			parts[c.parts[i]] = c.parts[i+1]
		}
		_, _, err := read(zipped(t, parts), Options{})
		if code, _, _ := refused(err); code != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTotalsOfATable are no data; what stands beside them is.
func TestTotalsOfATable(t *testing.T) {
	for name, c := range map[string]struct {
		tables []string // what each says of itself
		want   string
		rows   []int
	}{
		"no table":         {nil, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3\nSumme|2|5", nil},
		"without totals":   {[]string{`ref="A1:C4"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3\nSumme|2|5", nil},
		"one row":          {[]string{`ref="A1:C4" totalsRowCount="1"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3", []int{4}},
		"small letters":    {[]string{`ref="a1:c4" totalsRowCount="1"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3", []int{4}},
		"two rows":         {[]string{`ref="A1:C4" totalsRowCount="2"`}, "SKU|Product|Price\n1|Rohr|2", []int{3, 4}},
		"shown before":     {[]string{`ref="A1:C4" totalsRowShown="0" totalsRowCount="0"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3\nSumme|2|5", nil},
		"a table beside":   {[]string{`ref="C1:C4" totalsRowCount="1"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3\nSumme|2", []int{4}},
		"two tables":       {[]string{`ref="A1:B4" totalsRowCount="1"`, `ref="C1:C4" totalsRowCount="1"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3", []int{4}},
		"all of it":        {[]string{`ref="A1:C4" totalsRowCount="4"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3\nSumme|2|5", nil},
		"a range upended":  {[]string{`ref="C4:A1" totalsRowCount="1"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3\nSumme|2|5", nil},
		"no range at all":  {[]string{`totalsRowCount="1"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3\nSumme|2|5", nil},
		"beyond the sheet": {[]string{`ref="A1:XFE9999999" totalsRowCount="1"`}, "SKU|Product|Price\n1|Rohr|2\n2|Blech|3\nSumme|2|5", nil},
	} {
		b := workbook(t, func(f *excelize.File) {
			for i, cells := range [][]any{{"SKU", "Product", "Price"}, {"1", "Rohr", 2}, {"2", "Blech", 3}, {"Summe", 2, 5}} {
				row(t, f, first, "A"+string(rune('1'+i)), cells...)
			}
		})
		relations := "<Relationships>"
		parts := unzipped(t, b)
		for i, table := range c.tables {
			n := string(rune('1' + i))
			relations += `<Relationship Id="t` + n + `" Type="x/table" Target="../tables/table` + n + `.xml"/>`
			parts["xl/tables/table"+n+".xml"] = "<table " + table + "/>"
		}
		parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations + "</Relationships>"
		r, err := Open(t.Context(), source(zipped(t, parts)), Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		all := records(t, r)
		var rows []int
		for _, n := range r.Notes() {
			if n.Code == IssueTotal && say(n.Message) != "" {
				rows = append(rows, n.Row)
			}
		}
		if got := grid(all); got != c.want || len(rows) != len(c.rows) || len(rows) > 0 && rows[0] != c.rows[0] {
			t.Errorf("%s: %q, %v", name, got, rows)
		}
	}
}

// records are all that a reader gives.
func records(t *testing.T, r *Reader) (all []Record) {
	t.Helper()
	for {
		rec, err := r.Next()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				t.Error(err)
			}
			return all
		}
		all = append(all, rec)
	}
}

// TestTheSheetThatFillsTheList is taken, and the others are named.
func TestTheSheetThatFillsTheList(t *testing.T) {
	named := [][]any{{"Provider part number", "Product"}, {"1", "Rohr"}}
	other := [][]any{{"Exported", "2026-11-20"}}
	for name, c := range map[string]struct {
		sheets [][][]any // called S1, S2, …
		ask    string
		want   string
		says   string
	}{
		"the first":    {[][][]any{named, other}, "", "S1", "Not read: S2."},
		"the second":   {[][][]any{other, named}, "", "S2", "Not read: S1."},
		"both":         {[][][]any{named, named}, "", "S1", "such columns too: S2."},
		"neither":      {[][][]any{other, other}, "", "S1", "Not read: S2."},
		"an empty one": {[][][]any{named, {}}, "", "S1", ""},
		"asked for":    {[][][]any{named, named}, "S2", "S2", ""},
		"alone":        {[][][]any{named}, "", "S1", ""},
	} {
		tab := table(t, workbook(t, func(f *excelize.File) {
			for i, rows := range c.sheets {
				sheet := "S" + string(rune('1'+i))
				if _, err := f.NewSheet(sheet); err != nil {
					t.Fatal(err)
				}
				for n, cells := range rows {
					row(t, f, sheet, "A"+string(rune('1'+n)), cells...)
				}
			}
			if err := f.DeleteSheet(first); err != nil {
				t.Fatal(err)
			}
		}), Options{Sheet: c.ask})
		said := ""
		for _, i := range report(t, tab).Issues {
			if i.Code == IssueSheet {
				said += say(i.Message)
			}
		}
		if tab.Info.Sheet != c.want || !strings.Contains(said, c.says) || (said == "") != (c.says == "") {
			t.Errorf("%s: %s, %q", name, tab.Info.Sheet, said)
		}
	}
}
