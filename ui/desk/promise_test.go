package desk

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// promised is a rig on a procedure whose first step has these items, in YAML; a
// second one, with one field, follows.
func promised(t *testing.T, items string) *rig {
	t.Helper()
	doc := "procedure: crates\nversion: 1\ntitle: Crates\nsummary: A list.\nsource: {document: none.txt, read: 2026-11-21}\nsystems: [Harbour]\nfacts: [T-01]\n" +
		"steps:\n  - id: here\n    title: Here\n    facts: [T-01]\n    items:\n" + items +
		"  - id: there\n    title: There\n    facts: [T-01]\n    items:\n      - {field: port, type: text, label: Port, required: true}\n"
	r := newRig(t)
	r.m.cfg.Library = flows.Open(fstest.MapFS{"crates.yaml": {Data: []byte(doc)}}, testSpecs)
	r.do(r.m.start("crates", "Muster GmbH", run.Rehearsal))
	if r.m.page == nil {
		t.Fatalf("no run was started: %s", r.m.status.text)
	}
	return r
}

// listOf is an optional list with columns, in YAML.
func listOf(columns ...string) string {
	s := "      - list: crates\n        label: Crates\n        row: crate\n        columns:\n"
	for _, c := range columns {
		s += "          - " + c + "\n"
	}
	return s
}

// onlyEnters are lists that begin in every way that one can.
var onlyEnters = map[string]string{
	"a text":              listOf("{field: mark, type: text, label: Mark}", "{field: weight, type: number, label: Weight}"),
	"a needed code":       listOf("{field: mark, type: code, label: Mark, required: true}"),
	"a choice":            listOf("{field: kind, type: choice, label: Kind, options: {box: Box, barrel: Barrel}}", "{field: mark, type: text, label: Mark}"),
	"a needed choice":     listOf("{field: kind, type: choice, label: Kind, required: true, options: {box: Box, barrel: Barrel}}"),
	"a choice at first":   listOf("{field: kind, type: choice, label: Kind, options: {box: Box, barrel: Barrel}, default: box}", "{field: mark, type: text, label: Mark}"),
	"choices":             listOf("{field: flags, type: choices, label: Flags, options: {red: Red, blue: Blue}}"),
	"a number at first":   listOf("{field: weight, type: number, label: Weight, default: 3}", "{field: mark, type: text, label: Mark}"),
	"a date":              listOf("{field: day, type: date, label: Day}"),
	"lines":               listOf("{field: note, type: text, area: true, label: Note}"),
	"addresses":           listOf("{field: mails, type: emails, label: Addresses}"),
	"a task":              listOf("{task: seen, label: Seen}", "{field: mark, type: text, label: Mark}"),
	"what may not apply":  listOf("{field: kind, type: choice, label: Kind, options: {box: Box, barrel: Barrel}}", "{field: mark, type: text, label: Mark, when: kind == \"box\"}"),
	"behind what is read": "      - text: Mind the crates.\n        tell: true\n" + listOf("{field: mark, type: text, label: Mark}"),
}

// TestEntersLeaveAnOptionalListEmpty presses enter four times on an empty list: no
// row comes to be, nothing is answered, and the step is left behind.
func TestEntersLeaveAnOptionalListEmpty(t *testing.T) {
	for name, items := range onlyEnters {
		for _, size := range [][2]int{{80, 24}, {40, 12}} {
			t.Run(fmt.Sprint(name, size), func(t *testing.T) {
				r := promised(t, items).size(size[0], size[1])
				for range 4 {
					r.keys("enter").wait()
				}
				if rows := r.m.page.View().Step("here").Item("crates").Rows; len(rows) > 0 {
					t.Errorf("enter made %d rows\n%s", len(rows), r.screen())
				}
				if got := r.m.page.At().Step; got == "here" {
					t.Errorf("four enters, and it stands at %s: %s\n%s", r.m.page.At(), r.m.status.text, r.screen())
				}
				if s := strings.Join(r.log(), "\n"); strings.Contains(s, "row_") {
					t.Errorf("the log: %s", s)
				}
			})
		}
	}
}

// long is a text that has to be read and does not stand on one screen with what
// is before it.
var long = "      - text: |\n" + strings.Repeat("          Mind the crates, and mind them well.\n\n", 12) + "        tell: true\n"

