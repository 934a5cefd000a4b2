package line

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/face"
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
	hears   chan func(run.Written)
	fails   error
	entered int
	present []string
	keepers run.Keepers // of every secret
}

func (c *crew) ReadOnly() flows.Message { return flows.Message{} }

func (c *crew) Me() run.Member { return run.Member{Name: "Ann", Role: run.Consultant} }

func (c *crew) Members(context.Context) ([]run.Member, error) { return nil, nil }

func (c *crew) Share(context.Context, run.Sealed, []byte, []string) error { return flows.ErrDenied }

func (c *crew) Watch(ctx context.Context, tell func(run.Written)) error {
	c.hears <- tell
	if c.fails != nil {
		return c.fails
	}
	<-ctx.Done()
	return nil
}

func (c *crew) Enter(context.Context, string) (func(), error) {
	c.entered++
	return func() { c.entered-- }, nil
}

func (c *crew) Present(context.Context, string) ([]string, error) { return c.present, nil }

// beside types lines in a run of a team; before the one at, others do something.
func (r *rig) beside(c *crew, at int, do func(tell func(run.Written)), lines ...string) {
	r.t.Helper()
	c.hears = make(chan func(run.Written), 1)
	r.s.Archive = teamed{r.a, c}
	r.s.In = &meddling{&person{r: r, lines: slices.Clone(lines)}, at, func() { do(<-c.hears) }}
	if code, err := Run(context.Background(), r.s); err != nil || code != face.Done {
		r.t.Errorf("exit %d, %v\n%s", code, err, r.said())
	}
	if c.entered != 0 {
		r.t.Error("the run is still open to others")
	}
}

// ben answers in another program.
func (r *rig) ben(commands ...run.Command) {
	r.t.Helper()
	env := r.s.Env
	env.By = "Ben"
	s, err := run.Resume(context.Background(), env, r.a, r.s.Run, r.s.Load)
	if err == nil {
		_, err = s.Do(true, commands...)
	}
	if err == nil {
		err = s.Flush(context.Background())
	}
	if err != nil {
		r.t.Error(err)
	}
}

// TestOthers says at the next prompt what others have done, and who they are.
func TestOthers(t *testing.T) {
	r := harbour(t).begun("harbour", run.Rehearsal)
	c := &crew{present: []string{"Ben"}}
	r.beside(c, 1, func(tell func(run.Written)) {
		r.ben(run.Answer{At: flows.At("papers.berth_mail"), Value: "b@example.org"})
		c.present = nil
		tell(run.Written{Run: r.s.Run, By: "Ben"})
		tell(run.Written{Run: r.s.Run, Opened: true})
		tell(run.Written{Run: "another", By: "Cleo"})
	}, "Aurora", "quit")
	r.shows("Also in this run: Ben.", "Nobody else is in this run now.", "Ben, 10:00: \"Address\" was answered", "b@example.org")
	if v := r.view(); v.Step("papers").Item("ship").Value != "Aurora" {
		t.Error("what was typed is lost")
	}
}

// TestWhoCanOpenASecret says it with the secret, before anybody tries.
func TestWhoCanOpenASecret(t *testing.T) {
	r := harbour(t).begun("harbour", run.Rehearsal)
	r.types("secret papers.locker", canary, "quit")
	r.beside(&crew{keepers: run.Keepers{By: "Ben", For: []string{"Cleo"}, Me: "Ann"}}, 0, func(func(run.Written)) {}, "read", "value papers.locker", "quit")
	r.shows("sealed, k1-hgq4pb2h, sealed by Ben; only Ben and Cleo can open it")
}

// TestManyOthers says what the newest changes are.
func TestManyOthers(t *testing.T) {
	r := harbour(t).begun("harbour", run.Rehearsal)
	r.beside(&crew{}, 1, func(tell func(run.Written)) {
		for _, v := range []string{"a", "b", "c", "d", "e", "f", "g"} {
			r.ben(run.Answer{At: flows.At("papers.berth_mail"), Value: v + "@example.org"})
		}
		tell(run.Written{})
	}, "", "quit")
	r.shows("2 more changes by others.", "Ben, 10:00: ", "g@example.org")
}

// TestOthersDeleteTheRun says that it is gone.
func TestOthersDeleteTheRun(t *testing.T) {
	r := harbour(t).begun("harbour", run.Rehearsal)
	r.beside(&crew{}, 1, func(tell func(run.Written)) {
		if err := r.a.DeleteRun(context.Background(), r.s.Run); err != nil {
			t.Error(err)
		}
		tell(run.Written{Run: r.s.Run, Gone: true})
	}, "", "quit")
	r.shows("has been deleted, or is no longer yours to see")
}

// TestNothingIsHeard says why nothing is heard of others any more.
func TestNothingIsHeard(t *testing.T) {
	r := harbour(t).begun("harbour", run.Rehearsal)
	r.beside(&crew{fails: errors.New("no member")}, 1, func(func(run.Written)) { time.Sleep(50 * time.Millisecond) }, "", "", "quit")
	r.shows("o member")
}
