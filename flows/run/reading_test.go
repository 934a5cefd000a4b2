package run_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

var (
	same  = flows.At("compare.same")
	again = flows.At("after.again")
)

// kept is the answer of a file field.
func kept(letter string) flows.Value { return "sha256:" + strings.Repeat(letter, 64) + "/file.csv" }

// ledger is a run with two files that were compared.
func ledger(t *testing.T) *world {
	w := newWorldOf(t, "ledger")
	w.must(run.Answer{At: flows.At("one"), Value: kept("a")}, run.Answer{At: flows.At("two"), Value: kept("b")})
	w.compared("passed")
	return w
}

// compared puts a result on record, of the inputs as they are.
func (w *world) compared(status string) {
	w.t.Helper()
	w.must(run.RecordCheck{At: same, Result: run.CheckResult{Status: status, Inputs: run.Snapshot(w.inputs(same))}})
}

func byCode(header string) run.Reading {
	return run.Reading{Columns: map[string]string{"code": header}, Headers: []string{header, "Nimi"}}
}

func (w *world) reading(at flows.Address, side string) run.Reading {
	w.t.Helper()
	for _, in := range w.inputs(at) {
		if in.Param == side {
			return in.Reading
		}
	}
	w.t.Fatalf("%s has no input %s", at, side)
	return run.Reading{}
}

// TestMappedIsAnInput holds that what is said of columns is an input of that
// check and that side alone, and makes its result stale.
func TestMappedIsAnInput(t *testing.T) {
	w := ledger(t)
	if p := w.step("compare").Item("same").Problems; len(p) > 0 {
		t.Fatalf("before: %+v", p)
	}
	w.must(run.Map{At: same, Side: "netvisor", Reading: byCode("Asnro")})
	if got := w.reading(same, "netvisor"); !got.Equal(byCode("Asnro")) {
		t.Errorf("read as %+v", got)
	}
	for _, other := range []run.Reading{w.reading(same, "rackbeat"), w.reading(again, "netvisor")} {
		if !other.IsZero() {
			t.Errorf("it is said of another input, too: %+v", other)
		}
	}
	if p := w.step("compare").Item("same").Problems; len(p) != 1 || p[0].Code != "stale" {
		t.Errorf("after: %+v", p)
	}
	w.compared("failed")
	if p := w.step("compare").Item("same").Problems; len(p) != 1 || p[0].Code != "failed" {
		t.Errorf("compared again: %+v", p)
	}
	n := len(w.Events())
	w.must(run.Map{At: same, Side: "netvisor", Reading: byCode("Asnro")})
	if len(w.Events()) != n {
		t.Error("what was said already is an event")
	}
	if again := w.resume(); !reflect.DeepEqual(again.inputs(same), w.inputs(same)) {
		t.Error("opened again it is not as it was")
	}
	w.must(run.Map{At: same, Side: "netvisor"})
	if got := w.reading(same, "netvisor"); !got.IsZero() {
		t.Errorf("taken back: %+v", got)
	}
}

// TestMappedWhileItRan holds that a result is stale whose columns were chosen
// otherwise while it was found.
func TestMappedWhileItRan(t *testing.T) {
	w := ledger(t)
	inputs := run.Snapshot(w.inputs(same))
	w.must(run.Map{At: same, Side: "rackbeat", Reading: run.Reading{Sheet: "Cards"}})
	w.must(run.RecordCheck{At: same, Result: run.CheckResult{Status: "passed", Inputs: inputs}})
	if p := w.step("compare").Item("same").Problems; len(p) != 1 || p[0].Code != "stale" {
		t.Errorf("problems %+v", p)
	}
}

func TestMappedIsUndone(t *testing.T) {
	w := ledger(t)
	w.must(run.Map{At: same, Side: "netvisor", Reading: byCode("A")}, run.Map{At: same, Side: "netvisor", Reading: byCode("B")}, run.Undo{})
	if got := w.reading(same, "netvisor"); !got.Equal(byCode("A")) {
		t.Errorf("undone: %+v", got)
	}
	w.must(run.Undo{})
	if got := w.reading(same, "netvisor"); !got.IsZero() {
		t.Errorf("undone twice: %+v", got)
	}
}

