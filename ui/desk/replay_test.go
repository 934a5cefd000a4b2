package desk

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
)

// again is a rig on the replay of the run that another rig has played; nothing
// moves until its ticks are let through.
func again(t *testing.T, r *rig, how face.Replay) *rig {
	t.Helper()
	r.do(r.m.page.close())
	cfg := r.m.cfg
	cfg.Run, cfg.Replay = r.m.last.ID, &how
	r.ticks = nil
	r.start(cfg)
	if r.m.page == nil {
		t.Fatalf("nothing is shown: %v", r.m.failed)
	}
	return r
}

// sailed is a rig on a run with a few events.
func sailed(t *testing.T) *rig {
	t.Helper()
	r := begun(t).keys("enter")
	for _, word := range []string{"'Anna'", "'12 Harbour Road'", "'2026-12-01'"} {
		r.at = r.at.Add(7 * time.Minute)
		r.keys(word, "enter")
	}
	return r
}

// TestReplayPlays lets the pauses pass one by one: each brings the next event,
// with its time then, and at the end nothing waits any more.
func TestReplayPlays(t *testing.T) {
	r := sailed(t)
	n := len(r.log())
	if n < 3 {
		t.Fatalf("only %d events", n)
	}
	r = again(t, r, face.Replay{Speed: 1})
	for at := 1; ; at++ {
		r.shows("REPLAY", fmt.Sprintf("event %d of %d", at, n))
		if at == n {
			break
		}
		r.shows("playing")
		if len(r.ticks) == 0 {
			t.Fatalf("at event %d nothing is waited for", at)
		}
		tick := r.ticks[0]
		r.ticks = r.ticks[1:]
		r.send(tick)
	}
	if len(r.ticks) != 0 {
		t.Errorf("at the end %d pauses are under way", len(r.ticks))
	}
	r.shows("the end")
	r.keys("space").shows("event 1 of", "playing")
}

// TestReplayIsHeldAndStepped goes by hand, and a pause that ends after it was
// held moves nothing.
func TestReplayIsHeldAndStepped(t *testing.T) {
	r := sailed(t)
	n := len(r.log())
	r = again(t, r, face.Replay{})
	r.keys("space").shows("event 1 of", "held")
	for _, tick := range r.ticks {
		r.send(tick)
	}
	r.shows("event 1 of")
	r.keys("right").shows("event 2 of").keys("left").shows("event 1 of").keys("left").shows("event 1 of")
	r.keys("end").shows("the end")
	if got := r.m.replay.past.At(); got != n {
		t.Errorf("the end is event %d of %d", got, n)
	}
	r.keys("home").shows("event 1 of", "1x").keys("+").shows("2x").keys("-", "-").shows("0.5x")
	if r.keys("q"); !r.quit || r.m.code != codeDone {
		t.Errorf("q ends it: %v, with %d", r.quit, r.m.code)
	}
}

// TestReplayChangesNothing presses every key that the table knows: the run has
// the events that it had, and nothing is left unsaved.
func TestReplayChangesNothing(t *testing.T) {
	r := sailed(t)
	before := strings.Join(r.log(), "\n")
	r = again(t, r, face.Replay{At: 2})
	r.shows("event 2 of", "held")
	for _, k := range tableKeys {
		if k == "ctrl+c" || k == "esc" || k == "q" {
			continue
		}
		r.keys(k)
		if r.m.over != nil {
			r.keys("esc")
		}
	}
	r.paste("a pasted text").keys("'typed'", "enter")
	r.shows(words.Say("en", onlyShown()))
	if after := strings.Join(r.log(), "\n"); after != before {
		t.Errorf("the run was changed:\n%s", after)
	}
	if got := r.m.page.s.Events(); len(got) > strings.Count(before, "\n")+1 || r.m.page.s.Pending() != 0 {
		t.Errorf("the session has %d events, %d pending", len(got), r.m.page.s.Pending())
	}
	typed, err := r.a.Unsaved(t.Context(), r.m.page.s.ID())
	if err != nil || len(typed) != 0 {
		t.Errorf("kept as typed: %v, %v", typed, err)
	}
}

// TestReplayFits draws it in every size, in three languages: the lines about the
// event are always there.
func TestReplayFits(t *testing.T) {
	r := again(t, sailed(t), face.Replay{At: 3})
	for _, lang := range []string{"en", "de", "fi"} {
		r.m.t = words.For(lang)
		r.m.keys = bindings(r.m.t)
		for _, size := range [][2]int{{40, 12}, {40, 15}, {80, 24}, {100, 30}, {160, 45}} {
			r.size(size[0], size[1])
			lines := strings.Split(r.m.View().Content, "\n")
			if len(lines) > size[1] {
				t.Errorf("%s: %d lines in %v", lang, len(lines), size)
			}
			for _, l := range lines {
				if ansi.StringWidth(l) > size[0] {
					t.Errorf("%s: %d columns in %v: %s", lang, ansi.StringWidth(l), size, ansi.Strip(l))
				}
			}
			r.shows(words.Say(lang, r.m.replay.where()))
		}
	}
}

// BenchmarkReplay shows the next event of a long run and draws it, at its
// beginning and at its end.
func BenchmarkReplay(b *testing.B) {
	r := begun(b)
	for i := 0; len(r.m.page.s.Events()) < 5000; i++ {
		if _, err := r.m.page.s.Do(true, run.Answer{At: flows.At("ship"), Value: fmt.Sprintf("Anna %d", i)}); err != nil {
			b.Fatal(err)
		}
	}
	r.do(r.m.page.close())
	cfg := r.m.cfg
	cfg.Run, cfg.Replay = r.m.last.ID, &face.Replay{At: 1}
	r.start(cfg)
	for _, from := range []int{10, 4000} {
		b.Run(fmt.Sprintf("from event %d", from), func(b *testing.B) {
			r.m.replay.to(from)
			for n := 1; b.Loop(); n++ {
				r.m.replay.to(from + n%900)
				_ = r.m.View()
			}
		})
	}
}
