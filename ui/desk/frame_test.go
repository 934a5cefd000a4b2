package desk

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

var sizes = [][2]int{{40, 12}, {80, 24}, {120, 40}, {160, 50}}

// wide are the scenes that are held at the widest size, too: those that have
// something of their own there.
var wide = []string{"desk-brief", "papers", "papers-held", "crew-rows", "berth-noted", "sail-blocked", "shared", "over-outline", "finished"}

// scenes are the frames that are held by goldens, at every size.
var scenes = []struct {
	name string
	set  func(r *rig)
}{
	{"desk-empty", func(r *rig) { r.m.page = nil; r.m.list.sections = []*section{} }},
	{"desk", func(r *rig) { desk(r) }},
	{"desk-filter", func(r *rig) { desk(r); r.keys("/", "'kfz'") }},
	{"desk-palette", func(r *rig) { desk(r); r.keys("ctrl+p").asks() }},
	{"over-palette", func(r *rig) { r.fill(); r.keys("ctrl+p", "'aboa'").asks() }},
	{"desk-new", func(r *rig) { desk(r); r.keys("n", "enter", "'Mus'") }},
	{"papers", func(r *rig) {}},
	{"papers-typing", func(r *rig) { r.keys("enter", "'Aurora 漢字 é'") }},
	{"papers-choice", func(r *rig) { r.focus("cargo") }},
	{"papers-choices", func(r *rig) { r.focus("flags"); r.keys("space") }},
	{"papers-date", func(r *rig) { r.focus("arrival"); r.keys("'+3d'") }},
	{"papers-area", func(r *rig) { r.focus("remarks"); r.keys("'one'", "enter", "'two'") }},
	{"papers-secret", func(r *rig) { r.focus("locker"); r.keys("'hush'") }},
	{"papers-held", func(r *rig) { r.keys("enter", "enter", "'not an address'", "ctrl+s") }},
	{"crew", func(r *rig) { r.fill() }},
	{"crew-rows", func(r *rig) {
		r.fill().keys("'4711'", "enter", "2", "'Aft'", "enter", "enter", "'47x'", "enter", "shift+tab")
	}},
	{"over-import-ask", func(r *rig) { r.fill().keys("ctrl+f", "'crew'") }},
	{"over-import", func(r *rig) { r.fill().keys("'1'", "enter", "ctrl+f", "'testdata/crew.csv'", "enter") }},
	{"over-import-lower", func(r *rig) { r.fill().keys("ctrl+f", "'testdata/crew.csv'", "enter", "pgdown", "pgdown") }},
	{"over-import-fault", func(r *rig) { r.fill().keys("ctrl+f", "'testdata/none.csv'", "enter") }},
	{"over-import-paste", func(r *rig) { r.fill().paste("1\tcook\tAft\t7\n=2+3\tmate\t\t8\n") }},
	{"berth", func(r *rig) { r.fill(); r.goTo("berth") }},
	{"sail-blocked", func(r *rig) { r.goTo("sail") }},
	{"over-ripple", func(r *rig) {
		r.m.openItself(newRipple(r.m, []run.Consequence{
			{Step: "crew", Title: "Who is aboard", Effect: run.LookAgain, Items: []string{"people"}},
			{Step: "sail", Title: "Set sail", Effect: run.Void, Items: []string{"cast-off"}},
			{Step: "papers", Title: "The ship's papers", Effect: run.Keep},
		}))
		r.wait()
	}},
	{"over-outline", func(r *rig) { r.fill().keys("ctrl+o") }},
	{"over-help", func(r *rig) { r.focus("ship"); r.keys("f1") }},
	{"phone", func(r *rig) { r.keys("f2") }},
	{"phone-branch", func(r *rig) { r.focus("cargo"); r.keys("f2", "b") }},
	{"phone-typing", func(r *rig) { r.focus("berth_mail"); r.keys("f2", "enter", "'Kai.0l@example.org'") }},
	{"over-spelling", func(r *rig) { r.focus("berth_mail"); r.keys("'Kai.0l@example.org'", "enter", "shift+tab", "esc", "l") }},
	{"over-accept", func(r *rig) { r.longMail().keys("f4", "'later'") }},
	{"over-warnings", func(r *rig) { r.warned() }},
	{"over-warnings-why", func(r *rig) { r.warned().keys("down", "enter", "'it is theirs'") }},
	{"sail-warned", func(r *rig) { r.warned().keys("down", "down", "enter"); r.goTo("sail"); r.focus("mail") }},
	{"outline-warned", func(r *rig) { r.warned().keys("down", "down", "enter", "ctrl+o") }},
	{"over-copying", func(r *rig) {
		r.m.osc52 = true
		r.focus("berth_mail")
		r.keys("'a.long@ships.example.org'", "enter", "f7", "enter")
	}},
	{"over-copying-alone", func(r *rig) { r.longMail().keys("f7", "enter") }},
	{"over-skip", func(r *rig) { r.keys("x").wait().keys("enter") }},
	{"over-note", func(r *rig) { r.keys("e").wait().keys("'called back'") }},
	{"over-wait", func(r *rig) { r.fill(); r.goTo("berth"); r.focus("answer"); r.keys("enter") }},
	{"over-gate", func(r *rig) { r.fill(); r.goTo("sail"); r.keys("enter", "'sail'") }},
	{"over-rotate", func(r *rig) { r.locked(); r.atRotation().keys("enter", "'ERP, web shop'") }},
	{"over-rotate-new", func(r *rig) { r.locked().rotating("").keys("enter", "'hush'") }},
	{"over-rotate-confirm", func(r *rig) { r.locked().rotating("another").keys("enter", "space", "ctrl+s", "enter") }},
	{"sail-rotating", func(r *rig) { r.locked().rotating("another") }},
	{"finished-rotating", func(r *rig) { r.locked().finishRest().rotating("another"); r.goTo("") }},
	{"over-letter", func(r *rig) { r.atLetter().keys("enter", "l") }},
	{"over-letter-file", func(r *rig) { r.atLetter().keys("enter", "f") }},
	{"berth-found", func(r *rig) { r.fill().berthFound() }},
	{"over-findings", func(r *rig) { r.fill().berthFound().keys("f", "tab", "down", "c") }},
	{"over-findings-pair", func(r *rig) { r.fill().berthFound().keys("f", "right", "right", "right", "left", "down", "enter") }},
	{"over-findings-file", func(r *rig) { r.fill().berthFound().keys("f", "f", "'.txt'", "enter") }},
	{"berth-sent", func(r *rig) { r.atLetter().keys("enter", "enter", "enter") }},
	{"over-block", func(r *rig) { r.focus("ship"); r.paste(pastedBlock); r.wait() }},
	{"over-clash", func(r *rig) {
		r.focus("ship")
		r.keys("'Aurora'")
		r.slowly(func() { r.keys("enter", "'a@example.org'", "enter") })
		r.theirs(run.Answer{At: flows.At("papers.ship"), Value: "Borealis"}, run.Answer{At: flows.At("papers.berth_mail"), Value: "office@example.org"})
		r.catchUp()
		r.wait().keys("space")
	}},
	{"over-once", func(r *rig) {
		r.m.openItself(newOnce(r.m.page, walk.Once{At: flows.At("papers.locker"), Then: walk.Leave}))
		r.wait()
	}},
	{"over-host", func(r *rig) {
		r.m.openItself(newOtherHost(r.m.page, walk.OtherHost{At: flows.At("papers.locker"), To: run.SecretTo{
			Item: flows.At("papers.locker"), Secret: "s1", Origin: "https://login.example.org:8443", Bound: []string{"https://login.example:443"},
		}}))
		r.wait()
	}},
	{"over-vault", func(r *rig) { r.m.openItself(newVault(r.m.page)); r.wait() }},
	{"not-saved", func(r *rig) { r.keys("enter", "'Aurora'"); r.m.page.Saved(flows.ErrFull) }},
	{"shared", func(r *rig) { r.keys("f3") }},
	{"shared-internal", func(r *rig) { r.fill(); r.goTo("berth"); r.keys("f3") }},
	{"shared-desk", func(r *rig) { r.atDesk().keys("f3") }},
	{"desk-brief", func(r *rig) { r.atDesk() }},
	{"berth-noted", func(r *rig) {
		r.fill()
		r.goTo("berth")
		r.keys("e").wait().keys("'They call back in the afternoon, and want the sketch first.'", "ctrl+s")
	}},
	{"sail-stale", func(r *rig) {
		r.fill()
		r.goTo("sail")
		r.keys("enter", "'sail'", "enter", "'Eva'", "enter", "enter", "enter")
		r.goTo("papers")
		r.focus("cargo")
		r.keys("2").wait().keys("enter")
		r.goTo("sail")
	}},
	{"to-read", func(r *rig) {
		r.fast("papers", run.Answer{At: flows.At("papers.ship"), Value: "Aurora"}, run.Answer{At: flows.At("papers.cargo"), Value: "grain"}, run.Tick{At: flows.At("papers.signed")})
		r.undone().keys("ctrl+s").wait()
	}},
	{"finished", func(r *rig) { r.finish() }},
	{"finished-lower", func(r *rig) { r.finish().keys("down", "down", "down", "down") }},
	{"over-papers", func(r *rig) { r.fill().keys("f6", "down") }},
	{"over-papers-file", func(r *rig) { r.finish().keys("enter", "enter") }},
	{"over-papers-taken", func(r *rig) { r.finish().keys("enter", "4").clearLine().keys("'testdata/crew.csv'", "enter") }},
	{"over-papers-summary", func(r *rig) { r.finish().keys("down", "down", "enter") }},
	{"finished-warned", func(r *rig) { r.warned().keys("down", "down", "enter"); r.finishRest() }},
}

