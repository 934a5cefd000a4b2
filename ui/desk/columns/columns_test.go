package columns

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/desk/room/roomtest"
	"lotse/ui/walk"
)

const cards = `procedure: cards
version: 1
title: Cards compared
summary: Two registers of customers.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: compare
    title: Do they fit?
    items:
      - {field: left, type: file, label: Netvisor's, required: true}
      - {field: right, type: file, label: Rackbeat's, required: true}
      - {check: match, run: register.customers, level: must, label: Do they fit, with: {netvisor: left, rackbeat: right}}
`

// rig is the choice of columns, on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t *testing.T
	s *run.Session
}

// opened opens the choice of what was loaded.
func opened(t *testing.T, all []*walk.Columns, err error) *rig {
	t.Helper()
	r := &rig{Desk: roomtest.New(), t: t}
	r.s = r.Begin(t, storetest.NewMemory(), "cards", cards)
	r.Do(Open(r.Desk, Check{Label: "Do they fit", Load: func(context.Context) ([]*walk.Columns, error) { return all, err }}))
	return r
}

// sides are the files of both sides; nothing but a name is understood in either.
func sides() []*walk.Columns {
	var all []*walk.Columns
	for _, side := range []string{"netvisor", "rackbeat"} {
		c := &walk.Columns{
			At: flows.At("compare.match"), Side: side, Label: side, File: side + ".csv", Fields: []string{"code", "name"},
			Header: []string{"Avain", "Nimi", "Muu"}, SampleRows: [][]string{{"1001", "Muster Oy", "x"}},
		}
		c.SetDetected(map[string]string{"name": "Nimi"}, map[string]string{"name": "Nimi"})
		all = append(all, c)
	}
	return all
}

// readings are what is on record of the columns, by side.
func (r *rig) readings() map[string]map[string]string {
	r.t.Helper()
	all := map[string]map[string]string{}
	for _, e := range r.s.Events() {
		if e.Kind != run.EventMapped {
			continue
		}
		p, err := e.Payload()
		if err != nil {
			r.t.Fatal(err)
		}
		m := p.(*run.Mapped)
		all[m.Side] = m.Reading.Columns
	}
	return all
}

func TestAColumnIsChosen(t *testing.T) {
	all := sides()
	r := opened(t, all, nil)
	r.Keys("right")
	if s := r.Screen(); all[0].Filled(0) != "Avain" || !strings.Contains(s, "chosen") || !strings.Contains(s, "1001") {
		t.Fatalf("the code is in %q:\n%s", all[0].Filled(0), s)
	}
	r.Keys("down", "down", "left", "left", "up", "down", "right", "down", "right")
	if all[1].Filled(0) != "Muu" || all[1].Filled(1) != "" || all[0].Filled(0) != "Avain" || all[0].Filled(1) != "Nimi" {
		t.Errorf("the codes are in %q and %q, the names in %q and %q", all[0].Filled(0), all[1].Filled(0), all[0].Filled(1), all[1].Filled(1))
	}
	if len(r.Turns) > 0 || len(r.readings()) > 0 {
		t.Error("something is on record before it was taken")
	}
	r.Keys("enter")
	want := map[string]map[string]string{"netvisor": {"code": "Avain"}, "rackbeat": {"code": "Muu", "name": ""}}
	if got := r.readings(); !reflect.DeepEqual(got, want) || r.Over != nil {
		t.Errorf("on record is %v, and %v lies over the page", got, r.Over)
	}
	if err := r.s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if then := r.Walk().Saved(nil); len(r.Turns) != 1 || !reflect.DeepEqual(then.Do, []walk.Request{walk.RunCheck{At: flows.At("compare.match")}}) {
		t.Errorf("the check is not run once they are saved: %+v, then %+v", r.Turns, then)
	}
}

func TestAChoiceThatChangesNothing(t *testing.T) {
	r := opened(t, sides(), nil)
	r.Keys("right", "backspace", "enter")
	if len(r.readings()) > 0 || len(r.Turns) != 1 || r.Turns[0].Done || len(r.Turns[0].Do) > 0 {
		t.Errorf("on record is %v, and it goes on by %+v", r.readings(), r.Turns)
	}
}

func TestEscLeavesTheColumnsAsTheyAre(t *testing.T) {
	r := opened(t, sides(), nil)
	r.Keys("right", "esc")
	if r.Over != nil || len(r.Turns) > 0 || len(r.readings()) > 0 {
		t.Errorf("on record is %v, and it goes on by %+v", r.readings(), r.Turns)
	}
}

// What was chosen before is taken where the columns are called as then; else it is
// said that they are not, until the next key.
func TestColumnsAsBefore(t *testing.T) {
	all := sides()
	all[0].Earlier = &run.Remembered{Reading: run.Reading{Columns: map[string]string{"code": "Muu"}, Headers: all[0].Header}}
	all[1].Earlier = &run.Remembered{Reading: run.Reading{Columns: map[string]string{"code": "Key"}, Headers: []string{"Key"}}}
	r := opened(t, all, nil)
	if r.Keys("b"); all[0].Filled(0) != "Muu" || strings.Contains(r.Screen(), "! ") {
		t.Errorf("the code is in %q:\n%s", all[0].Filled(0), r.Screen())
	}
	if r.Keys("down", "down", "b"); all[1].Filled(0) != "" || !strings.Contains(r.Screen(), "! ") {
		t.Errorf("the code is in %q:\n%s", all[1].Filled(0), r.Screen())
	}
	if r.Keys("up"); strings.Contains(r.Screen(), "! ") {
		t.Errorf("it is said still:\n%s", r.Screen())
	}
}

// Where there is nothing to choose from it is said why, and keys do nothing.
func TestNoColumns(t *testing.T) {
	for name, r := range map[string]*rig{
		"files that cannot be read":      opened(t, nil, errors.New("gone")),
		"a check that compares no files": opened(t, nil, nil),
	} {
		if r.Keys("right", "b", "backspace", "enter"); r.Over == nil || len(r.Turns) > 0 || !strings.Contains(r.Screen(), "! ") {
			t.Errorf("%s:\n%s", name, r.Screen())
		}
		if keys := r.Over.Keys(); len(keys) != 1 || keys[0].Key() != "esc" {
			t.Errorf("%s: the keys are %v", name, keys)
		}
	}
}

// What was read for a choice that was left is passed over.
func TestColumnsThatComeLate(t *testing.T) {
	r := &rig{Desk: roomtest.New(), t: t}
	late := Open(r.Desk, Check{Load: func(context.Context) ([]*walk.Columns, error) { return sides(), nil }})
	o := r.Over.(*Over)
	if !strings.Contains(r.Screen(), r.Words().Check.ReadingColumns) {
		t.Errorf("it does not say that it reads:\n%s", r.Screen())
	}
	r.Keys("right", "enter", "esc")
	if r.Do(late); o.all != nil || r.Over != nil {
		t.Errorf("it took %v", o.all)
	}
}
