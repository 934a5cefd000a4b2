//go:build campaign

package postgres_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

var update = flag.Bool("update", false, "write the table of rights into storage/README.md")

// The reach of a right: over no customer, over those of the own teams and everybody's,
// or over all.
const (
	none = "–"
	own  = "own"
	all  = "all"
)

// right is something that one may do, or not. Each is tried by the store's method,
// unless there is none, and by plain SQL.
type right struct {
	what  string
	reach [4]string // of a reader, a consultant, a lead, an auditor
	call  func(ctx context.Context, w *world, db *postgres.DB, x target) error
	sql   string // with {run} and so on; it is done when it touches or gives a row
}

// errNothing says of a call that it gave nothing.
var errNothing = errors.New("nothing there")

var (
	everybody   = [4]string{own, own, all, all}
	writers     = [4]string{none, own, all, none}
	leads       = [4]string{none, none, all, none}
	butAuditors = [4]string{own, own, all, none}
	anywhere    = [4]string{all, all, all, all}
	anyWriter   = [4]string{none, all, all, none}
)

const (
	// The parts of a call of append: the run's row, an event after the four that it has,
	// what a run is begun with.
	listedRow = `, title => 't', status => 'open', lang => 'en', changed => 0, due => NULL, progress => '', current => '', current_title => 'x',
		why => '', waits_for => '', waits_since => NULL, news => '', body => '', places => '', words => ''`
	oneEvent = `, ats => '{0}', bys => ARRAY[session_user::text], modes => '{real}', kinds => '{noted}', steps => '{""}', datas => ARRAY['{}'::bytea], salts => ARRAY['x'::bytea],
		sums => ARRAY['x'::bytea], prevs => ARRAY[coalesce((SELECT head FROM runs WHERE id = {run}), '')], hashes => ARRAY['x'::bytea]`
	beginning = `, procedure => 'p', version => 1, digest => {digest}, customer => {customer}, mode => 'real', started => 0`

	appendEvent = "SELECT 1 FROM append(which => {run}, before => 4" + listedRow + oneEvent + ")"
	appendRun   = "SELECT 1 FROM append(which => {new}, before => 0" + listedRow + oneEvent + beginning + ")"
	appendRow   = "SELECT 1 FROM append(which => {run}, before => 4" + listedRow + ")"

	insertEvent = `INSERT INTO events (run, seq, at, by, mode, kind, step, data, salt, sum, prev, hash) VALUES ({run}, 5, 0, session_user, 'real', 'noted', '', '{}', 'x', 'x', 'x', 'x')`
	insertRun   = `INSERT INTO runs (id, procedure, version, title, digest, customer, mode, status, lang, started, changed, events, head, due_key, progress, current, current_title, why, waits_for, news)
		SELECT {new}, 'p', 1, 't', {digest}, {customer}, 'real', 'open', 'en', 0, 0, 1, 'x', 0, '', '', '', '', '', ''`
	insertSecret = `INSERT INTO secrets (id, run, field, origin, fingerprint, blob, at) VALUES ({new}, {run}, 'f', '', '', 'x', 0)`
)

