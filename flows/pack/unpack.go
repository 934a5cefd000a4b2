package pack

import (
	"bufio"
	"compress/gzip"
	"errors"
	"io"

	"lotse/flows"
)

// Bounds of what a stream unpacks to. Text whose lines are all alike comes to some
// tens of times its size, a bomb to a thousand.
const (
	maxRatio  = 200
	freeBytes = 1 << 20                  // that are unpacked whatever they come from
	maxOut    = MaxTotal + MaxFiles*4096 // the files, and what stands before each
)

// unpacker unpacks a gzip stream within bounds. It is an io.Reader.
type unpacker struct {
	packed *counter
	from   *bufio.Reader
	gzip   *gzip.Reader
	entry  string // that is being read
	out    int64
}

// counter counts what is read.
type counter struct {
	io.Reader
	n int64
}

// Read implements io.Reader.
func (c *counter) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += int64(n)
	return n, err
}

func newUnpacker(r io.Reader) (*unpacker, error) {
	u := &unpacker{packed: &counter{Reader: io.LimitReader(r, MaxTotal+1)}}
	u.from = bufio.NewReader(u.packed)
	z, err := gzip.NewReader(u.from)
	if err != nil {
		return nil, refuse("", "pack.no_archive").Because(err)
	}
	z.Multistream(false) // what stands behind is not unpacked, but refused
	u.gzip = z
	return u, nil
}

// Read implements io.Reader.
func (u *unpacker) Read(b []byte) (int, error) {
	n, err := u.gzip.Read(b)
	u.out += int64(n)
	switch {
	case u.packed.n > MaxTotal || u.out > maxOut:
		return 0, tooLarge()
	case u.out > freeBytes && u.out/maxRatio > u.packed.n:
		return 0, u.about("pack.bomb", "pack.bomb_in")
	case err != nil && !errors.Is(err, io.EOF):
		return n, u.damaged(err)
	}
	return n, err
}

// end proves that nothing but zeros follows the last entry, and nothing at all
// the stream.
func (u *unpacker) end() error {
	u.entry = ""
	for b := make([]byte, 4096); ; {
		n, err := u.Read(b)
		for _, c := range b[:n] {
			if c != 0 {
				return refuse("", "pack.trailing")
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	if _, err := u.from.ReadByte(); !errors.Is(err, io.EOF) {
		return refuse("", "pack.trailing")
	}
	return nil
}

// damaged refuses an archive that breaks off or is no longer what was written; a
// refusal stays what it is.
func (u *unpacker) damaged(err error) error {
	var r *flows.Refusal
	if errors.As(err, &r) {
		return r
	}
	return u.about("pack.damaged", "pack.damaged_in").Because(err)
}

// about is a refusal of the archive as a whole or, where an entry is being read, of
// that.
func (u *unpacker) about(whole, in string) *flows.Refusal {
	if u.entry == "" {
		return refuse("", whole)
	}
	return refuse(u.entry, in)
}
