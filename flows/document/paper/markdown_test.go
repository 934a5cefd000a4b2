package paper_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lotse/flows"
	"lotse/flows/document/paper"
)

func markdownOf(t testing.TB, d *paper.Document) string {
	t.Helper()
	var b strings.Builder
	if err := paper.Markdown(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rendered is Markdown as a reader with GFM makes a page of it.
func rendered(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList, extension.Footnote)).Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// textsOf are the texts of a page's blocks, in their order; a point's own text
// comes before that of the points within it.
func textsOf(t testing.TB, page string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	holds := []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.P, atom.Li, atom.Td, atom.Th, atom.Pre}
	var texts []string
	var walk func(n *html.Node, into *string)
	walk = func(n *html.Node, into *string) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode && into != nil:
				*into += c.Data
			case slices.Contains(holds, c.DataAtom):
				texts = append(texts, "")
				at := len(texts) - 1
				own := ""
				walk(c, &own)
				if c.DataAtom != atom.Pre {
					own = strings.Trim(own, "\n") // of the page, not of the text
				}
				texts[at] = own
			case c.DataAtom == atom.Ul:
				walk(c, nil)
			default:
				walk(c, into)
			}
		}
	}
	walk(root, nil)
	return texts
}

// wantTexts are the texts of everywhere, as a reader of Markdown gives them.
func wantTexts(text string) []string {
	s := shown(text)
	label := s + ":"
	if s == "" || strings.ContainsAny(s[len(s)-1:], ":?!.") {
		label = s
	}
	menu := strings.ReplaceAll(s, " > ", " › ")
	stateOf := func(sign string) string { return strings.TrimSpace(sign + " " + s) }
	verbatim := strings.TrimSuffix(flows.Shown(text+"\n"+text), "\n") + "\n"
	fact := s + " · " + stateOf("✗")
	if s == "" {
		fact = "✗"
	} else {
		fact = label + " " + fact
	}
	all := []string{s, s, s, s + " · " + stateOf("✓"), s, s + "and" + s + s + " of " + s + ", " + menu + s, "Warning: " + s, "✓ " + s + s, fact, s, s, s, s, s, " " + s, " " + s, s, s, "b", s, s, "x", s, s, s, verbatim, s}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// readBack are the texts that a reader of the Markdown of everywhere sees.
func readBack(t testing.TB, text string) []string {
	t.Helper()
	got := textsOf(t, rendered(t, markdownOf(t, everywhere(text))))
	return slices.DeleteFunc(got, func(s string) bool { return s == "" })
}

func TestMarkdownReadsAsItself(t *testing.T) {
	for _, text := range append(hostile, strings.Repeat("ten thousand ", 800), strings.Repeat("*`[<|_", 1700)) {
		t.Run(text[:min(len(text), 12)], func(t *testing.T) { wantSame(t, readBack(t, text), wantTexts(text)) })
	}
}

// FuzzMarkdown: whatever a text is, it reads as itself.
func FuzzMarkdown(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { wantSame(t, readBack(t, text), wantTexts(text)) })
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("no room")

func TestMarkdownOnAFullDisk(t *testing.T) {
	if err := paper.Markdown(full{}, everywhere("x")); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
