package check

import (
	"html"
	"slices"
	"strings"
)

// inline are the elements that do not separate words.
var inline = []string{"a", "abbr", "b", "bdi", "bdo", "big", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "wbr"}

// pageTexts are the first texts of a page, or of XML: its title, then what it
// shows. They are only quoted, so the parsing may be rough.
func pageTexts(page string) []string {
	var s serverMessage
	var text strings.Builder
	for small := lower(page); page != "" && len(s.texts) < maxTexts; {
		words, _, _ := strings.Cut(page, "<")
		text.WriteString(words)
		tag, n := cutTag(small[len(words):])
		if !slices.Contains(inline, tag) {
			s.text(oneLine(text.String()))
			text.Reset()
		}
		page, small = page[len(words)+n:], small[len(words)+n:]
	}
	s.text(oneLine(text.String()))
	return s.texts
}

func oneLine(text string) string { return strings.Join(strings.Fields(html.UnescapeString(text)), " ") }

// cutTag measures the tag at the beginning of a page in lower case, and names
// its element. An element that shows nothing is measured as a whole.
func cutTag(page string) (name string, n int) {
	upTo := func(from int, end string) int {
		if i := strings.Index(page[from:], end); i >= 0 {
			return from + i
		}
		return len(page)
	}
	if strings.HasPrefix(page, "<!--") {
		return "", min(upTo(4, "-->")+3, len(page))
	}
	n = min(upTo(0, ">")+1, len(page))
	name = strings.Trim(page[:n], "</>")
	if end := strings.IndexAny(name, " \t\r\n/"); end >= 0 {
		name = name[:end]
	}
	if begins := !strings.HasPrefix(page, "</"); begins && (name == "script" || name == "style") {
		n = upTo(n, "</"+name)
	}
	return name, n
}
