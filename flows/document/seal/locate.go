package seal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// maxSeal is how long the line of a seal may be: it has the digests of maxLines.
const maxSeal = 8 << 20

// window is how much of the end of a file is looked at first.
const window = 64 << 10

// found is a seal in a file, where it has to be.
type found struct {
	form       Form  // or another with the same line
	start, end int64 // of its line
	line       []byte
}

// locate finds the seal at the end of a file; the form is None where there is none.
func locate(r io.ReaderAt, size int64) (found, error) {
	for n := int64(window); ; n *= 8 {
		n = min(n, size, maxSeal)
		end, err := readAt(r, size-n, n)
		if err != nil {
			return found{}, err
		}
		f, whole := find(end)
		if f.form != None {
			f.start, f.end = f.start+size-n, f.end+size-n
			return f, nil
		}
		if whole || n == size || n == maxSeal {
			return found{}, nil
		}
	}
}

// marked are forms of which each has another line for its seal.
var marked = []Form{HTML, JSON, PDF}

// find finds the seal in the end of a file; whole says that more of the file would
// not show one.
func find(end []byte) (f found, whole bool) {
	whole = true
	for _, form := range marked {
		at := places[form]
		cut := lastLines(end, at.behind)
		start := lastLines(end[:cut], 1)
		if !bytes.HasPrefix(end[cut:], []byte(at.begins)) {
			continue
		}
		if bytes.HasPrefix(end[start:cut], []byte(at.before)) {
			return found{form: form, start: int64(start), end: int64(cut), line: end[start:cut]}, true
		}
		whole = whole && start > 0
	}
	return found{}, whole
}

// body is a file without its seal.
func (f *found) body(r io.ReaderAt, size int64) (before, behind *io.SectionReader) {
	return io.NewSectionReader(r, 0, f.start), io.NewSectionReader(r, f.end, size-f.end)
}

// readAt reads a part of a file.
func readAt(r io.ReaderAt, at, n int64) ([]byte, error) {
	b := make([]byte, n)
	if _, err := r.ReadAt(b, at); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	return b, nil
}

// marks are what tells a seal that does not stand where it has to, or was changed.
// One byte is in one of them alone.
var marks = [][]byte{[]byte("lotse-seal "), []byte(opening[1:])}

// trace is the last thing in a file that was a seal.
type trace struct {
	number int64 // of its line, from 1; 0: there is none
	start  int64 // of its line
}

// search looks through a whole file for a seal.
func search(r io.ReaderAt, size int64) (t trace, err error) {
	const most = 32 // longer than each mark
	var lines, start int64
	buf := make([]byte, window)
	for at := int64(0); at < size; at += window - most {
		part := buf[:min(window, size-at)]
		if _, err := r.ReadAt(part, at); err != nil && !errors.Is(err, io.EOF) {
			return t, fmt.Errorf("read the file: %w", err)
		}
		if i := lastMark(part); i >= 0 {
			t = trace{lines + 1 + int64(bytes.Count(part[:i], []byte("\n"))), start}
			if feed := bytes.LastIndexByte(part[:i], '\n'); feed >= 0 {
				t.start = at + int64(feed) + 1
			}
		}
		own := part[:min(window-most, len(part))] // what comes again with the next part
		lines += int64(bytes.Count(own, []byte("\n")))
		if feed := bytes.LastIndexByte(own, '\n'); feed >= 0 {
			start = at + int64(feed) + 1
		}
	}
	return t, nil
}

func lastMark(part []byte) int {
	last := -1
	for _, m := range marks {
		if bytes.Contains(part, m) { // much faster than looking from the end
			last = max(last, bytes.LastIndex(part, m))
		}
	}
	return last
}
