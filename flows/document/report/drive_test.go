package report_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/document/report"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/flows/words"
)

// drives are finished runs of all procedures, by the answers with which the
// library is walked.
var drives = []struct{ procedure, answers string }{
	{"teccom-import", "answers-import.yaml"},
	{"teccom-export", "answers-export.yaml"},
	{"techdata-work365", "answers-techdata.yaml"},
	{"sage-main-contact", "walk-sage-ordered.yaml"},
	{"netvisor-rackbeat", "walk-netvisor.yaml"},
}

// drive is a run with a clock of its own, in which a minute passes with every
// command.
type drive struct {
	t testing.TB
	*run.Session
	now time.Time
}

func procedure(t testing.TB, id string) *flows.Procedure {
	t.Helper()
	p, err := flows.Open(library.FS, flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved}).Procedure(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// same is a source of bytes that is the same in every test.
func same() io.Reader { return rand.NewChaCha8([32]byte{}) }

func begin(t testing.TB, p *flows.Procedure, mode run.Mode, customer string) *drive {
	t.Helper()
	d := &drive{t: t, now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
	env := run.Env{Now: func() time.Time { return d.now }, Random: same(), By: "Kim Lotse", Show: document.Show}
	var err error
	d.Session, err = run.Create(env, nil, run.Start{Procedure: p, Customer: run.Customer{ID: "c1", Name: customer}, Mode: mode, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *drive) do(commands ...run.Command) {
	d.t.Helper()
	for _, c := range commands {
		d.now = d.now.Add(time.Minute)
		if _, err := d.Do(true, c); err != nil {
			for _, step := range d.View(d.now).Steps {
				for _, p := range step.Problems() {
					if p.Holds() {
						d.t.Logf("%s: %s: %s", step.Step.ID, p.ID, words.Say("en", p.Message))
					}
				}
			}
			d.t.Fatalf("%#v: %v", c, err)
		}
	}
}

// toEnd completes every step that applies, with the answers of a file.
func (d *drive) toEnd(file string) {
	d.t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "library", "testdata", file))
	if err != nil {
		d.t.Fatal(err)
	}
	var given map[string]map[string]any
	if err := yaml.Unmarshal(raw, &given); err != nil {
		d.t.Fatal(err)
	}
	steps := d.Procedure().Steps
	for i := range steps {
		step := &steps[i]
		for k := range step.Items {
			it := &step.Items[k]
			at := flows.Address{Step: step.ID, Item: it.ID}
			value, ok := given[step.ID][it.ID]
			if !ok && it.Kind == flows.KindDraft && d.View(d.now).Step(step.ID).Item(it.ID).State == run.Applies {
				d.send(at)
			}
			if ok {
				d.do(d.command(at, it, value))
			}
		}
		if d.View(d.now).Step(step.ID).State != run.NotNeeded {
			d.do(run.Complete{Step: step.ID, Accept: "As agreed with the customer", Leave: true})
		}
	}
}

// send puts on record that a letter went out.
func (d *drive) send(at flows.Address) {
	d.t.Helper()
	l, err := document.Write(d.View(d.now), at.Step, at.Item, document.Asked{Sender: "Kim Lotse", Today: d.now})
	if err != nil {
		d.t.Fatal(err)
	}
	d.do(l.Sent(at, "by e-mail"))
}

// command answers an item.
func (d *drive) command(at flows.Address, it *flows.Item, value any) run.Command {
	d.t.Helper()
	switch it.Kind {
	case flows.KindTask:
		note, _ := value.(string)
		c := run.Tick{At: at, Note: note}
		if it.Task.Evidence == flows.FileEvidence {
			c.Evidence = file("picture.png")
		}
		return c
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
		return run.RecordCheck{At: at, Result: result(it.Check, value.(string))}
	case flows.KindGate:
		return run.PassGate{At: at, Word: it.Gate.Word, By: value.(string), Why: "As in the books"}
	case flows.KindField:
		if it.Field.Type == flows.TypeSecret {
			return run.SetSecret{At: at, Sealed: &run.Sealed{ID: "sealed-" + it.ID, Fingerprint: "a1b2c3d4"}}
		}
		return run.Answer{At: at, Value: plain(value)}
	}
	d.t.Fatalf("%s takes no answer", at)
	return nil
}

// result is what a check might find.
func result(c *flows.Check, status string) run.CheckResult {
	r := run.CheckResult{
		Status: status, Message: flows.Msg("check.equal_passed", "n", 2),
		Phases: []run.Phase{
			{Name: "form", Label: flows.Msg("check.phase_form"), Status: "passed", Millis: 12},
			{Name: "answer", Status: status, Message: flows.Msg("check.equal_passed", "n", 2), Millis: 340},
		},
	}
	if status != check.Passed {
		r.Message = flows.Msg("check.pair", "a", "it@example.org", "b", "info@example.org", "detail", flows.Msg("check.other_domain", "a", "example.org", "b", "example.com"))
		r.Causes = []run.Cause{{Message: flows.Msg("check.cause_address", "label", "E-mail", "address", "it@example.org")}}
	}
	if c.Run == "register.customers" {
		r.Report = file("findings.jsonl")
	}
	return r
}

// file is a kept file.
func file(name string) *run.File {
	sum := sha256.Sum256([]byte(name))
	return &run.File{Name: name, Sum: hex.EncodeToString(sum[:]), Size: 20481}
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

// record is the run's record in a language.
func (d *drive) record(lang string, internal bool) *report.Record {
	d.t.Helper()
	return report.New(d.ViewIn(lang, d.now), d.Events(), d.options(internal))
}

// options are for a customer who reads in Berlin.
func (d *drive) options(internal bool) report.Options {
	return report.Options{Internal: internal, Now: d.now.Add(time.Hour).In(time.FixedZone("CET", 3600)), Sender: "Kim Lotse", Version: "v0.0.0-test"}
}
