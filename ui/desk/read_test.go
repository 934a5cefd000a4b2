package desk

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// A page that is too high opens with what is said and what has to be read above
// the item that has the focus: both are on the screen at once.
func TestAPageThatIsTooHighOpensWithItsProseAndItsFocus(t *testing.T) {
	r := library(t, "teccom-import")
	r.fast("applies", run.Answer{At: flows.At("applies.uses_connect5"), Value: "no"})
	r.fast("sign-in", run.Answer{At: flows.At("sign-in.organisation"), Value: "Muster GmbH"}, run.Tick{At: flows.At("sign-in.signed_in")}, run.Tick{At: flows.At("sign-in.menu_opened")})
	r.fast("page", run.Answer{At: flows.At("page.page_seen"), Value: "button"}, run.Answer{At: flows.At("page.other_organisation_has_client"), Value: "no"})
	r.fast("create", run.Answer{At: flows.At("create.create_result"), Value: "created"}, run.Tick{At: flows.At("create.create_clicked")})
	r.refresh()
	r.goTo("organisations")
	r.send(nil)
	r.shows("Please open the tab Organization", "rights at the client are not enough", "│ Organisations", "new organisation")
	lineOf := func(s string) int { return strings.Count(r.screen()[:strings.Index(r.screen(), s)], "\n") }
	before := lineOf("│ Organisations")
	r.keys("'1'").shows("rights at the client", "not imported", "│ Organisations")
	if after := lineOf("│ Organisations"); after != before {
		t.Errorf("typing moves the list from line %d to %d\n%s", before, after, r.screen())
	}
	if left := r.m.page.unreadIDs(r.m.page.Step()); len(left) != 0 {
		t.Errorf("%s counts as unread, and was on the screen", left[0])
	}
}

// What was never on the screen is not read silently: it is shown first. Who types
// on at once has typed ahead, and what they type is the next page's.
func TestWhatWasNeverOnTheScreenIsShownBeforeTheStepIsDone(t *testing.T) {
	r := begun(t).size(40, 12)
	if _, err := r.m.page.s.Do(true, run.Answer{At: flows.At("papers.ship"), Value: "Aurora"}, run.Answer{At: flows.At("papers.cargo"), Value: "grain"}, run.Tick{At: flows.At("papers.signed")}); err != nil {
		t.Fatal(err)
	}
	r.refresh()
	r.keys("ctrl+s").shows("Read this first", "Nobody goes ashore")
	if r.m.page.View().Step("papers").State == run.Done || r.m.page.At().Step != "papers" {
		t.Fatalf("the step was done unread\n%s", r.screen())
	}
	r.wait().keys("ctrl+s")
	if r.m.page.View().Step("papers").State != run.Done || r.m.page.At().Step != "crew" {
		t.Errorf("it was read, and is %s: %s\n%s", r.m.page.View().Step("papers").State, r.m.status.text, r.screen())
	}
}

// A key that comes before anybody could have read what the last answer brought
// up was typed ahead, and reaches the page that it was meant for.
func TestWhatIsTypedAheadReachesTheNextPage(t *testing.T) {
	r := library(t, "teccom-import").keys("2", "space", "enter", "'Muster GmbH'")
	if r.m.page.At().Step != "sign-in" || !r.m.page.View().Step("sign-in").Item("signed_in").Done {
		t.Fatalf("on step %s\n%s", r.m.page.At().Step, r.screen())
	}
	r.shows("Muster GmbH")
}

// The answer that brings up something to be read does not complete the step in
// the same moment.
func TestWhatTheLastAnswerBringsUpIsSeen(t *testing.T) {
	r := library(t, "teccom-import").keys("2")
	r.shows("│ Only organisations that are assigned", "Read this first")
	if r.m.page.At().Step != "applies" {
		t.Fatalf("on step %s\n%s", r.m.page.At().Step, r.screen())
	}
	if r.wait().keys("enter"); r.m.page.At().Step != "sign-in" {
		t.Errorf("on step %s: %s\n%s", r.m.page.At().Step, r.m.status.text, r.screen())
	}
}

// What is missing is said before what is unread.
func TestWhatHoldsTheStepGoesBeforeWhatIsUnread(t *testing.T) {
	r := begun(t).size(40, 12).keys("ctrl+s")
	if r.m.over != nil || !strings.Contains(r.m.status.text, "Ship") {
		t.Errorf("the status says %q\n%s", r.m.status.text, r.screen())
	}
}

// Typing brings the field back into view after the page was scrolled by hand.
func TestTypingBringsTheFieldBackIntoView(t *testing.T) {
	r := begun(t).size(80, 18).keys("enter", "'Aur'", "pgdown", "pgdown").hides("Aur")
	r.keys("'ora'").shows("│ Ship", "Aurora")
}

// The frame of the outline stays where it is while the steps are filtered.
func TestTheOutlineStandsStillWhileOneTypes(t *testing.T) {
	r := begun(t).keys("ctrl+o")
	frame := func() (at []int) {
		for i, l := range strings.Split(r.screen(), "\n") {
			if strings.ContainsAny(l, "╭╰") {
				at = append(at, i)
			}
		}
		return at
	}
	before := frame()
	for _, typed := range []string{"'sail'", "'zzz'"} {
		if r.keys(typed); !slices.Equal(frame(), before) {
			t.Errorf("the frame stood at %v, and after %s it stands at %v", before, typed, frame())
		}
	}
}

// A page that opened further down, because the focus has no room below all that
// leads to it, is scrolled up to its beginning.
func TestAPageThatOpensFurtherDownScrollsToItsBeginning(t *testing.T) {
	for _, key := range []string{"pgup", "pgdown"} {
		r := library(t, "teccom-import")
		r.fast("applies", run.Answer{At: flows.At("applies.uses_connect5"), Value: "no"})
		r.refresh()
		r.goTo("organisations")
		r.send(nil)
		r.shows("lines above: pgup").keys(key)
		if p := r.m.page; p.follow || r.m.status.text != "" {
			t.Errorf("%s says %q\n%s", key, r.m.status.text, r.screen())
		}
		if key == "pgup" {
			r.shows("say   Please open the tab", "see   A window", "f2: a One is not offered")
		}
	}
}
