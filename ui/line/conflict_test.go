package line

import (
	"context"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// meddling types a script; before one of its lines another program changes the
// run.
type meddling struct {
	*person
	at     int
	meddle func()
}

func (m *meddling) Read(b []byte) (int, error) {
	if m.at--; m.at == 0 {
		m.meddle()
	}
	return m.person.Read(b)
}

// meets has another program give commands before a line is typed.
func (r *rig) meets(at int, lines []string, commands ...run.Command) {
	r.t.Helper()
	r.s.In = &meddling{&person{r: r, lines: slices.Clone(lines)}, at, func() {
		other, err := run.Resume(context.Background(), r.s.Env, r.a, r.s.Run, r.s.Load)
		if err == nil {
			_, err = other.Do(true, commands...)
		}
		if err == nil {
			err = other.Flush(context.Background())
		}
		if err != nil {
			r.t.Error(err)
		}
	}}
	code, err := Run(context.Background(), r.s)
	if last := lines[len(lines)-1]; err != nil || code != map[bool]int{true: face.Done, false: face.NotComplete}[last == "quit"] {
		r.t.Errorf("exit %d, %v\n%s", code, err, r.said())
	}
}

// TestConflict has another program change what is being answered: both values
// are said, and the person chooses. Nothing is the other's.
func TestConflict(t *testing.T) {
	theirs := run.Answer{At: flows.At("ship"), Value: "Borealis"}
	for name, c := range map[string]struct {
		typed []string
		ship  string
		said  string
	}{
		"mine":   {[]string{"Aurora", "yes", "quit"}, "Aurora", "Yours holds: 1 value."},
		"theirs": {[]string{"Aurora", "", "back", "quit"}, "Borealis", "Ship. Now Borealis"},
	} {
		t.Run(name, func(t *testing.T) {
			r := rehearsed(t)
			r.meets(1, c.typed, theirs)
			r.shows("Ship was changed in another window too, by Ann: theirs is Borealis, yours is Aurora. Which holds?", c.said)
			if v := r.view().Step("papers").Item("ship").Value; v != c.ship {
				t.Errorf("the ship is %v, not %s", v, c.ship)
			}
		})
	}
}

// TestConflictEnds has the input end at that question: the other's answer
// stands, and one's own is offered again.
func TestConflictEnds(t *testing.T) {
	r := rehearsed(t)
	r.meets(1, []string{"Aurora"}, run.Answer{At: flows.At("ship"), Value: "Borealis"})
	if v := r.view().Step("papers").Item("ship").Value; v != "Borealis" {
		t.Errorf("the ship is %v", v)
	}
	r.types("go 1", "", "quit")
	r.shows("Typed earlier and not taken: Aurora")
	if v := r.view().Step("papers").Item("ship").Value; v != "Aurora" {
		t.Errorf("the ship is %v", v)
	}
}

// TestBoth has another program change something else: both changes stand.
func TestBoth(t *testing.T) {
	r := rehearsed(t)
	r.meets(1, []string{"Aurora", "quit"}, run.Answer{At: flows.At("cargo"), Value: "oil"})
	r.shows("Another program changed this run; both are here now.")
	papers := r.view().Step("papers")
	if ship, cargo := papers.Item("ship").Value, papers.Item("cargo").Value; ship != "Aurora" || cargo != "oil" {
		t.Errorf("the ship is %v, the cargo %v", ship, cargo)
	}
}

// TestConflictInARow has another program change the same cell.
func TestConflictInARow(t *testing.T) {
	r := rehearsed(t)
	r.types("add people badge=101", "quit")
	r.paper.Reset()
	r.meets(2, []string{"go 2", "set people[1].badge 7", "yes", "quit"}, run.SetCell{At: flows.At("people").In("r1", "badge"), Value: flows.Value("8")})
	r.shows("Person 1, Badge was changed in another window too, by Ann: theirs is 8, yours is 7.")
	if v := r.view().Step("crew").Item("people").Rows[0].Values["badge"]; v != "7" {
		t.Errorf("the badge is %v", v)
	}
}

// TestRipple says what a change does to what stands, and changes nothing
// without a yes.
func TestRipple(t *testing.T) {
	r := importing(t)
	r.types(theImport[:14]...) // up to the portal's answer
	r.types("set page_seen client", "", "set page_seen client", "no", "quit")
	r.shows("Change it? Type yes; Enter leaves all as it is", "Nothing was changed.", "No longer read: Create the client:")
	if v := r.view().Step("page").Item("page_seen").Value; v != "button" {
		t.Errorf("the page shows %v", v)
	}
	r.types("set page_seen client", "yes", "quit")
	if v := r.view().Step("page").Item("page_seen").Value; v != "client" {
		t.Errorf("the page shows %v", v)
	}
	r.plain()
}

// TestRippleEnds has the input end where a change is to be confirmed: it is
// not.
func TestRippleEnds(t *testing.T) {
	r := importing(t)
	r.types(theImport[:14]...)
	n := len(r.log())
	r.types("set page_seen client")
	r.typesAnd("yes", "set page_seen client")
	if log := r.log(); len(log) != n {
		t.Errorf("there are %d events, not %d", len(log), n)
	}
}
