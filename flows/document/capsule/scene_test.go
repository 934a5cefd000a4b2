package capsule

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"io"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

var ctx = context.Background()

// signer signs with a key of a test's own.
type signer struct{ key ed25519.PrivateKey }

func newSigner(seed byte) signer {
	return signer{ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))}
}

func (s signer) Key(context.Context) ([]byte, error) { return s.key.Public().(ed25519.PublicKey), nil }

func (s signer) Sign(_ context.Context, st run.Statement) (run.Signature, error) {
	return run.Signature{Key: s.key.Public().(ed25519.PublicKey), Value: ed25519.Sign(s.key, st.Bytes())}, nil
}

// scene is a run in a memory store, with what a capsule is written from.
type scene struct {
	t     testing.TB
	store *storetest.Memory
	env   run.Env
	proc  *flows.Procedure
	*run.Session
}

func begun(t testing.TB, customer string, seed byte) *scene {
	t.Helper()
	p, err := flows.Open(os.DirFS("testdata"), flows.Specs{}).Procedure("quay")
	ok(t, err)
	now := time.Date(2026, 11, 29, 9, 0, 0, 5e6, time.UTC)
	s := &scene{t: t, store: storetest.NewMemory(), proc: p, env: run.Env{
		Now: func() time.Time { return now }, Random: rand.NewChaCha8([32]byte{seed}), By: "Erika Muster",
	}}
	c, err := s.store.AddCustomer(ctx, run.Customer{Name: customer})
	ok(t, err)
	s.Session, err = run.Create(s.env, s.store, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"})
	ok(t, err)
	ok(t, s.Flush(ctx))
	return s
}

// filled is a run with an answer, rows, a secret, a file twice and one that is gone.
func filled(t testing.TB) *scene {
	t.Helper()
	s := begun(t, "Muster GmbH", 1)
	sketch := s.keep("sketch.png", "a picture")
	sealed := run.Sealed{ID: "sealed1", Run: s.ID(), Field: "key", Fingerprint: "k1-abcdefgh", Blob: []byte("age"), At: s.env.Now()}
	s.do(run.Answer{At: flows.At("ship.name"), Value: "Aurora <b> & \u202e\x1b[31m"},
		run.Answer{At: flows.At("papers"), Value: answerOf(s.keep("papers.pdf", "the papers"))},
		run.SetSecret{At: flows.At("ship.key"), Sealed: &sealed},
		run.ReplaceRows{List: flows.At("ship.crew"), Rows: []map[string]flows.Value{{"badge": "b1"}, {"badge": "b2", "aboard": true}}},
		run.Tick{At: flows.At("ship.drawn"), Evidence: &sketch},
		run.Untick{At: flows.At("ship.drawn")},
		run.Tick{At: flows.At("ship.drawn"), Evidence: &run.File{Name: "lost.png", Sum: hexSum([]byte("lost")), Size: 4}})
	return s
}

func answerOf(f run.File) string { return "sha256:" + f.Sum + "/" + f.Name }

func (s *scene) keep(name, text string) run.File {
	s.t.Helper()
	f, err := s.store.Put(ctx, name, bytes.NewReader([]byte(text)))
	ok(s.t, err)
	return f
}

func (s *scene) do(commands ...run.Command) {
	s.t.Helper()
	_, err := s.Do(true, commands...)
	ok(s.t, err)
	ok(s.t, s.Flush(ctx))
}

func (s *scene) open(ctx context.Context, sum string) (io.ReadCloser, error) {
	return s.store.Open(ctx, sum)
}

func (s *scene) contents() *Contents {
	return &Contents{By: "Erika Muster", At: s.env.Now(), Events: s.Events(), Documents: map[string][]byte{s.proc.Digest: s.proc.Bytes()}, Files: s.open, Secrets: []Secret{
		{ID: "sealed1", Field: "key", Fingerprint: "k1-abcdefgh", At: s.env.Now(), Sealed: []byte("sealed for somebody")},
	}}
}

// write gives the capsule of a run.
func (s *scene) write() []byte {
	s.t.Helper()
	var b bytes.Buffer
	written, err := Write(ctx, &b, s.contents(), newSigner(7))
	ok(s.t, err)
	if written.Size != int64(b.Len()) || written.Sum != hexSum(b.Bytes()) {
		s.t.Fatalf("%d bytes with the sum %s were written, and it says %d, %s", b.Len(), hexSum(b.Bytes()), written.Size, written.Sum)
	}
	return b.Bytes()
}

func read(file []byte) (*Capsule, error) {
	return Read(ctx, bytes.NewReader(file), int64(len(file)), run.Env{Now: time.Now}, flows.Decode)
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// textOf is what a capsule has as a file.
func textOf(t *testing.T, c *Capsule, sum string) string {
	t.Helper()
	r, size, err := c.Open(sum)
	ok(t, err)
	text, err := io.ReadAll(r)
	ok(t, err)
	ok(t, r.Close())
	if int64(len(text)) != size {
		t.Errorf("%s has %d bytes, and it says %d", sum, len(text), size)
	}
	return string(text)
}
