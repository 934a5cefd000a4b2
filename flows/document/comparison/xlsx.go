package comparison

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"strconv"
	"strings"

	"lotse/flows/register/compare"
)

// maxRows is how many rows a sheet has, the header included; findings beyond go
// on in the next one.
const maxRows = 1_048_576

// XLSX writes a report as a workbook: a sheet of counts, then the findings.
// Every value is a cell of text, so that codes keep their zeros and nothing is
// computed.
func XLSX(w io.Writer, r *compare.Report, lang string) error {
	return newBook(w, r, lang).write(maxRows)
}

// book is a workbook being written: one part after the other, none held.
type book struct {
	zip    *zip.Writer
	report *compare.Report
	lang   string
	out    *bufio.Writer // of the part that is open
	row    int           // of the sheet that is open
}

func newBook(w io.Writer, r *compare.Report, lang string) *book {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed) // many findings are for a machine, soon
	})
	return &book{zip: z, report: r, lang: lang}
}

// write writes all parts, with so many rows a sheet.
func (b *book) write(rows int) error {
	sheets := b.sheets(rows)
	fixed := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes(len(sheets))},
		{"_rels/.rels", packageRels},
		{"xl/workbook.xml", workbook(sheets)},
		{"xl/_rels/workbook.xml.rels", workbookRels(len(sheets))},
		{"xl/styles.xml", styles},
	}
	for _, part := range fixed {
		if err := b.part(part.name, func() { b.raw(part.text) }); err != nil {
			return err
		}
	}
	for i := range sheets {
		body := b.counts
		if i > 0 {
			findings := b.report.Findings[(i-1)*(rows-1) : min(i*(rows-1), len(b.report.Findings))]
			body = func() { b.findings(findings) }
		}
		if err := b.part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), body); err != nil {
			return err
		}
	}
	if err := b.zip.Close(); err != nil {
		return fmt.Errorf("write XLSX: %w", err)
	}
	return nil
}

// sheets are the names of the sheets.
func (b *book) sheets(rows int) []string {
	names := []string{word(b.lang, "counts")}
	for i := range max(1, (len(b.report.Findings)+rows-2)/(rows-1)) {
		name := word(b.lang, "findings")
		if i > 0 {
			name += " " + strconv.Itoa(i+1)
		}
		names = append(names, name)
	}
	return names
}

// part writes one part. Errors of the writer are kept by it until the end.
func (b *book) part(name string, body func()) error {
	w, err := b.zip.Create(name)
	if err != nil {
		return fmt.Errorf("write XLSX: %w", err)
	}
	b.out = bufio.NewWriterSize(w, 64<<10)
	b.raw(xmlHead)
	body()
	if err := b.out.Flush(); err != nil {
		return fmt.Errorf("write XLSX: %w", err)
	}
	return nil
}

func (b *book) raw(s string) { _, _ = b.out.WriteString(s) } // Flush says what went wrong

// findings is a sheet of findings, with a header that stays in view.
func (b *book) findings(findings []compare.Finding) {
	b.begin([]int{26, 8, 8, 9, 9, 14, 14, 30, 30, 16, 16, 80, 80, 80}, true)
	b.cells(styleHead, texts(columns)...)
	said := NewWords(&b.report.Plan, b.lang)
	for i := range findings {
		row := texts(cellsOf(b.report, said, &findings[i]))
		row[3], row[4] = findings[i].Left.Row, findings[i].Right.Row
		for k := 3; k < 5; k++ {
			if row[k] == 0 {
				row[k] = ""
			}
		}
		b.cells(styleText, row...)
	}
	b.raw("</sheetData>")
	b.raw(fmt.Sprintf(`<autoFilter ref="A1:%s%d"/></worksheet>`, column(len(columns)-1), b.row))
}

// counts is the sheet of what was compared, what was matched, and how often
// each rule found something.
func (b *book) counts() {
	r, lang, said := b.report, b.lang, NewWords(&b.report.Plan, b.lang)
	b.begin([]int{34, 40, 16, 16}, false)
	b.cells(styleHead, mark(r)+word(lang, "title"), word(lang, string(r.Kind)))
	for _, side := range []compare.Side{compare.Left, compare.Right} {
		h := half(r, side)
		b.cells(styleText, system(&r.Plan, lang, side), value(h.File), word(lang, "rows"), h.Rows)
		b.cells(styleText, word(lang, "sum"), h.Sum)
	}
	b.cells(styleText)
	b.cells(styleHead, word(lang, "matched"))
	for _, p := range parts(r, said) {
		b.cells(styleText, p.label, "", "", p.count)
	}
	b.cells(styleText)
	b.cells(styleHead, word(lang, "counts"), word(lang, "rule"), word(lang, "level"), word(lang, "count"))
	for _, rule := range r.Kind.Rules() {
		count := any(r.Counts[rule])
		if !r.Ran(rule) && r.Counts[rule] == 0 {
			count = word(lang, "idle")
		}
		b.cells(styleText, said.Title(rule), string(rule), string(r.Kind.Level(rule)), count)
	}
	b.unseen(said)
	b.raw("</sheetData></worksheet>")
}

// unseen are the rules that did not run, and why.
func (b *book) unseen(said *Words) {
	if len(b.report.NotRun) == 0 {
		return
	}
	b.cells(styleText)
	b.cells(styleHead, word(b.lang, "unseen"))
	for _, sentence := range unseen(b.report, b.lang) {
		b.cells(styleText, sentence)
	}
	for _, n := range b.report.NotRun {
		b.cells(styleText, said.Title(n.Rule), string(n.Rule), without(b.report, b.lang, n))
	}
}

// begin begins a sheet with columns of these widths.
func (b *book) begin(widths []int, frozen bool) {
	b.row = 0
	b.raw(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">`)
	if frozen {
		b.raw(`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`)
	}
	b.raw(`</sheetView></sheetViews><cols>`)
	for i, w := range widths {
		b.raw(fmt.Sprintf(`<col min="%d" max="%d" width="%d" style="%s" customWidth="1"/>`, i+1, i+1, w, styleText))
	}
	b.raw("</cols><sheetData>")
}

// cells writes a row of texts and numbers; a cell without a text is left out.
func (b *book) cells(style string, values ...any) {
	b.row++
	row := strconv.Itoa(b.row)
	b.raw(`<row r="` + row + `">`)
	for i, value := range values {
		at := `<c r="` + column(i) + row
		switch v := value.(type) {
		case int:
			b.raw(at + `"><v>` + strconv.Itoa(v) + `</v></c>`)
		case string:
			if v != "" {
				b.raw(at + `" s="` + style + `" t="inlineStr"><is><t xml:space="preserve">` + xmlText(v) + `</t></is></c>`)
			}
		}
	}
	b.raw("</row>")
}

// texts are texts as the cells of a row.
func texts(all []string) []any {
	values := make([]any, len(all))
	for i, s := range all {
		values[i] = s
	}
	return values
}

// column is the letter of a column, of the first 26.
func column(i int) string { return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[i : i+1] }

// half is one side of a report.
func half(r *compare.Report, side compare.Side) *compare.Half {
	if side == compare.Right {
		return &r.RightHalf
	}
	return &r.LeftHalf
}

// xmlText is a text in XML. A spreadsheet takes _x0041_ for a letter, so its
// first sign is written in that way itself.
func xmlText(s string) string { return xmlEscapes.Replace(s) }

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "_x", "_x005F_x")
