package compare

import "math/bits"

// probe is a row whose key is looked for.
type probe struct {
	mixed uint64
	row   uint32
}

// touch brings the slots of some rows near: memory is far from a large table,
// and gives many slots at once as fast as one.
func (t *table) touch(rows []probe) {
	for _, p := range rows {
		t.touched ^= t.slots[low(p.mixed)&t.mask]
	}
}

// table is the first rows of one half of the keys, by hash: half of that, and
// the row and one.
type table struct {
	slots []uint64
	mask  uint32
	at    uint32 // the free slot where find ended
	full  int    // how many slots are

	touched uint64 // makes the compiler load them
}

// table is an empty one: as large as it has to be if all keys are there twice.
func (g *gatherer) table(k *keys, half uint64) table {
	size := 1 << bits.Len(uint(len(k.shorts)/4+len(k.shorts)/8+64))
	if len(g.slots[half]) < size {
		g.slots[half] = make([]uint64, size)
	}
	t := table{slots: g.slots[half][:size], mask: row32(size - 1)}
	clear(t.slots)
	return t
}

// find gives the row with the key, or the row itself if it is the first.
func (t *table) find(k *keys, mixed uint64, row uint32, same equal) uint32 {
	for t.at = low(mixed) & t.mask; ; t.at = (t.at + 1) & t.mask {
		slot := t.slots[t.at]
		if slot == 0 {
			return row
		}
		if (slot^mixed)>>32 == 0 && (same == nil || k.same(low(slot)-1, row, same)) {
			return low(slot) - 1
		}
	}
}

// put puts a row where find ended, and reports whether the table is too full.
func (t *table) put(mixed uint64, row uint32) bool {
	t.slots[t.at] = mixed>>32<<32 | uint64(row+1)
	t.full++
	return t.full > len(t.slots)/4*3
}

// grow makes the table twice as large.
func (t *table) grow(g *gatherer, k *keys) {
	old := t.slots
	t.slots, t.mask = make([]uint64, 2*len(old)), row32(2*len(old)-1)
	for _, slot := range old {
		if slot == 0 {
			continue
		}
		at := low(g.mix(k.shorts[low(slot)-1])) & t.mask
		for t.slots[at] != 0 {
			at = (at + 1) & t.mask
		}
		t.slots[at] = slot
	}
}
