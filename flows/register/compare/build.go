package compare

import (
	"cmp"
	"slices"
)

// report makes the report of what was found.
func (c *comparison) report() *Report {
	r := &Report{
		Plan: c.Plan, LeftHalf: c.sides[0].half(), RightHalf: c.sides[1].half(), Counts: map[Rule]int{},
		Matches: Matches{Code: len(c.tiers[0].pairs), BusinessID: len(c.tiers[1].pairs), Name: len(c.tiers[2].pairs)},
	}
	total := 0
	for rule, k := range c.rules {
		r.Counts[rule] = len(c.sides[0].rows[k]) + len(c.sides[1].rows[k]) + len(c.pairs[k])
		if rule == Ambiguous {
			r.Counts[rule] = len(c.keyed)
		}
		total += r.Counts[rule]
	}
	r.Findings = make([]Finding, 0, total)
	for k, rule := range c.Kind.Rules() {
		c.tellRows(r, rule, c.sides[0], k)
		c.tellRows(r, rule, c.sides[1], k)
		for _, p := range c.pairs[k] {
			r.Findings = append(r.Findings, c.pairFinding(rule, p))
		}
		if rule == Ambiguous {
			c.tellKeys(r)
		}
	}
	return r
}

func (c *comparison) pairFinding(rule Rule, p pair) Finding {
	return Finding{Rule: rule, Side: Both, Left: c.sides[0].Card(int(p.left)), Right: c.sides[1].Card(int(p.right))}
}

func (c *comparison) tellKeys(r *Report) {
	slices.SortStableFunc(c.keyed, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.left, b.left), cmp.Compare(a.right, b.right))
	})
	for _, k := range c.keyed {
		f := c.pairFinding(Ambiguous, k.pair)
		f.Tier, f.Other = k.tier, k.other
		r.Findings = append(r.Findings, f)
	}
}

// tellRows adds the findings about rows of a side.
func (c *comparison) tellRows(r *Report, rule Rule, s *side, k int) {
	others := c.othersOf(rule, s, s.rows[k])
	for n, i := range s.rows[k] {
		f := Finding{Rule: rule, Side: Left, Left: s.Card(int(i))}
		if s == c.sides[1] {
			f = Finding{Rule: rule, Side: Right, Right: s.Card(int(i))}
		}
		if others != nil {
			f.Other = others(n)
		}
		r.Findings = append(r.Findings, f)
	}
}

// othersOf gives, for the rows of a side that share keys, the other rows with
// the same one; nil for rules about something else.
func (c *comparison) othersOf(rule Rule, s *side, rows []uint32) func(n int) []int {
	k := map[Rule]*keys{CodeDuplicate: &c.codes, IDDuplicate: &c.ids, NameDuplicate: &c.names}[rule]
	if k == nil || len(rows) == 0 {
		return nil
	}
	groups := map[uint32][]int{} // by first row: the rows that share its key, as many as are named
	for _, i := range rows {
		first := k.first[s.base+int(i)]
		if g := groups[first]; len(g) <= MaxOther {
			groups[first] = append(g, s.Card(int(i)).Row)
		}
	}
	return func(n int) []int {
		row := s.Card(int(rows[n])).Row
		other := make([]int, 0, MaxOther)
		for _, r := range groups[k.first[s.base+int(rows[n])]] {
			if r != row && len(other) < MaxOther {
				other = append(other, r)
			}
		}
		return other
	}
}
