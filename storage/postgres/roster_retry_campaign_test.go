//go:build campaign

package postgres_test

import (
	"reflect"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
)

// TestLostAnswerOfTeam: a team that is made and changed, and whose answers are lost, says
// what was done, as if they had come.
func TestLostAnswerOfTeam(t *testing.T) {
	c := pgtest.Shared(t)
	database, owner := empty(t, c, "CREATEROLE")
	p := newProxy(t, c)
	p.cut.Store(true)
	made, err := postgres.Init(t.Context(), p.url(owner, database), time.Now())
	if err != nil || made.From != 0 || made.To != 1 || len(made.Roles) != len(run.Roles) || made.Database != database {
		t.Errorf("%+v, %v", made, err)
	}
	r, err := postgres.OpenRoster(t.Context(), p.url(owner, database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	anna := database + "_anna"
	p.cut.Store(true)
	done, err := r.Admit(t.Context(), anna, run.Consultant, []string{"North"})
	want := run.Admitted{Member: run.Member{Name: anna, Role: run.Consultant, Teams: []string{"North"}}, Login: true, Made: []string{"North"}}
	if err != nil || !reflect.DeepEqual(done, want) {
		t.Errorf("%+v, %v", done, err)
	}
	for _, team := range []string{"North", ""} {
		p.cut.Store(true)
		if err := r.Dismiss(t.Context(), anna, team); err != nil {
			t.Errorf("out of %q: %v", team, err)
		}
	}
	refusedWith(t, r.Dismiss(t.Context(), anna, ""), "team.no_member", flows.ErrNotFound)
	if n := p.cuts.Load(); n != 4 {
		t.Error("answers that were lost:", n)
	}
}

// TestRosterOverRestart: what is asked while the server is away is done when it is back.
func TestRosterOverRestart(t *testing.T) {
	c, database, owner := founded(t)
	p := newProxy(t, c)
	r, err := postgres.OpenRoster(t.Context(), p.url(owner, database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	p.hangUp()
	time.AfterFunc(500*time.Millisecond, func() { p.listen(t) })
	if _, err := r.Admit(t.Context(), database+"_anna", run.Reader, nil); err != nil {
		t.Error(err)
	}
	if all, err := r.Members(t.Context()); err != nil || len(all) != 1 {
		t.Errorf("%+v, %v", all, err)
	}
}
