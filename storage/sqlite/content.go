package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
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
		return nil, flows.Refuse(flows.ErrNotFound, nil, "store.no_sum", "sum", flows.Short(sum))
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
	large := &largeFile{File: f, sum: sum, size: info.Size(), hash: sha256.New()}
	if large.size > flows.MaxEvidence {
		return large, nil
	}
	b, err := io.ReadAll(io.LimitReader(large, flows.MaxEvidence+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, explain("read file", path, err)
	}
	return smallFile{bytes.NewReader(b)}, nil
}

// smallFile is an evidence file that was read and compared.
type smallFile struct{ *bytes.Reader }

func (smallFile) Close() error { return nil }

// largeFile is an evidence file that is compared with its name at its end.
type largeFile struct {
	*os.File
	sum  string
	size int64
	hash hash.Hash
}

// Read implements io.Reader. In the place of the end of a file that is not what
// was kept stands flows.ErrDamaged.
func (f *largeFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.hash.Write(p[:n])
	if errors.Is(err, io.EOF) && hex.EncodeToString(f.hash.Sum(nil)) != f.sum {
		return n, flows.Refuse(flows.ErrDamaged, nil, "store.evidence_changed", "file", f.Name())
	}
	return n, err
}

// WriteTo hides the file's own, which would go past Read.
func (f *largeFile) WriteTo(w io.Writer) (int64, error) {
	return io.Copy(w, struct{ io.Reader }{f})
}

// Size is of run.Content.
func (f *largeFile) Size() int64 { return f.size }
