package desk

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/walk"
)

const cards = `procedure: cards
version: 1
title: Cards compared
summary: Two registers of customers.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: files
    title: The files
    items:
      - {field: left, type: file, label: Netvisor's, required: true}
      - {field: right, type: file, label: Rackbeat's, required: true}
  - id: compare
    title: Do they fit?
    items:
      - {check: match, run: register.customers, level: must, label: Do they fit, with: {netvisor: left, rackbeat: right}}
`

// strange is a rig that stands on the comparison of two registers, of which one
// has that header.
func strange(t *testing.T, r *rig, header string) *rig {
	t.Helper()
	if r == nil {
		r = newRig(t)
		cfg := r.m.cfg
		cfg.Library = flows.Open(fstest.MapFS{"cards.yaml": {Data: []byte(cards)}}, flows.Specs{Checks: check.Specs()})
		r.start(cfg)
	}
	r.do(r.m.start("cards", "Muster GmbH", run.Rehearsal))
	for field, text := range map[string]string{
		"left":  header + "\n1001;Pohjola Osat Oy;1967543-8\n",
		"right": "number;name;vat_number\n1001;Pohjola Osat Oy;1967543-8\n",
	} {
		file, err := r.a.Put(context.Background(), field+".csv", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.m.page.s.Do(true, run.Answer{At: flows.At(field), Value: walk.FileAnswer(file)}); err != nil {
			t.Fatal(err)
		}
	}
	r.refresh()
	r.goTo("compare")
	return r
}

func (r *rig) matched() *run.ItemView { return r.m.page.View().Step("compare").Item("match") }

func TestColumnsAreChosenOnTheScreen(t *testing.T) {
	r := strange(t, nil, "Avain;Kuka;Y-tunnus")
	r.keys("enter").shows("No column holds the codes")
	r.keys("enter").shows("choose its columns, or another file", "c columns")
	n := len(r.log())
	r.keys("'c'").shows("Netvisor's, left.csv", "Rackbeat's, right.csv", "Business ID", "Y-tunnus", "nothing")
	r.keys("right").shows("Avain", "chosen", "1001").keys("down", "down", "right").shows("Kuka")
	if len(r.log()) != n {
		t.Fatal("something is on record before it was taken")
	}
	r.keys("enter")
	if iv := r.matched(); iv.Result == nil || iv.Result.Status != "passed" {
		t.Fatalf("after the choice: %+v", iv.Result)
	}
	if log := strings.Join(r.log(), "\n"); !strings.Contains(log, `"columns":{"code":"Avain","name":"Kuka"}`) {
		t.Error(log)
	}
}

func TestEscLeavesTheColumns(t *testing.T) {
	r := strange(t, nil, "Avain;Kuka;Y-tunnus").keys("enter", "enter", "'c'", "right")
	n := len(r.log())
	r.keys("esc")
	if r.m.over != nil || len(r.log()) != n {
		t.Errorf("%T, %d events more", r.m.over, len(r.log())-n)
	}
}

// TestColumnsOfAnEarlierRun are offered, and taken only where they fit.
func TestColumnsOfAnEarlierRun(t *testing.T) {
	r := strange(t, nil, "Avain;Kuka;Y-tunnus").keys("enter", "enter", "'c'", "right", "enter")
	r = strange(t, r, "Avain;Kuka;Y-tunnus")
	r.keys("enter", "enter", "'c'").shows("code=Avain", "b as before").keys("'b'").shows("chosen").keys("enter")
	if iv := r.matched(); iv.Result == nil || iv.Result.Status == "unknown" {
		t.Errorf("as before: %+v", iv.Result)
	}
	r = strange(t, r, "Kuka;Avain;Y-tunnus")
	r.keys("enter", "enter", "'c'").shows("other names").keys("'b'").shows("taken over").keys("esc")
	if iv := r.matched(); iv.Result == nil || iv.Result.Status != "unknown" {
		t.Errorf("of other columns: %+v", iv.Result)
	}
}

func TestAnotherCheckHasNoColumns(t *testing.T) {
	r := comparing(t, "lnfo@example.org", "Info@example.org").keys("enter", "enter").hides("c columns")
	r.keys("'c'")
	if _, ok := r.m.over.(*checkOver); !ok {
		t.Errorf("%T", r.m.over)
	}
}
