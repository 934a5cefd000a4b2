package seal

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
)

// bodyWriter writes a body through, measures it, and holds its end back.
type bodyWriter struct {
	to    io.Writer
	at    place
	sum   hash.Hash
	split *splitter
	lines []byte // their digests
	seals uint8  // which of the last lines are seals; the last is bit 0
	held  []byte
}

func newBodyWriter(to io.Writer, at place) *bodyWriter {
	b := &bodyWriter{to: to, at: at, sum: sha256.New()}
	b.split = newSplitter(b.line)
	return b
}

func (b *bodyWriter) line(l line) {
	b.seals <<= 1
	if l.seal {
		b.seals |= 1
	}
	if !b.at.binary && len(b.lines) < maxLines*lineSum {
		b.lines = append(b.lines, l.sum[:]...)
	}
}

// Write is of io.Writer.
func (b *bodyWriter) Write(p []byte) (int, error) {
	_, _ = b.sum.Write(p) // neither fails
	_, _ = b.split.Write(p)
	n := len(p)
	if out := len(b.held) + n - endSize; out > 0 {
		early := min(out, len(b.held))
		late := out - early
		for _, part := range [][]byte{b.held[:early], p[:late]} {
			if _, err := b.to.Write(part); err != nil {
				return 0, err
			}
		}
		b.held, p = append(b.held[:0], b.held[early:]...), p[late:]
	}
	b.held = append(b.held, p...)
	return n, nil
}

// close writes the body up to where the seal comes, and gives what stands behind it.
func (b *bodyWriter) close() (end []byte, err error) {
	if b.at.behind == 0 && !bytes.HasSuffix(b.held, []byte("\n")) {
		if _, err := b.Write([]byte("\n")); err != nil {
			return nil, err
		}
	}
	b.split.finish()
	cut := lastLines(b.held, b.at.behind)
	switch {
	case cut == 0 || b.held[cut-1] != '\n' || !bytes.HasPrefix(b.held[cut:], []byte(b.at.begins)):
		return nil, fmt.Errorf("seal a file: it does not end with a line that begins with %q", b.at.begins)
	case b.seals>>b.at.behind&1 != 0:
		return nil, errors.New("seal a file: it ends with a seal already")
	}
	if _, err := b.to.Write(b.held[:cut]); err != nil {
		return nil, err
	}
	return b.held[cut:], nil
}

// lastLines is where the last n lines of a text begin.
func lastLines(text []byte, n int) int {
	cut := len(text)
	for range n {
		cut = bytes.LastIndexByte(bytes.TrimSuffix(text[:cut], []byte("\n")), '\n') + 1
	}
	return cut
}