var rights = []right{
	{"list runs", everybody, listed(run.Query{}), "SELECT 1 FROM runs WHERE id = {run}"},
	{"the due list", everybody, listed(run.Query{Order: run.ByDue, DueBy: &someday}), "SELECT 1 FROM runs WHERE id = {run} AND due IS NOT NULL"},
	{"find words", everybody, finds, "SELECT 1 FROM texts t WHERE words @@ {word}::tsquery"},
	{"open a run, its log, a report; verify", everybody, opens, "SELECT 1 FROM events WHERE run = {run}"},
	{"open what was attached", everybody, opensFile, "SELECT 1 FROM files WHERE sum = {file}"},
	{"begin a run", writers, begins, appendRun},
	{"answer, tick, note, attach", writers, answers, appendEvent},
	{"change what the list says of a run", writers, nil, appendRow},
	{"keep what is typed and not submitted", writers, types, "INSERT INTO unsaved (run, step, item, row, col, text, at) VALUES ({run}, 's', 'i', '', '', 't', 0)"},
	{"redact", writers, erases, eraseSaid + "; SELECT 1 WHERE erase({run}, 2)"},
	{"redact a secret, the sealed one included, whoever sealed it", writers, erasesSecret, strings.Replace(eraseSaid, "[2]", "[4]", 1) + "; SELECT 1 WHERE erase({run}, 4)"},
	{"delete a run", leads, deletes, "DELETE FROM runs WHERE id = {run}"},
	{"add a customer", writers, nil, "INSERT INTO customers (id, team, name, folded) VALUES ({new}, {team}, {new}, {new})"},
	{"keep the address of a customer's page", writers, pages, "INSERT INTO pages (customer, system, address) VALUES ({customer}, 's', 'https://shop.example')"},
	{"give a customer to another team", leads, moves, "UPDATE customers SET team = 'West' WHERE id = {customer}"},
	{"delete a customer", leads, deletesCustomer, "DELETE FROM runs WHERE customer = {customer}; DELETE FROM customers WHERE id = {customer}"},
	{"seal a secret", writers, seals, insertSecret},
	{"see that there is a secret, and whose", butAuditors, seesSecret, "SELECT 1 FROM secrets WHERE id = {secret}"},
	{"forget somebody else's secret", leads, forgets, "DELETE FROM secrets WHERE id = {secret}"},
	{"say that one looks on", everybody, nil, "INSERT INTO presence (run) VALUES ({run})"},
	{"one's own settings", anywhere, sets, "INSERT INTO settings (key, value) VALUES ({new}, 'v')"},
	{"keep a file", anyWriter, keeps, "SELECT 1 FROM keep({word}, 1, '{a}')"},
	{"see who is in the team", anywhere, members, "SELECT 1 FROM roles"},
	{"let somebody in, and out", leads, admits, "INSERT INTO memberships (team, member) VALUES ('West', {new}::name)"},
}

// eraseSaid appends the event that says that another is erased.
var eraseSaid = strings.NewReplacer("{noted}", "{erased}", "'{}'::bytea", `'{"why":"asked","seqs":[2]}'::bytea`).Replace(appendEvent)

var someday = storetest.Epoch.AddDate(1, 0, 0)

// world is a team's database with a member of each role.
type world struct {
	c        *pgtest.Cluster
	database string
	it, lead *postgres.DB
	dbs      map[run.Role]*postgres.DB
	conns    map[run.Role]*pgx.Conn
	n        int
}

// the members, by role; all but the lead and the auditor are in the team North.
var person = map[run.Role]string{run.Reader: "r_rita", run.Consultant: "r_carl", run.Lead: "r_lena", run.Auditor: "r_adam"}

func newWorld(t *testing.T) *world {
	t.Helper()
	c := pgtest.Shared(t)
	w := &world{c: c, database: c.Database(t), dbs: map[run.Role]*postgres.DB{}, conns: map[run.Role]*pgx.Conn{}}
	c.Exec(t, w.database, "INSERT INTO lotse.teams VALUES ('North'), ('South'), ('West')")
	for role, name := range person {
		c.Member(t, w.database, name, role, "North")
		w.dbs[role] = w.open(t, name)
		conn, err := pgx.Connect(t.Context(), c.URL(name, w.database))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close(context.WithoutCancel(t.Context())) })
		w.conns[role] = conn
	}
	w.lead = w.dbs[run.Lead]
	w.it = w.open(t, "postgres")
	return w
}

func (w *world) open(t *testing.T, name string) *postgres.DB {
	t.Helper()
	return as(t, w.c, name, w.database)
}

// target is a customer of a team, with a run.
type target struct {
	team, new, word string
	customer        run.Customer
	log             *storetest.Log
	secret          string
	file            run.File
}