// withEnters are items of a step that is stopped for something to be read, with the focus on one
// that has a use of its own for enter.
var withEnters = map[string]struct {
	items string
	keys  []string // how the focus comes there
}{
	"a cell":             {listOf("{field: mark, type: text, label: Mark}", "{field: weight, type: number, label: Weight}"), []string{"'Box'", "tab", "tab", "up"}},
	"a cell of a choice": {listOf("{field: kind, type: choice, label: Kind, options: {box: Box, barrel: Barrel}}", "{field: mark, type: text, label: Mark}"), []string{"1", "tab", "up"}},
	"a row to come":      {listOf("{field: mark, type: text, label: Mark}"), nil},
	"a choice":           {"      - {field: crates, type: choice, label: Seen, options: {a: A, b: B}}\n", nil},
	"choices":            {"      - {field: crates, type: choices, label: Seen, options: {a: A, b: B}}\n", nil},
	"lines":              {"      - {field: crates, type: text, area: true, label: Remark}\n", nil},
	"a text":             {"      - {field: crates, type: text, label: Remark}\n", []string{"'Box'"}},
	"a copy":             {"      - {copy: Box, id: crates, label: Mark}\n", nil},
	"the page":           {"      - {field: crates, type: choice, label: Seen, options: {a: A, b: B}}\n", []string{"esc"}},
}

// TestEnterGoesOnFromWhatHasToBeRead: once it was read, enter goes on, whatever has
// the keys: it opens no cell, chooses nothing and begins no line.
func TestEnterGoesOnFromWhatHasToBeRead(t *testing.T) {
	stopped := func(t *testing.T, name string) *rig {
		r := promised(t, withEnters[name].items+long).size(40, 12)
		r.keys(withEnters[name].keys...).keys("ctrl+s").wait()
		return r.shows("Read this first, then go on.", "enter step done")
	}
	for name := range withEnters {
		t.Run(name, func(t *testing.T) {
			r := stopped(t, name)
			before := len(r.log())
			for range 2 { // its beginning and its end
				if r.m.page.At().Step == "here" {
					r.keys("enter").wait()
				}
			}
			if r.m.page.At().Step != "there" {
				t.Errorf("it stands at %s: %s\n%s", r.m.page.At(), r.m.status.text, r.screen())
			}
			for _, e := range r.log()[before:] {
				if !strings.HasPrefix(e, "done ") {
					t.Errorf("enter did %s", e)
				}
			}
			r = stopped(t, name)
			r.keys("pgdown", "pgup", "enter").wait().keys("enter")
			if r.m.page.At().Step != "there" {
				t.Errorf("after it was looked around it stands at %s\n%s", r.m.page.At(), r.screen())
			}
			r = stopped(t, name)
			r.keys("tab").hides("enter step done")
		})
	}
}

// TestKeysDoWhatTheScreenSays: a sentence on the screen that names a key, and what
// that key does there.
func TestKeysDoWhatTheScreenSays(t *testing.T) {
	step := func(is string) func(*rig) bool {
		return func(r *rig) bool { return r.m.page != nil && r.m.page.At().Step == is }
	}
	screen := func(text string) func(*rig) bool {
		return func(r *rig) bool { return strings.Contains(r.screen(), text) }
	}
	desk := func(r *rig) bool { return r.m.page == nil }
	papers := func(r *rig) {
		for _, c := range []run.Command{run.Answer{At: flows.At("papers.ship"), Value: "Aurora"}, run.Answer{At: flows.At("papers.cargo"), Value: "grain"}, run.Tick{At: flows.At("papers.signed")}} {
			if _, err := r.m.page.s.Do(true, c); err != nil {
				r.t.Fatal(err)
			}
		}
		r.refresh()
	}
	for name, tt := range map[string]struct {
		come func(*rig)
		says string
		key  string
		does func(*rig) bool
	}{
		"a task ticks by space":        {onItem("papers", "signed"), "space ticks", "space", func(r *rig) bool { return r.m.page.Item().Done }},
		"a copy by c":                  {onItem("papers", "form"), "c copies", "c", func(r *rig) bool { return len(r.said) > 0 }},
		"the last words by esc":        {func(r *rig) { skipAll(r) }, "esc goes to the desk", "esc", desk},
		"the last words by ctrl+o":     {func(r *rig) { skipAll(r) }, "ctrl+o shows every step", "ctrl+o", screen("Set sail")},
		"the shared view by f3":        {onItem("papers", "ship", "f3"), "f3 shows all again", "f3", func(r *rig) bool { return !r.m.share }},
		"a veiled step by f3":          {onItem("berth", "token", "f3"), "f3 shows it", "f3", func(r *rig) bool { return !r.m.share }},
		"a warning by f4":              {func(r *rig) { r.longMail() }, "f4 accept, with a reason", "f4", func(r *rig) bool { return r.m.over != nil }},
		"no run: enter opens one":      {func(r *rig) { r.threeRuns(); r.keys("ctrl+o") }, "enter opens one", "enter", func(r *rig) bool { return r.m.page != nil }},
		"the desk: n starts a run":     {func(r *rig) { r.threeRuns(); r.paste("x") }, "n starts a run", "n", func(r *rig) bool { return r.m.over != nil }},
		"the desk: / filters":          {func(r *rig) { r.threeRuns(); r.paste("x") }, "/ filters", "/", screen("Filter:")},
		"a step that is done by enter": {func(r *rig) { papers(r); r.keys("ctrl+s").wait() }, "enter step done", "enter", step("crew")},
		"words by esc": {func(r *rig) {
			r.focus("locker")
			r.m.openItself(newOnce(r.m.page, walk.Once{At: flows.At("papers.locker"), Then: walk.Leave}))
			r.wait()
			r.keys("'x'", "enter")
		}, "esc to stay", "esc", step("papers")},
		"a paste on a task": {func(r *rig) { onItem("papers", "signed")(r); r.paste("x") }, "go to a field first", "tab", func(r *rig) bool { return !r.m.page.View().Step("papers").Item("signed").Done }},
	} {
		t.Run(name, func(t *testing.T) {
			r := standing(t, tt.come)
			r.shows(tt.says)
			r.keys(tt.key)
			if !tt.does(r) {
				t.Errorf("it says %q, and %s does not\n%s", tt.says, tt.key, r.screen())
			}
		})
	}
}

