package wire

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

func TestPreparedOnce(t *testing.T) {
	s := start(t)
	s.answer = func(_ string, args []string) ([]string, error) { return args, nil }
	c := s.connect()
	for _, arg := range []string{"one", "two"} {
		rows, err := c.Query(t.Context(), "SELECT $1", arg)
		equal(t, said(t, rows, err), arg)
	}
	if _, err := c.Exec(t.Context(), "DELETE $1", "three"); err != nil {
		t.Error(err)
	}
	if _, err := c.Exec(t.Context(), "DELETE all"); err != nil {
		t.Error(err)
	}
	s.wants("PARSE SELECT $1", "SYNC", "RUN SELECT $1", "SYNC", "RUN SELECT $1", "SYNC",
		"PARSE DELETE $1", "SYNC", "RUN DELETE $1", "SYNC", "DELETE all")
}

// What the tables were when it was prepared does not matter to who asks.
func TestOutdated(t *testing.T) {
	other := &pgconn.PgError{Code: "0A000", Routine: "RevalidateCachedQuery"}
	for _, tt := range []struct {
		name  string
		err   *pgconn.PgError
		begin bool
		want  string // what else is asked
		fails bool
	}{
		{"another result", other, false, "CLOSE lotse_1; PARSE SELECT 1; SYNC; RUN SELECT 1; SYNC", false},
		{"forgotten", &pgconn.PgError{Code: "26000"}, false, "CLOSE lotse_1; PARSE SELECT 1; SYNC; RUN SELECT 1; SYNC", false},
		{"in a transaction", other, true, "", true},
		{"not supported", &pgconn.PgError{Code: "0A000"}, false, "", true},
		{"another error", &pgconn.PgError{Code: "23505"}, false, "", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := start(t)
			c := s.connect()
			rows, err := c.Query(t.Context(), "SELECT 1")
			said(t, rows, err)
			if tt.begin {
				if _, err := c.Exec(t.Context(), "BEGIN"); err != nil {
					t.Fatal(err)
				}
			}
			s.hears()
			s.answer = failing(1, tt.err)
			rows, err = c.Query(t.Context(), "SELECT 1")
			if tt.fails != (code(err) == tt.err.Code) {
				t.Error(err)
			}
			if !tt.fails {
				equal(t, said(t, rows, err), "yes")
			}
			s.wants(strings.Split(strings.TrimSuffix("RUN SELECT 1; SYNC; "+tt.want, "; "), "; ")...)
			rows, err = c.Query(t.Context(), "SELECT 1") // also after what is in no transaction to be asked again
			equal(t, said(t, rows, err), "yes")
		})
	}
}

func TestOutdatedTwice(t *testing.T) {
	s := start(t)
	s.answer = failing(2, &pgconn.PgError{Code: "26000"})
	if err := s.connect().QueryRow(t.Context(), "SELECT 1").Scan(new(string)); code(err) != "26000" {
		t.Error(err)
	}
}

func TestMostPrepared(t *testing.T) {
	s := start(t)
	c := s.connect()
	var b Batch
	for i := range mostPrepared {
		text := fmt.Sprint("SELECT ", i)
		b.Queue(text)
		rows, err := c.Query(t.Context(), text)
		said(t, rows, err)
	}
	b.Queue("SELECT more") // makes room, by one that is in the batch
	s.hears()
	err := c.Begin(t.Context(), ReadCommitted, func(tx Tx) error { return tx.SendBatch(t.Context(), &b) })
	if err != nil || len(c.prepared) != mostPrepared || strings.Contains(s.hears(), "CLOSE") {
		t.Error(len(c.prepared), err)
	}
	for _, text := range []string{"SELECT even more", "SELECT and more"} { // one goes for each
		rows, err := c.Query(t.Context(), text)
		said(t, rows, err)
		if n := strings.Count(s.hears(), "CLOSE"); len(c.prepared) != mostPrepared || n != 1 {
			t.Errorf("%d prepared, %d closed", len(c.prepared), n)
		}
	}
}

func TestMisspelt(t *testing.T) {
	s := start(t)
	c := s.connect()
	for _, before := range [][]string{{}, {"CLOSE lotse_1"}} {
		if _, err := c.Query(t.Context(), "SELECT MISSPELT"); code(err) != "42601" {
			t.Error(err)
		}
		s.wants(append(before, "PARSE SELECT MISSPELT", "SYNC")...)
	}
	rows, err := c.Query(t.Context(), "SELECT 1")
	equal(t, said(t, rows, err), "yes")
}

func TestArguments(t *testing.T) {
	s := start(t)
	c := s.connect()
	for _, args := range [][]any{{}, {"a", "b"}, {1.5}, {struct{}{}}, {time.Now()}} {
		if _, err := c.Query(t.Context(), "SELECT $1", args...); err == nil {
			t.Errorf("%v was taken", args)
		}
	}
	if heard := s.hears(); strings.Contains(heard, "RUN") {
		t.Error(heard)
	}
}