// seed makes a customer of a team, and a run with a secret, a file, and what somebody
// types, by the superuser.
func (w *world) seed(t *testing.T, team string) target {
	t.Helper()
	w.n++
	x := target{team: team, new: fmt.Sprintf("new%d", w.n), word: fmt.Sprintf("word%dword", w.n), secret: fmt.Sprintf("secret%d", w.n)}
	x.customer = run.Customer{ID: fmt.Sprintf("c%d", w.n), Name: fmt.Sprintf("Customer %d", w.n)}
	w.c.Exec(t, w.database, fmt.Sprintf("INSERT INTO lotse.customers (id, team, name, folded) VALUES ('%s', '%s', '%s', '%s')", x.customer.ID, team, x.customer.Name, x.customer.Name))
	x.log = storetest.NewLog(fmt.Sprintf("run%d", w.n), x.customer)
	x.log.Header.Due = &storetest.Epoch
	x.log.Add(run.EventStarted, map[string]any{"procedure": "teccom-import", "version": 1, "digest": storetest.ProcedureDigest})
	x.log.Answer("organisation", "HMS")
	var err error
	if x.file, err = w.it.Put(t.Context(), "order.txt", strings.NewReader(x.word)); err != nil {
		t.Fatal(err)
	}
	x.log.Add(run.EventAttached, map[string]any{"item": "client.organisation", "file": map[string]any{"name": x.file.Name, "sha256": x.file.Sum, "size": x.file.Size}})
	x.log.Add(run.EventSecretSet, map[string]any{"item": "client.key", "secret": x.secret})
	b := x.log.Batch(1)
	b.Index = append(b.Index, run.IndexEntry{Text: x.word})
	b.Secrets = []run.Sealed{{ID: x.secret, Run: x.log.Header.ID, Field: "client.key", Blob: []byte("age"), At: x.log.At}}
	if err := w.it.Append(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	if err := w.it.SaveUnsaved(t.Context(), run.Unsaved{Run: b.Header.ID, Step: "client", Item: "client.organisation", Text: "HM", At: x.log.At}); err != nil {
		t.Fatal(err)
	}
	return x
}

// fill puts a target into SQL.
func (x target) fill(sql string) string {
	for name, value := range map[string]string{
		"run": x.log.Header.ID, "customer": x.customer.ID, "team": x.team, "new": x.new, "word": x.word, "secret": x.secret, "file": x.file.Sum, "digest": storetest.ProcedureDigest,
	} {
		sql = strings.ReplaceAll(sql, "{"+name+"}", "'"+value+"'")
	}
	return sql
}

// try runs SQL as a member in one transaction, and reports whether it did anything.
func (w *world) try(ctx context.Context, role run.Role, sql string) (bool, error) {
	conn := w.conns[role]
	results, err := conn.PgConn().Exec(ctx, "SET search_path = lotse; "+sql).ReadAll()
	if _, reset := conn.Exec(ctx, "DISCARD ALL"); reset != nil {
		return false, reset
	}
	if err != nil {
		return false, err
	}
	last := results[len(results)-1]
	return last.CommandTag.RowsAffected() > 0, nil
}

// refusedBySQL reports whether it was a matter of rights: also that one's own customer or
// run is missing, which another team's is, or stands elsewhere.
func refusedBySQL(err error) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && (e.Code == "42501" || e.Code == "23503" || e.Code == "P0002")
}

// reached is the reach that was found, by where it was done.
func reached(did map[string]bool) string {
	switch done := [3]bool{did["North"], did[""], did["South"]}; done {
	case [3]bool{}:
		return none
	case [3]bool{true, true, false}:
		return own
	case [3]bool{true, true, true}:
		return all
	default:
		return fmt.Sprintf("own %t, everybody's %t, others' %t", done[0], done[1], done[2])
	}
}

