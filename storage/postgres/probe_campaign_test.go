//go:build campaign

package postgres_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// probe asks, by plain SQL, for what another team has. The answer must be the same, to the
// letter, as where there is no such thing.
type probe struct {
	what string
	sql  string // with {run} and so on, and {name} for the customer's name
}

var probes = []probe{
	{"rows", "SELECT 1 FROM runs WHERE id = {run}"},
	{"rows locked for oneself", "SELECT 1 FROM secrets WHERE id = {secret} FOR UPDATE"},
	{"rows copied", "COPY (SELECT * FROM events WHERE run = {run}) TO STDOUT"},
	{"the number of rows", "SELECT count(*) FROM evidence WHERE sum = {file}"},
	{"the counts", "SELECT sum(runs) FROM counts"},
	{"the teams", "SELECT name FROM teams WHERE name = 'South'"},
	{"who is in a team", "SELECT 1 FROM memberships WHERE team = 'South'"},
	{"a log by its function", "SELECT * FROM log_of({run}, 0)"},
	{"the newest event by its function", "SELECT * FROM newest(ARRAY[{run}])"},
	{"words by their function", "SELECT * FROM found({word}::tsquery, ARRAY['open'], NULL, NULL, NULL, NULL, 9)"},
	{"words of a customer's runs", "SELECT * FROM found({word}::tsquery, ARRAY['open'], {customer}, NULL, ARRAY[{run}], NULL, 9)"},
	{"a file by its number", "SELECT sees_file((SELECT n FROM files WHERE sum = {file}))"},
	{"all files by their numbers", "SELECT n FROM generate_series(1, 1000) n WHERE sees_file(n) AND NOT EXISTS (SELECT 1 FROM files f WHERE f.n = n)"},
	{"erasing an event", "SELECT erase({run}, 2)"},
	{"going on with a run", appendEvent},
	{"going on with a run from its head", strings.Replace(appendEvent, "before => 4", "before => 0", 1)},
	{"beginning a run of a customer", appendRun},
	{"looking on at a run", "SELECT enter({run})"},
	{"typing into a run", "INSERT INTO unsaved (run, step, item, row, col, text, at) VALUES ({run}, 's', 'i', '', '', 't', 0)"},
	{"a version of a run", "INSERT INTO versions (run, digest) VALUES ({run}, {digest})"},
	{"a version of a run, were there none", "INSERT INTO versions (run, digest) VALUES ({run}, {digest}) ON CONFLICT DO NOTHING"},
	{"a file of an event", "INSERT INTO evidence (sum, run, seq) VALUES ({file}, {run}, 3)"},
	{"a secret of a run", insertSecret},
	{"whom a secret opens for", "INSERT INTO secret_recipients (secret, member) VALUES ({secret}, session_user)"},
	{"a customer by the name", "INSERT INTO customers (id, team, name, folded) VALUES ({new}, 'South', {name}, 'x')"},
	{"a customer by the name, were there none", "INSERT INTO customers (id, team, name, folded) VALUES ({new}, 'South', {name}, 'x') ON CONFLICT DO NOTHING"},
	{"a customer's page", "INSERT INTO pages (customer, system, address) VALUES ({customer}, 's', 'x')"},
	{"a customer by deleting them", "DELETE FROM customers WHERE id = {customer}"},
	{"a run by deleting it", "DELETE FROM runs WHERE id = {run}"},
	{"a value by an error that names it", "SELECT 1 FROM customers WHERE name = {name} AND name::integer = 1"},
	{"a value by the time of a division", "SELECT 1 FROM runs WHERE id = {run} AND 1 / (events - 4) > 0"},
	{"the server's samples", "SELECT most_common_vals, histogram_bounds FROM pg_stats WHERE tablename = 'customers'"},

	{"an estimate of a customer's name", "EXPLAIN SELECT 1 FROM customers WHERE name = {name}"},
	{"an estimate of names before it", "EXPLAIN SELECT 1 FROM customers WHERE name < {name}"},
	{"an estimate of names as they are searched", "EXPLAIN SELECT 1 FROM customers WHERE folded < {name}"},
	{"an estimate of a run's customer", "EXPLAIN SELECT 1 FROM runs WHERE customer_key = {name}"},
	{"an estimate of what is waited for", "EXPLAIN SELECT 1 FROM runs WHERE waits_for = {name}"},
	{"an estimate of what is in its way", "EXPLAIN SELECT 1 FROM runs WHERE why = {name}"},
	{"an estimate of answers", "EXPLAIN SELECT 1 FROM events WHERE data = {name}::bytea"},
	{"an estimate of answers before it", "EXPLAIN SELECT 1 FROM events WHERE data < {name}::bytea"},
	{"an estimate of who wrote", "EXPLAIN SELECT 1 FROM events WHERE by = {name}"},
	{"an estimate of texts", "EXPLAIN SELECT 1 FROM texts WHERE body < {name}"},
	{"an estimate of what is typed", "EXPLAIN SELECT 1 FROM unsaved WHERE text < {name}"},
	{"an estimate of settings", "EXPLAIN SELECT 1 FROM settings WHERE value < {name}"},
	{"an estimate of addresses", "EXPLAIN SELECT 1 FROM pages WHERE address = {name}"},
	{"an estimate of fingerprints", "EXPLAIN SELECT 1 FROM secrets WHERE fingerprint = {name}"},
}

