package flows

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// files makes a file system of name, text, name, text.
func files(parts ...string) fstest.MapFS {
	f := fstest.MapFS{}
	for i := 0; i+1 < len(parts); i += 2 {
		f[parts[i]] = &fstest.MapFile{Data: []byte(parts[i+1])}
	}
	return f
}

// head is the beginning of a procedure called p.
const head = `procedure: p
version: 1
title: A title
summary: A sentence.
steps:
  - id: one
    title: First
    items:
`

// loads loads p and fails where it does not.
func loads(t testing.TB, f fstest.MapFS) *Procedure {
	t.Helper()
	p, err := Open(f, Specs{}).Procedure("p")
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return p
}

// marked takes the ◆ out of one of the files and gives its place as
// file:line:column.
func marked(f fstest.MapFS) string {
	for name, file := range f {
		before, after, found := strings.Cut(string(file.Data), "◆")
		if !found {
			continue
		}
		file.Data = []byte(before + after)
		line := before[strings.LastIndexByte(before, '\n')+1:]
		return fmt.Sprintf("%s:%d:%d: ", name, strings.Count(before, "\n")+1, len([]rune(line))+1)
	}
	return ""
}

// expect compares faults with a place and words.
func expect(t *testing.T, source string, faults Faults, place, words string) {
	t.Helper()
	for _, f := range faults {
		if s := f.String(); strings.HasPrefix(s, place) && strings.Contains(s, words) {
			return
		}
	}
	t.Errorf("%s\nhas the faults\n%v\nand not %s%s", source, faults, place, words)
}

