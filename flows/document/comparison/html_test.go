package comparison_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
)

func htmlOf(t *testing.T, r *compare.Report, lang string) string {
	t.Helper()
	var b strings.Builder
	if err := comparison.HTML(&b, r, lang); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestHTML(t *testing.T) {
	for _, c := range []struct {
		kind compare.Kind
		d    compare.Direction
		lang string
	}{
		{compare.Customers, compare.RackbeatToNetvisor, "en"}, {compare.Suppliers, compare.NetvisorToRackbeat, "de"}, {compare.Products, compare.NoDirection, "fi"},
	} {
		golden(t, fmt.Sprintf("%s.%s.html", c.kind, c.lang), htmlOf(t, report(c.kind, c.d), c.lang))
	}
}

// evil is a value that tries all that a page, a spreadsheet or a terminal could
// obey.
const evil = "</td></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;\u202e\u2069\u2068<bdi>\x00\x1b[31m"

// hostile is a report of evil values alone.
func hostile() *compare.Report {
	r := report(compare.Customers, compare.RackbeatToNetvisor)
	r.Left, r.Right = compare.System(evil), "=cmd|'/c calc'!A1"
	r.LeftHalf.File, r.LeftHalf.Encoding, r.RightHalf.Sheet = evil, evil, evil
	r.LeftHalf.Columns = map[compare.Field]string{compare.Code: evil}
	for i := range r.Findings {
		f := &r.Findings[i]
		for _, c := range []*compare.Card{&f.Left, &f.Right} {
			if c.Row > 0 {
				c.Code, c.ID, c.Name = evil, "=HYPERLINK(\"http://example.org\")", "@"+evil
			}
		}
	}
	return r
}

// allowed are the elements that a page is made of.
var allowed = strings.Fields("html head meta title style body main p h1 h2 div section dl dt dd svg defs pattern rect circle text ul li span b table thead tbody tr th td a code br bdi")

// TestHTMLOfHostileValues: no element, attribute or address comes of a value.
func TestHTMLOfHostileValues(t *testing.T) {
	page := htmlOf(t, hostile(), "en")
	if strings.ContainsAny(page, "\x00\x1b\u202e\u2068\u2069") {
		t.Error("what turns the writing, or steers, stands in the page")
	}
	z := html.NewTokenizer(strings.NewReader(page))
	open := map[string]int{}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		token := z.Token()
		switch kind {
		case html.EndTagToken:
			open[token.Data]--
		case html.StartTagToken, html.SelfClosingTagToken:
			if kind == html.StartTagToken {
				open[token.Data]++
			}
			if !strings.Contains(" "+strings.Join(allowed, " ")+" ", " "+token.Data+" ") {
				t.Fatalf("the page has an element %s", token)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("the page has %s", token)
				}
			}
		}
	}
	for name, n := range open {
		if n != 0 && name != "meta" && name != "br" {
			t.Errorf("%s is opened or closed %d times too often", name, n)
		}
	}
	if strings.Contains(page, "url(") && regexp.MustCompile(`url\([^#]`).MatchString(page) {
		t.Error("the page loads something")
	}
}

// TestHTMLOfManyFindings: a page has a bounded part of each rule, and counts the
// others.
func TestHTMLOfManyFindings(t *testing.T) {
	r := report(compare.Products, compare.NoDirection)
	one := compare.Finding{Rule: compare.OnlyLeft, Side: compare.Left, Left: compare.Card{Row: 2, Code: "A", Name: "B"}}
	r.Findings = nil
	for range 12_345 {
		r.Findings = append(r.Findings, one)
	}
	r.Counts = map[compare.Rule]int{compare.OnlyLeft: 12_345}
	page := htmlOf(t, r, "en")
	if n := strings.Count(page, "is only in Netvisor"); n != 1000 {
		t.Errorf("%d findings are shown", n)
	}
	if !strings.Contains(page, "The first 1,000 of 12,345.") {
		t.Error("the others are not counted")
	}
	text := textOf(t, r, comparison.TextOptions{Lang: "de", Width: 80, Most: 20})
	if n := strings.Count(text, "gibt es nur in Netvisor"); n != 20 || !strings.Contains(text, "und 12.325 weitere") {
		t.Errorf("%d findings are told:\n%.2000s", n, text)
	}
}

// TestNothing: a comparison that found nothing, and one of empty registers.
func TestNothing(t *testing.T) {
	r := &compare.Report{Plan: compare.Plan{Kind: compare.Products, Left: "a", Right: "b"}, Matches: compare.Matches{Code: 3}}
	for _, s := range []string{htmlOf(t, r, "en"), textOf(t, r, comparison.TextOptions{Width: 72})} {
		if !strings.Contains(s, "Nothing was found.") || strings.Contains(s, "No rows") {
			t.Errorf("%s", s)
		}
	}
	r.Matches.Code = 0
	for _, s := range []string{htmlOf(t, r, "en"), textOf(t, r, comparison.TextOptions{Width: 72})} {
		if !strings.Contains(s, "No rows on either side.") {
			t.Errorf("%s", s)
		}
	}
}
