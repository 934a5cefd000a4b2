package compare

import (
	"cmp"
	"slices"
)

// report makes the report of what was found.
func (c *comparison) report() *Report {
	r := &Report{
		Plan: c.Plan, LeftHalf: c.sides[0].half(), RightHalf: c.sides[1].half(), Counts: map[Rule]int{},
		Matches: Matches{Code: c.tiers[0].pairs, BusinessID: c.tiers[1].pairs, Name: c.tiers[2].pairs},
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
	var others [][]int
	switch rule {
	case CodeDuplicate:
		others = c.others(c.codes, s, s.rows[k])
	case IDDuplicate:
		others = c.others(c.ids, s, s.rows[k])
	case NameDuplicate:
		others = c.others(c.names, s, s.rows[k])
	}
	for n, i := range s.rows[k] {
		f := Finding{Rule: rule, Side: Left, Left: s.Card(int(i))}
		if s == c.sides[1] {
			f = Finding{Rule: rule, Side: Right, Right: s.Card(int(i))}
		}
		if others != nil {
			f.Other = others[n]
		}
		r.Findings = append(r.Findings, f)
	}
}

// others gives, for the rows of a side that share keys, the other rows with the
// same one, as many as are named. Rows beyond those share one list.
func (c *comparison) others(k *keys, s *side, rows []uint32) [][]int {
	groups := c.groups(k, s, rows)
	others, seen := make([][]int, len(rows)), make([]int, len(groups))
	for n, i := range rows {
		g := c.scratch[k.first[int(s.base)+int(i)]]
		rest := groups[g]
		if at := seen[g]; at < len(rest) {
			rest = slices.Concat(rest[:at], rest[at+1:])
		}
		others[n] = rest[:min(len(rest), MaxOther):min(len(rest), MaxOther)]
		seen[g]++
	}
	return others
}

// groups are the first rows that share a key, one more than are named; scratch
// then has the group of a key by its first row.
func (c *comparison) groups(k *keys, s *side, rows []uint32) [][]int {
	if c.scratch == nil {
		c.scratch = make([]uint32, c.total)
	}
	for _, i := range rows {
		c.scratch[k.first[int(s.base)+int(i)]] = none
	}
	var groups [][]int
	for _, i := range rows {
		g := &c.scratch[k.first[int(s.base)+int(i)]]
		if *g == none {
			*g = row32(len(groups))
			groups = append(groups, nil)
		}
		if len(groups[*g]) <= MaxOther {
			groups[*g] = append(groups[*g], s.row(int(i)))
		}
	}
	return groups
}
