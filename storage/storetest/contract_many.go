package storetest

import (
	"fmt"
	"testing"

	"lotse/flows/run"
)

func testConcurrent(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	done := make(chan error)
	const writers, events = 4, 20
	for i := range writers {
		go func() { done <- writeMany(a, fmt.Sprintf("run%d", i), c, events) }()
	}
	for range writers {
		ok(t, <-done)
	}
	p, err := a.Headers(ctx, run.Query{})
	ok(t, err)
	same(t, "total", p.Total, writers)
	for _, h := range p.Runs {
		all, err := a.Events(ctx, h.ID, 0)
		ok(t, err)
		same(t, "verdict of "+h.ID, run.Verify(h, all), run.Verdict{Intact: true, Events: events, Head: h.Head})
	}
}

func writeMany(a run.Archive, id string, c run.Customer, n int) error {
	l := NewLog(id, c)
	for i := range n {
		l.Answer("name", fmt.Sprint(i))
		if err := a.Append(ctx, l.Batch(int64(i+1))); err != nil {
			return err
		}
		if _, err := a.Header(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func testOneMoment(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	done := make(chan error, 1)
	go func() {
		var err error
		for i := 0; i < 150 && err == nil; i++ {
			err = writeMany(a, fmt.Sprintf("run%d", i), c, 1)
		}
		done <- err
	}()
	for {
		p, err := a.Headers(ctx, run.Query{Limit: 500})
		ok(t, err)
		same(t, "total", p.Total, len(p.Runs))
		select {
		case err := <-done:
			ok(t, err)
			return
		default:
		}
	}
}
