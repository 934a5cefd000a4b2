package walk

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestSince says what changed since a step was done, of what it reads and of
// itself, but for what was changed in it right here.
func TestSince(t *testing.T) {
	known := run.RecordCheck{At: flows.At("token.heard"), Result: run.CheckResult{Status: "passed"}}
	for name, c := range map[string]struct {
		do   func(r *rig)
		told string
		ask  bool // completing asks for it to be read first
	}{
		"nothing":          {func(*rig) {}, "", false},
		"by somebody else": {func(r *rig) { r.has(answer("note", "new")) }, "dialogue.since", true},
		"right here":       {func(r *rig) { r.To("note"); r.Answer("new", Stay); r.Confirmed(true) }, "", false},
		"here, and by them": {func(r *rig) {
			r.To("note")
			r.Answer("new", Stay)
			r.Confirmed(true)
			r.now = r.now.Add(1e9)
			r.has(answer("note", "theirs"))
		}, "dialogue.since", true},
		"from another step": {func(r *rig) { r.GoTo("dock"); r.AnswerAt(flows.At("token.note"), "new", Stay); r.Confirmed(true) }, "dialogue.since", true},
	} {
		t.Run(name, func(t *testing.T) {
			read := map[string]bool{}
			face := page()
			var r *rig
			face.Unread = func(sv *run.StepView) []string {
				if id := r.ChangesID(sv); id != "" && !read[id] {
					return []string{id}
				}
				return nil
			}
			r = newRig(t, face, 1).has(wasSeen, answer("note", "few"), known, run.Complete{Step: "token"})
			r.forgone[flows.At("token.token")] = true
			r.now = r.now.Add(1e9)
			r.GoTo("token")
			c.do(r)
			r.GoTo("token")
			var told []string
			for _, m := range r.ChangeMessages(r.Step()) {
				told = append(told, m.Code)
			}
			if got := strings.Join(told, " "); !strings.HasPrefix(got, c.told) || c.told == "" && got != "" {
				t.Errorf("it tells %q, want %q", got, c.told)
			}
			r.Record(Stay, known)
			q, asks := r.Complete().Ask.(Read)
			if asks != c.ask {
				t.Fatalf("it asks for that to be read: %t", asks)
			}
			if asks {
				read[q.Items[0]] = true
				if turn := r.Complete(); !turn.Done {
					t.Errorf("read, and not done: %+v", turn)
				}
			}
		})
	}
}
