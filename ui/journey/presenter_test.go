//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// presenter is somebody who shows Lotse to a room: eight minutes, no network, a
// beamer of 80x24.
type presenter struct {
	agent
	demo *house // the same house, where commands mean the store of the demo
}

// rackbeatKey is a key as Rackbeat makes them; it opens Beispiel Oy in the portal
// that is simulated.
const rackbeatKey = "eyJhbGciOiJub25lIn0.eyJjb21wYW55IjoiMSJ9.ZGVtbw"

// TestPresenterInARoom plays the demo of a presenter minute by minute and key by key:
// answers that change the outline, files with faults, a point of no return, a key that
// is refused, a kill, a report that somebody changed, the run once more, a fresh demo.
func TestPresenterInARoom(t *testing.T) {
	t.Parallel()
	p := newPresenter(t)
	for _, part := range []struct {
		minute string
		play   func(*presenter)
	}{
		{"-1: a store to throw away", (*presenter).opensTheDemo},
		{"0: six keys, and all of them", (*presenter).showsTheKeys},
		{"0: a dark room, and a light one", (*presenter).switchesOnTheLight},
		{"1: two questions, and the outline changes", (*presenter).answersTwoQuestions},
		{"2: customers.csv", (*presenter).dropsTheCustomers},
		{"2: the list of what to put right", (*presenter).writesTheFixList},
		{"3: the point of no return", (*presenter).passesTheGate},
		{"4: the key, refused", (*presenter).isRefused},
		{"4: the key, accepted", (*presenter).isLetIn},
		{"4: what the room sees", (*presenter).sharesTheScreen},
		{"4: large, for the last row", (*presenter).showsItLarge},
		{"5: kill -9", (*presenter).isKilled},
		{"5: exactly there", (*presenter).comesBack},
		{"6: the report in the browser", (*presenter).opensTheReport},
		{"6: one byte", (*presenter).changesOneByte},
		{"7: the run once more", (*presenter).playsItAgain},
		{"7: a fresh demo", (*presenter).beginsAfresh},
	} {
		p.minute = part.minute
		part.play(p)
	}
}

// newPresenter is somebody at a machine with a browser, whose own store was never made.
func newPresenter(t *testing.T) *presenter {
	h := newHouse(t)
	dir := t.TempDir()
	shows := filepath.Join(dir, "shows")
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte("#!/bin/sh\necho \"$1\" > "+shows+".new; mv "+shows+".new "+shows+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	h.env = append(h.env, "COLORTERM=truecolor", "DISPLAY=:0", "PATH="+dir+":"+os.Getenv("PATH"))
	demo := *h
	demo.db = filepath.Join(h.dir, "data", "lotse", "demo", "lotse.db")
	demo.env = append(demo.env[:len(demo.env):len(demo.env)], "LOTSE_DB="+demo.db)
	p := &presenter{agent{h: h, board: shows, procedure: "netvisor-rackbeat"}, &demo}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("minute %s", p.minute)
		}
	})
	return p
}

func (p *presenter) opensTheDemo() {
	p.opens("demo", p.procedure)
	p.at("who-does-what")
	p.Wait("Lotse  DEMO  Beispiel Handels GmbH · Netvisor / Rackbeat", "step 1 of 14")
	p.run = p.demo.newest("Beispiel Handels GmbH")
}

func (p *presenter) showsTheKeys() {
	p.on("opened_in_store")
	p.Wait("enter choose  up/down move  tab next  ctrl+s step done  ctrl+o outline  f1 keys")
	p.press("f1", "the help", func(s screen) bool { return s.over() == "Help" && s.has("Here", "This step", "step done") })
	p.press("esc", "the page", func(s screen) bool { return s.over() == "" })
}

// switchesOnTheLight tells the program of a light background, and of the dark one
// again: no colour of the one is used for the other.
func (p *presenter) switchesOnTheLight() {
	dark := p.coloursOf("rgb:0000/0000/0000")
	light := p.coloursOf("rgb:ffff/ffff/ffff")
	for c := range light {
		if dark[c] {
			p.t.Errorf("the colour %q is drawn on dark and on light", c)
		}
	}
	if len(dark) == 0 || len(light) == 0 {
		p.t.Errorf("on dark there are the colours %v, on light %v", dark, light)
	}
	p.coloursOf("rgb:0000/0000/0000")
}

// coloursOf are the colours of the page on a background, which the terminal tells.
func (p *presenter) coloursOf(background string) map[string]bool {
	p.t.Helper()
	p.Send("\x1b]11;" + background + "\x07")
	p.press("f1", "the help", func(s screen) bool { return s.over() == "Help" })
	before := len(p.Raw())
	p.press("esc", "the page", func(s screen) bool { return s.over() == "" })
	colours := map[string]bool{}
	for _, c := range colour.FindAllString(p.Raw()[before:], -1) {
		colours[c] = true
	}
	return colours
}

func (p *presenter) answersTwoQuestions() {
	p.on("opened_in_store")
	p.Send("3")
	p.Wait("works with the rights of whoever opens it", "Read this first, then go on.")
	p.read()
	p.WaitFor("the question about the warning", screen.warns)
	p.Send("3")
	p.at("scope")
	p.Wait("step 2 of 14")
	p.on("direction")
	p.Send("1")
	p.on("registers")
	p.Key("space")
	p.Wait("1 ☑ " + "Customers")
	p.Key("ctrl+s")
	p.at("stock-valuation")
	p.Wait("step 3 of 13 · 1 not needed")
}

func (p *presenter) passesTheGate() {
	p.jump("stock-valuation", "stock val")
	p.types("valuation_method", "Weighted average")
	p.on("valuation_agreed")
	p.Key("enter")
	p.on("valuation")
	p.press("enter", "the gate", func(s screen) bool {
		return strings.HasPrefix(s.over(), "Point of no return: ") && s.has("The method Weighted average cannot be changed")
	})
	p.Send("rack")
	p.Wait("│ │ Type rackbeat    rack")
	p.resizes()
	p.press("ctrl+s", "that half the word is not enough", func(s screen) bool { return s.has("│ │ Type rackbeat    rack", "!") })
	p.Send("beat")
	p.Wait("│ │ Type rackbeat    rackbeat")
	p.Key("enter")
	p.Wait("│ │ Decided by")
	p.Send("Aino Koskinen")
	p.Wait("Aino Koskinen")
	p.Key("enter")
	p.Wait("│ │ Remark")
	p.Send("as in the books")
	p.Wait("as in the books")
	p.Key("ctrl+s")
	p.at("rackbeat-key")
}

// resizes makes the window wide, small and as it was, in the middle of a form.
func (p *presenter) resizes() {
	p.t.Helper()
	for _, size := range [][2]int{{120, 40}, {50, 14}, {80, 24}} {
		p.Resize(size[0], size[1])
		p.WaitFor("the form in a frame of the new size", func(s screen) bool {
			return len(s) == size[1] && len([]rune(s[0])) == size[0] && s.help() != "" && s.has("rack") && strings.Count(s.String(), "Lotse  DEMO") == 1
		})
	}
}
