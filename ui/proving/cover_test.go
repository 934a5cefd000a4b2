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
  - id: b
    title: B
    when: x == "one"
    items:
      - list: rows
        label: Rows
        columns:
          - field: cell
            type: text
            label: Cell
            rules: [digits]
`
	p, err := flows.Open(fstest.MapFS{"p.yaml": {Data: []byte(doc)}}, flows.Specs{}).Procedure("p")
	if err != nil {
		t.Fatal(err)
	}
	c := NewCover(p)
	want := map[string]int{"cover.option": 2, "cover.true": 1, "cover.false": 1, "cover.kept": 1, "cover.violated": 1}
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
	if c.Percent() != 16 {
		t.Errorf("%d%% are covered", c.Percent())
	}
}
