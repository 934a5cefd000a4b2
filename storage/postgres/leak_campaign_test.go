//go:build campaign

package postgres_test

import (
	"context"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows/run"
)

// TestPoliciesDoNotLeak: with the right to make temporary objects, which a team's
// database takes away, a consultant still learns nothing of another team's runs: not by
// a function that tells what it is given, not by shadowing what the schema's own
// functions look at, not by a collision, and not by copying a table.
func TestPoliciesDoNotLeak(t *testing.T) {
	w := newWorld(t)
	x := w.seed(t, "South")
	mine := w.seed(t, "North")
	w.c.Exec(t, w.database, "GRANT TEMPORARY ON DATABASE "+w.database+" TO "+person[run.Consultant])
	cfg, err := pgx.ParseConfig(w.c.URL(person[run.Consultant], w.database))
	if err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	cfg.OnNotice = func(_ *pgconn.PgConn, n *pgconn.Notice) { told.WriteString(n.Message + "\n") }
	conn, err := pgx.ConnectConfig(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(t.Context())) }()

	for _, sql := range []string{
		"CREATE FUNCTION pg_temp.tell(x text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS 'BEGIN RAISE NOTICE ''%'', x; RETURN true; END'",
		"SELECT id FROM lotse.runs WHERE pg_temp.tell(id)",
		"SELECT body FROM lotse.texts WHERE pg_temp.tell(body)",
		"SELECT sum FROM lotse.evidence WHERE pg_temp.tell(run)",
		"SELECT id FROM lotse.secrets WHERE pg_temp.tell(id)",
		"SELECT 1 FROM lotse.runs WHERE id::integer = 1",
		"CREATE TEMP TABLE memberships AS SELECT 'South'::text AS team, session_user AS member",
		"CREATE TEMP TABLE teams AS SELECT 'South'::text AS name",
		"CREATE FUNCTION pg_temp.teams() RETURNS text[] LANGUAGE sql AS $$ SELECT ARRAY['South'] $$",
		"SET search_path = pg_temp, lotse",
		"SELECT pg_temp.tell(id) FROM lotse.runs",
		"SELECT pg_temp.tell(n.id) FROM lotse.found('" + x.word + "'::tsquery, ARRAY['open'], NULL, NULL, NULL, NULL, 9) n",
		"DROP OWNED BY " + w.database + "_consultant",
	} {
		_, err := conn.Exec(t.Context(), sql)
		if err != nil {
			told.WriteString(err.Error() + "\n")
		}
	}
	if _, err := conn.PgConn().CopyTo(t.Context(), &told, "COPY lotse.events TO STDOUT"); err == nil && !strings.Contains(told.String(), mine.log.Header.ID) {
		t.Error("nothing was copied at all")
	}
	for _, secret := range []string{x.log.Header.ID, x.word, x.secret, x.customer.Name} {
		if strings.Contains(told.String()+"\n", secret+"\n") || strings.Contains(told.String(), secret+"\t") {
			t.Errorf("%q of another team is told:\n%s", secret, told.String())
		}
	}
	if !strings.Contains(told.String(), mine.log.Header.ID) {
		t.Fatalf("the own run is not told either:\n%s", told.String())
	}

	// What collides with another team's is refused as what may not be there, and not as
	// what is there already.
	for _, sql := range []string{
		"INSERT INTO customers (id, team, name, folded) VALUES ({new}, 'South', '" + x.customer.Name + "', 'x')",
		appendEvent,
		appendRun,
	} {
		_, there := w.try(t.Context(), run.Consultant, x.fill(sql))
		absent := x
		absent.customer.ID, absent.log.Header.ID = "no-such", "no-such"
		_, missing := w.try(t.Context(), run.Consultant, absent.fill(strings.ReplaceAll(sql, x.customer.Name, "Nobody")))
		if there == nil || missing == nil || strings.ReplaceAll(there.Error(), x.log.Header.ID, "") != strings.ReplaceAll(missing.Error(), "no-such", "") {
			t.Errorf("%s\nthere: %v\nmissing: %v", sql, there, missing)
		}
	}

	// What dropping took away would be missed now.
	if err := answers(t.Context(), w, w.dbs[run.Consultant], mine); err != nil {
		t.Errorf("DROP OWNED took a right away: %v", err)
	}
}

// TestBroughtByAnother: an event by somebody else's name says who wrote it.
func TestBroughtByAnother(t *testing.T) {
	w := newWorld(t)
	x := w.seed(t, "North")
	db := w.dbs[run.Consultant]
	x.log.Answer("organisation", "Muster") // by Erika Muster
	if err := db.Append(t.Context(), x.log.Batch(5)); err != nil {
		t.Fatal(err)
	}
	events, err := w.lead.Events(t.Context(), x.log.Header.ID, 4)
	if err != nil || len(events) != 1 || events[0].By != "Erika Muster" || events[0].Writer != person[run.Consultant] {
		t.Fatalf("%+v, %v", events, err)
	}
	if m := events[0].Who(); m.Code != "event.brought" {
		t.Errorf("it is said to be of %s", m)
	}
}
