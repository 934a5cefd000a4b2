package comparison_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
)

// csvOf writes and reads a CSV: its header and its lines.
func csvOf(t *testing.T, r *compare.Report) ([]string, [][]string) {
	t.Helper()
	var b bytes.Buffer
	if err := comparison.CSV(&b, r, "en"); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(b.String(), "\ufeff")
	if !marked || !utf8.ValidString(text) || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("no byte order mark, no UTF-8, or a line that does not end in CRLF")
	}
	c := csv.NewReader(strings.NewReader(text))
	c.Comma = ';'
	lines, err := c.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return lines[0], lines[1:]
}

func TestCSV(t *testing.T) {
	r := report(compare.Customers, compare.RackbeatToNetvisor)
	var b bytes.Buffer
	if err := comparison.CSV(&b, r, "en"); err != nil {
		t.Fatal(err)
	}
	golden(t, "customers.en.csv", b.String())
	head, lines := csvOf(t, r)
	if len(lines) != len(r.Findings) {
		t.Fatalf("%d lines of %d findings", len(lines), len(r.Findings))
	}
	said := comparison.NewWords(&r.Plan, "en")
	for i, line := range lines {
		f := &r.Findings[i]
		for name, want := range map[string]string{"rule": string(f.Rule), "level": string(r.Kind.Level(f.Rule)), "side": string(f.Side), "left_code": f.Left.Code, "right_code": f.Right.Code, "detail": said.Detail(f), "effect": said.Effect(f), "repair": said.Repair(f)} {
			if got := line[slices.Index(head, name)]; got != want {
				t.Errorf("%s of finding %d: %q, want %q", name, i, got, want)
			}
		}
	}
}

// TestSheetsComputeNothing: no cell of a CSV begins as a formula does; in a
// workbook every one of them is text, whatever it begins with.
func TestSheetsComputeNothing(t *testing.T) {
	r := hostile()
	for i, code := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "'=1"} {
		r.Findings[i].Left.Row, r.Findings[i].Left.Code, r.Findings[i].Left.Name = 5, code, code
	}
	_, lines := csvOf(t, r)
	for _, line := range lines {
		for _, cell := range line {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") || strings.HasPrefix(cell, "＝") {
				t.Errorf("a cell of the CSV is %q", cell)
			}
		}
	}
	if lines[0][5] != "'=1+1" {
		t.Errorf("the code has become %q", lines[0][5])
	}
	book := workbook(t, r, "en")
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for k := range row {
				at, _ := excelize.CoordinatesToCellName(k+1, i+1)
				if formula, err := book.GetCellFormula(sheet, at); err != nil || formula != "" {
					t.Errorf("%s %s is a formula: %s %v", sheet, at, formula, err)
				}
			}
		}
	}
}

// workbook writes a workbook and opens it with excelize, the oracle.
func workbook(t *testing.T, r *compare.Report, lang string) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := comparison.XLSX(&b, r, lang); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// TestXLSX: what excelize reads of a workbook is what the CSV says, codes with
// their zeros and as text; the header stays in view.
func TestXLSX(t *testing.T) {
	for _, k := range compare.Kinds() {
		r := report(k, compare.NetvisorToRackbeat)
		f := workbook(t, r, "en")
		if got := f.GetSheetList(); !slices.Equal(got, []string{"Found", "Findings"}) {
			t.Fatalf("sheets %q", got)
		}
		rows, err := f.GetRows("Findings")
		if err != nil {
			t.Fatal(err)
		}
		head, lines := csvOf(t, r)
		if len(rows) != len(lines)+1 || !slices.Equal(rows[0], head) {
			t.Fatalf("%d rows of %d findings; header %q", len(rows), len(lines), rows[0])
		}
		for i, line := range lines {
			for k := range line {
				line[k] = strings.TrimPrefix(line[k], "'")
			}
			if !slices.Equal(rows[i+1], line) {
				t.Errorf("row %d:\n%q\n%q", i+1, rows[i+1], line)
			}
		}
		if kind, err := f.GetCellType("Findings", "F2"); err != nil || lines[0][5] != "" && kind != excelize.CellTypeInlineString {
			t.Errorf("a code is of type %v, %v", kind, err)
		}
		if panes, err := f.GetPanes("Findings"); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("the header does not stay: %+v, %v", panes, err)
		}
		if w, err := f.GetColWidth("Findings", "L"); err != nil || w != 80 {
			t.Errorf("the details are %v wide, %v", w, err)
		}
		counted(t, f, r)
	}
}

