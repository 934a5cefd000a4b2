//go:build campaign

package wire_test

import (
	"context"
	"errors"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lotse/storage/postgres/pgtest"
	"lotse/storage/postgres/wire"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

// both connects twice to a server, by wire and by pgx.
func both(t *testing.T) (*wire.Conn, *pgx.Conn) {
	t.Helper()
	url := pgtest.Shared(t).URL("postgres", "postgres")
	config, err := pgconn.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}
	ours, err := wire.Connect(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ours.Close(t.Context()) })
	theirs, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = theirs.Close(t.Context()) })
	return ours, theirs
}

// TestWitness: what is sent arrives as what it is, by the word of pgx, and comes back.
func TestWitness(t *testing.T) {
	ours, theirs := both(t)
	long := int64(-1 << 62)
	odd := "Müller\t'\"\\{},NULL猫"
	for _, tt := range []struct {
		of      string
		arg     any
		dest    func() any
		missing bool // NULL
	}{
		{of: "text", arg: odd, dest: func() any { return new(string) }},
		{of: "text", arg: "", dest: func() any { return new(string) }},
		{of: "name", arg: "anna", dest: func() any { return new(string) }},
		{of: "bytea", arg: []byte{0, 1, 255}, dest: func() any { return new([]byte) }},
		{of: "bytea", arg: []byte{}, dest: func() any { return new([]byte) }},
		{of: "bytea", arg: []byte(nil), dest: func() any { return new([]byte) }, missing: true},
		{of: "bool", arg: true, dest: func() any { return new(bool) }},
		{of: "int4", arg: -7, dest: func() any { return new(int) }},
		{of: "int8", arg: long, dest: func() any { return new(int64) }},
		{of: "int8", arg: &long, dest: func() any { return new(*int64) }},
		{of: "int8", arg: (*int64)(nil), dest: func() any { return new(*int64) }, missing: true},
		{of: "text[]", arg: []string{odd, "", " ", "NULL"}, dest: func() any { return new([]string) }},
		{of: "name[]", arg: []string{"anna", "NULL"}, dest: func() any { return new([]string) }},
		{of: "text[]", arg: []string{}, dest: func() any { return new([]string) }},
		{of: "text[]", arg: []string(nil), dest: func() any { return new([]string) }, missing: true},
		{of: "bytea[]", arg: [][]byte{{0, 255}, {}, {'\\'}}, dest: func() any { return new([][]byte) }},
		{of: "bytea[]", arg: [][]byte{}, dest: func() any { return new([][]byte) }},
	} {
		var sent, meant string
		text := "SELECT coalesce($1::" + tt.of + "::text, 'missing')"
		if err := ours.QueryRow(t.Context(), text, tt.arg).Scan(&sent); err != nil {
			t.Errorf("%s %v: %v", tt.of, tt.arg, err)
		}
		if err := theirs.QueryRow(t.Context(), text, tt.arg).Scan(&meant); err != nil || sent != meant || (sent == "missing") != tt.missing {
			t.Errorf("%s %v arrives as %q, and is %q: %v", tt.of, tt.arg, sent, meant, err)
		}
		here, there := tt.dest(), tt.dest()
		text = "SELECT $1::" + tt.of
		if err := ours.QueryRow(t.Context(), text, tt.arg).Scan(here); err != nil {
			t.Errorf("%s %v: %v", tt.of, tt.arg, err)
		}
		if err := theirs.QueryRow(t.Context(), text, tt.arg).Scan(there); err != nil || !reflect.DeepEqual(here, there) {
			t.Errorf("%s %v comes back as %#v, and as %#v: %v", tt.of, tt.arg, here, there, err)
		}
	}
}

