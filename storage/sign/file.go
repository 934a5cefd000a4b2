package sign

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/storage/disk"
)

// The file is one line: what it is, the private key (the seed of RFC 8032) and the
// public one, in hex. The second is there so that a seed that is not what was
// written is found: each 32 bytes are a seed.
const (
	opening  = "lotse signing key 1 "
	fileSize = len(opening) + 2*ed25519.SeedSize + 1 + 2*ed25519.PublicKeySize + 1
)

// encode is a key as its file has it.
func encode(private ed25519.PrivateKey) []byte {
	return fmt.Appendf(nil, "%s%x %x\n", opening, private.Seed(), []byte(private.Public().(ed25519.PublicKey)))
}

// decode reads what encode wrote, and nothing else.
func decode(file []byte) (ed25519.PrivateKey, bool) {
	text, ok := strings.CutPrefix(string(file), opening)
	if !ok || len(file) != fileSize {
		return nil, false
	}
	seed, err := hex.DecodeString(text[:2*ed25519.SeedSize])
	if err != nil {
		return nil, false
	}
	defer clear(seed)
	private := ed25519.NewKeyFromSeed(seed)
	again := encode(private)
	defer clear(again)
	return private, bytes.Equal(again, file)
}

// read reads the key; fs.ErrNotExist where there is none.
func (k *Key) read() (ed25519.PrivateKey, error) {
	at, err := os.Stat(k.Path())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err != nil:
		return nil, k.unread(err)
	case !at.Mode().IsRegular(): // opening a pipe would hang
		return nil, k.refuse("signing.damaged")
	case ownfile.IsOpen(k.Path()):
		return nil, k.refuse("signing.open")
	}
	file, err := k.content()
	if err != nil {
		return nil, err
	}
	defer clear(file)
	private, ok := decode(file)
	if !ok {
		return nil, k.refuse("signing.damaged")
	}
	return private, nil
}

// content is what the file has, as far as a key is long, and a byte more.
func (k *Key) content() ([]byte, error) {
	f, err := os.Open(k.Path())
	if err != nil {
		return nil, k.unread(err)
	}
	defer f.Close() //nolint:errcheck // only read
	file := make([]byte, fileSize+1)
	n, err := io.ReadFull(f, file)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, k.unread(err)
	}
	return file[:n], nil
}

// make makes the key, whole or not at all. The caller holds the lock of the folder
// and has seen that there is none.
func (k *Key) make() (ed25519.PrivateKey, error) {
	seed := make([]byte, ed25519.SeedSize)
	defer clear(seed)
	if _, err := io.ReadFull(k.random, seed); err != nil {
		return nil, fmt.Errorf("make a signing key: %w", err)
	}
	private := ed25519.NewKeyFromSeed(seed)
	file := encode(private)
	defer clear(file)
	temp := k.Path() + ".new"
	err := writeSynced(temp, file)
	if err == nil {
		err = ownfile.Rename(temp, k.Path())
	}
	if err != nil {
		clear(private)
		return nil, k.unwritten(errors.Join(err, remove(temp)))
	}
	return private, disk.SyncFolder(k.dir)
}

// writeSynced writes a new file that only its owner can use; what a program left
// there that was cut off goes.
func writeSynced(path string, content []byte) (err error) {
	if err := remove(path); err != nil {
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

func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// refuse refuses the file as it is.
func (k *Key) refuse(code string) error {
	return flows.Refuse(flows.ErrDamaged, nil, code, "file", k.Path())
}

func (k *Key) unread(err error) error {
	return flows.Refuse(flows.ErrFailed, nil, "signing.unread", "file", k.Path(), "why", flows.Reason(err)).Because(err)
}

// unwritten says that no key was made; who was interrupted, or kept out, is told so.
func (k *Key) unwritten(err error) error {
	if errors.Is(err, flows.ErrLocked) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return flows.Refuse(flows.ErrFailed, nil, "signing.unwritten", "file", k.Path(), "why", flows.Reason(err)).Because(err)
}