// TestRights tries each right in each role, by method and by SQL, and holds
// storage/README.md to what it found.
func TestRights(t *testing.T) {
	w := newWorld(t)
	for _, r := range rights {
		for i, role := range run.Roles {
			byCall, bySQL := map[string]bool{}, map[string]bool{}
			for _, team := range []string{"North", "", "South"} {
				x := w.seed(t, team)
				if r.call != nil {
					err := r.call(t.Context(), w, w.dbs[role], x)
					byCall[team] = err == nil
					if err != nil && !errors.Is(err, flows.ErrDenied) && !errors.Is(err, flows.ErrNotFound) && !errors.Is(err, errNothing) {
						t.Errorf("%s, %s: %v", r.what, role, err)
					}
					x = w.seed(t, team)
				}
				done, err := w.try(t.Context(), role, x.fill(r.sql))
				bySQL[team] = done
				if err != nil && !refusedBySQL(err) {
					t.Errorf("%s, by SQL as %s, of %q: %v", r.what, role, team, err)
				}
			}
			if got := reached(bySQL); got != r.reach[i] {
				t.Errorf("%s, by SQL as %s: %s, want %s", r.what, role, got, r.reach[i])
			}
			if got := reached(byCall); r.call != nil && got != r.reach[i] {
				t.Errorf("%s, as %s: %s, want %s", r.what, role, got, r.reach[i])
			}
		}
	}
	holdReadme(t)
}

// The lines between which the table stands in storage/README.md.
const (
	tableBegins = "<!-- rights: written by go test -tags campaign ./storage/postgres -run TestRights -update -->\n"
	tableEnds   = "<!-- /rights -->\n"
)

func holdReadme(t *testing.T) {
	t.Helper()
	const file = "../README.md"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(b), tableBegins)
	_, after, ends := strings.Cut(rest, tableEnds)
	if !begins || !ends {
		t.Fatalf("%s has no place for the table", file)
	}
	var table strings.Builder
	table.WriteString("| | " + rolesLine() + " |\n|---|---|---|---|---|\n")
	for _, r := range rights {
		fmt.Fprintf(&table, "| %s | %s |\n", r.what, strings.Join(r.reach[:], " | "))
	}
	table.WriteString("\nNobody may, in whatever role:\n\n")
	for i, d := range forbidden {
		sep := ";"
		if i == len(forbidden)-1 {
			sep = "."
		}
		fmt.Fprintf(&table, "- %s%s\n", d.what, sep)
	}
	want := before + tableBegins + table.String() + tableEnds + after
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil { //nolint:gosec // as it was
			t.Fatal(err)
		}
		return
	}
	if string(b) != want {
		t.Errorf("the table of rights in storage/README.md is not what is tried here: run with -update")
	}
}

func rolesLine() string {
	var names []string
	for _, r := range run.Roles {
		names = append(names, string(r))
	}
	return strings.Join(names, " | ")
}

func listed(q run.Query) func(context.Context, *world, *postgres.DB, target) error {
	return func(ctx context.Context, _ *world, db *postgres.DB, x target) error {
		q.Customer = x.customer.ID
		page, err := db.Headers(ctx, q)
		return something(len(page.Runs), err)
	}
}

func something(n int, err error) error {
	if err == nil && n == 0 {
		return errNothing
	}
	return err
}

func finds(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	hits, err := db.Find(ctx, run.FindQuery{Text: x.word})
	return something(len(hits), err)
}

func opens(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	if _, err := db.Header(ctx, x.log.Header.ID); err != nil {
		return err
	}
	if _, err := db.Document(ctx, x.log.Header.Digest); err != nil {
		return err
	}
	events, err := db.Events(ctx, x.log.Header.ID, 0)
	return something(len(events), err)
}

func opensFile(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	content, err := db.Open(ctx, x.file.Sum)
	if err != nil {
		return err
	}
	return content.Close()
}

func begins(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	l := storetest.NewLog(x.new, x.customer)
	l.Add(run.EventStarted, map[string]any{})
	return db.Append(ctx, l.Batch(1))
}

func answers(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	x.log.Answer("organisation", "Muster")
	return db.Append(ctx, x.log.Batch(5))
}

