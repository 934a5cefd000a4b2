package compare

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows/register"
)

// caseFile reads a file that a person had, as a side of a comparison.
func caseFile(t *testing.T, k Kind, name string, o Options) *Register {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "cases", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(t.Context(), register.Source{Name: filepath.Base(name), R: bytes.NewReader(b), Size: int64(len(b))}, k, o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

// cardLines are the cards of a register: code|business id|name.
func cardLines(r *Register) string {
	var all []string
	for i := range r.Len() {
		c := r.Card(i)
		all = append(all, fmt.Sprintf("%s|%s|%s", c.Code, c.ID, c.Name))
	}
	return strings.Join(all, "\n")
}

// noteLine are the kinds of notes of a register with their rows.
func noteLine(t *testing.T, r *Register) string {
	t.Helper()
	var all []string
	for _, n := range r.Notes {
		if say(n.Message) == "" {
			t.Errorf("nothing is said of %+v", n)
		}
		all = append(all, fmt.Sprintf("%s %d", n.Code, n.Row))
	}
	return strings.Join(all, ", ")
}

// foundLine are the rules that found something, with how often.
func foundLine(t *testing.T, k Kind, left, right *Register) string {
	t.Helper()
	right.Info.Sum = "" // the same rows are no other file here
	report, err := Compare(t.Context(), left, right, Plan{Kind: k, Left: Netvisor, Right: Rackbeat}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, rule := range k.Rules() {
		if n := report.Counts[rule]; n > 0 {
			all = append(all, fmt.Sprintf("%s %d", rule, n))
		}
	}
	return strings.Join(all, ", ")
}

// TestCases: files that people had, and what is right to say of them.
func TestCases(t *testing.T) {
	const three = "1001|1234567-1|Pohjola Oy\n1002||Möbel Müller GmbH\n00103||Satama Huolto Oy"
	const sheet = "code-leading-zero 1, merge-by-name 1" // 00103 is 103 there
	const umlauts = "1001||Pohjola Oy\n1002||Möbel Müller GmbH\n1004||Äänekosken Öljy Oy"
	for _, c := range []struct {
		kind         Kind
		file         string
		cards, notes string
		found        string // against right.csv beside it
	}{
		{Suppliers, "01b-suppliers-visma/left.csv", "1001|1234567-1|Pohjola Oy", "", "same-code-other-company 1, same-code-other-name 1"},
		{Customers, "06-workbooks/openpyxl.xlsx", three, "", sheet},
		{Customers, "06-workbooks/cover.xlsx", three, "sheets 0", sheet},
		{Customers, "06-workbooks/m_backslash.xlsx", three, "", sheet},
		{Customers, "06-workbooks/m_lower.xlsx", three, "", sheet},
		{Customers, "06-workbooks/m_wb2.xlsx", three, "", sheet},
		{Customers, "06-workbooks/table_totals.xlsx", "1001||Pohjola Oy\n1002||Möbel Müller GmbH", "total 4", "only-right 1"},
		{Customers, "06-workbooks/err.xlsx", "1001|1234567-1|Pohjola Oy\n1002||#N/A\nTRUE||Satama Huolto Oy", "error_value 3, spoilt 4", "code-spoilt 1"},
		{Products, "02-excel-guard/apostrophe.csv", "AB-1||Ruuvi\n1002||Mutteri\n1003||Pultti", "guarded 2", ""},
		{Products, "02-excel-guard/float.csv", "AB-1||Ruuvi\n1002.0||Mutteri\n1003.0||Pultti", "guarded 3", ""},
		{Customers, "05-rows-that-are-none/concat.csv", "1001||Pohjola Oy\n1002||Quite Different Oy", "second_header 3", ""},
		{Customers, "05-rows-that-are-none/total.csv", "1001||Pohjola Oy\n1002||Quite Different Oy", "total 4", ""},
		{Customers, "04-other-code-page/cp850.csv", umlauts, "encoding 0", ""},
		{Customers, "04-other-code-page/macroman.csv", umlauts, "encoding 0", ""},
		{Customers, "04-other-code-page/twice.csv", umlauts, "encoding 0", ""},
	} {
		left := caseFile(t, c.kind, c.file, Options{})
		right := caseFile(t, c.kind, filepath.Dir(c.file)+"/right.csv", Options{})
		if got := cardLines(left); got != c.cards {
			t.Errorf("%s: cards\n%s\nwant\n%s", c.file, got, c.cards)
		}
		if got := noteLine(t, left); got != c.notes {
			t.Errorf("%s: notes %s; want %s", c.file, got, c.notes)
		}
		if got := foundLine(t, c.kind, left, right); got != c.found {
			t.Errorf("%s: found %s; want %s", c.file, got, c.found)
		}
	}
}
