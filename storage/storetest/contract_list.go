package storetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

func testPrefix(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	for _, id := range []string{"abc1", "abc2", "abc", "xyz9", "ü1"} {
		started(t, a, id, c)
	}
	for prefix, want := range map[string]string{"abc1": "abc1", "abc": "abc", "xy": "xyz9", "xyz9": "xyz9", "ü1": "ü1"} {
		h, err := a.Header(ctx, prefix)
		ok(t, err)
		same(t, "run of "+prefix, h.ID, want)
	}
	for prefix, want := range map[string]error{
		"ab": flows.ErrAmbiguous, "x": flows.ErrNotFound, "": flows.ErrNotFound, "xyz90": flows.ErrNotFound,
		"XY": flows.ErrNotFound, "x%": flows.ErrNotFound, "x_": flows.ErrNotFound, "'--": flows.ErrNotFound, "\xff\xff": flows.ErrNotFound,
	} {
		_, err := a.Header(ctx, prefix)
		if !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", prefix, err, want)
		}
	}
}

// manyRuns writes n runs, one in four for each status but abandoned, of which
// every other changes at the same time as the one before.
func manyRuns(t *testing.T, a run.Archive, n int) []string {
	t.Helper()
	c := customer(t, a, "Muster GmbH")
	all := []run.Status{run.StatusOpen, run.StatusWaiting, run.StatusDone, run.StatusEnded}
	var ids []string
	for i := range n {
		l := NewLog(fmt.Sprintf("run%04d", i), c)
		l.At = Epoch.Add(time.Duration(i/2) * time.Minute)
		l.Header.Status = all[i%len(all)]
		l.Add(run.EventStarted, map[string]int{"i": i})
		ok(t, a.Append(ctx, l.Batch(1)))
		ids = append(ids, l.Header.ID)
	}
	slices.Reverse(ids)
	return ids
}

// walk gives the ids of all pages of a query.
func walk(t *testing.T, a run.Archive, q run.Query) (ids []string, pages int) {
	t.Helper()
	for {
		p, err := a.Headers(ctx, q)
		ok(t, err)
		for _, h := range p.Runs {
			ids = append(ids, h.ID)
		}
		if pages++; pages > 1000 {
			t.Fatalf("the pages of %+v do not end", q)
		}
		if p.Next == "" {
			return ids, pages
		}
		q.After = p.Next
	}
}

// found is the ids of a query's first page, joined.
func found(t *testing.T, a run.Archive, q run.Query) string {
	t.Helper()
	p, err := a.Headers(ctx, q)
	ok(t, err)
	if p.Total < len(p.Runs) {
		t.Fatalf("total %d of %d runs", p.Total, len(p.Runs))
	}
	var ids []string
	for _, h := range p.Runs {
		ids = append(ids, h.ID)
	}
	return strings.Join(ids, " ")
}

func testPaging(t *testing.T, a *store) {
	ids := manyRuns(t, a, 47)
	for _, limit := range []int{1, 2, 7, 46, 47, 48} {
		got, pages := walk(t, a, run.Query{Limit: limit})
		same(t, fmt.Sprintf("runs by %d", limit), got, ids)
		same(t, fmt.Sprintf("pages by %d", limit), pages, (len(ids)+limit-1)/limit)
	}
	p, err := a.Headers(ctx, run.Query{Limit: 7})
	ok(t, err)
	same(t, "total", p.Total, 47)
	two := []run.Status{run.StatusWaiting, run.StatusDone}
	got, _ := walk(t, a, run.Query{Status: two, Limit: 3})
	var want []string
	for i, id := range ids {
		if n := (46 - i) % 4; n == 1 || n == 2 {
			want = append(want, id)
		}
	}
	same(t, "runs of two statuses", got, want)
}

func testPagingWhileWriting(t *testing.T, a *store) {
	ids := manyRuns(t, a, 10)
	p, err := a.Headers(ctx, run.Query{Limit: 5})
	ok(t, err)
	h, err := a.Header(ctx, "run0000")
	ok(t, err)
	l := NewLog("run0000", h.Customer)
	l.Header = h
	l.Add(run.EventStarted, map[string]int{"i": 0})
	l.At = Epoch.Add(24 * time.Hour)
	l.Answer("name", "new")
	ok(t, a.Append(ctx, l.Batch(2))) // moves the last run to the front
	next, err := a.Headers(ctx, run.Query{Limit: 5, After: p.Next})
	ok(t, err)
	var got []string
	for _, r := range append(p.Runs, next.Runs...) {
		got = append(got, r.ID)
	}
	same(t, "runs", got, ids[:9])
}

