package flows

import (
	"slices"
	"strings"
)

// matcher finds which step and item of an older version is which of a newer one.
type matcher struct {
	old, new *Procedure
	names    renaming
	taken    map[*Item]*Item    // old item -> new one
	from     map[*Item]*oldItem // new item -> where it was
	at       map[*Item]string   // new item -> its name
	steps    map[string]string  // old step -> new one
	came     map[string]*Step   // new step -> old one
}

// oldItem is an item of the old version with its step.
type oldItem struct {
	step *Step
	item *Item
}

func newMatcher(older, newer *Procedure) *matcher {
	m := &matcher{
		old: older, new: newer, names: namesBetween(older, newer),
		taken: map[*Item]*Item{}, from: map[*Item]*oldItem{}, steps: map[string]string{}, came: map[string]*Step{}, at: map[*Item]string{},
	}
	for i := range newer.Steps {
		for k := range newer.Steps[i].Items {
			it := &newer.Steps[i].Items[k]
			m.at[it] = newer.Steps[i].ID + "." + it.ID
		}
	}
	for i := range older.Steps {
		m.matchStep(&older.Steps[i])
	}
	for i := range older.Steps {
		for k := range older.Steps[i].Items {
			m.matchItem(&older.Steps[i], &older.Steps[i].Items[k])
		}
	}
	return m
}

func (m *matcher) matchStep(s *Step) {
	for _, id := range m.names.of(s.ID) {
		if there := m.new.Step(id); there != nil && m.came[id] == nil {
			m.steps[s.ID], m.came[id] = id, s
			return
		}
	}
}

// matchItem finds an item of the same kind: data wherever it stands, since its id
// stands once in a procedure, and what else there is in its step.
func (m *matcher) matchItem(s *Step, it *Item) {
	for _, name := range m.itemNames(s, it) {
		there := m.newItem(name)
		if there == nil || there.Kind != it.Kind || m.from[there] != nil {
			continue
		}
		m.taken[it], m.from[there] = there, &oldItem{s, it}
		return
	}
}

// itemNames are the names that an old item may have in the new version, what is
// said of it in words first.
func (m *matcher) itemNames(s *Step, it *Item) []string {
	names := m.names.of(s.ID + "." + it.ID)[1:]
	isData := it.hasData()
	if isData {
		names = append(names, m.names.of(it.ID)...)
	}
	if step, stays := m.steps[s.ID]; stays {
		names = append(names, m.names.of(step+"."+it.ID)...)
	}
	return names
}

// newItem is an item of the new version by its name; nil where there is none.
func (m *matcher) newItem(name string) *Item {
	step, item, dotted := strings.Cut(name, ".")
	if !dotted {
		if at, ok := m.new.index.data[name]; ok {
			return &m.new.Steps[at[0]].Items[at[1]]
		}
		return nil
	}
	if s := m.new.Step(step); s != nil {
		return s.Item(item)
	}
	return nil
}

// stepPair is the pair of a step of the new version. What was in it and has no place
// any more is in it, too.
func (m *matcher) stepPair(s *Step) StepPair {
	p := StepPair{New: s, Old: m.came[s.ID]}
	for i := range s.Items {
		it := &s.Items[i]
		pair := ItemPair{New: it, NewAt: Address{Step: s.ID, Item: it.ID}}
		if was := m.from[it]; was != nil {
			pair.Old, pair.OldAt = was.item, Address{Step: was.step.ID, Item: was.item.ID}
			m.compareItems(&pair)
		}
		p.Items = append(p.Items, pair)
	}
	if p.Old != nil {
		p.Aspects = m.stepAspects(p.Old, p.New)
		p.Items = append(p.Items, m.goneItems(p.Old)...)
	}
	return p
}

// gone is the pair of an old step that is no more.
func (m *matcher) gone(s *Step) (StepPair, bool) {
	if _, stays := m.steps[s.ID]; stays {
		return StepPair{}, false
	}
	return StepPair{Old: s, Items: m.goneItems(s)}, true
}

// goneItems are the items of an old step that have no place any more.
func (m *matcher) goneItems(s *Step) (gone []ItemPair) {
	for i := range s.Items {
		if it := &s.Items[i]; m.taken[it] == nil {
			gone = append(gone, ItemPair{Old: it, OldAt: Address{Step: s.ID, Item: it.ID}})
		}
	}
	return gone
}

// renaming gives what names of the old version may be in the new one.
type renaming struct {
	forth map[string]string   // the renames of the new version
	back  map[string][]string // those of the old one, turned round
}

func namesBetween(older, newer *Procedure) renaming {
	n := renaming{forth: map[string]string{}, back: map[string][]string{}}
	for _, r := range newer.Renamed {
		n.forth[r.Old] = r.New
	}
	for _, r := range older.Renamed {
		n.back[r.New] = append(n.back[r.New], r.Old)
	}
	return n
}

// of are the names that an old one may have now, the name itself first.
func (n renaming) of(name string) []string {
	all := []string{name}
	for i := 0; i < len(all); i++ {
		next := n.back[all[i]]
		if to, renamed := n.forth[all[i]]; renamed {
			next = append([]string{to}, next...)
		}
		for _, to := range next {
			if !slices.Contains(all, to) {
				all = append(all, to)
			}
		}
	}
	return all
}
