package desk

import (
	"context"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

var errAway = flows.Refuse(flows.ErrAway, nil, "postgres.stopping", "server", "postgres://anna@db.example.com/team")

// TestAServerThatIsAway: what is answered meanwhile is being saved, the server's
// sentence says why that takes so long, and it is saved when the server is back.
func TestAServerThatIsAway(t *testing.T) {
	r, b := onBroken(t)
	b.err = errAway
	r.keys("enter", "'Aurora'", "enter", "'cap'")
	r.shows("saving (server away)", "is stopping or starting", "Aurora", "cap").hides("NOT SAVED")
	b.err = nil
	ticks := slices.DeleteFunc(r.ticks, func(msg tea.Msg) bool { _, again := msg.(retryMsg); return !again })
	if len(ticks) != 1 {
		t.Fatalf("%d times something tries again", len(ticks))
	}
	r.send(ticks[0])
	r.shows("saved").hides("server away", "is stopping or starting")
}

// away is a store whose lists cannot be read.
type away struct {
	run.Archive
	err error
}

func (a *away) Headers(ctx context.Context, q run.Query) (run.Page, error) {
	if a.err != nil {
		return run.Page{}, a.err
	}
	return a.Archive.Headers(ctx, q)
}

// TestTheListStaysWhileAServerIsAway: whoever reads keeps what is on the screen.
func TestTheListStaysWhileAServerIsAway(t *testing.T) {
	r := newRig(t)
	r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	store := &away{Archive: r.m.cfg.Archive}
	r.m.cfg.Archive = store
	r.atDesk().shows("Muster GmbH")
	store.err = errAway
	r.keys("o").shows("Muster GmbH", "is stopping or starting")
	store.err = nil
	r.keys("o").shows("Muster GmbH").hides("is stopping or starting")
}

// TestAnUnverifiedServer is marked on the list and in a run.
func TestAnUnverifiedServer(t *testing.T) {
	r := newRig(t)
	r.m.cfg.Unverified = true
	r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	r.shows("unverified server")
	r.atDesk().shows("unverified server")
}

// TestAReadOnlyServer is marked on the list and in a run.
func TestAReadOnlyServer(t *testing.T) {
	r := newRig(t)
	r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	r.m.cfg.ReadOnly = true
	r.shows("read-only server")
	r.atDesk().shows("read-only server")
}
