package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Open gives a file: flows.ErrNotFound, flows.ErrDamaged. One of the usual size is
// compared with its name at once; a larger one while it is read.
func (d *DB) Open(_ context.Context, sum string) (run.Content, error) {
	if !key.Sum(sum) {
		return nil, key.NoSum(sum)
	}
	path := d.evidenceFile(sum)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, flows.Refuse(flows.ErrNotFound, nil, "store.no_evidence", "file", path).Because(err)
	}
	if err != nil {
		return nil, explain("open file", path, err)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, errors.Join(explain("read file", path, err), f.Close())
	}
	c, err := key.Content(f, sum, path, info.Size())
	if err != nil {
		return nil, explain("read file", path, err)
	}
	return c, nil
}