func TestBadDocuments(t *testing.T) {
	for _, c := range []struct{ doc, words string }{
		// the form of the file
		{"◆", "the document is empty"},
		{"◆- a", "a procedure has to be a mapping"},
		{"a: ◆&x b", "anchors (&) are not used"},
		{"a: ◆*x", "aliases (*) are not used"},
		{"a: ◆!!str b", "tags (!) are not used"},
		{"◆<<: {a: b}", "merge keys (<<) are not used"},
		{"◆%YAML 1.2\n---\na: b", "directives (%) are not used"},
		{"a: b\n---\n◆c: d", "a file holds one"},
		{"a: b\n◆a: c", "the key a is there already, in line 1"},
		{"a: {b: c, ◆b: d}", "the key b is there already"},
		{"a: b\nc: ◆\xff", "not UTF-8"},
		{"a: ◆\"b", "could not find end"},
		{"a: " + strings.Repeat("[", 23) + "◆[", "nested more than"},
		{strings.Repeat("- ", 24) + "◆- a", "nested more than"},
		{"a: [" + strings.Repeat("a, ", form.Parts) + "a◆, a]", "more than 4000 parts"},
		{"◆" + strings.Repeat("#", MaxProcedure+3), "a procedure may have 1048576"},

		// the top
		{"◆version: 1\ntitle: x\nsteps: []", "a procedure needs procedure"},
		{"procedure: ◆q\nversion: 1", "the procedure is called q, its file p.yaml"},
		{"◆procedure: p\ntitle: x", "needs a version"},
		{"procedure: p\nversion: ◆one", "version has to be a whole number"},
		{"procedure: p\nversion: ◆\"1\"", "version has to be a whole number"},
		{"procedure: p\nversion: 1\ntitle: ◆[x]", "title has to be a text, not a list"},
		{"procedure: p\nversion: 1\ntitle: ◆", "title is empty"},
		{"procedure: p\nversion: 1\ntitle: ◆\"a\\u001b[31m\"", "control or invisible characters"},
		{"procedure: p\n◆tilte: x", "a procedure has no key tilte: did you mean title?"},
		{"procedure: p\nsource: {document: x, read: ◆yesterday}", "yesterday is no date"},
		{"procedure: p\nsystems: ◆x", "systems has to be a list"},
		{"procedure: p\nfacts: [A-01, ◆A-01]", "the fact A-01 is there twice"},
		{"procedure: p\nfacts: [◆A-09..A-07]", "no range of facts"},
		{"procedure: p\nfacts: [◆A 1]", "no id of a fact"},
		{"procedure: p\nsteps: ◆[]", "steps is empty"},
		{"procedure: p\nsteps: [◆x]", "a step has to be a mapping"},

		// steps
		{"procedure: p\nsteps:\n  - ◆title: x", "a step needs id"},
		{"procedure: p\nsteps:\n  - id: ◆One", "One is no id of a step"},
		{head + "      - text: x\n  - id: ◆one\n    title: x", "there is a step one already (p.yaml:6)"},
		{head + "      - text: x\n    actor: ◆robot", "robot is no actor"},
		{head + "      - text: x\n    needs: [◆two]\n  - id: two\n    title: x", "the step two comes later"},
		{head + "      - text: x\n    needs: [◆oen]", "did you mean one?"},
		{head + "      - text: x\n    ifnot: {◆A: x}", "A is no letter"},
		{head + "      - text: x\n    internal: ◆yes", "internal has to be true or false"},
		{head + "      - text: x\n    minutes: ◆-1", "minutes has to be a whole number"},
		{head + "      - text: x\n    say: ◆Hello {{ nobody }}", "{{ nobody }}, and there is no such field"},
		{head + "      - text: x\n    when: ◆late == \"x\"\n  - id: two\n    title: x\n    items:\n      - {field: late, type: text}", "late comes later"},
		{head + "      - {field: own, type: text}\n    when: ◆own == \"x\"", "own comes later"},

		// items
		{head + "      - ◆label: x", "the item has no kind"},
		{head + "      - ◆{text: x, copy: y}", "several kinds: text, copy"},
		{head + "      - {text: x, ◆titel: y}", "a text has no key titel"},
		{head + "      - {text: x, ◆label: y}", "a text has no key label"},
		{head + "      - ◆{text: x, tell: true, help: true}", "tell or help"},
		{head + "      - {task: ◆a.b}", "a.b is no id of a item"},
		{head + "      - {task: a}\n      - ◆{check: a, run: x}", "the step has an item a already"},
		{head + "      - {text: x}\n      - ◆{task: text-1}", "the step has an item text-1 already"},
		{head + "      - ◆{field: a}", "a field needs type"},
		{head + "      - {field: a, type: ◆strnig}", "strnig is no type"},
		{head + "      - {field: ◆a-b, type: text}", "a-b is no id of a field"},
		{head + "      - {field: ◆in, type: text}", "in is no id of a field"},
		{head + "      - {field: a, type: text}\n      - {field: ◆a, type: text}", "there is a field a already"},
		{head + "      - ◆{field: a, type: choice}", "a choice needs options"},
		{head + "      - {field: a, type: choice, options: ◆[]}", "options is empty"},
		{head + "      - {field: a, type: choice, options: ◆[x, x]}", "the option x is there twice"},
		{head + "      - {field: a, type: choice, options: {x: y, z:◆}}", "the option z is empty"},
		{head + "      - {field: a, type: text, options: ◆[x]}", "has no options"},
		{head + "      - {field: a, type: code, area: ◆true}", "only a text can be an area"},
		{head + "      - {field: a, type: text, once: ◆true}", "only a secret is shown once"},
		{head + "      - {field: a, type: text, large: ◆true}", "only a file is large"},
		{head + "      - {field: a, type: choice, options: [x], default: ◆y}", "the default is no good answer"},
		{head + "      - {field: a, type: secret, default: ◆y}", "has no default"},
		{head + "      - {field: a, type: date, default: ◆+3d}", "no date"},
		{head + "      - {field: a, type: text, when: ◆b == \"x\"}", "there is no field b"},
		{head + "      - {field: a, type: text, when: ◆a == \"x\"}", "a comes later"},
		{head + "      - {field: a, type: number}\n      - {text: x, when: 'a > 1 && a ◆== \"x\"'}", "cannot be compared"},
		{head + "      - {field: a, type: number}\n      - text: x\n        when: ◆\"a == \\\"x\\\"\"", "cannot be compared"}, // escapes: the beginning
		{head + "      - {field: a, type: number}\n      - text: x\n        when: ◆|-\n          a ==\n          \"x\"", "cannot be compared"},
		{head + "      - {field: ä, type: number, ◆zz: 1}", "a field has no key zz"},
		{head + "      - {field: a, type: secret}\n      - {text: ◆\"{{ a }}\"}", "a secret stands in no text"},
		{head + "      - {text: ◆\"{{ a }}\"}\n      - {field: a, type: text}", "{{ a }}, which comes later"},
		{head + "      - {copy: ◆\"\"}", "copy is empty"},
		{head + "      - {copy: , of: ◆a}", "there is no field a"},
		{head + "      - {field: a, type: text}\n      - ◆{copy: x, of: a}", "a constant or of a field, not both"},
		{head + "      - {task: a, evidence: ◆photo}", "photo is no evidence"},
		{head + "      - {check: a, run: x, with: {y: ◆b}}", "there is no field b"},
		{head + "      - {check: a, run: x, with: {y: ◆l.c}}", "there is no field l.c"},
		{head + "      - {check: a, run: x, level: ◆high}", "high is no level"},
		{head + "      - {check: a, run: x, findings: {y: ◆high}}", "high is no y"},
		{head + "      - {field: b, type: text}\n      - {draft: a, template: x, to: ◆b}", "b is no e-mail address"},
		{head + "      - {wait: a, for: x, then: ◆two}\n  - {id: two, title: x}", "then points back"},
		{head + "      - {wait: a, for: x, then: ◆zwei}", "there is no step zwei"},
		{head + "      - ◆{gate: a, word: x}", "a gate needs warning"},
		{head + "      - {gate: a, word: x, warning: y, requires: [◆{when: 'true'}]}", "a precondition needs text"},
		{head + "      - {end: a, outcome: ◆Not needed, reason: x}", "an outcome is made of small letters"},

		// lists
		{head + "      - ◆{list: l}", "a list needs columns"},
		{head + "      - {list: l, columns: [◆{text: x}]}", "a column is a field or a task"},
		{head + "      - {list: l, columns: [◆{field: a, type: secret}]}", "a secret cannot be a column"},
		{head + "      - {list: l, unique: ◆b, columns: [{field: a, type: text}]}", "the list has no column b"},
		{head + "      - {list: l, unique: ◆[a, {column: b}], columns: [{field: a, type: text}]}", "the list has no column b"},
		{head + "      - {list: l, unique: [◆{level: warn}], columns: [{field: a, type: text}]}", "a unique column needs column"},
		{head + "      - {list: l, unique: [{column: a, ◆levle: warn}], columns: [{field: a, type: text}]}", "no key levle: did you mean level?"},
		{head + "      - {list: l, unique: [{column: a, when: len(◆l) > 1}], columns: [{field: a, type: text}]}", "l comes later"},
		{head + "      - {field: f, type: text, keep: ◆always}", "keep has to be true or false"},
		{head + "      - {list: l, min: 3, max: ◆2, columns: [{field: a, type: text}]}", "max is smaller than min"},
		{head + "      - {field: a, type: text}\n      - {list: l, columns: [{task: ◆a}]}", "there is a field a already"},
		{head + "      - {list: l, columns: [{field: a, type: text, when: ◆b}, {task: b}]}", "b comes later"},
		{head + "      - {list: l, columns: [{field: a, type: text}, {task: b, when: 'any(◆l, .a == \"x\")'}]}", "cannot hang on all rows"},
		{head + "      - {list: l, columns: [{field: a, type: text}]}\n      - {text: x, when: ◆a == \"x\"}", "a is a column of l"},

		// rules
		{head + "      - {field: a, type: text, rules: [◆max-lenght]}", "did you mean max-length?"},
		{head + "      - {field: a, type: text, rules: [◆max-length]}", "the rule max-length needs max"},
		{head + "      - {field: a, type: text, rules: [{max-length: ◆{max: x}}]}", "no whole number"},
		{head + "      - {field: a, type: text, rules: [{max-length: {max: 3, ◆min: 2}}]}", "has no key min"},
		{head + "      - {field: a, type: text, rules: [◆{rule: pattern, match: '('}]}", "match of the rule pattern"},
		{head + "      - {field: a, type: number, rules: [◆digits]}", "the rule digits does not fit a field of type number"},
		{head + "      - {field: a, type: text, rules: [digits, ◆digits]}", "a rule with the code digits already"},
		{head + "      - {field: a, type: text, rules: [{require: a ◆== 3}]}", "cannot be compared"},
		{head + "      - {field: a, type: text, rules: [◆{level: warn, code: x}]}", "a rule is its NAME"},
		{head + "      - {list: l, columns: [{field: a, type: text}], rules: [◆digits]}", "does not fit a list"},
		{head + "      - {field: a, type: text, rules: [{require: ◆b == \"x\"}]}\n      - {field: b, type: text}", "b comes later"},
	} {
		f := files("p.yaml", c.doc)
		place := marked(f)
		expect(t, c.doc[:min(len(c.doc), 2000)], Lint(f, "p", Specs{}), place, c.words)
		if _, err := Open(f, Specs{}).Procedure("p"); err == nil {
			t.Errorf("%s loads", c.doc[:min(len(c.doc), 2000)])
		}
	}
}

