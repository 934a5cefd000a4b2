// Package sign is the key by which this installation signs what leaves it: reports,
// capsules. It implements run.SigningKey and imports flows, flows/run and
// storage/disk; it knows the store only as Settings.
//
// It exists so that a file can be told later to come from here, as it is. The key,
// Ed25519, lies in the file signing.key beside the database, closed to others, and
// is made when it is first needed. Signing never asks, since a report has to be
// written whenever a run is finished: whoever works under the user's name can sign,
// and the key proves no more than that. It is in no backup. The public keys that
// this database has signed with are a setting, and so in the backups: what was
// signed before the file was lost is known as this installation's ever after.
//
// A file that is damaged, cut off, something else or open to others is refused, and
// never replaced. One that is missing, or has another key than the last one, is told
// by Told before anything is signed with it.
package sign

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/disk"
)

// keysSetting has the public keys that were signed with, in hex, apart by spaces,
// the newest last.
const keysSetting = "signing.keys"

const lockWait = 30 * time.Second // a vault may hold the lock while a passphrase is asked for

// Settings is what a store keeps by name.
type Settings interface {
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
}

// Key is the key of a folder. It is safe for several goroutines and programs.
type Key struct {
	dir      string
	settings Settings
	random   io.Reader
}

var _ run.SigningKey = (*Key)(nil)

// New names the key of a folder and makes nothing; nil is crypto/rand.
func New(dir string, settings Settings, random io.Reader) *Key {
	if random == nil {
		random = rand.Reader
	}
	return &Key{dir: dir, settings: settings, random: random}
}

// Path is where the key lies, or will lie.
func (k *Key) Path() string { return filepath.Join(k.dir, "signing.key") }

// Sign is of run.Signer.
func (k *Key) Sign(ctx context.Context, s run.Statement) (run.Signature, error) {
	private, err := k.need(ctx)
	if err != nil {
		return run.Signature{}, err
	}
	defer clear(private)
	public := public(private)
	return run.Signature{Key: public, Value: ed25519.Sign(private, s.Bytes())}, k.note(ctx, public)
}

// Key is of run.Signer.
func (k *Key) Key(ctx context.Context) ([]byte, error) {
	private, err := k.need(ctx)
	if err != nil {
		return nil, err
	}
	defer clear(private)
	return public(private), nil
}

func public(private ed25519.PrivateKey) []byte {
	return slices.Clone([]byte(private.Public().(ed25519.PublicKey)))
}

// State is of run.SigningKey.
func (k *Key) State(ctx context.Context) (run.SigningState, error) {
	s := run.SigningState{Path: k.Path()}
	var err error
	if s.Known, err = k.known(ctx); err != nil {
		return s, err
	}
	private, err := k.read()
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if at, err := os.Stat(k.Path()); err == nil {
		s.At = at.ModTime()
	}
	if err != nil {
		return s, err
	}
	defer clear(private)
	s.Key = public(private)
	return s, nil
}

// Told is what has to be known before the next signature: that the key which signed
// last is not there. It is the zero Message where all is well, or nothing was signed yet.
func (k *Key) Told(ctx context.Context) (flows.Message, error) {
	s, err := k.State(ctx)
	var refusal *flows.Refusal
	switch {
	case errors.As(err, &refusal): // it is refused when it is needed
		return flows.Message{}, nil
	case err != nil || len(s.Known) == 0:
		return flows.Message{}, err
	case s.Key == nil:
		return flows.Msg("signing.missing", "file", k.Path()), nil
	case !bytes.Equal(s.Key, s.Known[len(s.Known)-1]):
		return flows.Msg("signing.other", "file", k.Path()), nil
	}
	return flows.Message{}, nil
}

// known are the public keys of the setting; what is none is left out.
func (k *Key) known(ctx context.Context) (all [][]byte, err error) {
	text, err := k.settings.Setting(ctx, keysSetting)
	if err != nil {
		return nil, fmt.Errorf("read signing keys: %w", err)
	}
	for _, name := range strings.Fields(text) {
		if key, err := hex.DecodeString(name); err == nil && len(key) == ed25519.PublicKeySize {
			all = append(all, key)
		}
	}
	return all, nil
}

// note remembers a public key that was signed with. The signature does not depend
// on it: on a full disk the next one writes it.
func (k *Key) note(ctx context.Context, public []byte) error {
	all, err := k.known(ctx)
	if err != nil || len(all) > 0 && bytes.Equal(all[len(all)-1], public) {
		return err
	}
	all = slices.DeleteFunc(all, func(one []byte) bool { return bytes.Equal(one, public) })
	var names []string
	for _, one := range append(all, public) {
		names = append(names, run.KeyName(one))
	}
	err = k.settings.SetSetting(ctx, keysSetting, strings.Join(names, " "))
	if err != nil && !errors.Is(err, flows.ErrFull) && !errors.Is(err, flows.ErrReadOnly) {
		return fmt.Errorf("write signing keys: %w", err)
	}
	return nil
}

// need gives the key, and makes it where there is none.
func (k *Key) need(ctx context.Context) (ed25519.PrivateKey, error) {
	private, err := k.read()
	if !errors.Is(err, fs.ErrNotExist) {
		return private, err
	}
	release, err := disk.Lock(ctx, filepath.Join(k.dir, disk.KeysLock), lockWait)
	if err != nil {
		return nil, k.unwritten(err)
	}
	defer release()
	private, err = k.read()
	if !errors.Is(err, fs.ErrNotExist) { // made while waiting for the lock
		return private, err
	}
	return k.make()
}
