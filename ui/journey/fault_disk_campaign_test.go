//go:build campaign && unix

package journey

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A disk is a file system in memory that knows what a power cut leaves of it:
// of a file what was synced, of a folder the names that were there when it was
// synced. Of everything later each bit may be there or not: any of the writes to
// a file, whole or torn at sectors; of the changes of a folder the first ones, as
// file systems with a journal have it, or any.
type disk struct {
	at   string // the folder that it stands for
	root *node
	open map[int]*handle
}

// node is a file or a folder.
type node struct {
	synced  []byte // a file's content that lasts
	loose   []write
	names   map[string]*node // of a folder, as the programs see it; nil: a file
	lasting map[string]*node // of a folder, that last
	moves   []move
}

// write is a change of a file that is not synced: bytes at a place or, where
// there are none, its new size.
type write struct {
	at    int64
	bytes []byte
}

// move is a change of a folder that is not synced. It takes a name away, or
// gives one to a node, or does both at once.
type move struct {
	away, name string
	to         *node
}

// handle is an open file.
type handle struct {
	*node
	path     string
	at       int64
	appended bool
}

const sector = 512

func newFolder() *node { return &node{names: map[string]*node{}, lasting: map[string]*node{}} }

// readDisk is a disk with the files of a folder, all of which last.
func readDisk(at string) (*disk, error) {
	d := &disk{at: at, root: newFolder(), open: map[int]*handle{}}
	err := filepath.WalkDir(at, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == at {
			return err
		}
		n := newFolder()
		if !e.IsDir() {
			if n, err = readFile(path); err != nil {
				return err
			}
		}
		in, name := d.place(path)
		in.names[name], in.lasting[name] = n, n
		return nil
	})
	return d, err
}

func readFile(path string) (*node, error) {
	b, err := os.ReadFile(path)
	return &node{synced: b}, err
}

// place is the folder that a path leads to, and the name in it; nil where that
// is not on this disk.
func (d *disk) place(path string) (in *node, name string) {
	below, ok := strings.CutPrefix(filepath.Clean(path), d.at+"/")
	if !ok {
		return nil, ""
	}
	in = d.root
	parts := strings.Split(below, "/")
	for _, part := range parts[:len(parts)-1] {
		if in = in.names[part]; in == nil || in.names == nil {
			return nil, ""
		}
	}
	return in, parts[len(parts)-1]
}

// find is what lies at a path; nil: nothing.
func (d *disk) find(path string) *node {
	if filepath.Clean(path) == d.at {
		return d.root
	}
	in, name := d.place(path)
	if in == nil {
		return nil
	}
	return in.names[name]
}

// do changes a folder.
func (n *node) do(m move) {
	if m.away != "" {
		delete(n.names, m.away)
	}
	if m.name != "" {
		n.names[m.name] = m.to
	}
	n.moves = append(n.moves, m)
}

// sync makes everything last.
func (n *node) sync() {
	if n.names != nil {
		n.lasting, n.moves = maps.Clone(n.names), nil
		return
	}
	for _, w := range n.loose {
		n.synced = w.on(n.synced)
	}
	n.loose = nil
}

// size is the size of a file as the programs see it.
func (n *node) size() int64 {
	size := int64(len(n.synced))
	for _, w := range n.loose {
		if w.bytes == nil {
			size = w.at
		}
		size = max(size, w.at+int64(len(w.bytes)))
	}
	return size
}

// on is a content after a write.
func (w write) on(b []byte) []byte {
	if w.bytes == nil {
		if w.at <= int64(len(b)) {
			return b[:w.at:w.at]
		}
		return append(b, make([]byte, w.at-int64(len(b)))...)
	}
	if end := w.at + int64(len(w.bytes)); end > int64(len(b)) {
		b = append(b, make([]byte, end-int64(len(b)))...)
	}
	copy(b[w.at:], w.bytes)
	return b
}

// A cut is what a power cut does to what is not synced.
type cut struct {
	name    string
	random  *rand.Rand
	share   float64 // that lasts nevertheless
	ordered bool    // of a folder's changes the first ones last; else any of them
}

// keeps decides about one thing.
func (c cut) keeps() bool {
	return c.share >= 1 || c.share > 0 && c.random.Float64() < c.share
}

// newCut draws a cut.
func newCut(r *rand.Rand) cut {
	switch r.IntN(5) {
	case 0:
		return cut{"nothing unsynced is left", r, 0, true}
	case 1:
		return cut{"everything unsynced is left", r, 1, true}
	}
	share := []float64{0.1, 0.5, 0.9}[r.IntN(3)]
	c := cut{fmt.Sprintf("%.0f %% of what is unsynced is left", share*100), r, share, r.IntN(2) == 0}
	if !c.ordered {
		c.name += ", folders in no order"
	}
	return c
}

// content is what a cut leaves of a file.
func (c cut) content(n *node) []byte {
	b := slices.Clone(n.synced)
	for _, w := range n.loose {
		if w.bytes == nil {
			if c.keeps() {
				b = w.on(b)
			}
			continue
		}
		for from := int64(0); from < int64(len(w.bytes)); {
			to := min((w.at+from)/sector*sector+sector-w.at, int64(len(w.bytes)))
			if c.keeps() {
				b = write{w.at + from, w.bytes[from:to]}.on(b)
			}
			from = to
		}
	}
	return b
}

// listing is what a cut leaves of a folder.
func (c cut) listing(n *node) map[string]*node {
	left := maps.Clone(n.lasting)
	for _, m := range n.moves {
		if !c.keeps() {
			if c.ordered {
				break
			}
			continue
		}
		if m.away != "" {
			delete(left, m.away)
		}
		if m.name != "" {
			left[m.name] = m.to
		}
	}
	return left
}

// image writes what a cut leaves into a folder. A file with two names has them
// there, too.
func (c cut) image(n *node, to string) error { return c.write(n, to, map[*node]string{}) }

func (c cut) write(n *node, to string, written map[*node]string) error {
	err := os.Mkdir(to, 0o700)
	left := c.listing(n)
	for _, name := range slices.Sorted(maps.Keys(left)) {
		one, path := left[name], filepath.Join(to, name)
		switch first, is := written[one]; {
		case one.names != nil:
			err = errors.Join(err, c.write(one, path, written))
		case is:
			err = errors.Join(err, os.Link(first, path))
		default:
			written[one] = path
			err = errors.Join(err, os.WriteFile(path, c.content(one), 0o600))
		}
	}
	return err
}