func types(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	return db.SaveUnsaved(ctx, run.Unsaved{Run: x.log.Header.ID, Step: "client", Item: "client.street", Text: "Ha", At: x.log.At})
}

func erases(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	x.log.Add(run.EventErased, map[string]any{"why": "asked", "seqs": []int64{2}})
	return db.Erase(ctx, []int64{2}, x.log.Batch(5))
}

func erasesSecret(ctx context.Context, w *world, db *postgres.DB, x target) error {
	x.log.Add(run.EventErased, map[string]any{"why": "asked", "seqs": []int64{4}})
	if err := db.Erase(ctx, []int64{4}, x.log.Batch(5)); err != nil {
		return err
	}
	if _, err := w.it.Secret(ctx, x.secret); !errors.Is(err, flows.ErrNotFound) {
		return errors.Join(errors.New("the secret is left"), err)
	}
	return nil
}

func deletes(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	return db.DeleteRun(ctx, x.log.Header.ID)
}

func pages(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	return db.SetPage(ctx, x.customer.ID, "shop", "https://shop.example")
}

func deletesCustomer(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	return db.DeleteCustomer(ctx, x.customer.ID)
}

func seals(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	x.log.Add(run.EventSecretSet, map[string]any{"item": "client.key"})
	b := x.log.Batch(5)
	b.Secrets = []run.Sealed{{ID: x.new, Run: x.log.Header.ID, Field: "client.key", Blob: []byte("age"), At: x.log.At}}
	return db.Append(ctx, b)
}

func seesSecret(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	_, err := db.Secret(ctx, x.secret)
	return err
}

func forgets(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	return db.Forget(ctx, x.secret)
}

func sets(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	return db.SetSetting(ctx, x.new, "v")
}

func keeps(ctx context.Context, _ *world, db *postgres.DB, x target) error {
	_, err := db.Put(ctx, "new.txt", strings.NewReader(x.new))
	return err
}

func members(ctx context.Context, _ *world, db *postgres.DB, _ target) error {
	found, err := db.Members(ctx)
	return something(len(found), err)
}

// withRoster does something with the roster, as the member of a database.
func withRoster(ctx context.Context, w *world, db *postgres.DB, do func(*postgres.Roster) error) error {
	r, err := postgres.OpenRoster(ctx, w.c.URL(db.Me().Name, w.database))
	if err != nil {
		return err
	}
	return errors.Join(do(r), r.Close())
}

func moves(ctx context.Context, w *world, db *postgres.DB, x target) error {
	return withRoster(ctx, w, db, func(r *postgres.Roster) error { return r.Assign(ctx, x.customer.Name, "West") })
}

func admits(ctx context.Context, w *world, db *postgres.DB, x target) error {
	return withRoster(ctx, w, db, func(r *postgres.Roster) error {
		if _, err := r.Admit(ctx, person[run.Reader], run.Reader, []string{"West"}); err != nil {
			return err
		}
		return r.Dismiss(ctx, person[run.Reader], "West")
	})
}

// TestRightsOfNobody: who has a login on the server, and who was a member, has nothing
// of the database, also over a connection that is open still.
func TestRightsOfNobody(t *testing.T) {
	w := newWorld(t)
	x := w.seed(t, "")
	db := w.dbs[run.Consultant]
	if err := answers(t.Context(), w, db, x); err != nil {
		t.Fatal(err)
	}
	w.c.Exec(t, w.database, fmt.Sprintf("REVOKE %s_consultant FROM %s", w.database, person[run.Consultant]))
	for _, r := range rights {
		x := w.seed(t, "")
		if r.call != nil {
			if err := r.call(t.Context(), w, db, x); err == nil {
				t.Errorf("%s: still done after the removal", r.what)
			} else if !errors.Is(err, flows.ErrDenied) {
				t.Errorf("%s: refused with %v", r.what, err)
			}
		}
		if done, err := w.try(t.Context(), run.Consultant, x.fill(r.sql)); done || err == nil {
			t.Errorf("%s: still done by SQL after the removal", r.what)
		}
	}
}
