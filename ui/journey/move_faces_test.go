//go:build unix

package journey

import (
	"os"
	"strings"
	"testing"
)

// TestMoveInEveryFace moves a run to the second version of its procedure on the full
// screen, where the program is killed as soon as that is said to be saved, and back in
// lines; at each turn all that was answered is there. It is tried at every point of the
// run: before an answer, between two, and with all of them and something half typed.
func TestMoveInEveryFace(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	files := h.twoQuays()
	second, err := os.ReadFile(files[1])
	if err != nil {
		t.Fatal(err)
	}
	var runs []string
	points := [][]string{nil, {"name=Aurora"}, {"name=Aurora", "zip=20457"}}
	for _, answers := range points {
		var s shown
		h.read(&s, "start", files[0], "--customer", "Muster GmbH", "--no-input")
		if answers != nil {
			h.run(append([]string{"set", s.Run.ID}, answers...)...)
		}
		runs = append(runs, s.Run.ID)
	}
	if err := os.WriteFile(files[0], second, 0o600); err != nil { // its author goes on with it
		t.Fatal(err)
	}
	for i, id := range runs {
		p := open(t, 80, 24, atOnce, h.lotse("resume", id))
		p.Wait("The ship", "saved")
		if i == 2 {
			p.Send("half")
			p.Wait("half")
		}
		p.Send("\x10another ver") // the palette, in the middle of a field
		p.Wait("another version")
		p.Key("enter")
		p.Wait("Move to version 2?", "was called name")
		p.Key("enter")
		p.WaitFor("the second version, saved", func(s screen) bool {
			text := s.String()
			return strings.Contains(text, "goes on by version 2") && strings.Contains(text, "saved") && !strings.Contains(text, "saving")
		})
		p.Kill()
		if got, want := h.version(id), 2; got != want {
			t.Fatalf("after the full screen the run is at version %d, want %d", got, want)
		}
		if i == 2 {
			h.holdsAll(id)
		}
		r := call(t, h.lotse("--plain", "resume", id), "move 1\nyes\nquit\n")
		if got, want := h.version(id), 1; got != want {
			t.Fatalf("after line mode the run is at version %d, want %d\n%s%s", got, want, r.stdout, r.err)
		}
		if i == 2 {
			h.holdsAll(id)
		}
	}
}

// version is the version at which a run is, whose log proves.
func (h *house) version(id string) int {
	h.t.Helper()
	h.verify(id)
	var s struct {
		Run struct {
			Version int `json:"procedure_version"`
		}
	}
	h.read(&s, "show", id)
	return s.Run.Version
}
