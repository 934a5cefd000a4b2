// Package vault keeps secrets as age blobs, sealed to the person's own public
// key. It implements run.Vault and imports flows, storage/disk, age
// and go-keyring; it knows the store only as Settings.
//
// It exists so that a secret that is shown once can always be saved, and never
// lies anywhere in clear: sealing needs only the public recipient, which is a
// setting, so it never asks once an identity exists. Opening needs the identity,
// an X25519 key that is made at the first secret and lies in one place, chosen
// once: the OS keychain (under its recipient as account name, so that two
// databases never overwrite each other's) or the file identity.age under a
// passphrase. There is no plain text to fall back to, and without a
// recovery identity no way around a forgotten passphrase (see Forgotten).
//
// Rehearsals and demos seal to an identity of their own, made per database and
// kept in its settings in clear, under a name that says so; where those are on a server
// (Options.Remote), in a file of the folder instead. What they sealed is not protected,
// and opens in no real run.
//
// Init makes the identity once and refuses ever after (Exists). An
// identity.age that a database does not know yet, because a start was cut off
// or two databases share a folder, is taken over when the passphrase opens it,
// and never overwritten. Unlock opens the file for this process; a keychain
// needs none. The identity is dropped again after ten idle minutes.
//
// State answers from the settings and this process: Open says that the identity
// is in memory, so that opening will not ask; Keychain is asked of the system
// (up to three seconds where a bus hangs), so State is for a status line that is
// drawn once and not for every frame. What can be known without asking is looked
// at by State and before each sealing: a file that is missing, cut off or not the
// one that this database made or opened last, an entry that the keychain has lost.
// Nothing is sealed to such an identity, because nobody could open it; Prepare
// tells before the secret is asked for.
//
// Where the settings are on a server, its administrator can change them. So what decides
// to whom is sealed, which are the own public key, the recovery's and those of others that
// were confirmed, lies in a file of the folder, for each server one. What stands on the
// server is for others to read, and for another machine of the same person to know
// that there is a key: it makes none of its own then, and takes the one that is brought
// there if it is that one.
//
// MakeRecovery makes a second identity that is shown once, to be printed, and kept
// nowhere; by it Recover keeps the identity anew where the passphrase is forgotten,
// the file lost or the keychain gone.
//
// SealAnew seals a kept secret again, to its owner and to others of a team.
//
// SealTo seals a kept secret once more, for somebody else: to their public key or
// under a passphrase, as an armored age file that says where it comes from.
// OpenFrom opens such a file. A hand-over is no secret of a run, nor the other way
// round.
//
// What it does not protect from: a program of the same user that reads this
// process or types on its terminal; and somebody who can write to the database
// can seal values of their own to the recipient, or put their own in its place
// (seen at the next opening). A blob that is moved to another run, field or
// origin is refused. Strings handed to age, the keychain and the terminal cannot
// be cleared from memory; what is held here as bytes is.
package vault

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"time"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

// Settings is where the vault keeps what is public: keys begin with "vault.".
type Settings interface {
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
}

// Options is what a vault needs from outside.
type Options struct {
	Dir      string // folder of the identity file
	Settings Settings
	Now      func() time.Time // nil: time.Now
	Random   io.Reader        // ids and fingerprint keys; nil: crypto/rand
	Keychain Keychain         // nil: the system's
	// Remote names the database of a server, which is a machine of others; "" where the
	// settings are the person's own. No private key goes there, not even that of
	// rehearsals, and nothing from there decides to whom something is sealed, or by which
	// key a fingerprint is made: all of it is kept in files of Dir.
	Remote string
	// WorkFactor is how hard a passphrase is to try, as a power of two; 0: 18, some
	// 0.7 s a try. Less is for tests alone.
	WorkFactor int
	// Ask asks for a passphrase on the terminal, without showing it; nil where
	// there is none. The bytes that it gives are cleared after use.
	Ask func(ctx context.Context, prompt flows.Message) (run.Secret, error)
}

// Vault seals and opens secrets. It is safe for several goroutines, and for
// several programs over the same settings and folder.
type Vault struct {
	dir      string
	settings Settings
	own      Settings // what decides to whom is sealed
	prints   Settings // the keys of fingerprints
	now      func() time.Time
	random   io.Reader
	keychain Keychain
	remote   bool
	ask      func(ctx context.Context, prompt flows.Message) (run.Secret, error)

	limit      time.Duration // of every keychain call
	idle       time.Duration // after which the identity is dropped
	workFactor int           // of the passphrase, as a power of two

	turn chan struct{} // held by whoever asks or makes an identity

	mu    sync.Mutex
	open  *age.X25519Identity
	timer *time.Timer
	asked time.Time // when the keychain was looked at; zero: not yet
	keys  map[string]runKey
}

// New makes a vault. Nothing is read, written or asked before it is used.
func New(o Options) *Vault {
	v := &Vault{
		dir: o.Dir, settings: o.Settings, now: o.Now, random: o.Random, keychain: o.Keychain, remote: o.Remote != "", ask: o.Ask,
		limit: 3 * time.Second, idle: 10 * time.Minute, workFactor: cmp.Or(o.WorkFactor, 18),
		turn: make(chan struct{}, 1), keys: map[string]runKey{},
	}
	if v.own, v.prints = o.Settings, o.Settings; v.remote {
		v.own, v.prints = ownSettings{dir: o.Dir, server: o.Remote}, ownKeys{dir: o.Dir, server: o.Remote}
	}
	if v.now == nil {
		v.now = time.Now
	}
	if v.random == nil {
		v.random = rand.Reader
	}
	if v.keychain == nil {
		v.keychain = systemKeychain{}
	}
	return v
}

