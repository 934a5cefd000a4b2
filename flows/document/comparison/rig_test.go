package comparison_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"lotse/flows/register/compare"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a golden file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Errorf("%s, line %d (-update):\n got %s\nwant %s", name, i+1, g[i], w[i])
				return
			}
		}
		t.Errorf("%s: %d lines, wanted %d (-update)", name, len(g), len(w))
	}
}

// report is a comparison in which every rule of a register found something.
func report(k compare.Kind, d compare.Direction) *compare.Report {
	r := &compare.Report{
		Plan:      compare.Plan{Kind: k, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: d},
		LeftHalf:  compare.Half{File: "netvisor.csv", Sum: strings.Repeat("a1", 32), Rows: 1204, Only: 62, Encoding: "windows-1252", Delimiter: ";", Columns: map[compare.Field]string{compare.Code: "Asiakaskoodi", compare.Name: "Nimi", compare.BusinessID: "Y-tunnus", compare.Barred: "Aktiivinen"}},
		RightHalf: compare.Half{File: "rackbeat.xlsx", Sum: strings.Repeat("b2", 32), Rows: 1180, Only: 38, Sheet: "Customers", Columns: map[compare.Field]string{compare.Code: "number", compare.Name: "name", compare.BusinessID: "vat_number"}},
		Matches:   compare.Matches{Code: 1071, BusinessID: 48, Name: 23}, Counts: map[compare.Rule]int{},
	}
	if k == compare.Products {
		r.Matches = compare.Matches{Code: 1142}
		delete(r.LeftHalf.Columns, compare.BusinessID)
		delete(r.RightHalf.Columns, compare.BusinessID)
	}
	l := compare.Card{Row: 12, Code: "1001", ID: "1967543-8", Name: "Pohjola Osat Oy"}
	rt := compare.Card{Row: 31, Code: "1001", ID: "0112038-9", Name: "Pohjola Varaosat Oy"}
	add := func(rule compare.Rule, side compare.Side, l, r2 compare.Card, tier compare.Field, other ...int) {
		if k.Level(rule) == "" {
			return
		}
		r.Findings = append(r.Findings, compare.Finding{Rule: rule, Side: side, Left: l, Right: r2, Tier: tier, Other: other})
		r.Counts[rule]++
	}
	none := compare.Card{}
	for _, rule := range k.Rules() {
		r.Counts[rule] = 0
		switch rule {
		case compare.CodeEmpty:
			add(rule, compare.Left, compare.Card{Row: 7, Name: "Nimetön Oy"}, none, "")
			add(rule, compare.Right, none, compare.Card{Row: 9}, "")
		case compare.CodeDuplicate:
			add(rule, compare.Left, l, none, "", 14)
			add(rule, compare.Left, compare.Card{Row: 14, Code: "1001", Name: "Pohjola Osat Oy"}, none, "", 12)
		case compare.CodeNotNumeric:
			add(rule, compare.Left, compare.Card{Row: 20, Code: "10A", Name: "Kuusamon Konehuolto Ky", ID: "1366959-8"}, none, "")
		case compare.CodeLeadingZero:
			add(rule, compare.Left, compare.Card{Row: 21, Code: "0815", Name: "Nolla & Pojat <Oy>"}, none, "")
			add(rule, compare.Right, none, compare.Card{Row: 22, Code: "007", Name: "Agentti Ab"}, "")
		case compare.CodeTooLong:
			add(rule, compare.Right, none, compare.Card{Row: 40, Code: "1234567890 1234567890 123456", Name: "Pitkä koodi"}, "")
		case compare.CodeSpoilt:
			add(rule, compare.Left, compare.Card{Row: 23, Code: "1,23457E+11", Name: "Excelin uhri Oy"}, none, "")
		case compare.CodeCase:
			add(rule, compare.Both, compare.Card{Row: 50, Code: "AB 12", Name: "Mutteri M8"}, compare.Card{Row: 51, Code: "ab12", Name: "Mutteri M8"}, "")
		case compare.OtherCompany, compare.OtherName, compare.NameDiffers:
			add(rule, compare.Both, l, rt, "")
			add(rule, compare.Both, compare.Card{Row: 60, Code: "1002", Name: "שלום עולם בע\"מ", ID: "FI13669598"}, compare.Card{Row: 61, Code: "1002", Name: "Shalom Olam Oy", ID: "1967543-8"}, "")
		case compare.OverwriteByID:
			add(rule, compare.Both, l, compare.Card{Row: 70, Code: "2002", ID: "FI19675438", Name: "Pohjola Osat"}, "")
		case compare.MergeByName:
			add(rule, compare.Both, compare.Card{Row: 80, Code: "1010", Name: "Virtanen Oy"}, compare.Card{Row: 81, Code: "2010", Name: "Virtanen Oy"}, "")
		case compare.IDMissing:
			add(rule, compare.Left, compare.Card{Row: 90, Code: "300", Name: "Tunnukseton Oy"}, none, "")
		case compare.IDInvalid:
			add(rule, compare.Left, compare.Card{Row: 91, Code: "301", Name: "Väärä Oy", ID: "1234567-8"}, none, "")
		case compare.IDDuplicate:
			add(rule, compare.Right, none, compare.Card{Row: 92, Code: "302", Name: "Kaksi Oy", ID: "0112038-9"}, "", 93, 94, 95, 96, 97, 98, 99)
		case compare.NameDuplicate:
			add(rule, compare.Left, compare.Card{Row: 100, Code: "303", Name: "Sama Oy"}, none, "", 101)
		case compare.NameTooLong:
			add(rule, compare.Left, compare.Card{Row: 110, Code: "304", Name: strings.Repeat("Pitkänimi ", 27)}, none, "")
		case compare.Ambiguous:
			add(rule, compare.Both, compare.Card{Row: 120, Code: "305", Name: "Kolmoset Oy", ID: "1366959-8"}, compare.Card{Row: 121, Code: "306", Name: "Kolmoset Oy", ID: "1366959-8"}, compare.BusinessID, 122, 130)
		case compare.NearName:
			add(rule, compare.Both, compare.Card{Row: 140, Code: "307", Name: "Oy Lähellä Ab"}, compare.Card{Row: 141, Code: "407", Name: "Lähellä Oy"}, "")
		case compare.OnlyLeft:
			for i := range 24 {
				add(rule, compare.Left, compare.Card{Row: 200 + i, Code: string(rune('A'+i)) + "1", Name: "Vain Netvisorissa Oy"}, none, "")
			}
		case compare.OnlyRight:
			add(rule, compare.Right, none, compare.Card{Row: 230, Code: "908", Name: "漢字株式会社 株式会社 株式会社 株式会社 株式会社 株式会社"}, "")
		case compare.IsBarred:
			add(rule, compare.Left, compare.Card{Row: 240, Code: "1003", Name: "Lopettanut Oy", IsBarred: true}, none, "")
		}
	}
	return r
}
