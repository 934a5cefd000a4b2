//go:build campaign

package postgres_test

import (
	"errors"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// Who adds the same customer at once gets the same one; a team may have its own.
func TestCustomersAtOnce(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	anna := member(t, database, "Anna Beispiel", run.Consultant, "north")
	jan := member(t, database, "Jan Norden", run.Consultant, "north")
	south := member(t, database, "Sam Sued", run.Consultant, "south")
	got := make([]run.Customer, 8)
	var all sync.WaitGroup
	for i := range got {
		all.Go(func() {
			var err error
			if got[i], err = []*postgres.DB{anna, jan}[i%2].AddCustomer(t.Context(), run.Customer{Name: " Muster GmbH "}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, c := range got {
		if c != got[0] || c.Name != "Muster GmbH" {
			t.Errorf("%+v beside %+v", c, got[0])
		}
	}
	if _, err := south.FindCustomer(t.Context(), "Muster GmbH"); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("of another team: %v", err)
	}
	theirs, err := south.AddCustomer(t.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil || theirs.ID == got[0].ID {
		t.Errorf("%+v, %v", theirs, err)
	}
	if found, err := anna.FindCustomer(t.Context(), "Muster GmbH"); found != got[0] || err != nil {
		t.Errorf("of the own team: %+v, %v", found, err)
	}
}

// The own team's customer comes before everybody's of the same name.
func TestCustomerOfOwnTeam(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	north := member(t, database, "Anna Beispiel", run.Consultant, "north")
	ours, err := north.AddCustomer(t.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	pgtest.Shared(t).Exec(t, database, "INSERT INTO lotse.customers (id, team, name, folded) VALUES ('everybodys', '', 'Muster GmbH', 'muster gmbh')")
	lead := member(t, database, "Lea Leiter", run.Lead)
	for db, want := range map[*postgres.DB]string{north: ours.ID, lead: "everybodys"} {
		if c, err := db.FindCustomer(t.Context(), "Muster GmbH"); c.ID != want || err != nil {
			t.Errorf("%s: %+v, %v", db.Me().Name, c, err)
		}
	}
}

// Whoever may not do something is told who may.
func TestDenied(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	writer := member(t, database, "Erika Muster", run.Consultant)
	l := begun(t, writer, "ab12", "Muster GmbH")
	l.Answer("name", "Muster")
	sealed := l.Batch(2)
	sealed.Secrets = []run.Sealed{{ID: "s1", Run: "ab12", Field: "client.key", Blob: []byte("age"), At: storetest.Epoch}}
	if err := writer.Append(t.Context(), sealed); err != nil {
		t.Fatal(err)
	}
	reader := member(t, database, "Rita Leser", run.Reader)
	auditor := member(t, database, "Axel Pruefer", run.Auditor)
	colleague := member(t, database, "Anna Beispiel", run.Consultant)
	l.Answer("name", "other")
	u := run.Unsaved{Run: "ab12", Item: "client.name", Text: "x", At: storetest.Epoch}
	for name, tt := range map[string]struct {
		err    error
		needed run.Role
	}{
		"a reader appends":                {reader.Append(t.Context(), l.Batch(3)), run.Consultant},
		"an auditor appends":              {auditor.Append(t.Context(), l.Batch(3)), run.Consultant},
		"a reader types":                  {reader.SaveUnsaved(t.Context(), u), run.Consultant},
		"a reader says where a system is": {reader.SetPage(t.Context(), l.Header.Customer.ID, "ERP", "https://erp.example/"), run.Consultant},
		"a reader erases":                 {reader.Erase(t.Context(), []int64{1}, l.Batch(3)), run.Consultant},
		"a reader deletes":                {reader.DeleteRun(t.Context(), "ab12"), run.Lead},
		"a consultant deletes":            {writer.DeleteRun(t.Context(), "ab12"), run.Lead},
		"a consultant deletes a customer": {writer.DeleteCustomer(t.Context(), l.Header.Customer.ID), run.Lead},
		"a consultant forgets another's":  {colleague.Forget(t.Context(), "s1"), run.Lead},
		"a reader keeps a file":           {put(t, reader, "x"), run.Consultant},
		"a reader adds a customer":        {added(t, reader), run.Consultant},
	} {
		var r *flows.Refusal
		if !errors.As(tt.err, &r) || r.Kind != flows.ErrDenied || r.Message.Code != "postgres.denied" {
			t.Errorf("%s: %v", name, tt.err)
			continue
		}
		if needed, _ := r.Message.Arg("needed"); needed != string(tt.needed) {
			t.Errorf("%s: %v", name, r.Message)
		}
	}
	intact(t, writer, &storetest.Log{Header: l.Header, Events: l.Events[:2]}, 2)
}

func put(t *testing.T, db *postgres.DB, text string) error {
	_, err := db.Put(t.Context(), "x.txt", strings.NewReader(text))
	return err
}

func added(t *testing.T, db *postgres.DB) error {
	_, err := db.AddCustomer(t.Context(), run.Customer{Name: "Nordkai Oy"})
	return err
}

// An event says who brought it where that is somebody else, and a secret who sealed it.
func TestWhoWrote(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	erika := member(t, database, "Erika Muster", run.Consultant)
	jan := member(t, database, "Jan Norden", run.Consultant)
	l := begun(t, erika, "ab12", "Muster GmbH")
	l.Answer("name", "Muster") // by Erika, as every event of a Log
	b := l.Batch(2)
	b.Secrets = []run.Sealed{{ID: "s1", Run: "ab12", Field: "client.key", Blob: []byte("age"), At: storetest.Epoch}}
	if err := jan.Append(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	events := intact(t, erika, l, 2)
	if events[0].Writer != "" || events[1].Writer != "Jan Norden" || events[1].By != "Erika Muster" {
		t.Errorf("writers %q and %q", events[0].Writer, events[1].Writer)
	}
	for db, want := range map[*postgres.DB]string{erika: "Jan Norden", jan: ""} {
		if s, err := db.Secret(t.Context(), "s1"); err != nil || s.By != want || s.For != nil {
			t.Errorf("%s: by %q, for %q, %v", db.Me().Name, s.By, s.For, err)
		}
	}
}

// Who knows the SHA-256 of a file of another team has not got the file: not by noting it
// as kept, nor by naming it in an event.
func TestEvidenceOfAnotherTeam(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	north := member(t, database, "Anna Beispiel", run.Consultant, "north")
	south := member(t, database, "Sam Sued", run.Consultant, "south")
	f, err := north.Put(t.Context(), "order.pdf", strings.NewReader("confidential"))
	if err != nil {
		t.Fatal(err)
	}
	named := func(db *postgres.DB, id string) *storetest.Log {
		l := begun(t, db, id, "Muster GmbH")
		l.Answer("order", "sha256:"+f.Sum+"/order.pdf")
		if err := db.Append(t.Context(), l.Batch(2)); err != nil {
			t.Fatal(err)
		}
		return l
	}
	named(north, "ab12")
	named(south, "cd34")
	if _, err := south.Open(t.Context(), f.Sum); !errors.Is(err, flows.ErrNotFound) {
		t.Fatalf("opened: %v", err)
	}
	conn, err := pgx.Connect(t.Context(), pgtest.Shared(t).URL("Sam Sued", database))
	if err != nil {
		t.Fatal(err)
	}
	_, err = conn.Exec(t.Context(), "SELECT lotse.keep($1, $2, '{}')", f.Sum, f.Size)
	if err = errors.Join(err, conn.Close(t.Context())); err != nil {
		t.Fatal(err)
	}
	if _, err := south.Open(t.Context(), f.Sum); !errors.Is(err, flows.ErrDamaged) {
		t.Fatalf("opened without having brought it: %v", err)
	}
	// Kept by the other team too, the run that missed it has it; what one team deletes
	// the other keeps.
	if err := put(t, south, "confidential"); err != nil {
		t.Fatal(err)
	}
	lead := member(t, database, "Lea Leiter", run.Lead)
	if err := lead.DeleteRun(t.Context(), "ab12"); err != nil {
		t.Fatal(err)
	}
	if _, err := north.Open(t.Context(), f.Sum); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("after its run was deleted: %v", err)
	}
	c, err := south.Open(t.Context(), f.Sum)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(c); string(b) != "confidential" || err != nil {
		t.Errorf("%q, %v", b, err)
	}
}

// The events of a run are given to those who see its customer, and nobody else.
func TestEventsOfAnotherTeam(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	l := begun(t, member(t, database, "Anna Beispiel", run.Consultant, "north"), "ab12", "Muster GmbH")
	for name, tt := range map[string]struct {
		role run.Role
		team string
		sees int
	}{
		"Rita Leser":   {run.Reader, "north", 1},
		"Axel Pruefer": {run.Auditor, "south", 1},
		"Lea Leiter":   {run.Lead, "south", 1},
		"Sam Sued":     {run.Consultant, "south", 0},
		"Rosa Leser":   {run.Reader, "south", 0},
	} {
		events, err := member(t, database, name, tt.role, tt.team).Events(t.Context(), l.Header.ID, 0)
		if len(events) != tt.sees || err != nil {
			t.Errorf("%s, %s of %s: %d events, %v", name, tt.role, tt.team, len(events), err)
		}
	}
}
