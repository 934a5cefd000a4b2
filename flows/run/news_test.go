package run_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// TestAListSaysWhatABriefSays: who is waited for since when, and what failed, of
// every run that there is a brief of.
func TestAListSaysWhatABriefSays(t *testing.T) {
	waits, failures := 0, 0
	for _, c := range briefs {
		t.Run(c.name, func(t *testing.T) {
			w := c.run(newWorld(t))
			v := w.view()
			var brief string
			for _, m := range w.brief("Kim") {
				brief += words.Say("en", m) + "\n"
			}
			if (v.WaitsFor != "") != strings.Contains(brief, "Waiting since") {
				t.Errorf("waits for %q in\n%s", v.WaitsFor, brief)
			}
			if v.WaitsFor != "" {
				waits++
				if v.WaitsSince == nil || !strings.Contains(brief, v.WaitsFor) || !strings.Contains(brief, "since "+v.WaitsSince.Format("2006-01-02")) {
					t.Errorf("waits for %q since %v in\n%s", v.WaitsFor, v.WaitsSince, brief)
				}
			}
			if v.News.IsZero() == strings.HasPrefix(brief, "The check ") {
				t.Errorf("news %v in\n%s", v.News, brief)
			}
			if item, _ := v.News.Arg("item"); !v.News.IsZero() {
				failures++
				if !strings.Contains(brief, item.(string)) {
					t.Errorf("news of %v in\n%s", item, brief)
				}
			}
		})
	}
	if waits < 4 || failures < 4 {
		t.Errorf("only %d waits and %d failures", waits, failures)
	}
}

// TestNewsAreKeptWithTheEvents, in the header that a list is made from, and go when
// what they say is over.
func TestNewsAreKeptWithTheEvents(t *testing.T) {
	w := newWorld(t).does(letIn...)
	builder, day := flows.At("rights.let_in"), w.now // of the answer that the wait depends on
	w.now = w.now.AddDate(0, 0, 1)
	w.must(run.WaitUntil{At: builder, Until: w.now.AddDate(0, 0, 2)})
	w.now = w.now.AddDate(0, 0, 1)
	w.must(run.WaitUntil{At: builder, Until: w.now.AddDate(0, 0, 2)}) // put off
	if h := w.kept(); h.WaitsFor == "" || h.WaitsSince == nil || h.WaitsSince.Truncate(24*time.Hour) != day.Truncate(24*time.Hour) {
		t.Errorf("waits for %q since %v, want since %v", h.WaitsFor, h.WaitsSince, day)
	}
	w.must(run.WaitAnswered{At: builder})
	if h := w.kept(); h.WaitsFor != "" || h.WaitsSince != nil {
		t.Errorf("still waits for %q since %v", h.WaitsFor, h.WaitsSince)
	}
	w.must(checked("failed", "soft"))
	if h := w.kept(); h.News.Code != "news.failed" {
		t.Errorf("news %v", h.News)
	}
	w.must(run.Accept{Step: "compare", Problem: "equal.failed", Why: "known"})
	if h := w.kept(); !h.News.IsZero() {
		t.Errorf("still news: %v", h.News)
	}
}

// kept is the run's header as the store has it.
func (w *world) kept() run.Header {
	w.t.Helper()
	w.flush()
	h, err := w.store.Header(context.Background(), w.ID())
	if err != nil {
		w.t.Fatal(err)
	}
	return h
}
