package sheet

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/document/paper"
	"lotse/flows/run"
)

// procedures are those that come with Lotse.
func procedures(t *testing.T) []*flows.Procedure {
	t.Helper()
	all, err := flows.Open(os.DirFS("../../library"), flows.Specs{Checks: check.Specs(), Templates: document.Templates()}).All()
	if err != nil || len(all) != 5 {
		t.Fatalf("%d procedures, %v", len(all), err)
	}
	return all
}

func markdown(t *testing.T, d *paper.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := paper.Markdown(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSheets holds the sheet of each procedure, in each language.
func TestSheets(t *testing.T) {
	for _, p := range procedures(t) {
		for _, lang := range []string{"en", "de", "fi"} {
			t.Run(p.ID+"."+lang, func(t *testing.T) {
				golden.RequireEqual(t, markdown(t, OfProcedure(p.In(lang))))
			})
		}
	}
}

// proc is a procedure with a step of each sort.
func proc() *flows.Procedure {
	wait := func(id, who string) flows.Item {
		return flows.Item{ID: id, Kind: flows.KindWait, Label: "The " + id, Wait: &flows.Wait{For: who, Reason: "answers", Usual: "by noon"}}
	}
	internal := wait("audit", "the auditor")
	internal.Internal = true
	return &flows.Procedure{
		Title: "Port", Summary: "A ship in port.", Lang: "en",
		Steps: []flows.Step{
			{ID: "papers", Have: "The papers", Who: "The master", Minutes: 12, Items: []flows.Item{wait("harbour", "the harbour master"), internal}},
			{ID: "crew", Have: "The papers", Minutes: 4, When: &flows.Cond{}, Items: []flows.Item{wait("doctor", "{{ doctor }}")}},
			{ID: "own", Have: "Our own notes", Who: "Nobody", Minutes: 100, Internal: true, Items: []flows.Item{{ID: "key", Kind: flows.KindField, Field: &flows.Field{Type: flows.TypeSecret}}}},
		},
	}
}

// TestASheetSaysNothingInternal, nothing twice, and nothing that lacks an answer.
func TestASheetSaysNothingInternal(t *testing.T) {
	want := `# Before our call: Port

What it is about: A ship in port.

It takes 15 to 20 minutes, depending on what your company needs. We can stop at any point and go on later.

## Please have this at hand

* [ ] The papers

## Who should be there

- The master

## What we may have to wait for

* The harbour master answers (usually by noon)
* The doctor (usually by noon)
`
	if got := strings.TrimSpace(markdown(t, OfProcedure(proc()))) + "\n"; got != want {
		t.Errorf("it is\n%s\nwant\n%s", got, want)
	}
}

// TestTheSheetOfARunSaysWhatIsStillToCome: nothing of what is done, not needed or
// answered, and whose it is.
func TestTheSheetOfARunSaysWhatIsStillToCome(t *testing.T) {
	p := proc()
	view := func(states ...run.StepState) *run.View {
		v := &run.View{Header: run.Header{Customer: run.Customer{Name: "Muster GmbH\n# x"}, Mode: run.Rehearsal, Lang: "en"}}
		for i := range p.Steps {
			sv := run.StepView{Step: &p.Steps[i], State: states[i]}
			for k := range p.Steps[i].Items {
				sv.Items = append(sv.Items, run.ItemView{Item: &p.Steps[i].Items[k], State: run.Applies})
			}
			v.Steps = append(v.Steps, sv)
		}
		return v
	}
	for name, tc := range map[string]struct {
		states []run.StepState
		says   []string
		not    []string
	}{
		"begun":      {[]run.StepState{run.Open, run.Blocked, run.Open}, []string{"15 to 20 minutes", "The papers", "harbour master", "The doctor"}, nil},
		"all needed": {[]run.StepState{run.Open, run.Open, run.Open}, []string{"about 20 minutes"}, nil},
		"done":       {[]run.StepState{run.Done, run.Waiting, run.Open}, []string{"about 5 minutes", "The papers", "The doctor"}, []string{"The master", "harbour master"}},
		"not needed": {[]run.StepState{run.Stale, run.NotNeeded, run.Open}, []string{"about 15 minutes", "The papers"}, []string{"The doctor"}},
		"all over":   {[]run.StepState{run.Done, run.Skipped, run.Done}, nil, []string{"##", "minutes"}},
	} {
		d := OfRun(view(tc.states...), p)
		text := markdown(t, d)
		if d.Mark != "REHEARSAL" || d.About != "Muster GmbH # x" {
			t.Errorf("%s: mark %q, about %q", name, d.Mark, d.About)
		}
		for _, s := range tc.says {
			if !strings.Contains(text, s) {
				t.Errorf("%s does not say %q:\n%s", name, s, text)
			}
		}
		for _, s := range append(tc.not, "Our own notes", "Nobody", "audit", "password") {
			if strings.Contains(text, s) {
				t.Errorf("%s says %q:\n%s", name, s, text)
			}
		}
	}
	v := view(run.Open, run.Open, run.Open)
	v.Steps[0].Items[0].Done, v.Steps[1].Items[0].State = true, run.Hidden
	if text := markdown(t, OfRun(v, p)); strings.Contains(text, "wait") {
		t.Errorf("it waits:\n%s", text)
	}
}

// TestEachProcedureSaysWhatToHaveAtHand, so that no sheet is empty.
func TestEachProcedureSaysWhatToHaveAtHand(t *testing.T) {
	for _, p := range procedures(t) {
		for _, lang := range p.Languages {
			var have, who int
			for _, b := range OfProcedure(p.In(lang)).Blocks {
				switch b := b.(type) {
				case paper.Boxes:
					have = len(b.Rows)
				case paper.List:
					who += len(b.Points)
				}
			}
			if have < 3 || who < 2 {
				t.Errorf("%s.%s: %d points to have at hand, %d others", p.ID, lang, have, who)
			}
		}
	}
}
