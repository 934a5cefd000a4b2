package flows

import (
	"slices"
	"strings"
	"testing"
)

// inGerman is a procedure that is written in German, with a gate.
const inGerman = "language: de\n" + head + "      - {text: Guten Tag}\n      - {gate: g, label: G, word: frei, warning: W}\n"

// englishOf is its overlay in English, of the title and the gate's word.
var englishOf = "of: p\nlanguage: en\ntexts:\n" +
	"  title: {de: " + textDigest("A title") + ", text: In English}\n" +
	"  steps.one.items.g.word: {de: " + textDigest("frei") + ", text: clear}\n"

// A procedure is written in the language that its author says: English is one of
// its translations then, and what is not translated stays as it is written.
func TestABaseLanguage(t *testing.T) {
	p := loads(t, files("p.yaml", inGerman, "p.en.yaml", englishOf))
	if !slices.Equal(p.Languages, []string{"de", "en"}) || p.Base() != "de" || p.Lang != "de" {
		t.Fatalf("languages %v, base %s, lang %s", p.Languages, p.Base(), p.Lang)
	}
	for lang, want := range map[string]struct{ lang, title, text, word string }{
		"de": {"de", "A title", "Guten Tag", "frei"},
		"en": {"en", "In English", "Guten Tag", "clear"},
		"fi": {"de", "A title", "Guten Tag", "frei"},
	} {
		q := p.In(lang)
		gate := q.Step("one").Item("g").Gate
		if q.Lang != want.lang || q.Title != want.title || q.Steps[0].Items[0].Text.Body != want.text || gate.Word != want.word {
			t.Errorf("in %s: %s, %q, %q, %q", lang, q.Lang, q.Title, q.Steps[0].Items[0].Text.Body, gate.Word)
		}
		if !gate.Takes("frei") || !gate.Takes(want.word) || gate.Takes("open") {
			t.Errorf("in %s the gate takes other words", lang)
		}
	}
	p.In("en").eachPassage(func(t Passage) { // the language that each text is in
		if own := t.Path == "title" || strings.HasSuffix(t.Path, ".word"); own != (t.Lang == "en") {
			panic(t.Path + " is said to be in " + t.Lang)
		}
	})
	if again, err := Decode(p.Bytes()); err != nil || again.Digest != p.Digest || again.In("en").Title != "In English" || FormatOf(p.Bytes()) != fifthFormat {
		t.Errorf("as it is stored: %v", err)
	}
	if files := p.SourceFiles(); len(files) != 1 || files[0].Name != "p.yaml" {
		t.Errorf("its source is %v", files)
	}
}

func TestLintOfABaseLanguage(t *testing.T) {
	german := func(overlay string) []string { return []string{"p.yaml", inGerman, "p.en.yaml", overlay} }
	for _, c := range []struct {
		name, lint string
		files      []string
		words      string
	}{
		{"no code of a language", "p", []string{"p.yaml", strings.Replace(inGerman, "de", "German", 1)}, "German does not name a language"},
		{"the digest of another language", "p.en", german(strings.ReplaceAll(englishOf, "{de:", "{en:")), "The key de is missing"},
		{"an older text", "p.en", german(strings.Replace(englishOf, textDigest("frei"), "00000000", 1)), "then write de: " + textDigest("frei")},
		{"an overlay in its own language", "p.de", []string{"p.yaml", inGerman, "p.de.yaml", englishOf}, "is written in de itself"},
		{"one that lacks a text", "p.en", german(englishOf), "\"Guten Tag\" (de: " + textDigest("Guten Tag") + ")"},
		{"a word of line mode", "p.en", german(strings.Replace(englishOf, "clear", "next", 1)), "next is a command of line mode"},
	} {
		specs := Specs{LineWords: func() []string { return []string{"next"} }}
		if faults := sentences(Faults(Lint(files(c.files...), c.lint, specs))); !strings.Contains(faults, c.words) {
			t.Errorf("%s: no %q in\n%s", c.name, c.words, faults)
		}
	}
	if faults := Lint(files("p.yaml", inGerman), "p", Specs{}); len(faults) > 0 {
		t.Errorf("a procedure in German has the faults\n%s", sentences(Faults(faults)))
	}
}