// Path is where the identity file lies, or would.
func (v *Vault) Path() string { return filepath.Join(v.dir, "identity.age") }

// Seal makes a blob for a run's field. The first secret of a database makes its
// identity: silently in a keychain that answers, else under a passphrase that is
// asked for, else the error is flows.ErrNoIdentity.
func (v *Vault) Seal(ctx context.Context, mode run.Mode, runID, field, origin string, secret run.Secret) (run.Sealed, error) {
	return v.SealFor(ctx, mode, runID, field, origin, secret, nil)
}

// SealFor is Seal for others as well, by their public keys.
func (v *Vault) SealFor(ctx context.Context, mode run.Mode, runID, field, origin string, secret run.Secret, keys []string) (run.Sealed, error) {
	value, err := checkSecret(field, secret)
	if err != nil {
		return run.Sealed{}, err
	}
	to, err := v.recipient(ctx, mode)
	if err != nil {
		return run.Sealed{}, err
	}
	mark, err := v.fingerprint(ctx, mode, to, runID, value)
	if err != nil {
		return run.Sealed{}, err
	}
	id, err := v.id()
	if err != nil {
		return run.Sealed{}, err
	}
	at := v.now().UTC().Truncate(time.Millisecond)
	all, err := withKeys(to, keys)
	if err != nil {
		return run.Sealed{}, err
	}
	blob, err := seal(all, binding{Use: useSecret, Run: runID, Field: field, Origin: origin, Created: at}, value)
	if err != nil {
		return run.Sealed{}, err
	}
	return run.Sealed{ID: id, Run: runID, Field: field, Origin: origin, Fingerprint: mark, Blob: blob, At: at}, nil
}

// Open gives a secret, after comparing run, field and origin with what was
// sealed (Elsewhere). It may ask; flows.ErrSealed where it cannot, flows.ErrDenied
// for a secret of a colleague's that they have not sealed to whoever asks, and
// flows.ErrDamaged for a blob that this identity does not open.
func (v *Vault) Open(ctx context.Context, mode run.Mode, s run.Sealed) (run.Secret, error) {
	if s.Others() || s.By != "" && mode != run.Real { // each has an own key for rehearsals
		return run.Secret{}, others(s)
	}
	return v.reveal(ctx, mode, binding{Use: useSecret, Run: s.Run, Field: s.Field, Origin: s.Origin}, s.Blob)
}

// SealUnsaved makes a blob for secret input that is not submitted yet. It is no
// secret of the run: Open refuses it.
func (v *Vault) SealUnsaved(ctx context.Context, mode run.Mode, runID, field string, secret run.Secret) ([]byte, error) {
	value, err := checkSecret(field, secret)
	if err != nil {
		return nil, err
	}
	to, err := v.recipient(ctx, mode)
	if err != nil {
		return nil, err
	}
	return seal(to, binding{Use: useUnsaved, Run: runID, Field: field, Created: v.now().UTC()}, value)
}

// OpenUnsaved gives unsaved input back; its errors are those of Open.
func (v *Vault) OpenUnsaved(ctx context.Context, mode run.Mode, runID, field string, blob []byte) (run.Secret, error) {
	return v.reveal(ctx, mode, binding{Use: useUnsaved, Run: runID, Field: field}, blob)
}

func (v *Vault) reveal(ctx context.Context, mode run.Mode, want binding, blob []byte) (run.Secret, error) {
	id, err := v.identity(ctx, mode)
	if err != nil {
		return run.Secret{}, err
	}
	value, err := unseal(id, want, blob)
	if err != nil {
		return run.Secret{}, openError(want, err)
	}
	return run.NewSecret(value), nil
}

// openError says why a blob was not opened.
func openError(want binding, err error) error {
	kind, code := flows.ErrDamaged, "vault.changed"
	if errors.Is(err, errElsewhere) {
		kind, code = flows.ErrFailed, Elsewhere
	}
	return flows.Refuse(kind, flows.Address{Item: want.Field}, code, "field", want.Field, "run", want.Run).Because(err)
}

// checkSecret gives the value of a secret, if it may be sealed.
func checkSecret(field string, secret run.Secret) ([]byte, error) {
	value := secret.Reveal()
	switch {
	case len(value) == 0:
		return nil, flows.Refuse(flows.ErrUsage, flows.Address{Item: field}, "vault.empty")
	case len(value) > flows.MaxSecret:
		return nil, flows.Refuse(flows.ErrLimit, flows.Address{Item: field}, "vault.too_long", "limit", flows.MaxSecret>>10)
	}
	return value, nil
}

// id gives a new id for a sealed secret.
func (v *Vault) id() (string, error) {
	b, err := v.bytes(10)
	if err != nil {
		return "", err
	}
	return lower32(b), nil
}

// bytes reads from the source of randomness, which need not be safe for several
// goroutines.
func (v *Vault) bytes(n int) ([]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	b := make([]byte, n)
	if _, err := io.ReadFull(v.random, b); err != nil {
		return nil, fmt.Errorf("read random bytes: %w", err)
	}
	return b, nil
}
