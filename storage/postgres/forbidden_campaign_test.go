//go:build campaign

package postgres_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/wire"
)

// deed is what nobody may do, whatever their role, by plain SQL: it is done when it
// touches or gives a row.
type deed struct {
	what string
	sql  string // with {run} and so on
	code string // of how the server refuses it, where that is no matter of rights
}

var forbidden = []deed{
	{"write an event as somebody else", strings.Replace(strings.Replace(insertEvent, "hash)", "hash, writer)", 1), "'x')", "'x', 'postgres')", 1), ""},
	{"write an event by hand", insertEvent, ""},
	{"begin a run by hand", insertRun, ""},
	{"change what the list says by hand", "UPDATE runs SET current_title = 'x' WHERE id = {run}", ""},
	{"change what is found of a run by hand", "UPDATE texts SET body = 'x' WHERE n = (SELECT n FROM runs WHERE id = {run})", ""},
	{"change what waits to be found by hand", "UPDATE texts_new SET body = 'x' WHERE n = (SELECT n FROM runs WHERE id = {run})", ""},
	{"leave a gap in a log", strings.Replace(appendEvent, "before => 4", "before => 5", 1), ""},
	{"write an event once more", strings.Replace(appendEvent, "before => 4", "before => 3", 1), ""},
	{"branch off from a log", strings.Replace(appendEvent, "(SELECT head FROM runs WHERE id = {run})", "'x'::bytea", 1), ""},
	{"change an event", "UPDATE events SET by = 'x' WHERE run = {run}", ""},
	{"delete an event", "DELETE FROM events WHERE run = {run}", ""},
	{"empty the log", "TRUNCATE events", ""},
	{"erase an event without a word", "SELECT 1 WHERE erase({run}, 2)", ""},
	{"put content under somebody else's event", "INSERT INTO contents (run, seq, bytes) VALUES ({run}, 2, 'x')", ""},
	{"give a run to another team or customer", "UPDATE runs SET team = '' WHERE id = {run}", ""},
	{"rename a customer", "UPDATE customers SET name = 'x' WHERE id = {customer}", ""},
	{"seal a secret for somebody else", strings.Replace(strings.Replace(insertSecret, "at)", "at, owner)", 1), "0)", "0, 'postgres')", 1), ""},
	{"change somebody else's secret", "UPDATE secrets SET blob = 'x' WHERE id = {secret}", ""},
	{"read what others type", "SELECT 1 FROM unsaved WHERE run = {run}", ""},
	{"read others' settings", "SELECT 1 FROM settings WHERE owner <> session_user", ""},
	{"write others' settings", "INSERT INTO settings (owner, key, value) VALUES ('postgres', {new}, 'v')", ""},
	{"say another's public key", "INSERT INTO keys (member, recipient, at) VALUES ('postgres', 'age1', 0)", ""},
	{"look on as somebody else", "INSERT INTO presence (run, owner) VALUES ({run}, 'postgres')", ""},
	{"make oneself a lead", "DO $$ BEGIN EXECUTE format('GRANT %I TO %I', (SELECT name FROM roles WHERE role = 'lead'), session_user); END $$; SELECT 1", ""},
	{"take another's name", "SET SESSION AUTHORIZATION postgres; SELECT 1", ""},
	{"take the owner's role", "SET ROLE postgres; SELECT 1", ""},
	{"become a superuser", "DO $$ BEGIN EXECUTE format('ALTER ROLE %I SUPERUSER', session_user); END $$; SELECT 1", ""},
	{"switch the policies off", "ALTER TABLE events DISABLE ROW LEVEL SECURITY; SELECT 1", ""},
	{"go without the policies", "SET row_security = off; SELECT 1 FROM runs", ""},
	{"drop a policy", "DROP POLICY seen ON events; SELECT 1", ""},
	{"switch the triggers off", "ALTER TABLE events DISABLE TRIGGER ALL; SELECT 1", ""},
	{"write as a replica, without triggers", "SET session_replication_role = replica; SELECT 1", ""},
	{"make a function in the schema", "CREATE FUNCTION lotse.teams(x int) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT 1", ""},
	{"make a table in the schema", "CREATE TABLE lotse.mine (x int); SELECT 1", ""},
	{"make a table in the schema public", "CREATE TABLE public.mine (x int); SELECT 1", ""},
	{"make a schema", "CREATE SCHEMA mine; SELECT 1", ""},
	{"make a temporary function", "CREATE FUNCTION pg_temp.f(x text) RETURNS boolean LANGUAGE sql AS 'SELECT true'; SELECT 1", ""},
	{"make a temporary table", "CREATE TEMP TABLE runs (id text); SELECT 1", ""},
	{"run a program on the server", "COPY (SELECT 1) TO PROGRAM 'true'", ""},
	{"read a file of the server", "SELECT pg_read_file('PG_VERSION')", ""},
	{"read the server's samples of columns", "SELECT 1 FROM pg_statistic", ""},
	{"read samples of events by the view", "SELECT 1 FROM pg_stats WHERE schemaname = 'lotse' AND tablename = 'events'", ""},
	{"read password hashes", "SELECT 1 FROM pg_authid", ""},
	{"rewrite the list of migrations", "DELETE FROM migrations", ""},
	{"make another role the lead's", "UPDATE roles SET name = 'postgres'", ""},
	{"take everybody out of everybody's team", "DELETE FROM teams WHERE name = ''", ""},
	{"put a file under somebody else's event", "INSERT INTO evidence (sum, run, seq) VALUES ({new}, {run}, 2)", ""},
	{"put another procedure in the place of one", "INSERT INTO procedures (digest, format, doc) VALUES (repeat('0', 64), 1, {new})", ""},
	{"open a secret for oneself that somebody else sealed", "INSERT INTO secret_recipients (secret, member) VALUES ({secret}, session_user)", ""},
	{"close a secret to others that somebody else sealed", "DELETE FROM secret_recipients WHERE secret = {secret}", ""},
	{"keep what is typed under another's name", "INSERT INTO unsaved (owner, run, step, item, row, col, text, at) VALUES ('postgres', {run}, 's', {new}, '', '', 't', 0)", ""},
	{"send another out of a run", "DELETE FROM presence WHERE owner <> session_user", ""},
	{"choose the number by which one looks on", "INSERT INTO presence (n, run) OVERRIDING SYSTEM VALUE VALUES (2000000000, {run})", ""},
	{"take the numbers that the server gives", "SELECT nextval('runs_n_seq')", ""},
	{"hold up who writes in a log", "LOCK TABLE events IN SHARE MODE; SELECT 1", ""},
	{"hold up who writes in a run", "SELECT 1 FROM runs WHERE id = {run} FOR NO KEY UPDATE", ""},
	{"make another a lead", "DO $$ BEGIN EXECUTE format('GRANT %I TO r_rita', (SELECT name FROM roles WHERE role = 'lead')); END $$; SELECT 1", ""},
	{"take a colleague's name", "SET ROLE r_vera; SELECT 1", ""},
	{"take another's name by a function", "SELECT set_config('session_authorization', 'postgres', false)", ""},
	{"set another's password", "ALTER ROLE postgres PASSWORD 'x'; SELECT 1", ""},
	{"remove a login", "DROP ROLE r_vera; SELECT 1", ""},
	{"set what holds for everybody in the database", "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public', current_database()); END $$; SELECT 1", ""},
	{"give a right to everybody", "GRANT SELECT ON runs TO PUBLIC; SELECT 1 FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = 'runs'::regclass AND a.grantee = 0", ""},
	{"give away what a lead owns", "REASSIGN OWNED BY postgres TO r_rita; SELECT 1", ""},
	{"read what others ask the server", "SELECT 1 FROM pg_stat_activity WHERE usename <> session_user AND query <> '<insufficient privilege>'", ""},
	{"end another's connection", "SELECT 1 FROM pg_stat_activity WHERE usename = 'postgres' AND pg_terminate_backend(pid)", ""},
	{"call a function that a trigger calls", "SELECT brought('secret_set', '{}')", ""},
	{"make a trigger", "CREATE TRIGGER mine AFTER INSERT ON settings FOR EACH ROW EXECUTE FUNCTION runs_gone(); SELECT 1", ""},
	{"make a rule", "CREATE RULE mine AS ON INSERT TO settings DO NOTHING; SELECT 1", ""},
	{"make a view", "CREATE VIEW mine AS SELECT 1; SELECT 1", ""},
	{"make a temporary operator", "CREATE OPERATOR pg_temp.= (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text); SELECT 1", ""},
	{"have the server take samples of columns", "CREATE STATISTICS mine ON name, team FROM customers; SELECT 1", ""},
	{"load an extension", "CREATE EXTENSION dblink; SELECT 1", ""},
	{"copy rows past the policies", "COPY settings FROM PROGRAM 'true'", ""},
	{"copy rows into a file of the server", "COPY (SELECT 1) TO '/tmp/lotse-mine'", ""},
	{"put a file of the server into the database", "SELECT lo_import('/etc/hostname')", ""},
	{"put what is in the database into a file of the server", "SELECT lo_export(1, '/tmp/lotse-mine')", ""},
	{"put a run at a time that no calendar has", strings.Replace(appendRow, "changed => 0", "changed => 9000000000000000000", 1), "23514"},
	{"have it due at such a time", strings.Replace(appendRow, "due => NULL", "due => -62135596800001", 1), "23514"},
	{"put a run into a status that there is not", strings.Replace(appendRow, "'open'", "'closed'", 1), "23514"},
	{"begin a run in a mode that there is not", strings.Replace(appendRun, "'real', started", "'unreal', started", 1), "23514"},
	{"write an event of such a time", strings.Replace(appendEvent, "'{0}'", "'{-9000000000000000000}'", 1), "23514"},
	{"set up a subscription to all that is written", "SELECT pg_create_logical_replication_slot('mine', 'pgoutput')", ""},
}

