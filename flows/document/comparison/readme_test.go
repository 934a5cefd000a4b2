package comparison_test

import (
	"fmt"
	"slices"
	"testing"

	"lotse/flows/document/comparison"
	"lotse/flows/readme"
	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// TestReadmeTable holds the README's table of the rules about registers against
// the rules that there are.
func TestReadmeTable(t *testing.T) {
	readme.Table(t, "| rule | customers | suppliers | products | what it finds | what happens if nothing is done |", registerRows())
}

// registerRows are the rules of all registers, the most serious first.
func registerRows() []string {
	var rules []compare.Rule
	for _, level := range []compare.Level{compare.Must, compare.Warn, compare.Info} {
		for _, k := range []compare.Kind{compare.Suppliers, compare.Customers, compare.Products} {
			for _, r := range k.Rules() {
				if k.Level(r) == level && !slices.Contains(rules, r) {
					rules = append(rules, r)
				}
			}
		}
	}
	var rows []string
	for _, r := range rules {
		row := fmt.Sprintf("| `%s` |", r)
		effect := ""
		for _, k := range compare.Kinds() {
			level := string(k.Level(r))
			if level == "" {
				level = "–"
			} else if effect == "" {
				p := compare.Plan{Kind: k, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: compare.RackbeatToNetvisor}
				effect = comparison.NewWords(&p, "en").RuleEffect(r, sideOf(r))
			}
			row += " " + level + " |"
		}
		rows = append(rows, fmt.Sprintf("%s %s | %s |", row, words.Say("en", compare.RuleTitle(r)), effect))
	}
	return rows
}

// sideOf is the side that the table speaks of.
func sideOf(r compare.Rule) compare.Side {
	if r == compare.OnlyRight {
		return compare.Right
	}
	return compare.Left
}
