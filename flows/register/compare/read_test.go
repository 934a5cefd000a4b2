package compare

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/words"
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
		"two headers":                   {Customers, "Asiakaskoodi;Nimi\nnumber;name\n1;B\n", Options{}, []string{"3 1||B|false"}},
		"the surer name":                {Customers, "No;Name;Customer number\n1;B;77\n", Options{}, []string{"2 77||B|false"}},
		"Norway is no code":             {Products, "SKU-nro;Land\nX1;NO\nX2;NO\n", Options{Map: map[Field]string{Code: "SKU-nro"}}, []string{"2 X1|||false", "3 X2|||false"}},
		"a title, and unknown names":    {Customers, "List of 2026\nFoo;Bar\n1;B\n", Options{Map: map[Field]string{Code: "Foo", Name: "bar"}}, []string{"3 1||B|false"}},
		"no header":                     {Customers, "1;B\n2;C\n", Options{Map: map[Field]string{Code: "1", Name: "2"}}, []string{"1 1||B|false", "2 2||C|false"}},
		"the header is said":            {Customers, strings.Repeat("number;name\n", 40) + "code;company\n1;B\n", Options{Header: 41}, []string{"42 1||B|false"}},
		"nothing of the name":           {Customers, "number;name\n1;B\n", Options{Map: map[Field]string{Name: ""}}, []string{"2 1|||false"}},
		"blanks of every kind":          {Customers, "number;name\n\u20031\u200b;\ufeff\u00a0B C\u2060\n\u00a0;\u200b\n", Options{}, []string{"2 1||B C|false"}},
		"Windows-1252":                  {Customers, "Asiakaskoodi;Nimi\n1;\xd6ljy \x80\xa0\n", Options{}, []string{"2 1||Öljy €|false"}},
		"carriage returns alone":        {Customers, "number;name\r1;B\r", Options{}, []string{"2 1||B|false"}},
		"the delimiter is named":        {Customers, "sep=|\nnumber|name\n1|B\n", Options{}, []string{"3 1||B|false"}},
		"UTF-16":                        {Customers, "\xff\xfen\x00o\x00;\x00n\x00a\x00m\x00e\x00\n\x001\x00;\x00\xe4\x00\n\x00", Options{}, []string{"2 1||ä|false"}},
		"barred in words":               {Suppliers, "Toimittajakoodi;Nimi;Estetty\n1;A;Kyllä\n2;B;Ei\n3;C;\n", Options{}, []string{"2 1||A|true", "3 2||B|false", "4 3||C|false"}},
		"active in words":               {Suppliers, "Lieferantennr.;Firma;Aktiv\n1;A;Ja\n2;B;Nein\n3;C;\n", Options{}, []string{"2 1||A|false", "3 2||B|true", "4 3||C|false"}},
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

// refused is what refuses a register, and its sentence; nothing where an error
// does not refuse, or where there are no words for it.
func refused(err error) (code string, kind flows.RefusalKind, said string) {
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return "", "", ""
	}
	return r.Message.Code, r.Kind, say(r.Placed())
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

