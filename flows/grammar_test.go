package flows

import (
	"strings"
	"testing"
	"testing/fstest"
)

// where says for each thing in which document it stands, at %, and what it needs.
var where = map[string]struct {
	file string // "" is p.yaml
	at   string
	has  [][2]string
}{
	"procedure":    {"", "%", [][2]string{{"procedure", "p"}, {"version", "1"}, {"title", "T"}, {"steps", "[{id: s, title: S}]"}}},
	"source":       {"", top + "source: %\n" + "steps: [{id: s, title: S}]\n", [][2]string{{"document", "d.pdf"}}},
	"steps":        {"q.steps.yaml", "%", [][2]string{{"steps", "[{id: s, title: S}]"}}},
	"include":      {"", top + "steps: [%]\n", [][2]string{{"include", "q"}}},
	"step":         {"", top + "steps: [%]\n", [][2]string{{"id", "s"}, {"title", "S"}}},
	"page":         {"", top + "steps: [{id: s, title: S, page: %}]\n", [][2]string{{"address", "https://portal.example.com"}}},
	"overlay":      {"p.de.yaml", "%", [][2]string{{"of", "p"}, {"language", "de"}, {"texts", "{title: {en: '1', text: T}}"}}},
	"translation":  {"p.de.yaml", "of: p\nlanguage: de\ntexts: {title: %}\n", [][2]string{{"en", "'1'"}, {"text", "T"}}},
	"text":         inItems("text", "T"),
	"copy":         inItems("copy", "C"),
	"attach":       inItems("attach", "a.txt"),
	"field":        inItems("field", "f", "type", "text"),
	"value":        inItems("value", "v = 1"),
	"list":         inItems("list", "l", "columns", "[{field: c, type: text}]"),
	"task":         inItems("task", "t"),
	"check":        inItems("check", "c", "run", "mail.domain"),
	"draft":        inItems("draft", "d", "template", "letter"),
	"wait":         inItems("wait", "w", "for", "them"),
	"gate":         inItems("gate", "g", "word", "GO", "warning", "No way back."),
	"action":       inItems("action", "a", "run", "secret.rotate"),
	"end":          inItems("end", "e", "outcome", "over", "reason", "It is over."),
	"option":       {"", items("{field: f, type: choice, options: {a: %}}"), [][2]string{{"label", "A"}}},
	"constant":     {"", items("{check: c, run: x, with: {a: %}}"), [][2]string{{"const", "C"}}},
	"request":      {"", httpCheck("%", "status == 200", "[{code: a, when: 'status == 201', text: T}]", "{answer: {body: '{}'}}"), [][2]string{{"url", "'https://a.example'"}}},
	"basic":        {"", httpCheck("{url: 'https://a.example', basic: %}", "status == 200", "[{code: a, when: 'status == 201', text: T}]", "{answer: {body: '{}'}}"), [][2]string{{"user", "u"}, {"password", "key"}}},
	"found":        {"", httpCheck("{url: 'https://a.example'}", "status == 200", "[%]", "{answer: {body: '{}'}}"), [][2]string{{"code", "a"}, {"when", "status == 201"}, {"text", "T"}}},
	"rehearse":     {"", httpCheck("{url: 'https://a.example'}", "status == 200", "[{code: a, when: 'status == 201', text: T}]", "%"), [][2]string{{"answer", "{body: '{}'}"}}},
	"answer":       {"", httpCheck("{url: 'https://a.example'}", "status == 200", "[{code: a, when: 'status == 201', text: T}]", "{answer: %}"), [][2]string{{"body", "'{}'"}}},
	"http_fault":   {"", httpCheck("{url: 'https://a.example'}", "status == 200", "[{code: a, when: 'status == 201', text: T}]", "{answer: {body: '{}'}, faults: {a: %}}"), [][2]string{{"does", "D"}, {"body", "'{}'"}}},
	"finding":      {"", items("{check: c, run: x, findings: {a: %}}"), [][2]string{{"level", "warn"}}},
	"rung":         {"", items("{wait: w, for: them, ladder: [%]}"), [][2]string{{"after", "1h"}, {"try", "Call."}}},
	"until":        {"", items("{wait: w, for: them, until: %}"), [][2]string{{"plus", "1d"}}},
	"precondition": {"", items("{gate: g, word: GO, warning: W, requires: [%]}"), [][2]string{{"when", "1 == 1"}, {"text", "It is so."}}},
	"unique":       {"", items("{list: l, columns: [{field: c, type: text}], unique: [%]}"), [][2]string{{"column", "c"}}},
	"require":      {"", items("{field: f, type: text, rules: [%]}"), [][2]string{{"require", "f == 'x'"}}},
	"the_rule":     {"", items("{field: f, type: text, rules: [%]}"), [][2]string{{"rule", "digits"}}},
}

