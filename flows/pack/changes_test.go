package pack_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/pack"
)

const greet = `procedure: greet
version: 1
title: Greet
steps:
  - id: hello
    title: Say hello
    say: Hello!
    items:
      - {field: person, type: text, label: Who, required: true}
      - {text: Wave., id: wave}
  - id: bye
    title: Say goodbye
    items:
      - {task: gone, label: Gone}
`

// changesOf says what differs between two versions of the procedure greet, in
// lines.
func changesOf(t *testing.T, before, after map[string]string) string {
	t.Helper()
	changes, err := pack.Changes(built(t, before), built(t, after), flows.Specs{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&b, "%s %s\n", c.What, c.Procedure)
		for _, s := range c.Steps {
			fmt.Fprintf(&b, " %s %s<%s %v\n", s.What, s.Step, s.Was, s.Aspects)
			for _, x := range s.Texts {
				fmt.Fprintf(&b, "  %s: %q > %q\n", x.At, x.Old, x.New)
			}
		}
	}
	return b.String()
}

// TestChanges: what an update changes is named by procedure, step and text.
func TestChanges(t *testing.T) {
	with := func(pairs ...string) map[string]string {
		return map[string]string{"one.yaml": "", "one.de.yaml": "", "greet.yaml": strings.NewReplacer(pairs...).Replace(greet)}
	}
	second := maps.Clone(with())
	second["leave.yaml"] = strings.Replace(greet, "procedure: greet", "procedure: leave", 1)
	for name, c := range map[string]struct {
		before, after map[string]string
		want          string
	}{
		"nothing":           {with(), with(), ""},
		"a text":            {with(), with("Hello!", "Good morning!"), " changed hello< [text]\n  say: \"Hello!\" > \"Good morning!\"\n"},
		"a text more":       {with("    say: Hello!\n", ""), with(), " changed hello< [text]\n  say: \"\" > \"Hello!\"\n"},
		"a question":        {with(), with("label: Who", "label: Who is it"), " changed hello< [question]\n  items.person.label: \"Who\" > \"Who is it\"\n"},
		"no text":           {with(), with(", required: true", ""), " changed hello< [rules]\n"},
		"an item more":      {with("      - {text: Wave., id: wave}\n", ""), with(), " changed hello< []\n  items.wave.text: \"\" > \"Wave.\"\n"},
		"an item less":      {with(), with("      - {text: Wave., id: wave}\n", ""), " changed hello< []\n  items.wave.text: \"Wave.\" > \"\"\n"},
		"the title":         {with(), with("title: Greet", "title: Greet somebody"), " changed < []\n  title: \"Greet\" > \"Greet somebody\"\n"},
		"a step is new":     {with("id: bye", "id: bye"), with("  - id: bye", "  - id: wait\n    title: Wait\n    items:\n      - {task: waited, label: Waited}\n  - id: bye"), " new wait< []\n"},
		"a step is renamed": {with(), with("id: bye", "id: goodbye", "version: 1", "version: 2\nrenamed: {bye: goodbye}"), " changed goodbye<bye []\n"},
		"an item is renamed": {
			with(), with("field: person", "field: somebody", "version: 1", "version: 2\nrenamed: {person: somebody}", "label: Who", "label: Whom"),
			" changed hello< [question]\n  items.somebody.label: \"Who\" > \"Whom\"\n",
		},
	} {
		want := c.want
		if want != "" {
			want = "changed greet\n" + want
		}
		if got := changesOf(t, c.before, c.after); got != want {
			t.Errorf("%s:\n%s\nwanted\n%s", name, got, want)
		}
	}
	if got := changesOf(t, with(), second); got != "new leave\n" {
		t.Errorf("a procedure more: %s", got)
	}
	if got := changesOf(t, second, with()); got != "gone leave\n" {
		t.Errorf("a procedure less: %s", got)
	}
}

func TestFileChanges(t *testing.T) {
	before := built(t, nil)
	after := built(t, map[string]string{"LICENSE": "", "README.md": "x", "one.de.yaml": "of: one\nlanguage: de\n", "pack.yaml": strings.Replace(head, "1.2.0", "1.3.0", 1)})
	want := []pack.FileChange{{Name: "LICENSE", What: pack.Gone}, {Name: "README.md", What: pack.New}, {Name: "one.de.yaml", What: pack.Changed}}
	if got := pack.FileChanges(before, after); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if got := pack.FileChanges(after, after); got != nil {
		t.Errorf("%v", got)
	}
}