// TestForbidden tries in each role what none may do, with what belongs to the own team, to
// everybody and to another team.
func TestForbidden(t *testing.T) {
	w := newWorld(t)
	w.c.Exec(t, w.database, "INSERT INTO lotse.settings (owner, key, value) VALUES ('postgres', 'lang', 'en')")
	w.c.Member(t, w.database, "r_vera", run.Reader)
	var all []target
	for _, team := range []string{"North", "", "South"} {
		x := w.seed(t, team)
		w.c.Exec(t, w.database, x.fill("INSERT INTO lotse.presence (run, owner) VALUES ({run}, 'postgres'); INSERT INTO lotse.secret_recipients VALUES ({secret}, 'r_vera')"))
		all = append(all, x)
	}
	for _, d := range forbidden {
		for _, role := range run.Roles {
			for _, x := range all {
				done, err := w.try(t.Context(), role, x.fill(d.sql))
				if done {
					t.Errorf("%s, as %s, of %q: it is done", d.what, role, x.team)
				}
				var e *pgconn.PgError
				if err != nil && !refusedBySQL(err) && (!errors.As(err, &e) || e.Code != d.code) {
					t.Errorf("%s, as %s, of %q: %v", d.what, role, x.team, err)
				}
			}
		}
	}
	if f, err := w.it.Examine(t.Context()); err != nil || len(f.Problems) > 0 || f.Events != int64(4*len(all)) {
		t.Errorf("what was tried has left %v in %d events, %v", f.Problems, f.Events, err)
	}
}

