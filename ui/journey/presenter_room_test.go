//go:build unix

package journey

import (
	"errors"
	"io/fs"
	"os"
	"strings"
)

func (p *presenter) isRefused() {
	p.on("key_created")
	p.Key("enter")
	p.on("rackbeat_key_holder")
	p.Key("tab")
	p.on("rackbeat_key")
	p.Paste(rackbeatKey)
	p.WaitFor("dots", func(s screen) bool { return s.focused(p.text("rackbeat_key")) && s.dotted() })
	p.Key("enter")
	p.Wait("sealed · k1-")
	p.on("self")
	p.letter("w")
	p.WaitFor("what can go wrong", func(s screen) bool {
		return s.over() == "What goes wrong here" && s.pointed("The key is wrong, or was deleted.")
	})
	p.Key("enter")
	p.Wait("From now on, until you mend it: The key is wrong, or was deleted.")
	p.on("self")
	p.press("enter", "that it is refused", func(s screen) bool {
		return s.focused("Rackbeat refuses the key. The server says: “Unauthenticated.”")
	})
}

func (p *presenter) isLetIn() {
	p.letter("w")
	p.WaitFor("what goes wrong", func(s screen) bool {
		return s.over() == "What goes wrong here" && s.has("on · key-refused") && strings.HasPrefix(s.help(), "enter mend it")
	})
	p.Key("enter")
	p.Wait("Mended: nothing goes wrong there any more.")
	p.press("space", "that it is let in", func(s screen) bool {
		return s.focused("The key is Beispiel Oy's. Is this the right company?") && s.has("  passed") && s.saved()
	})
}

// sharesTheScreen shows what the room may see: no other customer, nothing of a key.
func (p *presenter) sharesTheScreen() {
	p.press("f3", "the shared view", func(s screen) bool {
		return strings.Contains(s[0], "SHARED VIEW   DEMO") && s.has("sealed") && !s.has("k1-")
	})
	p.leaves()
	s := p.Wait("SHARED VIEW", "● Beispiel Handels GmbH", "(another customer)")
	for _, other := range []string{"Kfz-Teile", "Satama", "Pohjola"} {
		if s.has(other) {
			p.t.Errorf("the room sees %s:\n%s", other, s)
		}
	}
	p.Key("enter")
	p.at("rackbeat-key")
}

// showsItLarge shows what is said as large as it gets, and then the page again.
func (p *presenter) showsItLarge() {
	p.press("f2", "what is said, and little else", func(s screen) bool {
		return s.has("  say   Please create the key in Rackbeat, leave the window open,", "  if a  The window is closed already") && strings.Contains(s.help(), "h hang up")
	})
	p.leavesThePhone()
	p.press("f3", "all of it again", func(s screen) bool { return !strings.Contains(s[0], "SHARED VIEW") && s.has("sealed · k1-") })
	if strings.Contains(p.Raw(), rackbeatKey) {
		p.t.Error("the key was written to the terminal")
	}
}

func (p *presenter) isKilled() {
	p.jump("switch-on", "at once")
	p.on("switch_on")
	p.Send("1")
	p.on("netvisor_invoices")
	p.Key("tab")
	p.on("rackbeat_invoices")
	p.Send("47")
	p.WaitFor("half a number", func(s screen) bool { return s.focused("47") })
	p.demo.keeps(p.run, "47")
	p.Kill()
}

// comesBack starts the demo again: the run stands where it was, and half a number
// is asked about.
func (p *presenter) comesBack() {
	p.opens("demo")
	p.Wait("Lotse  DEMO  Desk", "Beispiel Handels GmbH")
	p.Send("/handels")
	p.WaitFor("the filter", func(s screen) bool { return s.has("● Beispiel Handels GmbH") && !s.has("Kfz-Teile") })
	p.Key("enter", "enter")
	p.at("switch-on")
	p.on("rackbeat_invoices")
	p.Wait("Half done: what was typed for \"Rackbeat's invoices\" is kept", "47")
	p.Send("11")
	p.WaitFor("the whole number", func(s screen) bool { return s.focused("4711") })
	p.Key("enter")
	p.WaitFor("it saved", func(s screen) bool { return s.saved() && !s.focused("4711") && s.has("4711") })
	p.demo.keeps(p.run)
	p.demo.verify(p.run)
}

// playsItAgain shows the run from its first event to its last, by itself.
func (p *presenter) playsItAgain() {
	p.opens("replay", p.run, "--speed", "20", "--db", p.demo.db)
	p.WaitFor("the last event, come by itself", func(s screen) bool {
		return strings.Contains(s[0], "REPLAY  DEMO  Beispiel Handels GmbH") && s.has("20x · the end")
	})
	p.press("home", "the first event", func(s screen) bool { return s.has("event 1 of ") })
	p.Send("q")
	if code := p.Exit(); code != 0 {
		p.t.Errorf("exit %d", code)
	}
}

// beginsAfresh makes the demo anew: what the room saw is gone, and the store of the
// presenter was never made.
func (p *presenter) beginsAfresh() {
	p.opens("demo", p.procedure, "--reset")
	p.Wait("This deletes the demo and everything done in it", "Type reset to go on:")
	p.Send("reset")
	p.Key("enter")
	p.at("who-does-what")
	p.Wait("DEMO", "saved · 0/14")
	p.Key("ctrl+c")
	p.Exit()
	if r := call(p.t, p.demo.lotse("show", p.run), ""); r.code == 0 {
		p.t.Errorf("the run is still there:\n%s", r.stdout)
	}
	if _, err := os.Stat(p.h.db); !errors.Is(err, fs.ErrNotExist) {
		p.t.Errorf("the presenter's own store was touched: %v", err)
	}
}
