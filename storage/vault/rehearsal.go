package vault

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"filippo.io/age"
)

// rehearsal gives the identity of runs that are not real.
func (v *Vault) rehearsal(ctx context.Context) (*age.X25519Identity, error) {
	id, err := v.readRehearsal(ctx)
	if id != nil || err != nil {
		return id, err
	}
	unlock, err := v.lockFolder(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if id, err = v.readRehearsal(ctx); id != nil || err != nil {
		return id, err
	}
	if id, err = age.GenerateX25519Identity(); err != nil {
		return nil, fmt.Errorf("make the rehearsal identity: %w", err)
	}
	if err := v.keepRehearsal(ctx, id.String()); err != nil {
		return nil, fmt.Errorf("write the rehearsal identity: %w", err)
	}
	return id, nil
}

// readRehearsal gives nil where there is none yet.
func (v *Vault) readRehearsal(ctx context.Context) (*age.X25519Identity, error) {
	text, err := v.rehearsalText(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the rehearsal identity: %w", err)
	}
	if text == "" {
		return nil, nil
	}
	id, err := age.ParseX25519Identity(text)
	if err != nil {
		return nil, damagedSetting(rehearsalSetting) // err may quote it
	}
	return id, nil
}

// rehearsalText is the identity as it is kept; "" where there is none yet.
func (v *Vault) rehearsalText(ctx context.Context) (string, error) {
	if !v.remote {
		return v.settings.Setting(ctx, rehearsalSetting)
	}
	text, err := readSmall(v.rehearsalPath())
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return strings.TrimSpace(string(text)), err
}

func (v *Vault) keepRehearsal(ctx context.Context, text string) error {
	if !v.remote {
		return v.settings.SetSetting(ctx, rehearsalSetting, text)
	}
	return replaceEmpty(v.rehearsalPath(), []byte(text+"\n"))
}

func (v *Vault) rehearsalPath() string { return filepath.Join(v.dir, "rehearsal.key") }
