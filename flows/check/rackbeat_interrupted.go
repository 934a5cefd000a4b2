package check

import (
	"crypto/sha256"
	"sync"
)

// mostBegun is how many interrupted readings are kept.
const mostBegun = 3

// interruptedReadings are the readings of registers that were interrupted, so
// that the next one continues. They live as long as the runner, and are safe
// for concurrent use.
type interruptedReadings struct {
	mu   sync.Mutex
	left map[[sha256.Size]byte]*reading
}

// id identifies a reading by its run, register, address and key; none of them
// can be computed from it.
func (r *reading) id() [sha256.Size]byte {
	return sha256.Sum256([]byte(r.Run + "\x00" + string(r.kind) + "\x00" + r.text("url") + "\x00" + r.key))
}

// keep keeps what an interrupted reading has read, if anything.
func (b *interruptedReadings) keep(mark [sha256.Size]byte, r *reading) {
	if r.page < 2 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.left == nil || len(b.left) >= mostBegun {
		b.left = map[[sha256.Size]byte]*reading{}
	}
	b.left[mark] = &reading{cards: r.cards, seen: r.seen, page: r.page, limit: r.limit, pages: r.pages, total: r.total}
}

// take removes and returns an interrupted reading; nil if there is none.
func (b *interruptedReadings) take(mark [sha256.Size]byte) *reading {
	b.mu.Lock()
	defer b.mu.Unlock()
	r := b.left[mark]
	delete(b.left, mark)
	return r
}

// continuesFrom reports whether a first page is the same as the one with which
// the reading began.
func (r *reading) continuesFrom(first *page) bool {
	if r.total < 0 || r.pages < 0 {
		return false
	}
	for i, c := range first.cards[:min(len(first.cards), len(r.cards))] {
		if c.Code != r.cards[i].Code {
			return false
		}
	}
	return true
}
