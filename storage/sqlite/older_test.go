package sqlite_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/flows/words/wordstest"
	"lotse/storage/sqlite"
)

// older is a store of version 1; see testdata/README.md.
const older = "testdata/version1"

// unpacked is a file of the older store.
func unpacked(t *testing.T, name string) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(readFile(t, filepath.Join(older, name+".gz"))))
	must(t, err)
	b, err := io.ReadAll(r)
	must(t, err)
	return b
}

// openOlder opens a copy of the older store.
func openOlder(t *testing.T) *sqlite.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "store.db")
	write(t, path, unpacked(t, "store.db"))
	files, err := os.ReadDir(filepath.Join(older, "evidence"))
	must(t, err)
	for _, f := range files {
		dir := filepath.Join(filepath.Dir(path), "evidence", "store.db", f.Name()[:2])
		must(t, os.MkdirAll(dir, 0o700))
		write(t, filepath.Join(dir, f.Name()), readFile(t, filepath.Join(older, "evidence", f.Name())))
	}
	return open(t, path)
}

func TestOlderStoreIsWell(t *testing.T) {
	db := openOlder(t)
	f, err := db.Examine(ctx)
	must(t, err)
	if len(f.Problems) > 0 || f.Version != sqlite.SchemaVersion() || f.Runs != 9 || f.Facts["evidence_files"] != "5" {
		t.Errorf("findings %+v", f)
	}
	c := &clock{time.Now().Add(48 * time.Hour)}
	must(t, db.Close())
	again := openAt(t, db.Path(), c)
	_, err = again.BackupIfDue(ctx) // sweeps
	must(t, err)
	if f, err := again.Examine(ctx); err != nil || len(f.Problems) > 0 {
		t.Errorf("after the sweep: %v, %v", f.Problems, err)
	}
}

// shown is what an older program showed of a run.
type shown struct {
	Steps []struct {
		ID    string
		Items []struct {
			ID       string
			Problems []problem
			Rows     []struct{ Problems []problem }
		}
	}
}

type problem struct {
	ID, Level, Code, Text string
	Accepted              *string
}

// logged is what an older program kept of the checks of a run: sentences.
type logged struct {
	Events []struct {
		Seq  int64
		Kind run.EventKind
		Data struct {
			Result struct {
				Summary string
				Phases  []struct{ Detail string }
				Causes  []struct{ Text string }
			}
		}
	}
}

// TestOlderRunsSayTheSame holds that a problem that is found today has the
// sentence of then, in the language of the run and the words of today, and that a check's result is
// told as it was kept.
func TestOlderRunsSayTheSame(t *testing.T) {
	db := openOlder(t)
	page, err := db.Headers(ctx, run.Query{})
	must(t, err)
	for _, h := range page.Runs {
		t.Run(h.Procedure+"-"+h.Lang+"-"+h.ID, func(t *testing.T) {
			now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
			s, err := run.Resume(ctx, run.Env{Now: func() time.Time { return now }}, db, h.ID, func(doc []byte) (*flows.Procedure, error) { return flows.Decode(doc) })
			must(t, err)
			v := s.View(now)
			sameHeader(t, v.Header, h)
			sameProblems(t, v, unpacked(t, h.ID+".show.json"))
			sameResults(t, s.Events(), unpacked(t, h.ID+".log.json"))
		})
	}
}

// sameHeader compares what is stored with what it is a projection of.
func sameHeader(t *testing.T, got, want run.Header) {
	t.Helper()
	if want.Status == run.StatusEnded {
		want.Why = got.Why // version 1 kept the reason of an end unfilled
	}
	if want.Progress.Warnings != nil || got.Progress.Warnings == nil {
		t.Errorf("version 1 did not count warnings, and opened they are counted: %+v, %+v", want.Progress, got.Progress)
	}
	want.Progress.Warnings = got.Progress.Warnings
	if want.WaitsFor != "" || want.WaitsSince != nil || !want.News.IsZero() {
		t.Errorf("version 1 did not keep the news of a run: %+v", want)
	}
	want.WaitsFor, want.WaitsSince, want.News = got.WaitsFor, got.WaitsSince, got.News
	if !reflect.DeepEqual(got, want) {
		t.Errorf("header:\n got %+v\nwant %+v", got, want)
	}
}

