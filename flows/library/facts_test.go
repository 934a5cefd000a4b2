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
	"lotse/flows/words"
)

// levels are the levels of a document's facts, by procedure and fact.
type levels map[string]map[string][]string

func specs() flows.Specs {
	return flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved}
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

// TestFacts holds every procedure of the library against its document's facts.
func TestFacts(t *testing.T) {
	open := flows.Open(library.FS, specs())
	facts := loadLevels(t)
	if ids, documents := open.IDs(), slices.Sorted(maps.Keys(facts)); !slices.Equal(ids, documents) {
		t.Errorf("there are the procedures %v, the documents are those of %v", ids, documents)
	}
	for _, id := range open.IDs() {
		t.Run(id, func(t *testing.T) {
			want, known := facts[id]
			if !known {
				t.Fatalf("testdata/facts.yaml has no %s", id)
			}
			p, err := open.Procedure(id)
			if err != nil {
				t.Fatal(err)
			}
			d := dealtOf(p)
			if got := slices.Sorted(maps.Keys(d.spots)); !slices.Equal(got, slices.Sorted(maps.Keys(want))) {
				t.Errorf("the steps carry %v, the document has %v", got, slices.Sorted(maps.Keys(want)))
			}
			if got := slices.Sorted(slices.Values(p.Facts)); !slices.Equal(got, slices.Sorted(maps.Keys(want))) {
				t.Errorf("the procedure lists %v, the document has %v", got, slices.Sorted(maps.Keys(want)))
			}
			eachStepCarries(t, p)
			for fact, levels := range want {
				for _, level := range levels {
					if wrong := d.stands(fact, level); wrong != "" {
						t.Errorf("%s: %s", fact, wrong)
					}
				}
			}
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
		if file == flows.ManifestFile {
			continue // TestTheLibraryIsAPack
		}
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
