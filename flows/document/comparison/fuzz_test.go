package comparison_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
)

// FuzzPaper: whatever a file says, the page keeps its elements, the CSV its
// lines and cells, and the text its width.
func FuzzPaper(f *testing.F) {
	f.Add("1001", "Pohjola Osat Oy", "1967543-8")
	f.Add(evil, "=1+1;\"\r\n", "\xff\xfe\u2068")
	f.Add("<!--", "]]><![CDATA[", "&#x3c;script&#x3e;")
	plain := elements(f, "1", "A", "2")
	f.Fuzz(func(t *testing.T, code, name, id string) {
		if got := elements(t, "1"+code, "A"+name, "2"+id); !slices.Equal(got, plain) {
			t.Errorf("the page has other elements:\n%q\n%q", got, plain)
		}
		r := one(code, name, id)
		_, lines := csvOf(t, r)
		if len(lines) != 1 || lines[0][3] != "7" {
			t.Errorf("the CSV has %q", lines)
		}
		for _, cell := range lines[0] {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
				t.Errorf("a cell of the CSV is %q", cell)
			}
		}
		text := textOf(t, r, comparison.TextOptions{Lang: "fi", Width: 60, Most: 20})
		if !utf8.ValidString(text) || strings.ContainsFunc(text, func(c rune) bool { return c < ' ' && c != '\n' || c == 0x7f || c >= 0x202a && c <= 0x202e }) {
			t.Errorf("the text steers: %q", text)
		}
	})
}

// one is a report of one finding, of a pair.
func one(code, name, id string) *compare.Report {
	r := report(compare.Customers, compare.RackbeatToNetvisor)
	card := compare.Card{Row: 7, Code: code, Name: name, ID: id}
	r.Findings = []compare.Finding{{Rule: compare.OtherCompany, Side: compare.Both, Left: card, Right: compare.Card{Row: 8, Code: "5", Name: "B", ID: "6"}}}
	return r
}

// elements are the tags of the page of a finding, in their order.
func elements(t testing.TB, code, name, id string) []string {
	t.Helper()
	var page strings.Builder
	if err := comparison.HTML(&page, one(code, name, id), "en"); err != nil {
		t.Fatal(err)
	}
	var tags []string
	z := html.NewTokenizer(strings.NewReader(page.String()))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return tags
		case html.TextToken:
		case html.CommentToken:
			t.Error("the page has a comment")
		default:
			tags = append(tags, z.Token().Data)
		}
	}
}
