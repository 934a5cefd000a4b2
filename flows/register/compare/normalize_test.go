package compare

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows"
)

// fileOf is a register of a file, its rows separated by /. Both ways of reading give
// the same.
func fileOf(t *testing.T, k Kind, header, rows string) *Register {
	t.Helper()
	text := header + "\n" + strings.ReplaceAll(strings.ReplaceAll(rows, "N/A", "NV"), "/", "\n") + "\n"
	r, err := reads(t, k, text, Options{})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return r
}

// TestGuards: codes that are written for a spreadsheet, or by one, are those that
// they stand for, with one note; where that is in doubt the other register says,
// and codes that are so stay. No card is told to be made or to be renamed.
func TestGuards(t *testing.T) {
	for name, c := range map[string]struct {
		kind        Kind
		left, right string // codes; the names are the same
		codes       string // of the left
		notes       string
		found       string
	}{
		"formulas":                             {Customers, `="1002"/="1003"/="0007"`, "1002/1003/7", "1002/1003/0007", "guarded 2", "code-leading-zero 1, merge-by-name 1"},
		"formulas, in quotes":                  {Products, `"=""1002"""/"=""AB-1"""`, "1002/AB-1", "1002/AB-1", "guarded 2", ""},
		"some formulas":                        {Products, `="1002"/AB-1`, "1002/AB-1", "1002/AB-1", "guarded 2", ""},
		"formulas of digits":                   {Customers, "=1002/=1003", "1002/1003", "1002/1003", "guarded 2", ""},
		"another formula":                      {Products, "=A1+B2/AB-1", "=A1+B2/AB-1", "=A1+B2/AB-1", "", ""},
		"apostrophes at all":                   {Products, "'AB-1/'1002", "AB-1/1002", "AB-1/1002", "guarded 2", ""},
		"apostrophes at both ends":             {Customers, "'1001'/'1002'", "1001/1002", "1001/1002", "guarded 2", ""},
		"typeset apostrophes":                  {Customers, "\u20191001/\u20191002", "1001/1002", "1001/1002", "guarded 2", ""},
		"apostrophes at numbers":               {Products, "AB-1/'1002/'1003", "AB-1/1002/1003", "AB-1/1002/1003", "guarded 3", ""},
		"an apostrophe at one":                 {Customers, "1001/'1002/1003", "1001/1002/1003", "1001/'1002/1003", "guarded 3", ""},
		"an apostrophe at one, in both":        {Products, "1001/'A2/A3", "1001/'A2/A3", "1001/'A2/A3", "guarded 3", ""},
		"an apostrophe that none has":          {Customers, "1001/'1002", "1001/1009", "1001/'1002", "guarded 3", "code-spoilt 1"},
		"an apostrophe inside":                 {Products, "O'A/O'B", "O'A/O'B", "O'A/O'B", "", ""},
		"within a formula":                     {Customers, `="'1002"/="'1003"`, "1002/1003", "1002/1003", "guarded 2", ""},
		"floats of customers":                  {Customers, "1002.0/1003.0", "1002/1003", "1002/1003", "guarded 2", ""},
		"floats with two zeros":                {Suppliers, "1002,00/17,00", "1002/17", "1002/17", "guarded 2", ""},
		"floats of products":                   {Products, "AB-1/1002.0", "AB-1/1002", "AB-1/1002.0", "guarded 3", ""},
		"products that are called so":          {Products, "10.0/12.0", "10.0/12.0", "10.0/12.0", "guarded 2", ""},
		"products of which the other has none": {Products, "10.0/12.0", "A/B", "10.0/12.0", "guarded 2", "only-left 2, only-right 2"},
		"versions":                             {Products, "1.0/1.1/2.0", "1.0/1.1/2.0", "1.0/1.1/2.0", "", ""},
		"a code with a point":                  {Products, "AB-1.0/CD 2.0", "AB-1.0/CD 2.0", "AB-1.0/CD 2.0", "", ""},
		"some floats of customers":             {Customers, "1002/1003.0", "1002/1003", "1002/1003.0", "guarded 3", ""},
		"a float that is another, too":         {Customers, "1003/1003.0", "1003/1004", "1003/1003.0", "guarded 3", "code-spoilt 1"},
		"thousands":                            {Customers, "1 002/12 003/7", "1002/12003/7", "1002/12003/7", "guarded 2", ""},
		"thousands with narrow blanks":         {Customers, "1\u202f002/12\u202f003", "1002/12003", "1002/12003", "guarded 2", ""},
		"thousands with points":                {Customers, "1.002/12.003/999", "1002/12003/999", "1002/12003/999", "guarded 2", ""},
		"thousands with commas and cents":      {Suppliers, "\"1,002.00\"/\"12,003.00\"", "1002/12003", "1002/12003", "guarded 2", ""},
		"some thousands":                       {Customers, "1.002/1003", "1002/1003", "1.002/1003", "guarded 2", ""},
		"a long one among thousands, in none":  {Customers, "1.002/1003", "1009/1003", "1.002/1003", "guarded 2", "code-spoilt 1"},
		"article numbers with points":          {Products, "1.002/2.001", "1.002/2.001", "1.002/2.001", "guarded 2", ""},
		"articles as thousands":                {Products, "AB-1/1.002/1.003", "AB-1/1002/1003", "AB-1/1.002/1.003", "guarded 3", ""},
		"points that group nothing":            {Products, "1.02/1.003", "1.02/1.003", "1.02/1.003", "", ""},
		"groups that begin with 0":             {Products, "001.002/001.003", "001.002/001.003", "001.002/001.003", "", ""},
		"codes as they are":                    {Customers, "1002/1003/17", "1002/1003/17", "1002/1003/17", "", ""},
	} {
		rows := func(codes string) string {
			all := strings.Split(codes, "/")
			for i := range all {
				all[i] += ";Name " + string(rune('A'+i))
			}
			return strings.Join(all, "/")
		}
		header := map[Kind]string{Customers: "Asiakaskoodi", Suppliers: "Toimittajakoodi", Products: "Tuotekoodi"}[c.kind] + ";Nimi"
		left, right := fileOf(t, c.kind, header, rows(c.left)), fileOf(t, c.kind, header, rows(c.right))
		var codes []string
		for i := range left.Len() {
			codes = append(codes, left.Card(i).Code)
		}
		if got := strings.Join(codes, "/"); got != c.codes {
			t.Errorf("%s: codes %s, want %s", name, got, c.codes)
		}
		if got := noteLine(t, left); got != c.notes {
			t.Errorf("%s: notes %s, want %s", name, got, c.notes)
		}
		if got := foundLine(t, c.kind, left, right); got != c.found {
			t.Errorf("%s: found %s, want %s", name, got, c.found)
		}
	}
}