// much fills another team's tables with a name, so that the server has samples to go by.
const much = `SET search_path = lotse; SET session_replication_role = replica;
INSERT INTO customers (id, team, name, folded) SELECT 'm' || i, 'South', {name} || i, {name} || i FROM generate_series(1, 400) i;
INSERT INTO runs (id, team, procedure, version, title, digest, customer, customer_key, mode, status, lang, started, changed, events, head,
		due_key, progress, current, current_title, why, waits_for, news)
	SELECT 'm' || i, 'South', 'p', 1, {name}, {digest}, 'm' || i, {name}, 'real', 'open', 'en', 0, i, 1, 'x', i, {name}, {name}, {name}, {name}, {name}, {name} FROM generate_series(1, 400) i;
INSERT INTO events (run, seq, at, by, writer, mode, kind, step, data, salt, sum, prev, hash)
	SELECT 'm' || i, 1, 0, {name}, {name}, 'real', 'noted', {name}, {name}::bytea, 'x', 'x', 'x', 'x' FROM generate_series(1, 400) i;
INSERT INTO texts (n, body, places, words) SELECT n, {name}, '', '' FROM runs WHERE title = {name};
INSERT INTO unsaved (owner, run, step, item, row, col, text, at) SELECT {name}, 'm' || i, {name}, {name}, '', '', {name}, 0 FROM generate_series(1, 400) i;
INSERT INTO settings (owner, key, value) SELECT {name}, {name} || i, {name} FROM generate_series(1, 400) i;
INSERT INTO pages (customer, system, address) SELECT 'm' || i, {name}, {name} FROM generate_series(1, 400) i;
INSERT INTO secrets (id, run, owner, field, origin, fingerprint, blob, at) SELECT 'm' || i, 'm' || i, {name}, {name}, {name}, {name}, {name}::bytea, 0 FROM generate_series(1, 400) i;
ANALYZE`

// TestProbes: who is of another team learns nothing by asking, not what there is and not
// that there is something: by rows, by what is refused, by what is unique, or by what the
// server estimates.
func TestProbes(t *testing.T) {
	w := newWorld(t)
	x := w.seed(t, "South")
	w.seed(t, "North")
	w.c.Exec(t, w.database, fillName(x, much))
	absent := target{
		team: "South", new: x.new, word: "absent", secret: "absent", customer: run.Customer{ID: "absent", Name: "Absent"},
		log: &storetest.Log{Header: run.Header{ID: "absent"}}, file: run.File{Sum: strings.Repeat("0", 64)},
	}
	for _, role := range []run.Role{run.Reader, run.Consultant} {
		for _, p := range probes {
			there, missing := w.answer(t, role, x, p.sql), w.answer(t, role, absent, p.sql)
			if there != missing {
				t.Errorf("%s, as %s, tells what another team has:\n%s\nand where there is nothing:\n%s", p.what, role, there, missing)
			}
		}
	}
}

func fillName(x target, sql string) string {
	return x.fill(strings.ReplaceAll(sql, "{name}", "'"+x.customer.Name+"'"))
}

// answer is all that the server says to SQL, without what was asked for. Nothing is done.
func (w *world) answer(t *testing.T, role run.Role, x target, sql string) string {
	t.Helper()
	conn := w.conns[role].PgConn()
	results, err := conn.Exec(t.Context(), "BEGIN; SET LOCAL search_path = lotse; "+fillName(x, sql)).ReadAll()
	if _, rolled := conn.Exec(t.Context(), "ROLLBACK").ReadAll(); rolled != nil {
		t.Fatal(rolled)
	}
	var all strings.Builder
	for _, r := range results {
		fmt.Fprintln(&all, r.CommandTag)
		for _, row := range r.Rows {
			fmt.Fprintf(&all, "%s\n", row)
		}
	}
	fmt.Fprintln(&all, err)
	return strings.NewReplacer(x.log.Header.ID, "?", x.customer.ID, "?", x.customer.Name, "?", x.word, "?", x.secret, "?", x.file.Sum, "?",
		fmt.Sprintf("\\x%x", x.customer.Name), "?").Replace(all.String())
}

// sampled are the columns of which the server keeps samples, that every member can get at
// by what it estimates: ids, sums, times and kinds, by which it plans.
var sampled = []string{
	"contents.run", "counts.status", "counts.team", "customers.id", "customers.team", "events.kind", "events.mode", "events.run",
	"evidence.run", "evidence.sum", "files.sum", "keys.member", "keys.recipient", "memberships.team", "pages.customer", "presence.run",
	"procedures.digest", "procedures.doc", "runs.customer", "runs.digest", "runs.id", "runs.mode", "runs.procedure", "runs.status", "runs.team",
	"secret_recipients.secret", "secrets.id", "secrets.run", "teams.name", "texts.words", "unsaved.run", "versions.digest", "versions.run",
}

// TestSamples holds that of no other column with text or bytes samples are kept: one that
// is added has to be thought of.
func TestSamples(t *testing.T) {
	c := pgtest.Shared(t)
	conn, err := pgx.Connect(t.Context(), c.URL("postgres", c.Database(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(t.Context())) }()
	rows, err := conn.Query(t.Context(), `SELECT c.relname || '.' || a.attname COLLATE "C" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
		WHERE c.relnamespace = 'lotse'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND a.attnum > 0 AND a.attstattarget <> 0
			AND coalesce(nullif(t.typbasetype, 0), t.oid) IN ('text'::regtype, 'name'::regtype, 'bytea'::regtype, 'tsvector'::regtype) ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	got, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil || !slices.Equal(got, sampled) {
		t.Errorf("sampled are %q, %v", got, err)
	}
}
