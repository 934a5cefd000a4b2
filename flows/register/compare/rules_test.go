package compare

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// crafted are pairs of registers for every rule: what hits it, and what nearly
// does. A row is code|business id|name, with ! behind it where it is barred; the
// first row is row 2, as in a file with a header. want lists what that rule
// finds, as side left-row right-row, with the other rows in brackets.
var crafted = []struct {
	kind        Kind
	rule        Rule
	left, right string // rows, separated by /
	want        string
}{
	{Customers, CodeEmpty, "|1967543-8|A", "1||B", "left 2"},
	{Customers, CodeEmpty, "1||A", " ||B/\u00a0||C", "right 2, right 3"},
	{Customers, CodeEmpty, "0||A", "-||B", ""},
	{Suppliers, CodeEmpty, "||A/1||B", "||C", "left 2, right 2"},
	{Suppliers, CodeEmpty, "1||A", "2||B", ""},
	{Products, CodeEmpty, "||Bolt", "\ufeff||Nut", "left 2, right 2"},
	{Products, CodeEmpty, "B1||Bolt", "N1||Nut", ""},

	{Customers, CodeDuplicate, "7||A/8||B/7 ||C", "7||A", "left 2 (4), left 4 (2)"},
	{Customers, CodeDuplicate, "7||A/07||B", "7||A/8||B", ""},
	{Customers, CodeDuplicate, "||A/||B", "7||A", ""}, // empty ones are no duplicates
	{Suppliers, CodeDuplicate, "1||A", "7||A/7||B/7||C", "right 2 (3 4), right 3 (2 4), right 4 (2 3)"},
	{Suppliers, CodeDuplicate, "7||A", "7||A", ""}, // once on each side is a match
	{Products, CodeDuplicate, "B1||Bolt/B1||Bolt", "B1||Bolt", "left 2 (3), left 3 (2)"},
	{Products, CodeDuplicate, "B1||Bolt/b1||Bolt", "B1||Bolt", ""},

	{Customers, CodeNotNumeric, "A7||A/7 1||B/-7||C", "7||A", "left 2, left 3, left 4"},
	{Customers, CodeNotNumeric, "7||A/007||B/||C/1E+05||D", "\u00a07||A", ""},
	{Suppliers, CodeNotNumeric, "7||A", "T-7||A", "right 2"},
	{Suppliers, CodeNotNumeric, "٧||A", "7||A", "left 2"}, // a digit, and none that Rackbeat takes
	{Suppliers, CodeNotNumeric, "7||A", "1,00E+05||A", ""},

	{Customers, CodeLeadingZero, "007||A/0||B", "7||A", "left 2, left 3"},
	{Customers, CodeLeadingZero, "70||A/0A||B/||C", "7||A", ""},
	{Suppliers, CodeLeadingZero, "7||A", "07||A", "right 2"},
	{Suppliers, CodeLeadingZero, "7||A", "1E+05||A", ""},

	{Customers, CodeTooLong, "1234567890||A", "123456789||B", "left 2"},
	{Customers, CodeTooLong, "1.23457E+11||A", "ÄÄÄÄÄÄÄÄÄ||B", ""},
	{Suppliers, CodeTooLong, "123456789||A", "1234567890||B", "right 2"},
	{Suppliers, CodeTooLong, " 123456789 ||A", "1||B", ""},
	{Products, CodeTooLong, "ABCDEFGHIJKLM OPQRSTUVWXYZ||Bolt", "ABCDEFGHIJKLM OPQRSTUVWXY||Nut", "left 2"},
	{Products, CodeTooLong, "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ||Bolt", "N1||Nut", ""},

	{Customers, CodeSpoilt, "1E+05||A/1,00E+05||B/1.23457E+11||C", "1e+05||D", "left 2, left 3, left 4, right 2"},
	{Customers, CodeSpoilt, "1E05||A/12E+05||B/E+05||C", "100000||D", ""},
	{Suppliers, CodeSpoilt, "7||A", "1E+05||A", "right 2"},
	{Suppliers, CodeSpoilt, "7||A", "1E||A", ""},

	{Customers, CodeSpoilt, "#NV||A/#PUUTTUU!||B/1\ufffd||C", "1||D", "left 2, left 3, left 4"},
	{Products, CodeSpoilt, "1E+05||A/#REF!||B/1,2E+11||C", "####||D", "left 2, left 3, left 4, right 2"},
	{Products, CodeSpoilt, "1E-2||A/2E+1||B/#1||C/AB-1.0||D", "1.5E||A", ""},
	{Products, OnlyLeft, "#NV||A/B1||B", "C1||C", "left 3"},
	{Products, OnlyRight, "#NV||A/#REF!||B/#REF!||B", "C1||A/D1||B/E1||C", "right 3, right 4"},
	{Products, CodeCase, "#nv||A", "#NV||A", ""},
	{Customers, OverwriteByID, "#NV|1967543-8|A", "7|1967543-8|A", ""},
	{Customers, OverwriteByID, "1,2E+11|1967543-8|A", "7|1967543-8|A", ""},
	{Customers, MergeByName, "#NV||A", "7||A", ""},
	{Customers, MergeByName, "1||#NV", "7||#NV", ""},
	{Customers, NameDuplicate, "1||#NV/2||#NV", "1||A", ""},
	{Customers, OtherName, "1||#NV/2||B\ufffd/3||M\u0081/4||X", "1||A/2||B/3||C/4||####", ""},
	{Customers, NearName, "1||Pohjola \ufffdsat", "2||Pohjola Osat", ""},
	{Customers, CodeDuplicate, "#NV||A/#NV||B", "1||C", ""},
	{Suppliers, IDMissing, "1|#NV|A", "1||A", ""},
	{Suppliers, IDInvalid, "1|#NV|A", "1|\ufffd|A", ""},
	{Products, NameDiffers, "B1||#NV", "B1||Bolt", ""},

	{Customers, OtherCompany, "7|1967543-8|A", "7|1366959-8|A", "both 2 2"},
	{Customers, OtherCompany, "7|1967543-8|A/8|DE123456789|B", "7|FI19675438|A/8|de 123 456 789|B", ""},
	{Customers, OtherCompany, "7|1967543-8|A/8||B", "7|1234567-8|A/8|1366959-8|B", ""}, // one is not valid, one is empty
	{Suppliers, OtherCompany, "7|DE123456789|A", "7|1366959-8|A", "both 2 2"},
	{Suppliers, OtherCompany, "7|112038-9|A", "7|01120389|A", ""}, // the old form
	{Suppliers, OtherCompany, "7|1967543-8|A", "8|1366959-8|A", ""},

	{Suppliers, IDMissing, "7||A/8|1967543-8|B", "7||A", "left 2"},
	{Suppliers, IDMissing, "7|-|A", "7||A", ""}, // not empty; Rackbeat's may be

	{Customers, OverwriteByID, "7|1967543-8|A", "8|FI19675438|B", "both 2 2"},
	{Customers, OverwriteByID, "|1967543-8|A", "8|1967543-8|B", "both 2 2"},
	{Customers, OverwriteByID, "7|1967543-8|A", "7|1967543-8|A", ""},
	{Customers, OverwriteByID, "7|1234567-8|A", "8|1234567-8|B", ""}, // not valid
	{Customers, OverwriteByID, "7|1967543-8|A/8|1967543-8|B", "9|1967543-8|C", ""},
	{Suppliers, OverwriteByID, "7|DE123456789|A", "8|DE 123456789|B", "both 2 2"},
	{Suppliers, OverwriteByID, "7|1967543-8|A/7|1366959-8|B", "7|1967543-8|A", ""}, // by id, and the codes are the same

	{Customers, MergeByName, "7||Pohjola Osat Oy", "8||Pohjola Osat Oy ", "both 2 2"},
	{Customers, MergeByName, "7||Jyv\u00e4s Oy", "8||Jyva\u0308s Oy", "both 2 2"}, // NFC
	{Customers, MergeByName, "7||Pohjola Osat Oy", "8||Pohjola osat Oy", ""},
	{Customers, MergeByName, "7||", "8||", ""},
	{Suppliers, MergeByName, "7|1967543-8|Muster GmbH", "8|1366959-8|Muster GmbH", "both 2 2"},
	{Suppliers, MergeByName, "7||Muster GmbH", "7||Muster GmbH", ""},

	{Customers, IDInvalid, "7|1234567-8|A/8|1000008-0|B/9|0000000-0|C", "7|x|A", "left 2, left 3, left 4, right 2"},
	{Customers, IDInvalid, "7|1967543-8|A/8||B/9|DE123456789|C", "7|FI 1967543-8|A", ""},
	{Suppliers, IDInvalid, "7|-|A/8|DE1|B", "7|12345678|A", "left 2, left 3, right 2"},
	{Suppliers, IDInvalid, "7|196.754.38|A", "7|1967543\u20138|A", ""},

	{Customers, IDDuplicate, "7|1967543-8|A/8|FI19675438|B", "7|1967543-8|A", "left 2 (3), left 3 (2)"},
	{Customers, IDDuplicate, "7|1234567-8|A/8|1234567-8|B", "7|1967543-8|A", ""}, // not valid
	{Suppliers, IDDuplicate, "7||A", "7|dk12345678|A/8|DK 12345678|B", "right 2 (3), right 3 (2)"},
	{Suppliers, IDDuplicate, "7||A/8||B", "7|1967543-8|A", ""},

	{Customers, NameDuplicate, "7||A/8||A /9||B", "7||A", "left 2 (3), left 3 (2)"},
	{Customers, NameDuplicate, "7||A/8||a", "7||A", ""},
	{Suppliers, NameDuplicate, "7||B", "7||\u00c5/8||A\u030a", "right 2 (3), right 3 (2)"},
	{Suppliers, NameDuplicate, "7||/8||", "7||", ""},

	{Customers, NameTooLong, "7||" + strings.Repeat("ä", 251), "7||" + strings.Repeat("a", 250), "left 2"},
	{Customers, NameTooLong, "7||" + strings.Repeat("ä", 250), "7||A", ""},
	{Suppliers, NameTooLong, "7||A", "7||" + strings.Repeat("a", 251), "right 2"},
	{Suppliers, NameTooLong, "7||A", "7||" + strings.Repeat("a", 250), ""},
	{Products, NameTooLong, "7||" + strings.Repeat("a", 256), "7||" + strings.Repeat("a", 251), "left 2"},
	{Products, NameTooLong, "7||" + strings.Repeat("ö", 255), "7||A", ""},

	{Customers, OtherName, "7||Pohjola Osat Oy", "7||Pohjola Osa Oy", "both 2 2"},
	{Customers, OtherName, "7|1967543-8|A", "7|1366959-8|B", "both 2 2"}, // beside same-code-other-company
	{Customers, OtherName, "7||A", "7||", "both 2 2"},
	{Customers, OtherName, "7||Jyv\u00e4s", "7||Jyva\u0308s\u00a0", ""},
	{Suppliers, OtherName, "7||A", "7||a", "both 2 2"},
	{Suppliers, OtherName, "7||A", "8||B", ""},
	{Products, NameDiffers, "7||Bolt M8", "7||Bolt M10", "both 2 2"},
	{Products, NameDiffers, "7||Bolt", "7||Bolt ", ""},
	{Products, NameDiffers, "7||Bolt", "8||Nut", ""},

	{Customers, Ambiguous, "7||A/7||B", "8||C/7||D", "both 2 3 (3) code"},
	{Customers, Ambiguous, "1|1967543-8|A/2|1967543-8|B/3|1967543-8|C", "4|1967543-8|D/5|1967543-8|E", "both 2 2 (3 4 3) business_id"},
	{Customers, Ambiguous, "1||A", "2||A/3||A", "both 2 2 (3) name"},
	{Customers, Ambiguous, "7|1967543-8|A/7|1967543-8|A", "7|1967543-8|A", "both 2 2 (3) code, both 2 2 (3) business_id, both 2 2 (3) name"},
	{Customers, Ambiguous, "7||A/7||B", "8||C", ""},                            // only on one side: a duplicate
	{Customers, Ambiguous, "7|1967543-8|A/8|1967543-8|B", "7|1967543-8|C", ""}, // among what is left it stands on one side
	{Suppliers, Ambiguous, "7||A", "7||B/7||C", "both 2 2 (3) code"},
	{Suppliers, Ambiguous, "7||A", "7||B", ""},

	{Customers, NearName, "1||Pohjola Osat Oy", "2||Oy POHJOLA-OSAT", "both 2 2"},
	{Customers, NearName, "1||Pohjola Osat Oy", "2||Pohjola Osta Oy/3||Pohjola Osaat/4||pohjola osat", "both 2 4"}, // equal before one letter
	{Customers, NearName, "1||Pohjola Osat Oy", "2||Pohjola Osaat/3||Pohjola Otat", "both 2 2"},
	{Customers, NearName, "1||Pohjola", "2||Pohjolx/3||Pohjoxa/4||Pohjxla/5||Pohxola/6||Poxjola/7||Pxhjola/8||Xohjola", "both 2 2"}, // the first row, wherever the letter is
	{Customers, NearName, "1||Pohjola", "2||Pohjola/3||Pohjola/4||Pohjole", "both 2 4"},                                             // equal ones are not near
	{Customers, NearName, "1||Äöljyä", "2||Öljyä", "both 2 2"},
	{Customers, NearName, "1||Muster e.K.", "2||Muster GmbH & Co. KG/3||Muster Oy Ab", "both 2 3"},
	{Customers, NearName, "1||Pohjola Osat", "2||Pohjola Osta", ""},           // two letters changed
	{Customers, NearName, "1||Halli 1 Oy/2||Abc", "3||Halli 2 Oy/4||Abd", ""}, // a digit; too short
	{Customers, NearName, "1||Pohjola", "1||pohjola", ""},                     // matched by code
	{Customers, NearName, "1||Oy", "2||Ab", ""},
	{Suppliers, NearName, "1||Muster GmbH", "2||Mustar GmbH", "both 2 2"},
	{Suppliers, NearName, "1||Muster GmbH/2||Muster GmbH", "3||Muster GmbH", ""}, // equal: ambiguous

	{Customers, OnlyLeft, "1||A/||B", "2||C", "left 2, left 3"},
	{Customers, OnlyLeft, "1||A", "1||B/2||C", ""},
	{Suppliers, OnlyLeft, "1||A/1||B", "1||C", "left 2, left 3"}, // ambiguous
	{Suppliers, OnlyLeft, "1|1967543-8|A", "2|1967543-8|B", ""},
	{Products, OnlyLeft, "b1|1967543-8|Bolt", "B1|1967543-8|Bolt", "left 2"},
	{Products, OnlyLeft, "B1||Bolt", "B1||Nut", ""},
	{Customers, OnlyRight, "1||A", "2||C/1||A", "right 2"},
	{Customers, OnlyRight, "1||A/2||B", "3||A", ""},
	{Suppliers, OnlyRight, "1||A", "||C", "right 2"},
	{Suppliers, OnlyRight, "1||A", "1||C", ""},
	{Products, OnlyRight, "B1||Bolt", "B2||Bolt/B1||Bolt", "right 2"},
	{Products, OnlyRight, "B1||Bolt/B2||Bolt", "B2||Bolt", ""},

	{Products, CodeCase, "b 1||Bolt", "B2||Nut/B1||Bolt/B\u00a01||Bolt", "both 2 3"},
	{Products, CodeCase, "B1||Bolt/b1||Bolt", "B1||Bolt", ""}, // the other one is matched
	{Products, CodeCase, "B-1||Bolt", "B1||Bolt", ""},
	{Products, CodeCase, "B1||Bolt/B1||Bolt", "B1||Bolt", ""}, // equal

	{Customers, IsBarred, "1||A!/2||B", "1||A!", "left 2, right 2"},
	{Customers, IsBarred, "1||A", "1||A", ""},
	{Suppliers, IsBarred, "1||A", "1||A!", "right 2"},
	{Suppliers, IsBarred, "1||A!", "1||A", "left 2"},
	{Suppliers, IsBarred, "1||A", "1||A", ""},
	{Products, IsBarred, "B1||Bolt!", "B1||Bolt", "left 2"},
	{Products, IsBarred, "B1||Bolt", "B1||Bolt", ""},
}

