package desk

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/room"
)

// kept is the unsubmitted input on disk, by address.
func (r *rig) kept() map[string]string {
	r.t.Helper()
	list, err := r.a.Unsaved(context.Background(), r.m.page.s.ID())
	if err != nil {
		r.t.Fatal(err)
	}
	all := map[string]string{}
	for _, u := range list {
		all[u.Item+" "+u.Row] = u.Text
	}
	return all
}

// again starts the program on the same run, as after a kill.
func (r *rig) again() *rig {
	r.t.Helper()
	cfg := r.m.cfg
	cfg.Run = r.m.page.s.ID()
	r.start(cfg)
	return r
}

// form is the form that is open.
func (r *rig) form() *room.Form {
	r.t.Helper()
	f, ok := r.m.over.(*room.Form)
	if !ok {
		r.t.Fatalf("over the page lies %T\n%s", r.m.over, r.screen())
	}
	return f
}

func (r *rig) texts() (all []string) {
	r.t.Helper()
	f := r.form()
	for i := range f.Rows {
		all = append(all, f.Text(i))
	}
	return all
}

func atStep(step string, keys ...string) func(*rig) {
	return func(r *rig) { r.goTo(step); r.wait().keys(keys...).wait() }
}

func atItem(step, item string, keys ...string) func(*rig) {
	return func(r *rig) { r.goTo(step); r.focus(item); r.wait().keys(keys...).wait() }
}

func longMail(r *rig) {
	r.focus("berth_mail")
	r.keys("'a.very.long.address@example.org'", "enter")
}

func acceptAll(r *rig) {
	atItem("papers", "ship", "ctrl+s")(r)
	if r.m.over == nil { // it stopped at something to be read
		r.keys("ctrl+s").wait()
	}
	r.keys("down", "enter")
}

// keptForms are the forms that ask for words.
var keptForms = map[string]struct {
	begin  func(*rig) // what must be so before
	open   func(*rig)
	typed  []string
	kept   map[string]string
	texts  []string // in the rows, when it is opened again
	submit []string
	event  string // that came of it
}{
	"accept": {
		longMail, atStep("papers", "f4"),
		[]string{"'it is theirs'"},
		map[string]string{"/accept/berth_mail.long papers": "it is theirs"},
		[]string{"it is theirs"},
		[]string{"enter"},
		"accepted",
	},
	"warnings": {
		func(r *rig) { r.fill(); r.goTo("papers"); longMail(r) }, acceptAll,
		[]string{"'all theirs'"},
		map[string]string{"/warnings/why papers": "all theirs"},
		[]string{"all theirs"},
		[]string{"enter"},
		"done",
	},
	"skip": {
		nil, atStep("berth", "x"),
		[]string{"'another day'"},
		map[string]string{"/skip/why berth": "another day"},
		[]string{"another day"},
		[]string{"enter"},
		"skipped",
	},
	"note": {
		nil, atStep("berth", "e"),
		[]string{"'call'", "enter", "'back'"},
		map[string]string{"/note/text berth": "call\nback"},
		[]string{"call\nback"},
		[]string{"ctrl+s"},
		"noted",
	},
	"evidence": {
		nil, atItem("berth", "drawn", "space"),
		[]string{"'seen by Eva'"},
		map[string]string{"/evidence/sentence berth.drawn": "seen by Eva"},
		[]string{"seen by Eva"},
		[]string{"enter"},
		"ticked",
	},
	"wait": {
		nil, atItem("berth", "answer", "enter"),
		[]string{"enter", "'+2d'", "enter", "'they call'"},
		map[string]string{"/wait/until berth.answer": "+2d", "/wait/why berth.answer": "they call"},
		[]string{"later", "2026-11-23", "they call"},
		[]string{"ctrl+s"},
		"waiting",
	},
	"gate, whose word is typed anew": {
		nil, atStep("sail", "enter"),
		[]string{"'sa'", "enter", "'Eva'", "enter", "'the tide'"},
		map[string]string{"/gate/by sail.cast-off": "Eva", "/gate/why sail.cast-off": "the tide"},
		[]string{"", "Eva", "the tide"},
		[]string{"'sail'", "ctrl+s"},
		"gate_passed",
	},
	"rotation given up": {
		func(r *rig) { r.locked().rotating("") }, atItem("sail", "again", "enter", "tab", "2"),
		[]string{"'the portal is down'"},
		map[string]string{"/give_up/why papers.locker": "the portal is down"},
		[]string{"the portal is down"},
		[]string{"enter"},
		"rotation_given_up",
	},
	"letter": {
		nil, atItem("berth", "letter", "enter", "enter"),
		[]string{"' of May'"},
		map[string]string{"/sent/how berth.letter": "by e-mail of May"},
		[]string{"by e-mail of May"},
		[]string{"enter"},
		"sent",
	},
}

