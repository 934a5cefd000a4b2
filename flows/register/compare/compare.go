package compare

import (
	"context"
	"fmt"
	"maps"

	"lotse/flows"
)

// MaxOther bounds how many other rows a finding about a duplicate names.
const MaxOther = 20

// maxRows bounds the rows of both sides together, so that a row has a number of
// 32 bits, and one to spare.
const maxRows = 1<<31 - 1

// Compare holds two registers against each other. Progress hears, from the
// goroutine that called, how much of the work is done, of 1. It ends with ctx.
// The same file for both sides is refused.
func Compare(ctx context.Context, left, right *Register, p Plan, progress func(done float64)) (*Report, error) {
	if levels[p.Kind] == nil {
		return nil, fmt.Errorf("compare registers: there is no register %q", p.Kind)
	}
	if left.Len()+right.Len() > maxRows {
		return nil, fmt.Errorf("compare registers: more than %d rows", maxRows)
	}
	if left.Info.Sum != "" && left.Info.Sum == right.Info.Sum {
		return nil, flows.Refuse(flows.ErrUsage, nil, "compare.same_file")
	}
	left, right = resolved(p.Kind, left, right)
	c := newComparison(ctx, left, right, p)
	c.runner.progress = progress
	for _, stage := range c.stages() {
		if err := c.runner.both(stage); err != nil {
			return nil, err
		}
	}
	r := c.report()
	r.noteNotRun(c.unread())
	if progress != nil {
		progress(1)
	}
	return r, nil
}

// none is no row.
const none = ^uint32(0)

// row32 is the number of a row, of which there are at most maxRows.
func row32(i int) uint32 { return uint32(i) } //nolint:gosec // see there

// low is the lower half of what is packed.
func low(packed uint64) uint32 { return uint32(packed & (1<<32 - 1)) }

// comparison is the work on two registers. A row is named by its index in its
// side; the rows of both sides together are counted from the left one on.
type comparison struct {
	Plan
	runner runner
	rules  map[Rule]int // in what order they are told
	named  bool         // both sides have names
	sides  [2]*side     // left, right
	total  int          // rows of both

	codes, ids, names *keys // nil where they do not count
	tiers             [3]*tier

	tierOf  []tierID // by left row: how it was matched
	scratch []uint32 // by row of both
	pairs   [][]pair // by rule: the findings that have two rows
	keyed   []keyed  // of Ambiguous
}

// side is one register in a comparison.
type side struct {
	*Register
	system System
	base   uint32 // of its rows among those of both
	mate   []uint32
	rows   [][]uint32       // by rule: the findings about a row
	unread [len(fields)]int // by field: the rows of which it is held against nothing
}

// pair is a finding about a row of each side.
type pair struct{ left, right uint32 }

// keyed is a finding about a key that stands more than once.
type keyed struct {
	pair
	tier  Field
	other []int
}

func newComparison(ctx context.Context, left, right *Register, p Plan) *comparison {
	c := &comparison{Plan: p, total: left.Len() + right.Len(), rules: map[Rule]int{}}
	for i, r := range p.Kind.Rules() {
		c.rules[r] = i
	}
	for i, reg := range []*Register{left, right} {
		s := &side{Register: reg, system: []System{p.Left, p.Right}[i], base: row32(i * left.Len()), mate: make([]uint32, reg.Len()), rows: make([][]uint32, len(c.rules))}
		for j := range s.mate {
			s.mate[j] = none
		}
		c.sides[i] = s
	}
	c.pairs, c.tierOf = make([][]pair, len(c.rules)), make([]tierID, left.Len())
	c.codes = &keys{}
	if p.Kind != Products {
		c.ids, c.names = &keys{}, &keys{}
	}
	c.tiers = [3]*tier{{by: byCode, field: Code, keys: c.codes}, {by: byID, field: BusinessID, keys: c.ids}, {by: byName, field: Name, keys: c.names}}
	fields := 0
	for _, t := range c.tiers {
		if t.keys != nil {
			t.keys.begin(c.total, left.Len())
			fields++
		}
	}
	c.named = c.has(Name)
	c.runner.begin(ctx, c.total*(2+3*fields+nearPasses)) // every field is gone through three times
	return c
}

// has reports whether a column fills a field of both sides.
func (c *comparison) has(f Field) bool {
	return c.sides[0].Columns[f] != "" && c.sides[1].Columns[f] != ""
}

// row adds a finding about a row; rules that the register does not have are
// passed over.
func (c *comparison) row(s *side, r Rule, i int) {
	if k, ok := c.rules[r]; ok {
		s.rows[k] = append(s.rows[k], row32(i))
	}
}

func (c *comparison) pair(r Rule, p pair) {
	if k, ok := c.rules[r]; ok {
		c.pairs[k] = append(c.pairs[k], p)
	}
}

// half is what a report says of a side.
func (s *side) half() Half {
	only := 0
	for _, m := range s.mate {
		if m == none {
			only++
		}
	}
	return Half{
		File: s.Info.Name, Sum: s.Info.Sum, Rows: s.Len(), Only: only,
		Encoding: s.Info.Encoding, Delimiter: s.Info.Delimiter, Sheet: s.Info.Sheet, Columns: maps.Clone(s.Columns),
	}
}
