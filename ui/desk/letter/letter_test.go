package letter

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/desk/room/roomtest"
)

const harbour = `procedure: harbour
version: 1
title: A berth
summary: A letter is written.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: berth
    title: The berth
    items:
      - {field: direction, type: choice, label: Direction, options: {netvisor_to_rackbeat: To Rackbeat, none: None}}
      - {draft: letter, template: netvisor-go-live, label: Letter to the harbour office}
      - {field: remark, type: text, label: Remark}
`

var draft = flows.At("berth.letter")

// rig is a letter, on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t *testing.T
	s *run.Session
}

// written begins a run and opens its letter.
func written(t *testing.T) *rig {
	t.Helper()
	r := &rig{Desk: roomtest.New(), t: t}
	r.s = r.Begin(t, storetest.NewMemory(), "harbour", harbour)
	r.Walk().ToAddress(draft)
	return r.opens()
}

// opens opens the letter as it stands.
func (r *rig) opens() *rig {
	r.t.Helper()
	o, err := New(r.Desk, draft, "Ann")
	if err != nil {
		r.t.Fatal(err)
	}
	r.Open(o)
	return r
}

func (r *rig) draft() *run.ItemView { return r.Walk().ItemAt(draft) }

// keys presses keys, as the desk does, and stays with the rig.
func (r *rig) keys(names ...string) *rig {
	r.Keys(names...)
	return r
}

// clear takes back what is typed.
func (r *rig) clear() *rig {
	return r.keys("end").keys(slices.Repeat([]string{"backspace"}, 40)...)
}

// does says what a key does now; "" for one that is none.
func (r *rig) does(key string) string {
	for _, h := range r.Over.Keys() {
		if h.Key() == key {
			return h.Does()
		}
	}
	return ""
}

func TestALetterIsSentOnlyWhenItIsSaid(t *testing.T) {
	r := written(t)
	w := &r.Words().Letter
	if r.does("enter") != w.Mark || r.Over.Title() != "Letter to the harbour office" {
		t.Errorf("enter says %q, the title is %q", r.does("enter"), r.Over.Title())
	}
	if r.Keys("enter"); r.draft().Done || len(r.Turns) > 0 {
		t.Fatal("to read it is to send it")
	}
	if r.clear().Keys("enter"); r.draft().Done || !strings.Contains(r.Screen(), w.HowMissing) {
		t.Fatalf("it is on record without a word:\n%s", r.Screen())
	}
	r.Keys("'by post'", "enter")
	if iv := r.draft(); iv.Status != "sent" || iv.Note != "by post" || r.Over != nil || len(r.Turns) != 1 || r.Walk().At().Item != "remark" {
		t.Errorf("it is %s (%s), %d turns, and it goes on at %s", iv.Status, iv.Note, len(r.Turns), r.Walk().At())
	}
}

// A letter that was sent as it stands is left behind; one that has changed since
// may be sent again.
func TestALetterThatWasSent(t *testing.T) {
	r := written(t)
	r.Keys("enter", "enter")
	events := len(r.s.Events())
	r.Walk().ToAddress(draft)
	r.opens()
	if r.does("enter") != r.Words().Help.Next {
		t.Errorf("enter says %q", r.does("enter"))
	}
	r.Keys("enter")
	if len(r.s.Events()) != events || r.Over != nil || r.Walk().At().Item != "remark" {
		t.Errorf("%d events more, and it goes on at %s", len(r.s.Events())-events, r.Walk().At())
	}
	r.Gives(t, r.s, run.Answer{At: flows.At("direction"), Value: "none"})
	if r.opens(); r.draft().Status != "stale" || r.does("enter") != r.Words().Letter.Again {
		t.Errorf("it is %s, enter says %q", r.draft().Status, r.does("enter"))
	}
	if r.Keys("enter", "enter"); r.draft().Status != "sent" {
		t.Errorf("it is %s", r.draft().Status)
	}
}

func TestALetterInItsOtherLanguage(t *testing.T) {
	r := written(t)
	first := r.Screen()
	if r.Keys("l"); r.Screen() == first || r.Bad {
		t.Errorf("it is in the same language: %s\n%s", r.Said, r.Screen())
	}
	other := r.Over.(*Over).letter.Text()
	r.Keys("c")
	if len(r.Copied) != 1 || r.Copied[0] != other || r.Said != r.Words().Wizard.Copied {
		t.Errorf("copied is %q", r.Copied)
	}
	for range len(r.Over.(*Over).letter.Langs) - 1 {
		r.Keys("l")
	}
	if r.Screen() != first {
		t.Errorf("it does not come back to the first language:\n%s", r.Screen())
	}
}

