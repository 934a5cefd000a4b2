//go:build campaign

package postgres_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/postgres/wire"
)

// marked makes a team with a table in which whatever is written says so.
func marked(t *testing.T, c *pgtest.Cluster) (database string) {
	t.Helper()
	database = c.Database(t)
	c.Member(t, database, "anna", run.Consultant)
	c.Exec(t, database, `CREATE TABLE public.marks (n integer PRIMARY KEY); GRANT USAGE ON SCHEMA public TO PUBLIC; GRANT ALL ON public.marks TO PUBLIC`)
	return database
}

func openAt(t *testing.T, address string, o postgres.Options) *postgres.DB {
	t.Helper()
	o.Dir = t.TempDir()
	db, err := postgres.Open(t.Context(), address, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func mark(n int) func(context.Context, wire.Tx) error {
	return func(ctx context.Context, tx wire.Tx) error {
		_, err := tx.Exec(ctx, "INSERT INTO public.marks VALUES ($1) ON CONFLICT DO NOTHING", n)
		return err
	}
}

// marks reads what was written, in order.
func marks(t *testing.T, c *pgtest.Cluster, database string) []int {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.URL("postgres", database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(t.Context())) }()
	rows, err := conn.Query(t.Context(), "SELECT n FROM public.marks ORDER BY n")
	if err != nil {
		t.Fatal(err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowTo[int])
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func refusedWith(t *testing.T, err error, code string, kind flows.RefusalKind) {
	t.Helper()
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != code || r.Kind != kind {
		t.Errorf("%v, want %s", err, code)
	}
}

// TestLostAnswer: what was done, and whose answer was lost, is neither done twice nor
// refused.
func TestLostAnswer(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "berta", run.Lead)
	p := newProxy(t, c)
	db := openAt(t, p.url("berta", database), postgres.Options{})
	p.cut.Store(true)
	added, err := db.AddCustomer(t.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	all, err := db.Customers(t.Context(), "", 10)
	if err != nil || len(all) != 1 || all[0] != added {
		t.Errorf("%v, added %v, %v", all, added, err)
	}
	l := begun(t, db, "ab12", "Muster GmbH")
	l.Answer("name", "Muster")
	p.cut.Store(true)
	if err := db.Append(t.Context(), l.Batch(2)); err != nil {
		t.Error(err)
	}
	intact(t, db, l, 2)
	p.cut.Store(true)
	if err := db.DeleteCustomer(t.Context(), added.ID); err != nil {
		t.Error(err)
	}
	if n := p.cuts.Load(); n != 3 {
		t.Error("answers that were lost:", n)
	}
}

// TestPartition: a network that lets nothing through is told soon, and what waited is
// written once when it is back.
func TestPartition(t *testing.T) {
	c := pgtest.Shared(t)
	database := marked(t, c)
	p := newProxy(t, c)
	db := openAt(t, p.url("anna", database), postgres.Options{Silence: time.Second})
	p.stalled.Store(true)
	begun := time.Now()
	err := db.Read(t.Context(), func(wire.Tx) error { return nil })
	refusedWith(t, err, "postgres.no_answer", flows.ErrAway)
	if took := time.Since(begun); took > 10*time.Second {
		t.Error("a read took", took)
	}
	time.AfterFunc(2*time.Second, func() { p.stalled.Store(false) })
	if err := db.Write(t.Context(), mark(1)); err != nil {
		t.Error(err)
	}
	if err := db.Read(t.Context(), func(wire.Tx) error { return nil }); err != nil {
		t.Error("afterwards:", err)
	}
	if got := marks(t, c, database); !slices.Equal(got, []int{1}) {
		t.Error(got)
	}
}

// TestCutWithin: a connection that goes silent within a transaction is given up, and
// the transaction is done again on another.
func TestCutWithin(t *testing.T) {
	c := pgtest.Shared(t)
	database := marked(t, c)
	p := newProxy(t, c)
	db := openAt(t, p.url("anna", database), postgres.Options{Silence: time.Second})
	calls := 0
	err := db.Write(t.Context(), func(ctx context.Context, tx wire.Tx) error {
		if calls++; calls == 1 {
			p.stalled.Store(true)
			time.AfterFunc(1500*time.Millisecond, func() { p.stalled.Store(false) })
		}
		return mark(7)(ctx, tx)
	})
	if got := marks(t, c, database); err != nil || calls < 2 || !slices.Equal(got, []int{7}) {
		t.Error(err, calls, got)
	}
}

// TestPatience: a command waits so long, and then says why.
func TestPatience(t *testing.T) {
	c := pgtest.Shared(t)
	database := marked(t, c)
	p := newProxy(t, c)
	db := openAt(t, p.url("anna", database), postgres.Options{Patience: time.Second})
	p.hangUp()
	begun := time.Now()
	refusedWith(t, db.Write(t.Context(), mark(1)), "postgres.refused", flows.ErrAway)
	if took := time.Since(begun); took < time.Second || took > 8*time.Second {
		t.Error("it took", took)
	}
	refusedWith(t, db.Read(t.Context(), func(wire.Tx) error { return nil }), "postgres.refused", flows.ErrAway)
	p.listen(t)
	if err := db.Write(t.Context(), mark(2)); err != nil {
		t.Error(err)
	}
	if got := marks(t, c, database); !slices.Equal(got, []int{2}) {
		t.Error(got)
	}
}

// TestContextEnds: whoever leaves does not wait for the server.
func TestContextEnds(t *testing.T) {
	c := pgtest.Shared(t)
	database := marked(t, c)
	p := newProxy(t, c)
	db := openAt(t, p.url("anna", database), postgres.Options{})
	p.hangUp()
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	begun := time.Now()
	refusedWith(t, db.Write(ctx, mark(1)), "postgres.refused", flows.ErrAway)
	if took := time.Since(begun); took > 5*time.Second {
		t.Error("it took", took)
	}
}

// TestNoConnectionLeft: a write waits until there is one.
func TestNoConnectionLeft(t *testing.T) {
	c := pgtest.Shared(t)
	database := marked(t, c)
	db := openAt(t, c.URL("anna", database), postgres.Options{})
	limit := func(n string) {
		c.Exec(t, database, `ALTER ROLE anna CONNECTION LIMIT `+n)
	}
	limit("0")
	defer limit("-1")
	c.Exec(t, database, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'anna'`)
	refusedWith(t, db.Read(t.Context(), func(wire.Tx) error { return nil }), "postgres.no_connection_left", flows.ErrAway)
	done := make(chan error, 1)
	go func() { done <- db.Write(t.Context(), mark(1)) }()
	time.Sleep(500 * time.Millisecond)
	limit("-1")
	if err := <-done; err != nil {
		t.Error(err)
	}
	if got := marks(t, c, database); !slices.Equal(got, []int{1}) {
		t.Error(got)
	}
}

// TestInTheWay: what the server rolled back, since others were in the way, is done
// again; what it refuses is not.
func TestInTheWay(t *testing.T) {
	c := pgtest.Shared(t)
	database := marked(t, c)
	db := openAt(t, c.URL("anna", database), postgres.Options{})
	for code, want := range map[string]int{"40001": 2, "40P01": 2, "55P03": 2, "22023": 1, "53100": 1, "57014": 1} {
		calls := 0
		err := db.Write(t.Context(), func(ctx context.Context, tx wire.Tx) error {
			if calls++; calls > 1 {
				return nil
			}
			_, err := tx.Exec(ctx, `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '`+code+`'; END $$`)
			return err
		})
		if calls != want || (err == nil) != (want == 2) {
			t.Errorf("%s: %d calls, %v", code, calls, err)
		}
	}
}
