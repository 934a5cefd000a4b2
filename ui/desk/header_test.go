package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// TestTheMarksOfTheHeaderStayWhole in the narrowest window, in every language,
// while the view is shared and a call goes on.
func TestTheMarksOfTheHeaderStayWhole(t *testing.T) {
	for _, lang := range words.Languages() {
		for _, keys := range [][]string{nil, {"f3"}, {"f2"}, {"f2", "f3"}} {
			r := inLanguage(t, lang).size(minWidth, 15)
			r.keys(keys...)
			first, _, _ := strings.Cut(r.screen(), "\n")
			marks := []string{r.m.t.Mode("rehearsal"), r.m.shareMark()}
			if r.m.page.phone.on {
				marks = append(marks, "0:00")
			}
			if r.m.share && r.m.page.phone.on {
				marks = marks[:2] // there is no room for more
			}
			for _, mark := range marks {
				if !strings.Contains(first, mark) {
					t.Errorf("%s %v: no %q in %q", lang, keys, mark, first)
				}
			}
			if theme.Width(first) > minWidth {
				t.Errorf("%s %v: %q is wider", lang, keys, first)
			}
		}
	}
}

// TestThatItIsNotSavedIsNeverLeftOut, whatever else the header has to give way.
func TestThatItIsNotSavedIsNeverLeftOut(t *testing.T) {
	r := begun(t).size(minWidth, 15).keys("f2", "f3")
	r.m.page.Saved(errDisk{})
	if first, _, _ := strings.Cut(r.screen(), "\n"); !strings.Contains(first, "NOT SAVED") {
		t.Errorf("the header is %q", first)
	}
}

type errDisk struct{}

func (errDisk) Error() string { return "the disk is gone" }

// TestAStatusOfTwoLinesHidesNoFocus at any item of a page, and moves no page on
// which the focus is in view anyway.
func TestAStatusOfTwoLinesHidesNoFocus(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {40, 15}, {80, 24}} {
		r := begun(t).size(size[0], size[1])
		for range 12 {
			r.m.status = status{}
			before := r.screen()
			r.m.status = status{text: strings.Repeat("what came of it ", 7)}
			after := r.screen()
			if had, has := bars(before), bars(after); has < had {
				t.Errorf("%v: the focus on %s is hidden\n%s", size, r.m.page.At(), after)
			}
			r.keys("tab")
		}
	}
}

// bars counts the lines of the focus.
func bars(screen string) (n int) {
	for l := range strings.SplitSeq(screen, "\n") {
		if strings.HasPrefix(l, "│") {
			n++
		}
	}
	return n
}

// TestTheHeaderNamesWhereTheProcedureIsFrom by a word or two, unless it came with the
// program.
func TestTheHeaderNamesWhereTheProcedureIsFrom(t *testing.T) {
	file := filepath.Join(t.TempDir(), "quay.yaml")
	const quay = "procedure: quay\nversion: 1\ntitle: A quay\nsummary: A field.\nsource: {document: none.txt, read: 2026-11-21}\nsteps:\n" +
		"  - id: ship\n    title: The ship\n    items:\n      - {field: name, type: text, label: Name}\n"
	if err := os.WriteFile(file, []byte(quay), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{file: true, "harbour": false} {
		r := newRig(t)
		r.do(r.m.start(name, "Muster GmbH", run.Rehearsal))
		r.size(100, 30)
		if head, _, _ := strings.Cut(r.screen(), "\n"); strings.Contains(head, ".yaml") != want || !strings.Contains(head, "Muster GmbH") {
			t.Errorf("of %s the header is %q: %s", name, head, r.m.status.text)
		}
	}
}
