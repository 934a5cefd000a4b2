package reference_test

import (
	"bytes"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document/reference"
	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// TestTablesAreWhole: in each language every topic has all that there is, a row
// has a cell a column, and what is printed has each cell, and no marks of
// Markdown.
func TestTablesAreWhole(t *testing.T) {
	least := map[string]int{"rules": len(flows.Rules), "checks": len(check.All()), "faults": len(check.FaultsOf("teccom.token")), "registers": len(compare.Suppliers.Rules())}
	for _, topic := range reference.Topics() {
		for _, lang := range words.Languages() {
			table, _ := reference.Of(topic, lang)
			var printed bytes.Buffer
			if err := table.WriteText(&printed); err != nil {
				t.Fatal(err)
			}
			if len(table.Rows) < least[topic] || least[topic] == 0 {
				t.Errorf("%s, %s: %d rows, want %d and more", topic, lang, len(table.Rows), least[topic])
			}
			if strings.Contains(printed.String(), "`") {
				t.Errorf("%s, %s: marks of Markdown are printed", topic, lang)
			}
			for _, row := range table.Rows {
				if len(row) != len(table.Heads) {
					t.Fatalf("%s, %s: %q has %d cells for %d columns", topic, lang, row[0], len(row), len(table.Heads))
				}
				for _, cell := range row {
					if !strings.Contains(printed.String(), strings.ReplaceAll(cell, "`", "")) {
						t.Errorf("%s, %s: %q is not printed", topic, lang, cell)
					}
				}
			}
		}
	}
}

// TestNoSuchTopic: what is no topic has no table.
func TestNoSuchTopic(t *testing.T) {
	for _, topic := range []string{"", "rule", "Rules", "keys"} {
		if _, ok := reference.Of(topic, "en"); ok {
			t.Errorf("%q is a topic", topic)
		}
	}
}
