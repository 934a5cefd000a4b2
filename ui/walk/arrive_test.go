package walk

import (
	"testing"
	"time"

	"lotse/flows"
)

// TestWhereARunGoesOn: at what is named; else at what was typed last, in whichever
// step, unless something has happened in the run since.
func TestWhereARunGoesOn(t *testing.T) {
	minute := func(n int) time.Time { return time.Date(2026, 11, 21, 9, n, 0, 0, time.UTC) }
	note, mail, later := flows.At("token.note"), flows.At("papers.mail"), flows.At("dock.berth")
	inForm := flows.AtStep("dock").InForm(SkipForm, "why")
	typed := func(at flows.Address, n int) Typing { return Typing{At: at, Text: "a", Kept: minute(n)} }
	for name, c := range map[string]struct {
		kept  []Typing
		named string
		want  string
		half  string
	}{
		"nothing typed":        {nil, "", "papers.ship", ""},
		"in the middle":        {[]Typing{typed(note, 5)}, "", "token.note", "dialogue.half_typed"},
		"the newest of many":   {[]Typing{typed(mail, 3), typed(note, 6), typed(inForm, 5)}, "", "token.note", "joined.sentence"},
		"two at one time":      {[]Typing{typed(note, 5), typed(mail, 5)}, "", "papers.mail", "joined.sentence"},
		"in a form":            {[]Typing{typed(inForm, 5)}, "", "dock", "dialogue.half_form"},
		"left behind":          {[]Typing{typed(note, -30)}, "", "papers.ship", "dialogue.half_typed"},
		"of this dialogue":     {[]Typing{{At: note, Text: "a"}}, "", "papers.ship", ""},
		"at a step":            {nil, "token", "token.token", ""},
		"at an item":           {[]Typing{typed(mail, 5)}, "token.note", "token.note", "dialogue.half_typed"},
		"at what is only read": {nil, "papers.aloud", "papers.ship", ""},
		"at one that is hidden": {
			[]Typing{typed(later, 5)}, "", "dock.go", "dialogue.half_typed",
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, page(), 1)
			r.Walk = New(r.s, Face{Stops: stops, Now: r.env.Now}, c.kept)
			named, _ := flows.ParseStep(c.named)
			half := r.Arrive(named)
			if at := r.At(); at.String() != c.want && (c.want != "dock" || at.Step != "dock") {
				t.Errorf("it goes on at %s, not at %s", at, c.want)
			}
			if half.Code != c.half {
				t.Errorf("it says %q, not %q", half.Code, c.half)
			}
		})
	}
}

// TestWhatIsHalfDoneIsNotNamedToOthers: while others look on, an internal item is
// not named, and an internal step not gone to.
func TestWhatIsHalfDoneIsNotNamedToOthers(t *testing.T) {
	r := newRig(t, page(), 1)
	r.Walk = New(r.s, Face{Stops: stops, Now: r.env.Now}, []Typing{{At: flows.AtStep("office").InForm(NoteForm, "text"), Text: "hush", Kept: r.now.Add(time.Minute)}})
	r.Share(true)
	half := r.Arrive(flows.Address{})
	if what, _ := half.Arg("what"); what.(flows.Message).Code != "dialogue.hidden" {
		t.Errorf("it names %v", half)
	}
	if r.At().Step == "office" {
		t.Error("it goes to an internal step")
	}
	if r.Share(false); r.At().Step != "papers" {
		t.Errorf("it is at %s", r.At())
	}
}
