package compare

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/words"
)

// sameRead holds that a file that is scanned gives what one gives that is read
// row by row; it reports whether it was scanned.
func sameRead(t *testing.T, k Kind, text string, o Options) (fast *Register, ok bool) {
	t.Helper()
	src := register.Source{Name: "r.csv", R: strings.NewReader(text), Size: int64(len(text))}
	l, err := understand(t.Context(), src, k, o)
	if err != nil || l.kind != "csv" {
		return nil, false
	}
	fast, err = scan(t.Context(), src, l, o)
	if errors.Is(err, register.ErrIrregular) {
		return nil, false
	}
	slow, slowErr := stream(t.Context(), src, l, o)
	if err != nil || slowErr != nil {
		t.Fatalf("%q: %v, %v", text, err, slowErr)
	}
	if fmt.Sprint(fast.Info) != fmt.Sprint(slow.Info) || fmt.Sprint(fast.Notes) != fmt.Sprint(slow.Notes) || fast.Len() != slow.Len() {
		t.Fatalf("%.500q: %d and %d rows\n%+v\n%+v\n%+v\n%+v", text, fast.Len(), slow.Len(), fast.Info, slow.Info, fast.Notes, slow.Notes)
	}
	for i := range fast.Len() {
		if fast.Card(i) != slow.Card(i) {
			t.Fatalf("%.500q: row %d: %+v and %+v", text, i, fast.Card(i), slow.Card(i))
		}
	}
	return fast, true
}

// TestReadFastAndSlow: the two ways of reading give the same.
func TestReadFastAndSlow(t *testing.T) {
	for name, c := range map[string]struct {
		text        string
		rows, notes int
	}{
		"all that is odd": {"Asiakasluettelo\n\nAsiakaskoodi;Osoite;Nimi;Y-tunnus;Aktiivinen\nnumber;street;name;vat_number;active\n" +
			"1;Katu 1;Ö\u00a0;0112038-9;1\n\n2;\"Katu; 2\";\"A \"\"B\"\"\";;0\n;;;;\nAsiakaskoodi;Osoite;Nimi;Y-tunnus;Aktiivinen\n3\n4;a;b;c;1;surplus\n5;x\"y;z;;1\n1E+05;;;;;;\n", 6, 8},
		"several pieces":  {many(60_000), 60_000, 0},
		"late in Windows": {strings.ReplaceAll(many(60_000), "Ö", "O") + "x;\xd6ljy\n", 60_001, 1},
	} {
		fast, ok := sameRead(t, Customers, c.text, Options{})
		if !ok {
			t.Errorf("%s: it is not scanned", name)
		} else if fast.Len() != c.rows || len(fast.Notes) != c.notes {
			t.Errorf("%s: %d rows, %+v", name, fast.Len(), fast.Notes)
		}
	}
}

// TestReadFastAndSlowOfRandomFiles does so for what nobody thought of.
func TestReadFastAndSlowOfRandomFiles(t *testing.T) {
	parts := []string{
		"a", "1", "007", "1E+05", "number", "name", "Öl", "\xd6", " ", "\u00a0", "\"", "\"\"", ";", ";", ";", ";", "\n", "\n", "\r\n", "\r",
		"\"x;y\"", "\"x\r\ny\";", "1;B;true\n", "2;C\n", ";;\n", "number;name;is_barred\n", "\"number\";\"name\"\n",
		"\n=\"1\";", "\n'1;", "1.002", "1 002", "\n7.0;", "\nYhteensä;2\n", "\n;Summe\n", "\nSivu 1;\n", "#N/A", "\n;#REF!", "Ã¶", "\x94", "b\x94b", "\ufffd", "\n\ufeff", "\ufeffnumber;name;is_barred\n", "----;---\n", ";;0\n",
	}
	r := rand.New(rand.NewPCG(5, 6))
	scanned := 0
	for range 4_000 {
		text := strings.Repeat("\ufeff", r.IntN(2)) + strings.Repeat("Title\n", r.IntN(2)) + "number;name;is_barred\n"
		for range r.IntN(50) {
			text += parts[r.IntN(len(parts))]
		}
		o := Options{Options: register.Options{Delimiter: ';', Encoding: []string{"", register.UTF8, register.Windows}[r.IntN(3)]}}
		if _, ok := sameRead(t, Kinds()[r.IntN(3)], text, o); ok {
			scanned++
		}
	}
	if scanned < 1_500 {
		t.Errorf("only %d files were scanned", scanned)
	}
}

// FuzzRead: whatever a file has, the two ways of reading give the same, and what
// is refused is refused with a reason for a person.
func FuzzRead(f *testing.F) {
	f.Add("number;name\n1;B\n", 0, 0)
	f.Add("number;name\n=\"1\";='B\n'2;#N/A\n1.003;M\x94bel\nSumme;2\n", 1, 0)
	f.Add("Title\n\"Tuotekoodi\";\"Nimeke\"\r\n\"a\r\nb\";\"\"\"\"\r\n", 2, 2)
	f.Add("sep=,\ncode,name,is_barred\n0001,\xc4,true\n02,,\n", 1, 0)
	f.Fuzz(func(t *testing.T, text string, kind, header int) {
		k, o := Kinds()[uint(kind)%3], Options{Header: max(header, 0)}
		fast, scanned := sameRead(t, k, text, o)
		r, err := reads(t, k, text, o)
		var refusal *flows.Refusal
		if err != nil && (!errors.As(err, &refusal) || !words.Has(refusal.Message.Code)) || scanned && (err != nil || r.Len() != fast.Len()) {
			t.Fatalf("%q: %v", text, err)
		}
		if err == nil && !slices.IsSortedFunc(r.spans, func(a, b span) int { return int(a.row) - int(b.row) }) {
			t.Fatalf("%q: rows are not in order", text)
		}
	})
}
