package run_test

import (
	"errors"
	"flag"
	"math/rand/v2"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var seeds = flag.Int("seeds", 60, "random runs of the model test")

// TestRandomCommands gives random commands to a run and holds it against a
// model of what applies, written by hand and apart from the engine.
func TestRandomCommands(t *testing.T) {
	for seed := range *seeds {
		w := newWorld(t)
		g := &generator{rand.New(rand.NewPCG(uint64(seed), 7)), w}
		for range 60 {
			g.step(seed)
			if t.Failed() {
				t.Fatalf("seed %d", seed)
			}
		}
		w.wantSame()
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

type generator struct {
	*rand.Rand
	w *world
}

func (g *generator) step(seed int) {
	w := g.w
	c := g.command()
	before, n := encode(w.t, w.view()), len(w.Events())
	confirmed := g.IntN(3) > 0
	out, err := w.Do(confirmed, c)
	var refused *flows.Refusal
	switch {
	case err != nil && !errors.As(err, &refused):
		w.t.Fatalf("%#v: %v", c, err)
	case err != nil:
		if got := encode(w.t, w.view()); got != before || len(w.Events()) != n {
			w.t.Fatalf("seed %d: the refused %#v (%v) changed the run\nfrom %s\nto   %s", seed, c, err, before, got)
		}
		return
	case len(out.Events) == 0 && encode(w.t, w.view()) != before:
		w.t.Fatalf("seed %d: %#v changed the run without an event", seed, c)
	}
	g.check(c)
	if g.IntN(4) == 0 {
		w.flush()
	}
	if g.IntN(10) == 0 {
		w.wantSame()
	}
}

func pick[T any](g *generator, list ...T) T { return list[g.IntN(len(list))] }

func (g *generator) command() run.Command {
	steps := []string{"applies", "base", "rows", "special", "beta", "compare", "change", "rights", "cross", "leaving"}
	row := pick(g, "r1", "r2", "r3", "r4")
	switch g.IntN(26) {
	case 0:
		return run.Answer{At: flows.At("applies_to"), Value: pick[flows.Value](g, "yes", "yes", "yes", "no", "perhaps", "")}
	case 1:
		return run.Answer{At: flows.At("mode"), Value: pick[flows.Value](g, "alpha", "beta", "gamma", nil)}
	case 2:
		return run.Answer{At: flows.At(pick(g, "name", "beta_note", "how", "contact")), Value: pick[flows.Value](g, "x", "kim@example.org", "a.very.long.address.of.somebody@example.org", "", "y\u200b")}
	case 3:
		return run.Answer{At: flows.At("beta_size"), Value: pick[flows.Value](g, 3.0, "4,5", "many", nil)}
	case 4:
		return run.Answer{At: flows.At(pick(g, "admitted", "leave")), Value: pick[flows.Value](g, "yes", "no")}
	case 5:
		return run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": pick[flows.Value](g, "a", "b", "c"), "kind": pick[flows.Value](g, "plain", "special", "odd")}}
	case 6:
		return run.SetCell{At: flows.At("people").In(row, pick(g, "code", "kind", "why_special", "added")), Value: pick[flows.Value](g, "plain", "special", "yes", "")}
	case 7:
		return run.RemoveRow{At: flows.At("people").In(row, "")}
	case 8:
		return run.Tick{At: flows.At("people").In(row, "added")}
	case 9:
		return run.Tick{At: flows.At(pick(g, "special.special_done", "beta.beta_task", "change.mail_sent", "leaving.picture"))}
	case 10:
		return run.Untick{At: flows.At(pick(g, "special.special_done", "beta.beta_task", "change.mail_sent"))}
	case 11:
		return checked(pick(g, "passed", "warned", "failed", "unknown"), pick(g, "hard", "soft"))
	case 12:
		return run.WaitAnswered{At: flows.At(pick(g, "change.answer", "rights.let_in"))}
	case 13:
		return run.PassGate{At: flows.At("cross.cross"), Word: "cross", By: "Ada"}
	case 14:
		return run.Undo{}
	case 15:
		return run.Skip{Step: pick(g, steps...), Why: "later"}
	case 16:
		return run.Reopen{Step: pick(g, steps...)}
	case 18:
		return run.Attach{At: pick(g, flows.AtStep(pick(g, steps...)), flows.At("compare.equal"), flows.At("people")), File: picture("a.png", pick(g, "a", "b")), Note: pick(g, "", "x")}
	case 19:
		return run.ConfirmReadBack{At: pick(g, flows.At("name"), flows.At("contact"), flows.At("pass"), flows.At("people").In(row, "code")), Method: pick(g, "", "icao")}
	case 21:
		return run.Fail{At: pick(g, flows.AtStep(pick(g, steps...)), flows.At("compare.equal"), flows.At("special.special_done"), flows.At("people")), Why: pick(g, "grey", "no button")}
	case 20:
		return run.Resolve{At: pick(g, flows.AtStep(pick(g, steps...)), flows.At("compare.equal"), flows.At("people")), Why: pick(g, "", "again")}
	case 17:
		return run.ReplaceRows{List: flows.At("people"), Rows: people("z"), Append: g.IntN(2) == 0}
	}
	return g.complete(steps)
}

// check holds the run against the model.
func (g *generator) check(c run.Command) {
	w := g.w
	v := w.view()
	if v.Progress.All() != len(v.Steps) {
		w.t.Errorf("progress %+v of %d steps", v.Progress, len(v.Steps))
	}
	if done, ok := c.(run.Complete); ok {
		g.checkCompleted(done)
	}
	g.checkWarnings()
	for name, want := range model(w) {
		w.wantItem(name, want)
	}
	for i := range v.Steps {
		g.checkStep(&v.Steps[i])
	}
}

// checkStep demands that a step's state fits its items, and that a completed
// step has nothing that holds it open.
func (g *generator) checkStep(s *run.StepView) {
	for i := range s.Items {
		it := &s.Items[i]
		if s.State == run.NotNeeded && it.State == run.Applies {
			g.w.t.Errorf("%s is not needed, its %s applies", s.Step.ID, it.Item.ID)
		}
		if s.State != run.Done || it.State != run.Applies {
			continue
		}
		for _, p := range it.Problems {
			if p.Holds() {
				g.w.t.Errorf("%s is done and held by %s", s.Step.ID, p.ID)
			}
		}
	}
}

// model says, from the answers alone, which of the fields apply.
func model(w *world) map[string]run.ItemState {
	out := map[string]run.ItemState{"applies.applies_to": run.Applies}
	needed := is(readable(w, "applies.applies_to", run.Applies), "yes")
	mode := readable(w, "base.mode", needed)
	out["base.mode"] = needed
	out["base.name"] = needed
	out["base.beta_note"] = and(needed, is(mode, "beta"))
	out["beta.beta_size"] = and(needed, is(mode, "beta"))
	out["special.special_done"] = and(needed, anySpecial(w, needed))
	out["change.mail_sent"] = and(needed, failed(w, needed))
	waits := and(needed, is(readable(w, "rights.admitted", needed), "no"))
	out["rights.let_in"] = waits
	out["rights.how"] = and(needed, answered(w, waits))
	return out
}

func and(a, b run.ItemState) run.ItemState {
	switch {
	case a == run.Hidden || b == run.Hidden:
		return run.Hidden
	case a == run.Applies && b == run.Applies:
		return run.Applies
	}
	return run.UndecidedItem
}

// readable is an answer that can be read; nil where it cannot.
func readable(w *world, name string, applies run.ItemState) flows.Value {
	it := w.item(name)
	if applies != run.Applies {
		return nil
	}
	for _, o := range it.Item.Field.Options {
		if o.Value == it.Value {
			return it.Value
		}
	}
	return nil
}

func is(v flows.Value, want string) run.ItemState {
	switch v {
	case nil:
		return run.UndecidedItem
	case want:
		return run.Applies
	}
	return run.Hidden
}

func anySpecial(w *world, applies run.ItemState) run.ItemState {
	rows := w.item("rows.people").Rows
	if applies != run.Applies || len(rows) == 0 {
		return run.UndecidedItem
	}
	state := run.Hidden
	for _, r := range rows {
		switch r.Values["kind"] {
		case "special":
			return run.Applies
		case "plain":
		default:
			state = run.UndecidedItem
		}
	}
	return state
}

func failed(w *world, applies run.ItemState) run.ItemState {
	r := w.item("compare.equal").Result
	switch {
	case r == nil || applies != run.Applies:
		return run.UndecidedItem
	case r.Status == "failed":
		return run.Applies
	}
	return run.Hidden
}

func answered(w *world, waits run.ItemState) run.ItemState {
	if waits == run.Applies && w.item("rights.let_in").Done {
		return run.Applies
	}
	return run.UndecidedItem
}
