//go:build unix

package journey

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// signing is the wizard at the step in which one signs in.
func signing(h *house, env ...string) (w wizard, run string) {
	h.t.Helper()
	h.env = append(h.env, env...)
	run = h.start()
	h.run("set", run, "applies.uses_connect5=no")
	h.run("done", run, "applies")
	w = h.wizard(80, 24, "resume", run)
	w.at("sign-in")
	w.on("signed_in")
	return w, run
}

// colour is a sequence that sets one.
var colour = regexp.MustCompile(`\x1b\[[0-9;:]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;:]*m`)

func TestColour(t *testing.T) {
	t.Parallel()
	for env, want := range map[string]bool{"COLORTERM=truecolor": true, "NO_COLOR=1": false} {
		w, _ := signing(newHouse(t), env)
		if got := colour.FindString(w.Raw()); (got != "") != want {
			t.Errorf("with %s the screen got the colour %q", env, got)
		}
		w.Kill()
	}
}

// TestHostilePaste pastes what would do harm if it reached the terminal as it
// came, and proves the search on what is harmless.
func TestHostilePaste(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	w, run := signing(h)
	w.Key("tab")
	w.on("organisation")
	clipboard := "52;c;" + base64.StdEncoding.EncodeToString([]byte("evil"))
	w.Paste("Muster\x1b]" + clipboard + "\x07 GmbH\u202e\u200b\x9b31m\x00\x08\r\nevil\xff")
	w.Wait("Muster", "GmbH")
	w.Key("enter")
	w.on("menu_opened")
	w.WaitFor("saved", screen.saved)
	for _, bad := range []string{clipboard, "\u202e", "\u200b", "\x9b31m", "\xff"} {
		if strings.Contains(w.Raw(), bad) {
			t.Errorf("%q reached the terminal", bad)
		}
	}
	for _, e := range h.log(run) {
		if strings.ContainsAny(string(e.Data), "\u202e\u200b\x00\x1b") || strings.Contains(string(e.Data), `\u001b`) {
			t.Errorf("the log keeps %s", e.Data)
		}
	}
}

// TestResizing resizes the window while letters are typed. In the end the
// screen is whole and no letter is lost.
func TestResizing(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	w, run := signing(h)
	w.Key("tab")
	w.on("organisation")
	var typed strings.Builder
	for i := range 60 {
		w.Resize(20+rand.IntN(120), 3+rand.IntN(45))
		fmt.Fprintf(&typed, "%c", 'a'+i%26)
		w.Send(typed.String()[i:])
	}
	w.Resize(100, 30)
	s := w.WaitFor("all that was typed, in a frame of the last size", func(s screen) bool {
		return len([]rune(s[0])) == 100 && s[29] != "" && s.has(typed.String()[50:], w.text("step sign-in"), w.text("menu_opened"))
	})
	for _, l := range s {
		if strings.Count(l, "Lotse") > 1 {
			t.Errorf("the screen has remains of other sizes:\n%s", s)
		}
	}
	w.Key("enter")
	w.on("menu_opened")
	w.WaitFor("saved", screen.saved)
	log := h.log(run)
	if got := log[len(log)-1].data(t); !strings.Contains(got, `"`+typed.String()+`"`) {
		t.Errorf("of %s there came %s", typed.String(), got)
	}
}

// TestNoSize: a terminal that tells no size, as a serial line does, has that of
// COLUMNS and LINES, or the usual one, until it tells its own.
func TestNoSize(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		env        []string
		cols, rows int
	}{{nil, 80, 24}, {[]string{"COLUMNS=60", "LINES=20"}, 60, 20}} {
		h := newHouse(t)
		h.env = append(h.env, c.env...)
		w := h.open(0, 0, atOnce, "resume", h.start())
		of := func(cols, rows int) func(screen) bool {
			return func(s screen) bool {
				return len([]rune(s[0])) == cols && s[rows-1] != "" && strings.TrimSpace(strings.Join(s[rows:], "")) == ""
			}
		}
		w.WaitFor(fmt.Sprintf("a frame of %dx%d", c.cols, c.rows), of(c.cols, c.rows))
		w.Resize(100, 30)
		w.WaitFor("a frame of the size that was told", of(100, 30))
		w.tell(0, 0)
		w.WaitFor(fmt.Sprintf("a frame of %dx%d again", c.cols, c.rows), of(c.cols, c.rows))
		w.Kill()
	}
}

// TestSizeThatCannotBe: a terminal that reports thousands of columns, or
// millions of cells, is not believed; the screen keeps its size.
func TestSizeThatCannotBe(t *testing.T) {
	t.Parallel()
	w, _ := signing(newHouse(t))
	for _, tell := range []func(){
		func() { w.Send("\x1b[8;24;5000t") },
		func() { w.Send("\x1b[48;5000;80;0;0t") },
		func() { w.Send("\x1b[8;2000;2000t") },
		func() { w.tell(5000, 24) },
	} {
		tell()
		for _, item := range []string{"organisation", "menu_opened"} {
			w.Key("tab")
			w.on(item)
			if s := w.Frame(); len([]rune(s[0])) != 80 || s[23] == "" {
				t.Fatalf("no frame of 80x24:\n%s", s)
			}
		}
		w.Key("shift+tab", "shift+tab")
		w.on("signed_in")
	}
}

// TestTwoPrograms changes a run by a command while the wizard has it open: the
// wizard takes it in, and what was answered in both is there.
func TestTwoPrograms(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	w, run := signing(h)
	h.run("set", run, "page.page_seen=button")
	w.Key("space")
	w.Wait("☑ " + w.text("signed_in"))
	w.WaitFor("saved", screen.saved)
	w.Key("tab")
	w.fill("organisation", "Muster GmbH")
	w.on("menu_opened")
	w.WaitFor("saved", screen.saved)
	log := h.log(run)
	var kinds []string
	for _, e := range log[3:] {
		kinds = append(kinds, e.Kind)
	}
	if got := strings.Join(kinds, " "); got != "answered ticked answered" {
		t.Errorf("the log has %s", got)
	}
	h.verify(run)
}

// TestLockedWhileAnswering keeps the wizard from saving: it says so, keeps what
// was answered, and saves it when it can.
func TestLockedWhileAnswering(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	w, run := signing(h)
	release := h.hold()
	w.Key("space")
	w.Wait("☑ "+w.text("signed_in"), "NOT SAVED")
	if n := len(h.log(run)); n != 3 {
		t.Errorf("there are %d events while nothing can be saved", n)
	}
	release()
	w.Key("tab")
	w.on("organisation")
	w.WaitFor("saved", func(s screen) bool { return s.saved() && !s.has("NOT SAVED") })
	if log := h.log(run); log[len(log)-1].Kind != "ticked" {
		t.Errorf("the last event is %s", log[len(log)-1].Kind)
	}
}
