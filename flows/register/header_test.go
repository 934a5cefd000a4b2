package register

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"E-Mail Address": "emailaddress", "  Artikel-Nr. ": "artikelnr", "Straße": "strasse", "SÄHKÖPOSTI": "sähköposti",
		"Tuote_koodi": "tuotekoodi", "Varenr.": "varenr", "…": "", "ﬁrma": "firma", "a\u0308": "ä",
	} {
		if got := Fold(name); got != want {
			t.Errorf("%q folds to %q, wanted %q", name, got, want)
		}
	}
}

// mapped says by which column each field is filled, and how sure that is.
func mapped(tab *Table, m Mapping) string {
	var all []string
	for i, x := range m {
		if x.From >= 0 {
			all = append(all, fmt.Sprintf("%s=%s(%s)", tab.list.Fields[i].ID, tab.Columns[x.From], x.Sure))
		}
	}
	return strings.Join(all, " ")
}

func TestHeadersAreUnderstood(t *testing.T) {
	for _, tc := range []struct{ name, file, want string }{
		{"the list's own names", "part_number;Product;PRICE;e-mail\n1;a;2;x@example.org\n", "part_number=part_number(certain) product=Product(certain) price=PRICE(certain) email=e-mail(certain)"},
		{"english", "SKU;Description;Unit price;Mail\n1;a;2;x@example.org\n", "part_number=SKU(likely) product=Description(likely) price=Unit price(likely) email=Mail(likely)"},
		{"german", "Artikel-Nr.;Bezeichnung;Einzelpreis;E-Mail-Adresse\n1;a;2;x@example.org\n", "part_number=Artikel-Nr.(likely) product=Bezeichnung(likely) price=Einzelpreis(likely) email=E-Mail-Adresse(likely)"},
		{"finnish", "Tuotekoodi;Nimeke;Hinta;Sähköposti\n1;a;2;x@example.org\n", "part_number=Tuotekoodi(likely) product=Nimeke(likely) price=Hinta(likely) email=Sähköposti(likely)"},
		{"danish", "Varenr.;Varenavn;Pris;Mailadresse\n1;a;2;x@example.org\n", "part_number=Varenr.(likely) product=Varenavn(likely) price=Pris(likely) email=Mailadresse(likely)"},
		{"another order, and more", "Preis;EAN;Produkt;SKU\n2;9;a;1\n", "part_number=SKU(likely) product=Produkt(likely) price=Preis(likely)"},
		{"names that are near", "Provider part numbers;Products\n1;a\n", "part_number=Provider part numbers(guess) product=Products(guess)"},
		{"the better name wins", "Item;Product\nx;a1\n", "product=Product(certain)"},
		{"no header", "100;Rohr\n101;Blech\n", "part_number=1(guess) product=2(guess)"},
		{"a header without a known name", "Foo;Bar\n1;2\n", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tab := table(t, []byte(tc.file), Options{})
			if got := mapped(tab, tab.Propose()); got != tc.want {
				t.Errorf("%s\nwanted %s", got, tc.want)
			}
		})
	}
}

func TestAColumnFillsOneField(t *testing.T) {
	field := func(id string) flows.Item {
		return flows.Item{ID: id, Kind: flows.KindField, Field: &flows.Field{Type: flows.TypeText}}
	}
	l := NewList(&flows.Item{Kind: flows.KindList, List: &flows.List{Columns: []flows.Item{field("company"), field("organisation")}}})
	tab, err := ReadTable(context.Background(), source([]byte("Firma;Ort\nMuster GmbH;Bonn\n")), Options{}, l)
	if err != nil {
		t.Fatal(err)
	}
	if got := mapped(tab, tab.Propose()); got != "company=Firma(likely)" {
		t.Error(got)
	}
}

func TestTheHeaderIsFound(t *testing.T) {
	for _, tc := range []struct {
		name, file   string
		header, rows int
		code         IssueCode
		on           int
	}{
		{"in the first row", "SKU;Product\n1;a\n", 1, 1, "", 0},
		{"after title lines", "Price list 2026\n\nTechData GmbH;;\nSKU;Product\n1;a\n2;b\n", 4, 2, IssueTitle, 1},
		{"twice, one below the other", "SKU;Product\nArtikelnummer;Produkt\n1;a\n", 1, 1, IssueHeader, 2},
		{"again in the middle", "SKU;Product\n1;a\nSKU;Product\n2;b\n", 1, 2, IssueHeader, 3},
		{"unknown names above values", "Foo;Bar\n1;2\n", 1, 1, "", 0},
		{"none", "1;Rohr\n2;Blech\n", 0, 2, "", 0},
		{"none, though a value is called as a field", "1;Product;3;x@example.org\n2;b;4;y@example.org\n", 0, 2, "", 0},
		{"none, only words", "Rohr;Stahl\nBlech;Zink\n", 0, 2, "", 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tab := table(t, []byte(tc.file), Options{})
			if tab.HeaderRow() != tc.header || tab.Len() != tc.rows {
				t.Errorf("header in row %d, %d rows", tab.HeaderRow(), tab.Len())
			}
			if r := report(t, tab); tc.code != "" && !told(r, tc.code, tc.on) {
				t.Errorf("%s is not told for row %d: %+v", tc.code, tc.on, r.Issues)
			}
		})
	}
}