// TestWitnessOfTime: a time is read to the microsecond, whatever the zone of the session.
func TestWitnessOfTime(t *testing.T) {
	ours, theirs := both(t)
	for _, text := range []string{"2026-11-30 12:34:56.789012+01", "1999-12-31 23:59:59.999999Z", "4713-01-01 00:00:00Z BC", "294276-12-31 23:59:59.999999Z"} {
		var here, there time.Time
		if err := ours.QueryRow(t.Context(), "SELECT '"+text+"'::timestamptz").Scan(&here); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if err := theirs.QueryRow(t.Context(), "SELECT '"+text+"'::timestamptz").Scan(&there); err != nil || !here.Equal(there) {
			t.Errorf("%s is %v, and %v: %v", text, here, there, err)
		}
	}
	if err := ours.QueryRow(t.Context(), "SELECT 'infinity'::timestamptz").Scan(new(time.Time)); err == nil {
		t.Error("infinity is a time")
	}
}

// TestWitnessOfErrors: what the server refuses, it refuses as it does pgx.
func TestWitnessOfErrors(t *testing.T) {
	ours, theirs := both(t)
	for _, tt := range []struct {
		text, want string
		arg        any
	}{
		{"SELECT $1::text", "22021", "a\x00b"},
		{"SELECT $1::text", "22021", "\xff"},
		{"SELECT $1::text[]", "22021", []string{"a", "\xff"}},
		{"SELECT $1::int4", "22003", int64(1 << 40)},
		{"SELECT 1 / $1::int4", "22012", 0},
		{"SELECT $1::nothing", "42704", "a"},
		{"SELECT FROM nothing WHERE $1", "42P01", true},
	} {
		_, here := ours.Exec(t.Context(), tt.text, tt.arg)
		_, there := theirs.Exec(t.Context(), tt.text, tt.arg)
		var e, other *pgconn.PgError
		if !errors.As(here, &e) || e.Code != tt.want {
			t.Errorf("%s with %q: %v", tt.text, tt.arg, here)
		}
		if errors.As(there, &other) && other.Code != tt.want {
			t.Errorf("%s with %q: %v by pgx", tt.text, tt.arg, there)
		}
	}
}

// TestTablesChange: who has a statement prepared goes on with it where a table is another,
// or the session has forgotten it; in a transaction that fails, and the next goes on.
func TestTablesChange(t *testing.T) {
	ours, theirs := both(t)
	change := func(text string) {
		t.Helper()
		if _, err := theirs.Exec(t.Context(), text); err != nil {
			t.Fatal(err)
		}
	}
	change("CREATE TABLE changing (n int4); INSERT INTO changing VALUES (7)")
	read := func(in interface {
		QueryRow(ctx context.Context, text string, args ...any) wire.Row
	},
	) error {
		var n int
		err := in.QueryRow(t.Context(), "SELECT n FROM changing").Scan(&n)
		if err == nil && n != 7 {
			t.Error(n)
		}
		return err
	}
	for _, text := range []string{"SELECT 1", "ALTER TABLE changing ALTER n TYPE int8", "ALTER TABLE changing ALTER n TYPE int4"} {
		change(text)
		if err := read(ours); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
	if _, err := ours.Exec(t.Context(), "DEALLOCATE ALL"); err != nil {
		t.Fatal(err)
	}
	if err := read(ours); err != nil {
		t.Errorf("forgotten: %v", err)
	}
	change("ALTER TABLE changing ALTER n TYPE int8")
	for _, want := range []string{"0A000", ""} {
		err := ours.Begin(t.Context(), wire.Snapshot, func(tx wire.Tx) error { return read(tx) })
		var e *pgconn.PgError
		if errors.As(err, &e) != (want != "") || e != nil && e.Code != want {
			t.Errorf("%q in a transaction: %v", want, err)
		}
	}
	var b wire.Batch
	b.Queue("SELECT n FROM changing").QueryRow(func(row wire.Row) error { return row.Scan(new(int)) })
	change("ALTER TABLE changing ALTER n TYPE int4")
	if err := ours.SendBatch(t.Context(), &b); err != nil {
		t.Errorf("in a batch: %v", err)
	}
}
