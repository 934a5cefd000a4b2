package library_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"lotse/flows"
)

// spot is where a fact stands: on an item, or, with a nil item, on a step.
type spot struct {
	step, turn int // the step's place, and the item's in its procedure
	item       *flows.Item
}

// dealt is a procedure with the spots of each of its facts.
type dealt struct {
	*flows.Procedure
	spots map[string][]spot
}

func dealtOf(p *flows.Procedure) dealt {
	d := dealt{p, map[string][]spot{}}
	turn := 0
	for i := range p.Steps {
		for _, fact := range p.Steps[i].Facts {
			d.spots[fact] = append(d.spots[fact], spot{i, turn, nil})
		}
		for _, it := range itemsOf(&p.Steps[i]) {
			turn++
			for _, fact := range it.Facts {
				d.spots[fact] = append(d.spots[fact], spot{i, turn, it})
			}
		}
	}
	return d
}

// stands says what is wrong where a fact does not stand as its level asks; ""
// where it does. An absence has a test of its own.
func (d dealt) stands(fact, level string) string {
	if order, other, ok := strings.Cut(level, " "); ok {
		return d.ordered(fact, order, other)
	}
	fits, known := standing[level]
	if !known {
		return fmt.Sprintf("unknown level %q", level)
	}
	if !slices.ContainsFunc(d.spots[fact], func(s spot) bool { return fits(d.Procedure, s.item) }) {
		return fmt.Sprintf("no item stands for its level %q", level)
	}
	return ""
}

// ordered says what is wrong where no spot of one fact comes after one of the
// other: later in the same step, or in a step that needs the other's.
func (d dealt) ordered(fact, order, other string) string {
	first, second := fact, other
	switch order {
	case "before":
	case "after":
		first, second = other, fact
	default:
		return fmt.Sprintf("unknown order %q", order)
	}
	for _, a := range d.spots[first] {
		for _, b := range d.spots[second] {
			if a.step == b.step && a.turn < b.turn || d.needs(b.step, a.step) {
				return ""
			}
		}
	}
	return fmt.Sprintf("nothing holds it %s %s", order, other)
}

// needs reports whether a step needs another, itself or through what it needs.
func (d dealt) needs(step, other int) bool {
	return slices.ContainsFunc(d.Steps[step].Needs, func(id string) bool {
		i := slices.IndexFunc(d.Steps, func(s flows.Step) bool { return s.ID == id })
		return i == other || d.needs(i, other)
	})
}

// standing says, by level, which item stands for a fact of that level. The item
// is nil for a fact on a step.
var standing = map[string]func(*flows.Procedure, *flows.Item) bool{
	"tell": ofItem(func(it *flows.Item) bool { return it.Text != nil && it.Text.Tell }),
	"help": ofItem(func(it *flows.Item) bool { return it.Help != "" || it.Text != nil && it.Text.Fold }),
	"task": ofKind(flows.KindTask), "field": ofKind(flows.KindField), "check": ofKind(flows.KindCheck),
	"draft": ofKind(flows.KindDraft), "wait": ofKind(flows.KindWait), "gate": ofKind(flows.KindGate),
	"action": ofKind(flows.KindAction), "secret": ofType(flows.TypeSecret), "date": ofType(flows.TypeDate),
	"choice":   ofType(flows.TypeChoice, flows.TypeChoices),
	"list":     ofItem(func(it *flows.Item) bool { return it.List != nil || isType(it, flows.TypeEmails) }),
	"constant": ofItem(func(it *flows.Item) bool { return it.Copy != nil && it.Copy.Value != "" }),
	"must":     ofItem(func(it *flows.Item) bool { return holds(it, flows.Must) }),
	"warn":     ofItem(func(it *flows.Item) bool { return holds(it, flows.Warn) }),
	"branch":   branches,
	"absence":  func(*flows.Procedure, *flows.Item) bool { return true },
}

func ofItem(fits func(*flows.Item) bool) func(*flows.Procedure, *flows.Item) bool {
	return func(_ *flows.Procedure, it *flows.Item) bool { return it != nil && fits(it) }
}

func ofKind(kind flows.Kind) func(*flows.Procedure, *flows.Item) bool {
	return ofItem(func(it *flows.Item) bool { return it.Kind == kind })
}

func ofType(types ...flows.Type) func(*flows.Procedure, *flows.Item) bool {
	return ofItem(func(it *flows.Item) bool { return isType(it, types...) })
}

func isType(it *flows.Item, types ...flows.Type) bool {
	return it.Field != nil && slices.Contains(types, it.Field.Type)
}

// holds reports whether the item has a problem of that level when it is not as
// it should be: by what it is, or by a rule or finding.
func holds(it *flows.Item, level flows.Level) bool {
	switch {
	case level == flows.Must && mustItself(it):
		return true
	case it.List != nil && slices.ContainsFunc(it.List.Unique, func(u flows.Unique) bool { return u.Level == level || u.Level == "" && level == flows.Must }):
		return true
	case it.Check != nil:
		return it.Check.Level == level || slices.ContainsFunc(slices.Collect(maps.Values(it.Check.Findings)), func(f flows.Finding) bool { return f.Level == level }) || finds(it.Check, level)
	}
	return slices.ContainsFunc(it.Rules, func(r flows.Rule) bool {
		return r.Level == level || r.Level == "" && level == flows.Must
	})
}

// mustItself reports whether the step cannot be completed without the item.
func mustItself(it *flows.Item) bool {
	return it.Field != nil && it.Field.Required || it.Task != nil && !it.Task.Optional ||
		it.List != nil && it.List.Min > 0 || it.Gate != nil
}

// branches reports whether what applies later, or the run's end, hangs on the
// item.
func branches(p *flows.Procedure, it *flows.Item) bool {
	if it == nil || it.Field == nil {
		return it != nil && it.End != nil
	}
	return slices.ContainsFunc(p.Readers(flows.Ref{Kind: flows.RefField, ID: it.ID}), func(at flows.Place) bool {
		return at.Use == flows.UseWhen || at.Use == flows.UseEnd
	})
}

// finds reports whether a check that finds many things at once finds some of a
// level, under an item that lets all of them hold what they do.
func finds(c *flows.Check, level flows.Level) bool {
	for _, spec := range specs().Checks {
		for code, l := range spec.Levels {
			if spec.Name == c.Run && l == level && c.Level == flows.Must && c.Findings[code].Level == "" {
				return true
			}
		}
	}
	return false
}
