package compare

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Names are looked at for one letter between them if their folded forms have so
// many characters.
const (
	minNear = 4
	maxNear = 100
)

// near finds what is alike without being equal, among rows without a match:
// names of customers and suppliers, codes of products.
func (c *comparison) near() {
	if c.Kind == Products {
		c.alike(CodeCase, func(i uint32) []byte { return foldCode(nil, c.card(i).Code) }, func(a, b uint32) bool { return c.card(a).Code == c.card(b).Code })
		return
	}
	if !c.has(Name) {
		return
	}
	var f folder
	c.alike(NearName, func(i uint32) []byte { return f.fold(nil, c.card(i).Name) }, func(a, b uint32) bool { return c.names.first[a] == c.names.first[b] })
}

// two are the first row with a key, and the first after it that differs.
type two struct{ first, other uint32 }

func (t two) with(row uint32, same func(a, b uint32) bool) two {
	if t.other == none && !same(t.first, row) {
		t.other = row
	}
	return t
}

// alike pairs each left row with the first right row of the same folded form
// that is not the same.
func (c *comparison) alike(r Rule, fold func(uint32) []byte, same func(a, b uint32) bool) {
	left, right := c.sides[0], c.sides[1]
	rows := map[string]two{}
	base := uint32(right.base)
	form := make([]string, c.total)
	sameForm := func(a, b uint32) bool { return form[a] == form[b] }
	put := func(key string, row uint32, same func(a, b uint32) bool) {
		if t, ok := rows[key]; ok {
			rows[key] = t.with(row, same)
		} else {
			rows[key] = two{row, none}
		}
	}
	get := func(key string, row uint32, same func(a, b uint32) bool) uint32 {
		t, ok := rows[key]
		switch {
		case !ok:
			return none
		case !same(t.first, row):
			return t.first
		}
		return t.other
	}
	for j, mate := range right.mate {
		if !c.work.pause(j) {
			return
		}
		row := base + uint32(j)
		if mate != none {
			continue
		}
		if form[row] = string(fold(row)); form[row] == "" {
			continue
		}
		put(form[row], row, same)
		if r == NearName {
			neighbours(form[row], "+", "-", func(key string) { put(key, row, sameForm) })
		}
	}
	for i, mate := range left.mate {
		if !c.work.pause(i) {
			return
		}
		row := uint32(i)
		if mate != none {
			continue
		}
		if form[row] = string(fold(row)); form[row] == "" {
			continue
		}
		found := get(form[row], row, same)
		if found == none && r == NearName {
			neighbours(form[row], "-", "+", func(key string) { found = min(found, get(key, row, sameForm)) })
		}
		if found != none {
			c.pair(r, pair{row, found - base})
		}
	}
}

// neighbours gives the keys that a folded name shares with those that differ
// from it by one letter.
func neighbours(form, shorter, longer string, yield func(string)) {
	n := utf8.RuneCountInString(form)
	if n > maxNear || n < minNear {
		return
	}
	yield(shorter + form)
	for i, c := range form {
		if unicode.IsNumber(c) {
			continue
		}
		rest := form[:i] + form[i+utf8.RuneLen(c):]
		if n > minNear {
			yield(longer + rest)
		}
		yield(fmt.Sprint("/", i, "/", rest))
	}
}
