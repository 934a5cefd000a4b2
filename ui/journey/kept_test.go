//go:build unix

package journey

import (
	"context"
	"testing"
	"time"

	"lotse/storage/sqlite"
)

// TestAReasonOutlivesAKill types the reason for a skip, kills the program once the
// words are on disk, and finds them where they were typed.
func TestAReasonOutlivesAKill(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	w, run := signing(h)
	w.skip()
	w.Send("they sign in next week")
	w.Wait("they sign in next week")
	h.keeps(run, "they sign in next week")
	w.Kill()

	w = h.wizard(80, 24, "resume", run)
	w.at("sign-in")
	w.on("signed_in")
	if s := w.Frame(); s.has("next week") {
		t.Errorf("it stands on the page:\n%s", s)
	}
	w.skip()
	w.Wait("they sign in next week")
	w.Key("enter")
	w.WaitFor("the step skipped", func(s screen) bool { return s.over() == "" && s.saved() })
	log := h.log(run)
	if last := log[len(log)-1]; last.Kind != "skipped" || last.data(t) != `{"why":"they sign in next week"}` {
		t.Errorf("the last event is %s %s", last.Kind, last.data(t))
	}
	w.Kill()
	h.keeps(run)
	h.verify(run)
}

// TestAKilledScreenOpensInTheMiddleOfTheText kills the program in the middle of a
// text in a step that the run does not go on with. It opens at that text and says
// what is half done; a step that is named goes before it.
func TestAKilledScreenOpensInTheMiddleOfTheText(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	w, run := signing(h)
	w.jump("credentials")
	w.on("client_id")
	w.Send("muster-imp")
	w.Wait("muster-imp")
	h.keeps(run, "muster-imp")
	w.Kill()

	w = h.wizard(80, 24, "resume", run)
	w.on("client_id")
	w.Wait("Half done:", "muster-imp")
	w.Send("ort-01")
	w.Wait("muster-import-01")
	w.Key("enter")
	w.WaitFor("the answer taken", func(s screen) bool { return s.saved() && !s.focused(w.text("client_id")) })
	h.keeps(run)
	w.Kill()

	w = h.wizard(80, 24, "resume", run)
	w.on("signed_in")
	if s := w.Frame(); s.has("Half done") {
		t.Errorf("nothing is half done:\n%s", s)
	}
	w.Kill()

	w = h.wizard(80, 24, "resume", run, "--at", "credentials.client_id")
	w.on("client_id")
	w.Kill()
	h.verify(run)
}

// skip opens the form that asks why the step is skipped.
func (w wizard) skip() {
	w.t.Helper()
	w.Send("x")
	w.WaitFor("the question", func(s screen) bool { return s.over() == english.Overlay.SkipTitle })
	w.heard("enter " + english.Help.Submit)
}

// keeps waits until these texts are kept as not submitted, and no others.
func (h *house) keeps(run string, want ...string) {
	h.t.Helper()
	db, err := sqlite.Open(h.t.Context(), h.db, sqlite.Options{})
	if err != nil {
		h.t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	ctx, cancel := context.WithTimeout(h.t.Context(), patience)
	defer cancel()
	for look := time.NewTicker(20 * time.Millisecond); ; {
		list, err := db.Unsaved(ctx, run)
		if err != nil {
			h.t.Fatalf("%q is not kept, but %v: %v", want, list, err)
		}
		same := len(list) == len(want)
		for i := range min(len(list), len(want)) {
			same = same && list[i].Text == want[i]
		}
		if same {
			look.Stop()
			return
		}
		<-look.C
	}
}
