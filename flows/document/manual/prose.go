package manual

import (
	"regexp"
	"strings"

	"lotse/flows/document/paper"
)

// prose is a text in the Markdown of procedures: paragraphs, lists, **strong**,
// `code`, [links](address) and menu paths as [[A > B]].
func prose(text string) []paper.Block {
	var blocks []paper.Block
	var points []paper.Line
	var running []string
	end := func() {
		if len(points) > 0 {
			blocks = append(blocks, paper.List{Points: points})
		}
		if len(running) > 0 {
			blocks = append(blocks, paper.Paragraph{Text: inline(strings.Join(running, " "))})
		}
		points, running = nil, nil
	}
	for _, line := range strings.Split(text, "\n") {
		point, isPoint := strings.CutPrefix(strings.TrimSpace(line), "- ")
		switch {
		case isPoint:
			if len(running) > 0 {
				end()
			}
			points = append(points, inline(point))
		case strings.TrimSpace(line) == "":
			end()
		case len(points) > 0: // a point goes on
			last := &points[len(points)-1]
			*last = append(append(*last, paper.Span{Text: " "}), inline(strings.TrimSpace(line))...)
		default:
			running = append(running, strings.TrimSpace(line))
		}
	}
	end()
	return blocks
}

// marks are the pieces of a line that are more than text.
var marks = regexp.MustCompile("\\*\\*[^*]+\\*\\*|\\*[^*\\s][^*]*\\*|`[^`]+`|\\[\\[[^\\]]+\\]\\]|\\[[^\\]]+\\]\\([^)\\s]+\\)")

// inline is a line of prose.
func inline(text string) paper.Line {
	var line paper.Line
	for text != "" {
		at := marks.FindStringIndex(text)
		if at == nil {
			return append(line, paper.Span{Text: text})
		}
		if at[0] > 0 {
			line = append(line, paper.Span{Text: text[:at[0]]})
		}
		line = append(line, span(text[at[0]:at[1]]))
		text = text[at[1]:]
	}
	return line
}

// span is a piece by the marks around it.
func span(mark string) paper.Span {
	switch {
	case strings.HasPrefix(mark, "**"):
		return paper.Span{Text: strings.Trim(mark, "*"), Strong: true}
	case strings.HasPrefix(mark, "*"):
		return paper.Span{Text: strings.Trim(mark, "*")}
	case strings.HasPrefix(mark, "`"):
		return paper.Span{Text: strings.Trim(mark, "`"), Code: true}
	case strings.HasPrefix(mark, "[["):
		return paper.Span{Text: strings.Trim(mark, "[]"), Menu: true}
	}
	text, link, _ := strings.Cut(strings.Trim(mark, "[)"), "](")
	return paper.Span{Text: text, Link: link}
}
