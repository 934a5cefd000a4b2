package flows

import "strings"

// Rename says what a step, an item, a field, a list or a column of an earlier
// version is called now: an id, or STEP.ITEM.
type Rename struct{ Old, New string }

// loadRenamed reads the key renamed of a document: {OLD: NEW}, of all versions
// before it.
func (l *loader) loadRenamed(o *object) []Rename {
	e := o.take("renamed")
	if e == nil {
		return nil
	}
	l.needs(fifthFormat)
	in := l.object(e, "renamed", value("renamed"))
	if in == nil {
		return nil
	}
	var all []Rename
	for _, p := range in.Pairs {
		r := Rename{Old: p.Key.Text, New: in.text(p.Key.Text)}
		if !isItemName(r.Old) {
			l.fault(p.Key.FilePlace, "lint.renamed_form", "name", r.Old)
			continue
		}
		if r.New != "" && (!isItemName(r.New) || strings.Contains(r.Old, ".") != strings.Contains(r.New, ".")) {
			l.fault(p.Value.FilePlace, "lint.renamed_form", "name", r.New)
			continue
		}
		all = append(all, r)
	}
	return all
}

// isItemName reports whether a text is an id, or STEP.ITEM.
func isItemName(text string) bool {
	a, ok := ParseItem(text)
	return ok && a.Row == ""
}

// renamed proves the renames of a procedure: what a name ends at is there, what
// was renamed is not, and no two of one version became one.
func (k *linker) renamed() {
	next := map[string]string{}
	for _, r := range k.p.Renamed {
		next[r.Old] = r.New
	}
	for _, r := range k.p.Renamed {
		at := k.placeAt("renamed." + r.Old)
		switch last, ends := follow(next, r.Old); {
		case !ends:
			k.fault(at, "lint.renamed_circle", "name", r.Old)
		case r.New == "":
		case k.isStep(last) && k.isData(last):
			k.fault(at, "lint.renamed_both", "name", last)
		case k.isStep(last):
			k.renamedStays(at, r.Old, k.isStep(r.Old))
		case k.isItem(last):
			k.renamedStays(at, r.Old, k.isItem(r.Old))
		default:
			k.fault(at, "lint.renamed_nowhere", "name", r.Old, "new", last)
		}
	}
	k.renamedTwice()
}

func (k *linker) renamedStays(at FilePlace, name string, stays bool) {
	if stays {
		k.fault(at, "lint.renamed_there", "name", name)
	}
}

// renamedTwice finds two names that became one: in no version can both have been
// there, since one name has one place.
func (k *linker) renamedTwice() {
	first := map[string]string{}
	for _, r := range k.p.Renamed {
		if other, twice := first[r.New]; twice && r.New != "" {
			k.fault(k.placeAt("renamed."+r.Old), "lint.renamed_twice", "name", r.Old, "other", other, "new", r.New)
		}
		first[r.New] = r.Old
	}
}

// isItem reports whether a name is STEP.ITEM, or that of a field, a list or a
// column.
func (k *linker) isItem(name string) bool {
	_, item := k.known.refs[name]
	return item || k.isData(name)
}

func (k *linker) isStep(name string) bool { _, is := k.steps[name]; return is }
func (k *linker) isData(name string) bool { _, is := k.known.items[name]; return is }

// StepNow is what a step is called in this version that had an id in an earlier one:
// the same where it has not been renamed, or was removed.
func (p *Procedure) StepNow(id string) string {
	next := map[string]string{}
	for _, r := range p.Renamed {
		next[r.Old] = r.New
	}
	if now, ends := follow(next, id); ends && p.Step(now) != nil {
		return now
	}
	return id
}

// follow is the last name of a chain of renames; ends is false where it has none.
func follow(next map[string]string, name string) (last string, ends bool) {
	for range len(next) + 1 {
		to, renamed := next[name]
		if !renamed {
			return name, true
		}
		name = to
	}
	return name, false
}
