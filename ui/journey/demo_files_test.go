//go:build unix

package journey

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"lotse/flows"
	tables "lotse/flows/register"
)

var newSamples = flag.Bool("update-samples", false, "write the sample files of the demo anew")

// sampleLists are the sample files that a list is read from: what is in them,
// the list that they are for, how many rows it gets, and what the reader has to
// say.
var sampleLists = []struct {
	name, procedure, list string
	make                  func() ([]byte, error)
	rows, bad             int
	issues                []tables.IssueCode
}{
	{"organisations.csv", "teccom-import", "organisations", windows1252(
		"TecCom-Organisationen;;;;;\r\n" +
			"Stand: 20.11.2026;;;;;\r\n" +
			"TecCom-Nr.;Firma;Admin;Senden;Benachrichtigung;Ort\r\n" +
			"1000001;Kfz-Teile Nord GmbH;ja;enabled;it@example.org;Lübeck\r\n" +
			"1000002;Kfz-Teile Süd GmbH;yes;enabled;it@example;München\r\n" +
			"1,00E+06;Müller & Söhne KG;yes;enabled;info@example.org;Würzburg\r\n" +
			"1000004;\"Autohaus \"\"Weiß\"\" GmbH\";no;disabled;;Köln\r\n" +
			"TecCom-Nr.;Firma;Admin;Senden;Benachrichtigung;Ort\r\n" +
			"1000005;Reifen Jäger;yes\r\n" +
			"10000O6;Teile-Großhandel Öhm;yes;enabled;edv@example.org;Gießen;doppelt\r\n" +
			"1000002;Kfz-Teile Süd GmbH;yes;enabled;it@example.org;München\r\n",
	), 7, 3, []tables.IssueCode{
		tables.IssueTitle, tables.IssueHeader, tables.IssueRagged, tables.IssueSurplus,
		tables.IssueSpoilt, tables.IssueLeft, tables.IssueTwice, tables.IssueAnswer,
	}},
	{"organisations.xlsx", "teccom-import", "organisations", workbookOf(func(f *excelize.File) error {
		return rowsInto(f, [][]any{
			{"TecCom ID", "Organisation", "Admin there?", "Sending data", "Failure mails to"},
			{1000001, "Kfz-Teile Nord GmbH", "yes", "enabled", "it@example.org"},
			{100000200000, "Kfz-Teile West GmbH", "yes", "enabled", "west@example.org"},
			{1000003, "Alte Werkstatt GmbH", "yes", "disabled", "alt@example.org"},
			{"#N/A", "Beispiel Oy", "yes", "enabled", "tuki@example.org"},
			{1000005, "=B2", "no", "disabled", "it@example.org"},
		}, func() error { return f.SetRowVisible("Sheet1", 4, false) })
	}), 5, 1, []tables.IssueCode{tables.IssueHidden, tables.IssueFormula, tables.IssueErrorCell, tables.IssueAnswer}},
	{"account_map.csv", "techdata-work365", "account_map", plain(
		"\ufeffEnd customer,CRM account\n" +
			"Muster GmbH,Muster GmbH\n" +
			"Muster Nord GmbH,Muster GmbH\n" +
			"\"Beispiel, Söhne & Co. KG\",\"Beispiel, Söhne & Co. KG\"\n" +
			"Pohjola Osat Oy\n" +
			"Autohaus \"Weiß\" GmbH,Autohaus Weiß\n",
	), 5, 1, []tables.IssueCode{tables.IssueRagged, tables.IssueQuote, tables.IssueTwice, tables.IssueAnswer}},
	{"products.csv", "techdata-work365", "products", plain(
		"Offer name\tPPN\tTD SKU\tList price\n" +
			"Microsoft 365 Business Basic\t0012345\t8000101\t5.60\n" +
			"Microsoft 365 Business Standard\t0012346\t8000102\t11.70\n" +
			"Microsoft 365 Business Premium\t12347\t8000103\t20.60\n" +
			"Microsoft 365 E3\t1.23457E+11\t8000104\t36.00\n" +
			"Offer name\tPPN\tTD SKU\tList price\n" +
			"Microsoft 365 E5\t0012346\t\t57.00\n" +
			"Exchange Online (Plan 1)\t=VLOOKUP(A7,B:C,2)\t8000106\t3.70\n",
	), 6, 0, []tables.IssueCode{
		tables.IssueZeros, tables.IssueSpoilt, tables.IssueHeader, tables.IssueTwice, tables.IssueLeft, tables.IssueFormula,
	}},
}