func sameProblems(t *testing.T, v *run.View, golden []byte) {
	t.Helper()
	var want shown
	must(t, json.Unmarshal(golden, &want))
	if len(v.Steps) != len(want.Steps) {
		t.Fatalf("%d steps, want %d", len(v.Steps), len(want.Steps))
	}
	for i := range want.Steps {
		for j := range want.Steps[i].Items {
			was, is := want.Steps[i].Items[j], v.Steps[i].Items[j]
			same(t, was.ID, is.Problems, was.Problems, v.Lang)
			for k := range was.Rows {
				same(t, was.ID, is.Rows[k].Problems, was.Rows[k].Problems, v.Lang)
			}
		}
	}
}

func same(t *testing.T, item string, problems []run.ProblemView, want []problem, lang string) {
	t.Helper()
	if len(problems) != len(want) {
		t.Errorf("%s: %d problems, want %d", item, len(problems), len(want))
		return
	}
	for i, p := range problems {
		said := words.Say(lang, p.Message)
		if said != want[i].Text { // an event may hold the sentence itself
			want[i].Text = wordstest.Anew(want[i].Text)
		}
		if want[i].Code == "unknown" && p.Code == "not_run" {
			want[i] = notRun(item, lang, want[i])
		}
		got := problem{p.ID, string(p.Level), p.Code, said, p.Accepted}
		if !reflect.DeepEqual(got, want[i]) {
			t.Errorf("%s:\n got %+v\nwant %+v", item, got, want[i])
		}
	}
}

// notRun is what is said now of a check that was not run, which version 1 called
// unknown; what was accepted of it counts as before.
func notRun(item, lang string, was problem) problem {
	was.ID, was.Code, was.Text = item+".not_run", "not_run", words.Say(lang, flows.Msg("not_run"))
	return was
}

func sameResults(t *testing.T, events []run.Event, golden []byte) {
	t.Helper()
	var want logged
	must(t, json.Unmarshal(golden, &want))
	for i := range want.Events {
		if want.Events[i].Kind != run.EventChecked {
			continue
		}
		was := want.Events[i].Data.Result
		p, err := events[i].Payload()
		must(t, err)
		r := p.(*run.Checked).Result
		say := func(what string, m flows.Message, want string) {
			if got := words.Say("fi", m); got != want {
				t.Errorf("event %d, %s: %q, want %q", events[i].Seq, what, got, want)
			}
		}
		say("summary", r.Message, was.Summary)
		for j := range was.Phases {
			say("phase", r.Phases[j].Message, was.Phases[j].Detail)
		}
		for j := range was.Causes {
			say("cause", r.Causes[j].Message, was.Causes[j].Text)
		}
	}
}

// TestOlderRunsAreFoundWhere: the texts of version 1, which say not where a word
// stands, are made anew, and once.
func TestOlderRunsAreFoundWhere(t *testing.T) {
	db := openOlder(t)
	page, err := db.Headers(ctx, run.Query{})
	must(t, err)
	for _, h := range page.Runs {
		hits, err := db.Find(ctx, run.FindQuery{Text: h.Customer.Name, Limit: 500})
		must(t, err)
		if len(hits) == 0 {
			t.Errorf("%s is not found by its customer", h.ID)
		}
		for _, hit := range hits {
			if hit.Entry.Kind == run.OtherEntry {
				t.Errorf("%s: %+v", h.ID, hit.Entry)
			}
		}
	}
	if n := sqlite.Stale(db); n != 0 {
		t.Errorf("%d texts are of before", n)
	}
}
