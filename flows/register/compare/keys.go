package compare

import (
	"hash/maphash"
	"math/bits"
)

// keys are the keys of one field, of the rows of both sides: rows with the same
// key have the same first one.
type keys struct {
	first []uint32 // by row of both: the first row with its key; none without a key
	times []uint8  // by first row: how often its key stands on each side
}

// How often a key stands on a side: never, once, or more.
const (
	onceLeft  uint8 = 1
	moreLeft  uint8 = 2
	allLeft   uint8 = 3
	onceRight uint8 = 1 << 2
	moreRight uint8 = 2 << 2
	allRight  uint8 = 3 << 2
)

// seen counts one more on a side.
func seen(times uint8, right bool) uint8 {
	switch {
	case right && times&allRight == 0:
		return times | onceRight
	case right:
		return times&^allRight | moreRight
	case times&allLeft == 0:
		return times | onceLeft
	}
	return times&^allLeft | moreLeft
}

// isAmbiguous reports whether a key stands on both sides, and more than once.
func isAmbiguous(times uint8) bool {
	return times&allLeft != 0 && times&allRight != 0 && times != onceLeft|onceRight
}

// isRepeated reports whether a key stands more than once on a side.
func isRepeated(times uint8, right bool) bool {
	if right {
		return times&allRight == moreRight
	}
	return times&allLeft == moreLeft
}

// hashes find equal keys: every row has one, 0 without a key. A hash decides
// nothing, keys that share one are compared; and it is another one in every run,
// so that no file is made to share them.
type hashes struct {
	seed  maphash.Seed
	of    []uint32 // by row of both
	slots [2][]uint64
}

func (h *hashes) sum(key string) uint32 { return uint32(max(1, maphash.String(h.seed, key)>>32)) }

// gather finds the first row of every key whose hash is of one part, odd or
// even; same compares the keys of two rows.
func (h *hashes) gather(w *work, k *keys, part uint32, left int, same func(a, b uint32) bool) {
	n := 0
	for _, sum := range h.of {
		if sum != 0 && sum&1 == part {
			n++
		}
	}
	size := 1 << bits.Len(uint(n+n/2))
	if len(h.slots[part]) < size {
		h.slots[part] = make([]uint64, size)
	} else {
		clear(h.slots[part])
	}
	slots := h.slots[part]
	mask := uint32(len(slots) - 1)
	for row, sum := range h.of {
		if !w.pause(row) {
			return
		}
		if sum == 0 && part == 0 {
			k.first[row] = none
		}
		if sum == 0 || sum&1 != part {
			continue
		}
		at := sum >> 1 & mask
		for slots[at] != 0 && !(uint32(slots[at]>>32) == sum && same(uint32(slots[at])-1, uint32(row))) {
			at = (at + 1) & mask
		}
		if slots[at] == 0 {
			slots[at] = uint64(sum)<<32 | uint64(row+1)
		}
		first := uint32(slots[at]) - 1
		k.first[row] = first
		k.times[first] = seen(k.times[first], row >= left)
	}
}
