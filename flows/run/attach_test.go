package run_test

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// picture is a kept file.
func picture(name, digit string) run.File {
	return run.File{Name: name, Sum: strings.Repeat(digit, 64), Size: 3}
}

// attached are the names and notes of what is attached at an address.
func (w *world) attached(at flows.Address) string {
	w.t.Helper()
	var all []string
	for _, a := range w.view().Attached(at) {
		all = append(all, strings.TrimSuffix(a.File.Name+" "+a.Note, " ")+" "+a.By)
	}
	return strings.Join(all, ", ")
}

func (w *world) wantAttached(at flows.Address, want string) {
	w.t.Helper()
	if got := w.attached(at); got != want {
		w.t.Errorf("at %s is attached %q, want %q", at, got, want)
	}
}

// places are a step, and an item of each kind, decided, hidden or not.
var places = []flows.Address{
	flows.AtStep("base"), flows.AtStep("special"), flows.At("base.name"), flows.At("base.beta_note"), flows.At("base.pass"),
	flows.At("base.pass_there"), flows.At("rows.people"), flows.At("leaving.picture"), flows.At("compare.equal"), flows.At("change.letter"),
	flows.At("rights.let_in"), flows.At("cross.sign"), flows.At("cross.cross"), flows.At("applies.no-need"),
}

// TestAttachAnywhere: to a step and to any item, and nothing else changes by it.
func TestAttachAnywhere(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	for _, at := range places {
		before := w.view()
		out, err := w.Do(false, run.Attach{At: at, File: picture("a.png", "a"), Note: " seen by Eva\n"})
		if err != nil || len(out.Events) != 1 || len(out.Ripple) > 0 {
			t.Fatalf("%s: %v, %+v", at, err, out)
		}
		if got := out.Events[0].About(); got != at {
			t.Errorf("%s: the event is about %s", at, got)
		}
		w.wantAttached(at, "a.png seen by Eva Kim")
		for i := range before.Steps {
			if is := w.view().Steps[i].State; is != before.Steps[i].State {
				t.Errorf("%s: step %s became %s", at, before.Steps[i].Step.ID, is)
			}
		}
	}
	w.wantSame()
	for _, at := range places {
		w.wantAttached(at, "a.png seen by Eva Kim")
	}
}

// TestAttachOncePerContent: the same content at a place is one attachment, whose
// note can be changed; at another place it is another, and so is other content.
func TestAttachOncePerContent(t *testing.T) {
	w := newWorld(t)
	at := flows.At("compare.equal")
	for _, step := range []struct {
		c      run.Attach
		events int
		want   string
	}{
		{run.Attach{At: at, File: picture("a.png", "a")}, 1, "a.png Kim"},
		{run.Attach{At: at, File: picture("a.png", "a")}, 0, "a.png Kim"},
		{run.Attach{At: at, File: picture("other name.png", "a")}, 0, "a.png Kim"},
		{run.Attach{At: at, File: picture("a.png", "a"), Note: "now"}, 1, "a.png now Kim"},
		{run.Attach{At: at, File: picture("a.png", "a"), Note: "now"}, 0, "a.png now Kim"},
		{run.Attach{At: at, File: picture("a.png", "a")}, 0, "a.png now Kim"},
		{run.Attach{At: at, File: picture("a.png", "b")}, 1, "a.png now Kim, a.png Kim"},
	} {
		out := w.must(step.c)
		if len(out.Events) != step.events {
			t.Errorf("%+v: %d events", step.c, len(out.Events))
		}
		w.wantAttached(at, step.want)
	}
	w.must(run.Attach{At: flows.AtStep("compare"), File: picture("a.png", "a")})
	w.wantAttached(flows.AtStep("compare"), "a.png Kim")
	w.wantAttached(flows.At("base.name"), "")
	w.wantSame()
}

