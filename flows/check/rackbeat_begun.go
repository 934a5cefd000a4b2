package check

import (
	"crypto/sha256"
	"sync"
)

// mostBegun is how many interrupted readings are held.
const mostBegun = 3

// begun are the readings of registers that were interrupted, so that the next
// one goes on. They live as long as the runner. It is safe for several
// goroutines.
type begun struct {
	mu   sync.Mutex
	left map[[sha256.Size]byte]*reading
}

// mark names a reading by its run, register, address and key, of which nothing
// can be read back.
func (r *reading) mark() [sha256.Size]byte {
	return sha256.Sum256([]byte(r.Run + "\x00" + string(r.kind) + "\x00" + r.text("url") + "\x00" + r.key))
}

// leave keeps what an interrupted reading has, as long as that is something.
func (b *begun) leave(mark [sha256.Size]byte, r *reading) {
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

// take gives what an interrupted reading has left, nil where it left nothing,
// and holds it no longer.
func (b *begun) take(mark [sha256.Size]byte) *reading {
	b.mu.Lock()
	defer b.mu.Unlock()
	r := b.left[mark]
	delete(b.left, mark)
	return r
}

// goesOn reports whether a first page is still the one that the reading began
// with.
func (r *reading) goesOn(first *page) bool {
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
