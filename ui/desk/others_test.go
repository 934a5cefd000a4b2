package desk

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// teamed is a store in memory that several people share.
type teamed struct {
	*storetest.Memory
	crew *crew
}

func (a teamed) Team() run.Team { return a.crew }

func (a teamed) Secrets(ctx context.Context, id string) ([]run.Sealed, error) {
	all, err := a.Memory.Secrets(ctx, id)
	for i := range all {
		all[i].By, all[i].For, all[i].Me = a.crew.keepers.By, a.crew.keepers.For, a.crew.keepers.Me
	}
	return all, err
}

// crew is a team whose members do what a test says.
type crew struct {
	mu      sync.Mutex
	tell    func(run.Written)
	fails   error
	in      []string // runs that are open here
	present []string
	keepers run.Keepers // of every secret
}

func (c *crew) ReadOnly() flows.Message { return flows.Message{} }

func (c *crew) Me() run.Member { return run.Member{Name: "Ann", Role: run.Consultant} }

func (c *crew) Members(context.Context) ([]run.Member, error) { return nil, nil }

func (c *crew) Share(context.Context, run.Sealed, []byte, []string) error { return flows.ErrDenied }

func (c *crew) Watch(ctx context.Context, tell func(run.Written)) error {
	if c.fails != nil {
		return c.fails
	}
	c.mu.Lock()
	c.tell = tell
	c.mu.Unlock()
	<-ctx.Done()
	return nil
}

func (c *crew) Enter(_ context.Context, id string) (func(), error) {
	c.in = append(c.in, id)
	return func() { c.in = nil }, nil
}

func (c *crew) Present(context.Context, string) ([]string, error) { return c.present, nil }

// inTeam is a rig of a team, on a fresh rehearsal of the harbour procedure.
func inTeam(t testing.TB) (*rig, *crew) {
	t.Helper()
	r, c := newRig(t), &crew{}
	cfg := r.m.cfg
	cfg.Archive = teamed{r.a, c}
	r.start(cfg)
	r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	return r, c
}

// benWrote has the store tell of Ben's last change.
func (r *rig) benWrote() *rig {
	r.send(writtenMsg{[]run.Written{{Run: r.m.page.s.ID(), By: "Ben"}}})
	return r
}

func TestAnothersChangeIsOnTheScreen(t *testing.T) {
	r, _ := inTeam(t)
	r.keys("enter", "'Auro'")
	at := r.m.page.place
	r.theirs(run.Answer{At: flows.At("papers.berth_mail"), Value: "b@example.org"})
	r.hides("b@example.org").benWrote()
	r.shows("b@example.org", "Ben: Address · answered · 10:00", "Auro")
	if r.m.page.place != at || !r.m.page.engaged {
		t.Errorf("the focus went from %s to %s", at, r.m.page.place)
	}
	r.keys("'ra'", "enter")
	if got := r.value("papers", "ship"); got != "Aurora" || r.m.over != nil {
		t.Errorf("what is typed on is %v", got)
	}
}

func TestSeveralChangesAreCounted(t *testing.T) {
	r, _ := inTeam(t)
	r.theirs(run.Answer{At: flows.At("papers.berth_mail"), Value: "b@example.org"}, run.Answer{At: flows.At("papers.ship"), Value: "Borealis"})
	r.benWrote().shows("Ben: Ship", "and 1 more", "Borealis")
}

// A save that meets another's change says who it was.
func TestASaveMeetsAnothersChange(t *testing.T) {
	r, _ := inTeam(t)
	r.keys("enter", "'Aurora'")
	r.theirs(run.Answer{At: flows.At("papers.berth_mail"), Value: "b@example.org"})
	r.keys("enter").shows("Ben: Address · answered · 10:00", "Aurora").benWrote().shows("saved")
}

// Who sealed a secret, and for whom it opens, stands beside it before anybody tries; not
// where others look on.
func TestWhoCanOpenASecret(t *testing.T) {
	r, c := inTeam(t)
	r.keptSecret()
	for text, k := range map[string]run.Keepers{
		"only Ben can open it":                         {By: "Ben", Me: "Ann"},
		"sealed by Ben; only Ben and Cleo can open it": {By: "Ben", For: []string{"Cleo"}, Me: "Ann"},
		"sealed by Ben; opens for you as well":         {By: "Ben", For: []string{"Ann"}, Me: "Ann"},
		"sealed by Ben; opens for you, and for Cleo":   {By: "Ben", For: []string{"Ann", "Cleo"}, Me: "Ann"},
		"opens for Cleo and Dora as well":              {For: []string{"Cleo", "Dora"}},
		"only Ben Be can open it":                      {By: "Ben\n\x1bBe", Me: "Ann"},
	} {
		c.keepers = k
		r.benWrote().shows(text)
		r.keys("f3").hides(text).keys("f3")
		r.keys("esc", "v").shows(text).wait().keys("esc")
		r.keys("i").shows(text).wait().keys("esc", "enter")
	}
	c.keepers = run.Keepers{}
	r.benWrote().hides("open", "sealed by")
}

// What was typed while somebody else answered the same is asked about.
func TestTypedWhileAnotherAnswered(t *testing.T) {
	r, _ := inTeam(t)
	r.keys("enter", "'Aurora'")
	r.theirs(run.Answer{At: flows.At("papers.ship"), Value: "Borealis"})
	r.benWrote().shows("Ben: Ship", "Aurora")
	r.keys("enter").shows("Also changed by Ben", "theirs", "Borealis", "yours", "Aurora", "Ben")
	r.wait().keys("space", "enter")
	if got := r.value("papers", "ship"); got != "Aurora" || r.m.page.s.Pending() != 0 {
		t.Errorf("ship is %v: %s", got, r.m.status.text)
	}
}

