package run_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

var updateBriefs = flag.Bool("update", false, "write the briefs anew")

// as is the run as somebody else opens it, some days later.
func (w *world) as(name string, days int) *world {
	w.t.Helper()
	w.now = w.now.AddDate(0, 0, days)
	now := w.now
	w.env.By, w.env.Now = name, func() time.Time { return now }
	return w.resume()
}

// does decides commands and goes on with the run as whoever opened it.
func (w *world) does(commands ...run.Command) *world {
	w.t.Helper()
	w.must(commands...)
	w.flush()
	return w
}

func (w *world) brief(me string) []flows.Message {
	return run.Brief(w.view(), w.Events(), me, w.now)
}

// letIn has the run wait for somebody who opens the door.
var letIn = append(slices.Clone(based), run.Answer{At: flows.At("admitted"), Value: "no"})

// toEnd completes a run.
var toEnd = append(slices.Clone(onePlain), checked("passed", ""), run.Complete{Step: "compare"},
	run.Answer{At: flows.At("admitted"), Value: "yes"}, run.Complete{Step: "rights"}, run.PassGate{At: flows.At("cross.cross"), Word: "cross", By: "Ada"}, run.Complete{Step: "cross"},
	run.Answer{At: flows.At("leave"), Value: "no"}, run.Complete{Step: "leaving"}, run.Answer{At: flows.At("seen"), Value: "door"}, run.Complete{Step: "porter"})

var (
	found = run.RecordCheck{At: flows.At("compare.equal"), Result: run.CheckResult{
		Status: "failed", Finding: "hard", Message: flows.Msg("check.timed_out", "seconds", 8),
	}}
	tooLong = run.Answer{At: flows.At("contact"), Value: "a.very.long.address.of.somebody@example.org"}
)

