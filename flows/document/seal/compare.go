package seal

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"

	"lotse/flows"
)

// comparison compares the lines of a body, as they come, with the digests of those
// that were sealed. It keeps no more of them than there are digests.
type comparison struct {
	want   [][lineSum]byte
	same   int   // how many are the same, from the first on
	start  int64 // of the first that differs
	n      int   // lines so far
	others []line
}

func newComparison(lines []byte) *comparison {
	c := &comparison{}
	for sum := range slices.Chunk(lines, lineSum) {
		c.want = append(c.want, [lineSum]byte(append(sum, make([]byte, lineSum-len(sum))...)))
	}
	return c
}

// line takes the next line.
func (c *comparison) line(l line) {
	if c.same == c.n && c.n < len(c.want) && l.is(c.want[c.n]) {
		c.same++
		c.n++
		return
	}
	if c.same == c.n {
		c.start = l.start
	}
	if most := len(c.want) - c.same; most > 0 {
		if len(c.others) < most {
			c.others = append(c.others, l)
		} else {
			c.others[(c.n-c.same)%most] = l
		}
	}
	c.n++
}

// is reports whether a line is the one of a digest, whatever its end.
func (l line) is(sum [lineSum]byte) bool { return l.sum == sum || l.plain == sum }

// last is the i-th line from the end, from 0, of those that are kept.
func (c *comparison) last(i int) line {
	return c.others[(c.n-c.same-1-i)%len(c.others)]
}

// kind of difference: the codes of the messages.
const (
	lineChanged = "seal.line_changed"
	lineMoved   = "seal.line_moved"
	linesAdded  = "seal.lines_added"
	linesGone   = "seal.lines_gone"
)

// differ is what was done to the lines behind those that are the same, and to how
// many; "" where the lines tell nothing.
func (c *comparison) differ() (code string, n int) {
	gone, come := len(c.want)-c.same, c.n-c.same
	if gone == 0 && come == 0 || len(c.want) == maxLines && gone == 0 {
		return "", 0
	}
	same := 0
	for same < min(gone, come) && len(c.want) < maxLines && c.last(same).is(c.want[len(c.want)-1-same]) {
		same++
	}
	gone, come = gone-same, come-same
	switch {
	case come == 0:
		return linesGone, gone
	case gone == 0:
		return linesAdded, come
	case gone == come && c.reordered(same, come):
		return lineMoved, come
	}
	return lineChanged, max(gone, come)
}

// reordered reports whether n lines, before the last ones that are the same, are
// those that were sealed in another order.
func (c *comparison) reordered(same, n int) bool {
	var was, is [][lineSum]byte
	for i := range n {
		was, is = append(was, c.want[c.same+i]), append(is, c.last(same+i).plain)
	}
	for _, all := range [][][lineSum]byte{was, is} {
		slices.SortStableFunc(all, func(a, b [lineSum]byte) int { return bytes.Compare(a[:], b[:]) })
	}
	return slices.Equal(was, is)
}

// plainSum is the SHA-256 of a text with its line ends as they were written, before
// a program made two characters of each.
type plainSum struct {
	h    hash.Hash
	cr   bool
	ends bool // there was one of two characters
}

// Write is of io.Writer; it does not fail.
func (s *plainSum) Write(p []byte) (int, error) {
	n := len(p)
	for len(p) > 0 {
		if s.cr && p[0] != '\n' {
			_, _ = s.h.Write([]byte{'\r'}) // a hash does not fail
		}
		s.ends = s.ends || s.cr && p[0] == '\n'
		s.cr = false
		part, rest, found := bytes.Cut(p, []byte{'\r'})
		_, _ = s.h.Write(part)
		s.cr, p = found, rest
	}
	return n, nil
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// difference tells how a body differs from the one that was sealed.
func (f *found) difference(r io.ReaderAt, size int64, s *Seal) (*Fault, error) {
	before, behind := f.body(r, size)
	begin, err := readAt(r, 0, min(f.start, int64(len(byteOrderMark))))
	if err != nil {
		return nil, err
	}
	marked := int64(0)
	if bytes.Equal(begin, byteOrderMark) {
		marked = int64(len(begin))
	}
	c, plain := newComparison(s.lines), &plainSum{h: sha256.New()}
	lines := newSplitter(c.line)
	text := io.MultiReader(io.NewSectionReader(before, marked, f.start-marked), behind)
	if _, err := io.Copy(io.MultiWriter(lines, plain), text); err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	lines.finish()
	if bytes.Equal(plain.h.Sum(nil), s.body) {
		return &Fault{What: rewritten(marked > 0, plain.ends)}, nil
	}
	if _, _ = plain.Write([]byte("\n")); bytes.Equal(plain.h.Sum(nil), s.body) {
		return &Fault{What: flows.Msg("seal.cut")}, nil
	}
	code, n := c.differ()
	if code == "" || places[s.Form].binary {
		return &Fault{What: flows.Msg("seal.body_changed")}, nil
	}
	start := c.start + marked
	if c.n == c.same { // nothing follows but the seal
		start = 0
	}
	return f.at(r, size, code, int64(c.same)+1, start, int64(n))
}

// rewritten says what a program did to a file that took it for a text of its own.
func rewritten(mark, ends bool) flows.Message {
	switch {
	case mark && ends:
		return flows.Msg("seal.mark_and_ends")
	case mark:
		return flows.Msg("seal.mark")
	}
	return flows.Msg("seal.line_ends")
}

// at is the fault of a line of the body: its number there, and where it begins.
func (f *found) at(r io.ReaderAt, size int64, code string, number, start, n int64) (*Fault, error) {
	if start > 0 && start >= f.start { // it stands behind the seal
		number, start = number+1, start+f.end-f.start
	}
	if code == linesGone {
		return &Fault{Line: number, What: flows.Msg(code, "line", number, "n", n)}, nil
	}
	text, err := lineAt(r, size, start)
	if err != nil {
		return nil, err
	}
	reads := flows.Msg("seal.reads", "text", text)
	if text == "" {
		reads = flows.Msg("seal.reads_nothing")
	}
	return &Fault{Line: number, Text: text, What: flows.Msg(code, "line", number, "n", n, "reads", reads)}, nil
}

// lineAt is what stands on a line, clean and shortened.
func lineAt(r io.ReaderAt, size, start int64) (string, error) {
	if start >= size {
		return "", nil
	}
	b, err := readAt(r, start, min(1<<10, size-start))
	if err != nil {
		return "", err
	}
	text, _, _ := bytes.Cut(b, []byte("\n"))
	return flows.Short(string(text)), nil
}

// count counts the lines of a text.
func count(r io.Reader) (n int64, err error) {
	buf := make([]byte, window)
	for {
		k, err := r.Read(buf)
		n += int64(bytes.Count(buf[:k], []byte("\n")))
		switch {
		case errors.Is(err, io.EOF):
			return n, nil
		case err != nil:
			return n, fmt.Errorf("read the file: %w", err)
		}
	}
}
