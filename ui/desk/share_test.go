package desk

import (
	"context"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// What must not be seen by those who look on: a secret at no time, the others while
// the view is shared.
const (
	secretMark  = "SECRETMARK"
	noteMark    = "NOTEMARK"    // notes, reasons why a warning was accepted, and why something did not work
	foreignMark = "FOREIGNMARK" // another customer
	stepMark    = "The berth"   // the title of the internal step
)

// marked is a run with a secret, with notes on every step, and with a run of another
// customer beside it.
func marked(t testing.TB) *rig {
	t.Helper()
	r := begun(t)
	other, err := outside.Start(context.Background(), &r.m.cfg, "harbour", foreignMark+" AG", run.Real)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Do(true, run.Answer{At: flows.At("papers.ship"), Value: foreignMark}, run.Note{Step: "papers", Text: foreignMark}); err != nil {
		t.Fatal(err)
	}
	if err := other.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	r.focus("locker")
	r.keys("'hush-"+secretMark+"'", "enter")
	r.focus("berth_mail")
	r.keys("'a-very-long-address@example.org'", "enter")
	commands := []run.Command{run.Accept{Step: "papers", Problem: "berth_mail.long", Why: noteMark}}
	for _, at := range []flows.Address{flows.At("berth.letter"), flows.At("sail.cast-off")} {
		commands = append(commands, run.Fail{At: at, Why: noteMark + " at " + at.Item})
	}
	for _, step := range []string{"papers", "crew", "berth", "sail"} {
		commands = append(commands, run.Note{Step: step, Text: noteMark + " on " + step})
	}
	if _, err := r.m.page.s.Do(true, commands...); err != nil {
		t.Fatal(err)
	}
	r.refresh()
	return r
}

// seen is all that a person sees, at several sizes: the frame, the title of the
// window, and the status line.
func (r *rig) seen() string {
	r.t.Helper()
	var all strings.Builder
	for _, size := range [][2]int{{80, 24}, {160, 50}} {
		r.size(size[0], size[1])
		v := r.m.View()
		all.WriteString(r.screen() + "\n" + v.WindowTitle + "\n" + r.m.status.text + "\n" + strings.Join(r.m.status.news, "\n"))
	}
	return all.String()
}

// lookedAt are all places that can be looked at: everything that can have the focus,
// and more of the list of runs.
func lookedAt() map[string]func(r *rig) {
	all := map[string]func(r *rig){
		"desk, a run after another": func(r *rig) { r.keys("esc", "esc", "home"); r.rest() },
		"desk, the other run":       func(r *rig) { r.keys("esc", "esc", "end"); r.rest() },
		"desk, found":               func(r *rig) { r.keys("esc", "esc", "/", "'harbour'"); r.rest() },
		"new run":                   func(r *rig) { r.keys("esc", "esc", "n", "enter", "'FOR'"); r.rest() },
		"palette, a customer":       func(r *rig) { r.keys("ctrl+p", "'FOREIGN'"); r.rest() },
		"palette, a note":           func(r *rig) { r.keys("ctrl+p", "'NOTE'"); r.rest() },
		"palette, an internal step": func(r *rig) { r.keys("ctrl+p", "'berth'"); r.rest() },
		"shared, then the list":     func(r *rig) { r.keys("esc", "esc"); r.rest() },
	}
	for _, f := range focuses {
		all[f.name] = f.come
	}
	return all
}

// shareKeys open something, or say something; "" is none.
var shareKeys = []string{"", "enter", "esc", "ctrl+s", "ctrl+o", "ctrl+z", "f1", "f2", "f4", "f5", "alt+right", "c", "l", "o", "e", "f", "ctrl+f", "k", "r", "w", "x", "n", "ctrl+p", "f7", "ctrl+c"}

// TestSharedViewHides walks every place with every key, and greps what is seen.
func TestSharedViewHides(t *testing.T) {
	t.Parallel()
	for name, come := range lookedAt() {
		for _, k := range shareKeys {
			r := marked(t)
			come(r)
			if !r.m.share {
				r.do(r.m.toggleShare())
			}
			if k != "" {
				r.wait().keys(k)
			}
			if r.m.page != nil && strings.HasPrefix(r.m.page.View().Customer.Name, foreignMark) {
				continue // it was opened: it is theirs that is shared now
			}
			all := r.seen()
			for _, mark := range []string{secretMark, noteMark, foreignMark, stepMark} {
				if i := strings.Index(all, mark); i >= 0 && r.m.share {
					t.Errorf("%s, key %q: %s is seen: …%s…", name, k, mark, all[max(i-160, 0):min(i+80, len(all))])
				}
			}
			if !r.quit && r.m.share && !strings.Contains(all, r.m.t.Wizard.Shared) {
				t.Errorf("%s, key %q: nothing says that the view is shared", name, k)
			}
		}
	}
}

// TestViewOfOneselfShows what the shared view hides, and the secret in neither.
func TestViewOfOneselfShows(t *testing.T) {
	t.Parallel()
	var all strings.Builder
	for name, come := range lookedAt() {
		r := marked(t)
		come(r)
		seen := r.seen()
		if strings.Contains(seen, secretMark) {
			t.Errorf("%s: the secret is seen", name)
		}
		all.WriteString(seen)
	}
	for _, mark := range []string{noteMark, foreignMark, stepMark} {
		if !strings.Contains(all.String(), mark) {
			t.Errorf("%s is never seen: the walk that misses it in the shared view proves nothing", mark)
		}
	}
}