func TestTheHeaderCanBeSaid(t *testing.T) {
	tab := table(t, []byte("SKU;Product\nx;y\nu;v\n"), Options{})
	if err := tab.HeaderAt(2); err != nil || tab.Len() != 1 || tab.Columns[0] != "x" {
		t.Errorf("%v, %d rows, %v", err, tab.Len(), tab.Columns)
	}
	other, err := tab.WithHeader(0)
	if err != nil || other.Len() != 2 || other.Columns[0] != "SKU" || tab.Len() != 1 || tab.Columns[0] != "x" {
		t.Errorf("%v: %v and %v", err, other.Columns, tab.Columns)
	}
	if err := tab.HeaderAt(0); err != nil || tab.Len() != 3 || tab.Columns[0] != "1" {
		t.Errorf("%v, %d rows, %v", err, tab.Len(), tab.Columns)
	}
	if err := tab.HeaderAt(9); err == nil {
		t.Error("row 9 is no header")
	}
}

func TestAMappingCanBeSaid(t *testing.T) {
	tab := table(t, []byte("SKU;Product;Text;Text\n1;a;b;c\n"), Options{})
	for _, tc := range []struct {
		chosen map[string]string
		want   string
		fails  string
	}{
		{map[string]string{"price": "SKU"}, "product=Product(certain) price=SKU(chosen)", ""},
		{map[string]string{"price": "s k u", "part_number": "2"}, "part_number=Product(chosen) price=SKU(chosen)", ""},
		{map[string]string{"product": ""}, "part_number=SKU(likely)", ""},
		{map[string]string{"product": "3"}, "part_number=SKU(likely) product=Text(chosen)", ""},
		{map[string]string{"product": "Text"}, "", "name the column by its number"},
		{map[string]string{"product": "Nothing"}, "", "it has SKU, Product, Text, Text"},
		{map[string]string{"nothing": "SKU"}, "", "it has part_number, product, price, email"},
		{map[string]string{"price": "SKU", "product": "SKU"}, "", "cannot both"},
		{map[string]string{"product": "5"}, "", "no column"},
	} {
		m, err := tab.Choose(tab.Propose(), tc.chosen)
		if tc.fails != "" {
			if err == nil || !strings.Contains(sentence(err), tc.fails) {
				t.Errorf("%v: %v", tc.chosen, err)
			}
			continue
		}
		if got := mapped(tab, m); err != nil || got != tc.want {
			t.Errorf("%v: %s, %v", tc.chosen, got, err)
		}
	}
}

func TestAPasteIsReadAsAFile(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		header     int
		rows       int
		want       string
	}{
		{"from a sheet, with its header", "Product\tSKU\nRohr\t1\nBlech\t2\n", 1, 2, "part_number=SKU(likely) product=Product(certain)"},
		{"from a sheet, without", "1\tRohr\n2\tBlech\n", 0, 2, "part_number=1(guess) product=2(guess)"},
		{"a row of words above values is data", "Rohr\tStahl\n1\t2\n", 0, 2, "part_number=1(guess) product=2(guess)"},
		{"semicolons", "1;Rohr\n2;Blech", 0, 2, "part_number=1(guess) product=2(guess)"},
		{"commas", "1,Rohr\n2,Blech", 0, 2, "part_number=1(guess) product=2(guess)"},
		{"one column", "1\n2\n3", 0, 3, "part_number=1(guess)"},
		{"one row", "1\tRohr", 0, 1, "part_number=1(guess) product=2(guess)"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tab, err := Pasted(context.Background(), tc.text, catalogue())
			if err != nil {
				t.Fatal(err)
			}
			if got := mapped(tab, tab.Propose()); tab.HeaderRow() != tc.header || tab.Len() != tc.rows || got != tc.want {
				t.Errorf("header %d, %d rows, %s", tab.HeaderRow(), tab.Len(), got)
			}
		})
	}
}

func FuzzTable(f *testing.F) {
	for _, s := range append(slices.Clone(seeds), "SKU;Product\n1;a\n", "sep=;\nSKU;Produkt\n1E+05;=1\n", "\xff\xfea\x00;\x00b\x00\n\x00") {
		f.Add([]byte(s))
	}
	l := catalogue()
	f.Fuzz(func(t *testing.T, b []byte) {
		tab, err := ReadTable(context.Background(), source(b), Options{}, l)
		if err != nil {
			if code, _, _ := refused(err); code == "" {
				t.Fatalf("%v is no refusal", err)
			}
			return
		}
		m := tab.Propose()
		used := map[int]bool{}
		for _, x := range m {
			if x.From >= len(tab.Columns) || x.From >= 0 && used[x.From] {
				t.Fatalf("a wrong mapping %v of %q", m, tab.Columns)
			}
			used[x.From] = true
		}
		r, err := tab.Check(context.Background(), m, today)
		if err != nil || r.Bad > tab.Len() || r.Odd < r.Bad {
			t.Fatalf("%+v, %v", r, err)
		}
		for _, i := range r.Issues {
			if !words.Has(i.Message.Code) {
				t.Fatalf("there are no words for %+v", i)
			}
		}
		rows, err := tab.Rows(m)
		if blank := tab.normalize(m).blank.N; err == nil && len(rows)+blank != tab.Len() {
			t.Fatalf("%d rows and %d blank ones of %d", len(rows), blank, tab.Len())
		}
		for _, cells := range rows {
			for _, v := range cells {
				if s := v.(string); s != flows.CleanLine(s) {
					t.Fatalf("%q is not clean", s)
				}
			}
		}
	})
}
