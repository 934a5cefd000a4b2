package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var (
	named = []run.Command{run.Answer{At: flows.At("name"), Value: "Nordkai"}}
	// differing has two warnings in its step: no wish, and addresses that differ.
	differing = append(slices.Clone(named), run.Answer{At: flows.At("mail"), Value: "a@example.org"}, run.Answer{At: flows.At("other"), Value: "b@example.org"})
	leave     = run.Complete{Step: "first", Leave: true}
	accept    = run.Complete{Step: "first", Accept: "they know"}
	wished    = append(slices.Clone(named), run.Answer{At: flows.At("wish"), Value: "none"}, run.Complete{Step: "first"})
)

// wantWarnings demands how many warnings are counted, and which of a step nobody
// has taken a stand on.
func (w *world) wantWarnings(counted int, step string, open ...string) {
	w.t.Helper()
	got := []string{}
	for _, p := range w.step(step).Warnings() {
		got = append(got, p.ID)
	}
	if !slices.Equal(got, open) && len(got)+len(open) > 0 {
		w.t.Errorf("open in %s: %v, want %v", step, got, open)
	}
	n, in := w.view().Progress.Warnings, 0
	for i := range w.view().Steps {
		in += w.view().Steps[i].Warned
	}
	if n == nil || *n != counted || in != counted {
		w.t.Errorf("counted %v, by step %d, want %d", n, in, counted)
	}
}

// warned demands that a step is not completed because of some warnings, and that
// nothing confirms them.
func (w *world) warned(c run.Complete, ids ...string) {
	w.t.Helper()
	out := w.refused(flows.ErrWarnings, c)
	got := []string{}
	for _, p := range out.Warnings {
		got = append(got, p.ID)
	}
	if !slices.Equal(got, ids) {
		w.t.Errorf("the refusal names %v, want %v", got, ids)
	}
	n := len(w.Events())
	if _, err := w.Do(true, c); asRefusal(err).Kind != flows.ErrWarnings || len(w.Events()) != n {
		w.t.Errorf("confirming consequences passes warnings: %v", err)
	}
}

func (w *world) problem(step, id string) run.ProblemView {
	w.t.Helper()
	for _, p := range w.step(step).Problems() {
		if p.ID == id {
			return p
		}
	}
	w.t.Fatalf("there is no problem %s in %s", id, step)
	return run.ProblemView{}
}

