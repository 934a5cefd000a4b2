package library_test

import (
	"testing"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/library"
)

// The room in the wizard at 80x24 for a text that is drawn on one line, in
// characters; every letter of the languages that there are takes one column.
const (
	titleFits = 50 // beside who acts and for how long
	labelFits = 76 // above its field, where it does not fit beside it
	valueFits = 46 // beside the widest label, with number and sign
)

// TestTextsFit holds, in every language, what would be clipped: all else wraps.
func TestTextsFit(t *testing.T) {
	lib := flows.Open(library.FS, specs())
	for _, id := range lib.IDs() {
		p := open(t, id)
		for _, lang := range p.Languages {
			for _, s := range p.In(lang).Steps {
				fits(t, id+" "+lang+" "+s.ID, s.Title, titleFits)
				for _, it := range itemsOf(&s) {
					itemFits(t, id+" "+lang+" "+s.ID+"."+it.ID, it)
				}
			}
		}
	}
}

func itemFits(t *testing.T, at string, it *flows.Item) {
	t.Helper()
	if it.Kind == flows.KindCopy || it.Kind == flows.KindField || it.Kind == flows.KindList {
		fits(t, at, it.Label, labelFits)
	}
	if it.Field == nil {
		return
	}
	fits(t, at, it.Field.Placeholder, valueFits)
	for _, o := range it.Field.Options {
		fits(t, at+" "+o.Value, o.Label, valueFits)
	}
}

func fits(t *testing.T, at, text string, most int) {
	t.Helper()
	if n := utf8.RuneCountInString(text); n > most {
		t.Errorf("%s has %d characters, %d fit: %s", at, n, most, text)
	}
}
