package theme

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Mark says what a piece of text is.
type Mark int

// The marks of a span.
const (
	Plain Mark = iota
	Strong
	Emph
	Code
	Link // Text, with the address in URL
	Menu // a menu path: A > B
)

// Span is a piece of text under one mark.
type Span struct {
	Mark Mark
	Text string
	URL  string
}

// Block is a paragraph, or one item of a list.
type Block struct {
	Marker string // "-" or "1." of a list's item, "" of a paragraph
	Depth  int    // of lists around it
	Pre    bool   // lines stay as they are
	Spans  []Span
}

var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(
			util.Prioritized(menuParser{}, 50),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500)),
	)
})

// Parse reads Markdown into blocks: paragraphs, lists, bold, code, links, and
// a menu path as [[A > B]]. HTML is text.
func Parse(source string) []Block {
	src := []byte(source)
	var blocks []Block
	walk(markdown().Parse(gtext.NewReader(src)), src, 0, "", &blocks)
	return blocks
}

func walk(n ast.Node, src []byte, depth int, marker string, out *[]Block) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.List:
			number := c.Start
			for item := c.FirstChild(); item != nil; item = item.NextSibling() {
				mark := "-"
				if c.IsOrdered() {
					mark = itoa(number) + "."
					number++
				}
				walk(item, src, depth+1, mark, out)
			}
		case *ast.FencedCodeBlock:
			*out = append(*out, Block{Pre: true, Depth: depth, Spans: []Span{{Mark: Code, Text: strings.TrimRight(string(c.Lines().Value(src)), "\n")}}})
		default:
			var spans []Span
			inline(c, src, Plain, "", &spans)
			*out = append(*out, Block{Marker: marker, Depth: depth, Spans: spans})
			marker = ""
		}
	}
}

func inline(n ast.Node, src []byte, mark Mark, url string, out *[]Span) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := string(c.Value(src))
			if c.SoftLineBreak() {
				s += " "
			} else if c.HardLineBreak() {
				s += "\n"
			}
			*out = append(*out, Span{Mark: mark, Text: s, URL: url})
		case *ast.Emphasis:
			style := Emph
			if c.Level > 1 {
				style = Strong
			}
			inline(c, src, style, url, out)
		case *ast.CodeSpan:
			inline(c, src, Code, url, out)
		case *ast.Link:
			inline(c, src, Link, string(c.Destination), out)
		case *ast.AutoLink:
			*out = append(*out, Span{Mark: Link, Text: string(c.Label(src)), URL: string(c.URL(src))})
		case *menuNode:
			*out = append(*out, Span{Mark: Menu, Text: c.path})
		default:
			inline(c, src, mark, url, out)
		}
	}
}

// Links are the addresses in blocks, in order.
func Links(blocks []Block) []string {
	var urls []string
	for _, b := range blocks {
		for _, s := range b.Spans {
			if s.URL != "" {
				urls = append(urls, s.URL)
			}
		}
	}
	return urls
}

type menuNode struct {
	ast.BaseInline
	path string
}

var menuKind = ast.NewNodeKind("Menu")

// Kind implements ast.Node.
func (*menuNode) Kind() ast.NodeKind { return menuKind }

// Dump implements ast.Node.
func (n *menuNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type menuParser struct{}

// Trigger implements parser.InlineParser.
func (menuParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser: [[A > B]].
func (menuParser) Parse(_ ast.Node, block gtext.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	s := string(line)
	if !strings.HasPrefix(s, "[[") {
		return nil
	}
	end := strings.Index(s, "]]")
	if end < 0 {
		return nil
	}
	block.Advance(end + 2)
	return &menuNode{path: strings.TrimSpace(s[2:end])}
}