// desk is the list of runs with one in every group.
func desk(r *rig) {
	due := r.at.Add(2 * time.Hour)
	later := r.at.AddDate(0, 0, 3)
	h := func(id, customer, title string, st run.Status, done, all int, mode run.Mode, d *time.Time, ago time.Duration) run.Header {
		return run.Header{
			ID: id, Customer: run.Customer{Name: customer}, Title: title, Status: st, Mode: mode, Due: d, Changed: r.at.Add(-ago),
			Progress: run.Progress{Done: done, Open: all - done, Warnings: new(int)}, CurrentTitle: "Verify connectivity", Why: "the secret was refused",
		}
	}
	day, three := 24*time.Hour, 3
	r.m.page = nil
	r.m.list.sections = []*section{
		{kind: today, total: tally{n: 1}, rows: []run.Header{h("aaaa", "Muster GmbH", "TechData in Work 365", run.StatusOpen, 6, 11, run.Real, &due, time.Hour)}},
		{kind: open, total: tally{n: 3}, rows: []run.Header{
			h("bbbb", "Kfz-Teile Nord", "TecCom import", run.StatusOpen, 9, 12, run.Real, nil, day),
			h("cccc", "Autohaus Süd", "Sage main contact", run.StatusOpen, 3, 9, run.Rehearsal, nil, 3*day),
		}},
		{kind: waiting, total: tally{n: 1}, rows: []run.Header{h("dddd", "Pohjola Osat 漢字", "Netvisor / Rackbeat", run.StatusWaiting, 8, 10, run.Real, &later, day)}},
		{kind: finished, total: tally{n: 1}, rows: []run.Header{h("eeee", "A customer with a very long name AG & Co. KG", "TecCom export", run.StatusDone, 12, 12, run.Demo, nil, 9*day)}},
	}
	r.m.list.sections[1].rows[0].Progress.Warnings = &three
}

