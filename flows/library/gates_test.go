package library_test

import (
	"regexp"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/library"
)

// quotedWord is a word that the warning of a gate says to type.
var quotedWord = regexp.MustCompile(`[^*]\*([^*]+)\*[^*]`)

// TestGatesInEveryLanguage: a gate has a word of its own in each language, takes the
// English one too, and its warning names the word that is asked for.
func TestGatesInEveryLanguage(t *testing.T) {
	procedures, err := flows.Open(library.FS, specs()).All()
	if err != nil {
		t.Fatal(err)
	}
	gates := 0
	for _, p := range procedures {
		for _, lang := range p.Languages {
			for i := range p.Steps {
				for j := range p.Steps[i].Items {
					if english := p.Steps[i].Items[j].Gate; english != nil {
						gates++
						holdGate(t, p.ID+" in "+lang, english, p.In(lang).Steps[i].Items[j].Gate)
					}
				}
			}
		}
	}
	if gates < 9 {
		t.Errorf("%d gates were held", gates)
	}
}

func holdGate(t *testing.T, at string, english, own *flows.Gate) {
	t.Helper()
	if english != own && own.Word == english.Word {
		t.Errorf("%s: the word is the English %q", at, own.Word)
	}
	if !own.Takes(own.Word) || !own.Takes(english.Word) {
		t.Errorf("%s: %q or %q does not pass", at, own.Word, english.Word)
	}
	names := quotedWord.FindStringSubmatch(english.Warning)
	if names != nil && names[1] == english.Word && !strings.Contains(own.Warning, "*"+own.Word+"*") {
		t.Errorf("%s: the warning does not name %q: %s", at, own.Word, own.Warning)
	}
}
