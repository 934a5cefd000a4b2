package proving

import (
	"testing"
	"testing/fstest"

	"lotse/flows"
)

// TestWhatThereIsToCover: every point has its place, and none is there twice.
func TestWhatThereIsToCover(t *testing.T) {
	doc := `procedure: p
version: 1
title: P
summary: S
steps:
  - id: a
    title: A
    items:
      - field: x
        type: choice
        label: X
        options: {one: One, two: Two}
      - field: y
        type: choice
        label: Y
        options: {free: Free, tied: {label: Tied, when: x == "one"}}
  - id: b
    title: B
    when: x == "one"
    items:
      - value: v
        is: 'x == "one" ? (y == "free" ? 1 : 2) : 3'
        label: V
      - attach: plan.txt
      - list: rows
        label: Rows
        columns:
          - field: cell
            type: text
            label: Cell
            rules: [digits]
      - list: few
        label: Few
        min: 1
        columns: [{field: few_cell, type: text, label: Cell}]
      - list: lone
        label: Lone
        max: 1
        columns: [{field: lone_cell, type: text, label: Cell}]
  - id: c
    title: C
    items:
      - {task: each_row, label: Task, each: rows}
      - {task: each_few, label: Task, each: few}
      - {task: each_lone, label: Task, each: lone}
`
	p, err := flows.Open(fstest.MapFS{"p.yaml": {Data: []byte(doc)}, "plan.txt": {Data: []byte("A plan\n")}}, flows.Specs{}).Procedure("p")
	if err != nil {
		t.Fatal(err)
	}
	c := NewCover(p)
	want := map[string]int{
		"cover.reached": 3, "cover.done": 3, "cover.option": 4, "cover.offered": 1, "cover.withheld": 1,
		"cover.true": 1, "cover.false": 1, "cover.kept": 1, "cover.violated": 1, "cover.file": 1,
		"cover.decided": 1, "cover.choice_true": 2, "cover.choice_false": 2, "cover.no_row": 2, "cover.rows": 2,
	}
	for _, point := range c.Points() {
		want[point.What.Code]--
		if point.Place.File != "p.yaml" || point.Place.Row < 6 || point.Covered {
			t.Errorf("%s stands at %+v", point.What, point.Place)
		}
	}
	for code, n := range want {
		if n != 0 {
			t.Errorf("%s: %d are missing", code, n)
		}
	}
	if c.Percent() != 0 {
		t.Errorf("%d%% are covered", c.Percent())
	}
	c.cover("true b")
	if c.Percent() != 3 {
		t.Errorf("%d%% are covered", c.Percent())
	}
}
