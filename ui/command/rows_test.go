package command_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// The parts of a workbook with an empty first sheet, but for the rows of the second. It is
// written here because excelize, which is loaded at each start of what the scripts run,
// would be a third of that start.
const (
	bookPart = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/><sheet name="%s" sheetId="2" r:id="rId2"/></sheets></workbook>`
	relationsPart = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	relationPart  = `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`
	sheetPart     = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>`
)

// workbook makes an XLSX of a file whose cells are separated by semicolons.
func workbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: workbook FILE.xlsx SHEET FILE.csv")
	}
	var rows strings.Builder
	for line := range strings.Lines(strings.TrimSpace(ts.ReadFile(args[2]))) {
		rows.WriteString("<row>")
		for cell := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), ";") {
			rows.WriteString(`<c t="inlineStr"><is><t>` + escaped(ts, cell) + `</t></is></c>`)
		}
		rows.WriteString("</row>")
	}
	var book bytes.Buffer
	parts := zip.NewWriter(&book)
	for _, part := range [][2]string{
		{"_rels/.rels", fmt.Sprintf(relationsPart, fmt.Sprintf(relationPart, 1, "officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml", fmt.Sprintf(bookPart, escaped(ts, args[1]))},
		{"xl/_rels/workbook.xml.rels", fmt.Sprintf(relationsPart, fmt.Sprintf(relationPart+relationPart, 1, "worksheet", "worksheets/sheet1.xml", 2, "worksheet", "worksheets/sheet2.xml"))},
		{"xl/worksheets/sheet1.xml", fmt.Sprintf(sheetPart, "")},
		{"xl/worksheets/sheet2.xml", fmt.Sprintf(sheetPart, rows.String())},
	} {
		w, err := parts.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		ts.Check(err)
	}
	ts.Check(parts.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), book.Bytes(), 0o600))
}

// escaped is a text as XML has it.
func escaped(ts *testscript.TestScript, text string) string {
	var b strings.Builder
	ts.Check(xml.EscapeText(&b, []byte(text)))
	return b.String()
}
