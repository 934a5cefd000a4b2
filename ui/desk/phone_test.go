package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// TestPhoneStaysOnAcrossSteps: one key is an answer, and the mode stays in the next
// step, until esc.
func TestPhoneStaysOnAcrossSteps(t *testing.T) {
	r := begun(t)
	r.focus("ship")
	r.keys("f2").shows("Please read me the name", "The form with the ship's papers.", "They have no papers", "Ship").hides("Address", "harbour office")
	r.keys("enter", "'Auro'", "enter")
	if got := r.value("papers", "ship"); got != "Auro" {
		t.Fatalf("the ship is %v", got)
	}
	r.shows("Address").hides("Ship ").keys("tab").shows("Cargo").keys("2").shows("Flags")
	if got := r.value("papers", "cargo"); got != "oil" {
		t.Errorf("the cargo is %v", got)
	}
	r.keys("shift+tab").shows("Cargo").keys("shift+tab").shows("Address")
	r.focus("signed")
	r.wait().keys("d")
	if !r.m.page.View().Step("papers").Item("signed").Done {
		t.Error("d does not tick")
	}
	r.goTo("berth")
	if !r.m.page.phone.on {
		t.Error("the mode ended with the step")
	}
	r.keys("esc")
	if r.m.page == nil || r.m.page.phone.on {
		t.Error("esc does not lead to the page")
	}
}

// TestPhoneBranch shows what to do when they see something else, and then what to
// say again; another step begins with what to say.
func TestPhoneBranch(t *testing.T) {
	r := begun(t)
	r.focus("cargo")
	r.keys("f2", "b").shows("press New first").hides("Please read me")
	r.wait().keys("a").shows("ask the harbour office").hides("press New")
	r.wait().keys("a").shows("Please read me").hides("ask the harbour office")
	r.wait().keys("b", "esc").shows("Please read me")
	if !r.m.page.phone.on {
		t.Error("esc left the mode at once")
	}
	r.wait().keys("b")
	r.goTo("crew")
	r.goTo("papers")
	r.focus("cargo")
	r.wait().keys("c")
	if r.m.page.branch() == "c" {
		t.Error("the step has no branch c")
	}
}

// TestPhoneLetsOneTypeOn while something ends behind it, such as the saving of the
// answer before: the letters that follow are no keys.
func TestPhoneLetsOneTypeOn(t *testing.T) {
	r := begun(t)
	r.focus("berth_mail")
	r.keys("f2", "enter", "'kai'").wait()
	requestDoneMsg{of: r.m.page, hear: func() walk.Turn { return walk.Turn{} }}.handle(r.m)
	r.keys("'h@example.org'", "enter")
	if got := r.value("papers", "berth_mail"); got != "kaih@example.org" || !r.m.page.phone.on {
		t.Errorf("the address is %v, the mode is on: %t", got, r.m.page.phone.on)
	}
}

// TestPhoneSpellsWhatIsTyped, and never a secret.
func TestPhoneSpellsWhatIsTyped(t *testing.T) {
	r := begun(t)
	r.focus("berth_mail")
	r.keys("f2", "enter", "'Bo@x0'").shows("capital Bravo", "at sign", "zero", "not O")
	r.keys("enter")
	r.focus("locker")
	r.keys("enter", "'Qz7'").hides("Quebec", "seven", "Qz7")
}

// calls are the lengths of the calls on record.
func (r *rig) calls() []int {
	var all []int
	for _, e := range r.m.page.s.Events() {
		if e.Kind == run.EventCalled {
			p, err := e.Payload()
			if err != nil {
				r.t.Fatal(err)
			}
			all = append(all, p.(*run.Called).Seconds)
		}
	}
	return all
}

