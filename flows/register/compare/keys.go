package compare

import (
	"hash/maphash"
	"math/bits"
)

// keys are the keys of one field, of the rows of both sides: rows with the same
// key have the same first one.
type keys struct {
	shorts []short  // by row of both
	first  []uint32 // by row of both: the first row with its key; none without a key
	times  []uint8  // by first row: how often its key stands on each side
}

func newKeys(rows int) keys {
	return keys{shorts: make([]short, rows), first: make([]uint32, rows), times: make([]uint8, rows)}
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

func (k *keys) has(row uint32) bool { return k.first[row] != none }

// short stands for a key in 64 bits: 0 for none. Those with the bit hashed may
// stand for several keys, the others for one alone.
type short uint64

const (
	hashed  short = 1 << 63 // a hash of the key
	letters short = 1 << 62 // up to seven bytes as they are
	// Without these bits: digits, as a number behind a 1.
)

// isDigits reports whether the key is digits alone, not too many for a number.
func (s short) isDigits() bool { return s != 0 && s < letters }

// shortOf is the short form of a code.
func (g *gatherer) shortOf(code string) short {
	if n := digitsOf(code); n != 0 {
		return n
	}
	if n := len(code); n > 0 && n < 8 {
		s := letters | short(n)<<56
		for i := range n {
			s |= short(code[i]) << (8 * i)
		}
		return s
	}
	if code == "" {
		return 0
	}
	return g.hash(code)
}

// digitsOf is a code of digits as a number behind a 1; 0 for another.
func digitsOf(code string) short {
	const most = 17
	if code == "" || len(code) > most {
		return 0
	}
	n := short(1)
	for i := range len(code) {
		d := short(code[i] - '0')
		if d > 9 {
			return 0
		}
		n = n*10 + d
	}
	return n
}

// shortID is the short form of a valid business id.
func (g *gatherer) shortID(given string) (s short, ok bool) {
	if n := plainID(given); n != 0 {
		return n, true
	}
	var buf [maxID + 1]byte
	id, ok := readID(&buf, given)
	if !ok {
		return 0, false
	}
	if isLetter(id[0]) {
		return g.hashBytes(id), true
	}
	return g.shortOf(string(id)), true
}

// hash is the short form of a key that is too long to be one by itself.
func (g *gatherer) hash(key string) short { return short(maphash.String(g.seed, key)) | hashed }

// gatherer finds equal keys. A hash decides nothing: keys that share one are
// compared; and it is another one in every run, so that no file is made to have
// keys that share one.
type gatherer struct {
	seed  maphash.Seed
	mixer uint64
	slots [2][]uint64
}

func (g *gatherer) hashBytes(key []byte) short { return short(maphash.Bytes(g.seed, key)) | hashed }

func newGatherer() *gatherer {
	seed := maphash.MakeSeed()
	return &gatherer{seed: seed, mixer: maphash.String(seed, "mixer") | 1}
}

func (g *gatherer) mix(s short) uint64 {
	hi, lo := bits.Mul64(uint64(s)^g.mixer, 0x9e3779b97f4a7c15)
	return (hi ^ lo) * g.mixer
}

// gather finds the first row of every key of one half of them, 0 or 1; same
// compares the keys of two rows whose short form is the same hash.
func (g *gatherer) gather(w *work, k *keys, half uint64, left int, same func(a, b uint32) bool) {
	slots := g.table(k, half)
	mask := uint32(len(slots) - 1)
	w.each(len(k.shorts), func(from, to int) {
		for row, s := range k.shorts[from:to] {
			row += from
			if s == 0 {
				if half == 0 {
					k.first[row] = none
				}
				continue
			}
			mixed := g.mix(s)
			if mixed>>63 != half {
				continue
			}
			mark := mixed >> 32 << 32
			first := uint32(row)
			for at := uint32(mixed) & mask; ; at = (at + 1) & mask {
				slot := slots[at]
				if slot == 0 {
					slots[at] = mark | uint64(row+1)
					break
				}
				if found := uint32(slot) - 1; slot>>32<<32 == mark && k.shorts[found] == s && (s&hashed == 0 || same(found, uint32(row))) {
					first = found
					break
				}
			}
			k.first[row] = first
			k.times[first] = seen(k.times[first], row >= left)
		}
	})
}

// table is an empty table for one half of the keys.
func (g *gatherer) table(k *keys, half uint64) []uint64 {
	n := 0
	for _, s := range k.shorts {
		if s != 0 {
			n++
		}
	}
	// Half of them, and more than chance can bring: a table is never full.
	if size := 1 << bits.Len(uint(n/2+n/8+64)); len(g.slots[half]) < size {
		g.slots[half] = make([]uint64, size)
	} else {
		clear(g.slots[half])
	}
	return g.slots[half]
}