// TestWhatIsTypedInAFormIsKept over a kill, until the form is submitted.
func TestWhatIsTypedInAFormIsKept(t *testing.T) {
	for name, tc := range keptForms {
		t.Run(name, func(t *testing.T) {
			r := begun(t).ready(tc.begin)
			tc.open(r)
			before := r.texts()
			r.send(saveTickMsg{})
			r.ticks = nil
			r.keys(tc.typed...)
			if n := len(slices.DeleteFunc(r.ticks, func(m tea.Msg) bool { return m != tea.Msg(saveTickMsg{}) })); n != 1 {
				t.Errorf("%d writes are due", n)
			}
			if got := r.kept(); len(got) != 0 {
				t.Errorf("it is written with each key: %v", got)
			}
			r.send(saveTickMsg{})
			r.keeps(tc.kept)
			tc.open(r.again())
			if got := r.texts(); !slices.Equal(got, tc.texts) || slices.Equal(got, before) {
				t.Fatalf("in it stands %q, want %q", got, tc.texts)
			}
			n := len(r.log())
			r.keys(tc.submit...)
			if log := r.log(); len(log) == n || !slices.ContainsFunc(log[n:], func(e string) bool { return strings.HasPrefix(e, tc.event+" ") }) {
				t.Errorf("it came to %q\n%s", log[n:], r.screen())
			}
			r.keeps(nil)
		})
	}
}

func (r *rig) ready(begin func(*rig)) *rig {
	if begin == nil {
		return r.fill()
	}
	begin(r)
	return r
}

func (r *rig) keeps(want map[string]string) {
	r.t.Helper()
	got := r.kept()
	same := len(got) == len(want)
	for at, text := range want {
		same = same && got[at] == text
	}
	if !same {
		r.t.Errorf("kept is %q, want %q", got, want)
	}
}

// Esc says that the words are not wanted; what is typed on the page stays.
func TestEscDropsWhatIsTypedInAForm(t *testing.T) {
	for name, tc := range keptForms {
		t.Run(name, func(t *testing.T) {
			r := begun(t).ready(tc.begin)
			tc.open(r)
			before := r.texts()
			r.keys(tc.typed...)
			r.send(saveTickMsg{})
			r.keeps(tc.kept)
			r.keys("esc")
			r.send(saveTickMsg{})
			r.keeps(nil)
			if tc.open(r); !slices.Equal(r.texts(), before) {
				t.Errorf("in it stands %q, want %q", r.texts(), before)
			}
		})
	}
}

// However the program is left, the words are kept, and are no input of the page.
func TestLeavingKeepsWhatIsTypedInAForm(t *testing.T) {
	for name, leave := range map[string]func(*rig){
		"ctrl+c":   func(r *rig) { r.keys("ctrl+c") },
		"a signal": func(r *rig) { r.send(leaveMsg{}) },
		"a fault":  func(r *rig) { r.m.wreck() },
	} {
		r := begun(t).fill()
		r.goTo("berth")
		r.keys("x").wait().keys("'another'").paste(" day")
		leave(r)
		r.keeps(map[string]string{"/skip/why berth": "another day"})
		if at, typed := r.m.page.TypedHere(); typed {
			t.Errorf("%s: typed on the page is %s", name, at)
		}
		if lines := strings.Join(r.m.farewell(), "\n"); strings.Contains(lines, "another day") {
			t.Errorf("%s: the last words name what is kept:\n%s", name, lines)
		}
	}
}

// TestLastWordsNameWhatIsTypedInAForm if the disk does not take it.
func TestLastWordsNameWhatIsTypedInAForm(t *testing.T) {
	r, disk := onBroken(t)
	disk.err = nil
	r.fill()
	r.goTo("berth")
	r.focus("drawn")
	r.keys("space", "'seen by Eva'")
	disk.err = flows.ErrFull
	r.keys("ctrl+c")
	if lines := strings.Join(r.m.farewell(), "\n"); !strings.Contains(lines, "A sketch is there (typed, not taken): seen by Eva") {
		t.Errorf("the last words are:\n%s", lines)
	}
}

// TestWordsStandWithWhatTheyAreAbout and in no other form.
func TestWordsStandWithWhatTheyAreAbout(t *testing.T) {
	r := begun(t).fill()
	r.goTo("berth")
	r.keys("x").wait().keys("'another day'")
	r.send(saveTickMsg{})
	r.again()
	r.goTo("sail")
	r.wait().keys("x").wait()
	if got := r.texts(); got[0] != "" {
		t.Errorf("another step is skipped because %q", got[0])
	}
	r.keys("esc")
	r.goTo("berth")
	r.wait().keys("e").wait()
	if got := r.texts(); got[0] != "" {
		t.Errorf("the note says %q", got[0])
	}
	r.keys("'call'", "ctrl+s")
	r.keeps(map[string]string{"/skip/why berth": "another day"})
}
