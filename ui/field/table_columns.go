package field

import (
	"lotse/ui/theme"
)

// The narrowest and the widest that a column is drawn.
const (
	minColumn = 6
	maxColumn = 26
)

// sampled is how many rows say how wide the columns are, beside those in view.
const sampled = 50

// wideTable is the width from which a title is broken into two lines only where
// all columns have room by that.
const wideTable = 60

// setColumns decides which columns are drawn, how wide, and whether their titles
// stand on one line or on two: on one if all columns have room that way, or if
// they have none on two lines either. The first column is always drawn; of the
// others, the one that has the focus is.
func (t *Table) setColumns() {
	one, two := t.titlesOn(1), t.titlesOn(2)
	whole := t.content()
	t.headings = one
	t.fits = t.span(widened(whole, one)) <= t.room()
	if !t.fits {
		narrow := t.span(widened(whole, two)) <= t.room()
		if t.fits = narrow; narrow || t.width < wideTable {
			t.headings = two
		}
	}
	for i := t.top; i < min(t.top+t.height, t.count()); i++ {
		for c := range t.cols {
			whole[c] = max(whole[c], min(theme.Width(t.cell(t.row(i), i, c)), maxColumn))
		}
	}
	t.wide = widened(whole, t.headings)
	t.wide[0] = min(t.wide[0], max(t.width/2, minColumn))
	t.scrollColumns()
	t.showColumns()
}

// room is the width that columns may take: beside them stand the mark of the row
// and the sign that there are more.
func (t *Table) room() int { return t.width - 4 }

// content is how wide the columns' values are, by the first rows.
func (t *Table) content() []int {
	if t.values == nil {
		t.values = make([]int, len(t.cols))
		for c := range t.cols {
			t.values[c] = minColumn
			for i := range min(len(t.rows), sampled) {
				t.values[c] = max(t.values[c], min(theme.Width(t.cell(&t.rows[i], i, c)), maxColumn))
			}
		}
	}
	return append([]int(nil), t.values...)
}

// widened is each column as wide as its title asks for.
func widened(widths []int, titles [][]string) []int {
	out := make([]int, len(widths))
	for c, w := range widths {
		out[c] = max(w, widest(titles[c]))
	}
	return out
}

func (t *Table) span(widths []int) int {
	n := -2
	for _, w := range widths {
		n += w + 2
	}
	return n
}

// scrollColumns keeps the focused column in view beside the first one.
func (t *Table) scrollColumns() {
	rest := t.room() - t.wide[0] - 2
	t.left = max(min(t.left, t.col), 1)
	for t.left < t.col && t.span(t.wide[t.left:t.col+1]) > rest {
		t.left++
	}
	for t.left > 1 && t.span(t.wide[t.left-1:]) <= rest {
		t.left--
	}
}

// showColumns lists the columns that have room: the first one, and from the first
// scrolled one on.
func (t *Table) showColumns() {
	t.shown = append(t.shown[:0], 0)
	used := t.wide[0] + 2
	for c := t.left; c < len(t.cols); c++ {
		if used+t.wide[c] > t.room() && len(t.shown) > 1 {
			return
		}
		t.shown = append(t.shown, c)
		used += t.wide[c] + 2
	}
}

// more reports whether columns are hidden behind the first one, and at the end.
func (t *Table) more() (left, right bool) {
	return t.left > 1, t.shown[len(t.shown)-1] < len(t.cols)-1
}