// TestReadRefuses names what cannot be compared, and where it is wrong.
func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		kind Kind
		text string
		o    Options
		as   flows.RefusalKind
		code string
		says string
	}{
		"no codes":          {Customers, "Nimi;Osoite\nA;B\n", Options{}, flows.ErrUsage, NoCodes, "No column holds the codes of the customers"},
		"another register":  {Customers, "Tuotekoodi;Nimeke\n1;B\n", Options{}, flows.ErrUnreadable, OtherRegister, "a register of products, not of customers"},
		"no such column":    {Customers, "number;name\n1;B\n", Options{Map: map[Field]string{Code: "Koodi"}}, flows.ErrUsage, register.NoColumn, `no column "Koodi"; it has number, name`},
		"no such field":     {Products, "number;name\n1;B\n", Options{Map: map[Field]string{BusinessID: "name"}}, flows.ErrUsage, NoField, "no field"},
		"a column twice":    {Customers, "number;name\n1;B\n", Options{Map: map[Field]string{Code: "name", Name: "2"}}, flows.ErrUsage, register.FilledTwice, "code and name cannot both be filled"},
		"an open quote":     {Customers, "number;name\n1;\"B\n", Options{}, flows.ErrUnreadable, "register.quote_open", "row 2, column 2"},
		"blank lines":       {Customers, "\n\n", Options{}, flows.ErrUnreadable, "register.blank", "nothing in the file"},
		"the same name":     {Customers, "number;Nimi;nimi\n1;A;B\n", Options{Map: map[Field]string{Name: "NIMI"}}, flows.ErrUsage, register.SameName, "Columns 2 and 3 are both called"},
		"no such header":    {Customers, "number;name\n1;B\n", Options{Header: 9}, flows.ErrUnreadable, register.NoHeader, "row 9"},
		"an empty header":   {Customers, "number;name\n\n1;B\n", Options{Header: 2}, flows.ErrUnreadable, register.NoHeader, "row 2"},
		"empty":             {Customers, "", Options{}, flows.ErrUnreadable, "register.empty", "The file is empty"},
		"a NUL":             {Customers, "number;name\n1;B\n2;\x00\n", Options{}, flows.ErrUnreadable, "register.nul", "row 3, column 2"},
		"two encodings":     {Customers, "number;name\n1;ä\n2;\xe4\n", Options{}, flows.ErrUnreadable, "register.mixed", "row 3, column 2"},
		"a million columns": {Customers, "number;name\n1;B\n" + strings.Repeat("x;", 1_000_000), Options{}, flows.ErrLimit, "register.columns_many", "row 3, column 16385"},
		"a long field":      {Customers, "number;name\n1;" + strings.Repeat("x", register.MaxField+1), Options{}, flows.ErrLimit, "register.field_long", "row 2, column 2"},
		"a quote for all":   {Customers, "number;name\n1;\"" + strings.Repeat("x;y\n", register.MaxField/2), Options{}, flows.ErrUnreadable, "register.quote_long", "row 2, column 2"},
		"a long header":     {Customers, strings.Repeat("x", register.MaxField) + ";" + strings.Repeat("y", register.MaxField) + "\n1;2\n", Options{Options: register.Options{Delimiter: ';'}}, flows.ErrUsage, NoCodes, "there are xxx"},
		"no text at all":    {Customers, "%PDF-1.7\n", Options{}, flows.ErrUnreadable, "register.is_pdf", "a PDF"},
	} {
		_, err := reads(t, c.kind, c.text, c.o)
		code, kind, said := refused(err)
		if code != c.code || kind != c.as || !strings.Contains(said, c.says) {
			t.Errorf("%s: %s %s: %s, %v", name, kind, code, said, err)
		}
	}
}

// TestReadNotes names what a person has to know of a file, how often it is there,
// and where first.
func TestReadNotes(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want string
	}{
		"nothing":               {"number;name\n1;B;\n2;C\n", ""},
		"a title":               {"Customers of 2026\nnumber;name\n1;B\n", "title 1"},
		"two headers":           {"number;name\nKundennummer;Firma\n1;B\n", "second_header 2"},
		"the header again":      {"number;name\n1;B\nnumber;name\n2;C\nnumber;name\n", "second_header 3: 2 rows"},
		"again, with blanks":    {"number;name\n1;B\n number;name\u00a0;\n2;C\n", "second_header 3"},
		"ragged":                {"number;name\n1\n2;C\n3\n", "ragged 2: 2 rows"},
		"surplus":               {"number;name\n1;B; \n2;C;D\n3;\"B\";\"\"\n4;\"B\";\"\";x\n", "surplus 3: 2 rows"},
		"a quote":               {"number;name\n1;B\"C\n", "quote 2"},
		"a spoilt number":       {"number;name\n1;B\n1,2E+05;C\n1E-5;D\n", "spoilt 3: 2 rows number"},
		"lost zeros":            {"number;name\n0001;A\n0002;B\n17;C\n1234;D\n5;E\n0006;F\n", "zeros 4: 2 rows number"},
		"zeros of every length": {"number;name\n001;A\n0002;B\n17;C\n", ""},
		"few zeros":             {"number;name\n0001;A\n12;B\n13;C\n", ""},
		"the same name twice":   {"number;name;Name\n1;B;C\n", "same_header 1 Name"},
	} {
		r, err := reads(t, Customers, c.text, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, n := range r.Notes {
			s := fmt.Sprintf("%s %d", n.Code, n.Row)
			said := say(n.Message)
			if many, _, ok := strings.Cut(said, ", this one the first"); ok {
				s += ": " + many
			}
			if said == "" {
				t.Errorf("%s: nothing is said of %+v", name, n)
			}
			got = append(got, strings.TrimSpace(s+" "+n.Column))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
