package play

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/ui/story"
	"lotse/ui/theme"
)

// paper is a screen that writes down the keys that it gets.
type paper struct {
	written string
	told    []tea.Msg
	w, h    int
}

func (p *paper) Init() tea.Cmd { return nil }

func (p *paper) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.written += msg.String() + " "
	case tea.WindowSizeMsg:
		p.w, p.h = msg.Width, msg.Height
	default:
		p.told = append(p.told, msg)
	}
	return p, nil
}

func (p *paper) View() tea.View { return tea.NewView(strings.ReplaceAll(p.written, "enter", "done")) }

// rig is a player on a paper; pauses end when they are let through.
type rig struct {
	t      *testing.T
	paper  *paper
	p      *Player
	pauses []tea.Msg
	lasted time.Duration
}

var twoScenes = &story.Story{Name: "two", Lang: "en", Scenes: []story.Scene{
	{Say: "A word is typed.", Keys: []story.Key{{Text: "hi you"}, {Name: "enter"}}, Until: "done"},
	{Say: "And a key is pressed.", Keys: []story.Key{{Name: "ctrl+p"}, {Name: "f1"}}, Until: "f1"},
}}

func newRig(t *testing.T, s *story.Story, speed float64) *rig {
	r := &rig{t: t, paper: &paper{}}
	r.p = New(r.paper, theme.New(true, false), func(d time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		r.lasted += d
		r.pauses = append(r.pauses, f(time.Time{}))
		return nil
	}, s, speed)
	r.p.Init()
	r.p.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return r
}

// passes lets n pauses end, as many as there are.
func (r *rig) passes(n int) *rig {
	for ; n > 0 && len(r.pauses) > 0; n-- {
		msg := r.pauses[0]
		r.pauses = r.pauses[1:]
		r.p.Update(msg)
	}
	return r
}

func (r *rig) keys(names ...string) *rig {
	r.t.Helper()
	for _, name := range names {
		msg, ok := press(name)
		if !ok {
			r.t.Fatalf("no key %s", name)
		}
		r.p.Update(msg)
	}
	return r
}

func (r *rig) bar() string {
	return ansi.Strip(strings.Join(strings.Split(r.p.View().Content, "\n")[r.paper.h:], "\n"))
}

// TestAStoryIsTyped types every key in order, says each line, and leaves the
// screen to the person at the end.
func TestAStoryIsTyped(t *testing.T) {
	r := newRig(t, twoScenes, 0)
	if r.paper.h != 22 || !strings.Contains(r.bar(), "A word is typed.") || !strings.Contains(r.bar(), "1/2") {
		t.Errorf("%d lines are left, and the bar is\n%s", r.paper.h, r.bar())
	}
	r.passes(8)
	if !strings.Contains(r.bar(), "A word is typed.") {
		t.Error("the line went before anybody could read what came of it")
	}
	r.passes(1000)
	if want := "h i space y o u enter ctrl+p f1 "; r.paper.written != want {
		t.Errorf("typed: %s", r.paper.written)
	}
	if r.paper.h != 24 || len(r.paper.told) != 1 || r.paper.told[0].(TakenOver).Said.Code != "play.story_over" {
		t.Errorf("in the end there are %d lines, and it is told %v", r.paper.h, r.paper.told)
	}
	r.keys("x", "space")
	if !strings.HasSuffix(r.paper.written, "f1 x space ") {
		t.Errorf("the person's keys do not arrive: %s", r.paper.written)
	}
}

// TestAStoryIsHeld holds it at every point: no key is typed meanwhile, and then
// it goes on where it was.
func TestAStoryIsHeld(t *testing.T) {
	for at := range 12 {
		r := newRig(t, twoScenes, 1).passes(at).keys("space")
		before := r.paper.written
		if r.passes(50); r.paper.written != before {
			t.Errorf("held after %d pauses it types %q", at, r.paper.written)
		}
		if r.keys("space").passes(1000); r.paper.written != "h i space y o u enter ctrl+p f1 " {
			t.Errorf("held after %d pauses it has typed %q in the end", at, r.paper.written)
		}
	}
}

// TestAKeyTakesOver takes over at every point, by every kind of key: it reaches
// nothing itself, and the story types no more.
func TestAKeyTakesOver(t *testing.T) {
	for at := range 12 {
		for _, k := range []string{"enter", "x", "f1", "up", "ctrl+o", "7"} {
			r := newRig(t, twoScenes, 1).passes(at)
			before := r.paper.written
			r.keys(k).passes(1000)
			if r.paper.written != before || r.paper.h != 24 {
				t.Errorf("%s after %d pauses: typed %q, %d lines", k, at, r.paper.written, r.paper.h)
			}
		}
	}
	r := newRig(t, twoScenes, 1)
	r.p.Update(tea.PasteMsg{Content: "x"})
	if r.paper.h != 24 || len(r.paper.told) != 1 {
		t.Errorf("a paste: %d lines, told %v", r.paper.h, r.paper.told)
	}
}

