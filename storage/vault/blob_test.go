package vault

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

func TestEveryByteCounts(t *testing.T) {
	v := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: newChain()})
	s := mustSeal(t, v, run.Real, "s3cret")
	mustOpen(t, v, run.Real, s, "s3cret")
	refused := func(what string, at int, blob []byte) {
		t.Helper()
		bad := s
		bad.Blob = blob
		got, err := v.Open(t.Context(), run.Real, bad)
		if !errors.Is(err, flows.ErrDamaged) || got.Reveal() != nil {
			t.Fatalf("%s at %d: %v, want ErrDamaged", what, at, err)
		}
		if strings.Contains(err.Error(), "s3cret") {
			t.Fatalf("%s at %d: the error tells the value", what, at)
		}
	}
	for i := range s.Blob {
		for _, bit := range []byte{0x01, 0x20, 0x80} {
			flipped := bytes.Clone(s.Blob)
			flipped[i] ^= bit
			refused("flip", i, flipped)
		}
		refused("cut", i, s.Blob[:i])
	}
	refused("more", len(s.Blob), append(bytes.Clone(s.Blob), 0))
	refused("twice", len(s.Blob), append(bytes.Clone(s.Blob), s.Blob...))
	refused("huge", 0, make([]byte, 1<<20))
}

func TestMovedBlobsAreRefused(t *testing.T) {
	v := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: newChain()})
	s := mustSeal(t, v, run.Real, "s3cret")
	moves := map[string]func(*run.Sealed){
		"run":            func(s *run.Sealed) { s.Run = "run-2" },
		"field":          func(s *run.Sealed) { s.Field = "password" },
		"origin":         func(s *run.Sealed) { s.Origin = "https://evil.example.org:443" },
		"port":           func(s *run.Sealed) { s.Origin = "https://api.example.org:8443" },
		"no origin":      func(s *run.Sealed) { s.Origin = "" },
		"joined in pair": func(s *run.Sealed) { s.Run, s.Field = "run-1client", "_secret" },
	}
	for name, move := range moves {
		moved := s
		move(&moved)
		got, err := v.Open(t.Context(), run.Real, moved)
		if !is(err, Elsewhere) || got.Reveal() != nil {
			t.Errorf("%s: %v, want Elsewhere", name, err)
		}
	}
}

func TestUsesAreKeptApart(t *testing.T) {
	m := newMemory()
	v := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: newChain()})
	s, err := v.Seal(t.Context(), run.Real, "run-1", "f", "", secret("s3cret"))
	if err != nil {
		t.Fatal(err)
	}
	unsaved, err := v.SealUnsaved(t.Context(), run.Real, "run-1", "f", secret("s3cr"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.OpenUnsaved(t.Context(), run.Real, "run-1", "f", s.Blob); !is(err, Elsewhere) {
		t.Errorf("a secret as unsaved input: %v", err)
	}
	s.Blob = unsaved
	if _, err := v.Open(t.Context(), run.Real, s); !is(err, Elsewhere) {
		t.Errorf("unsaved input as a secret: %v", err)
	}
	_, key := splitKey(m.values[RunSetting("run-1")])
	s.Field, s.Blob = useKey, key
	if _, err := v.Open(t.Context(), run.Real, s); !is(err, Elsewhere) {
		t.Errorf("the fingerprint key as a secret: %v", err)
	}
}

func TestForeignContentIsDamage(t *testing.T) {
	want := binding{Use: useSecret, Run: "r", Field: "f"}
	const good = `{"v":"czNjcmV0","use":"secret","run":"r","field":"f","origin":"","created":"2026-11-21T09:30:00Z"}`
	if v, err := compare(want, []byte(good+"   ")); err != nil || string(v) != "s3cret" {
		t.Fatalf("good content: %v", err)
	}
	for _, bad := range []string{
		"", " ", "s3cret", `{`, `[]`, `"s3cret"`, `{"v":"s3cret!"}`, `{"v":7}`, good + good,
		strings.Replace(good, "czNjcmV0", "", 1), strings.Replace(good, `"2026-`, `"s3cret`, 1),
	} {
		v, err := compare(want, []byte(bad))
		if !errors.Is(err, flows.ErrDamaged) || v != nil {
			t.Errorf("%q: %v, want ErrDamaged", bad, err)
		}
		if err != nil && strings.Contains(err.Error(), "s3cret") {
			t.Errorf("the error tells the value: %v", err)
		}
	}
}

// FuzzOpen gives hostile blobs to an identity, and what is in them, where they
// open, to the comparison.
func FuzzOpen(f *testing.F) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		f.Fatal(err)
	}
	want := binding{Use: useSecret, Run: "r", Field: "f"}
	blob, err := seal(id.Recipient(), want, []byte("s3cret"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(blob)
	f.Add([]byte("age-encryption.org/v1\n-> X25519 \n"))
	f.Add([]byte(`{"v":"czNjcmV0","use":"secret","run":"r","field":"f","origin":""}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if v, err := unseal(id, want, data); (err == nil) != bytes.Equal(data, blob) {
			t.Errorf("opened %d bytes: %v (%v)", len(v), err, bytes.Equal(data, blob))
		}
		if v, err := compare(want, data); (err == nil) == (len(v) == 0) {
			t.Errorf("a value and an error, or neither: %v", err)
		}
	})
}