func TestQueryRow(t *testing.T) {
	s := start(t)
	c := s.connect()
	var got string
	s.answer = func(text string, _ []string) ([]string, error) { return strings.Fields(text)[1:], nil }
	if err := c.QueryRow(t.Context(), "SELECT one two").Scan(&got); err != nil || got != "one" {
		t.Error(got, err)
	}
	if err := c.QueryRow(t.Context(), "SELECT").Scan(&got); !errors.Is(err, ErrNoRows) {
		t.Error(err)
	}
	err := c.QueryRow(t.Context(), "SELECT one").Scan(new(int))
	if err == nil || err.Error() != `column "said", of type text: cannot be read into a *int` {
		t.Error(err)
	}
	if err := c.QueryRow(t.Context(), "SELECT one").Scan(&got, &got); err == nil {
		t.Error("two columns of one")
	}
	if err := c.QueryRow(t.Context(), "SELECT one").Scan(&got); err != nil || got != "one" {
		t.Error(got, err)
	}
}

// An error of the caller's ends the rows, and not the connection.
func TestRowsEnd(t *testing.T) {
	s := start(t)
	s.answer = func(string, []string) ([]string, error) { return []string{"a", "b", "c"}, nil }
	c := s.connect()
	enough := errors.New("enough")
	rows, err := c.Query(t.Context(), "SELECT all")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	if err := ForEachRow(rows, []any{new(string)}, func() error { n++; return enough }); !errors.Is(err, enough) || n != 1 {
		t.Error(n, err)
	}
	if rows.Next() {
		t.Error("a row of closed rows")
	}
	for _, end := range []func(*Rows){(*Rows).Close, func(rows *Rows) { _ = rows.Scan(new(int)) }} {
		if rows, err = c.Query(t.Context(), "SELECT all"); err != nil {
			t.Fatal(err)
		}
		if end(rows); rows.Next() {
			t.Error("a row of closed rows")
		}
	}
	rows, err = c.Query(t.Context(), "SELECT all")
	equal(t, said(t, rows, err), "a", "b", "c")
}

func TestContextEnds(t *testing.T) {
	s := start(t)
	c := s.connect()
	s.answer = func(string, []string) ([]string, error) { return nil, errSilent }
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, cancel)
	if _, err := c.Query(ctx, "SELECT 1"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if !c.IsClosed() {
		t.Error("a connection is used that owes an answer")
	}
	if _, err := c.Query(t.Context(), "SELECT 1"); !errors.Is(err, pgconn.ErrConnClosed) || !pgconn.SafeToRetry(err) {
		t.Error(err)
	}
}

func TestBatch(t *testing.T) {
	s := start(t)
	s.answer = func(_ string, args []string) ([]string, error) { return args, nil }
	c := s.connect()
	for _, first := range []bool{true, false} {
		var b Batch
		var one, all []string
		b.Queue("INSERT $1", "a")
		b.Queue("INSERT $1", "b")
		b.Queue("SELECT $1, $2", "c", "d").Query(func(rows *Rows) (err error) {
			all, err = CollectRows(rows, RowTo[string])
			return err
		})
		b.Queue("SELECT $1", "e").QueryRow(func(row Row) (err error) {
			one = make([]string, 1)
			return row.Scan(&one[0])
		})
		if err := c.SendBatch(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		equal(t, all, "c", "d")
		equal(t, one, "e")
		want := []string{"RUN INSERT $1", "RUN INSERT $1", "RUN SELECT $1, $2", "RUN SELECT $1", "SYNC"}
		if first {
			want = append([]string{"PARSE INSERT $1", "PARSE SELECT $1, $2", "PARSE SELECT $1", "SYNC"}, want...)
		}
		s.wants(want...)
	}
	if err := c.SendBatch(t.Context(), &Batch{}); err != nil || s.hears() != "" {
		t.Error(err)
	}
}

// Where one statement fails, nothing is read of those behind it, and the connection goes on.
func TestBatchFails(t *testing.T) {
	enough := errors.New("enough")
	for _, tt := range []struct {
		name  string
		queue func(*Batch)
		is    func(error) bool
	}{
		{"at the server", func(b *Batch) { b.Queue("SELECT wrong") }, func(err error) bool { return code(err) == "23505" }},
		{"misspelt", func(b *Batch) { b.Queue("SELECT MISSPELT") }, func(err error) bool { return code(err) == "42601" }},
		{"while it is read", func(b *Batch) { b.Queue("SELECT 2").Query(func(*Rows) error { return enough }) }, func(err error) bool { return errors.Is(err, enough) }},
		{"no row", func(b *Batch) { b.Queue("SELECT none").QueryRow(func(row Row) error { return row.Scan(new(string)) }) }, func(err error) bool { return errors.Is(err, ErrNoRows) }},
		{"a parameter", func(b *Batch) { b.Queue("SELECT $1", 1.5) }, func(err error) bool { return strings.Contains(fmt.Sprint(err), "float64") }},
		{"too many of them", func(b *Batch) { b.Queue("SELECT 3", "a") }, func(err error) bool { return err != nil }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := start(t)
			s.answer = func(text string, _ []string) ([]string, error) {
				switch text {
				case "SELECT wrong":
					return nil, &pgconn.PgError{Code: "23505"}
				case "SELECT none":
					return nil, nil
				}
				return []string{"yes"}, nil
			}
			c := s.connect()
			var b Batch
			b.Queue("SELECT 1").Query(func(rows *Rows) error { return nil }) // which reads none
			tt.queue(&b)
			b.Queue("SELECT 4").Query(func(*Rows) error { t.Error("it goes on"); return nil })
			if err := c.SendBatch(t.Context(), &b); !tt.is(err) {
				t.Error(err)
			}
			rows, err := c.Query(t.Context(), "SELECT 1")
			equal(t, said(t, rows, err), "yes")
			if c.pg.TxStatus() != idle || c.pg.IsBusy() {
				t.Error("left behind in", c.pg.TxStatus())
			}
		})
	}
}

