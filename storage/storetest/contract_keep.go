package storetest

import (
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

func testUnsaved(t *testing.T, a *store) {
	started(t, a, "ab12", customer(t, a, "Muster GmbH"))
	u := run.Unsaved{Run: "ab12", Step: "client", Item: "client.name", Text: "Mus", At: Epoch}
	ok(t, a.SaveUnsaved(ctx, u))
	u.Text = "Muster"
	ok(t, a.SaveUnsaved(ctx, u))
	sealed := run.Unsaved{Run: "ab12", Step: "client", Item: "client.secret", Blob: []byte{0, 1, 255}, At: Epoch.Add(time.Second)}
	cell := run.Unsaved{Run: "ab12", Step: "client", Item: "client.list", Row: "r1", Column: "name", Text: "x", At: Epoch}
	ok(t, a.SaveUnsaved(ctx, sealed))
	ok(t, a.SaveUnsaved(ctx, cell))
	all, err := a.Unsaved(ctx, "ab12")
	ok(t, err)
	same(t, "unsaved", all, []run.Unsaved{cell, u, sealed})
	ok(t, a.SaveUnsaved(ctx, run.Unsaved{Run: "ab12", Item: "client.name"}))
	ok(t, a.SaveUnsaved(ctx, run.Unsaved{Run: "ab12", Item: "client.name"})) // twice
	all, err = a.Unsaved(ctx, "ab12")
	ok(t, err)
	same(t, "unsaved", all, []run.Unsaved{cell, sealed})
	u.Run = "no such run"
	is(t, a.SaveUnsaved(ctx, u), flows.ErrNotFound)
}

func seal(id string, at time.Time) run.Sealed {
	return run.Sealed{ID: id, Field: "client.secret", Blob: []byte("age " + id), At: at}
}

// withSecrets writes a run with sealed secrets.
func withSecrets(t *testing.T, a run.Archive, l *Log, sealed ...run.Sealed) {
	t.Helper()
	l.Add(run.EventSecretSet, map[string]string{})
	b := l.Batch(int64(len(l.Events)))
	for _, s := range sealed {
		s.Run = l.Header.ID
		b.Secrets = append(b.Secrets, s)
	}
	ok(t, a.Append(ctx, b))
}

func secretIDs(t *testing.T, a run.Archive, id string) string {
	t.Helper()
	all, err := a.Secrets(ctx, id)
	ok(t, err)
	var ids []string
	for _, s := range all {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, " ")
}

func testSecrets(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	l := started(t, a, "ab12", c)
	withSecrets(t, a, l, seal("s2", Epoch), seal("s1", Epoch.Add(time.Hour)))
	withSecrets(t, a, started(t, a, "cd34", c), seal("s3", Epoch.Add(time.Minute)))
	same(t, "of a run", secretIDs(t, a, "ab12"), "s2 s1")
	same(t, "of all", secretIDs(t, a, ""), "s2 s3 s1")
	_, err := a.Secret(ctx, "s9")
	is(t, err, flows.ErrNotFound)
	ok(t, a.Forget(ctx, "s2"))
	same(t, "after forgetting", secretIDs(t, a, "ab12"), "s1")
	is(t, a.Forget(ctx, "s2"), flows.ErrNotFound)
	events, err := a.Events(ctx, "ab12", 0)
	ok(t, err)
	same(t, "events", len(events), 2)
}

func testSettings(t *testing.T, a *store) {
	v, err := a.Setting(ctx, "name")
	ok(t, err)
	same(t, "unset", v, "")
	ok(t, a.SetSetting(ctx, "name", "Erika"))
	ok(t, a.SetSetting(ctx, "name", "Erika Muster"))
	ok(t, a.SetSetting(ctx, "lang", "de"))
	all, err := a.Settings(ctx)
	ok(t, err)
	same(t, "settings", all, map[string]string{"name": "Erika Muster", "lang": "de"})
	ok(t, a.SetSetting(ctx, "name", ""))
	ok(t, a.SetSetting(ctx, "name", ""))
	all, err = a.Settings(ctx)
	ok(t, err)
	same(t, "settings", all, map[string]string{"lang": "de"})
}

// erasure is a batch that erases events of a run.
func erasure(l *Log, seqs ...int64) run.Batch {
	l.Add(run.EventErased, map[string]any{"why": "asked for", "seqs": seqs})
	for _, seq := range seqs {
		e := &l.Events[seq-1]
		e.Data, e.Salt, e.Content = nil, nil, nil
	}
	return l.Batch(int64(len(l.Events)))
}

// testEraseSecret holds that a secret goes with the event that set it, and no other.
func testEraseSecret(t *testing.T, a *store) {
	l := started(t, a, "ab12", customer(t, a, "Muster GmbH"))
	for _, kind := range []run.EventKind{run.EventSecretSet, run.EventRotationSealed, run.EventSecretUsed} {
		l.Add(kind, map[string]string{"item": "client.secret", "secret": string(kind)})
	}
	l.Add(run.EventSecretSet, map[string]string{"item": "client.secret"}) // cleared
	b := l.Batch(2)
	for i := range l.Events[1:] {
		s := seal(string(l.Events[i+1].Kind), Epoch)
		if s.Run = "ab12"; i < 3 {
			b.Secrets = append(b.Secrets, s)
		}
	}
	ok(t, a.Append(ctx, b))
	backup, ours := a.backup(t)
	ok(t, a.Erase(ctx, []int64{2, 4, 5}, erasure(l, 2, 4, 5)))
	same(t, "left", secretIDs(t, a, "ab12"), "rotation_sealed secret_used")
	ok(t, a.Erase(ctx, []int64{2, 3}, erasure(l, 2, 3))) // one again
	same(t, "left", secretIDs(t, a, "ab12"), "secret_used")
	if ours {
		_, err := a.replace(t, backup)
		ok(t, err)
		same(t, "left in the backup", secretIDs(t, a, "ab12"), "secret_used")
	}
}

func testErase(t *testing.T, a *store) {
	l := started(t, a, "ab12", customer(t, a, "Muster GmbH"))
	l.Answer("name", "geheim")
	rows := l.Add(run.EventRowsReplaced, map[string]any{"count": 1, "sha256": contentSum("geheim;x")})
	rows.Content = []byte("geheim;x")
	b := l.Batch(2)
	b.Index = Index("Muster", "", "geheim")
	ok(t, a.Append(ctx, b))
	same(t, "found before", found(t, a, run.Query{Text: "geheim"}), "ab12")
	reason := run.Unsaved{Run: "ab12", Step: "client", Item: "/skip/why", Row: "client", Text: "geheim", At: Epoch}
	ok(t, a.SaveUnsaved(ctx, reason))
	backup, ours := a.backup(t)

	is(t, a.Erase(ctx, []int64{2, 9}, erasure(&Log{Header: l.Header, Events: append([]run.Event(nil), l.Events...)}, 2)), flows.ErrNotFound)
	e := erasure(l, 2, 3)
	e.Taken = []run.Unsaved{reason}
	ok(t, a.Erase(ctx, []int64{2, 3}, e))
	events, err := a.Events(ctx, "ab12", 0)
	ok(t, err)
	same(t, "events", events, l.Events)
	h, err := a.Header(ctx, "ab12")
	ok(t, err)
	same(t, "verdict", run.Verify(h, events), run.Verdict{Intact: true, Events: 4, Head: h.Head})
	same(t, "found after", found(t, a, run.Query{Text: "geheim"}), "")
	same(t, "found by the rest", found(t, a, run.Query{Text: "muster"}), "ab12")
	unsaved, err := a.Unsaved(ctx, "ab12")
	ok(t, err)
	same(t, "unsaved input", len(unsaved), 0)
	is(t, a.Erase(ctx, []int64{1}, e), flows.ErrConflict)
	if !ours {
		return
	}

	_, err = a.replace(t, backup)
	ok(t, err)
	events, err = a.Events(ctx, "ab12", 0)
	ok(t, err)
	same(t, "events of the backup", events, l.Events)
	unsaved, err = a.Unsaved(ctx, "ab12")
	ok(t, err)
	same(t, "unsaved input of the backup", len(unsaved), 0)
}

func testDeleteRun(t *testing.T, a *store) {
	c := customer(t, a, "Muster GmbH")
	withSecrets(t, a, started(t, a, "ab12", c), seal("s1", Epoch))
	withSecrets(t, a, started(t, a, "cd34", c), seal("s2", Epoch))
	for _, id := range []string{"ab12", "cd34"} {
		ok(t, a.SaveUnsaved(ctx, run.Unsaved{Run: id, Item: "client.name", Text: "x", At: Epoch}))
		for _, prefix := range run.SettingPrefixes {
			ok(t, a.SetSetting(ctx, prefix+id, "k"))
		}
	}
	ok(t, a.SetSetting(ctx, "vault.ab12", "k")) // of no run, whatever it ends with
	same(t, "found", found(t, a, run.Query{Text: "muster"}), "cd34 ab12")
	ok(t, a.DeleteRun(ctx, "ab12"))
	is(t, a.DeleteRun(ctx, "ab12"), flows.ErrNotFound)
	is(t, a.DeleteRun(ctx, "cd"), flows.ErrNotFound) // a prefix deletes nothing
	gone(t, a, "ab12")
	same(t, "secrets", secretIDs(t, a, ""), "s2")
	settings, err := a.Settings(ctx)
	ok(t, err)
	for _, prefix := range run.SettingPrefixes {
		same(t, "setting of the other", settings[prefix+"cd34"], "k")
		delete(settings, prefix+"cd34")
	}
	same(t, "setting of no run", settings["vault.ab12"], "k")
	same(t, "settings besides", len(settings), 1)
	for _, q := range []run.Query{{}, {Text: "muster"}, {Customer: c.ID}} {
		p, err := a.Headers(ctx, q)
		ok(t, err)
		same(t, "total", p.Total, 1)
		same(t, "runs", found(t, a, q), "cd34")
	}
	started(t, a, "ab12", c) // the id is free
}

// gone asserts that nothing of a run is left.
func gone(t *testing.T, a run.Archive, id string) {
	t.Helper()
	_, err := a.Header(ctx, id)
	is(t, err, flows.ErrNotFound)
	events, err := a.Events(ctx, id, 0)
	ok(t, err)
	unsaved, err := a.Unsaved(ctx, id)
	ok(t, err)
	same(t, "events and unsaved input", len(events)+len(unsaved), 0)
	same(t, "secrets", secretIDs(t, a, id), "")
}

func testDeleteCustomer(t *testing.T, a *store) {
	muster, other := customer(t, a, "Muster GmbH"), customer(t, a, "Beispiel AG")
	withSecrets(t, a, started(t, a, "ab12", muster), seal("s1", Epoch))
	started(t, a, "ab34", muster)
	started(t, a, "cd34", other)
	ok(t, a.DeleteCustomer(ctx, muster.ID))
	is(t, a.DeleteCustomer(ctx, muster.ID), flows.ErrNotFound)
	gone(t, a, "ab12")
	gone(t, a, "ab34")
	same(t, "left", found(t, a, run.Query{}), "cd34")
	_, err := a.FindCustomer(ctx, "Muster GmbH")
	is(t, err, flows.ErrNotFound)
	all, err := a.Customers(ctx, "", 10)
	ok(t, err)
	same(t, "customers", all, []run.Customer{other})
}
