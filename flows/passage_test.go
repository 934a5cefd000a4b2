package flows

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// What becomes of each text: a translation covers it (t), it names answers (n),
// which it has as they are kept (i).
func TestWhatBecomesOfTexts(t *testing.T) {
	doc := strings.Replace(head, "    title: First\n", "    title: First\n    source: line 1\n    say: Say\n    see: See\n    ifnot: {a: Letter}\n", 1) +
		`      - {field: a, type: choice, label: La, help: He, placeholder: Pl, options: {x: Lx, y: y}, rules: [{require: 'a != "x"', code: no_x, text: Ru}]}
      - {text: Te}
      - {copy: Co}
      - {copy: , of: a, label: Of}
      - {list: l, row: ro, unique: [{column: c, text: Un}], columns: [{field: c, type: choice, label: Cl, options: {z: Lz}}]}
      - {check: k, run: r, with: {b: {const: Const}}}
      - {wait: w, for: fo, reason: re, usual: us, try: tr}
      - {gate: g, word: Wo, warning: wa, requires: [{when: 'a == "x"', text: pre}]}
      - {action: ac, run: r, body: bo}
      - {end: e, outcome: o, reason: rea, when: 'a == "x"'}
`
	const items = "steps.one.items."
	want := map[string]string{
		"title": "t", "summary": "t", "steps.one.title": "tn", "steps.one.source": "", "steps.one.say": "tn", "steps.one.see": "tn", "steps.one.ifnot.a": "tn",
		items + "a.label": "tn", items + "a.help": "tn", items + "a.placeholder": "tn", items + "a.options.x": "tn", items + "a.options.y": "", items + "a.rules.no_x": "tn",
		items + "text-1.text": "tn", items + "copy-1.copy": "ni", items + "copy-2.label": "tn", items + "l.row": "tn", items + "l.unique.0": "tn",
		items + "l.columns.c.label": "tn", items + "l.columns.c.options.z": "tn", items + "k.with.b.const": "ni",
		items + "w.for": "tn", items + "w.reason": "tn", items + "w.usual": "tn", items + "w.try": "tn",
		items + "g.word": "t", items + "g.warning": "tn", items + "g.requires.0.text": "tn", items + "ac.body": "tn", items + "e.reason": "tn",
	}
	got := map[string]string{}
	loads(t, files("p.yaml", doc)).eachPassage(func(p Passage) {
		is := ""
		for _, one := range []struct {
			is   bool
			sign string
		}{{p.Translated, "t"}, {p.Names, "n"}, {p.Use == UseInput, "i"}} {
			if one.is {
				is += one.sign
			}
		}
		if *p.Text != "" {
			got[p.Path] += is // a value beside its label adds nothing
		}
	})
	for path := range want {
		if is, ok := got[path]; !ok || is != want[path] {
			t.Errorf("%s: %q (%t), want %q", path, is, ok, want[path])
		}
		delete(got, path)
	}
	if len(got) > 0 {
		t.Errorf("and %v", got)
	}
}

