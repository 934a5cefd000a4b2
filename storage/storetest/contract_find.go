package storetest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// hitsOf are the hits of words as text: run, kind, place and text.
func hitsOf(t *testing.T, a run.Archive, q run.FindQuery) string {
	t.Helper()
	hits, err := a.Find(ctx, q)
	ok(t, err)
	var all []string
	for _, h := range hits {
		all = append(all, fmt.Sprintf("%s %s %s %s", h.Run.ID, h.Entry.Kind, h.Entry.At, h.Entry.Text))
	}
	return strings.Join(all, "\n")
}

// indexed writes a run with an index.
func indexed(t *testing.T, a run.Archive, id string, n int, index []run.IndexEntry) *Log {
	t.Helper()
	l := NewLog(id, customer(t, a, index[0].Text))
	l.At = Epoch.Add(time.Duration(n) * time.Hour)
	l.Add(run.EventStarted, map[string]string{})
	b := l.Batch(1)
	b.Index = index
	ok(t, a.Append(ctx, b))
	return l
}

func testFind(t *testing.T, a *store) {
	first := append(Index("Müller GmbH", "TecCom import", "K7M-4RX", "erika@example.org"),
		run.IndexEntry{Kind: run.NoteEntry, At: flows.AtStep("client"), Text: "Erika calls back about K7M"},
		run.IndexEntry{Kind: run.AnswerEntry, At: flows.Address{Step: "client", Item: "parts", Row: "r7"}, Text: "DE01 Bremen 4RX"})
	indexed(t, a, "r1", 1, first)
	indexed(t, a, "r2", 2, Index("Beispiel Oy", "Netvisor", "erika@example.org"))
	for words, want := range map[string]string{
		"":              "",
		" ; ":           "",
		"nowhere":       "",
		"muller":        "r1 customer  Müller GmbH",
		"netv":          "r2 procedure  Netvisor",
		"k7m":           "r1 answer client.name K7M-4RX\nr1 note client Erika calls back about K7M",
		"k7m bremen":    "r1 answer client.name K7M-4RX\nr1 note client Erika calls back about K7M\nr1 answer client.parts[r7] DE01 Bremen 4RX",
		"müll 4rx brem": "r1 answer client.parts[r7] DE01 Bremen 4RX",
		"eri":           "r2 answer client.name erika@example.org\nr1 answer client.name erika@example.org\nr1 note client Erika calls back about K7M",
		"BEISP ERIKA":   "r2 answer client.name erika@example.org",
		"client":        "", // where something stands is not what it says
		"answer":        "",
		"r7":            "",
	} {
		if got := hitsOf(t, a, run.FindQuery{Text: words}); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", words, got, want)
		}
	}
	same(t, "one hit", hitsOf(t, a, run.FindQuery{Text: "eri", Limit: 1}), "r2 answer client.name erika@example.org")
	_, err := a.Find(ctx, run.FindQuery{Text: "eri", Limit: 501})
	is(t, err, flows.ErrUsage)
}

func testFound(t *testing.T, a *store) {
	indexed(t, a, "r1", 1, Index("Müller GmbH", "TecCom import", "K7M-4RX"))
	indexed(t, a, "r2", 2, Index("Beispiel Oy", "Netvisor", "Müller"))
	p, err := a.Headers(ctx, run.Query{Text: "mull"})
	ok(t, err)
	same(t, "runs", len(p.Runs), 2)
	same(t, "where", p.Found, map[string]run.IndexEntry{"r2": {Kind: run.AnswerEntry, At: flows.At("client.name"), Text: "Müller"}})
	p, err = a.Headers(ctx, run.Query{Text: "mull", Limit: 1})
	ok(t, err)
	same(t, "places of a page", len(p.Found), 1)
	if p, err = a.Headers(ctx, run.Query{}); err != nil || p.Found != nil {
		t.Errorf("without words: %v, %v", p.Found, err)
	}
}

// testFindRemoved holds that nothing is found that is not there any more.
func testFindRemoved(t *testing.T, a *store) {
	l := indexed(t, a, "r1", 1, Index("Müller GmbH", "TecCom import", "first"))
	indexed(t, a, "r2", 2, Index("Beispiel Oy", "Netvisor", "first"))
	l.Answer("name", "second")
	b := l.Batch(2)
	b.Index = Index("Müller GmbH", "TecCom import", "second")
	ok(t, a.Append(ctx, b))
	same(t, "the old answer", hitsOf(t, a, run.FindQuery{Text: "first"}), "r2 answer client.name first")
	same(t, "the new answer", hitsOf(t, a, run.FindQuery{Text: "second"}), "r1 answer client.name second")
	ok(t, a.Erase(ctx, []int64{2}, erasure(l, 2)))
	same(t, "an erased answer", hitsOf(t, a, run.FindQuery{Text: "second"}), "")
	ok(t, a.DeleteRun(ctx, "r2"))
	same(t, "a deleted run", hitsOf(t, a, run.FindQuery{Text: "first"}), "")
}

// testFindHostile holds that any text comes back in one line, and of a long one
// what was looked for.
func testFindHostile(t *testing.T, a *store) {
	long := strings.Repeat("x ", 5000) + "needle" + strings.Repeat(" y", 5000)
	indexed(t, a, "r1", 1, Index("Müller GmbH", "TecCom import", "one\ntwo\x00three \xff", long, "[\"answer\",\"client.name\"]\u202e"))
	same(t, "lines", hitsOf(t, a, run.FindQuery{Text: "three"}), "r1 answer client.name one two three  ")
	same(t, "the text behind", hitsOf(t, a, run.FindQuery{Text: "client"}), "r1 answer client.name [\"answer\",\"client.name\"]\u202e")
	got := hitsOf(t, a, run.FindQuery{Text: "needle"})
	if !strings.Contains(got, "needle") || len(got) > 200 || strings.Count(got, "…") != 2 {
		t.Errorf("of a long text: %q", got)
	}
}
