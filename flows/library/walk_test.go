package library_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/flows/words"
)

// walk is one way through a procedure: what is answered, step by step, and the
// steps that must turn out not needed. Every other step must be done.
type walk struct {
	name      string
	procedure string
	answers   string // file in testdata
	notNeeded []string
	status    run.Status
}

var walks = []walk{
	{"a new client", "teccom-import", "answers-import.yaml", []string{"existing", "buyer-grouping"}, run.StatusDone},
	{"Connect 5", "teccom-import", "walk-connect5.yaml", []string{
		"sign-in", "page", "create", "existing", "credentials", "organisations", "buyer-grouping", "overview", "administrators", "leaving", "finish",
	}, run.StatusEnded},
	{"a client is there", "teccom-import", "walk-client.yaml", []string{"create", "buyer-grouping"}, run.StatusDone},
	{"refused, and let in", "teccom-import", "walk-refused.yaml", []string{"buyer-grouping"}, run.StatusDone},
	{"another organisation has a client", "teccom-import", "walk-other-client.yaml", []string{"create", "buyer-grouping"}, run.StatusDone},
	{"somebody does it for us", "teccom-import", "walk-for-us.yaml", []string{"create", "leaving"}, run.StatusDone},
	{"the gateway is not ordered", "sage-main-contact", "walk-sage-not-ordered.yaml", []string{"change", "no-entitlements"}, run.StatusDone},
	{"the gateway is ordered", "sage-main-contact", "walk-sage-ordered.yaml", []string{"order", "change", "no-entitlements"}, run.StatusDone},
	{"all registers to Rackbeat", "netvisor-rackbeat", "walk-netvisor.yaml", []string{"stock-valuation", "afterwards"}, run.StatusDone},
	{"products to an empty Netvisor", "netvisor-rackbeat", "walk-netvisor-afterwards.yaml", []string{"suppliers"}, run.StatusDone},
	{"no first synchronisation", "netvisor-rackbeat", "walk-netvisor-none.yaml", []string{"stock-valuation", "afterwards"}, run.StatusDone},
}

// TestWalks completes every step of every way, so that no condition stays
// undecided on it.
func TestWalks(t *testing.T) {
	open := flows.Open(library.FS, specs())
	for _, w := range slices.Concat(walks, exportWalks, techdataWalks) {
		t.Run(w.name, func(t *testing.T) {
			p, err := open.Procedure(w.procedure)
			if err != nil {
				t.Fatal(err)
			}
			s := begin(t, p)
			given := loadAnswers(t, w.answers)
			for i := range p.Steps {
				step := &p.Steps[i]
				for _, c := range given.commands(t, step) {
					do(t, s, c)
				}
				delete(given, step.ID)
				if s.View(now()).Step(step.ID).State == run.NotNeeded {
					continue
				}
				do(t, s, complete(step.ID))
			}
			if len(given) > 0 {
				t.Errorf("answers for unknown steps: %v", given)
			}
			w.compare(t, s.View(now()))
		})
	}
}

func (w walk) compare(t *testing.T, v *run.View) {
	t.Helper()
	if v.Status != w.status {
		t.Errorf("the run is %s, want %s", v.Status, w.status)
	}
	for i := range v.Steps {
		s := &v.Steps[i]
		want := run.Done
		if slices.Contains(w.notNeeded, s.Step.ID) {
			want = run.NotNeeded
		}
		if s.State != want {
			t.Errorf("step %s is %s, want %s (blocked by %v)", s.Step.ID, s.State, want, s.BlockedBy)
		}
		for j := range s.Items {
			if s.State == run.Done && s.Items[j].State == run.UndecidedItem {
				t.Errorf("%s.%s is undecided though its step is done", s.Step.ID, s.Items[j].Item.ID)
			}
		}
	}
}

// complete completes a step, whatever warnings stand in it: what can be accepted
// is, the rest is left.
func complete(step string) run.Command {
	return run.Complete{Step: step, Accept: "as agreed", Leave: true}
}

func now() time.Time { return time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC) }

func begin(t *testing.T, p *flows.Procedure) *run.Session {
	t.Helper()
	env := run.Env{Now: now, Random: rand.NewChaCha8([32]byte{}), By: "test"}
	s, err := run.Create(env, nil, run.Start{
		Procedure: p, Customer: run.Customer{ID: "c1", Name: "Muster GmbH"}, Mode: run.Rehearsal, Lang: "en",
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func do(t *testing.T, s *run.Session, c run.Command) {
	t.Helper()
	if _, err := s.Do(true, c); err != nil {
		for _, step := range s.View(now()).Steps {
			for _, p := range step.Problems() {
				if p.Holds() {
					t.Logf("%s: %s: %s", step.Step.ID, p.ID, words.Say("en", p.Message))
				}
			}
		}
		t.Fatalf("%#v: %v", c, err)
	}
}

// answered are answers by step and item, as an answers file has them; a wait's
// is what its answer was, a task's its sentence or true, a check's its status,
// a gate's who decided.
type answered map[string]map[string]any

func loadAnswers(t *testing.T, file string) answered {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var given answered
	if err := yaml.Unmarshal(raw, &given); err != nil {
		t.Fatal(err)
	}
	return given
}

// commands gives the step's answers in the order of its items.
func (g answered) commands(t *testing.T, step *flows.Step) []run.Command {
	t.Helper()
	var all []run.Command
	for i := range step.Items {
		it := &step.Items[i]
		value, ok := g[step.ID][it.ID]
		if !ok {
			continue
		}
		delete(g[step.ID], it.ID)
		all = append(all, commandFor(t, flows.At(step.ID+"."+it.ID), it, value))
	}
	if len(g[step.ID]) > 0 {
		t.Errorf("step %s has no %v", step.ID, g[step.ID])
	}
	return all
}

func commandFor(t *testing.T, at flows.Address, it *flows.Item, value any) run.Command {
	t.Helper()
	switch it.Kind {
	case flows.KindTask:
		note, _ := value.(string)
		return run.Tick{At: at, Note: note}
	case flows.KindWait:
		why, _ := value.(string)
		return run.WaitAnswered{At: at, Why: why}
	case flows.KindList:
		var rows []map[string]flows.Value
		for _, row := range value.([]any) {
			cells := map[string]flows.Value{}
			for id, cell := range row.(map[string]any) {
				cells[id] = plain(cell)
			}
			rows = append(rows, cells)
		}
		return run.ReplaceRows{List: at, Rows: rows}
	case flows.KindCheck:
		return run.RecordCheck{At: at, Result: run.CheckResult{Status: value.(string)}}
	case flows.KindGate:
		return run.PassGate{At: at, Word: it.Gate.Word, By: value.(string)}
	case flows.KindField:
		if it.Field.Type == flows.TypeSecret {
			return run.SetSecret{At: at, Sealed: &run.Sealed{ID: it.ID, Fingerprint: "f"}}
		}
		return run.Answer{At: at, Value: plain(value)}
	}
	t.Fatalf("%s takes no answer", at)
	return nil
}

// plain gives a list of texts its type.
func plain(v any) flows.Value {
	list, ok := v.([]any)
	if !ok {
		return v
	}
	texts := make([]string, len(list))
	for i := range list {
		texts[i], _ = list[i].(string)
	}
	return texts
}
