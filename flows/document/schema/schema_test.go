package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document/schema"
	"lotse/flows/library"
)

func compiled(t testing.TB, kind schema.Kind) *jsonschema.Schema {
	t.Helper()
	text, err := schema.Print(kind, flows.Specs{Checks: check.Specs()})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("lotse.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("lotse.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fits reports why a document is not what the schema says, as an editor reads both.
func fits(t testing.TB, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	var read any
	if err := yaml.Unmarshal(text, &read); err != nil {
		return fmt.Errorf("read YAML: %w", err)
	}
	written, err := json.Marshal(read)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(written))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func kindOf(file string) schema.Kind {
	switch parts := strings.Split(file, "."); {
	case len(parts) == 2:
		return schema.Procedure
	case parts[1] == "steps":
		return schema.Steps
	}
	return schema.Translation
}

// TestShipped holds that every document that Lotse comes with is what its schema
// says.
func TestShipped(t *testing.T) {
	files, err := fs.Glob(library.FS, "*.yaml")
	if err != nil || len(files) < 17 {
		t.Fatalf("%d documents: %v", len(files), err)
	}
	schemas := map[schema.Kind]*jsonschema.Schema{}
	for _, kind := range schema.Kinds {
		schemas[kind] = compiled(t, kind)
	}
	for _, file := range files {
		if file == flows.ManifestFile {
			continue
		}
		text, err := fs.ReadFile(library.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		if err := fits(t, schemas[kindOf(file)], text); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

const top = "procedure: p\nversion: 1\ntitle: T\nsummary: S.\n"

func item(text string) string { return top + "steps: [{id: s, title: S, items: [{" + text + "}]}]\n" }

// TestBroken holds that schema and lint agree on the shape of a document: what lint
// takes, the schema takes, and what the one refuses the other refuses.
func TestBroken(t *testing.T) {
	s := compiled(t, schema.Procedure)
	for doc, good := range map[string]bool{
		top + "steps: [{id: s, title: S}]\n":                                                   true,
		top + "steps: [{id: s, titel: S}]\n":                                                   false,
		top + "steps: [{title: S}]\n":                                                          false,
		top + "steps: []\n":                                                                    false,
		top + "steps: {id: s, title: S}\n":                                                     false,
		top + "steps: [{id: s, title: S, actor: boss}]\n":                                      false,
		top + "steps: [{id: s, title: S, minutes: soon}]\n":                                    false,
		top + "steps: [{id: s, title: S, internal: 'true'}]\n":                                 false,
		top + "steps: [{id: S 1, title: S}]\n":                                                 false,
		"version: 1\ntitle: T\nsummary: S.\nsteps: [{id: s, title: S}]\n":                      false,
		item("field: f, type: text"):                                                           true,
		item("field: f, type: txt"):                                                            false,
		item("field: f"):                                                                       false,
		item("type: text"):                                                                     false,
		item("field: f, task: f, type: text"):                                                  false,
		item("field: f, type: choice, options: {a: A, b: B}"):                                  true,
		item("field: f, type: choice, options: [a, b]"):                                        true,
		item("field: f, type: number, default: 3"):                                             true,
		item("field: f, type: text, rules: [digits]"):                                          true,
		item("field: f, type: text, rules: [digitz]"):                                          false,
		item("field: f, type: text, rules: [{max-length: 9}]"):                                 true,
		item("field: f, type: text, rules: [{max-length: {max: 9, level: warn}}]"):             true,
		item("field: f, type: text, rules: [{max-length: {level: warn}}]"):                     false,
		item("field: f, type: text, rules: [{rule: max-length, max: 9}]"):                      true,
		item("field: f, type: text, rules: [{rule: max-length, least: 9}]"):                    false,
		item("field: f, type: text, rules: [{rule: digits, level: bad}]"):                      false,
		item("field: f, type: text, rules: [{require: \"f == 'x'\", text: T, code: other}]"):   true,
		item("field: f, type: text, rules: [{require: \"f == 'x'\", texts: T}]"):               false,
		item("list: l, columns: [{field: c, type: text}], unique: c"):                          true,
		item("list: l, columns: [{field: c, type: text}], unique: [{column: c, level: warn}]"): true,
		item("list: l, columns: [{wait: c, for: x}]"):                                          false,
		item("wait: w, for: them, ladder: [{after: 1h, try: Call.}]"):                          true,
		item("wait: w, for: them, ladder: [{after: 1 hour, try: Call.}]"):                      false,
		item("task: t, optional: true"):                                                        true,
		item("task: t, optional: maybe"):                                                       false,
		item("check: c, run: no.such"):                                                         false,
		item("copy: C, tell: true"):                                                            false,
		item("text: T, tell: true"):                                                            true,
	} {
		if err := fits(t, s, []byte(doc)); (err == nil) != good {
			t.Errorf("the schema of %s: %v", doc, err)
		}
		faults := flows.Lint(fstest.MapFS{"p.yaml": {Data: []byte(doc)}}, "p.yaml", flows.Specs{Checks: check.Specs()})
		if shape := shapeFaults(faults); (len(shape) == 0) != good {
			t.Errorf("lint of %s: %v", doc, shape)
		}
	}
}

// shapeFaults are the faults without the doubts about what a document leaves out.
func shapeFaults(faults []flows.Fault) []flows.Fault {
	var shape []flows.Fault
	for _, f := range faults {
		if code := f.Message.Code; code != "lint.no_label" && code != "lint.step_empty" {
			shape = append(shape, f)
		}
	}
	return shape
}

// TestPrint holds what an editor needs: the same bytes each time, and a sentence at
// each key.
func TestPrint(t *testing.T) {
	for _, kind := range schema.Kinds {
		one, err := schema.Print(kind, flows.Specs{})
		if err != nil {
			t.Fatal(err)
		}
		two, _ := schema.Print(kind, flows.Specs{})
		if !bytes.Equal(one, two) {
			t.Errorf("%s is printed in two ways", kind)
		}
	}
	if _, err := schema.Print("letter", flows.Specs{}); err == nil {
		t.Error("a kind that is none has a schema")
	}
}
