package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"lotse/flows/document/comparison"
	"lotse/flows/ownfile"
	"lotse/flows/register/compare"
	"lotse/ui/file"
	"lotse/ui/outside"
)

// outputs are the files that a report is written into: all of them whole, or
// none.
type outputs struct {
	files []output
	force bool
}

type output struct {
	path  string
	write func(w io.Writer, r *compare.Report, lang string) error
	temp  string // where it is written before it takes its place
}

// outputs looks at the files of --out before any work is done.
func (o *compareOptions) outputs() (*outputs, error) {
	all := &outputs{force: o.force}
	for _, path := range o.out {
		ending := filepath.Ext(path)
		one := output{path: path, write: comparison.Writer(ending)}
		if one.write == nil {
			return nil, usage("cmd.out_ending", "file", short(path), "formats", strings.Join(comparison.Formats(), ", "))
		}
		for _, other := range all.files {
			if filepath.Clean(other.path) == filepath.Clean(path) {
				return nil, usage("cmd.flag_twice", "flag", "out", "value", short(path))
			}
		}
		if err := o.free(path); err != nil {
			return nil, err
		}
		all.files = append(all.files, one)
	}
	return all, nil
}

// free reports why a path cannot be written to.
func (o *compareOptions) free(path string) error {
	if err := outside.RefuseReserved(path); err != nil {
		return err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("look at %s: %w", path, err)
	case !info.Mode().IsRegular():
		return usage("cmd.not_written_to", "file", path)
	case !o.force:
		return taken(path)
	}
	for _, side := range o.sides {
		read, err := file.Path(side.path)
		if err != nil {
			continue // reading it says what is wrong
		}
		if other, err := os.Stat(read); err == nil && os.SameFile(info, other) {
			return usage("cmd.is_register", "file", path)
		}
	}
	return nil
}

func taken(path string) error {
	return usage("cmd.out_exists", "file", path)
}

// write writes all files beside their places, then puts each into its place.
func (o *outputs) write(ctx context.Context, r *compare.Report, lang string) (err error) {
	defer func() {
		for i := range o.files {
			if o.files[i].temp != "" {
				err = errors.Join(err, os.Remove(o.files[i].temp))
			}
		}
	}()
	for i := range o.files {
		if err := o.files[i].prepare(ctx, r, lang); err != nil {
			return err
		}
	}
	for i := range o.files {
		if err := o.files[i].place(o.force); err != nil {
			return errors.Join(err, o.takeBack(i))
		}
	}
	return nil
}

// takeBack removes the first n files, which were not there before; one that was
// overwritten is gone.
func (o *outputs) takeBack(n int) (err error) {
	for i := range n {
		if !o.force {
			err = errors.Join(err, os.Remove(o.files[i].path))
		}
	}
	return err
}

// prepare writes the file under another name in the same folder, readable by its
// owner alone.
func (o *output) prepare(ctx context.Context, r *compare.Report, lang string) error {
	f, err := ownfile.CreateTemp(filepath.Dir(o.path), ".lotse-*.tmp")
	if err != nil {
		return &fs.PathError{Op: "make", Path: o.path, Err: err}
	}
	o.temp = f.Name()
	err = o.write(contextWriter{ctx, f}, r, lang)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", o.path, err)
	}
	return nil
}

// place gives the file its name. Without force no file that came meanwhile is
// overwritten: a link fails where there is one, a new name does not.
func (o *output) place(force bool) error {
	if !force {
		err := os.Link(o.temp, o.path)
		if errors.Is(err, fs.ErrExist) {
			return taken(o.path)
		}
		if err == nil {
			return nil // its other name is taken away at the end
		}
		// A file system without links: the file was not there before the work.
	}
	if err := ownfile.Rename(o.temp, o.path); err != nil {
		return fmt.Errorf("write %s: %w", o.path, err)
	}
	o.temp = ""
	return nil
}
