package desk

import (
	"context"
	"fmt"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

// TestTheListSaysThatMoreWereFoundThanAreCounted: of the runs of two groups, one has more
// with the word than are counted.
func TestTheListSaysThatMoreWereFoundThanAreCounted(t *testing.T) {
	r := newRig(t)
	c, err := r.a.AddCustomer(context.Background(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range run.MostCounted + 5 {
		l := storetest.NewLog(fmt.Sprintf("run%04d", i), c)
		if l.Header.Status = run.StatusOpen; i < 3 {
			l.Header.Status = run.StatusWaiting
		}
		l.Add(run.EventStarted, map[string]string{})
		b := l.Batch(1)
		b.Index = storetest.Index("Muster GmbH", "TecCom import")
		if err := r.a.Append(context.Background(), b); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.m.list.load(context.Background(), r.a, r.at); err != nil {
		t.Fatal(err)
	}
	r.shows("1005 runs")
	r.keys("/", "'muster'").shows("1003+ runs")
}
