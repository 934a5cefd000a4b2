//go:build unix

package journey

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// atMost bounds how long the program may take to leave: a second is what it is
// to keep, ten are what a busy machine is given.
const atMost = 10 * time.Second

// typing is the wizard in the middle of typing an answer that is not submitted.
func typing(h *house) wizard {
	h.t.Helper()
	w := h.wizard(80, 24)
	w.begin(english, "TecCom import", "Muster GmbH")
	w.at("applies")
	w.on("uses_connect5")
	w.Send("2")
	w.read()
	w.at("sign-in")
	w.tick("signed_in")
	w.on("organisation")
	w.Send("Muster Verwaltung")
	w.Wait("Muster Verwaltung")
	return w
}

// TestLeaving leaves the program in every way but a kill: it ends in time, all
// that was acknowledged is there, and what was typed is offered again.
func TestLeaving(t *testing.T) {
	t.Parallel()
	type way struct {
		leave func(w wizard)
		shown bool // the terminal is there to read the last words
	}
	ways := map[string]way{
		"ctrl+c":        {func(w wizard) { w.Key("ctrl+c") }, true},
		"ctrl+c twice":  {func(w wizard) { w.Key("ctrl+c", "ctrl+c") }, true},
		"lost terminal": {func(w wizard) { w.Hangup() }, false},
	}
	for _, s := range endings {
		ways[unix.SignalName(s)] = way{func(w wizard) { w.Signal(s) }, true}
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			h.run("config", "mouse", "on")
			w := typing(h)
			begun := time.Now()
			way.leave(w)
			code := w.Exit()
			if took := time.Since(begun); took > atMost {
				t.Errorf("it took %v to end", took)
			}
			run := h.only()
			if way.shown {
				if code != exitInterrupted {
					t.Errorf("exit %d", code)
				}
				w.lastWords(run)
			}
			h.verify(run)
			again(h)
		})
	}
}

// lastWords holds that the terminal is as it was, with how to go on in its
// scrollback.
func (w wizard) lastWords(run string) {
	w.t.Helper()
	if s := w.Screen(); !s.has("Muster GmbH", "1 of", "lotse resume "+run) {
		w.t.Errorf("the last words are:\n%s", s)
	}
	w.restored()
}

// again holds that what was typed is offered again, and submits it.
func again(h *house) {
	h.t.Helper()
	w := h.wizard(80, 24)
	w.Wait("Desk", "1 run")
	w.Key("enter")
	w.at("sign-in")
	w.WaitFor("the unsaved input", func(s screen) bool { return s.has("Muster Verwaltung") })
	for _, e := range h.log(h.only()) {
		if strings.Contains(string(e.Data), "Muster Verwaltung") {
			h.t.Error("what was not submitted stands in the log")
		}
	}
	w.on("organisation")
	w.Key("enter")
	w.on("menu_opened")
	w.WaitFor("saved", screen.saved)
	log := h.log(h.only())
	if last := log[len(log)-1]; last.Kind != "answered" || !strings.Contains(string(last.Data), `"Muster Verwaltung"`) {
		h.t.Errorf("the last event is %s %s", last.Kind, last.Data)
	}
}

// TestTinyWindow starts and ends in windows that are too small for anything,
// and finds everything again in a larger one.
func TestTinyWindow(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	for _, size := range [][2]int{{1, 1}, {2, 1}, {39, 11}, {39, 24}, {80, 11}} {
		p := h.open(size[0], size[1], atOnce, "resume", run)
		p.WaitFor("something", func(s screen) bool { return strings.TrimSpace(strings.Join(s, "")) != "" })
		if size[0] == 39 {
			p.WaitFor("a plain message", func(s screen) bool { return strings.Contains(strings.Join(s, " "), "40 columns") })
		}
		p.Resize(80, 24)
		p.Wait("Muster GmbH", "Is a client needed at all?")
		p.Resize(size[0], size[1])
		p.WaitFor("the small window again", func(s screen) bool { return len(s) == size[1] && !s.has("Is a client needed at all?") })
		p.Key("ctrl+c")
		if code := p.Exit(); code != exitInterrupted {
			t.Errorf("%v: exit %d", size, code)
		}
	}
}
