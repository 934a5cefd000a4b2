package register

import (
	"context"
	"strings"
	"testing"

	"lotse/flows"
)

func TestRowsAreJudged(t *testing.T) {
	const file = "SKU;Product;Price;E-mail;EAN\n" +
		"000123;Rohr;1,5;a@example.org;1\n" + // 2
		"4711;Blech;x;b@example.org;2\n" + // 3: zeros lost, no number
		"000456;=1+1;2;;3\n" + // 4: a formula
		"1,23E+05;Zink;2;;4\n" + // 5
		"000123;Eisen;1;;5\n" + // 6: twice
		"000457;#REF!;1\n" + // 7: an error, which is no product, ragged
		"000458;Gold;1;;6;surplus\n" + // 8
		"000459;;1;;7\n" + // 9: no product
		"000460;Sil\ufffdber;1;nobody;8\n" // 10: unread, no address
	tab := table(t, []byte(file), Options{})
	r := report(t, tab)
	for _, want := range []struct {
		code IssueCode
		row  int
	}{
		{IssueLeft, 1},
		{IssueZeros, 3},
		{IssueAnswer, 3},
		{IssueFormula, 4},
		{IssueSpoilt, 5},
		{IssueTwice, 6},
		{IssueErrorCell, 7},
		{IssueAnswer, 7},
		{IssueRagged, 7},
		{IssueSurplus, 8},
		{IssueAnswer, 9},
		{IssueUnread, 10},
		{IssueAnswer, 10},
	} {
		if !told(r, want.code, want.row) {
			t.Errorf("%s is not told for row %d", want.code, want.row)
		}
	}
	if told(r, IssueAnswer, 2) || told(r, IssueZeros, 5) || told(r, IssueFormula, 3) {
		t.Errorf("something is told that is not so: %+v", r.Issues)
	}
	if r.Bad != 5 || r.Odd != 8 {
		t.Errorf("%d rows are bad, %d odd: %+v", r.Bad, r.Odd, r.Issues)
	}
}

func TestSpoiltNumbers(t *testing.T) {
	for s, want := range map[string]bool{
		"1,00E+05": true, "1E+05": true, "1.23457E+11": true, "1.2e-7": true, "-1,5E+10": true,
		"1E05": false, "E+05": false, "12E+05": false, "1E+": false, "1,E+05": false, "1E+5X": false, "AE+05": false, "": false, "100000": false,
	} {
		if IsScientific(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

func TestLostZerosNeedEvidence(t *testing.T) {
	for _, tc := range []struct {
		values string
		want   int
	}{
		{"0001 0002 0003 44", 4},
		{"9998 9999 10000 10001", 0},
		{"0001 12 123 5", 0},          // most are shorter: it says nothing
		{"0001 0002 0003 00004 5", 0}, // two lengths with zeros
		{"A01 B02 1", 0},
	} {
		tab := table(t, []byte("SKU;Product\n"+strings.ReplaceAll(tc.values, " ", ";x\n")+";x\n"), Options{})
		if got := tab.normalize(tab.Propose()).zeros(0); got != tc.want {
			t.Errorf("%s: %d", tc.values, got)
		}
	}
}

func TestRowsForTheList(t *testing.T) {
	tab := table(t, []byte("SKU;Product;Note\n 1 ;\"a\tb\x1b[31m\nc\";n\n;;\n2;=x;m\n"), Options{})
	rows, err := tab.Rows(tab.Propose())
	if err != nil || len(rows) != 2 {
		t.Fatalf("%v, %v", rows, err)
	}
	if rows[0]["part_number"] != "1" || rows[0]["product"] != "a b c" || len(rows[0]) != 2 || rows[1]["product"] != "=x" {
		t.Errorf("%v", rows)
	}
	tab = table(t, []byte("SKU;Product\n1;"+strings.Repeat("x", flows.MaxText+1)+"\n"), Options{})
	if _, err = tab.Rows(tab.Propose()); err == nil || !strings.Contains(sentence(err), "row 2, column 2: Product has 64 KiB") {
		t.Errorf("%v", err)
	}
}

func TestAListTakesSoManyRows(t *testing.T) {
	file := "SKU;Product\n" + strings.Repeat("1;a\n", flows.MaxRows)
	if tab := table(t, []byte(file), Options{}); tab.Len() != flows.MaxRows {
		t.Errorf("%d rows", tab.Len())
	}
	for _, more := range []int{1, maxLead + 10} {
		_, err := ReadTable(context.Background(), source([]byte(file+strings.Repeat("1;a\n", more))), Options{}, catalogue())
		if _, kind, at := refused(err); kind != flows.ErrLimit || at.Row < flows.MaxRows+2 || !strings.Contains(sentence(err), "100001") {
			t.Errorf("%d more: %v", more, err)
		}
	}
}
