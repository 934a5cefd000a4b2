package library_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/readme"
	"lotse/flows/words"
)

// TestReadmeTables holds the README's tables against the rules and checks that
// there are.
func TestReadmeTables(t *testing.T) {
	readme.Table(t, "| rule | fits | arguments | what it wants |", ruleRows())
	readme.Table(t, "| check | inputs | now | what it proves |", checkRows())
}

func ruleRows() []string {
	var rows []string
	for _, name := range slices.Sorted(maps.Keys(flows.Rules)) {
		spec := flows.Rules[name]
		var args []string
		for _, a := range spec.Args {
			args = append(args, "`"+a.Name+"`")
		}
		doc := words.Say("en", spec.Doc)
		if spec.Hint {
			doc += " A sign: warn."
		}
		rows = append(rows, fmt.Sprintf("| `%s` | %s | %s | %s |", name, typeNames(spec.Types, "all but secret"), strings.Join(args, ", "), doc))
	}
	return rows
}

func checkRows() []string {
	var rows []string
	for _, spec := range check.Specs() {
		var inputs []string
		for _, in := range spec.Inputs {
			name := "`" + in.Name + "`"
			if in.Many {
				name += "…"
			}
			if !in.Required {
				name = "(" + name + ")"
			}
			inputs = append(inputs, name)
		}
		now := "later"
		if spec.Built {
			now = "runs"
		}
		rows = append(rows, fmt.Sprintf("| `%s` | %s | %s | %s |", spec.Name, strings.Join(inputs, " "), now, words.Say("en", flows.Msg(spec.Title))))
	}
	return rows
}

func typeNames(types []flows.Type, all string) string {
	if len(types) == 0 {
		return all
	}
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = string(t)
	}
	return strings.Join(names, ", ")
}
