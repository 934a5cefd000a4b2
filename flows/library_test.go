package flows

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// shared is a file of steps with a parameter and three facts.
const shared = `params: [what, id]
steps:
  - id: $id
    title: About ${what}s, $$5
    facts: [X-01]
    items:
      - {text: "The $what", when: 'client == "yes"', facts: [X-02]}
      - {text: x, facts: [X-03]}
`

const including = `procedure: p
version: 1
title: T
summary: S
facts: [A-01, A-02]
steps:
  - id: one
    title: One
    facts: [A-01]
    items: [{field: client, type: choice, label: L, options: {yes: "Yes", no: "No"}}]
  - include: shared
    with: {what: client, id: two}
    facts: {X-01: A-02, X-02: A-01, X-03: null}
`

func TestInclude(t *testing.T) {
	p := loads(t, files("p.yaml", including, "shared.steps.yaml", shared))
	if faults := Lint(files("p.yaml", including, "shared.steps.yaml", shared), "p", Specs{}); len(faults) > 0 {
		t.Errorf("faults: %v", Faults(faults))
	}
	s := p.Step("two")
	if s == nil || s.Title != "About clients, $5" || s.Items[0].Text.Body != "The client" {
		t.Fatalf("the included step is %+v", s)
	}
	if !reflect.DeepEqual(s.Facts, []string{"A-02"}) || !reflect.DeepEqual(s.Items[0].Facts, []string{"A-01"}) || s.Items[1].Facts != nil {
		t.Errorf("its facts are %v, %v, %v", s.Facts, s.Items[0].Facts, s.Items[1].Facts)
	}
}

func TestBadIncludes(t *testing.T) {
	doc := func(changes ...string) string { return strings.NewReplacer(changes...).Replace(including) }
	for _, c := range []struct{ doc, steps, words string }{
		{doc("include: shared", "include: ◆shard"), shared, "There is no file shard.steps.yaml"},
		{doc("include: shared", "include: ◆../shared"), shared, "The name of an include"},
		{doc("what: client, ", "", "- include", "- ◆include"), shared, "The included steps need the parameter what."},
		{doc("what: client", "what: client, why: x", "- include", "- ◆include"), shared, "no parameter why"},
		{doc(", X-03: null", ""), strings.Replace(shared, "[X-03]", "[◆X-03]", 1), "The fact X-03 is not mapped"},
		{doc("X-03: null", "X-03: null, X-04: A-01", "- include", "- ◆include"), shared, "have no fact X-04"},
		{including, strings.Replace(shared, "The $what", "The $waht", 1), "There is no parameter waht: did you mean what?"},
		{including, strings.Replace(shared, "id: $id", "include: shared", 1), "Included steps cannot include others"},
		{doc("id: two", "id: one"), strings.Replace(shared, "id: $id", "id: ◆$id", 1), "There is a step one already (p.yaml:7)"},
		{including, strings.Replace(shared, `"yes"'`, `"yse"'`, 1), `"yse" is not an option of client: the options are yes and no`},
	} {
		f := files("p.yaml", c.doc, "shared.steps.yaml", c.steps)
		place := marked(f)
		expect(t, c.doc+c.steps, Lint(f, "p", Specs{}), place, c.words)
	}
}

const german = `of: p
language: de
texts:
  title: {en: %T, text: Titel}
  summary: {en: %S, text: Satz}
  steps.one.title: {en: %One, text: Eins}
  steps.one.items.client.label: {en: %L, text: Wer}
  steps.one.items.client.options.yes: {en: %Yes, text: Ja}
  steps.one.items.client.options.no: {en: %No, text: Nein}
`

// overlaid puts the digests of the English in the place of %English.
func overlaid(text string) string {
	for _, english := range []string{"Title {{ customer }}", "Yes", "One", "No", "T", "S", "L"} {
		text = strings.ReplaceAll(text, "en: %"+english+",", "en: \""+textDigest(english)+"\",")
	}
	return text
}

var base = including[:strings.Index(including, "  - include")]

