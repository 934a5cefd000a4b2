package register

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"lotse/flows"
)

var today = time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)

// catalogue is a list as a procedure has one.
func catalogue() *List {
	field := func(id, label string, t flows.Type, required bool) flows.Item {
		return flows.Item{ID: id, Kind: flows.KindField, Label: label, Field: &flows.Field{Type: t, Required: required}}
	}
	return NewList(&flows.Item{ID: "catalogue", Kind: flows.KindList, List: &flows.List{
		Unique: []flows.Unique{{Column: "part_number"}},
		Columns: []flows.Item{
			field("part_number", "Provider part number", flows.TypeCode, true),
			field("product", "Product", flows.TypeText, true),
			field("price", "Price", flows.TypeNumber, false),
			field("email", "E-mail", flows.TypeEmail, false),
			{ID: "done", Kind: flows.KindTask, Label: "Done", Task: &flows.Task{}},
		},
	}})
}

func source(b []byte) Source {
	return Source{Name: "file.csv", R: bytes.NewReader(b), Size: int64(len(b))}
}

// read reads all records of a file.
func read(b []byte, o Options) (all []Record, info Info, err error) {
	r, err := Open(context.Background(), source(b), o)
	if err != nil {
		return nil, Info{}, err
	}
	defer r.Close()
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all, r.Info(), nil
		}
		if err != nil {
			return all, r.Info(), err
		}
		all = append(all, rec)
	}
}

// table reads a file for the catalogue.
func table(t *testing.T, b []byte, o Options) *Table {
	t.Helper()
	tab, err := ReadTable(context.Background(), source(b), o, catalogue())
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// report judges a table under the mapping that it proposes.
func report(t *testing.T, tab *Table) Report {
	t.Helper()
	r, err := tab.Check(context.Background(), tab.Propose(), today, "en")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told reports whether an issue of a kind stands on a row.
func told(r Report, code IssueCode, row int) bool {
	return slices.ContainsFunc(r.Issues, func(i Issue) bool { return i.Code == code && i.Row == row })
}

// faultOf is the code, row and column of a fault.
func faultOf(err error) (FaultCode, int, int) {
	var f *Fault
	if !errors.As(err, &f) {
		return "", 0, 0
	}
	return f.Code, f.Row, f.Column
}

// grid is records as text.
func grid(all []Record) string {
	var lines []string
	for _, r := range all {
		lines = append(lines, strings.Join(r.Cells, "|"))
	}
	return strings.Join(lines, "\n")
}

// workbook makes an XLSX.
func workbook(t testing.TB, build func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	build(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// row sets the cells of a row.
func row(t testing.TB, f *excelize.File, sheet, at string, cells ...any) {
	t.Helper()
	if err := f.SetSheetRow(sheet, at, &cells); err != nil {
		t.Fatal(err)
	}
}