// TestAStoryEndsAndIsLost passes the wish to leave on, and ends a story that
// waits in vain.
func TestAStoryEndsAndIsLost(t *testing.T) {
	for _, k := range []string{"q", "esc"} {
		if r := newRig(t, twoScenes, 1).keys(k); len(r.paper.told) != 1 || r.paper.told[0] != (Ended{}) {
			t.Errorf("%s: told %v", k, r.paper.told)
		}
	}
	if r := newRig(t, twoScenes, 1).keys("ctrl+c"); r.paper.written != "ctrl+c " {
		t.Errorf("ctrl+c: %s", r.paper.written)
	}
	vain := &story.Story{Lang: "en", Scenes: []story.Scene{{Say: "x", Until: "what never comes"}, {Say: "y", Keys: []story.Key{{Name: "a"}}}}}
	r := newRig(t, vain, 1).passes(1000)
	if r.paper.written != "" || len(r.paper.told) != 1 || r.paper.told[0].(TakenOver).Said.Code != "play.story_lost" {
		t.Errorf("told %v, typed %s", r.paper.told, r.paper.written)
	}
}

// TestThePaceIsKept plays faster and slower; keys that are no text keep their
// distance, by which the desk tells them from a word.
func TestThePaceIsKept(t *testing.T) {
	length := func(speed float64) time.Duration { return newRig(t, twoScenes, speed).passes(1000).lasted }
	if a, b, c := length(0.5), length(1), length(100); a < b*3/2 || b < c {
		t.Errorf("at half the pace it lasts %v, at the pace %v, at a hundred times %v", a, b, c)
	}
	r := newRig(t, &story.Story{Lang: "en", Scenes: []story.Scene{{Say: "x", Keys: []story.Key{{Name: "a"}, {Name: "b"}, {Name: "c"}}}}}, 1000)
	r.lasted = 0
	if r.passes(3); r.lasted < 3*400*time.Millisecond {
		t.Errorf("three keys in %v", r.lasted)
	}
	r = newRig(t, twoScenes, 1).keys("+", "+", "-", "-", "-")
	if r.p.deck.Pace() != 0.5 || !strings.Contains(r.bar(), "0.5x") {
		t.Errorf("the pace is %v:\n%s", r.p.deck.Pace(), r.bar())
	}
}

// TestCaptionsAreReadAgain goes back in the lines, held, and on again.
func TestCaptionsAreReadAgain(t *testing.T) {
	r := newRig(t, twoScenes, 1).passes(10)
	if !strings.Contains(r.bar(), "And a key") {
		t.Fatalf("not yet:\n%s", r.bar())
	}
	if r.keys("left"); !strings.Contains(r.bar(), "A word is typed.") || !strings.Contains(r.bar(), "1/2") {
		t.Errorf("back:\n%s", r.bar())
	}
	if r.keys("left", "right"); !strings.Contains(r.bar(), "And a key") {
		t.Errorf("and on:\n%s", r.bar())
	}
	if r.keys("right").passes(1000); !strings.HasSuffix(r.paper.written, "f1 ") {
		t.Errorf("it does not go on: %s", r.paper.written)
	}
}

// TestTheBarFits has its height and no more, whatever the window and the line.
func TestTheBarFits(t *testing.T) {
	long := &story.Story{Lang: "de", Scenes: []story.Scene{{Say: strings.Repeat("lang und länger ", 20)}, {Say: "漢字"}}}
	for _, s := range []*story.Story{long, twoScenes} {
		for _, size := range [][2]int{{1, 1}, {5, 3}, {40, 15}, {71, 20}, {72, 20}, {80, 24}, {160, 45}} {
			r := newRig(t, s, 1)
			r.p.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			lines := strings.Split(r.p.View().Content, "\n")
			if size[1] > 3 && len(lines) != size[1] {
				t.Errorf("%d lines in %v", len(lines), size)
			}
			for _, l := range lines {
				if size[0] > 20 && ansi.StringWidth(l) > size[0] {
					t.Errorf("%d columns in %v: %s", ansi.StringWidth(l), size, ansi.Strip(l))
				}
			}
		}
	}
}

// TestEveryKeyOfAStoryIsAKey knows the keys of the stories that there are.
func TestEveryKeyOfAStoryIsAKey(t *testing.T) {
	for _, name := range story.Names() {
		s, err := story.Load(name, "en")
		if err != nil {
			t.Fatal(err)
		}
		if bad := unknown(s); len(bad) > 0 {
			t.Errorf("%s: %q", name, bad)
		}
	}
	if bad := unknown(&story.Story{Scenes: []story.Scene{{Keys: []story.Key{{Name: "crtl+p"}, {Name: "enter"}, {Text: "ab"}}}}}); len(bad) != 1 {
		t.Errorf("unknown are %q", bad)
	}
}

// unknown are the keys of a story that no keyboard has.
func unknown(s *story.Story) []string {
	var all []string
	for i := range s.Scenes {
		for _, k := range s.Scenes[i].Keys {
			if _, ok := press(k.Name); !ok && k.Text == "" {
				all = append(all, k.Name)
			}
		}
	}
	return all
}

// TestShows finds a text on a line and over several, and nothing that is not
// there.
func TestShows(t *testing.T) {
	on := "\x1b[1mOne\x1b[0m line\n  and the\n  other"
	for text, want := range map[string]bool{"One line": true, "line and the other": true, "": true, "line other": false} {
		if shows(on, text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