// TestUndoTakesBackWhatWasAttached, in a completed step and nothing else there;
// then undo goes on before it.
func TestUndoTakesBackWhatWasAttached(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.wantState("applies", run.Done)
	at, item := flows.AtStep("applies"), flows.At("applies.applies_to")
	w.must(run.Attach{At: at, File: picture("a.png", "a")}, run.Attach{At: item, File: picture("b.png", "b")}, run.Attach{At: item, File: picture("b.png", "b"), Note: "b"})
	for _, want := range [][2]string{{"a.png Kim", "b.png Kim"}, {"a.png Kim", ""}, {"", ""}} {
		w.must(run.Undo{})
		w.wantAttached(at, want[0])
		w.wantAttached(item, want[1])
		w.wantState("applies", run.Done)
		w.wantSame()
	}
	w.must(run.Attach{At: flows.AtStep("base"), File: picture("a.png", "a")}, run.Answer{At: flows.At("base.crew"), Value: "three"}, run.Undo{})
	w.wantAttached(flows.AtStep("base"), "a.png Kim")
}

// TestAttachWhateverTheResult: to a run that was given up too; what is no place,
// too large or too long is refused.
func TestAttachWhateverTheResult(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.Abandon{Outcome: "gone", Why: "sold"}, run.Attach{At: flows.AtStep("base"), File: picture("why.pdf", "a")})
	w.wantAttached(flows.AtStep("base"), "why.pdf Kim")
	large, most := picture("film.mp4", "b"), picture("film.mp4", "c")
	large.Size, most.Size = flows.MaxEvidence+1, flows.MaxEvidence
	w.must(run.Attach{At: flows.AtStep("base"), File: most})
	w.refused(flows.ErrLimit, run.Attach{At: flows.AtStep("base"), File: large})
	w.refused(flows.ErrLimit, run.Attach{At: flows.AtStep("base"), File: picture("x", "d"), Note: strings.Repeat("x", flows.MaxNote+1)})
	w.refused(flows.ErrNotFound, run.Attach{At: flows.AtStep("bass"), File: picture("x", "d")})
	w.refused(flows.ErrNotFound, run.Attach{At: flows.At("base.nome"), File: picture("x", "d")})
	w.refused(flows.ErrNotFound, run.Attach{File: picture("x", "d")})
	w.must(run.Attach{At: flows.AtStep("rows"), File: picture("a\x1b[2J\u202e\n<b>.png", "e"), Note: "\x1b]0;x\a\u202eno"})
	if got := w.attached(flows.AtStep("rows")); strings.ContainsAny(got, "\x1b\u202e\n\a") || !strings.Contains(got, "<b>.png") {
		t.Errorf("it is attached as %q", got)
	}
}

// TestRedactTakesWhatIsAttached, with the answer of a field, and alone from a step
// or an item that holds none.
func TestRedactTakesWhatIsAttached(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(checked("failed", "hard"))
	check, step, field := flows.At("compare.equal"), flows.AtStep("base"), flows.At("base.name")
	for i, at := range []flows.Address{check, step, field} {
		w.must(run.Attach{At: at, File: picture("a.png", string(rune('a'+i)))})
	}
	w.flush()
	if _, err := w.Redact(t.Context(), flows.AtStep("rows"), "asked for"); flows.Reason(err).IsZero() {
		t.Error("it erased a step to which nothing is attached")
	}
	for _, c := range []struct {
		at flows.Address
		n  int
	}{{check, 1}, {check, 1}, {step, 1}, {field, 2}} {
		if seqs, err := w.Redact(t.Context(), c.at, "asked for"); err != nil || len(seqs) < c.n {
			t.Fatalf("%s: %v, %v", c.at, seqs, err)
		}
		w.wantAttached(c.at, "")
	}
	if got := w.item("compare.equal"); got.Result == nil {
		t.Error("the result of the check is gone with what was attached to it")
	}
	if got := w.item("base.name").Value; got != nil {
		t.Errorf("the answer is %v", got)
	}
	w.wantSame()
}
