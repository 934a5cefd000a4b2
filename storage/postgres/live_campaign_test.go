//go:build campaign

package postgres_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
)

// team is a database of two teams: Anna and Ben are of north, Cleo of south.
type team struct {
	*pgtest.Cluster
	t    testing.TB
	name string
}

func newTeam(t testing.TB, c *pgtest.Cluster) team {
	t.Helper()
	name := c.Database(t)
	c.Member(t, name, "Anna", run.Consultant, "north")
	c.Member(t, name, "Ben", run.Consultant, "north")
	c.Member(t, name, "Cleo", run.Consultant, "south")
	c.Member(t, name, "Lena", run.Lead)
	c.Member(t, name, "Otto", run.Auditor)
	c.Exec(t, name, `SET search_path = lotse;
		INSERT INTO procedures VALUES ('d', 1, '');
		INSERT INTO customers VALUES ('n', 'north', 'North Ltd', 'north ltd'), ('s', 'south', 'South Ltd', 'south ltd')`)
	return team{c, t, name}
}

func (x team) open(who string) *postgres.DB {
	x.t.Helper()
	db, err := postgres.Open(x.t.Context(), x.URL(who, x.name), postgres.Options{Dir: x.t.TempDir()})
	if err != nil {
		x.t.Fatal(err)
	}
	x.t.Cleanup(func() { _ = db.Close() })
	return db
}

// begin begins a run of a customer, go writes its next event, both as somebody.
func (x team) begin(who, id, customer string) {
	x.t.Helper()
	x.as(who, strings.NewReplacer("{new}", "'"+id+"'", "{run}", "''", "{digest}", "'d'", "{customer}", "'"+customer+"'").Replace(appendRun))
}

func (x team) write(who, id string, seq int) {
	x.t.Helper()
	x.as(who, strings.NewReplacer("{run}", "'"+id+"'", "before => 4", fmt.Sprintf("before => %d", seq-1)).Replace(appendEvent))
}

func (x team) as(who, sql string) {
	x.t.Helper()
	x.Exec(x.t, x.name, `SET SESSION AUTHORIZATION "`+who+`"; SET search_path = lotse; `+sql)
}

// ear is what somebody hears.
type ear struct {
	mu  sync.Mutex
	all []run.Written
}

func (e *ear) tell(w run.Written) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.all = append(e.all, w)
}

// since gives what was heard since it was asked last, once enough says so.
func (e *ear) since(t testing.TB, enough func([]run.Written) bool) []run.Written {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
		e.mu.Lock()
		heard := slices.Clone(e.all)
		if enough(heard) {
			e.all = nil
			e.mu.Unlock()
			return heard
		}
		e.mu.Unlock()
		if time.Now().After(end) {
			t.Fatalf("it hears %+v", heard)
		}
	}
}

func has(w run.Written) func([]run.Written) bool {
	return func(all []run.Written) bool { return slices.Contains(all, w) }
}

// listen watches until the test ends.
func listen(t testing.TB, db *postgres.DB) *ear {
	t.Helper()
	e := &ear{}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- db.Watch(ctx, e.tell) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	e.since(t, has(run.Written{}))
	return e
}

// Everybody hears of others' changes, with who: of those that they may see.
func TestWatch(t *testing.T) {
	x := newTeam(t, pgtest.Shared(t))
	ben, cleo := listen(t, x.open("Ben")), listen(t, x.open("Cleo"))
	x.begin("Anna", "run-north", "n")
	x.write("Anna", "run-north", 2)
	x.begin("Cleo", "run-south", "s")
	ben.since(t, has(run.Written{Run: "run-north", By: "Anna"}))
	for _, w := range cleo.since(t, has(run.Written{Run: "run-south", By: "Cleo"})) { // another program of hers
		if w.Run != "run-south" {
			t.Errorf("Cleo hears %+v", w)
		}
	}

	// What one no longer sees is gone, and who saw to that is not said.
	x.as("Lena", "UPDATE lotse.customers SET team = 'south' WHERE id = 'n'")
	ben.since(t, has(run.Written{Run: "run-north", Gone: true}))
	cleo.since(t, has(run.Written{Run: "run-north", By: "Anna"}))
	x.as("Lena", "DELETE FROM lotse.runs WHERE id = 'run-south'")
	cleo.since(t, has(run.Written{Run: "run-south", Gone: true}))
}

