package register

import "testing"

// TestWhatIsNoCard knows totals, feet and lines by their words, and takes no name
// for one.
func TestWhatIsNoCard(t *testing.T) {
	for _, s := range []string{
		"Yhteensä", "YHTEENSÄ:", "Yhteensä 2 kpl", "Yhteensä: 2 asiakasta", "Summe", "Summe: 1.234,00 €", "Zwischensumme 12,00", "Gesamtsumme", "Total", "Grand Total", "TOTAL 1,234.00",
		"Subtotal (3 items)", "Totalt 14", "I alt", "Kokku: 5", "Loppusumma =", "* Summa *", "Σ Summe", "Anzahl: 2", "Lukumäärä 2 kpl", "Rows: 12", "Anzahl Datensätze: 14",
	} {
		if !IsSum(s) {
			t.Errorf("%q is no sum", s)
		}
	}
	for _, s := range []string{
		"", "Total Energies SE", "Total 24 Oy", "Summa Oy", "Yhteensä Oy", "Summerfield", "Records", "Anzahl", "Rows", "2 kpl", "1002", "Gesamtverband", "Count Basie AB", "AB-1", "Totalt Bygg i Norr AB",
	} {
		if IsSum(s) {
			t.Errorf("%q is a sum", s)
		}
	}
	for _, s := range []string{
		"Sivu 1", "Sivu 1/3", "Page 2 of 14", "Seite 3 von 7", "Sida 1 av 2", "- 3 -", "-4-", "Tulostettu 20.11.2026 12:05", "Printed on 2026-11-20", "Gedruckt am: 20.11.2026", "*** End of report ***",
		"(2 rows affected)", "12 rows", "14 Datensätze", "Stand 20.11.2026",
	} {
		if !IsFoot(s) {
			t.Errorf("%q is no foot", s)
		}
	}
	for _, s := range []string{
		"", "Page Oy", "Sivu", "Seite 7 GmbH", "Sida Bygg AB", "-", "-3", "1/3", "Report Oy", "Report 2 Oy", "12 Angry Men", "3 Musketiers", "Standard 20", "2026-11-20", "Page 2 of everything",
	} {
		if IsFoot(s) {
			t.Errorf("%q is a foot", s)
		}
	}
	for s, want := range map[string]bool{"---": true, "=====": true, "- - -": true, "────": true, "--": false, "-": false, "AB-1": false, "...": false, "": false, "***": true, "+-----+": true, "_X_": false} {
		if IsLine(s) != want {
			t.Errorf("%q is a line: %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"": true, "2": true, "2 kpl": true, "1 234,00 €": true, "12 EUR": true, "Oy": false, "24 Oy": false, "kpl": false, "Pohjola Oy": false} {
		if IsQuantity(s) != want {
			t.Errorf("%q is a quantity: %v", s, !want)
		}
	}
}

// TestErrorValues are those of every language, and no codes or names.
func TestErrorValues(t *testing.T) {
	for _, s := range []string{
		"#N/A", "#n/a", "#REF!", "#PUUTTUU!", "#VIITTAUS!", "#JAKO/0!", "#NV", "#WERT!", "#BEZUG!", "#SAKNAS!", "#VÄRDEFEL!", "#I/T", "#VÆRDI!", "#VERDI!", "#N/B", "#VALEUR!", "#N/D",
		"#¡VALOR!", "#ССЫЛКА!", "#HIÁNYZIK", "#SPILL!", "#GETTING_DATA", "Err:502", "Virhe:508", "####", "#########",
	} {
		if !IsErrorValue(s) {
			t.Errorf("%q is no error value", s)
		}
	}
	for _, s := range []string{"", "#", "##", "#1", "#1002", "N/A", "NV", "Err", "Err:5", "Errea Oy", "Fehler:12a", "#NIKE", "#SALE!", "# N/A", "REF!", "Fel:Oy", "Virhe: 502 kpl"} {
		if IsErrorValue(s) {
			t.Errorf("%q is an error value", s)
		}
	}
	for s, want := range map[string]bool{"": false, "Öljy": false, "\ufffd": true, "M\ufffdbel": true, "M\u0081ller": true, "a\u00a0b": false, "漢\u2060": false, "Â": false, "\u009f": true, "€": false} {
		if IsUnread(s) != want {
			t.Errorf("%q is unread: %v", s, !want)
		}
	}
}

// TestForms: what a code looks like, and the digits that it stands for.
func TestForms(t *testing.T) {
	for s, want := range map[string]struct {
		form   NumberForm
		digits string
	}{
		"": {}, "AB-1": {}, "AB-1.0": {}, "1002": {Digits, "1002"}, "007": {Digits, "007"}, "1002.0": {Decimals, "1002"}, "1002,00": {Decimals, "1002"}, "0.0": {Decimals, "0"}, "007.0": {Decimals, "007"},
		"1002.000": {OtherForms, ""}, "1 002": {Grouped, "1002"}, "1\u00a0002": {Grouped, "1002"}, "1\u202f002": {Grouped, "1002"}, "1.002": {Grouped, "1002"}, "1,002": {Grouped, "1002"},
		"1'002": {Grouped, "1002"}, "1.002.003": {Grouped, "1002003"}, "1.002,00": {Grouped, "1002"}, "1,002.0": {Grouped, "1002"}, "1 002,00": {Grouped, "1002"},
		"0.002": {OtherForms, ""}, "001.002": {OtherForms, ""}, "1.2": {OtherForms, ""}, "10.5": {OtherForms, ""}, "1.0023": {OtherForms, ""}, "1002.003": {OtherForms, ""}, "1.002.0": {OtherForms, ""},
		"1.002 003": {OtherForms, ""}, "1-002": {}, "1/002": {}, "1..002": {}, ".5": {}, "5.": {}, "1 002 A": {}, "12 34": {OtherForms, ""}, "1.10.2026": {OtherForms, ""},
	} {
		form, digits, _ := FormOf(s)
		if form != want.form || digits != want.digits {
			t.Errorf("%q: %d %q, want %d %q", s, form, digits, want.form, want.digits)
		}
	}
	for s, want := range map[string]string{`="1002"`: "1002", `=""`: "", `="a""b"`: `a"b`, `=1002`: "1002", `=" x "`: "x", `=A1`: "=A1", `="a"&"b"`: `="a"&"b"`, `=`: "=", `="x`: `="x`, "=1+1": "=1+1", `"x"`: `"x"`, "": ""} {
		if got, was := PlainFormula(s); got != want || was != (got != s) {
			t.Errorf("%q: %q", s, got)
		}
	}
	for s, want := range map[string]string{"'1002": "1002", "'1002'": "1002", "\u2019AB": "AB", "1002": "1002", "O'Brien": "O'Brien", "'": "", "": ""} {
		if got, was := WithoutApostrophe(s); got != want || was != (got != s) {
			t.Errorf("%q: %q", s, got)
		}
	}
}
