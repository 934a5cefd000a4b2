package library_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/words"
)

var updateReadme = flag.Bool("update-readme", false, "write the README's tables of rules and checks anew")

// TestReadmeTables holds the README's tables against the rules and checks that
// there are.
func TestReadmeTables(t *testing.T) {
	const path = "../../README.md"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	for head, rows := range map[string][]string{
		"| rule | fits | arguments | what it wants |": ruleRows(),
		"| check | inputs | now | what it proves |":   checkRows(),
	} {
		begin := strings.Index(text, head)
		if begin < 0 {
			t.Fatalf("the README has no table %s", head)
		}
		end := begin + strings.Index(text[begin:]+"\n\n", "\n\n")
		want := head + "\n|---|---|---|---|\n" + strings.Join(rows, "\n")
		if text[begin:end] == want {
			continue
		}
		if !*updateReadme {
			t.Errorf("the README's table is not what there is (-update-readme):\n%s\nwant\n%s", text[begin:end], want)
		}
		text = text[:begin] + want + text[end:]
	}
	if *updateReadme {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
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
