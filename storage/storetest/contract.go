package storetest

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// Restore closes a store, puts a backup in its place and opens it again. Where it
// fails, the store that is given back is the one that was there.
type Restore func(t *testing.T, a run.Archive, backup string) (again run.Archive, kept string, err error)

// store is the store that a test works on.
type store struct {
	run.Archive
	restore Restore
}

// replace puts a backup in the store's place.
func (a *store) replace(t *testing.T, backup string) (kept string, err error) {
	a.Archive, kept, err = a.restore(t, a.Archive, backup)
	return kept, err
}

// backup makes a backup. ours is false where the backups of a store are not its own
// business but its server's: then there is nothing to replace, and Backup says so.
func (a *store) backup(t *testing.T) (path string, ours bool) {
	t.Helper()
	path, err := a.Backup(ctx)
	if a.restore == nil {
		var r *flows.Refusal
		if !errors.As(err, &r) {
			t.Fatalf("a backup that the store cannot make: %v", err)
		}
		return "", false
	}
	ok(t, err)
	return path, true
}

// Run is the contract of a run.Archive. Each test gets an empty archive from
// open, which closes it when the test ends. restore is nil where the backups are a
// server's business.
func Run(t *testing.T, open func(t *testing.T) run.Archive, restore Restore) {
	tests := []struct {
		name string
		test func(t *testing.T, a *store)
	}{
		{"a batch comes back as it was written", testRoundTrip},
		{"a taken seq is a conflict and nothing is written", testConflict},
		{"a batch that is not whole is refused", testTornBatch},
		{"a run needs its customer and its procedure", testNeeds},
		{"secrets and taken input travel with the events", testTravel},
		{"a run is found by its id and by a unique prefix", testPrefix},
		{"pages follow each other without gap or repeat", testPaging},
		{"pages hold still while runs change", testPagingWhileWriting},
		{"a query names runs by status, due time and customer", testQuery},
		{"pages follow each other in every order", testOrders},
		{"runs are put aside and taken up", testAside},
		{"a list says who is waited for and what went wrong", testNews},
		{"runs with words are counted up to a limit", testCount},
		{"the limits of a page", testLimit},
		{"a search finds words by their beginnings", testSearch},
		{"a search takes any text", testSearchHostile},
		{"words are found with the place where they stand", testFind},
		{"a page says where it found words", testFound},
		{"what is changed or removed is not found", testFindRemoved},
		{"any text is found, in one line", testFindHostile},
		{"customers are one by name", testCustomers},
		{"customers are found by the beginning of their name", testCustomerPrefix},
		{"unsaved input is kept until it is taken", testUnsaved},
		{"sealed secrets are kept until they are forgotten", testSecrets},
		{"a rotation destroys the old secret once the new one is confirmed", testRotation},
		{"settings are kept until they are emptied", testSettings},
		{"the addresses of a customer's systems go with the customer", testPages},
		{"what finished runs have taught goes with them", testExperience},
		{"erased events keep the chain", testErase},
		{"a secret goes with the event that set it", testEraseSecret},
		{"a deleted run leaves nothing", testDeleteRun},
		{"a deleted customer leaves nothing", testDeleteCustomer},
		{"evidence comes back by its sum", testEvidence},
		{"evidence over the limit is refused", testEvidenceLimit},
		{"large evidence is streamed, under its own limit", testEvidenceLarge},
		{"evidence goes with the last event that names it", testEvidenceGoes},
		{"a signature proves its statement, by a key that stays", testSigning},
		{"a backup brings back what was there", testBackup},
		{"what is deleted is deleted from backups", testBackupDelete},
		{"an examination counts and finds nothing", testExamine},
		{"a procedure that is not as it was stored is found", testProcedure},
		{"a run from elsewhere brings its customer", testReceived},
		{"a run that is not written brings nobody", testNotReceived},
		{"what was erased elsewhere comes erased", testReceivedErased},
		{"of each kind of event the files are missed that it names", testEveryKind},
		{"many write at once", testConcurrent},
		{"a page and its total are of one moment", testOneMoment},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.test(t, &store{open(t), restore}) })
	}
}

var ctx = context.Background()

// customer adds a customer.
func customer(t *testing.T, a run.Archive, name string) run.Customer {
	t.Helper()
	c, err := a.AddCustomer(ctx, run.Customer{Name: name})
	ok(t, err)
	return c
}

// started writes a run with a started event.
func started(t *testing.T, a run.Archive, id string, c run.Customer) *Log {
	t.Helper()
	l := NewLog(id, c)
	l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
	ok(t, a.Append(ctx, l.Batch(1)))
	return l
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func is(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("error %v, want %v", err, want)
	}
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}
