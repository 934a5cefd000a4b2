package walk

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// The last write brings home what the one under way may not, and what was typed
// again after it had become an answer.
func TestTheLastWriteHasAllThereIs(t *testing.T) {
	r := newRig(t, page(), 1)
	ship, mail := flows.At("papers.ship"), flows.At("papers.mail")
	r.Type(Typing{At: mail, Text: "a@"})
	under := r.Save()
	r.Type(Typing{At: ship, Text: "Aur"})
	r.AnswerAt(ship, "Aurora", Stay)
	r.Type(Typing{At: ship, Text: "Aurora II"})
	last := r.SaveAll()
	at := func(list []Typing) (all []string) {
		for _, t := range list {
			all = append(all, t.At.String()+" "+t.Text)
		}
		return all
	}
	if len(under) != 1 || !slices.Equal(at(last.Typing), []string{"papers.mail a@"}) || !slices.Equal(at(last.Then), []string{"papers.ship Aurora II"}) {
		t.Errorf("it writes %v, then %v", at(last.Typing), at(last.Then))
	}
	r.Ended(nil, flows.ErrFull)
	if _, typing := r.Unsaved(); !slices.Equal(at(typing), []string{"papers.mail a@", "papers.ship Aurora II"}) {
		t.Errorf("after it failed %v is not saved", at(typing))
	}
}

// TestWhatIsTypedAgainIsKeptBehindTheWrite that takes away what stood there: it
// needs another one, which nobody has to ask for.
func TestWhatIsTypedAgainIsKeptBehindTheWrite(t *testing.T) {
	r := newRig(t, page(), 1)
	r.Type(Typing{At: ship, Text: "Aur"})
	turn := r.AnswerAt(ship, "Aurora", Stay)
	r.fulfil(turn)
	r.Type(Typing{At: ship, Text: "Aurora II"})
	r.Type(Typing{At: ship, Text: "Aurora III"})
	r.Forget(ship)
	r.Type(Typing{At: ship, Text: "Aurora IV"})
	r.fulfil(Turn{Do: r.Save()})
	left, err := r.store.Unsaved(t.Context(), r.s.ID())
	if err != nil || len(left) != 1 || left[0].Text != "Aurora IV" {
		t.Errorf("%+v is kept, %v", left, err)
	}
}

// TestTypingDuringAWriteIsKept when its time comes while the disk is still busy:
// the end of the write asks for the next.
func TestTypingDuringAWriteIsKept(t *testing.T) {
	r := newRig(t, page(), 1)
	r.Type(Typing{At: ship, Text: "Aur"})
	if len(r.Save()) != 1 {
		t.Fatal("nothing is written")
	}
	if none := r.Saved(nil); len(none.Do) != 0 {
		t.Fatalf("with nothing typed since it asks for %v", none.Do)
	}
	r.Type(Typing{At: ship, Text: "Auro"})
	r.Save()
	r.Type(Typing{At: ship, Text: "Aurora"})
	if early := r.Save(); early != nil {
		t.Fatalf("two writes at once: %v", early)
	}
	next := r.Saved(nil)
	if len(next.Do) != 1 || next.Do[0].(Save).Typing[0].Text != "Aurora" {
		t.Fatalf("the end of the write asks for %+v", next.Do)
	}
	r.Type(Typing{At: ship, Text: "Aurora I"})
	if last := r.Saved(nil); len(last.Do) != 0 {
		t.Errorf("a key whose time has not come is written: %+v", last.Do)
	}
}

func TestTheLastWordsNameWhatIsNotSaved(t *testing.T) {
	r := newRig(t, page(), 1)
	if lines := r.LastWords(); lines != nil {
		t.Fatalf("they say %v", lines)
	}
	r.AnswerAt(flows.At("papers.ship"), "Aurora", Stay)
	r.Type(Typing{At: flows.At("papers.mail"), Text: "a@"})
	r.Type(Typing{At: flows.At("papers.locker"), Secret: run.NewSecret([]byte("hush")), Hidden: true})
	r.Leaving()
	r.Ended(nil, flows.ErrFull)
	var all []string
	for _, m := range r.LastWords() {
		all = append(all, words.Say("en", m))
	}
	want := []string{
		"NOT SAVED: The disk is full. The last changes are not on disk.", "Ship: Aurora",
		"Locker key (typed, not taken): a secret, not shown here", "Address (typed, not taken): a@",
	}
	if !slices.Equal(all, want) {
		t.Errorf("they say %q, want %q", all, want)
	}
	for i := range 2 * mostUnsaved {
		r.AnswerAt(flows.At("papers.ship"), strings.Repeat("x", i+1), Stay)
	}
	if lines := r.LastWords(); len(lines) != mostUnsaved+2 || lines[mostUnsaved+1].Code != "dialogue.unsaved_more" {
		t.Errorf("%d lines, the last %v", len(lines), lines[len(lines)-1])
	}
}

