//go:build campaign

package postgres_test

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/postgres/wire"
)

// byTLS is the address of a database by loopback, where the server wants TLS and a
// password.
func byTLS(c *pgtest.Cluster, member, database string, more ...string) string {
	q := url.Values{"sslrootcert": {c.CA()}}
	for i := 0; i < len(more); i += 2 {
		q.Set(more[i], more[i+1])
	}
	return "postgres://" + member + "@127.0.0.1:" + strconv.Itoa(c.Port) + "/" + database + "?" + q.Encode()
}

// pgpass gives the person a password, and no other file or variable of PostgreSQL's.
func pgpass(t *testing.T, password string) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	if err := os.WriteFile(filepath.Join(home, ".pgpass"), []byte("*:*:*:*:"+password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestTLS: by TLS and a password of .pgpass one comes in, and what is not verified is
// told.
func TestTLS(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Consultant, "north")
	c.Exec(t, database, "ALTER ROLE anna PASSWORD 'right'")
	pgpass(t, "right")
	for mode, want := range map[string]string{"": "", "verify-full": "", "verify-ca": "postgres.unverified", "require": "postgres.unverified"} {
		var more []string
		if mode != "" {
			more = []string{"sslmode", mode}
		}
		place := byTLS(c, "anna", database, more...)
		told := postgres.Unverified(place).Code
		s, err := openAt(t, place, postgres.Options{}).Inspect(t.Context())
		if err != nil || told != want || (s.Unverified != "") != (want != "") || !strings.HasPrefix(s.TLS, "TLS 1.") || s.Local {
			t.Errorf("%q: told %q, %+v, %v", mode, told, s, err)
		}
	}
}

// TestKeepalive: the server asks within half a minute whether a machine is still there,
// so that whoever vanished holds nothing, and is in no run, any more.
func TestKeepalive(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Consultant)
	c.Exec(t, database, "ALTER ROLE anna PASSWORD 'right'")
	pgpass(t, "right")
	var idle, interval, count, most int
	err := openAt(t, byTLS(c, "anna", database), postgres.Options{}).Read(t.Context(), func(tx wire.Tx) error {
		return tx.QueryRow(t.Context(), `SELECT max(setting::int) FILTER (WHERE name = 'tcp_keepalives_idle'), max(setting::int) FILTER (WHERE name = 'tcp_keepalives_interval'),
			max(setting::int) FILTER (WHERE name = 'tcp_keepalives_count'), max(setting::int) FILTER (WHERE name = 'tcp_user_timeout') FROM pg_settings`).Scan(&idle, &interval, &count, &most)
	})
	if err != nil || idle+interval*count != 30 || most != 30000 {
		t.Errorf("%d s, %d times %d s, at most %d ms, %v", idle, count, interval, most, err)
	}
}

// TestRealServer: what Debian's server says is told by a sentence that names the way
// out; see TestSentences for what it cannot be brought to say.
func TestRealServer(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Consultant)
	c.Exec(t, database, `ALTER ROLE anna PASSWORD 'right'; CREATE ROLE stranger LOGIN; CREATE ROLE passing LOGIN; GRANT CONNECT ON DATABASE `+database+` TO passing`)
	c.Exec(t, "postgres", "CREATE DATABASE empty")
	pgpass(t, "wrong")
	for name, tt := range map[string]struct {
		address, want string
		kind          flows.RefusalKind
	}{
		"a wrong password":     {byTLS(c, "anna", database), "postgres.password", flows.ErrDenied},
		"no TLS":               {byTLS(c, "anna", database, "sslmode", "disable"), "postgres.not_let_in", flows.ErrDenied},
		"an unknown authority": {strings.Split(byTLS(c, "anna", database), "?")[0], "postgres.unknown_authority", flows.ErrFailed},
		"an address beside it": {strings.Replace(byTLS(c, "anna", database), "127.0.0.1", "127.0.0.2", 1), "postgres.refused", flows.ErrAway},
		"no such role":         {c.URL("nobody", database), "postgres.not_let_in", flows.ErrDenied},
		"no such database":     {c.URL("anna", "nowhere"), "postgres.no_database", flows.ErrNotFound},
		"no team":              {c.URL("anna", "empty"), "postgres.no_team", flows.ErrNotFound},
		"may not connect":      {c.URL("stranger", database), "postgres.no_member", flows.ErrDenied},
		"is no member":         {c.URL("passing", database), "postgres.no_member", flows.ErrDenied},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := postgres.Open(t.Context(), tt.address, postgres.Options{Dir: t.TempDir()})
			refusedWith(t, err, tt.want, tt.kind)
			if err != nil && strings.Contains(err.Error(), "wrong") {
				t.Error("it has the password in it:", err)
			}
		})
	}
}

