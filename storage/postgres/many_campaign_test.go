//go:build campaign

package postgres_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// The members of a seeded database.
const (
	lead       = "Erika Muster"
	consultant = "Mia Muster"  // of five teams of ten
	reader     = "Rolf Muster" // of one
	auditor    = "Ada Muster"
)

// seeded is a database with n runs of 100 customers of ten teams, as they are after
// some weeks of work.
func seeded(t testing.TB, n int) (c *pgtest.Cluster, database string) {
	t.Helper()
	c = pgtest.Shared(t)
	database = c.Database(t)
	c.Member(t, database, lead, run.Lead, "team0", "team1", "team2", "team3", "team4", "team5", "team6", "team7", "team8", "team9")
	c.Member(t, database, consultant, run.Consultant, "team0", "team1", "team2", "team3", "team4")
	c.Member(t, database, reader, run.Reader, "team9")
	c.Member(t, database, auditor, run.Auditor)
	c.Exec(t, database, strings.NewReplacer("{n}", fmt.Sprint(n), "{epoch}", fmt.Sprint(storetest.Epoch.UnixMilli()),
		"{procedure}", storetest.Procedure, "{digest}", storetest.ProcedureDigest).Replace(seed))
	c.Exec(t, database, "VACUUM ANALYZE") // as the server does by itself
	return c, database
}

// many is a seeded database of many runs that tests share which write nothing to it.
func many(t testing.TB) (c *pgtest.Cluster, database string) {
	t.Helper()
	manyRuns.Do(func() { _, manyRuns.database = seeded(t, manyOf) })
	return pgtest.Shared(t), manyRuns.database
}

const manyOf = 10_000

var manyRuns = struct {
	sync.Once
	database string
}{}

// seed is written past the triggers, which tell everybody of each run.
const seed = `
SET search_path = lotse;
SET session_replication_role = replica;
INSERT INTO procedures VALUES ('{digest}', 1, '{procedure}');
INSERT INTO customers (id, team, name, folded)
	SELECT 'c' || i, 'team' || i % 10, 'Muster ' || i || ' GmbH', 'muster ' || i || ' gmbh' FROM generate_series(0, 99) i;
INSERT INTO runs (id, team, procedure, version, title, digest, customer, customer_key, mode, status, lang,
		started, changed, events, head, due, due_key, progress, current, current_title, why, waits_for, waits_since, news)
	SELECT lpad(to_hex(i * 2654435761 % 4294967296), 8, '0'), c.team, 'teccom-import', 1, 'Import from TecCom', '{digest}', c.id, c.folded, 'real',
		(ARRAY['open', 'waiting', 'done'])[1 + i % 3], 'en',
		{epoch} + i * 60000, {epoch} + i * 60000, 1, '\x', CASE i % 10 WHEN 0 THEN {epoch} + i * 3600000 END,
		CASE i % 10 WHEN 0 THEN {epoch} + i * 3600000 ELSE 9223372036854775807 END,
		'0 3 0 0 0 0 1', 'client', 'Create a client', '1 field is missing', '', NULL, ''
	FROM generate_series(0::bigint, {n} - 1) i JOIN customers c ON c.id = 'c' || i % 97;
INSERT INTO versions SELECT id, digest FROM runs;
INSERT INTO counts SELECT team, status, count(*) FROM runs GROUP BY 1, 2;
INSERT INTO texts (n, body, places, words)
	SELECT r.n, b.body, '', to_tsvector('simple', b.body) FROM runs r, LATERAL (
		SELECT 'Muster' || chr(10) || r.procedure || chr(10) || 'K7M4RX' || to_char(r.n, 'FM000000') || chr(10) || 'erika' || r.n % 977 || ' example org' || chr(10)
			|| string_agg('Order ' || j || ' of ' || r.n % 31 || ' is confirmed by telephone, word' || (r.n * 7 + j * 13) % 4001, chr(10))
			|| CASE WHEN r.n <= least({n} / 5, 5000) THEN chr(10) || 'erstwhile' ELSE '' END AS body
		FROM generate_series(0, 19) j) b;
`

// as opens a database as a member.
func as(t testing.TB, c *pgtest.Cluster, member, database string) *postgres.DB {
	t.Helper()
	db, err := postgres.Open(t.Context(), c.URL(member, database), postgres.Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}
