package paper_test

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lotse/flows"
	"lotse/flows/document/paper"
)

// rowsOf are rows to be asked for.
func rowsOf(rows ...[]string) iter.Seq[[]string] { return slices.Values(rows) }

// everywhere is a document in which a text stands wherever one may stand.
func everywhere(text string) *paper.Document {
	return &paper.Document{
		Lang: "en", Title: text, Mark: text, About: text, Foot: text,
		Blocks: []paper.Block{
			paper.Heading{Level: 1, ID: "a", Text: text, Tone: paper.Good, State: text},
			paper.Paragraph{Text: paper.Say(text)},
			paper.Paragraph{Text: paper.Line{{Text: text, Strong: true}, {Text: "and"}, {Text: text, Code: true}, {Text: text}, {Text: " of "}, {Text: text, Code: true}, {Text: ", "}, {Text: text, Menu: true}, {Text: text, Link: "https://example.org/a?b=1&c=2"}}},
			paper.Notice{Tone: paper.Careful, Text: paper.Say(text)},
			paper.Notice{Tone: paper.Good, Text: paper.Line{{Text: text, Code: true}, {Text: text, Code: true}}},
			paper.Facts{Rows: []paper.Fact{{Name: text, Value: paper.Say(text), Tone: paper.Bad, State: text, Notes: []paper.Line{paper.Say(text)}}}},
			paper.List{Points: []paper.Line{paper.Say(text), paper.Say(text)}},
			paper.List{Numbered: true, Points: []paper.Line{paper.Say(text), {{Text: text, Strong: true}}}},
			paper.Boxes{Rows: []paper.Box{{Done: true, Text: paper.Say(text)}, {Text: paper.Say(text), Notes: []paper.Line{paper.Say(text)}}}},
			paper.Table{Head: []string{text, "b"}, Rows: rowsOf([]string{text, text}, []string{"x", text})},
			paper.Table{Head: []string{"a"}, Rows: rowsOf(), None: text},
			paper.Verbatim{Title: text, Text: text + "\n" + text},
		},
	}
}

// shown is a text as it is to be read on one line.
func shown(s string) string {
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(flows.Shown(s))
}

// hostile are texts that try all that a format could obey.
var hostile = []string{
	"plain", "Käyttäjä Straße 東京 😀", "", " ", "  two  blanks  ", "a\tb", "two\nlines", "\r\n", "\x00\x1b[31mred\x1b]0;title\a", "\xff\xfe broken",
	"<b>bold</b><script>alert(1)</script>", "<!-- comment", "-->", "&amp; &#60; &copy;", "&", "]]>", "</template></style>",
	"`code`", "``", "`", " `", "\\`", "```\nfence\n```", "~~~~", "~~gone~~", "**strong** __x__ *a* _b_ a_b_c", "*", "**", "***", "_", "\\", "\\\\", "a\\",
	"[x](javascript:alert(1))", "![x](https://example.org/x.png)", "[x]: https://example.org", "[^1]", "[ ] box", "!", "](", ")[",
	"# head", "#", "head #", "## ", "- point", "+ point", "-", "---", "===", "***", "1. one", "1) one", "12345678901. x", "> quote", ">", ": x", "| a | b |", "|", "a|b", "\\|", "|---|", "    indented",
	"https://example.org/a_b_c", "http://x.y", "www.example.org", "WWW.example.org", "a@example.org", "mailto:a@example.org", "ftp://x.y/z_", "$a$", ":tada:",
	"\u202etxt.exe", "\u2066a\u2069", "שלום עולם", "مرحبا 123", "pay\u200bpal", "\u00a0", "\u3000x\u3000", "e\u0301", "\ufeff", "=1+1", "@SUM(1)", "{#id}", "{{x}}",
	"a & b", "R&D; x", "100%", "\"quoted\" 'single'", "q=\"\" onload=x",
}

// elements are the names of the elements of a page's body, in their order.
func elements(t testing.TB, page string) []string {
	t.Helper()
	var names []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return names
		case html.TextToken:
		case html.CommentToken:
			t.Error("the page has a comment")
		default:
			names = append(names, z.Token().Data)
		}
	}
}

// wantSame compares two lists of texts.
func wantSame(t testing.TB, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Fatalf("text %d: nothing, want %q", i, want[i])
		case i >= len(want):
			t.Fatalf("text %d: %q, want nothing", i, got[i])
		case got[i] != want[i]:
			t.Fatalf("text %d:\n got %q\nwant %q", i, got[i], want[i])
		}
	}
}

func decimal(n int) string { return strconv.Itoa(n) }

// holders are the elements whose texts are told apart.
var holders = []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.P, atom.Li, atom.Td, atom.Th, atom.Pre, atom.Dt, atom.Dd, atom.Figcaption, atom.Header}

// textsOf are the texts of a page's blocks, in their order; a point's own text
// comes before that of the points within it. Signs are left out.
func textsOf(t testing.TB, page string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	var walk func(n *html.Node, into *string)
	walk = func(n *html.Node, into *string) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			class := attribute(c, "class")
			switch {
			case c.Type == html.TextNode && into != nil:
				*into += c.Data
			case class == "sign" || class == "box" || c.DataAtom == atom.Head || c.DataAtom == atom.Template:
			case slices.Contains(holders, c.DataAtom):
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
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// attribute is the value of an attribute; "" for none.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