// namingPlaces are the places where a text may name an answer; # stands for it. Each
// is the last thing of its step.
var namingPlaces = map[string]struct {
	doc string
	use Use
}{
	"label":         {"- {task: t, label: #}", UseText},
	"help":          {"- {task: t, help: #}", UseText},
	"text":          {"- {text: #}", UseText},
	"copy":          {"- {copy: #}", UseInput},
	"placeholder":   {"- {field: f, type: text, placeholder: #}", UseText},
	"option":        {"- {field: f, type: choice, options: {x: #}}", UseText},
	"rule":          {"- {field: f, type: text, rules: [{max-length: {max: 3, text: #}}]}", UseText},
	"require":       {"- {field: f, type: text, rules: [{require: 'before == \"x\"', text: #}]}", UseText},
	"row":           {"- {list: f, row: #, columns: [{task: c}]}", UseText},
	"unique":        {"- {list: f, unique: [{column: c, text: #}], columns: [{field: c, type: text}]}", UseText},
	"column":        {"- {list: f, columns: [{task: c, label: #}]}", UseText},
	"column help":   {"- {list: f, columns: [{task: c, help: #}]}", UseText},
	"column rule":   {"- {list: f, columns: [{field: c, type: text, rules: [{max-length: {max: 3, text: #}}]}]}", UseText},
	"column option": {"- {list: f, columns: [{field: c, type: choice, options: {x: #}}]}", UseText},
	"constant":      {"- {check: k, run: r, with: {b: {const: #}}}", UseInput},
	"for":           {"- {wait: w, for: #}", UseText},
	"reason":        {"- {wait: w, for: x, reason: #}", UseText},
	"usual":         {"- {wait: w, for: x, usual: #}", UseText},
	"try":           {"- {wait: w, for: x, try: #}", UseText},
	"warning":       {"- {gate: g, word: x, warning: #}", UseText},
	"requires":      {"- {gate: g, word: x, warning: y, requires: [{when: 'before == \"x\"', text: #}]}", UseText},
	"body":          {"- {action: a, run: r, body: #}", UseText},
	"end":           {"- {end: e, outcome: o, reason: #}", UseText},
}

func TestWhatATextNames(t *testing.T) {
	for name, c := range namingPlaces {
		doc := func(text string) string {
			return head + "      - {field: before, type: text}\n      - {field: key, type: secret}\n      " +
				strings.Replace(c.doc, "#", `◆"`+text+`"`, 1) + "\n      - {field: later, type: text}\n"
		}
		for text, words := range map[string]string{
			"x {{ nosuch }}": "A text names {{ nosuch }}, but there is no such field",
			"x {{ befor }}":  "did you mean before?",
			"{{ key }} x":    "A text names {{ key }}: secrets never go into a text.",
			"{{ later }}":    "A text names {{ later }}, which comes later.",
		} {
			f := files("p.yaml", doc(text))
			place := marked(f)
			expect(t, name, Lint(f, "p", Specs{}), place, words)
			if _, err := Open(f, Specs{}).Procedure("p"); err == nil {
				t.Errorf("%s: %s loads", name, text)
			}
		}
		f := files("p.yaml", doc("{{ before }} of {{ customer }}, {not a name}"))
		marked(f)
		p := loads(t, f)
		if reads := p.Readers(Ref{RefField, "before"}); !slices.ContainsFunc(reads, func(at Place) bool { return at.Use == c.use }) {
			t.Errorf("%s: what it names is read by %v", name, reads)
		}
		if !p.Steps[0].NamesAnswers() {
			t.Errorf("%s: the step names no answer", name)
		}
		plain := files("p.yaml", doc("nothing"))
		marked(plain)
		if loads(t, plain).Steps[0].NamesAnswers() {
			t.Errorf("%s: a step that names nothing names an answer", name)
		}
	}
}

// Some texts stand where nothing is answered, or mean what they are letter by
// letter.
func TestWhatNamesNothing(t *testing.T) {
	for _, doc := range []string{
		strings.Replace(head, "title: A title", `title: ◆"{{ customer }}"`, 1) + "      - text: x\n",
		strings.Replace(head, "summary: A sentence.", `summary: ◆"{{ before }}"`, 1) + "      - {field: before, type: text}\n",
		strings.Replace(head, "    title: First\n", "    title: First\n    source: ◆\"{{ customer }}\"\n", 1) + "      - text: x\n",
		head + "      - {gate: g, word: ◆\"{{ customer }}\", warning: x}\n",
		head + "      - {field: f, type: choice, options: [◆\"{{ customer }}\"]}\n",
		head + "      - {field: f, type: choice, options: {\"{{ customer }}\": ◆x}}\n",
	} {
		f := files("p.yaml", doc)
		place := marked(f)
		expect(t, doc, Lint(f, "p", Specs{}), place, "No answer can be used here, but the text names {{ ")
		if _, err := Open(f, Specs{}).Procedure("p"); err == nil {
			t.Errorf("%s loads", doc)
		}
	}
}

