package paper_test

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lotse/flows"
	"lotse/flows/document/paper"
)

func htmlOf(t testing.TB, d *paper.Document) string {
	t.Helper()
	var b strings.Builder
	if err := paper.HTML(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wantPage are the texts of everywhere on a page.
func wantPage(text string) []string {
	s := shown(text)
	menu := strings.ReplaceAll(s, " > ", " › ")
	verbatim := strings.TrimSuffix(flows.Shown(text+"\n"+text), "\n") + "\n"
	value := s + " " + s
	if s == "" {
		value = ""
	}
	all := []string{s, s, s, s + " " + s, s, s + "and" + s + s + " of " + s + ", " + menu + s, "Warning: " + s, " " + s + s, s, value, s, s, s, s, s, s, s, s, s, "b", s, s, "x", s, s, s, verbatim, s}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// checkPage holds a text against its page: it reads as itself, makes no element,
// and nothing in it steers.
func checkPage(t *testing.T, text string, plain []string) {
	t.Helper()
	page := htmlOf(t, everywhere(text))
	wantSame(t, textsOf(t, page), wantPage(text))
	if plain != nil {
		got := slices.DeleteFunc(elements(t, page), func(s string) bool { return s == "bdi" })
		if !slices.Equal(got, plain) {
			t.Errorf("the page has other elements:\n%q\n%q", got, plain)
		}
	}
	if strings.ContainsAny(page, "\x00\x1b\u202e\u2066\u2068\u200b") {
		t.Error("what turns the writing, or steers, stands in the page")
	}
}

func TestHTMLReadsAsItself(t *testing.T) {
	plain := elements(t, htmlOf(t, everywhere("plain")))
	for _, text := range append(hostile, strings.Repeat("ten thousand ", 800), strings.Repeat("<&\"'>", 2000)) {
		t.Run(text[:min(len(text), 12)], func(t *testing.T) {
			if text == "" || strings.Contains(text, " > ") {
				checkPage(t, text, nil) // has other elements: nothing is marked, or more parts
				return
			}
			checkPage(t, text, plain)
		})
	}
}

// FuzzHTML: whatever a text is, it reads as itself.
func FuzzHTML(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkPage(t, text, nil) })
}

// first finds an element of a page.
func first(n *html.Node, is func(*html.Node) bool) *html.Node {
	if is(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := first(c, is); found != nil {
			return found
		}
	}
	return nil
}

// TestDataOfAPage: a program reads back the same bytes.
func TestDataOfAPage(t *testing.T) {
	attack := "</template><script>alert(1)</script><!-- \r\n \u2028 & &lt; \x1b \u202e ]]> \U0001f600"
	line, err := json.Marshal(attack)
	if err != nil {
		t.Fatal(err)
	}
	want := "\r\n{\n  \"a\": " + string(line) + ",\r\n  \"raw\": \"</template><b>&amp;\"\r}\n"
	d := report("en")
	d.Data = func(w io.Writer) error {
		for _, s := range strings.SplitAfter(want, "a") { // in pieces
			if _, err := io.WriteString(w, s); err != nil {
				return err
			}
		}
		return nil
	}
	root, err := html.Parse(strings.NewReader(htmlOf(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	template := first(root, func(n *html.Node) bool { return n.DataAtom == atom.Template && attribute(n, "id") == "lotse-data" })
	if template == nil || template.FirstChild == nil || template.FirstChild.NextSibling != nil || template.FirstChild.Data != want {
		t.Errorf("the data is %v", template)
	}
	broken := errors.New("broken")
	d.Data = func(io.Writer) error { return broken }
	if err := paper.HTML(io.Discard, d); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
}

// TestLinksLeadOnlyWhereTheyMay: an address that a browser would run is a text.
func TestLinksLeadOnlyWhereTheyMay(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/a?b=1&c=2":   "https://example.org/a?b=1&c=2",
		"HTTP://example.org":              "http://example.org",
		"mailto:a@example.org":            "mailto:a@example.org",
		"https://example.org/ü x(1)":      "https://example.org/%C3%BC%20x%281%29",
		"https://example.org/\"><script>": "https://example.org/%22%3E%3Cscript%3E",
		"javascript:alert(1)":             "",
		" javascript:alert(1)":            "",
		"JaVaScRiPt:alert(1)":             "",
		"java\nscript:alert(1)":           "",
		"data:text/html,x":                "",
		"file:///etc/passwd":              "",
		"https:":                          "",
		"//example.org":                   "",
		"x":                               "",
		"":                                "",
	} {
		d := &paper.Document{Blocks: []paper.Block{paper.Paragraph{Text: paper.Line{{Text: "go", Link: link}}}}}
		for form, page := range map[string]string{"HTML": htmlOf(t, d), "Markdown": rendered(t, markdownOf(t, d))} {
			root, err := html.Parse(strings.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if a := first(root, func(n *html.Node) bool { return n.DataAtom == atom.A }); a != nil {
				got = attribute(a, "href")
			}
			if got != want {
				t.Errorf("%s: %q leads to %q, want %q", form, link, got, want)
			}
		}
	}
}

// TestHeadingsInOrder: no level is left out on the way down.
func TestHeadingsInOrder(t *testing.T) {
	d := &paper.Document{Title: "t", Blocks: []paper.Block{paper.Heading{Level: 3, Text: "a"}, paper.Heading{Level: 3, Text: "b"}, paper.Heading{Level: 9, Text: "c"}, paper.Heading{Level: 0, Text: "d"}}}
	var got []string
	for _, name := range elements(t, htmlOf(t, d)) {
		if len(name) == 2 && name[0] == 'h' && name[1] <= '9' {
			got = append(got, name)
		}
	}
	want := []string{"h1", "h1", "h2", "h2", "h3", "h3", "h4", "h4", "h2", "h2"}
	if !slices.Equal(got, want) {
		t.Errorf("the headings are %q, want %q", got, want)
	}
}

// TestOneThingALine: a heading, a paragraph, a fact, a row is a line of the page.
func TestOneThingALine(t *testing.T) {
	page := htmlOf(t, report("en"))
	for _, want := range []string{
		"<h1>TecCom import for Müller &amp; Söhne GmbH</h1>",
		`<div class="fact plain"><dt>Who keeps the secret?</dt><dd>The customer keeps it</dd></div>`,
		`<tr><td>1</td><td>Müller &amp; Söhne GmbH</td><td>DE-100234</td><td>Köln</td><td>in order</td></tr>`,
		"<p>No file was attached.</p>", "please set up the access that was agreed on:",
	} {
		if !slices.Contains(strings.Split(page, "\n"), want) {
			t.Errorf("no line is %s", want)
		}
	}
}

func TestHTMLOnAFullDisk(t *testing.T) {
	if err := paper.HTML(full{}, everywhere("x")); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
