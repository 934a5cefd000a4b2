package report_test

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/flows/words"
)

// points are what is open, a line each.
func points(v *run.View, internal bool, d *drive) string {
	var lines []string
	for _, p := range report.Open(v, internal, d.now) {
		line := string(p.Kind) + " " + p.At.String() + " " + words.Say("en", p.Message)
		if p.Until != nil {
			line += " " + p.Until.Format("01-02")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// TestWhatIsOpen at points of a run, the weightiest first.
func TestWhatIsOpen(t *testing.T) {
	d := pier(t, run.Real, "")
	if got, want := points(d.View(d.now), false, d), `step crew The step "The crew" is open.
wait works.answer Waiting: the office answers. Look again on 2026-11-26. 11-26
date berth.opens Opens on: 2026-12-24 12-24
warning crew.people[r1].nick People [r1], Nickname: Too long: 8 characters, at most 3.
warning works.same Is it the same?  and c: d.`; got != want {
		t.Errorf("open is\n%s\nwant\n%s", got, want)
	}
	d.do(run.Skip{Step: "crew", Why: "They come later"}, run.WaitAnswered{At: flows.At("works.answer")})
	if got, want := points(d.View(d.now), false, d), `step works The step "The works" is open.
skipped crew The step "The crew" was skipped. Reason: They come later
date berth.opens Opens on: 2026-12-24 12-24
warning works.same Is it the same?  and c: d.`; got != want {
		t.Errorf("open is\n%s\nwant\n%s", got, want)
	}
	d.do(run.Complete{Step: "works", Leave: true})
	v := d.View(d.now)
	if got, want := points(v, false, d), `skipped crew The step "The crew" was skipped. Reason: They come later
date berth.opens Opens on: 2026-12-24 12-24
warning works.same Is it the same?  and c: d. Left as it is.`; got != want {
		t.Errorf("open is\n%s\nwant\n%s", got, want)
	}
	if got, want := words.Say("en", report.Achieved(v)), "A pier for Muster GmbH is complete: 3 steps done, 1 skipped."; strings.ReplaceAll(got, "  ", " ") != want {
		t.Errorf("achieved: %q", got)
	}
	d.now = d.now.AddDate(0, 2, 0)
	if got := points(d.View(d.now), false, d); strings.Contains(got, "date") {
		t.Errorf("a day that has passed is open:\n%s", got)
	}
}

// TestWhatBecameOfARun in a sentence, in each way that it can end.
func TestWhatBecameOfARun(t *testing.T) {
	for name, c := range map[string]struct {
		commands []run.Command
		want     string
		open     string
	}{
		"begun":    {nil, "TecCom import for Muster GmbH is not finished: 0 of 12 steps done.", "step applies The step \"Is a client needed at all?\" is open.\nstep  11 steps come later."},
		"ended":    {[]run.Command{run.Answer{At: flows.At("uses_connect5"), Value: "yes"}, run.Complete{Step: "applies"}}, "TecCom import for Muster GmbH ended before its last step: Connect 5", ""},
		"given up": {[]run.Command{run.Abandon{Outcome: "withdrawn", Why: "They went elsewhere"}}, "TecCom import for Muster GmbH was given up: They went elsewhere", "step  12 steps were not done."},
	} {
		d := begin(t, procedure(t, "teccom-import"), run.Real, "Muster GmbH")
		d.do(c.commands...)
		v := d.View(d.now)
		if got := words.Say("en", report.Achieved(v)); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if got := points(v, false, d); !strings.HasPrefix(got, c.open) || c.open == "" && got != "" {
			t.Errorf("%s: open is\n%s", name, got)
		}
	}
}

// TestAnInternalStepIsOpenOnlyInside.
func TestAnInternalStepIsOpenOnlyInside(t *testing.T) {
	d := pier(t, run.Real, "")
	d.do(run.Reopen{Step: "inner", Why: "Think again"})
	if got := points(d.View(d.now), false, d); strings.Contains(got, "inner") {
		t.Errorf("outside it is open:\n%s", got)
	}
	if got := points(d.View(d.now), true, d); !strings.Contains(got, "step inner") {
		t.Errorf("inside it is not:\n%s", got)
	}
}

// TestASummaryIsShort whatever is open, and however long the names are.
func TestASummaryIsShort(t *testing.T) {
	d := pier(t, run.Rehearsal, strings.Repeat("long ", 1000))
	for range 20 {
		d.do(run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"person": "Ada", "nick": "Countess"}})
	}
	r := d.record("en", false)
	text := report.Summary(r)
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) > 15 || len(text) > 15*300 || len(r.Open) < 20 {
		t.Errorf("%d open, %d lines, %d bytes:\n%s", len(r.Open), len(lines), len(text), text)
	}
	if lines[0] != "REHEARSAL" || !strings.Contains(lines[1], "steps done.") || !strings.HasPrefix(lines[len(lines)-1], "Run: ") {
		t.Errorf("it reads\n%s", text)
	}
}
