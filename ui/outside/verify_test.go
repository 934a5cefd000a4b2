package outside

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// handedOver is a capsule of a run, the key that signed it, and what it takes to
// read it.
func handedOver(t *testing.T) (file, key []byte, env run.Env, load run.Load) {
	t.Helper()
	ctx := context.Background()
	library := flows.Open(os.DirFS("../../flows/document/capsule/testdata"), flows.Specs{})
	p, err := library.Procedure("quay")
	if err != nil {
		t.Fatal(err)
	}
	load = library.Decode
	env = run.Env{Now: time.Now, Random: rand.Reader, By: "Erika Muster"}
	a := storetest.NewMemory()
	c, err := a.AddCustomer(ctx, run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := run.Create(env, a, run.Start{Procedure: p, Customer: c, Mode: run.Rehearsal, Lang: "en"})
	if err == nil {
		err = s.Flush(ctx)
	}
	path := filepath.Join(t.TempDir(), "run.lotse")
	if err == nil {
		_, err = WriteCapsule(ctx, a, env, load, s.ID(), path, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	if file, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	key, err = a.Signer().Key(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return file, key, env, load
}

// TestVerifyACapsule: a changed byte, or a cut, and nothing is proven of it, not even
// by whom it was written.
func TestVerifyACapsule(t *testing.T) {
	file, key, env, load := handedOver(t)
	path := filepath.Join(t.TempDir(), "run.lotse")
	verify := func(content []byte) (intact bool, err error) {
		t.Helper()
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		v, err := Verify(t.Context(), path, env, load)
		if v.Sealed != v.Intact || v.Sealed && (v.Form != Capsule || !v.Chain || v.Statement.Mode != run.Rehearsal || !bytes.Equal(v.Key, key)) || !v.Intact && err == nil && v.Fault == nil {
			t.Errorf("%+v", v)
		}
		return v.Intact, err
	}
	if intact, err := verify(file); err != nil || !intact {
		t.Errorf("as it is: %t, %v", intact, err)
	}
	for i := 0; i < len(file); i += 7 {
		flipped := bytes.Clone(file)
		flipped[i] ^= 1 << (i % 8)
		for what, content := range map[string][]byte{"flipped": flipped, "cut": file[:i]} {
			intact, err := verify(content)
			var refusal *flows.Refusal
			if intact || err != nil && !errors.As(err, &refusal) {
				t.Errorf("%s at %d: %t, %v", what, i, intact, err)
			}
		}
	}
}

func TestVerifyWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	if _, err := Verify(t.Context(), filepath.Join(dir, "none"), run.Env{}, nil); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("nothing: %v", err)
	}
	if _, err := Verify(t.Context(), dir, run.Env{}, nil); !errors.Is(err, flows.ErrUnreadable) {
		t.Errorf("a folder: %v", err)
	}
}
