package walk

import (
	"errors"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestFind finds what a name stands for.
func TestFind(t *testing.T) {
	r := newRig(t, lines(), 1).has(run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"badge": "a"}})
	r.GoTo("office")
	for name, c := range map[string]struct {
		at   string
		kind flows.RefusalKind
		code string
	}{
		"papers.ship":      {at: "papers.ship"},
		"ship":             {at: "papers.ship"},
		"people":           {at: "crew.people"},
		"called":           {at: "office.called"}, // in the present step
		"go":               {kind: flows.ErrNotFound, code: "dialogue.no_item"},
		"people[1]":        {at: "crew.people[r1]"},
		"people[r1].badge": {at: "crew.people[r1].badge"},
		"people[2].badge":  {kind: flows.ErrNotFound, code: "dialogue.no_row"},
		"people[0]":        {kind: flows.ErrNotFound, code: "dialogue.no_row"},
		"ship[1]":          {kind: flows.ErrUsage, code: "dialogue.no_list"},
		"nobody":           {kind: flows.ErrNotFound, code: "dialogue.no_item"},
		"":                 {kind: flows.ErrUsage, code: "dialogue.no_item"},
		"two words":        {kind: flows.ErrUsage, code: "dialogue.no_item"},
	} {
		at, iv, err := r.Find(name)
		var refused *flows.Refusal
		switch {
		case c.code == "":
			if err != nil || at.String() != c.at || iv == nil || iv.Item.ID != at.Item {
				t.Errorf("%q: %s %v", name, at, err)
			}
		case !errors.As(err, &refused) || refused.Kind != c.kind || refused.Message.Code != c.code || iv != nil:
			t.Errorf("%q: %s %v", name, at, err)
		}
	}
}

// TestFindStep finds steps by id, number and title.
func TestFindStep(t *testing.T) {
	r := newRig(t, lines(), 1)
	for name, want := range map[string]string{
		"crew": "crew", "2": "crew", "who": "crew", "WHO IS": "crew", "5": "dock", "6": "", "0": "", "": "", "aboard": "",
	} {
		if got := r.FindStep(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

// TestFindProblem finds problems by id, in the present step or in any.
func TestFindProblem(t *testing.T) {
	r := newRig(t, lines(), 1)
	for name, want := range map[string]string{
		"ship.required": "papers", "papers.cargo.required": "papers", "crew.people.required": "crew", "people.required": "", "": "",
	} {
		step, problem := r.FindProblem(name)
		if step != want || (problem == "") != (want == "") {
			t.Errorf("%q is %q in %q, want it in %q", name, problem, step, want)
		}
	}
}