func TestOtherVersions(t *testing.T) {
	c := pgtest.Shared(t)
	for change, want := range map[string]struct {
		code string
		kind flows.RefusalKind
	}{
		"INSERT INTO lotse.migrations VALUES (99, 'later', '', 0)": {"postgres.newer", flows.ErrNewer},
		"DELETE FROM lotse.migrations":                             {"postgres.older", flows.ErrFailed},
		"UPDATE lotse.migrations SET version = 0":                  {"postgres.older", flows.ErrFailed},
	} {
		database := c.Database(t)
		c.Member(t, database, "anna", run.Consultant)
		c.Exec(t, database, change)
		_, err := postgres.Open(t.Context(), c.URL("anna", database), postgres.Options{Dir: t.TempDir()})
		refusedWith(t, err, want.code, want.kind)
	}
}

// TestRefusedWrites: what the server does not do now is said, and not tried again.
func TestRefusedWrites(t *testing.T) {
	c := pgtest.Shared(t)
	for setting, want := range map[string]struct {
		sql, code string
		kind      flows.RefusalKind
	}{
		"default_transaction_read_only = on": {"INSERT INTO public.marks VALUES (1)", "postgres.read_only", flows.ErrReadOnly},
		"statement_timeout = '300ms'":        {"SELECT pg_sleep(60)", "postgres.cancelled", flows.ErrFailed},
	} {
		database := marked(t, c)
		c.Exec(t, database, "ALTER DATABASE "+database+" SET "+setting)
		db := openAt(t, c.URL("anna", database), postgres.Options{})
		begun := time.Now()
		err := db.Write(t.Context(), func(ctx context.Context, tx wire.Tx) error {
			_, err := tx.Exec(ctx, want.sql)
			return err
		})
		refusedWith(t, err, want.code, want.kind)
		if took := time.Since(begun); took > 5*time.Second {
			t.Error(setting, "took", took)
		}
	}
}

// TestInspect: rights that go too far are found, each by its sentence, and those that
// Init gives are not.
func TestInspect(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Consultant)
	now := time.Now()
	db := openAt(t, c.URL("anna", database), postgres.Options{Now: func() time.Time { return now.Add(2 * time.Hour) }})
	codes := func() string {
		s, err := db.Inspect(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if s.Ahead > -119*time.Minute || s.Ahead < -121*time.Minute || !s.Local || s.Version == "" {
			t.Errorf("%+v", s)
		}
		var all []string
		for _, w := range s.Wide {
			all = append(all, strings.TrimPrefix(w.What.Code, "postgres.wide_"))
		}
		return strings.Join(all, " ")
	}
	if got := codes(); got != "" {
		t.Error("as it is made:", got)
	}
	for _, tt := range []struct{ widen, narrow, want string }{
		{"GRANT CONNECT ON DATABASE " + database + " TO PUBLIC", "REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC", "connect"},
		{"GRANT CREATE ON SCHEMA lotse TO PUBLIC", "REVOKE CREATE ON SCHEMA lotse FROM PUBLIC", "create"},
		{"ALTER ROLE anna BYPASSRLS", "ALTER ROLE anna NOBYPASSRLS", "bypass"},
		{"ALTER ROLE anna CREATEROLE", "ALTER ROLE anna NOCREATEROLE", "createrole"},
		{"ALTER ROLE anna SUPERUSER", "ALTER ROLE anna NOSUPERUSER", "superuser"},
		{"CREATE ROLE root_" + database + " SUPERUSER; GRANT root_" + database + " TO anna", "REVOKE root_" + database + " FROM anna", "superuser"},
		{"GRANT pg_execute_server_program TO anna", "REVOKE pg_execute_server_program FROM anna", "server"},
		{"ALTER TABLE lotse.runs DISABLE ROW LEVEL SECURITY", "ALTER TABLE lotse.runs ENABLE ROW LEVEL SECURITY", "table"},
		{"GRANT SELECT ON lotse.runs TO PUBLIC", "REVOKE SELECT ON lotse.runs FROM PUBLIC", "grant"},
		{"CREATE ROLE own_" + database + "; ALTER TABLE lotse.runs OWNER TO own_" + database + "; GRANT own_" + database + " TO anna", "REVOKE own_" + database + " FROM anna", "owner"},
	} {
		c.Exec(t, database, tt.widen)
		if got := codes(); got != tt.want {
			t.Errorf("%s: %q", tt.widen, got)
		}
		c.Exec(t, database, tt.narrow)
	}
}
