package register

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
)

// Source is a file to be read. Size is what it had when it was opened: a file
// that is shorter or longer by the time it was read is refused.
type Source struct {
	Name string // without its folder
	R    io.ReaderAt
	Size int64
}

// stream reads a source from its beginning to its end, and sums it up.
type stream struct {
	ctx  context.Context
	src  Source
	at   int64
	sum  hash.Hash
	tell func(done, size int64)
}

func newStream(ctx context.Context, src Source, tell func(done, size int64)) *stream {
	return &stream{ctx: ctx, src: src, sum: sha256.New(), tell: tell}
}

// Read implements io.Reader. It fails once the context is done.
func (s *stream) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	if s.at >= s.src.Size {
		return 0, s.end()
	}
	p = p[:min(int64(len(p)), s.src.Size-s.at)]
	n, err := s.src.R.ReadAt(p, s.at)
	s.at += int64(n)
	s.sum.Write(p[:n])
	if s.tell != nil {
		s.tell(s.at, s.src.Size)
	}
	switch {
	case n == len(p):
		return n, nil
	case errors.Is(err, io.EOF):
		return n, unreadable(0, 0, "register.shrank")
	}
	return n, err
}

// end looks whether anything stands behind the end.
func (s *stream) end() error {
	var one [1]byte
	if n, _ := s.src.R.ReadAt(one[:], s.src.Size); n > 0 {
		return unreadable(0, 0, "register.grew")
	}
	return io.EOF
}

// digest is the hex SHA-256 of what was read.
func (s *stream) digest() string { return hex.EncodeToString(s.sum.Sum(nil)) }
