//go:build unix

package journey

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"lotse/flows/words"
	"lotse/ui/proving"
)

// face plays the acts of a story in one of the faces of the program.
type face interface {
	begin()      // starts the run
	do(a *act)   // does what the act says, and has it saved
	look(a *act) // holds what is seen after it
	kill()       // kills the program; what comes next starts it again
	end()        // leaves the program
}

// faces are all faces, the plainest first: the others are compared with it. The
// last one is none: it is the dialogue of all of them, alone.
var faces = []player{
	{"commands", newCommandsFace},
	{"desk", newDeskFace},
	{"words", newLineFace},
	{"dialogue", newDialogueFace},
	{"walk", newWalkFace},
}

// player is a way to play a story.
type player struct {
	name string
	of   func(st *stage) face
}

// facesOf are all faces but one: of the two in which line mode is spoken to, the
// stories take turns. TestStoryInEveryFace plays every story in both.
func facesOf(nth int) []player {
	left := []string{"words", "dialogue"}[nth%2]
	return slices.DeleteFunc(slices.Clone(faces), func(p player) bool { return p.name == left })
}

// stage is where a face plays a story: a house of its own, with one run in it.
type stage struct {
	*house
	story  *story
	proc   *procedure
	tongue tongue
	run    string
	act    *act
	count  int64             // events of the run, where the face knows
	knew   map[string]string // texts of problems that were seen
	codes  []string          // that were read in test mails
}

// TestStory plays every story in the desk, in line mode, by commands and by the
// dialogue, each in a house of its own, and compares the logs.
func TestStory(t *testing.T) {
	t.Parallel()
	all, err := stories("testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("there are no stories")
	}
	for i, s := range all {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			s.play(t, facesOf(i))
		})
	}
}

// newStage is the stage of a story in a house whose person speaks its language.
func newStage(h *house, s *story) *stage {
	h.t.Helper()
	lang := cmp.Or(s.Lang, words.English)
	if words.Spoken(lang) != lang {
		h.t.Fatalf("nobody speaks %q", lang)
	}
	h.env = append(h.env, "LOTSE_LANG="+lang)
	return &stage{house: h, story: s, proc: h.describe(s.called(), lang), tongue: tongue{words.For(lang)}, knew: map[string]string{}}
}

// play plays the story in faces. Where a log differs from the first, the first event
// at which they part is named, and the act that it came of.
func (s *story) play(t *testing.T, faces []player) {
	var first played
	for i, f := range faces {
		ok := t.Run(f.name, func(t *testing.T) {
			p := s.playIn(t, f.of)
			if i == 0 {
				first = p
			} else if parts := first.parting(first.masked(t), p.masked(t)); parts != "" {
				t.Fatal(parts)
			}
		})
		if !ok && i == 0 {
			return
		}
	}
}

// played is what came of a story in one face.
type played struct {
	log   []event
	codes []string // of test mails: they are the run's own
	acts  []*act
	upTo  []int64 // for each act, the events that the run had after it
}

// playIn plays the story in one face.
func (s *story) playIn(t *testing.T, of func(*stage) face) played {
	t.Helper()
	h := newHouse(t)
	if s.hasSecret() {
		h = keyedHouse(t)
	}
	if !s.starts {
		h.here = h.callHere
	}
	if s.of != nil {
		s.of.install(h)
	}
	st := newStage(h, s)
	t.Cleanup(func() {
		if t.Failed() && st.act != nil {
			t.Logf("%s:%d: %s", filepath.Join(s.dir(), s.Name+".yaml"), st.act.Line, st.act.Said)
		}
	})
	f := of(st)
	f.begin()
	st.goWrong()
	p := played{acts: s.Acts}
	for _, written := range s.Acts {
		a := st.told(written)
		st.act = a
		switch a.Verb {
		case "kill":
			f.kill()
		case "":
		default:
			f.do(a)
		}
		f.look(a)
		p.upTo = append(p.upTo, st.count)
	}
	f.end()
	st.act = nil
	st.verify(st.run)
	st.decided()
	if s.hasSecret() {
		st.hides(canary, s.Customer)
	}
	p.log, p.codes = st.log(st.run), st.codes
	return p
}

// start is the command that starts the story's run.
func (s *story) start() []string {
	args := []string{"start", s.called(), "--customer", s.Customer}
	if s.Mode != "" {
		args = append(args, "--mode", s.Mode)
	}
	return args
}

// goWrong chooses what goes wrong in a rehearsal.
func (st *stage) goWrong() {
	st.t.Helper()
	args := []string{"rehearse", st.run}
	for _, p := range st.story.Faults {
		args = append(args, p.Name+"="+strings.Join(p.Values, ","))
	}
	if len(st.story.Faults) > 0 {
		st.house.run(args...)
	}
}

// told is an act in which "code of STEP.DRAFT" is the code that stands in that
// test mail now.
func (st *stage) told(a *act) *act {
	st.t.Helper()
	is, err := a.Told(func(draft string) (string, error) { return st.code(draft), nil })
	if err != nil {
		st.t.Fatal(err)
	}
	return is
}

// code reads a test mail, as whoever gets it does.
func (st *stage) code(draft string) string {
	st.t.Helper()
	var is struct{ Draft struct{ Body string } }
	st.read(&is, "draft", st.run, draft)
	code := proving.CodeIn(is.Draft.Body)
	if code == "" {
		st.t.Fatalf("there is no code in %s:\n%s", draft, is.Draft.Body)
	}
	st.codes = append(st.codes, code)
	return code
}

// decided holds that nothing in a step that is done waits for an answer which
// nobody asks for.
func (st *stage) decided() {
	st.t.Helper()
	var now shown
	st.read(&now, "show", st.run)
	for _, s := range now.Steps {
		for _, it := range s.Items {
			if s.State == "done" && it.State == "undecided" {
				st.t.Errorf("%s.%s is undecided though its step is done", s.ID, it.ID)
			}
		}
	}
}

func (s *story) hasSecret() bool {
	return slices.ContainsFunc(s.Acts, func(a *act) bool { return a.Verb == "secret" })
}

// parting says where another log leaves this one, and at which act; "" where
// they are the same.
func (p played) parting(want, is []string) string {
	for i := range max(len(want), len(is)) {
		if i >= len(want) || i >= len(is) || want[i] != is[i] {
			return fmt.Sprintf("the logs part at event %d%s:\nby commands  %s\nhere         %s", i+1, p.causeOf(int64(i+1)), nth(want, i), nth(is, i))
		}
	}
	return ""
}

func nth(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "nothing more"
}

// causeOf names the act that an event came of.
func (p played) causeOf(seq int64) string {
	for i, n := range p.upTo {
		if seq <= n {
			return fmt.Sprintf(", of line %d: %s", p.acts[i].Line, p.acts[i].Said)
		}
	}
	return ", after the last act"
}

// keyedHouse is a house in which there is a key for secrets.
func keyedHouse(t *testing.T) *house {
	t.Helper()
	h := newHouse(t)
	from, err := keyed()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(h.dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return h
}

// keyed is a folder with a house in which the key that seals secrets was made:
// making one is slow on purpose, and once is enough.
var keyed = sync.OnceValues(func() (dir string, err error) {
	dir = filepath.Join(bin, "keyed")
	if err := os.Mkdir(dir, 0o700); err != nil {
		return "", err
	}
	h := houseIn(dir)
	cmd := h.lotse("secret", "init", "--file", "--passphrase-fd", "0")
	cmd.Stdin = strings.NewReader(passphrase)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("lotse secret init: %w\n%s", err, out)
	}
	return dir, nil
})
