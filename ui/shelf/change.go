package shelf

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/pack"
)

// patience is how long a change waits for another one.
const patience = 10 * time.Second

// Add puts a pack that is built on the shelf. One of its name must not be there.
func (s *Shelf) Add(ctx context.Context, p *pack.Pack) error {
	return s.change(ctx, func() error {
		if s.Has(p.Name) {
			return flows.Refuse(flows.ErrUsage, nil, "shelf.there", "pack", p.Name)
		}
		fresh, err := s.write(p)
		if err != nil {
			return err
		}
		if err := ownfile.Rename(fresh, s.path(p.Name)); err != nil {
			return errors.Join(fmt.Errorf("put the pack in its place: %w", err), ownfile.RemoveAll(fresh))
		}
		s.stage("placed")
		return nil
	})
}

// Replace puts a pack that is built in the place of the one of its name.
func (s *Shelf) Replace(ctx context.Context, p *pack.Pack) error {
	return s.change(ctx, func() error {
		if !s.Has(p.Name) {
			return s.none(p.Name)
		}
		fresh, err := s.write(p)
		if err != nil {
			return err
		}
		place, old := s.path(p.Name), s.path(oldPrefix+p.Name)
		if err := ownfile.Rename(place, old); err != nil {
			return errors.Join(fmt.Errorf("take the old pack from its place: %w", err), ownfile.RemoveAll(fresh))
		}
		s.stage("taken")
		if err := ownfile.Rename(fresh, place); err != nil {
			return errors.Join(fmt.Errorf("put the pack in its place: %w", err), ownfile.Rename(old, place), ownfile.RemoveAll(fresh))
		}
		s.stage("placed")
		return s.remove(old)
	})
}

// Remove takes the pack of a name from the shelf, also a damaged one. Runs keep
// the procedures that they were begun with.
func (s *Shelf) Remove(ctx context.Context, name string) error {
	return s.change(ctx, func() error {
		if !s.Has(name) {
			return s.none(name)
		}
		gone := s.path(gonePrefix + name)
		if err := ownfile.Rename(s.path(name), gone); err != nil {
			return fmt.Errorf("take the pack from its place: %w", err)
		}
		s.stage("taken")
		return s.remove(gone)
	})
}

// change does what changes the shelf, once what others left is mended.
func (s *Shelf) change(ctx context.Context, do func() error) error {
	release, err := s.lock(ctx, patience)
	if err != nil {
		return err
	}
	defer release()
	if err := s.sweep(); err != nil {
		return err
	}
	return do()
}

// write writes the files of a pack into a new folder, and gives its path. What it
// wrote is gone where it fails.
func (s *Shelf) write(p *pack.Pack) (dir string, err error) {
	dir = s.path(newPrefix + p.Name)
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("write the pack: %w", err), ownfile.RemoveAll(dir))
		}
	}()
	if err := ownfile.Mkdir(dir); err != nil {
		return dir, err
	}
	s.stage("begun")
	for _, f := range p.Files {
		data, err := fs.ReadFile(p.FS, f.Name)
		if err != nil {
			return dir, err
		}
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(f.Name)), data); err != nil {
			return dir, err
		}
		s.stage("wrote " + f.Name)
	}
	return dir, nil
}

// writeFile writes a new file so that it lasts.
func writeFile(path string, data []byte) error {
	if err := ownfile.MkdirAll(filepath.Dir(path)); err != nil {
		return err
	}
	f, err := ownfile.Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

func (s *Shelf) remove(dir string) error {
	if err := ownfile.RemoveAll(dir); err != nil {
		return fmt.Errorf("remove the old pack: %w", err)
	}
	s.stage("removed")
	return nil
}

func (s *Shelf) stage(name string) {
	if s.at != nil {
		s.at(name)
	}
}