func TestFrames(t *testing.T) {
	for _, size := range sizes {
		for _, sc := range scenes {
			if size[0] == 160 && !slices.Contains(wide, sc.name) {
				continue
			}
			t.Run(fmt.Sprintf("%s-%dx%d", sc.name, size[0], size[1]), func(t *testing.T) {
				r := begun(t).size(size[0], size[1])
				sc.set(r)
				bounded(t, r)
				lines := strings.Split(r.screen(), "\n")
				for i := range lines {
					lines[i] = strings.TrimRight(lines[i], " ")
				}
				golden.RequireEqual(t, []byte(strings.Join(lines, "\n")+"\n"))
			})
		}
	}
}

// bounded fails where a line is wider than the window, or there are more lines
// than it has.
func bounded(t *testing.T, r *rig) {
	t.Helper()
	lines := strings.Split(r.m.View().Content, "\n")
	if r.m.h > 0 && len(lines) > r.m.h {
		t.Fatalf("%d lines in a window of %d", len(lines), r.m.h)
	}
	for _, l := range lines {
		if w := theme.Width(l); w > r.m.w && r.m.w > 0 {
			t.Fatalf("a line of %d cells in a window of %dx%d: %q", w, r.m.w, r.m.h, l)
		}
	}
}

func TestEverySizeIsKept(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	for _, sc := range scenes {
		t.Run(sc.name, func(t *testing.T) {
			r := begun(t)
			sc.set(r)
			for range 60 {
				r.size(rnd.IntN(170), rnd.IntN(55))
				bounded(t, r)
			}
			r.size(39, 24)
			if r.m.w < minWidth && !strings.Contains(r.screen(), "40 columns") {
				t.Errorf("a window that is too small says %q", r.screen())
			}
		})
	}
}

