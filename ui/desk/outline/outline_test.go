package outline

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/desk/room/roomtest"
)

const crossing = `procedure: crossing
version: 1
title: A crossing
summary: Steps to go to.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: ship
    title: The ship
    items:
      - {field: cargo, type: choice, label: Cargo, required: true, options: {yes: "yes", no: "no"}}
  - id: crew
    title: The crew
    items: [{field: mate, type: text, label: The mate}]
  - id: fees
    title: What it costs us
    internal: true
    items: [{field: price, type: text, label: The price}]
  - id: hold
    title: The hold
    when: cargo == "yes"
    items: [{field: sealed, type: text, label: The seal}]
`

// rig is the outline of a run, on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t    *testing.T
	s    *run.Session
	gone []string // steps that were gone to
}

func outlined(t *testing.T) *rig {
	t.Helper()
	r := &rig{Desk: roomtest.New(), t: t}
	r.s = r.Begin(t, storetest.NewMemory(), "crossing", crossing)
	return r
}

// opens opens the outline.
func (r *rig) opens() *rig {
	r.Open(New(r.Desk, Page{
		Line:  func(s *run.StepView, _ bool) string { return s.Step.Title },
		State: func(s *run.StepView) string { return string(s.State) },
		Go: func(step string) tea.Cmd {
			r.gone = append(r.gone, step)
			return nil
		},
		Newer: func() flows.Message { return flows.Message{} },
	}))
	return r
}

// lists fails unless the outline lists just these steps, by their titles.
func (r *rig) lists(titles ...string) {
	r.t.Helper()
	var got []string
	for _, s := range r.Over.(*Over).steps() {
		got = append(got, s.Step.Title)
		if !strings.Contains(r.Screen(), s.Step.Title) {
			r.t.Errorf("%s is not shown:\n%s", s.Step.Title, r.Screen())
		}
	}
	if strings.Join(got, ", ") != strings.Join(titles, ", ") {
		r.t.Errorf("it lists %q, not %q", got, titles)
	}
}

func TestEnterGoesToAStep(t *testing.T) {
	r := outlined(t)
	r.Walk().GoTo("crew")
	r.opens().Keys("down", "enter")
	if r.Over != nil || strings.Join(r.gone, " ") != "fees" {
		t.Errorf("from the step where it stands it went to %v, and %v lies over the page", r.gone, r.Over)
	}
	r.opens().Keys("up", "up", "up", "tab", "shift+tab", "enter")
	if strings.Join(r.gone, " ") != "fees ship" {
		t.Errorf("it went to %v", r.gone)
	}
}

func TestTypingFiltersTheSteps(t *testing.T) {
	r := outlined(t).opens()
	r.Keys("down", "down", "'THE s'")
	r.lists("The ship")
	r.Keys("enter")
	if strings.Join(r.gone, " ") != "ship" {
		t.Errorf("it went to %v", r.gone)
	}
	height := strings.Count(r.opens().Screen(), "\n")
	r.Keys("'nowhere'", "enter")
	r.lists()
	if r.Over == nil || len(r.gone) != 1 || !strings.Contains(r.Screen(), "No step matches.") || strings.Count(r.Screen(), "\n") != height {
		t.Errorf("it went to %v:\n%s", r.gone, r.Screen())
	}
	for range "nowhere" {
		r.Keys("backspace")
	}
	r.lists("The ship", "The crew", "What it costs us", "The hold")
}

// What a run does not need, and what is not for the eyes that look on, is none of
// its steps.
func TestSomeStepsAreNotListed(t *testing.T) {
	r := outlined(t)
	r.Gives(t, r.s, run.Answer{At: flows.At("cargo"), Value: "no"})
	r.opens().lists("The ship", "The crew", "What it costs us")
	r.Others = true
	r.opens().lists("The ship", "The crew")
	r.Keys("'costs'", "enter")
	if len(r.gone) > 0 {
		t.Errorf("it went to %v", r.gone)
	}
}

func TestNothingIsGoneTo(t *testing.T) {
	for _, key := range []string{"esc", "ctrl+o"} {
		r := outlined(t).opens()
		if r.Keys("down", key); r.Over != nil || len(r.gone) > 0 || len(r.Turns) > 0 {
			t.Errorf("%s: it went to %v, %v lies over the page", key, r.gone, r.Over)
		}
	}
}
