package walk

import (
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestFirst begins steps in each of the ways.
func TestFirst(t *testing.T) {
	for name, c := range map[string]struct {
		given []run.Command
		typed string
		step  string
		share bool
		want  string
	}{
		"nothing was entered":         {step: "papers", want: "ship"},
		"something holds it":          {given: []run.Command{answer("ship", "Aurora")}, step: "papers", want: "cargo"},
		"what stands there is wrong":  {given: []run.Command{answer("ship", "Aurora"), answer("cargo", "oil"), answer("tank", "many")}, step: "papers", want: "tank"},
		"a warning holds it":          {given: []run.Command{answer("ship", "Aurora"), answer("cargo", "grain"), answer("mail", "somebody@far.example")}, step: "papers", want: "ship"},
		"something is typed":          {given: []run.Command{answer("ship", "Aurora")}, typed: "papers.locker", step: "papers", want: "locker"},
		"something is typed in a row": {typed: "crew.people", step: "crew", want: "people"},
		"it is done":                  {given: []run.Command{answer("ship", "Aurora"), answer("cargo", "grain"), run.Complete{Step: "papers"}}, step: "papers", want: "ship"},
		"internal, others look on":    {step: "token", share: true, want: "token"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, page(), 1)
			if len(c.given) > 0 {
				r.has(c.given...)
			}
			if c.typed != "" {
				r.Type(Typing{At: flows.At(c.typed), Text: "x"})
			}
			r.Share(c.share)
			if got := r.First(r.View().Step(c.step)); got != c.want {
				t.Errorf("it begins at %q, want %q", got, c.want)
			}
		})
	}
}

// TestNeighbour finds the items before and after, as the step stands.
func TestNeighbour(t *testing.T) {
	for name, c := range map[string]struct {
		cargo flows.Value
		step  string
		item  string
		by    int
		share bool
		want  string
	}{
		"the next":              {step: "papers", item: "ship", by: 1, want: "cargo"},
		"over what is hidden":   {cargo: "grain", step: "papers", item: "cargo", by: 1, want: "mail"},
		"what an answer made":   {cargo: "oil", step: "papers", item: "cargo", by: 1, want: "tank"},
		"the one before":        {step: "papers", item: "cargo", by: -1, want: "ship"},
		"over a text":           {step: "papers", item: "ship", by: -1, want: ""},
		"behind the last":       {step: "papers", item: "locker", by: 1, want: ""},
		"from the end":          {step: "papers", by: -1, want: "locker"},
		"behind the end":        {step: "papers", by: 1, want: ""},
		"of nothing":            {step: "papers", item: "nobody", by: 1, want: ""},
		"of nothing, back":      {step: "papers", item: "nobody", by: -1, want: ""},
		"over internal, shared": {step: "token", item: "token", by: 1, share: true, want: "note"},
		"internal":              {step: "token", item: "token", by: 1, want: "seen"},
		"at the end of the run": {item: "ship", by: 1, want: ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, page(), 1)
			if c.cargo != nil {
				r.has(answer("cargo", c.cargo))
			}
			r.Share(c.share)
			r.GoTo(c.step)
			if got := r.AdjacentItem(c.item, c.by); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestBack goes back from the first item: over the step's beginning where one
// thing is asked at a time, and no further on a page.
func TestBack(t *testing.T) {
	for name, c := range map[string]struct {
		face Face
		want string
		told string
	}{"lines": {lines(), "papers.locker", ""}, "page": {page(), "crew.people", "dialogue.first_item"}} {
		r := newRig(t, c.face, 1)
		r.GoTo("crew")
		turn := r.Go(Back)
		r.stands(c.want)
		if told := append(codes(turn), "")[0]; told != c.told {
			t.Errorf("%s: it tells %q", name, told)
		}
		r.GoTo("papers")
		if got := codes(r.Go(Back)); len(got) != 1 {
			t.Errorf("%s: at the beginning it tells %v", name, got)
		}
	}
}

// TestSettle goes on from what is gone.
func TestSettle(t *testing.T) {
	r := newRig(t, page(), 1)
	r.has(answer("ship", "Aurora"), answer("cargo", "oil"))
	r.To("tank")
	r.has(answer("cargo", "grain"))
	r.stands("papers.mail")
	r.has(answer("cargo", "oil"))
	r.To("tank")
	r.AnswerAt(flows.At("papers.cargo"), "grain", Next) // it went on already
	r.stands("papers.mail")
	r.has(answer("cargo", "oil"))
	r.To("tank")
	r.AnswerAt(flows.At("papers.cargo"), "grain", Forward) // so it did
	r.stands("papers.mail")
	r.has(run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"badge": "a", "rank": "cook"}})
	r.GoTo("crew")
	r.ToCell("r1", "galley")
	r.has(run.SetCell{At: flows.At("people").In("r1", "rank"), Value: flows.Value("mate")})
	r.stands("crew.people")
	r.ToCell("r1", "rank")
	r.has(run.RemoveRow{At: flows.At("people").In("r1", "")})
	r.stands("crew.people")
	r.Share(true)
	r.GoTo("token")
	r.Share(false)
	r.To("seen")
	r.Share(true)
	r.stands("token.token")
}

// TestOnward goes to the step to go on with; from that one, to the one after it.
func TestOnward(t *testing.T) {
	r := newRig(t, page(), 1)
	r.GoTo("token")
	r.Continue("token")
	r.stands("papers.ship")
	r.Continue("papers")
	r.stands("crew.people")
}

// TestTheSameAnswerSaysThatItWasLookedAt where it is to be looked at again.
func TestTheSameAnswerSaysThatItWasLookedAt(t *testing.T) {
	tank := flows.At("papers.tank")
	r := newRig(t, page(), 1).has(answer("ship", "Aurora"), answer("cargo", "oil"), answer("tank", "3"), answer("cargo", "grain"), answer("cargo", "oil"))
	if !r.ItemAt(tank).LookAgain {
		t.Fatal("it is not to be looked at again")
	}
	r.fulfil(r.AnswerAt(tank, "3", Stay))
	if r.ItemAt(tank).LookAgain {
		t.Error("it is to be looked at again still")
	}
}
