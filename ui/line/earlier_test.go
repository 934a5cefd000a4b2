package line

import (
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/ui/outside"
)

// TestAnEarlierAnswerIsTakenOver in lines: it is said with where, when and who, and
// only the word takes it.
func TestAnEarlierAnswerIsTakenOver(t *testing.T) {
	r := mailed(t, run.Rehearsal)
	r.types("info@example.org", "quit")
	for _, mode := range []run.Mode{run.Rehearsal, run.Demo} {
		s, err := outside.Start(t.Context(), &r.s, "mailbox", "Muster GmbH", mode)
		if err != nil {
			t.Fatal(err)
		}
		r.s.Run, r.paper = s.ID(), transcript{}
		r.types("earlier", "quit")
		if mode == run.Demo {
			r.shows("No other run of this customer has an answer to take over here.")
			if strings.Contains(r.said(), "info@example.org") {
				t.Errorf("said is\n%s", r.said())
			}
			continue
		}
		r.shows("Earlier: info@example.org. A mailbox, today, Ann. Type earlier to take it over.", "Taken over from \"A mailbox\"", "Now info@example.org; Enter keeps it")
	}
}