// plain gives a text as it is.
func plain(text string) func() ([]byte, error) {
	return func() ([]byte, error) { return []byte(text), nil }
}

// windows1252 gives a text as Excel on German Windows saves it.
func windows1252(text string) func() ([]byte, error) {
	return func() ([]byte, error) { return charmap.Windows1252.NewEncoder().Bytes([]byte(text)) }
}

// workbookOf gives a workbook.
func workbookOf(fill func(f *excelize.File) error) func() ([]byte, error) {
	return func() ([]byte, error) {
		f := excelize.NewFile()
		if err := fill(f); err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err := f.Write(&b)
		return b.Bytes(), err
	}
}

// rowsInto writes rows; a text that begins with = is a formula.
func rowsInto(f *excelize.File, rows [][]any, then func() error) error {
	for r, row := range rows {
		for c, v := range row {
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				return err
			}
			if text, ok := v.(string); ok && strings.HasPrefix(text, "=") {
				err = errors.Join(f.SetCellValue("Sheet1", cell, row[len(row)-1]), f.SetCellFormula("Sheet1", cell, text[1:]))
			} else {
				err = f.SetCellValue("Sheet1", cell, v)
			}
			if err != nil {
				return err
			}
		}
	}
	return then()
}

// demoFiles are the sample files of the demo, which lotse demo writes.
const demoFiles = "../command/demo/files"

// TestSampleFiles reads every sample file as the list does that it is for.
func TestSampleFiles(t *testing.T) {
	t.Parallel()
	var names []string
	for _, s := range sampleLists {
		names = append(names, s.name)
		path := filepath.Join(demoFiles, s.name)
		if *newSamples {
			content, err := s.make()
			if err == nil {
				err = os.WriteFile(path, content, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		p, err := procedures().Procedure(s.procedure)
		if err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		src := tables.Source{Name: s.name, R: bytes.NewReader(content), Size: int64(len(content))}
		table, err := tables.ReadTable(t.Context(), src, tables.Options{}, tables.NewList(listIn(t, p, s.list)))
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
			continue
		}
		report, err := table.Check(t.Context(), table.Propose(), time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range s.issues {
			if !slices.ContainsFunc(report.Issues, func(i tables.Issue) bool { return i.Code == code }) {
				t.Errorf("%s shows no issue %s", s.name, code)
			}
		}
		if t.Failed() || table.Len() != s.rows || report.Bad != s.bad {
			t.Errorf("%s: %d rows, %d bad, want %d and %d: %v", s.name, table.Len(), report.Bad, s.rows, s.bad, report.Issues)
		}
		if table.Unfilled(table.Propose()) != nil {
			t.Errorf("%s fills nothing in %v", s.name, table.Unfilled(table.Propose()))
		}
	}
	entries, err := os.ReadDir(demoFiles)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(names, e.Name()) {
			t.Errorf("nothing is known of %s", e.Name())
		}
	}
}

func listIn(t *testing.T, p *flows.Procedure, id string) *flows.Item {
	t.Helper()
	for i := range p.Steps {
		for k := range p.Steps[i].Items {
			if it := &p.Steps[i].Items[k]; it.ID == id {
				return it
			}
		}
	}
	t.Fatalf("%s has no %s", p.ID, id)
	return nil
}
