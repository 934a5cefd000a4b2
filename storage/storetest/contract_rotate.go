package storetest

import (
	"crypto/rand"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// rotor is a procedure that offers to replace its secret.
const rotor = `procedure: rotor
version: 1
title: A secret that is replaced
summary: A secret and the action that replaces it.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: keys
    title: The keys
    items:
      - {field: key, type: secret, label: Key}
      - {action: renew, run: secret.rotate, of: key, label: Renew the key, body: Ask first.}
`

// rotorRun begins a run of rotor in the store, with the secret s1.
func rotorRun(t *testing.T, a *store) *run.Session {
	t.Helper()
	p, err := flows.Open(fstest.MapFS{"rotor.yaml": {Data: []byte(rotor)}}, flows.Specs{}).Procedure("rotor")
	ok(t, err)
	now := func() time.Time { return Epoch }
	s, err := run.Create(run.Env{Now: now, Random: rand.Reader, By: "Erika Muster"}, a, run.Start{Procedure: p, Customer: customer(t, a, "Muster GmbH"), Mode: run.Real, Lang: "en"})
	ok(t, err)
	saved(t, s, run.SetSecret{At: rotorKey, Sealed: newKey(s, "s1")})
	return s
}

var rotorKey = flows.At("keys.key")

func newKey(s *run.Session, id string) *run.Sealed {
	return &run.Sealed{ID: id, Run: s.ID(), Field: "key", Fingerprint: id, Blob: []byte("age " + id), At: Epoch}
}

// saved does a command and writes it.
func saved(t *testing.T, s *run.Session, c run.Command) {
	t.Helper()
	_, err := s.Do(true, c)
	ok(t, err)
	ok(t, s.Flush(ctx))
}

// testRotation holds what a rotation leaves: the old value and the new one until
// the last confirmation, then the new one alone, in backups too.
func testRotation(t *testing.T, a *store) {
	s := rotorRun(t, a)
	saved(t, s, run.BeginRotation{At: rotorKey, Users: []string{"ERP", "Portal"}})
	saved(t, s, run.SealRotation{At: rotorKey, Sealed: newKey(s, "s2")})
	saved(t, s, run.ConfirmRotation{At: rotorKey, Users: []string{"ERP"}})
	same(t, "until it is confirmed", secretIDs(t, a, s.ID()), "s1 s2")
	old, err := a.Secret(ctx, "s1")
	ok(t, err)
	same(t, "the old one", string(old.Blob), "age s1")
	backup, ours := a.backup(t)
	saved(t, s, run.ConfirmRotation{At: rotorKey})
	_, err = a.Secret(ctx, "s1")
	is(t, err, flows.ErrNotFound)
	same(t, "once it is confirmed", secretIDs(t, a, s.ID()), "s2")

	saved(t, s, run.BeginRotation{At: rotorKey, Users: []string{"ERP"}})
	saved(t, s, run.SealRotation{At: rotorKey, Sealed: newKey(s, "s3")})
	saved(t, s, run.GiveUpRotation{At: rotorKey})
	same(t, "given up", secretIDs(t, a, s.ID()), "s2")
	h, err := a.Header(ctx, s.ID())
	ok(t, err)
	events, err := a.Events(ctx, s.ID(), 0)
	ok(t, err)
	same(t, "verdict", run.Verify(h, events), run.Verdict{Intact: true, Events: int64(len(events)), Head: h.Head})
	if !ours {
		return
	}

	_, err = a.replace(t, backup)
	ok(t, err)
	same(t, "in the backup", secretIDs(t, a, s.ID()), "s2")
}
