package desk

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/outside"
)

// manyRuns puts n open runs into the store.
func manyRuns(t *testing.T, r *rig, n int) {
	t.Helper()
	for i := range n {
		s, err := outside.Start(context.Background(), &r.m.cfg, "harbour", fmt.Sprintf("Customer %03d", i), run.Rehearsal)
		if err != nil {
			t.Fatal(err)
		}
		if s.Pending() != 0 {
			t.Fatal("the run was not saved")
		}
		r.at = r.at.Add(time.Second)
	}
}

func TestFromTheEmptyDeskToTheFirstStep(t *testing.T) {
	r := newRig(t)
	r.shows("0 runs", "starts a run")
	r.keys("n", "enter", "enter").shows("Name the customer first")
	r.keys("'Muster GmbH'", "enter")
	if r.m.page == nil || r.m.page.At().Step != "papers" {
		t.Fatalf("no wizard: %s\n%s", r.m.status.text, r.screen())
	}
	r.keys("esc", "esc").shows("1 run", "Muster GmbH", "0/4")
	r.keys("enter").shows("The ship's papers")
}

func TestKnownCustomersAreOffered(t *testing.T) {
	r := newRig(t)
	manyRuns(t, r, 3)
	r.keys("n", "enter", "'cust'").shows("known: Customer 000", "known: Customer 002")
	r.keys("down", "down", "enter")
	if got := r.m.page.View().Customer.Name; got != "Customer 001" {
		t.Errorf("the run is for %q", got)
	}
	list, err := r.a.Customers(context.Background(), "", 10)
	if err != nil || len(list) != 3 {
		t.Errorf("there are %d customers, %v", len(list), err)
	}
}

func TestTheListIsReadByPagesWhileOneScrolls(t *testing.T) {
	r := newRig(t)
	manyRuns(t, r, 2*pageSize+20)
	if err := r.m.list.load(context.Background(), r.a, r.at); err != nil {
		t.Fatal(err)
	}
	if got := r.m.list.count(); got != pageSize {
		t.Fatalf("%d rows were read at first", got)
	}
	r.shows("120 runs", "Customer 119")
	seen := map[string]bool{}
	for range 130 {
		seen[r.m.list.row(r.m.list.at).Customer.Name] = true
		r.keys("down")
		bounded(t, r)
	}
	if len(seen) != 120 {
		t.Errorf("%d runs were passed", len(seen))
	}
	r.shows("Customer 000")
}

func TestTheFilterSearches(t *testing.T) {
	r := newRig(t)
	manyRuns(t, r, 12)
	if err := r.m.list.load(context.Background(), r.a, r.at); err != nil {
		t.Fatal(err)
	}
	r.keys("/", "'007'").shows("Customer 007").hides("Customer 001")
	r.keys("enter", "enter")
	if r.m.page == nil || r.m.page.View().Customer.Name != "Customer 007" {
		t.Fatalf("opened %v", r.m.page)
	}
	r.keys("esc", "esc", "esc").shows("Customer 001")
	r.keys("/", "'nobody'").shows("Nothing found")
}

// TestTheFilterSaysWhere a run has the words, where its row does not show them.
func TestTheFilterSaysWhere(t *testing.T) {
	r := begun(t)
	if _, err := r.m.page.s.Do(true, run.Note{Step: "papers", Text: "Calls back on Friday"}); err != nil {
		t.Fatal(err)
	}
	r.keys("esc", "esc", "/", "'muster'").shows("Muster GmbH").hides("note:", "customer:")
	r.keys("esc", "/", "'fri call'").shows("note: Calls back")
	r.m.last = nil
	r.keys("enter", "f3").hides("Calls back", "Muster GmbH")
	r.keys("f3", "esc").shows("Muster GmbH").hides("Calls back")
}

// TestQLeaves the list of runs as ctrl+c does, but as done; where words are typed
// it is one of their letters.
func TestQLeaves(t *testing.T) {
	r := begun(t)
	r.keys("esc", "esc", "/", "q").shows("Nothing found for")
	if r.quit {
		t.Fatal("a typed letter leaves")
	}
	r.keys("esc", "q")
	if !r.quit || r.m.code != codeDone || !strings.Contains(strings.Join(r.m.farewell(), "\n"), "Muster GmbH") {
		t.Errorf("left %v with %d and %q", r.quit, r.m.code, r.m.farewell())
	}
	r = begun(t)
	r.keys("esc", "q").shows("A berth")
	if r.quit {
		t.Error("on a page it leaves")
	}
}

