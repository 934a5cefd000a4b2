package vault

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/storage/disk"
)

// ownSettings are settings in a file of the person's own folder, one for each database of
// a server: what decides to whom something is sealed, and what the server's administrator
// could therefore change to read along.
type ownSettings struct {
	dir, server string
}

// ownContent is the content of the file.
type ownContent struct {
	Server   string            `json:"server"`
	Settings map[string]string `json:"settings"`
}

const (
	maxOwn  = 1 << 20 // a confirmed key has some 100 bytes
	ownLock = "team.lock"
	ownWait = 10 * time.Second
)

func (o ownSettings) path() string {
	sum := sha256.Sum256([]byte(o.server))
	return filepath.Join(o.dir, "team-"+lower32(sum[:10])+".json")
}

func (o ownSettings) read() (ownContent, error) {
	b, err := readUpTo(o.path(), maxOwn)
	if errors.Is(err, fs.ErrNotExist) {
		return ownContent{Server: o.server, Settings: map[string]string{}}, nil
	}
	var c ownContent
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.Settings == nil {
		return c, flows.Refuse(flows.ErrDamaged, nil, "vault.own_damaged", "file", o.path()).Because(err)
	}
	return c, nil
}

// Setting is of Settings.
func (o ownSettings) Setting(_ context.Context, key string) (string, error) {
	c, err := o.read()
	return c.Settings[key], err
}

// SetSetting is of Settings. The file is there whole, as it was or as it is to be.
func (o ownSettings) SetSetting(ctx context.Context, key, value string) error {
	if err := ownfile.MkdirAll(o.dir); err != nil {
		return flows.Refuse(flows.ErrFailed, nil, "store.no_folder", "folder", o.dir).Because(err)
	}
	release, err := disk.Lock(ctx, filepath.Join(o.dir, ownLock), ownWait)
	if err != nil {
		return err
	}
	defer release()
	c, err := o.read()
	if err != nil || c.Settings[key] == value {
		return err
	}
	if c.Settings[key] = value; value == "" {
		delete(c.Settings, key)
	}
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetIndent("", "  ")
	if err := e.Encode(c); err != nil {
		return err
	}
	if err := replace(o.path(), text.Bytes()); err != nil {
		return unwritten(o.path(), err)
	}
	return nil
}

// replace puts content in the place of a file.
func replace(path string, content []byte) error {
	temp := path + ".new"
	if err := writeSynced(temp, content); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	if err := ownfile.Rename(temp, path); err != nil {
		return err
	}
	return disk.SyncFolder(filepath.Dir(path))
}
