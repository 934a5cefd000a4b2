// Package shelf keeps the packs that are installed: each in a folder that is called
// like the pack, all in one folder. It imports flows, flows/pack and ui/file, and
// draws nothing.
//
// It exists so that a pack is there as a whole or not at all, whenever the program
// ends: a new one is written beside, and comes to its place by its name alone.
package shelf

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
	"lotse/flows/pack"
	"lotse/ui/file"
)

// Folder is the name of the folder of the packs, beside the database.
const Folder = "packs"

// Shelf is a folder of packs.
type Shelf struct {
	// Dir is the folder; it need not exist.
	Dir string
	// Lock keeps other programs from changing the shelf meanwhile: it holds the lock
	// of a file until release is called. Nil: there are none.
	Lock func(ctx context.Context, path string, wait time.Duration) (release func(), err error)

	at func(stage string) // hears of each stage of a change; nil: nobody listens
}

// Kept is a pack on the shelf.
type Kept struct {
	Name string     // of its folder
	Pack *pack.Pack // nil where it is not what was installed
	Err  error      // why
}

// List are the packs on the shelf by name. One that is damaged keeps nobody from
// the others; the error says why the shelf itself cannot be read.
func (s *Shelf) List() ([]Kept, error) {
	entries, err := s.entries()
	if err != nil {
		return nil, err
	}
	var all []Kept
	for _, e := range entries {
		if e.IsDir() && flows.IsName(e.Name()) {
			all = append(all, s.kept(e.Name()))
		}
	}
	return all, nil
}

// Get is the pack of a name. The error is flows.ErrNotFound where there is none; it
// names what there is.
func (s *Shelf) Get(name string) (Kept, error) {
	if !s.Has(name) {
		return Kept{}, s.none(name)
	}
	return s.kept(name), nil
}

// Has reports whether a pack of a name is there, damaged or not.
func (s *Shelf) Has(name string) bool {
	if !flows.IsName(name) {
		return false
	}
	info, err := os.Lstat(s.path(name))
	return err == nil && info.IsDir()
}

func (s *Shelf) kept(name string) Kept {
	p, err := pack.OpenBuilt(file.Folder(s.path(name)))
	if err == nil && p.Name != name {
		p, err = nil, flows.Refuse(flows.ErrDamaged, nil, "shelf.other_name", "folder", name, "pack", p.Name)
	}
	return Kept{Name: name, Pack: p, Err: err}
}

// none refuses to find a pack that is not there.
func (s *Shelf) none(name string) error {
	entries, err := s.entries()
	if err != nil {
		return err
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && flows.IsName(e.Name()) {
			names = append(names, e.Name())
		}
	}
	if len(names) == 0 {
		return flows.Refuse(flows.ErrNotFound, nil, "shelf.none_at_all", "pack", flows.Short(name))
	}
	return flows.Refuse(flows.ErrNotFound, nil, "shelf.none", "pack", flows.Short(name), "names", strings.Join(names, ", "))
}

func (s *Shelf) path(name string) string { return filepath.Join(s.Dir, name) }

// entries are what lies in the folder, by name.
func (s *Shelf) entries() ([]fs.DirEntry, error) {
	entries, err := os.ReadDir(s.Dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list the packs: %w", err)
	}
	return entries, nil
}

// names of what lies on the shelf for a while. They are hidden, so that none can be
// the name of a pack.
const (
	newPrefix  = ".new-"  // being written; what a name follows
	oldPrefix  = ".old-"  // of a pack that is being replaced
	gonePrefix = ".gone-" // being removed
	lockName   = ".lock"
)

// Sweep mends what a program left that ended in the middle of a change: what was
// taken from its place comes back to it, and what never came there goes. Where
// another program is just changing something it leaves that alone.
func (s *Shelf) Sweep(ctx context.Context) error {
	entries, err := s.entries()
	if err != nil || !slices.ContainsFunc(entries, leftover) {
		return err
	}
	release, err := s.lock(ctx, 0)
	if errors.Is(err, flows.ErrLocked) {
		return nil
	}
	if err != nil {
		return err
	}
	defer release()
	return s.sweep()
}

func leftover(e fs.DirEntry) bool {
	return slices.ContainsFunc([]string{newPrefix, oldPrefix, gonePrefix}, func(p string) bool { return strings.HasPrefix(e.Name(), p) })
}

// sweep is Sweep where the shelf is locked.
func (s *Shelf) sweep() error {
	entries, err := s.entries()
	if err != nil {
		return err
	}
	for _, e := range entries {
		name, old := strings.CutPrefix(e.Name(), oldPrefix)
		switch {
		case old && !s.Has(name):
			err = errors.Join(err, ownfile.Rename(s.path(e.Name()), s.path(name)))
		case leftover(e):
			err = errors.Join(err, ownfile.RemoveAll(s.path(e.Name())))
		}
	}
	if err != nil {
		return fmt.Errorf("clear up the packs: %w", err)
	}
	return nil
}

// lock makes the folder and holds it against other programs.
func (s *Shelf) lock(ctx context.Context, wait time.Duration) (release func(), err error) {
	if err := ownfile.MkdirAll(s.Dir); err != nil {
		return nil, fmt.Errorf("make the folder of the packs: %w", err)
	}
	if s.Lock == nil {
		return func() {}, nil
	}
	return s.Lock(ctx, s.path(lockName), wait)
}