// What anybody says on the channel is believed as far as the store says the same.
func TestWatchBelievesTheStore(t *testing.T) {
	x := newTeam(t, pgtest.Shared(t))
	x.begin("Anna", "run-north", "n")
	x.begin("Lena", "run-last", "s")
	cleo := listen(t, x.open("Cleo"))
	for _, payload := range []string{"", "no JSON", `{"run":7}`, `{"run":""}`, `{"run":"run-north","by":"Lena"}`, `{"run":"run-last","by":"Anna","seq":9}`} {
		x.as("Anna", "SELECT pg_notify('lotse', '"+payload+"')")
	}
	if all := cleo.since(t, func(all []run.Written) bool { return len(all) > 0 }); len(all) != 1 || all[0] != (run.Written{Run: "run-last", By: "Lena"}) {
		t.Errorf("it hears %+v", all)
	}
}

// A notification that no text of the server can be does not end the listening.
func TestWatchOutlastsForgery(t *testing.T) {
	x := newTeam(t, pgtest.Shared(t))
	x.begin("Anna", "run-north", "n")
	e := listen(t, x.open("Ben"))
	x.as("Cleo", `SELECT pg_notify('lotse', '{"run":"a\u0000b"}')`)
	x.write("Anna", "run-north", 2)
	if all := e.since(t, has(run.Written{Run: "run-north", By: "Anna"})); len(all) != 1 {
		t.Errorf("it hears %+v", all)
	}
}

// What thousands write at once is told by few words.
func TestWatchOfThousands(t *testing.T) {
	x := newTeam(t, pgtest.Shared(t))
	x.begin("Anna", "run-north", "n")
	ben := listen(t, x.open("Ben"))
	x.as("Anna", `DO $$ BEGIN FOR i IN 2..5000 LOOP
		PERFORM pg_notify('lotse', json_build_object('run', 'run-north', 'gone', false, 'i', i)::text); END LOOP; END $$`)
	x.write("Anna", "run-north", 2)
	if all := ben.since(t, has(run.Written{Run: "run-north", By: "Anna"})); len(all) > 500 {
		t.Errorf("of one run it is told %d times", len(all))
	}
	x.as("Anna", `DO $$ BEGIN FOR i IN 1..5000 LOOP
		PERFORM pg_notify('lotse', json_build_object('run', 'run-' || i, 'gone', true)::text); END LOOP; END $$`)
	ben.since(t, has(run.Written{}))
}

// A server that was killed is listened to again, as soon as it is there.
func TestWatchAgain(t *testing.T) {
	x := newTeam(t, pgtest.Start(t))
	x.begin("Anna", "run-north", "n")
	ben := x.open("Ben")
	e := listen(t, ben)
	leave, err := ben.Enter(t.Context(), "run-north")
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	x.Stop(t, "immediate")
	x.StartAgain(t)
	e.since(t, has(run.Written{}))
	x.write("Anna", "run-north", 2)
	e.since(t, has(run.Written{Run: "run-north"}))
	inRun(t, x.open("Anna"), "run-north", "Ben")
}

// Whoever is no member any more hears nothing, and no longer asks.
func TestWatchByNoMember(t *testing.T) {
	x := newTeam(t, pgtest.Shared(t))
	db := x.open("Ben")
	e := &ear{}
	ended := make(chan error, 1)
	go func() { ended <- db.Watch(t.Context(), e.tell) }()
	e.since(t, has(run.Written{}))
	x.Exec(t, x.name, `REVOKE `+x.name+`_consultant FROM "Ben"`)
	x.begin("Anna", "run-north", "n")
	select {
	case err := <-ended:
		if !errors.Is(err, flows.ErrDenied) {
			t.Errorf("it ends with %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("it goes on")
	}
}

// inRun waits until others have a run open.
func inRun(t testing.TB, db *postgres.DB, id string, names ...string) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
		are, err := db.Present(t.Context(), id)
		if err == nil && slices.Equal(are, names) {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("in the run are %v, not %v; %v", are, names, err)
		}
	}
}