// The list shows what others change, with the pointer where it was.
func TestTheListFollows(t *testing.T) {
	r, _ := inTeam(t)
	first := r.m.page.s.ID()
	r.keys("esc", "esc")
	r.at = r.at.Add(time.Minute)
	r.do(r.m.start("harbour", "Zander AG", run.Rehearsal))
	second := r.m.page.s.ID()
	r.theirs(run.Answer{At: flows.At("papers.ship"), Value: "Borealis"})
	r.keys("esc", "esc")
	r.m.list.choose(first)
	env := r.m.cfg.Env
	env.By = "Ben"
	s, err := run.Resume(t.Context(), env, r.a, second, r.m.cfg.Load)
	if err == nil {
		_, err = s.Do(true, run.Abandon{Outcome: "sunk", Why: "a storm"})
	}
	if err == nil {
		err = s.Flush(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	r.shows("2 runs").hides("given up")
	r.send(writtenMsg{[]run.Written{{Run: second, By: "Ben"}}})
	r.shows("given up", "Ben changed A berth in the harbour of Zander AG")
	if h := r.m.list.row(r.m.list.at); h == nil || h.ID != first {
		t.Errorf("the pointer went to %v", h)
	}
	r.keys("f3").send(writtenMsg{[]run.Written{{Run: second, By: "Ben"}}})
	r.hides("Ben")
	if err := r.a.DeleteRun(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	r.send(writtenMsg{[]run.Written{{Run: first, Gone: true}}})
	r.shows("1 run")
}

// However much comes while the list is read, it is read once more.
func TestTheListIsReadOnceMore(t *testing.T) {
	r, _ := inTeam(t)
	id := r.m.page.s.ID()
	r.keys("esc", "esc")
	r.slowly(func() {
		for range 1000 {
			r.send(writtenMsg{[]run.Written{{Run: id, By: "Ben"}}})
		}
	})
	if n := len(r.late); n != 1 {
		t.Fatalf("%d times the list is being read", n)
	}
	r.slowly(r.catchUp1)
	if n := len(r.late); n == 0 {
		t.Fatal("it is not read again")
	}
	r.catchUp()
	if l := r.m.list.live; l.reading || l.behind {
		t.Errorf("it ends with %+v", l)
	}
}

// catchUp1 lets end what is under way, but nothing that begins by it.
func (r *rig) catchUp1() {
	late := r.late
	r.late = nil
	for _, cmd := range late {
		r.send(cmd())
	}
}

func TestWhoElseHasTheRunOpen(t *testing.T) {
	r, c := inTeam(t)
	id := r.m.page.s.ID()
	if len(c.in) != 1 || c.in[0] != id {
		t.Fatalf("open are %v", c.in)
	}
	opened := writtenMsg{[]run.Written{{Run: id, Opened: true}}}
	c.present = []string{"Ben", "Cleo"}
	r.send(opened)
	r.shows("with Ben, Cleo")
	r.size(40, 20).shows("+2").hides("Ben")
	r.size(80, 24).keys("f3").hides("Ben", "+2")
	r.keys("f3").shows("with Ben, Cleo")
	c.present = nil // cut off
	r.send(opened)
	r.hides("with Ben")
	r.keys("esc", "esc")
	if r.m.page != nil || len(c.in) != 0 {
		t.Errorf("open are %v", c.in)
	}
}

// A run that was left before it was said to be open is not open.
func TestARunIsLeftBeforeItIsEntered(t *testing.T) {
	r, c := inTeam(t)
	late := r.m.page.enter()
	r.keys("esc", "esc")
	c.in = nil
	r.do(late)
	if len(c.in) != 0 {
		t.Errorf("open are %v", c.in)
	}
}

func TestARunThatIsGone(t *testing.T) {
	r, _ := inTeam(t)
	id := r.m.page.s.ID()
	if err := r.a.DeleteRun(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	r.send(writtenMsg{[]run.Written{{Run: id, Gone: true}}})
	r.shows("has been deleted, or is no longer yours to see", "Muster GmbH")
}

// What others did internally is not said to who looks on.
func TestOthersAreSharedWithCare(t *testing.T) {
	r, _ := inTeam(t)
	r.theirs(run.Note{Step: "papers", Text: "a dubious ship"})
	r.keys("f3").benWrote().hides("Ben", "dubious")
}

// What the store tells comes as one message, however often it does, and none comes
// once the screen has ended.
func TestOthersAreHeard(t *testing.T) {
	r, c := inTeam(t)
	came := make(chan tea.Msg)
	r.m.send = func(msg tea.Msg) { came <- msg }
	r.m.watchOthers()
	for tells := false; !tells; time.Sleep(time.Millisecond) {
		c.mu.Lock()
		tells = c.tell != nil
		c.mu.Unlock()
	}
	c.tell(run.Written{Run: "a", By: "Ben"})
	for range 1000 {
		c.tell(run.Written{Run: "b", By: "Ben"})
	}
	c.tell(run.Written{Run: "b", By: "Cleo"})
	n := 0
	for last := ""; last != "Cleo"; n++ {
		for _, w := range (<-came).(writtenMsg).all {
			if w.Run == "b" {
				last = w.By
			}
		}
	}
	if n > 3 {
		t.Errorf("it is told %d times", n)
	}
	close(r.m.gone)
	c.tell(run.Written{Run: "a", By: "Ben"})
	select {
	case msg := <-came:
		t.Errorf("after the end comes %+v", msg)
	case <-time.After(2 * hearEvery):
	}

	r, c = inTeam(t)
	c.fails = errors.New("no member")
	r.m.send = func(msg tea.Msg) { came <- msg }
	r.m.watchOthers()
	r.send(<-came)
	r.shows("No member")
	close(r.m.gone)
}
