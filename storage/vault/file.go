package vault

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
	"lotse/storage/disk"
)

const (
	maxWorkFactor = 20       // of a file that is read: a hostile one must not take all memory
	maxFile       = 16 << 10 // an identity file has some 400 bytes
)

// hasIdentityFile reports whether there is an identity file. An empty one only
// reserves the name, for a program that was interrupted.
func hasIdentityFile(path string) bool {
	at, err := os.Stat(path)
	return err == nil && at.Size() > 0 || err != nil && !errors.Is(err, fs.ErrNotExist)
}

// readIdentity opens the identity file at a path; see readFile and openIdentity.
func readIdentity(path string, passphrase run.Secret) (*age.X25519Identity, error) {
	sealed, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return openIdentity(path, sealed, passphrase)
}

// openIdentity opens the content of an identity file. flows.ErrSealed, as
// WrongPassphrase, for a passphrase that does not open it, flows.ErrDamaged for
// what is no such file.
func openIdentity(path string, sealed []byte, passphrase run.Secret) (*age.X25519Identity, error) {
	wrong := flows.Refuse(flows.ErrSealed, nil, WrongPassphrase, "file", path)
	damaged := flows.Refuse(flows.ErrDamaged, nil, noFile, "file", path)
	key, err := age.NewScryptIdentity(string(passphrase.Reveal()))
	if err != nil {
		return nil, wrong // it is empty
	}
	key.SetMaxWorkFactor(maxWorkFactor)
	r, err := age.Decrypt(bytes.NewReader(sealed), key)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) && slices.Equal(none.StanzaTypes, []string{"scrypt"}) {
		return nil, wrong
	}
	if err != nil {
		return nil, damaged
	}
	buf := make([]byte, maxFile)
	defer clear(buf)
	plain, err := readInto(buf, r)
	if err != nil {
		return nil, damaged
	}
	ids, err := age.ParseIdentities(bytes.NewReader(plain))
	if err != nil || len(ids) != 1 {
		return nil, damaged // err may quote the key
	}
	id, ok := ids[0].(*age.X25519Identity)
	if !ok {
		return nil, damaged
	}
	return id, nil
}

func readSmall(path string) ([]byte, error) { return readUpTo(path, maxFile) }

// readUpTo reads a regular file of at most so many bytes.
func readUpTo(path string, most int64) ([]byte, error) {
	if at, err := os.Stat(path); err != nil {
		return nil, err
	} else if !at.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file: %w", path, flows.ErrDamaged) // opening a pipe would hang
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > most {
		return nil, fmt.Errorf("%s is too long for one: %w", path, flows.ErrDamaged)
	}
	return b, nil
}

// writeIdentity writes a new identity file, whole or not at all, that age opens,
// too. The caller holds the lock of the folder and has seen that none is there.
func writeIdentity(path string, id *age.X25519Identity, passphrase run.Secret, workFactor int, now time.Time) error {
	sealed, err := sealIdentity(id, passphrase, workFactor, now)
	if err != nil {
		return err
	}
	if err := replaceEmpty(path, sealed); err != nil {
		return unwritten(path, err)
	}
	return nil
}

func sealIdentity(id *age.X25519Identity, passphrase run.Secret, workFactor int, now time.Time) ([]byte, error) {
	if err := run.CheckPassphrase(passphrase); err != nil {
		return nil, err
	}
	key, err := age.NewScryptRecipient(string(passphrase.Reveal()))
	if err != nil {
		return nil, fmt.Errorf("seal the identity file: %w", err)
	}
	key.SetWorkFactor(workFactor)
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, key)
	if err != nil {
		return nil, fmt.Errorf("seal the identity file: %w", err)
	}
	plain := fmt.Appendf(nil, "# created: %s\n# public key: %s\n%s\n", now.UTC().Format(time.RFC3339), id.Recipient(), id)
	defer clear(plain)
	if _, err := w.Write(plain); err != nil {
		return nil, fmt.Errorf("seal the identity file: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("seal the identity file: %w", err)
	}
	return sealed.Bytes(), nil
}

// replaceEmpty takes the path for itself, writes beside it and renames: what is
// renamed over is empty and ours, so an identity is never overwritten.
func replaceEmpty(path string, content []byte) error {
	if err := reserve(path); err != nil {
		return err
	}
	temp := path + ".new"
	if err := writeSynced(temp, content); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	if err := ownfile.Rename(temp, path); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return disk.SyncFolder(filepath.Dir(path))
}

func reserve(path string) error {
	f, err := ownfile.Create(path)
	if err == nil {
		return f.Close()
	}
	if errors.Is(err, fs.ErrExist) && !hasIdentityFile(path) {
		return nil
	}
	return err
}

func writeSynced(path string, content []byte) (err error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := ownfile.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(content); err != nil {
		return err
	}
	return f.Sync()
}
