package compare

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lotse/flows"
	"lotse/flows/register"
)

// spoken are names as registers have them.
var spoken = map[string]string{
	"German":   "Möbel Müller GmbH/Bäckerei Groß & Söhne/Gebr. Köhler oHG/Straßenbau Jäger AG/Übersee-Handel Ötzi/„Zum Löwen“ Gaststätte/Café Schön – Inh. Böhm",
	"Finnish":  "Äänekosken Öljy Oy/Hämeen Sähkötyö Ky/Jyväskylän Höyläämö/Ylä-Savon Mylly/Åbo Bygg Ab/Töölön Lääkäri Oy",
	"Swedish":  "Åkerströms Åkeri AB/Västerås Mässing/Örebro Glömsta/Härnösands Båtvarv/Ängelholms Kött AB",
	"Danish":   "Ærø Smørrebrød ApS/Ølgod Savværk/Århus Båd & Sejl/Kjær & Søn/Bjørns Bageri",
	"French":   "Société Générale/Crédit Agricole/Forêt Noire/Hôtel Bâle/Garçon et Fils",
	"Estonian": "Tööriist OÜ/Põltsamaa Õli/Jõgeva Külmhoone/Šokolaad ja Õun/Räpina Paber",
	"capitals": "MÖBEL MÜLLER GMBH/ÄÄNEKOSKEN ÖLJY OY/ÅKERI ÄLMHULT AB",
	"one":      "Möller Oy/Nordic Oy/Satama Oy",
	"marks":    "O’Brien Ltd/19” Rack-Shop/Firma „Nord“/Kälte 10 °C – Süd/Euro € Shop ®",
	"Slavic":   "Škoda Auto/Košice Steel/Dušan Žák/Zdeněk Řehoř",
	"ASCII":    "Pohjola Oy/Muster GmbH/Nordic AB",
}

// charsets are encodings of which a byte is a letter, and that of UTF-8.
var charsets = map[string]encoding.Encoding{
	register.UTF8: unicode.UTF8, register.Windows: charmap.Windows1252, register.Latin9: charmap.ISO8859_15, register.DOS: charmap.CodePage850, register.DOSUS: charmap.CodePage437, register.Mac: charmap.Macintosh,
}

// inCharset is a register of names in an encoding; what it does not have is ?.
func inCharset(t *testing.T, names string, in encoding.Encoding) (file []byte, text string) {
	t.Helper()
	text = "Asiakaskoodi;Nimi\n"
	for i, name := range strings.Split(names, "/") {
		text += fmt.Sprintf("%d;%s\n", 1001+i, name)
	}
	var b bytes.Buffer
	var kept strings.Builder
	for _, c := range text {
		one, err := in.NewEncoder().Bytes([]byte(string(c)))
		if err != nil || len(one) == 0 {
			one, c = []byte("?"), '?'
		}
		b.Write(one)
		kept.WriteRune(c)
	}
	return b.Bytes(), kept.String()
}

// TestLettersOfEveryEncoding: a file in any of them is read as it was written, or
// it is said that its letters are in doubt, and then no name is held against
// another. Said which it is, it is read so.
func TestLettersOfEveryEncoding(t *testing.T) {
	doubted := map[string]bool{}
	for tongue, names := range spoken {
		for name, in := range charsets {
			file, text := inCharset(t, names, in)
			right, err := reads(t, Customers, text, Options{Options: register.Options{Encoding: register.UTF8}})
			if err != nil {
				t.Fatal(err)
			}
			for _, ask := range []string{"", name} {
				left, err := reads(t, Customers, string(file), Options{Options: register.Options{Encoding: ask}})
				if err != nil {
					t.Errorf("%s in %s: %v", tongue, name, err)
					continue
				}
				doubt := false
				for _, n := range left.Notes {
					doubt = doubt || n.Code == register.IssueEncoding && n.Level == flows.Warn
				}
				if doubt {
					doubted[tongue+" in "+name] = true
				}
				if found := foundLine(t, Customers, left, right); found != "" {
					t.Errorf("%s in %s, read as %s: %s\n%s", tongue, name, left.Info.Encoding, found, cardLines(left))
				}
				if !doubt && cardLines(left) != cardLines(right) {
					t.Errorf("%s in %s, read as %s:\n%s", tongue, name, left.Info.Encoding, cardLines(left))
				}
			}
		}
	}
	for _, tongue := range []string{"German", "Finnish", "Swedish", "capitals"} {
		for name := range charsets {
			if doubted[tongue+" in "+name] {
				t.Errorf("%s in %s is in doubt", tongue, name)
			}
		}
	}
	for tongue := range spoken {
		for _, name := range []string{register.UTF8, register.Windows} {
			if tongue != "Slavic" && doubted[tongue+" in "+name] {
				t.Errorf("%s in %s is in doubt", tongue, name)
			}
		}
	}
}

