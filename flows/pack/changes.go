package pack

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"lotse/flows"
)

// What is what became of something between two versions of a pack.
type What string

// What can become of something.
const (
	New     What = "new"
	Gone    What = "gone"
	Changed What = "changed"
)

// Change is a procedure that differs.
type Change struct {
	Procedure string // its id
	What      What
	Old, New  *flows.Procedure // nil where there is none
	Steps     []StepChange     // of one that changed, in the order of the new version
}

// StepChange is a step that differs; Step is "" for the procedure as a whole.
type StepChange struct {
	Step    string // its id; of one that is gone the old one
	Was     string // the old id of one that was renamed
	Title   string
	What    What
	Aspects []flows.Aspect // in which the step or its items differ
	Texts   []TextChange   // of a step that changed, in their order
}

// TextChange is a text that differs, in the language of the procedure; Old is ""
// of a new one, New of one that is gone.
type TextChange struct {
	At       string // within the step, such as items.sender.label
	Old, New string
}

// FileChange is a file that differs.
type FileChange struct {
	Name string
	What What
}

// Changes are what differs between two versions of a pack, by procedure and step.
// The error is that of a procedure that does not load.
func Changes(old, now *Pack, specs flows.Specs) ([]Change, error) {
	were, are := flows.Open(old.FS, specs), flows.Open(now.FS, specs)
	ids := slices.Concat(old.Procedures, now.Procedures)
	slices.Sort(ids)
	var all []Change
	for _, id := range slices.Compact(ids) {
		c := Change{Procedure: id, What: Changed}
		var err error
		if slices.Contains(old.Procedures, id) {
			// One that this program can no longer load was not to be used either.
			c.Old, _ = were.Procedure(id)
		}
		if slices.Contains(now.Procedures, id) {
			if c.New, err = are.Procedure(id); err != nil {
				return nil, err
			}
		}
		switch {
		case c.New == nil:
			c.What = Gone
		case c.Old == nil:
			c.What = New
		case c.Old.Digest == c.New.Digest:
			continue
		default:
			c.Steps = stepChanges(c.Old, c.New)
		}
		all = append(all, c)
	}
	return all, nil
}

// stepChanges are the steps that differ.
func stepChanges(old, now *flows.Procedure) []StepChange {
	compared := flows.Compare(old, now)
	were, are := textsOf(compared.Old), textsOf(compared.New)
	var all []StepChange
	if head := (StepChange{What: Changed, Texts: textChanges(were[""], are[""], nil)}); len(head.Texts) > 0 {
		all = append(all, head)
	}
	for i := range compared.Steps {
		if c, differs := stepChange(&compared.Steps[i], were, are); differs {
			all = append(all, c)
		}
	}
	return all
}

// stepChange is in what a step differs.
func stepChange(p *flows.StepPair, were, are map[string]*texts) (c StepChange, differs bool) {
	switch {
	case p.Old == nil:
		return StepChange{Step: p.New.ID, Title: p.New.Title, What: New}, true
	case p.New == nil:
		return StepChange{Step: p.Old.ID, Title: p.Old.Title, What: Gone}, true
	}
	c = StepChange{Step: p.New.ID, Title: p.New.Title, What: Changed}
	if p.Renamed() {
		c.Was = p.Old.ID
	}
	seen := map[flows.Aspect]bool{}
	note := func(aspects []flows.Aspect) {
		for _, a := range aspects {
			seen[a] = true
		}
	}
	note(p.Aspects)
	names := map[string]string{} // of items, the old one by the new one
	items := false
	for _, it := range p.Items {
		note(it.Aspects)
		items = items || it.Old == nil || it.New == nil || it.Renamed()
		if it.Old != nil && it.New != nil {
			names[it.NewAt.Item] = it.OldAt.Item
		}
	}
	c.Aspects = slices.Sorted(maps.Keys(seen))
	c.Texts = textChanges(were[p.Old.ID], are[p.New.ID], names)
	return c, c.Was != "" || items || len(c.Aspects) > 0 || len(c.Texts) > 0
}

// texts are the texts of a step by their places in it.
type texts struct {
	places []string
	by     map[string]string
}

// textsOf are the texts of a procedure by step; "" are its own.
func textsOf(p *flows.Procedure) map[string]*texts {
	all := map[string]*texts{"": {by: map[string]string{}}}
	for path, text := range p.Passages() {
		step, place := "", path
		if rest, inside := strings.CutPrefix(path, "steps."); inside {
			step, place, _ = strings.Cut(rest, ".")
		}
		if all[step] == nil {
			all[step] = &texts{by: map[string]string{}}
		}
		all[step].places = append(all[step].places, place)
		all[step].by[place] = text
	}
	return all
}

// textChanges are the texts that differ; names are the old ids of items by the new.
func textChanges(old, now *texts, names map[string]string) []TextChange {
	var all []TextChange
	taken := map[string]bool{}
	if now != nil {
		for _, place := range now.places {
			was := oldPlace(place, names)
			taken[was] = true
			if old.text(was) != now.by[place] {
				all = append(all, TextChange{At: place, Old: old.text(was), New: now.by[place]})
			}
		}
	}
	if old != nil {
		for _, place := range old.places {
			if !taken[place] {
				all = append(all, TextChange{At: place, Old: old.by[place]})
			}
		}
	}
	return all
}

func (t *texts) text(place string) string {
	if t == nil {
		return ""
	}
	return t.by[place]
}

// oldPlace is where a text stood before the item that it is of was renamed.
func oldPlace(place string, names map[string]string) string {
	rest, inside := strings.CutPrefix(place, "items.")
	if !inside {
		return place
	}
	item, behind, _ := strings.Cut(rest, ".")
	if was := names[item]; was != "" {
		return fmt.Sprintf("items.%s.%s", was, behind)
	}
	return place
}

// FileChanges are the files that differ between two versions of a pack, without
// the manifest, by name.
func FileChanges(old, now *Pack) []FileChange {
	were, are := digests(old), digests(now)
	var all []FileChange
	for _, name := range slices.Compact(slices.Sorted(slices.Values(slices.Concat(old.tree.names(), now.tree.names())))) {
		was, is := were[name], are[name]
		switch {
		case name == Manifest || was == is:
		case was == "":
			all = append(all, FileChange{name, New})
		case is == "":
			all = append(all, FileChange{name, Gone})
		default:
			all = append(all, FileChange{name, Changed})
		}
	}
	return all
}

func digests(p *Pack) map[string]string {
	all := map[string]string{}
	for _, f := range p.Files {
		all[f.Name] = f.Digest
	}
	return all
}
