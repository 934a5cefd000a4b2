package flows

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
)

// translatedTo is an overlay as Translate writes it of p.yaml and p.de.yaml.
func translatedTo(t *testing.T, doc, overlay string) *Translation {
	t.Helper()
	f := files("p.yaml", doc)
	if overlay != "" {
		f = files("p.yaml", doc, "p.de.yaml", overlay)
	}
	tr, err := Translate(f, "p.yaml", "de")
	if err != nil {
		t.Fatalf("translate: %v\n%s", err, sentences(err))
	}
	return tr
}

// worded is a procedure with a text of two lines.
const worded = head + "      - {text: \"Say \\\"hi\\\"\\nand go\"}\n"

const stub = `of: p
language: de
texts:
  # en: "A title"
  # title: {en: "0a9a20f4", text: ""}
  # en: "A sentence."
  # summary: {en: "%S", text: ""}
  # en: "First"
  # steps.one.title: {en: "%F", text: ""}
  # en: "Say \"hi\""
  # en: "and go"
  # steps.one.items.text-1.text: {en: "%T", text: ""}
`

func filled(text string) string {
	return strings.NewReplacer("%S", textDigest("A sentence."), "%F", textDigest("First"), "%T", textDigest("Say \"hi\"\nand go")).Replace(text)
}

// What is not translated stands in comments, ready to be filled in: the stub loads,
// and lint finds nothing but what is missing.
func TestTranslateFromNothing(t *testing.T) {
	tr := translatedTo(t, worded, "")
	if tr.Text != filled(stub) || tr.Missing != 4 || tr.Fresh+tr.Stale+tr.Gone > 0 || tr.File != "p.de.yaml" {
		t.Fatalf("%+v", tr)
	}
	for _, f := range Lint(files("p.yaml", worded, "p.de.yaml", tr.Text), "p.de", Specs{}) {
		if f.Message.Code != "lint.untranslated" {
			t.Errorf("the stub: %s", inEnglish(f.Message))
		}
	}
	if again := translatedTo(t, worded, tr.Text); again.Text != tr.Text {
		t.Errorf("again it is\n%s", again.Text)
	}
	empty := "of: p\nlanguage: de\ntexts: {}\n"
	if again := translatedTo(t, worded, empty); again.Text != tr.Text {
		t.Errorf("from an empty one it is\n%s", again.Text)
	}
}

// A translator fills one in and says something about it; then the text changes, and
// another goes: nothing of theirs is lost, and a second time changes nothing.
func TestTranslateGoesOn(t *testing.T) {
	text := strings.Replace(filled(stub), `# title: {en: "0a9a20f4", text: ""}`, "title: {en: \"0a9a20f4\",\n    text: Titel} # kurz", 1)
	text = strings.Replace(text, "  # en: \"First\"\n  # steps.one.title: {en: \"%F\", text: \"\"}\n", "", 1)
	text = strings.Replace(text, `  # steps.one.title`, "  # ask Erika\n  steps.one.title", 1)
	text = strings.Replace(text, `steps.one.title: {en: "`+textDigest("First")+`", text: ""}`, `steps.one.title: {en: "`+textDigest("First")+`", text: "Zuerst"}`, 1)
	first := translatedTo(t, worded, text)
	if first.Text != strings.Replace(text, "  # en: \"First\"\n  # ask Erika\n", "  # ask Erika\n  # en: \"First\"\n", 1) || first.Fresh != 2 || first.Missing != 2 {
		t.Fatalf("filled in: %+v\n%s", first, first.Text)
	}
	changed := strings.Replace(strings.Replace(worded, "title: First", "title: Now", 1), "title: A title", "title: Other", 1)
	changed = strings.Replace(changed, "id: one", "id: two", 1)
	second := translatedTo(t, changed, first.Text)
	for _, want := range []string{
		"  # was: \"A title\"\n  # en: \"Other\"\n  # stale: once it is right, write en: \"" + textDigest("Other") + "\"\n  title: {en: \"0a9a20f4\",\n    text: Titel} # kurz\n",
		"  # no longer in the procedure:\n  # ask Erika\n  # steps.one.title: {en: \"" + textDigest("First") + "\", text: \"Zuerst\"}\n",
		"  # en: \"Now\"\n  # steps.two.title: {en: \"" + textDigest("Now") + "\", text: \"\"}\n",
	} {
		if !strings.Contains(second.Text, want) {
			t.Errorf("it has not\n%s\nbut is\n%s", want, second.Text)
		}
	}
	if second.Stale != 1 || second.Gone != 1 || second.Missing != 3 || second.Fresh != 0 {
		t.Errorf("%+v", second)
	}
	if third := translatedTo(t, changed, second.Text); third.Text != second.Text {
		t.Errorf("once more it is\n%s", third.Text)
	}
	right := strings.Replace(second.Text, `title: {en: "0a9a20f4"`, `title: {en: "`+textDigest("Other")+`"`, 1)
	if third := translatedTo(t, changed, right); strings.Contains(third.Text, "stale") || strings.Contains(third.Text, "was:") || !strings.Contains(third.Text, "# en: \"Other\"\n  title: {") {
		t.Errorf("put right it is\n%s", third.Text)
	}
}

// An overlay that is complete stays byte for byte, but for the order.
func TestTranslateChangesNothingOfAComplete(t *testing.T) {
	for _, file := range []string{"teccom-import.de.yaml", "sage-main-contact.fi.yaml", "netvisor-rackbeat.de.yaml"} {
		raw, err := os.ReadFile("library/" + file)
		if err != nil {
			t.Fatal(err)
		}
		id, lang, _ := strings.Cut(strings.TrimSuffix(file, ".yaml"), ".")
		tr, err := Translate(os.DirFS("library"), id, lang)
		if err != nil {
			t.Fatal(err)
		}
		if sortedLines(tr.Text) != sortedLines(string(raw)) || tr.Missing+tr.Stale+tr.Gone > 0 {
			t.Errorf("%s changes: %d missing, %d stale, %d gone", file, tr.Missing, tr.Stale, tr.Gone)
		}
	}
}

func sortedLines(text string) string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func TestTranslateRefuses(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		files      fs.FS
		words      string
	}{
		{"no language", "german!", files("p.yaml", worded), "translate.language"},
		{"its own", "en", files("p.yaml", worded), "translate.language"},
		{"a way out", "../de", files("p.yaml", worded), "translate.language"},
		{"one with faults", "de", files("p.yaml", worded+"      - {txt: x}\n"), "refuse.procedure_faulty"},
		{"an overlay with faults", "de", files("p.yaml", worded, "p.de.yaml", "of: p\nlanguage: de\ntexts:\n  title: x\n"), "refuse.procedure_faulty"},
		{"texts in one line", "de", files("p.yaml", worded, "p.de.yaml", "of: p\nlanguage: de\ntexts: {title: {en: a, text: b}, summary: {en: a, text: b}}\n"), "translate.form"},
	} {
		if _, err := Translate(c.files, "p", c.lang); err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
