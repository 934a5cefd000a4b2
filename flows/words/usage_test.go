package words_test

import (
	"go/ast"
	"regexp"
	"testing"

	"lotse/flows/words"
)

// TestUsage: what a person fills in is named in each language that has names for
// it, in the lines of usage of the commands and of line mode.
func TestUsage(t *testing.T) {
	if got := words.Usage(words.German, "accept RUN STEP.PROBLEM --why REASON"); got != "accept DURCHLAUF SCHRITT.PROBLEM --why GRUND" {
		t.Error(got)
	}
	if got := words.Usage(words.English, "done RUN STEP"); got != "done RUN STEP" {
		t.Error(got)
	}
	var lines []string
	for _, w := range words.LineWords() {
		lines = append(lines, w.Args)
	}
	for _, s := range sources(t) {
		s.calls(func(call *ast.CallExpr) {
			if callee(call) == "newVerb" {
				if use, ok := text(call.Args[0]); ok {
					lines = append(lines, use)
				}
			}
		})
	}
	if len(lines) < 60 {
		t.Fatalf("only %d lines of usage were found", len(lines))
	}
	capitals := regexp.MustCompile(`[A-Z]{2,}`)
	for lang, names := range words.FillIns() {
		for _, line := range lines {
			for _, name := range capitals.FindAllString(line, -1) {
				if names[name] == "" {
					t.Errorf("%s has no name for %s in %q", lang, name, line)
				}
			}
		}
	}
}
