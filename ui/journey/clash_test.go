//go:build unix

package journey

import (
	"testing"
)

// TestTwoWindowsOnOneField answers the same field in two programs: the later one
// shows both answers, and the one that is chosen stands in the log last.
func TestTwoWindowsOnOneField(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		keys []string
		want string
	}{
		"theirs": {[]string{"enter"}, "Muster Nord"},
		"yours":  {[]string{"space", "enter"}, "Muster West"},
	} {
		h := newHouse(t)
		w, run := signing(h)
		w.Key("tab")
		w.on("organisation")
		w.Send("Muster West")
		w.Wait("Muster West")
		h.run("set", run, "organisation=Muster Nord")
		w.Key("enter")
		w.Wait("Also changed in another window", "theirs", "Muster Nord", "yours", "Muster West")
		w.heard("enter keep as marked")
		w.Key(tc.keys...)
		w.WaitFor("the page, saved", func(s screen) bool { return s.saved() && !s.has("Also changed") && s.has(tc.want) })
		log := h.log(run)
		last := ""
		for _, e := range log {
			if e.Kind == "answered" {
				last = e.data(t)
			}
		}
		if want := `{"item":"sign-in.organisation","value":"` + tc.want + `"}`; last != want {
			t.Errorf("%s: the last answer is %s, want %s", name, last, want)
		}
		h.verify(run)
	}
}

// TestABlockInTheTerminal pastes an id and a secret at once, and takes both
// after a look.
func TestABlockInTheTerminal(t *testing.T) {
	t.Parallel()
	h := keyedHouse(t)
	run := h.start()
	h.run("set", run, "uses_connect5=no", "page_seen=button", "other_organisation_has_client=no", "create_result=created", "secret_holder=captured_here")
	w := h.wizard(80, 24, "resume", run)
	w.at("applies")
	w.jump("credentials")
	w.on("client_id")
	w.Paste("Here they are:\r\nClient ID: muster-import-01\r\nClient Secret: " + canary + "\r\n")
	w.Wait("answers for 2 fields", "muster-import-01", "(masked)", "Here they are")
	w.heard("enter take all")
	w.Key("enter")
	w.WaitFor("both, saved", func(s screen) bool { return s.saved() && s.has("2 answers taken", "muster-import-01") })
	w.Key("ctrl+c")
	w.Exit()
	kinds := ""
	for _, e := range h.log(run) {
		kinds += e.Kind + " "
	}
	if want := "answered secret_set "; len(kinds) < len(want) || kinds[len(kinds)-len(want):] != want {
		t.Errorf("the log has %s", kinds)
	}
	h.hides(canary, "muster-import-01")
}