var warningScenes = []struct {
	name  string
	given []run.Command
	then  func(*world)
}{
	{"a fresh run has none", nil, func(w *world) { w.wantWarnings(0, "first", "wish.wanted") }},
	{"what is open and entered counts, what is hidden or later does not", differing, func(w *world) {
		w.wantWarnings(2, "first", "wish.wanted", "mail.differs")
		w.must(run.Answer{At: flows.At("name"), Value: "show"})
		w.wantWarnings(3, "first", "wish.wanted", "mail.differs", "aside.wanted")
	}},
	{"a step is not completed over warnings without a word", differing, func(w *world) {
		w.warned(run.Complete{Step: "first"}, "wish.wanted", "mail.differs")
		w.wantState("first", run.Open)
	}},
	{"a must problem comes before them", nil, func(w *world) { w.refused(flows.ErrNotComplete, run.Complete{Step: "first"}) }},
	{"what is left is on record, counted, and not asked about again", differing, func(w *world) {
		n := len(w.Events())
		w.must(leave)
		if got := w.kinds(n); !slices.Equal(got, []string{"done first"}) {
			w.t.Errorf("events %v", got)
		}
		w.wantWarnings(2, "first")
		if p := w.problem("first", "mail.differs"); !p.Left || p.Open() || p.Holds() {
			w.t.Errorf("left: %+v", p)
		}
		w.must(run.Reopen{Step: "first"})
		w.wantWarnings(2, "first")
		w.must(run.Complete{Step: "first"})
		w.wantState("first", run.Done)
	}},
	{"all are accepted with one reason, an event each", differing, func(w *world) {
		n := len(w.Events())
		w.must(accept)
		if got := w.kinds(n); !slices.Equal(got, []string{"accepted first", "accepted first", "done first"}) {
			w.t.Errorf("events %v", got)
		}
		w.wantWarnings(0, "first")
		if p := w.problem("first", "mail.differs"); p.Accepted == nil || *p.Accepted != "they know" || p.Left {
			w.t.Errorf("accepted: %+v", p)
		}
	}},
	{"accepting wants a reason that says something", differing, func(w *world) {
		w.refused(flows.ErrUsage, run.Complete{Step: "first", Accept: "  "})
	}},
	{"what was left is accepted later", append(slices.Clone(differing), leave), func(w *world) {
		w.must(run.Accept{Step: "first", Problem: "wish.wanted", Why: "none"})
		w.wantWarnings(1, "first")
		w.must(run.Complete{Step: "first", Accept: "they know"}) // of a step that is done
		w.wantWarnings(0, "first")
		if p := w.problem("first", "wish.wanted"); p.Left || *p.Accepted != "none" {
			w.t.Errorf("accepted: %+v", p)
		}
	}},
	{"left and accepted hold for the answer they were given for", append(slices.Clone(differing), run.Accept{Step: "first", Problem: "wish.wanted", Why: "none"}, leave), func(w *world) {
		w.must(run.Answer{At: flows.At("mail"), Value: "c@example.org"})
		w.wantWarnings(1, "first", "mail.differs")
		w.warned(run.Complete{Step: "first"}, "mail.differs")
		w.must(run.Answer{At: flows.At("wish"), Value: "x"}, run.Answer{At: flows.At("wish"), Value: ""})
		w.wantWarnings(2, "first", "wish.wanted", "mail.differs")
	}},
	{"a change that is undone is a change of the answer", append(slices.Clone(differing), leave, run.Reopen{Step: "first"}, run.Answer{At: flows.At("mail"), Value: "c@example.org"}), func(w *world) {
		w.must(run.Accept{Step: "first", Problem: "mail.differs", Why: "for this one"}, run.Undo{})
		w.wantWarnings(2, "first", "mail.differs")
	}},
	{"a rule over another answer holds for that answer too", append(slices.Clone(differing), accept), func(w *world) {
		w.must(run.Answer{At: flows.At("other"), Value: "c@example.org"})
		w.wantWarnings(1, "first", "mail.differs")
		w.must(accept)
		w.must(run.Answer{At: flows.At("depth"), Value: "4 m"}) // which it does not read
		w.wantWarnings(0, "first")
	}},
	{"what has to be accepted holds its step, and leaving does not pass it", append(slices.Clone(wished), run.Reopen{Step: "first"}, run.Answer{At: flows.At("depth"), Value: "far too deep"}), func(w *world) {
		if p := w.problem("first", "depth.deep"); !p.MustAccept || !p.Holds() || p.Level != flows.Warn {
			w.t.Errorf("required: %+v", p)
		}
		w.warned(run.Complete{Step: "first"}, "depth.deep")
		w.warned(leave, "depth.deep")
		w.must(run.Answer{At: flows.At("wish"), Value: ""})
		w.warned(leave, "depth.deep") // the other one could be left
		w.must(run.Complete{Step: "first", Accept: "dredged on Monday"})
		w.wantState("first", run.Done)
		w.wantWarnings(0, "first")
		w.must(run.Answer{At: flows.At("depth"), Value: "still too deep"})
		w.warned(leave, "depth.deep")
	}},
	{"accepting by hand is as good", append(slices.Clone(named), run.Answer{At: flows.At("depth"), Value: "far too deep"}), func(w *world) {
		out := w.must(run.Accept{Step: "first", Problem: "depth.deep", Why: "dredged"}, leave)
		if p := w.problem("first", "depth.deep"); len(out.Must) > 0 || p.Holds() || p.Accepted == nil {
			w.t.Errorf("%+v, %+v", out.Must, p)
		}
	}},
	{"a warning that has to be accepted is no must problem of the answer", named, func(w *world) {
		if out := w.must(run.Answer{At: flows.At("depth"), Value: "far too deep"}); len(out.Must) > 0 {
			w.t.Errorf("arose %+v", out.Must)
		}
	}},
	{"where it comes from stands with the problem", append(slices.Clone(named), run.Answer{At: flows.At("mail"), Value: "a.long.one@example.org"}), func(w *world) {
		if p := w.problem("first", "mail.long"); p.From != flows.FromVendor || p.Source != "Their page" {
			w.t.Errorf("from %+v", p.Origin)
		}
	}},
	{"a skipped step counts none, one to be looked at again does", append(slices.Clone(differing), leave), func(w *world) {
		w.must(run.Answer{At: flows.At("name"), Value: "Südkai"})
		w.wantState("first", run.Stale)
		w.wantWarnings(2, "first")
		w.must(run.Reopen{Step: "first"}, run.Skip{Step: "first", Why: "later"})
		w.wantWarnings(0, "first")
	}},
	{"a step that waits counts too", append(slices.Clone(wished), run.Complete{Step: "tried", Leave: true}, run.Answer{At: flows.At("last"), Value: "x"}, run.Answer{At: flows.At("last"), Value: ""}), func(w *world) {
		w.wantState("later", run.Waiting)
		w.wantWarnings(2, "later", "last.wanted")
	}},
}

