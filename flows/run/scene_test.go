package run_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

var (
	applies  = []run.Command{run.Answer{At: flows.At("applies.applies_to"), Value: "yes"}, run.Complete{Step: "applies"}}
	based    = append(slices.Clone(applies), run.Answer{At: flows.At("name"), Value: "Nordkai"}, run.Answer{At: flows.At("mode"), Value: "alpha"}, run.Complete{Step: "base"})
	onePlain = append(slices.Clone(based), run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "p1", "kind": "plain", "added": true}}, run.Complete{Step: "rows"})
)

// scenes are the sentences of the design's section on runs: given commands,
// when commands, then what a view shows.
var scenes = []struct {
	name  string
	given []run.Command
	then  func(*world)
}{
	{"a new run stands at its first step", nil, func(w *world) {
		w.wantState("applies", run.Open)
		w.wantState("base", run.Blocked)
		if got := w.view().Current; got != "applies" {
			w.t.Errorf("current is %q", got)
		}
		if got := w.step("base").BlockedBy; !slices.Contains(got, "applies.applies_to") {
			w.t.Errorf("blocked by %v", got)
		}
	}},
	{"undecided counts as blocked", nil, func(w *world) {
		p := w.view().Progress
		if p.Blocked != 10 || p.Open != 1 || p.All() != 11 || p.Percent() != 0 {
			w.t.Errorf("progress %+v", p)
		}
	}},
	{"a required item without an answer has the problem required", applies, func(w *world) {
		w.wantProblem("base", "name.required", true)
		w.must(run.Answer{At: flows.At("name"), Value: "Nordkai"})
		w.wantProblem("base", "name.required", false)
	}},
	{"an empty value clears", based, func(w *world) {
		w.must(run.Answer{At: flows.At("name"), Value: "  "})
		w.wantProblem("base", "name.required", true)
		if w.item("base.name").Value != nil {
			w.t.Errorf("value is %v", w.item("base.name").Value)
		}
	}},
	{"an invalid answer is kept, shown with its problem, and read by nothing", applies, func(w *world) {
		out := w.must(run.Answer{At: flows.At("mode"), Value: "gamma"})
		if len(out.Must) != 1 || len(out.Events) != 1 {
			w.t.Errorf("outcome %+v", out)
		}
		if got := w.item("base.mode").Value; got != "gamma" {
			w.t.Errorf("value is %v", got)
		}
		w.wantItem("base.beta_note", run.UndecidedItem)
		w.wantState("beta", run.Blocked)
		w.refused(flows.ErrNotComplete, run.Complete{Step: "base"})
	}},
	{"a must problem holds the step open, and the refusal names it", applies, func(w *world) {
		w.refused(flows.ErrNotComplete, run.Complete{Step: "base"})
		w.wantState("base", run.Open)
	}},
	{"a warn is accepted with a reason, on record", applies, func(w *world) {
		w.must(run.Answer{At: flows.At("contact"), Value: "a.very.long.address.indeed@example.org"})
		w.wantProblem("base", "contact.long", true)
		w.refused(flows.ErrUsage, run.Accept{Step: "base", Problem: "contact.long"})
		w.must(run.Accept{Step: "base", Problem: "contact.long", Why: "it is theirs"})
		for _, p := range w.step("base").Problems() {
			if p.ID == "contact.long" && (p.Accepted == nil || *p.Accepted != "it is theirs") {
				w.t.Errorf("not accepted: %+v", p)
			}
		}
		w.must(run.Answer{At: flows.At("contact"), Value: "another.very.long.address@example.org"})
		for _, p := range w.step("base").Problems() {
			if p.ID == "contact.long" && p.Accepted != nil {
				w.t.Errorf("an acceptance outlived the answer that it was about")
			}
		}
	}},
	{"a must cannot be accepted", applies, func(w *world) {
		w.refused(flows.ErrNotAcceptable, run.Accept{Step: "base", Problem: "name.required", Why: "later"})
		w.refused(flows.ErrNotFound, run.Accept{Step: "base", Problem: "name.nothing", Why: "later"})
	}},
	{"a warn does not hold the step open once somebody said to leave it", applies, func(w *world) {
		w.must(run.Answer{At: flows.At("name"), Value: "N"}, run.Answer{At: flows.At("mode"), Value: "alpha"},
			run.Answer{At: flows.At("contact"), Value: "a.very.long.address.indeed@example.org"})
		w.refused(flows.ErrWarnings, run.Complete{Step: "base"})
		w.must(run.Complete{Step: "base", Leave: true})
		w.wantState("base", run.Done)
	}},
	{"a tell wants a read mark, given by completing the step", applies, func(w *world) {
		if got := w.problems("base", flows.Tell); !slices.Contains(got, "text-1.read") {
			w.t.Errorf("tells %v", got)
		}
		n := len(w.Events())
		w.must(based[2:]...)
		if got := w.problems("base", flows.Tell); len(got) != 0 {
			w.t.Errorf("tells after completing: %v", got)
		}
		if got := w.kinds(n); got[len(got)-1] != "done base" {
			w.t.Errorf("events %v", got)
		}
	}},
	{"a command may answer a blocked item: validated, kept dormant", nil, func(w *world) {
		w.must(run.Answer{At: flows.At("beta_size"), Value: "12,5"}, run.Tick{At: flows.At("beta.beta_task")})
		if got := w.item("beta.beta_size").Value; got != 12.5 {
			w.t.Errorf("value is %v", got)
		}
		w.wantItem("beta.beta_size", run.UndecidedItem)
		w.must(based...)
		w.wantItem("beta.beta_size", run.Hidden)
		w.wantState("beta", run.NotNeeded)
	}},
	{"an item that does not apply has its problems too", based, func(w *world) {
		w.wantProblem("beta", "beta_size.required", true)
	}},
	{"hidden answers, shown again, are to be looked at again", append(slices.Clone(applies),
		run.Answer{At: flows.At("mode"), Value: "beta"}, run.Answer{At: flows.At("beta_note"), Value: "see there"}, run.Answer{At: flows.At("beta_size"), Value: "3"}), func(w *world) {
		w.must(run.Answer{At: flows.At("mode"), Value: "alpha"})
		w.wantItem("base.beta_note", run.Hidden)
		if w.item("base.beta_note").Value != "see there" {
			w.t.Errorf("a hidden answer is gone")
		}
		w.must(run.Answer{At: flows.At("mode"), Value: "beta"})
		if !w.item("base.beta_note").LookAgain || !w.item("beta.beta_size").LookAgain {
			w.t.Errorf("nothing is to be looked at again")
		}
		w.must(run.Answer{At: flows.At("beta_note"), Value: "see there"})
		if w.item("base.beta_note").LookAgain {
			w.t.Errorf("the same answer, given again, settles it")
		}
	}},
	{"leaving is never blocked: skip with a reason", nil, func(w *world) {
		w.refused(flows.ErrUsage, run.Skip{Step: "base"})
		w.must(run.Skip{Step: "rights", Why: "another day"})
		w.wantState("rights", run.Blocked)
		w.must(applies...)
		w.wantState("rights", run.Skipped)
	}},
	{"a skipped step does not fulfil a need, a not-needed one does", onePlain, func(w *world) {
		w.wantState("special", run.NotNeeded)
		w.wantState("leaving", run.Open)
		w.must(run.Reopen{Step: "rows"}, run.Skip{Step: "rows", Why: "no time"})
		w.wantState("leaving", run.Blocked)
		if got := w.step("leaving").BlockedBy; !slices.Equal(got, []string{"rows"}) {
			w.t.Errorf("blocked by %v", got)
		}
	}},
	{"completing a blocked step is refused", applies, func(w *world) {
		w.refused(flows.ErrBlocked, run.Complete{Step: "rows"})
		w.refused(flows.ErrNotFound, run.Complete{Step: "nowhere"})
	}},
	{"completing twice changes nothing", based, func(w *world) {
		n := len(w.Events())
		w.must(run.Complete{Step: "base"})
		if len(w.Events()) != n {
			w.t.Errorf("events %v", w.kinds(n))
		}
	}},
	{"an end ends the run when its step is completed", nil, func(w *world) {
		w.must(run.Answer{At: flows.At("applies_to"), Value: "no"})
		w.wantState("base", run.NotNeeded)
		w.wantStatus(run.StatusOpen)
		n := len(w.Events())
		w.must(run.Complete{Step: "applies"})
		w.wantStatus(run.StatusEnded)
		if got := w.kinds(n); !slices.Equal(got, []string{"done applies", "ended applies"}) {
			w.t.Errorf("events %v", got)
		}
		w.must(run.Reopen{Step: "applies"}, run.Answer{At: flows.At("applies_to"), Value: "yes"}, run.Complete{Step: "applies"})
		w.wantStatus(run.StatusOpen)
		w.wantState("base", run.Open)
	}},
	{"an answer of a completed step, changed, has it looked at again", based, func(w *world) {
		w.must(run.Answer{At: flows.At("name"), Value: "Südkai"})
		w.wantState("base", run.Stale)
		w.must(run.Complete{Step: "base"})
		w.wantState("base", run.Done)
	}},
	{"whether something is given is decided, for a secret too", applies, func(w *world) {
		w.wantItem("base.pass_there", run.Hidden)
		w.wantItem("base.callable", run.Hidden)
		w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")}, run.Answer{At: flows.At("contact"), Value: "nobody"})
		w.wantItem("base.pass_there", run.Applies)
		w.wantItem("base.callable", run.UndecidedItem) // an invalid answer is neither
		w.must(run.Answer{At: flows.At("pass"), Value: ""}, run.Answer{At: flows.At("contact"), Value: "ida@example.org"})
		w.wantItem("base.pass_there", run.Hidden)
		w.wantItem("base.callable", run.Applies)
	}},
	{"a default counts as the answer until another is given", applies, func(w *world) {
		it := w.item("base.colour")
		if it.Value != "red" || !it.Default {
			w.t.Errorf("%+v", it)
		}
		w.must(run.Answer{At: flows.At("colour"), Value: "green"})
		if it := w.item("base.colour"); it.Value != "green" || it.Default {
			w.t.Errorf("%+v", it)
		}
	}},
	{"texts have the answers in them", based, func(w *world) {
		if got := w.step("applies").Step.Title; got != "Does it apply to Muster GmbH?" {
			w.t.Errorf("title %q", got)
		}
		if got := w.item("base.text-1").Item.Text.Body; got != "Read this, Nordkai." {
			w.t.Errorf("body %q", got)
		}
	}},
	{"the same answer again is no event", based, func(w *world) {
		n := len(w.Events())
		w.must(run.Answer{At: flows.At("name"), Value: "Nordkai"})
		if len(w.Events()) != n {
			w.t.Errorf("events %v", w.kinds(n))
		}
	}},
	{"an abandoned run takes no answers until a step is reopened", based, func(w *world) {
		w.refused(flows.ErrUsage, run.Abandon{Outcome: "cancelled"})
		w.must(run.Abandon{Outcome: "cancelled", Why: "the customer left"})
		w.wantStatus(run.StatusAbandoned)
		w.refused(flows.ErrClosed, run.Answer{At: flows.At("name"), Value: "x"})
		w.must(run.Note{Step: "base", Text: "they called"}, run.Reopen{Step: "base"})
		w.wantStatus(run.StatusOpen)
	}},
	{"a gate wants its preconditions, its word, and who decided", based, func(w *world) {
		w.must(run.Reopen{Step: "base"}, run.Answer{At: flows.At("mode"), Value: ""})
		w.refused(flows.ErrNotComplete, run.PassGate{At: flows.At("cross.cross"), Word: "cross", By: "Ada"}) // undecided is not enough
		w.must(run.Answer{At: flows.At("mode"), Value: "alpha"}, run.Complete{Step: "base"})
		gate := run.PassGate{At: flows.At("cross.cross"), Word: "cross", By: "Ada"}
		w.refused(flows.ErrUsage, run.PassGate{At: flows.At("cross.cross"), Word: "no", By: "Ada"})
		w.refused(flows.ErrUsage, run.PassGate{At: flows.At("cross.cross"), Word: "cross"})
		w.must(run.Reopen{Step: "base"}, run.Answer{At: flows.At("mode"), Value: "beta"})
		w.refused(flows.ErrNotComplete, gate)
		w.must(run.Answer{At: flows.At("mode"), Value: "alpha"}, run.Complete{Step: "base"}, gate, run.Complete{Step: "cross"})
		w.wantState("cross", run.Done)
	}},
	{"a wait is a state, and its answer may show more", append(slices.Clone(applies), run.Answer{At: flows.At("admitted"), Value: "no"}), func(w *world) {
		w.wantState("rights", run.Waiting)
		w.must(run.Answer{At: flows.At("name"), Value: "Ida"})
		if _, err := w.Do(false, run.Complete{Step: "rights"}); err == nil || !strings.Contains(words.Say("en", asRefusal(err).Message), "Waiting for Ida") {
			w.t.Errorf("the refusal says %v", err)
		}
		w.wantItem("rights.how", run.UndecidedItem)
		w.refused(flows.ErrNotComplete, run.Complete{Step: "rights"})
		until := w.now.AddDate(0, 0, 3)
		w.must(run.WaitUntil{At: flows.At("rights.let_in"), Until: until, Why: "they said Tuesday"})
		w.wantStatus(run.StatusOpen)
		w.must(run.Skip{Step: "base", Why: "later"})
		w.wantStatus(run.StatusWaiting)
		if got := w.view().Current; got != "rights" {
			w.t.Errorf("current %s", got)
		}
		if got := w.view().Why; got != "Ida" {
			w.t.Errorf("why %q", got)
		}
		w.must(run.Undo{})
		if due := w.view().Due; due == nil || !due.Equal(until) {
			w.t.Errorf("due %v", due)
		}
		w.must(run.WaitAnswered{At: flows.At("rights.let_in")})
		w.wantState("rights", run.Open)
		w.wantItem("rights.how", run.Applies)
		if w.view().Due != nil {
			w.t.Errorf("still due")
		}
	}},
	{"a step whose wait leads back to itself is asked again", append(slices.Clone(based), run.Answer{At: flows.At("seen"), Value: "wall"}), func(w *world) {
		w.wantState("porter", run.Waiting)
		w.must(run.WaitAnswered{At: flows.At("porter.builder")})
		w.wantState("porter", run.Open)
		if s := w.step("porter"); s.Round != 2 || w.item("porter.seen").Previous != "wall" || w.item("porter.builder").Done {
			w.t.Errorf("round %d, %+v", s.Round, w.item("porter.seen"))
		}
		w.must(run.Reopen{Step: "base"}, run.Answer{At: flows.At("mode"), Value: "beta"})
		w.wantState("porter", run.NotNeeded)
	}},
	{"a rule over others holds its step", onePlain, func(w *world) {
		w.must(run.Untick{At: flows.At("people").In("r1", "added")}, run.Answer{At: flows.At("leave"), Value: "yes"})
		w.wantProblem("leaving", "leave.last", true)
		w.refused(flows.ErrBlocked, run.Complete{Step: "leaving"}) // rows is held again as well
		w.must(run.Tick{At: flows.At("people").In("r1", "added")})
		w.wantProblem("leaving", "leave.last", false)
	}},
	{"a task may ask for evidence", onePlain, func(w *world) {
		w.must(run.Answer{At: flows.At("leave"), Value: "no"}, run.Tick{At: flows.At("leaving.picture")})
		w.wantProblem("leaving", "picture.evidence", true)
		w.must(run.Tick{At: flows.At("leaving.picture"), Note: "seen on the screen"}, run.Complete{Step: "leaving"})
		w.wantState("leaving", run.Done)
	}},
	{"a secret never goes as an answer, and only its fingerprint is shown", applies, func(w *world) {
		w.refused(flows.ErrSecret, run.Answer{At: flows.At("pass"), Value: "hunter2"})
		w.must(run.SetSecret{At: flows.At("pass"), Sealed: w.sealed("s1")})
		it := w.item("base.pass")
		if !it.Set || it.Fingerprint != "k1-s1" || it.Value != nil {
			w.t.Errorf("%+v", it)
		}
		w.must(run.Answer{At: flows.At("pass"), Value: ""})
		if w.item("base.pass").Set {
			w.t.Errorf("an empty value does not clear it")
		}
	}},
	{"notes are on record", nil, func(w *world) {
		w.must(run.Note{Step: "base", Text: "call\x1b[31m back"})
		n := w.step("base").Notes
		if len(n) != 1 || n[0].By != "Kim" || n[0].Text != flows.Clean("call\x1b[31m back") {
			w.t.Errorf("%+v", n)
		}
	}},
	{"what was given is said to be normalised", applies, func(w *world) {
		w.must(run.Answer{At: flows.At("name"), Value: " Nord\u200bkai\u00a0"})
		if got := w.item("base.name").Value; got != "Nordkai" {
			w.t.Errorf("value %q", got)
		}
		w.wantProblem("base", "name.normalised", true)
		if slices.Contains(w.problems("base", flows.Warn), "name.normalised") {
			w.t.Errorf("it is a warn")
		}
	}},
	{"a value over its limit is refused, with the limit named", applies, func(w *world) {
		w.refused(flows.ErrLimit, run.Answer{At: flows.At("name"), Value: string(make([]byte, flows.MaxText+1))})
	}},
	{"several commands are all or nothing", applies, func(w *world) {
		w.refused(flows.ErrNotFound, run.Answer{At: flows.At("name"), Value: "x"}, run.Answer{At: flows.At("nothing"), Value: "y"})
		if w.item("base.name").Value != nil {
			w.t.Errorf("half was done")
		}
	}},
}

func TestScenes(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			w := newWorld(t)
			w.t = t
			w.must(s.given...)
			s.then(w)
			w.wantSame()
		})
	}
}

// wantSame demands that a program that opens the run now sees the same.
func (w *world) wantSame() {
	w.t.Helper()
	other := w.resume()
	if got, want := encode(w.t, other.view()), encode(w.t, w.view()); got != want {
		w.t.Errorf("opened again the run differs:\n got %s\nwant %s", got, want)
	}
	h, err := w.store.Header(context.Background(), w.ID())
	if err != nil {
		w.t.Fatal(err)
	}
	if v := run.Verify(h, other.Events()); !v.Intact {
		w.t.Errorf("the chain: %+v", v.Fault)
	}
	if !reflect.DeepEqual(h.Progress, w.view().Progress) || h.Status != w.view().Status || h.Current != w.view().Current {
		w.t.Errorf("the stored header differs: %+v", h)
	}
}
