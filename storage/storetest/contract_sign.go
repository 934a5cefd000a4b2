package storetest

import (
	"strings"
	"testing"

	"lotse/flows/run"
)

// testSigning: the key is made when it is needed, and stays.
func testSigning(t *testing.T, a *store) {
	s := a.Signer()
	state, err := s.State(ctx)
	ok(t, err)
	if state.Key != nil || len(state.Known) > 0 {
		t.Fatalf("a key before one was needed: %+v", state)
	}
	st := run.Statement{Kind: run.StatementReport, Run: "ab12", Mode: run.Real, Events: 3, Head: strings.Repeat("0f", 32), At: Epoch}
	signature, err := s.Sign(ctx, st)
	ok(t, err)
	key, err := a.Signer().Key(ctx)
	ok(t, err)
	same(t, "the key", key, signature.Key)
	other := st
	other.Mode = run.Rehearsal
	if !signature.Proves(st) || signature.Proves(other) {
		t.Fatal("the signature does not prove its statement, or another, too")
	}
	again, err := s.Sign(ctx, other)
	ok(t, err)
	state, err = s.State(ctx)
	ok(t, err)
	if !again.Proves(other) || !state.Owns(key) || state.Owns(nil) || state.Owns(make([]byte, 32)) || len(state.Known) != 1 {
		t.Fatalf("the key does not stay: %+v", state)
	}
}
