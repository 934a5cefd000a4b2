//go:build campaign

package postgres_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
)

// TestRoleSettings: what somebody has set for a member, at the server, makes nothing fail.
func TestRoleSettings(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "s_anna", run.Consultant)
	c.Exec(t, database, "CREATE ROLE s_helpdesk; GRANT s_helpdesk TO s_anna")
	for i, setting := range []string{
		"row_security = off", "role = s_helpdesk", "default_transaction_isolation = serializable", "standard_conforming_strings = off", "client_encoding = latin1",
		"search_path = public", "lock_timeout = 1", "idle_in_transaction_session_timeout = 1", "synchronous_commit = off", "jit_above_cost = 0",
		"bytea_output = escape", "datestyle = 'German'", "intervalstyle = 'postgres_verbose'", "timezone = 'Pacific/Kiritimati'", "extra_float_digits = -15",
		"transform_null_equals = on", "quote_all_identifiers = on", "plan_cache_mode = force_generic_plan", "array_nulls = off", "check_function_bodies = off",
		"default_tablespace = 'nowhere'", "temp_tablespaces = 'nowhere'", "enable_indexscan = off",
	} {
		c.Exec(t, database, "ALTER ROLE s_anna SET "+setting)
		db, err := postgres.Open(t.Context(), c.URL("s_anna", database), postgres.Options{Dir: t.TempDir()})
		if err != nil {
			t.Errorf("%s: %v", setting, err)
		} else {
			l := begun(t, db, fmt.Sprintf("set%d", i), "Łódź & Søn ’"+setting)
			if f, err := db.Examine(t.Context()); err != nil || len(f.Problems) > 0 || f.Runs == 0 {
				t.Errorf("%s: %+v, %v", setting, f, err)
			}
			if h, err := db.Header(t.Context(), l.Header.ID); err != nil || h.Customer != l.Header.Customer {
				t.Errorf("%s: %+v, %v", setting, h, err)
			}
			if err := db.Close(); err != nil {
				t.Error(err)
			}
		}
		c.Exec(t, database, "ALTER ROLE s_anna RESET ALL")
	}
}

// TestEncodings: a database that lacks letters is refused before anything is made in it,
// and whatever it sorts by makes no difference.
func TestEncodings(t *testing.T) {
	c := pgtest.Shared(t)
	for database, options := range map[string]string{
		"latin": "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'",
		"ascii": "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'",
		"plain": "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'",
		"icu":   "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE'",
	} {
		c.Exec(t, "postgres", "CREATE DATABASE "+database+" TEMPLATE template0 "+options)
		_, err := postgres.Init(t.Context(), c.URL("postgres", database), time.Now())
		if database == "latin" || database == "ascii" {
			refusedWith(t, err, "postgres.encoding", flows.ErrFailed)
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		c.Member(t, database, "e_anna", run.Lead)
		db := as(t, c, "e_anna", database)
		for i, name := range []string{"Öljy Oy", "Zebra AG", "ähnlich KG", "Łódź Sp."} {
			begun(t, db, fmt.Sprintf("ab%d", i), name)
		}
		page, err := db.Headers(t.Context(), run.Query{Order: run.ByCustomer})
		var names []string
		for _, h := range page.Runs {
			names = append(names, h.Customer.Name)
		}
		if want := []string{"Zebra AG", "ähnlich KG", "Öljy Oy", "Łódź Sp."}; err != nil || !slices.Equal(names, want) {
			t.Errorf("%s: %q, %v", database, names, err)
		}
	}
}

// TestPooler: what shares connections among many is told from the server itself: the
// number that it gives each is another than that of the server's process.
func TestPooler(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Consultant)
	p := newProxy(t, c)
	p.change = func(b []byte) {
		const keyData = "K\x00\x00\x00\x0c"
		if i := bytes.Index(b, []byte(keyData)); i >= 0 {
			binary.BigEndian.PutUint32(b[i+len(keyData):], 4711)
		}
	}
	_, err := postgres.Open(t.Context(), p.url("anna", database), postgres.Options{Dir: t.TempDir()})
	refusedWith(t, err, "postgres.pooler", flows.ErrFailed)
	_, err = postgres.OpenRoster(t.Context(), p.url("anna", database))
	refusedWith(t, err, "postgres.pooler", flows.ErrFailed)
}

// TestHeldLocks: a lock that a member holds on purpose keeps nobody waiting for long, and
// leaves no connection behind at the server that waits on.
func TestHeldLocks(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "l_anna", run.Consultant)
	db := openAt(t, c.URL("l_anna", database), postgres.Options{Patience: time.Second})
	holder, err := pgx.Connect(t.Context(), c.URL("l_anna", database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = holder.Close(context.WithoutCancel(t.Context())) }()
	if _, err := holder.Exec(t.Context(), "BEGIN; LOCK TABLE lotse.settings IN ACCESS EXCLUSIVE MODE"); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 2)
	go func() {
		_, err := db.Setting(t.Context(), "lang")
		done <- err
	}()
	go func() { done <- db.SetSetting(t.Context(), "lang", "fi") }()
	for range 2 {
		refusedWith(t, <-done, "postgres.busy", flows.ErrLocked)
	}
	if n := waiting(t, c, database); n > 0 {
		t.Error(n, "connections wait on")
	}
}

// waiting is how many connections to a database wait for a lock.
func waiting(t *testing.T, c *pgtest.Cluster, database string) (n int) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.URL("postgres", database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(t.Context())) }()
	if err := conn.QueryRow(t.Context(), "SELECT count(*) FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'", database).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