// TestCallIsTimed: the clock goes on over the page and the mode, until somebody
// hangs up; then the note says what the call changed.
func TestCallIsTimed(t *testing.T) {
	r := begun(t)
	r.keys("enter", "'Before'", "enter")
	r.keys("f2").shows("call 0:00")
	r.at = r.at.Add(75 * time.Second)
	r.shows("call 1:15").keys("esc").shows("call 1:15")
	r.focus("berth_mail")
	r.keys("'kai@example.org'", "enter").wait().keys("e").wait().keys("'says the MARK'", "ctrl+s")
	r.keys("f2")
	r.at = r.at.Add(time.Minute)
	r.wait().keys("h")
	if got := r.calls(); !slices.Equal(got, []int{138}) {
		t.Errorf("calls took %v", got)
	}
	if r.m.page.phone.on || strings.Contains(r.screen(), "call ") {
		t.Error("the call goes on")
	}
	note := fmt.Sprint(r.said[len(r.said)-1])
	for _, want := range []string{"In this call (3 minutes)", "kai@example.org"} {
		if !strings.Contains(note, want) {
			t.Errorf("the note lacks %q:\n%s", want, note)
		}
	}
	for _, not := range []string{"MARK", "Before"} {
		if strings.Contains(note, not) {
			t.Errorf("the note has %q:\n%s", not, note)
		}
	}
}

// TestShortCallIsNone, and one that lasts until the run is left is on record.
func TestShortCallIsNone(t *testing.T) {
	r := begun(t)
	r.keys("f2")
	r.at = r.at.Add(59 * time.Second)
	r.wait()
	r.at = r.at.Add(-time.Second)
	r.keys("h")
	if got := r.calls(); len(got) != 0 {
		t.Errorf("a look is on record: %v", got)
	}
	r.keys("f2")
	r.at = r.at.Add(10 * time.Minute)
	r.keys("esc", "esc", "esc")
	if r.m.page != nil {
		t.Fatal("the run is still open")
	}
	r.keys("enter", "enter").wait()
	if got := r.calls(); !slices.Equal(got, []int{600}) {
		t.Errorf("calls took %v", got)
	}
}

// TestCallClockStops with the call: no tick asks for another one behind it.
func TestCallClockStops(t *testing.T) {
	r := begun(t)
	before := len(r.ticks)
	r.keys("f2")
	if len(r.ticks) != before+1 {
		t.Fatalf("%d clocks began", len(r.ticks)-before)
	}
	tick := r.ticks[before]
	r.send(tick)
	if len(r.ticks) != before+2 {
		t.Error("the clock does not go on")
	}
	r.keys("esc", "f2")
	if len(r.ticks) != before+2 {
		t.Error("a second clock began")
	}
	r.wait().keys("h")
	stopped := len(r.ticks)
	r.send(tick)
	if len(r.ticks) != stopped {
		t.Error("the clock goes on")
	}
}

// TestSpellAndReadBack: what was read back is marked, until the answer changes; what
// is only typed cannot be, and of a secret nothing is spelled.
func TestSpellAndReadBack(t *testing.T) {
	r := begun(t)
	mail := flows.At("papers.berth_mail")
	r.focus("berth_mail")
	r.keys("'bo@example.org'", "esc", "l").shows("Spell: Address", "Bravo").keys("y").shows("Enter it before")
	if r.m.page.View().ReadBackAt(mail) != nil {
		t.Error("what is not entered was read back")
	}
	r.keys("esc", "enter", "enter", "shift+tab", "esc", "l", "t").shows("Berlin").keys("t").shows("Bertta")
	r.keys("y").shows("read back, 10:00, Ann")
	if b := r.m.page.View().ReadBackAt(mail); b == nil || b.By != "Ann" {
		t.Errorf("it was heard by %+v", b)
	}
	r.keys("enter", "'g'", "enter").hides("read back, 10:00")
	r.keptSecret()
	r.keys("esc", "l").shows("It is not spelled. f5, then enter, shows it for 10")
	if r.m.over != nil {
		t.Error("a secret is spelled")
	}
	r.keys("f5").wait().keys("enter").shows(canary)
	r.keys("esc", "f3", "l").shows("It is not spelled.").hides("f5, then enter")
}
