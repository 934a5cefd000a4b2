package phone

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/theme"
)

var letters = []string{"a", "b"}

var step = &flows.Step{
	Say: "Please read me the name of the ship and the day on which she comes.", See: "The form with the ship's papers.",
	IfNot: []flows.Branch{{Letter: "a", Text: "They have no papers: ask the office: today."}, {Letter: "b", Text: "Nothing."}},
}

func text(lines []string) string { return ansi.Strip(strings.Join(lines, "\n")) }

// TestScriptFits any room, and says what is to be said in every room of four lines.
func TestScriptFits(t *testing.T) {
	for _, lang := range []string{"en", "de", "fi"} {
		for w := 40; w <= 160; w += 7 {
			for h := range 30 {
				lines := Script{Step: step, Letters: letters}.Lines(theme.New(true, false), words.For(lang), w, h)
				if len(lines) > h {
					t.Fatalf("%s: %d lines in %d", lang, len(lines), h)
				}
				for _, l := range lines {
					if theme.Width(l) > w {
						t.Errorf("%s: %d cells in %d: %s", lang, theme.Width(l), w, ansi.Strip(l))
					}
				}
				if all := strings.Join(strings.Fields(text(lines)), " "); h >= 4 && !strings.Contains(all, "she comes.") {
					t.Errorf("%s, %d by %d lacks what to say:\n%s", lang, w, h, text(lines))
				}
			}
		}
	}
}

// TestBranches are what is seen, up to the first colon, until one is taken: then
// there is nothing but what to do.
func TestBranches(t *testing.T) {
	draw := func(branch string) string {
		return text(Script{Step: step, Letters: letters, Branch: branch}.Lines(theme.New(true, false), words.For("en"), 80, 20))
	}
	if got := draw(""); !strings.Contains(got, "a  They have no papers\n") || !strings.Contains(got, "b  Nothing.") {
		t.Errorf("the branches are\n%s", got)
	}
	if got := draw("a"); !strings.Contains(got, "ask the office: today.") || strings.Contains(got, "Please") || strings.Contains(got, "Nothing") {
		t.Errorf("the branch is\n%s", got)
	}
	if draw("c") != draw("") {
		t.Error("a branch that is not there changes the page")
	}
	if got := (Script{Step: &flows.Step{}}).Lines(theme.New(true, false), words.For("en"), 80, 20); len(got) != 0 {
		t.Errorf("a step without a script has %q", got)
	}
}
