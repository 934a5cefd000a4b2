//go:build unix

package journey

import (
	"encoding/json"
	"slices"
	"strings"
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

// TestTwoFacesOnOneField answers the same field in the full screen and in line
// mode, both open on the run: whoever is later is asked the same question, with
// both answers and by whom, and what is chosen stands in the log last.
func TestTwoFacesOnOneField(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	w, run := signing(h)
	w.Key("tab")
	w.on("organisation")
	l := h.open(80, 24, never, "--plain", "resume", run)
	l.hears("Not yet; yes, or Enter leaves it")
	l.Send("set organisation Muster Nord\r")
	l.hears("Organisation chosen: Muster Nord.")

	w.Send("Muster West")
	w.Wait("Muster West")
	w.Key("enter")
	w.Wait("Also changed in another window", "theirs", "Muster Nord", "yours", "Muster West", h.by(run))
	w.heard("enter keep as marked")
	w.Key("space", "enter")
	w.WaitFor("the page, saved", func(s screen) bool { return s.saved() && !s.has("Also changed") && s.has("Muster West") })
	h.answers(run, "Muster Nord", "Muster West")

	asked := "was changed in another window too: theirs is Muster West, yours is Muster Ost."
	l.Send("set organisation Muster Ost\r")
	l.hears(asked + " Which one is kept? Type yours; Enter keeps theirs >")
	l.Send("\r")
	l.Wait("What was changed elsewhere was kept.")
	h.answers(run, "Muster Nord", "Muster West")

	l.Send("set organisation Muster Ost\r")
	l.hears("Organisation chosen: Muster Ost.")
	h.answers(run, "Muster Nord", "Muster West", "Muster Ost")
	l.Send("quit\r")
	if code := l.Exit(); code != 0 {
		t.Errorf("exit %d", code)
	}
	w.Key("ctrl+c")
	w.Exit()
	h.verify(run)
}

// hears waits for a text, over the ends of lines.
func (p *terminal) hears(text string) {
	p.t.Helper()
	p.WaitFor(text, func(s screen) bool { return strings.Contains(spoken(s.String()), text) })
}

// by is who wrote last in a run.
func (h *house) by(run string) string {
	h.t.Helper()
	log := h.log(run)
	return log[len(log)-1].By
}

// answers holds the answers to a run's organisation, in order.
func (h *house) answers(run string, want ...string) {
	h.t.Helper()
	var got []string
	for _, e := range h.log(run) {
		if e.Kind != "answered" {
			continue
		}
		var a struct{ Item, Value string }
		if err := json.Unmarshal([]byte(e.data(h.t)), &a); err == nil && a.Item == "sign-in.organisation" {
			got = append(got, a.Value)
		}
	}
	if !slices.Equal(got, want) {
		h.t.Errorf("the answers are %q, want %q", got, want)
	}
}

// TestLinesInTwoWindows cuts the input off at the question which of both holds:
// theirs does, and yours is offered again, typed and not taken.
func TestLinesInTwoWindows(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	h.run("set", run, "applies.uses_connect5=no")
	l := h.open(80, 24, never, "--plain", "resume", run)
	l.hears("Enter keeps it")
	h.run("set", run, "organisation=Muster Nord")
	l.Send("set organisation Muster West\r")
	l.hears("theirs is Muster Nord, yours is Muster West. Which one is kept?")
	l.Send("\x04")
	if code := l.Exit(); code != exitCutOff {
		t.Errorf("exit %d", code)
	}
	h.answers(run, "Muster Nord")
	l = h.open(80, 24, never, "--plain", "resume", run)
	l.Send("go sign-in\r")
	l.hears("Typed earlier and not taken: Muster West; Enter takes it")
	l.Send("\r")
	l.Send("quit\r")
	l.Exit()
	h.answers(run, "Muster Nord", "Muster West")
	h.verify(run)
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
