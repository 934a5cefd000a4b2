package outside

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"lotse/flows"
	"lotse/flows/run"
)

// underWay is how many runs are copied at once. A server answers each of several programs
// as quickly as one, and waits for its disk once for all of them.
const underWay = 4

// runs copies the runs, in an order that stays while somebody works with them.
func (t *Transfer) runs(ctx context.Context) error {
	for q := (run.Query{Order: run.ByCustomer, Limit: 500}); ; {
		page, err := t.From.Headers(ctx, q)
		if err != nil {
			return err
		}
		if err := t.page(ctx, &page); err != nil || page.Next == "" {
			return err
		}
		q.After = page.Next
	}
}

// page copies runs, several at once. None is begun after one that failed, and none goes on
// when it returns.
func (t *Transfer) page(ctx context.Context, page *run.Page) (err error) {
	var going []*passage
	arrive := func() {
		p := going[0]
		going = going[1:]
		<-p.arrived
		t.done.add(&p.done)
		if p.err != nil && err == nil {
			err = fmt.Errorf("copy run %s: %w", p.run.ID, p.err)
		}
		if err == nil && t.Tell != nil {
			t.Tell(t.done.Runs, max(page.Total, t.done.Runs), p.run.Customer.Name)
		}
	}
	for i := 0; i < len(page.Runs) && err == nil && ctx.Err() == nil; i++ {
		going = append(going, t.depart(ctx, page.Runs[i]))
		if len(going) == underWay {
			arrive()
		}
	}
	for len(going) > 0 {
		arrive()
	}
	return errors.Join(err, ctx.Err())
}

// passage is one run on its way.
type passage struct {
	*Transfer
	run     run.Header // as the list has it
	done    Transferred
	err     error
	arrived chan struct{} // closed when done and err are there
}

// depart begins to copy a run.
func (t *Transfer) depart(ctx context.Context, h run.Header) *passage {
	p := &passage{Transfer: t, run: h, done: newTransferred(), arrived: make(chan struct{})}
	p.done.Runs = 1
	go func() {
		defer close(p.arrived)
		p.err = p.done.leave(Stayed{Run: h, Customer: h.Customer.Name}, p.pass(ctx))
	}()
	return p
}

// both is a run on both sides, as lists have it.
type both struct {
	from, to run.Header
	there    bool
}

// look reads how the run is on both sides now; gone says that it was deleted.
func (p *passage) look(ctx context.Context) (b both, gone bool, err error) {
	b.from, err = p.From.Header(ctx, p.run.ID)
	if errors.Is(err, flows.ErrNotFound) {
		return b, true, nil
	}
	if err != nil || p.To == nil {
		return b, false, err
	}
	b.to, err = p.To.Header(ctx, p.run.ID)
	if errors.Is(err, flows.ErrNotFound) || errors.Is(err, flows.ErrAmbiguous) || err == nil && b.to.ID != p.run.ID {
		return both{from: b.from}, false, nil
	}
	b.there = err == nil
	return b, false, err
}

// changed reports whether somebody has written since.
func (b both) changed(since both) bool {
	return b.there != since.there || b.from.Head != since.from.Head || b.to.Head != since.to.Head
}

// attempts are how often a run is tried that somebody writes to meanwhile.
const attempts = 3

// pass copies the run as far as it can be.
func (p *passage) pass(ctx context.Context) error {
	was, gone, err := p.look(ctx)
	for n := 1; err == nil && !gone; n++ {
		failed := p.bring(ctx, was)
		if n == attempts || !errors.Is(failed, flows.ErrConflict) && !errors.Is(failed, flows.ErrDamaged) {
			return failed
		}
		var now both
		if now, gone, err = p.look(ctx); err == nil && !gone && !now.changed(was) {
			return failed
		}
		was = now
	}
	return err
}

// isBegin reports whether events are those that others begin with.
func isBegin(events, others []run.Event) bool {
	n := len(events)
	return n > 0 && n <= len(others) && bytes.Equal(events[n-1].Hash, others[n-1].Hash)
}