func TestFaultsComeAllAtOnce(t *testing.T) {
	faults := Lint(files("p.yaml", head+"      - {text: x, a: b}\n      - {task: A}\n      - {field: c, type: x}\n"), "p", Specs{})
	if len(faults) != 3 {
		t.Errorf("three faults are told as\n%v", Faults(faults))
	}
}

func TestCRLFAndByteOrderMark(t *testing.T) {
	doc := "\uFEFF" + strings.ReplaceAll(head+"      - text: |-\n          a\n          b\n", "\n", "\r\n")
	if body := loads(t, files("p.yaml", doc)).Steps[0].Items[0].Text.Body; body != "a\nb" {
		t.Errorf("a file of Windows gives the text %q", body)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(head + "      - {field: a, type: choice, options: {x: y}}\n      - {text: '{{ a }}', when: a == \"x\"}\n")
	f.Add("procedure: p\nsteps: [{include: q}]")
	f.Add("? a\n: b\n- c")
	f.Add("a: |\n  b\n c: >+")
	f.Add("procedure: {p: p}\nversion: [1]\nfacts: {a: b}\nsource: x")
	f.Fuzz(func(t *testing.T, doc string) {
		l := Lint(files("p.yaml", doc), "p", Specs{})
		p, err := Open(files("p.yaml", doc), Specs{}).Procedure("p")
		if err != nil {
			if len(l) == 0 {
				t.Fatalf("it does not load, but lint finds nothing: %v", err)
			}
			return
		}
		if q, err := Decode(p.Bytes()); err != nil || q.Digest != p.Digest {
			t.Fatalf("what loads is not decoded the same: %v", err)
		}
	})
}
