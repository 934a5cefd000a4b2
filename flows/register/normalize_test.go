package register

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows"
)

// organisations is a list whose numbers are digits, as one of a procedure is.
func organisations() *List {
	field := func(id, label string, t flows.Type, rules ...flows.Rule) flows.Item {
		return flows.Item{ID: id, Kind: flows.KindField, Label: label, Rules: rules, Field: &flows.Field{Type: t, Required: true}}
	}
	return NewList(&flows.Item{ID: "organisations", Kind: flows.KindList, List: &flows.List{
		Unique:  []flows.Unique{{Column: "tecom_id"}},
		Columns: []flows.Item{field("tecom_id", "TecCom ID", flows.TypeCode, flows.Rule{Name: "digits", Level: flows.Warn}), field("name", "Name", flows.TypeText)},
	}})
}

// taken are the rows of a table as the list gets them, and what is said of them.
func taken(t *testing.T, l *List, text string) (rows, said string) {
	t.Helper()
	tab, err := ReadTable(t.Context(), source([]byte(text)), Options{}, l)
	if err != nil {
		t.Fatal(err)
	}
	all, err := tab.Rows(tab.Propose())
	if err != nil {
		t.Fatal(err)
	}
	var lines, issues []string
	for _, row := range all {
		var cells []string
		for _, f := range l.Fields {
			cells = append(cells, fmt.Sprint(row[f.ID]))
		}
		lines = append(lines, strings.ReplaceAll(strings.Join(cells, ";"), "<nil>", ""))
	}
	for _, i := range report(t, tab).Issues {
		if i.Code != IssueLeft && i.Code != IssueAnswer {
			issues = append(issues, fmt.Sprintf("%s %d %s", i.Code, i.Row, i.Level))
		}
	}
	return strings.Join(lines, "/"), strings.Join(issues, ", ")
}

// TestRowsAreSettledByColumns: what is written for a spreadsheet is read as what
// it stands for, with one note about its column; what is in doubt stays, and is
// said; what is no row of the list is left out.
func TestRowsAreSettledByColumns(t *testing.T) {
	for name, c := range map[string]struct{ rows, want, said string }{
		"as they are":              {"1002;A Oy/1003;B Oy", "1002;A Oy/1003;B Oy", ""},
		"formulas":                 {`="1002";="A Oy"/="0003";B Oy`, "1002;A Oy/0003;B Oy", "guarded 2 tell, guarded 2 tell"},
		"some formulas":            {`="1002";A Oy/1003;B Oy`, "1002;A Oy/1003;B Oy", "guarded 2 tell"},
		"another formula":          {"=A1+B2;A Oy/1003;B Oy", "=A1+B2;A Oy/1003;B Oy", "formula 2 warn"},
		"apostrophes":              {"'1002;A Oy/'1003;B Oy", "1002;A Oy/1003;B Oy", "guarded 2 tell"},
		"an apostrophe at one":     {"'1002;A Oy/1003;B Oy", "'1002;A Oy/1003;B Oy", "guarded 2 warn"},
		"within a formula":         {`="'1002";A Oy/="'1003";B Oy`, "1002;A Oy/1003;B Oy", "guarded 2 tell"},
		"floats":                   {"1002.0;A Oy/1003,0;B Oy", "1002;A Oy/1003;B Oy", "guarded 2 tell"},
		"thousands":                {"1 002;A Oy/12 003;B Oy", "1002;A Oy/12003;B Oy", "guarded 2 tell"},
		"thousands with points":    {"1.002;A Oy/12.003;B Oy", "1002;A Oy/12003;B Oy", "guarded 2 tell"},
		"some thousands":           {"1.002;A Oy/12003;B Oy", "1.002;A Oy/12003;B Oy", "guarded 2 warn"},
		"what groups nothing":      {"1.02;A Oy/1.003;B Oy", "1.02;A Oy/1.003;B Oy", ""},
		"names with an apostrophe": {"1002;'t Hooft BV/1003;B Oy", "1002;'t Hooft BV/1003;B Oy", ""},
		"all names with one":       {"1002;'A Oy/1003;'B Oy", "1002;A Oy/1003;B Oy", "guarded 2 tell"},
		"error values":             {"#N/A;A Oy/1003;#PUUTTUU!", ";A Oy/1003;", "error_value 2 warn, error_value 3 warn"},
		"many of them, one note":   {"1;#N/A/2;#REF!/3;#WERT!", "1;/2;/3;", "error_value 2 warn"},
		"unread signs":             {"1002;Sat\ufffdma/1003;P\ufffdhjola", "1002;Sat\ufffdma/1003;P\ufffdhjola", "unread 2 warn"},
		"blank for the list":       {"1002;A Oy/;;FI/1003;B Oy", "1002;A Oy/1003;B Oy", "blank 3 tell"},
		"a total at the end":       {"1002;A Oy/1003;B Oy/Yhteensä;2 kpl", "1002;A Oy/1003;B Oy", "total 4 tell"},
		"a total among the names":  {"1002;A Oy/;Total/1003;B Oy", "1002;A Oy/;Total/1003;B Oy", ""},
		"a total of the names":     {"1002;A Oy/1003;B Oy/;Total", "1002;A Oy/1003;B Oy", "total 4 warn"},
		"how many there are":       {"1002;A Oy/1003;B Oy/2;Summe", "1002;A Oy/1003;B Oy", "total 4 tell"},
		"like a number":            {"1002;A Oy/1003;B Oy/0002;Summe", "1002;A Oy/1003;B Oy", "total 4 warn"},
		"a company called so":      {"1002;A Oy/1003;Total Energies SE", "1002;A Oy/1003;Total Energies SE", ""},
		"pages":                    {"1002;A Oy/Sivu 1 (2)/1003;B Oy/Sivu 2 (2);", "1002;A Oy/1003;B Oy", "total 3 tell"},
		"lines":                    {"----;----/1002;A Oy/====;", "1002;A Oy", "total 2 tell"},
		"the header again":         {"1002;A Oy/TecCom ID;Name/\ufeffTecCom ID;Name/1003;B Oy", "1002;A Oy/1003;B Oy", "second_header 3 tell, second_header 4 tell"},
	} {
		rows, said := taken(t, organisations(), "TecCom ID;Name\n"+strings.ReplaceAll(strings.ReplaceAll(c.rows, "N/A", "NV"), "/", "\n")+"\n")
		if rows != c.want || said != c.said {
			t.Errorf("%s: %q, said %s\nwant %q, said %s", name, rows, said, c.want, c.said)
		}
	}
}