// TestADeskWithoutRunsClaimsNoRun: where there is none, no key opens one.
func TestADeskWithoutRunsClaimsNoRun(t *testing.T) {
	r := newRig(t)
	r.keys("ctrl+o").hides("enter opens one").shows("There is no run here.")
	r.keys("enter")
	if r.m.page != nil {
		t.Error("a run was opened")
	}
}

// skipAll brings the run to its end.
func skipAll(r *rig) {
	r.t.Helper()
	for _, step := range []string{"papers", "crew", "berth", "sail"} {
		if _, err := r.m.page.s.Do(true, run.Skip{Step: step, Why: "later"}); err != nil {
			r.t.Fatal(err)
		}
	}
	r.refresh()
	r.m.page.GoTo("")
	r.refresh()
}

// A day to look again that is over is asked about: given once more, it is meant.
func TestADayThatIsOverIsGivenOnceMore(t *testing.T) {
	for _, day := range []string{"yesterday", "24.11.2126"} {
		r := begun(t).fill()
		r.goTo("berth")
		r.focus("answer")
		r.keys("enter", "enter", "'"+day+"'", "enter", "enter").shows("Enter it again")
		until := func() any {
			if u := r.m.page.View().Step("berth").Item("answer").Until; u != nil {
				return u
			}
			return nil
		}
		if until() != nil {
			t.Fatalf("%s is on record", day)
		}
		if r.keys("ctrl+s"); until() == nil {
			t.Errorf("%s, given once more, is not on record\n%s", day, r.screen())
		}
	}
}

// A file is called by its name, also in the field and the cell that have the keys;
// what stands there unchanged stays the file.
func TestAFileShowsItsName(t *testing.T) {
	items := "      - {field: plan, type: file, label: Plan}\n" + listOf("{field: sketch, type: file, label: Sketch}", "{field: mark, type: text, label: Mark}")
	r := promised(t, items)
	kept := "sha256:" + strings.Repeat("ab", 32) + "/plan.pdf"
	if _, err := r.m.page.s.Do(true, run.Answer{At: flows.At("plan"), Value: kept}, run.AddRow{List: flows.At("crates"), Cells: map[string]flows.Value{"sketch": strings.Replace(kept, "plan", "sketch", 1)}}); err != nil {
		t.Fatal(err)
	}
	r.refresh()
	before := len(r.m.page.s.Events())
	r.focus("plan")
	r.keys("esc", "c").shows("plan.pdf").hides("sha256", "abab", "typed, not taken")
	if len(r.said) == 0 || fmt.Sprint(r.said[len(r.said)-1]) != "plan.pdf" {
		t.Errorf("copied %v", r.said)
	}
	r.keys("enter", "enter").shows("plan.pdf", "sketch.pdf").hides("sha256", "abab", "typed, not taken")
	r.keys("up", "enter").shows("sketch.pdf").hides("sha256", "abab", "typed, not taken")
	r.keys("enter").hides("sha256", "abab")
	if r.value("here", "plan") != kept || len(r.m.page.s.Events()) != before {
		t.Errorf("the plan is %v", r.value("here", "plan"))
	}
	r.focus("crates")
	r.keys("esc", "c")
	if len(r.said) == 0 || fmt.Sprint(r.said[len(r.said)-1]) != "sketch.pdf" {
		t.Errorf("copied %v", r.said)
	}
	r.focus("plan")
	r.keys("'x'", "backspace", "enter")
	if r.value("here", "plan") != kept || len(r.m.page.s.Events()) != before {
		t.Errorf("typed and taken back, the plan is %v", r.value("here", "plan"))
	}
}
