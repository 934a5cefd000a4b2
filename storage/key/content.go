package key

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"

	"lotse/flows"
	"lotse/flows/run"
)

// Fill copies a file that is to be kept, and gives the SHA-256 that names it, and its
// size; flows.ErrLimit where it has more than so many bytes. Memory stays flat, and the
// context ends it.
func Fill(ctx context.Context, w io.Writer, name string, most int64, r io.Reader) (sum string, size int64, err error) {
	h := sha256.New()
	size, err = io.Copy(io.MultiWriter(w, h), io.LimitReader(Reader(ctx, r), most+1))
	if err == nil && size > most {
		err = TooLarge(name, most)
	}
	return hex.EncodeToString(h.Sum(nil)), size, err
}

// Reader reads from r until the context ends.
func Reader(ctx context.Context, r io.Reader) io.Reader { return contextReader{ctx, r} }

type contextReader struct {
	ctx context.Context
	io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.Reader.Read(p)
}

// Source is where the bytes of a kept file come from.
type Source interface {
	io.ReaderAt
	io.Closer
}

// Content is a kept file of a size: one of the usual size is read and compared with
// its SHA-256 at once, a larger one while it is read. name is what flows.ErrDamaged
// calls it. The source is closed with it or, with an error, before.
func Content(s Source, sum, name string, size int64) (run.Content, error) {
	large := &largeFile{Source: s, rest: io.NewSectionReader(s, 0, size), sum: sum, name: name, hash: sha256.New()}
	if size > flows.MaxEvidence {
		return large, nil
	}
	b, err := io.ReadAll(large)
	if err = errors.Join(err, s.Close()); err != nil {
		return nil, err
	}
	return smallFile{bytes.NewReader(b)}, nil
}

// smallFile is a file that was read and compared.
type smallFile struct{ *bytes.Reader }

func (smallFile) Close() error { return nil }

// largeFile is a file that is compared with its SHA-256 at its end.
type largeFile struct {
	Source
	rest      *io.SectionReader
	sum, name string
	hash      hash.Hash
}

// Read implements io.Reader. In the place of the end of a file that is not what
// was kept stands flows.ErrDamaged.
func (f *largeFile) Read(p []byte) (int, error) {
	n, err := f.rest.Read(p)
	f.hash.Write(p[:n])
	if errors.Is(err, io.EOF) && hex.EncodeToString(f.hash.Sum(nil)) != f.sum {
		return n, flows.Refuse(flows.ErrDamaged, nil, "store.evidence_changed", "file", f.name)
	}
	return n, err
}

// Size is of run.Content.
func (f *largeFile) Size() int64 { return f.rest.Size() }