// TestGuardsOfOtherColumns: whoever guards codes may guard all, the header too.
func TestGuardsOfOtherColumns(t *testing.T) {
	for name, c := range map[string]struct{ rows, want, notes string }{
		"all formulas":       {`="1";="Pohjola Oy";="FI01120389";="0"/="2";="Satama ""S"" Oy";="";="1"`, "1|FI01120389|Pohjola Oy false\n2||Satama \"S\" Oy true", "guarded 2"},
		"names alone":        {`1;="Pohjola Oy";;0`, "1||Pohjola Oy false", "guarded 2"},
		"all quoted":         {"'1;'Pohjola Oy;'0112038-9;0/'2;'Satama Oy;'1366959-8;0", "1|0112038-9|Pohjola Oy false\n2|1366959-8|Satama Oy false", "guarded 2"},
		"a name of a letter": {"1;'t Hooft BV;;0/2;Satama Oy;;0", "1||'t Hooft BV false\n2||Satama Oy false", ""},
		"the only name":      {"1;'t Hooft BV;;0", "1||'t Hooft BV false", ""},
		"a formula as name":  {"1;=B2;;0", "1||=B2 false", ""},
		"nothing of that":    {"1;Pohjola Oy;0112038-9;1", "1|0112038-9|Pohjola Oy true", ""},
		"a name in quotes":   {`1;"""Pohjola"" Oy";;0`, "1||\"Pohjola\" Oy false", ""},
	} {
		for _, header := range []string{"Asiakaskoodi;Nimi;Y-tunnus;is_barred", `="Asiakaskoodi";="Nimi";="Y-tunnus";="is_barred"`, "'Asiakaskoodi;'Nimi;'Y-tunnus;'is_barred"} {
			r := fileOf(t, Customers, header, c.rows)
			lines := strings.Split(cardLines(r), "\n")
			for i := range lines {
				lines[i] += fmt.Sprint(" ", r.Card(i).IsBarred)
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
			if got := noteLine(t, r); got != c.notes {
				t.Errorf("%s: notes %s, want %s", name, got, c.notes)
			}
		}
	}
}

// TestRowsThatAreNone are left out, and told; what only looks like one stays.
func TestRowsThatAreNone(t *testing.T) {
	for name, c := range map[string]struct {
		kind  Kind
		text  string
		codes string
		left  string // the rows that are left out
	}{
		"a total at the end":              {Customers, "1;A/2;B/Yhteensä;2 kpl", "1 2", "4"},
		"a total with nothing beside":     {Customers, "1;A/2;B/Summe", "1 2", "4"},
		"a total among the names":         {Customers, "1;A/2;B/;Grand total", "1 2", "4"},
		"a total of products":             {Products, "A1;Bolt/A2;Nut/Total;2", "A1 A2", "4"},
		"a count in the codes":            {Customers, "101;A/102;B/2;Yhteensä", "101 102", "4"},
		"a card that is called so":        {Customers, "101;A/102;B/5;Total", "101 102 5", ""},
		"a card of a company":             {Customers, "1;A/TOTAL;Total Energies SE", "1 TOTAL", ""},
		"a product that is called so":     {Products, "BOLT;Bolt/TOTAL;Total 5W-30/NUT;Nut", "BOLT TOTAL NUT", ""},
		"a product without a name":        {Products, "BOLT;Bolt/TOTAL;/NUT;Nut", "BOLT TOTAL NUT", ""},
		"subtotals":                       {Customers, "1;A/Zwischensumme;1/2;B/Zwischensumme;1/Summe;2", "1 2", "3, 5, 6"},
		"pages":                           {Customers, "1;A/Sivu 1 (3)/2;B/Sivu 2 (3);", "1 2", "3, 5"},
		"pages of products":               {Products, "A1;Bolt/Page 1 of 2;/A2;Nut/Page 2 of 2", "A1 A2", "3, 5"},
		"drawn lines":                     {Customers, "----;------/1;A/====;", "1", "2, 4"},
		"a line under SQL":                {Products, "----;----/A;Bolt/(1 rows affected)", "A", "2, 4"},
		"printed on":                      {Customers, "1;A/Tulostettu 20.11.2026 12:05", "1", "3"},
		"two feet and a total":            {Customers, "1;A/Yhteensä;1/;/Sivu 1/Tulostettu 20.11.2026", "1", "3, 5, 6"},
		"words that are a code":           {Products, "SUMMA;Bolt/SIVU;Nut", "SUMMA SIVU", ""},
		"a code that is no number":        {Customers, "1;A/XY;B", "1 XY", ""},
		"a card without a name":           {Customers, "1;A/2;", "1 2", ""},
		"a card without a code":           {Customers, "1;A/;Summa Oy", "1 ", ""},
		"a card of all":                   {Customers, "1;A/2;Yhteensä/3;C", "1 2 3", ""},
		"a product in the middle of sums": {Products, "A1;Bolt/Summe: 2;/A2;Nut", "A1 A2", "3"},
	} {
		header := map[Kind]string{Customers: "Asiakaskoodi;Nimi", Products: "Tuotekoodi;Nimi"}[c.kind]
		r := fileOf(t, c.kind, header, c.text)
		var codes []string
		for i := range r.Len() {
			codes = append(codes, r.Card(i).Code)
		}
		left := ""
		for _, n := range r.Notes {
			if n.Code == "total" {
				_, left, _ = strings.Cut(strings.TrimSuffix(say(n.Message), "."), ": row")
				left = strings.TrimSpace(strings.TrimPrefix(left, "s"))
			}
		}
		if got := strings.Join(codes, " "); got != c.codes || left != c.left {
			t.Errorf("%s: %s, left out %s; want %s, %s", name, got, left, c.codes, c.left)
		}
	}
}

// TestBlankCards are left out where names are known; without them a row that has
// something is a card without a code.
func TestBlankCards(t *testing.T) {
	for name, c := range map[string]struct{ header, rows, want, notes string }{
		"a default alone":          {"Asiakaskoodi;Nimi;Maa;Saldo", "1;A;FI;0/;;FI;0,00/2;B;FI;1", "1||A\n2||B", "blank 3"},
		"at the end":               {"Asiakaskoodi;Nimi;Maa", "1;A;FI/;;FI/;;FI", "1||A", "blank 3"},
		"a business id":            {"Asiakaskoodi;Nimi;Y-tunnus", "1;A;/;;0112038-9", "1||A\n|0112038-9|", ""},
		"a name":                   {"Asiakaskoodi;Nimi;Maa", "1;A;FI/;B;FI", "1||A\n||B", ""},
		"no column of names":       {"Asiakaskoodi;Osoite;Maa", "1;A;FI/;B;FI", "1||\n||", ""},
		"empty rows say nothing":   {"Asiakaskoodi;Nimi;Maa", "1;A;FI/;;/\u00a0;;/2;B;", "1||A\n2||B", ""},
		"a mark alone":             {"Asiakaskoodi;Nimi;Maa", "1;A;FI/\ufeff/\ufeff2;B;", "1||A\n2||B", ""},
		"the title of every page":  {"Asiakasluettelo, sivu 1;;\nAsiakaskoodi;Nimi;Maa", "1;A;FI/Asiakasluettelo, sivu 2;;/Asiakaskoodi;Nimi;Maa/2;B;FI", "1||A\n2||B", "title 1, second_header 5, total 4"},
		"a name like the title":    {"Pohjola Oy;;\nAsiakaskoodi;Nimi;Maa", "1;A;FI/2;Pohjola Oy;FI", "1||A\n2||Pohjola Oy", "title 1"},
		"the header, with blanks":  {"Asiakaskoodi;Nimi;Maa", "1;A;FI/\ufeffAsiakaskoodi ; Nimi;Maa;;/2;B;FI", "1||A\n2||B", "second_header 3"},
		"another header stays one": {"Asiakaskoodi;Nimi;Maa", "1;A;FI/Asiakaskoodi;Nimi;FI", "1||A\nAsiakaskoodi||Nimi", ""},
	} {
		r := fileOf(t, Customers, c.header, c.rows)
		if got := cardLines(r); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if got := noteLine(t, r); got != c.notes {
			t.Errorf("%s: notes %s, want %s", name, got, c.notes)
		}
	}
}

// TestUnreadValues are no key, no name and no match, and are told once a column.
func TestUnreadValues(t *testing.T) {
	for name, c := range map[string]struct {
		kind        Kind
		left, right string
		notes       string
		found       string
	}{
		"a code":                      {Customers, "#N/A;A;/2;B;", "1;A;/2;B;", "error_value 2", "code-spoilt 1"},
		"a code of a product":         {Products, "#PUUTTUU!;A;/B2;B;", "A1;A;/B2;B;", "error_value 2", "code-spoilt 1"},
		"products of no name":         {Products, "#NV;;/B2;B;", "A1;A;/B2;B;", "error_value 2", "code-spoilt 1, only-right 1"},
		"names":                       {Customers, "1;#WERT!;/2;#REF!;", "1;A;/2;B;", "error_value 2", ""},
		"business ids":                {Suppliers, "1;A;#N/A", "1;A;0112038-9", "error_value 2", ""},
		"a sign that was not read":    {Customers, "1;M\ufffdbel;/2;B;", "1;Möbel;/2;B;", "unread 2", ""},
		"a sign in a code":            {Products, "\xc3\x84\ufffd1;A;", "ÄÖ1;A;", "unread 2", "code-spoilt 1"},
		"a long number of products":   {Products, "1,2E+11;A;", "120000000000;A;", "spoilt 2", "code-spoilt 1"},
		"a product that is called so": {Products, "1E-2;A;", "1E-2;A;", "", ""},
		"narrow columns":              {Customers, "####;A;/2;B;", "1;A;/2;B;", "error_value 2", "code-spoilt 1"},
		"twice":                       {Customers, "#N/A;A;/#N/A;#N/A;", "1;A;/2;B;", "error_value 2, error_value 3", "code-spoilt 2, only-right 1"},
		"on both sides":               {Customers, "#N/A;A;", "#N/A;A;", "error_value 2", "code-spoilt 2"},
		"nothing of that":             {Customers, "1;#1 Oy;", "1;#1 Oy;", "", ""},
	} {
		header := map[Kind]string{Customers: "Asiakaskoodi;Nimi;Y-tunnus", Suppliers: "Toimittajakoodi;Nimi;Y-tunnus", Products: "Tuotekoodi;Nimi;x"}[c.kind]
		left, right := fileOf(t, c.kind, header, c.left), fileOf(t, c.kind, header, c.right)
		if got := noteLine(t, left); got != c.notes {
			t.Errorf("%s: notes %s, want %s", name, got, c.notes)
		}
		if got := foundLine(t, c.kind, left, right); got != c.found {
			t.Errorf("%s: found %s, want %s", name, got, c.found)
		}
		for _, n := range left.Notes {
			if n.Level != flows.Warn {
				t.Errorf("%s: %+v is no warning", name, n)
			}
		}
	}
}
