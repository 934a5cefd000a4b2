//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestModeIsSeen looks at everything that comes out of a run that is not real:
// each says what it is.
func TestModeIsSeen(t *testing.T) {
	t.Parallel()
	for _, mode := range []string{"rehearsal", "demo"} {
		word, field := strings.ToUpper(mode), `"mode": "`+mode+`"`
		h := newHouse(t)
		var s shown
		h.read(&s, "start", "sage-main-contact", "--customer", "Muster GmbH", "--mode", mode)
		id, letter := s.Run.ID, filepath.Join(h.dir, "letter.txt")
		h.run("set", id, "main_email=info@example.org", "order_management_email=order@example.org")
		h.run("draft", id, "change.request", "--lang", "en", "-o", letter)
		for _, args := range [][]string{
			{"list"},
			{"show", id},
			{"log", id},
			{"verify", id},
			{"resume", id},
			{"lang", id, "en"},
			{"check", id, "address.domain"},
			{"draft", id, "change.request", "--lang", "en"},
			{"note", id, "address", "A note"},
			{"set", id, "partner_name=Muster Partner GmbH"},
		} {
			if out := h.run(append(args, "--no-input")...).stdout; !strings.Contains(out, word) {
				t.Errorf("%s: lotse %s is without %s:\n%s", mode, strings.Join(args, " "), word, out)
			}
			if out := h.run(append(args, "--json")...).stdout; !strings.Contains(out, field) {
				t.Errorf("%s: lotse %s --json is without %s:\n%s", mode, strings.Join(args, " "), field, out)
			}
		}
		if text, err := os.ReadFile(letter); err != nil || strings.Count(string(text), "["+word+"]") != 2 {
			t.Errorf("%s: the letter does not say so twice: %v\n%s", mode, err, text)
		}
		plain := call(t, h.lotse("resume", id, "--plain"), "go address\ncheck domain\nquit\n")
		if strings.Count(plain.stdout, word+". ") != 2 {
			t.Errorf("%s: the plain lines do not say so at the beginning and at the check:\n%s", mode, plain.stdout)
		}
		if !strings.HasPrefix(plain.err, word+"  Muster GmbH") {
			t.Errorf("%s: the last words of the plain lines are %s", mode, plain.err)
		}
		if plain = call(t, h.lotse("--plain"), "quit\n"); !strings.Contains(plain.stdout, "1: "+word+", Muster GmbH") {
			t.Errorf("%s: the desk of lines is without %s:\n%s", mode, word, plain.stdout)
		}
		modeOnScreen(h, word)
	}
}

// modeOnScreen looks at the full screen: the list, the page, an overlay, the
// window's title, the last words.
func modeOnScreen(h *house, word string) {
	h.t.Helper()
	w := h.wizard(80, 24)
	if l := w.Wait("● Muster GmbH").line("● Muster GmbH"); !strings.Contains(l, word) {
		h.t.Errorf("the list is without %s: %q", word, l)
	}
	w.Key("enter")
	w.WaitFor(word+" in the header", func(s screen) bool { return strings.HasPrefix(s[0], "Lotse  "+word+"  Muster GmbH") })
	w.press("ctrl+o", "the outline", func(s screen) bool {
		return s.over() == "Outline" && strings.HasPrefix(s[0], "Lotse  "+word+"  ")
	})
	w.Resize(40, 12)
	w.WaitFor(word+" in a small window", func(s screen) bool { return len(s) == 12 && strings.HasPrefix(s[0], "Lotse  "+word) })
	if title := w.Title(); !strings.HasPrefix(title, word+" · ") {
		h.t.Errorf("the window is called %q", title)
	}
	w.Resize(80, 24)
	w.Key("ctrl+c")
	w.Exit()
	if !w.Screen().has(word + "  Muster GmbH, Sage main contact") {
		h.t.Errorf("the last words are without %s:\n%s", word, w.Screen())
	}
}
