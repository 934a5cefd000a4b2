package desk

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/desk/start"
	"lotse/ui/field"
)

var updateKeys = flag.Bool("update-keys", false, "write the table of keys anew")

// focuses are all that can have the focus, and how to come there.
var focuses = []struct {
	name string
	come func(r *rig)
}{
	{"text", onItem("papers", "ship", "'Auro'")},
	{"text, empty", onItem("papers", "berth_mail")},
	{"area", onItem("papers", "remarks", "'one'")},
	{"choice", onItem("papers", "cargo")},
	{"choices", onItem("papers", "flags")},
	{"date", onItem("papers", "arrival", "'+3'")},
	{"secret", onItem("papers", "locker", "'hush'")},
	{"secret, kept", (*rig).keptSecret},
	{"page, secret kept", func(r *rig) { r.keptSecret(); r.keys("esc") }},
	{"copy", onItem("papers", "form")},
	{"task", onItem("papers", "signed")},
	{"cell", func(r *rig) { r.crew(); r.focus("people") }},
	{"cell, edited", func(r *rig) { r.crew(); r.focus("people"); r.keys("enter", "'7'") }},
	{"task cell", func(r *rig) { r.crew(); r.focus("people"); r.keys("tab", "tab") }},
	{"new row", func(r *rig) { r.crew(); r.focus("people"); r.keys("ctrl+n") }},
	{"check", onItem("berth", "token")},
	{"check, compared", func(r *rig) { r.berthFound() }},
	{"draft", onItem("berth", "letter")},
	{"wait", onItem("berth", "answer")},
	{"gate", onItem("sail", "cast-off")},
	{"action", onItem("sail", "again")},
	{"rotation", func(r *rig) { r.locked(); onItem("sail", "again")(r) }},
	{"page", onItem("papers", "ship", "esc")},
	{"phone, text", onItem("papers", "ship", "'Auro'", "f2")},
	{"phone, choice", onItem("papers", "cargo", "f2")},
	{"phone, task", onItem("papers", "signed", "f2")},
	{"phone, check", onItem("berth", "token", "f2")},
	{"last page", func(r *rig) { r.goTo("") }},
	{"last page, a secret", func(r *rig) { r.locked(); r.goTo("") }},
	{"last page, rotating", func(r *rig) { r.locked().rotating("another"); r.goTo("") }},
	{"desk", (*rig).threeRuns},
	{"desk, filter", func(r *rig) { r.threeRuns(); r.keys("/") }},
}

func onItem(step, item string, keys ...string) func(r *rig) {
	return func(r *rig) {
		r.goTo(step)
		r.focus(item)
		r.keys(keys...)
	}
}

// crew has two rows on the list.
func (r *rig) crew() {
	r.t.Helper()
	r.goTo("crew")
	for _, badge := range []string{"1", "2"} {
		if _, err := r.m.page.s.Do(true, run.AddRow{List: flows.At("crew.people"), Cells: map[string]flows.Value{"badge": badge}}); err != nil {
			r.t.Fatal(err)
		}
	}
	r.refresh()
}

// threeRuns is on the desk, on the second of three runs.
func (r *rig) threeRuns() {
	for range 2 {
		r.keys("esc", "esc")
		r.at = r.at.Add(time.Minute)
		r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	}
	r.keys("esc", "esc")
	r.m.list.at = 1
}

// tableKeys are the keys of screens.md.
var tableKeys = []string{
	"enter", "tab", "shift+tab", "up", "down", "esc", "space", "/", "ctrl+n", "ctrl+x", "ctrl+s", "ctrl+o", "ctrl+z",
	"f1", "?", "f2", "s", "f3", "p", "f4", "a", "f5", "v", "f7", "y", "alt+left", "alt+right", "[", "]", "pgup", "pgdown", "c", "l", "o", "e", "f", "ctrl+f", "t", "k", "r", "w", "i", "x", "m", "ctrl+r", "q", "ctrl+p", "ctrl+c",
}

// stand is where the screen stands, as far as a key can change it.
type stand struct {
	desk, engaged, share, mouse, quit bool
	phone                             bool
	step, focus, cell, draft, over    string
	events, top, at, paper            int
	filter                            bool
	words, branch                     string
	said                              string
}

