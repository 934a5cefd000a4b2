package storetest

import (
	"fmt"
	"testing"
	"time"

	"lotse/flows/run"
)

// testCount holds that runs with words are counted up to run.MostCounted, all others
// whatever their number, and that every page is there all the same.
func testCount(t *testing.T, a *store) {
	const runs = run.MostCounted + 1
	wordy(t, a, runs)
	no, by := false, Epoch.Add(100*time.Hour)
	ok(t, a.SetSetting(ctx, run.AsideSetting("run0500"), "1"))
	for _, c := range []struct {
		q    run.Query
		runs int
	}{
		{run.Query{}, runs},
		{run.Query{Text: "every"}, runs},
		{run.Query{Text: "every wor", Aside: &no}, runs - 1},
		{run.Query{Text: "thousand"}, run.MostCounted},
		{run.Query{Text: "every", Status: []run.Status{run.StatusWaiting}}, 250},
		{run.Query{Text: "every", DueBy: &by}, 101},
		{run.Query{Text: "every", Customer: customer(t, a, "Beispiel AG").ID}, 500},
		{run.Query{Text: "every nowhere"}, 0},
	} {
		for _, o := range run.Orders {
			c.q.Order, c.q.Limit = o, 400
			p, err := a.Headers(ctx, c.q)
			ok(t, err)
			name := fmt.Sprintf(" of %+v", c.q)
			same(t, "more"+name, p.AtLeast, c.q.Text != "" && c.runs > run.MostCounted)
			if p.AtLeast {
				same(t, "total"+name, p.Total, run.MostCounted)
			} else {
				same(t, "total"+name, p.Total, c.runs)
			}
			ids, _ := walk(t, a, c.q)
			same(t, "runs"+name, len(ids), c.runs)
			if c.runs == runs {
				all, _ := walk(t, a, run.Query{Order: o, Limit: 500})
				same(t, "order"+name, ids, all)
			}
		}
	}
}

// wordy writes n runs with a word that every one has and one that a thousand have.
func wordy(t *testing.T, a *store, n int) {
	t.Helper()
	of := []run.Customer{customer(t, a, "Muster GmbH"), customer(t, a, "Beispiel AG")}
	for i := range n {
		l := NewLog(fmt.Sprintf("run%04d", i), of[i%2])
		l.At = Epoch.Add(time.Duration(i) * time.Minute)
		due := Epoch.Add(time.Duration(i*3%n) * time.Hour)
		l.Header.Due, l.Header.Procedure = &due, fmt.Sprintf("procedure%d", i%5)
		l.Header.Status = run.Statuses[i%4]
		l.Add(run.EventStarted, map[string]int{"i": i})
		b := l.Batch(1)
		if b.Index = Index(of[i%2].Name, "TecCom import", "every word"); i < run.MostCounted {
			b.Index = append(b.Index, Index("", "", "thousand")[2])
		}
		ok(t, a.Append(ctx, b))
	}
}