func TestOverlay(t *testing.T) {
	f := files("p.yaml", strings.Replace(base, "A-01, A-02", "A-01", 1), "p.de.yaml", overlaid(german))
	if faults := Lint(f, "p", Specs{}); len(faults) > 0 {
		t.Errorf("faults: %v", Faults(faults))
	}
	p := loads(t, f)
	de := p.In("de")
	if !reflect.DeepEqual(p.Languages, []string{"en", "de"}) || de.Lang != "de" || p.Lang != "en" {
		t.Errorf("languages %v, %s, %s", p.Languages, p.Lang, de.Lang)
	}
	if o := de.Steps[0].Items[0].Field.Options[0]; de.Title != "Titel" || de.Steps[0].Title != "Eins" || o.Label != "Ja" || o.Value != "yes" {
		t.Errorf("German: %q, %q, %+v", de.Title, de.Steps[0].Title, o)
	}
	if o := p.Steps[0].Items[0].Field.Options[0]; p.Title != "T" || o.Label != "Yes" {
		t.Errorf("the English has changed: %q, %+v", p.Title, o)
	}
	if p.In("de") != de || de.In("en") != p || de.In("xx") != p || p.In("xx") != p || de.In("de") != de {
		t.Error("the same language is not the same procedure")
	}
	if _, it, err := de.Find(At("client")); err != nil || it.Label != "Wer" || de.Digest != p.Digest {
		t.Errorf("find in German: %+v, %v", it, err)
	}
}

func TestBadOverlays(t *testing.T) {
	for _, c := range []struct{ old, new, words string }{
		{"of: p", "of: ◆q", "This is the overlay of p, but it says it is of q"},
		{"language: de", "language: ◆fi", "The name of the file says de, but this says fi."},
		{"of: p", "of: p\n◆zz: 1", "There is no key zz in an overlay"},
		{"en: %T, text", "◆zz: 1, text", "There is no key zz in a text of an overlay"},
		{"  title: {en: %T", "  ◆title: {en: abcdef01", "The text of title has changed since it was translated: read it again, then write en: e632b709"},
		{"  summary: {en: %S, text: Satz}", "  ◆summary: {en: %S, text: \"Satz {{ client }}\"}", "summary has to name the same answers in {{ }} as the text it translates"},
		{"  steps.one.title", "  ◆steps.one.titel", "did you mean steps.one.title?"},
		{"  title: {en: %T, text: Titel}\n", "", `title is not translated: "T"`},
	} {
		f := files("p.yaml", base, "p.de.yaml", overlaid(strings.Replace(german, c.old, c.new, 1)))
		place := marked(f)
		expect(t, c.new, Lint(f, "p", Specs{}), place, c.words)
	}
	f := files("p.yaml", base, "p.de.yaml", overlaid(strings.Replace(german, "%One", "00000000", 1)))
	if de := loads(t, f).In("de"); de.Steps[0].Title != "One" || de.Title != "Titel" {
		t.Errorf("English stands in for what is stale: %q, %q", de.Steps[0].Title, de.Title)
	}
}

func TestTexts(t *testing.T) {
	doc := head + `      - {field: a, type: choice, label: La, help: He, placeholder: Pl, options: {x: Lx, y: y}, rules: [{require: 'a != "x"', code: no_x, text: Ru}]}
      - {list: l, label: Li, row: ro, columns: [{task: c, label: Co}]}
      - {wait: w, for: fo, reason: re, try: tr, usual: us}
      - {gate: g, word: W, warning: wa, requires: [{when: 'a == "x"', text: pre}]}
      - {action: ac, run: r, body: bo}
      - {end: e, outcome: o, reason: rea, when: 'a == "x"'}
    say: sa
    see: se
    ifnot: {a: br}
`
	want := map[string]string{
		"title": "A title", "summary": "A sentence.", "steps.one.title": "First", "steps.one.say": "sa", "steps.one.see": "se", "steps.one.ifnot.a": "br",
		"steps.one.items.a.label": "La", "steps.one.items.a.help": "He", "steps.one.items.a.placeholder": "Pl", "steps.one.items.a.options.x": "Lx",
		"steps.one.items.a.rules.no_x": "Ru", "steps.one.items.l.label": "Li", "steps.one.items.l.row": "ro", "steps.one.items.l.columns.c.label": "Co",
		"steps.one.items.w.for": "fo", "steps.one.items.w.reason": "re", "steps.one.items.w.try": "tr", "steps.one.items.w.usual": "us",
		"steps.one.items.g.word": "W", "steps.one.items.g.warning": "wa", "steps.one.items.g.requires.0.text": "pre", "steps.one.items.ac.body": "bo", "steps.one.items.e.reason": "rea",
	}
	p := loads(t, files("p.yaml", doc))
	texts := p.Texts()
	for _, at := range texts {
		if want[at.Path] != at.Text || len(at.Digest) != 8 {
			t.Errorf("%s is %q (%s), want %q", at.Path, at.Text, at.Digest, want[at.Path])
		}
	}
	if len(texts) != len(want) {
		t.Errorf("%d texts, want %d", len(texts), len(want))
	}
	before := p.Texts()
	p.clone().eachPassage(func(t Passage) { *t.Text = "changed" })
	if !reflect.DeepEqual(p.Texts(), before) {
		t.Error("a change of a copy changes the procedure")
	}
}

