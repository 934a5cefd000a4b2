package line

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

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
		"mine":   {[]string{"Aurora", "yes", "quit"}, "Aurora", "1 of your values was kept."},
		"theirs": {[]string{"Aurora", "", "quit"}, "Borealis", "What was changed elsewhere was kept. Ship. Now Borealis; Enter keeps it."},
	} {
		t.Run(name, func(t *testing.T) {
			r := rehearsed(t)
			r.meets(1, c.typed, theirs)
			r.shows("Ship was changed in another window too: theirs is Borealis, yours is Aurora. Which one is kept?", c.said)
			if v := r.view().Step("papers").Item("ship").Value; v != c.ship {
				t.Errorf("the ship is %v, not %s", v, c.ship)
			}
		})
	}
}

// TestSeveralConflicts has a disk that is full while several things are entered,
// which another program changes as well: each is asked about, one after the
// other.
func TestSeveralConflicts(t *testing.T) {
	r := rehearsed(t)
	r.s.Archive = &slow{Archive: r.a, fail: flows.ErrFull, left: 4}
	r.meets(3, []string{"Aurora", "next", "oil", "yours", "", "quit"}, run.Answer{At: flows.At("ship"), Value: "Borealis"}, run.Answer{At: flows.At("cargo"), Value: "grain"})
	r.shows("Ship was changed in another window too: theirs is Borealis, yours is Aurora. Which one is kept? Type yours; Enter keeps theirs > yours",
		"Cargo was changed in another window too: theirs is Grain, yours is Oil. Which one is kept? Type yours; Enter keeps theirs >", "1 of your values was kept.")
	papers := r.view().Step("papers")
	if ship, cargo := papers.Item("ship").Value, papers.Item("cargo").Value; ship != "Aurora" || cargo != "grain" {
		t.Errorf("the ship is %v, the cargo %v", ship, cargo)
	}
}

// TestConflictThatIsNoAnswer asks about a tick as well. A word instead of an
// answer decides nothing, and what cannot be kept as typed is said to be lost.
func TestConflictThatIsNoAnswer(t *testing.T) {
	for name, c := range map[string]struct {
		typed []string
		done  bool
		said  string
	}{
		"mine":    {[]string{"untick signed", "yes", "quit"}, false, "1 of your values was kept."},
		"theirs":  {[]string{"untick signed", "", "quit"}, true, "What was changed elsewhere was kept."},
		"a word":  {[]string{"untick signed", "list", "quit"}, true, "Not kept, since nobody decided: The papers are signed: tick taken back."},
		"the end": {[]string{"untick signed"}, true, "Not kept, since nobody decided: The papers are signed: tick taken back."},
	} {
		t.Run(name, func(t *testing.T) {
			r := rehearsed(t)
			r.types("tick signed", "quit")
			r.meets(1, c.typed, run.Tick{At: flows.At("papers.signed"), Note: "again"})
			r.shows("The papers are signed was changed in another window too: theirs is ticked off, yours is not ticked off.", c.said)
			if done := r.view().Step("papers").Item("signed").Done; done != c.done {
				t.Errorf("done %t", done)
			}
		})
	}
}

// TestSecretsInConflict asks which of two secrets holds, and shows neither.
func TestSecretsInConflict(t *testing.T) {
	r := rehearsed(t)
	r.s.Typed = false
	sealed, err := r.a.Vault().Seal(context.Background(), run.Rehearsal, r.s.Run, "locker", "", run.NewSecret([]byte("hunter1-hunter1")))
	if err != nil {
		t.Fatal(err)
	}
	r.meets(1, []string{"secret locker\nhunter2-hunter2", "yours", "quit"}, run.SetSecret{At: flows.At("papers.locker"), Sealed: &sealed})
	r.shows("Locker key was changed in another window too: theirs is sealed, k1-", "yours is sealed, k1-", "1 of your values was kept.")
	if iv := r.view().Step("papers").Item("locker"); iv.Fingerprint == sealed.Fingerprint {
		t.Error("theirs holds")
	}
	if strings.Contains(r.said()+r.talk.String(), "hunter") {
		t.Error("a secret was said")
	}
}

// TestOnce asks for a word before a secret is left that is shown only once, and
// asks once.
func TestOnce(t *testing.T) {
	lib := flows.Open(fstest.MapFS{"once.yaml": {Data: []byte(once)}}, flows.Specs{})
	for name, c := range map[string]struct {
		typed []string
		said  string
		code  int
	}{
		"stays":  {[]string{"quit", "", "go 2", "no"}, "Token. Needed, a secret, not shown", face.NotComplete},
		"leaves": {[]string{"go 2", "leave", "go 1", "quit"}, "Step 2 of 2: Behind it.", face.Done},
		"quits":  {[]string{"quit", "leave"}, "To go on without it, type leave; Enter stays >", face.Done},
		"done":   {[]string{"done", "leave", "quit"}, "Still open: Token: Not answered yet.", face.Done},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, lib).begun("once", run.Real)
			r.s.Typed = false
			if code := r.types(c.typed...); code != c.code {
				t.Errorf("exit %d\n%s", code, r.said())
			}
			r.shows("Token is not entered yet, and is shown only once. Leave without it only if you are sure.", c.said)
		})
	}
}

const once = `procedure: once
version: 1
title: Once
summary: A secret that is shown only once.
source: {document: none.txt, read: 2026-11-21}
systems: [Office]
facts: [O-01]
steps:
  - id: first
    title: Take it
    facts: [O-01]
    items:
      - {field: token, type: secret, label: Token, once: true, required: true}
  - id: second
    title: Behind it
    facts: [O-01]
    items:
      - {task: behind, label: Behind it}
`

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
	r.shows("Person 1, Badge was changed in another window too: theirs is 8, yours is 7.")
	if v := r.view().Step("crew").Item("people").Rows[0].Values["badge"]; v != "7" {
		t.Errorf("the badge is %v", v)
	}
}

// TestRipple says what a change does to what stands; Enter makes it, and a no
// changes nothing.
func TestRipple(t *testing.T) {
	r := importing(t)
	r.types(theImport[:14]...) // up to the portal's answer
	r.types("set page_seen client", "later", "set page_seen client", "no", "quit")
	r.shows("Enter makes the change; no leaves everything as it is", "Nothing was changed.", "No longer read: Create the client:")
	if v := r.view().Step("page").Item("page_seen").Value; v != "button" {
		t.Errorf("the page shows %v", v)
	}
	r.types("set page_seen client", "", "quit")
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