func cardsOf(rows string) []Card {
	var cards []Card
	for i, row := range strings.Split(rows, "/") {
		row, barred := strings.CutSuffix(row, "!")
		parts := strings.Split(row, "|")
		cards = append(cards, Card{Row: 2 + i, Code: parts[0], ID: parts[1], Name: parts[2], IsBarred: barred})
	}
	return cards
}

// tells writes what a rule found as the table does.
func tells(r *Report, rule Rule) string {
	var all []string
	for _, f := range r.Findings {
		if f.Rule != rule {
			continue
		}
		s := string(f.Side)
		for _, c := range []Card{f.Left, f.Right} {
			if c.Row > 0 {
				s += fmt.Sprint(" ", c.Row)
			}
		}
		if len(f.Other) > 0 {
			s += fmt.Sprintf(" (%s)", strings.Trim(fmt.Sprint(f.Other), "[]"))
		}
		if f.Tier != "" {
			s += " " + string(f.Tier)
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

func TestCraftedPairs(t *testing.T) {
	asked := map[string]bool{}
	for _, c := range crafted {
		fields := []Field{BusinessID, Name, Barred}
		left, right := FromCards("left", "", cardsOf(c.left), fields...), FromCards("right", "", cardsOf(c.right), fields...)
		p := Plan{Kind: c.kind, Left: Netvisor, Right: Rackbeat}
		fast, err := Compare(context.Background(), left, right, p, nil)
		if err != nil {
			t.Fatal(err)
		}
		for name, r := range map[string]*Report{"fast": fast, "reference": compareSlowly(left, right, p)} {
			if got := tells(r, c.rule); got != c.want {
				t.Errorf("%s %s %s\n %s\n %s:\n %s, want\n %s", name, c.kind, c.rule, c.left, c.right, got, c.want)
			}
			if n := r.Counts[c.rule]; c.want == "" && n != 0 || c.want != "" && n != strings.Count(c.want, ",")+1 {
				t.Errorf("%s %s: %d are counted", name, c.rule, n)
			}
		}
		asked[fmt.Sprint(c.kind, c.rule, c.want != "")] = true
	}
	for _, k := range Kinds() {
		for _, rule := range k.Rules() {
			if !asked[fmt.Sprint(k, rule, true)] || !asked[fmt.Sprint(k, rule, false)] {
				t.Errorf("%s: %s has no case that hits it, or none that does not", k, rule)
			}
		}
	}
}

// TestWithoutAColumn: what is not mapped is not missed, and matches nothing.
func TestWithoutAColumn(t *testing.T) {
	cards := []Card{{Row: 2, Code: "1"}, {Row: 3, Code: "2"}}
	for _, c := range []struct {
		fields []Field
		system System
		want   int
	}{
		{[]Field{BusinessID}, Netvisor, 2},
		{[]Field{Name}, Netvisor, 0},
		{[]Field{BusinessID}, Rackbeat, 0},
		{[]Field{BusinessID}, "other", 0},
	} {
		r, err := Compare(context.Background(), FromCards("a", "", cards, c.fields...), FromCards("b", "", cards), Plan{Kind: Suppliers, Left: c.system}, nil)
		if err != nil || r.Counts[IDMissing] != c.want || r.Counts[OtherName] != 0 || r.Matches.Code != 2 {
			t.Errorf("%v of %s: %v, %v", c.fields, c.system, r.Counts, err)
		}
	}
}