// briefs are runs, each with what its brief is about, in this order.
var briefs = []struct {
	name string
	run  func(*world) *world
	want []string
}{
	{"begun, and nothing done", func(w *world) *world { return w.does() }, []string{"brief.step"}},
	{"begun by somebody else, and nothing done", func(w *world) *world { return w.does().as("Ada", 1) }, []string{"brief.step"}},
	{"a step with something to say", func(w *world) *world { return w.does(applies...) }, []string{"brief.step", "brief.say"}},
	{"opened again by the same person a week later", func(w *world) *world { return w.does(applies...).as("Kim", 7) }, []string{"brief.step", "brief.say"}},
	{
		"somebody else went on", func(w *world) *world {
			return w.does(applies...).as("Ada", 2).does(based[2:4]...).as("Kim", 1)
		},
		[]string{"brief.step", "brief.say", "brief.changed_in"},
	},
	{
		"two others changed something", func(w *world) *world {
			return w.does(applies...).as("Ada", 2).does(based[2]).as("Eva", 1).does(run.Skip{Step: "rights", Why: "later"}).as("Kim", 1)
		},
		[]string{"brief.step", "brief.say", "brief.changed_in"},
	},
	{
		"somebody gave it up", func(w *world) *world {
			return w.does().as("Ada", 2).does(run.Abandon{Outcome: "gone", Why: "The harbour was sold."}).as("Kim", 1)
		},
		[]string{"brief.abandoned", "brief.changed"},
	},
	{"new to the person", func(w *world) *world { return w.does(based...).as("Ada", 2) }, []string{"brief.step", "brief.new_to_you"}},
	{"a failed check", func(w *world) *world { return w.does(slices.Concat(onePlain, []run.Command{found})...) }, []string{"brief.failed", "brief.step"}},
	{"a failed check that says nothing more, in a run with a warning", func(w *world) *world {
		return w.does(slices.Concat(applies, based[2:4], []run.Command{tooLong, run.Complete{Step: "base", Leave: true}, run.RecordCheck{At: found.At, Result: run.CheckResult{Status: "failed"}}})...)
	}, []string{"brief.failed", "brief.warnings", "brief.step"}},
	{"a failed check that was accepted", func(w *world) *world {
		return w.does(slices.Concat(onePlain, []run.Command{checked("failed", "soft"), run.Accept{Step: "compare", Problem: "equal.failed", Why: "known"}})...)
	}, []string{"brief.step"}},
	{"a failed check that was left", func(w *world) *world {
		return w.does(slices.Concat(onePlain, []run.Command{checked("failed", "soft"), run.Complete{Step: "compare", Leave: true}})...)
	}, []string{"brief.warnings", "brief.step"}},
	{"two failed checks", func(w *world) *world {
		return newWorldOf(w.t, "berth").does(failedIn("fits"), failedIn("marks"), run.Skip{Step: "ship", Why: "later"})
	}, []string{"brief.failed brief.failed_more", "brief.step", "brief.say"}},
	{"a check that passed", func(w *world) *world { return w.does(slices.Concat(based, []run.Command{checked("passed", "")})...) }, []string{"brief.step"}},
	{"a check without an answer", func(w *world) *world { return w.does(slices.Concat(based, []run.Command{checked("unknown", "")})...) }, []string{"brief.step"}},
	{"a failed check that is old", func(w *world) *world {
		return w.does(slices.Concat(based, []run.Command{found, run.Answer{At: flows.At("name"), Value: "Südkai"}})...)
	}, []string{"brief.again", "brief.say"}},
	{"what did not work, in two places", func(w *world) *world {
		return w.does(based...).does(run.Fail{At: flows.At("people"), Why: "no button"}, run.Fail{At: flows.At("compare.equal"), Why: "grey"})
	}, []string{"brief.not_worked brief.not_worked_more", "brief.warnings", "brief.step"}},
	{"what works again", func(w *world) *world {
		return w.does(based...).does(run.Fail{At: flows.At("people"), Why: "no button"}, run.Resolve{At: flows.AtStep("rows")})
	}, []string{"brief.step"}},
	{"a wait that nobody set a day for", func(w *world) *world {
		return w.does(letIn...).does(skips("rows", "compare", "cross", "leaving", "porter", "special")...)
	}, []string{"brief.waits_since", "brief.step"}},
	{"a wait of a second round, in which only a note came", func(w *world) *world {
		builder := flows.At("porter.builder")
		w = w.does(based...).does(run.Answer{At: flows.At("seen"), Value: "wall"}, run.WaitUntil{At: builder, Until: w.now.AddDate(0, 0, 3)}).
			as("Kim", 2).does(run.WaitAnswered{At: builder}, run.Answer{At: flows.At("seen"), Value: "wall"}).does(skips("rows", "compare", "cross", "leaving", "rights", "special")...)
		return w.as("Kim", 2).does(run.Note{Step: "porter", Text: "called"}, run.Attach{At: builder, File: picture("wall.png", "a")})
	}, []string{"brief.waits_since", "brief.step"}},
	{"a wait with a day", func(w *world) *world {
		return w.does(letIn...).as("Kim", 1).does(run.WaitUntil{At: flows.At("rights.let_in"), Until: w.now.AddDate(0, 0, 5)})
	}, []string{"brief.waits_since brief.until", "brief.step"}},
	{"a wait for today", func(w *world) *world {
		return w.does(letIn...).does(run.WaitUntil{At: flows.At("rights.let_in"), Until: w.now.AddDate(0, 0, 5)}).as("Kim", 5)
	}, []string{"brief.waits_since brief.today", "brief.step"}},
	{"a wait that is overdue, put off once, and a second one", func(w *world) *world {
		return w.does(letIn...).does(run.Answer{At: flows.At("seen"), Value: "wall"}, run.WaitUntil{At: flows.At("porter.builder"), Until: w.now.AddDate(0, 0, 9)}).
			does(run.WaitUntil{At: flows.At("rights.let_in"), Until: w.now.AddDate(0, 0, 1)}).as("Kim", 1).
			does(run.WaitUntil{At: flows.At("rights.let_in"), Until: w.now.AddDate(0, 0, 3)}).as("Kim", 5)
	}, []string{"brief.waits_since brief.overdue brief.waits_more", "brief.step"}},
	{"a wait that was answered", func(w *world) *world {
		return w.does(letIn...).does(run.WaitUntil{At: flows.At("rights.let_in"), Until: w.now.AddDate(0, 0, 3)}, run.WaitAnswered{At: flows.At("rights.let_in")})
	}, []string{"brief.step"}},
	{"all at once", func(w *world) *world {
		w = w.does(slices.Concat(applies, based[2:4], []run.Command{tooLong, found, run.Answer{At: flows.At("admitted"), Value: "no"}})...)
		return w.as("Ada", 1).does(run.WaitUntil{At: flows.At("rights.let_in"), Until: w.now.AddDate(0, 0, 3)}).as("Kim", 1)
	}, []string{"brief.failed", "brief.warnings", "brief.waits_since brief.until", "brief.step", "brief.say", "brief.changed_in"}},
	{"blocked", func(w *world) *world {
		return w.does(append(slices.Clone(applies), skips("base", "rights")...)...)
	}, []string{"brief.blocked"}},
	{"done", func(w *world) *world { return w.does(toEnd...) }, []string{"brief.done"}},
	{"done, with a step skipped and a warning left", func(w *world) *world {
		return w.does(slices.Concat(applies, based[2:4], []run.Command{tooLong, run.Complete{Step: "base", Leave: true}}, toEnd[5:13], skips("leaving"), toEnd[15:])...)
	}, []string{"brief.warnings", "brief.skipped"}},
	{"ended", func(w *world) *world {
		return w.does(run.Answer{At: flows.At("applies_to"), Value: "no"}, run.Complete{Step: "applies"})
	}, []string{"brief.ended"}},
	{"given up while it waited", func(w *world) *world {
		return w.does(letIn...).does(run.WaitUntil{At: flows.At("rights.let_in"), Until: w.now.AddDate(0, 0, 3)}, run.Abandon{Outcome: "gone", Why: "The harbour is closed."})
	}, []string{"brief.abandoned"}},
}

