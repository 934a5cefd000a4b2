package flows

import (
	"errors"
	"fmt"
	"slices"
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
		if strings.HasPrefix(f.String(), place) && strings.Contains(inEnglish(f.Message), words) {
			return
		}
	}
	t.Errorf("%s\nhas the faults\n%s\nand not %s%s", source, sentences(faults), place, words)
}

// sentences are an error in English: the faults that it has as its cause, one a
// line, or the refusal itself.
func sentences(err error) string {
	var faults Faults
	if errors.As(err, &faults) {
		lines := make([]string, len(faults))
		for i, f := range faults {
			lines[i] = fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, inEnglish(f.Message))
		}
		return strings.Join(lines, "\n")
	}
	var r *Refusal
	if errors.As(err, &r) {
		return inEnglish(r.Message)
	}
	return ""
}

func TestBadDocuments(t *testing.T) {
	for _, c := range []struct{ doc, words string }{
		// the form of the file
		{"◆", "The document is empty"},
		{"◆- a", "This is a list, and a procedure has to be a mapping (key: value)."},
		{"a: ◆&x b", "Anchors (&) are not used"},
		{"a: ◆*x", "Aliases (*) are not used"},
		{"a: ◆!!str b", "Tags (!) are not used"},
		{"◆<<: {a: b}", "Merge keys (<<) are not used"},
		{"◆%YAML 1.2\n---\na: b", "Directives (%) are not used"},
		{"a: b\n---\n◆c: d", "a file holds one"},
		{"a: b\n◆a: c", "The key a is there already, in line 1."},
		{"a: {b: c, ◆b: d}", "The key b is there already"},
		{"a: b\nc: ◆\xff", "not UTF-8"},
		{"a: ◆\"b", "This \" is never closed: write \" after the last thing it holds"},
		{"a: " + strings.Repeat("[", 23) + "◆[", "The document is nested more than 24 deep."},
		{strings.Repeat("- ", 24) + "◆- a", "The document is nested more than 24 deep."},
		{"a: [" + strings.Repeat("a, ", form.Parts) + "◆a, a]", "more than 4000 parts"},
		{"◆" + strings.Repeat("#", MaxProcedure+3), "a procedure may have 1048576"},

		// the top
		{"◆version: 1\ntitle: x\nsteps: []", "The key procedure is missing: a procedure needs it."},
		{"procedure: ◆q\nversion: 1", "The procedure is called q, but its file p.yaml: give both the same name"},
		{"◆procedure: p\ntitle: x", "needs a version"},
		{"procedure: p\nversion: ◆one", "and the value of version has to be a whole number from 0 to 1000000."},
		{"procedure: p\nversion: ◆\"1\"", "and the value of version has to be a whole number from 0 to 1000000."},
		{"procedure: p\nversion: 1\ntitle: ◆[x]", "This is a list, and the value of title has to be a text."},
		{"procedure: p\nversion: 1\ntitle: ◆", "Nothing is written here, but the value of title has to be a text."},
		{"procedure: p\nversion: 1\ntitle: ◆\"a\\u001b[31m\"", "There are control or invisible characters in the value of title."},
		{"procedure: p\n◆tilte: x", "There is no key tilte in a procedure: did you mean title?"},
		{"procedure: p\nsource: {document: x, read: ◆yesterday}", "yesterday is not a date: write 2026-11-24"},
		{"procedure: p\nsystems: ◆x", "This is \"x\", and the value of systems has to be a list."},
		{"procedure: p\nfacts: [A-01, ◆A-01]", "The fact A-01 is listed twice"},
		{"procedure: p\nfacts: [◆A-09..A-07]", "A-09..A-07 is not a range of facts, such as TI-01..TI-26"},
		{"procedure: p\nfacts: [◆A 1]", "A 1 is not a fact id, such as TI-01"},
		{"procedure: p\nsteps: ◆[]", "There is nothing in the value of steps: leave it out."},
		{"procedure: p\nsteps: [◆x]", "and a step has to be a mapping"},

		// steps
		{"procedure: p\nsteps:\n  - ◆title: x", "The key id is missing: a step needs it."},
		{"procedure: p\nsteps:\n  - id: ◆One", "One is not a step id: lower-case letters, digits and -, such as sign-in"},
		{head + "      - text: x\n  - id: ◆one\n    title: x", "There is a step one already (p.yaml:6)"},
		{head + "      - text: x\n    actor: ◆robot", "actor cannot be robot: it is one of consultant, customer and vendor."},
		{head + "      - text: x\n    needs: [◆two]\n  - id: two\n    title: x", "The step two comes later"},
		{head + "      - text: x\n    needs: [◆oen]", "did you mean one?"},
		{head + "      - text: x\n    ifnot: {◆A: x}", "A is not the letter of a branch: a, b, c and so on"},
		{head + "      - text: x\n    internal: ◆yes", "This is \"yes\", and the value of internal has to be true or false."},
		{head + "      - text: x\n    minutes: ◆-1", "the value of minutes has to be a whole number"},
		{head + "      - text: x\n    say: ◆Hello {{ nobody }}", "A text names {{ nobody }}, but there is no such field: there is none"},
		{head + "      - text: x\n    when: ◆late == \"x\"\n  - id: two\n    title: x\n    items:\n      - {field: late, type: text}", "late comes later"},
		{head + "      - {field: own, type: text}\n    when: ◆own == \"x\"", "own comes later"},

		// items
		{head + "      - ◆label: x", "The item has no kind: there are text, copy,"},
		{head + "      - ◆{text: x, copy: y}", "The item has several kinds: text and copy."},
		{head + "      - {text: x, ◆titel: y}", "There is no key titel in a text"},
		{head + "      - {text: x, ◆label: y}", "There is no key label in a text"},
		{head + "      - ◆{text: x, tell: true, help: true}", "tell or help"},
		{head + "      - {task: ◆a.b}", "a.b is not an item id: lower-case letters, digits, _ and -, such as signed_in"},
		{head + "      - {task: a}\n      - ◆{check: a, run: x}", "The step has an item a already (p.yaml:9)."},
		{head + "      - {text: x}\n      - ◆{task: text-1}", "The step has an item text-1 already"},
		{head + "      - ◆{field: a}", "The key type is missing: a field needs it."},
		{head + "      - {field: a, type: ◆strnig}", "type cannot be strnig: it is one of text, secret, email, emails, url, code, choice, choices, date, number and file"},
		{head + "      - {field: ◆a-b, type: text}", "a-b is not a field id: lower-case letters, digits and _, such as client_id, and it may not be a word of the condition language"},
		{head + "      - {field: ◆in, type: text}", "in is not a field id: lower-case letters, digits and _, such as client_id, and it may not be a word of the condition language"},
		{head + "      - {field: a, type: text}\n      - {field: ◆a, type: text}", "There is a field a already"},
		{head + "      - ◆{field: a, type: choice}", "A choice needs options."},
		{head + "      - {field: a, type: choice, options: ◆[]}", "There are no options here."},
		{head + "      - {field: a, type: choice, options: ◆[x, x]}", "The option x is listed twice."},
		{head + "      - {field: a, type: choice, options: {x: y, z:◆}}", "Nothing is written here, but the option z has to be a text."},
		{head + "      - {field: a, type: text, options: ◆[x]}", "has no options"},
		{head + "      - {field: a, type: code, area: ◆true}", "Only a text can be an area."},
		{head + "      - {field: a, type: text, once: ◆true}", "Only a secret is shown once."},
		{head + "      - {field: a, type: text, large: ◆true}", "Only a file is large"},
		{head + "      - {field: a, type: choice, options: [x], default: ◆y}", "The default is not a valid answer: Not an option: choose one of x"},
		{head + "      - {field: a, type: secret, default: ◆y}", "has no default"},
		{head + "      - {field: a, type: date, default: ◆+3d}", "+3d is not a date: write 2026-11-24"},
		{head + "      - {field: a, type: text, when: ◆b == \"x\"}", "There is no field b"},
		{head + "      - {field: a, type: text, when: ◆a == \"x\"}", "a comes later"},
		{head + "      - {field: a, type: number}\n      - {text: x, when: 'a > 1 && a ◆== \"x\"'}", "cannot be compared"},
		{head + "      - {field: a, type: number}\n      - text: x\n        when: ◆\"a == \\\"x\\\"\"", "cannot be compared"}, // escapes: the beginning
		{head + "      - {field: a, type: number}\n      - text: x\n        when: ◆|-\n          a ==\n          \"x\"", "cannot be compared"},
		{head + "      - {field: ä, type: number, ◆zz: 1}", "There is no key zz in a field"},
		{head + "      - {field: a, type: secret}\n      - {text: ◆\"{{ a }}\"}", "A text names {{ a }}: secrets never go into a text"},
		{head + "      - {text: ◆\"{{ a }}\"}\n      - {field: a, type: text}", "{{ a }}, which comes later"},
		{head + "      - {copy: ◆\"\"}", "Nothing is written here, but the value of copy has to be a text."},
		{head + "      - {copy: , of: ◆a}", "There is no field a"},
		{head + "      - {field: a, type: text}\n      - ◆{copy: x, of: a}", "A copy is either a constant or the value of a field, not both: leave copy empty if you use of"},
		{head + "      - {task: a, evidence: ◆photo}", "evidence cannot be photo: it is one of file and sentence"},
		{head + "      - {check: a, run: x, with: {y: ◆b}}", "There is no field b"},
		{head + "      - {check: a, run: x, with: {y: ◆l.c}}", "There is no field l.c"},
		{head + "      - {check: a, run: x, with: {y: ◆\"_dmarc.{{ b }}\"}}", "A text of its own is given by const"},
		{head + "      - {check: a, run: x, level: ◆high}", "level cannot be high: it is one of must, warn and tell"},
		{head + "      - {check: a, run: x, findings: {y: ◆high}}", "y cannot be high: it is one of must, warn and tell"},
		{head + "      - {field: b, type: text}\n      - {draft: a, template: x, to: ◆b}", "b is not an e-mail address: a draft needs one"},
		{head + "      - {wait: a, for: x, then: ◆two}\n  - {id: two, title: x}", "then points back"},
		{head + "      - {wait: a, for: x, then: ◆zwei}", "There is no step zwei"},
		{head + "      - ◆{gate: a, word: x}", "The key warning is missing: a gate needs it."},
		{head + "      - {gate: a, word: x, warning: y, requires: [◆{when: 'true'}]}", "The key text is missing: a precondition needs it."},
		{head + "      - {end: a, outcome: ◆Not needed, reason: x}", "An outcome consists of lower-case letters, digits and -, such as not-needed"},

		// lists
		{head + "      - ◆{list: l}", "A list needs columns"},
		{head + "      - {list: l, columns: [◆{text: x}]}", "A column is a field or a task"},
		{head + "      - {list: l, columns: [◆{field: a, type: secret}]}", "A secret cannot be a column"},
		{head + "      - {list: l, unique: ◆b, columns: [{field: a, type: text}]}", "The list has no column b"},
		{head + "      - {list: l, unique: ◆[a, {column: b}], columns: [{field: a, type: text}]}", "The list has no column b"},
		{head + "      - {list: l, unique: [◆{level: warn}], columns: [{field: a, type: text}]}", "The key column is missing: a unique column needs it."},
		{head + "      - {list: l, unique: [{column: a, ◆levle: warn}], columns: [{field: a, type: text}]}", "There is no key levle in a unique column: did you mean level?"},
		{head + "      - {list: l, unique: [{column: a, when: len(◆l) > 1}], columns: [{field: a, type: text}]}", "l comes later"},
		{head + "      - {field: f, type: text, keep: ◆always}", "the value of keep has to be true or false"},
		{head + "      - {list: l, min: 3, max: ◆2, columns: [{field: a, type: text}]}", "The value of max is smaller than min."},
		{head + "      - {field: a, type: text}\n      - {list: l, columns: [{task: ◆a}]}", "There is a field a already"},
		{head + "      - {list: l, columns: [{field: a, type: text, when: ◆b}, {task: b}]}", "b comes later"},
		{head + "      - {list: l, columns: [{field: a, type: text}, {task: b, when: 'any(◆l, .a == \"x\")'}]}", "Whether a column applies cannot depend on all the rows of its list"},
		{head + "      - {list: l, columns: [{field: a, type: text}]}\n      - {text: x, when: ◆a == \"x\"}", "a is a column of l"},

		// rules
		{head + "      - {field: a, type: text, rules: [◆max-lenght]}", "did you mean max-length?"},
		{head + "      - {field: a, type: text, rules: [◆max-length]}", "The rule max-length needs max: the largest number of characters."},
		{head + "      - {field: a, type: text, rules: [{max-length: ◆{max: x}}]}", `max does not suit the rule max-length: "x" is not a whole number from 1 to 65536`},
		{head + "      - {field: a, type: text, rules: [{max-length: {max: 3, ◆min: 2}}]}", "There is no key min in the rule max-length"},
		{head + "      - {field: a, type: text, rules: [◆{rule: pattern, match: '('}]}", "match does not suit the rule pattern: This is not a pattern"},
		{head + "      - {field: a, type: number, rules: [◆digits]}", "The rule digits cannot be used on a field of type number"},
		{head + "      - {field: a, type: text, rules: [digits, ◆digits]}", "a rule with the code digits already"},
		{head + "      - {field: a, type: text, rules: [{require: a ◆== 3}]}", "cannot be compared"},
		{head + "      - {field: a, type: text, rules: [◆{level: warn, code: x}]}", "A rule is its NAME"},
		{head + "      - {list: l, columns: [{field: a, type: text}], rules: [◆digits]}", "The rule digits cannot be used on a list"},
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
	var codes []string
	for _, f := range faults {
		codes = append(codes, f.Message.Code)
	}
	if want := []string{"lint.no_key", "lint.no_label", "lint.item_id", "lint.no_label", "lint.not_one_of"}; !slices.Equal(codes, want) {
		t.Errorf("told are\n%v\nand not %v", Faults(faults), want)
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
