package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// demoStore is the folder that the demo lies in. It is made beside and then
// renamed into its place, so that there is all of it or nothing; a marker in it
// says that it is Lotse's to delete.
type demoStore struct {
	*call
	plays bool // it is the one that stories play in, made afresh for each
}

const (
	demoMarker = "lotse-demo"
	markerText = "Made by lotse demo, and deleted by lotse demo --reset.\n"
	// demoLeft is the age from which a demo that was never finished counts as left
	// behind by a call that was cut off.
	demoLeft = time.Hour
)

// folder is the demo's in the language of the person: each has one of its own,
// with runs, answers and remarks in that language.
func (d demoStore) folder() string {
	name := "demo"
	if lang := d.lang(); lang != words.English {
		name += "." + lang
	}
	if d.plays {
		name += ".auto"
	}
	return filepath.Join(d.Data, name)
}

// written is the folder for what a story writes: no document of a story lands
// among the person's own.
func (d demoStore) written() string { return filepath.Join(d.folder(), writtenFolder) }

const writtenFolder = "written"

func (d demoStore) database() string { return d.Store.In(d.folder()) }

// make makes the demo where there is none.
func (d demoStore) make(ctx context.Context) (made bool, err error) {
	d.sweep()
	whole, err := d.whole()
	if whole || err != nil {
		return false, err
	}
	if err := ownfile.MkdirAll(d.Data); err != nil {
		return false, fmt.Errorf("make the folder of the demo: %w", err)
	}
	dir, err := ownfile.MkdirTemp(d.Data, "demo-")
	if err != nil {
		return false, fmt.Errorf("make the folder of the demo: %w", err)
	}
	if err := d.fill(ctx, dir); err != nil {
		return false, errors.Join(fmt.Errorf("make the demo: %w", err), ownfile.RemoveAll(dir))
	}
	if err = ownfile.Rename(dir, d.folder()); err == nil {
		return true, nil
	}
	// Another call was quicker: its demo will do.
	whole, lookErr := d.whole()
	if whole {
		return false, ownfile.RemoveAll(dir)
	}
	return false, errors.Join(fmt.Errorf("put the demo into its place: %w", err), lookErr, ownfile.RemoveAll(dir))
}

// whole reports whether the demo is there. What is Lotse's and not whole is
// taken away; what is not Lotse's is refused.
func (d demoStore) whole() (bool, error) {
	dir := d.folder()
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if !isDemo(dir) {
		return false, flows.Refuse(flows.ErrConflict, nil, "cmd.no_demo", "folder", dir)
	}
	info, err := os.Lstat(d.database())
	if err == nil && info.Mode().IsRegular() {
		return true, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return false, errors.Join(err, fmt.Errorf("%s is no database", d.database()))
	}
	_, err = d.remove()
	return false, err
}

// isDemo reports whether a folder is a demo: no link, with our marker in it.
func isDemo(dir string) bool {
	folder, err := os.Lstat(dir)
	if err != nil || !folder.IsDir() {
		return false
	}
	path := filepath.Join(dir, demoMarker)
	marker, err := os.Lstat(path)
	if err != nil || !marker.Mode().IsRegular() || marker.Size() != int64(len(markerText)) {
		return false
	}
	text, err := os.ReadFile(path)
	return err == nil && string(text) == markerText
}

// sweep takes away what calls that were cut off have left.
func (d demoStore) sweep() {
	for _, pattern := range []string{"demo-*", "demo-before-*/demo"} {
		left, _ := filepath.Glob(filepath.Join(d.Data, pattern)) // the patterns are sound
		for _, dir := range left {
			if info, err := os.Lstat(dir); err == nil && d.Now().Sub(info.ModTime()) > demoLeft && isDemo(dir) && d.strip(dir) == nil {
				_ = os.Remove(dir) // where it is empty
			}
		}
	}
	emptied, _ := filepath.Glob(filepath.Join(d.Data, "demo-before-*")) // as above
	for _, dir := range emptied {
		_ = os.Remove(dir) // where it is empty
	}
}