// failedIn is a failed check of the berth.
func failedIn(check string) run.Command {
	return run.RecordCheck{At: flows.At("berth." + check), Result: run.CheckResult{Status: "failed"}}
}

// skips are the commands that skip steps.
func skips(steps ...string) []run.Command {
	var all []run.Command
	for _, step := range steps {
		all = append(all, run.Skip{Step: step, Why: "later"})
	}
	return all
}

// TestBriefs holds what each brief is about, and its words, which stand in
// testdata/briefs.txt to be read.
func TestBriefs(t *testing.T) {
	var b strings.Builder
	for _, c := range briefs {
		w := c.run(newWorld(t))
		lines := w.brief("Kim")
		if strings.Contains(c.name, "somebody else, and") || strings.HasPrefix(c.name, "new to") {
			lines = w.brief("Ada")
		}
		var got []string
		fmt.Fprintf(&b, "%s\n", c.name)
		for _, m := range lines {
			got = append(got, strings.Join(briefCodes(m), " "))
			for _, lang := range words.Languages() {
				fmt.Fprintf(&b, "  %s  %s\n", lang, words.Say(lang, m))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: it is about %q, want %q", c.name, got, c.want)
		}
	}
	const name = "testdata/briefs.txt"
	if *updateBriefs {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the briefs are now\n%s\nwant\n%s", b.String(), want)
	}
}

// briefCodes are the brief's own codes in a line.
func briefCodes(m flows.Message) []string {
	if strings.HasPrefix(m.Code, "brief.") {
		return []string{m.Code}
	}
	var all []string
	for _, name := range m.Names() {
		if part, ok := m.Args[name].(flows.Message); ok {
			all = append(all, briefCodes(part)...)
		}
	}
	return all
}

// TestABriefIsShort: six lines, and each fits in two of 80 columns, whatever the
// procedure and the people are called.
func TestABriefIsShort(t *testing.T) {
	w := briefs[slices.IndexFunc(briefs, func(c struct {
		name string
		run  func(*world) *world
		want []string
	},
	) bool {
		return c.name == "all at once"
	})].run(newWorld(t))
	long := strings.Repeat("Überlang ", 2000)
	v := w.view()
	v.CurrentTitle = long
	for i := range v.Steps {
		v.Steps[i].Step.Title, v.Steps[i].Step.Say = long+fmt.Sprint(i), long
		for k := range v.Steps[i].Items {
			iv := &v.Steps[i].Items[k]
			iv.Item.Label = long
			if iv.Item.Wait != nil {
				iv.Item.Wait.For = long
			}
			if iv.Result != nil {
				iv.Result.Message = flows.Message{}
			}
		}
	}
	events := w.Events()
	for i := range events {
		if events[i].By != "Kim" {
			events[i].By = long
		}
	}
	lines := run.Brief(v, events, "Kim", w.now)
	if len(lines) != 6 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, m := range lines {
		for _, lang := range words.Languages() {
			if text := words.Say(lang, m); utf8.RuneCountInString(text) > 160 || strings.Contains(text, "\n") {
				t.Errorf("%s: %d characters: %s", lang, utf8.RuneCountInString(text), text)
			}
		}
	}
}

// TestTheDaysOfABriefAreThoseOfThePerson, who may be where it is tomorrow already.
func TestTheDaysOfABriefAreThoseOfThePerson(t *testing.T) {
	w := newWorld(t)
	w.must(letIn...)
	w.must(run.WaitUntil{At: flows.At("rights.let_in"), Until: time.Date(2026, 11, 24, 23, 30, 0, 0, time.UTC)})
	for zone, want := range map[*time.Location]string{time.UTC: "24", time.FixedZone("east", 2*3600): "25", time.FixedZone("west", -8*3600): "24"} {
		lines := run.Brief(w.view(), w.Events(), "Kim", w.now.In(zone))
		if text := words.Say("en", lines[0]); !strings.Contains(text, "on 2026-11-"+want) {
			t.Errorf("%s: %s", zone, text)
		}
	}
}

// TestABriefOfHostileNames is one clean line each.
func TestABriefOfHostileNames(t *testing.T) {
	w := newWorld(t)
	w.must(applies...)
	w = w.as("A\x1b[2J\u202eda\n\u0000", 1).does(based[2])
	for _, m := range w.brief("Kim") {
		for _, lang := range words.Languages() {
			if text := words.Say(lang, m); strings.ContainsAny(text, "\x1b\u202e\n\x00") {
				t.Errorf("%q", text)
			}
		}
	}
	if len(w.brief("")) != 2 {
		t.Errorf("to nobody it says %v", w.brief(""))
	}
}
