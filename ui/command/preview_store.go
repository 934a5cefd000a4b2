package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"lotse/flows/run"
)

const (
	// previewFolders is the pattern of the folders of the stores that are thrown away.
	previewFolders = "lotse-preview-*"
	// previewLock is the file in it that is locked while somebody uses it.
	previewLock = "preview.lock"
	// previewMade is the age from which a folder without that file counts as left
	// behind; before, it may just be being made.
	previewMade = time.Hour
)

// inPassing does something in a store of its own, which only the person can read, and
// which is gone afterwards. It has the person's settings, and nothing else. What
// earlier calls left that were killed is removed before.
func (o *previewOptions) inPassing(ctx context.Context, do func() error) (err error) {
	o.sweepPreviews(ctx)
	dir, err := os.MkdirTemp("", previewFolders)
	if err != nil {
		return fmt.Errorf("make the folder of the preview: %w", err)
	}
	release := func() {}
	defer func() {
		left := o.close(context.WithoutCancel(ctx))
		release()
		if left = errors.Join(left, os.RemoveAll(dir)); left != nil {
			err = errors.Join(err, fmt.Errorf("remove the store of the preview: %w", left))
		}
	}()
	if o.Lock != nil {
		held, err := o.Lock(ctx, filepath.Join(dir, previewLock), 0)
		if err != nil {
			return err
		}
		release = held
	}
	mine := o.ownSettings(ctx)
	o.flags.db = o.Store.In(dir)
	if err := o.settle(ctx, mine); err != nil {
		return err
	}
	return do()
}

// sweepPreviews removes the stores of previews that nobody uses any more. One that
// cannot be removed, as somebody else's, stays.
func (o *previewOptions) sweepPreviews(ctx context.Context) {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), previewFolders)) // the pattern is sound
	for _, dir := range left {
		about, err := os.Lstat(dir)
		if err != nil || !about.IsDir() || o.Lock == nil {
			continue
		}
		lock := filepath.Join(dir, previewLock)
		if _, err := os.Lstat(lock); err != nil {
			if o.Now().Sub(about.ModTime()) > previewMade {
				_ = os.RemoveAll(dir)
			}
			continue
		}
		if release, err := o.Lock(ctx, lock, 0); err == nil {
			release()
			_ = os.RemoveAll(dir)
		}
	}
}

// ownSettings are the settings of the person's own store; none where there is none,
// or where it can't be read.
func (o *previewOptions) ownSettings(ctx context.Context) map[string]string {
	mine := map[string]string{}
	if !o.hasStore() {
		return mine
	}
	ctx, cancel := o.briefly(ctx)
	defer cancel()
	own := newCall(o.Program)
	own.flags, own.faced = o.flags, true
	a, err := own.open(ctx)
	if err != nil {
		return mine
	}
	for _, s := range settings {
		if value, err := a.Setting(ctx, s.key); err == nil && value != "" {
			mine[s.key] = value
		}
	}
	_ = a.Close() // only read
	o.told = append(o.told, own.told...)
	return mine
}

// settle gives the store its settings: the person's, but that everything in it is a
// rehearsal, and that nothing real is asked.
func (o *previewOptions) settle(ctx context.Context, mine map[string]string) error {
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	mine["mode"], mine["network"] = string(run.Rehearsal), "off"
	for key, value := range mine {
		if err := a.SetSetting(ctx, key, value); err != nil {
			return err
		}
	}
	o.own = mine["lang"]
	return nil
}