// counted looks whether the sheet of counts has every rule with its count.
func counted(t *testing.T, f *excelize.File, r *compare.Report) {
	t.Helper()
	rows, err := f.GetRows("Found")
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range r.Kind.Rules() {
		if !slices.ContainsFunc(rows, func(row []string) bool {
			return len(row) == 4 && row[1] == string(rule) && row[2] == string(r.Kind.Level(rule)) && row[3] == strconv.Itoa(r.Counts[rule])
		}) {
			t.Errorf("%s: its count does not stand in the sheet", rule)
		}
	}
}

// TestXLSXOfHostileValues: what XML or a spreadsheet would take for something
// else comes back as it was, but for what is cleaned.
func TestXLSXOfHostileValues(t *testing.T) {
	r := report(compare.Customers, compare.NetvisorToRackbeat)
	r.Findings = r.Findings[:1]
	values := []string{"_x0041_ <&>\"'", "]]>", "=1+1", "007", "1E5", "a  b", strings.Repeat("ä", 40_000), "\xff\x01\ufffe"}
	for i, v := range values {
		f := r.Findings[0]
		f.Left = compare.Card{Row: i + 2, Code: v, Name: v}
		r.Findings = append(r.Findings, f)
	}
	rows, err := workbook(t, r, "en").GetRows("Findings")
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range values {
		got := rows[i+2][5]
		switch {
		case len(v) > 1000:
			if utf8.RuneCountInString(got) != 1000 || !strings.HasSuffix(got, "…") {
				t.Errorf("a long value has %d characters", utf8.RuneCountInString(got))
			}
		case strings.HasPrefix(v, "\xff"):
			if got != "\ufffd" {
				t.Errorf("broken bytes came back as %q", got)
			}
		case got != v:
			t.Errorf("%q came back as %q", v, got)
		}
	}
}

// TestXLSXGoesOn: findings beyond a sheet's rows go on in the next.
func TestXLSXGoesOn(t *testing.T) {
	r := report(compare.Customers, compare.NetvisorToRackbeat)
	all := len(r.Findings)
	var b bytes.Buffer
	if err := comparison.XLSXOf(&b, r, "de", 11); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := 0
	for _, sheet := range f.GetSheetList()[1:] {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) > 11 || rows[0][0] != "rule" {
			t.Fatalf("%s: %d rows, %v", sheet, len(rows), err)
		}
		seen += len(rows) - 1
	}
	if want := (all + 9) / 10; seen != all || len(f.GetSheetList()) != want+1 || f.GetSheetList()[2] != "Befunde 2" {
		t.Errorf("%d of %d findings in %q", seen, all, f.GetSheetList())
	}
}

var errFull = errors.New("full")

// full is a disk with room for so many bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestNoRoom: what cannot be written is an error, wherever it breaks off.
func TestNoRoom(t *testing.T) {
	r := report(compare.Customers, compare.NoDirection)
	for range 6 {
		r.Findings = append(r.Findings, r.Findings...)
	}
	for _, ending := range comparison.Formats() {
		write := comparison.Writer(ending)
		for _, room := range []int{0, 100, 5000, 70_000} {
			if err := write(&full{room}, r, "en"); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d bytes: %v", ending, room, err)
			}
		}
	}
}
