package papers

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/desk/room/roomtest"
	"lotse/ui/face"
	"lotse/ui/walk"
)

const harbour = `procedure: harbour
version: 1
title: A berth
summary: Somebody is waited for, and a letter is written.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: berth
    title: The berth
    items:
      - {field: ship, type: text, label: Ship}
      - {draft: letter, template: netvisor-go-live, label: Letter to the harbour office}
      - {wait: answer, for: the office, reason: finds a berth, then: berth}
`

// rig is the room of a run, on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t      *testing.T
	s      *run.Session
	dir    string // the folder for documents
	opened []string
	letter []flows.Address
	closed int
	saves  int
}

func opened(t *testing.T) *rig {
	t.Helper()
	r := &rig{Desk: roomtest.New(), t: t, dir: t.TempDir()}
	a := storetest.NewMemory()
	r.s = r.Begin(t, a, "harbour", harbour)
	screen := &face.Screen{
		Archive: a, Documents: r.dir, Load: roomtest.Library("harbour", harbour).Decode,
		Env: run.Env{Now: r.Now, Random: rand.Reader, By: "Ann"},
	}
	l := NewList(r.Desk, House{
		Screen: screen,
		Letter: func(at flows.Address, back func() tea.Cmd) tea.Cmd {
			r.letter = append(r.letter, at)
			return back()
		},
		Open: func(path string) tea.Cmd {
			r.opened = append(r.opened, path)
			return nil
		},
		Save: func() (func() error, func(error) tea.Cmd) {
			if r.s.Pending() == 0 {
				return nil, nil
			}
			return func() error { return r.s.Flush(t.Context()) }, func(err error) tea.Cmd {
				r.saves++
				return nil
			}
		},
	})
	r.Open(New(l, func() tea.Cmd { r.closed++; return nil }))
	return r
}

// to points at a kind.
func (r *rig) to(kind walk.PaperKind) *rig {
	r.t.Helper()
	l := r.Over.(*Over).List
	at := slices.IndexFunc(l.papers(), func(p walk.Paper) bool { return p.Kind == kind })
	if at < 0 {
		r.t.Fatalf("there is no %s:\n%s", kind, r.Screen())
	}
	for l.At() != at {
		r.Keys(map[bool]string{true: "down", false: "up"}[l.At() < at])
	}
	return r
}

// names replaces the name in the form's last row.
func (r *rig) names(path string) *rig {
	r.Keys("end").Keys(slices.Repeat([]string{"backspace"}, 200)...)
	r.Keys("'" + path + "'")
	return r
}

func (r *rig) files() (names []string) {
	r.t.Helper()
	all, err := os.ReadDir(r.dir)
	if err != nil {
		r.t.Fatal(err)
	}
	for _, f := range all {
		names = append(names, f.Name())
	}
	return names
}

const proposedName = "muster-gmbh-harbour-report-2026-11-21.html"

// TestAReportIsWrittenAndOpened: what stands on the screen is in it, also what was
// not saved yet.
func TestAReportIsWrittenAndOpened(t *testing.T) {
	r := opened(t)
	room := r.Over
	r.Gives(t, r.s, run.Answer{At: flows.At("ship"), Value: "Aurora <b>"})
	r.to(walk.PaperReport).Keys("o")
	if len(r.opened) > 0 || r.Said == "" {
		t.Errorf("it opened %v, said %q", r.opened, r.Said)
	}
	r.Keys("enter", "ctrl+s")
	path := filepath.Join(r.dir, proposedName)
	page, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(page), "Aurora &lt;b&gt;") || strings.Contains(string(page), "Aurora <b>") || r.saves != 1 {
		t.Fatalf("%v, %d saves:\n%s", err, r.saves, page)
	}
	if r.Over != room || !strings.Contains(r.Said, path) || r.Bad {
		t.Errorf("over it lies %T, said %q", r.Over, r.Said)
	}
	if r.Keys("o"); !slices.Equal(r.opened, []string{path}) {
		t.Errorf("it opened %v", r.opened)
	}
	if about, err := os.Stat(path); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", about, err)
	}
}

// TestAFileThatIsThereIsLeft: a free name stands in the row then.
func TestAFileThatIsThereIsLeft(t *testing.T) {
	r := opened(t)
	r.to(walk.PaperReport).Keys("enter")
	taken := filepath.Join(r.dir, proposedName)
	if err := os.WriteFile(taken, []byte("mine"), 0o600); err != nil { // meanwhile
		t.Fatal(err)
	}
	r.Keys("ctrl+s")
	if text, _ := os.ReadFile(taken); string(text) != "mine" || len(r.files()) != 1 || !strings.Contains(r.Screen(), "already") {
		t.Fatalf("%q, %v:\n%s", text, r.files(), r.Screen())
	}
	if r.Keys("ctrl+s"); len(r.files()) != 2 || !strings.Contains(r.Said, "report-2026-11-21-2.html") {
		t.Errorf("%v, said %q", r.files(), r.Said)
	}
}

