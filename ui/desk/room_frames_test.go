package desk

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/play"
	"lotse/ui/story"
	"lotse/ui/theme"
)

// roomSizes are the windows in which the rooms of a working day are held: a
// terminal as it opens, a larger one, half of a screen, and the least with a say.
var roomSizes = [][2]int{{80, 24}, {100, 30}, {160, 45}, {40, 15}}

// roomsOfTheDay are those rooms: how a rig comes there in a language.
var roomsOfTheDay = []struct {
	name string
	set  func(t *testing.T, lang string) tea.Model
}{
	{"palette", inHarbour(func(r *rig) { r.fill().keys("ctrl+p", "'ber'").asks() })},
	{"palette-desk", inHarbour(func(r *rig) { r.atDesk().keys("ctrl+p").asks() })},
	{"new-run", inHarbour(func(r *rig) { r.atDesk().keys("n") })},
	{"new-run-customer", inHarbour(func(r *rig) { r.atDesk().keys("n", "enter", "'Mus'") })},
	{"new-run-mode", inHarbour(func(r *rig) { r.atDesk().keys("n", "enter", "'Muster GmbH'", "tab", "2") })},
	{"copy-run", inHarbour(func(r *rig) {
		r.m.osc52 = true
		r.longMail().keys("f7", "enter")
	})},
	{"phone", inHarbour(func(r *rig) { r.focus("cargo"); r.keys("f2") })},
	{"phone-wait", inHarbour(func(r *rig) { r.fill(); r.goTo("berth"); r.focus("answer"); r.keys("f2") })},
	{"value", inHarbour(func(r *rig) { r.longMail().focus("berth_mail"); r.keys("esc", "i") })},
	{"value-code", inHarbour(func(r *rig) { r.focus("form"); r.keys("i") })},
	{"faults", func(t *testing.T, lang string) tea.Model { return practising(t, lang).keys("w").m }},
	{"faults-on", func(t *testing.T, lang string) tea.Model {
		return practising(t, lang).keys("w", "down", "enter", "space").m
	}},
	{"shared", inHarbour(func(r *rig) { r.longMail().keys("f3") })},
	{"shared-desk", inHarbour(func(r *rig) { r.atDesk().keys("f3") })},
	{"earlier", inHarbour(func(r *rig) {
		r.fastAnswer("ship", "Aurora")
		r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
		r.focus("ship")
	})},
	{"replay", inHarbour(func(r *rig) {
		r.keys("enter", "'Anna'", "enter", "'12 Harbour Road'", "enter")
		again(r.t.(*testing.T), r, face.Replay{At: 2})
	})},
	{"story", func(t *testing.T, lang string) tea.Model {
		r := inLanguage(t, lang)
		return play.New(r.m, r.m.th, r.m.tick, &story.Story{Name: "one", Lang: lang, Scenes: []story.Scene{
			{Say: words.Say(lang, flows.Msg("play.auto"))},
		}}, 1)
	}},
	{"not-worked", inHarbour(func(r *rig) {
		r.fill()
		r.goTo("sail")
		r.focus("cast-off")
		r.wait().keys("n").wait().keys("'the rope is stuck'")
	})},
	{"not-worked-page", inHarbour(func(r *rig) {
		r.fill()
		r.goTo("sail")
		r.focus("cast-off")
		r.wait().keys("n").wait().keys("'the rope is stuck'", "enter").wait()
	})},
	{"row-form", func(t *testing.T, lang string) tea.Model {
		r := speaking(t, lang, fstest.MapFS{"crates.yaml": {Data: []byte(manifest)}}, testSpecs)
		r.do(r.m.start("crates", "Muster GmbH", run.Rehearsal))
		return r.keys("'MRK-1'", "enter", "2", "'12'").m
	}},
	{"versions", inHarbour(func(r *rig) { r.outdated().keys("esc", "u") })},
	{"versions-back", inHarbour(func(r *rig) { r.outdated().keys("esc", "u", "enter", "u") })},
	{"versions-shared", inHarbour(func(r *rig) { r.outdated().keys("esc", "f3", "u") })},
}

// manifest is a procedure whose list has more columns than fit beside each other in
// most windows.
const manifest = `procedure: crates
version: 1
title: Crates
summary: A list.
source: {document: none.txt, read: 2026-11-21}
systems: [Harbour]
steps:
  - id: here
    title: Here
    say: Please read me the crates, one after the other.
    items:
      - list: crates
        label: Crates
        row: crate
        columns:
          - {field: mark, type: code, label: Mark, required: true}
          - {field: kind, type: choice, label: Kind of crate, options: {box: Box, barrel: Barrel}}
          - {field: weight, type: number, label: Weight in kilograms}
          - {field: sender, type: text, label: Sender, required: true}
          - {field: reaches, type: email, label: E-mail address of the receiver}
          - {field: day, type: date, label: Day of arrival}
          - {field: note, type: text, label: What else is to be known}
`

// inHarbour is a room of a run in the harbour.
func inHarbour(set func(*rig)) func(*testing.T, string) tea.Model {
	return func(t *testing.T, lang string) tea.Model {
		r := inLanguage(t, lang)
		set(r)
		return r.m
	}
}

// inLanguage is begun in a language.
func inLanguage(t *testing.T, lang string) *rig {
	t.Helper()
	r := speaking(t, lang, os.DirFS("testdata/procedures"), testSpecs)
	r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	return r
}

// practising stands on a check that asks the portal of a rehearsal.
func practising(t *testing.T, lang string) *rig {
	t.Helper()
	r := speaking(t, lang, os.DirFS("testdata/mailbox"), flows.Specs{Checks: check.Specs()})
	cfg := r.m.cfg
	n := &outside.Network{Getenv: func(string) string { return "" }, Now: cfg.Now, Off: true, Store: r.a}
	t.Cleanup(func() { _ = n.Close() })
	cfg.Network = n.For
	r.start(cfg)
	r.do(r.m.start("mailbox", "Muster GmbH", run.Rehearsal))
	return r.keys("'info@example.org'", "enter")
}

// TestRoomFrames holds every room in every window and language.
func TestRoomFrames(t *testing.T) {
	for _, room := range roomsOfTheDay {
		for _, lang := range words.Languages() {
			t.Run(room.name+"."+lang, func(t *testing.T) {
				m := room.set(t, lang)
				var all strings.Builder
				for _, size := range roomSizes {
					m, _ = m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
					fmt.Fprintf(&all, "== %dx%d\n%s\n", size[0], size[1], framed(t, m, size))
				}
				golden.RequireEqual(t, []byte(all.String()))
			})
		}
	}
}

// framed is a frame without colours, which has to fit its window.
func framed(t *testing.T, m tea.Model, size [2]int) string {
	t.Helper()
	lines := strings.Split(ansi.Strip(m.View().Content), "\n")
	if len(lines) > size[1] {
		t.Errorf("%d lines in a window of %v", len(lines), size)
	}
	for i, l := range lines {
		if theme.Width(l) > size[0] {
			t.Errorf("wider than %v: %s", size, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}