// Where a letter cannot be written the question stays, with what was typed.
func TestALetterIsWrittenIntoAFile(t *testing.T) {
	r, path := written(t), filepath.Join(t.TempDir(), "letter.txt")
	o := r.Over
	if r.keys("f").clear().Keys("enter"); !strings.Contains(r.Screen(), r.Words().Letter.Unnamed) {
		t.Errorf("it has no name:\n%s", r.Screen())
	}
	r.Keys("'"+path+"'", "enter")
	text, err := os.ReadFile(path)
	if err != nil || string(text) != o.(*Over).letter.Text() || r.Over != o || !strings.Contains(r.Said, path) {
		t.Fatalf("%v, said %q, over the page lies %v:\n%s", err, r.Said, r.Over, text)
	}
	r.keys("f").clear().Keys("'"+path+"'", "enter")
	if again, err := os.ReadFile(path); err != nil || string(again) != string(text) || r.Over == o || !strings.Contains(r.Screen(), "outside.file_exists") {
		t.Errorf("%v, said %q:\n%s", err, r.Said, r.Screen())
	}
	if r.draft().Done || len(r.Turns) > 0 {
		t.Error("to write it is to send it")
	}
}

func TestEscLeavesALetterAsItIs(t *testing.T) {
	r := written(t)
	r.Keys("down", "enter", "'x'", "esc")
	if r.Over != nil || r.draft().Done || len(r.Turns) > 0 || r.Walk().At() != draft {
		t.Errorf("it is %s, and it stands at %s", r.draft().Status, r.Walk().At())
	}
}

// It scrolls no further than its ends.
func TestALetterScrolls(t *testing.T) {
	r := written(t)
	r.H = 6
	top := r.Screen()
	if r.Keys("down"); r.Screen() == top {
		t.Errorf("it does not scroll:\n%s", top)
	}
	r.Keys("pgdown", "pgdown", "pgdown", "pgdown", "space", "space", "space", "space")
	last := r.Screen()
	if r.Keys("down"); r.Screen() != last || strings.Count(last, "\n") != r.H-1 {
		t.Errorf("its end is\n%s", r.Screen())
	}
	if r.Keys("up"); r.Screen() == last {
		t.Errorf("the end is gone beyond:\n%s", last)
	}
	r.Keys("pgup", "pgup", "pgup", "pgup", "pgup", "pgup", "pgup", "pgup", "pgup", "up")
	if r.Screen() != top {
		t.Errorf("its beginning is\n%s", r.Screen())
	}
}

// What is no draft has no letter.
func TestNoLetter(t *testing.T) {
	r := written(t)
	if _, err := New(r.Desk, flows.At("berth.remark"), "Ann"); err == nil {
		t.Error("a field is a letter")
	}
}

// A letter is opened as the mail program takes it, and is not sent by that. Where
// there is no program there is no such key.
func TestALetterInTheMailProgram(t *testing.T) {
	r := written(t)
	if r.Keys("o"); r.does("o") != "" {
		t.Errorf("o says %q", r.does("o"))
	}
	o, paths := r.Over.(*Over), []string(nil)
	o.Program = func(path string) tea.Cmd {
		paths = append(paths, path)
		return nil
	}
	r.Keys("o")
	if len(paths) != 1 || r.does("o") == "" || r.draft().Done {
		t.Fatalf("it opened %v, o says %q, it is %s", paths, r.does("o"), r.draft().Status)
	}
	t.Cleanup(func() { _ = os.RemoveAll(filepath.Dir(paths[0])) })
	want, err := o.letter.As(paths[0])
	if got, failed := os.ReadFile(paths[0]); err != nil || failed != nil || string(got) != want {
		t.Errorf("%v %v: %s has\n%s", err, failed, paths[0], got)
	}
}

// A letter that was asked for elsewhere leads back there: by esc, when it is sent,
// and when it was sent before. The dialogue stays where it is.
func TestALetterLeadsBack(t *testing.T) {
	r, back := written(t), 0
	from := func() *rig {
		r.opens().Over.(*Over).Back = func() tea.Cmd {
			back++
			r.Close()
			return nil
		}
		return r
	}
	from().Keys("esc")
	from().Keys("enter", "enter")
	if from().Keys("enter"); back != 3 || r.draft().Status != "sent" || r.Walk().At() != draft {
		t.Errorf("%d times, it is %s, and it stands at %s", back, r.draft().Status, r.Walk().At())
	}
}
