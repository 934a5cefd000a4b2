package walk

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var wasSeen = run.Tick{At: seen}

const wordy = "far too many words"

// TestWarnings completes a step over each kind of warning, in each way.
func TestWarnings(t *testing.T) {
	accept := func(why string) func(r *rig, q Warnings) Turn {
		return func(r *rig, q Warnings) Turn { return r.AcceptWarnings(q, why) }
	}
	leave := (*rig).leaves
	goes := func(r *rig, q Warnings) Turn { return r.ToWarning(q) }
	ran := run.RecordCheck{At: flows.At("token.heard"), Result: run.CheckResult{Status: "passed"}}
	for name, c := range map[string]struct {
		step  string
		given []run.Command
		asks  string // the problems
		take  func(r *rig, q Warnings) Turn
		told  string
		done  bool
		at    string
	}{
		"none":                   {"papers", papers, "", nil, "dialogue.step_done", true, "crew.people"},
		"one, left":              {"papers", append(slices.Clone(papers), answer("mail", long)), "mail.long", leave, "dialogue.warnings_left dialogue.step_done", true, "crew.people"},
		"one, accepted":          {"papers", append(slices.Clone(papers), answer("mail", long)), "mail.long", accept("hers"), "dialogue.warnings_accepted dialogue.step_done", true, "crew.people"},
		"accepted without a why": {"papers", append(slices.Clone(papers), answer("mail", long)), "mail.long", accept(" "), "dialogue.why_missing", false, "papers.ship"},
		"gone to":                {"papers", append(slices.Clone(papers), answer("mail", long)), "mail.long", goes, "", false, "papers.mail"},
		"accepted before":        {"papers", append(slices.Clone(papers), answer("mail", long), run.Accept{Step: "papers", Problem: "mail.long", Why: "hers"}), "", nil, "dialogue.step_done", true, "crew.people"},
		"not run, left":          {"token", nil, "heard.not_run", leave, "dialogue.warnings_left dialogue.step_done", true, "papers.ship"},
		"not run, gone to":       {"token", nil, "heard.not_run", goes, "", false, "token.heard"},
		"required and not run":   {"token", []run.Command{answer("note", wordy)}, "note.wordy heard.not_run", accept("so"), "dialogue.warnings_accepted dialogue.warnings_left dialogue.step_done", true, "papers.ship"},
		"required, left":         {"token", []run.Command{answer("note", wordy), ran}, "note.wordy", leave, "refuse.warnings_required", false, "token.note"},
		"required, accepted":     {"token", []run.Command{answer("note", wordy), ran}, "note.wordy", accept("so"), "dialogue.warnings_accepted dialogue.step_done", true, "papers.ship"},
		"it passed":              {"token", []run.Command{answer("note", "few"), ran}, "", nil, "dialogue.step_done", true, "papers.ship"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, page(), 1).has(append([]run.Command{wasSeen}, c.given...)...)
			r.forgone[flows.At("token.token")] = true
			r.GoTo(c.step)
			turn := r.Complete()
			q, _ := turn.Ask.(Warnings)
			var asks []string
			for _, pv := range q.List {
				asks = append(asks, pv.ID)
			}
			if got := strings.Join(asks, " "); got != c.asks {
				t.Fatalf("asks about %q, want %q", got, c.asks)
			}
			if c.take != nil {
				if turn.Done {
					t.Error("it is completed before anybody said what becomes of them")
				}
				turn = c.take(r, q)
			}
			if got := strings.Join(codes(turn), " "); got != c.told || turn.Done != c.done {
				t.Errorf("tells %q, done %t", got, turn.Done)
			}
			if is := r.View().Step(c.step).State == run.Done; is != c.done {
				t.Errorf("it is done: %t", is)
			}
			r.stands(c.at)
		})
	}
}

const long = "somebody@far-away.example"

func (r *rig) leaves(q Warnings) Turn { return r.LeaveWarnings(q) }

// TestLateWarnings asks again where a step that is done has a warning since.
func TestLateWarnings(t *testing.T) {
	r := newRig(t, page(), 1).has(append(slices.Clone(papers), run.Complete{Step: "papers"}, answer("mail", long))...)
	r.GoTo("papers")
	q, ok := r.Complete().Ask.(Warnings)
	if !ok || !q.CanAccept() || !q.CanLeave() {
		t.Fatalf("asks %+v", q)
	}
	r.LeaveWarnings(q)
	r.GoTo("papers")
	if turn := r.Complete(); turn.Ask != nil {
		t.Errorf("asks again: %+v", turn.Ask)
	}
}

// TestOthersWarn has another program make a warning while one is asked about.
func TestOthersWarn(t *testing.T) {
	for name, take := range map[string]func(r *rig, q Warnings) Turn{
		"left":     (*rig).leaves,
		"accepted": func(r *rig, q Warnings) Turn { return r.AcceptWarnings(q, "so") },
	} {
		r := newRig(t, page(), 1).has(wasSeen)
		r.forgone[flows.At("token.token")] = true
		r.GoTo("token")
		q := r.Complete().Ask.(Warnings)
		r.has(answer("note", wordy))
		turn := take(r, q)
		again, ok := turn.Ask.(Warnings)
		if !ok || turn.Done || len(again.List) != 2 || r.View().Step("token").State == run.Done {
			t.Errorf("%s: asks %+v", name, turn.Ask)
		}
	}
}

// TestAnotherValueIsAskedAbout has another program give another value with the same
// warning while it is asked: nobody has seen that one.
func TestAnotherValueIsAskedAbout(t *testing.T) {
	r := newRig(t, page(), 1).has(append(slices.Clone(papers), answer("mail", long))...)
	r.GoTo("papers")
	q := r.Complete().Ask.(Warnings)
	r.has(answer("mail", "another@far-away.example"))
	turn := r.AcceptWarnings(q, "hers")
	again, ok := turn.Ask.(Warnings)
	if !ok || turn.Done || r.View().Step("papers").State == run.Done {
		t.Fatalf("another address is accepted: %+v", turn)
	}
	if turn := r.AcceptWarnings(again, "hers, too"); !turn.Done {
		t.Errorf("it is asked about once more: %+v", turn)
	}
}

// TestWarned says what there is, and hides from eyes that look on what is not for
// them.
func TestWarned(t *testing.T) {
	r := newRig(t, page(), 1).has(wasSeen, answer("note", wordy))
	r.forgone[flows.At("token.token")] = true
	r.GoTo("token")
	q := r.Complete().Ask.(Warnings)
	if q.CanLeave() || !q.CanAccept() {
		t.Error("what has to be accepted could be left, or not accepted")
	}
	told := func(most int) string {
		var all []string
		for _, m := range r.WarningMessages(q, most) {
			all = append(all, m.Code)
		}
		return strings.Join(all, " ")
	}
	if got := told(5); got != "dialogue.warning_required dialogue.warning" {
		t.Error(got)
	}
	if got := told(1); got != "dialogue.warning_required dialogue.held_more" {
		t.Error(got)
	}
	q.List[0].Item = "seen"
	if r.Share(true); told(5) != "dialogue.hidden dialogue.warning" {
		t.Error(told(5))
	}
}
