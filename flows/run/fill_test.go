package run_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// berth is a run of a procedure in which every kind of text names answers.
func berth(t *testing.T) *world {
	t.Helper()
	w := newWorldOf(t, "berth")
	for item, value := range map[string]flows.Value{
		"ship": "Alma", "from": "2026-12-24", "length": 49.5, "owner": "us", "flags": []string{"de", "fi", "se"},
		"papers": "sha256:" + strings.Repeat("ab", 32) + "/bill.pdf", "crew": "crew@example.org",
	} {
		w.must(run.Answer{At: flows.At(item), Value: value})
	}
	return w
}

// wantTexts compares texts of the view.
func wantTexts(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s is %q, want %q", name, got[name], want[name])
		}
	}
}

// textsOf are the texts of the view that the procedure of berth fills.
func textsOf(w *world) map[string]string {
	step, side, crates := w.step("berth").Step, w.item("berth.side").Item, w.item("berth.crates").Item
	gate, wait := w.item("gate.cast").Item.Gate, w.item("gate.tide").Item.Wait
	return map[string]string{
		"title": step.Title, "say": step.Say, "see": step.See, "ifnot": step.IfNot[0].Text,
		"text": w.item("berth.text-1").Item.Text.Body,
		"copy": w.item("berth.query").Item.Copy.Value, "label of a copy": w.item("berth.query").Item.Label,
		"label": side.Label, "help": side.Help, "placeholder": side.Field.Placeholder, "option": side.Field.Options[0].Label,
		"rule": side.Rules[0].Text, "named rule": w.item("berth.code").Item.Rules[0].Text,
		"label of a list": crates.Label, "row": crates.List.Row, "unique": crates.List.Unique[0].Text,
		"column": crates.List.Columns[0].Label, "help of a column": crates.List.Columns[0].Help, "option of a column": crates.List.Columns[1].Field.Options[0].Label,
		"constant": w.item("berth.fits").Item.Check.Const["left"], "action": w.item("berth.rotate").Item.Action.Body,
		"warning": gate.Warning, "requires": gate.Requires[0].Text,
		"for": wait.For, "reason": wait.Reason, "usual": wait.Usual, "try": wait.Try, "end": w.item("end.gone").Item.End.Reason,
	}
}

func TestEveryTextIsFilled(t *testing.T) {
	wantTexts(t, textsOf(berth(t)), map[string]string{
		"title": "Berth of Alma", "say": "Is Alma there on 2026-12-24?", "see": "49.5 metres", "ifnot": "Ask Muster GmbH",
		"text": "**Alma** under Finland, Germany, Sweden", "label of a copy": "Query of Alma",
		"copy":  "ship=Alma&from=2026-12-24&length=49.5&owner=us&flags=fi, de, se&for=Muster GmbH&papers=bill.pdf",
		"label": "Side of Alma", "help": "As Muster GmbH says", "placeholder": "Not Alma", "option": "Left of Alma",
		"rule": "Alma has 49.5 m", "named rule": "Alma: at most {max}",
		"label of a list": "Crates of Alma", "row": "crate of Alma", "unique": "Alma has {value} twice",
		"column": "Mark on Alma", "help of a column": "Of Muster GmbH", "option of a column": "Dry, Alma",
		"constant": "Alma/2026-12-24/us", "action": "For Muster GmbH", "warning": "Alma leaves", "requires": "Muster GmbH has to leave",
		"for": "The pilot of Alma", "reason": "boards Alma", "usual": "49.5 minutes", "try": "Call Muster GmbH", "end": "Alma went on 2026-12-24",
	})
	for name, text := range textsOf(newWorldOf(t, "berth")) {
		if strings.Contains(text, "{{") || !strings.Contains(text, flows.Unset) {
			t.Errorf("without answers, %s is %q", name, text)
		}
	}
	w := newWorldOf(t, "berth")
	before := w.proc.Texts()
	w.view()
	if !slices.Equal(w.proc.Texts(), before) {
		t.Error("filling changes the procedure")
	}
}

