//go:build campaign

package postgres_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
)

// TestReplica: one reads at a replica, what one would change is refused by a sentence,
// and it works, and others are heard, once the replica has taken over.
func TestReplica(t *testing.T) {
	c := pgtest.Start(t)
	database := marked(t, c)
	anna := openAt(t, c.URL("anna", database), postgres.Options{})
	r := c.Replica(t)
	added, err := anna.AddCustomer(t.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	r.CaughtUp(t, c)

	there := openAt(t, r.URL("anna", database), postgres.Options{})
	if all, err := there.Customers(t.Context(), "", 10); err != nil || len(all) != 1 || all[0] != added {
		t.Errorf("%v, added %v, %v", all, added, err)
	}
	if said, none := there.ReadOnly(), anna.ReadOnly(); said.Code != "postgres.read_only" || !none.IsZero() {
		t.Errorf("the replica says %q, the server %q", said.Code, none.Code)
	}
	_, err = there.AddCustomer(t.Context(), run.Customer{Name: "Beispiel AG"})
	refusedWith(t, err, "postgres.read_only", flows.ErrReadOnly)
	refusedWith(t, there.Write(t.Context(), mark(1)), "postgres.read_only", flows.ErrReadOnly)
	if s, err := there.Inspect(t.Context()); err != nil || !s.Replica {
		t.Errorf("%+v, %v", s, err)
	}
	e := &ear{}
	go func() { _ = there.Watch(t.Context(), e.tell) }() // what it hears is looked at

	c.Stop(t, "immediate")
	r.Promote(t)
	if err := there.Write(t.Context(), mark(2)); err != nil {
		t.Error(err)
	}
	if got := marks(t, r, database); !slices.Equal(got, []int{2}) {
		t.Error("marks:", got)
	}
	e.since(t, has(run.Written{}))
	if s, err := there.Inspect(t.Context()); err != nil || s.Replica {
		t.Errorf("%+v, %v", s, err)
	}
}

// TestTakeover: of several servers the one is found that takes changes, wherever it
// stands in the address; and who saves waits until another has taken over.
func TestTakeover(t *testing.T) {
	c := pgtest.Start(t)
	database := marked(t, c)
	r := c.Replica(t)
	r.CaughtUp(t, c)
	address := fmt.Sprintf("postgres://anna@/%s?host=%s,%s&port=%d,%d", database, r.Dir, c.Dir, r.Port, c.Port)
	db := openAt(t, address, postgres.Options{})
	if err := db.Write(t.Context(), mark(1)); err != nil {
		t.Fatal(err)
	}
	if got := marks(t, c, database); !slices.Equal(got, []int{1}) {
		t.Error("marks:", got)
	}
	r.CaughtUp(t, c)

	c.Stop(t, "immediate")
	written := make(chan error, 1)
	go func() { written <- db.Write(t.Context(), mark(2)) }()
	select {
	case err := <-written:
		t.Fatal("nothing takes changes, and the write ends with", err)
	case <-time.After(2 * time.Second):
	}
	_, err := postgres.Open(t.Context(), address, postgres.Options{Dir: t.TempDir()})
	refusedWith(t, err, "postgres.no_primary", flows.ErrAway)
	r.Promote(t)
	if err := <-written; err != nil {
		t.Error(err)
	}
	if got := marks(t, r, database); !slices.Equal(got, []int{1, 2}) {
		t.Error("marks:", got)
	}
}
