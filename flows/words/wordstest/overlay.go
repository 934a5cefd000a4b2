package wordstest

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/words"
)

// Overlaid is the procedures of a folder, each with an overlay by Overlay for
// every language.
func Overlaid(folder fs.FS, specs flows.Specs) (fstest.MapFS, error) {
	all, lib := fstest.MapFS{}, flows.Open(folder, specs)
	for _, id := range lib.IDs() {
		doc, err := fs.ReadFile(folder, id+".yaml")
		if err != nil {
			return nil, err
		}
		p, err := lib.Procedure(id)
		if err != nil {
			return nil, err
		}
		all[id+".yaml"] = &fstest.MapFile{Data: doc}
		for _, lang := range words.Languages()[1:] {
			all[id+"."+lang+".yaml"] = &fstest.MapFile{Data: Overlay(p, lang)}
		}
	}
	return all, nil
}

// kept are the parts of a procedure's text that are the same in every language.
var kept = regexp.MustCompile(`\{\{[^}]*\}\}|<[^>]*>`)

// strangely writes a text in letters that no word of English has.
var strangely = strings.NewReplacer("a", "ä", "e", "ö", "i", "ï", "o", "ô", "u", "ü", "A", "Ä", "E", "Ö", "I", "Ï", "O", "Ô", "U", "Ü")

// Overlay is an overlay of a procedure that has none: its texts, in letters of
// their own, so that a word of them is not taken for one of Lotse's.
func Overlay(p *flows.Procedure, lang string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "of: %s\nlanguage: %s\ntexts:\n", p.ID, lang)
	for _, at := range p.Texts() {
		fmt.Fprintf(&b, "  %s: {en: %q, text: %q}\n", at.Path, at.Digest, strange(at.Text))
	}
	return []byte(b.String())
}

func strange(text string) string {
	var b strings.Builder
	from := 0
	for _, at := range kept.FindAllStringIndex(text, -1) {
		b.WriteString(strangely.Replace(text[from:at[0]]) + text[at[0]:at[1]])
		from = at[1]
	}
	return b.String() + strangely.Replace(text[from:])
}

// translated is a text of an overlay.
var translated = regexp.MustCompile(`text: (.*)\}`)

// shipped are the texts of the procedures that Lotse comes with, in a language.
func shipped(lang string) (texts []string) {
	files, err := fs.Glob(library.FS, "*."+lang+".yaml")
	if err != nil || len(files) == 0 {
		panic(fmt.Sprintf("%d overlays in %s: %v", len(files), lang, err))
	}
	for _, file := range files {
		overlay, err := fs.ReadFile(library.FS, file)
		if err != nil {
			panic(err)
		}
		for _, found := range translated.FindAllStringSubmatch(string(overlay), -1) {
			texts = append(texts, found[1])
		}
	}
	return texts
}
