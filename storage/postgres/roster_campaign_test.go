//go:build campaign

package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
)

// founded makes an empty database that a login without privileges but CREATEROLE owns,
// and a team in it.
func founded(t *testing.T) (c *pgtest.Cluster, database, owner string) {
	t.Helper()
	c = pgtest.Shared(t)
	database, owner = empty(t, c, "CREATEROLE")
	if _, err := postgres.Init(t.Context(), c.URL(owner, database), time.Now()); err != nil {
		t.Fatal(err)
	}
	return c, database, owner
}

// empty makes an empty database with an owner of its own.
func empty(t *testing.T, c *pgtest.Cluster, may string) (database, owner string) {
	t.Helper()
	database = strings.ToLower(strings.NewReplacer("/", "_", " ", "_").Replace(t.Name()))
	owner = database + "_it"
	c.Exec(t, "postgres", "CREATE ROLE "+owner+" LOGIN "+may)
	c.Exec(t, "postgres", "CREATE DATABASE "+database+" OWNER "+owner)
	return database, owner
}

// roster opens the roster as a login.
func roster(t *testing.T, c *pgtest.Cluster, login, database string) *postgres.Roster {
	t.Helper()
	r, err := postgres.OpenRoster(t.Context(), c.URL(login, database))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// refused checks the code of a refusal, and gives what it names.
func refused(t *testing.T, err error, kind flows.RefusalKind, code string) flows.Message {
	t.Helper()
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Kind != kind || r.Message.Code != code {
		t.Fatalf("refused with %v, want %s %s", err, kind, code)
	}
	return r.Message
}

// sqlOf is the SQL that a refusal hands over.
func sqlOf(t *testing.T, m flows.Message) string {
	t.Helper()
	sql, _ := m.Arg("sql")
	s, _ := sql.(string)
	if s == "" {
		t.Fatalf("%s hands over no SQL", m)
	}
	return s
}

func TestInit(t *testing.T) {
	c := pgtest.Shared(t)
	database, owner := empty(t, c, "CREATEROLE")
	first, err := postgres.Init(t.Context(), c.URL(owner, database), time.Now())
	if err != nil || first.From != 0 || first.To == 0 || len(first.Roles) != len(run.Roles) {
		t.Fatalf("%+v, %v", first, err)
	}
	again, err := postgres.Init(t.Context(), c.URL(owner, database), time.Now())
	if err != nil || again.From != first.To || len(again.Roles) != 0 {
		t.Fatalf("%+v, %v", again, err)
	}
	// A stranger of the same server does not come in.
	c.Exec(t, "postgres", "CREATE ROLE init_stranger LOGIN")
	if conn, err := pgx.Connect(t.Context(), c.URL("init_stranger", database)); err == nil {
		t.Error("a stranger may connect")
		_ = conn.Close(t.Context())
	}
	// A renamed database keeps its groups.
	c.Exec(t, "postgres", "ALTER DATABASE "+database+" RENAME TO init_renamed")
	renamed, err := postgres.Init(t.Context(), c.URL(owner, "init_renamed"), time.Now())
	if err != nil || len(renamed.Roles) != 0 {
		t.Fatalf("%+v, %v", renamed, err)
	}
	done, err := roster(t, c, owner, "init_renamed").Admit(t.Context(), "init_anna", run.Reader, nil)
	if err != nil || done.Member.Role != run.Reader {
		t.Fatalf("%+v, %v", done, err)
	}
	_, err = postgres.Init(t.Context(), c.URL("init_anna", "init_renamed"), time.Now())
	refused(t, err, flows.ErrDenied, "team.init_owner")
}

// What the owner may not do, somebody else can by the SQL that the refusal has; then
// it goes on.
func TestInitWithoutRights(t *testing.T) {
	c := pgtest.Shared(t)
	database, owner := empty(t, c, "")
	_, err := postgres.Init(t.Context(), c.URL(owner, database), time.Now())
	c.Exec(t, database, sqlOf(t, refused(t, err, flows.ErrDenied, "team.init_denied")))
	if _, err := postgres.Init(t.Context(), c.URL(owner, database), time.Now()); err != nil {
		t.Fatal(err)
	}
	_, err = roster(t, c, owner, database).Admit(t.Context(), "without_anna", run.Lead, nil)
	c.Exec(t, database, sqlOf(t, refused(t, err, flows.ErrDenied, "team.make_login")))
	_, err = roster(t, c, owner, database).Admit(t.Context(), "without_anna", run.Lead, nil)
	c.Exec(t, database, sqlOf(t, refused(t, err, flows.ErrDenied, "team.needs_owner")))
	if done, err := roster(t, c, owner, database).Admit(t.Context(), "without_anna", run.Lead, nil); err != nil || done.Member.Role != run.Lead {
		t.Fatalf("%+v, %v", done, err)
	}
}

// Neither the owner of the database nor one who may make roles.
func TestInitAsNobody(t *testing.T) {
	c := pgtest.Shared(t)
	database, _ := empty(t, c, "")
	c.Exec(t, "postgres", "CREATE ROLE init_nobody LOGIN")
	_, err := postgres.Init(t.Context(), c.URL("init_nobody", database), time.Now())
	c.Exec(t, database, sqlOf(t, refused(t, err, flows.ErrDenied, "team.init_denied"))+"GRANT CONNECT ON DATABASE "+database+" TO init_nobody")
	if _, err := postgres.Init(t.Context(), c.URL("init_nobody", database), time.Now()); err != nil {
		t.Fatal(err)
	}
}

// Groups that are there are nobody's invitation: a database of that name was here
// before.
func TestInitAfterAnother(t *testing.T) {
	c := pgtest.Shared(t)
	database, owner := empty(t, c, "CREATEROLE")
	c.Exec(t, "postgres", "CREATE ROLE "+database+"_lead NOLOGIN; CREATE ROLE after_anna LOGIN; GRANT "+database+"_lead TO after_anna")
	_, err := postgres.Init(t.Context(), c.URL(owner, database), time.Now())
	c.Exec(t, "postgres", sqlOf(t, refused(t, err, flows.ErrConflict, "team.role_taken")))
	if _, err := postgres.Init(t.Context(), c.URL(owner, database), time.Now()); err != nil {
		t.Fatal(err)
	}
}

// What is called as Lotse's schema and is not, or is not any more, is left as it is; and
// the administrator executes nothing that somebody has put there.
func TestInitBesideAnother(t *testing.T) {
	c := pgtest.Shared(t)
	c.Exec(t, "postgres", "CREATE ROLE beside_mallory LOGIN; CREATE ROLE beside_wide CREATEROLE")
	for i, tt := range []struct {
		made bool // by Init, before the SQL
		sql  string
		want string
		kind flows.RefusalKind
		then string // what makes it go; "" where nothing does
	}{
		{false, "CREATE SCHEMA lotse; CREATE TABLE lotse.ships (n integer)", "team.schema_taken", flows.ErrConflict, "ALTER SCHEMA lotse RENAME TO ships"},
		{false, "CREATE SCHEMA lotse; CREATE FUNCTION lotse.format(text, name) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$", "team.schema_taken", flows.ErrConflict, "DROP FUNCTION lotse.format"},
		{false, "CREATE SCHEMA lotse AUTHORIZATION beside_mallory", "team.schema_taken", flows.ErrConflict, "DROP SCHEMA lotse"},
		{false, "CREATE SCHEMA lotse; CREATE VIEW lotse.migrations AS SELECT 1 AS version, '' AS sum", "team.schema_taken", flows.ErrConflict, "DROP VIEW lotse.migrations"},
		{false, "CREATE SCHEMA lotse AUTHORIZATION beside_mallory; CREATE TABLE lotse.migrations (version integer, sum text)", "team.init_owner", flows.ErrDenied, "DROP SCHEMA lotse CASCADE"},
		{true, "ALTER SCHEMA lotse OWNER TO beside_mallory", "team.init_owner", flows.ErrDenied, "ALTER SCHEMA lotse OWNER TO postgres"},
		{true, "DELETE FROM lotse.migrations", "postgres.tampered", flows.ErrDamaged, ""},
		{true, "UPDATE lotse.migrations SET sum = 'x'", "postgres.tampered", flows.ErrDamaged, ""},
		{true, "DELETE FROM lotse.roles WHERE role = 'lead'", "postgres.tampered", flows.ErrDamaged, ""},
		{true, "UPDATE lotse.roles SET name = 'beside_wide' WHERE role = 'lead'", "team.role_wide", flows.ErrConflict, "ALTER ROLE beside_wide NOCREATEROLE"},
		{true, "UPDATE lotse.roles SET name = 'pg_execute_server_program' WHERE role = 'reader'", "team.role_wide", flows.ErrConflict, ""},
	} {
		database := fmt.Sprintf("beside%d", i)
		c.Exec(t, "postgres", "CREATE DATABASE "+database)
		if tt.made {
			if _, err := postgres.Init(t.Context(), c.URL("postgres", database), time.Now()); err != nil {
				t.Fatal(err)
			}
		}
		c.Exec(t, database, tt.sql)
		_, err := postgres.Init(t.Context(), c.URL("postgres", database), time.Now())
		refusedWith(t, err, tt.want, tt.kind)
		if tt.then == "" {
			continue
		}
		c.Exec(t, database, tt.then)
		if _, err := postgres.Init(t.Context(), c.URL("postgres", database), time.Now()); err != nil {
			t.Errorf("%s, after %s: %v", tt.sql, tt.then, err)
		}
	}
}

func TestInitLongName(t *testing.T) {
	c := pgtest.Shared(t)
	name := strings.Repeat("n", 53)
	c.Exec(t, "postgres", "CREATE DATABASE "+name)
	_, err := postgres.Init(t.Context(), c.URL("postgres", name), time.Now())
	refused(t, err, flows.ErrUsage, "team.long_database")
}

func TestInitAtOnce(t *testing.T) {
	c := pgtest.Shared(t)
	database, owner := empty(t, c, "CREATEROLE")
	results := make(chan error)
	for range 4 {
		go func() {
			_, err := postgres.Init(context.WithoutCancel(t.Context()), c.URL(owner, database), time.Now())
			results <- err
		}()
	}
	for range 4 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
}

func TestRoster(t *testing.T) {
	c, database, owner := founded(t)
	it := roster(t, c, owner, database)
	made, err := it.Admit(t.Context(), "Ro Lead", run.Lead, nil)
	if err != nil || !made.Login || made.Was != "" || made.Member.Role != run.Lead {
		t.Fatalf("%+v, %v", made, err)
	}
	// A lead lets in whoever has a login, and makes none.
	lead := roster(t, c, "Ro Lead", database)
	_, err = lead.Admit(t.Context(), "ro_anna", run.Consultant, []string{"North"})
	c.Exec(t, "postgres", sqlOf(t, refused(t, err, flows.ErrDenied, "team.make_login")))
	done, err := lead.Admit(t.Context(), "ro_anna", run.Consultant, []string{"North", "South"})
	if err != nil || done.Login || done.Member.Role != run.Consultant || !slices.Equal(done.Member.Teams, []string{"North", "South"}) || len(done.Made) != 2 {
		t.Fatalf("%+v, %v", done, err)
	}
	// One role a member, whichever way it goes.
	for _, role := range []run.Role{run.Reader, run.Auditor, run.Consultant} {
		if done, err = lead.Admit(t.Context(), "ro_anna", role, nil); err != nil || done.Member.Role != role {
			t.Fatalf("%+v, %v", done, err)
		}
	}
	_, err = lead.Admit(t.Context(), "ro_anna", run.Lead, nil)
	refused(t, err, flows.ErrDenied, "team.needs_owner")
	_, err = lead.Admit(t.Context(), "ro_new", "", nil)
	refused(t, err, flows.ErrUsage, "team.which_role")
	_, err = it.Admit(t.Context(), database+"_reader", run.Lead, nil)
	refused(t, err, flows.ErrUsage, "team.login_name")
	_, err = it.Admit(t.Context(), "postgres", run.Lead, nil)
	refused(t, err, flows.ErrDenied, "team.superuser")

	// A consultant sees the members and changes nothing.
	anna := roster(t, c, "ro_anna", database)
	all, err := anna.Members(t.Context())
	if err != nil || len(all) != 2 || all[0].Name != "Ro Lead" || all[1].Name != "ro_anna" {
		t.Fatalf("%+v, %v", all, err)
	}
	_, err = anna.Admit(t.Context(), "ro_anna", run.Lead, nil)
	refused(t, err, flows.ErrDenied, "team.denied")
	refused(t, anna.Dismiss(t.Context(), "Ro Lead", ""), flows.ErrDenied, "team.denied")
	refused(t, anna.Assign(t.Context(), "Muster GmbH", ""), flows.ErrDenied, "team.denied")

	if err := lead.Dismiss(t.Context(), "ro_anna", "South"); err != nil {
		t.Fatal(err)
	}
	refused(t, lead.Dismiss(t.Context(), "ro_anna", "South"), flows.ErrNotFound, "team.not_in_team")
	if err := lead.Dismiss(t.Context(), "ro_anna", ""); err != nil {
		t.Fatal(err)
	}
	refused(t, lead.Dismiss(t.Context(), "ro_anna", ""), flows.ErrNotFound, "team.no_member")
	if _, err := anna.Members(t.Context()); err == nil {
		t.Error("who was removed still reads")
	}
	refused(t, lead.Dismiss(t.Context(), "Ro Lead", ""), flows.ErrDenied, "team.needs_owner")
}

// Who is in by a role of the server that is not the team's is not said to be out.
func TestRosterByAnotherRole(t *testing.T) {
	c, database, owner := founded(t)
	c.Exec(t, "postgres", "CREATE ROLE by_helpdesk NOLOGIN; CREATE ROLE by_eva LOGIN; GRANT by_helpdesk TO by_eva; GRANT "+database+"_reader TO by_helpdesk")
	refused(t, roster(t, c, owner, database).Dismiss(t.Context(), "by_eva", ""), flows.ErrDenied, "team.still_in")
}

func TestAssign(t *testing.T) {
	c, database, owner := founded(t)
	c.Exec(t, database, `INSERT INTO lotse.teams VALUES ('North'), ('South');
		INSERT INTO lotse.customers (id, team, name, folded) VALUES ('a', '', 'Muster GmbH', 'muster gmbh'), ('b', 'North', 'Beispiel AG', 'beispiel ag'), ('c', 'South', 'Beispiel AG', 'beispiel ag')`)
	r := roster(t, c, owner, database)
	for range 2 {
		if err := r.Assign(t.Context(), " Muster GmbH", "North"); err != nil {
			t.Fatal(err)
		}
	}
	teams, err := r.Teams(t.Context())
	if want := []run.TeamSize{{Name: ""}, {Name: "North", Customers: 2}, {Name: "South", Customers: 1}}; err != nil || !slices.Equal(teams, want) {
		t.Errorf("%+v, %v", teams, err)
	}
	refused(t, r.Assign(t.Context(), "Beispiel AG", "West"), flows.ErrAmbiguous, "team.customers")
	refused(t, r.Assign(t.Context(), "Nobody", "West"), flows.ErrNotFound, "store.no_customer")
	if err := r.Assign(t.Context(), "Beispiel AG", "South"); err != nil { // there already
		t.Error(err)
	}
}