// Who has a run open is told to the others who see it, and counted once.
func TestEnter(t *testing.T) {
	x := newTeam(t, pgtest.Shared(t))
	x.begin("Anna", "run-north", "n")
	anna, ben, cleo, otto := x.open("Anna"), x.open("Ben"), x.open("Cleo"), x.open("Otto")
	e, far := listen(t, anna), listen(t, cleo)
	opened := has(run.Written{Run: "run-north", Opened: true})
	var leaves []func()
	for _, db := range []*postgres.DB{ben, anna, ben, x.open("Ben"), otto} {
		leave, err := db.Enter(t.Context(), "run-north")
		if err != nil {
			t.Fatal(err)
		}
		leaves = append(leaves, leave)
	}
	e.since(t, opened)
	inRun(t, anna, "run-north", "Ben")
	inRun(t, ben, "run-north", "Anna")
	inRun(t, otto, "run-north", "Anna", "Ben") // an auditor looks on unseen
	inRun(t, cleo, "run-north")
	for _, id := range []string{"run-north", "no-run"} {
		if _, err := cleo.Enter(t.Context(), id); !errors.Is(err, flows.ErrNotFound) {
			t.Errorf("she enters %s: %v", id, err)
		}
	}
	for _, leave := range leaves {
		leave()
	}
	leaves[0]() // twice is no error
	e.since(t, opened)
	inRun(t, anna, "run-north")
	x.begin("Lena", "run-south", "s")
	for _, w := range far.since(t, has(run.Written{Run: "run-south", By: "Lena"})) {
		if w.Run != "run-south" {
			t.Errorf("Cleo hears %+v", w)
		}
	}
}

// Nobody is made present by anybody else.
func TestEnterIsOnesOwn(t *testing.T) {
	x := newTeam(t, pgtest.Shared(t))
	x.begin("Anna", "run-north", "n")
	ben := x.open("Ben")
	stay, err := ben.Enter(t.Context(), "run-north")
	if err != nil {
		t.Fatal(err)
	}
	defer stay()
	inRun(t, x.open("Anna"), "run-north", "Ben")
	// A row that was left behind, whose lock somebody else takes.
	stay() // what is below would be swept
	x.as("Ben", "INSERT INTO lotse.presence (run) VALUES ('run-north')")
	conn := dial(t, x.URL("Anna", x.name))
	if _, err := conn.Exec(t.Context(), "SELECT pg_advisory_lock(1282372720, n) FROM lotse.presence"); err != nil {
		t.Fatal(err)
	}
	inRun(t, x.open("Lena"), "run-north")
}

const entersFor = "LOTSE_TEST_ENTERS"

// A program that is killed has nothing open any more, and whoever has the run open
// hears of it, whatever they may do; nothing is left behind.
func TestEnterUntilKilled(t *testing.T) {
	if url := os.Getenv(entersFor); url != "" {
		db, err := postgres.Open(t.Context(), url, postgres.Options{Dir: t.TempDir()})
		if err == nil {
			_, err = db.Enter(t.Context(), "run-north")
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("entered")
		select {}
	}
	x := newTeam(t, pgtest.Shared(t))
	x.begin("Anna", "run-north", "n")
	anna := x.open("Anna")
	stay, err := anna.Enter(t.Context(), "run-north")
	if err != nil {
		t.Fatal(err)
	}
	defer stay()
	e := listen(t, anna)
	cmd := exec.Command(os.Args[0], "-test.run=^TestEnterUntilKilled$")
	cmd.Env = append(os.Environ(), entersFor+"="+x.URL("Ben", x.name))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for s := bufio.NewScanner(out); s.Scan() && s.Text() != "entered"; {
	}
	opened := has(run.Written{Run: "run-north", Opened: true})
	e.since(t, opened)
	inRun(t, anna, "run-north", "Ben")
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	e.since(t, opened)
	inRun(t, anna, "run-north")
	var rows int
	if err := dial(t, x.URL("postgres", x.name)).QueryRow(t.Context(), "SELECT count(*) FROM lotse.presence").Scan(&rows); err != nil || rows != 1 {
		t.Errorf("%d rows are kept, %v", rows, err)
	}
}

func dial(t testing.TB, url string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.WithoutCancel(t.Context())) })
	return conn
}

// A program does not hear itself.
func TestWatchNotOneself(t *testing.T) {
	x := newTeam(t, pgtest.Shared(t))
	x.begin("Anna", "run-north", "n")
	ben := x.open("Ben")
	e := listen(t, ben)
	leave, err := ben.Enter(t.Context(), "run-north")
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	x.write("Anna", "run-north", 2)
	if all := e.since(t, has(run.Written{Run: "run-north"})); len(all) != 1 {
		t.Errorf("it hears %+v", all)
	}
}
