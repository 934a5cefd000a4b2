package document

import (
	"fmt"
	"hash/fnv"
	"strings"
	"testing"
	texttemplate "text/template"
)

// oracle answers every function of a template by chance, the same for the same
// question.
func oracle(seed int, name string) function {
	return func(args []any) (any, error) {
		h := fnv.New32a()
		fmt.Fprint(h, seed, name, args)
		chance := h.Sum32() / 7 % 4
		switch name {
		case "rows":
			return make([]map[string]string, chance), nil
		case "has", "done", "chose", "same", "asked", "ticked":
			return chance > 1, nil
		}
		return strings.Repeat("x", int(chance)), nil
	}
}

// bothWays fills a template here and by the standard library, which would write <no value>
// for a cell that is not there.
func bothWays(t *testing.T, source string, functions map[string]function, dot any) (ours, theirs string) {
	t.Helper()
	var b strings.Builder
	if err := fill(&b, "letter", source, functions, dot); err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	funcs := texttemplate.FuncMap{}
	for name, f := range functions {
		funcs[name] = func(args ...any) (any, error) { return f(args) }
	}
	var theirsIn strings.Builder
	if err := texttemplate.Must(texttemplate.New("letter").Option("missingkey=zero").Funcs(funcs).Parse(source)).Execute(&theirsIn, dot); err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return b.String(), theirsIn.String()
}

// TestFillAsTextTemplate: the program's own templates come out as the standard
// library fills them, whatever is answered.
func TestFillAsTextTemplate(t *testing.T) {
	entries, err := files.ReadDir("templates")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		source, err := files.ReadFile("templates/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		for seed := range 200 {
			functions := (&answers{}).functions()
			for name := range functions {
				if name != "eq" && name != "ne" && name != "not" && name != "row" {
					functions[name] = oracle(seed, name)
				}
			}
			if ours, theirs := bothWays(t, string(source), functions, map[string]cell(nil)); ours != theirs {
				t.Fatalf("%s, %d:\n%s\nwant\n%s", entry.Name(), seed, ours, theirs)
			}
		}
	}
}

func TestFillParts(t *testing.T) {
	functions := (&answers{}).functions()
	functions["rows"] = ofText(func(id string) []map[string]string {
		return map[string][]map[string]string{"two": {{"a": "1", "b": ""}, {"a": "2", "b": "x"}}}[id]
	})
	dot := map[string]cell{"ship": "Aava", "empty": ""}
	for _, source := range []string{
		`{{.ship}} {{.empty}} {{.none}}`, `{{if .empty}}a{{else if .ship}}b{{else}}c{{end}}`, `{{with .ship}}{{.}}{{else}}{{.ship}}{{end}}`,
		`{{with .empty}}{{.}}{{else}}{{.ship}}{{end}}`, `{{with .empty}}a{{else with .ship}}{{.}}{{end}}`, `{{range rows "two"}}{{.a}}-{{.b}};{{else}}none{{end}}`,
		`{{range rows "none"}}x{{else}}{{.ship}}{{end}}`, `{{and .empty .ship}}|{{and .ship "x"}}|{{or .empty .ship}}|{{or .empty ""}}`, `{{eq .ship "Aava"}} {{ne .ship "x"}} {{not .empty}}`,
		`{{5}} {{1.5}} {{-3}} {{12345678}} {{true}} {{"q\n"}} {{if 0}}a{{end}}{{if 1}}b{{end}}`, `{{$v := .ship}}{{if $v}}{{$v = "other"}}{{end}}{{$v}}`,
		"a  {{- /* note */ -}}  b\n{{- .ship }}", `{{row "Ship" .ship}}{{row "None" .empty}}{{ticked "true"}} {{ticked .ship}}`, `{{(or .empty "x")}} {{if and (eq .ship "Aava") (not (has2))}}y{{end}}`,
	} {
		functions["has2"] = ofNone(func() bool { return false })
		if ours, theirs := bothWays(t, source, functions, dot); ours != theirs {
			t.Errorf("%s: %q, want %q", source, ours, theirs)
		}
	}
}

func TestFillFails(t *testing.T) {
	for source, what := range map[string]string{
		`{{if}}`: "missing value", `{{nobody}}`: "there is no function nobody", `{{not}}`: "0 arguments where there have to be 1", `{{chosen "a" "b"}}`: "2 arguments where",
		`{{.a}}`: "it stands in no row", `{{range "a"}}{{end}}`: "string has no rows", `{{"a" | not}}`: "no letter has this", `{{template "x"}}`: "no letter has this",
		`{{"a" "b"}}`: "no function", `{{nil}}`: "nil", `{{range rows "x"}}{{break}}{{end}}`: "", `{{if nobody}}{{end}}`: "nobody", `{{with nobody}}{{end}}`: "nobody", `{{range nobody}}{{end}}`: "nobody",
		`{{and nobody}}`: "nobody", `{{not nobody}}`: "nobody",
	} {
		functions := (&answers{}).functions()
		functions["rows"] = ofText(func(string) []map[string]string { return []map[string]string{{}} })
		var b strings.Builder
		if err := fill(&b, "letter", source, functions, nil); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v, want %q", source, err, what)
		}
	}
}
