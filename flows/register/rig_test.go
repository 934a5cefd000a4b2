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
	"lotse/flows/words"
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
		rec.Cells = slices.Clone(rec.Cells)
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
	r, err := tab.Check(context.Background(), tab.Propose(), today)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range r.Issues {
		if s := say(i.Message); s == "" {
			t.Errorf("nothing is said of %+v", i)
		}
	}
	return r
}

// say is a message in English; "" where there are no words for it, or where they
// name something that it does not.
func say(m flows.Message) string {
	s := words.Say("en", m)
	if !words.Has(m.Code) || strings.ContainsAny(s, "{}") {
		return ""
	}
	return s
}

// told reports whether an issue of a kind stands on a row.
func told(r Report, code IssueCode, row int) bool {
	return slices.ContainsFunc(r.Issues, func(i Issue) bool { return i.Code == code && i.Row == row })
}

// refused is what refuses a file; nothing where the error does not, or where
// there are no words for it.
func refused(err error) (code string, kind flows.RefusalKind, at flows.FilePlace) {
	var r *flows.Refusal
	if !errors.As(err, &r) || !words.Has(r.Message.Code) {
		return "", "", flows.FilePlace{}
	}
	return r.Message.Code, r.Kind, pointsTo(err)
}

// sentence is what a person reads of an error.
func sentence(err error) string {
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return ""
	}
	return say(r.Placed())
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
