package walk

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// TestAFileIsCalledByItsName: in the question which of two answers holds, and of
// an answer that was not saved or is no longer possible.
func TestAFileIsCalledByItsName(t *testing.T) {
	plan := flows.At("papers.plan")
	file := func(name string) flows.Value { return "sha256:" + strings.Repeat("ab", 32) + "/" + name }
	r, c := clash(t, run.Answer{At: plan, Value: file("mine.pdf")}, run.Answer{At: plan, Value: file("theirs.pdf")})
	for what, m := range map[string]flows.Message{
		"mine.pdf": r.Change(run.Answer{At: plan, Value: file("mine.pdf")}), "their": r.DifferenceMessage(c.Differences[0]), "lost.pdf": r.LossMessage(run.Answer{At: plan, Value: file("lost.pdf")}),
	} {
		if s := words.Say("en", m); strings.Contains(s, "sha256") || strings.Contains(s, "abab") || !strings.Contains(s, what) {
			t.Errorf("it says %q", s)
		}
	}
	// What a text only looks like a file is said as it is.
	if s := words.Say("en", r.Change(run.Answer{At: ship, Value: "sha256:1/x"})); !strings.Contains(s, "sha256:1/x") {
		t.Errorf("it says %q", s)
	}
	if s := words.Say("en", r.Change(run.Answer{At: flows.At("papers.cargo"), Value: "oil"})); !strings.Contains(s, "oil") {
		t.Errorf("it says %q", s)
	}
}
