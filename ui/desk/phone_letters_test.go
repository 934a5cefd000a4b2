package desk

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// manyBranches is a procedure whose step has n branches by the letters of the
// alphabet, a question and a task.
func manyBranches(n int) fstest.MapFS {
	doc := "procedure: crates\nversion: 1\ntitle: Crates\nsummary: A list.\nsource: {document: none.txt, read: 2026-11-21}\nsystems: [Harbour]\n" +
		"steps:\n  - id: here\n    title: Here\n    say: Rd?\n    ifnot:\n"
	for i := range n {
		doc += fmt.Sprintf("      %c: \"Sght%d: gg%d.\"\n", 'a'+i, i, i)
	}
	return fstest.MapFS{"crates.yaml": {Data: []byte(doc + "    items:\n      - {field: whole, type: choice, label: Whole, options: [yes, no]}\n      - {task: shut, label: Shut}\n      - {task: locked, label: Locked}\n")}}
}

// TestBranchesLeaveTheLettersOfTheMode: in every language each branch has a letter of
// its own, the same on the page and in the mode, and yes, no, done and hanging up
// keep theirs.
func TestBranchesLeaveTheLettersOfTheMode(t *testing.T) {
	for _, lang := range words.Languages() {
		for _, n := range []int{1, 4, 9, 26} {
			r := speaking(t, lang, manyBranches(n), testSpecs)
			r.do(r.m.start("crates", "Muster GmbH", run.Rehearsal))
			r.size(80, 60)
			letters := branchLetters(r.m.t)
			page := r.screen()
			r.keys("f2")
			for i := range n {
				if sight := fmt.Sprintf("%s  Sght%d", letters[i], i); !strings.Contains(r.screen(), sight+"\n") && !strings.Contains(r.screen(), sight+" ") {
					t.Errorf("%s, %d branches: the mode lacks %q\n%s", lang, n, sight, r.screen())
				}
				if on := fmt.Sprintf("%s %s", r.m.t.Wizard.If, letters[i]); !strings.Contains(page, on) {
					t.Errorf("%s, %d branches: the page lacks %q\n%s", lang, n, on, page)
				}
				r.wait().keys(letters[i]).shows(fmt.Sprintf("gg%d.", i))
				r.wait().keys(letters[i]).shows("Rd?")
			}
			r.wait().keys(words.Say(lang, flows.Msg("phone.letter_no")))
			if got := r.value("here", "whole"); got != "no" {
				t.Errorf("%s, %d branches: the answer is %v", lang, n, got)
			}
			r.focus("shut")
			r.wait().keys("d")
			if !r.m.page.View().Step("here").Item("shut").Done {
				t.Errorf("%s, %d branches: d does not tick", lang, n)
			}
			r.wait().keys("h")
			if r.m.page.phone.on {
				t.Errorf("%s, %d branches: h does not hang up", lang, n)
			}
		}
	}
}
