package storetest

import (
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// testReceived holds of a run that comes from elsewhere that its customer is found
// by the name or added with it, in the transaction that writes the run.
func testReceived(t *testing.T, a *store) {
	ours := customer(t, a, "Muster GmbH")
	for _, tt := range []struct {
		run       string
		from      run.Customer
		want      string // the id; "" for one that is made
		wantCount int
	}{
		{"aa11", run.Customer{ID: "theirs", Name: "Muster GmbH"}, ours.ID, 1},
		{"bb22", run.Customer{ID: "theirs", Name: "Nordkai Oy"}, "theirs", 2},
		{"cc33", run.Customer{ID: ours.ID, Name: "Satama AS"}, "", 3},
		{"dd44", run.Customer{Name: "Werft KG"}, "", 4},
	} {
		l := NewLog(tt.run, tt.from)
		l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
		l.Answer("name", "Aurora")
		b := l.Batch(1)
		b.Customer = &tt.from
		ok(t, a.Append(ctx, b))
		h, err := a.Header(ctx, tt.run)
		ok(t, err)
		same(t, "name", h.Customer.Name, tt.from.Name)
		if tt.want != "" {
			same(t, "id", h.Customer.ID, tt.want)
		}
		all, err := a.Customers(ctx, "", 10)
		ok(t, err)
		same(t, "customers", len(all), tt.wantCount)
	}
}

// testNotReceived holds that a run that is not written leaves no customer.
func testNotReceived(t *testing.T, a *store) {
	started(t, a, "aa11", customer(t, a, "Muster GmbH"))
	l := NewLog("aa11", run.Customer{ID: "theirs", Name: "Nordkai Oy"})
	l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
	b := l.Batch(1)
	b.Customer = &l.Header.Customer
	is(t, a.Append(ctx, b), flows.ErrConflict)
	_, err := a.FindCustomer(ctx, "Nordkai Oy")
	is(t, err, flows.ErrNotFound)

	l = NewLog("bb22", run.Customer{ID: "theirs", Name: " "})
	l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
	b = l.Batch(1)
	b.Customer = &l.Header.Customer
	if err := a.Append(ctx, b); err == nil {
		t.Error("a customer without a name was added")
	}
}

// testReceivedErased holds that what was erased elsewhere comes erased, that a chain
// with it goes on, and that an erasure of something here comes with it.
func testReceivedErased(t *testing.T, a *store) {
	from := run.Customer{ID: "theirs", Name: "Muster GmbH"}
	l := NewLog("ab12", from)
	l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
	l.Answer("name", "geheim")
	rows := l.Add(run.EventRowsReplaced, map[string]any{"count": 1, "sha256": contentSum("geheim;x")})
	rows.Content = []byte("geheim;x")
	erasure(l, 2, 3)
	b := l.Batch(1)
	b.Customer = &from
	ok(t, a.Append(ctx, b))
	wantChain(t, a, l)
	l.Answer("name", "Aurora")
	ok(t, a.Append(ctx, l.Batch(5)))
	wantChain(t, a, l)
	ok(t, a.Erase(ctx, []int64{5}, erasure(l, 5)))
	wantChain(t, a, l)
}

// wantChain wants the events of a log, unbroken.
func wantChain(t *testing.T, a *store, l *Log) {
	t.Helper()
	h, err := a.Header(ctx, l.Header.ID)
	ok(t, err)
	events, err := a.Events(ctx, h.ID, 0)
	ok(t, err)
	same(t, "events", events, l.Events)
	same(t, "verdict", run.Verify(h, events), run.Verdict{Intact: true, Events: int64(len(l.Events)), Head: h.Head})
}