// TestCodesThatMayBeCalledSo are taken as they are written where nothing says that
// they are digits, and it is said.
func TestCodesThatMayBeCalledSo(t *testing.T) {
	for name, c := range map[string]struct{ rows, want, said string }{
		"floats":             {"1002.0;A;/1003.0;B;", "1002.0;A/1003.0;B", "guarded 2 warn"},
		"floats among words": {"AB-1;A;/1003.0;B;", "AB-1;A/1003.0;B", "guarded 3 warn"},
		"thousands":          {"1.002;A;/12.003;B;", "1.002;A/12.003;B", "guarded 2 warn"},
		"versions":           {"1.0;A;/1.1;B;", "1.0;A/1.1;B", ""},
		"apostrophes":        {"'AB-1;A;/'1003;B;", "AB-1;A/1003;B", "guarded 2 tell"},
		"formulas":           {`="AB-1";A;/="1003";B;`, "AB-1;A/1003;B", "guarded 2 tell"},
		"a float as a price": {"AB-1;A;1002.0/CD-1;B;1.5", "AB-1;A;1002.0/CD-1;B;1.5", ""},
		"a total":            {"BOLT;A;/NUT;B;/TOTAL;;2", "BOLT;A/NUT;B", "total 4 warn"},
		"one called total":   {"BOLT;A;/TOTAL;;/NUT;B;", "BOLT;A/TOTAL/NUT;B", ""},
	} {
		rows, said := taken(t, catalogue(), "SKU;Product;Price\n"+strings.ReplaceAll(c.rows, "/", "\n")+"\n")
		for strings.Contains(rows, ";/") {
			rows = strings.ReplaceAll(rows, ";/", "/")
		}
		if rows = strings.TrimRight(rows, ";"); rows != c.want || said != c.said {
			t.Errorf("%s: %q, said %s\nwant %q, said %s", name, rows, said, c.want, c.said)
		}
	}
	if rows, said := taken(t, NewList(&flows.Item{Kind: flows.KindList, List: &flows.List{Columns: []flows.Item{
		{ID: "name", Label: "Name", Kind: flows.KindField, Field: &flows.Field{Type: flows.TypeText}},
	}}}), "Name\nSatama\nSumma\nPohjola\nTotal\n"); rows != "Satama/Summa/Pohjola/Total" || said != "total 5 warn" {
		t.Errorf("a list of names: %s, said %s", rows, said)
	}
}
