//go:build campaign

package postgres_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// TestRightsChanged: what a lead changes of somebody's rights holds at once for what they
// have open, in the program and by SQL.
func TestRightsChanged(t *testing.T) {
	const group = "%[1]s_"
	for name, tt := range map[string]struct {
		sql    string // with the database's and the consultant's name
		as     run.Role
		inNone bool // of the teams
	}{
		"lowered to reader":  {"REVOKE " + group + "consultant FROM %[2]s; GRANT " + group + "reader TO %[2]s", run.Reader, false},
		"lowered to auditor": {"REVOKE " + group + "consultant FROM %[2]s; GRANT " + group + "auditor TO %[2]s", run.Auditor, false},
		"raised to lead":     {"REVOKE " + group + "consultant FROM %[2]s; GRANT " + group + "lead TO %[2]s", run.Lead, false},
		"out of the team":    {"DELETE FROM lotse.memberships WHERE member = '%[2]s'", run.Consultant, true},
		"out of all":         {"REVOKE " + group + "consultant FROM %[2]s", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			db := w.dbs[run.Consultant]
			if err := answers(t.Context(), w, db, w.seed(t, "North")); err != nil {
				t.Fatal(err)
			}
			w.c.Exec(t, w.database, fmt.Sprintf(tt.sql, w.database, person[run.Consultant]))
			for _, r := range rights {
				reach := none
				if i := slices.Index(run.Roles, tt.as); i >= 0 {
					reach = r.reach[i]
				}
				for _, team := range []string{"North", "", "South"} {
					want := reach == all || reach == own && (team == "" || team == "North" && !tt.inNone)
					if r.call != nil {
						err := r.call(t.Context(), w, db, w.seed(t, team))
						if (err == nil) != want || err != nil && !errors.Is(err, flows.ErrDenied) && !errors.Is(err, flows.ErrNotFound) && !errors.Is(err, errNothing) {
							t.Errorf("%s, of %q: %v, wanted: %t", r.what, team, err, want)
						}
					}
					done, err := w.try(t.Context(), run.Consultant, w.seed(t, team).fill(r.sql))
					if done != want {
						t.Errorf("%s, by SQL, of %q: done: %t, %v, wanted: %t", r.what, team, done, err, want)
					}
				}
			}
		})
	}
}

// TestRemovedMeanwhile: who was removed is in no run any more, and hears of nothing, though
// their program goes on.
func TestRemovedMeanwhile(t *testing.T) {
	w := newWorld(t)
	x := w.seed(t, "North")
	db := w.dbs[run.Consultant]
	leave, err := db.Enter(t.Context(), x.log.Header.ID)
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	heard := make(chan run.Written, 100)
	ended := make(chan error, 1)
	go func() { ended <- db.Watch(t.Context(), func(h run.Written) { heard <- h }) }()
	<-heard // that it listens
	present := func() []string {
		names, err := w.lead.Present(t.Context(), x.log.Header.ID)
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	if got := present(); !slices.Equal(got, []string{person[run.Consultant]}) {
		t.Fatal("present:", got)
	}
	w.c.Exec(t, w.database, fmt.Sprintf("REVOKE %s_consultant FROM %s", w.database, person[run.Consultant]))
	for end := time.Now().Add(30 * time.Second); len(present()) > 0; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("still present:", present())
		}
	}
	x.log.Answer("organisation", "Muster")
	if err := w.it.Append(t.Context(), x.log.Batch(5)); err != nil {
		t.Fatal(err)
	}
	refusedWith(t, <-ended, "postgres.no_longer", flows.ErrDenied)
	for len(heard) > 0 {
		if h := <-heard; h.Run != "" {
			t.Errorf("heard of %+v", h)
		}
	}
}
