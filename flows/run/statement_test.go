package run_test

import (
	"bytes"
	"crypto/ed25519"
	"reflect"
	"testing"
	"time"

	"lotse/flows/run"
)

// TestASignatureProvesEveryField changes each field of a statement in turn, the
// key and every byte of the signature: none of them proves it any more.
func TestASignatureProvesEveryField(t *testing.T) {
	key := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	s := run.Statement{
		Kind: run.StatementReport, Run: "7f3", Mode: run.Real, Digest: "d", Events: 12, Head: "h", Content: "c",
		At: time.Date(2026, 11, 29, 9, 0, 0, 0, time.UTC),
	}
	g := run.Signature{Key: key.Public().(ed25519.PublicKey), Value: ed25519.Sign(key, s.Bytes())}
	if !g.Proves(s) {
		t.Fatal("a signature does not prove its own statement")
	}
	if other := s; !g.Proves(func() run.Statement { other.At = s.At.In(time.FixedZone("", 3600)); return other }()) {
		t.Error("the same instant in another zone is another statement")
	}
	for i := range reflect.TypeOf(s).NumField() {
		other := s
		switch f := reflect.ValueOf(&other).Elem().Field(i); v := f.Interface().(type) {
		case int64:
			f.SetInt(v + 1)
		case time.Time:
			f.Set(reflect.ValueOf(v.Add(time.Millisecond)))
		default:
			f.SetString(f.String() + "x")
		}
		if g.Proves(other) {
			t.Errorf("another %s is proven, too", reflect.TypeOf(s).Field(i).Name)
		}
	}
	for i := range g.Value {
		other := run.Signature{Key: g.Key, Value: bytes.Clone(g.Value)}
		other.Value[i] ^= 1
		if other.Proves(s) {
			t.Errorf("byte %d of the signature can be another", i)
		}
	}
	for _, bad := range []run.Signature{{}, {Key: g.Key}, {Key: g.Key[1:], Value: g.Value}, {Key: g.Value[:32], Value: g.Value}} {
		if bad.Proves(s) {
			t.Errorf("%x proves it", bad)
		}
	}
}

// TestStatementsDoNotMeet holds that what moves from one field into the next is
// another statement.
func TestStatementsDoNotMeet(t *testing.T) {
	a, b := run.Statement{Run: "ab", Mode: "c"}, run.Statement{Run: "a", Mode: "bc"}
	if bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two statements have the same bytes")
	}
}