// TestStrangers: who is no member, and may connect all the same, has no row of what the team
// writes, whatever else they are on the server.
func TestStrangers(t *testing.T) {
	w := newWorld(t)
	x := w.seed(t, "")
	other := w.c.Database(t)
	w.c.Member(t, other, "f_lead_elsewhere", run.Lead)
	w.c.Exec(t, w.database, `CREATE ROLE f_anybody LOGIN; CREATE ROLE f_reads_all LOGIN IN ROLE pg_read_all_data; CREATE ROLE f_monitors LOGIN IN ROLE pg_monitor;
		CREATE ROLE f_makes_roles LOGIN CREATEROLE; GRANT CONNECT ON DATABASE `+w.database+` TO f_anybody, f_reads_all, f_monitors, f_makes_roles, f_lead_elsewhere`)
	open := []string{"keys", "procedures", "roles", "migrations"} // to who may read all tables of the server
	for _, name := range []string{"f_anybody", "f_reads_all", "f_monitors", "f_makes_roles", "f_lead_elsewhere"} {
		_, err := postgres.Open(t.Context(), w.c.URL(name, w.database), postgres.Options{Dir: t.TempDir()})
		refusedWith(t, err, "postgres.no_member", flows.ErrDenied)
		conn, err := pgx.Connect(t.Context(), w.c.URL(name, w.database))
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables(t, w) {
			var n int
			if err := conn.QueryRow(t.Context(), "SELECT count(*) FROM lotse."+table).Scan(&n); n > 0 && (name != "f_reads_all" || !slices.Contains(open, table)) {
				t.Errorf("%s reads %d rows of %s, %v", name, n, table, err)
			}
		}
		for _, sql := range []string{"log_of({run}, 0)", "newest(ARRAY[{run}])", "teams()", "my_role()", "erase({run}, 2)", "keep({file}, 1)", "enter({run})"} {
			if _, err := conn.Exec(t.Context(), "SELECT lotse."+x.fill(sql)); err == nil {
				t.Errorf("%s calls %s", name, sql)
			}
		}
		if err := conn.Close(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

// tables are all tables of the schema.
func tables(t *testing.T, w *world) []string {
	t.Helper()
	var all []string
	err := w.it.Read(t.Context(), func(tx wire.Tx) error {
		rows, err := tx.Query(t.Context(), "SELECT tablename::text FROM pg_tables WHERE schemaname = 'lotse'")
		if err == nil {
			all, err = wire.CollectRows(rows, wire.RowTo[string])
		}
		return err
	})
	if err != nil || len(all) < 20 {
		t.Fatal(all, err)
	}
	return all
}

// TestForgedRow: a row that a member has made illegible is one that says so, and closes
// neither the list nor a search to anybody; the next answer writes it as it has to be.
func TestForgedRow(t *testing.T) {
	w := newWorld(t)
	x, other := w.seed(t, "North"), w.seed(t, "South")
	for _, forged := range []string{"progress => 'x'", "news => '{'"} {
		name, _, _ := strings.Cut(forged, " ")
		if _, err := w.try(t.Context(), run.Consultant, x.fill(strings.NewReplacer(name+" => ''", forged, "words => ''", "words => 'wordless'").Replace(appendRow))); err != nil {
			t.Fatal(err)
		}
		for what, q := range map[string]run.Query{"all": {}, "words": {Text: "word"}} {
			page, err := w.lead.Headers(t.Context(), q)
			if err != nil || len(page.Runs) != 2 {
				t.Fatalf("%s, %s: %+v, %v", forged, what, page, err)
			}
			for _, h := range page.Runs {
				if (h.News.Code == "store.run_damaged") != (h.ID == x.log.Header.ID) {
					t.Errorf("%s, %s: of %s it is said %v", forged, what, h.ID, h.News)
				}
			}
		}
	}
	forgePlaces(t, w, x)
	if err := answers(t.Context(), w, w.lead, x); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{x.log.Header.ID, other.log.Header.ID} {
		if h, err := w.lead.Header(t.Context(), id); err != nil || h.News.Code != "" {
			t.Errorf("%+v, %v", h, err)
		}
	}
}

// forgePlaces has a run's text say places that cannot be read: its words are found still.
func forgePlaces(t *testing.T, w *world, x target) {
	t.Helper()
	for places, damaged := range map[string]bool{"": false, "{": true, "[1]": true, `[["value",""]]`: false} {
		forged := strings.NewReplacer("progress => ''", "progress => '0 3 0 0 0 0 1'", "body => ''", "body => 'a wordless text'", "places => ''", "places => '"+places+"'", "words => ''", "words => 'wordless'")
		if _, err := w.try(t.Context(), run.Consultant, x.fill(forged.Replace(appendRow))); err != nil {
			t.Fatal(err)
		}
		page, err := w.lead.Headers(t.Context(), run.Query{Text: "wordless"})
		if err != nil || len(page.Runs) != 1 || (page.Runs[0].News.Code == "store.run_damaged") != damaged {
			t.Errorf("%q: %+v, %v", places, page, err)
		}
		hits, err := w.lead.Find(t.Context(), run.FindQuery{Text: "wordless"})
		if err != nil || len(hits) != 1 || hits[0].Run.ID != x.log.Header.ID {
			t.Errorf("%q: %+v, %v", places, hits, err)
		}
	}
}
