package paper

import (
	"strings"

	"lotse/flows/document/page"
)

// From how many columns on a table is set smaller on paper, and narrower still.
const (
	manyColumns  = 7
	denseColumns = 13
)

// longWord is from how many bytes on a word may be broken within: a shorter one
// keeps its column as wide as it is.
const longWord = 25

// onPaper is from how many bytes on a word may be broken where a table cannot be
// moved: so many as its columns have room for.
func onPaper(columns int) int {
	if columns >= manyColumns {
		return 110 / columns // in smaller letters
	}
	return 80 / columns
}

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
	class := "wide"
	switch {
	case len(head) >= denseColumns:
		class = "wide many dense"
	case len(head) >= manyColumns:
		class = "wide many"
	}
	h.put(`<div class="`, class, `" tabindex="0" role="group" aria-label="`, page.Text(h.title), `">`, "\n<table>\n<thead>")
	h.row("th", ` scope="col"`, fit(head, len(head)))
	h.put("</thead>\n<tbody>\n")
}

// row is a row of a table, of cells of a kind.
func (h *sheet) row(name, attributes string, cells []string) {
	h.put("<tr>")
	for _, c := range cells {
		class := ""
		if hasWord(c, longWord) {
			class = ` class="long"`
		} else if hasWord(c, onPaper(len(cells))) {
			class = ` class="wordy"`
		}
		h.put("<", name, attributes, class, ">", text(c), "</", name, ">")
	}
	h.put("</tr>")
}

// hasWord reports whether a text has a word of so many bytes.
func hasWord(s string, n int) bool {
	for len(s) >= n {
		at := strings.IndexByte(s, ' ')
		if at < 0 || at >= n {
			return true
		}
		s = s[at+1:]
	}
	return false
}