// fill makes a demo in a folder.
func (d demoStore) fill(ctx context.Context, dir string) error {
	if err := ownfile.WriteFile(filepath.Join(dir, demoMarker), []byte(markerText)); err != nil {
		return err
	}
	if d.plays {
		if err := ownfile.Mkdir(filepath.Join(dir, writtenFolder)); err != nil {
			return err
		}
	}
	if err := writeSamples(outside.SampleFiles(d.Store.In(dir))); err != nil {
		return err
	}
	a, err := d.Store.Open(ctx, d.Store.In(dir), Talk{
		Ask:  func(flows.Message) (run.Secret, error) { return run.Secret{}, flows.ErrSealed },
		Tell: func(flows.Message) {},
	})
	if err != nil {
		return err
	}
	if err = outside.MakeDemo(ctx, a); err == nil {
		err = seeding{d.call, a}.all(ctx)
	}
	return errors.Join(err, a.Close())
}

// writeSamples writes the sample files into a folder.
func writeSamples(dir string) error {
	if err := ownfile.Mkdir(dir); err != nil {
		return err
	}
	files, err := sampleFiles()
	if err != nil {
		return err
	}
	for name, content := range files {
		if err := ownfile.WriteFile(filepath.Join(dir, name), content); err != nil {
			return err
		}
	}
	return nil
}

// reset deletes the demo where the person is sure.
func (d demoStore) reset(ctx context.Context) error {
	whole, err := d.whole()
	if err != nil || !whole {
		return err
	}
	if err := d.sure(ctx, d.text("cmd.ask_reset", "folder", d.folder()), "reset"); err != nil {
		return err
	}
	return d.clear(ctx)
}

// clear deletes the demo, unless another program has it open.
func (d demoStore) clear(ctx context.Context) error {
	if err := d.Store.Alone(ctx, d.database()); errors.Is(err, flows.ErrLocked) {
		return flows.Refuse(flows.ErrLocked, nil, "cmd.demo_open")
	} else if err != nil && !errors.Is(err, flows.ErrDamaged) {
		return err
	}
	kept, err := d.remove()
	if kept != "" {
		d.talk("cmd.demo_kept", "folder", kept)
	}
	return err
}

// remove takes the demo out of its place and deletes what Lotse made of it.
// Where something else lies in it, that is kept in the folder that is given.
func (d demoStore) remove() (kept string, err error) {
	away, err := ownfile.MkdirTemp(d.Data, "demo-before-")
	if err != nil {
		return "", fmt.Errorf("move the demo away: %w", err)
	}
	if err := ownfile.Rename(d.folder(), filepath.Join(away, "demo")); err != nil {
		return "", errors.Join(fmt.Errorf("move the demo away: %w", err), os.Remove(away))
	}
	if err := d.strip(filepath.Join(away, "demo")); err != nil {
		return away, fmt.Errorf("delete the demo: %w", err)
	}
	if err := os.Remove(filepath.Join(away, "demo")); err != nil {
		return filepath.Join(away, "demo"), nil // something else lies in it
	}
	return "", os.Remove(away)
}

// ownNames are what lies beside a database (its own names begin with its).
var ownNames = []string{"identity.age", "signing.key", "signing.key.new", "vault.lock", "evidence", "backups"}

// strip deletes from a demo's folder what Lotse made: the database with what
// lies beside it, the sample files, and last the marker.
func (d demoStore) strip(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var errs []error
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasPrefix(name, filepath.Base(d.Store.In(dir))), slices.Contains(ownNames, name):
			errs = append(errs, ownfile.RemoveAll(filepath.Join(dir, name))) // follows no link
		case d.plays && name == writtenFolder && e.IsDir():
			errs = append(errs, ownfile.RemoveAll(filepath.Join(dir, name)))
		case name == "files" && e.IsDir():
			errs = append(errs, stripFiles(filepath.Join(dir, name)))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return os.Remove(filepath.Join(dir, demoMarker))
}

// stripFiles deletes the sample files from a folder, and the folder when nothing
// else is in it.
func stripFiles(dir string) error {
	files, err := sampleFiles()
	if err != nil {
		return err
	}
	for name := range files {
		if err := os.Remove(filepath.Join(dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	_ = os.Remove(dir) // what else is in it stays
	return nil
}