func TestArchive(t *testing.T) {
	f := files("p.yaml", including, "shared.steps.yaml", shared, "p.de.yaml", overlaid(german), "other.yaml", "x: y")
	p := loads(t, f)
	sum := sha256.Sum256(p.Bytes())
	if p.Digest != hex.EncodeToString(sum[:]) || !bytes.Equal(loads(t, f).Bytes(), p.Bytes()) {
		t.Error("the digest is not that of the bytes, or they differ from load to load")
	}
	if bytes.Contains(p.Bytes(), []byte("other.yaml")) {
		t.Error("another procedure is in the archive")
	}
	q, err := Decode(p.Bytes())
	if err != nil || q.Digest != p.Digest || q.In("de").Title != "Titel" || q.Step("two") == nil || !reflect.DeepEqual(q.Texts(), p.Texts()) {
		t.Fatalf("decoded: %+v, %v", q, err)
	}
	f["p.de.yaml"].Data = append(f["p.de.yaml"].Data, "# a remark\n"...)
	if loads(t, f).Digest == p.Digest {
		t.Error("an overlay has changed, and the digest has not")
	}
	p.Bytes()[0] = 'x'
	if p.Bytes()[0] == 'x' {
		t.Error("who holds the bytes can change them")
	}
	for doc, want := range map[string]struct {
		kind  RefusalKind
		words string
	}{
		"":                  {ErrDamaged, "it is not what was stored"},
		`{"procedure":"p"}`: {ErrDamaged, "it is not what was stored"},
		fmt.Sprintf(`{"format":%d,"procedure":"p"}`, NewestFormat+1): {ErrNewer, fmt.Sprintf("it has the format %d; this one reads up to %d", NewestFormat+1, NewestFormat)},
		`{"format":1,"procedure":"p"}`:                               {ErrFailed, "There is no file p.yaml"},
		`{"format":1,"procedure":"../x"}`:                            {ErrFailed, "There is no file"},
		strings.Repeat(" ", maxArchive+1):                            {ErrDamaged, "at most"},
	} {
		if _, err := Decode([]byte(doc)); !errors.Is(err, want.kind) || !strings.Contains(refusalOf(t, err), want.words) {
			t.Errorf("%.40s: %v, want %v", doc, err, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	l := newLoader(nil)
	l.files = map[string][]byte{"p.yaml": []byte(including), "shared.steps.yaml": []byte(shared), "p.de.yaml": []byte(overlaid(german))}
	p := &Procedure{ID: "p"}
	l.seal(p)
	f.Add(p.bytes)
	f.Add([]byte(`{"format":1,"procedure":"p","files":[{"name":"p.yaml","text":"procedure: p"}]}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		p, err := Decode(doc)
		if (p == nil) == (err == nil) {
			t.Fatal("neither a procedure nor an error, or both")
		}
	})
}

// refusalOf is the sentence of a refusal.
func refusalOf(t *testing.T, err error) string {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("%v is no refusal", err)
	}
	return inEnglish(r.Message)
}

func TestTooLargeTogether(t *testing.T) {
	comment := "# " + strings.Repeat("x", MaxProcedure/2) + "\n"
	f := files("p.yaml", comment+base, "p.de.yaml", comment+overlaid(german))
	if _, err := Open(f, Specs{}).Procedure("p"); err == nil || !strings.Contains(sentences(err), "at most 1048576 are taken") {
		t.Errorf("more than the limit in two files: %v", err)
	}
}

func TestLibrary(t *testing.T) {
	l := Open(files("b.yaml", strings.Replace(base, "procedure: p", "procedure: b", 1), "p.yaml", base, "p.de.yaml", overlaid(german),
		"shared.steps.yaml", shared, "readme.txt", "", "broken.yaml", "x"), Specs{})
	if ids := l.IDs(); !reflect.DeepEqual(ids, []string{"b", "broken", "p"}) {
		t.Errorf("ids %v", ids)
	}
	if _, err := l.Procedure("pp"); !errors.Is(err, fs.ErrNotExist) || !errors.Is(err, ErrNotFound) || refusalOf(t, err) != "There is no procedure pp: did you mean p?" {
		t.Errorf("an unknown procedure: %v", err)
	}
	if _, err := l.Procedure("../x\x1b[31m"); !errors.Is(err, fs.ErrNotExist) || !errors.Is(err, ErrNotFound) || strings.Contains(refusalOf(t, err)+err.Error(), "\x1b") {
		t.Errorf("a strange name: %q", err)
	}
	var faults Faults
	_, err := l.Procedure("broken")
	if !errors.As(err, &faults) || faults[0].File != "broken.yaml" || !errors.Is(err, ErrFailed) {
		t.Errorf("a broken one: %v", err)
	}
	if got := refusalOf(t, err); got != "The procedure broken has 1 fault. broken.yaml, line 1, column 1: This is \"x\", and a procedure has to be a mapping (key: value)." {
		t.Errorf("a broken one is told as %q", got)
	}
	if _, err := l.All(); err == nil {
		t.Error("all load, though one is broken")
	}
	var wg sync.WaitGroup
	got := make([]*Procedure, 8)
	for i := range got {
		wg.Go(func() {
			p, err := l.Procedure("p")
			if err == nil {
				got[i] = p
				p.In("de")
			}
		})
	}
	wg.Wait()
	for _, p := range got {
		if p == nil || p != got[0] {
			t.Fatal("it is loaded more than once")
		}
	}
}

func TestFind(t *testing.T) {
	p := loads(t, files("p.yaml", head+"      - {field: client_id, type: text}\n      - {list: l, columns: [{field: col, type: text}]}\n      - {task: done}\n"))
	for target, want := range map[string]string{
		"one.done": "done", "one.client_id": "client_id", "client_id": "client_id", "l": "l", "one.l": "l",
		"client_ip": "!There is no field client_ip: did you mean client_id?", "done": "!There is no field done: there are client_id, l",
		"col": "!col is a column of the list l", "two.x": "!There is no step two", "one.dune": "!did you mean done?", "": "!There is no field",
	} {
		a, _ := ParseItem(target)
		_, it, err := p.Find(a)
		words, wrong := strings.CutPrefix(want, "!")
		if wrong && (!errors.Is(err, ErrNotFound) || !strings.Contains(refusalOf(t, err), words)) {
			t.Errorf("%q: %v, want %s", target, err, words)
		}
		if !wrong && (err != nil || it.ID != want) {
			t.Errorf("%q: %v, %v", target, it, err)
		}
	}
	if p.Column("l", "col") == nil || p.Column("l", "x") != nil || p.Column("client_id", "col") != nil || p.ListOf("col") != "l" {
		t.Error("columns are not found")
	}
}

func TestReaders(t *testing.T) {
	p := loads(t, files("p.yaml", head+`      - {field: a, type: choice, options: [x, y]}
      - {field: b, type: email, rules: [{require: 'a == "x"'}]}
      - {list: l, rules: [{require: 'any(l, .c == "x")'}], columns: [{field: c, type: text}, {task: d, when: c == "x"}]}
      - {end: e, when: a == "y", outcome: o, reason: "For {{ b }}"}
      - {check: k, run: r, with: {one: [b, l.c], two: {const: a}}}
      - {draft: m, template: t, to: b}
      - {copy: , of: b}
      - {gate: g, word: w, warning: x, requires: [{when: 'check("one.k") == "passed"', text: t}]}
  - id: two
    title: Two for {{ customer }}
    when: any(l, .d)
    say: Hello {{ b }}
    items: [{text: "{{ a }}"}]
`))
	for _, c := range []struct {
		ref  Ref
		want []Place
	}{
		{Ref{RefField, "a"}, []Place{{Address{Step: "one", Item: "b"}, UseRule}, {Address{Step: "one", Item: "e"}, UseWhen}, {Address{Step: "two"}, UseEnd}, {Address{Step: "two", Item: "text-1"}, UseText}}},
		{Ref{RefField, "b"}, []Place{{Address{Step: "one", Item: "e"}, UseText}, {Address{Step: "one", Item: "k"}, UseInput}, {Address{Step: "one", Item: "m"}, UseInput}, {Address{Step: "one", Item: "copy-1"}, UseInput}, {Address{Step: "two"}, UseText}}},
		{Ref{RefColumn, "c"}, []Place{{Address{Step: "one", Item: "l"}, UseRule}, {Address{Step: "one", Item: "l", Column: "d"}, UseWhen}, {Address{Step: "one", Item: "k"}, UseInput}}},
		{Ref{RefList, "l"}, []Place{{Address{Step: "one", Item: "l"}, UseRule}, {Address{Step: "one", Item: "k"}, UseInput}, {Address{Step: "two"}, UseWhen}}},
		{Ref{RefColumn, "d"}, []Place{{Address{Step: "two"}, UseWhen}}},
		{Ref{RefCheck, "one.k"}, []Place{{Address{Step: "one", Item: "g"}, UseGate}}},
		{Ref{RefField, "customer"}, nil},
	} {
		if got := p.Readers(c.ref); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v is read by\n%v, want\n%v", c.ref, got, c.want)
		}
	}
	if c := p.Step("one").Item("k").Check; c.Const["two"] != "a" || len(c.With) != 1 {
		t.Errorf("the check's inputs: %+v", c)
	}
}

func BenchmarkLoad(b *testing.B) {
	f := files("p.yaml", including, "shared.steps.yaml", shared, "p.de.yaml", overlaid(german))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(f, Specs{}).Procedure("p"); err != nil {
			b.Fatal(err)
		}
	}
}

func TestADocumentIsDecodedOnce(t *testing.T) {
	l := Open(files("p.yaml", including, "shared.steps.yaml", shared), Specs{})
	p, err := l.Procedure("p")
	if err != nil {
		t.Fatal(err)
	}
	first, err := l.Decode(p.Bytes())
	if err != nil || first.Digest != p.Digest {
		t.Fatalf("decoded: %v, %v", first, err)
	}
	for name, l := range map[string]*Library{"the same": l, "one with packs": l.WithPacks(func(string) []Folder { return nil })} {
		if again, err := l.Decode(p.Bytes()); err != nil || again != first {
			t.Errorf("%s library decoded it again: %v", name, err)
		}
	}
	if _, err := l.Decode([]byte("{}")); err == nil {
		t.Error("what is no document is decoded")
	}
}

// TestATranslationIsReadWhenItIsWanted: a stored procedure opens without its
// translations, and Prove reads all of them.
func TestATranslationIsReadWhenItIsWanted(t *testing.T) {
	whole := loads(t, files("p.yaml", base, "p.de.yaml", overlaid(german))).Bytes()
	p, err := Decode(whole)
	if err != nil || p.Prove() != nil || p.In("de").Title != "Titel" {
		t.Fatalf("a whole one: %q, %v", p.In("de").Title, err)
	}
	p, err = Decode(bytes.Replace(whole, []byte("of: p"), []byte("of: q"), 1))
	if err != nil || !reflect.DeepEqual(p.Languages, []string{"en", "de"}) {
		t.Fatalf("one with a faulty translation does not open: %v", err)
	}
	if de := p.In("de"); de.Title != "T" {
		t.Errorf("a faulty translation is shown: %q", de.Title)
	}
	if err := p.Prove(); !errors.Is(err, ErrFailed) || !strings.Contains(refusalOf(t, err), "p.de.yaml, line 1, column 5: This is the overlay of p, but it says it is of q") {
		t.Errorf("it proves: %v", err)
	}
}