func TestBatchOutdated(t *testing.T) {
	s := start(t)
	s.answer = failing(1, &pgconn.PgError{Code: "26000"})
	c := s.connect()
	var b Batch
	var got string
	b.Queue("INSERT 1")
	b.Queue("SELECT 1").QueryRow(func(row Row) error { return row.Scan(&got) })
	if err := c.SendBatch(t.Context(), &b); err != nil || got != "yes" {
		t.Error(got, err)
	}
	s.wants("PARSE INSERT 1", "PARSE SELECT 1", "SYNC", "RUN INSERT 1", "RUN SELECT 1", "SYNC",
		"CLOSE lotse_1", "CLOSE lotse_2", "PARSE INSERT 1", "PARSE SELECT 1", "SYNC", "RUN INSERT 1", "RUN SELECT 1", "SYNC")
}

func TestTransaction(t *testing.T) {
	enough := errors.New("enough")
	ask := func(tx Tx) error { _, err := tx.Exec(t.Context(), "DELETE 1"); return err }
	for _, tt := range []struct {
		name string
		do   func(Tx) error
		want error
		last string
	}{
		{"done", ask, nil, "COMMIT"},
		{"refused", func(tx Tx) error { return errors.Join(ask(tx), enough) }, enough, "ROLLBACK"},
		{"an error passed over", func(tx Tx) error { _, _ = tx.Exec(t.Context(), "DELETE wrong"); return nil }, errRolledBack, "COMMIT"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := start(t)
			s.answer = func(text string, _ []string) ([]string, error) {
				if text == "DELETE wrong" {
					return nil, &pgconn.PgError{Code: "23505"}
				}
				return nil, nil
			}
			c := s.connect()
			if err := c.Begin(t.Context(), Snapshot, tt.do); !errors.Is(err, tt.want) {
				t.Error(err)
			}
			heard := s.hears()
			if !strings.HasPrefix(heard, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; DELETE ") || !strings.HasSuffix(heard, "; "+tt.last) {
				t.Error(heard)
			}
			if c.IsClosed() || c.pg.TxStatus() != idle {
				t.Error("left behind in", c.pg.TxStatus())
			}
		})
	}
}

// A transaction is never left open: neither by a panic, nor with rows that nobody has read.
func TestTransactionLeft(t *testing.T) {
	c := start(t).connect()
	func() {
		defer func() { _ = recover() }()
		_ = c.Begin(t.Context(), ReadCommitted, func(Tx) error { panic("of the caller") })
	}()
	if c.IsClosed() || c.pg.TxStatus() != idle {
		t.Error("left behind in", c.pg.TxStatus())
	}
	_ = c.Begin(t.Context(), ReadCommitted, func(tx Tx) error {
		_, err := tx.Query(t.Context(), "SELECT 1") //nolint:rowserrcheck,sqlclosecheck // that is it
		return errors.Join(err, errors.New("enough"))
	})
	if !c.IsClosed() {
		t.Error("a connection goes on that owes rows")
	}
}

func TestTransactionAfterContext(t *testing.T) {
	c := start(t).connect()
	ctx, cancel := context.WithCancel(t.Context())
	err := c.Begin(ctx, ReadCommitted, func(Tx) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) || !c.IsClosed() {
		t.Error(err, c.IsClosed())
	}
}