// A text that is pasted may have any signs in it; a name that is not closed is
// doubted all the same.
func TestMarksOfWhatIsPasted(t *testing.T) {
	for text, doubted := range map[string]bool{"if [[ -f x ]; then": false, "{{ before": true, "a } } b": false} {
		f := files("p.yaml", head+"      - {field: before, label: B, type: text}\n      - {copy: '"+text+"'}\n")
		if faults := Lint(f, "p", Specs{}); (len(faults) > 0) != doubted {
			t.Errorf("%q: %v", text, Faults(faults))
		}
	}
}

// stored is a procedure that a program kept which proved less than this one.
const stored = "testdata/stored_unproven.json"

func TestAStoredProcedureOpensThoughMoreIsProvenNow(t *testing.T) {
	doc, err := os.ReadFile(stored)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Decode(doc)
	if err != nil {
		t.Fatalf("it does not open: %s", sentences(err))
	}
	f := files("p.yaml", archived(t, doc))
	faults := Faults(Lint(f, "p", Specs{}))
	for _, words := range []string{
		"names {{ organisatoin }}, but there is no such field", "names {{ key }}: secrets", "names {{ later }}, which comes later", "No answer can be used here",
	} {
		if !strings.Contains(sentences(faults), words) {
			t.Errorf("from a file it has the faults\n%s\nand not %s", sentences(faults), words)
		}
	}
	if _, err := Open(f, Specs{}).Procedure("p"); err == nil {
		t.Error("from a file it loads")
	}
	none := func(Passage, string) string { return "" }
	got := p.FilledStep(0, none)
	if c := got.Item("copy-1").Copy.Value; c != "https://example.org/…/new" {
		t.Errorf("the copy is %q", c)
	}
	if c := p.Step("one").Item("copy-1").Copy.Value; !strings.Contains(c, "{{ organisatoin }}") {
		t.Errorf("filling changes the procedure: %q", c)
	}
	if c := p.Step("one").Item("k").Check.Const["b"]; c != "{{ key }}" || got.Item("k").Check.Const["b"] != "…" {
		t.Errorf("the constant is %q, filled %q", c, got.Item("k").Check.Const["b"])
	}
}

// archived is the document of a stored procedure.
func archived(t *testing.T, doc []byte) string {
	t.Helper()
	var a archive
	if err := json.Unmarshal(doc, &a); err != nil || len(a.Files) != 1 {
		t.Fatalf("%v in %+v", err, a)
	}
	return a.Files[0].Text
}

// The language of a text is English where a translation lacks it.
func TestTheLanguageOfAText(t *testing.T) {
	doc := head + "      - {field: day, type: date, label: D}\n      - {text: 'On {{ day }}', id: de}\n      - {text: 'By {{ day }}', id: en}\n"
	english := loads(t, files("p.yaml", doc))
	texts := ""
	for _, at := range english.Texts() {
		if at.Path == "steps.one.items.de.text" {
			texts += fmt.Sprintf("  %s: {en: %s, text: 'Am {{ day }}'}\n", at.Path, at.Digest)
		}
	}
	p := loads(t, files("p.yaml", doc, "p.de.yaml", "of: p\nlanguage: de\ntexts:\n"+texts)).In("de")
	lang := func(t Passage, name string) string { return name + " in " + t.Lang }
	s := p.FilledStep(0, lang)
	if de, en := s.Item("de").Text.Body, s.Item("en").Text.Body; de != "Am day in de" || en != "By day in en" {
		t.Errorf("%q, %q", de, en)
	}
	if it := p.FilledItem(0, 1, lang); it.Text.Body != "Am day in de" {
		t.Errorf("one item: %q", it.Text.Body)
	}
	if body := english.FilledStep(0, lang).Item("de").Text.Body; body != "On day in en" {
		t.Errorf("in English: %q", body)
	}
}
