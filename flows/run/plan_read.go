package run

import "lotse/flows"

// isRead reports whether anything reads one of refs.
func (pl *plan) isRead(refs []flows.Ref) bool {
	for _, r := range refs {
		if len(pl.proc.Readers(r)) > 0 {
			return true
		}
	}
	return false
}

// readers lists the places that read a thing, and those that read what a value is
// worked out of it.
func (pl *plan) readers(ref flows.Ref) []flows.Place {
	places := pl.proc.Readers(ref)
	for _, p := range places {
		if p.Use == flows.UseValue {
			places = append(places[:len(places):len(places)], pl.readers(flows.Ref{Kind: flows.RefField, ID: p.Item})...)
		}
	}
	return places
}

// refsOf is everything that others may read of the item at a place; column
// narrows a list to one column.
func (pl *plan) refsOf(at place, column string) []flows.Ref {
	it := pl.item(at)
	name := pl.name(at)
	switch it.Kind {
	case flows.KindField, flows.KindValue:
		return []flows.Ref{{Kind: flows.RefField, ID: it.ID}}
	case flows.KindList:
		return listRefs(it, column)
	case flows.KindTask, flows.KindGate:
		return []flows.Ref{{Kind: flows.RefTask, ID: name}}
	case flows.KindCheck:
		return []flows.Ref{{Kind: flows.RefCheck, ID: name}}
	case flows.KindWait:
		return []flows.Ref{{Kind: flows.RefOutcome, ID: name}}
	}
	return nil
}

func listRefs(it *flows.Item, column string) []flows.Ref {
	if column != "" {
		return []flows.Ref{{Kind: flows.RefColumn, ID: column}}
	}
	refs := []flows.Ref{{Kind: flows.RefList, ID: it.ID}}
	for i := range it.List.Columns {
		refs = append(refs, flows.Ref{Kind: flows.RefColumn, ID: it.List.Columns[i].ID})
	}
	return refs
}

// dependents are the steps that read, directly or through others, what the
// step from contains; from itself is included.
func (pl *plan) dependents(from int) map[int]bool {
	seen := map[int]bool{from: true}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		for j := range pl.proc.Steps[queue[0]].Items {
			for _, ref := range pl.refsOf(place{step: queue[0], item: j}, "") {
				queue = pl.follow(ref, seen, queue)
			}
		}
	}
	return seen
}

func (pl *plan) follow(ref flows.Ref, seen map[int]bool, queue []int) []int {
	for _, at := range pl.proc.Readers(ref) {
		i := pl.steps[at.Step]
		if at.Use == flows.UseValue { // it has to be gone through by nobody, but by who reads it
			queue = pl.follow(flows.Ref{Kind: flows.RefField, ID: at.Item}, seen, queue)
			continue
		}
		if at.Use == flows.UseText || seen[i] {
			continue
		}
		seen[i] = true
		queue = append(queue, i)
	}
	return queue
}

// isClosed reports whether the rows of a list, and the rules of their columns,
// depend on nothing outside their row.
func isClosed(it *flows.Item) bool {
	for i := range it.List.Columns {
		c := &it.List.Columns[i]
		refs := c.When.Reads()
		for _, rule := range c.Rules {
			if flows.Placeholders(rule.Text) != nil {
				return false
			}
			refs = append(refs[:len(refs):len(refs)], rule.Require.Reads()...)
		}
		for _, r := range refs {
			if r.Kind != flows.RefColumn || it.Column(r.ID) == nil {
				return false
			}
		}
	}
	return true
}
