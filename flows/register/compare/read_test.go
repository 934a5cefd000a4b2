package compare

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows/register"
)

func reads(t *testing.T, k Kind, text string, o Options) (*Register, error) {
	t.Helper()
	return Read(t.Context(), register.Source{Name: "register.csv", R: bytes.NewReader([]byte(text)), Size: int64(len(text))}, k, o)
}

// TestRead reads registers in the dialects in which they come.
func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		kind Kind
		text string
		o    Options
		want []string // row code|id|name|barred
	}{
		"netvisor":                      {Customers, "Asiakaskoodi;Nimi;Y-tunnus;Aktiivinen\r\n1001;Pohjola Osat Oy;0112038-9;1\r\n1002;\"Satama; Oy\";;0\r\n", Options{}, []string{"2 1001|0112038-9|Pohjola Osat Oy|false", "3 1002||Satama; Oy|true"}},
		"rackbeat":                      {Customers, "\ufeffnumber,name,vat_number,is_barred\n7,\"A\nB\",FI01120389,true\n\n8,C,,false\n", Options{}, []string{"2 7|FI01120389|A\nB|true", "5 8||C|false"}},
		"suppliers":                     {Suppliers, "number\tcompany_name\tcompany_vat\n\u00a0501 \tTukku Oy\t\n", Options{}, []string{"2 501||Tukku Oy|false"}},
		"products":                      {Products, "Tuotekoodi|Nimeke\nA-1|Jarrulevy\n", Options{}, []string{"2 A-1||Jarrulevy|false"}},
		"named, and described before":   {Products, "number;description;name\nA-1;of steel;Jarrulevy\n", Options{}, []string{"2 A-1||Jarrulevy|false"}},
		"described alone":               {Products, "number;Kuvaus;price\nA-1;Jarrulevy;1\n", Options{}, []string{"2 A-1||Jarrulevy|false"}},
		"a title, and the header twice": {Products, "Tuotteet\n\nnumber;name\nA;B\nnumber;name\nC;D\n", Options{}, []string{"4 A||B|false", "6 C||D|false"}},
		"chosen":                        {Customers, "x;y;Nimi\n1;2;C\n", Options{Map: map[Field]string{Code: "y", Name: "1"}}, []string{"2 2||1|false"}},
		"taken from another":            {Customers, "number;name\n1;B\n", Options{Map: map[Field]string{Code: "name"}}, []string{"2 B|||false"}},
		"ragged":                        {Customers, "number;name\n1\n2;B;C\n", Options{}, []string{"2 1|||false", "3 2||B|false"}},
	} {
		r, err := reads(t, c.kind, c.text, c.o)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for i := range r.Len() {
			d := r.Card(i)
			got = append(got, fmt.Sprintf("%d %s|%s|%s|%v", d.Row, d.Code, d.ID, d.Name, d.IsBarred))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestReadRefuses names what cannot be compared, and where it is wrong.
func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		kind Kind
		text string
		o    Options
		code register.FaultCode
		says string
	}{
		"no codes":         {Customers, "Nimi;Osoite\nA;B\n", Options{}, register.FaultColumn, "No column holds the codes of the customers"},
		"another register": {Customers, "Tuotekoodi;Nimeke\n1;B\n", Options{}, FaultRegister, "a register of products, not of customers"},
		"no such column":   {Customers, "number;name\n1;B\n", Options{Map: map[Field]string{Code: "Koodi"}}, register.FaultColumn, `no column "Koodi"; it has number, name`},
		"no such field":    {Products, "number;name\n1;B\n", Options{Map: map[Field]string{BusinessID: "name"}}, register.FaultColumn, "no field"},
		"a column twice":   {Customers, "number;name\n1;B\n", Options{Map: map[Field]string{Code: "name", Name: "2"}}, register.FaultTwice, "code and name cannot both be filled"},
		"an open quote":    {Customers, "number;name\n1;\"B\n", Options{}, register.FaultQuote, "row 2, column 2"},
		"blank lines":      {Customers, "\n\n", Options{}, register.FaultEmpty, "nothing in the file"},
	} {
		_, err := reads(t, c.kind, c.text, c.o)
		var f *register.Fault
		if !errors.As(err, &f) || f.Code != c.code || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReadFastAndSlow holds that a file that is scanned gives what one gives that
// is read row by row.
func TestReadFastAndSlow(t *testing.T) {
	text := "Asiakasluettelo\n\nAsiakaskoodi;Osoite;Nimi;Y-tunnus;Aktiivinen\n" +
		"1;Katu 1;Ö\u00a0;0112038-9;1\n\n2;\"Katu; 2\";\"A \"\"B\"\"\";;0\n;;;;\nAsiakaskoodi;Osoite;Nimi;Y-tunnus;Aktiivinen\n3\n4;a;b;c;1;surplus\n5;x\"y;z;;1\n"
	src := register.Source{Name: "r.csv", R: strings.NewReader(text), Size: int64(len(text))}
	l, err := understand(t.Context(), src, Customers, Options{})
	if err != nil {
		t.Fatal(err)
	}
	fast, err := scan(t.Context(), src, l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	slow, err := stream(t.Context(), src, l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if fast.Len() != 5 || fast.Len() != slow.Len() || fmt.Sprint(fast.Info) != fmt.Sprint(slow.Info) || fmt.Sprint(fast.Notes) != fmt.Sprint(slow.Notes) || len(fast.Notes) != 5 {
		t.Fatalf("%d and %d rows, %+v, %+v\n%+v\n%+v", fast.Len(), slow.Len(), fast.Info, slow.Info, fast.Notes, slow.Notes)
	}
	for i := range fast.Len() {
		if fast.Card(i) != slow.Card(i) {
			t.Errorf("row %d: %+v and %+v", i, fast.Card(i), slow.Card(i))
		}
	}
}
