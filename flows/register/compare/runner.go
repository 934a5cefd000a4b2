package compare

import (
	"cmp"
	"context"
	"runtime"
	"sync/atomic"

	"lotse/flows"
)

// piece is after how many rows a comparison lets others run, and looks whether it is
// still wanted: some tens of microseconds.
const piece = 512

// runner runs the stages of a comparison on two goroutines, and tells from the
// one that called how far they are.
type runner struct {
	ctx      context.Context
	progress func(done float64)
	done     atomic.Int64 // rows that a stage went through
	total    int64
	tick     chan struct{}
}

// begin says how many rows are gone through in all, of all passes.
func (r *runner) begin(ctx context.Context, rows int) {
	r.ctx, r.total, r.tick = ctx, max(1, int64(rows)), make(chan struct{}, 1)
}

// each goes through so many rows piece by piece, as long as it is wanted.
func (r *runner) each(rows int, do func(from, to int)) { r.eachOf(rows, piece, do) }

// eachOf is each, for rows that take longer.
func (r *runner) eachOf(rows, piece int, do func(from, to int)) {
	for from := 0; from < rows && r.ctx.Err() == nil; from += piece {
		to := min(rows, from+piece)
		do(from, to)
		r.step(to - from)
		runtime.Gosched()
	}
}

// ticks is about how often a comparison says how far it is.
const ticks = 256

func (r *runner) step(rows int) {
	done := r.done.Add(int64(rows))
	if done*ticks/r.total == (done-int64(rows))*ticks/r.total {
		return
	}
	select {
	case r.tick <- struct{}{}:
	default:
	}
}

// both does two things at once, and waits for them.
func (r *runner) both(do [2]func()) error {
	ended := make(chan *flows.Bug, len(do))
	for _, f := range do {
		go func() { ended <- flows.Try(f) }()
	}
	var bug *flows.Bug
	for left := len(do); left > 0; {
		select {
		case b := <-ended:
			bug = cmp.Or(bug, b)
			left--
		case <-r.tick:
			r.tell()
		}
	}
	flows.Throw(bug)
	return r.ctx.Err()
}

func (r *runner) tell() {
	if r.progress != nil {
		r.progress(min(1, float64(r.done.Load())/float64(r.total)))
	}
}
