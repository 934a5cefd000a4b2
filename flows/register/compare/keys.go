package compare

// keys are the keys of one field, of the rows of both sides: rows with the same
// key have the same first one.
type keys struct {
	left  uint32   // how many of the rows are of the left side
	first []uint32 // by row of both: the first row with its key; none without a key
	times []uint8  // by first row: how often its key stands on each side
}

// begin makes room for the keys of so many rows, some of them of the left side.
func (k *keys) begin(rows, left int) {
	k.left, k.first, k.times = row32(left), make([]uint32, rows), make([]uint8, rows)
}

// find finds the first row of every key; key gives a row's, "" for none.
func (k *keys) find(r *runner, key func(row uint32) string) {
	firsts := make(map[string]uint32, len(k.first)/2)
	r.each(len(k.first), func(from, to int) {
		for row := row32(from); row < row32(to); row++ {
			own := key(row)
			if own == "" {
				k.first[row] = none
				continue
			}
			first, known := firsts[own]
			if !known {
				first, firsts[own] = row, row
			}
			k.first[row] = first
			k.times[first] = seen(k.times[first], row >= k.left)
		}
	})
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

// equal reports whether two rows have equal keys, or both none.
func (k *keys) equal(a, b uint32) bool { return k.first[a] == k.first[b] }
