package compare

import (
	"hash/maphash"
	"math/bits"
	"sync/atomic"
)

// keys are the keys of one field, of the rows of both sides: rows with the same
// key have the same first one.
type keys struct {
	left   uint32   // how many of the rows are of the left side
	shorts []short  // by row of both; nil once first is known
	first  []uint32 // by row of both: the first row with its key; none without a key
	times  []uint8  // by first row: how often its key stands on each side
	mixed  atomic.Bool
}

// begin makes room for the keys of so many rows, some of them of the left side.
func (k *keys) begin(rows, left int) {
	k.left, k.shorts, k.first, k.times = row32(left), make([]short, rows), make([]uint32, rows), make([]uint8, rows)
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

// gatherer finds equal keys: at first by hashes alone, then it looks whether those
// are of equal keys, and if one is not, all is done again key by key. Hashes are other ones in every run, so that no file is
// made to have keys that share one.
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

// equal compares the keys of two rows.
type equal func(a, b uint32) bool

// stages are the work of finding the equal keys of some fields.
func (g *gatherer) stages(w *work, all []field) [][2]func() {
	var stages [][2]func()
	for _, f := range all {
		stages = append(stages, [2]func(){func() { g.gather(w, f.keys, 0, nil) }, func() { g.gather(w, f.keys, 1, nil) }})
	}
	return append(stages,
		[2]func(){func() { verify(w, all, 0) }, func() { verify(w, all, 1) }},
		[2]func(){func() { g.again(w, all) }, idle})
}

// field is a field whose equal keys are found.
type field struct {
	keys  *keys
	same  equal
	touch func(rows []uint32) // brings what rows have near, as table.touch does; nil: nothing is far
}

// verify looks, in every second piece, whether rows taken for the same have one
// key.
func verify(w *work, all []field, part int) {
	for _, f := range all {
		k := f.keys
		w.each(len(k.first), func(from, to int) {
			if from/piece%2 != part {
				return
			}
			if f.touch != nil {
				f.touch(k.first[from:to])
			}
			for row := row32(from); row < row32(to); row++ {
				if first := k.first[row]; first != row && first != none && !k.same(first, row, f.same) {
					k.mixed.Store(true)
				}
			}
		})
	}
}

// same compares the keys of two rows before all of them are known.
func (k *keys) same(a, b uint32, same equal) bool {
	return k.shorts[a] == k.shorts[b] && (k.shorts[a]&hashed == 0 || same(a, b))
}

// again finds those keys anew of which a hash stands for several.
func (g *gatherer) again(w *work, all []field) {
	for _, f := range all {
		if f.keys.mixed.Load() {
			clear(f.keys.times)
			g.gather(w, f.keys, 0, f.same)
			g.gather(w, f.keys, 1, f.same)
		}
		f.keys.shorts = nil
	}
}

// gather finds the first row of every key of one half of them, 0 or 1. Without
// same, half a hash is taken for a key.
func (g *gatherer) gather(w *work, k *keys, half uint64, same equal) {
	t := g.table(k, half)
	var rows [piece]probe
	w.each(len(k.shorts), func(from, to int) {
		n := 0
		for row, s := range k.shorts[from:to] {
			if s == 0 {
				if half == 0 {
					k.first[from+row] = none
				}
			} else if mixed := g.mix(s); mixed>>63 == half {
				rows[n] = probe{mixed, row32(from + row)}
				n++
			}
		}
		t.touch(rows[:n])
		for _, p := range rows[:n] {
			first := t.find(k, p.mixed, p.row, same)
			if first == p.row && t.put(p.mixed, p.row) {
				t.grow(g, k)
			}
			k.first[p.row] = first
			k.times[first] = seen(k.times[first], p.row >= k.left)
		}
	})
	g.slots[half] = t.slots
}
