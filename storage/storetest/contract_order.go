package storetest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// ordered writes runs that every order sorts in its own way.
func ordered(t *testing.T, a run.Archive) {
	t.Helper()
	for i, r := range []struct {
		id, customer, procedure string
		due                     time.Duration // 0: none
		status                  run.Status
	}{
		{"r1", "muster", "b", 3 * time.Hour, run.StatusWaiting},
		{"r2", "Ämter", "a", 0, run.StatusOpen},
		{"r3", "Beispiel", "c", time.Hour, run.StatusOpen},
		{"r4", "Muster", "a", 0, run.StatusWaiting},
		{"r5", "Beispiel", "b", time.Hour, run.StatusWaiting},
		{"r6", "Zebra", "b", 2 * time.Hour, run.StatusDone},
	} {
		l := NewLog(r.id, customer(t, a, r.customer))
		l.At = Epoch.Add(time.Duration(i) * time.Hour)
		l.Header.Status, l.Header.Procedure, l.Header.Started = r.status, r.procedure, l.At
		if r.due > 0 {
			due := Epoch.Add(r.due)
			l.Header.Due = &due
		}
		l.Add(run.EventStarted, map[string]string{})
		ok(t, a.Append(ctx, l.Batch(1)))
	}
}

// testOrders holds every order, by pages of any size, whatever else is asked for.
func testOrders(t *testing.T, a *store) {
	ordered(t, a)
	for order, want := range map[run.Order]string{
		run.ByChange:    "r6 r5 r4 r3 r2 r1",
		run.ByDue:       "r3 r5 r6 r1 r2 r4",
		run.ByCustomer:  "r3 r5 r1 r4 r6 r2",
		run.ByProcedure: "r2 r4 r1 r5 r6 r3",
	} {
		for limit := 1; limit <= 7; limit++ {
			got, _ := walk(t, a, run.Query{Order: order, Limit: limit})
			same(t, fmt.Sprintf("%q by %d", order, limit), strings.Join(got, " "), want)
		}
		by := Epoch.Add(4 * time.Hour)
		for what, q := range map[string]run.Query{
			"of a status":   {Status: []run.Status{run.StatusWaiting}},
			"of a customer": {Customer: customer(t, a, "Beispiel").ID},
			"due":           {DueBy: &by},
			"found":         {Text: "muster"},
		} {
			all := found(t, a, q)
			q.Order, q.Limit = order, 1
			got, _ := walk(t, a, q)
			same(t, fmt.Sprintf("%q %s", order, what), strings.Join(got, " "), among(want, all))
		}
	}
	p, err := a.Headers(ctx, run.Query{Order: run.ByDue, Limit: 2})
	ok(t, err)
	for _, q := range []run.Query{{Order: "size"}, {Order: run.ByCustomer, After: p.Next}, {After: p.Next}, {Order: run.ByDue, After: "e30"}} {
		_, err := a.Headers(ctx, q)
		is(t, err, flows.ErrUsage)
	}
}

// among are those words of a text that stand in another one.
func among(text, other string) string {
	var kept []string
	for _, w := range strings.Fields(text) {
		if strings.Contains(" "+other+" ", " "+w+" ") {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// testAside puts runs aside and takes one up.
func testAside(t *testing.T, a *store) {
	ordered(t, a)
	yes, no := true, false
	for _, id := range []string{"r1", "r3", "r6"} {
		ok(t, a.SetSetting(ctx, run.AsideSetting(id), "1"))
	}
	ok(t, a.SetSetting(ctx, run.AsideSetting("nobody"), "1"))
	by := Epoch.Add(2 * time.Hour)
	two := []run.Status{run.StatusOpen, run.StatusWaiting}
	for _, c := range []struct {
		q    run.Query
		want string
	}{
		{run.Query{Aside: &yes}, "r6 r3 r1"},
		{run.Query{Aside: &no}, "r5 r4 r2"},
		{run.Query{Aside: &yes, Status: two}, "r3 r1"},
		{run.Query{Aside: &no, Status: two}, "r5 r4 r2"},
		{run.Query{Aside: &no, DueBy: &by}, "r5"},
		{run.Query{Aside: &yes, DueBy: &by, Order: run.ByDue}, "r3 r6"},
		{run.Query{Aside: &yes, Order: run.ByCustomer}, "r3 r1 r6"},
		{run.Query{Aside: &no, Customer: customer(t, a, "Beispiel").ID}, "r5"},
		{run.Query{Aside: &yes, Text: "muster"}, among("r6 r3 r1", found(t, a, run.Query{Text: "muster"}))},
	} {
		c.q.Limit = 1
		p, err := a.Headers(ctx, c.q)
		ok(t, err)
		same(t, fmt.Sprintf("total of %+v", c.q), p.Total, len(strings.Fields(c.want)))
		got, _ := walk(t, a, c.q)
		same(t, fmt.Sprintf("%+v", c.q), strings.Join(got, " "), c.want)
	}
	h, err := a.Header(ctx, "r3")
	ok(t, err)
	same(t, "r3 is aside", h.Aside, true)
	ok(t, a.SetSetting(ctx, run.AsideSetting("r3"), ""))
	same(t, "aside", found(t, a, run.Query{Aside: &yes}), "r6 r1")
	ok(t, a.DeleteRun(ctx, "r1"))
	v, err := a.Setting(ctx, run.AsideSetting("r1"))
	ok(t, err)
	same(t, "the setting of a deleted run", v, "")
}

// testNews keeps what a list says of a run, and takes it away again.
func testNews(t *testing.T, a *store) {
	l := NewLog("ab12", customer(t, a, "Muster GmbH"))
	since := Epoch.Add(time.Minute)
	l.Header.WaitsFor, l.Header.WaitsSince, l.Header.News = "Sage", &since, flows.Msg("news.failed", "item", "Is it \x1b[2J equal?")
	l.Add(run.EventStarted, map[string]string{})
	ok(t, a.Append(ctx, l.Batch(1)))
	h, err := a.Header(ctx, "ab12")
	ok(t, err)
	same(t, "waits for", h.WaitsFor, "Sage")
	same(t, "waits since", h.WaitsSince, &since)
	same(t, "news", h.News, l.Header.News)
	l.Header.WaitsFor, l.Header.WaitsSince, l.Header.News = "", nil, flows.Message{}
	l.Answer("name", "x")
	ok(t, a.Append(ctx, l.Batch(2)))
	h, err = a.Header(ctx, "ab12")
	ok(t, err)
	if h.WaitsFor != "" || h.WaitsSince != nil || !h.News.IsZero() {
		t.Errorf("still %q, %v, %v", h.WaitsFor, h.WaitsSince, h.News)
	}
}