// TestLettersThatComeLate are judged as well, and what comes late may show that
// the beginning was taken for another.
func TestLettersThatComeLate(t *testing.T) {
	ascii := many(12_000)
	ascii = strings.ReplaceAll(ascii, "Ö", "O")
	for name, c := range map[string]struct{ rows, encoding, last, notes string }{
		"DOS":                 {"a;M\x94bel M\x81ller\nb;\x8e\x84nekosken\n", register.DOS, "Äänekosken", "encoding 0"},
		"Mac":                 {"a;M\x9abel M\x9fller\nb;\x80\x8anekosken\n", register.Mac, "Äänekosken", "encoding 0"},
		"Unix":                {"a;Mustam\xe4e\nb;Ko\xa8ice\n", register.Latin9, "Košice", "encoding 0"},
		"Windows":             {"a;M\xf6bel M\xfcller\nb;\xc4\xe4nekosken\n", register.Windows, "Äänekosken", ""},
		"UTF-8":               {"a;Möbel\nb;Äänekosken\n", register.UTF8, "Äänekosken", ""},
		"UTF-8 twice":         {"a;MÃ¶bel\nb;Ã\u0084Ã¤nekosken\n", register.Twice, "Äänekosken", "encoding 0"},
		"twice, of Mac":       {"a;M√∂bel\nb;√Ñ√§nekosken\n", register.Twice, "Äänekosken", "encoding 0"},
		"twice, of DOS":       {"a;M├Âbel\nb;Hyv├ñ Oy\n", register.Twice, "Hyvä Oy", "encoding 0"},
		"one letter of DOS":   {"a;M\x94bel\n", register.Windows, "M”bel", "encoding 12002"},
		"some rows twice":     {"a;MÃ¶bel\nb;Äänekosken\n", register.UTF8, "Äänekosken", "encoding 12002"},
		"letters of no doubt": {"a;JOÃO Lda\nb;São Paulo\nc;Âme\n", register.UTF8, "Âme", ""},
	} {
		text := ascii + strings.ReplaceAll(c.rows, "\n", ";;\n")
		r, err := reads(t, Customers, text, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := r.Card(r.Len() - 1).Name; r.Info.Encoding != c.encoding || got != c.last {
			t.Errorf("%s: %s, %q", name, r.Info.Encoding, got)
		}
		if got := noteLine(t, r); got != c.notes {
			t.Errorf("%s: notes %s", name, got)
		}
	}
}

// TestTheBeginningDoesNotDecideForAll: one odd word makes no other encoding of a
// file of which all else is plain.
func TestTheBeginningDoesNotDecideForAll(t *testing.T) {
	text := "number;name\n1;M\x94bel M\x81ller\n" + strings.Repeat("2;Pohjola Oy, Satama Oy, Muster GmbH\n", 10_000) + strings.Repeat("3;Hyv\xe4 S\xe4hk\xf6\xf6 Oy\n", 100)
	r, err := reads(t, Customers, text, Options{})
	if err != nil || r.Info.Encoding != register.Windows || r.Card(r.Len()-1).Name != "Hyvä Sähköö Oy" {
		t.Errorf("%+v, %v", r.Info, err)
	}
}

// TestSaidEncodings are those that are read, by any of their names; what a person
// says is not in doubt.
func TestSaidEncodings(t *testing.T) {
	for ask, want := range map[string]string{
		"cp850": "M\u00f6bel", "CP850": "M\u00f6bel", "ibm850": "M\u00f6bel", "cp437": "M\u00f6bel", "macintosh": "M\u00eebel", "MacRoman": "M\u00eebel", "windows-1252": "M\u201dbel", "latin1": "M\u201dbel",
		"iso-8859-15": "M\u0094bel", "windows-1257": "M\u201dbel",
	} {
		r, err := reads(t, Customers, "number;name\n1;M\x94bel\n", Options{Options: register.Options{Encoding: ask}})
		if err != nil || r.Card(0).Name != want {
			t.Errorf("%s: %v", ask, err)
			continue
		}
		if got, control := noteLine(t, r), want == "M\u0094bel"; got != map[bool]string{false: "", true: "unread 2"}[control] {
			t.Errorf("%s: notes %s", ask, got)
		}
	}
	if _, err := reads(t, Customers, "number;name\n1;a\n", Options{Options: register.Options{Encoding: "cp999"}}); err == nil {
		t.Error("cp999 is one")
	}
}
