package desk

import (
	"testing"

	"lotse/flows"
)

// TestAKilledScreenOpensAtTheTextThatWasTyped, in a step that is not the one to go
// on with, and says what is half done; what is typed is still there.
func TestAKilledScreenOpensAtTheTextThatWasTyped(t *testing.T) {
	r := begun(t).fill()
	r.goTo("papers")
	r.focus("remarks")
	r.wait().keys("'two masts'")
	r.send(saveTickMsg{})
	r.again()
	if at := r.m.page.At(); at.Step != "papers" || at.Item != "remarks" {
		t.Errorf("it opens at %s", at)
	}
	r.shows("Half done: what was typed for", "two masts")
	r.keys("tab")
	r.hides("Half done")
	if r.again(); r.m.page.At().Item == "remarks" {
		t.Errorf("after it was taken it opens at %s", r.m.page.At())
	}
	r.hides("Half done")
}

// TestWhatWasLeftBehindDoesNotDrawBack: whoever went on opens where the run goes on.
func TestWhatWasLeftBehindDoesNotDrawBack(t *testing.T) {
	r := begun(t).fill()
	r.goTo("papers")
	r.focus("remarks")
	r.wait().keys("'two masts'")
	r.send(saveTickMsg{})
	r.at = r.at.Add(60e9)
	r.goTo("crew")
	r.keys("'1'", "tab").wait().again()
	if at := r.m.page.At(); at.Step != "crew" {
		t.Errorf("it opens at %s", at)
	}
	r.shows("Half done: what was typed for")
}

// TestAnAddressIsOpenedOnce: the run that was named opens there, the next one where
// it goes on.
func TestAnAddressIsOpenedOnce(t *testing.T) {
	r := begun(t)
	cfg := r.m.cfg
	cfg.Run, cfg.At = r.m.page.s.ID(), flows.At("berth.drawn")
	r.start(cfg)
	if at := r.m.page.At(); at != flows.At("berth.drawn") {
		t.Errorf("it opens at %s", at)
	}
	r.keys("esc", "esc", "enter").wait()
	if at := r.m.page.At(); at.Step != "papers" {
		t.Errorf("from the list it opens at %s", at)
	}
}