func TestWOpensTheWait(t *testing.T) {
	r := begun(t).fill()
	r.goTo("berth")
	r.focus("answer")
	r.keys("enter", "enter", "'+1d'", "enter", "enter", "esc", "esc")
	r.shows("until", "w wait")
	r.keys("w").shows("Waiting for: the harbour office")
}

func TestWhatCannotBeSavedIsSaidAndKept(t *testing.T) {
	r := begun(t)
	full := &failing{Memory: r.a}
	r.m.cfg.Archive = full
	s, err := run.Resume(context.Background(), r.m.cfg.Env, full, r.m.page.s.ID(), r.m.cfg.Load)
	if err != nil {
		t.Fatal(err)
	}
	r.send(openedMsg{ResumedRun: outside.ResumedRun{Session: s}})
	full.err = flows.ErrFull
	r.keys("enter", "'Aurora'", "enter").shows("NOT SAVED (disk full)", "Aurora")
	r.keys("esc", "esc").shows("NOT SAVED") // the page stays
	full.err = nil
	r.keys("tab").shows("saved ·")
	if got := strings.Join(r.log(), "\n"); !strings.Contains(got, "Aurora") {
		t.Errorf("the log is %s", got)
	}
}

// failing is a store that fails when it is told to.
type failing struct {
	*storetest.Memory
	err error
}

func (f *failing) Append(ctx context.Context, b run.Batch) error {
	if f.err != nil {
		return fmt.Errorf("write: %w", f.err)
	}
	return f.Memory.Append(ctx, b)
}

func (f *failing) SaveUnsaved(ctx context.Context, u run.Unsaved) error {
	if f.err != nil {
		return fmt.Errorf("write: %w", f.err)
	}
	return f.Memory.SaveUnsaved(ctx, u)
}

func TestAnotherProgramsChangesAreTakenIn(t *testing.T) {
	r := begun(t)
	other, err := run.Resume(context.Background(), r.m.cfg.Env, r.a, r.m.page.s.ID(), r.m.cfg.Load)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Do(false, run.Answer{At: flows.At("papers.cargo"), Value: "oil"}); err != nil {
		t.Fatal(err)
	}
	if err := other.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	r.keys("enter", "'Aurora'", "enter").shows("both are here now")
	if r.value("papers", "ship") != "Aurora" || r.value("papers", "cargo") != "oil" {
		t.Errorf("ship %v, cargo %v", r.value("papers", "ship"), r.value("papers", "cargo"))
	}
}

func TestAPassphraseIsAskedForWhereThereIsNoKey(t *testing.T) {
	r := newRig(t)
	r.do(r.m.start("harbour", "Muster GmbH", run.Real))
	r.focus("locker")
	r.keys("'hush-hush'", "enter").shows("A place for secrets")
	r.wait().keys("'short'", "enter", "'short'", "enter").shows("at least 8")
	r.keys("'-and-longer'", "enter", "'x'", "enter").shows("not the same")
	r.keys("backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "'short-and-longer'", "enter")
	iv := r.m.page.View().Step("papers").Item("locker")
	if !iv.Set || r.m.page.At().Item == "locker" {
		t.Errorf("set %v, focus on %s: %s\n%s", iv.Set, r.m.page.At().Item, r.m.status.text, r.screen())
	}
}

func TestAFaultOfACommandTellsNoValue(t *testing.T) {
	r := begun(t)
	r.do(guarded(func() tea.Msg { panic("hush-hush") }))
	if r.m.crashed == nil || !r.quit || strings.Contains(fmt.Sprintf("%+v", *r.m.crashed), "hush") {
		t.Errorf("crashed %+v, quit %v", r.m.crashed, r.quit)
	}
}

func TestARunThatIsNotThereIsSaid(t *testing.T) {
	r := newRig(t)
	r.do(r.m.open("zzzz"))
	if !r.m.status.bad || r.m.hold != 0 {
		t.Errorf("status %+v, hold %d", r.m.status, r.m.hold)
	}
}