// What comes out of the engine beside the view is filled, too.
func TestWhatTheEngineSaysIsFilled(t *testing.T) {
	w := berth(t)
	w.must(run.Answer{At: flows.At("code"), Value: "12345"},
		run.AddRow{List: flows.At("crates"), Cells: map[string]flows.Value{"mark": "m", "kind": "wet"}},
		run.AddRow{List: flows.At("crates"), Cells: map[string]flows.Value{"mark": "m", "kind": "dry"}},
		run.Answer{At: flows.At("side"), Value: "Left of Alma"}, // an option, by the label that is shown
		run.SetCell{At: flows.At("crates").In("r2", "kind"), Value: "dry, ALMA"})
	out := w.must(run.AddRow{List: flows.At("crates"), Cells: map[string]flows.Value{"mark": "long"}})
	if len(out.Must) != 1 || words.Say("en", out.Must[0].Message) != "Alma: 3 at most" {
		t.Errorf("what arose is %+v", out.Must)
	}
	if v := w.item("berth.side").Value; v != "left" {
		t.Errorf("an answer by its label is kept as %v", v)
	}
	if v := w.item("berth.crates").Rows[1].Values["kind"]; v != "dry" {
		t.Errorf("a cell by its label is kept as %v", v)
	}
	said := func(w *world) string {
		all := []string{}
		for _, p := range w.step("berth").Problems() {
			all = append(all, words.Say("en", p.Message))
		}
		for _, p := range w.step("gate").Problems() {
			all = append(all, words.Say("en", p.Message))
		}
		return strings.Join(all, "\n")
	}
	for _, text := range []string{"Alma: at most 3", "Alma has m twice", "Waiting for The pilot of Alma"} {
		if !strings.Contains(said(w), text) {
			t.Errorf("no problem says %q:\n%s", text, said(w))
		}
	}
	w.must(run.Answer{At: flows.At("owner"), Value: "them"}) // what a row says changes with what it names
	if text := "The yard of Alma takes none"; !strings.Contains(said(w), text) {
		t.Errorf("no problem says %q:\n%s", text, said(w))
	}
	w.must(run.Answer{At: flows.At("ship"), Value: "Bella"})
	if text := "The yard of Bella takes none"; !strings.Contains(said(w), text) {
		t.Errorf("no problem says %q:\n%s", text, said(w))
	}
	_, err := w.Do(true, run.PassGate{At: flows.At("gate.cast"), Word: "cast", By: "Kim"})
	if got := refusal(t, err); got != "gate.cast: The yard of Bella has to leave" {
		t.Errorf("the gate says %q", got)
	}
	if inputs, err := w.CheckInputs(flows.At("berth.marks")); err != nil || inputs[0].Label != "Mark on Bella" {
		t.Errorf("an input of a column is %+v, %v", inputs, err)
	}
	if _, it, err := w.Resolve(flows.At("side")); err != nil || it.Label != "Side of Bella" {
		t.Errorf("an item that is looked for is called %v, %v", it, err)
	}
}

// What a list of runs shows is filled, and an event has no answer in it.
func TestTheHeaderIsFilled(t *testing.T) {
	w := berth(t)
	w.must(run.RecordCheck{At: flows.At("berth.fits"), Result: run.CheckResult{Status: "passed"}}, run.RecordCheck{At: flows.At("berth.marks"), Result: run.CheckResult{Status: "passed"}})
	w.must(run.Complete{Step: "ship"})
	if title := w.view().CurrentTitle; title != "Berth of Alma" {
		t.Errorf("the step to go on with is called %q", title)
	}
	w.must(run.Complete{Step: "berth"}, run.PassGate{At: flows.At("gate.cast"), Word: "cast", By: "Kim"}, run.Complete{Step: "end"})
	if v := w.view(); v.Status != run.StatusWaiting || v.Why != "The pilot of Alma" {
		t.Errorf("the run is %s: %q", v.Status, v.Why)
	}
	w.must(run.WaitAnswered{At: flows.At("gate.tide")}, run.Answer{At: flows.At("owner"), Value: "them"})
	w.must(run.RecordCheck{At: flows.At("berth.fits"), Result: run.CheckResult{Status: "passed"}}) // it read the owner
	for _, id := range []string{"ship", "berth", "gate", "end"} {
		w.must(run.Complete{Step: id})
	}
	if v := w.view(); v.Status != run.StatusEnded || v.Why != "Alma went on 2026-12-24" {
		t.Errorf("the run is %s: %q", v.Status, v.Why)
	}
	for _, e := range w.Events() {
		if e.Kind == run.EventEnded && strings.Contains(string(e.Data), "Alma") {
			t.Errorf("the end's event has an answer in it: %s", e.Data)
		}
	}
}

func refusal(t *testing.T, err error) string {
	t.Helper()
	var r *flows.Refusal
	if !errors.As(err, &r) {
		t.Fatalf("%v is no refusal", err)
	}
	return words.Say("en", r.Message)
}

// An answer that looks like a name is not one.
func TestAnAnswerIsFilledInOnce(t *testing.T) {
	w := berth(t)
	w.must(run.Answer{At: flows.At("ship"), Value: "{{ owner }}"})
	wantTexts(t, textsOf(w), map[string]string{"title": "Berth of {{ owner }}", "for": "The pilot of {{ owner }}", "copy": "ship={{ owner }}&from=2026-12-24&length=49.5&owner=us&flags=fi, de, se&for=Muster GmbH&papers=bill.pdf"})
	for _, p := range w.step("gate").Problems() {
		if text := words.Say("en", p.Message); p.Code == "waiting" && !strings.Contains(text, "{{ owner }}") {
			t.Errorf("the wait says %q", text)
		}
	}
}

