package run_test

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

const berthDocument = `procedure: berth
version: 1
title: A berth
summary: For files that come along.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: plan
    title: The plan
    items:
      - {field: ship, type: text, label: Ship, required: true}
      - {attach: plan.txt, id: plan, label: "The plan for {{ ship }}"}
      - {attach: late.txt, id: late, label: For the late, when: ship == "Late"}
      - {attach: ours.txt, id: ours, internal: true}
  - id: rope
    title: The ropes
    items:
      - {attach: ropes.csv}
      - {task: tied, label: All are tied}
`

// berthing is the procedure with other files than it has, by their names.
func berthing(t testing.TB, version string, others ...string) *flows.Procedure {
	t.Helper()
	f := fstest.MapFS{
		"berth.yaml": {Data: bytes.Replace([]byte(berthDocument), []byte("version: 1"), []byte("version: "+version), 1)},
		"plan.txt":   {Data: []byte("North.\n")}, "late.txt": {Data: []byte("Late.\n")}, "ours.txt": {Data: []byte("Ours.\n")}, "ropes.csv": {Data: []byte("rope\nbow\n")},
		"berth.de.yaml": {Data: []byte("of: berth\nlanguage: de\ntexts: {}\n")}, "plan.de.txt": {Data: []byte("Nord.\n")},
	}
	for i := 0; i < len(others); i += 2 {
		f[others[i]].Data = []byte(others[i+1])
	}
	p, err := flows.Open(f, specs).Procedure("berth")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func atBerth(t testing.TB, p *flows.Procedure, ship string) *world {
	t.Helper()
	w := newWorld(t)
	w.proc = p
	s, err := run.Create(w.env, w.store, run.Start{Procedure: p, Customer: w.view().Customer, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	w.Session = s
	w.must(run.Answer{At: flows.At("plan.ship"), Value: ship})
	w.flush()
	return w
}

func namesOf(files []run.File) (names []string) {
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}

// TestEnclosuresAreFilesOfTheirItem, and of the step where they are on its page and
// not internal; a run that is opened again has them, in each language.
func TestEnclosuresAreFilesOfTheirItem(t *testing.T) {
	w := atBerth(t, berthing(t, "1"), "Aurora").resume()
	v := w.view()
	for at, want := range map[string][]string{
		"plan.plan": {"plan.txt"}, "plan.late": {"late.txt"}, "plan.ours": {"ours.txt"}, "plan.ship": nil, "rope.attach-1": {"ropes.csv"},
	} {
		if got := namesOf(v.FilesAt(flows.At(at))); !slices.Equal(got, want) {
			t.Errorf("at %s there are %v, want %v", at, got, want)
		}
	}
	if got := namesOf(v.FilesAt(flows.AtStep("plan"))); !slices.Equal(got, []string{"plan.txt"}) {
		t.Errorf("of the step there are %v", got)
	}
	f := v.FilesAt(flows.At("plan.plan"))[0]
	if e := v.Enclosure(f.Sum); e == nil || string(e.Data) != "North.\n" || f.Size != 7 {
		t.Errorf("%+v is %+v", f, e)
	}
	german := w.ViewIn("de", w.env.Now())
	f = german.FilesAt(flows.At("plan.plan"))[0]
	if e := german.Enclosure(f.Sum); f.Name != "plan.de.txt" || string(e.Data) != "Nord.\n" || v.Enclosure(f.Sum) != nil {
		t.Errorf("in German it is %+v", f)
	}
	if v.Step("plan").Item("plan").Label() != "The plan for Aurora" || v.Step("plan").Item("ours").Label() != "ours.txt" {
		t.Error("they are called otherwise")
	}
}

// TestAnotherFileHasTheStepLookedAtAgain, where the step was done and the file is on
// its page; the same file under another version does not.
func TestAnotherFileHasTheStepLookedAtAgain(t *testing.T) {
	for name, c := range map[string]struct {
		ship   string
		others []string
		want   run.StepState
	}{
		"the same":            {"Aurora", nil, run.Done},
		"another":             {"Aurora", []string{"plan.txt", "South.\n"}, run.Stale},
		"another in German":   {"Aurora", []string{"plan.de.txt", "Süd.\n"}, run.Stale},
		"in another step":     {"Aurora", []string{"ropes.csv", "rope\nstern\n"}, run.Done},
		"not on the page":     {"Aurora", []string{"late.txt", "Later.\n"}, run.Done},
		"on the page of this": {"Late", []string{"late.txt", "Later.\n"}, run.Stale},
	} {
		t.Run(name, func(t *testing.T) {
			w := atBerth(t, berthing(t, "1"), c.ship)
			w.must(run.Complete{Step: "plan"})
			two := berthing(t, "2", c.others...)
			m, err := w.Moving(two)
			if err != nil {
				t.Fatal(err)
			}
			if looks := m.Steps[0].Effect == run.LookAgain; looks != (c.want == run.Stale) {
				t.Errorf("announced as %s", m.Steps[0].Effect)
			}
			w.must(run.Move{To: two})
			w.flush()
			w = w.resume()
			if got := w.view().Step("plan").State; got != c.want {
				t.Errorf("the step is %s", got)
			}
			if got := w.view().Step("rope").State; got != run.Open {
				t.Errorf("the step that was not done is %s", got)
			}
		})
	}
}
