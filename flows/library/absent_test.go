package library_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"lotse/flows"
	"lotse/flows/library"
)

// none is what a document does not have.
type none struct {
	IDs   []string `yaml:"ids"`   // of fields, lists and columns
	Words []string `yaml:"words"` // in a text that a person reads
}

// TestAbsent holds a procedure against what its document does not have, also
// where steps that it shares with another procedure would bring it in.
func TestAbsent(t *testing.T) {
	raw, err := os.ReadFile("testdata/absent.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var absent map[string]map[string]none
	if err := yaml.UnmarshalWithOptions(raw, &absent, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	open, facts := flows.Open(library.FS, specs()), loadLevels(t)
	for _, id := range open.IDs() {
		p, err := open.Procedure(id)
		if err != nil {
			t.Fatal(err)
		}
		for fact, levels := range facts[id] {
			n, given := absent[id][fact]
			if given != slices.Contains(levels, "absence") {
				t.Errorf("%s: absent.yaml has it: %t, facts.yaml calls it %v", fact, given, levels)
			}
			n.hold(t, fact, p)
		}
	}
}

func (n none) hold(t *testing.T, fact string, p *flows.Procedure) {
	t.Helper()
	for i := range p.Steps {
		for _, it := range itemsOf(&p.Steps[i]) {
			if slices.Contains(n.IDs, it.ID) {
				t.Errorf("%s: step %s has %s", fact, p.Steps[i].ID, it.ID)
			}
		}
	}
	for _, lang := range p.Languages {
		for _, text := range p.In(lang).Texts() {
			for _, word := range n.Words {
				if strings.Contains(strings.ToLower(text.Text), word) {
					t.Errorf("%s: %s (%s) says %q: %s", fact, text.Path, lang, word, text.Text)
				}
			}
		}
	}
}