// A value is formatted in the language of its text; what is pasted is not.
func TestShow(t *testing.T) {
	var asked []string
	w := newWorldOf(t, "berth")
	w.env.Show = func(lang string, f *flows.Field, v flows.Value) string {
		asked = append(asked, lang)
		if day, ok := v.(string); ok && f.Type == flows.TypeDate {
			return lang + ":" + day
		}
		return f.Show(v)
	}
	w.proc = translated(t)
	var err error
	if w.Session, err = run.Create(w.env, w.store, run.Start{Procedure: w.proc, Customer: run.Customer{ID: "c1", Name: "Muster GmbH"}, Mode: run.Real, Lang: "de"}); err != nil {
		t.Fatal(err)
	}
	w.must(run.Answer{At: flows.At("ship"), Value: "Alma"}, run.Answer{At: flows.At("from"), Value: "2026-12-24"})
	check := func(say, end string) {
		t.Helper()
		wantTexts(t, textsOf(w), map[string]string{"say": say, "end": end, "copy": "ship=Alma&from=2026-12-24&length=…&owner=…&flags=…&for=Muster GmbH&papers=…", "constant": "Alma/2026-12-24/…"})
	}
	check("Ist Alma am de:2026-12-24 da?", "Alma went on en:2026-12-24") // the second is not translated
	if slices.Contains(asked, "") {
		t.Errorf("asked in the languages %v", asked)
	}
	w.must(run.SetLanguage{Lang: "en"})
	check("Is Alma there on en:2026-12-24?", "Alma went on en:2026-12-24")
	w.flush()
	if w.Session, err = run.Resume(context.Background(), w.env, w.store, w.ID(), w.load); err != nil {
		t.Fatal(err)
	}
	check("Is Alma there on en:2026-12-24?", "Alma went on en:2026-12-24")
}

// translated is the procedure of berth with one text in German.
func translated(t *testing.T) *flows.Procedure {
	t.Helper()
	p := procedure(t, "berth")
	overlay := "of: berth\nlanguage: de\ntexts:\n"
	for _, at := range p.Texts() {
		if at.Path == "steps.berth.say" {
			overlay += fmt.Sprintf("  %s: {en: %s, text: \"Ist {{ ship }} am {{ from }} da?\"}\n", at.Path, at.Digest)
		}
	}
	doc, err := documents.ReadFile("testdata/berth.yaml")
	if err != nil {
		t.Fatal(err)
	}
	de, err := flows.Open(fstest.MapFS{"berth.yaml": {Data: doc}, "berth.de.yaml": {Data: []byte(overlay)}}, specs).Procedure("berth")
	if err != nil {
		t.Fatal(err)
	}
	return de
}

// A run whose procedure was stored by a program that proved less opens, and
// shows … where nothing can be named.
func TestARunOfAProcedureThatWasProvenLess(t *testing.T) {
	doc, err := os.ReadFile("../testdata/stored_unproven.json")
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	if w.proc, err = flows.Decode(doc); err != nil {
		t.Fatal(err)
	}
	if w.Session, err = run.Create(w.env, w.store, run.Start{Procedure: w.proc, Customer: run.Customer{ID: "c1", Name: "Muster GmbH"}, Mode: run.Real, Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	w.must(run.Answer{At: flows.At("organisation"), Value: "Alma"}, run.Answer{At: flows.At("later"), Value: "Bella"}, run.SetSecret{At: flows.At("key"), Sealed: w.sealed("s1")})
	w = w.resume()
	if title := w.view().Title; title != "For Muster GmbH" {
		t.Errorf("the run is called %q", title)
	}
	if got := w.item("one.copy-1").Item.Copy.Value; got != "https://example.org/…/new" {
		t.Errorf("the copy is %q", got)
	}
	if _, _, err := w.view().Copy(w.item("one.copy-1")); refusal(t, err) != "There is nothing to copy yet: organisatoin has no valid answer." {
		t.Errorf("the copy says %v", err)
	}
	if got, _, err := w.view().Copy(w.item("one.copy-2")); got != "Bella Alma" || err != nil {
		t.Errorf("what names a later answer copies %q, %v", got, err)
	}
	inputs, err := w.CheckInputs(flows.At("one.k"))
	if err != nil || inputs[0].Given() || inputs[0].Label != "Key" {
		t.Errorf("a constant that names a secret is %+v, %v", inputs, err)
	}
	w.must(run.PassGate{At: flows.At("one.g"), Word: "{{ customer }}", By: "Kim"})
}
