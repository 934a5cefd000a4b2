package paper

import "strings"

// manyColumns is from how many columns on a table is set smaller on paper.
const manyColumns = 7

// longWord is from how many bytes on a word may be broken within: a shorter one
// keeps its column as wide as it is.
const longWord = 25

func (h *sheet) table(t Table) {
	empty := true
	for row := range t.Rows {
		if empty {
			h.columns(t.Head)
			empty = false
		}
		h.row("td", "", fit(row, len(t.Head)))
		h.put("\n")
	}
	if empty {
		h.put("<p>", text(t.None), "</p>\n")
		return
	}
	h.put("</tbody>\n</table>\n</div>\n")
}

// columns begins a table. What is wider than the window is moved by itself, by the
// keys, too.
func (h *sheet) columns(head []string) {
	class := ""
	if len(head) >= manyColumns {
		class = ` class="many"`
	}
	h.put(`<div class="wide" tabindex="0">`, "\n<table", class, ">\n<thead>")
	h.row("th", ` scope="col"`, fit(head, len(head)))
	h.put("</thead>\n<tbody>\n")
}

// row is a row of a table, of cells of a kind.
func (h *sheet) row(name, attributes string, cells []string) {
	h.put("<tr>")
	for _, c := range cells {
		class := ""
		if hasLongWord(c) {
			class = ` class="long"`
		}
		h.put("<", name, attributes, class, ">", text(c), "</", name, ">")
	}
	h.put("</tr>")
}

// hasLongWord reports whether a text has a word that may have to be broken.
func hasLongWord(s string) bool {
	for len(s) >= longWord {
		at := strings.IndexByte(s, ' ')
		if at < 0 || at >= longWord {
			return true
		}
		s = s[at+1:]
	}
	return false
}
