package run_test

import (
	"testing"

	"lotse/flows/run"
)

// TestAViewInAnotherLanguage has the texts of that language and all else as it
// is, and leaves the run in its own.
func TestAViewInAnotherLanguage(t *testing.T) {
	w := newWorldOf(t, "lock")
	w.must(atTheLock...)
	word := func(v *run.View) string { return v.Step("cross").Item("lock").Item.Gate.Word }
	for lang, want := range map[string]struct{ lang, word string }{"fi": {"fi", "kulje"}, "en": {"en", "cross"}, "sv": {"en", "cross"}} {
		v := w.ViewIn(lang, w.now)
		if v.Lang != want.lang || word(v) != want.word {
			t.Errorf("asked for %s it is in %s, and its gate asks for %q", lang, v.Lang, word(v))
		}
		if v.Status != w.view().Status || v.Head != w.view().Head || *v.Progress.Warnings != *w.view().Progress.Warnings {
			t.Errorf("the run stands otherwise in %s: %+v", lang, v.Header)
		}
	}
	w.must(run.Note{Step: "cross", Text: "Seen"})
	if v := w.view(); v.Lang != "en" || word(v) != "cross" {
		t.Errorf("the run is in %s now, and its gate asks for %q", v.Lang, word(v))
	}
	w.must(run.SetLanguage{Lang: "fi"})
	if v := w.ViewIn("en", w.now); v.Lang != "en" || word(v) != "cross" || w.view().Lang != "fi" {
		t.Errorf("from Finnish it is in %s, and its gate asks for %q", v.Lang, word(v))
	}
}