// Leaving decides no conflict: what can stand in a field stands there, the rest
// is named.
func TestLeavingInAConflictLosesNothingSilently(t *testing.T) {
	r := newRig(t, page(), 1)
	r.AnswerAt(flows.At("papers.ship"), "Aurora", Stay)
	r.Propose(Stay, run.Tick{At: flows.At("token.seen")})
	if err := r.elsewhere(answer("ship", "Borealis"), run.Tick{At: flows.At("token.seen")}, run.Untick{At: flows.At("token.seen")}); err != nil {
		t.Fatal(err)
	}
	if q, _ := r.fulfil(Turn{Do: []Request{r.SaveAll()}}); q == nil {
		t.Fatal("there is no conflict")
	}
	r.fulfil(Turn{Do: []Request{r.Leaving()}})
	if got, _ := r.Typed(flows.At("papers.ship")); got.Text != "Aurora" || r.Conflict() != nil {
		t.Errorf("typed is %q, the conflict %v", got.Text, r.Conflict())
	}
	if lost, _ := r.Unsaved(); len(lost) != 1 {
		t.Errorf("not saved is %v", lost)
	}
}

func TestAStepIsSkippedAfterItsSecretWasAskedAbout(t *testing.T) {
	r := newRig(t, page(), 1)
	if turn := r.AskBeforeSkipping(); turn.Ask != nil || turn.Tell != nil {
		t.Errorf("of another step it asks %v and tells %v", turn.Ask, codes(turn))
	}
	r.GoTo("token")
	q, ok := r.AskBeforeSkipping().Ask.(Once)
	if !ok || q.Then != Skipping {
		t.Fatalf("it asks %#v", q)
	}
	if turn := r.GoWithout(q); turn.Ask != nil || r.AskBeforeSkipping().Ask != nil {
		t.Errorf("it asks twice: %v", turn.Ask)
	}
	if turn := r.Skip(" "); !turn.Bad {
		t.Error("it needs no reason")
	}
	if turn := r.Skip("later"); !turn.Done {
		t.Errorf("it tells %v", codes(turn))
	}
}

func TestWhatAStepWaitsForIsNotForAllEyes(t *testing.T) {
	r := newRig(t, page(), 1)
	sv := *r.View().Step("dock")
	sv.BlockedBy = []string{"office"}
	if got := words.Say("en", r.Missing(&sv)); got != "At the office" {
		t.Errorf("it says %q", got)
	}
	r.Share(true)
	if got := words.Say("en", r.Missing(&sv)); got != "an internal step" {
		t.Errorf("in the shared view it says %q", got)
	}
	sv.BlockedBy = []string{"office", "papers"}
	if got := words.Say("en", r.Missing(&sv)); got != "The ship's papers" {
		t.Errorf("of two it says %q", got)
	}
}

// What was taken out of a field is typing, too, until it is submitted.
func TestABlankFieldIsTyped(t *testing.T) {
	r := newRig(t, page(), 1).has(answer("ship", "Aurora"))
	at := flows.At("papers.ship")
	if !r.Type(Typing{At: at, Blank: true}) {
		t.Fatal("it is nothing new")
	}
	if got, typed := r.Typed(at); !typed || !got.Blank {
		t.Errorf("typed is %v %t", got, typed)
	}
	r.Type(Typing{At: at})
	if _, typed := r.Typed(at); typed {
		t.Error("it stays typed")
	}
}

// What is skipped says what stays blocked, by title; before those who look on
// without what is not for their eyes.
func TestSkippingSaysWhatStaysBlocked(t *testing.T) {
	r := newRig(t, page(), 1)
	says := func(step, want string) {
		t.Helper()
		var got []string
		r.GoTo(step)
		for _, m := range r.BlockedBySkip() {
			got = append(got, words.Say("en", m))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("of %s it says %q, want %q", step, s, want)
		}
	}
	says("papers", "Until it is done, these steps stay blocked: Who is aboard? and Dock")
	says("crew", "Until it is done, this step stays blocked: Dock")
	says("token", "")
	says("dock", "")
	r.View().Step("dock").Step.Internal = true
	r.Share(true)
	says("papers", "Until it is done, this step stays blocked: Who is aboard?")
	says("crew", "")
}