func testQuery(t *testing.T, a *store) {
	muster, beispiel := customer(t, a, "Muster GmbH"), customer(t, a, "Beispiel AG")
	for i, r := range []struct {
		id     string
		of     run.Customer
		status run.Status
		due    time.Duration // 0: none
	}{
		{"r1", muster, run.StatusOpen, 0},
		{"r2", muster, run.StatusWaiting, time.Hour},
		{"r3", beispiel, run.StatusWaiting, 2 * time.Hour},
		{"r4", beispiel, run.StatusDone, 0},
		{"r5", muster, run.StatusAbandoned, time.Minute},
	} {
		l := NewLog(r.id, r.of)
		l.At, l.Header.Status = Epoch.Add(time.Duration(i)*time.Hour), r.status
		if r.due > 0 {
			due := Epoch.Add(r.due)
			l.Header.Due = &due
		}
		l.Add(run.EventStarted, map[string]string{})
		ok(t, a.Append(ctx, l.Batch(1)))
	}
	at := func(d time.Duration) *time.Time { by := Epoch.Add(d); return &by }
	waiting := []run.Status{run.StatusWaiting}
	for want, q := range map[string]run.Query{
		"r5 r4 r3 r2 r1": {},
		"r3 r2":          {Status: waiting},
		"r5 r2":          {DueBy: at(time.Hour)},
		"r5 r3 r2":       {DueBy: at(3 * time.Hour)},
		"r2":             {DueBy: at(3 * time.Hour), Customer: muster.ID, Status: waiting},
		"r4 r3":          {Customer: beispiel.ID},
		"r5 r2 r1":       {Customer: muster.ID, Text: "muster"},
		"r4 r1":          {Status: []run.Status{run.StatusDone, run.StatusOpen, run.StatusOpen}},
		"":               {Customer: "nobody"},
	} {
		same(t, fmt.Sprintf("%+v", q), found(t, a, q), want)
		p, err := a.Headers(ctx, q)
		ok(t, err)
		same(t, "total of "+want, p.Total, len(strings.Fields(want)))
		q.Limit = 1
		ids, _ := walk(t, a, q)
		same(t, "pages of "+want, strings.Join(ids, " "), want)
	}
	same(t, "unknown status", found(t, a, run.Query{Status: []run.Status{"no such"}}), "")
}

func testLimit(t *testing.T, a *store) {
	manyRuns(t, a, 60)
	p, err := a.Headers(ctx, run.Query{})
	ok(t, err)
	same(t, "runs of a page without limit", len(p.Runs), 50)
	for _, q := range []run.Query{{Limit: -1}, {Limit: 501}, {After: "no cursor"}, {After: "YQ"}} {
		_, err := a.Headers(ctx, q)
		var r *flows.Refusal
		if !errors.As(err, &r) || r.Kind != flows.ErrUsage || r.Message.IsZero() {
			t.Errorf("%+v: %v", q, err)
		}
	}
	p, err = a.Headers(ctx, run.Query{Limit: 500})
	ok(t, err)
	same(t, "runs of a page of 500", len(p.Runs), 60)
}

func textOf(t *testing.T, a run.Archive, id, text string) {
	t.Helper()
	l := NewLog(id, customer(t, a, "Muster GmbH"))
	l.Add(run.EventStarted, map[string]string{})
	b := l.Batch(1)
	b.Index = Index(text, "")
	ok(t, a.Append(ctx, b))
}

func testSearch(t *testing.T, a *store) {
	textOf(t, a, "r1", "Müller & Söhne GmbH, TecCom import, client AB-1234")
	textOf(t, a, "r2", "Muster GmbH\nnetvisor mueller@example.org")
	textOf(t, a, "r3", "")
	for text, want := range map[string]string{
		"muller": "r1", "MÜLLER": "r1", "m": "r2 r1", "gmbh": "r2 r1", "gmb": "r2 r1",
		"gmb import": "r1", "import gmb": "r1", "mb import": "", "söhne müll": "r1", "söh mü 12": "r1", "ab 1234": "r1", "1234": "r1", "ab-12": "r1",
		"example.org": "r2", "mueller@ex": "r2", "nobody": "", "": "r3 r2 r1", "  ": "r3 r2 r1",
	} {
		if got := found(t, a, run.Query{Text: text}); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	h, err := a.Header(ctx, "r2")
	ok(t, err)
	l := NewLog("r2", h.Customer)
	l.Add(run.EventStarted, map[string]string{})
	l.Answer("name", "x")
	b := l.Batch(2)
	b.Index = Index("Beispiel AG", "")
	ok(t, a.Append(ctx, b))
	same(t, "found by the old text", found(t, a, run.Query{Text: "netvisor"}), "")
	same(t, "found by the new text", found(t, a, run.Query{Text: "beisp"}), "r2")
	p, err := a.Headers(ctx, run.Query{Text: "beisp"})
	ok(t, err)
	same(t, "total", p.Total, 1)
}

func testSearchHostile(t *testing.T, a *store) {
	textOf(t, a, "r1", "and or not near (x) \"quoted\" star* col:umn \x00 \xff\xfe '); drop table runs; --")
	for text, want := range map[string]string{
		"AND": "r1", "OR NOT": "r1", "x AND": "r1", "NEAR/2 x": "", `"`: "r1", `"quot`: "r1", "(": "r1", "*": "r1",
		"body:and": "", "col:umn": "r1", "-and": "r1", "^and": "r1", "'); drop table": "r1", "\x00": "r1", "\xff": "r1",
		"))((": "r1", "a*b*": "", strings.Repeat("and ", 3000): "r1", strings.Repeat("x", 100_000): "",
	} {
		if got := found(t, a, run.Query{Text: text}); got != want {
			t.Errorf("%.40q: %q, want %q", text, got, want)
		}
	}
}
