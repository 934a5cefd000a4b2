//go:build campaign

package postgres_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
	"lotse/storage/vault"
)

// withKey opens a database as a member who has a key in a file, unlocked.
func withKey(t *testing.T, c *pgtest.Cluster, database, name string, role run.Role) *postgres.DB {
	t.Helper()
	c.Member(t, database, name, role)
	dir := t.TempDir()
	db, err := postgres.Open(t.Context(), c.URL(name, database), postgres.Options{Dir: dir, Vault: func(db *postgres.DB) run.Vault {
		return vault.New(vault.Options{Dir: dir, Settings: db, Remote: db.Path(), WorkFactor: 4})
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := db.Vault().Init(t.Context(), run.FilePlace, run.NewSecret([]byte("correct horse"))); err != nil {
		t.Fatal(err)
	}
	return db
}

// keyOf is the key of a member, as others see it.
func keyOf(t *testing.T, db *postgres.DB, name string) string {
	t.Helper()
	all, err := db.Members(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(m run.Member) bool { return m.Name == name })
	if i < 0 {
		t.Fatalf("no %s in %+v", name, all)
	}
	return all[i].Key
}

// sealedIn seals a value in a run and keeps it there.
func sealedIn(t *testing.T, db *postgres.DB, l *storetest.Log, value string) run.Sealed {
	t.Helper()
	s, err := db.Vault().Seal(t.Context(), run.Real, l.Header.ID, "key", "", run.NewSecret([]byte(value)))
	if err != nil {
		t.Fatal(err)
	}
	l.Add(run.EventSecretSet, map[string]string{"item": "client.key", "secret": s.ID})
	b := l.Batch(int64(len(l.Events)))
	b.Secrets = []run.Sealed{s}
	if err := db.Append(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	return s
}

// share adds members to those who can open a secret, as its owner.
func share(t *testing.T, db *postgres.DB, id string, members ...string) {
	t.Helper()
	s, err := db.Secret(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, name := range members {
		keys = append(keys, keyOf(t, db, name))
	}
	blob, err := db.Vault().SealAnew(t.Context(), run.Real, s, keys)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Share(t.Context(), s, blob, members); err != nil {
		t.Fatal(err)
	}
}

// unseals asserts that a member can open a secret, or with a code that they are refused.
func unseals(t *testing.T, db *postgres.DB, id, want, code string) run.Sealed {
	t.Helper()
	s, err := db.Secret(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	got, err := db.Vault().Open(t.Context(), run.Real, s)
	var r *flows.Refusal
	switch {
	case code == "" && (err != nil || string(got.Reveal()) != want):
		t.Errorf("%s: %v", db.Me().Name, err)
	case code != "" && (!errors.As(err, &r) || r.Message.Code != code):
		t.Errorf("%s: %v, want %s", db.Me().Name, err, code)
	}
	return s
}

// A secret is its owner's until they share it; nobody else shares it, and what was
// shared is taken back.
func TestShare(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	erika := withKey(t, c, database, "Erika Muster", run.Consultant)
	anna := withKey(t, c, database, "Anna Beispiel", run.Consultant)
	lead := withKey(t, c, database, "Lea Leiter", run.Lead)
	l := begun(t, erika, "ab12", "Muster GmbH")
	id := sealedIn(t, erika, l, "s3cret").ID
	unseals(t, erika, id, "s3cret", "")
	for _, db := range []*postgres.DB{anna, lead} {
		s := unseals(t, db, id, "", vault.Others)
		if s.By != "Erika Muster" || s.Me != db.Me().Name || len(s.For) > 0 {
			t.Errorf("%+v", s)
		}
		var r *flows.Refusal
		if err := db.Share(t.Context(), s, []byte("mine"), []string{db.Me().Name}); !errors.As(err, &r) || r.Message.Code != "team.not_the_sealer" {
			t.Errorf("%s shares it: %v", db.Me().Name, err)
		}
	}
	share(t, erika, id, "Anna Beispiel")
	share(t, erika, id, "Anna Beispiel") // twice is once
	s := unseals(t, anna, id, "s3cret", "")
	if !slices.Equal(s.For, []string{"Anna Beispiel"}) || s.Me != "Anna Beispiel" {
		t.Errorf("%+v", s)
	}
	unseals(t, erika, id, "s3cret", "")
	unseals(t, lead, id, "", vault.Others)
	if err := erika.Share(t.Context(), run.Sealed{ID: id, Blob: []byte("older")}, []byte("new"), nil); !errors.Is(err, flows.ErrConflict) {
		t.Errorf("over another blob: %v", err)
	}
	if err := erika.Share(t.Context(), run.Sealed{ID: "none"}, []byte("new"), nil); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("of no secret: %v", err)
	}
	share(t, erika, id)
	unseals(t, anna, id, "", vault.Others)
}

// A secret that is sealed for others from the beginning comes with them, in one
// transaction, also where the same is sent again.
func TestSealedForOthers(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	erika := withKey(t, c, database, "Erika Muster", run.Consultant)
	anna := withKey(t, c, database, "Anna Beispiel", run.Consultant)
	l := begun(t, erika, "ab12", "Muster GmbH")
	s, err := erika.Vault().SealFor(t.Context(), run.Real, "ab12", "key", "", run.NewSecret([]byte("s3cret")), []string{keyOf(t, erika, "Anna Beispiel")})
	if err != nil {
		t.Fatal(err)
	}
	s.For = []string{"Anna Beispiel"}
	l.Add(run.EventRotationSealed, map[string]string{"item": "client.key", "secret": s.ID})
	b := l.Batch(2)
	b.Secrets = []run.Sealed{s}
	for range 2 {
		if err := erika.Append(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	if got := unseals(t, anna, s.ID, "s3cret", ""); !slices.Equal(got.For, s.For) || got.By != "Erika Muster" {
		t.Errorf("%+v", got)
	}
	if got := unseals(t, erika, s.ID, "s3cret", ""); !slices.Equal(got.For, s.For) || got.By != "" {
		t.Errorf("%+v", got)
	}
}

// Whoever has the run open hears that a secret opens for them: the event that says so
// comes before it does.
func TestShareIsHeard(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	erika := withKey(t, c, database, "Erika Muster", run.Consultant)
	anna := withKey(t, c, database, "Anna Beispiel", run.Consultant)
	id := sealedIn(t, erika, begun(t, erika, "ab12", "Muster GmbH"), "s3cret").ID
	e := listen(t, anna)
	share(t, erika, id, "Anna Beispiel")
	e.since(t, has(run.Written{Run: "ab12", By: "Erika Muster"}))
}

// A member's key is the one that they seal to, whoever would have it otherwise; and what
// they type is theirs.
func TestOwnKey(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	erika := withKey(t, c, database, "Erika Muster", run.Consultant)
	anna := withKey(t, c, database, "Anna Beispiel", run.Consultant)
	begun(t, erika, "ab12", "Muster GmbH")
	key := keyOf(t, anna, "Erika Muster")
	if state, err := erika.Vault().State(t.Context()); err != nil || state.Recipient != key || key == "" {
		t.Errorf("%q beside %+v, %v", key, state, err)
	}
	conn, err := pgx.Connect(t.Context(), c.URL("Anna Beispiel", database))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(t.Context()) })
	for _, sql := range []string{
		"UPDATE lotse.keys SET recipient = 'age1x'",
		"DELETE FROM lotse.keys",
		"INSERT INTO lotse.keys VALUES ('Erika Muster', 'age1x', 0) ON CONFLICT (member) DO UPDATE SET recipient = 'age1x'",
		"INSERT INTO lotse.settings (owner, key, value) VALUES ('Erika Muster', 'vault.recipient', 'age1x')",
		"UPDATE lotse.secrets SET field = 'other'",
		"UPDATE lotse.secrets SET owner = session_user",
	} {
		if _, err := conn.Exec(t.Context(), sql); err == nil {
			t.Errorf("done: %s", sql)
		}
	}
	if now := keyOf(t, anna, "Erika Muster"); now != key {
		t.Errorf("the key is %s now", now)
	}
	if err := anna.SetSetting(t.Context(), "vault.recipient", "AGE-SECRET-KEY-1"); err != nil {
		t.Fatal(err)
	}
	if now := keyOf(t, erika, "Anna Beispiel"); now != "" {
		t.Errorf("what is no key is shown as one: %s", now)
	}
	blob, err := erika.Vault().SealUnsaved(t.Context(), run.Real, "ab12", "key", run.NewSecret([]byte("half")))
	if err != nil {
		t.Fatal(err)
	}
	if err := erika.SaveUnsaved(t.Context(), run.Unsaved{Run: "ab12", Item: "client.key", Blob: blob, At: storetest.Epoch}); err != nil {
		t.Fatal(err)
	}
	for db, n := range map[*postgres.DB]int{erika: 1, anna: 0} {
		if all, err := db.Unsaved(t.Context(), "ab12"); len(all) != n || err != nil {
			t.Errorf("%s: %+v, %v", db.Me().Name, all, err)
		}
	}
}

// The server never has a secret or a private key: not in what it keeps, nor in what it
// logs of every statement, nor in what it shows of those that run.
func TestServerKnowsNoSecret(t *testing.T) {
	const marker = "Qx7-marked-secret-9Lw"
	c := pgtest.Start(t)
	for _, sql := range []string{"log_statement = 'all'", "log_min_duration_statement = 0", "log_parameter_max_length = -1"} {
		c.Exec(t, "postgres", "ALTER SYSTEM SET "+sql)
	}
	c.Exec(t, "postgres", "SELECT pg_reload_conf()")
	database := c.Database(t)
	erika := withKey(t, c, database, "Erika Muster", run.Consultant)
	anna := withKey(t, c, database, "Anna Beispiel", run.Consultant)
	l := begun(t, erika, "ab12", "Muster GmbH")
	half, err := erika.Vault().SealUnsaved(t.Context(), run.Real, "ab12", "key", run.NewSecret([]byte(marker)))
	if err != nil {
		t.Fatal(err)
	}
	if err := erika.SaveUnsaved(t.Context(), run.Unsaved{Run: "ab12", Item: "client.key", Blob: half, At: storetest.Epoch}); err != nil {
		t.Fatal(err)
	}
	id := sealedIn(t, erika, l, marker).ID
	share(t, erika, id, "Anna Beispiel")
	unseals(t, anna, id, marker, "")
	if err := erika.Vault().MakeRecovery(t.Context(), func(run.Secret) error { return nil }); err != nil {
		t.Fatal(err)
	}
	fresh := sealedIn(t, erika, l, marker+"-rotated").ID
	if err := erika.Forget(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	unseals(t, erika, fresh, marker+"-rotated", "")
	if _, err := erika.Vault().Seal(t.Context(), run.Rehearsal, "ab12", "key", "", run.NewSecret([]byte(marker))); err != nil {
		t.Fatal(err)
	}
	c.Exec(t, database, "CHECKPOINT")

	all := traces(t, c, database)
	if seen := isIn(all, keyOf(t, anna, "Erika Muster")); !seen {
		t.Fatal("nothing is found, not even what is there")
	}
	for _, secret := range []string{marker, "AGE-SECRET-KEY", "correct horse"} {
		for name, as := range map[string]string{
			"clear": secret, "hex": hex.EncodeToString([]byte(secret)), "base64": strings.TrimRight(base64.StdEncoding.EncodeToString([]byte(secret)), "="),
		} {
			if isIn(all, as[:len(as)-1]) { // whose last sign may go on
				t.Errorf("%s is there in %s", secret, name)
			}
		}
	}
}

// traces are all that the server keeps, logs and shows.
func traces(t *testing.T, c *pgtest.Cluster, database string) [][]byte {
	t.Helper()
	var all [][]byte
	err := filepath.WalkDir(c.Dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		all = append(all, b)
		if path == c.Log && !bytes.Contains(b, []byte("INSERT INTO secrets")) {
			t.Error("the log does not have the statements")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(t.Context(), c.URL("postgres", database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(t.Context()) }()
	var running string
	if err := conn.QueryRow(t.Context(), "SELECT string_agg(query, ' ') FROM pg_stat_activity").Scan(&running); err != nil {
		t.Fatal(err)
	}
	return append(all, []byte(running))
}

// isIn reports whether a text is in one of them, whatever its case.
func isIn(all [][]byte, text string) bool {
	return slices.ContainsFunc(all, func(b []byte) bool { return bytes.Contains(bytes.ToLower(b), bytes.ToLower([]byte(text))) })
}