func TestMapRefuses(t *testing.T) {
	w := ledger(t)
	for name, tt := range map[string]struct {
		command run.Map
		code    string
	}{
		"a field":           {run.Map{At: flows.At("files.one"), Side: "netvisor", Reading: byCode("A")}, "refuse.other_kind"},
		"no such check":     {run.Map{At: flows.At("compare.no"), Side: "netvisor", Reading: byCode("A")}, "refuse.no_item"},
		"no such input":     {run.Map{At: same, Side: "left", Reading: byCode("A")}, "refuse.no_side"},
		"an input of words": {run.Map{At: same, Side: "way", Reading: byCode("A")}, "refuse.no_side"},
		"too long":          {run.Map{At: same, Side: "netvisor", Reading: byCode(strings.Repeat("x", 70_000))}, "refuse.reading_long"},
		"below the first":   {run.Map{At: same, Side: "netvisor", Reading: run.Reading{Header: -1}}, "refuse.reading_long"},
	} {
		_, err := w.Do(true, tt.command)
		var r *flows.Refusal
		if !errors.As(err, &r) || r.Message.Code != tt.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	plain := gauged(t)
	_, err := plain.Do(true, run.Map{At: flows.At("compare.all"), Side: "names", Reading: byCode("A")})
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != "refuse.no_tables" {
		t.Errorf("a check without files: %v", err)
	}
}

// TestMappedInACompletedStep holds that a completed step is to be looked at
// again.
func TestMappedInACompletedStep(t *testing.T) {
	w := ledger(t)
	w.must(run.Complete{Step: "files"}, run.Complete{Step: "compare"})
	w.must(run.Map{At: same, Side: "netvisor", Reading: byCode("A")})
	if s := w.step("compare"); s.State != run.Stale {
		t.Errorf("the step is %s", s.State)
	}
}

// TestRemembered offers what was said last for the customer, of the same check
// and side.
func TestRemembered(t *testing.T) {
	ctx := context.Background()
	w := ledger(t)
	w.must(run.Map{At: same, Side: "netvisor", Reading: byCode("A")})
	w.flush()
	first := w.ID()
	later := func(customer string, commands ...run.Command) string {
		w.now = w.now.Add(time.Hour)
		c, err := w.store.AddCustomer(ctx, run.Customer{ID: customer, Name: customer + " GmbH"})
		if customer == "c1" {
			c, err = run.Customer{ID: "c1", Name: "Muster GmbH"}, nil
		}
		if err != nil {
			t.Fatal(err)
		}
		w.env.Random = random(uint64(w.now.Unix()))
		s, err := run.Create(w.env, w.store, run.Start{Procedure: w.proc, Customer: c, Mode: run.Real, Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		other := *w
		other.Session = s
		other.must(commands...)
		other.flush()
		return s.ID()
	}
	remember := func(customer, side string, except func(string, string) bool) (string, string) {
		t.Helper()
		r, err := run.Remember(ctx, w.store, customer, "test.files", side, except)
		if err != nil {
			t.Fatal(err)
		}
		if r == nil {
			return "", ""
		}
		return r.Run, r.Columns["code"]
	}
	later("c2", run.Map{At: same, Side: "netvisor", Reading: byCode("other customer")})
	if id, code := remember("c1", "netvisor", nil); id != first || code != "A" {
		t.Errorf("remembered %s of %s", code, id)
	}
	second := later("c1", run.Map{At: same, Side: "netvisor", Reading: byCode("B")}, run.Map{At: again, Side: "netvisor", Reading: byCode("C")}, run.Undo{})
	if id, code := remember("c1", "netvisor", nil); id != second || code != "B" {
		t.Errorf("the newest: %s of %s", code, id)
	}
	if id, _ := remember("c1", "netvisor", func(id, item string) bool { return id == second && item == "compare.same" }); id != first {
		t.Errorf("but for its own: of %s", id)
	}
	later("c1", run.Map{At: same, Side: "netvisor", Reading: byCode("D")}, run.Map{At: same, Side: "netvisor"})
	if _, code := remember("c1", "netvisor", nil); code != "B" {
		t.Errorf("what was taken back is remembered: %s", code)
	}
	if id, code := remember("c1", "rackbeat", nil); id != "" || code != "" {
		t.Errorf("of the other side: %s of %s", code, id)
	}
	if r, err := run.Remember(ctx, w.store, "c1", "register.customers", "netvisor", nil); r != nil || err != nil {
		t.Errorf("of another check: %+v, %v", r, err)
	}
}

func TestMappedIsTold(t *testing.T) {
	w := ledger(t)
	w.must(run.Map{At: same, Side: "netvisor", Reading: run.Reading{Columns: map[string]string{"code": "As. nro", "name": ""}}},
		run.Map{At: same, Side: "netvisor", Reading: run.Reading{Sheet: "Cards"}}, run.Map{At: same, Side: "netvisor"})
	events := w.Events()
	for i, want := range []string{
		`"compare.same" reads the columns of netvisor as they were chosen: code=As. nro and name=.`,
		`"compare.same" reads netvisor as instructed: header, sheet or encoding.`,
		`"compare.same" reads the columns of netvisor by their names again.`,
	} {
		e := &events[len(events)-3+i]
		if got := words.Say("en", e.Describe(w.Procedure())); e.Kind != run.EventMapped || got != want || e.About() != same {
			t.Errorf("%s at %s: %s, want %s", e.Kind, e.About(), got, want)
		}
	}
}
