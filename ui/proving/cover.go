package proving

import (
	"cmp"
	"slices"

	"lotse/flows"
)

// Point is something in a procedure that a story can walk past.
type Point struct {
	What    flows.Message
	Place   flows.FilePlace
	Covered bool
}

// Cover says what of a procedure stories have walked: every step reached and done, both
// sides of every condition and choice, every option, file, value, end, letter and fact,
// each rule kept and violated, each check passed and not, each finding that the
// procedure names, and what repeats without a row and in several.
type Cover struct {
	points []*Point
	by     map[string]*Point
	facts  map[string][]string // by STEP.ITEM, or STEP
}

// NewCover is the cover of a procedure that nobody has walked yet.
func NewCover(p *flows.Procedure) *Cover {
	c := &Cover{by: map[string]*Point{}, facts: map[string][]string{}}
	newLister(c, p).list()
	return c
}

// Points are all points, in the order of the files.
func (c *Cover) Points() []*Point {
	slices.SortStableFunc(c.points, func(a, b *Point) int {
		return cmp.Or(cmp.Compare(a.Place.File, b.Place.File), cmp.Compare(a.Place.Row, b.Place.Row), cmp.Compare(a.Place.Column, b.Place.Column))
	})
	return c.points
}

// Percent is how much is covered, rounded down; 100 where there is nothing to cover.
func (c *Cover) Percent() int {
	if len(c.points) == 0 {
		return 100
	}
	n := 0
	for _, p := range c.points {
		if p.Covered {
			n++
		}
	}
	return 100 * n / len(c.points)
}

func (c *Cover) cover(key string) {
	if p := c.by[key]; p != nil {
		p.Covered = true
	}
}
