package paper_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
	"lotse/flows/document/paper"
)

// said are the texts of a document in their order, without its mark and its foot,
// made without any of the writers.
func said(d *paper.Document) []string {
	all := []string{d.Title, d.About}
	for _, b := range d.Blocks {
		all = append(all, saidBy(b)...)
	}
	return all
}

func saidBy(b paper.Block) []string {
	var all []string
	switch b := b.(type) {
	case paper.Heading:
		all = append(all, b.Text, b.State)
	case paper.Paragraph:
		all = append(all, lineText(b.Text))
	case paper.Notice:
		all = append(all, lineText(b.Text))
	case paper.Facts:
		for _, f := range b.Rows {
			all = append(append(all, f.Name, lineText(f.Value), f.State), linesText(f.Notes)...)
		}
	case paper.List:
		all = append(all, linesText(b.Points)...)
	case paper.Boxes:
		for _, box := range b.Rows {
			all = append(append(all, lineText(box.Text)), linesText(box.Notes)...)
		}
	case paper.Table:
		rows := 0
		for row := range b.Rows {
			if rows == 0 {
				all = append(all, b.Head...)
			}
			all = append(all, row...)
			rows++
		}
		if rows == 0 {
			all = append(all, b.None)
		}
	case paper.Verbatim:
		all = append(all, b.Title, b.Text)
	}
	return all
}

func linesText(lines []paper.Line) []string {
	var all []string
	for _, l := range lines {
		all = append(all, lineText(l))
	}
	return all
}

func lineText(l paper.Line) string {
	text := ""
	for _, s := range l {
		if s.Menu {
			text += strings.ReplaceAll(shown(s.Text), " > ", " › ")
		} else {
			text += s.Text
		}
	}
	return text
}

// between is what a writer may say by itself between two texts.
var between = regexp.MustCompile(`^([:·!•✓✗|-]|\d+\.|Warning:|Problem:|Warnung:|Varoitus:|Ongelma:)*$`)

// wantSaid holds what a reader sees against the texts of a document: all of them,
// in order, and nothing else. Blanks and breaks do not count.
func wantSaid(t testing.TB, got string, want []string) {
	t.Helper()
	got = squeezed(got)
	for _, text := range want {
		text = squeezed(flows.Shown(text))
		at := strings.Index(got, text)
		if at < 0 {
			t.Fatalf("%.200q is not said; there is:\n%.400s", text, got)
		}
		if !between.MatchString(got[:at]) {
			t.Fatalf("%.400q is said before %.200q", got[:at], text)
		}
		got = got[at+len(text):]
	}
	if !between.MatchString(got) {
		t.Fatalf("%.400q is said at the end", got)
	}
}

// squeezed is a text without its blanks.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// bodyText is what a page says, without signs.
func bodyText(t testing.TB, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		class := attribute(n, "class")
		if n.DataAtom == atom.Head || n.DataAtom == atom.Template || class == "sign" || class == "box" {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return b.String()
}

// glyphs are the characters that the fonts of a PDF have.
var glyphs = func() *sfnt.Font {
	f, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		panic(err)
	}
	return f
}()

// onPDF is a text as a PDF shows it: what the fonts lack as its code point.
func onPDF(s string) string {
	var b strings.Builder
	var buffer sfnt.Buffer
	for _, r := range norm.NFC.String(flows.Shown(s)) {
		if glyph, err := glyphs.GlyphIndex(&buffer, r); err == nil && glyph != 0 || unicode.IsSpace(r) {
			b.WriteRune(r)
		} else {
			b.WriteString("[" + flows.CodePoint(r) + "]")
		}
	}
	return b.String()
}

func allOnPDF(texts []string) []string {
	all := make([]string, len(texts))
	for i, s := range texts {
		all[i] = onPDF(s)
	}
	return all
}

// TestAllFormatsSayTheSame: every text of a document with every block stands in
// Markdown, HTML and PDF, in its order, and nothing else.
func TestAllFormatsSayTheSame(t *testing.T) {
	for _, lang := range []string{"en", "de", "fi"} {
		d := report(lang)
		framed := append(append([]string{d.Mark}, said(d)...), d.Foot)
		wantSaid(t, bodyText(t, rendered(t, markdownOf(t, d))), framed)
		wantSaid(t, bodyText(t, htmlOf(t, d)), framed)
		wantSaid(t, bodyOf(pdfOf(t, d)), allOnPDF(said(d)))
	}
}
