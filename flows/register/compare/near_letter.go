package compare

import (
	"bytes"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Names are looked at for one letter between them if their folded forms have so
// many characters.
const (
	minNear = 4
	maxNear = 100
)

// letterSearch finds, for left forms, the first right form that differs by one
// letter. Two such forms have a key in common: the shorter one, which is the
// longer one without a letter; or both without the letter that differs, and its
// place. So the work is as much as there are letters, however many names are
// alike. A key is a hash, and what shares one is compared.
type letterSearch struct {
	n      *near
	lefts  []uint32 // places: one of every form that looks for a right one
	rights []uint32 // places: the first of every form
	best   [2][]uint32
}

// fits reports whether a form has the length that is looked at.
func fits(form []byte) bool {
	if len(form) < minNear || len(form) > utf8.UTFMax*maxNear {
		return false
	}
	n := utf8.RuneCount(form)
	return n >= minNear && n <= maxNear
}

// filterBits is how many bits of a filter a key has: of eight that nobody looks
// for, one is not seen as such.
const filterBits = 8

// Where tests may change how much is held at once: how many keys need no filter,
// and how many slots a table has at most, for every right form or in all. What
// is more is done in turns; so there are not many, however many forms there are.
var (
	fewKeys     = 1 << 17
	slotsByForm = 8
	leastSlots  = 1 << 20
)

// half does the work on one kind of keys: those of letters changed, or the
// others.
func (l *letterSearch) half(half keyHalf) {
	l.best[half] = make([]uint32, len(l.n.forms[0].rows))
	h := letterHalf{letterSearch: l, half: half, keys: newLetterKeys(), best: l.best[half]}
	kept := h.count(l.rights)
	if kept > fewKeys {
		kept = h.sift()
	}
	if kept == 0 || len(l.lefts) == 0 {
		return
	}
	most := max(leastSlots, 1<<bits.Len(uint(slotsByForm*len(l.rights))))
	h.slots = make([]uint64, min(most, 1<<bits.Len(uint(kept+kept/2))))
	h.turns = uint64(row32(1 + kept/(most/2)))
	for h.turn = range h.turns {
		clear(h.slots)
		h.forms(l.rights, offering, h.offer)
		h.forms(l.lefts, asking, h.ask)
	}
}

// sift makes the filter, and counts what passes it.
func (h *letterHalf) sift() int {
	h.filter = make([]uint64, 1<<bits.Len(uint(h.count(h.lefts)*filterBits/64)))
	h.forms(h.lefts, asking, func(_ uint32, k letterKey) { h.filter[h.word(k)] |= k.bit() })
	kept := 0
	h.forms(h.rights, offering, func(_ uint32, k letterKey) {
		if h.passes(k) {
			kept++
		}
	})
	return kept
}

// letterHalf is the work on one kind of keys.
type letterHalf struct {
	*letterSearch
	half        keyHalf
	keys        *letterKeys
	filter      []uint64 // which keys left forms look for; nil: any
	slots       []uint64 // half a key, and the right place and one
	turn, turns uint64
	best        []uint32 // by left place: the first right place and one
	without     []byte
}

// count is how many keys forms have at most.
func (h *letterHalf) count(places []uint32) int {
	keys := 0
	for _, p := range places {
		keys += len(h.n.form(p)) + 1
	}
	return keys
}

// forms calls do with the keys that forms have.
func (h *letterHalf) forms(places []uint32, as asked, do func(place uint32, k letterKey)) {
	h.n.c.runner.eachOf(len(places), 64, func(from, to int) {
		for _, place := range places[from:to] {
			for _, k := range h.keys.of(h.n.form(place), h.half, as) {
				do(place, k)
			}
		}
	})
}

func (h *letterHalf) word(k letterKey) uint64 { return k.hash >> 6 & uint64(row32(len(h.filter)-1)) }
func (k letterKey) bit() uint64               { return 1 << (k.hash & 63) }
func (h *letterHalf) passes(k letterKey) bool { return h.filter[h.word(k)]&k.bit() != 0 }

// now reports whether a key is of this turn.
func (h *letterHalf) now(k letterKey) bool { return k.hash>>40&0xffff*h.turns>>16 == h.turn }

// offer puts a right form into the table, if no other has the key before it: of
// those with a letter changed two are kept, since one may be the left form.
func (h *letterHalf) offer(place uint32, k letterKey) {
	if !h.now(k) || h.filter != nil && !h.passes(k) {
		return
	}
	form := h.n.form(place)
	left := 1
	if k.kind == changed {
		left = 2
	}
	mask, mark := uint64(row32(len(h.slots)-1)), k.hash>>32<<32
	for at := k.hash >> 8 & mask; ; at = (at + 1) & mask {
		slot := h.slots[at]
		if slot == 0 {
			h.slots[at] = mark | uint64(place+1)
			return
		}
		if slot>>32<<32 == mark && h.shares(h.n.form(low(slot)-1), form, k) {
			if left--; left == 0 {
				return
			}
		}
	}
}

// shares reports whether another form has a key of this form too.
func (h *letterHalf) shares(other, form []byte, k letterKey) bool {
	rest := form[k.at+k.size:]
	switch k.kind {
	case changed:
		if len(other) <= k.at || !bytes.Equal(other[:k.at], form[:k.at]) {
			return false
		}
		_, size := utf8.DecodeRune(other[k.at:])
		return bytes.Equal(other[k.at+size:], rest)
	case dropped:
		h.without = append(append(h.without[:0], form[:k.at]...), rest...)
		return isDrop(other, h.without)
	}
	return false // forms are all different
}

// ask looks for right forms that have a key.
func (h *letterHalf) ask(place uint32, k letterKey) {
	if !h.now(k) {
		return
	}
	mask, mark := uint64(row32(len(h.slots)-1)), k.hash>>32<<32
	for at := k.hash >> 8 & mask; h.slots[at] != 0; at = (at + 1) & mask {
		right := low(h.slots[at])
		if h.slots[at]>>32<<32 != mark || h.best[place] != 0 && h.best[place] <= right {
			continue
		}
		if oneLetter(h.n.form(place), h.n.form(right-1)) {
			h.best[place] = right
		}
	}
}

// oneLetter reports whether two forms differ by one letter that was added,
// dropped or changed; digits are no letters.
func oneLetter(a, b []byte) bool {
	p := 0
	for p < len(a) && p < len(b) && a[p] == b[p] {
		p++
	}
	for p > 0 && (p < len(a) && !utf8.RuneStart(a[p]) || p < len(b) && !utf8.RuneStart(b[p])) {
		p--
	}
	x, n := utf8.DecodeRune(a[p:])
	y, m := utf8.DecodeRune(b[p:])
	return n > 0 && m > 0 && !unicode.IsNumber(x) && !unicode.IsNumber(y) && bytes.Equal(a[p+n:], b[p+m:]) ||
		n > 0 && !unicode.IsNumber(x) && bytes.Equal(a[p+n:], b[p:]) ||
		m > 0 && !unicode.IsNumber(y) && bytes.Equal(b[p+m:], a[p:])
}

// isDrop reports whether a form without one of its characters is the other.
func isDrop(form, other []byte) bool {
	p := 0
	for p < len(form) && p < len(other) && form[p] == other[p] {
		p++
	}
	for p > 0 && p < len(form) && !utf8.RuneStart(form[p]) {
		p--
	}
	_, n := utf8.DecodeRune(form[p:])
	return n > 0 && bytes.Equal(form[p+n:], other[p:])
}
