package walk

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

// windlass is a step with every kind of thing that is copied, and what is not.
const windlass = `procedure: windlass
version: 1
title: The windlass
summary: What is copied.
source: {document: none.txt, read: 2026-11-21}
systems: [Yard]
steps:
  - id: rest
    title: The rest
    items:
      - {field: chain, type: text, label: The chain}
      - {task: oiled, label: Oiled}
  - id: parts
    title: Its parts
    items:
      - {copy: YARD-1, id: form, label: Form}
      - field: maker
        type: text
        label: Maker
        rules: [{rule: max-length, max: 5, level: warn, code: long, text: Too long for the plate.}]
      - {copy: "{{ maker }}/{{ customer }}", id: path, label: Path}
      - {field: serial, type: code, label: Serial, rules: [{rule: digits, level: must}]}
      - {field: colour, type: choice, label: Colour, options: {red: Red, blue: Blue}}
      - {field: picture, type: file, label: Picture}
      - {field: key, type: secret, label: Key}
      - {field: price, type: number, label: Price, internal: true}
      - {copy: , of: chain, id: to-chain, label: Chain}
      - list: pins
        label: Pins
        row: pin
        columns:
          - {field: size, type: number, label: Size}
          - {field: kind, type: choice, label: Kind, options: {old: Old, new: New}, default: old}
          - {field: mark, type: text, label: Mark, when: kind == "new"}
          - {task: fitted, label: Fitted}
`

func pasting(t *testing.T) *rig {
	t.Helper()
	r := newRig(t, page(), 1)
	p, err := flows.Open(fstest.MapFS{"windlass.yaml": {Data: []byte(windlass)}}, specs).Procedure("windlass")
	if err != nil {
		t.Fatal(err)
	}
	if r.s, err = run.Create(r.env, r.store, run.Start{Procedure: p, Customer: run.Customer{ID: "c1", Name: "Muster GmbH"}, Mode: run.Real, Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	if err = r.s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	f := page()
	f.Now = r.env.Now
	r.Walk = New(r.s, f, nil)
	return r
}

// listed are the values to paste, as label=text, with what is doubtful.
func (r *rig) listed() []string {
	var all []string
	for _, v := range r.Pastes() {
		s := v.Label + "=" + v.Text
		if v.Secret {
			s += "(secret)"
		}
		if v.Why != nil {
			s += "(nothing)"
		}
		for range v.Warnings {
			s += "!"
		}
		all = append(all, s)
	}
	return all
}

func (r *rig) pastes(want ...string) {
	r.t.Helper()
	r.Refresh()
	if got := r.listed(); !slices.Equal(got, want) {
		r.t.Errorf("to paste: %q\nwant:     %q", got, want)
	}
}

func TestWhatAPageHasToPaste(t *testing.T) {
	r := pasting(t)
	r.GoTo("parts")
	r.pastes("Form=YARD-1", "Path=(nothing)", "Chain=(nothing)")
	for _, c := range []run.Command{
		run.Answer{At: flows.At("maker"), Value: "Hauler & Co"},
		run.Answer{At: flows.At("serial"), Value: "7x"},
		run.Answer{At: flows.At("colour"), Value: "red"},
		run.Answer{At: flows.At("price"), Value: 12},
		run.Answer{At: flows.At("chain"), Value: "long"},
		run.AddRow{List: flows.At("pins"), Cells: map[string]flows.Value{"size": 8, "mark": "hidden"}},
		run.AddRow{List: flows.At("pins"), Cells: map[string]flows.Value{"kind": "new", "mark": "X"}},
	} {
		if _, err := r.s.Do(true, c); err != nil {
			t.Fatal(err)
		}
	}
	seal := r.SecretAt(flows.At("parts.key"), run.NewSecret([]byte(canary)), Stay)
	r.carried(seal.Do[0], nil)
	// What a copy is made of is not listed twice, nor is a choice, a file, a task or
	// a hidden cell.
	want := []string{"Form=YARD-1", "Path=Hauler & Co/Muster GmbH!", "Serial=7x!", "Key=(secret)", "Price=12", "Chain=long", "pin 1, Size=8", "pin 2, Mark=X"}
	r.pastes(want...)
	if all := fmt.Sprint(r.Pastes()); strings.Contains(all, canary) {
		t.Error("a secret is among the texts")
	}
	// While others look on, what is internal is not listed.
	r.Share(true)
	r.pastes(slices.DeleteFunc(slices.Clone(want), func(s string) bool { return strings.HasPrefix(s, "Price") })...)
	r.GoTo("rest")
	r.pastes("The chain=long")
}

func TestWhatAnItemHasToPaste(t *testing.T) {
	r := pasting(t)
	if v := r.PasteAt(flows.At("rest.oiled")); v.Why == nil {
		t.Errorf("a task gives %+v", v)
	}
	if v := r.PasteAt(flows.At("parts.nowhere")); v.Why == nil {
		t.Errorf("no item gives %+v", v)
	}
	if v := r.PasteAt(flows.At("parts.form")); v.Text != "YARD-1" || v.Why != nil {
		t.Errorf("a constant gives %+v", v)
	}
}
