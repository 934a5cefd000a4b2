package run_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/storetest"
)

const slip = `procedure: slip
version: 1
title: The slip
summary: What is waited for, and when to try again.
source: {document: none.txt, read: 2026-11-21}
systems: [Yard]
steps:
  - id: verify
    title: Verify
    items:
      - {field: result, type: choice, label: Result, options: [good, bad]}
      - {field: message, type: text, label: Message}
      - {field: live, type: date, label: Live}
      - wait: again
        when: result == "bad"
        for: the yard
        reason: takes the key
        ladder: [{after: 10m, try: Try it again.}, {after: 1h, try: "Call about {{ message }}."}, {after: 1d, try: Write.}]
        then: verify
  - id: day
    title: The day
    items:
      - {wait: live_day, for: the yard, reason: opens, until: {of: live, plus: 1d}}
  - id: job
    title: The job
    items:
      - {task: begun, label: Begun}
      - {wait: next, when: 'done("job.begun")', for: the job, reason: runs, until: {plus: 1d}}
`

// slipway is a run with waits at nine o'clock; at is what it is at.
type slipway struct {
	t  *testing.T
	s  *run.Session
	at time.Time
}

func onSlip(t *testing.T) *slipway {
	t.Helper()
	return onYard(t, slip)
}

// onYard is a run of any procedure at nine o'clock.
func onYard(t *testing.T, doc string) *slipway {
	t.Helper()
	w := &slipway{t: t, at: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)}
	id := strings.TrimPrefix(strings.SplitN(doc, "\n", 2)[0], "procedure: ")
	p, err := flows.Open(fstest.MapFS{id + ".yaml": {Data: []byte(doc)}}, flows.Specs{}).Procedure(id)
	if err != nil {
		t.Fatal(err)
	}
	store := storetest.NewMemory()
	c, err := store.AddCustomer(context.Background(), run.Customer{ID: "c1", Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	env := run.Env{Now: func() time.Time { return w.at }, Random: rand.NewChaCha8([32]byte{1}), By: "Ann"}
	if w.s, err = run.Create(env, store, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	return w
}

// after lets time pass and does something.
func (w *slipway) after(d time.Duration, commands ...run.Command) *slipway {
	w.t.Helper()
	w.at = w.at.Add(d)
	for _, c := range commands {
		if _, err := w.s.Do(true, c); err != nil {
			w.t.Fatal(err)
		}
	}
	return w
}

func (w *slipway) wait(name string) *run.WaitView {
	w.t.Helper()
	a := flows.At(name)
	return w.s.View(w.at).Step(a.Step).Item(a.Item).Wait
}

// due fails unless the wait is due at a day and a time; "": never.
func (w *slipway) due(name, want string) *slipway {
	w.t.Helper()
	got := ""
	if v := w.wait(name); v != nil && v.Due != nil {
		got = v.Due.Format("02 15:04")
	}
	if got != want {
		w.t.Errorf("%s is due at %q, want %q", name, got, want)
	}
	return w
}

func answer(at string, v flows.Value) run.Command { return run.Answer{At: flows.At(at), Value: v} }

// TestTheLadderOfAWait: it counts from what the wait depends on, not from what else
// is typed in the step, and a rung is over once something was recorded behind it.
func TestTheLadderOfAWait(t *testing.T) {
	w := onSlip(t)
	if w.wait("verify.again") != nil {
		t.Error("a wait that does not apply is open")
	}
	w.after(41*time.Minute, answer("result", "bad")).due("verify.again", "21 09:51")
	w.after(3*time.Minute, answer("message", "401")).due("verify.again", "21 09:51")
	if h := w.s.View(w.at).Header; h.Due == nil || h.Due.Format("15:04") != "09:51" {
		t.Errorf("the run is due at %v", h.Due)
	}
	v := w.wait("verify.again")
	if v.Since.Format("15:04") != "09:41" || len(v.Rungs) != 3 || v.Rungs[1].Try != "Call about 401." {
		t.Errorf("it waits since %v, rungs %+v", v.Since, v.Rungs)
	}
	for after, want := range map[time.Duration]int{0: -1, 6 * time.Minute: -1, 7 * time.Minute: 0, 57 * time.Minute: 1, 48 * time.Hour: 2} {
		if got := v.Rung(w.at.Add(after)); got != want {
			t.Errorf("after %v the rung is %d, want %d", after, got, want)
		}
	}
	if next := v.Next(w.at.Add(48 * time.Hour)); next != nil {
		t.Errorf("behind the last comes %+v", next)
	}
	// Its time comes and nobody does anything: it stays due. A note says that it was
	// tried, and the next one is due.
	w.after(20*time.Minute).due("verify.again", "21 09:51")
	w.after(0, run.Note{Step: "verify", Text: "Tried, the same."}).due("verify.again", "21 10:41")
	w.after(0, run.WaitUntil{At: flows.At("verify.again"), Until: w.at.Add(5 * time.Minute)}).due("verify.again", "21 10:09")
	w.after(0, answer("result", "good"))
	if w.wait("verify.again") != nil {
		t.Error("the wait is still open")
	}
	// A new round begins anew.
	w.after(time.Hour, answer("result", "bad")).due("verify.again", "21 10:09")
	w.after(0, run.WaitAnswered{At: flows.At("verify.again")})
	w.after(time.Hour, answer("result", "bad"))
	if v := w.wait("verify.again"); v == nil || v.Since.Format("15:04") != "12:04" {
		t.Errorf("the next round waits as %+v", v)
	}
	w.due("verify.again", "21 12:14")
}

func TestWhenTheLastRungIsOverNothingIsDue(t *testing.T) {
	onSlip(t).after(0, answer("result", "bad")).after(25*time.Hour, run.Note{Step: "verify", Text: "x"}).due("verify.again", "")
}

// TestADayFromAnAnswer: it goes with the answer, and gives way to what a person
// sets; what is no date proposes nothing.
func TestADayFromAnAnswer(t *testing.T) {
	w := onSlip(t).due("day.live_day", "")
	w.after(0, answer("live", "2026-11-30")).due("day.live_day", "01 08:00")
	w.after(0, answer("live", "2026-12-09")).due("day.live_day", "10 08:00")
	w.after(0, run.WaitUntil{At: flows.At("day.live_day"), Until: time.Date(2026, 11, 25, 8, 0, 0, 0, time.UTC)}).due("day.live_day", "25 08:00")
	onSlip(t).after(0, answer("live", "soon")).due("day.live_day", "")
}

// TestADayFromTheBeginningOfAWait, however late in the evening that was.
func TestADayFromTheBeginningOfAWait(t *testing.T) {
	w := onSlip(t).after(14*time.Hour+30*time.Minute, run.Tick{At: flows.At("job.begun")}).due("job.next", "22 08:00")
	w.after(time.Hour, run.Note{Step: "job", Text: "x"}).due("job.next", "22 08:00")
}

// TestSinceWhenIsWaited has one answer, for a list, a brief and a ladder: since what
// the wait depends on was answered; without that since it got its first day, which
// nothing typed later and no other day moves; else since something was done.
func TestSinceWhenIsWaited(t *testing.T) {
	at := func(w *slipway, name, want string) {
		t.Helper()
		v := w.wait(name)
		if v == nil || v.Since == nil || v.Since.Format("02 15:04") != want {
			t.Fatalf("%s waits as %+v, want since %s", name, v, want)
		}
		h := w.s.View(w.at).Header
		if h.WaitsSince == nil || !h.WaitsSince.Equal(*v.Since) {
			t.Errorf("the list says since %v, the wait %v", h.WaitsSince, v.Since)
		}
	}
	day := run.WaitUntil{At: flows.At("verify.again"), Until: time.Date(2026, 11, 29, 8, 0, 0, 0, time.UTC)}
	w := onSlip(t).after(10*time.Minute, answer("result", "bad")).after(5*time.Minute, day)
	at(w, "verify.again", "21 09:10")
	at(w.after(time.Hour, answer("message", "401")), "verify.again", "21 09:10")
	at(w.after(time.Hour, day), "verify.again", "21 09:10")

	day.At = flows.At("day.live_day")
	w = onSlip(t).after(10*time.Minute, answer("live", "2026-11-30")).after(time.Hour, day)
	at(w, "day.live_day", "21 10:10")
	at(w.after(time.Hour, answer("live", "2026-12-01")), "day.live_day", "21 10:10")
	at(w.after(time.Hour, day), "day.live_day", "21 10:10")
}

// TestABriefNamesTheTry that is due, or the next one and when; none behind the last.
func TestABriefNamesTheTry(t *testing.T) {
	w := onSlip(t).after(0, answer("result", "bad"), answer("message", "401"))
	for _, tt := range []struct {
		after time.Duration
		want  string
	}{
		{0, "Next try 2026-11-21 09:10: Try it again."},
		{10 * time.Minute, "Try now: Try it again."},
		{time.Hour, "Try now: Call about 401."},
		{48 * time.Hour, "Try now: Write."},
	} {
		w.after(tt.after)
		said := ""
		for _, m := range w.s.Brief(w.at) {
			said += words.Say("en", m) + "\n"
		}
		if !strings.Contains(said, tt.want) || strings.Count(said, "ry now")+strings.Count(said, "Next try") != 1 {
			t.Errorf("%s later the brief is\n%swant %q in it", tt.after, said, tt.want)
		}
	}
}
