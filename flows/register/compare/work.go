package compare

import (
	"context"
	"runtime"
	"sync/atomic"
)

// piece is after how many rows the work lets others run, and looks whether it is
// still wanted: some tens of microseconds.
const piece = 512

// work runs the stages of a comparison on two goroutines, and tells from the
// one that called how far they are.
type work struct {
	ctx      context.Context
	progress func(done float64)
	done     atomic.Int64 // rows that a stage went through
	total    int64
	tick     chan struct{}
}

// begin says how many rows are gone through in all, of all passes.
func (w *work) begin(ctx context.Context, rows int) {
	w.ctx, w.total, w.tick = ctx, max(1, int64(rows)), make(chan struct{}, 1)
}

// each goes through so many rows piece by piece, as long as it is wanted.
func (w *work) each(rows int, do func(from, to int)) { w.eachOf(rows, piece, do) }

// eachOf is each, for rows that take longer.
func (w *work) eachOf(rows, piece int, do func(from, to int)) {
	for from := 0; from < rows && w.ctx.Err() == nil; from += piece {
		to := min(rows, from+piece)
		do(from, to)
		w.step(to - from)
		runtime.Gosched()
	}
}

// ticks is about how often a comparison says how far it is.
const ticks = 256

func (w *work) step(rows int) {
	done := w.done.Add(int64(rows))
	if done*ticks/w.total == (done-int64(rows))*ticks/w.total {
		return
	}
	select {
	case w.tick <- struct{}{}:
	default:
	}
}

// both does two things at once, and waits for them.
func (w *work) both(do [2]func()) error {
	ended := make(chan struct{}, len(do))
	for _, f := range do {
		go func() {
			f()
			ended <- struct{}{}
		}()
	}
	for left := len(do); left > 0; {
		select {
		case <-ended:
			left--
		case <-w.tick:
			w.tell()
		}
	}
	return w.ctx.Err()
}

func (w *work) tell() {
	if w.progress != nil {
		w.progress(min(1, float64(w.done.Load())/float64(w.total)))
	}
}