func httpCheck(request, expect, found, rehearse string) string {
	return items("{field: key, type: secret}, {check: c, run: http.json, request: " + request + ", expect: " + expect + ", found: " + found + ", rehearse: " + rehearse + "}")
}

const top = "procedure: p\nversion: 1\ntitle: T\n"

func items(item string) string { return top + "steps: [{id: s, title: S, items: [" + item + "]}]\n" }

func inItems(pairs ...string) (w struct {
	file string
	at   string
	has  [][2]string
},
) {
	w.at = items("%")
	for i := 0; i < len(pairs); i += 2 {
		w.has = append(w.has, [2]string{pairs[i], pairs[i+1]})
	}
	return w
}

// TestGrammars puts at every key of every mapping what it can't be: a key that the
// loader never asks for would pass, one that it asks for and the grammar lacks would
// be unknown.
func TestGrammars(t *testing.T) {
	for _, g := range Grammars() {
		w, known := where[g.Thing]
		if !known {
			t.Errorf("%s has no document here", g.Thing)
			continue
		}
		base := len(faultsWith(w.file, w.at, w.has, "", ""))
		if got := faultsWith(w.file, w.at, w.has, "zz", "1"); len(got) <= base {
			t.Errorf("%s takes any key: %v", g.Thing, got)
		}
		for _, key := range g.Keys {
			if key.Doc == "" {
				t.Errorf("%s.%s is not explained", g.Thing, key.Name)
			}
			got := faultsWith(w.file, w.at, w.has, key.Name, misshapen(key.Form))
			if len(got) <= base {
				t.Errorf("nothing asks for %s.%s: %v", g.Thing, key.Name, got)
			}
			for _, f := range got {
				if f.Message.Code == "lint.no_key" && f.Message.Args["key"] == key.Name {
					t.Errorf("%s.%s is unknown", g.Thing, key.Name)
				}
			}
			if without := faultsWith(w.file, w.at, w.has, key.Name, ""); key.Must && key.Name != g.Thing && len(without) <= base {
				t.Errorf("%s.%s has to be there, and nothing misses it", g.Thing, key.Name)
			}
		}
	}
}

// misshapen is what a form can't be.
func misshapen(f KeyForm) string {
	switch f.Shape {
	case FormNames, FormMapping:
		return "[{x: {y: [z]}}]"
	case FormChoice:
		return "{zz: {y: [[z]]}}"
	}
	return "{zz: [[z]]}"
}

// faultsWith reads a document in which the mapping at % has its pairs and one more;
// with no value, the key is left out.
func faultsWith(file, at string, has [][2]string, key, value string) Faults {
	var parts []string
	for _, p := range has {
		if p[0] != key {
			parts = append(parts, p[0]+": "+p[1])
		}
	}
	if value != "" {
		parts = append(parts, key+": "+value)
	}
	mapping := "{" + strings.Join(parts, ", ") + "}"
	doc := strings.Replace(at, "%", mapping, 1)
	if at == "%" {
		doc = strings.Join(parts, "\n") + "\n"
	}
	files := fstest.MapFS{
		"p.yaml":       {Data: []byte(top + "steps: [{include: q}]\n")},
		"q.steps.yaml": {Data: []byte("steps: [{id: s, title: S}]\n")},
		"a.txt":        {Data: []byte("A text.\n")},
	}
	if file == "" {
		file = "p.yaml"
	}
	if strings.HasSuffix(file, ".de.yaml") {
		files["p.yaml"].Data = []byte(top + "steps: [{id: s, title: S}]\n")
	}
	files[file] = &fstest.MapFile{Data: []byte(doc)}
	_, l, err := load(files, "p")
	if err != nil {
		panic(err)
	}
	return l.faults
}