// TestWhatCannotBeWritten is said in the form, which stays, and leaves nothing
// behind.
func TestWhatCannotBeWritten(t *testing.T) {
	r := opened(t)
	r.to(walk.PaperReport).Keys("enter", "enter")
	form := r.Over
	for typed, says := range map[string]string{
		"":                            r.Words().Letter.Unnamed,
		filepath.Join(r.dir, "a.csv"): "papers.other_ending",
		filepath.Join(r.dir, "b/a"):   "papers.no_folder",
		r.dir + "/x/":                 "papers.is_folder",
		r.dir:                         "papers.is_folder",
	} {
		r.names(typed).Keys("enter")
		if r.Over != form || !strings.Contains(strings.Join(strings.Fields(r.Screen()), " "), says) {
			t.Fatalf("%q: over it lies %T\n%s", typed, r.Over, r.Screen())
		}
	}
	if got := r.files(); len(got) > 0 {
		t.Errorf("there is %q", got)
	}
}

// TestTheNameFollowsTheFormat, until somebody changes it.
func TestTheNameFollowsTheFormat(t *testing.T) {
	r := opened(t)
	form := func() *fileForm { return r.Over.(*fileForm) }
	r.to(walk.PaperReport).Keys("enter")
	for _, ending := range form().paper.Formats {
		n := slices.Index(form().paper.Formats, ending) + 1
		r.Keys(string(rune('0'+n)), "shift+tab")
		for form().At != form().format {
			r.Keys("shift+tab")
		}
		if got := form().Text(form().file); !strings.HasSuffix(got, "."+ending) {
			t.Errorf("as %s it is %s", ending, got)
		}
	}
	r.Keys("1", "2").Keys("tab")
	for form().At != form().file {
		r.Keys("tab")
	}
	r.names("mine.csv")
	for form().At != form().format {
		r.Keys("shift+tab")
	}
	if r.Keys("2"); form().Text(form().file) != "mine.csv" {
		t.Errorf("what was typed is %s", form().Text(form().file))
	}
}

// TestEscLeavesOneRoomAtATime.
func TestEscLeavesOneRoomAtATime(t *testing.T) {
	r := opened(t)
	room := r.Over
	for _, kind := range []walk.PaperKind{walk.PaperReport, walk.PaperSummary} {
		r.to(kind).Keys("enter")
		if r.Over == room {
			t.Fatalf("%s opens nothing", kind)
		}
		if r.Keys("esc"); r.Over != room || r.closed > 0 {
			t.Errorf("from %s it goes to %T", kind, r.Over)
		}
	}
	r.to(walk.PaperLetter).Keys("enter")
	if want := []flows.Address{flows.At("berth.letter")}; !slices.Equal(r.letter, want) || r.Over != room {
		t.Errorf("it shows %v, and comes back to %T", r.letter, r.Over)
	}
	if r.Keys("esc"); r.Over != nil || r.closed != 1 || len(r.files()) > 0 {
		t.Errorf("over it lies %T, it went on %d times, wrote %v", r.Over, r.closed, r.files())
	}
}

// TestTheSummaryIsShownAndCopied as it stands, in each language.
func TestTheSummaryIsShownAndCopied(t *testing.T) {
	r := opened(t)
	r.Keys("c")
	r.to(walk.PaperSummary).Keys("enter", "c")
	o := r.Over.(*summary)
	if len(r.Copied) != 2 || r.Copied[0] != r.Copied[1] || !strings.Contains(r.Copied[0], "Muster GmbH") || r.Said != r.Words().Wizard.Copied {
		t.Fatalf("copied is %q, said %q", r.Copied, r.Said)
	}
	if shown := r.Screen(); !strings.Contains(shown, "Muster GmbH") || o.text != r.Copied[0] {
		t.Errorf("it shows\n%s", shown)
	}
}

// TestACalendarIsWritten of what is waited for until a day.
func TestACalendarIsWritten(t *testing.T) {
	r := opened(t)
	r.Gives(t, r.s, run.WaitUntil{At: flows.At("berth.answer"), Until: time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)})
	r.to(walk.PaperCalendar).Keys("enter", "ctrl+s")
	if r.Over == nil || r.Bad || len(r.files()) != 1 || !strings.HasSuffix(r.files()[0], "calendar-2026-11-21.ics") {
		t.Fatalf("said %q, wrote %v\n%s", r.Said, r.files(), r.Screen())
	}
	text, err := os.ReadFile(filepath.Join(r.dir, r.files()[0]))
	if err != nil || !strings.Contains(string(text), "BEGIN:VEVENT\r\n") || !strings.Contains(string(text), "lotse resume ") {
		t.Errorf("%v\n%s", err, text)
	}
}

// TestTheListInANarrowFrame has the names alone.
func TestTheListInANarrowFrame(t *testing.T) {
	r := opened(t)
	wide := r.Screen()
	r.W = 34
	if narrow := r.Screen(); strings.Contains(narrow, "checked") || !strings.Contains(wide, "checked") || !strings.Contains(narrow, "› ") {
		t.Errorf("narrow:\n%s\nwide:\n%s", narrow, wide)
	}
}

// TestARunIsHandedOver in a file, whose words are shown until they are read.
func TestARunIsHandedOver(t *testing.T) {
	r := opened(t)
	room := r.Over
	r.to(walk.PaperHandOver).Keys("enter", "enter")
	if len(r.files()) != 1 || !strings.HasSuffix(r.files()[0], "handover-2026-11-21.lotse") {
		t.Fatalf("said %q, wrote %v\n%s", r.Said, r.files(), r.Screen())
	}
	if shown := r.Screen(); !strings.Contains(shown, "papers.handover_words") && !strings.Contains(shown, "Its four words: ") || strings.Contains(shown, "{") {
		t.Errorf("it shows\n%s", shown)
	}
	if r.Keys("space", "enter"); r.Over != room {
		t.Errorf("it goes to %T", r.Over)
	}
}