func (r *rig) stand() stand {
	m := r.m
	s := stand{desk: m.page == nil, share: m.share, mouse: m.mouse, quit: r.quit, over: nameOf(m.over), said: m.status.text, at: m.list.at, filter: m.list.filtering, words: m.list.filterText()}
	if f, ok := m.over.(*room.Form); ok {
		s.over = f.Heading
	}
	if m.page == nil {
		return s
	}
	p := m.page
	s.paper = p.papers.At()
	s.phone, s.branch = p.phone.on, p.branch()
	s.engaged, s.step, s.focus, s.top = p.engaged, p.At().Step, p.At().Item, p.top
	if log, ok := p.s.(*run.Session); ok {
		s.events = len(log.Events())
	}
	if t, ok := p.widget.(*field.Table); ok {
		row, column := t.FocusedCell()
		typed, _ := t.Typed()
		s.cell, s.draft = row+"."+column, fmt.Sprint(typed, t.State().Editing)
	} else if p.widget != nil {
		s.draft = strings.Join(p.widget.Lines(), "\n") // the pointer of a choice is drawn only
	}
	return s
}

// nameOf is the name of an overlay, which a room does not repeat.
func nameOf(o room.Overlay) string {
	if _, ok := o.(*start.Over); ok {
		return "newOver"
	}
	name := strings.TrimPrefix(fmt.Sprintf("%T", o), "*desk.")
	if in, ok := strings.CutSuffix(name, ".Over"); ok {
		return strings.TrimPrefix(in, "*") + "Over"
	}
	return name
}

// did says what a key did, in a word a change.
func did(a, b stand) string {
	var all []string
	add := func(changed bool, word string) {
		if changed {
			all = append(all, word)
		}
	}
	add(b.quit, "quits")
	add(a.desk != b.desk, "desk")
	add(b.events > a.events, "records")
	add(b.step != a.step && !b.desk, "step "+b.step)
	add(b.focus != a.focus && b.step == a.step && !b.desk, "to "+b.focus)
	add(a.cell != b.cell && b.cell != "" && a.cell != "", "cell "+b.cell)
	add(a.engaged && !b.engaged && !b.desk && b.step == a.step, "page")
	add(!a.engaged && b.engaged && b.step == a.step, "field")
	add(a.focus == b.focus && a.step == b.step && a.cell == b.cell && a.engaged == b.engaged && a.draft != b.draft && b.over == a.over, "types")
	add(a.over != b.over, "opens "+b.over)
	add(a.share != b.share, "share")
	add(a.phone != b.phone, "phone")
	add(a.branch != b.branch, "branch "+b.branch)
	add(a.mouse != b.mouse, "mouse")
	add(a.top != b.top && a.focus == b.focus && a.step == b.step, "scrolls")
	add(a.at != b.at || a.paper != b.paper, "moves")
	add(a.filter != b.filter, "filter")
	add(a.words != b.words, "types")
	add(b.said != "" && len(all) == 0, "says: "+b.said)
	if len(all) == 0 {
		return "NOTHING"
	}
	return strings.Join(all, ", ")
}

// standing is a rig with the focus somewhere, in a window in which the page scrolls.
func standing(t *testing.T, come func(r *rig)) *rig {
	t.Helper()
	r := begun(t).size(80, 17)
	come(r)
	r.m.View()
	return r
}

// TestKeyTable walks every key of the table over everything that can have the
// focus. What each does stands in testdata/keys.txt, read against screens.md;
// and none does nothing without saying why.
func TestKeyTable(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, f := range focuses {
		fmt.Fprintf(&b, "%s\n", f.name)
		for _, k := range tableKeys {
			r := standing(t, f.come)
			before := r.stand()
			before.said = ""
			r.keys(k)
			r.m.View()
			what := did(before, r.stand())
			if what == "NOTHING" && !slices.Contains(stays, f.name+" "+k) {
				t.Errorf("on %s the key %s does nothing and does not say why", f.name, k)
			}
			fmt.Fprintf(&b, "    %-10s %s\n", k, what)
		}
	}
	const name = "testdata/keys.txt"
	if *updateKeys {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(b.String(), "\n")
	for i, line := range strings.Split(string(want), "\n") {
		if i >= len(got) || got[i] != line {
			t.Errorf("line %d of the table of keys is %q, want %q", i+1, append(got, make([]string, i+1)...)[i], line)
		}
	}
}

// stays are the keys that rightly change nothing: they move within something,
// at its end.
var stays = []string{"area up", "area down", "choice up", "choices up", "phone, choice up", "desk, filter ctrl+f"}
