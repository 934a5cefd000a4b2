package library_test

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
)

// levels are the levels of a document's facts, by procedure and fact.
type levels map[string]map[string][]string

func specs() flows.Specs {
	return flows.Specs{Checks: check.Specs(), Templates: document.Templates()}
}

func loadLevels(t *testing.T) levels {
	t.Helper()
	raw, err := os.ReadFile("testdata/facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var facts levels
	if err := yaml.UnmarshalWithOptions(raw, &facts, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return facts
}

func TestFacts(t *testing.T) {
	open := flows.Open(library.FS, specs())
	facts := loadLevels(t)
	if ids := slices.Sorted(maps.Keys(facts)); !slices.Equal(ids, open.IDs()) {
		t.Fatalf("testdata/facts.yaml has %v, the library has %v", ids, open.IDs())
	}
	for id, want := range facts {
		t.Run(id, func(t *testing.T) {
			p, err := open.Procedure(id)
			if err != nil {
				t.Fatal(err)
			}
			c := carriersOf(p)
			if got := slices.Sorted(maps.Keys(c)); !slices.Equal(got, slices.Sorted(maps.Keys(want))) {
				t.Errorf("the steps carry %v, the document has %v", got, slices.Sorted(maps.Keys(want)))
			}
			if got := slices.Sorted(slices.Values(p.Facts)); !slices.Equal(got, slices.Sorted(maps.Keys(want))) {
				t.Errorf("the procedure lists %v, the document has %v", got, slices.Sorted(maps.Keys(want)))
			}
			eachStepCarries(t, p)
			eachLevelStands(t, p, c, want)
		})
	}
}

// TestLint proves every document of the library.
func TestLint(t *testing.T) {
	files, err := fs.Glob(library.FS, "*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("the library has no documents: %v", err)
	}
	for _, file := range files {
		for _, fault := range flows.Lint(library.FS, file, specs()) {
			t.Error(fault)
		}
	}
}

// eachStepCarries fails for a step that covers no fact.
func eachStepCarries(t *testing.T, p *flows.Procedure) {
	t.Helper()
	for i := range p.Steps {
		s := &p.Steps[i]
		n := len(s.Facts)
		for _, it := range itemsOf(s) {
			n += len(it.Facts)
		}
		if n == 0 {
			t.Errorf("step %s covers no fact", s.ID)
		}
	}
}

// eachLevelStands fails for a fact that no item carries as its level asks.
func eachLevelStands(t *testing.T, p *flows.Procedure, c map[string][]*flows.Item, want map[string][]string) {
	t.Helper()
	for fact, names := range want {
		for _, level := range names {
			stands, ok := standing[level]
			if !ok {
				t.Fatalf("%s: unknown level %q", fact, level)
			}
			if !slices.ContainsFunc(c[fact], func(it *flows.Item) bool { return stands(p, it) }) {
				t.Errorf("%s: no item stands for its level %q", fact, level)
			}
		}
	}
}

// standing says, by level, which item stands for a fact of that level.
var standing = map[string]func(*flows.Procedure, *flows.Item) bool{
	"tell":  func(_ *flows.Procedure, it *flows.Item) bool { return it.Text != nil && it.Text.Tell },
	"help":  func(_ *flows.Procedure, it *flows.Item) bool { return it.Help != "" || it.Text != nil && it.Text.Fold },
	"task":  func(_ *flows.Procedure, it *flows.Item) bool { return it.Task != nil },
	"field": func(_ *flows.Procedure, it *flows.Item) bool { return it.Field != nil },
	"secret": func(_ *flows.Procedure, it *flows.Item) bool {
		return it.Field != nil && it.Field.Type == flows.TypeSecret
	},
	"check":  func(_ *flows.Procedure, it *flows.Item) bool { return it.Check != nil },
	"action": func(_ *flows.Procedure, it *flows.Item) bool { return it.Action != nil },
	"list": func(_ *flows.Procedure, it *flows.Item) bool {
		return it.List != nil || it.Field != nil && it.Field.Type == flows.TypeEmails
	},
	"must":   func(_ *flows.Procedure, it *flows.Item) bool { return hasRule(it, flows.Must) },
	"warn":   func(_ *flows.Procedure, it *flows.Item) bool { return hasRule(it, flows.Warn) },
	"branch": branches,
}

// hasRule reports whether the item holds its step up at the level.
func hasRule(it *flows.Item, level flows.Level) bool {
	if level == flows.Must && it.List != nil && it.List.Min > 0 {
		return true
	}
	return slices.ContainsFunc(it.Rules, func(r flows.Rule) bool {
		return r.Level == level || r.Level == "" && level == flows.Must
	})
}

// branches reports whether what applies later, or the run's end, hangs on the
// item.
func branches(p *flows.Procedure, it *flows.Item) bool {
	if it.End != nil {
		return true
	}
	if it.Field == nil {
		return false
	}
	return slices.ContainsFunc(p.Readers(flows.Ref{Kind: flows.RefField, ID: it.ID}), func(at flows.Place) bool {
		return at.Use == flows.UseWhen || at.Use == flows.UseEnd
	})
}

// carriersOf gives the items that carry each fact; a fact that a step carries
// itself has none.
func carriersOf(p *flows.Procedure) map[string][]*flows.Item {
	c := map[string][]*flows.Item{}
	for i := range p.Steps {
		for _, fact := range p.Steps[i].Facts {
			c[fact] = append(c[fact], nil...)
		}
		for _, it := range itemsOf(&p.Steps[i]) {
			for _, fact := range it.Facts {
				c[fact] = append(c[fact], it)
			}
		}
	}
	return c
}

// itemsOf gives a step's items, each list's columns after it.
func itemsOf(s *flows.Step) []*flows.Item {
	var all []*flows.Item
	for i := range s.Items {
		it := &s.Items[i]
		all = append(all, it)
		if it.List == nil {
			continue
		}
		for j := range it.List.Columns {
			all = append(all, &it.List.Columns[j])
		}
	}
	return all
}