// TestNoWindow: before the size is known, and where a terminal reports none,
// nothing is drawn and no key does harm.
func TestNoWindow(t *testing.T) {
	for _, sc := range scenes {
		t.Run(sc.name, func(t *testing.T) {
			r := begun(t)
			sc.set(r)
			for _, size := range [][2]int{{0, 0}, {0, 24}, {80, 0}} {
				r.size(size[0], size[1])
				for _, key := range []string{"", "pgdown", "pgup", "tab", "down", "space", "esc", "f1"} {
					if key != "" {
						r.keys(key)
					}
					if got := strings.Trim(r.screen(), "\n"); got != "" {
						t.Errorf("%dx%d: after %q there is drawn %q", size[0], size[1], key, got)
					}
				}
			}
		})
	}
}

func TestTheFocusIsAlwaysInView(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 16}, {80, 24}, {160, 50}} {
		r := begun(t).size(size[0], size[1])
		for range 12 {
			if iv := r.m.page.Item(); iv != nil && r.m.page.At().Step == "papers" {
				bar := false
				for l := range strings.SplitSeq(r.screen(), "\n") {
					bar = bar || strings.Contains(l, "│") && !strings.HasPrefix(l, "  │")
				}
				if !bar {
					t.Errorf("%v: the focus on %s is not in view\n%s", size, iv.Item.ID, r.screen())
				}
			}
			r.keys("tab")
		}
	}
}

func TestASCIIAndNoColourStillRead(t *testing.T) {
	for _, sc := range scenes {
		if strings.Contains(sc.name, "typing") || strings.Contains(sc.name, "findings") || strings.HasPrefix(sc.name, "desk") {
			continue // what people wrote themselves is drawn as it is
		}
		t.Run(sc.name, func(t *testing.T) {
			r := newRig(t)
			cfg := r.m.cfg
			cfg.ASCII = true
			r.start(cfg)
			r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
			sc.set(r)
			for _, ch := range r.screen() {
				if ch > 126 {
					t.Fatalf("%q is drawn\n%s", ch, r.screen())
				}
			}
		})
	}
}

func TestTheCursorIsTheTerminals(t *testing.T) {
	r := begun(t).keys("enter", "'Aurora 漢字'")
	c := r.m.View().Cursor
	if c == nil {
		t.Fatal("there is no cursor")
	}
	line := strings.Split(r.screen(), "\n")[c.Y]
	before, _, _ := strings.Cut(line, "漢字")
	if want := theme.Width(before) + 4; c.X != want {
		t.Errorf("the cursor is at %d, the text ends at %d: %q", c.X, want, line)
	}
	r.keys("left")
	if got := r.m.View().Cursor.X; got != c.X-2 {
		t.Errorf("a wide letter back it is at %d, was at %d", got, c.X)
	}
	if r.keys("esc"); r.m.View().Cursor != nil {
		t.Error("the page itself has a cursor")
	}
	r.keys("e").wait().keys("'ab'")
	if c := r.m.View().Cursor; c == nil || !strings.Contains(strings.Split(r.screen(), "\n")[c.Y], "ab") {
		t.Errorf("in the overlay it is at %v", c)
	}
}

func TestLightAndDarkFollowTheTerminal(t *testing.T) {
	r := begun(t).keys("enter", "'Aurora'")
	dark := r.m.View().Content
	r.send(tea.BackgroundColorMsg{Color: light{}})
	if r.m.th.Dark || r.m.View().Content == dark {
		t.Error("a light background changes nothing")
	}
	r.shows("Aurora")
}

type light struct{}

func (light) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }
