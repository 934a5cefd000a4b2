package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// cutHere stands where a text is cut, in the place of an ellipsis, which a text
// may have of its own.
const cutHere = "\ue000"

// laidOpen is a run of which every step is open and every item applies.
type laidOpen struct{ session }

func (s laidOpen) View(now time.Time) *run.View {
	v := *s.session.View(now)
	v.Steps = slices.Clone(v.Steps)
	for i := range v.Steps {
		sv := &v.Steps[i]
		sv.State, sv.BlockedBy, sv.Items = run.Open, nil, slices.Clone(sv.Items)
		for k := range sv.Items {
			iv := &sv.Items[k]
			iv.State, iv.Rows = run.Applies, slices.Clone(iv.Rows)
			for n := range iv.Rows {
				iv.Rows[n].Hidden = nil
			}
		}
	}
	return &v
}

// opened is a rig on a procedure of the library with all of it laid open.
func opened(t *testing.T, procedure, lang string) *rig {
	t.Helper()
	r := library(t, procedure)
	cfg := r.m.cfg
	cfg.Lang = lang
	r.start(cfg)
	r.do(r.m.start(procedure, "Muster GmbH", run.Rehearsal))
	r.m.page = newPage(r.m, laidOpen{r.m.page.s}, nil)
	r.m.page.arrive()
	return r
}

// shipped are the procedures that Lotse comes with, in all of their languages.
func procedures(t *testing.T, each func(t *testing.T, procedure, lang string)) {
	t.Helper()
	lib := shippedLibrary()
	for _, id := range lib.IDs() {
		p, err := lib.Procedure(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range p.Languages {
			t.Run(id+"."+lang, func(t *testing.T) { each(t, id, lang) })
		}
	}
}

// No label, option, text, sentence or word of a step is cut at 80x24, whatever
// has the focus. What a person typed may be.
func TestNoWordOfAProcedureIsCut(t *testing.T) {
	procedures(t, func(t *testing.T, procedure, lang string) {
		r := opened(t, procedure, lang)
		r.m.th.Dots = cutHere
		for i := range r.m.page.View().Steps {
			id := r.m.page.View().Steps[i].Step.ID
			r.goTo(id)
			r.uncut(id, "")
			for k := range r.m.page.View().Step(id).Items {
				if iv := &r.m.page.View().Step(id).Items[k]; r.m.page.Stops(iv) {
					r.focus(iv.Item.ID)
					r.uncut(id, iv.Item.ID)
					r.uncutInside(iv)
				}
			}
		}
	})
}

// uncut fails where something of the step's page is cut.
func (r *rig) uncut(step, item string) {
	r.t.Helper()
	sv := r.m.page.View().Step(step)
	_, w, _ := r.m.columns()
	lines := append(r.m.stepTitle(sv, r.m.page.Experience(), w), r.m.page.layout(sv, w, r.m.bodyHeight()).lines...)
	r.cut(fmt.Sprintf("step %s, the focus on %q", step, item), lines)
}

func (r *rig) cut(where string, lines []string) {
	r.t.Helper()
	for _, l := range lines {
		if strings.Contains(l, cutHere) {
			r.t.Errorf("%s: cut: %s", where, strings.ReplaceAll(ansi.Strip(l), cutHere, "…"))
		}
		if w := theme.Width(l); w > r.m.w {
			r.t.Errorf("%s: %d cells: %s", where, w, ansi.Strip(l))
		}
	}
}

// uncutInside looks at what opens at an item: its overlay, the editors of its
// columns.
func (r *rig) uncutInside(iv *run.ItemView) {
	r.t.Helper()
	where := r.m.page.At().Step + "." + iv.Item.ID
	switch iv.Item.Kind {
	case flows.KindWait:
		r.over(where, newWait(r.m.page, iv))
	case flows.KindGate:
		r.over(where, newGate(r.m.page, iv))
	case flows.KindTask:
		r.over(where, newEvidence(r.m.page, walk.Proof{At: flows.At(where), Kind: iv.Item.Task.Evidence}))
	case flows.KindList:
		r.columns(where, iv)
	}
	if sv := r.m.page.Step(); sv.Step.Say != "" {
		r.m.page.phone.on = true
		_, w, _ := r.m.columns()
		r.cut("the sentence of "+r.m.page.At().Step, drawing{r.m.page}.phoneBody(sv, w, r.m.bodyHeight()))
		r.m.page.phone = phoneMode{}
	}
}

func (r *rig) over(where string, o room.Overlay) {
	r.t.Helper()
	r.m.over = o
	lines, _ := o.Lines(min(r.m.w-2, overWidth)-4, 100)
	r.cut(where+", the overlay", append(r.m.box(o, lines, min(r.m.w-2, overWidth), beyond{}), r.m.helpLine("")))
	r.m.over = nil
}

// columns edits every column of a list's row. The heads of columns are cut to
// the table; the whole label stands at the editor, which is looked at.
func (r *rig) columns(where string, iv *run.ItemView) {
	r.t.Helper()
	if len(iv.Rows) == 0 {
		first := &iv.Item.List.Columns[0]
		if _, err := r.m.page.s.Do(true, run.AddRow{List: flows.At(where), Cells: map[string]flows.Value{first.ID: "1"}}); err != nil {
			r.t.Fatalf("%s: %v", where, err)
		}
		r.refresh()
		r.focus(iv.Item.ID)
	}
	table := r.m.page.widget.(*field.Table)
	for i := range iv.Item.List.Columns {
		c := &iv.Item.List.Columns[i]
		table.FocusCell("r1", c.ID)
		table.Focus()
		if c.Kind == flows.KindField {
			table.Key(keyOf("enter"))
		}
		lines := table.Lines()
		r.cut(where+", column "+c.ID, lines[len(lines)-3:])
	}
}

// TestSteps holds how every step of every procedure opens at 80x24, with all of
// its items.
func TestSteps(t *testing.T) {
	procedures(t, func(t *testing.T, procedure, lang string) {
		if lang != "en" {
			return // the same pages; that nothing is cut in them is looked at above
		}
		r := opened(t, procedure, lang)
		var all strings.Builder
		for i := range r.m.page.View().Steps {
			r.goTo(r.m.page.View().Steps[i].Step.ID)
			r.send(nil)
			for _, l := range strings.Split(r.screen(), "\n") {
				all.WriteString(strings.TrimRight(l, " ") + "\n")
			}
			all.WriteString("\n")
		}
		golden.RequireEqual(t, []byte(all.String()))
	})
}
