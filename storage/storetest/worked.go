package storetest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"lotse/flows/run"
)

// Took is how many minutes a step took, 20 at most.
type Took struct {
	Step    string
	Minutes int
}

// AddWorked adds three real runs of a procedure that are done, in which each step
// took its minutes: as few as a store has experience from.
func AddWorked(t testing.TB, a run.Store, procedure string, took ...Took) {
	t.Helper()
	c, err := a.AddCustomer(context.Background(), run.Customer{Name: "Altkunde AG"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		l := NewLog(fmt.Sprintf("%s-worked-%d", procedure, i), c)
		l.Header.Procedure, l.Header.Status, l.Header.Current, l.Step = procedure, run.StatusDone, "", ""
		l.Add(run.EventStarted, map[string]string{})
		for _, s := range took {
			l.Step = s.Step
			l.At = l.Events[len(l.Events)-1].At.Add(time.Duration(s.Minutes) * time.Minute)
			l.Add(run.EventDone, map[string]string{})
		}
		if err := a.Append(context.Background(), l.Batch(1)); err != nil {
			t.Fatal(err)
		}
	}
}
