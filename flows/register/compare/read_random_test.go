package compare

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/words"
)

// isSound holds that a file is read with its rows in order and its cells trimmed,
// or refused with a reason for a person; it reports whether it was read.
func isSound(t *testing.T, k Kind, text string, o Options) bool {
	t.Helper()
	r, err := reads(t, k, text, o)
	var refusal *flows.Refusal
	switch {
	case err != nil && (!errors.As(err, &refusal) || !words.Has(refusal.Message.Code)):
		t.Fatalf("%q: %v", text, err)
	case err != nil:
		return false
	case !slices.IsSortedFunc(r.spans, func(a, b span) int { return int(a.row) - int(b.row) }):
		t.Fatalf("%q: rows are not in order", text)
	}
	for i := range r.Len() {
		c := r.Card(i)
		if c.Row < 1 || c.Row > 1+strings.Count(text, "\n")+strings.Count(text, "\r") || c.Code != trim(c.Code) || c.ID != trim(c.ID) || c.Name != trim(c.Name) {
			t.Fatalf("%q: row %d: %+v", text, i, c)
		}
	}
	for _, n := range r.Notes {
		if say(n.Message) == "" {
			t.Fatalf("%q: nothing is said of %+v", text, n)
		}
	}
	return true
}

// TestReadOfLongAndOddFiles counts the rows of a file, and what is said of it.
func TestReadOfLongAndOddFiles(t *testing.T) {
	for name, c := range map[string]struct {
		text        string
		rows, notes int
	}{
		"all that is odd": {"Asiakasluettelo\n\nAsiakaskoodi;Osoite;Nimi;Y-tunnus;Aktiivinen\nnumber;street;name;vat_number;active\n" +
			"1;Katu 1;Ö\u00a0;0112038-9;1\n\n2;\"Katu; 2\";\"A \"\"B\"\"\";;0\n;;;;\nAsiakaskoodi;Osoite;Nimi;Y-tunnus;Aktiivinen\n3\n4;a;b;c;1;surplus\n5;x\"y;z;;1\n1E+05;;;;;;\n", 6, 8},
		"several pieces":  {many(60_000), 60_000, 0},
		"late in Windows": {strings.ReplaceAll(many(60_000), "Ö", "O") + "x;\xd6ljy\n", 60_001, 1},
	} {
		r, err := reads(t, Customers, c.text, Options{})
		if err != nil || r.Len() != c.rows || len(r.Notes) != c.notes {
			t.Fatalf("%s: %v, %+v", name, err, r)
		}
		if last := r.Card(c.rows - 1); name == "late in Windows" && (last.Name != "Öljy" || last.Row != 60_002) {
			t.Errorf("%s: %+v", name, last)
		}
	}
}

// TestReadOfRandomFiles reads what nobody thought of.
func TestReadOfRandomFiles(t *testing.T) {
	parts := []string{
		"a", "1", "007", "1E+05", "number", "name", "Öl", "\xd6", " ", "\u00a0", "\"", "\"\"", ";", ";", ";", ";", "\n", "\n", "\r\n", "\r",
		"\"x;y\"", "\"x\r\ny\";", "1;B;true\n", "2;C\n", ";;\n", "number;name;is_barred\n", "\"number\";\"name\"\n",
		"\n=\"1\";", "\n'1;", "1.002", "1 002", "\n7.0;", "\nYhteensä;2\n", "\n;Summe\n", "\nSivu 1;\n", "#N/A", "\n;#REF!", "Ã¶", "\x94", "b\x94b", "\ufffd", "\n\ufeff", "\ufeffnumber;name;is_barred\n", "----;---\n", ";;0\n",
	}
	r := rand.New(rand.NewPCG(5, 6))
	read := 0
	for range 4_000 {
		text := strings.Repeat("\ufeff", r.IntN(2)) + strings.Repeat("Title\n", r.IntN(2)) + "number;name;is_barred\n"
		for range r.IntN(50) {
			text += parts[r.IntN(len(parts))]
		}
		o := Options{Options: register.Options{Delimiter: ';', Encoding: []string{"", register.UTF8, register.Windows}[r.IntN(3)]}}
		if isSound(t, Kinds()[r.IntN(3)], text, o) {
			read++
		}
	}
	if read < 1_500 {
		t.Errorf("only %d files were read", read)
	}
}

// FuzzRead does so for whatever a file has.
func FuzzRead(f *testing.F) {
	f.Add("number;name\n1;B\n", 0, 0)
	f.Add("number;name\n=\"1\";='B\n'2;#N/A\n1.003;M\x94bel\nSumme;2\n", 1, 0)
	f.Add("Title\n\"Tuotekoodi\";\"Nimeke\"\r\n\"a\r\nb\";\"\"\"\"\r\n", 2, 2)
	f.Add("sep=,\ncode,name,is_barred\n0001,\xc4,true\n02,,\n", 1, 0)
	f.Fuzz(func(t *testing.T, text string, kind, header int) {
		isSound(t, Kinds()[uint(kind)%3], text, Options{Header: max(header, 0)})
	})
}