func TestWarnings(t *testing.T) {
	for _, s := range warningScenes {
		t.Run(s.name, func(t *testing.T) {
			w := newWorldOf(t, "signs")
			w.t = t
			w.must(s.given...)
			s.then(w)
			w.wantSame()
		})
	}
}

// TestWarningsOfRows counts and takes what stands in the rows of a list, in its
// columns, of two rows that have the same, and of the list as a whole.
func TestWarningsOfRows(t *testing.T) {
	row := func(who, berth string) run.Command {
		return run.AddRow{List: flows.At("crew"), Cells: map[string]flows.Value{"who": who, "berth": berth}}
	}
	at := func(row, column string) flows.Address { return flows.At("crew").In(row, column) }
	for _, tt := range []struct {
		name  string
		rows  []run.Command
		open  []string
		later run.Command // once they were left
		again []string    // is open again
	}{
		{"a column", []run.Command{row("Aleksandra", ""), row("Ida", "")}, []string{"crew[r1].who.long"}, run.SetCell{At: at("r1", "who"), Value: "Konstantin"}, []string{"crew[r1].who.long"}},
		{"another cell", []run.Command{row("Aleksandra", ""), row("Ida", "")}, []string{"crew[r1].who.long"}, run.SetCell{At: at("r1", "berth"), Value: "7"}, nil},
		{"another row", []run.Command{row("Aleksandra", ""), row("Ida", "")}, []string{"crew[r1].who.long"}, run.SetCell{At: at("r2", "who"), Value: "Ada"}, nil},
		{"a rule over a column of the row", []run.Command{row("7", "7"), row("Ida", "")}, []string{"crew[r1].berth.own"}, run.SetCell{At: at("r1", "who"), Value: "8"}, nil},
		{"a rule over a column of the row, whose value was another meanwhile", []run.Command{row("7", "7"), row("Ida", "")}, []string{"crew[r1].berth.own"}, nil, []string{"crew[r1].berth.own"}},
		{"the same column of another row", []run.Command{row("7", "7"), row("Ida", "")}, []string{"crew[r1].berth.own"}, run.SetCell{At: at("r2", "who"), Value: "Ada"}, nil},
		{"what two rows have", []run.Command{row("Ida", "7"), row("Ada", "7")}, []string{"crew[r1].berth.duplicate", "crew[r2].berth.duplicate"}, run.SetCell{At: at("r2", "berth"), Value: "7 "}, []string{"crew[r2].berth.duplicate"}},
		{"the list as a whole", []run.Command{row("Ida", "7")}, []string{"crew.alone"}, row("Ada", "8"), nil},
		{"no warning", []run.Command{row("Ida", "7"), row("Ada", "8")}, nil, row("Aleksandra", "9"), []string{"crew[r3].who.long"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorldOf(t, "signs")
			w.must(append(slices.Clone(wished), tt.rows...)...)
			w.wantWarnings(len(tt.open), "rows", tt.open...)
			if len(tt.open) > 0 {
				w.warned(run.Complete{Step: "rows"}, tt.open...)
			}
			w.must(run.Complete{Step: "rows", Leave: true})
			w.wantWarnings(len(tt.open), "rows")
			w.wantSame()
			if tt.later == nil {
				w.must(run.SetCell{At: at("r1", "who"), Value: "8"}, run.SetCell{At: at("r1", "who"), Value: "7"})
			} else {
				w.must(tt.later)
			}
			got := []string{}
			for _, p := range w.step("rows").Warnings() {
				got = append(got, p.ID)
			}
			if !slices.Equal(got, tt.again) && len(got)+len(tt.again) > 0 {
				t.Errorf("open again: %v, want %v", got, tt.again)
			}
			w.wantSame()
		})
	}
}
