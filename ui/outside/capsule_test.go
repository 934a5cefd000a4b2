package outside

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/document/capsule"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// office is somebody's store, with what their program gives a run.
type office struct {
	t     testing.TB
	store run.Archive
	env   run.Env
	dir   string
}

func newOffice(t testing.TB, by string, seed byte) *office {
	now := time.Date(2026, 11, 29, 9, 0, 0, 0, time.UTC)
	return &office{t: t, store: storetest.NewMemory(), dir: t.TempDir(), env: run.Env{
		Now: func() time.Time { return now }, Random: rand.NewChaCha8([32]byte{seed}), By: by,
	}}
}

// begin begins a run with an answer and a file.
func (o *office) begin() string {
	o.t.Helper()
	c, err := o.store.AddCustomer(o.t.Context(), run.Customer{Name: "Muster GmbH"})
	o.ok(err)
	id := o.startFor(c)
	f, err := o.store.Put(o.t.Context(), "sketch.png", strings.NewReader("a sketch"))
	o.ok(err)
	o.do(id, run.Answer{At: flows.At("ship.name"), Value: "Aurora"}, run.Tick{At: flows.At("ship.drawn"), Evidence: &f})
	return id
}

// startFor begins a run.
func (o *office) startFor(c run.Customer) string {
	o.t.Helper()
	p, err := flows.Open(os.DirFS("../../flows/document/capsule/testdata"), flows.Specs{}).Procedure("quay")
	o.ok(err)
	s, err := run.Create(o.env, o.store, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"})
	o.ok(err)
	o.ok(s.Flush(o.t.Context()))
	return s.ID()
}

func (o *office) do(id string, commands ...run.Command) {
	o.t.Helper()
	s, err := run.Resume(o.t.Context(), o.env, o.store, id, flows.Decode)
	o.ok(err)
	_, err = s.Do(true, commands...)
	o.ok(err)
	o.ok(s.Flush(o.t.Context()))
}

func (o *office) write(id string) string {
	o.t.Helper()
	path := filepath.Join(o.dir, fmt.Sprintf("%d.lotse", len(o.files())))
	_, err := WriteCapsule(o.t.Context(), o.store, o.env, flows.Decode, id, path, nil)
	o.ok(err)
	return path
}

func (o *office) files() []string {
	o.t.Helper()
	all, err := filepath.Glob(filepath.Join(o.dir, "*"))
	o.ok(err)
	return all
}

func (o *office) open(path string) (*Arrival, error) {
	return OpenCapsule(o.t.Context(), o.store, o.env, flows.Decode, path)
}

func (o *office) ok(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// sum is the SHA-256 of all that the store keeps.
func (o *office) sum() string {
	o.t.Helper()
	h, ctx := sha256.New(), o.t.Context()
	page, err := o.store.Headers(ctx, run.Query{Limit: 500})
	o.ok(err)
	customers, err := o.store.Customers(ctx, "", 500)
	o.ok(err)
	secrets, err := o.store.Secrets(ctx, "")
	o.ok(err)
	settings, err := o.store.Settings(ctx)
	o.ok(err)
	fmt.Fprintf(h, "%+v %+v %+v %+v", page, customers, secrets, settings)
	for _, r := range page.Runs {
		events, err := o.store.Events(ctx, r.ID, 0)
		o.ok(err)
		fmt.Fprintf(h, "%+v", events)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// TestABadFileLeavesTheStoreAlone: whatever was done to a file on its way, it is
// refused and the store is what it was.
func TestABadFileLeavesTheStoreAlone(t *testing.T) {
	ann, ben := newOffice(t, "Ann", 1), newOffice(t, "Ben", 2)
	path := ann.write(ann.begin())
	good, err := os.ReadFile(path)
	ann.ok(err)
	ben.begin()
	before := ben.sum()
	other := filepath.Join(ben.dir, "other.lotse")
	refused := func(what string, file []byte) {
		t.Helper()
		ben.ok(os.WriteFile(other, file, 0o600))
		var r *flows.Refusal
		if _, err := ben.open(other); !errors.As(err, &r) {
			t.Fatalf("%s: %v", what, err)
		}
		if ben.sum() != before {
			t.Fatalf("%s has changed the store", what)
		}
	}
	for i := 0; i < len(good); i += 7 {
		refused(fmt.Sprintf("byte %d flipped", i), slices.Concat(good[:i], []byte{good[i] ^ 0x10}, good[i+1:]))
		refused(fmt.Sprintf("cut at %d", i), good[:i])
	}
	refused("nothing", nil)
	refused("two in one", slices.Concat(good, good))
	ben.ok(os.WriteFile(other, good, 0o600))
	ben.ok(os.Truncate(other, 1<<30))
	if _, err := ben.open(other); !errors.Is(err, flows.ErrLimit) || ben.sum() != before {
		t.Errorf("a file of 1 GB: %v", err)
	}
	if _, err := ben.open(ben.dir); !errors.Is(err, flows.ErrUnreadable) {
		t.Errorf("a folder: %v", err)
	}

	r, err := ben.open(path)
	ben.ok(err)
	if ben.sum() != before {
		t.Error("to look at it changes the store")
	}
	ben.ok(r.TakeIn(t.Context(), ben.store, ben.env, flows.Decode, nil))
	ben.ok(r.Close())
	if ben.sum() == before {
		t.Error("the sum of a store says nothing")
	}
}

// TestWhatIsNotWrittenIsNotThere: a name that is taken, a folder that is gone, a run
// that is not as it was written.
func TestWhatIsNotWrittenIsNotThere(t *testing.T) {
	ann := newOffice(t, "Ann", 1)
	id := ann.begin()
	path := ann.write(id)
	n := len(ann.files())
	write := func(a run.Archive, path string) error {
		_, err := WriteCapsule(t.Context(), a, ann.env, flows.Decode, id, path, nil)
		return err
	}
	if err := write(ann.store, path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that is there: %v", err)
	}
	if err := write(ann.store, filepath.Join(ann.dir, "gone", "x.lotse")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into a folder that is not there: %v", err)
	}
	if err := write(spoilt{ann.store}, filepath.Join(ann.dir, "x.lotse")); !errors.Is(err, flows.ErrDamaged) {
		t.Errorf("of a run that was changed: %v", err)
	}
	if err := write(unsigned{ann.store}, filepath.Join(ann.dir, "x.lotse")); !errors.Is(err, errNoKey) {
		t.Errorf("without a key to sign with: %v", err)
	}
	if len(ann.files()) != n {
		t.Errorf("something is left: %v", ann.files())
	}
}

// spoilt is a store in which somebody has changed an answer.
type spoilt struct{ run.Archive }

func (s spoilt) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	events, err := s.Archive.Events(ctx, id, after)
	events[1].Data = []byte(strings.Replace(string(events[1].Data), "Aurora", "Amrita", 1))
	return events, err
}

var errNoKey = errors.New("no key")

// unsigned is a store whose key cannot be had.
type unsigned struct{ run.Archive }

func (u unsigned) Signer() run.SigningKey { return noKey{u.Archive.Signer()} }

type noKey struct{ run.SigningKey }

func (noKey) Sign(context.Context, run.Statement) (run.Signature, error) {
	return run.Signature{}, errNoKey
}

// TestAForkIsKeptWithoutItsSecrets: the file that is kept beside a run is the one that
// came, but for secrets.
func TestAForkIsKeptWithoutItsSecrets(t *testing.T) {
	ann, ben := newOffice(t, "Ann", 1), newOffice(t, "Ben", 2)
	id := ann.begin()
	r, err := ben.open(ann.write(id))
	ben.ok(err)
	ben.ok(r.TakeIn(t.Context(), ben.store, ben.env, flows.Decode, nil))
	ben.ok(r.Close())
	ann.do(id, run.Answer{At: flows.At("ship.name"), Value: "Borealis"})
	sealed := run.Sealed{ID: "s1", Run: id, Field: "key", Fingerprint: "k1-abcdefgh", Blob: []byte("age"), At: ben.env.Now()}
	ben.do(id, run.SetSecret{At: flows.At("ship.key"), Sealed: &sealed})
	path := filepath.Join(ben.dir, "with.lotse")
	secrets := []capsule.Secret{{ID: "s1", Field: "key", Fingerprint: sealed.Fingerprint, At: sealed.At, Sealed: []byte("sealed for Ann alone")}}
	_, err = WriteCapsule(t.Context(), ben.store, ben.env, flows.Decode, id, path, secrets)
	ben.ok(err)

	r, err = ann.open(path)
	ann.ok(err)
	if r.Relation != run.CopyDiverged || r.Since != 3 || r.TakesSecrets() || !r.IsNews() {
		t.Fatalf("it is %s since %d", r.Relation, r.Since)
	}
	ann.ok(r.TakeIn(t.Context(), ann.store, ann.env, flows.Decode, nil))
	ann.ok(r.Close())
	s, err := run.Resume(t.Context(), ann.env, ann.store, id, flows.Decode)
	ann.ok(err)
	if len(s.Forks()) != 1 {
		t.Fatalf("the forks are %+v", s.Forks())
	}
	c, file, err := OpenFork(t.Context(), ann.store, ann.env, flows.Decode, s.Forks()[0])
	ann.ok(err)
	defer func() { ann.ok(file.Close()) }()
	if len(c.Secrets) != 0 || c.By != "Ben" || c.Copy.View(ann.env.Now()).Step("ship").Item("key").Fingerprint != "k1-abcdefgh" {
		t.Errorf("kept is %+v", c.Manifest)
	}
	kept, err := ann.store.Open(t.Context(), s.Forks()[0].File.Sum)
	ann.ok(err)
	all, err := io.ReadAll(kept)
	ann.ok(errors.Join(err, kept.Close()))
	if strings.Contains(string(all), "sealed for Ann alone") {
		t.Error("the sealed secret is kept with it")
	}
	if r, err = ann.open(path); err != nil || !r.Known || r.IsNews() {
		t.Errorf("once more it is %+v, %v", r, err)
	}
	ann.ok(r.Close())
}
